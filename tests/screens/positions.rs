//! Positions: what a move is asked for, and the history of them.

use fieldcard::domain::channel::Channel;
use fieldcard::domain::contact::{ContactKind, Outcome};
use fieldcard::domain::draft::{NewCard, NewContact, NewMove};
use fieldcard::domain::language::Language;
use fieldcard::domain::man::assertion::Answer;
use fieldcard::domain::man::class::Class;
use fieldcard::domain::position::{Parting, Position};
use fieldcard::domain::reason::{Exclusion, LossReason, Reason};
use fieldcard::store::Act;

use crate::player::Player;

fn moved(player: &Player) -> fieldcard::domain::position::Move {
    player.app.current().expect("a card").card.moves.last().cloned().expect("a move")
}

#[test]
fn a_move_is_asked_for_what_it_must_record() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::empty(columns, rows, Language::English);
        player.keys("a 'Ana Torres' Enter");
        player.keys("p 'target' Enter");
        assert!(player.picture().contains("In words"), "{}", player.picture());
        player.keys("Ctrl-S");
        assert!(player.picture().contains("a note that says why it was chosen"), "{}", player.picture());
        player.keys("'good fit' Enter");
        assert_eq!((moved(&player).to, moved(&player).note.as_str()), (Position::Target, "good fit"));

        player.keys("p 'actual' Enter '3.2万' Enter 'first order' Enter '40 chairs' Enter");
        assert_eq!((moved(&player).to, moved(&player).amount), (Position::Actual, Some(3_200_000)));
        assert_eq!(moved(&player).product, "40 chairs");

        player.keys("p 'lost' Enter Enter 'price' Enter 'too dear' Enter 'Grand' Enter 'yes' Enter Enter");
        player.keys("'quality, cheap' Ctrl-S");
        assert!(player.picture().contains("cheap"), "no such reason: {}", player.picture());
        player.keys("Ctrl-U 'quality, slow service' Enter '8万' Enter '1200' Enter Enter");
        let lost = moved(&player);
        let parting = Parting {
            contributing: vec![LossReason::Quality, LossReason::ServiceSpeed],
            historic_value: Some(8_000_000),
            receivables: Some(120_000),
            second_life: None,
        };
        assert_eq!((lost.product.as_str(), &lost.parting), ("", &parting), "{}", player.picture());
        assert_eq!((lost.to, lost.reason), (Position::Lost, Some(Reason::Loss(LossReason::Price))));
        assert_eq!((lost.rival.as_str(), lost.recoverable), ("Grand", Answer::Yes));

        player.keys("p 'target' Enter 'visit again' Enter 'ten percent' Enter '500' Enter 'fri' Enter");
        let back = moved(&player);
        assert_eq!(
            (back.to, back.offer.as_str(), back.cost),
            (Position::Target, "ten percent", Some(50_000))
        );
        let next = player.app.current().and_then(|shown| shown.card.next_action.clone());
        assert_eq!(next.map(|next| next.on.to_string()).as_deref(), Some("2026-07-03"));
        player.keys("u");
        assert_eq!(moved(&player).to, Position::Lost);
    }
}

#[test]
fn the_way_on_is_offered_first_and_never_the_way_back() {
    for (position, onward) in
        [(Position::Drift, "potential"), (Position::Potential, "target"), (Position::Target, "actual")]
    {
        let card = NewCard { position, ..NewCard::named("Ana Torres") };
        for marks in ["", "x "] {
            let mut player = Player::on(80, 24, Language::English, |store| {
                store.write(Act::Add, "Ana Torres", |door| door.add_card(&card)).expect("a card");
            });
            player.keys(&format!("{marks}p"));
            let picture = player.picture();
            assert!(picture.contains(&format!("▌{onward}")), "{position:?}: {picture}");
        }
    }
}

#[test]
fn the_history_of_positions_is_a_tab_of_the_card() {
    let mut player = Player::empty(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter p 'target' Enter 'good fit' Enter Enter");
    while !player.picture().contains("[Moves]") {
        player.keys("Tab");
    }
    let picture = player.picture();
    assert!(picture.contains("2026-06-30  potential -> target  chosen as target  good fit"), "{picture}");
    assert!(picture.contains("start"), "{picture}");
}

#[test]
fn who_introduced_whom_is_a_tree_one_walks() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::empty(columns, rows, Language::English);
        for (card, introducer) in
            [("Ana", None), ("Ben", Some(1)), ("Cleo", Some(2)), ("Dan", Some(1)), ("Eve", Some(3))]
        {
            let introducer = introducer.map(fieldcard::domain::id::CardId);
            let new = fieldcard::domain::draft::NewCard {
                introducer,
                ..fieldcard::domain::draft::NewCard::named(card)
            };
            player
                .store
                .write(fieldcard::store::Act::Add, card, |door| door.add_card(&new))
                .expect("it is written");
        }
        player.keys("/ 'Ana' Enter Enter");
        while !player.picture().contains("[Referrals]") {
            player.keys("Tab");
        }
        let picture = player.picture();
        for said in
            ["introduced 2, 4 in all; 0 became customers; 3 deep", "├ Ben", "│ └ Cleo", "│   └ Eve", "└ Dan"]
        {
            assert!(picture.contains(said), "{said}: {picture}");
        }
        player.keys("j j Enter");
        let shown = player.app.current().map(|shown| shown.card.name.clone());
        assert_eq!(shown.as_deref(), Some("Cleo"), "{}", player.picture());
        let picture = player.picture();
        assert!(picture.contains("[Referrals]") && picture.contains("introduced 1, 1 in all"), "{picture}");
        assert!(picture.contains("└ Cleo") && !picture.contains("Dan"), "{picture}");
    }
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn called(on: &str, outcome: Outcome) -> NewContact {
    let kind = ContactKind::Phone;
    NewContact {
        on: day(on),
        kind,
        direction: kind.usual_direction(),
        person: None,
        outcomes: vec![outcome],
        note: String::new(),
        promises: Vec::new(),
        assertions: Vec::new(),
        next_action: None,
    }
}

#[test]
fn who_may_be_about_to_leave_is_seen_beside_the_standing() {
    for (columns, rows, language, level, signal) in [
        (
            120,
            36,
            Language::English,
            "warning: act",
            "one complaint after another, no answer again and again",
        ),
        (80, 24, Language::English, "warning: act", "one complaint after another, no answer again and again"),
        (120, 36, Language::Simplified, "预警：行动", "接连投诉、一再没有回应"),
    ] {
        let mut player = Player::on(columns, rows, language, |store| {
            let write = store.write(Act::Add, "", |door| {
                let card = door.add_card(&NewCard::named("Ana Torres"))?;
                for on in ["2026-05-01", "2026-05-11"] {
                    door.log(card, &called(on, Outcome::ComplaintOpened))?;
                }
                for on in ["2026-06-01", "2026-06-05", "2026-06-20"] {
                    door.log(card, &called(on, Outcome::NotReached))?;
                }
                Ok(())
            });
            write.expect("the card is made");
        });
        let picture = player.picture();
        assert!(picture.contains(level) && picture.contains(signal), "{picture}");
        player.keys("c 'call fine' Enter");
        assert!(!player.picture().contains(level), "one signal is less: {}", player.picture());
    }
}

#[test]
fn a_move_keeps_what_was_known_that_day() {
    let mut player = Player::on(120, 36, Language::English, |store| {
        let new = NewCard { channel: Some(Channel::Fair), ..NewCard::named("Ana Torres") };
        let write = store.write(Act::Add, "", |door| {
            let card = door.add_card(&new)?;
            ["2026-05-01", "2026-06-30"]
                .iter()
                .try_for_each(|on| door.log(card, &called(on, Outcome::Interested)).map(drop))
        });
        write.expect("the card is made");
    });
    player.keys("M M N wait p 'actual' Enter '3.2万' Enter 'first order' Ctrl-S");
    let card = player.app.current().expect("a card").card.id;
    player
        .store
        .write(Act::Edit, "", |door| door.set_field(card, "channel", &["web".into()]))
        .expect("written");
    player.app.receive(fieldcard::tui::effect::Outcome::ForeignWrite);
    player.settle();
    let known = moved(&player).circumstances.expect("they are kept");
    assert_eq!((known.letters.as_str(), known.class), ("m?N", Class::Investigate));
    assert_eq!((known.channel, known.contacts), (Some(Channel::Fair), 2));
    assert_eq!(known.days_since_first_contact(moved(&player).on), Some(60));
    player.keys("Enter Tab Tab Tab Tab");
    let picture = player.picture();
    assert!(picture.contains("32,000.00;") && picture.contains("2 contacts in 60"), "{picture}");
}

/// A customer of ours was excluded or lost, and then ordered again.
fn ordered_again(position: Position, reason: Reason) -> Player {
    Player::on(80, 24, Language::English, |store| {
        let order = NewContact { note: "two presses".into(), ..called("2026-06-20", Outcome::Order) };
        let write = store.write(Act::Add, "", |door| {
            let new = NewCard { position: Position::Actual, ..NewCard::named("Ana Torres") };
            let new = if position == Position::Lost {
                new
            } else {
                NewCard { position: Position::Potential, ..new }
            };
            let card = door.add_card(&new)?;
            door.move_to(
                card,
                &NewMove { reason: Some(reason), ..NewMove::to(position, day("2026-06-01")) },
            )?;
            door.log(card, &order)
        });
        write.expect("the card is made");
    })
}

#[test]
fn what_a_customer_was_won_back_with_is_asked_for_unless_the_last_quotation_says_it() {
    let reason = Reason::Loss(LossReason::Price);
    let mut player = ordered_again(Position::Lost, reason);
    player.keys("P");
    assert!(player.picture().contains("Offered"), "{}", player.picture());
    player.keys("Ctrl-S");
    assert!(player.picture().contains("what was offered"), "{}", player.picture());
    player.keys("'ten percent' Ctrl-S");
    let back = moved(&player);
    assert_eq!(
        (back.to, back.note.as_str(), back.offer.as_str()),
        (Position::Actual, "two presses", "ten percent")
    );

    let mut player = ordered_again(Position::Lost, reason);
    player.keys("c 'quote two presses, 5% less' Enter P");
    let back = moved(&player);
    assert_eq!(
        (back.to, back.offer.as_str()),
        (Position::Actual, "two presses, 5% less"),
        "{}",
        player.picture()
    );
}

#[test]
fn who_was_excluded_is_a_customer_again_only_when_asked() {
    let mut player = ordered_again(Position::Non, Reason::Exclusion(Exclusion::Hostile));
    player.keys("P");
    let picture = player.picture();
    assert!(picture.contains("Ana Torres was excluded: hostile. Customer again?"), "{picture}");
    assert_eq!(moved(&player).to, Position::Non);
    player.keys("Esc");
    assert_eq!(moved(&player).to, Position::Non);
    player.keys("P Ctrl-S");
    assert_eq!((moved(&player).to, moved(&player).note.as_str()), (Position::Actual, "two presses"));
}

#[test]
fn a_contact_with_a_competitor_is_a_warning() {
    let mut player = Player::on(80, 24, Language::English, |store| {
        let new = NewCard { position: Position::Actual, ..NewCard::named("Ana Torres") };
        let write = store.write(Act::Add, "", |door| door.add_card(&new));
        write.expect("the card is made");
    });
    player.keys("c 'call competitor quoted, +N' Enter");
    let picture = player.picture();
    assert!(
        picture.contains("in touch with a competitor") && picture.contains("warning: watch"),
        "{picture}"
    );
}

#[test]
fn a_log_that_suggests_a_position_says_so_though_the_cursor_goes_on() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("2");
    let logged = player.app.current().expect("a card").card.name.clone();
    player.keys("c 'call order 32000' Enter");
    assert_ne!(player.app.current().expect("a card").card.name, logged);
    let picture = player.picture();
    assert!(picture.contains("(proposed: actual, an order was logged; P on"), "{picture}");
    assert!(picture.contains("u takes it back, C corrects it."), "{picture}");

    player.keys("c 'call whether it holds' Enter");
    let picture = player.picture();
    assert!(picture.contains("true?). u takes it back"), "one mark ends a sentence: {picture}");
    player.keys("1 / 'Sam Marsh' Enter c 'call -M -A -N no use' Enter");
    assert!(player.picture().contains("proposed: non-customer"), "{}", player.picture());
    // What is as it was before is not told of again.
    player.keys("1 / 'Gold Peak' Enter P c 'call order again' Enter c 'call order and more' Enter");
    assert!(player.picture().contains("proposed: actual"), "{}", player.picture());
    player.keys("P c 'call +N asked about more' Enter");
    assert!(!player.picture().contains("proposed:"), "{}", player.picture());
}

#[test]
fn a_warning_takes_no_line_from_the_advice() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("/ 'Pine Needle' Enter");
    let picture = player.picture();
    assert!(picture.contains("! no order for long"), "{picture}");
    assert!(picture.contains("set a review date"), "{picture}");
}
