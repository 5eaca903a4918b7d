//! Each condition of a query in the words of SQL.

use chrono::NaiveDate;
use rusqlite::types::Value;

use super::Filter;
use crate::clock;
use crate::domain::card_set::CardSet;
use crate::domain::choice::Choice;
use crate::domain::detail::DetailGroup;
use crate::domain::field::{FieldType, built_in, key};
use crate::domain::man::assertion::Answer;
use crate::domain::query::{Aspect, Bounds, Clause, Condition, Named, Sign, Term};
use crate::domain::text::needles::Needles;
use crate::store::cell::day_text;
use crate::store::error::Result;
use crate::store::file::FOLD_FUNCTION;
use crate::store::search::Found;
use crate::store::{field_match, record};

impl Filter<'_> {
    /// A clause as a condition: one of its terms holds.
    pub(super) fn clause(&mut self, clause: &Clause) -> Result<String> {
        let terms: Vec<String> = clause.any.iter().map(|term| self.term(term)).collect::<Result<_>>()?;
        Ok(format!("({})", terms.join(" OR ")))
    }

    fn term(&mut self, term: &Term) -> Result<String> {
        let condition = self.one(&term.condition)?;
        Ok(match term.sign {
            Sign::Holds => format!("({condition})"),
            // A card without the value does not meet the condition, so it passes its opposite.
            Sign::Fails => format!("NOT coalesce(({condition}), 0)"),
        })
    }

    /// Whether the privacy policy switches off what a condition asks about: then no card meets it.
    fn is_switched_off(&self, condition: &Condition) -> bool {
        let privacy = &self.store.opening.policies.privacy;
        match condition {
            Condition::Value { field, .. } | Condition::HasField(field) => !privacy.shows_field(field),
            _ => false,
        }
    }

    fn one(&mut self, condition: &Condition) -> Result<String> {
        if self.is_switched_off(condition) {
            return Ok("0".to_owned());
        }
        Ok(match condition {
            Condition::Anywhere(needles) => self.anywhere(needles)?,
            Condition::All(clauses) => {
                let clauses = clauses.iter().map(|clause| self.clause(clause));
                let clauses = std::iter::once(Ok("1".to_owned())).chain(clauses);
                clauses.collect::<Result<Vec<_>>>()?.join(" AND ")
            }
            Condition::Id(bounds) => self.within("card.id", bounds, |id| Value::Integer(id.0)),
            Condition::Position(choices) => {
                let column = self.standing("position")?;
                self.one_of(&column, choices)
            }
            Condition::Kind(choices) => self.one_of("card.kind", choices),
            Condition::Party(choices) => self.one_of("card.party", choices),
            Condition::Channel(choices) => {
                let codes = self.one_of("value.text", choices);
                self.has_value(key::CHANNEL, &codes)
            }
            Condition::Choice { field, codes } => {
                let codes = self.is_in("value.text", codes.iter().map(String::as_str));
                self.has_value(field, &codes)
            }
            Condition::Tag(tags) => {
                let keys: Vec<String> =
                    tags.iter().map(|tag| crate::store::value::text_sort_key(tag)).collect();
                let near = self.is_in("value.sort_key", keys.iter().map(String::as_str));
                // The keys leave signs out, and are cut: `C++` has the one of `C`.
                let equal =
                    self.is_in(&format!("{FOLD_FUNCTION}(value.text)"), tags.iter().map(String::as_str));
                self.has_value(key::TAGS, &format!("{near} AND {equal}"))
            }
            Condition::Link { field, to } => {
                let cards = self.named(to)?;
                self.sets.push(cards);
                let is_meant = Found::condition(self.sets.len() - 1, "CAST(value.text AS INTEGER)");
                self.has_value(field, &is_meant)
            }
            Condition::Man(letters) => self.man(letters)?,
            Condition::Class(choices) => {
                let column = self.standing("class")?;
                self.one_of(&column, choices)
            }
            Condition::Best(choices) => {
                let column = self.standing("best")?;
                self.one_of(&column, choices)
            }
            Condition::Ask(choices) => {
                let column = self.standing("ask")?;
                self.one_of(&column, choices)
            }
            Condition::Grade(choices) => {
                let column = self.standing("grade")?;
                self.one_of(&column, choices)
            }
            // The object of a card says the same: none has one without dealings.
            Condition::Abc(_) => "0".to_owned(),
            Condition::Due(bounds) => {
                let column = self.standing("due_on")?;
                self.within_days(&column, bounds)
            }
            Condition::LastContact(bounds) => {
                let column = self.standing("last_contact_on")?;
                self.within_days(&column, bounds)
            }
            Condition::Next(bounds) => self.within_days("card.next_on", bounds),
            Condition::Created(bounds) => self.within_instants("card.created_at", bounds),
            Condition::Updated(bounds) => self.within_instants("card.updated_at", bounds),
            Condition::Has(aspect) => self.has(*aspect)?,
            Condition::Numbers { field, bounds } => {
                let within = self.within("value.number", bounds, |number| Value::Integer(*number));
                self.has_value(field, &within)
            }
            Condition::Days { field, bounds } => {
                let within = self.within_partial_days(bounds);
                self.has_value(field, &within)
            }
            Condition::HasField(field) => self.has_field(field),
            Condition::Zone(_)
            | Condition::Code(_)
            | Condition::Phone(_)
            | Condition::Email(_)
            | Condition::Name(_)
            | Condition::Company(_)
            | Condition::Person(_)
            | Condition::Address(_)
            | Condition::Region(_)
            | Condition::Value { .. } => {
                let cards = field_match::cards(self.store, condition, self.stop)?;
                self.ask(cards)
            }
        })
    }

    /// The condition that a card has a word anywhere.
    fn anywhere(&mut self, needles: &Needles) -> Result<String> {
        let found = self.cards_with(needles)?;
        Ok(self.ask(found))
    }

    /// The cards that a query names, as another card's introducer.
    fn named(&self, named: &Named) -> Result<CardSet> {
        let look = |condition: Condition| field_match::cards(self.store, &condition, self.stop);
        let mut cards = look(Condition::Code(vec![named.code.clone()]))?;
        let number = named.number.map_or(-1, |number| number.0);
        let sql = "SELECT id FROM card WHERE id = ?1";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        for card in statement.query_map([number], |row| row.get(0))? {
            cards.insert(card?);
        }
        if cards.is_empty() { look(Condition::Name(named.name.clone())) } else { Ok(cards) }
    }

    fn one_of<T: Choice>(&mut self, column: &str, choices: &[T]) -> String {
        self.is_in(column, choices.iter().map(|choice| choice.code()))
    }

    fn is_in<'code>(&mut self, column: &str, codes: impl Iterator<Item = &'code str>) -> String {
        let places: Vec<String> = codes.map(|code| self.bind(Value::Text(code.into()))).collect();
        format!("{column} IN ({})", places.join(", "))
    }

    fn has_value(&mut self, field: &str, condition: &str) -> String {
        let field = self.bind(Value::Text(field.into()));
        format!(
            "EXISTS (SELECT 1 FROM value WHERE value.card = card.id AND value.field = {field} AND {condition})"
        )
    }

    fn within<T>(&mut self, column: &str, bounds: &Bounds<T>, value: impl Fn(&T) -> Value) -> String {
        let mut parts = vec![format!("{column} IS NOT NULL")];
        if let Some(from) = &bounds.from {
            parts.push(format!("{column} >= {}", self.bind(value(from))));
        }
        if let Some(to) = &bounds.to {
            parts.push(format!("{column} <= {}", self.bind(value(to))));
        }
        parts.join(" AND ")
    }

    fn within_days(&mut self, column: &str, bounds: &Bounds<NaiveDate>) -> String {
        self.within(column, bounds, |day| Value::Text(day_text(*day)))
    }

    /// Days of which the end may be missing: a year or month lies in a range when some of its days do.
    fn within_partial_days(&mut self, bounds: &Bounds<NaiveDate>) -> String {
        let mut parts = vec![String::from("1")];
        if let Some(from) = bounds.from {
            let from = self.bind(Value::Text(day_text(from)));
            parts.push(format!("value.text >= substr({from}, 1, length(value.text))"));
        }
        if let Some(to) = bounds.to {
            let to = self.bind(Value::Text(day_text(to)));
            parts.push(format!("value.text <= {to} AND value.text >= '0'"));
        }
        parts.join(" AND ")
    }

    /// Instants of local days: from the start of the first to before the start of the day after the last.
    fn within_instants(&mut self, column: &str, bounds: &Bounds<NaiveDate>) -> String {
        let mut parts = vec![String::from("1")];
        if let Some(from) = bounds.from {
            let start = self.bind(Value::Integer(clock::start_of(from)));
            parts.push(format!("{column} >= {start}"));
        }
        if let Some(after) = bounds.to.and_then(|to| to.succ_opt()) {
            let end = self.bind(Value::Integer(clock::start_of(after)));
            parts.push(format!("{column} < {end}"));
        }
        parts.join(" AND ")
    }

    fn man(&mut self, letters: &[Option<Answer>; 3]) -> Result<String> {
        let code = self.standing("code")?;
        let mut parts = vec![format!("{code} IS NOT NULL")];
        for (place, (answer, letter)) in (1..).zip(letters.iter().zip(["M", "A", "N"])) {
            let sign = match answer {
                None => continue,
                Some(Answer::Yes) => letter.to_owned(),
                Some(Answer::No) => letter.to_lowercase(),
                Some(Answer::Unknown) => "?".to_owned(),
            };
            parts.push(format!("substr({code}, {place}, 1) = {}", self.bind(Value::Text(sign))));
        }
        Ok(parts.join(" AND "))
    }

    fn has(&mut self, aspect: Aspect) -> Result<String> {
        let some = |table: &str| format!("EXISTS (SELECT 1 FROM {table} WHERE {table}.card = card.id)");
        Ok(match aspect {
            Aspect::Phone => some("phone"),
            Aspect::Email => some("email"),
            Aspect::Address => some("address"),
            Aspect::Person => some("person"),
            Aspect::Promise => some("promise"),
            Aspect::Zone => {
                "EXISTS (SELECT 1 FROM address WHERE address.card = card.id AND address.zone <> '')".into()
            }
            Aspect::Tag => self.has_value(key::TAGS, "1"),
            Aspect::Next => "card.next_on IS NOT NULL".into(),
            Aspect::Due => format!("{} IS NOT NULL", self.standing("due_on")?),
            Aspect::LastContact => format!("{} IS NOT NULL", self.standing("last_contact_on")?),
            Aspect::Grade => format!("{} IS NOT NULL", self.standing("grade")?),
        })
    }

    fn has_field(&mut self, field: &str) -> String {
        if record::is_card_column(field) {
            // The names of columns come from our own table, see `is_card_column`.
            return format!("coalesce(card.{field}, '') <> ''");
        }
        let some = |table: &str| format!("EXISTS (SELECT 1 FROM {table} WHERE {table}.card = card.id)");
        if let Some(group) = DetailGroup::with_key(field) {
            let group = self.bind(Value::Text(group.key.into()));
            return format!(
                "EXISTS (SELECT 1 FROM detail WHERE detail.card = card.id AND detail.group_key = {group})"
            );
        }
        match built_in(field).map(|field| field.kind) {
            Some(FieldType::Phones) => some("phone"),
            Some(FieldType::Emails) => some("email"),
            Some(FieldType::Addresses) => some("address"),
            Some(FieldType::People) => some("person"),
            _ => self.has_value(field, "1"),
        }
    }
}
