//! Files that are no text table, known by how they begin, so that a person is told what to save instead.

/// A file that holds something other than a text table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A workbook of a spreadsheet program: xlsx, ods, the older xls.
    Spreadsheet,
    /// Contact cards (vCard).
    ContactCards,
    /// Calendar entries (iCalendar).
    Calendar,
    /// JSON.
    Json,
    /// A database in one file, a card file among them.
    Database,
    /// A web page, also one that a program has named `.xls`.
    WebPage,
}

/// How each begins, in lower case. A zip is taken for a workbook: nobody packs a list otherwise.
const BEGINNINGS: [(&[u8], Foreign); 11] = [
    (b"pk\x03\x04", Foreign::Spreadsheet),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Spreadsheet),
    (b"begin:vcard", Foreign::ContactCards),
    (b"begin:vcalendar", Foreign::Calendar),
    (b"sqlite format 3\0", Foreign::Database),
    (b"<!doctype", Foreign::WebPage),
    (b"<html", Foreign::WebPage),
    (b"<table", Foreign::WebPage),
    (b"<?xml", Foreign::WebPage),
    (b"{\"", Foreign::Json),
    (b"[{", Foreign::Json),
];

/// The mark some programs put before text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Foreign {
    /// What a file holds that begins with these bytes; nothing where it may be a table.
    pub fn known_by(beginning: &[u8]) -> Option<Foreign> {
        let text = beginning.strip_prefix(BYTE_ORDER_MARK).unwrap_or(beginning).trim_ascii_start();
        let begins_with =
            |mark: &[u8]| text.get(..mark.len()).is_some_and(|bytes| bytes.to_ascii_lowercase() == mark);
        BEGINNINGS.iter().find(|(mark, _)| begins_with(mark)).map(|(_, holds)| *holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_known_by_its_beginning() {
        for (bytes, holds) in [
            (&b"PK\x03\x04\x14\0"[..], Some(Foreign::Spreadsheet)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Some(Foreign::Spreadsheet)),
            (b"\xef\xbb\xbfBEGIN:VCARD\r\nVERSION:3.0", Some(Foreign::ContactCards)),
            (b"begin:vcalendar\n", Some(Foreign::Calendar)),
            (b"SQLite format 3\0\x10", Some(Foreign::Database)),
            (b"\r\n <!DOCTYPE html>", Some(Foreign::WebPage)),
            (b"<html xmlns:x=", Some(Foreign::WebPage)),
            (b"{\"id\":1}", Some(Foreign::Json)),
            (b"[{\"id\":1}]", Some(Foreign::Json)),
            (b"name,phone\n", None),
            (b"{name},phone\n", None),
            (b"PK,name\n", None),
            (b"", None),
        ] {
            assert_eq!(Foreign::known_by(bytes), holds, "{bytes:?}");
        }
    }
}
