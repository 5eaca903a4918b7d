//! The first load of a card file: its indexes are taken away and made again at the end, which is several
//! times faster than keeping them row by row.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::Store;
use crate::store::error::Result;

/// With fewer cards in it than this a card file is as good as empty: nothing is slow without an index.
const FEW_CARDS: i64 = 1000;

/// The tables a load fills.
const FILLED: &str = "'card', 'person', 'phone', 'email', 'address', 'standing'";

impl Store {
    /// Before the first load of a file: takes the indexes of the tables it fills away. Nothing happens when
    /// the file has many cards, or when somebody else has it open: making indexes again holds it for longer
    /// than a person who types should wait.
    pub fn set_indexes_aside(&mut self) -> Result<()> {
        let few: bool = self
            .connection
            .prepare_cached("SELECT count(*) < ?1 FROM (SELECT 1 FROM card WHERE state < 2 LIMIT ?1)")?
            .query_row([FEW_CARDS], |row| row.get(0))?;
        if !few || !self.is_alone()? {
            return Ok(());
        }
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found: Vec<String> = transaction
            .prepare(&format!(
                "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL AND tbl_name IN ({FILLED})"
            ))?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for name in found {
            transaction.execute(
                "INSERT INTO missing_index (name, sql) SELECT name, sql FROM sqlite_schema WHERE name = ?1",
                [&name],
            )?;
            transaction.execute_batch(&format!("DROP INDEX {name}"))?;
        }
        Ok(transaction.commit()?)
    }

    /// Makes the indexes again that were set aside, one at a time.
    pub fn restore_indexes(&mut self) -> Result<()> {
        loop {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Read inside: another program may be at it too.
            let Some((name, sql)) = first_missing(&transaction)? else { return Ok(()) };
            transaction.execute_batch(&sql)?;
            transaction.execute("DELETE FROM missing_index WHERE name = ?1", [&name])?;
            transaction.commit()?;
        }
    }

    /// Makes the indexes again that a program left aside when it died.
    pub(in crate::store) fn repair_indexes(&mut self) -> Result<()> {
        let in_use = self.connection.prepare_cached("SELECT 1 FROM batch WHERE state = 'open'")?.exists([])?;
        if in_use || first_missing(&self.connection)?.is_none() {
            return Ok(());
        }
        self.restore_indexes()
    }
}

fn first_missing(connection: &Connection) -> Result<Option<(String, String)>> {
    let mut statement = connection.prepare_cached("SELECT name, sql FROM missing_index LIMIT 1")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok(Some((row.get(0)?, row.get(1)?))),
        None => Ok(None),
    }
}
