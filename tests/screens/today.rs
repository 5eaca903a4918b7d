//! A day's work, key by key: what is due, one line to log it, the next one under the cursor.

use fieldcard::domain::contact::{Kept, NextAction, Outcome};
use fieldcard::domain::detail::{DetailGroup, NewDetail};
use fieldcard::domain::draft::{NewCard, NewMove};
use fieldcard::domain::language::Language;
use fieldcard::domain::position::Position;
use fieldcard::store::Act;
use fieldcard::tui::effect::Outcome as Came;

use crate::player::Player;

fn player() -> Player {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("2");
    player
}

fn name(player: &Player) -> String {
    player.app.current().map(|shown| shown.card.name.clone()).unwrap_or_default()
}

/// The names on the list, from the top.
fn names(player: &Player) -> Vec<String> {
    let rows = player.app.listing.visible().iter().filter_map(|card| player.app.listing.row(*card));
    rows.map(|row| row.name.clone()).collect()
}

#[test]
fn promises_are_on_top_and_every_row_says_why() {
    let player = player();
    let picture = player.picture();
    assert!(picture.contains("2d overdue   MAN Harbour"), "{picture}");
    assert!(picture.contains("we promised: send"), "{picture}");
    assert!(picture.contains("2 Today ·18"), "{picture}");
    assert_eq!(name(&player), "Harbour Print Ltd");
}

#[test]
fn a_log_puts_the_next_due_card_under_the_cursor() {
    let mut player = player();
    let due = names(&player);
    // The promise of the first card stays open: it is still due, and the cursor goes on all the same.
    player.keys("c 'call sample arrived +N next fri' Enter");
    assert_eq!(name(&player), due[1]);
    player.keys("c 'visit confirmed next +2w' Enter");
    assert_eq!(name(&player), due[2]);
    assert!(names(&player).contains(&due[0]));
    player.keys("u");
    assert_eq!(name(&player), due[1], "what is taken back is under the cursor");
}

#[test]
fn what_was_logged_just_now_is_corrected_though_the_cursor_has_gone_on() {
    for (log, kept) in [("c 'call saw the plant' Enter", true), ("o", false), ("1 o", false)] {
        let mut player = player();
        player.keys("j");
        if log.starts_with('1') {
            player.keys("1");
        }
        let logged = name(&player);
        player.keys(log.trim_start_matches("1 "));
        assert_ne!(name(&player), logged, "{log}");
        player.keys("C");
        let picture = player.picture();
        assert!(picture.contains(&format!("Correct the last contact with {logged}")), "{log}: {picture}");
        assert_eq!(picture.contains("saw the plant"), kept, "{log}: {picture}");
        player.keys("End ' twice' Enter");
        assert_eq!(name(&player), logged, "{log}");
        let contact = player.app.current().expect("a card").card.contacts[0].clone();
        assert_eq!((contact.on, contact.note.ends_with("twice")), (crate::player::day(), true), "{log}");
    }
}

#[test]
fn a_logged_card_that_is_gone_is_missed_and_no_other_one_is_corrected() {
    for place in ["1", "2"] {
        let mut player = player();
        player.keys(&format!("{place} j"));
        let (logged, card) = (name(&player), player.app.listing.selected().expect("a card"));
        player.keys("o");
        let mut other = player.other_program();
        other.write(Act::Remove, "", |door| door.bin(card)).expect("it is removed");
        player.app.receive(Came::ForeignWrite);
        player.settle();
        player.keys("C");
        let picture = player.picture();
        assert!(picture.contains(&format!("{logged} is gone")), "{place}: {picture}");
        assert!(!picture.contains("Correct the last contact"), "{place}: {picture}");
        assert!(player.app.notice_lost_card(), "{place}: the key after it meets no card");
        let (here, before) = (name(&player), player.store.journal(None, 100).expect("it is read").len());
        player.keys("'call back, ask -M' Enter");
        assert_eq!(player.store.journal(None, 100).expect("it is read").len(), before, "{place}");
        let picture = player.picture();
        assert!(picture.contains(&format!("{logged} is gone")), "the message stands: {place}: {picture}");
        player.pass(std::time::Duration::from_secs(1)).keys("j");
        assert_ne!(name(&player), here, "{place}: once the message was read, keys are keys");
    }
}

#[test]
fn what_is_chosen_for_a_card_that_is_gone_is_said_to_be_for_none() {
    let mut player = player();
    let card = player.app.listing.selected().expect("a card");
    player.keys("t");
    player.other_program().write(Act::Remove, "", |door| door.bin(card)).expect("it is removed");
    player.app.receive(Came::ForeignWrite);
    player.settle();
    player.keys("Enter");
    let picture = player.picture();
    assert!(picture.contains("Nothing was done: the card is gone from this list."), "{picture}");
}

#[test]
fn an_opened_card_is_closed_when_its_contact_is_logged_and_the_next_one_follows() {
    let mut player = player();
    let due = names(&player);
    player.keys("Enter c 'call sample arrived' Enter");
    assert_eq!((name(&player), player.app.opened), (due[1].clone(), None));
    // In the list of cards it is not gone on from: the card stays as it is.
    player.keys("1 Enter");
    let here = name(&player);
    player.keys("c 'call asked' Enter");
    assert!(name(&player) == here && player.app.opened.is_some());
}

#[test]
fn once_something_else_is_done_the_card_under_the_cursor_is_corrected() {
    for keys in ["j", "k k", "u k", "Enter Esc"] {
        let mut player = player();
        player.keys("j c 'call saw the plant' Enter").keys(keys);
        let here = name(&player);
        player.keys("C");
        let picture = player.picture();
        assert!(picture.contains(&format!("Correct the last contact with {here}")), "{keys}: {picture}");
    }
}

#[test]
fn who_was_not_reached_is_due_again_by_the_rule_and_the_next_one_follows() {
    let mut player = player();
    let due = names(&player);
    player.keys("G");
    let last = name(&player);
    player.keys("g g j o");
    assert_eq!(name(&player), due[2]);
    let picture = player.picture();
    assert!(picture.contains("not reached: again on Fri Jul 03, +3d (try 1), put off from "), "{picture}");
    let tried = player.store.resolve(&due[1]).expect("it is found");
    let fieldcard::store::Resolution::One(tried) = tried else { panic!("one card") };
    let card = player.store.card(tried).expect("it is read").expect("it is there");
    assert_eq!(card.contacts[0].outcomes, [Outcome::NotReached]);
    let standing = player.store.standing(&card, crate::player::day());
    assert_eq!(standing.due_on.map(|on| on.to_string()).as_deref(), Some("2026-07-03"));
    assert_ne!(last, due[1]);
}

#[test]
fn a_promise_is_settled_by_two_keys() {
    let mut player = player();
    let promised = player.app.listing.selected().expect("a card");
    player.keys("t Enter");
    let card = player.store.card(promised).expect("it is read").expect("it is there");
    let promises = card.contacts.iter().flat_map(|contact| &contact.promises);
    let settled = promises.filter_map(|promise| promise.settled).next();
    assert_eq!(settled.map(|settled| settled.kept), Some(Kept::Kept));
    assert!(!player.picture().contains("we promised: send sample"), "{}", player.picture());
    player.keys("u");
    assert!(player.picture().contains("we promised: send sample"));
}

#[test]
fn a_card_added_on_today_is_one_key_away_and_no_other_is_offered_to_be_filled_in() {
    for language in Language::ALL {
        let mut player = Player::samples(80, 24, *language);
        player.keys("2 j");
        let here = name(&player);
        player.keys("a 'Newco Ltd' Enter");
        assert_eq!(name(&player), here);
        assert!(!player.picture().contains(" E "), "{}", player.picture());
        player.keys("1");
        assert_eq!(name(&player), "Newco Ltd");
    }
}

#[test]
fn what_was_done_is_confirmed_by_what_it_came_to() {
    for (script, said) in [
        ("t Enter", "Promise with Harbour Print Ltd: kept. u takes it back."),
        ("n '+3d visit' Enter", "Next with Harbour Print Ltd: Fri Jul 03 visit. u takes it back."),
        ("n Ctrl-U Enter", "Nothing is planned with Harbour Print Ltd any more. u takes it back."),
        ("p Enter '3000' Ctrl-S", "Harbour Print Ltd: now actual. u takes it back."),
        ("v P m 'fri' Enter", "is put off to Fri Jul 03. u takes it back."),
        ("v P - 'ill' Enter", "is dropped. u takes it back."),
    ] {
        let mut player = Player::samples(80, 24, Language::English);
        player.keys(&format!("2 {script}"));
        let picture = player.picture();
        let foot: Vec<&str> = picture.lines().skip(21).map(str::trim).collect();
        assert!(foot.join(" ").contains(said), "{script}: {picture}");
    }
}

#[test]
fn who_wants_no_contact_is_due_no_more() {
    let mut player = player();
    let due = names(&player);
    player.keys("j c 'do-not-contact' Enter");
    assert!(!names(&player).contains(&due[1]));
}

#[test]
fn the_days_ahead_are_one_key_away_and_so_is_the_way_back() {
    let mut player = player();
    let today = names(&player);
    player.keys("w");
    let week = names(&player);
    assert_ne!(week, today);
    player.keys("m");
    assert!(player.app.listing.total() > Some(week.len()));
    player.keys("m");
    assert_eq!(names(&player), today);
    player.keys("w 2");
    assert_eq!(names(&player), today);
}

#[test]
fn silent_customers_are_two_keys_from_anywhere() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("2 s");
    assert!(player.picture().contains("/ silent:>30d"), "{}", player.picture());
    assert!(player.app.listing.total() > Some(0));
}

#[test]
fn nothing_due_says_so_and_offers_prospects() {
    let mut player = Player::empty(80, 24, Language::English);
    player.keys("2 a 'Ana Torres' Enter");
    assert!(player.picture().contains("Nothing is due. The best prospects:"), "{}", player.picture());
    assert_eq!(name(&player), "Ana Torres");
}

#[test]
fn while_all_is_in_drift_the_day_says_so_and_leads_to_prospects() {
    let mut player = Player::empty(80, 24, Language::English);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    std::fs::write(&path, "Name,Mobile\nAna Torres,13800000001\nBen,13800000002\n")
        .expect("the list is written");
    let seen = player.keys(&format!("I '{}' Enter", path.display())).picture();
    assert!(seen.contains("2 cards come in as drift"), "{seen}");
    let seen = player.keys("Enter 2").picture();
    assert!(seen.contains("Cards in drift, never due; p makes one a prospect:"), "{seen}");
    assert!(seen.contains("investigate: ask what they need"), "{seen}");
    player.keys("1");
    let picture = player.picture();
    assert_eq!(
        picture.matches("not due in drift: make it potential once need or means shows").count(),
        1,
        "{picture}"
    );
}

#[test]
fn an_empty_day_of_an_empty_file_promises_nothing() {
    let mut player = Player::empty(80, 24, Language::English);
    let seen = player.keys("2").picture();
    assert!(seen.contains("Press a to add the first one") && !seen.contains("The best prospects"), "{seen}");
    player.keys("a 'Ana Torres' Enter");
    let seen = player.picture();
    assert!(!seen.contains("No cards yet") && seen.contains("Ana Torres"), "{seen}");
}

#[test]
fn a_place_keeps_its_cursor_below_its_first_page_too() {
    // More are due than a screen holds.
    let mut player = Player::on(80, 24, Language::English, |store| {
        for number in 10..40 {
            let card = NewCard { position: Position::Potential, ..NewCard::named(format!("Card {number}")) };
            let made = store.write(Act::Add, "", |door| door.add_card(&card)).expect("a card");
            let next = NextAction { on: crate::player::day(), kind: None, note: "call".into() };
            store.write(Act::Next, "", |door| door.set_next(made.value, Some(&next))).expect("a day");
        }
    });
    player.keys("G k");
    assert_eq!(name(&player), "Card 38");
    player.keys("2 PgDn PgDn j");
    let due = name(&player);
    assert!(due.as_str() > "Card 20", "{}", player.picture());
    player.keys("1");
    assert_eq!(name(&player), "Card 38", "{}", player.picture());
    player.keys("2");
    assert_eq!(name(&player), due, "{}", player.picture());
    // What was taken out of the list meanwhile moves the cursor no further than to its line.
    player.keys("1 2 Home d 1");
    assert_eq!(name(&player), "Card 38", "{}", player.picture());
}

#[test]
fn places_keep_their_cursor() {
    let mut player = player();
    player.keys("j j");
    let third = name(&player);
    player.keys("1 j 2");
    assert_eq!(name(&player), third);
}

#[test]
fn a_position_that_is_proposed_is_committed_by_one_key() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter c 'call order 40 chairs' Enter b");
    assert!(player.picture().contains("an order was logged"), "{}", player.picture());
    player.keys("Esc P");
    let card = player.app.current().expect("a card").card.clone();
    let change = card.moves.last().expect("a move");
    assert_eq!((change.to, change.note.as_str()), (Position::Actual, "40 chairs"));
    assert_eq!((card.contacts.len(), change.contact), (1, Some(card.contacts[0].id)), "no second order");
    player.keys("u a 'Ben' Enter M M wait A A wait N N wait P");
    let change = player.app.current().expect("a card").card.moves.last().cloned().expect("a move");
    assert_eq!((change.to, change.reason.map(|reason| reason.code())), (Position::Non, Some("man")));
    player.keys("a 'Cleo' Enter c 'call order' Enter P");
    let change = player.app.current().expect("a card").card.moves.last().cloned().expect("a move");
    assert_eq!((change.to, change.note.as_str()), (Position::Actual, "an order was logged"));
}

#[test]
fn a_customer_who_has_not_ordered_for_too_long_is_lost_by_one_key() {
    for (language, reason, note) in [
        (Language::English, "no order for too long; P commits it", "no order for too long"),
        (Language::Simplified, "流失：久未下单；按 P 确认", "久未下单"),
    ] {
        let long_ago = crate::player::day() - chrono::Days::new(366);
        let mut player = Player::filled_on(long_ago, (120, 36), language, |store| {
            let first = NewMove { note: "a press".into(), ..NewMove::to(Position::Actual, long_ago) };
            let write = store.write(Act::Add, "", |door| {
                let card = door.add_card(&NewCard::named("Ana"))?;
                door.move_to(card, &first)
            });
            write.expect("the card is made");
        });
        player.keys("b");
        assert!(player.picture().contains(reason), "{}", player.picture());
        player.keys("Esc P");
        let card = player.app.current().expect("a card").card.clone();
        let change = card.moves.last().expect("a move");
        let code = change.reason.map(|reason| reason.code());
        assert_eq!((change.to, code, change.note.as_str()), (Position::Lost, Some("unspecified"), note));
    }
}

/// The keys of a script besides the text typed.
fn counted(script: &str) -> usize {
    script.split('\'').step_by(2).map(|keys| keys.split_whitespace().count()).sum()
}

/// From the list with the card selected: what is done, by how many keys besides the text itself.
#[test]
fn keys_are_counted() {
    type Done = fn(&mut Player) -> bool;
    fn card(player: &Player) -> &fieldcard::domain::card::Card {
        &player.app.current().expect("a card").card
    }
    let jobs: [(&str, &str, usize, Done); 7] = [
        ("log no answer and go to the next", "o", 1, |player| {
            let on_next = player.app.listing.cursor() == 1;
            player.keys("k");
            on_next && card(player).contacts[0].outcomes == [Outcome::NotReached]
        }),
        (
            "log a call with outcome, need yes, next Wednesday",
            "c 'call interested +N next wed' Enter",
            2,
            |player| {
                let card = card(player);
                let next = card.next_action.as_ref().map(|next| next.on.to_string());
                card.contacts[0].outcomes == [Outcome::Interested] && next.as_deref() == Some("2026-07-01")
            },
        ),
        (
            "new prospect from name, company, phone",
            "a 'Ana Torres 138 0000 9999 @Lakeside' Enter",
            2,
            |player| card(player).people.iter().any(|person| person.name == "Ana Torres"),
        ),
        // It was planned for the 10th of July.
        ("move the next action by three days", "n '+3d' Enter", 2, |player| {
            card(player).next_action.as_ref().is_some_and(|next| next.on.to_string() == "2026-07-13")
        }),
        ("find a card by two characters and open it", "/ 'ha' Enter Enter", 3, |player| {
            player.app.opened.is_some() && player.app.listing.total() < Some(40)
        }),
        ("correct the last log", "C ' more' Enter", 2, |player| {
            card(player).contacts[0].note.ends_with("more")
        }),
        ("see what was said last and what to ask", "", 0, |player| {
            let picture = player.picture();
            picture.contains("Contacts") && picture.contains("M A N")
        }),
    ];
    for (job, script, keys, done) in jobs {
        assert_eq!(counted(script), keys, "{job}");
        let mut player = Player::samples(120, 36, Language::English);
        player.keys(script);
        assert!(done(&mut player), "{job}: {}", player.picture());
    }
}

#[test]
fn what_is_due_stands_below_headings_that_the_cursor_passes_over() {
    let mut player = player();
    let picture = player.picture();
    let headings = ["── We promised  · 1 ──", "── Follow-up  · "];
    let lines: Vec<usize> = headings
        .iter()
        .map(|heading| picture.lines().position(|line| line.contains(heading)).expect(heading))
        .collect();
    assert!(lines.is_sorted(), "{picture}");
    let due = names(&player);
    for name_below in &due[1..4] {
        player.keys("j");
        assert_eq!(name(&player), *name_below);
    }
    player.click("── Follow-up");
    assert_eq!(name(&player), due[3], "a heading is no card");
    player.keys("w");
    assert!(player.picture().contains("── Wed Jul 01  tomorrow  · "), "{}", player.picture());
}

#[test]
fn days_in_details_come_onto_the_list() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Kim Roe @Lakeside Works' Enter");
    let card = player.app.listing.selected().expect("a card");
    let details = [
        ("anniversary", Some("Kim Roe"), vec![("what", "birthday"), ("date", "--07-02")]),
        ("permit", None, vec![("kind", "trade licence"), ("until", "2026-08-01")]),
        ("file", None, vec![("title", "contract"), ("lent_to", "Wu"), ("back_by", "2026-06-20")]),
    ];
    for (group, person, parts) in details {
        let detail = NewDetail {
            group: DetailGroup::with_key(group).expect("a group"),
            person: person.map(str::to_owned),
            parts: parts.into_iter().map(|(part, value)| (part, vec![value.to_owned()])).collect(),
        };
        player.store.write(Act::Edit, "", |door| door.add_detail(card, &detail)).expect("it is written");
    }
    player.app.receive(Came::ForeignWrite);
    player.keys("/ 'Lakeside' Enter b");
    let picture = player.picture();
    for said in [
        "in 2 days        anniversary: Kim Roe birthday 07-02",
        "in 32 days       ends: trade licence until 2026-08-01",
        "10 days overdue  file lent: Wu contract back by 2026-06-20",
    ] {
        assert!(picture.contains(said), "{said}: {picture}");
    }
}

#[test]
fn the_month_is_a_grid_through_which_one_goes_by_day() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("2 m");
        let picture = player.picture();
        let weeks: Vec<&str> = picture.lines().skip_while(|line| !line.contains(" Mon ")).collect();
        assert!(weeks[0].contains("Tue") && weeks[0].contains("Sun"), "{picture}");
        assert!(weeks[1].contains(" Jun 29 ") && weeks[1].contains("Jul 01"), "{picture}");
        assert!(weeks[1].contains("today") && picture.contains("·18"), "{picture}");
        assert!(picture.contains("·3"), "{picture}");
        assert_eq!(name(&player), "Hana Coffee");
        player.keys("Right");
        assert_eq!(name(&player), "Luna Cosmetics");
        player.keys("j Left Left");
        assert_eq!(name(&player), "Hana Coffee");
    }
}

#[test]
fn the_reasons_are_there_again_on_the_way_back() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("2");
    let before = player.picture();
    player.keys("j j j j j j j j j j k k k k k k k k k k");
    assert_eq!(player.picture(), before);
}

#[test]
fn letters_are_seen_as_pending_wherever_their_keys_are_pressed() {
    for place in ["2", "2 v", "2 Enter", "Enter Tab"] {
        let mut player = Player::samples(120, 36, Language::English);
        player.keys(&format!("{place} N"));
        let picture = player.picture();
        assert!(
            player.app.pending.is_some() && picture.contains("any other key records it"),
            "{place}: {picture}"
        );
    }
    let mut player = player();
    player.keys("j j N");
    assert!(player.picture().contains("MAN Skylark"), "{}", player.picture());
    assert!(player.picture().contains("N yes, any other"), "{}", player.picture());
}
