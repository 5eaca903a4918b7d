//! The three survey cards: six blocks each, by the position of a card.

use fieldcard::domain::choice::Choice;
use fieldcard::domain::field::CardView;
use fieldcard::domain::language::Language;

use crate::pictures::pictures;
use crate::player::Player;

#[test]
fn the_card_of_a_customer() {
    pictures("card_current", "/ 'YT-003' Enter Enter");
}

#[test]
fn the_card_of_a_former_customer() {
    pictures("card_former", "/ 'TN-018' Enter Enter");
}

#[test]
fn six_blocks_stand_below_the_head_in_their_order_in_every_language() {
    for (code, view) in
        [("HH-001", CardView::Prospect), ("YT-003", CardView::Current), ("TN-018", CardView::Former)]
    {
        for language in Language::ALL {
            let mut player = Player::samples(120, 60, *language);
            let picture = player.keys(&format!("/ '{code}' Enter Enter")).picture();
            let mut place = picture.find(code).unwrap_or_default();
            for (number, block) in (1..).zip(view.blocks()) {
                let heading = format!("{number} {}", block.name(*language));
                let below = picture.find(&heading).unwrap_or_else(|| panic!("{heading}\n{picture}"));
                assert!(below > place, "{heading}");
                place = below;
            }
            assert!(picture.contains(view.name(*language)), "{picture}");
        }
    }
}

#[test]
fn a_fact_is_recorded_from_its_row() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("/ 'HH-001' Enter Enter").click("N need");
    let before = player.picture();
    player.keys("Enter");
    assert!(player.picture().contains("MAn"), "what it would come to: {}", player.picture());
    player.keys("wait Esc wait");
    assert_eq!(player.picture(), before, "nothing is recorded that was not chosen");
    player.keys("Enter Down Enter");
    assert!(player.picture().contains("N need                 no"), "{}", player.picture());
    player.keys("u");
    assert!(player.picture().contains("N need                 yes"), "{}", player.picture());
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("/ 'YT-003' Enter Enter").click("Last contact").keys("Enter");
    assert!(player.picture().contains("[Contacts]"), "{}", player.picture());
    player.keys("Esc Enter").click("Next    ").keys("Enter");
    assert!(player.picture().contains("Next action for Farlight"), "{}", player.picture());
}

#[test]
fn what_a_block_lacks_is_added_where_it_stands() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("/ 'YT-003' Enter Enter").click("Bought from us   ").keys("Enter");
    player.keys("'X200;bought=2025-07-10' Enter");
    assert!(player.picture().contains("X200"), "{}", player.picture());
}
