//! Colours and line drawing: one accent, everything else by weight, so that light and dark both work.

use ratatui::style::{Color, Modifier, Style};

/// Whether colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// The terminal's sixteen.
    #[default]
    Sixteen,
    /// None: `NO_COLOR` is set.
    None,
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
}

/// Box drawing.
pub const DRAWN: Lines =
    Lines {
        horizontal: "─", vertical: "│", corners: ["╭", "╮", "╰", "╯"], bar: ["█", "░"], cursor: "▌"
    };

/// Plain ASCII, for terminals that draw box characters two columns wide.
pub const ASCII: Lines =
    Lines { horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"], bar: ["#", "."], cursor: ">" };

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

impl Theme {
    /// The theme for these colours and lines.
    pub fn new(colours: Colours, lines: Lines) -> Theme {
        let colour = |style: Style, colour: Color| match colours {
            Colours::Sixteen => style.fg(colour),
            Colours::None => style,
        };
        Theme {
            accent: colour(Style::new().add_modifier(Modifier::BOLD), Color::Cyan),
            dim: Style::new().add_modifier(Modifier::DIM),
            strong: Style::new().add_modifier(Modifier::BOLD),
            cursor: Style::new().add_modifier(Modifier::REVERSED),
            alarm: colour(Style::new().add_modifier(Modifier::BOLD), Color::Red),
            lines,
        }
    }
}
