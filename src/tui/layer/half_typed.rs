//! What half-typed text was typed into, and the name under which the card file keeps it.

use super::form::Filling;
use crate::domain::choice::Choice;
use crate::domain::credit::Factor;
use crate::domain::detail::DetailGroup;
use crate::domain::field::Group;
use crate::domain::id::{CardId, ContactId, EntryId, PersonId};
use crate::domain::position::Position;
use crate::store::Draft;

/// What half-typed text was typed into.
#[derive(Debug, Clone, PartialEq)]
pub enum HalfTyped {
    /// The line of a new card.
    Add,
    /// The file of a list to be brought in.
    Import,
    /// The line of a contact with this card.
    Log(CardId),
    /// The line of a contact of this card, logged before.
    Correct(CardId, ContactId),
    /// The line of the next action of this card.
    Next(CardId),
    /// The field of this card with this key.
    Field(CardId, String),
    /// The line of a person of this card; `None` is a new one.
    Person(CardId, Option<PersonId>),
    /// The line of a detail of this card; `None` is a new one.
    Detail(CardId, Option<EntryId>, &'static DetailGroup),
    /// The line of a credit factor of this card.
    Factor(CardId, Factor),
    /// What was said in a contact of this card.
    ContactNote(CardId, ContactId),
    /// A form.
    Form(Filling),
}

/// The first words of the names. What follows says which one: a row, a key, a code.
mod word {
    pub(super) const ADD: &str = "add";
    pub(super) const IMPORT: &str = "import";
    pub(super) const LOG: &str = "log";
    pub(super) const CORRECT: &str = "correct";
    pub(super) const NEXT: &str = "next";
    pub(super) const FIELD: &str = "field";
    pub(super) const PERSON: &str = "person";
    pub(super) const DETAIL: &str = "detail";
    pub(super) const FACTOR: &str = "factor";
    pub(super) const CONTACT: &str = "contact";
    pub(super) const FORM: &str = "form";
    /// After `form`, before what is no group of fields.
    pub(super) const OF: &str = "of";
    pub(super) const BEGINNING: &str = "beginning";
    pub(super) const MOVE: &str = "move";
    pub(super) const ADDRESS: &str = "address";
}

impl HalfTyped {
    /// The card; `None` where it is still to be made.
    pub fn card(&self) -> Option<CardId> {
        match self {
            HalfTyped::Add | HalfTyped::Import => None,
            HalfTyped::Log(card)
            | HalfTyped::Correct(card, _)
            | HalfTyped::Next(card)
            | HalfTyped::Field(card, _)
            | HalfTyped::Person(card, _)
            | HalfTyped::Detail(card, ..)
            | HalfTyped::Factor(card, _)
            | HalfTyped::ContactNote(card, _) => Some(*card),
            HalfTyped::Form(filling) => Some(filling.card()),
        }
    }

    /// The name under which it is kept.
    pub fn name(&self) -> String {
        use word::*;
        match self {
            HalfTyped::Add => ADD.to_owned(),
            HalfTyped::Import => IMPORT.to_owned(),
            HalfTyped::Log(_) => LOG.to_owned(),
            HalfTyped::Correct(_, contact) => format!("{CORRECT} {contact}"),
            HalfTyped::Next(_) => NEXT.to_owned(),
            HalfTyped::Field(_, key) => format!("{FIELD} {key}"),
            HalfTyped::Person(_, None) => PERSON.to_owned(),
            HalfTyped::Person(_, Some(person)) => format!("{PERSON} {person}"),
            HalfTyped::Detail(_, None, group) => format!("{DETAIL} {}", group.key),
            HalfTyped::Detail(_, Some(detail), group) => format!("{DETAIL} {} {detail}", group.key),
            HalfTyped::Factor(_, factor) => format!("{FACTOR} {}", factor.code()),
            HalfTyped::ContactNote(_, contact) => format!("{CONTACT} {contact}"),
            HalfTyped::Form(filling) => match filling {
                Filling::Group(_, group) => format!("{FORM} {}", group.code()),
                Filling::Beginning(_) => format!("{FORM} {OF} {BEGINNING}"),
                Filling::Contact(_, None) => format!("{FORM} {OF} {CONTACT}"),
                Filling::Contact(_, Some(contact)) => format!("{FORM} {OF} {CONTACT} {contact}"),
                // Half-typed for many, it is offered again with the card that stood for them.
                Filling::Move(_, to) => format!("{FORM} {OF} {MOVE} {}", to.code()),
                Filling::MarkedMove(_, course) => format!("{FORM} {OF} {MOVE} {}", course.to.code()),
                Filling::Person(_, None) => format!("{FORM} {OF} {PERSON}"),
                Filling::Person(_, Some(person)) => format!("{FORM} {OF} {PERSON} {person}"),
                Filling::Address(_, None) => format!("{FORM} {OF} {ADDRESS}"),
                Filling::Address(_, Some(address)) => format!("{FORM} {OF} {ADDRESS} {address}"),
                Filling::Detail(_, None, group) => format!("{FORM} {OF} {DETAIL} {}", group.key),
                Filling::Detail(_, Some(detail), group) => {
                    format!("{FORM} {OF} {DETAIL} {} {detail}", group.key)
                }
            },
        }
    }

    /// What a kept text was typed into. A name that nothing has is taken for the key of a field, of which
    /// there are those that another program has made.
    pub fn of(draft: &Draft) -> HalfTyped {
        let Some(card) = draft.card else {
            return if draft.form == word::IMPORT { HalfTyped::Import } else { HalfTyped::Add };
        };
        let words: Vec<&str> = draft.form.split(' ').collect();
        known(card, &words).unwrap_or_else(|| HalfTyped::Field(card, draft.form.clone()))
    }

    /// The text as it is kept; an empty one drops what was kept.
    pub fn draft(&self, text: String) -> Draft {
        Draft { form: self.name(), card: self.card(), text }
    }
}

fn known(card: CardId, words: &[&str]) -> Option<HalfTyped> {
    use word::*;
    let contact = |row: &str| row.parse().ok().map(ContactId);
    let known = match words {
        [LOG] => HalfTyped::Log(card),
        [NEXT] => HalfTyped::Next(card),
        [CORRECT, row] => HalfTyped::Correct(card, contact(row)?),
        [FIELD, key] => HalfTyped::Field(card, (*key).to_owned()),
        [PERSON] => HalfTyped::Person(card, None),
        [PERSON, row] => HalfTyped::Person(card, Some(PersonId(row.parse().ok()?))),
        [DETAIL, group] => HalfTyped::Detail(card, None, DetailGroup::with_key(group)?),
        [DETAIL, group, row] => {
            HalfTyped::Detail(card, Some(EntryId(row.parse().ok()?)), DetailGroup::with_key(group)?)
        }
        [FACTOR, code] => HalfTyped::Factor(card, Factor::from_code(code)?),
        [CONTACT, row] => HalfTyped::ContactNote(card, contact(row)?),
        [FORM, OF, rest @ ..] => HalfTyped::Form(filling(card, rest)?),
        [FORM, group] => HalfTyped::Form(Filling::Group(card, Group::from_code(group)?)),
        _ => return None,
    };
    Some(known)
}

fn filling(card: CardId, words: &[&str]) -> Option<Filling> {
    use word::*;
    let filling = match words {
        [BEGINNING] => Filling::Beginning(card),
        [CONTACT] => Filling::Contact(card, None),
        [CONTACT, row] => Filling::Contact(card, Some(ContactId(row.parse().ok()?))),
        [MOVE, to] => Filling::Move(card, Position::from_code(to)?),
        [PERSON] => Filling::Person(card, None),
        [PERSON, row] => Filling::Person(card, Some(PersonId(row.parse().ok()?))),
        [ADDRESS] => Filling::Address(card, None),
        [ADDRESS, row] => Filling::Address(card, Some(EntryId(row.parse().ok()?))),
        [DETAIL, group] => Filling::Detail(card, None, DetailGroup::with_key(group)?),
        [DETAIL, group, row] => {
            Filling::Detail(card, Some(EntryId(row.parse().ok()?)), DetailGroup::with_key(group)?)
        }
        _ => return None,
    };
    Some(filling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detail::GROUPS;

    #[test]
    fn everything_half_typed_is_known_again_by_its_name() {
        let card = CardId(7);
        let (contact, person, entry) = (ContactId(3), PersonId(4), EntryId(5));
        let mut all = vec![
            HalfTyped::Add,
            HalfTyped::Log(card),
            HalfTyped::Correct(card, contact),
            HalfTyped::Next(card),
            HalfTyped::Person(card, None),
            HalfTyped::Person(card, Some(person)),
            HalfTyped::ContactNote(card, contact),
            HalfTyped::Form(Filling::Beginning(card)),
            HalfTyped::Form(Filling::Contact(card, None)),
            HalfTyped::Form(Filling::Contact(card, Some(contact))),
            HalfTyped::Form(Filling::Person(card, None)),
            HalfTyped::Form(Filling::Person(card, Some(person))),
            HalfTyped::Form(Filling::Address(card, None)),
            HalfTyped::Form(Filling::Address(card, Some(entry))),
        ];
        // An own field may have any of the other names for its key.
        let keys = ["capital", "log", "add", "correct", "capacity", "person"];
        all.extend(keys.map(|key| HalfTyped::Field(card, key.to_owned())));
        all.extend(Factor::ALL.iter().map(|factor| HalfTyped::Factor(card, *factor)));
        all.extend(Group::ALL.iter().map(|group| HalfTyped::Form(Filling::Group(card, *group))));
        all.extend(Position::ALL.iter().map(|to| HalfTyped::Form(Filling::Move(card, *to))));
        for group in GROUPS {
            for entry in [None, Some(entry)] {
                all.push(HalfTyped::Detail(card, entry, group));
                all.push(HalfTyped::Form(Filling::Detail(card, entry, group)));
            }
        }
        let mut names = std::collections::HashSet::new();
        for half_typed in all {
            assert_eq!(HalfTyped::of(&half_typed.draft("…".into())), half_typed);
            assert!(names.insert(half_typed.name()), "{half_typed:?} has another's name");
        }
    }

    #[test]
    fn a_name_that_nothing_has_is_a_field() {
        for name in ["capital", "person x", "form of tea", ""] {
            let draft = Draft { form: name.into(), card: Some(CardId(7)), text: "…".into() };
            assert_eq!(HalfTyped::of(&draft), HalfTyped::Field(CardId(7), name.into()));
        }
    }
}
