//! What is due by a promise, an introduction or a day written on a card: some kinds of rows, told in SQL.

use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::ranking::{Found, Ranking};
use super::table;
use crate::domain::agenda::{DATED, Matter};
use crate::domain::contact::PromiseBy;
use crate::domain::id::CardId;
use crate::domain::policy::FollowUpPolicy;
use crate::store::Store;
use crate::store::cell::{code, day as read_day, day_text};
use crate::store::error::Result;
use crate::store::other_day::Coverage;

/// Where the entries of a matter are read from. Days and codes are bound as parameters, gathered here.
pub(super) struct Source {
    matter: Matter,
    pub(super) parts: Vec<String>,
    parameters: Vec<Value>,
    pub(super) standing: &'static str,
}

impl Store {
    /// Adds everything a source has of cards of the list.
    pub(super) fn add_all(&self, source: &Source, ranking: &mut Ranking<'_>) -> Result<()> {
        if source.parts.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "SELECT entry.card, entry.on_day, entry.worth FROM ({}) AS entry
             CROSS JOIN card ON card.id = entry.card AND card.state = 0",
            source.parts.join(" UNION ALL ")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&source.parameters))?;
        while let Some(row) = rows.next()? {
            let on = read_day(&row.get::<_, String>(1)?)?;
            ranking.add(Found { card: CardId(row.get(0)?), matter: source.matter, on, worth: row.get(2)? });
        }
        Ok(())
    }
}

impl Source {
    /// Where the entries of a matter are read from, but for those that are walked through.
    pub(super) fn of(
        matter: Matter,
        coverage: Coverage,
        ranking: &Ranking<'_>,
        policy: &FollowUpPolicy,
    ) -> Source {
        let (horizon, day) = (ranking.horizon, ranking.day);
        let mut source =
            Source { matter, parts: Vec::new(), parameters: Vec::new(), standing: table(coverage) };
        let days = horizon.days(matter, day, policy);
        match matter {
            Matter::OurPromise => source.promises(PromiseBy::Us, (days.from, days.to), day),
            Matter::TheirPromise => source.promises(PromiseBy::Them, (days.from, days.to), day),
            Matter::Thanks => source.thanks((days.from, days.to)),
            Matter::Appointment
            | Matter::FollowUp
            | Matter::Review
            | Matter::Lapsed
            | Matter::Anniversary
            | Matter::Ending
            | Matter::Lent => {}
        }
        for dated in DATED.iter().filter(|dated| dated.matter == matter) {
            source.dated(dated, dated.days(horizon, day, policy), day, policy);
        }
        source
    }

    pub(super) fn bind(&mut self, value: Value) -> String {
        self.parameters.push(value);
        format!("?{}", self.parameters.len())
    }

    pub(super) fn between(&mut self, column: &str, (from, to): (NaiveDate, NaiveDate)) -> String {
        let to = self.bind(Value::Text(day_text(to)));
        if from == NaiveDate::MIN {
            return format!("{column} IS NOT NULL AND {column} <= {to}");
        }
        let from = self.bind(Value::Text(day_text(from)));
        format!("{column} IS NOT NULL AND {column} BETWEEN {from} AND {to}")
    }

    /// Open ones by their index, and those settled later than the day: on the day they were open.
    fn promises(&mut self, by: PromiseBy, days: (NaiveDate, NaiveDate), day: NaiveDate) {
        let by = self.bind(code(by));
        let today = self.bind(Value::Text(day_text(day)));
        let due = self.between("promise.due_on", days);
        for open in ["promise.settled_on IS NULL".to_owned(), format!("promise.settled_on > {today}")] {
            self.parts.push(format!(
                "SELECT promise.card AS card, promise.due_on AS on_day, standing.worth AS worth
                 FROM promise CROSS JOIN {} AS standing ON standing.card = promise.card
                 CROSS JOIN contact ON contact.id = promise.contact
                 WHERE promise.owed_by = {by} AND {due} AND {open} AND contact.day <= {today}",
                self.standing,
            ));
        }
    }

    /// The list names the introducer: it is to him that one speaks. Those with a day are few, and so come first:
    /// left to itself, SQLite would go through all cards of the list and look whether they have one.
    fn thanks(&mut self, days: (NaiveDate, NaiveDate)) {
        let due = self.between("met.thank_on", days);
        self.parts.push(format!(
            "SELECT standing.card AS card, met.thank_on AS on_day, standing.worth AS worth
             FROM {} AS met
             CROSS JOIN card AS introduced ON introduced.id = met.card AND introduced.state = 0
             CROSS JOIN value ON value.card = met.card AND value.field = 'introducer'
             CROSS JOIN {} AS standing ON standing.card = CAST(value.text AS INTEGER)
             WHERE {due}",
            self.standing, self.standing,
        ));
    }
}
