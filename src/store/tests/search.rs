//! Searching, against a scan of the same texts: nothing is missed and nothing is extra, whatever was written,
//! taken back and indexed before.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

use super::import::bring_in;
use super::{Place, day};
use crate::domain::card_set::CHUNK;
use crate::domain::contact::NextAction;
use crate::domain::draft::{NewCard, NewPhone};
use crate::domain::id::CardId;
use crate::domain::query::{Query, Strictness};
use crate::domain::reach::PhoneKind;
use crate::domain::text::closeness::Closeness;
use crate::domain::text::needles::Needles;
use crate::domain::text::searchable::{plain_text, searchable};
use crate::store::{Act, Count, ImportRow, NameSource, OnDuplicate, Order, RowOutcome, Sort, Store, search};

/// What happens to a card file.
#[derive(Debug, Clone)]
enum Step {
    Add(String, String, String),
    Rename(usize, String),
    Note(usize, String),
    Bin(usize),
    Undo,
    Redo,
    Index,
    IndexOnce,
    /// A migration makes texts and index anew.
    Renew(search::Renewed),
    /// Another connection starts on the index where this one left it.
    IndexElsewhere,
    /// Names come in, two in a piece; another connection renames a card between the pieces, and may add one.
    Import {
        names: Vec<String>,
        meanwhile: String,
        adds: bool,
        end: End,
    },
}

#[derive(Debug, Clone, Copy)]
enum End {
    Finished,
    Cancelled,
}

const ALPHABET: &str = "[a-c张伟海虹曾ß 1-3@]{1,6}";

fn step() -> impl Strategy<Value = Step> {
    let card = 0..8_usize;
    prop_oneof![
        4 => (ALPHABET, ALPHABET, "[1-3]{3,8}").prop_map(|(name, company, phone)| Step::Add(name, company, phone)),
        2 => (card.clone(), ALPHABET).prop_map(|(card, name)| Step::Rename(card, name)),
        2 => (card.clone(), ALPHABET).prop_map(|(card, note)| Step::Note(card, note)),
        1 => card.prop_map(Step::Bin),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        2 => Just(Step::Index),
        1 => Just(Step::IndexOnce),
        1 => Just(Step::IndexElsewhere),
        1 => Just(Step::Renew(search::Renewed::TextsAndIndex)),
        1 => Just(Step::Renew(search::Renewed::Index)),
        2 => (
            prop::collection::vec("[a-c张伟海虹][a-c张伟海虹1-3]{0,4}", 1..8), "[a-c张伟]{1,4}", any::<bool>(),
            prop_oneof![3 => Just(End::Finished), 1 => Just(End::Cancelled)],
        )
            .prop_map(|(names, meanwhile, adds, end)| Step::Import { names, meanwhile, adds, end }),
    ]
}

fn take(store: &mut Store, step: &Step) {
    let card = |store: &Store, number: usize| {
        let all = store.list(&Query::default(), &Sort::default(), day("2026-06-30"), None).unwrap();
        (!all.is_empty()).then(|| all[number % all.len()])
    };
    match step {
        Step::Add(name, company, phone) if !name.trim().is_empty() => {
            let new = NewCard {
                company: company.clone(),
                phones: vec![NewPhone { kind: PhoneKind::Mobile, number: phone.clone() }],
                ..NewCard::named(name)
            };
            store.write(Act::Add, "", |door| door.add_card(&new)).unwrap();
        }
        Step::Rename(number, name) if !name.trim().is_empty() => {
            let Some(card) = card(store, *number) else { return };
            let values = [name.clone()];
            store.write(Act::Edit, "", |door| door.set_field(card, "name", &values)).unwrap();
        }
        Step::Note(number, note) => {
            let Some(card) = card(store, *number) else { return };
            let next = NextAction { on: day("2026-07-02"), kind: None, note: note.clone() };
            store.write(Act::Next, "", |door| door.set_next(card, Some(&next))).unwrap();
        }
        Step::Bin(number) => {
            let Some(card) = card(store, *number) else { return };
            store.write(Act::Remove, "", |door| door.bin(card)).unwrap();
        }
        Step::Undo => drop(store.undo()),
        Step::Redo => drop(store.redo()),
        Step::Index => store.index_all().unwrap(),
        Step::IndexOnce => drop(store.index_some().unwrap()),
        Step::IndexElsewhere => drop(store.another().unwrap().index_some().unwrap()),
        Step::Renew(what) => {
            let transaction = store.session.begin(&mut store.connection).unwrap();
            search::renew(&transaction, *what, 1).unwrap();
            transaction.commit().unwrap();
        }
        Step::Import { names, meanwhile, adds, end } => {
            let import = store.begin_import("list.csv").unwrap();
            for pair in names.chunks(2) {
                let rows: Vec<ImportRow> = pair
                    .iter()
                    .map(|name| ImportRow {
                        card: NewCard::named(name),
                        named: NameSource::Name,
                        fingerprint: uuid::Uuid::now_v7().into_bytes(),
                        on_duplicate: OnDuplicate::Keep,
                    })
                    .collect();
                let made = bring_in(store, import, &rows);
                let mut other = store.another().unwrap();
                if let Some(RowOutcome::Added(card)) = made.first() {
                    let values = [meanwhile.clone()];
                    other.write(Act::Edit, "", |door| door.set_field(*card, "name", &values)).unwrap();
                }
                if *adds {
                    take(&mut other, &Step::Add(meanwhile.clone(), String::new(), "12345678".into()));
                }
            }
            match end {
                End::Finished => drop(store.finish_import(import).unwrap()),
                End::Cancelled => store.cancel_import(import).unwrap(),
            }
        }
        Step::Add(..) | Step::Rename(..) => {}
    }
}

/// What a scan of all texts finds: the closeness of each card that has all words.
fn scanned(store: &Store, words: &[Needles]) -> Vec<(Closeness, CardId)> {
    let all = store.list(&Query::default(), &Sort::default(), day("2026-06-30"), None).unwrap();
    let mut found: Vec<_> = all
        .into_iter()
        .filter_map(|card| {
            let text = searchable(&store.card(card).unwrap().unwrap());
            let closeness = words.first()?.closest_in(&text)?;
            words.iter().all(|word| word.found_in(&text)).then_some((closeness, card))
        })
        .collect();
    found.sort();
    found
}

fn compare(store: &Store, text: &str) -> Result<(), TestCaseError> {
    let on = day("2026-06-30");
    let (query, _) = Query::parse(text, on, Strictness::Screen).unwrap();
    let words: Vec<Needles> = text.split_whitespace().filter_map(Needles::of).collect();
    if words.is_empty() {
        return Ok(());
    }
    let expected: Vec<CardId> = scanned(store, &words).into_iter().map(|(_, card)| card).collect();
    let closest = Order::Closest(Sort::default());
    let never: &dyn Fn() -> bool = &|| false;
    prop_assert_eq!(&store.whole_list(&query, &closest, on, never).unwrap(), &expected, "whole {:?}", text);
    for rows in [1, 3, 100] {
        let few = store.in_order(&query, &closest, on, Some(rows)).unwrap();
        prop_assert_eq!(&few, &expected[..rows.min(expected.len())], "{} without count of {:?}", rows, text);
        let page = store.first_page(&query, &closest, on, rows, never).unwrap();
        prop_assert_eq!(&page.ids, &expected[..rows.min(expected.len())], "{} rows of {:?}", rows, text);
        match page.count {
            Some(Count::Exact(count)) => prop_assert_eq!(count, expected.len()),
            Some(Count::About(most)) => prop_assert!(most >= expected.len()),
            None => prop_assert!(false, "words are always counted"),
        }
    }
    narrowed_as_whole(store, text, &expected)?;
    prop_assert_eq!(store.count(&query, on).unwrap(), expected.len());
    let mut by_name = store.list(&query, &Sort::default(), on, None).unwrap();
    by_name.sort();
    let mut expected = expected;
    expected.sort();
    prop_assert_eq!(by_name, expected, "by name {:?}", text);
    Ok(())
}

/// Whether words beside a condition list those of their cards that meet it, in the same order, how many are wanted ever.
fn narrowed_as_whole(store: &Store, text: &str, of_words: &[CardId]) -> Result<(), TestCaseError> {
    let (on, text) = (day("2026-06-30"), format!("{text} no:next"));
    let (query, _) = Query::parse(&text, on, Strictness::Screen).unwrap();
    let meets = |card: &CardId| store.card(*card).unwrap().unwrap().next_action.is_none();
    let expected: Vec<CardId> = of_words.iter().copied().filter(meets).collect();
    let closest = Order::Closest(Sort::default());
    let never: &dyn Fn() -> bool = &|| false;
    prop_assert_eq!(&store.whole_list(&query, &closest, on, never).unwrap(), &expected, "whole {:?}", text);
    for rows in [1, 3, 100] {
        let first = &expected[..rows.min(expected.len())];
        let few = store.in_order(&query, &closest, on, Some(rows)).unwrap();
        prop_assert_eq!(&few, first, "{} without count of {:?}", rows, text);
        let page = store.first_page(&query, &closest, on, rows, never).unwrap();
        prop_assert_eq!(&page.ids, first, "{} rows of {:?}", rows, text);
        prop_assert_eq!(page.count, Some(Count::Exact(expected.len())), "count of {:?}", text);
    }
    Ok(())
}

/// Words of four characters whose grams meet in one row of the index, and what they are folded to themselves.
fn meeting() -> impl Strategy<Value = String> {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let is_folded = |word: &String| plain_text(word).contains(word);
        search::meeting("有限公司").filter(is_folded).take(4).collect()
    });
    prop::sample::select(WORDS.as_slice())
}

/// A card file whose names, companies and words meet in the index wherever they can.
fn colliding_step() -> impl Strategy<Value = Step> {
    let card = 0..8_usize;
    prop_oneof![
        3 => (meeting(), meeting()).prop_map(|(name, company)| Step::Add(name, company, "12345678".into())),
        2 => (card.clone(), meeting()).prop_map(|(card, name)| Step::Rename(card, name)),
        1 => card.prop_map(Step::Bin),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        3 => Just(Step::Index),
        1 => Just(Step::IndexOnce),
        1 => Just(Step::Renew(search::Renewed::Index)),
        1 => (prop::collection::vec(meeting(), 1..8), meeting()).prop_map(|(names, meanwhile)| Step::Import {
            names, meanwhile, adds: false, end: End::Finished,
        }),
    ]
}

/// Whether words are found as a scan finds them, with what the steps have left of the index and with a whole one.
fn found_as_scanned(steps: &[Step], words: &[String]) -> Result<(), TestCaseError> {
    let place = Place::new();
    let mut store = place.open();
    // The cards stand at the border of two chunks of the index.
    place.fill_cards_up_to(CHUNK - 3);
    // Everything is worth indexing here, so that few cards show what many would.
    store.worth_a_build = 1;
    for step in steps {
        take(&mut store, step);
    }
    for word in words {
        compare(&store, word)?;
    }
    store.index_all().unwrap();
    for word in words {
        compare(&store, word)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]

    #[test]
    fn grams_that_meet_in_the_index_are_told_apart(
        steps in prop::collection::vec(colliding_step(), 1..24),
        words in prop::collection::vec(meeting(), 4),
    ) {
        found_as_scanned(&steps, &words)?;
    }
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]

    #[test]
    fn a_search_finds_what_a_scan_finds(
        steps in prop::collection::vec(step(), 1..24),
        words in prop::collection::vec("[a-cz张伟海虹曾ß1-3]{1,4}|[a-c]{2}伟|zhang伟|z伟|ha?i? ?虹", 6),
    ) {
        found_as_scanned(&steps, &words)?;
    }
}
