//! What is wrong with a file brought in or taken out, in words.

use super::{Exit, Message, store, system};
use crate::exchange::csv::RejectReason;
use crate::exchange::error::ExchangeError;
use crate::exchange::foreign::Foreign;
use crate::lang::Words;

pub(super) fn describe(error: &ExchangeError, words: &Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        ExchangeError::Missing(path) => failed(words.error_missing_file(&path.display())),
        ExchangeError::CardFile(path) => {
            failed(words.error_would_overwrite_cards(&path.display())).hint(words.hint_other_path())
        }
        ExchangeError::ReadAndWritten(path) => {
            failed(words.error_read_and_written(&path.display())).hint(words.hint_other_path())
        }
        ExchangeError::Directory(path) => failed(words.error_directory(&path.display())),
        ExchangeError::Empty => failed(words.error_empty_file()),
        ExchangeError::NoTable(holds) => no_table(*holds, words),
        ExchangeError::HeaderOnly => failed(words.error_header_only()),
        ExchangeError::BadHeader(reason) => failed(words.error_bad_header(&reject_reason(reason, words))),
        ExchangeError::UnknownEncoding(name) => {
            wrong(words.error_encoding(name)).hint(words.hint_encodings())
        }
        ExchangeError::NoNameColumn(headers) => {
            failed(words.error_no_name_column(&headers.join(", "))).hint(words.hint_map_name())
        }
        ExchangeError::NoSuchColumn { column, nearest } => {
            let message = failed(words.error_no_such_column(column));
            match nearest {
                Some(nearest) => message.hint(words.hint_did_you_mean(nearest)),
                None => message,
            }
        }
        ExchangeError::NoSuchField { field, nearest } => {
            wrong(words.error_unknown_field(field)).hint(words.hint_map_own(nearest, field))
        }
        ExchangeError::BadMapping(item) => wrong(words.error_bad_mapping(item)).hint(words.hint_map_name()),
        ExchangeError::Cancelled => failed(words.error_cancelled()),
        ExchangeError::Samples(reason) => failed(words.error_samples(reason)),
        ExchangeError::Store(error) => store::describe(error, words),
        ExchangeError::Io(reason) => failed(words.error_input(&system::reason(reason, words))),
    }
}

/// A file that is no table: what it is, and how to come by a table.
fn no_table(holds: Foreign, words: &Words) -> Message {
    let (what, hint) = match holds {
        Foreign::Spreadsheet => (words.holds_spreadsheet(), words.hint_save_as_table()),
        Foreign::ContactCards => (words.holds_contact_cards(), words.hint_export_as_table()),
        Foreign::Calendar => (words.holds_calendar(), words.hint_export_as_table()),
        Foreign::Json => (words.holds_json(), words.hint_export_as_table()),
        Foreign::Database => (words.holds_database(), words.hint_open_card_file()),
        Foreign::WebPage => (words.holds_web_page(), words.hint_save_as_table()),
    };
    Message::new(Exit::Failed, words.error_no_table(&what)).hint(hint)
}

/// Why a row was not brought in.
pub fn reject_reason(reason: &RejectReason, words: &Words) -> String {
    match reason {
        RejectReason::CellCount { expected, found } => words.reject_cell_count(found, expected),
        RejectReason::UnclosedQuote => words.reject_unclosed_quote(),
        RejectReason::ZeroByte => words.reject_zero_byte(),
        RejectReason::NoName => words.reject_no_name(),
        RejectReason::DamagedPhone(number) => words.reject_damaged_phone(number),
        RejectReason::BadValue { field, value } => words.error_wrong_value(field, value),
        RejectReason::Refused(reason) => reason.clone(),
        RejectReason::CodeTaken(code) => words.reject_code_taken(code),
        RejectReason::BeingImported(name) => words.error_being_imported(name),
    }
}
