//! What was done, told to people: an entry of the journal, an export.

use std::path::Path;

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::exchange::export::Exported;
use crate::store::JournalEntry;

/// What an entry did and to what: `added 海虹`, `imported list.csv (40 cards)`.
/// The subject comes from outside and is not made safe for a terminal.
pub fn named(entry: &JournalEntry, words: &Words, language: Language) -> String {
    let act = entry.act.name(language);
    if entry.card.is_some() || entry.count == 0 {
        words.journal_entry(&act, &entry.subject)
    } else {
        words.journal_entry_of_many(&entry.count, &act, &entry.subject)
    }
}

/// How much was written to a file: cards, or what of them stands in a calendar.
pub fn exported(exported: Exported, path: &Path, words: &Words) -> String {
    match exported.entries {
        Some(entries) => words.done_exported_entries(&entries, &path.display()),
        None => words.done_exported(&exported.cards, &path.display()),
    }
}
