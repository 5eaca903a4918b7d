//! Bringing cards in: one thread reads and maps, the other stores, in pieces, under one entry of the journal.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::csv::cells::Cells;
use super::csv::rows::{Reading, Row, Rows};
use super::csv::{Reject, RejectReason};
use super::error::{ExchangeError, Result};
use super::introducers::{Introducers, introduced_late};
use super::mapping::Mapping;
use super::progress::Watch;
use super::report::ImportReport;
use super::row::RowCard;
use crate::domain::field::OwnField;
use crate::domain::field::warning::Warning;
use crate::domain::id::CardId;
use crate::domain::position::Position;
use crate::store::{
    IMPORT_PIECE, ImportRow, OnDuplicate, OpenEntry, Preparer, Ready, RowOutcome, Store, StoreError,
};

/// Pieces that may be read ahead of the one being stored.
const PIECES_AHEAD: usize = 2;

/// Rows of the first piece, which the storing thread waits for.
const FIRST_PIECE: usize = IMPORT_PIECE / 4;

/// About as many bytes has the row of a usual list.
const BYTES_OF_A_ROW: u64 = 128;

/// How many rows a dry run shows.
const DRY_RUN_ROWS: usize = 10;

/// How many rows are tried at once: the card file is held that long.
const TRIED_AT_ONCE: usize = 250;

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
    /// What would become of the rows.
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

/// What is kept of a row that is being stored, for telling what became of it.
struct Kept {
    line: u64,
    cells: Cells,
    /// The introducer that was not found.
    introducer: String,
    /// The position it names.
    position: Option<Position>,
    /// The position it has as a new card.
    starts: Position,
    /// What is odd in it.
    odd: Vec<(Warning, String)>,
}

/// A row on the same way.
struct ReadyRow {
    kept: Kept,
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
            let (spent, returned) = channel();
            let (at_once, at_most) = (FIRST_PIECE, store.rows_at_once()?);
            let on_duplicate = self.on_duplicate;
            let reading = ReadingAhead { rows, preparer, on_duplicate, at_once, at_most, spent: returned };
            let (sender, pieces) = sync_channel(PIECES_AHEAD);
            scope.spawn(move || reading.run(&sender));
            let mut storing = Storing {
                store: &mut *store,
                import,
                mapping: &mapping,
                on_duplicate: self.on_duplicate,
                fields: mapping.own_fields(),
                new_fields: BTreeSet::new(),
                report,
                introducers: Introducers::default(),
                skipped: BTreeSet::new(),
                spent,
                on_reject,
            };
            storing.all(&pieces, length, watch).map(|()| {
                let own_fields = mapping.named(&storing.new_fields);
                ImportReport { own_fields, ..storing.report }
            })
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

    /// Reads a table, shows what its first rows would become, and counts what would become of all; writes
    /// nothing. The store is the one it would be brought into.
    pub fn dry_run(
        &self,
        store: &mut Store,
        bytes: impl Read,
        watch: &dyn Watch,
        on_reject: &mut OnReject<'_>,
    ) -> Result<DryRun> {
        let mut rows = Rows::open(bytes, &self.reading)?;
        let mapping = rows.mapping().clone();
        let mut report = blank_report(&rows);
        let mut cards = Vec::new();
        let mut trial = store.begin_trial()?;
        let mut preparer = store.trial_preparer(&trial)?;
        let mut introducers = Introducers::default();
        let (fields, mut new_fields) = (mapping.own_fields(), BTreeSet::new());
        loop {
            let (mut kept, mut drafts) = (Vec::new(), Vec::new());
            while drafts.len() < TRIED_AT_ONCE {
                let Some(row) = rows.next_row()? else { break };
                report.read += 1;
                match row {
                    Ok(row) => {
                        if cards.len() < DRY_RUN_ROWS {
                            cards.push(row.card.clone());
                        }
                        let ReadyRow { kept: mut row, mut ready } =
                            ready_row(row, self.on_duplicate, &mut preparer)?;
                        if let Some(card) = introducers.resolve(store, &row.introducer)? {
                            ready.introduce(card);
                            row.introducer.clear();
                        }
                        kept.push(row);
                        drafts.push(ready);
                    }
                    Err(reject) => {
                        report.rejected += 1;
                        on_reject(&mapping, &reject)?;
                    }
                }
            }
            let is_last = drafts.len() < TRIED_AT_ONCE;
            let (tried, outcomes) = store.try_rows(trial, &fields, &mut drafts)?;
            trial = tried;
            for ((mut kept, draft), outcome) in kept.into_iter().zip(&drafts).zip(outcomes) {
                keep_fields(draft, &outcome, &mut new_fields);
                let outcome = introduced_late(store, &kept.introducer, self.on_duplicate, outcome)?;
                report.count(&outcome, &mut kept);
                report.compare_position(store, &kept, self.on_duplicate, &outcome)?;
                if let RowOutcome::Refused(error) = outcome {
                    let cells = kept.cells.to_vec();
                    on_reject(&mapping, &Reject { line: kept.line, reason: reason_of(error), cells })?;
                }
            }
            watch.count(report.read);
            if watch.cancelled() {
                return Err(ExchangeError::Cancelled);
            }
            if is_last {
                report.own_fields = mapping.named(&new_fields);
                return Ok(DryRun { report, cards });
            }
        }
    }
}

impl ImportReport {
    fn count(&mut self, outcome: &RowOutcome, kept: &mut Kept) {
        if let RowOutcome::Added(_) | RowOutcome::Updated(_) = outcome {
            self.note_odd(kept.line, std::mem::take(&mut kept.odd));
        }
        match outcome {
            RowOutcome::Added(_) => {
                self.added += 1;
                self.drift += u64::from(kept.starts == Position::Drift);
            }
            RowOutcome::Updated(_) => self.updated += 1,
            RowOutcome::Skipped(_) => self.skipped += 1,
            RowOutcome::Refused(_) => self.rejected += 1,
        }
    }

    /// Counts a row that names another position than its card has: a position changes by moves only, which
    /// record why.
    fn compare_position(
        &mut self,
        store: &Store,
        kept: &Kept,
        on_duplicate: OnDuplicate,
        outcome: &RowOutcome,
    ) -> Result<()> {
        let card = match outcome {
            RowOutcome::Updated(card) => *card,
            RowOutcome::Skipped(twin) => twin.card,
            RowOutcome::Added(_) | RowOutcome::Refused(_) => return Ok(()),
        };
        if let (Some(position), OnDuplicate::Update) = (kept.position, on_duplicate)
            && store.position(card)?.is_some_and(|present| present != position)
        {
            self.positions_left += 1;
        }
        Ok(())
    }
}

/// Keeps the keys of the own fields of a row that made or changed a card: per row only such as are not known yet.
fn keep_fields(row: &Ready, outcome: &RowOutcome, keys: &mut BTreeSet<String>) {
    if let RowOutcome::Added(_) | RowOutcome::Updated(_) = outcome {
        let new = row.own_fields().iter().filter(|key| !keys.contains(*key)).cloned();
        keys.extend(new.collect::<Vec<_>>());
    }
}

/// A row with all worked out that needs no card file.
fn ready_row(row: Row, on_duplicate: OnDuplicate, preparer: &mut Preparer) -> Result<ReadyRow> {
    let Row { line, cells, fingerprint, card: RowCard { card, named, introducer, position, odd } } = row;
    let starts = card.position;
    let ready = preparer.ready(ImportRow { card, named, fingerprint: fingerprint.bytes(), on_duplicate })?;
    Ok(ReadyRow { kept: Kept { line, cells, introducer, position, starts, odd }, ready })
}

fn blank_report<R: Read>(rows: &Rows<R>) -> ImportReport {
    ImportReport {
        read: 0,
        added: 0,
        updated: 0,
        skipped: 0,
        rejected: 0,
        positions_left: 0,
        drift: 0,
        odd: Vec::new(),
        encoding: rows.charset().name(),
        delimiter: rows.delimiter(),
        mapping: rows.mapping().described(),
        own_fields: Vec::new(),
        journal: None,
    }
}

/// The reading thread.
struct ReadingAhead<R> {
    rows: Rows<R>,
    preparer: Preparer,
    on_duplicate: OnDuplicate,
    /// Rows of the next piece.
    at_once: usize,
    /// Rows of the largest piece.
    at_most: usize,
    /// Rows that were stored.
    spent: Receiver<Spent>,
}

impl<R: Read> ReadingAhead<R> {
    /// Reads pieces until the end, an error, or nobody takes them any more.
    fn run(mut self, sender: &SyncSender<Result<Piece>>) {
        loop {
            let piece = self.piece();
            self.reuse_spent();
            let last = !matches!(&piece, Ok(piece) if !piece.rows.is_empty());
            if sender.send(piece).is_err() || last {
                return;
            }
        }
    }

    /// Takes the memory of rows that were stored for the next ones.
    fn reuse_spent(&mut self) {
        for (kept, rows) in self.spent.try_iter() {
            kept.into_iter().for_each(|kept| self.rows.reuse(kept.cells));
            rows.into_iter().for_each(|ready| self.preparer.reuse(ready));
        }
    }

    fn piece(&mut self) -> Result<Piece> {
        let mut piece = Piece { rows: Vec::with_capacity(self.at_once), consumed: 0 };
        while piece.rows.len() < self.at_once {
            let Some(row) = self.rows.next_row()? else { break };
            piece.rows.push(match row {
                Ok(row) => Ok(ready_row(row, self.on_duplicate, &mut self.preparer)?),
                Err(reject) => Err(reject),
            });
        }
        piece.consumed = self.rows.consumed();
        self.at_once = (2 * self.at_once).min(self.at_most);
        Ok(piece)
    }
}

/// An import under way, as the storing thread sees it.
struct Storing<'run, 'caller> {
    store: &'run mut Store,
    import: OpenEntry,
    mapping: &'run Mapping,
    on_duplicate: OnDuplicate,
    /// The user's own fields that the columns name.
    fields: Vec<OwnField>,
    /// Keys of those that cards got values of: a column without any value makes none.
    new_fields: BTreeSet<String>,
    report: ImportReport,
    introducers: Introducers,
    /// Cards of skipped rows whose introducer is not there yet: who he is may update them.
    skipped: BTreeSet<CardId>,
    /// Back to the reading thread, which has use for their memory.
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
            self.piece(piece.rows, watch)?;
            watch.count(self.report.read);
            watch.bytes(piece.consumed, length);
        }
        self.introduce_late()
    }

    /// Links the cards whose introducers came after them.
    fn introduce_late(&mut self) -> Result<()> {
        let late = self.introducers.late(self.store)?;
        let changed = self.store.import_introductions(self.import, &late)?;
        for (introduction, _) in late.iter().zip(changed).filter(|(_, changed)| *changed) {
            if self.skipped.remove(&introduction.card) {
                self.report.skipped -= 1;
                self.report.updated += 1;
            }
        }
        Ok(())
    }

    fn piece(&mut self, rows: Vec<std::result::Result<ReadyRow, Reject>>, watch: &dyn Watch) -> Result<()> {
        let mut kept = Vec::with_capacity(rows.len());
        let mut drafts = Vec::with_capacity(rows.len());
        for row in rows {
            self.report.read += 1;
            match row {
                Err(reject) => self.reject(&reject)?,
                Ok(ReadyRow { kept: mut row, mut ready }) => {
                    if let Some(card) = self.introducers.resolve(self.store, &row.introducer)? {
                        ready.introduce(card);
                        row.introducer.clear();
                    }
                    drafts.push(ready);
                    kept.push(row);
                }
            }
        }
        let stop = || watch.cancelled();
        let outcomes = match self.store.import_piece(self.import, &self.fields, &mut drafts, &stop) {
            Err(StoreError::Stopped) => return Err(ExchangeError::Cancelled),
            outcomes => outcomes?,
        };
        for ((kept, draft), outcome) in kept.iter_mut().zip(&drafts).zip(outcomes) {
            self.report.count(&outcome, kept);
            keep_fields(draft, &outcome, &mut self.new_fields);
            self.report.compare_position(self.store, kept, self.on_duplicate, &outcome)?;
            let introducer = std::mem::take(&mut kept.introducer);
            match outcome {
                RowOutcome::Added(card) | RowOutcome::Updated(card) => {
                    self.introducers.wait(card, introducer);
                }
                RowOutcome::Skipped(twin) if self.on_duplicate == OnDuplicate::Update => {
                    if !introducer.is_empty() {
                        self.skipped.insert(twin.card);
                    }
                    self.introducers.wait(twin.card, introducer);
                }
                RowOutcome::Skipped(_) => {}
                RowOutcome::Refused(error) => {
                    let cells = kept.cells.to_vec();
                    let reject = Reject { line: kept.line, reason: reason_of(error), cells };
                    (self.on_reject)(self.mapping, &reject)?;
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
}

fn reason_of(error: StoreError) -> RejectReason {
    match error {
        StoreError::CodeTaken { code, .. } => RejectReason::CodeTaken(code),
        StoreError::BadValue { field, value } => RejectReason::BadValue { field, value },
        StoreError::EmptyName => RejectReason::NoName,
        StoreError::BeingImported(name) => RejectReason::BeingImported(name),
        other => RejectReason::Refused(other.to_string()),
    }
}
