//! The visits of the day, key by key.

use fieldcard::domain::contact::NextAction;
use fieldcard::domain::draft::NewCard;
use fieldcard::domain::language::Language;
use fieldcard::domain::reach::{AddressKind, Place};
use fieldcard::store::Act;

use crate::player::Player;

/// The names on the list, from the top.
fn names(player: &Player) -> Vec<String> {
    let rows = player.app.listing.visible().iter().filter_map(|card| player.app.listing.row(*card));
    rows.map(|row| row.name.clone()).collect()
}

/// Cards with addresses in two zones, all due.
pub fn route(player: &mut Player) {
    for (name, zone, order) in [("Ana", "West", 2), ("Ben", "West", 1), ("Cleo", "East", 1)] {
        let place = Place {
            street: "1 Canal Road".into(),
            zone: zone.into(),
            order: Some(order),
            ..Place::empty(AddressKind::Office)
        };
        let next_action = Some(NextAction { on: crate::player::day(), kind: None, note: "offer".into() });
        let new = NewCard { addresses: vec![place], next_action, ..NewCard::named(name) };
        player.store.write(Act::Add, name, |door| door.add_card(&new)).expect("it is written");
    }
}

#[test]
fn the_visits_of_the_day_are_proposed_kept_made_moved_and_dropped() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::empty(columns, rows, Language::English);
        route(&mut player);
        player.keys("2 v");
        let picture = player.picture();
        for said in
            ["Visits: West", "proposed: P keeps it", "09:00 due", "1 Canal Road West 1", "1 more due in East"]
        {
            assert!(picture.contains(said), "{said}: {picture}");
        }
        assert_eq!(names(&player), ["Ben", "Ana"]);
        player.keys("-");
        assert!(player.picture().contains("P keeps it."), "{}", player.picture());
        player.keys("P");
        let picture = player.picture();
        assert!(picture.contains("0 of 2 made") && picture.contains("1 more due in East"), "{picture}");
        player.keys("g g c 'visit fine' Enter");
        assert!(player.picture().contains("1 of 2 made, 0 moved, 0 dropped"), "{}", player.picture());
        for (key, typed) in [("m", "fri"), ("-", "ill at home")] {
            player.keys(&format!("G {key} '{typed}' Esc {key}"));
            assert!(player.picture().contains(&format!("│ {typed}")), "{}", player.picture());
            player.keys("Ctrl-T Esc");
        }
        player.keys("G m 'fri call' Enter");
        assert!(player.picture().contains("fri call"), "its words would be lost: {}", player.picture());
        player.keys("Ctrl-T Esc");
        player.keys("G m 'fri' Enter");
        assert!(
            player.picture().contains("1 of 2 made, 1 moved") && player.picture().contains("moved to Jul 03")
        );
        // What became of it already is not what became of it again: it would stand in two later plans.
        player.keys("m");
        let picture = player.picture();
        assert!(picture.contains("No open visit of") && !picture.contains(" m another day"), "{picture}");
        let card = player.app.current().expect("a card").card.clone();
        assert_eq!(card.next_action.map(|next| next.on.to_string()).as_deref(), Some("2026-07-03"));
        player.keys("u - 'ill' Enter");
        let picture = player.picture();
        assert!(picture.contains("0 moved, 1 dropped") && picture.contains("ill"), "{picture}");
        player.keys("u u u");
        assert!(player.picture().contains("proposed: P keeps it"), "{}", player.picture());
        player.keys("z Enter");
        assert_eq!(names(&player), ["Cleo"]);
        player.keys("v");
        assert_eq!(names(&player).len(), 3, "{}", player.picture());
    }
}

#[test]
fn every_zone_with_something_due_is_one_choice_away_and_so_is_the_plan_that_was_kept() {
    let mut player = Player::empty(80, 24, Language::English);
    route(&mut player);
    player.keys("2 v z");
    let picture = player.picture();
    assert!(picture.contains("East") && picture.contains("2 due, shown now"), "{picture}");
    player.keys("Enter");
    assert_eq!(names(&player), ["Cleo"]);
    player.keys("z");
    assert!(player.picture().contains("1 due, shown now"), "{}", player.picture());
    player.keys("Enter P");
    assert_eq!(names(&player), ["Ben", "Ana"]);
    player.keys("g g c 'visit fine' Enter z");
    assert!(player.picture().contains("The zone to visit"));
    player.keys("'West'");
    assert!(player.picture().contains("Nothing like it"), "all of it is in the plan: {}", player.picture());
    player.keys("Esc z Enter");
    assert_eq!(names(&player), ["Cleo"]);
    player.keys("z 'plan of today' Enter");
    assert_eq!(names(&player), ["Ben", "Ana"]);
    assert!(player.picture().contains("1 of 2 made"), "{}", player.picture());
}

#[test]
fn a_day_goes_on_to_the_next_zone() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::empty(columns, rows, Language::English);
        route(&mut player);
        player.keys("2 v +");
        let picture = player.picture();
        assert!(picture.contains("Visits: West, East") && picture.contains("11:15 due"), "{picture}");
        assert!(!picture.contains("more due in"), "{picture}");
        assert_eq!(names(&player), ["Ben", "Ana", "Cleo"]);
        player.keys("+");
        assert!(player.picture().contains("Nobody is due in another zone."), "{}", player.picture());
        player.keys("z 'East' Enter +");
        assert_eq!(names(&player), ["Cleo", "Ben", "Ana"]);
        player.keys("P +");
        let picture = player.picture();
        assert!(picture.contains("0 of 3 made") && picture.contains("z shows another zone"), "{picture}");
    }
}

#[test]
fn keeping_another_zone_forgets_no_visit_that_was_made() {
    let mut player = Player::empty(80, 24, Language::English);
    route(&mut player);
    player.keys("2 v P g g c 'visit fine' Enter z Enter P");
    assert_eq!(names(&player), ["Ben", "Cleo"]);
    assert!(player.picture().contains("1 of 2 made"), "{}", player.picture());
}

#[test]
fn who_is_due_and_has_no_address_is_listed_from_the_plan() {
    let mut player = Player::empty(80, 24, Language::English);
    route(&mut player);
    let next_action = Some(NextAction { on: crate::player::day(), kind: None, note: String::new() });
    let new = NewCard { next_action, ..NewCard::named("Nowhere Ltd") };
    player.store.write(Act::Add, "", |door| door.add_card(&new)).expect("it is written");
    player.keys("2 v");
    assert!(
        player.picture().contains("1 card is due and has no address: z lists it"),
        "{}",
        player.picture()
    );
    player.keys("z 'without' Enter");
    assert_eq!(names(&player), ["Nowhere Ltd"]);
    assert_eq!(player.app.listing.question.text, "due:..today no:address");
}

#[test]
fn no_name_is_cut_beside_the_sheet() {
    for language in Language::ALL {
        let mut player = Player::samples(120, 36, *language);
        player.keys("2 v");
        let picture = player.picture();
        let stops = &player.app.today.plan.stops;
        assert!(stops.len() > 1, "{picture}");
        for stop in stops {
            let name = &player.app.listing.row(stop.card).expect("a row").name;
            assert!(
                picture.lines().any(|line| line.starts_with('│') && line.contains(name)),
                "{name} in\n{picture}"
            );
        }
    }
}
