//! Any number of invented cards, the same for the same seed: for trying the program at size.

use chrono::{Days, NaiveDate};

use super::random::Random;
use super::words::{ENGLISH, SIMPLIFIED, Stock, TRADITIONAL};
use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Direction, NextAction, Outcome};
use crate::domain::credit::{Factor, FactorScore, Standard};
use crate::domain::draft::{NewAssertion, NewAssessment, NewCard, NewContact, NewEmail, NewPerson, NewPhone};
use crate::domain::language::{Language, Written};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::party::{CustomerKind, Party};
use crate::domain::person::Role;
use crate::domain::position::Position;
use crate::domain::reach::{AddressKind, EmailKind, PhoneKind, Place};
use crate::exchange::error::{ExchangeError, Result};
use crate::exchange::progress::Watch;
use crate::store::{Door, IMPORT_PIECE, Store, StoreError};

/// Share of cards with Chinese names, in percent.
const CHINESE_PERCENT: u64 = 60;

/// How far back the oldest cards go, in days.
const OLDEST: u64 = 720;

/// How often each position comes.
const POSITIONS: [(u64, Position); 6] = [
    (20, Position::Drift),
    (35, Position::Potential),
    (15, Position::Target),
    (20, Position::Actual),
    (7, Position::Lost),
    (3, Position::Non),
];

/// How often contacts take place in each way.
const CONTACTS: [(u64, ContactKind); 6] = [
    (40, ContactKind::Phone),
    (25, ContactKind::Visit),
    (15, ContactKind::Messenger),
    (10, ContactKind::Mail),
    (5, ContactKind::Fair),
    (5, ContactKind::Quotation),
];

const OUTCOMES: [Outcome; 5] =
    [Outcome::Interested, Outcome::NotReached, Outcome::QuoteAsked, Outcome::Order, Outcome::CallBack];

/// What is to be generated.
#[derive(Debug, Clone, Copy)]
pub struct Generate {
    /// How many cards.
    pub cards: u64,
    /// The same seed gives the same cards.
    pub seed: u64,
    /// Says in which characters Chinese names are written.
    pub language: Language,
    /// The day on which they end; the as-of date.
    pub day: NaiveDate,
}

impl Generate {
    /// Writes the cards in pieces, as one entry of the journal. Leaves nothing behind when it is stopped.
    pub fn write(&self, store: &mut Store, watch: &dyn Watch) -> Result<()> {
        let import = store.begin_import("demo")?;
        store.set_indexes_aside(self.cards)?;
        let written = (0..self.cards).step_by(IMPORT_PIECE).try_for_each(|first| {
            let last = self.cards.min(first + IMPORT_PIECE as u64);
            let age = OLDEST - OLDEST * first / self.cards;
            store.set_day(self.ago(age));
            store.import_with(import, |door| {
                (first..last).try_for_each(|number| Invention::new(self, number, age).tell(door))
            })?;
            watch.count(last);
            if watch.cancelled() { Err(ExchangeError::Cancelled) } else { Ok(()) }
        });
        store.set_day(self.day);
        match written {
            Ok(()) => store.finish_import(import).map(|_| ()).map_err(ExchangeError::from),
            Err(error) => {
                store.cancel_import(import)?;
                Err(error)
            }
        }
    }

    fn ago(&self, days: u64) -> NaiveDate {
        self.day.checked_sub_days(Days::new(days)).unwrap_or(self.day)
    }
}

/// One card being invented.
struct Invention<'plan> {
    plan: &'plan Generate,
    number: u64,
    /// Days since the card was made.
    age: u64,
    random: Random,
    stock: &'static Stock,
}

impl Invention<'_> {
    fn new(plan: &Generate, number: u64, age: u64) -> Invention<'_> {
        let mut random = Random::seeded(plan.seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let stock = match plan.language.reads() {
            _ if !random.percent(CHINESE_PERCENT) => &ENGLISH,
            Written::Traditional => &TRADITIONAL,
            Written::English | Written::Simplified => &SIMPLIFIED,
        };
        Invention { plan, number, age, random, stock }
    }

    fn tell(mut self, door: &mut Door<'_>) -> std::result::Result<(), StoreError> {
        let draft = self.card();
        let card = door.add_card(&draft)?;
        if draft.position == Position::Drift {
            return Ok(());
        }
        let mut days: Vec<u64> = (0..self.random.below(6)).map(|_| self.random.below(self.age + 1)).collect();
        days.sort_unstable_by(|one, other| other.cmp(one));
        for ago in days {
            door.log(card, &self.contact(ago))?;
        }
        for letter in Letter::ALL {
            if self.random.percent(60) {
                let is_somebodys = *letter == Letter::Authority && draft.party == Party::Organisation;
                let person = if is_somebodys { door.first_person(card)? } else { None };
                door.assert(card, &NewAssertion { person, ..self.assertion(*letter) })?;
            }
        }
        if self.random.percent(15) {
            door.assess(card, &self.assessment())?;
        }
        if self.random.percent(40) {
            let next = self.next_action();
            door.set_next(card, Some(&next))?;
        }
        Ok(())
    }

    fn pick(&mut self, list: fn(&Stock) -> &'static [&'static str]) -> &'static str {
        self.random.one(list(self.stock))
    }

    fn person_name(&mut self) -> String {
        let (family, given) = (self.pick(|stock| stock.families), self.pick(|stock| stock.given));
        if self.stock.space.is_empty() { format!("{family}{given}") } else { format!("{given} {family}") }
    }

    fn firm_name(&mut self) -> String {
        let words = [
            self.pick(|stock| stock.places),
            self.pick(|stock| stock.firms),
            self.pick(|stock| stock.trades),
            self.pick(|stock| stock.forms),
        ];
        words.join(self.stock.space)
    }

    fn phone(&mut self) -> NewPhone {
        let digits = self.random.below(1_000_000_000);
        let number = if self.stock.space.is_empty() {
            format!("1{}{digits:09}", 3 + self.random.below(7))
        } else {
            format!("+44 7{digits:09}")
        };
        NewPhone { kind: PhoneKind::Mobile, number }
    }

    fn card(&mut self) -> NewCard {
        let organisation = self.random.percent(70);
        let mut card = if organisation {
            NewCard { party: Party::Organisation, ..NewCard::named(self.firm_name()) }
        } else {
            let company = if self.random.percent(50) { self.firm_name() } else { String::new() };
            NewCard { company, ..NewCard::named(self.person_name()) }
        };
        card.position = self.random.weighted(&POSITIONS).unwrap_or(Position::Drift);
        card.kind = Some(self.random.one(CustomerKind::ALL));
        card.channel = Some(self.random.one(Channel::ALL));
        card.phones.push(self.phone());
        if self.random.percent(40) {
            let address = format!("c{}@sample{}.example", self.number, self.plan.seed);
            card.emails.push(NewEmail { kind: EmailKind::Work, address });
        }
        if self.random.percent(25) {
            card.tags.push(self.pick(|stock| stock.tags).to_owned());
        }
        if organisation {
            card.people = (0..=self.random.below(2)).map(|_| self.person()).collect();
            card.addresses.push(self.place());
        }
        if self.random.percent(20) {
            card.values.push(("note".to_owned(), vec![self.pick(|stock| stock.notes).to_owned()]));
        }
        card
    }

    fn person(&mut self) -> NewPerson {
        let name = self.person_name();
        let title = self.pick(|stock| stock.titles).to_owned();
        let roles = if self.random.percent(70) { vec![self.random.one(Role::ALL)] } else { Vec::new() };
        let phones = if self.random.percent(50) { vec![self.phone()] } else { Vec::new() };
        NewPerson { name, title, roles, phones, ..NewPerson::default() }
    }

    fn place(&mut self) -> Place {
        let street = self.pick(|stock| stock.streets);
        let house = self.random.below(200) + 1;
        let street = if self.stock.space.is_empty() {
            format!("{street} {house} {}", self.stock.house)
        } else {
            format!("{house} {street}")
        };
        Place {
            region: self.pick(|stock| stock.places).to_owned(),
            street,
            zone: self.pick(|stock| stock.zones).to_owned(),
            ..Place::empty(AddressKind::Office)
        }
    }

    fn contact(&mut self, ago: u64) -> NewContact {
        let outcomes = if self.random.percent(60) { vec![self.random.one(&OUTCOMES)] } else { Vec::new() };
        NewContact {
            on: self.plan.ago(ago),
            kind: self.random.weighted(&CONTACTS).unwrap_or(ContactKind::Other),
            direction: Direction::Out,
            person: None,
            outcomes,
            note: self.pick(|stock| stock.notes).to_owned(),
            promises: Vec::new(),
            assertions: Vec::new(),
            next_action: None,
        }
    }

    fn assertion(&mut self, letter: Letter) -> NewAssertion {
        NewAssertion {
            letter,
            answer: if self.random.percent(65) { Answer::Yes } else { Answer::No },
            on: self.plan.ago(self.random.below(self.age + 1)),
            person: None,
            strength: self.random.one(Strength::ALL),
            contact: None,
            note: String::new(),
        }
    }

    fn assessment(&mut self) -> NewAssessment {
        let on = self.plan.ago(self.random.below(self.age + 1));
        let scores = Factor::ALL.iter().map(|factor| {
            let points = self.random.percent(85).then(|| self.random.below(5) as u8 + 1);
            FactorScore { factor: *factor, points, note: String::new() }
        });
        NewAssessment { standard: Standard::FiveC, on, scores: scores.collect(), knock_out: None }
    }

    fn next_action(&mut self) -> NextAction {
        let ahead = Days::new(self.random.below(50));
        let from = self.plan.ago(20);
        NextAction {
            on: from.checked_add_days(ahead).unwrap_or(from),
            kind: self.random.weighted(&CONTACTS),
            note: self.pick(|stock| stock.next).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::Policies;
    use crate::domain::query::Query;
    use crate::domain::standing::Standing;
    use crate::exchange::progress::Unwatched;
    use crate::store::{Opening, Sort, Source};

    /// Everything of the cards that is not an identity or a recording time.
    fn generated(seed: u64) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let day = "2026-06-30".parse().unwrap();
        let opening = Opening { source: Source::Command, policies: Policies::default(), day };
        let mut store = Store::open(&folder.path().join("demo.fieldcard"), opening).unwrap();
        Generate { cards: 30, seed, language: Language::English, day }.write(&mut store, &Unwatched).unwrap();
        let ids = store.list(&Query::default(), &Sort::default(), day, None).unwrap();
        let cards = ids.iter().map(|id| {
            let card = store.card(*id).unwrap().unwrap();
            let standing = store.standing(&card, day);
            let contacts: Vec<_> = card.contacts.iter().map(|contact| (contact.on, &contact.note)).collect();
            let row = store.rows(&[*id], day).unwrap().remove(0);
            let told = |standing: &Standing| (standing.letters.code(), standing.class, standing.due_on);
            assert_eq!(told(&row.standing), told(&standing), "what is kept is what is folded");
            format!(
                "{} {:?} {:?} {:?} {contacts:?} {standing:?}",
                card.name, card.position, card.phones, card.values
            )
        });
        cards.collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_cards() {
        let cards = generated(7);
        assert_eq!(cards.len(), 30);
        assert_eq!(cards, generated(7));
        assert_ne!(cards, generated(8));
    }
}
