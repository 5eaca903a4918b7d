//! Tables that are kept as text, one row a line by rising key: a row is found without reading the table first.

use std::cmp::Ordering;

/// The row whose key is the one that is looked for, as `compared` says of a row.
pub fn row_in(table: &'static str, compared: impl Fn(&str) -> Ordering) -> Option<&'static str> {
    let (mut low, mut high) = (0, table.len());
    while low < high {
        // The line in which the middle stands.
        let middle = table.floor_char_boundary(low + (high - low) / 2);
        let start = table[..middle].rfind('\n').map_or(0, |end| end + 1);
        let end = table[middle..].find('\n').map_or(table.len(), |length| middle + length);
        let line = &table[start..end];
        match compared(line) {
            Ordering::Equal => return Some(line),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    None
}
