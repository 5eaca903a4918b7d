//! `today`: what is due and why; the list itself against a slow look at every card.

use std::cmp::Reverse;
use std::collections::HashSet;

use chrono::NaiveDate;
use fieldcard::clock;
use fieldcard::domain::agenda::{Entry, Horizon, Matter};
use fieldcard::domain::card::CardState;
use fieldcard::domain::choice::Choice;
use fieldcard::domain::contact::{ContactKind, Direction, Promise, PromiseBy};
use fieldcard::domain::credit::{Factor, FactorScore, Standard};
use fieldcard::domain::detail::{DetailGroup, FILE, NewDetail};
use fieldcard::domain::draft::{NewAssessment, NewCard, NewContact, NewPerson};
use fieldcard::domain::id::CardId;
use fieldcard::domain::language::Language;
use fieldcard::domain::man::assertion::{Answer, Letter};
use fieldcard::domain::policy::Policies;
use fieldcard::domain::query::Query;
use fieldcard::domain::standing::TIER;
use fieldcard::domain::tier::Tier;
use fieldcard::exchange::progress::Unwatched;
use fieldcard::exchange::samples::generate::Generate;
use fieldcard::exchange::samples::write_samples;
use fieldcard::store::{Act, Freshness, Opening, Sort, Source, Store};

use crate::program::Program;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_ideal_prospect_is_overdue_by_its_rule_until_something_else_is_agreed() {
    let program = Program::new();
    program.ok(&["add", "海虹", "--as-of", "2026-01-12"]);
    program.ok(&["log", "1", "visit +M +A +N", "--on", "2026-06-09"]);
    let line: serde_json::Value = serde_json::from_str(&program.ok(&["today", "--json"])).unwrap();
    assert_eq!((line["due_on"].as_str(), line["overdue_days"].as_i64()), (Some("2026-06-16"), Some(14)));
    assert_eq!(
        line["reasons"],
        serde_json::json!([{"matter": "follow-up", "on": "2026-06-16", "overdue_days": 14,
                            "rule": "class-interval", "about": null}])
    );
    let table = program.ok(&["today"]);
    assert!(table.contains("14 days overdue") && table.contains("海虹"), "{table}");
    program.ok(&["edit", "1", "--next", "2026-07-03 call"]);
    assert_eq!(program.ok(&["today", "--json"]), "");
}

#[test]
fn a_card_that_is_due_today_is_not_overdue_yet() {
    let program = Program::new();
    program.ok(&["add", "海虹", "--as-of", "2026-01-12"]);
    program.ok(&["log", "1", "visit +M +A +N", "--on", "2026-06-09"]);
    for (day, days) in [("2026-06-15", ""), ("2026-06-16", ""), ("2026-06-17", "1")] {
        let list = program.ok(&["list", "--columns", "overdue,name", "--csv", "--as-of", day]);
        assert_eq!(list.lines().nth(1), Some(format!("{days},海虹").as_str()), "{day}");
    }
}

#[test]
fn nothing_due_offers_the_best_prospects() {
    let program = Program::new();
    let ended = program.run(&["today"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""));
    assert!(ended.err.contains("Nothing is due.\nThere are no cards yet"), "{}", ended.err);
    program.ok(&["add", "Ana"]);
    program.ok(&["add", "Ben"]);
    program.ok(&["log", "2", "visit +M +A +N"]);
    let ended = program.run(&["today"]);
    let names: Vec<_> = ended.out.lines().skip(1).map(|line| line.contains("Ben")).collect();
    assert_eq!(names, [true, false], "{}", ended.out);
}

#[test]
fn who_introduced_somebody_is_thanked_soon_after_the_first_visit() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["add", "Ben", "--set", "introducer=1"]);
    program.ok(&["log", "1", "call", "--on", "2026-06-25"]);
    program.ok(&["log", "2", "visit", "--on", "2026-06-26"]);
    let table = program.ok(&["today"]);
    assert!(table.contains("Ana") && table.contains("introduced Ben"), "{table}");
    // Speaking to the introducer is the report and the thanks.
    program.ok(&["log", "1", "call thanked"]);
    assert_eq!(program.card("2")["fields"]["introducer_thanked_on"][0], "2026-06-30");
    assert_eq!(program.ok(&["today", "--json"]), "");
    program.ok(&["undo"]);
    assert!(program.ok(&["today"]).contains("introduced Ben"));
}

/// Details with days in them; `DD` is another day of the month for every card.
const DETAILS: &[&str] = &[
    "anniversary what=wedding date=2001-06-DD",
    "anniversary what=birthday date=--07-DD",
    "anniversary what=new date=--06-30 calendar=lunar",
    "permit kind=trade until=2026-08-DD",
    "competitor name=Grand contract_end=2026-07-DD",
    "product product=press replace=2026-07",
    "product product=folder replace=2028",
    "owned product=ink warranty=2026-09-DD subscription=2027-03-DD",
    "task what=catalogue due=2026-06-DD",
    "task what=price due=2026-06-DD done=2026-06-20",
    "wish item=die wanted=2026-07-DD",
    "wish item=ink wanted=2026-06-01 available=2026-06-DD",
    "wish item=knife available=2026-06-01 told=2026-06-02",
    "complaint matter=late date=2026-06-DD",
    "complaint matter=torn date=2026-05-01 solved=2026-05-03",
    "file title=contract lent_to=Wu lent_on=2026-06-01 back_by=2026-06-DD",
    "file title=licence lent_to=Wu lent_on=2026-06-DD",
    "file title=survey lent_to=Wu lent_on=2026-06-01 back_by=2026-06-DD returned=2026-06-20",
];

/// Cards of every sort: the samples, invented ones, promises, introductions, judged credit, days in fields and
/// details, of people who are there and who left, some in the bin.
fn cards(folder: &tempfile::TempDir) -> Store {
    let on = day("2026-06-30");
    let opening = Opening { source: Source::Command, policies: Policies::default(), day: on };
    let mut store = Store::open(&folder.path().join("cards.fieldcard"), opening).unwrap();
    write_samples(&mut store, Language::English, on).unwrap();
    let generate = Generate { cards: 150, seed: 7, language: Language::English, day: on };
    generate.write(&mut store, &Unwatched).unwrap();
    store
        .write(Act::Add, "", |door| {
            // Customers are worth what their tier says.
            for card in (10..120).step_by(7).map(CardId) {
                let tier =
                    Tier::ALL.get(usize::try_from(card.0).unwrap() % 5).map(|tier| tier.code().to_owned());
                door.set_field(card, TIER, &Vec::from_iter(tier))?;
                if card.0 % 4 == 0 {
                    door.bin(card)?;
                }
            }
            let days = ["1988-06-30", "1990-07-03", "1996-02-29", "1988-06", "--07-02"];
            for (number, born) in (0..12).zip(days.iter().cycle()) {
                let introducer = Some(CardId(1 + number % 3)).filter(|_| number % 2 == 0);
                let calendar = if number == 10 { "lunar" } else { "solar" };
                let values = [("birth_date", *born), ("birth_calendar", calendar)];
                let values = values.map(|(field, value)| (field.into(), vec![value.into()])).to_vec();
                let card = door.add_card(&NewCard { introducer, values, ..NewCard::named("Kin") })?;
                for text in DETAILS {
                    let (group, parts) = text.split_once(' ').unwrap();
                    let group = DetailGroup::with_key(group).unwrap();
                    let parts = parts.split(' ').filter_map(|part| part.split_once('='));
                    let parts = parts.map(|(part, value)| {
                        (
                            group.part(part).unwrap().key,
                            vec![value.replace("DD", &format!("{:02}", number + 18))],
                        )
                    });
                    door.add_detail(card, &NewDetail { group, person: None, parts: parts.collect() })?;
                }
                let to = (number % 2 == 1).then(|| on - chrono::Days::new(1));
                let person = NewPerson { name: "Ida".into(), to, ..NewPerson::default() };
                door.put_person(card, &person)?;
                let group = DetailGroup::with_key("anniversary").unwrap();
                let parts = vec![
                    ("what", vec!["birthday".into()]),
                    ("date", vec![format!("--07-0{}", 1 + number % 7)]),
                ];
                door.add_detail(card, &NewDetail { group, person: Some("Ida".into()), parts })?;
                let scores = Factor::ALL.iter().map(|factor| FactorScore {
                    factor: *factor,
                    points: Some(1 + u8::try_from(number % 5).unwrap()),
                    note: String::new(),
                });
                let judged = NewAssessment {
                    standard: Standard::FiveC,
                    on: on - chrono::Days::new(20 * number.unsigned_abs()),
                    scores: scores.collect(),
                    knock_out: None,
                };
                door.assess(card, &judged)?;
                let due = on + chrono::Days::new(10 * number.unsigned_abs()) - chrono::Days::new(60);
                let by = if number % 3 == 0 { PromiseBy::Us } else { PromiseBy::Them };
                let contact = NewContact {
                    on: on - chrono::Days::new(20 * number.unsigned_abs()),
                    kind: ContactKind::Visit,
                    direction: Direction::Out,
                    person: None,
                    outcomes: Vec::new(),
                    note: String::new(),
                    promises: Vec::new(),
                    assertions: Letter::ALL.iter().map(|letter| (*letter, Answer::Yes)).collect(),
                    next_action: None,
                };
                let promises = vec![Promise::open(by, "x", Some(due)), Promise::open(by, "y", None)];
                door.log(card, &NewContact { promises, ..contact })?;
                if number == 5 {
                    door.bin(card)?;
                }
            }
            let borrower = door.add_card(&NewCard::named("Borrower"))?;
            let group = DetailGroup::with_key(FILE).unwrap();
            let parts = vec![("title", vec!["contract".into()]), ("lent_on", vec!["2026-06-20".into()])];
            door.add_detail(borrower, &NewDetail { group, person: None, parts })?;
            let values = vec![("ask_again".into(), vec!["2026-06-29".into()])];
            door.add_card(&NewCard { values, ..NewCard::named("Later") })?;
            Ok(())
        })
        .unwrap();
    store
}

/// The list by looking at every card.
fn slowly(store: &Store, horizon: Horizon, on: NaiveDate) -> Vec<(CardId, Entry)> {
    let everything = store.list(&Query::default(), &Sort::default(), on, None).unwrap();
    let mut found = Vec::new();
    for id in everything {
        let card = store.card(id).unwrap().unwrap();
        assert_eq!(card.state, CardState::Live);
        let standing = store.standing(&card, on);
        for entry in store.entries(&card, horizon, on).unwrap() {
            let points = Policies::default().points.after(standing.worth, entry.overdue_days(on));
            let matter = entry.matter as usize;
            let key = match horizon {
                Horizon::Today => (matter.to_string(), Reverse(points), entry.on.to_string()),
                _ => (entry.on.to_string(), Reverse(0), format!("{matter} {:04}", 1000 - points)),
            };
            found.push((key, id, entry));
        }
    }
    found.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let mut seen = HashSet::new();
    found.into_iter().filter(|(_, id, _)| seen.insert(*id)).map(|(_, id, entry)| (id, entry)).collect()
}

#[test]
fn the_list_is_what_looking_at_every_card_gives() {
    let folder = tempfile::tempdir().unwrap();
    let store = cards(&folder);
    let mut matters = HashSet::new();
    let days = ["2026-06-30", "2026-05-01", "2026-09-20", "2027-02-26", "2028-02-27"].map(day);
    // Of the local day the file keeps every standing, of the others it keeps some.
    for on in days.into_iter().chain([clock::today()]) {
        for horizon in [Horizon::Today, Horizon::Week, Horizon::Month] {
            let expected = slowly(&store, horizon, on);
            matters.extend(expected.iter().map(|(_, entry)| entry.matter as usize));
            let found = store.due_cards(horizon, on, Freshness::Exact, None).unwrap();
            let told = |card: CardId, matter, on: NaiveDate| format!("{} {matter:?} {on}", card.0);
            let found: Vec<_> = found.iter().map(|due| told(due.card, due.matter, due.on)).collect();
            let expected: Vec<_> =
                expected.iter().map(|(card, entry)| told(*card, entry.matter, entry.on)).collect();
            assert_eq!(found, expected, "{horizon:?} {on}");
            for limit in [0, 1, 5, 19, 60] {
                let first = store.due_cards(horizon, on, Freshness::Exact, Some(limit)).unwrap();
                let first: Vec<_> = first.iter().map(|due| told(due.card, due.matter, due.on)).collect();
                assert_eq!(first, expected[..expected.len().min(limit)], "{horizon:?} {on} {limit}");
            }
        }
    }
    assert_eq!(matters.len(), Matter::ALL.len(), "{matters:?}");
}

/// The reasons a card is on the list for, without the days.
fn reasons(program: &Program) -> Vec<(String, String, String)> {
    let lines = program.ok(&["today", "--json"]);
    let objects = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let told = |reason: &serde_json::Value, key: &str| reason[key].as_str().unwrap_or_default().to_owned();
    objects
        .flat_map(|object| object["reasons"].as_array().cloned().unwrap_or_default())
        .map(|reason| (told(&reason, "matter"), told(&reason, "rule"), told(&reason, "about")))
        .collect()
}

#[test]
fn tasks_wishes_complaints_and_credit_reviews_are_reasons() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-06-29"]);
    for (detail, expected) in [
        ("task=send the catalogue;due=2026-06-30", Some(("follow-up", "task", "send the catalogue"))),
        ("task=later;due=2026-07-01", None),
        ("task=old;due=2026-06-01;done=2026-06-02", None),
        ("wish=a die;wanted=2026-06-30", Some(("follow-up", "wish", "a die"))),
        ("wish=ink;wanted=2026-06-01;available=2026-07-01", None),
        ("wish=ink;available=2026-06-28", Some(("follow-up", "wish", "ink"))),
        ("wish=ink;available=2026-06-28;told=2026-06-29", None),
        ("complaint=torn;date=2026-06-23", Some(("follow-up", "complaint", "torn"))),
        ("complaint=torn;date=2026-06-24", None),
        ("complaint=torn;date=2026-06-23;solved=2026-06-25", None),
        ("owned=press;warranty=2026-07-30", Some(("ending", "owned", "press"))),
        ("owned=press;warranty=2026-07-31", None),
    ] {
        program.ok(&["edit", "1", "--detail", detail]);
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(matter, rule, about)| (matter.to_owned(), rule.to_owned(), about.to_owned()))
            .collect();
        assert_eq!(reasons(&program), expected, "{detail}");
        program.ok(&["undo"]);
    }
    let points = ["character=4", "capacity=4", "capital=3", "collateral=2", "conditions=3"];
    for (on, expected) in [("2026-04-01", vec![("review", "credit-review", "C")]), ("2026-04-02", vec![])] {
        program.ok(&[&["assess", "1"][..], &points, &["--on", on]].concat());
        let found = reasons(&program);
        let found: Vec<_> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        assert_eq!(found, expected, "{on}");
        program.ok(&["undo"]);
    }
    program.ok(&["edit", "1", "--detail", "task=send the catalogue;due=2026-06-28"]);
    assert!(program.ok(&["today"]).contains("Task: send the catalogue due 2026-06-28"));
}

#[test]
fn the_birthday_of_who_has_left_is_not_told_of() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--set", "party=organisation", "--person", "Ida", "--as-of", "2026-06-29"]);
    program.ok(&["edit", "1", "--detail", "anniversary=birthday;date=--07-02;person=Ida"]);
    assert_eq!(reasons(&program).len(), 1);
    program.ok(&["edit", "1", "--person", "Ida;to=2026-06-29"]);
    assert_eq!(reasons(&program), []);
    program.ok(&["edit", "1", "--person", "Ida;to=2026-06-30"]);
    assert_eq!(reasons(&program).len(), 1, "who is still there has a birthday");
}
