//! From a line that was read to the contact it logs.

use chrono::NaiveDate;

use super::LogReading;
use crate::domain::card::Card;
use crate::domain::contact::ContactKind;
use crate::domain::draft::NewContact;
use crate::domain::id::PersonId;
use crate::domain::man::assertion::Letter;
use crate::domain::party::Party;
use crate::domain::standing::main_person;

impl LogReading {
    /// The contact with a card that the line says. `usual_day` and `usual` are its day and kind where the line names
    /// none.
    ///
    /// Whose authority an organisation's A is about must be known: where no person is named it is the main
    /// person's of that day.
    pub fn contact(
        self,
        card: &Card,
        usual_day: NaiveDate,
        person: Option<PersonId>,
        usual: ContactKind,
    ) -> NewContact {
        let kind = self.kind.unwrap_or(usual);
        let on = self.on.unwrap_or(usual_day);
        let person = person.or(self.person);
        let says_authority = self.assertions.iter().any(|(letter, _)| *letter == Letter::Authority);
        let main = || main_person(&card.people, on).map(|person| person.id);
        let person = match card.party {
            Party::Organisation if says_authority => person.or_else(main),
            Party::Organisation | Party::Individual => person,
        };
        NewContact {
            on,
            kind,
            direction: kind.usual_direction(),
            person,
            outcomes: self.outcomes,
            note: self.note,
            promises: self.promises,
            assertions: self.assertions,
            next_action: self.next,
        }
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
            let contact = read(line, day).contact(card, day, named.map(PersonId), ContactKind::Other);
            assert_eq!(contact.person, expected.map(PersonId), "{line} {named:?}");
        }
    }
}
