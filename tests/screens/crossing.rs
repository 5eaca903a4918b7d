//! Two programs at one thing of a card that is edited in one line: neither writes over the other without a word.

use fieldcard::domain::card::Card;
use fieldcard::domain::contact::NextAction;
use fieldcard::domain::detail::{NewDetail, text};
use fieldcard::domain::language::Language;
use fieldcard::domain::plan::Frame;
use fieldcard::domain::spec;
use fieldcard::store::{Act, Door, StoreError};
use fieldcard::tui::effect::Outcome;

use crate::plan::route;
use crate::player::{Player, day};

/// A card with a person, a need, a contact and something to be done next, opened.
fn opened() -> Player {
    let mut player = Player::empty(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter c 'call asked' Enter n 'fri offer' Enter Enter");
    player.keys("o 'need' Enter 'quiet machine;weight=5' Enter");
    let ben = spec::person("Ben;title=buyer", day()).expect("a person").person;
    let id = card(&player).id;
    player.store.write(Act::Edit, "", |door| door.put_person(id, &ben)).expect("written");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
    player
}

fn card(player: &Player) -> Card {
    player.app.current().expect("a card").card.clone()
}

type Elsewhere = fn(&mut Door<'_>, &Card) -> Result<(), StoreError>;

fn edits_the_person(door: &mut Door<'_>, card: &Card) -> Result<(), StoreError> {
    let theirs = spec::person("Ben;title=theirs", day()).expect("a person").person;
    door.edit_person(card.id, card.people[0].id, &theirs)
}

fn edits_the_need(door: &mut Door<'_>, card: &Card) -> Result<(), StoreError> {
    let known = &card.details[0];
    let theirs: NewDetail = text::read(known.group, "theirs", day()).expect("a need");
    door.edit_detail(card.id, known.id, &theirs)
}

fn plans(door: &mut Door<'_>, card: &Card) -> Result<(), StoreError> {
    door.set_next(card.id, Some(&NextAction { on: day(), kind: None, note: "theirs".into() }))
}

fn notes(door: &mut Door<'_>, card: &Card) -> Result<(), StoreError> {
    let known = &card.contacts[0];
    door.set_contact_note(card.id, known.id, &known.note, "theirs")
}

/// What is said of the four things of the card.
fn said(player: &Player) -> [String; 4] {
    let card = card(player);
    let next = card.next_action.map(|next| next.note).unwrap_or_default();
    let (person, need) = (card.people[0].title.clone(), card.details[0].head().to_owned());
    [person, need, next, card.contacts[0].note.clone()]
}

const CASES: [(&str, &str, &str, Elsewhere); 4] = [
    ("Ben", "Enter", "Ben;title=mine", edits_the_person),
    ("quiet machine", "Enter", "mine", edits_the_need),
    ("", "n", "fri mine", plans),
    ("", "C", "call mine", notes),
];

/// Types into the line of one thing, and lets another program write it meanwhile.
fn typed_while_written(place: usize) -> Player {
    let (row, key, line, elsewhere) = CASES[place];
    let mut player = opened();
    if !row.is_empty() {
        player.click(row);
    }
    player.keys(key).keys(&format!("Ctrl-U '{line}'"));
    let before = card(&player);
    let mut other = player.store.another().expect("a second program");
    other.write(Act::Edit, "", |door| elsewhere(door, &before)).expect("written");
    player
}

#[test]
fn what_another_program_wrote_is_shown_beside_what_was_typed() {
    for place in 0..CASES.len() {
        for (choice, expected) in [("Enter", "mine"), ("Down Enter", "theirs")] {
            let mut player = typed_while_written(place);
            player.app.receive(Outcome::ForeignWrite);
            player.settle();
            player.keys("Enter");
            let picture = player.picture();
            assert!(picture.contains("mine") && picture.contains("theirs"), "{picture}");
            player.keys(choice);
            assert_eq!(said(&player)[place], expected, "{}", player.picture());
        }
    }
}

#[test]
fn what_was_written_a_moment_before_is_not_written_over() {
    for place in 0..CASES.len() {
        let mut player = typed_while_written(place);
        player.keys("Enter");
        assert!(player.picture().contains("changed meanwhile"), "{}", player.picture());
        assert_eq!(said(&player)[place], "theirs", "{}", player.picture());
        player.keys("Enter Enter");
        assert_eq!(said(&player)[place], "mine", "{}", player.picture());
    }
}

#[test]
fn a_plan_another_program_kept_is_not_replaced_unseen() {
    let mut player = Player::empty(120, 36, Language::English);
    route(&mut player);
    player.keys("2 v");
    let mut other = player.store.another().expect("a second program");
    let plan = other.propose_plan(&Frame::default(), day()).expect("a plan");
    other.write(Act::Plan, "", |door| door.keep_plan(day(), &plan.visits[..1])).expect("kept");
    player.keys("P");
    assert!(player.picture().contains("was changed by another program"), "{}", player.picture());
    assert_eq!(player.store.planned_visits(day()).expect("the plan").len(), 1);
}

/// A kept plan on the screen, one of its visits under the cursor and a line of it opened; another program puts that
/// visit off meanwhile.
fn visit_put_off_meanwhile(line: &str) -> Player {
    let mut player = Player::empty(120, 36, Language::English);
    route(&mut player);
    player.keys("2 v P g g").keys(line);
    let visits = player.store.planned_visits(day()).expect("the plan");
    let to = day().succ_opt().expect("a day");
    let mut other = player.store.another().expect("a second program");
    other.write(Act::Plan, "", |door| door.move_visit(visits[0].card, visits[0].id, to)).expect("moved");
    player
}

#[test]
fn a_visit_another_program_put_off_is_not_dropped_or_moved_unseen() {
    for (line, place) in [("- 'mine'", "dropped"), ("m '2026-07-20'", "moved")] {
        // Before the screen has seen it, and after.
        for seen in [false, true] {
            let mut player = visit_put_off_meanwhile(line);
            if seen {
                player.app.receive(Outcome::ForeignWrite);
                player.settle();
            }
            player.keys("Enter");
            let visit = player.store.planned_visits(day()).expect("the plan").remove(0);
            assert_eq!(visit.dropped, None, "{place} {seen}: {}", player.picture());
            assert_eq!(visit.moved_to, day().succ_opt(), "{place} {seen}: {}", player.picture());
            let said = if seen { "2026-07-01" } else { "changed meanwhile to: 2026-07-01" };
            assert!(player.picture().contains(said), "{place} {seen}: {}", player.picture());
            // Who has seen it may have it the own way.
            player.keys(if seen { "Enter" } else { "Enter Enter" });
            let visit = player.store.planned_visits(day()).expect("the plan").remove(0);
            let mine = (visit.dropped.as_deref(), visit.moved_to) != (None, day().succ_opt());
            assert!(mine, "{place} {seen}: {}", player.picture());
        }
    }
}
