//! Colours and line drawing: one accent, everything else by weight. Nothing is said by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::choice::choices;

choices! {
    /// The look a person asks for.
    pub enum ThemeName {
        Auto = "auto", ["as the terminal is", "随终端", "依終端機"];
        Dark = "dark", ["dark", "深色", "深色"];
        Light = "light", ["light", "浅色", "淺色"];
        Plain = "plain", ["without colours", "无色", "無色彩"];
    }
}

choices! {
    /// What frames and bars are drawn with.
    pub enum Frames {
        Drawn = "drawn", ["lines", "线条", "線條"];
        Ascii = "ascii", ["plain ASCII", "纯 ASCII", "純 ASCII"];
    }
}

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// Any.
    True,
    /// The terminal's sixteen, as its user has set them.
    #[default]
    Sixteen,
    /// None: `NO_COLOR` is set.
    None,
}

/// What the terminal writes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
}

impl Ground {
    /// The ground that a terminal names in `COLORFGBG`: `15;0`, `0;default;15`. The last number is that of the
    /// ground among the sixteen colours; white and the bright ones but dark grey are light.
    pub fn of_variable(value: &str) -> Option<Ground> {
        let number: u8 = value.rsplit(';').next()?.trim().parse().ok()?;
        match number {
            0..=6 | 8 => Some(Ground::Dark),
            7 | 9..=15 => Some(Ground::Light),
            _ => None,
        }
    }
}

/// What is known of the terminal's colours without asking it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Palette {
    /// How many there are.
    pub colours: Colours,
    /// What it writes on, where it says so.
    pub ground: Option<Ground>,
}

/// The look in force: what was asked for, on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The theme asked for.
    pub name: ThemeName,
    /// The frames asked for.
    pub frames: Frames,
    /// The terminal.
    pub palette: Palette,
}

impl Look {
    /// The styles and lines of this look.
    pub fn theme(self) -> Theme {
        let (colours, ground) = match self.name {
            ThemeName::Auto => (self.palette.colours, self.palette.ground),
            ThemeName::Dark => (self.palette.colours, Some(Ground::Dark)),
            ThemeName::Light => (self.palette.colours, Some(Ground::Light)),
            ThemeName::Plain => (Colours::None, None),
        };
        let lines = match self.frames {
            Frames::Drawn => DRAWN,
            Frames::Ascii => ASCII,
        };
        Theme::new(colours, ground, lines)
    }
}

/// The characters that lines, corners and bars are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// A horizontal rule.
    pub horizontal: &'static str,
    /// A vertical rule.
    pub vertical: &'static str,
    /// Corners: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// A filled and an empty part of a bar.
    pub bar: [&'static str; 2],
    /// What stands before the row under the cursor.
    pub cursor: &'static str,
    /// What stands before a row that is chosen already.
    pub tick: &'static str,
    /// What stands before a count beside a name.
    pub count: &'static str,
}

/// Box drawing.
const DRAWN: Lines = Lines {
    horizontal: "─",
    vertical: "│",
    corners: ["╭", "╮", "╰", "╯"],
    bar: ["█", "░"],
    cursor: "▌",
    tick: "✓",
    count: "·",
};

/// Plain ASCII, for terminals that draw box characters two columns wide.
const ASCII: Lines = Lines {
    horizontal: "-",
    vertical: "|",
    corners: ["+", "+", "+", "+"],
    bar: ["#", "."],
    cursor: ">",
    tick: "*",
    count: "+",
};

/// How everything looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What has focus, and keys in the footer.
    pub accent: Style,
    /// What stands back: rules, units, old things.
    pub dim: Style,
    /// What stands out.
    pub strong: Style,
    /// The row under the cursor.
    pub cursor: Style,
    /// Overdue, refused, wrong; always said in letters too.
    pub alarm: Style,
    /// Line drawing.
    pub lines: Lines,
}

/// The colours of a theme; what is missing is told by weight alone.
struct Inks {
    accent: Option<Color>,
    alarm: Option<Color>,
    dim: Option<Color>,
    cursor: Option<Color>,
}

impl Inks {
    /// On a ground nobody has named, colours are taken that can be read on black and on white.
    fn of(colours: Colours, ground: Option<Ground>) -> Inks {
        let sixteen =
            |accent| Inks { accent: Some(accent), alarm: Some(Color::Red), dim: None, cursor: None };
        let rgb = |[red, green, blue]: [u8; 3]| Some(Color::Rgb(red, green, blue));
        match (colours, ground) {
            (Colours::None, _) => Inks { accent: None, alarm: None, dim: None, cursor: None },
            (Colours::Sixteen, Some(Ground::Dark)) => sixteen(Color::Cyan),
            (Colours::Sixteen, Some(Ground::Light)) => sixteen(Color::Blue),
            (Colours::Sixteen, None) => sixteen(Color::Magenta),
            (Colours::True, Some(Ground::Dark)) => Inks {
                accent: rgb([0x56, 0xb6, 0xc2]),
                alarm: rgb([0xe8, 0x7a, 0x7f]),
                dim: rgb([0x86, 0x8d, 0x99]),
                cursor: rgb([0x2d, 0x3b, 0x45]),
            },
            (Colours::True, Some(Ground::Light)) => Inks {
                accent: rgb([0x00, 0x66, 0x7a]),
                alarm: rgb([0xb0, 0x23, 0x18]),
                dim: rgb([0x60, 0x67, 0x70]),
                cursor: rgb([0xd6, 0xe8, 0xec]),
            },
            (Colours::True, None) => Inks {
                accent: rgb([0x00, 0x87, 0x98]),
                alarm: rgb([0xd9, 0x42, 0x3a]),
                dim: None,
                cursor: None,
            },
        }
    }
}

impl Theme {
    fn new(colours: Colours, ground: Option<Ground>, lines: Lines) -> Theme {
        let inks = Inks::of(colours, ground);
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let written = |style: Style, ink: Option<Color>| ink.map_or(style, |ink| style.fg(ink));
        Theme {
            accent: written(bold, inks.accent),
            dim: inks.dim.map_or(Style::new().add_modifier(Modifier::DIM), |ink| Style::new().fg(ink)),
            strong: bold,
            cursor: inks.cursor.map_or(Style::new().add_modifier(Modifier::REVERSED), |ink| bold.bg(ink)),
            alarm: written(bold, inks.alarm),
            lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_read_from_what_the_terminal_says() {
        for (value, expected) in [
            ("15;0", Some(Ground::Dark)),
            ("0;15", Some(Ground::Light)),
            ("0;default;15", Some(Ground::Light)),
            ("7;8", Some(Ground::Dark)),
            ("default;default", None),
            ("15;200", None),
            ("", None),
        ] {
            assert_eq!(Ground::of_variable(value), expected, "{value}");
        }
    }

    /// The share of light that a colour gives, as the rules for readable pages count it.
    fn light([red, green, blue]: [u8; 3]) -> f64 {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }

    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_ink_can_be_read_on_its_grounds() {
        // Black and white themselves, and the softer grounds of well-known terminals.
        const DARK: [[u8; 3]; 3] = [[0, 0, 0], [0x1e, 0x1e, 0x2e], [0x00, 0x2b, 0x36]];
        const LIGHT: [[u8; 3]; 3] = [[255, 255, 255], [0xfd, 0xf6, 0xe3], [0xef, 0xf1, 0xf5]];
        for (ground, grounds, least) in [
            (Some(Ground::Dark), DARK.to_vec(), 4.3),
            (Some(Ground::Light), LIGHT.to_vec(), 4.5),
            (None, [DARK, LIGHT].concat(), 3.3),
        ] {
            let inks = Inks::of(Colours::True, ground);
            for ink in [inks.accent, inks.alarm, inks.dim].into_iter().flatten() {
                let Color::Rgb(red, green, blue) = ink else { panic!("{ink:?}") };
                for paper in &grounds {
                    let found = contrast([red, green, blue], *paper);
                    assert!(found >= least, "{ink:?} on {paper:?}: {found:.1}");
                }
            }
        }
    }

    #[test]
    fn without_colours_there_are_none() {
        for (name, colours) in [(ThemeName::Plain, Colours::True), (ThemeName::Light, Colours::None)] {
            let palette = Palette { colours, ground: None };
            let theme = Look { name, frames: Frames::Drawn, palette }.theme();
            for style in [theme.accent, theme.dim, theme.strong, theme.cursor, theme.alarm] {
                assert_eq!((style.fg, style.bg), (None, None));
            }
        }
    }
}
