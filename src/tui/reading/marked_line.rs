//! What is typed into a line over marked cards: tags, the file of an export.

use std::path::PathBuf;

use crate::domain::choice::Choice;
use crate::domain::field_parse::LIST_SEPARATORS;
use crate::exchange::export::{Format, Occasion};

/// The tags a line puts on, and those it takes off: words, `-` before what goes.
pub(in crate::tui) fn tags_of(text: &str) -> (Vec<String>, Vec<String>) {
    let words = text.split(|letter: char| letter.is_whitespace() || LIST_SEPARATORS.contains(&letter));
    let (mut add, mut take) = (Vec::new(), Vec::new());
    for word in words {
        let (list, word) = match word.strip_prefix(['-', '－', '−']) {
            Some(gone) => (&mut take, gone),
            None => (&mut add, word),
        };
        let tag = word.trim_start_matches(['#', '+', '＃']);
        if !tag.is_empty() {
            list.push(tag.to_owned());
        }
    }
    (add, take)
}

/// An export as a line says it.
#[derive(Debug, PartialEq)]
pub(in crate::tui) struct Wanted {
    /// Where to.
    pub(in crate::tui) path: PathBuf,
    /// The form, by the end of the file's name.
    pub(in crate::tui) format: Format,
    /// To whom the cards go, and why.
    pub(in crate::tui) occasion: Occasion,
}

/// What stands between file, receiver and purpose.
const BETWEEN_PARTS: [char; 2] = [';', '；'];

/// Reads `FILE; WHOM; WHY`; nothing when there is no file, or none of a known form.
pub(in crate::tui) fn wanted_export(text: &str) -> Option<Wanted> {
    let mut parts = text.splitn(3, BETWEEN_PARTS).map(str::trim);
    let path = parts.next().filter(|path| !path.is_empty())?;
    let path = PathBuf::from(path);
    let format = Format::from_word(&path.extension()?.to_string_lossy())?;
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let occasion = Occasion { whom: part(), purpose: part(), query: String::new() };
    Some(Wanted { path, format, occasion })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_words_and_a_minus_takes_off() {
        for (line, add, take) in [
            ("vip", "vip", ""),
            ("#vip，-老客户 +fair", "vip fair", "老客户"),
            (" - # ", "", ""),
            ("a-b −c", "a-b", "c"),
        ] {
            let (put, off) = tags_of(line);
            assert_eq!((put.join(" ").as_str(), off.join(" ").as_str()), (add, take), "{line}");
        }
    }

    #[test]
    fn an_export_says_file_receiver_and_purpose() {
        let wanted = wanted_export("/tmp/fair.csv；李雷; mailing; spring").unwrap();
        assert_eq!(
            (wanted.occasion.whom.as_str(), wanted.occasion.purpose.as_str()),
            ("李雷", "mailing; spring")
        );
        assert_eq!((wanted.path, wanted.format), (PathBuf::from("/tmp/fair.csv"), Format::Csv));
        for wrong in ["", " ; x", "/tmp/none", "/tmp/pictures.png"] {
            assert_eq!(wanted_export(wrong), None, "{wrong}");
        }
    }
}
