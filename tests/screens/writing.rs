//! Texts of several lines: notes of a card and of a contact.

use fieldcard::domain::language::Language;
use fieldcard::lang::words;

use crate::player::Player;

fn player() -> Player {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("a 'Ana Torres' Enter");
    player
}

/// Opens the note of the card: the last row of its fields.
const NOTE: &str = "e G Enter";

fn note(player: &Player) -> String {
    player.app.current().expect("a card").card.field_texts("note").join("|")
}

#[test]
fn a_note_of_several_lines_is_written_and_changed() {
    let mut player = player();
    player.keys(NOTE).keys("'first line' Enter '第二行' Ctrl-S");
    assert_eq!(note(&player), "first line\n第二行");
    player.keys("Enter Up End '!' Ctrl-S");
    assert_eq!(note(&player), "first line!\n第二行");
    player.keys("u");
    assert_eq!(note(&player), "first line\n第二行");
}

#[test]
fn typing_is_taken_back_inside_the_text() {
    let mut player = player();
    player.keys(NOTE).keys("'one two' Ctrl-Z Ctrl-Z Ctrl-Y Ctrl-S");
    assert_eq!(note(&player), "one");
}

#[test]
fn a_text_left_half_written_comes_back() {
    let mut player = player();
    player.keys(NOTE).keys("'half' Enter 'written' Esc Esc");
    assert_eq!(note(&player), "");
    player.keys("j k").keys(NOTE).keys("' twice' Ctrl-S");
    assert_eq!(note(&player), "half\nwritten twice");
}

#[test]
fn ten_thousand_lines_are_pasted_and_kept() {
    let mut player = player();
    let lines = "asked for a price 报价\n".repeat(10_000);
    player.keys(NOTE).paste(&lines).keys("Ctrl-S");
    assert_eq!(note(&player).lines().count(), 10_000);
    assert!(player.picture().contains("asked for a price"), "{}", player.picture());
}

#[test]
fn what_is_selected_is_copied_and_cut() {
    let mut player = player();
    player.keys(NOTE).keys("'one two' Ctrl-A Ctrl-C");
    assert_eq!(player.copied(), Some("one two"));
    player.keys("Ctrl-X Ctrl-V Ctrl-V Ctrl-S");
    assert_eq!(note(&player), "one twoone two");
}

#[test]
fn the_note_of_a_contact_is_written_where_it_is_seen() {
    for language in Language::ALL {
        let mut player = Player::samples(80, 24, *language);
        player.keys("a 'Ana Torres' Enter c 'visit saw the shop' Enter Tab Tab e Enter 'two presses'");
        let words = words(*language);
        let picture = player.picture();
        for word in [words.footer_accept(), words.footer_back_kept(), "2/2".to_owned()] {
            assert!(picture.contains(&word), "{word} in\n{picture}");
        }
        player.keys("Ctrl-S");
        let card = &player.app.current().expect("a card").card;
        assert_eq!(card.contacts[0].note, "saw the shop\ntwo presses");
    }
}

#[test]
fn a_note_changed_by_another_program_is_not_written_over_unseen() {
    let mut player = player();
    player.keys("c 'visit saw the shop' Enter Tab Tab e '!'");
    let card = player.app.current().expect("a card").card.clone();
    let contact = card.contacts[0].id;
    let other = player.store.another();
    let mut other = other.expect("a second program");
    let act = fieldcard::store::Act::Edit;
    other
        .write(act, "", |door| door.set_contact_note(card.id, contact, "saw the shop", "theirs"))
        .expect("written");
    player.keys("Ctrl-S");
    assert!(player.picture().contains("theirs"), "{}", player.picture());
    assert!(player.picture().contains("saw the shop!"), "{}", player.picture());
}

#[test]
fn a_paste_too_long_for_a_line_is_refused_and_what_was_typed_stays() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("c 'call ' ").paste(&"x".repeat(10 << 20));
    let picture = player.picture();
    assert!(picture.contains("A line does not take so much: 10485760 characters."), "{picture}");
    assert!(picture.contains("call"), "{picture}");
    player.keys("'she asked' Enter");
    assert!(player.picture().contains("she asked"), "{}", player.picture());
}
