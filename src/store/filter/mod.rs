//! A query as a condition of SQL. What a person typed is only ever a bound parameter.

mod condition;

use chrono::NaiveDate;
use rusqlite::types::Value;

use super::Store;
use super::cell::day_text;
use super::error::Result;
use super::other_day::Coverage;
use super::own_fields;
use super::search::{Found, Stop, Word};
use crate::domain::card_set::CardSet;
use crate::domain::field::FieldType;
use crate::domain::query::{Clause, Condition, Query, Scope, Sign};
use crate::domain::text::needles::Needles;

/// A condition on `card`, with the tables it needs joined and the parameters it binds.
pub(super) struct Filter<'store> {
    store: &'store Store,
    day: NaiveDate,
    parameters: Vec<Value>,
    condition: String,
    coverage: Option<Coverage>,
    /// The sets that the condition asks.
    sets: Vec<CardSet>,
    /// Few cards, of which those that match are some.
    few: Option<String>,
    stop: Stop<'store>,
}

/// The words of a clause that is nothing but words, one of which must be there.
fn words_of(clause: &Clause) -> Option<Vec<&Needles>> {
    let words = clause.any.iter().map(|term| match (term.sign, &term.condition) {
        (Sign::Holds, Condition::Anywhere(needles)) => Some(needles),
        _ => None,
    });
    words.collect()
}

impl<'store> Filter<'store> {
    pub(super) fn of(
        store: &'store Store,
        query: &Query,
        day: NaiveDate,
        stop: Stop<'store>,
    ) -> Result<Self> {
        let mut filter = Filter::begin(store, day, stop);
        let mut condition = String::from(match query.scope {
            Scope::Live => "card.state = 0",
            Scope::Bin => "card.state = 1",
        });
        let mut among: Option<CardSet> = None;
        for clause in &query.clauses {
            if let Some(words) = words_of(clause) {
                let mut found = CardSet::default();
                for needles in words {
                    found.or(&filter.cards_with(needles)?);
                }
                match &mut among {
                    Some(among) => among.and(&found),
                    None => among = Some(found),
                }
                continue;
            }
            condition.push_str(&format!(" AND {}", filter.clause(clause)?));
        }
        filter.condition = condition;
        if let Some(among) = among {
            filter.keep_to(among);
        }
        Ok(filter)
    }

    /// The cards of a set, whatever they are.
    pub(super) fn of_cards(store: &'store Store, cards: CardSet, day: NaiveDate, stop: Stop<'store>) -> Self {
        let mut filter = Filter { condition: String::from("1"), ..Filter::begin(store, day, stop) };
        filter.keep_to(cards);
        filter
    }

    fn begin(store: &'store Store, day: NaiveDate, stop: Stop<'store>) -> Self {
        Filter {
            store,
            day,
            parameters: Vec::new(),
            condition: String::new(),
            coverage: None,
            sets: Vec::new(),
            few: None,
            stop,
        }
    }

    /// No more than the cards of a set.
    fn keep_to(&mut self, cards: CardSet) {
        match cards.few() {
            Some(few) => self.few = Some(self.bind(Value::Text(few))),
            None => {
                let asked = self.ask(cards);
                self.condition.push_str(&format!(" AND {asked}"));
            }
        }
    }

    /// Makes the sets known that the condition asks: before the statement runs.
    fn put_sets(&mut self) {
        self.store.found.put(std::mem::take(&mut self.sets));
    }

    pub(super) fn condition(&self) -> &str {
        &self.condition
    }

    /// What the statement binds, which is to run next.
    pub(super) fn into_parameters(mut self) -> Vec<Value> {
        self.put_sets();
        self.parameters
    }

    /// The tables the condition and the order speak of.
    pub(super) fn tables(&self) -> String {
        let mut joins = match &self.few {
            Some(few) => format!("json_each({few}) AS few CROSS JOIN card ON card.id = few.value"),
            None => "card".to_owned(),
        };
        match self.coverage {
            None => {}
            Some(Coverage::Whole) => joins.push_str(" LEFT JOIN standing ON standing.card = card.id"),
            Some(Coverage::InParts) => joins.push_str(
                " LEFT JOIN temp.folded AS folded ON folded.card = card.id
                  LEFT JOIN standing ON standing.card = card.id AND folded.card IS NULL",
            ),
        }
        joins
    }

    /// A parameter, by its place.
    pub(super) fn bind(&mut self, value: Value) -> String {
        self.parameters.push(value);
        format!("?{}", self.parameters.len())
    }

    /// Whether the privacy policy has a field switched on.
    pub(super) fn shows(&self, field: &str) -> bool {
        self.store.opening.policies.privacy.shows_field(field)
    }

    /// The day, as a parameter.
    pub(super) fn as_of(&mut self) -> String {
        self.bind(Value::Text(self.day()))
    }

    /// The day itself, as the file writes days.
    pub(super) fn day(&self) -> String {
        day_text(self.day)
    }

    /// A column of the standing on the day.
    pub(super) fn standing(&mut self, column: &str) -> Result<String> {
        let coverage = match self.coverage {
            Some(coverage) => coverage,
            None => self.store.cover(self.day)?,
        };
        self.coverage = Some(coverage);
        Ok(match coverage {
            Coverage::Whole => format!("standing.{column}"),
            Coverage::InParts => format!("coalesce(folded.{column}, standing.{column})"),
        })
    }

    /// What a field holds that the user added; `None` when there is none with this key.
    pub(super) fn own_field_kind(&self, key: &str) -> Result<Option<FieldType>> {
        own_fields::kind(&self.store.connection, key)
    }

    /// The cards that have a word anywhere.
    fn cards_with(&self, needles: &Needles) -> Result<CardSet> {
        let word = Word::look_up(&self.store.connection, needles)?;
        word.all(&self.store.connection, &word.likely(), self.stop)
    }

    /// The condition that a card is one of a set.
    fn ask(&mut self, set: CardSet) -> String {
        self.sets.push(set);
        Found::condition(self.sets.len() - 1, "card.id")
    }
}
