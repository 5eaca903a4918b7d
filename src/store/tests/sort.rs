//! The order of a list, against a plain sort of what the cards and their standings say.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Place as Folder, day};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::column::SortKey;
use crate::domain::contact::{ContactKind, Direction};
use crate::domain::detail::{DetailGroup, NewDetail};
use crate::domain::draft::{NewAssertion, NewCard, NewContact};
use crate::domain::field::OwnField;
use crate::domain::field::own_type::OwnType;
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::query::{Bounds, Clause, Condition, Query, Scope, Sign, Term};
use crate::domain::reach::{AddressKind, Place};
use crate::domain::standing::Standing;
use crate::domain::text::sort_key::sort_key;
use crate::domain::tier::Tier;
use crate::store::{Act, Sort, Store};

/// What of a card lists are sorted by here.
#[derive(Debug, Clone)]
struct Written {
    name: String,
    tier: Option<Tier>,
    places: Vec<(String, Option<i64>, Option<i64>)>,
    said: Vec<(Letter, Answer)>,
    visits: Vec<NaiveDate>,
    rivals: Vec<String>,
    notes: [Option<String>; 3],
}

/// Days around the one on which lists are made.
fn days() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        Just("2025-06-30"),
        Just("2025-07-01"),
        Just("2026-05-01"),
        Just("2026-06-30"),
        Just("2026-07-01")
    ]
    .prop_map(day)
}

fn some<T: Choice>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|place| T::ALL[place])
}

fn written() -> impl Strategy<Value = Written> {
    let number = || prop::option::of(0..3_i64);
    let places = prop::collection::vec(("(1101|3301)?", number(), number()), 0..3);
    let said = prop::collection::vec((some(), some()), 0..4);
    let rivals = prop::collection::vec("[ab张][a-c]{0,60}", 0..3);
    let note = || prop::option::of("[ab张][a-c]{0,60}");
    let named = ("[ab张]{1,2}", prop::option::weighted(0.3, some()));
    (named, places, said, prop::collection::vec(days(), 0..3), rivals, [note(), note(), note()]).prop_map(
        |((name, tier), places, said, visits, rivals, notes)| Written {
            name,
            tier,
            places,
            said,
            visits,
            rivals,
            notes,
        },
    )
}

/// Fields with notes: the one that most cards have, one that few have, and one that the user added.
const NOTES: [&str; 3] = ["note", "outlook", OWN_NOTE];
const OWN_NOTE: &str = "remark";

fn add(store: &mut Store, written: &Written) -> CardId {
    let rival = DetailGroup::with_key("competitor").unwrap();
    let part = |text: &String| vec![(rival.head().key, vec![text.clone()])];
    let new = NewCard {
        addresses: written
            .places
            .iter()
            .map(|(region, order, minutes)| Place {
                region: region.clone(),
                order: *order,
                minutes: *minutes,
                ..Place::empty(AddressKind::Office)
            })
            .collect(),
        details: written
            .rivals
            .iter()
            .map(|text| NewDetail { group: rival, person: None, parts: part(text) })
            .collect(),
        values: (NOTES.iter().zip(&written.notes))
            .filter_map(|(field, note)| Some((field.to_string(), vec![note.clone()?])))
            .chain(written.tier.map(|tier| ("tier".to_owned(), vec![tier.code().to_owned()])))
            .collect(),
        ..NewCard::named(&written.name)
    };
    store
        .write(Act::Add, "", |door| {
            let card = door.add_card(&new)?;
            for (letter, answer) in &written.said {
                door.assert(
                    card,
                    &NewAssertion {
                        letter: *letter,
                        answer: *answer,
                        on: day("2026-06-01"),
                        person: None,
                        strength: Strength::ALL[0],
                        contact: None,
                        note: String::new(),
                    },
                )?;
            }
            for on in &written.visits {
                door.log(
                    card,
                    &NewContact {
                        on: *on,
                        kind: ContactKind::Visit,
                        direction: Direction::Out,
                        person: None,
                        outcomes: Vec::new(),
                        note: String::new(),
                        promises: Vec::new(),
                        assertions: Vec::new(),
                        next_action: None,
                    },
                )?;
            }
            Ok(card)
        })
        .unwrap()
        .value
}

/// The cards by what they have, then by row; those that have nothing last.
fn plain<T: Ord>(
    cards: &[(Card, Standing)],
    sort: &Sort,
    value: impl Fn(&Card, &Standing) -> Option<T>,
) -> Vec<CardId> {
    let (mut some, mut none) = (Vec::new(), Vec::new());
    for (card, standing) in cards {
        match value(card, standing) {
            Some(value) => some.push((value, card.id)),
            None => none.push(card.id),
        }
    }
    some.sort();
    none.sort();
    if sort.reverse {
        some.reverse();
        none.reverse();
    }
    some.into_iter().map(|(_, card)| card).chain(none).collect()
}

/// The first of several values, the last one of a list that is reversed.
fn first<T: Ord>(sort: &Sort, values: impl Iterator<Item = T>) -> Option<T> {
    if sort.reverse { values.max() } else { values.min() }
}

/// What of a longer text counts.
fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

fn rank<T: Choice + PartialEq>(choice: T) -> Option<usize> {
    T::ALL.iter().position(|one| *one == choice)
}

fn expected(cards: &[(Card, Standing)], sort: &Sort) -> Vec<CardId> {
    let places = |card: &Card| card.addresses.iter().map(|address| address.place.clone()).collect::<Vec<_>>();
    match sort.key.key() {
        "uid" => plain(cards, sort, |card, _| Some(card.id)),
        "best" => plain(cards, sort, |card, standing| {
            let unknown = standing.letters.code().matches('?').count();
            let tier = card.values.get("tier").and_then(|tier| rank(Tier::from_code(tier.first()?)?));
            let tier = tier.unwrap_or(Tier::ALL.len());
            Some((rank(standing.best), unknown, tier, sort_key(&card.name)))
        }),
        "worst" => plain(cards, sort, |_, standing| rank(standing.worst)),
        "ask" => plain(cards, sort, |_, standing| standing.ask.and_then(rank)),
        "last_visit" => plain(cards, sort, |_, standing| standing.last_visit_on),
        "visits" => {
            // Most visits first, and the older row first among equals, unless the list is reversed.
            let turned = Sort { reverse: !sort.reverse, ..sort.clone() };
            plain(cards, &turned, |_, standing| Some(standing.visits))
        }
        "region" => plain(cards, sort, |card, _| {
            first(
                sort,
                places(card).into_iter().map(|place| place.region).filter(|region| !region.is_empty()),
            )
        }),
        "route" => plain(cards, sort, |card, _| {
            first(sort, places(card).into_iter().filter_map(|place| place.order))
        }),
        "travel" => plain(cards, sort, |card, _| {
            first(sort, places(card).into_iter().filter_map(|place| place.minutes))
        }),
        "competitor" => plain(cards, sort, |card, _| {
            let heads =
                card.details.iter().flat_map(|detail| detail.values(detail.group.head().key).to_vec());
            first(sort, heads.map(|head| beginning(&head)))
        }),
        note if NOTES.contains(&note) => {
            plain(cards, sort, |card, _| card.values.get(note)?.first().map(|text| beginning(text)))
        }
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn lists_stand_as_a_plain_sort_puts_them(written in prop::collection::vec(written(), 1..9), on in days()) {
        let folder = Folder::new();
        let mut store = folder.open();
        let own = OwnField { own_type: OwnType::Note, ..OwnField::text(OWN_NOTE, OWN_NOTE) };
        store.write(Act::Field, "", |door| door.new_own_field(&own)).unwrap();
        let ids: Vec<CardId> = written.iter().map(|written| add(&mut store, written)).collect();
        let cards: Vec<(Card, Standing)> = ids
            .iter()
            .map(|id| store.card(*id).unwrap().unwrap())
            .map(|card| { let standing = store.standing(&card, on); (card, standing) })
            .collect();
        let any = Condition::Id(Bounds { from: None, to: None });
        let each = Clause { any: vec![Term { sign: Sign::Holds, condition: any }] };
        let few = Query { clauses: vec![each], scope: Scope::Live };
        for key in ["uid", "best", "worst", "ask", "last_visit", "visits", "region", "route", "travel", "competitor", "note", "outlook", OWN_NOTE] {
            for reverse in [false, true] {
                let sort = Sort { key: SortKey::of(key), reverse };
                let expected = expected(&cards, &sort);
                for query in [&Query::default(), &few] {
                    let listed = store.list(query, &sort, on, None).unwrap();
                    prop_assert_eq!(&listed, &expected, "{:?} on {}", sort, on);
                }
                for rows in [1, 2] {
                    let page = store.list(&Query::default(), &sort, on, Some(rows)).unwrap();
                    prop_assert_eq!(&page, &expected[..rows.min(expected.len())], "{:?} on {}", sort, on);
                }
            }
        }
    }
}
