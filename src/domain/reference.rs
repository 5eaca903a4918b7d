//! Another card as it stands in a line that is typed: by name for the reader, by number for the program.

use super::id::CardId;

/// Between the name and the number.
const MARK: &str = " #";

/// A card in a line: `海虹印刷 #12`.
pub fn written(card: CardId, name: &str) -> String {
    format!("{name}{MARK}{card}")
}

/// The card that a line names by its number; `None` for words, by which it is yet to be found.
pub fn number(text: &str) -> Option<CardId> {
    let (_, number) = text.trim_end().rsplit_once(MARK)?;
    number.parse().ok().map(CardId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_words_are_words() {
        for name in ["海虹印刷", "Acme #7", "", " #"] {
            assert_eq!(number(&written(CardId(12), name)), Some(CardId(12)), "{name}");
        }
        for words in ["海虹", "12", "Acme #7b", "Acme#7", "#", ""] {
            assert_eq!(number(words), None, "{words}");
        }
    }
}
