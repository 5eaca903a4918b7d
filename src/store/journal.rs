//! The journal: what was changed, by whom and when, with every value before and after.

use std::collections::{BTreeMap, HashMap};

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

use super::alike;
use super::cell;
use super::error::Result;
use super::lock;
use super::record::{EXISTS, RecordKind};
use crate::domain::choice::{Choice, choices};
use crate::domain::id::{CardId, JournalId, Uid};
use crate::domain::man::assertion::Letter;

choices! {
    /// What kind of program part made a change.
    pub enum Source {
        Screen = "screen", ["screen", "屏幕", "螢幕"];
        Command = "command", ["command", "命令", "指令"];
        Import = "import", ["import", "导入", "匯入"];
    }
}

choices! {
    /// What a journal entry did, for people; with its subject it names the entry.
    pub enum Act {
        Add = "add", ["added", "添加", "新增"];
        Edit = "edit", ["edited", "修改", "修改"];
        Tag = "tag", ["tagged", "加标签", "加標籤"];
        Remove = "remove", ["binned", "移入回收站", "移入回收筒"];
        Restore = "restore", ["restored", "移出回收站", "移出回收筒"];
        Move = "move", ["moved", "变更定位", "變更定位"];
        Log = "log", ["logged a contact with", "记录联系", "記錄聯絡"];
        Assert = "assert", ["MAN letter of", "判定", "判定"];
        Correct = "correct", ["corrected a contact with", "更正联系", "更正聯絡"];
        Settle = "settle", ["settled a promise with", "了结承诺", "了結承諾"];
        Next = "next", ["next action of", "下一步", "下一步"];
        Plan = "plan", ["planned visits", "安排拜访", "安排拜訪"];
        Assess = "assess", ["assessed credit of", "信用评估", "信用評估"];
        Import = "import", ["imported", "导入", "匯入"];
        Field = "field", ["own field", "自定义字段", "自訂欄位"];
        Filter = "filter", ["saved filter", "保存的筛选", "已存篩選"];
    }
}

/// An entry of the journal, as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its number.
    pub id: JournalId,
    /// What it did.
    pub act: Act,
    /// To what: the card's name at the time, a file name.
    pub subject: String,
    /// The card, when it was one.
    pub card: Option<CardId>,
    /// How many cards.
    pub count: u64,
    /// When: UTC, milliseconds since 1970.
    pub at: i64,
    /// Who wrote.
    pub source: Source,
    /// Whether it has been taken back.
    pub undone: bool,
    /// What it wrote; told of an entry that was gone through only.
    pub wrote: Vec<WrittenTo>,
}

/// What an entry wrote to, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrittenTo {
    /// A field of a card, by its key.
    Field(String),
    /// What is to be done next.
    Next,
    /// Records of a kind: phones, people.
    Records(RecordKind),
    /// What is said of a letter.
    Letter(Letter),
}

/// What changes wrote to, each once, in the order written.
pub(super) fn written_to(changes: &[Change]) -> Vec<WrittenTo> {
    let mut wrote: Vec<WrittenTo> = Vec::new();
    for change in changes {
        let letter = || [&change.after, &change.before].into_iter().find_map(letter_of);
        let to = match change.kind {
            RecordKind::Card if change.field.starts_with("next_") => Some(WrittenTo::Next),
            RecordKind::Card => Some(WrittenTo::Field(change.field.clone())),
            RecordKind::Assertion if change.field == "letter" => letter().map(WrittenTo::Letter),
            RecordKind::Phone | RecordKind::Email | RecordKind::Address | RecordKind::Person => {
                Some(WrittenTo::Records(change.kind))
            }
            _ => None,
        };
        wrote.extend(to.filter(|to| !wrote.contains(to)));
    }
    wrote
}

fn letter_of(value: &Value) -> Option<Letter> {
    match value {
        Value::Text(code) => Letter::from_code(code),
        _ => None,
    }
}

/// A value before and after, typed as SQLite types it.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) kind: RecordKind,
    pub(super) record: i64,
    pub(super) card: Option<CardId>,
    pub(super) field: String,
    pub(super) before: Value,
    pub(super) after: Value,
}

/// The changes of one entry, each value once: what a value passed through in between is not kept.
#[derive(Debug, Default)]
pub(super) struct Changes {
    list: Vec<Change>,
    places: HashMap<(RecordKind, i64, String), usize>,
}

impl Changes {
    pub(super) fn note(&mut self, change: Change) {
        let key = (change.kind, change.record, change.field.clone());
        match self.places.get(&key) {
            Some(&place) => self.list[place].after = change.after,
            None => {
                self.places.insert(key, self.list.len());
                self.list.push(change);
            }
        }
    }

    /// Notes a change of a later piece of the entry. Where another program wrote the value between two pieces, the
    /// entry takes it from what that one wrote, and gives it back to that: what came before is not the entry's to
    /// bring back. A record that the entry made goes whole, and so starts from nothing.
    fn note_of_later_piece(&mut self, change: Change) {
        let place = |field: &str| self.places.get(&(change.kind, change.record, field.to_owned())).copied();
        if let Some(place) = place(&change.field).filter(|_| place(EXISTS).is_none())
            && self.list[place].after != change.before
        {
            self.list[place].before = change.before.clone();
        }
        self.note(change);
    }

    /// What is left of the changes: those that changed something, in the order made.
    pub(super) fn real(self) -> Vec<Change> {
        self.list.into_iter().filter(|change| change.before != change.after).collect()
    }
}

/// The cards that changes touch, each with its changes in the order made.
pub(super) fn touched<'change>(
    changes: impl IntoIterator<Item = &'change Change>,
) -> BTreeMap<CardId, Vec<&'change Change>> {
    let mut touched: BTreeMap<CardId, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        if let Some(card) = change.card {
            touched.entry(card).or_default().push(change);
        }
    }
    touched
}

/// Who enters something into the journal, and what for.
#[derive(Debug)]
pub(super) struct Heading<'entry> {
    pub(super) session: &'entry str,
    pub(super) source: Source,
    pub(super) act: Act,
    pub(super) subject: &'entry str,
    pub(super) card: Option<CardId>,
    pub(super) count: usize,
    pub(super) at: i64,
    pub(super) state: &'static str,
}

/// Makes an entry.
pub(super) fn enter(connection: &Connection, heading: &Heading<'_>) -> Result<JournalId> {
    connection
        .prepare_cached(
            "INSERT INTO journal (device, session, source, act, subject, card, count, at, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            lock::host(),
            heading.session,
            heading.source.code(),
            heading.act.code(),
            heading.subject,
            heading.card.map(|card| card.0),
            i64::try_from(heading.count).unwrap_or(i64::MAX),
            heading.at,
            heading.state,
        ])?;
    Ok(JournalId(connection.last_insert_rowid()))
}

/// The place of the next value of an entry.
pub(super) fn next_value(connection: &Connection, entry: JournalId) -> Result<i64> {
    Ok(connection
        .prepare_cached(
            "SELECT max(
                 (SELECT coalesce(max(seq) + 1, 0) FROM journal_value WHERE journal = ?1),
                 coalesce((SELECT seq + length(uids) / ?2 FROM journal_alike WHERE journal = ?1
                           ORDER BY id DESC LIMIT 1), 0))",
        )?
        .query_row([entry.0, size_of::<Uid>() as i64], |row| row.get(0))?)
}

/// Writes the values of an entry, after those it has.
pub(super) fn enter_values(connection: &Connection, entry: JournalId, changes: &[Change]) -> Result<()> {
    let first = next_value(connection, entry)?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO journal_value
             (journal, seq, record_kind, record, uid, card, field, before_value, after_value)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (seq, change) in (first..).zip(changes) {
        let uid = if change.kind.has_uid() {
            super::record::read(connection, change.kind, change.record, "uid")?
        } else {
            Value::Null
        };
        statement.execute(params![
            entry.0,
            seq,
            change.kind.code(),
            change.record,
            uid,
            change.card.map(|card| card.0),
            change.field,
            change.before,
            change.after,
        ])?;
    }
    Ok(())
}

/// The changes of an entry, in the order made.
pub(super) fn changes(connection: &Connection, entry: JournalId) -> Result<Vec<Change>> {
    let mut statement = connection.prepare_cached(
        "SELECT record_kind, record, card, field, before_value, after_value, seq
         FROM journal_value WHERE journal = ?1
         UNION ALL
         SELECT record_kind, record, card, field, before_value, after_value, seq
         FROM journal_alike_value WHERE journal = ?1 ORDER BY seq",
    )?;
    let mut rows = statement.query([entry.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Change {
            kind: cell::choice(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?,
            record: row.get(1)?,
            card: row.get::<_, Option<i64>>(2)?.map(CardId),
            field: row.get(3)?,
            before: row.get(4)?,
            after: row.get(5)?,
        });
    }
    // An import may have changed a value in several of its pieces.
    let mut changes = Changes::default();
    found.into_iter().for_each(|change| changes.note_of_later_piece(change));
    Ok(changes.real())
}

/// The columns [`entry_of`] reads.
pub(super) const ENTRY_COLUMNS: &str = "id, act, subject, card, count, at, source, state";

/// An entry from a row of [`ENTRY_COLUMNS`].
pub(super) fn entry_of(row: &Row<'_>) -> Result<JournalEntry> {
    Ok(JournalEntry {
        id: JournalId(row.get(0)?),
        act: cell::choice(&row.get::<_, String>(1)?)?,
        subject: row.get(2)?,
        card: row.get::<_, Option<i64>>(3)?.map(CardId),
        count: u64::try_from(row.get::<_, i64>(4)?).unwrap_or_default(),
        at: row.get(5)?,
        source: cell::choice(&row.get::<_, String>(6)?)?,
        undone: row.get::<_, String>(7)? == "undone",
        wrote: Vec::new(),
    })
}

/// One entry.
pub(super) fn entry(connection: &Connection, id: JournalId) -> Result<JournalEntry> {
    let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal WHERE id = ?1");
    connection.prepare_cached(&sql)?.query_row([id.0], |row| Ok(entry_of(row)))?
}

/// The entries, newest first; those that touched a card when one is named.
pub(super) fn entries(
    connection: &Connection,
    card: Option<CardId>,
    limit: usize,
) -> Result<Vec<JournalEntry>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let of_card = "AND (card = ?1 OR id IN
             (SELECT journal FROM journal_value WHERE card = ?1
              UNION ALL SELECT journal FROM journal_alike_value WHERE block = ?3 AND card = ?1))";
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state <> 'open' {} ORDER BY id DESC LIMIT ?2",
        if card.is_some() { of_card } else { "AND ?1 IS NULL AND ?3 IS NULL" }
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![card.map(|card| card.0), limit, card.map(alike::block_of)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(entry_of(row)?);
    }
    Ok(found)
}
