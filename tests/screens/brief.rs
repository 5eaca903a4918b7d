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
