//! The sheet before a visit: read, and its own lines written from it.

use fieldcard::domain::language::Language;

use crate::player::Player;

#[test]
fn the_own_lines_are_written_from_the_sheet_and_stand_in_it() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("2 b");
    let footer = player.picture();
    assert!(footer.contains("e prepare"), "{footer}");
    player.keys("e");
    let form = player.picture();
    assert!(form.contains("Objective") && form.contains("To bring"), "{form}");
    player.keys("'ask for the order' Ctrl-S PgDn");
    let sheet = player.picture();
    assert!(
        sheet.contains("Before the visit") && sheet.contains("Objective       ask for the order"),
        "{sheet}"
    );
    player.keys("Esc u");
    assert!(player.picture().contains("Taken back"), "it is one change");
}

#[test]
fn what_is_half_written_of_the_sheet_is_kept() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("2 b e 'ask for' Esc").keys("e");
    assert!(player.picture().contains("ask for"), "{}", player.picture());
}

#[test]
fn nothing_but_the_sheet_is_prepared() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("2 ? e");
    assert!(player.picture().contains("Help"), "{}", player.picture());
    assert!(!player.picture().contains("prepare"), "{}", player.picture());
}

#[test]
fn the_keys_of_the_loop_are_named_on_the_narrowest_screen() {
    for language in [Language::English, Language::Simplified, Language::Traditional] {
        let mut player = Player::samples(80, 24, language);
        player.keys("2");
        let picture = player.picture();
        let footer = picture.lines().last().unwrap_or_default().to_owned();
        let log = fieldcard::lang::words(language).footer_log();
        let next = fieldcard::lang::words(language).footer_next();
        assert!(footer.contains(&format!("c {log}")) && footer.contains(&format!("n {next}")), "{footer}");
    }
}

#[test]
fn the_help_tells_a_key_once() {
    let mut player = Player::samples(120, 60, Language::English);
    player.keys("2 ?");
    let picture = player.picture();
    assert_eq!(picture.matches("log a contact, one line").count(), 1, "{picture}");
    assert_eq!(picture.matches("the pre-visit sheet").count(), 1, "{picture}");
}
