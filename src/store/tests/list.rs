//! Which cards a list holds, and in which order.

use super::{Place, day};
use crate::domain::choice::Choice;
use crate::domain::column::{Column, Part, SortKey};
use crate::domain::contact::{ContactKind, Direction, NextAction};
use crate::domain::draft::{NewAssertion, NewCard, NewContact, NewPhone};
use crate::domain::field::{CATALOGUE, Sensitive};
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::party::{CustomerKind, Party};
use crate::domain::policy::PrivacyPolicy;
use crate::domain::position::Position;
use crate::domain::query::{Aspect, Bounds, Clause, Condition, Query, Scope, Sign, Term};
use crate::domain::reach::{AddressKind, PhoneKind, Place as Address};
use crate::domain::text::needles::Needles;
use crate::store::{Act, Resolution, Sort, Store};

fn add(store: &mut Store, new: NewCard) -> CardId {
    store.write(Act::Add, "", |door| door.add_card(&new)).unwrap().value
}

fn one(sign: Sign, condition: Condition) -> Query {
    Query { clauses: vec![Clause { any: vec![Term { sign, condition }] }], scope: Scope::Live }
}

fn words(word: &str) -> Needles {
    Needles::of(word).unwrap()
}

fn sort(key: &str) -> Sort {
    Sort { key: SortKey::of(key), reverse: false }
}

struct Cards {
    store: Store,
    _place: Place,
    haihong: CardId,
    ana: CardId,
    zhang: CardId,
}

/// Three cards that differ in everything looked for below.
fn cards() -> Cards {
    let place = Place::new();
    let mut store = place.open();
    let haihong = add(
        &mut store,
        NewCard {
            code: "HH-001".into(),
            position: Position::Target,
            tags: vec!["VIP".into()],
            values: vec![("industry".into(), vec!["印刷".into()])],
            ..NewCard::named("海虹印刷")
        },
    );
    let ana = add(
        &mut store,
        NewCard {
            company: "Northwind".into(),
            phones: vec![NewPhone { kind: PhoneKind::Mobile, number: "138 0013 8000".into() }],
            next_action: Some(NextAction { on: day("2026-07-02"), kind: None, note: "call".into() }),
            ..NewCard::named("Ana")
        },
    );
    let zhang = add(&mut store, NewCard::named("张伟"));
    Cards { store, _place: place, haihong, ana, zhang }
}

#[test]
fn conditions_pick_the_cards_they_say() {
    let Cards { store, haihong, ana, zhang, .. } = &cards();
    let any_day = Bounds { from: None, to: None };
    let july = Bounds { from: Some(day("2026-07-01")), to: Some(day("2026-07-31")) };
    let cases: Vec<(Condition, Vec<CardId>)> = vec![
        (Condition::Anywhere(words("张")), vec![*zhang]),
        (Condition::Anywhere(words("zw")), vec![*zhang]),
        (Condition::Anywhere(words("8000")), vec![*ana]),
        (Condition::Position(vec![Position::Target]), vec![*haihong]),
        (Condition::Tag(vec!["vip".into()]), vec![*haihong]),
        (Condition::Code(vec!["hh-001".into()]), vec![*haihong]),
        (Condition::Phone(words("13800138000")), vec![*ana]),
        (Condition::Company(words("north")), vec![*ana]),
        (Condition::Name(words("north")), vec![]),
        (Condition::Value { field: "industry".into(), needles: words("印") }, vec![*haihong]),
        (Condition::HasField("industry".into()), vec![*haihong]),
        (Condition::HasField("company".into()), vec![*ana]),
        (Condition::Has(Aspect::Phone), vec![*ana]),
        (Condition::Has(Aspect::Next), vec![*ana]),
        (Condition::Next(july), vec![*ana]),
        (Condition::Next(any_day), vec![*ana]),
        (Condition::Id(Bounds { from: Some(*zhang), to: Some(*zhang) }), vec![*zhang]),
        (Condition::Man([None, None, Some(Answer::Yes)]), vec![]),
    ];
    for (condition, expected) in cases {
        let query = one(Sign::Holds, condition.clone());
        let found = store.list(&query, &Sort::default(), day("2026-06-30"), None).unwrap();
        assert_eq!(found, expected, "{condition:?}");
        assert_eq!(store.count(&query, day("2026-06-30")).unwrap(), expected.len());
        let opposite = one(Sign::Fails, condition.clone());
        let rest = store.count(&opposite, day("2026-06-30")).unwrap();
        assert_eq!(rest, 3 - expected.len(), "not {condition:?}");
    }
}

#[test]
fn names_stand_by_sound_and_missing_values_last() {
    let Cards { store, haihong, ana, zhang, .. } = &cards();
    let all = Query::default();
    let on = day("2026-06-30");
    for (sort, expected) in [
        (Sort::default(), [ana, haihong, zhang]),
        (Sort { reverse: true, ..Sort::default() }, [zhang, haihong, ana]),
        (sort("code"), [haihong, ana, zhang]),
        (Sort { reverse: true, ..sort("code") }, [haihong, zhang, ana]),
        (sort("next"), [ana, haihong, zhang]),
        (sort("industry"), [haihong, ana, zhang]),
        (sort("id"), [haihong, ana, zhang]),
    ] {
        let found = store.list(&all, &sort, on, None).unwrap();
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{sort:?}");
    }
    assert_eq!(store.list(&all, &Sort::default(), on, Some(2)).unwrap(), [*ana, *haihong]);
    assert!(store.list(&all, &sort("shoe size"), on, None).is_err());
}

#[test]
fn every_sort_key_is_sound_sql() {
    let Cards { store, .. } = &cards();
    let fields = CATALOGUE.iter().map(|field| field.key.to_owned());
    let columns = Column::all(&[], &PrivacyPolicy::default());
    for key in columns.iter().map(|column| column.key().to_owned()).chain(fields) {
        let found = store.list(&Query::default(), &sort(&key), day("2026-06-30"), None).unwrap();
        assert_eq!(found.len(), 3, "{key}");
    }
}

#[test]
fn the_order_does_not_tell_what_is_switched_off() {
    let place = Place::new();
    let mut store = place.open();
    for (name, family) in [("B", "a"), ("A", "b"), ("C", "c")] {
        let values = vec![("family".into(), vec![family.to_owned()])];
        add(&mut store, NewCard { values, ..NewCard::named(name) });
    }
    let names = |store: &Store| -> Vec<i64> {
        let found = store.list(&Query::default(), &sort("family"), day("2026-06-30"), None).unwrap();
        found.into_iter().map(|card| card.0).collect()
    };
    assert_eq!(names(&store), [2, 1, 3], "by name");
    store.opening.policies.privacy.shown.push(Sensitive::Family);
    assert_eq!(names(&store), [1, 2, 3], "by what is switched on");
}

#[test]
fn a_zone_is_listed_in_the_order_of_its_route() {
    let place = Place::new();
    let mut store = place.open();
    let mut card = |zone: &str, order| {
        let address = Address { zone: zone.into(), order, ..Address::empty(AddressKind::Office) };
        add(&mut store, NewCard { addresses: vec![address], ..NewCard::named("Ana") })
    };
    let cards = [
        card("west", None),
        card("west", Some(10)),
        card("", Some(1)),
        card("west", Some(9)),
        card("east", Some(20)),
    ];
    let [unplaced, tenth, nowhere, ninth, east] = cards;
    let listed = |sort: &Sort| store.list(&Query::default(), sort, day("2026-06-30"), None).unwrap();
    assert_eq!(listed(&sort("zone")), [east, ninth, tenth, unplaced, nowhere]);
    let turned = listed(&Sort { reverse: true, ..sort("zone") });
    assert_eq!(turned, [unplaced, tenth, ninth, east, nowhere], "what has no zone comes last either way");
}

#[test]
fn a_face_holds_what_was_asked_for_and_nothing_more() {
    let Cards { mut store, haihong, ana, _place, .. } = cards();
    let visit = |on: &str| NewContact {
        on: day(on),
        kind: ContactKind::Visit,
        direction: Direction::Out,
        person: None,
        outcomes: Vec::new(),
        note: String::new(),
        promises: Vec::new(),
        assertions: Vec::new(),
        next_action: None,
    };
    for on in ["2025-06-30", "2025-07-01", "2026-06-30"] {
        store.write(Act::Log, "", |door| door.log(haihong, &visit(on))).unwrap();
    }
    let on = day("2026-06-29");
    let face = |parts: &[Part]| store.faces(&[haihong, ana], parts).unwrap().remove(0);
    let bare = face(&[]);
    assert_eq!((bare.card.name.as_str(), bare.card.tags.len()), ("海虹印刷", 0));
    let whole = face(&[Part::Values]);
    assert_eq!(whole.card.tags, ["VIP"]);
    assert!(whole.card.contacts.is_empty());
    let row = store.rows(&[haihong], on).unwrap().remove(0);
    assert_eq!((row.standing.last_visit_on, row.standing.visits), (Some(day("2025-07-01")), 2));
    assert_eq!(store.faces(&[ana], &[Part::Reach]).unwrap()[0].card.phones.len(), 1);
}

#[test]
fn another_day_sees_the_letters_of_that_day() {
    let Cards { mut store, ana, _place, .. } = cards();
    let assertion = NewAssertion {
        letter: Letter::Need,
        answer: Answer::Yes,
        on: day("2026-06-01"),
        person: None,
        strength: Strength::Said,
        contact: None,
        note: String::new(),
    };
    store.write(Act::Assert, "", |door| door.assert(ana, &assertion)).unwrap();
    let needs = one(Sign::Holds, Condition::Man([None, None, Some(Answer::Yes)]));
    for (on, expected) in
        [("2026-05-31", vec![]), ("2026-06-01", vec![ana]), ("2026-06-30", vec![ana]), ("2031-01-01", vec![])]
    {
        assert_eq!(store.list(&needs, &Sort::default(), day(on), None).unwrap(), expected, "{on}");
        let rows = store.rows(&[ana], day(on)).unwrap();
        let yes = rows[0].standing.letters.need.answer == Answer::Yes;
        assert_eq!(yes, !expected.is_empty(), "{on}");
    }
}

#[test]
fn a_card_is_meant_by_id_code_or_words() {
    let Cards { mut store, haihong, zhang, _place, .. } = cards();
    for (typed, expected) in [
        (zhang.to_string().as_str(), Resolution::One(zhang)),
        ("HH-001", Resolution::One(haihong)),
        ("张伟", Resolution::One(zhang)),
        ("zhang wei", Resolution::One(zhang)),
        ("nobody", Resolution::None),
        ("999", Resolution::None),
        ("  ", Resolution::None),
    ] {
        assert_eq!(store.resolve(typed).unwrap(), expected, "{typed}");
    }
    let mut coded = |code: &str| {
        let coded = NewCard { code: code.into(), ..NewCard::named("Coded") };
        add(&mut store, coded)
    };
    let (digits, zeros, taken) = (coded("4711"), coded("0001"), coded(&zhang.to_string()));
    for (typed, expected) in [
        ("hh-001", haihong),
        ("ＨＨ-001", haihong),
        ("4711", digits),
        ("0001", zeros),
        (zhang.to_string().as_str(), zhang),
        (format!("code:{zhang}").as_str(), taken),
        ("code: hh-001", haihong),
    ] {
        assert_eq!(store.resolve(typed).unwrap(), Resolution::One(expected), "{typed}");
    }
    let other = add(&mut store, NewCard::named("张伟民"));
    let several = vec![(zhang, "张伟".into()), (other, "张伟民".into())];
    assert_eq!(store.resolve("张伟").unwrap(), Resolution::Several { first: several, count: 2 });
}

#[test]
fn many_cards_met_in_an_index_stand_as_few_that_are_sorted() {
    let Cards { mut store, haihong, _place, .. } = cards();
    let phone = |number: &str| NewPhone { kind: PhoneKind::Mobile, number: number.into() };
    for (place, name) in ["曾伟", "Bo", "bo", "O'Brien", "张"].into_iter().enumerate() {
        let kind = CustomerKind::ALL[place % CustomerKind::ALL.len()];
        let new = NewCard {
            short_name: name.to_lowercase(),
            company: ["海虹", "", "Northwind"][place % 3].into(),
            kind: Some(kind).filter(|_| place > 1),
            party: Party::ALL[place % 2],
            position: Position::ALL[place % 2],
            phones: vec![phone("139 0013 8000"), phone(&format!("13{place} 0013 8000"))],
            next_action: (place == 3).then(|| NextAction {
                on: day("2026-07-01"),
                kind: None,
                note: String::new(),
            }),
            tags: vec![name.into()],
            ..NewCard::named(name)
        };
        let card = add(&mut store, new);
        let assertion = NewAssertion {
            letter: [Letter::Money, Letter::Need][place % 2],
            answer: if place % 3 == 0 { Answer::Yes } else { Answer::No },
            on: day("2026-06-01"),
            person: None,
            strength: Strength::ALL[0],
            contact: None,
            note: String::new(),
        };
        store.write(Act::Assert, "", |door| door.assert(card, &assertion)).unwrap();
    }
    let everything = one(Sign::Holds, Condition::Id(Bounds { from: None, to: None }));
    let on = day("2026-06-30");
    let columns = Column::all(&[], &PrivacyPolicy::default());
    for key in columns.iter().map(Column::key) {
        for reverse in [false, true] {
            let sort = Sort { key: SortKey::of(key), reverse };
            let many = store.list(&Query::default(), &sort, on, None).unwrap();
            let few = store.list(&everything, &sort, on, None).unwrap();
            assert_eq!(many, few, "{key} reversed: {reverse}");
            let page = store.list(&Query::default(), &sort, on, Some(3)).unwrap();
            assert_eq!(page, few[..3], "{key}");
            assert!(many.contains(&haihong));
        }
    }
}

#[test]
fn lists_by_best_case_go_on_by_what_is_unknown_and_by_name() {
    let place = Place::new();
    let mut store = place.open();
    let mut card = |name: &str, said: &[(Letter, Answer)]| {
        let card = add(&mut store, NewCard::named(name));
        for (letter, answer) in said {
            let assertion = NewAssertion {
                letter: *letter,
                answer: *answer,
                on: day("2026-06-29"),
                person: None,
                strength: Strength::ALL[0],
                contact: None,
                note: String::new(),
            };
            store.write(Act::Assert, "", |door| door.assert(card, &assertion)).unwrap();
        }
        card
    };
    use Answer::{No, Yes};
    use Letter::{Authority, Money, Need};
    let unknown = [card("Zoe", &[]), card("Ana", &[])];
    let one_left = [card("Yun", &[(Money, Yes), (Need, Yes)]), card("Bo", &[(Money, Yes), (Authority, Yes)])];
    let ideal = card("Xu", &[(Money, Yes), (Authority, Yes), (Need, Yes)]);
    let awakened = card("Al", &[(Money, Yes), (Authority, Yes), (Need, No)]);
    let two_left = card("Wei", &[(Need, Yes)]);
    let expected = [ideal, one_left[1], one_left[0], two_left, unknown[1], unknown[0], awakened];
    let everything = one(Sign::Holds, Condition::Id(Bounds { from: None, to: None }));
    for query in [&Query::default(), &everything] {
        for key in ["man", "best", "class"] {
            let listed = store.list(query, &sort(key), day("2026-06-30"), None).unwrap();
            assert_eq!(listed, expected, "{key}");
        }
        let reversed = Sort { reverse: true, ..sort("man") };
        let listed = store.list(query, &reversed, day("2026-06-30"), None).unwrap();
        assert_eq!(listed, expected.iter().rev().copied().collect::<Vec<_>>());
    }
}

#[test]
fn no_first_page_sorts_the_whole_file() {
    let Cards { store, .. } = &cards();
    let keys = [
        "company",
        "due",
        "silent",
        "grade",
        "created",
        "updated",
        "phone",
        "zone",
        "industry",
        "uid",
        "worst",
        "ask",
        "region",
        "route",
        "travel",
        "last_visit",
        "visits",
        "competitor",
        "outlook",
        "note",
    ];
    for key in keys {
        let plan = store.plan_of_sort(&sort(key)).unwrap();
        let sorts = plan.iter().any(|step| step.contains("USE TEMP B-TREE FOR ORDER BY"));
        assert!(!sorts, "{key}: {plan:?}");
    }
}
