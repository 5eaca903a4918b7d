//! Files in and out: one file per format, encodings, the mapping of columns to fields.

pub mod csv;
pub mod encoding;
pub mod error;
pub mod source;
