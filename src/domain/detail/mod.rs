//! Details: records of repeating groups with parts of their own, as competitors, needs, products in use.
//!
//! The groups stand in one table. Adding a group is adding its row there, with its parts and their names.

pub mod files;
mod groups;
pub mod text;

use std::collections::BTreeMap;

use super::choice::Choice;
use super::field::{CardField, CardView, Field, FieldType, Group, Sensitive};
use super::id::{EntryId, PersonId, Uid};
use super::language::Language;
use super::names::Names;
use super::party::Party;
use super::text::fold::same;

pub use groups::GROUPS;

/// Whose a detail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The card's.
    Card,
    /// The card's own, when it is an individual, or of a person on it.
    CardOrPerson,
    /// Of a person on the card, at most one for each.
    Person,
}

/// A repeating group.
#[derive(Debug)]
pub struct DetailGroup {
    /// The stable key: `--detail key=…`, `has:key`, column, JSON.
    pub key: &'static str,
    /// What one of its records is called.
    pub names: Names,
    /// Where it stands on the card.
    pub group: Group,
    /// Whose its records are.
    pub whose: Whose,
    /// The party it is for; `None`: both.
    pub party: Option<Party>,
    /// The card views that show it among the first.
    pub first: &'static [CardView],
    /// Its parts; the first one is the head, by which a record is known.
    pub parts: &'static [Field],
}

impl PartialEq for DetailGroup {
    fn eq(&self, other: &DetailGroup) -> bool {
        self.key == other.key
    }
}

impl Eq for DetailGroup {}

impl DetailGroup {
    /// The group with this key.
    pub fn with_key(key: &str) -> Option<&'static DetailGroup> {
        GROUPS.iter().find(|group| group.key == key)
    }

    /// The group a word means: its key, or its name in any language.
    pub fn meant(word: &str) -> Option<&'static DetailGroup> {
        GROUPS.iter().find(|group| same(group.key, word) || group.names.hold(word))
    }

    /// What one of its records is called.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.in_language(language)
    }

    /// The part by which a record is known.
    pub fn head(&self) -> &'static Field {
        // Every row of the table has parts, as its test says.
        &self.parts[0]
    }

    /// The part a word means: its key, or its name in any language.
    pub fn part(&self, word: &str) -> Option<&'static Field> {
        self.parts.iter().find(|part| same(part.key, word) || part.names.hold(word))
    }

    /// Whether a card of this party is asked for it.
    pub fn is_for(&self, party: Party) -> bool {
        self.party.is_none_or(|own| own == party)
    }
}

/// A detail of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// Its row.
    pub id: EntryId,
    /// Its identity in every file.
    pub uid: Uid,
    /// Its group.
    pub group: &'static DetailGroup,
    /// The person it is of.
    pub person: Option<PersonId>,
    /// What is known of it, by part, in canonical text; a part without value is absent.
    pub parts: BTreeMap<String, Vec<String>>,
}

impl Eq for Detail {}

impl Detail {
    /// The values of a part.
    pub fn values(&self, part: &str) -> &[String] {
        self.parts.get(part).map(Vec::as_slice).unwrap_or_default()
    }

    /// The first value of a part; empty when it has none.
    pub fn text(&self, part: &str) -> &str {
        self.values(part).first().map(String::as_str).unwrap_or_default()
    }

    /// The text of the part by which it is known.
    pub fn head(&self) -> &str {
        self.text(self.group.head().key)
    }

    /// The detail in one line, as it is read: the head, then the other parts, choices by name. `of` says which
    /// sensitive parts are switched on.
    pub fn shown(&self, language: Language, of: &[Sensitive]) -> String {
        let mut shown = String::new();
        let open = |part: &&Field| part.sensitive.is_none_or(|why| of.contains(&why));
        for (place, part) in self.group.parts.iter().enumerate().filter(|(_, part)| open(part)) {
            let field = CardField::Known(part);
            let values: Vec<_> =
                self.values(part.key).iter().map(|value| field.shown(value, language)).collect();
            if values.is_empty() {
                continue;
            }
            if !shown.is_empty() {
                shown.push_str("  ");
            }
            if place > 0 && says_little(part.kind) {
                shown.push_str(part.name(language));
                shown.push(' ');
            }
            shown.push_str(&values.join(", "));
        }
        shown
    }
}

/// Whether a value alone does not say what it is.
fn says_little(kind: FieldType) -> bool {
    !matches!(
        kind,
        FieldType::Text
            | FieldType::Name
            | FieldType::Note
            | FieldType::Tags
            | FieldType::Choices(_)
            | FieldType::Open(_)
    )
}

/// A detail about to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDetail {
    /// Its group.
    pub group: &'static DetailGroup,
    /// The name of the person it is of.
    pub person: Option<String>,
    /// What is said of it, by part, in canonical text; a part with no values is emptied.
    pub parts: Vec<(&'static str, Vec<String>)>,
}

impl Eq for NewDetail {}

impl NewDetail {
    /// The text of the part by which it is known.
    pub fn head(&self) -> &str {
        let head = self.group.head().key;
        let values = self.parts.iter().find(|(part, _)| *part == head).map(|(_, values)| values);
        values.and_then(|values| values.first()).map(String::as_str).unwrap_or_default()
    }
}

/// What is odd about the details of a card: the shares of its owners come to more than the whole.
pub fn shares_above_whole(details: &[Detail]) -> bool {
    above_whole(details.iter().filter(|detail| detail.group.key == groups::OWNER).map(share))
}

/// Whether they would with a new detail beside them, in place of the one with this row.
pub fn shares_above_whole_with(details: &[Detail], replaced: Option<EntryId>, new: &NewDetail) -> bool {
    if new.group.key != groups::OWNER {
        return false;
    }
    let others =
        details.iter().filter(|detail| detail.group.key == groups::OWNER && Some(detail.id) != replaced);
    let said = new.parts.iter().filter(|(part, _)| *part == groups::SHARE).flat_map(|(_, values)| values);
    let said = said.map(|share| super::money::parse(share).unwrap_or_default());
    above_whole(others.map(share).chain(said))
}

/// The share of an owner, in hundredths of a percent.
fn share(owner: &Detail) -> i64 {
    super::money::parse(owner.text(groups::SHARE)).unwrap_or_default()
}

fn above_whole(shares: impl Iterator<Item = i64>) -> bool {
    /// A hundred percent, in hundredths of a percent.
    const WHOLE: i64 = 100 * 100;
    shares.sum::<i64>() > WHOLE
}

/// The class of a file; nothing for what is no file, or has none.
pub fn file_class(detail: &Detail) -> Option<groups::FileClass> {
    groups::FileClass::from_code(detail.text(groups::FILE_CLASS))
}

pub use groups::{FILE, FileClass};

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::field::built_in;

    #[test]
    fn groups_and_parts_have_keys_and_names_of_their_own() {
        let mut keys = HashSet::new();
        for group in GROUPS {
            assert!(keys.insert(group.key) && built_in(group.key).is_none(), "{}", group.key);
            let mut parts = HashSet::new();
            assert!(!group.parts.is_empty(), "{}", group.key);
            for part in group.parts {
                assert!(parts.insert(part.key), "{}.{}", group.key, part.key);
                assert!(
                    ![text::PERSON.english(), "uid", "card", "group", "exists"].contains(&part.key),
                    "{}",
                    part.key
                );
                for name in part.names.all() {
                    assert_eq!(group.part(name), Some(part), "{}.{name}", group.key);
                }
            }
        }
    }
}
