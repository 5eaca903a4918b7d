use super::*;

fn listing(cards: i64, height: usize) -> Listing {
    let mut listing = Listing::new();
    listing.set_height(height);
    listing.take((1..=cards).map(CardId).collect(), Extent::Whole);
    listing
}

fn screen(listing: &Listing) -> (i64, Vec<i64>) {
    (listing.selected().map_or(0, |card| card.0), listing.visible().iter().map(|card| card.0).collect())
}

#[test]
fn the_cursor_moves_and_the_screen_follows() {
    let mut list = listing(10, 4);
    for (step, selected, visible) in [
        (Step::Lines(1), 2, [1, 2, 3, 4]),
        (Step::Lines(3), 5, [2, 3, 4, 5]),
        (Step::HalfPages(2), 9, [6, 7, 8, 9]),
        (Step::HalfPages(1), 10, [7, 8, 9, 10]),
        (Step::Lines(-2), 8, [7, 8, 9, 10]),
        (Step::First, 1, [1, 2, 3, 4]),
        (Step::Lines(-5), 1, [1, 2, 3, 4]),
        (Step::Last, 10, [7, 8, 9, 10]),
    ] {
        list.go(step);
        assert_eq!(screen(&list), (selected, visible.to_vec()), "{step:?}");
    }
}

#[test]
fn the_pages_beside_the_screen_are_asked_for_once() {
    let mut list = listing(10, 3);
    list.go(Step::To(4));
    assert_eq!(list.visible(), [3, 4, 5].map(CardId));
    assert_eq!(list.ask_rows_ahead(2), [6, 7].map(CardId));
    assert!(list.ask_rows_ahead(2).is_empty());
    assert_eq!(list.ask_rows_ahead(10), [6, 7, 8, 1, 2, 9, 10].map(CardId));
    assert!(list.ask_rows_ahead(10).is_empty());
    list.go(Step::Last);
    assert_eq!(list.ask_rows_ahead(10), [5, 6, 7, 1, 2, 3].map(CardId));
}

#[test]
fn one_key_leads_a_line_a_page_or_all_the_way() {
    let mut list = listing(10, 3);
    for (step, near) in
        [(Step::To(4), vec![6, 8, 4, 2, 1, 10]), (Step::First, vec![2, 4, 10]), (Step::Last, vec![9, 7, 1])]
    {
        list.go(step);
        assert_eq!(list.a_key_away(), near.into_iter().map(CardId).collect::<Vec<_>>(), "{step:?}");
    }
}

#[test]
fn a_new_result_keeps_the_card_under_the_cursor() {
    let mut list = listing(10, 4);
    list.go(Step::Lines(4));
    list.take([9, 5, 7].map(CardId).to_vec(), Extent::Whole);
    assert_eq!(screen(&list), (5, vec![9, 5, 7]));
    list.take([1, 2].map(CardId).to_vec(), Extent::Whole);
    assert_eq!(screen(&list), (2, vec![1, 2]), "gone: the line stays");
    list.take(Vec::new(), Extent::Whole);
    assert_eq!((list.selected(), list.is_empty()), (None, true));
    list.go(Step::Last);
    assert_eq!(list.selected(), None);
}

#[test]
fn headings_take_lines_and_the_cursor_passes_over_them() {
    use ListLine::{Card, Heading};
    let mut list = listing(7, 5);
    list.take_groups(vec![0, 2, 6]);
    assert_eq!(list.lines(), [Heading(0), Card(0), Card(1), Heading(1), Card(2)]);
    list.go(Step::Lines(2));
    assert_eq!(screen(&list), (3, vec![1, 2, 3]));
    list.go(Step::Lines(1));
    assert_eq!(list.lines(), [Heading(0), Card(1), Heading(1), Card(2), Card(3)]);
    list.go(Step::Last);
    assert_eq!(list.lines(), [Heading(1), Card(4), Card(5), Heading(2), Card(6)]);
    list.go(Step::Lines(-3));
    assert_eq!(list.lines(), [Heading(1), Card(3), Card(4), Card(5)], "a heading without a card is left out");
    list.go(Step::First);
    assert_eq!(screen(&list), (1, vec![1, 2, 3]));
    assert_eq!((list.group_of(5), list.group_of(6), list.first_of_group(1)), (Some(1), Some(2), Some(2)));
}

proptest::proptest! {
    #[test]
    fn the_cursor_is_always_on_a_line_of_the_screen(
        cards in 1_i64..40,
        height in 2_usize..12,
        sizes in proptest::collection::vec(1_usize..6, 0..12),
        steps in proptest::collection::vec(-9_isize..10, 0..20),
    ) {
        let mut list = listing(cards, height);
        let starts = sizes.iter().scan(0, |at, size| { let start = *at; *at += size; Some(start) });
        list.take_groups(starts.filter(|start| (*start as i64) < cards).collect());
        for step in steps {
            list.go(Step::Lines(step));
            let lines = list.lines();
            proptest::prop_assert!(lines.len() <= height);
            proptest::prop_assert!(lines.contains(&ListLine::Card(list.cursor())));
            let cards = lines.iter().filter(|line| matches!(line, ListLine::Card(_))).count();
            proptest::prop_assert_eq!(cards, list.visible().len());
        }
    }
}

#[test]
fn a_lower_screen_keeps_the_cursor_in_sight() {
    let mut list = listing(10, 8);
    list.go(Step::Lines(7));
    list.set_height(3);
    assert_eq!(screen(&list), (8, vec![6, 7, 8]));
}
