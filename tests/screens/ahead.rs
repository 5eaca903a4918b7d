//! What is read before it is asked for changes no picture.

use fieldcard::domain::agenda::Horizon;
use fieldcard::domain::id::CardId;
use fieldcard::domain::language::Language;
use fieldcard::tui::effect::Effect;

use crate::player::Player;

/// One key after another: moves of every kind, writes in between, another list, another place and back.
const KEYS: &str = "j|j|k|PgDn|PgDn|j|G|k|g g|j|c 'call' Enter|k|u|M wait|j|/ 'wang'|Enter|j|G|Esc|n '+3d' Enter|k|2|j|PgDn|G|c 'call' Enter|g g|u|1|PgUp";

#[test]
fn a_picture_is_the_same_whether_what_it_shows_was_read_ahead_or_not() {
    for (columns, rows) in [(120, 36), (80, 24)] {
        let mut ahead = Player::samples(columns, rows, Language::English);
        let mut plain = Player::samples(columns, rows, Language::English);
        for key in KEYS.split('|') {
            ahead.read_ahead();
            ahead.keys(key);
            plain.keys(key);
            assert_eq!(ahead.picture(), plain.picture(), "{key}");
        }
    }
}

#[test]
fn what_today_begins_with_is_read_before_anybody_goes_there_and_once() {
    let mut player = Player::samples(120, 36, Language::English);
    let reasons = |read: Vec<Effect>| {
        let cards = read.into_iter().filter_map(|effect| match effect {
            Effect::Reasons(cards, Horizon::Today) => Some(cards),
            _ => None,
        });
        cards.flatten().collect::<Vec<CardId>>()
    };
    let read = reasons(player.read_ahead());
    assert_eq!(reasons(player.read_ahead()), []);
    player.keys("2");
    let listing = &player.app.listing;
    assert!(read.iter().all(|card| listing.row(*card).is_some()));
    assert_eq!(listing.total(), Some(read.len()));
}

#[test]
fn a_card_that_was_read_is_read_again_after_a_write() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("j c 'call wants blue paper' Enter k");
    player.read_ahead();
    player.keys("u");
    let picture = player.picture();
    assert!(
        !picture.contains("blue paper"),
        "the card is shown as it was before it was taken back:\n{picture}"
    );
}
