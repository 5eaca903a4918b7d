//! How the user has arranged the views of the list. Like drafts it is no change of a card: it is not journalled.

use rusqlite::params;

use super::Store;
use super::cell::choice;
use super::error::Result;
use super::list::Sort;
use crate::domain::choice::Choice;
use crate::domain::column::SortKey;
use crate::domain::list_view::ListView;

/// A view as its user has arranged it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    /// The view.
    pub view: ListView,
    /// Its columns as [`written`](crate::domain::list_view::written).
    pub columns: String,
    /// By what it is sorted.
    pub sort: Sort,
}

impl Store {
    /// The views that were arranged. Those that this version does not know are left where they are.
    pub fn arrangements(&self) -> Result<Vec<Arrangement>> {
        let sql = "SELECT view, columns, sort, reverse FROM list_view";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let Ok(view) = choice(&row.get::<_, String>(0)?) else { continue };
            let key: Option<String> = row.get(2)?;
            let key = key.map_or_else(SortKey::default, |key| SortKey::of(&key));
            let sort = Sort { key, reverse: row.get(3)? };
            found.push(Arrangement { view, columns: row.get(1)?, sort });
        }
        Ok(found)
    }

    /// Keeps how a view was arranged.
    pub fn arrange(&mut self, arrangement: &Arrangement) -> Result<()> {
        let Arrangement { view, columns, sort } = arrangement;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO list_view (view, columns, sort, reverse) VALUES (?1, ?2, ?3, ?4)",
            )
            .and_then(|mut statement| {
                statement.execute(params![view.code(), columns, sort.key.key(), sort.reverse])
            })
            .map_err(|error| super::StoreError::from(error).at(self.path()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::Place;

    #[test]
    fn an_arrangement_is_kept_for_the_next_run_and_is_no_step_of_the_journal() {
        let place = Place::new();
        let mut first = place.open();
        let by = |key: &str, reverse| Sort { key: SortKey::of(key), reverse };
        for (columns, sort) in [("name", by("zone", false)), ("name=20\nzone", by("code", true))] {
            let arrangement = Arrangement { view: ListView::Addresses, columns: columns.into(), sort };
            first.arrange(&arrangement).unwrap();
            assert_eq!(place.open().arrangements().unwrap(), [arrangement]);
        }
        assert_eq!(first.journal(None, 10).unwrap(), []);
    }
}
