//! What can be typed into a search, by example: for the help of the screen, of commands and the README.

use super::Words;

/// A form of query, and what it finds. No form is wider than the keys beside which it stands in the help.
pub fn lines(words: &Words) -> Vec<(String, String)> {
    let lines = [
        (words.example_query(), words.query_words()),
        ("position:target".to_owned(), words.query_field()),
        ("silent:>30d".to_owned(), words.query_compared()),
        ("has:phone in:bin".to_owned(), words.query_presence()),
        ("-tag:old".to_owned(), words.query_not()),
        ("lin OR tag:vip".to_owned(), words.query_or()),
        ("\"4 Dock Road\"".to_owned(), words.query_quoted()),
        ("@name".to_owned(), words.query_saved()),
    ];
    lines.to_vec()
}
