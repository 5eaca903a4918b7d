//! Marking cards, and what is done to all that are marked.

use fieldcard::domain::card::Card;
use fieldcard::domain::language::Language;
use fieldcard::domain::man::assertion::Answer;
use fieldcard::domain::position::Position;
use fieldcard::domain::query::Query;
use fieldcard::store::{Act, Sort};

use crate::player::{Player, day};

fn player() -> Player {
    Player::samples(120, 36, Language::English)
}

/// All cards of the list, by name.
fn cards(player: &Player) -> Vec<Card> {
    let ids = player.store.list(&Query::default(), &Sort::default(), day(), None).expect("a list");
    ids.into_iter().map(|id| player.store.card(id).expect("read").expect("there")).collect()
}

fn tagged(player: &Player, tag: &str) -> usize {
    cards(player).iter().filter(|card| card.tags.iter().any(|known| known == tag)).count()
}

#[test]
fn cards_are_marked_one_by_one_in_ranges_and_all() {
    let mut player = player();
    let all = cards(&player).len();
    for (script, marked) in [
        ("x", 1),
        ("x x", 3),
        ("k k x", 2),
        ("j j j X", 5),
        ("Ctrl-A", all),
        ("Ctrl-A", 0),
        ("Shift-Down Shift-Down", 3),
        ("Esc", 0),
    ] {
        player.keys(script);
        assert_eq!(player.app.listing.marks().len(), marked, "{script}");
    }
}

#[test]
fn the_footer_names_a_key_once() {
    let mut player = player();
    player.keys("x x");
    let picture = player.picture();
    let footer = picture.lines().last().expect("a footer");
    let keys: Vec<&str> = footer.split("  ").filter_map(|hint| hint.split_whitespace().next()).collect();
    for key in &keys {
        assert_eq!(keys.iter().filter(|other| other == &key).count(), 1, "{key} in {footer}");
    }
}

#[test]
fn the_footer_tells_how_many_and_what_can_be_done_in_every_language() {
    for language in Language::ALL {
        let mut player = Player::samples(80, 24, *language);
        player.keys("x x");
        let words = fieldcard::lang::words(*language);
        let picture = player.picture();
        let footer = picture.lines().last().expect("a footer");
        for word in [words.marked(&2), words.footer_tags(), words.footer_export(), words.footer_bin()] {
            assert!(footer.contains(&word), "{word} in {footer}");
        }
        player.keys("t 'spring' Enter");
        assert!(player.picture().contains(&words.bulk_done(&2)), "{}", player.picture());
    }
}

#[test]
fn marks_outlive_the_search_they_were_made_in() {
    let mut player = player();
    player.keys("x / 'position:target' Enter x Esc");
    assert_eq!(player.app.listing.marks().len(), 2);
    player.keys("t 'spring' Enter");
    assert_eq!(tagged(&player, "spring"), 2);
}

#[test]
fn tags_go_on_and_off_as_one_change() {
    let mut player = player();
    player.keys("Ctrl-A t 'spring fair' Enter");
    let all = cards(&player).len();
    assert_eq!((tagged(&player, "spring"), tagged(&player, "fair")), (all, all));
    player.keys("t '-fair' Enter");
    assert_eq!((tagged(&player, "spring"), tagged(&player, "fair")), (all, 0));
    player.keys("u u");
    assert_eq!((tagged(&player, "spring"), tagged(&player, "fair")), (0, 0));
    let entry = &player.store.journal(None, 1).expect("a journal")[0];
    assert_eq!((entry.act, entry.count, entry.undone), (Act::Tag, all as u64, true));
}

#[test]
fn the_bin_takes_all_marked_and_undo_brings_them_back() {
    let mut player = player();
    let all = cards(&player).len();
    player.keys("x x x d");
    assert_eq!((cards(&player).len(), player.app.listing.marks().len()), (all - 3, 0));
    let said = player.picture();
    assert!(said.contains("3 cards in the bin: ") && said.contains("(0 out of sight)"), "{said}");
    player.keys("u");
    assert_eq!(cards(&player).len(), all);
    assert!(player.picture().contains("Taken back: binned 3 cards. Ctrl-R"), "{}", player.picture());
}

#[test]
fn a_field_is_chosen_and_set_on_all_marked() {
    let mut player = player();
    player.keys("x x x e 'industry' Enter 'Printing' Enter");
    let printing = |card: &Card| card.field_texts("industry") == ["Printing"];
    assert!(cards(&player).iter().filter(|card| printing(card)).count() >= 3);
    player.keys("e 'kind' Enter 'enterprise' Enter");
    assert!(player.picture().contains("3 cards changed"), "{}", player.picture());
}

#[test]
fn a_next_action_is_set_on_all_marked() {
    let mut player = player();
    player.keys("x x n 'jul 3 call about spring' Enter");
    let next = |card: &Card| card.next_action.clone().filter(|next| next.note == "about spring");
    let set: Vec<_> = cards(&player).iter().filter_map(next).collect();
    assert_eq!((set.len(), set[0].on), (2, day() + chrono::Days::new(3)));
}

#[test]
fn cards_that_cannot_move_stay_marked_and_the_reason_is_said() {
    let mut player = player();
    player.keys("a 'Ann One' Enter x / 'Ann' Enter k x Esc");
    player.keys("Esc a 'Bob Two' Enter k x");
    player.keys("p 'target' Enter 'fits' Enter");
    let marked = player.app.listing.marks().len();
    player.keys("p 'target' Enter 'fits' Enter");
    assert!(player.picture().contains("still marked"), "{}", player.picture());
    assert!(player.app.listing.marks().len() >= marked);
}

#[test]
fn marked_cards_move_by_the_form_of_a_single_move() {
    let mut player = player();
    for name in ["Ann One", "Bob Two"] {
        player.keys(&format!("a '{name}' Enter p 'actual' Enter '3000' Ctrl-S"));
    }
    player.keys("/ 'Ann One' Enter x Esc / 'Bob Two' Enter x");
    assert_eq!(player.app.listing.marks().len(), 2);
    player.keys("p 'lost' Enter");
    let picture = player.picture();
    for asked in ["Reason", "In words", "Went to", "Can be won back"] {
        assert!(picture.contains(asked), "{asked}: {picture}");
    }
    player.keys("Ctrl-S");
    assert!(player.picture().contains("Reason"), "without a reason it is not taken: {}", player.picture());
    player.keys("'price' Tab 'too' Esc p 'lost' Enter");
    assert!(player.picture().contains("price"), "what was typed is kept: {}", player.picture());
    player.keys("Tab ' dear' Tab 'Grand' Tab 'yes' Ctrl-S");
    let moves: Vec<_> = cards(&player)
        .into_iter()
        .filter(|card| ["Ann One", "Bob Two"].contains(&card.name.as_str()))
        .filter_map(|card| card.moves.into_iter().last())
        .collect();
    assert_eq!(moves.len(), 2);
    for change in moves {
        let told = (change.to, change.note.as_str(), change.rival.as_str(), change.recoverable);
        assert_eq!(told, (Position::Lost, "too dear", "Grand", Answer::Yes));
    }
    player.keys("u");
    assert!(cards(&player).iter().all(|card| card.moves.last().is_none_or(|change| change.rival.is_empty())));
}

#[test]
fn letters_are_never_answered_for_marked_cards() {
    let mut player = player();
    player.keys("a 'Ann One' Enter Ctrl-A N wait");
    let said: usize = cards(&player)
        .iter()
        .map(|card| card.assertions.iter().filter(|said| said.on == day()).count())
        .sum();
    assert_eq!(said, 1);
}

#[test]
fn marked_cards_are_written_to_a_file_and_the_lending_log() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    let mut player = player();
    player.keys(&format!("x x x o '{}; Li Lei; mailing' Enter", path.display()));
    let written = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(written.lines().count(), 4, "{written}");
    assert!(player.picture().contains("list.csv"), "{}", player.picture());
    assert!(player.app.listing.marks().len() == 3);
}

#[test]
fn no_marked_card_is_put_off_to_a_day_that_has_passed() {
    let mut player = Player::empty(120, 36, Language::English);
    player.keys("a 'Ana One' Enter n 'jul 10 call offer' Enter a 'Ana Two' Enter Ctrl-A n 'yesterday call'");
    assert!(player.picture().contains("cannot lie in the past"), "{}", player.picture());
    player.keys("Enter wait");
    assert!(player.picture().contains("yesterday call"), "the line stays: {}", player.picture());
    let next = |player: &Player| player.app.current().expect("a card").card.next_action.clone();
    assert_eq!(next(&player), None);
    player.keys("Ctrl-U 'fri call' Enter wait");
    assert_eq!(next(&player).expect("a plan").on.to_string(), "2026-07-03");
}

#[test]
fn a_distance_moves_each_marked_card_on_from_its_own_day() {
    let mut player = Player::empty(120, 36, Language::English);
    for (name, next) in [("Ana One", "jul 10 call offer"), ("Ana Two", "jul 20 visit"), ("Ana Three", "")] {
        player.keys(&format!("a '{name}' Enter"));
        if !next.is_empty() {
            player.keys(&format!("n '{next}' Enter"));
        }
    }
    player.keys("Ctrl-A n '+3d'");
    assert!(player.picture().contains("from its own day"), "{}", player.picture());
    player.keys("Enter wait");
    let next = |player: &mut Player, name: &str| {
        player.keys(&format!("/ Ctrl-U '{name}' Enter"));
        let next = player.app.current().expect("a card").card.next_action.clone().expect("a plan");
        format!("{} {}", next.on, next.note)
    };
    assert_eq!(next(&mut player, "One"), "2026-07-13 offer");
    assert_eq!(next(&mut player, "Two"), "2026-07-23 ");
    assert_eq!(next(&mut player, "Three"), "2026-07-03 ");
}

#[test]
fn marks_are_seen_on_today_and_heeded_there() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("2 x x");
    let picture = player.picture();
    assert_eq!(picture.lines().filter(|line| line.contains("│*")).count(), 2, "{picture}");
    player.keys("d");
    assert!(player.picture().contains("2 cards in the bin"), "{}", player.picture());
}

#[test]
fn nothing_is_marked_where_no_mark_is_seen() {
    for keys in ["Enter x", "2 v x"] {
        let mut player = Player::samples(120, 36, Language::English);
        player.keys(keys);
        assert!(player.app.listing.marks().is_empty(), "{keys}: {}", player.picture());
    }
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("2 x x v");
    assert!(
        !player.picture().contains("2 marked"),
        "in the plan no key is meant for them: {}",
        player.picture()
    );
    player.keys("v");
    assert!(player.picture().contains("2 marked"), "{}", player.picture());
}
