//! Taking cards out.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;

use super::csv::write::CardTable;
use super::error::Result;
use super::json::card::{History, card_json};
use super::progress::Watch;
use super::target::Target;
use super::{ics, markdown};
use crate::domain::card::Card;
use crate::domain::choice::{Choice, choices};
use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::store::{Lending, Store};

choices! {
    /// The form in which cards leave.
    pub enum Format {
        Csv = "csv", ["text table", "文本表格", "文字表格"];
        Ics = "ics", ["calendar of what is due", "到期事项日历", "到期事項行事曆"], ["ical", "calendar"];
        Markdown = "md", ["document to read", "阅读文档", "閱讀文件"], ["markdown"];
        Json = "json", ["JSON lines", "JSON 行", "JSON 行"], ["jsonl"];
    }
}

/// What is to be taken out.
#[derive(Debug, Clone, Copy)]
pub struct Export<'cards> {
    /// The cards, in order.
    pub cards: &'cards [CardId],
    /// The form.
    pub format: Format,
    /// The day for which derived values are given.
    pub day: NaiveDate,
    /// The policies they are derived with.
    pub policies: &'cards Policies,
    /// In which terms are named where a person reads them.
    pub language: Language,
}

/// To whom cards go, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Occasion {
    /// To whom; empty when not said.
    pub whom: String,
    /// What for; empty when not said.
    pub purpose: String,
    /// The query that chose the cards, as typed; empty when they were chosen by hand.
    pub query: String,
}

/// How much was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// How many cards.
    pub cards: u64,
    /// How many entries of a calendar; `None` for all other forms.
    pub entries: Option<u64>,
}

impl Export<'_> {
    /// Writes a file, or standard output, and notes in the card file that cards left it. `None` when the watcher
    /// said stop: then there is no file.
    ///
    /// # Errors
    /// A card file at the path, those of the system, those of the card file.
    pub fn take_out(
        &self,
        store: &mut Store,
        path: &Path,
        occasion: Occasion,
        watch: &dyn Watch,
    ) -> Result<Option<Exported>> {
        let mut target = Target::open(path, store.path())?;
        let exported = self.write(store, &mut target, watch)?;
        if watch.cancelled() {
            return Ok(None);
        }
        target.finish()?;
        let Occasion { whom, purpose, query } = occasion;
        store.record_lending(&Lending {
            day: self.day,
            whom,
            purpose,
            query,
            format: self.format.code().to_owned(),
            count: exported.cards,
        })?;
        Ok(Some(exported))
    }

    /// Writes the cards and gives their number, and that of the entries in them; cards that are gone are passed
    /// over. Ends early, with the number written so far, when the watcher says stop.
    pub fn write(&self, store: &Store, mut out: impl Write, watch: &dyn Watch) -> Result<Exported> {
        let mut count = 0;
        let mut entries = None;
        let mut each = |write: &mut dyn FnMut(&Card) -> Result<()>| -> Result<()> {
            for id in self.cards {
                if watch.cancelled() {
                    break;
                }
                if let Some(card) = store.card(*id)? {
                    write(&card)?;
                    count += 1;
                    watch.count(count);
                }
            }
            Ok(())
        };
        match self.format {
            Format::Csv => {
                let mut table = CardTable::new(&mut out, store.own_fields()?)?;
                let mut names = Names::default();
                each(&mut |card| table.write(card, |other| names.name(store, other)))?;
                table.finish()?;
            }
            Format::Ics => {
                let mut events = 0;
                ics::begin(&mut out)?;
                each(&mut |card| {
                    let standing = store.standing(card, self.day);
                    events += ics::events(&mut out, card, &standing, self.day, self.language)?;
                    Ok(())
                })?;
                ics::end(&mut out)?;
                entries = Some(events);
            }
            Format::Markdown => {
                let own_fields = store.own_fields()?;
                each(&mut |card| {
                    let standing = store.standing(card, self.day);
                    let names = store.names_on(card)?;
                    let named = |other: CardId| names.get(&other).cloned();
                    Ok(markdown::card(&mut out, card, &standing, &own_fields, self.language, named)?)
                })?;
            }
            Format::Json => each(&mut |card| {
                let standing = store.standing(card, self.day);
                let object = card_json(card, &standing, self.day, self.policies, History::With);
                serde_json::to_writer(&mut out, &object).map_err(std::io::Error::from)?;
                Ok(out.write_all(b"\n")?)
            })?,
        }
        out.flush()?;
        Ok(Exported { cards: count, entries })
    }
}

/// Codes or names of cards that others name, each looked up once.
#[derive(Debug, Default)]
struct Names(HashMap<CardId, String>);

impl Names {
    fn name(&mut self, store: &Store, id: CardId) -> Result<String> {
        let name = match self.0.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(match store.card(id)? {
                Some(card) if card.code.is_empty() => card.name,
                Some(card) => card.code,
                None => String::new(),
            }),
        };
        Ok(name.clone())
    }
}
