//! The JSON object of a card: what `show`, `list` and `export` print. Keys are stable; new ones may be added.
//!
//! What has no value is `null`, never 0 and never left out.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat};
use serde::{Serialize, Serializer};

use super::details::{self, DetailJson};
use super::history::HistoryJson;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::credit::{Standard, assessment_on};
use crate::domain::man::assertion::Letter;
use crate::domain::man::authority::authority_of;
use crate::domain::man::class::Class;
use crate::domain::man::letters::LetterState;
use crate::domain::person::Person;
use crate::domain::policy::Policies;
use crate::domain::reach::{Address, EmailEntry, PhoneEntry};
use crate::domain::standing::{Standing, tier};

/// Whether the object carries the card's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Contacts, assertions, moves and assessments too.
    With,
    /// The card and its standing alone.
    Without,
}

/// The object of a card with its standing on a day. Serialize it to get the keys in their order.
pub fn card_json<'card>(
    card: &'card Card,
    standing: &'card Standing,
    day: NaiveDate,
    policies: &Policies,
    history: History,
) -> CardJson<'card> {
    CardJson {
        id: card.id.0,
        uid: card.uid.to_string(),
        code: given(&card.code),
        name: &card.name,
        short_name: given(&card.short_name),
        company: given(&card.company),
        party: card.party.code(),
        kind: card.kind.map(Choice::code),
        position: standing.position.code(),
        tags: &card.tags,
        channel: card.channel.map(Choice::code),
        introducer: card.introducer.map(|introducer| introducer.0),
        phones: card.phones.iter().map(PhoneJson::of).collect(),
        emails: card.emails.iter().map(EmailJson::of).collect(),
        addresses: card.addresses.iter().map(AddressJson::of).collect(),
        people: card.people.iter().map(|person| PersonJson::of(person, card, day, policies)).collect(),
        man: ManJson::of(standing),
        credit: CreditJson::of(card, day, policies),
        value: ValueJson { tier: tier(card).map(Choice::code), ..ValueJson::default() },
        last_contact_on: standing.last_contact_on.map(Day),
        next_action: card.next_action.as_ref().map(NextJson::of),
        due_on: standing.due_on.map(Day),
        overdue_days: standing.due_on.map(|due| (day - due).num_days()).filter(|days| *days > 0),
        fields: &card.values,
        details: details::by_group(card),
        history: (history == History::With).then(|| HistoryJson::of(card, day, policies)),
        created_at: instant(card.created_at),
        updated_at: instant(card.updated_at),
    }
}

/// A card.
#[derive(Debug, Serialize)]
pub struct CardJson<'card> {
    id: i64,
    uid: String,
    code: Option<&'card str>,
    name: &'card str,
    short_name: Option<&'card str>,
    company: Option<&'card str>,
    party: &'static str,
    kind: Option<&'static str>,
    position: &'static str,
    tags: &'card [String],
    channel: Option<&'static str>,
    introducer: Option<i64>,
    phones: Vec<PhoneJson<'card>>,
    emails: Vec<EmailJson<'card>>,
    addresses: Vec<AddressJson<'card>>,
    people: Vec<PersonJson<'card>>,
    man: ManJson<'card>,
    credit: CreditJson,
    value: ValueJson,
    last_contact_on: Option<Day>,
    next_action: Option<NextJson<'card>>,
    due_on: Option<Day>,
    overdue_days: Option<i64>,
    fields: &'card BTreeMap<String, Vec<String>>,
    details: BTreeMap<&'static str, Vec<DetailJson<'card>>>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    history: Option<HistoryJson<'card>>,
    created_at: String,
    updated_at: String,
}

#[derive(Debug, Serialize)]
struct PhoneJson<'card> {
    kind: &'static str,
    number: &'card str,
    normal: &'card str,
}

impl<'card> PhoneJson<'card> {
    fn of(phone: &'card PhoneEntry) -> PhoneJson<'card> {
        PhoneJson { kind: phone.kind.code(), number: &phone.number, normal: &phone.normal }
    }
}

#[derive(Debug, Serialize)]
struct EmailJson<'card> {
    kind: &'static str,
    address: &'card str,
}

impl<'card> EmailJson<'card> {
    fn of(email: &'card EmailEntry) -> EmailJson<'card> {
        EmailJson { kind: email.kind.code(), address: &email.address }
    }
}

#[derive(Debug, Serialize)]
struct AddressJson<'card> {
    kind: &'static str,
    region: Option<&'card str>,
    street: Option<&'card str>,
    post_code: Option<&'card str>,
    zone: Option<&'card str>,
    order: Option<i64>,
    minutes: Option<i64>,
    from: Option<Day>,
    to: Option<Day>,
    note: Option<&'card str>,
}

impl<'card> AddressJson<'card> {
    fn of(address: &'card Address) -> AddressJson<'card> {
        let place = &address.place;
        AddressJson {
            kind: place.kind.code(),
            region: given(&place.region),
            street: given(&place.street),
            post_code: given(&place.post_code),
            zone: given(&place.zone),
            order: place.order,
            minutes: place.minutes,
            from: place.from.map(Day),
            to: place.to.map(Day),
            note: given(&place.access),
        }
    }
}

#[derive(Debug, Serialize)]
struct PersonJson<'card> {
    uid: String,
    name: &'card str,
    title: Option<&'card str>,
    roles: Vec<&'static str>,
    from: Option<Day>,
    to: Option<Day>,
    authority: &'static str,
    phones: Vec<PhoneJson<'card>>,
    emails: Vec<EmailJson<'card>>,
}

impl<'card> PersonJson<'card> {
    fn of(person: &'card Person, card: &Card, day: NaiveDate, policies: &Policies) -> PersonJson<'card> {
        PersonJson {
            uid: person.uid.to_string(),
            name: &person.name,
            title: given(&person.title),
            roles: person.roles.iter().map(|role| role.code()).collect(),
            from: person.from.map(Day),
            to: person.to.map(Day),
            authority: authority_of(Some(person), &card.assertions, day, policies).answer.code(),
            phones: person.phones.iter().map(PhoneJson::of).collect(),
            emails: person.emails.iter().map(EmailJson::of).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct ManJson<'card> {
    code: String,
    m: &'static str,
    a: &'static str,
    n: &'static str,
    /// `role` when the answer about authority comes from roles alone.
    a_from: Option<&'static str>,
    class: &'static str,
    /// The two ends of what is possible; none where the class is certain.
    best: Option<&'static str>,
    worst: Option<&'static str>,
    ask: Option<&'static str>,
    stale: Vec<&'static str>,
    conflict: Vec<&'static str>,
    policy: &'card str,
}

impl<'card> ManJson<'card> {
    fn of(standing: &'card Standing) -> ManJson<'card> {
        let letters = &standing.letters;
        let which = |holds: fn(&LetterState) -> bool| {
            let letters = Letter::ALL.iter().filter(|letter| holds(letters.get(**letter)));
            letters.map(|letter| letter.code()).collect()
        };
        let open = |end: Class| (standing.class == Class::Investigate).then(|| end.code());
        ManJson {
            code: letters.code(),
            m: letters.money.answer.code(),
            a: letters.authority.answer.code(),
            n: letters.need.answer.code(),
            a_from: letters.authority.from_role.then_some("role"),
            class: standing.class.code(),
            best: open(standing.best),
            worst: open(standing.worst),
            ask: standing.ask.map(Choice::code),
            stale: which(|letter| letter.stale),
            conflict: which(|letter| letter.conflict),
            policy: &standing.policy,
        }
    }
}

#[derive(Debug, Serialize)]
struct CreditJson {
    standard: &'static str,
    score: Option<String>,
    grade: Option<&'static str>,
    /// Percent of the weights that was assessed.
    coverage: u32,
    provisional: bool,
    limit: Option<String>,
    exposure: String,
    available: Option<String>,
    light: Option<&'static str>,
}

impl CreditJson {
    /// No limits and no dealings are kept yet, so nothing is owed and the light is off.
    fn of(card: &Card, day: NaiveDate, policies: &Policies) -> CreditJson {
        let assessment = assessment_on(&card.assessments, Standard::FiveC, day);
        let rating = assessment.map(|assessment| assessment.rate(&policies.credit));
        let score = rating.and_then(|rating| rating.score).map(crate::domain::credit::Score::tenths);
        CreditJson {
            standard: Standard::FiveC.code(),
            score: score.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)),
            grade: rating.and_then(|rating| rating.grade).map(Choice::code),
            coverage: rating.map_or(0, |rating| rating.coverage),
            provisional: rating.is_some_and(|rating| rating.provisional),
            limit: None,
            exposure: crate::domain::money::format(0),
            available: None,
            light: None,
        }
    }
}

/// What a customer is worth: the tier as its user judges, nothing else is known without dealings.
#[derive(Debug, Default, Serialize)]
struct ValueJson {
    abc: Option<&'static str>,
    tier: Option<&'static str>,
    contribution_12m: Option<String>,
    historic: Option<String>,
    current: Option<String>,
    potential: Option<String>,
    lifetime: Option<String>,
}

#[derive(Debug, Serialize)]
struct NextJson<'card> {
    on: Day,
    kind: Option<&'static str>,
    note: Option<&'card str>,
}

impl<'card> NextJson<'card> {
    fn of(next: &'card NextAction) -> NextJson<'card> {
        NextJson { on: Day(next.on), kind: next.kind.map(Choice::code), note: given(&next.note) }
    }
}

/// A text that has a value.
pub(super) fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// A recording time: UTC, to the millisecond.
pub(super) fn instant(at: i64) -> String {
    DateTime::from_timestamp_millis(at).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A day as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day(pub(super) NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::CardState;
    use crate::domain::contact::ContactKind;
    use crate::domain::credit::{Assessment, Factor, FactorScore};
    use crate::domain::id::{AssertionId, AssessmentId, CardId, PersonId, Uid};
    use crate::domain::man::assertion::{Answer, Assertion, Strength};
    use crate::domain::party::Party;
    use crate::domain::person::Role;
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
        for (group, key) in
            [("credit", "score"), ("credit", "grade"), ("credit", "light"), ("credit", "limit")]
        {
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
}
