use super::*;
use crate::domain::card::CardState;
use crate::domain::contact::ContactKind;
use crate::domain::credit::{Assessment, Factor, FactorScore, Standard};
use crate::domain::id::{AssertionId, AssessmentId, CardId, PersonId, Uid};
use crate::domain::man::assertion::{Answer, Assertion, Letter, Strength};
use crate::domain::party::Party;
use crate::domain::person::{Person, Role};
use crate::domain::position::Position;
use crate::domain::standing;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn card() -> Card {
    let assertion = |letter, answer, on: &str, person| Assertion {
        id: AssertionId(1),
        letter,
        answer,
        on: day(on),
        recorded_at: 0,
        person,
        strength: Strength::Said,
        contact: None,
        note: String::new(),
    };
    let score = |factor, points| FactorScore { factor, points: Some(points), note: String::new() };
    Card {
        id: CardId(12),
        uid: Uid::nil(),
        rev: 1,
        state: CardState::Live,
        code: "HH-001".into(),
        name: "海虹印刷".into(),
        short_name: String::new(),
        company: String::new(),
        party: Party::Organisation,
        kind: None,
        position: Position::Target,
        channel: None,
        introducer: None,
        tags: vec!["vip".into()],
        phones: Vec::new(),
        emails: Vec::new(),
        addresses: Vec::new(),
        people: vec![Person {
            id: PersonId(3),
            uid: Uid::nil(),
            name: "周立".into(),
            title: String::new(),
            roles: vec![Role::Decider],
            from: None,
            to: None,
            phones: Vec::new(),
            emails: Vec::new(),
        }],
        details: Vec::new(),
        agreed_on: None,
        next_action: Some(NextAction {
            on: day("2026-06-20"),
            kind: Some(ContactKind::Visit),
            note: "样品".into(),
        }),
        contacts: Vec::new(),
        assertions: vec![
            assertion(Letter::Money, Answer::Yes, "2026-05-01", None),
            assertion(Letter::Authority, Answer::No, "2026-05-01", Some(PersonId(3))),
        ],
        moves: Vec::new(),
        assessments: vec![Assessment {
            id: AssessmentId(1),
            uid: Uid::nil(),
            standard: Standard::FiveC,
            on: day("2026-05-01"),
            recorded_at: 0,
            scores: vec![
                score(Factor::Character, 4),
                score(Factor::Capacity, 4),
                score(Factor::Capital, 3),
                score(Factor::Collateral, 2),
                score(Factor::Conditions, 3),
            ],
            knock_out: None,
        }],
        values: BTreeMap::new(),
        added_on: day("2026-01-01"),
        created_at: 0,
        updated_at: 0,
    }
}

fn text(card: &Card, on: &str, history: History) -> String {
    let policies = Policies::default();
    let standing = standing::fold(card, day(on), &policies);
    serde_json::to_string(&card_json(card, &standing, day(on), &policies, history)).unwrap()
}

#[test]
fn a_card_is_an_object_with_stable_keys() {
    let text = text(&card(), "2026-06-30", History::Without);
    let object: serde_json::Value = serde_json::from_str(&text).unwrap();
    for part in [
        r#"{"id":12,"uid":"00000000-0000-0000-0000-000000000000","code":"HH-001","name":"海虹印刷""#,
        r#""man":{"code":"Ma?","m":"yes","a":"no","n":"unknown","a_from":null,"class":"investigate","best":"find_authority","#,
        r#""ask":"n","stale":[],"conflict":[],"policy":"stop-none-only"}"#,
        r#""limit":null,"exposure":"0.00","available":null,"light":null}"#,
        r#""next_action":{"on":"2026-06-20","kind":"visit","note":"样品"},"due_on":"2026-06-20","overdue_days":10"#,
        r#""created_at":"1970-01-01T00:00:00.000Z""#,
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(object["credit"]["coverage"], 100);
    assert_eq!(object["people"][0]["authority"], "no");
    assert_eq!(object["value"]["abc"], serde_json::Value::Null);
    assert_eq!(object.get("contacts"), None);
}

#[test]
fn history_is_there_when_asked_for() {
    let text = text(&card(), "2026-06-30", History::With);
    assert!(
        text.contains(r#""contacts":[],"assertions":[{"letter":"m","answer":"yes","on":"2026-05-01""#),
        "{text}"
    );
}

#[test]
fn what_has_no_value_is_null() {
    let mut card = card();
    card.assessments.clear();
    card.next_action = None;
    card.position = Position::Drift;
    let object: serde_json::Value =
        serde_json::from_str(&text(&card, "2026-06-30", History::Without)).unwrap();
    for (group, key) in [("credit", "score"), ("credit", "grade"), ("credit", "light"), ("credit", "limit")] {
        assert!(object[group][key].is_null(), "{key}");
    }
    assert!(object["people"][0]["title"].is_null());
    for key in [
        "due_on",
        "overdue_days",
        "next_action",
        "last_contact_on",
        "kind",
        "channel",
        "introducer",
        "short_name",
        "company",
    ] {
        assert!(object[key].is_null(), "{key}");
    }
}
