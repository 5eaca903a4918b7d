//! Several values in one cell: how they are written so that nothing is lost, and read as people write them.
//!
//! Entries are joined by ` ::: ` (as Google does), the parts of one entry by `;`, and a `\` takes the
//! meaning from the character behind it.

/// What stands between two entries of a cell.
pub const ENTRY_JOINT: &str = " ::: ";

/// Characters that a `\` may stand before.
const ESCAPED: &[char] = &['\\', ';', '；', ',', '，', '、', ':', '\n'];

/// Text in which no character has a meaning of its own any more.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if ESCAPED.contains(&character) {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

/// The text behind [`escaped`]. A `\` before any other character is that character's neighbour and stays.
pub fn unescaped(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match characters.peek() {
            Some(next) if character == '\\' && ESCAPED.contains(next) => {
                plain.push(*next);
                characters.next();
            }
            _ => plain.push(character),
        }
    }
    plain
}

/// The entries of a cell; empty ones are left out.
pub fn entries(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(ENTRY_JOINT).map(str::trim).filter(|entry| !entry.is_empty())
}

/// Cuts at every separator that no `\` stands before; the parts keep their `\`, empty ones are left out.
pub fn parts(text: &str, is_separator: impl Fn(char) -> bool) -> Vec<&str> {
    if !text.contains(&is_separator) {
        return Some(text.trim()).filter(|part| !part.is_empty()).into_iter().collect();
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut taken = false;
    for (at, character) in text.char_indices() {
        if !taken && is_separator(character) {
            parts.push(&text[start..at]);
            start = at + character.len_utf8();
        }
        taken = !taken && character == '\\';
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts.iter().map(|part| part.trim()).collect()
}

/// Free words of a cell, however they are separated: ` ::: `, line ends, semicolons, commas.
pub fn words(cell: &str) -> Vec<String> {
    let is_separator = |character| matches!(character, ';' | '；' | ',' | '，' | '、' | '\n');
    entries(cell).flat_map(|entry| parts(entry, is_separator)).map(unescaped).collect()
}

/// A cell that a spreadsheet would run as a formula gets a `'` in front, which spreadsheets take for "text".
///
/// A cell that already has one is given another, so that [`unguarded`] always finds the way back. A plain number with
/// its sign, as of a phone, is no formula and stays as it is.
pub fn guarded(cell: &str) -> String {
    if is_formula(cell) && !is_signed_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before [`guarded`].
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A sign before a digit, and no other letter or sign behind it that something could be reckoned with.
fn is_signed_number(cell: &str) -> bool {
    cell.strip_prefix(['+', '-']).is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_digit())
            && rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_told_apart_as_people_write_them() {
        for (cell, expected) in [
            ("vip", vec!["vip"]),
            ("老客户、重点；展会", vec!["老客户", "重点", "展会"]),
            ("a, b;c\nd", vec!["a", "b", "c", "d"]),
            ("Friends ::: Family", vec!["Friends", "Family"]),
            (r"one\, two; C:\dir", vec!["one, two", r"C:\dir"]),
            (" ; ", vec![]),
        ] {
            assert_eq!(words(cell), expected, "{cell}");
        }
    }

    #[test]
    fn no_cell_is_run_by_a_spreadsheet() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+86 138", "+86 138"),
            ("-5.20", "-5.20"),
            ("'+86 138", "''+86 138"),
            ("+86-138", "'+86-138"),
            ("-5+cmd", "'-5+cmd"),
            ("+", "'+"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("'=x", "''=x"),
            ("'tis", "'tis"),
            ("plain", "plain"),
        ] {
            assert_eq!(guarded(cell), written);
            assert_eq!(unguarded(written), cell);
        }
        assert_eq!(unguarded("'+86 138"), "+86 138", "written by an earlier version");
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(text in "[-'=+1a\\\\;,:、 \n海]{0,8}") {
            prop_assert_eq!(unescaped(&escaped(&text)), text.clone());
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), text.as_str());
            let is_number = |rest: &str| rest.bytes().all(|byte| matches!(byte, b'1' | b' '));
            prop_assert!(!written.starts_with(['=', '@']));
            prop_assert!(!written.starts_with(['+', '-']) || is_number(&written[1..]));
        }

        #[test]
        fn joined_words_come_apart_again(list in proptest::collection::vec("[a\\\\;,:、海]{1,5}", 0..4)) {
            let cell = list.iter().map(|word| escaped(word)).collect::<Vec<_>>().join(ENTRY_JOINT);
            prop_assert_eq!(words(&cell), list);
        }
    }
}
