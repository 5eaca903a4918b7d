//! What the system refuses, in words: its own are English.

use std::io::{Error, ErrorKind};

use crate::lang::Words;

/// Why the system refused.
pub(in crate::lang) fn reason(error: &Error, words: &Words) -> String {
    match error.kind() {
        ErrorKind::NotFound => words.system_not_found(),
        ErrorKind::PermissionDenied => words.system_not_allowed(),
        ErrorKind::AlreadyExists => words.system_is_there(),
        ErrorKind::IsADirectory => words.system_is_a_folder(),
        ErrorKind::NotADirectory => words.system_is_no_folder(),
        ErrorKind::StorageFull => words.system_is_full(),
        ErrorKind::ReadOnlyFilesystem => words.system_only_reads(),
        ErrorKind::InvalidData => words.system_is_no_text(),
        // What is seldom is told as the system tells it.
        _ => error.to_string(),
    }
}
