//! One line to log a contact, and what is to be done next, key by key.

use fieldcard::domain::card::Card;
use fieldcard::domain::choice::Choice;
use fieldcard::domain::contact::{ContactKind, Outcome};
use fieldcard::domain::draft::{NewCard, NewPerson};
use fieldcard::domain::language::Language;
use fieldcard::domain::party::Party;
use fieldcard::store::{Act, Store};

use crate::player::Player;

fn name(player: &Player) -> String {
    card(player).name
}

fn card(player: &Player) -> Card {
    player.app.current().expect("a card").card.clone()
}

/// What is to be done next: day, kind, note.
fn next(player: &Player) -> String {
    let next = card(player).next_action;
    let told = next.map(|next| format!("{} {:?} {}", next.on, next.kind, next.note));
    told.unwrap_or_default()
}

/// The names on the list, from the top.
fn names(player: &Player) -> Vec<String> {
    let rows = player.app.listing.visible().iter().filter_map(|card| player.app.listing.row(*card));
    rows.map(|row| row.name.clone()).collect()
}

#[test]
fn putting_off_keeps_the_way_and_the_words_of_the_plan() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("2");
    let due = names(&player);
    player.keys("j");
    let before = player.app.current().expect("a card").card.next_action.clone().expect("a plan");
    player.keys("n '+3d' Enter");
    assert_eq!(name(&player), due[2], "put off: the next one takes its line");
    player.keys("1 / 'Delta' Enter");
    let after = player.app.current().expect("a card").card.next_action.clone().expect("a plan");
    assert_eq!((after.kind, after.note), (before.kind, before.note));
    assert_eq!(after.on.to_string(), "2026-07-03");
}

#[test]
fn the_last_log_is_corrected_where_it_was_typed() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter c 'call order +M promise samples by fri next wed wants blue' Enter");
    player.keys("C");
    let picture = player.picture();
    assert!(
        picture.contains("phone order, +M, next 2026-07-01, promise samples by 2026-07-03, wants blue"),
        "{picture}"
    );
    player.keys("' and red' Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!((card.contacts.len(), card.contacts[0].note.as_str()), (1, "wants blue and red"));
    assert_eq!((card.assertions.len(), card.contacts[0].promises.len()), (1, 1));
    player.keys("C Ctrl-U 'visit interested -M' Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(card.contacts[0].outcomes, [Outcome::Interested]);
    assert_eq!((card.assertions.len(), card.contacts[0].promises.len(), card.next_action), (1, 0, None));
    player.keys("u");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!((card.contacts[0].note.as_str(), card.contacts[0].promises.len()), ("wants blue and red", 1));
}

#[test]
fn what_is_left_out_of_a_contact_is_told_of_the_line_and_of_the_form() {
    let acme = |store: &mut Store| {
        let new = NewCard { party: Party::Organisation, ..NewCard::named("Acme") };
        store.write(Act::Add, "Acme", |door| door.add_card(&new)).expect("a card");
    };
    for script in ["c 'visit +A +M liked it' Enter", "c 'visit +A +M liked it' Tab Ctrl-S"] {
        let mut player = Player::on(120, 36, Language::English, acme);
        player.keys(script);
        let picture = player.picture();
        assert!(picture.contains("Logged with Acme (A yes: nobody on the card to say it of)."), "{picture}");
        let said: Vec<_> = card(&player).assertions.iter().map(|said| said.letter.code()).collect();
        assert_eq!(said, ["m"], "{script}");
    }
    let mut player = Player::on(120, 36, Language::English, acme);
    player.keys("c 'visit ?A' Enter");
    assert_eq!(card(&player).assertions.len(), 1, "what was said of nobody is withdrawn");
}

#[test]
fn what_was_said_goes_with_a_contact_that_is_corrected_to_another_person() {
    let mut player = Player::on(120, 36, Language::English, |store| {
        store
            .write(Act::Add, "Acme", |door| {
                let named = |name: &str| NewPerson { name: name.to_owned(), ..NewPerson::default() };
                door.add_card(&NewCard {
                    party: Party::Organisation,
                    people: vec![named("Pat"), named("Ann")],
                    ..NewCard::named("Acme")
                })
            })
            .expect("a card");
    });
    player.keys("c 'call @Pat +A +M spoke' Enter");
    player.keys("C Ctrl-U 'call @Ann +A -N spoke' Enter");
    let card = player.app.current().expect("a card").card.clone();
    let ann = card.person_called("Ann").expect("a person").id;
    assert_eq!(card.contacts[0].person, Some(ann));
    let said: Vec<_> = card.assertions.iter().map(|said| (said.letter.code(), said.person)).collect();
    assert_eq!(said, [("a", Some(ann)), ("n", Some(ann))]);
    player.keys("u");
    let card = player.app.current().expect("a card").card.clone();
    let pat = card.person_called("Pat").expect("a person").id;
    assert!(card.assertions.iter().all(|said| said.person == Some(pat)), "{:?}", card.assertions);
}

#[test]
fn a_contact_of_another_day_is_logged_and_its_day_corrected_from_the_line() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter c 'yesterday call order +M'");
    assert!(player.picture().contains("Day 2026-06-29 Mon"), "{}", player.picture());
    player.keys("Enter");
    let days = |player: &Player| {
        let card = card(player);
        format!("{} {}", card.contacts[0].on, card.assertions[0].on)
    };
    assert_eq!(days(&player), "2026-06-29 2026-06-29");
    player.keys("C");
    assert!(player.picture().contains("2026-06-29 phone order"), "{}", player.picture());
    player.keys("' and more' Enter");
    assert_eq!(days(&player), "2026-06-29 2026-06-29");
    player.keys("C Home 'on 06-25 ' Delete Delete Delete Delete Delete Delete Delete Delete Delete Delete");
    player.keys("Enter");
    assert_eq!(days(&player), "2026-06-25 2026-06-25");
    player.keys("C Ctrl-U 'call order +M' Enter");
    assert_eq!(days(&player), "2026-06-30 2026-06-30");
    player.keys("u u");
    assert_eq!(days(&player), "2026-06-29 2026-06-29");
    player.keys("c 'last fri call fine' Tab");
    assert!(player.picture().contains("2026-06-26"), "{}", player.picture());
}

#[test]
fn what_a_log_line_does_not_understand_is_told_and_kept_as_a_note() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter c 'call +X next 2026-06-31 @nobody'");
    let picture = player.picture();
    for said in ["no such letter +X", "no such day next 2026-06-31", "nobody of that name"] {
        assert!(picture.contains(said), "{said}: {picture}");
    }
    player.keys("Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(card.contacts[0].note, "+X next 2026-06-31 @nobody");
}

#[test]
fn a_kind_and_a_person_are_completed() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Kim Roe @Lakeside Works' Enter c 'vis'");
    assert!(player.picture().contains("Ctrl-N visit"), "{}", player.picture());
    player.keys("Ctrl-N '@k'");
    assert!(player.picture().contains("Ctrl-N @Kim-Roe"), "{}", player.picture());
    player.keys("Ctrl-N '+A'");
    assert!(!player.picture().contains("Ctrl-N"), "{}", player.picture());
    player.keys("Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(card.contacts[0].kind, fieldcard::domain::contact::ContactKind::Visit);
    assert_eq!(card.contacts[0].person, Some(card.people[0].id));
}

#[test]
fn every_bad_log_line_says_what_it_does_not_understand_and_is_kept() {
    for (typed, said, kept) in [
        ("call next fri next mon", "one next action only", "next mon"),
        ("call next 2026-06-31", "no such day", "next 2026-06-31"),
        ("call next 31 June", "no such day", "next 31 June"),
        ("call next 2026-06-01", "that day has passed", "next 2026-06-01"),
        ("call +X", "no such letter", "+X"),
        ("call @nobody", "nobody of that name here", "@nobody"),
    ] {
        let mut player = Player::empty(80, 24, Language::English);
        player.keys("a 'Ana Torres' Enter").keys(&format!("c '{typed}'"));
        assert!(player.picture().contains(said), "{typed}: {}", player.picture());
        player.keys("Enter");
        let card = player.app.current().expect("a card").card.clone();
        assert!(card.contacts[0].note.contains(kept), "{typed}: {}", card.contacts[0].note);
    }
}

#[test]
fn a_log_line_of_nothing_is_refused_and_one_of_a_hundred_thousand_characters_is_kept() {
    let mut player = Player::empty(80, 24, Language::English);
    player.keys("a 'Ana Torres' Enter c Enter");
    assert!(player.picture().contains("Log with") || !player.app.layers.is_empty(), "{}", player.picture());
    let long = format!("call {}", "价".repeat(100_000));
    player.paste(&long).keys("Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!((card.contacts.len(), card.contacts[0].note.chars().count()), (1, 100_000));
}

#[test]
fn days_typed_move_the_next_action_by_so_many_and_the_day_they_lead_to_is_said() {
    let mut player = Player::empty(80, 24, Language::English);
    player.keys("a 'Ana Torres' Enter n 'jul 10 call offer' Enter n '+3d'");
    let picture = player.picture();
    assert!(picture.contains("2026-07-13 Mon phone offer") && picture.contains("was Jul 10"), "{picture}");
    player.keys("Enter");
    assert_eq!(next(&player), "2026-07-13 Some(Phone) offer");
    player.keys("n 'fri' Enter");
    assert_eq!(next(&player), "2026-07-03 Some(Phone) offer");
}

#[test]
fn what_becomes_of_the_plan_is_said_before_a_contact_is_logged_and_after() {
    for (planned, line, said, left) in [
        ("jul 10 call offer", "call fine", "done with this: 2026-07-10 phone offer", ""),
        ("jul 10 call offer", "visit fine", "done with this: 2026-07-10 phone offer", ""),
        ("jul 10 visit", "visit fine", "done with this: 2026-07-10 visit", ""),
        ("jul 10 visit", "call confirmed", "closes the appointment: 2026-07-10 visit", ""),
        ("jul 10 visit", "call next fri", "no longer: 2026-07-10 visit", "2026-07-03 None "),
    ] {
        let mut player = Player::empty(120, 36, Language::English);
        player.keys(&format!("a 'Ana Torres' Enter n '{planned}' Enter c '{line}'"));
        assert!(player.picture().contains(said), "{line}: {}", player.picture());
        player.keys("Enter");
        let picture = player.picture();
        assert!(
            picture.contains(&format!("Logged with Ana Torres ({said}). u takes it back, C corrects it.")),
            "{picture}"
        );
        assert_eq!(next(&player), left, "{line} after {planned}");
    }
}

#[test]
fn pasted_lines_become_a_text_of_several_lines_in_the_whole_form() {
    let mut player = Player::empty(80, 24, Language::English);
    let pasted: Vec<String> = (1..=5_000).map(|line| format!("line {line}, order no. {line}")).collect();
    player.keys("a 'Kim Roe @Lakeside Works' Enter c 'call interested @Kim long talk'");
    player.paste(&(pasted.join("\r\n") + "\n"));
    assert!(player.picture().contains("line 5000, order no. 5000"), "{}", player.picture());
    player.keys("Ctrl-S Ctrl-S");
    let contact = card(&player).contacts[0].clone();
    assert_eq!(contact.note, format!("long talk\n{}", pasted.join("\n")));
    assert_eq!((contact.kind, contact.outcomes), (ContactKind::Phone, vec![Outcome::Interested]));
    assert_eq!(contact.person, Some(card(&player).people[0].id));
}

#[test]
fn a_pasted_line_with_its_end_is_a_line() {
    let mut player = Player::empty(80, 24, Language::English);
    player.keys("a 'Ana Torres' Enter c 'call '").paste("wants a price\n").keys("Enter");
    assert_eq!(card(&player).contacts[0].note, "wants a price");
}

#[test]
fn the_whole_form_takes_over_all_that_was_typed_into_the_line() {
    let mut player = Player::empty(120, 36, Language::English);
    player.keys("a 'Kim Roe @Lakeside Works' Enter");
    player.keys(
        "c 'call @Kim promise samples by fri promise prices by mon they-promise answer by tue' Tab Ctrl-S",
    );
    let contact = card(&player).contacts[0].clone();
    let promises: Vec<_> = contact.promises.iter().map(|made| made.text.as_str()).collect();
    assert_eq!(promises, ["samples", "prices", "answer"]);
    assert_eq!(contact.person, Some(card(&player).people[0].id));
    assert_eq!(contact.note, "");
}

#[test]
fn a_correction_leaves_a_plan_alone_that_its_line_does_not_tell() {
    for (planned, note) in [("jul 10 call offer", "wait for next week"), ("jun 25", "fine")] {
        let mut player = Player::empty(120, 36, Language::English);
        player.keys(&format!("a 'Ana Torres' Enter c 'call no-answer {note}' Enter n '{planned}' Enter"));
        let before = next(&player);
        player.keys("C ' more' Enter");
        assert_eq!(next(&player), before);
        assert_eq!(card(&player).contacts[0].note, format!("{note} more"));
    }
}

#[test]
fn what_can_be_typed_is_told_over_the_line_and_what_was_typed_stays() {
    for (keys, told) in [("c", "+N -A ?M"), ("a", "#vip"), ("/", "silent:>30d")] {
        for language in Language::ALL {
            for (columns, rows) in [(80, 24), (120, 36)] {
                let mut player = Player::samples(columns, rows, *language);
                player.keys(keys);
                let footer = fieldcard::lang::words(*language).footer_line_help();
                assert!(player.picture().contains(&format!("F1 {footer}")), "{}", player.picture());
                player.keys("'xyz'").keys("F1");
                assert!(player.picture().contains(told), "{}", player.picture());
                player.keys("Esc 'w'");
                assert!(player.picture().contains("xyzw"), "{}", player.picture());
            }
        }
    }
}

#[test]
fn a_second_next_action_stays_a_note_that_is_told_of_when_logged_and_when_corrected() {
    for keys in ["c 'call next fri next mon'", "c 'call' Enter C Ctrl-U 'call next fri next mon'"] {
        let mut player = Player::samples(120, 36, Language::English);
        player.keys("a 'Ana Torres' Enter").keys(keys);
        assert!(player.picture().contains("one next action only next mon"), "{}", player.picture());
        player.keys("Enter");
        let card = &player.app.current().expect("a card").card;
        let next = card.next_action.as_ref().map(|next| next.on.to_string());
        assert_eq!((next.as_deref(), card.contacts[0].note.as_str()), (Some("2026-07-03"), "next mon"));
    }
}
