//! Reading ahead: a file that lay on the disk for long answers the first jumps through a long list slowly, and
//! the first searches.

use super::Store;
use super::error::Result;

/// What a card on the screen is read from: a table, and the index that finds its rows by card. Then what it is
/// searched in.
const READ_FROM: &[(&str, Option<&str>)] = &[
    ("card", None),
    ("standing", None),
    ("person", Some("person_by_card")),
    ("phone", Some("phone_by_card")),
    ("value", None),
    ("contact", Some("contact_by_card")),
    ("assertion", Some("assertion_by_card")),
    ("move", Some("move_by_card")),
    ("email", Some("email_by_card")),
    ("address", Some("address_by_card")),
    ("promise", Some("promise_by_card")),
    ("assessment", Some("assessment_by_card")),
    ("score", Some("score_by_card")),
    ("posting", None),
    ("search", None),
];

impl Store {
    /// Reads one part of the file from the disk into the system's memory, counted from 0; nothing of it stays
    /// in the program's own. Whether there is a further part.
    pub fn warm(&self, part: usize) -> Result<bool> {
        let Some((table, index)) = READ_FROM.get(part) else { return Ok(false) };
        let counting = |sql: String| self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0));
        counting(format!("SELECT count(*) FROM {table} NOT INDEXED"))?;
        if let Some(index) = index {
            counting(format!("SELECT count(*) FROM {table} INDEXED BY {index}"))?;
        }
        Ok(part + 1 < READ_FROM.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::Place;

    #[test]
    fn every_part_there_is_can_be_read() {
        let place = Place::new();
        let store = place.open();
        let parts = (0..).take_while(|part| store.warm(*part).unwrap()).count();
        assert_eq!(parts + 1, READ_FROM.len());
    }
}
