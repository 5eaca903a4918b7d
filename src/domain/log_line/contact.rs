//! From a line that was read to the contact it logs.

use chrono::NaiveDate;

use super::{Doubt, LogReading};
use crate::domain::card::Card;
use crate::domain::contact::ContactKind;
use crate::domain::draft::NewContact;
use crate::domain::id::PersonId;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::party::Party;
use crate::domain::standing::main_person;

/// What was said with a contact and cannot be recorded on its card, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// An answer to who may decide, of an organisation with nobody on its card: authority is always somebody's.
    NobodysAuthority(Answer),
}

/// A contact as its card can record it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recordable {
    /// The contact.
    pub contact: NewContact,
    /// What was said with it and is left out.
    pub left_out: Vec<LeftOut>,
}

impl Recordable {
    /// What a card can record of a contact.
    ///
    /// Whose authority an organisation's A is about must be known: where no person is named it is the main
    /// person's of that day. Where there is none, an answer is left out; what was once said of nobody can still be
    /// withdrawn.
    pub fn of(mut contact: NewContact, card: &Card) -> Recordable {
        let mut left_out = Vec::new();
        let says_authority = contact.assertions.iter().any(|(letter, _)| *letter == Letter::Authority);
        if card.party == Party::Organisation && says_authority {
            let main = || main_person(&card.people, contact.on).map(|person| person.id);
            contact.person = contact.person.or_else(main);
        }
        if card.party == Party::Organisation && contact.person.is_none() {
            contact.assertions.retain(|&(letter, answer)| {
                let is_nobodys = letter == Letter::Authority && answer != Answer::Unknown;
                if is_nobodys {
                    left_out.push(LeftOut::NobodysAuthority(answer));
                }
                !is_nobodys
            });
        }
        Recordable { contact, left_out }
    }
}

impl LogReading {
    /// The contact with a card that the line says. `usual_day` and `usual` are its day and kind where the line names
    /// none.
    pub fn contact(
        self,
        card: &Card,
        usual_day: NaiveDate,
        person: Option<PersonId>,
        usual: ContactKind,
    ) -> Recordable {
        let kind = self.kind.unwrap_or(usual);
        let on = self.on.unwrap_or(usual_day);
        // Something is to be done next: while its day is not understood, what was planned stays.
        let is_unclear = self.next.is_none()
            && self.doubts.iter().any(|(_, doubt)| matches!(doubt, Doubt::PastDay | Doubt::NoSuchDay));
        let planned = || card.next_action.clone().filter(|_| is_unclear);
        let contact = NewContact {
            on,
            kind,
            direction: kind.usual_direction(),
            person: person.or(self.person),
            outcomes: self.outcomes,
            note: self.note,
            promises: self.promises,
            assertions: self.assertions,
            next_action: self.next.or_else(planned),
        };
        Recordable::of(contact, card)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::log_line::read;
    use crate::domain::person::Role;
    use crate::domain::specimen::{card, person};

    #[test]
    fn authority_of_an_organisation_is_its_main_persons_where_nobody_is_named() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let people = || vec![person(1, "陈敏", &[Role::User]), person(2, "周立", &[Role::Decider])];
        let organisation = card(Party::Organisation, people());
        let individual = card(Party::Individual, people());
        for (line, named, card, expected) in [
            ("-A asked", None, &organisation, Some(2)),
            ("-A asked", Some(1), &organisation, Some(1)),
            ("+N asked", None, &organisation, None),
            ("-A asked", None, &individual, None),
        ] {
            let said = read(line, day).contact(card, day, named.map(PersonId), ContactKind::Other);
            assert_eq!(said.contact.person, expected.map(PersonId), "{line} {named:?}");
            assert_eq!(said.left_out, [], "{line}");
        }
    }

    #[test]
    fn what_was_planned_stays_when_the_next_day_said_is_none() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let planned = crate::domain::contact::NextAction { on: day, kind: None, note: "offer".into() };
        let mut card = card(Party::Individual, Vec::new());
        card.next_action = Some(planned.clone());
        for (line, expected) in [
            ("call next 2026-06-01", Some(&planned)),
            ("call next 31 june", Some(&planned)),
            ("电话 聊了 下次 2026-06-31", Some(&planned)),
            ("call talked", None),
            ("call next week maybe", None),
        ] {
            let said = read(line, day).contact(&card, day, None, ContactKind::Other);
            assert_eq!(said.contact.next_action.as_ref(), expected, "{line}");
            assert_eq!(said.contact.plan_after(&card).is_none(), expected.is_some(), "{line}");
        }
    }

    #[test]
    fn an_answer_to_who_may_decide_is_left_out_where_nobody_is() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let nobody = card(Party::Organisation, Vec::new());
        let individual = card(Party::Individual, Vec::new());
        for (line, card, kept, left_out) in [
            ("+A +M", &nobody, 1, vec![LeftOut::NobodysAuthority(Answer::Yes)]),
            ("-A", &nobody, 0, vec![LeftOut::NobodysAuthority(Answer::No)]),
            ("?A", &nobody, 1, vec![]),
            ("+A", &individual, 1, vec![]),
        ] {
            let said = read(line, day).contact(card, day, None, ContactKind::Other);
            assert_eq!((said.contact.assertions.len(), said.left_out), (kept, left_out), "{line}");
        }
    }
}
