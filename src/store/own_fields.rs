//! The fields the user added.

use rusqlite::{Connection, OptionalExtension};

use super::Store;
use super::cell::choice;
use super::error::Result;
use crate::domain::field::own_type::OwnType;
use crate::domain::field::{FieldType, OwnField, OwnOption};

/// Between code and name of an option; options stand one a line.
const BETWEEN: char = '\t';

impl Store {
    /// The user's own fields, in the order in which they were added.
    pub fn own_fields(&self) -> Result<Vec<OwnField>> {
        all(&self.connection)
    }
}

/// The user's own fields, in the order in which they were added.
pub(super) fn all(connection: &Connection) -> Result<Vec<OwnField>> {
    let mut statement =
        connection.prepare_cached("SELECT key, name, type, options FROM own_field ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        fields.push(OwnField {
            key: row.get(0)?,
            name: row.get(1)?,
            own_type: choice(&row.get::<_, String>(2)?)?,
            options: options(&row.get::<_, String>(3)?),
        });
    }
    Ok(fields)
}

/// The type of a field the user added; nothing when there is none with this key.
pub(super) fn kind(connection: &Connection, key: &str) -> Result<Option<FieldType>> {
    let code: Option<String> = connection
        .prepare_cached("SELECT type FROM own_field WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(code.map(|code| choice::<OwnType>(&code)).transpose()?.map(OwnType::kind))
}

/// Options as they are kept.
pub(super) fn options_text(options: &[OwnOption]) -> String {
    let lines = options.iter().map(|option| format!("{}{BETWEEN}{}", option.code, option.name));
    lines.collect::<Vec<_>>().join("\n")
}

fn options(text: &str) -> Vec<OwnOption> {
    let option = |line: &str| {
        let (code, name) = line.split_once(BETWEEN).unwrap_or((line, line));
        OwnOption { code: code.to_owned(), name: name.to_owned() }
    };
    text.lines().filter(|line| !line.is_empty()).map(option).collect()
}
