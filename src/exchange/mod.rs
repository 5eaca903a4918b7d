//! Files in and out: one file per format, encodings, the mapping of columns to fields.

pub mod cell;
pub mod csv;
pub mod day;
pub mod day_plan;
pub mod details;
pub mod encoding;
pub mod error;
pub mod export;
pub mod fingerprint;
pub mod foreign;
pub mod headers;
pub mod ics;
pub mod import;
mod introducers;
pub mod json;
pub mod list_file;
pub mod mapping;
pub mod markdown;
pub mod people;
pub mod places;
pub mod progress;
pub mod reaches;
pub mod rejects;
pub mod report;
pub mod row;
pub mod samples;
pub mod script;
pub mod source;
pub mod target;
#[cfg(test)]
mod tests;
pub mod typed_path;
