//! The load of a card file with at least half as many cards as it has: indexes whose entries come in no order
//! are taken away and made again at the end, which is several times faster than keeping them row by row; and
//! what is written goes into the file at once, not into the log first and from there into the file.

use rusqlite::{Connection, ErrorCode};

use crate::store::Store;
use crate::store::error::Result;
use crate::store::import::IMPORT_PIECE;

/// With fewer cards in it than this a card file is as good as empty: nothing is slow without an index.
const FEW_CARDS: i64 = 1000;

/// With more cards than this the indexes stay, however many are to come: a program that dies leaves them to be
/// made at the next opening, and that shall not take much longer than a second.
const MOST_CARDS: i64 = 250_000;

/// Indexes that have an entry for about every row of a load, in no order. All others are kept row by row: their
/// entries come in the order of cards, or there are few, and to make them again each would read a whole table.
const IN_NO_ORDER: &str =
    "'card_by_name', 'card_by_company_key', 'phone_by_normal', 'email_by_normal', 'value_by_sort_key'";

/// Rows that are brought in at a time where each time the disk must have written them.
const FIRST_LOAD_PIECE: usize = 4 * IMPORT_PIECE;

/// Memory for pages while every page is written once and left, in KiB.
const FIRST_LOAD_CACHE_KIB: i64 = 16 << 10;

impl Store {
    /// Before a load of about so many rows: takes the indexes away that it would fill in no order. Nothing
    /// happens when the file has more than twice as many cards, or when somebody else has it open: making
    /// indexes again holds it for longer than a person who types should wait.
    pub fn set_indexes_aside(&mut self, rows: u64) -> Result<()> {
        let twice = i64::try_from(rows).unwrap_or(MOST_CARDS).saturating_mul(2);
        let enough = twice.clamp(FEW_CARDS, MOST_CARDS);
        let few: bool = self
            .connection
            .prepare_cached("SELECT count(*) < ?1 FROM (SELECT 1 FROM card WHERE state < 2 LIMIT ?1)")?
            .query_row([enough], |row| row.get(0))?;
        if !few || !self.is_alone()? {
            return Ok(());
        }
        let transaction = self.session.begin(&mut self.connection)?;
        let found: Vec<String> = transaction
            .prepare(&format!(
                "SELECT name FROM sqlite_schema WHERE type = 'index' AND name IN ({IN_NO_ORDER})"
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
        transaction.commit()?;
        self.connection.pragma_update(None, "cache_size", -FIRST_LOAD_CACHE_KIB)?;
        write_without_log(&self.connection)
    }

    /// How many rows of an import are best brought in at a time, once it has begun.
    pub fn rows_at_once(&self) -> Result<usize> {
        Ok(if has_log(&self.connection)? { IMPORT_PIECE } else { FIRST_LOAD_PIECE })
    }

    /// Whether what is written goes into the log first, so that short transactions cost little.
    pub(in crate::store) fn writes_with_log(&self) -> Result<bool> {
        has_log(&self.connection)
    }

    /// What is written goes into the log again. Somebody who reads just now may prevent it; the next opening
    /// does it then.
    pub(in crate::store) fn write_with_log(&self) -> Result<()> {
        if has_log(&self.connection)? {
            return Ok(());
        }
        match self.connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() != Some(ErrorCode::DatabaseBusy) => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Makes the indexes again that were set aside: one at a time where others may wait for the file.
    pub fn restore_indexes(&mut self) -> Result<()> {
        let at_once = if has_log(&self.connection)? { 1 } else { usize::MAX };
        loop {
            let transaction = self.session.begin(&mut self.connection)?;
            let mut made = 0;
            // Read inside: another program may be at it too.
            while made < at_once
                && let Some((name, sql)) = first_missing(&transaction)?
            {
                transaction.execute_batch(&sql)?;
                transaction.execute("DELETE FROM missing_index WHERE name = ?1", [&name])?;
                made += 1;
            }
            transaction.commit()?;
            if made < at_once {
                return Ok(());
            }
        }
    }

    /// Makes the indexes again that a program left aside when it died.
    pub(in crate::store) fn repair_indexes(&mut self) -> Result<()> {
        if self.has_open_import()? {
            return Ok(());
        }
        if first_missing(&self.connection)?.is_some() {
            self.restore_indexes()?;
        }
        self.write_with_log()
    }
}

/// Changed pages go into the file, and their former content into a journal until the change is whole: a
/// killed program leaves nothing half done. Most pages of a load are new and have no former content.
fn write_without_log(connection: &Connection) -> Result<()> {
    // Where it cannot be, the log serves as well.
    connection.pragma_update(None, "journal_mode", "TRUNCATE").or_else(|error| {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy) => Ok(()),
            _ => Err(error.into()),
        }
    })
}

fn has_log(connection: &Connection) -> Result<bool> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    Ok(mode == "wal")
}

fn first_missing(connection: &Connection) -> Result<Option<(String, String)>> {
    let mut statement = connection.prepare_cached("SELECT name, sql FROM missing_index LIMIT 1")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok(Some((row.get(0)?, row.get(1)?))),
        None => Ok(None),
    }
}
