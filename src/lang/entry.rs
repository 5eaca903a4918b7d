//! What was done, told to people: an entry of the journal, an export.

use std::path::Path;

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::field::{CardField, OwnField};
use crate::domain::language::Language;
use crate::domain::money::counted;
use crate::exchange::export::Exported;
use crate::store::{Act, JournalEntry, RecordKind, WrittenTo};

/// What an entry did and to what: `added 海虹`, `imported list.csv (40 cards)`.
/// `own` are the fields that the user of the file has added. Subject and their names come from outside and are not made
/// safe for a terminal.
pub fn named(entry: &JournalEntry, own: &[OwnField], words: &Words, language: Language) -> String {
    let act = entry.act.name(language);
    let count = counted(entry.count);
    let named = if entry.card.is_some() || entry.count == 0 {
        words.journal_entry(&act, &entry.subject)
    } else if entry.subject.is_empty() {
        words.journal_entry_of_cards(&count, &act)
    } else {
        words.journal_entry_of_many(&count, &act, &entry.subject)
    };
    let says_what = entry.card.is_some() && matches!(entry.act, Act::Edit | Act::Assert);
    let mut fields: Vec<String> = entry.wrote.iter().map(|to| written_to(to, own, words, language)).collect();
    if !says_what || fields.is_empty() {
        return named;
    }
    if fields.len() > MOST_FIELDS {
        fields.truncate(MOST_FIELDS);
        fields.push("…".to_owned());
    }
    words.journal_entry_fields(&named, &fields.join(&words.between_list()))
}

/// No more fields are named.
const MOST_FIELDS: usize = 3;

/// What was written to: a field by its name, a letter by itself.
fn written_to(to: &WrittenTo, own: &[OwnField], words: &Words, language: Language) -> String {
    let field = |key: &str| match CardField::with_key(key, own) {
        Some(field) => field.name(language).to_owned(),
        // One that is there no more.
        None => key.to_owned(),
    };
    match to {
        WrittenTo::Field(key) => field(key),
        WrittenTo::Next => words.column_next(),
        WrittenTo::Records(RecordKind::Phone) => field("phones"),
        WrittenTo::Records(RecordKind::Email) => field("emails"),
        WrittenTo::Records(RecordKind::Address) => field("addresses"),
        WrittenTo::Records(_) => words.field_person(),
        WrittenTo::Letter(letter) => letter.code().to_uppercase(),
    }
}

/// How much was written to a file: cards, or what of them stands in a calendar.
pub fn exported(exported: Exported, path: &Path, words: &Words) -> String {
    match exported.entries {
        Some(entries) => words.done_exported_entries(&entries, &path.display()),
        None => words.done_exported(&exported.cards, &path.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::JournalId;
    use crate::lang::words;
    use crate::store::Source;

    #[test]
    fn an_entry_of_many_cards_without_a_subject_tells_how_many() {
        for (language, expected) in [
            (Language::English, "binned 20,000 cards"),
            (Language::Simplified, "移入回收站（20,000 张卡）"),
            (Language::Traditional, "移入回收筒（20,000 張卡）"),
        ] {
            let entry = JournalEntry {
                id: JournalId(7),
                act: Act::Remove,
                subject: String::new(),
                card: None,
                count: 20_000,
                at: 0,
                source: Source::Screen,
                undone: false,
                wrote: Vec::new(),
            };
            assert_eq!(named(&entry, &[], words(language), language), expected);
        }
    }
}
