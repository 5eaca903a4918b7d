//! Languages, colours and frames: chosen while the screen runs, and seen at once.

use fieldcard::domain::language::Language;
use fieldcard::tui::mouse::Mouse;
use fieldcard::tui::preference::Preference;
use fieldcard::tui::theme::{Colours, Frames, Ground, Palette, ThemeName};
use ratatui::style::Color;

use crate::player::Player;

/// Keys that go through every kind of screen: list, panes, card, fields, line, picker, palette, help, log, plan,
/// moves, introductions, month, completion, bulk windows, records, brief.
const EVERY_SCREEN: [&str; 48] = [
    "",
    "Tab",
    "Tab",
    "Tab",
    "/ 'HH-001'",
    "Enter Enter",
    "j Enter",
    "Esc Tab Tab Tab",
    "Esc c 'call +N next fri'",
    "Esc p",
    "Esc : 'a'",
    "Esc s",
    "Esc ?",
    "Esc a 'Ana 138'",
    "Esc / 'zzz'",
    "Esc Esc 2",
    "w",
    "w b",
    "Esc 1 Enter E",
    "Tab Tab",
    "Esc i",
    "Esc Tab Tab Tab",
    "Esc v",
    "'addresses' Enter",
    "V",
    "'o' Enter",
    "Delete Esc v 'customers' Enter",
    "v 'workbench' Enter",
    "2 v",
    "z",
    "Esc P m",
    "Esc -",
    "Esc Esc 2 m",
    "Esc Esc 1 / 'tag:'",
    "Esc Esc Esc : '@'",
    "Esc x x t",
    "Esc e",
    "Esc n",
    "Esc p",
    "Esc o",
    "Esc Esc / 'HH-001' Enter b",
    "Esc Enter Tab Tab Tab Tab",
    "Tab",
    "Tab Tab Tab o 'relation' Enter",
    "Esc p Enter",
    "Esc Esc Enter o 'competitor' Enter",
    "Esc Esc Esc a 'John Smith, Acme Ltd, sales manager, 555-1234'",
    "Esc",
];

/// A picture without its times of day: the samples are written while the test runs.
fn timeless(picture: &str) -> String {
    let words = picture.split(' ').map(|word| match word.split_once(':') {
        Some((hour, minute)) if hour.len() == 2 && minute.len() == 2 => "time",
        _ => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_language_is_found_in_any_language_and_taken_at_once() {
    for (before, typed, after, seen) in [
        (Language::English, "language zh-Hant", Language::Traditional, "聯絡人"),
        (Language::English, "繁", Language::Traditional, "聯絡人"),
        (Language::Traditional, "language en", Language::English, "Silent"),
        (Language::Traditional, "简体", Language::Simplified, "联系人"),
        (Language::Simplified, "english", Language::English, "Silent"),
    ] {
        let mut player = Player::samples(120, 36, before);
        player.keys(&format!(": '{typed}' Enter"));
        assert_eq!(player.preferences(), [Preference::Language(after)], "{typed}");
        let picture = player.picture();
        assert!(picture.contains(seen), "{picture}");
        let mut fresh = Player::samples(120, 36, before);
        fresh.keys(&format!(": '{typed}' Enter k"));
        let other = Player::samples(120, 36, after);
        assert_eq!(fresh.app.setting.language, other.app.setting.language);
    }
}

#[test]
fn every_screen_speaks_the_language_chosen_and_no_other() {
    // On the same cards, so that nothing but the words differs.
    for chosen in Language::ALL {
        let mut turned = Player::samples(120, 36, Language::English);
        turned.keys(&format!(": '{}' Enter k", chosen.own_name()));
        let mut begun = Player::samples(120, 36, Language::English);
        begun.app.setting.language = *chosen;
        begun.app.setting.words = fieldcard::lang::words(*chosen);
        for keys in EVERY_SCREEN {
            let (turned, begun) = (turned.keys(keys).picture(), begun.keys(keys).picture());
            assert_eq!(timeless(&turned), timeless(&begun), "{chosen:?} {keys}");
        }
    }
}

#[test]
fn colours_frames_and_mouse_are_chosen_in_the_palette() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys(": 'theme light' Enter : 'frames ascii' Enter : 'mouse off' Enter");
    let chosen = [
        Preference::Theme(ThemeName::Light),
        Preference::Frames(Frames::Ascii),
        Preference::Mouse(Mouse::Off),
    ];
    assert_eq!(player.preferences(), chosen);
    assert!(player.picture().contains("+- Cards"), "{}", player.picture());
}

#[test]
fn plain_frames_are_ascii_on_every_screen() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English).looking(
            ThemeName::Auto,
            Frames::Ascii,
            Palette::default(),
        );
        for keys in EVERY_SCREEN {
            let picture = player.keys(keys).picture();
            // Names of languages are in their own letters.
            let strange: String = picture
                .lines()
                .filter(|line| !line.contains("Language"))
                .flat_map(str::chars)
                .filter(|letter| !letter.is_ascii())
                .collect();
            assert_eq!(strange, "", "{keys}\n{picture}");
        }
    }
}

#[test]
fn the_list_in_plain_frames() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let player = Player::samples(columns, rows, Language::Traditional).looking(
            ThemeName::Auto,
            Frames::Ascii,
            Palette::default(),
        );
        insta::assert_snapshot!(format!("ascii_{columns}x{rows}"), player.picture());
    }
}

#[test]
fn only_the_tab_that_is_seen_has_the_weight_of_a_title() {
    let strong = |player: &Player, name: &str| {
        let picture = player.picture();
        let row = picture.lines().position(|line| line.contains(name)).expect("its row");
        let line = picture.lines().nth(row).unwrap_or_default();
        let column = line.split(name).next().unwrap_or_default().chars().count();
        player.buffer()[(column as u16, row as u16)].modifier.contains(ratatui::style::Modifier::BOLD)
    };
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("Enter");
        assert!(strong(&player, "[Card]") && !strong(&player, "Referrals"));
        player.keys("Tab Tab Tab Tab Tab");
        assert!(strong(&player, "[Referrals]") && !strong(&player, "Card  Contacts"));
    }
}

#[test]
fn advice_of_two_rows_has_one_weight() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("/ 'acorn' Enter");
    let picture = player.picture();
    let rows: Vec<usize> = ["finance: check business", "set a limit"]
        .iter()
        .map(|said| picture.lines().position(|line| line.contains(said)).expect("the advice"))
        .collect();
    let weights = rows.iter().map(|row| player.buffer()[(3, *row as u16)].modifier).collect::<Vec<_>>();
    assert_eq!(weights[0], weights[1], "{picture}");
}

#[test]
fn nothing_is_said_by_colour_alone() {
    let palettes = [Colours::True, Colours::Sixteen, Colours::None]
        .into_iter()
        .flat_map(|colours| [None, Some(Ground::Light)].map(|ground| Palette { colours, ground }));
    let palettes: Vec<Palette> = palettes.collect();
    let mut player = Player::samples(120, 36, Language::English);
    for keys in EVERY_SCREEN {
        let plain = player.keys(keys).picture();
        for palette in &palettes {
            player = player.looking(ThemeName::Auto, Frames::Drawn, *palette);
            assert_eq!(player.picture(), plain, "{palette:?} {keys}");
            if palette.colours == Colours::None {
                let buffer = player.buffer();
                assert!(buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
            }
        }
    }
}
