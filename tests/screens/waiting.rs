//! Which keys wait for a list that takes its time.

use fieldcard::domain::agenda::Horizon;
use fieldcard::domain::language::Language;
use fieldcard::store::Freshness;
use fieldcard::tui::effect::{Effect, Outcome};
use fieldcard::tui::listing::Extent;
use fieldcard::tui::today::DueList;

use crate::player::{Player, day};

fn samples() -> Player {
    Player::samples(120, 16, Language::English)
}

#[test]
fn behind_the_way_to_the_end_keys_wait_for_the_end() {
    let mut late = samples().with_late_lists();
    late.keys("/ 'e' Enter j");
    assert!(!late.app.awaits_list(), "the card under the cursor is seen");
    late.keys("G");
    assert!(late.app.awaits_list(), "what stands at the end is not known");
    late.bring_lists();
    assert!(!late.app.awaits_list());
    assert_eq!(late.picture(), samples().keys("/ 'e' Enter j G").picture());
}

#[test]
fn the_first_page_of_today_is_enough_where_it_is_sure() {
    let mut late = samples().with_late_lists();
    late.keys("2");
    let asked = late.late_lists().iter().find_map(|effect| match effect {
        Effect::List(generation, ..) => Some(*generation),
        _ => None,
    });
    let rows = late.app.listing.height();
    for (freshness, waits) in [(Freshness::AsKept, true), (Freshness::Exact, false)] {
        let due = late.store.due_cards(Horizon::Today, day(), freshness, Some(rows)).expect("it is listed");
        let page = DueList::of(&due, Horizon::Today, Extent::FirstPage, freshness);
        late.app.receive(Outcome::Due(asked.expect("a list was asked for"), page, Extent::FirstPage));
        assert_eq!(late.app.awaits_list(), waits, "{freshness:?}");
    }
    late.settle();
    let seen = late.app.listing.selected();
    late.bring_lists();
    assert_eq!(late.app.listing.selected(), seen);
    assert_eq!(late.picture(), samples().keys("2").picture());
}
