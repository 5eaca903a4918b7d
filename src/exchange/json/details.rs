//! The details of a card as JSON: under the key of each group a list of its records.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::domain::card::Card;
use crate::domain::detail::Detail;
use crate::domain::field::Field;

/// One detail: its identity, whose it is, and its parts; a part of one value is that text, of several a list.
#[derive(Debug, Serialize)]
pub(super) struct DetailJson<'card> {
    uid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'card str>,
    #[serde(flatten)]
    parts: BTreeMap<&'card str, Values<'card>>,
}

#[derive(Debug)]
struct Values<'card>(&'card [String]);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            [] => serializer.serialize_none(),
            [one] => serializer.serialize_str(one),
            several => several.serialize(serializer),
        }
    }
}

impl<'card> DetailJson<'card> {
    fn of(detail: &'card Detail, card: &'card Card) -> DetailJson<'card> {
        let person = card.people.iter().find(|person| Some(person.id) == detail.person);
        // What is switched off is left out, not said to be empty.
        let held = |part: &&'static Field| part.sensitive.is_none() || detail.parts.contains_key(part.key);
        let parts = detail.group.parts.iter().filter(held);
        DetailJson {
            uid: detail.uid.to_string(),
            person: person.map(|person| person.name.as_str()),
            parts: parts.map(|part| (part.key, Values(detail.values(part.key)))).collect(),
        }
    }
}

/// The details of a card by group.
pub(super) fn by_group(card: &Card) -> BTreeMap<&'static str, Vec<DetailJson<'_>>> {
    let mut groups: BTreeMap<&'static str, Vec<DetailJson<'_>>> = BTreeMap::new();
    for detail in &card.details {
        groups.entry(detail.group.key).or_default().push(DetailJson::of(detail, card));
    }
    groups
}
