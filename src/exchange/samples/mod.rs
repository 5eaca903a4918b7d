//! Invented cards to try the program on.

pub mod generate;
mod random;
mod table;
mod words;

use chrono::{Days, NaiveDate};

use crate::domain::choice::Choice;
use crate::domain::contact::{NextAction, Promise, PromiseBy};
use crate::domain::credit::{Factor, FactorScore, Standard};
use crate::domain::draft::{NewAssertion, NewAssessment, NewCard, NewContact, NewMove, NewPerson};
use crate::domain::id::{CardId, PersonId};
use crate::domain::language::Language;
use crate::domain::man::assertion::Answer;
use crate::domain::position::Position;
use crate::domain::reach::{AddressKind, Place};
use crate::exchange::error::Result;
use crate::exchange::{people, reaches};
use crate::store::{Act, Door, Store, StoreError};
use table::{ContactRow, LetterRow, SampleCard, Text};

/// Writes the sample cards in a language, their days counted from `day`, which becomes the as-of date of the
/// store. Gives how many there are.
pub fn write_samples(store: &mut Store, language: Language, day: NaiveDate) -> Result<usize> {
    let samples = table::samples()?;
    let mut written: Vec<(&str, CardId)> = Vec::new();
    for sample in &samples {
        let telling = Telling { language, day };
        let introducer = written.iter().find(|(code, _)| Some(*code) == sample.introducer.as_deref());
        let introducer = introducer.map(|(_, card)| *card);
        store.set_day(telling.ago(sample.added));
        let made = store.write(Act::Add, "", |door| telling.tell(door, sample, introducer))?;
        written.push((&sample.code, made.value));
    }
    store.set_day(day);
    Ok(samples.len())
}

/// In which language and from which day on the samples are told.
#[derive(Debug, Clone, Copy)]
struct Telling {
    language: Language,
    day: NaiveDate,
}

type Stored<T> = std::result::Result<T, StoreError>;

impl Telling {
    fn ago(self, days: i64) -> NaiveDate {
        let (forward, back) =
            (Days::new((-days).max(0).unsigned_abs()), Days::new(days.max(0).unsigned_abs()));
        let day = self.day.checked_sub_days(back).and_then(|day| day.checked_add_days(forward));
        day.unwrap_or(self.day)
    }

    fn text(self, text: &Text) -> String {
        text.in_language(self.language).to_owned()
    }

    fn tell(self, door: &mut Door<'_>, sample: &SampleCard, introducer: Option<CardId>) -> Stored<CardId> {
        let card = door.add_card(&self.card(sample, introducer))?;
        let people = self.people(door, card, sample)?;
        for change in &sample.moves {
            door.move_to(card, &self.change(change))?;
        }
        for contact in &sample.contacts {
            door.log(card, &self.contact(contact, &people))?;
        }
        for letter in &sample.letters {
            door.assert(card, &self.assertion(letter, &people))?;
        }
        if let Some(credit) = &sample.credit {
            door.assess(card, &self.assessment(credit))?;
        }
        if let Some(next) = &sample.next {
            let on = self.ago(-next.days);
            let note = next.note.as_ref().map(|note| self.text(note)).unwrap_or_default();
            door.set_next(card, Some(&NextAction { on, kind: Some(next.kind), note }))?;
        }
        Ok(card)
    }

    /// The card as it was when it was made; its moves lead to the position it has now.
    fn card(self, sample: &SampleCard, introducer: Option<CardId>) -> NewCard {
        let mut card = NewCard::named(self.text(&sample.name));
        let text = |text: &Option<Text>| text.as_ref().map(|text| self.text(text)).unwrap_or_default();
        card.code.clone_from(&sample.code);
        card.short_name = text(&sample.short_name);
        card.company = text(&sample.company);
        card.party = sample.party;
        card.kind = sample.kind;
        card.channel = Some(sample.channel);
        card.introducer = introducer;
        card.position = if sample.moves.is_empty() { sample.position } else { Position::Potential };
        card.tags = sample.tags.iter().map(|tag| self.text(tag)).collect();
        let phones = sample.phone.iter().flat_map(|number| reaches::phones(None, number));
        card.phones = phones.filter_map(std::result::Result::ok).collect();
        let emails = sample.email.iter().flat_map(|address| reaches::emails(None, address));
        card.emails = emails.filter_map(std::result::Result::ok).collect();
        if sample.zone.is_some() || sample.street.is_some() {
            card.addresses.push(Place {
                street: text(&sample.street),
                zone: text(&sample.zone),
                ..Place::empty(AddressKind::Office)
            });
        }
        if let Some(size) = sample.size {
            card.values.push(("size".to_owned(), vec![size.code().to_owned()]));
        }
        if let Some(note) = &sample.note {
            card.values.push(("note".to_owned(), vec![self.text(note)]));
        }
        card
    }

    fn people(self, door: &mut Door<'_>, card: CardId, sample: &SampleCard) -> Stored<Vec<PersonId>> {
        let mut ids = Vec::new();
        for (index, text) in sample.people.iter().enumerate() {
            let gone = sample.gone.iter().find(|gone| gone.by == index + 1);
            let person = people::read(text.in_language(self.language)).into_iter().next();
            let person = NewPerson { to: gone.map(|gone| self.ago(gone.ago)), ..person.unwrap_or_default() };
            ids.push(door.put_person(card, &person)?);
        }
        Ok(ids)
    }

    fn change(self, row: &table::MoveRow) -> NewMove {
        NewMove {
            reason: row.reason,
            note: self.text(&row.note),
            amount: row.amount,
            recoverable: row.recoverable.unwrap_or(Answer::Unknown),
            ..NewMove::to(row.to, self.ago(row.ago))
        }
    }

    fn contact(self, row: &ContactRow, people: &[PersonId]) -> NewContact {
        let promised = [(PromiseBy::Us, &row.promise), (PromiseBy::Them, &row.they_promise)];
        let promises = promised.into_iter().filter_map(|(by, text)| {
            let text = self.text(text.as_ref()?);
            Some(Promise::open(by, text, row.promise_in.map(|days| self.ago(-days))))
        });
        NewContact {
            on: self.ago(row.ago),
            kind: row.kind,
            direction: row.kind.usual_direction(),
            person: person(people, row.by),
            outcomes: row.outcomes.clone(),
            note: row.note.as_ref().map(|note| self.text(note)).unwrap_or_default(),
            promises: promises.collect(),
            assertions: Vec::new(),
            next_action: None,
        }
    }

    fn assertion(self, row: &LetterRow, people: &[PersonId]) -> NewAssertion {
        NewAssertion {
            letter: row.is.letter,
            answer: row.is.answer,
            on: self.ago(row.ago),
            person: person(people, row.by),
            strength: row.strength,
            contact: None,
            note: String::new(),
        }
    }

    fn assessment(self, row: &table::CreditRow) -> NewAssessment {
        let notes = std::iter::once(row.note.as_ref().map(|note| self.text(note)).unwrap_or_default());
        let notes = notes.chain(std::iter::repeat_with(String::new));
        let scores = Factor::ALL.iter().zip(row.points).zip(notes);
        NewAssessment {
            standard: Standard::FiveC,
            on: self.ago(row.ago),
            scores: scores
                .map(|((factor, points), note)| FactorScore {
                    factor: *factor,
                    points: (points > 0).then_some(points),
                    note,
                })
                .collect(),
            knock_out: row.knock_out,
        }
    }
}

/// The person with this number on the card, counted from 1.
fn person(people: &[PersonId], number: Option<usize>) -> Option<PersonId> {
    people.get(number?.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::contact::Direction;
    use crate::domain::man::class::Class;
    use crate::domain::policy::Policies;
    use crate::domain::query::Query;
    use crate::store::{Opening, Resolution, Sort, Source};

    const DAY: &str = "2026-06-30";

    fn written(language: Language) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let day = DAY.parse().unwrap();
        let opening = Opening { source: Source::Command, policies: Policies::default(), day };
        let mut store = Store::open(&folder.path().join("demo.fieldcard"), opening).unwrap();
        write_samples(&mut store, language, day).unwrap();
        (folder, store)
    }

    #[test]
    fn they_show_every_position_and_every_class() {
        for language in Language::ALL {
            let (_folder, store) = written(*language);
            let day: NaiveDate = DAY.parse().unwrap();
            let ids = store.list(&Query::default(), &Sort::default(), day, None).unwrap();
            let rows = store.rows(&ids, day).unwrap();
            assert_eq!(rows.len(), table::samples().unwrap().len());
            let positions: BTreeSet<Position> = rows.iter().map(|row| row.standing.position).collect();
            assert_eq!(positions.into_iter().collect::<Vec<_>>(), Position::ALL);
            let classes: BTreeSet<Class> = rows.iter().map(|row| row.standing.class).collect();
            assert_eq!(classes.into_iter().collect::<Vec<_>>(), Class::ALL);
            let any = |holds: &dyn Fn(&crate::store::Row) -> bool| rows.iter().any(holds);
            assert!(any(&|row| row.standing.letters.need.stale), "a stale letter");
            assert!(any(&|row| row.standing.letters.money.conflict), "a conflict");
            assert!(any(&|row| row.standing.due_on.is_some_and(|due| due < day)), "overdue");
            assert!(any(&|row| row.standing.due_on == Some(day)), "due today");
            assert!(any(&|row| row.standing.due_on.is_some_and(|due| due > day)), "coming");
            let grades: BTreeSet<_> = rows.iter().filter_map(|row| row.standing.grade).collect();
            assert_eq!(grades.into_iter().collect::<Vec<_>>(), crate::domain::credit::Grade::ALL);
        }
    }

    #[test]
    fn who_came_to_us_is_told_as_coming_in() {
        let (_folder, store) = written(Language::English);
        for (words, expected) in
            [("SM-004", Direction::In), ("KR-024", Direction::In), ("VT-010", Direction::Out)]
        {
            let Resolution::One(id) = store.resolve(words).unwrap() else { panic!("no card {words}") };
            let card = store.card(id).unwrap().unwrap();
            let directions: Vec<Direction> = card.contacts.iter().map(|contact| contact.direction).collect();
            assert_eq!(directions, [expected], "{words}");
        }
    }

    #[test]
    fn every_sample_ends_in_the_position_it_names() {
        for sample in table::samples().unwrap() {
            let last = sample.moves.last().map_or(sample.position, |change| change.to);
            assert_eq!(last, sample.position, "{}", sample.code);
            let numbers = sample.letters.iter().filter_map(|letter| letter.by);
            for number in numbers.chain(sample.contacts.iter().filter_map(|contact| contact.by)) {
                assert!(number >= 1 && number <= sample.people.len(), "{}", sample.code);
            }
        }
    }
}
