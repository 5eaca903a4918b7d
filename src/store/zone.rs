//! What the cards of a zone come to.

use chrono::NaiveDate;
use rusqlite::params;

use super::Store;
use super::cell::day_text;
use super::error::Result;
use super::sort::ZONE_AND_ROUTE;
use super::value::text_sort_key;
use crate::domain::zone::ZoneTotals;

impl Store {
    /// What a zone comes to on a day, by the standings the file keeps.
    pub fn zone_totals(&self, zone: &str, day: NaiveDate) -> Result<ZoneTotals> {
        let mut statement = self.connection.prepare_cached(&totals_sql())?;
        let totals = statement.query_row(params![text_sort_key(zone), day_text(day)], |row| {
            let count = |count: i64| u64::try_from(count).unwrap_or_default();
            Ok(ZoneTotals { cards: count(row.get(0)?), due: count(row.get(1)?), minutes: row.get(2)? })
        })?;
        Ok(totals)
    }
}

/// The addresses of a zone stand together in the index by zone and route: they come first.
fn totals_sql() -> String {
    format!(
        "SELECT count(DISTINCT address.card),
                count(DISTINCT address.card) FILTER (WHERE standing.due_on <= ?2),
                sum(address.minutes)
         FROM address
         CROSS JOIN card ON card.id = address.card AND card.state = 0
         LEFT JOIN standing ON standing.card = address.card
         WHERE zone_key <> '' AND {ZONE_AND_ROUTE} >= ?1 || char(1) AND {ZONE_AND_ROUTE} < ?1 || char(2)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::NextAction;
    use crate::domain::draft::NewCard;
    use crate::domain::reach::{AddressKind, Place as Address};
    use crate::store::Act;
    use crate::store::tests::{Place, day};

    #[test]
    fn a_zone_comes_to_its_own_cards_and_is_found_by_an_index() {
        let place = Place::new();
        let mut store = place.open();
        let today = store.opening.day;
        for (name, zone, minutes, due) in [
            ("Ana", "西区", Some(25), Some(today)),
            ("Ben", "西区", Some(5), None),
            ("Cleo", "西区 2", Some(60), Some(today)),
            ("Dan", "", Some(7), Some(today)),
            ("Fay", "north", None, None),
            ("Eve", "西区", None, Some(day("2999-01-01"))),
        ] {
            let address = Address { zone: zone.into(), minutes, ..Address::empty(AddressKind::Office) };
            let next_action = due.map(|on| NextAction { on, kind: None, note: String::new() });
            let new = NewCard { addresses: vec![address], next_action, ..NewCard::named(name) };
            store.write(Act::Add, name, |door| door.add_card(&new)).unwrap();
        }
        let due = store.zone_totals("西区", today).unwrap();
        assert_eq!((due.cards, due.minutes), (3, Some(30)));
        assert!(due.due >= 1, "{due:?}");
        assert_eq!(store.zone_totals("西区", day("1999-01-01")).unwrap().due, 0);
        assert_eq!(store.zone_totals("nowhere", today).unwrap(), ZoneTotals::default());
        assert_eq!(store.zone_totals("north", today).unwrap().minutes, None, "unknown is not none");

        let mut explained =
            store.connection.prepare(&format!("EXPLAIN QUERY PLAN {}", totals_sql())).unwrap();
        let steps: Vec<String> = explained
            .query_map(params!["a", "b"], |row| row.get(3))
            .unwrap()
            .map(|step| step.unwrap())
            .collect();
        assert!(
            steps.iter().any(|step| step.contains("address USING INDEX address_by_zone_key")),
            "{steps:?}"
        );
    }
}
