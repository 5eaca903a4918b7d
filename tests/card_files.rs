//! Card files of earlier versions open and lose nothing. `tests/files/NNNN.sql` is the dump of a small file as
//! the version with schema step NNNN wrote it; a dump is never changed once its version is out.

#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use std::path::PathBuf;

use chrono::NaiveDate;
use fieldcard::domain::card::CardState;
use fieldcard::domain::column::SortKey;
use fieldcard::domain::contact::Outcome;
use fieldcard::domain::credit::Grade;
use fieldcard::domain::id::CardId;
use fieldcard::domain::phone;
use fieldcard::domain::policy::Policies;
use fieldcard::domain::position::{Parting, Position};
use fieldcard::domain::query::{Query, Strictness};
use fieldcard::domain::reason::LossReason;
use fieldcard::store::{Opening, Sort, Source, Store};

/// The file that a dump describes, opened on the day it was written for.
fn open(folder: &tempfile::TempDir, dump: &str) -> Store {
    let path: PathBuf = folder.path().join("cards.fieldcard");
    #[expect(clippy::disallowed_methods, reason = "the file is made as an earlier version left it")]
    let made = rusqlite::Connection::open(&path).expect("a file is made");
    made.execute_batch(dump).expect("the dump is a card file");
    drop(made);
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let opening = Opening { source: Source::Command, policies: Policies::default(), day };
    Store::open(&path, opening).expect("the card file opens")
}

#[test]
fn a_file_of_the_first_version_is_read_whole_and_its_changes_can_be_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0001.sql"));
    let card = |store: &Store, id| store.card(CardId(id)).expect("it is read").expect("it is there");

    let haihong = card(&store, 1);
    assert_eq!((haihong.name.as_str(), haihong.code.as_str()), ("海虹印刷", "HH-001"));
    assert_eq!(haihong.tags, ["vip", "print"]);
    assert_eq!((haihong.people[0].name.as_str(), haihong.addresses[0].place.zone.as_str()), ("周立", "西区"));
    assert_eq!(haihong.contacts.len(), 2);
    assert!(haihong.details.is_empty());
    assert_eq!(haihong.contacts[0].outcomes, [Outcome::NotReached]);
    assert_eq!(haihong.contacts[1].promises[0].text, "samples");
    assert_eq!(haihong.contacts[1].promises[0].settled, None);
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let standing = store.standing(&haihong, day);
    assert_eq!((standing.letters.code().as_str(), standing.position), ("?AN", Position::Target));
    assert_eq!(standing.grade, Some(Grade::C));
    // Its kept standing knew of no credit review.
    let later = NaiveDate::from_ymd_opt(2026, 10, 15).expect("a day");
    let row = store.rows(&[CardId(1)], later).expect("it is read").remove(0);
    assert_eq!(row.standing.review_on, NaiveDate::from_ymd_opt(2026, 9, 28));

    let ana = card(&store, 2);
    assert_eq!(ana.company, "Northwind");
    let own = store.own_fields().expect("own fields are read").remove(0);
    assert_eq!(
        (own.name.as_str(), ana.values[&own.key].as_slice()),
        ("Favourite colour", &["red".to_owned()][..])
    );
    assert_eq!(card(&store, 3).state, CardState::Binned);

    for (word, found) in [("周立", vec![1]), ("haihong", vec![1]), ("northwind", vec![2])] {
        let (query, _) = Query::parse(word, day, Strictness::Command).expect("it is read");
        let cards = store.list(&query, &Sort::default(), day, None).expect("it is searched");
        assert_eq!(cards, found.into_iter().map(CardId).collect::<Vec<_>>(), "{word}");
    }

    let undone = store.undo().expect("a change is taken back").expect("there is one");
    assert_eq!(undone.card, Some(CardId(2)));
    assert_eq!(card(&store, 2).company, "");
}

#[test]
fn a_file_with_details_own_choices_and_a_cadence_is_read_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0005.sql"));
    let haihong = store.card(CardId(1)).expect("it is read").expect("it is there");
    for (field, value) in [("legal_form", "limited"), ("follow_up_days", "10"), ("key_trade_fair", "spring")]
    {
        assert_eq!(haihong.field_texts(field), [value], "{field}");
    }
    assert_eq!(haihong.details.len(), 1);
    assert_eq!(haihong.contacts.len(), 3);
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let (query, _) = Query::parse("grand", day, Strictness::Command).expect("it is read");
    assert_eq!(store.list(&query, &Sort::default(), day, None).expect("it is searched"), [CardId(1)]);
    store.undo().expect("a change is taken back").expect("there is one");
    assert!(store.card(CardId(1)).expect("it is read").expect("it is there").details.is_empty());
}

#[test]
fn a_file_with_a_kept_plan_a_saved_filter_and_an_introducer_is_read_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0012.sql"));
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let visits = store.planned_visits(day.succ_opt().expect("a day")).expect("the plan is read");
    assert_eq!(visits.iter().map(|visit| visit.card).collect::<Vec<_>>(), [CardId(1)]);
    let known = store.nameable().expect("filters are read");
    let (query, _) =
        Query::parse_knowing(known.vocabulary(), "@hot", day, Strictness::Command).expect("read");
    assert_eq!(store.list(&query, &Sort::default(), day, None).expect("it is searched"), [CardId(1)]);
    let ana = store.card(CardId(2)).expect("it is read").expect("it is there");
    assert_eq!(ana.field_texts("introducer"), ["1"]);
    store.undo().expect("a change is taken back").expect("there is one");
    assert!(store.planned_visits(day.succ_opt().expect("a day")).expect("the plan is read").is_empty());
}

#[test]
fn a_file_with_packed_texts_travel_minutes_and_a_credit_review_is_read_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0016.sql"));
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let card = |store: &Store, id| store.card(CardId(id)).expect("it is read").expect("it is there");
    assert_eq!(card(&store, 1).addresses[0].place.minutes, Some(25));
    assert!(card(&store, 1).moves.iter().all(|change| change.circumstances.is_none()));
    let row = store.rows(&[CardId(1)], day).expect("it is read").remove(0);
    assert_eq!(row.standing.grade, Some(Grade::C));
    for (text, found) in [("hhys", vec![1]), ("northwind", vec![2]), ("tag:vip", vec![2])] {
        let (query, _) = Query::parse(text, day, Strictness::Command).expect("it is read");
        let cards = store.list(&query, &Sort::default(), day, None).expect("it is searched");
        assert_eq!(cards, found.into_iter().map(CardId).collect::<Vec<_>>(), "{text}");
    }
    store.undo().expect("a change is taken back").expect("there is one");
    assert!(card(&store, 2).tags.is_empty());
}

#[test]
fn an_enquiry_in_a_file_of_an_earlier_version_is_due_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let asked =
        "INSERT INTO value (card, field, seq, text, sort_key) VALUES (2, 'channel', 0, 'web', 'web');";
    let store = open(&folder, &format!("{}{asked}", include_str!("files/0016.sql")));
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let ana = store.card(CardId(2)).expect("it is read").expect("it is there");
    assert!(ana.contacts.is_empty());
    let row = store.rows(&[CardId(2)], day).expect("it is read").remove(0);
    assert_eq!(row.standing.due_on, Some(ana.added_on));
}

#[test]
fn a_file_of_the_twenty_first_step_keeps_what_is_said_of_places_moves_and_many_cards() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0021.sql"));
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let card = |store: &Store, id| store.card(CardId(id)).expect("it is read").expect("it is there");
    let haihong = card(&store, 1);
    let place = &haihong.addresses[0].place;
    assert_eq!((place.street.as_str(), place.access.as_str()), ("文一西路 4 号，3 楼", "gate 2"));
    assert_eq!(place.to, NaiveDate::from_ymd_opt(2026, 12, 31));
    assert!(haihong.moves.iter().any(|change| change.circumstances.is_some()));
    assert!(
        haihong.moves.iter().all(|change| change.product.is_empty() && change.parting == Parting::default())
    );
    for (text, found) in [("1380000 0001", vec![1]), ("gate", vec![1]), ("tag:fair", vec![2, 1])] {
        let (query, _) = Query::parse(text, day, Strictness::Command).expect("it is read");
        let cards = store.list(&query, &Sort::default(), day, None).expect("it is searched");
        assert_eq!(cards, found.into_iter().map(CardId).collect::<Vec<_>>(), "{text}");
    }
    // Its kept standing knew of no visits.
    let later = NaiveDate::from_ymd_opt(2026, 10, 15).expect("a day");
    let row = store.rows(&[CardId(1)], later).expect("it is read").remove(0);
    assert_eq!((row.standing.last_visit_on, row.standing.visits), (Some(day), 1));
    let folded = store.standing(&haihong, later);
    assert_eq!((row.standing.from, row.standing.until), (folded.from, folded.until));
    let sort = Sort { key: SortKey::of("visits"), reverse: false };
    let listed = store.list(&Query::default(), &sort, later, None).expect("it is sorted");
    assert_eq!(listed.first(), Some(&CardId(1)));
    store.undo().expect("a change is taken back").expect("there is one");
    assert!(card(&store, 1).tags.is_empty());
    assert_eq!(card(&store, 2).tags, ["vip"]);
}

#[test]
fn a_file_of_the_twenty_third_step_keeps_what_goes_with_a_customer_who_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0023.sql"));
    let card = |store: &Store, id| store.card(CardId(id)).expect("it is read").expect("it is there");
    let haihong = card(&store, 1);
    let lost = haihong.moves.last().expect("it was lost");
    assert_eq!((lost.to, lost.product.as_str()), (Position::Lost, "presses"));
    assert_eq!(lost.parting.contributing, [LossReason::Quality, LossReason::Staff]);
    let said = [lost.parting.historic_value, lost.parting.receivables, lost.parting.second_life];
    assert_eq!(said, [Some(540_000), Some(30_000), Some(900_000)]);
    assert_eq!(card(&store, 2).field_texts("tier"), ["key"]);
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    for key in ["visits", "last_visit", "worst", "ask", "region", "route", "note"] {
        let sort = Sort { key: SortKey::of(key), reverse: false };
        let listed = store.list(&Query::default(), &sort, day, None).expect("it is sorted");
        assert_eq!(listed.len(), 2, "{key}");
    }
    store.undo().expect("a change is taken back").expect("there is one");
    assert!(card(&store, 2).tags.is_empty());
}

#[test]
fn a_file_of_the_twenty_seventh_step_keeps_what_was_agreed_after_a_contact_written_down_late() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder, include_str!("files/0027.sql"));
    let card = |store: &Store, id| store.card(CardId(id)).expect("it is read").expect("it is there");
    let haihong = card(&store, 1);
    let day = |day| NaiveDate::from_ymd_opt(2026, 7, day).expect("a day");
    assert_eq!(
        haihong.next_action.as_ref().map(|next| (next.on, next.note.as_str())),
        Some((day(3), "samples"))
    );
    assert_eq!(haihong.contacts[0].promises[0].due_on, Some(day(10)));
    let standing = store.standing(&haihong, NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"));
    assert_eq!((standing.letters.code().as_str(), standing.worth), ("??N", 90));
    let found = Query::parse("haihong", day(1), Strictness::Command).expect("it is read").0;
    let listed = store.list(&found, &Sort::default(), day(1), None).expect("it is searched");
    assert_eq!(listed, [CardId(1)]);
    store.undo().expect("a change is taken back").expect("there is one");
    assert!(card(&store, 1).contacts.is_empty());
}

#[test]
fn what_was_kept_before_worth_was_is_told_what_it_is_worth() {
    for (change, expected) in [
        ("", 90),
        ("UPDATE card SET started_in = 'actual'; UPDATE standing SET position = 'actual';", 90),
        (
            "UPDATE card SET started_in = 'actual'; UPDATE standing SET position = 'actual'; DELETE FROM value;",
            40,
        ),
        ("UPDATE card SET started_in = 'non'; UPDATE standing SET position = 'non';", 20),
        ("UPDATE standing SET best = 'nurture', best_rank = 4;", 50),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(&folder, &format!("{}{change}", include_str!("files/0023.sql")));
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
        let row = store.rows(&[CardId(2)], day).expect("it is read").remove(0);
        assert_eq!(row.standing.worth, expected, "{change}");
        if !change.contains("best") {
            let card = store.card(CardId(2)).expect("it is read").expect("it is there");
            assert_eq!(store.standing(&card, day).worth, expected, "{change}");
        }
    }
}

#[test]
fn a_landline_kept_with_its_country_gets_the_form_of_one_without() {
    let numbers = [
        ("+86 571 8800 1234", "+8657188001234"),
        ("+86 10 6234 5678", "+861062345678"),
        ("+86 400 820 8820", "+864008208820"),
        ("+86 138 0000 0000", "+8613800000000"),
        ("+86 12345", "+8612345"),
        ("+886 2 2712 5566", "+886227125566"),
        ("+886 912 345 678", "+886912345678"),
        ("+44 20 7946 0000", "+442079460000"),
        ("0571-88001234", "057188001234"),
    ];
    let rows = numbers.map(|(number, normal)| {
        format!("INSERT INTO phone (card, kind, number, normal) VALUES (2, 'work', '{number}', '{normal}');")
    });
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder, &format!("{}{}", include_str!("files/0027.sql"), rows.concat()));
    let card = store.card(CardId(2)).expect("it is read").expect("it is there");
    let kept = card.phones.iter().filter(|phone| numbers.iter().any(|(number, _)| *number == phone.number));
    let mut count = 0;
    for phone in kept {
        let read = phone::read(&phone.number).expect("a number");
        assert_eq!(phone.normal, read.normal, "{}", phone.number);
        count += 1;
    }
    assert_eq!(count, numbers.len());
}

/// Before step 31 a name was found only with its blanks.
#[test]
fn chinese_names_with_blanks_in_them_are_found_without() {
    for dump in
        [include_str!("files/0001.sql"), include_str!("files/0016.sql"), include_str!("files/0027.sql")]
    {
        let folder = tempfile::tempdir().expect("a folder");
        let gaps =
            "UPDATE card SET name = '李　伟' WHERE id = 1; UPDATE card SET company = '海 虹' WHERE id = 2;";
        let store = open(&folder, &format!("{dump}{gaps}"));
        for (word, found) in [("李伟", 1), ("海虹", 2)] {
            let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
            let (query, _) = Query::parse(word, day, Strictness::Command).expect("it is read");
            let cards = store.list(&query, &Sort::default(), day, None).expect("it is searched");
            assert!(cards.contains(&CardId(found)), "{word}");
        }
    }
}

/// A first load that is killed leaves indexes aside, to be made again at the next opening.
#[test]
fn a_file_with_indexes_set_aside_by_an_earlier_version_opens() {
    for dump in [
        include_str!("files/0001.sql"),
        include_str!("files/0005.sql"),
        include_str!("files/0012.sql"),
        include_str!("files/0016.sql"),
        include_str!("files/0021.sql"),
        include_str!("files/0023.sql"),
        include_str!("files/0027.sql"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("cards.fieldcard");
        #[expect(clippy::disallowed_methods, reason = "the file is made as an earlier version left it")]
        let made = rusqlite::Connection::open(&path).expect("a file is made");
        made.execute_batch(dump).expect("the dump is a card file");
        let aside: Vec<String> = made
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('standing', 'card') AND sql NOT NULL")
            .and_then(|mut names| names.query_map([], |row| row.get(0))?.collect())
            .expect("indexes have names");
        assert!(aside.len() > 3, "{aside:?}");
        for name in &aside {
            made.execute(
                "INSERT INTO missing_index SELECT name, sql FROM sqlite_schema WHERE name = ?1",
                [name],
            )
            .expect("it is written down");
            made.execute_batch(&format!("DROP INDEX {name}")).expect("it is taken away");
        }
        drop(made);
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
        let opening = Opening { source: Source::Command, policies: Policies::default(), day };
        drop(Store::open(&path, opening).expect("the card file opens"));
        #[expect(clippy::disallowed_methods, reason = "the schema is looked at")]
        let opened = rusqlite::Connection::open(&path).expect("it opens");
        let missing: i64 = opened
            .query_row("SELECT count(*) FROM missing_index", [], |row| row.get(0))
            .expect("it is counted");
        assert_eq!(missing, 0);
    }
}
