//! Bringing cards in: one thread reads and maps, the other stores, in pieces, under one entry of the journal.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::csv::cells::Cells;
use super::csv::rows::{Reading, Row, Rows};
use super::csv::{Reject, RejectReason};
use super::error::{ExchangeError, Result};
use super::introducers::Introducers;
use super::mapping::Mapping;
use super::progress::Watch;
use super::report::ImportReport;
use super::row::RowCard;
use crate::domain::draft::NewCard;
use crate::domain::field::OwnField;
use crate::store::{
    IMPORT_PIECE, ImportId, ImportRow, OnDuplicate, Preparer, Ready, RowOutcome, Store, StoreError,
};

/// Pieces that may be read ahead of the one being stored.
const PIECES_AHEAD: usize = 2;

/// About as many bytes has the row of a usual list.
const BYTES_OF_A_ROW: u64 = 128;

/// How many rows a dry run shows.
const DRY_RUN_ROWS: usize = 10;

/// What is told of every reject, with the mapping of the file it came from.
pub type OnReject<'caller> = dyn FnMut(&Mapping, &Reject) -> Result<()> + 'caller;

/// How rows are brought in.
#[derive(Debug, Clone)]
pub struct Import {
    /// The name of the import in the journal: the file's.
    pub subject: String,
    /// How the table is read.
    pub reading: Reading,
    /// What happens to a row whose card is already there.
    pub on_duplicate: OnDuplicate,
}

/// What an import would do.
#[derive(Debug, Clone)]
pub struct DryRun {
    /// What was read; nothing is added, updated or skipped.
    pub report: ImportReport,
    /// The first rows as cards.
    pub cards: Vec<RowCard>,
}

/// One piece of the file on its way from the reading thread to the storing one.
struct Piece {
    rows: Vec<std::result::Result<ReadyRow, Reject>>,
    consumed: u64,
}

/// A stored piece: what is kept of its rows for telling what became of them, and the rows.
type Spent = (Vec<Kept>, Vec<Ready>);

/// The line of a row, its cells, and the introducer that was not found.
type Kept = (u64, Cells, String);

/// A row on the same way.
struct ReadyRow {
    line: u64,
    cells: Cells,
    introducer: String,
    ready: Ready,
}

impl Import {
    /// Brings a table in. When it fails or is stopped, everything is taken back.
    ///
    /// # Errors
    /// Those of the file, [`ExchangeError::Cancelled`] when the watcher stopped it, those of the card file.
    pub fn run(
        &self,
        store: &mut Store,
        bytes: impl Read + Send,
        length: Option<u64>,
        watch: &dyn Watch,
        on_reject: &mut OnReject<'_>,
    ) -> Result<ImportReport> {
        let rows = Rows::open(bytes, &self.reading)?;
        let mapping = rows.mapping().clone();
        let report = blank_report(&rows);
        let import = store.begin_import(&self.subject)?;
        let stored = thread::scope(|scope| {
            store.set_indexes_aside(length.unwrap_or_default() / BYTES_OF_A_ROW)?;
            let preparer = store.preparer(import)?;
            let (spent, to_drop) = channel();
            let at_once = store.rows_at_once()?;
            let reading = ReadingAhead { rows, preparer, on_duplicate: self.on_duplicate, at_once, to_drop };
            let (sender, pieces) = sync_channel(PIECES_AHEAD);
            scope.spawn(move || reading.run(&sender));
            let mut storing = Storing {
                store: &mut *store,
                import,
                mapping: &mapping,
                new_fields: BTreeSet::new(),
                report,
                introducers: Introducers::default(),
                spent,
                on_reject,
            };
            storing.all(&pieces, length, watch).map(|()| storing.report)
        });
        match stored {
            Ok(mut report) => {
                report.journal = store.finish_import(import)?;
                Ok(report)
            }
            Err(error) => {
                store.cancel_import(import)?;
                Err(error)
            }
        }
    }

    /// Reads a table and shows what its first rows would become; writes nothing.
    pub fn dry_run(
        &self,
        bytes: impl Read,
        watch: &dyn Watch,
        on_reject: &mut OnReject<'_>,
    ) -> Result<DryRun> {
        let mut rows = Rows::open(bytes, &self.reading)?;
        let mut report = blank_report(&rows);
        let mut cards = Vec::new();
        while let Some(row) = rows.next_row()? {
            report.read += 1;
            match row {
                Ok(row) if cards.len() < DRY_RUN_ROWS => cards.push(row.card),
                Ok(_) => {}
                Err(reject) => {
                    report.rejected += 1;
                    on_reject(rows.mapping(), &reject)?;
                }
            }
            watch.count(report.read);
            if watch.cancelled() {
                return Err(ExchangeError::Cancelled);
            }
        }
        Ok(DryRun { report, cards })
    }
}

fn blank_report<R: Read>(rows: &Rows<R>) -> ImportReport {
    ImportReport {
        read: 0,
        added: 0,
        updated: 0,
        skipped: 0,
        rejected: 0,
        encoding: rows.charset().name(),
        delimiter: rows.delimiter(),
        mapping: rows.mapping().described(),
        own_fields: rows.mapping().new_fields.iter().map(|field| field.name.clone()).collect(),
        journal: None,
    }
}

/// The reading thread.
struct ReadingAhead<R> {
    rows: Rows<R>,
    preparer: Preparer,
    on_duplicate: OnDuplicate,
    /// Rows of a piece.
    at_once: usize,
    /// Rows that were stored.
    to_drop: Receiver<Spent>,
}

impl<R: Read> ReadingAhead<R> {
    /// Reads pieces until the end, an error, or nobody takes them any more.
    fn run(mut self, sender: &SyncSender<Result<Piece>>) {
        loop {
            let piece = self.piece();
            self.to_drop.try_iter().for_each(drop);
            let last = !matches!(&piece, Ok(piece) if !piece.rows.is_empty());
            if sender.send(piece).is_err() || last {
                return;
            }
        }
    }

    fn piece(&mut self) -> Result<Piece> {
        let mut piece = Piece { rows: Vec::with_capacity(self.at_once), consumed: 0 };
        while piece.rows.len() < self.at_once {
            let Some(row) = self.rows.next_row()? else { break };
            piece.rows.push(match row {
                Ok(row) => Ok(self.ready(row)?),
                Err(reject) => Err(reject),
            });
        }
        piece.consumed = self.rows.consumed();
        Ok(piece)
    }

    fn ready(&mut self, row: Row) -> Result<ReadyRow> {
        let Row { line, cells, fingerprint, card: RowCard { card, named, introducer } } = row;
        let on_duplicate = self.on_duplicate;
        let mut ready =
            self.preparer.ready(ImportRow { card, named, fingerprint: fingerprint.bytes(), on_duplicate })?;
        if !introducer.is_empty() {
            self.preparer.expect_again(&mut ready);
        }
        Ok(ReadyRow { line, cells, introducer, ready })
    }
}

/// An import under way, as the storing thread sees it.
struct Storing<'run, 'caller> {
    store: &'run mut Store,
    import: ImportId,
    mapping: &'run Mapping,
    /// Keys of own fields made by this import: a column without any value makes none.
    new_fields: BTreeSet<String>,
    report: ImportReport,
    introducers: Introducers,
    /// Back to the reading thread, which made them: it drops them faster, and has the time.
    spent: Sender<Spent>,
    on_reject: &'run mut OnReject<'caller>,
}

impl Storing<'_, '_> {
    fn all(
        &mut self,
        pieces: &Receiver<Result<Piece>>,
        length: Option<u64>,
        watch: &dyn Watch,
    ) -> Result<()> {
        for piece in pieces {
            if watch.cancelled() {
                return Err(ExchangeError::Cancelled);
            }
            let piece = piece?;
            self.piece(piece.rows)?;
            watch.count(self.report.read);
            watch.bytes(piece.consumed, length);
        }
        let late = self.introducers.late_rows(self.store)?;
        let mut preparer = self.store.preparer(self.import)?;
        for rows in late.chunks(IMPORT_PIECE) {
            let mut rows = rows
                .iter()
                .map(|row| preparer.ready(row.clone()))
                .collect::<std::result::Result<Vec<_>, _>>()?;
            self.store.import_piece(self.import, &mut rows)?;
        }
        Ok(())
    }

    fn piece(&mut self, rows: Vec<std::result::Result<ReadyRow, Reject>>) -> Result<()> {
        let mut kept = Vec::with_capacity(rows.len());
        let mut drafts = Vec::with_capacity(rows.len());
        for row in rows {
            self.report.read += 1;
            match row {
                Err(reject) => self.reject(&reject)?,
                Ok(ReadyRow { line, cells, mut introducer, mut ready }) => {
                    self.make_fields(&ready.row().card)?;
                    if let Some(card) = self.introducers.resolve(self.store, &introducer)? {
                        ready.introduce(card);
                        introducer.clear();
                    }
                    drafts.push(ready);
                    kept.push((line, cells, introducer));
                }
            }
        }
        let outcomes = self.store.import_piece(self.import, &mut drafts)?;
        for (((line, cells, unknown), draft), outcome) in kept.iter_mut().zip(&drafts).zip(outcomes) {
            match outcome {
                RowOutcome::Added(_) => {
                    self.report.added += 1;
                    self.introducers.made(draft.row(), std::mem::take(unknown));
                }
                RowOutcome::Updated(_) => {
                    self.report.updated += 1;
                    self.introducers.made(draft.row(), std::mem::take(unknown));
                }
                RowOutcome::Skipped(_) => self.report.skipped += 1,
                RowOutcome::Refused(error) => {
                    let cells = cells.to_vec();
                    self.reject(&Reject { line: *line, reason: reason_of(error), cells })?;
                }
            }
        }
        // When the reading thread is done, nobody takes them, and they are dropped here.
        drop(self.spent.send((kept, drafts)));
        Ok(())
    }

    fn reject(&mut self, reject: &Reject) -> Result<()> {
        self.report.rejected += 1;
        (self.on_reject)(self.mapping, reject)
    }

    fn make_fields(&mut self, card: &NewCard) -> Result<()> {
        for (key, _) in &card.values {
            let new = self.mapping.new_fields.iter().find(|field| field.key == *key);
            if let Some(OwnField { key, name, .. }) = new
                && !self.new_fields.contains(key)
            {
                self.store.import_own_field(self.import, key, name)?;
                self.new_fields.insert(key.clone());
            }
        }
        Ok(())
    }
}

fn reason_of(error: StoreError) -> RejectReason {
    match error {
        StoreError::CodeTaken { code, .. } => RejectReason::CodeTaken(code),
        StoreError::BadValue { field, value } => RejectReason::BadValue { field, value },
        StoreError::EmptyName => RejectReason::NoName,
        other => RejectReason::Refused(other.to_string()),
    }
}
