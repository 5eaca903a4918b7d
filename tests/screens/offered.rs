//! What footer, help and palette offer: keys that do something here.

use std::time::Duration;

use fieldcard::domain::language::Language;
use fieldcard::tui::keys::{Chord, KEYS, Meaning};

use crate::player::Player;

#[test]
fn no_key_is_offered_where_it_does_nothing() {
    // A visit with an address is due, another card is not; the places are gone to on the way.
    let file = "a 'Ana Torres' Enter a 'Bea Small' Enter c 'call next today' Enter";
    let places =
        ["1", "2", "2 v", "Enter", "Enter Tab", "Enter Tab Tab", "Enter Tab Tab Tab Tab Tab Tab", "x"];
    let begin = |has_cards: bool, place: &str| {
        let mut player = Player::empty(120, 36, Language::English);
        if has_cards {
            player.keys(file);
        }
        player.keys(place).pass(Duration::from_secs(1));
        player
    };
    for (has_cards, place) in places.iter().map(|place| (true, place)).chain([(false, &"1"), (false, &"2")]) {
        let at = begin(has_cards, place);
        for binding in KEYS.iter().filter(|binding| binding.footer.is_some()) {
            let (contexts, chord) = (at.app.contexts(), binding.chords[0]);
            let Chord::One(key) = chord else { continue };
            let offered = contexts.contains(&binding.context) && at.app.can(binding.action);
            if !offered || chord.meaning(&contexts) != Meaning::Does(binding.action) {
                continue;
            }
            let mut player = begin(has_cards, place);
            let before = player.picture();
            player.app.press(key, Duration::from_secs(60));
            player.settle();
            assert!(
                player.has_left() || player.picture() != before,
                "{place}, {has_cards}: {} does nothing: {before}",
                (binding.name)(player.app.setting.words)
            );
        }
    }
}

#[test]
fn what_does_nothing_here_stands_in_neither_footer_nor_help_nor_palette() {
    let english = fieldcard::lang::words(Language::English);
    let pane = |english: &fieldcard::lang::Words| (english.footer_pane(), english.key_next_pane());
    let drop = |english: &fieldcard::lang::Words| (english.footer_drop_visit(), english.key_drop_visit());
    for (place, (footer, name), is_there) in [
        ("1", pane(english), true),
        ("2", pane(english), false),
        ("2 Enter", pane(english), true),
        ("2 v P", drop(english), true),
        ("2 v", drop(english), false),
    ] {
        let mut player = Player::samples(160, 60, Language::English);
        player.keys(place).pass(Duration::from_secs(1));
        let picture = player.picture();
        let last = picture.lines().last().unwrap_or_default();
        assert!(is_there || !last.contains(&footer), "{place}: {last}");
        player.keys("?");
        let mut help = player.picture();
        player.keys("PgDn");
        help.push_str(&player.picture());
        assert_eq!(help.contains(&name), is_there, "{place}: {help}");
        player.keys(&format!("Esc : '{name}'"));
        assert_eq!(player.picture().matches(&name).count() > 1, is_there, "{place}: {}", player.picture());
    }
}

/// The last row of the screen.
fn footer(player: &Player) -> String {
    player.picture().lines().last().unwrap_or_default().trim().to_owned()
}

#[test]
fn an_opened_card_names_the_way_to_its_other_tabs_on_every_screen() {
    for language in Language::ALL {
        for (columns, rows) in [(80, 24), (120, 36)] {
            let mut player = Player::samples(columns, rows, *language);
            for keys in ["Enter", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab"] {
                player.keys(keys);
                assert!(footer(&player).contains("Tab "), "{}", player.picture());
            }
        }
    }
}

#[test]
fn a_new_file_names_the_two_ways_to_begin() {
    let mut player = Player::empty(80, 24, Language::English);
    assert!(footer(&player).starts_with("I import  a add"), "{}", footer(&player));
    assert!(!footer(&player).contains("view") && !footer(&player).contains("search"));
    player.keys("a 'Ana' Enter");
    assert!(!footer(&player).contains("import") && footer(&player).contains("/ search"));
    player.keys("/ 'nobody' Enter");
    assert!(!footer(&player).contains("import"), "{}", footer(&player));
}

#[test]
fn where_a_card_has_no_file_only_adding_one_is_offered() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("Enter Tab Tab Tab");
    assert!(footer(&player).starts_with("o add file"), "{}", footer(&player));
    assert!(!footer(&player).contains("copy path"), "{}", footer(&player));
    assert!(player.picture().contains("No file here. o adds one."), "{}", player.picture());
}

#[test]
fn in_a_form_enter_is_named_only_where_it_offers_something() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("c Tab");
    let footer = |player: &Player| player.picture().lines().last().unwrap_or_default().to_owned();
    // From what was said, which is written as a long text, over the letters, up to the day.
    for (keys, offers) in [("", true), ("Down", false), ("Up Up", true), ("Up Up Up", false)] {
        player.keys(keys);
        assert_eq!(footer(&player).contains("Enter choose"), offers, "{keys}: {}", player.picture());
    }
}
