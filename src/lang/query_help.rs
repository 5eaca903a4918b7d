//! What can be typed into a search, by example: for the help of the screen, of commands and the README.

use super::Words;

/// A form of query, and what it finds. No form is wider than the keys beside which it stands in the help.
pub fn lines(words: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("lin 张 0040", words.query_words()),
        ("position:target", words.query_field()),
        ("silent:>30d", words.query_compared()),
        ("has:phone in:bin", words.query_presence()),
        ("-tag:old", words.query_not()),
        ("lin OR tag:vip", words.query_or()),
        ("\"4 Dock Road\"", words.query_quoted()),
        ("@name", words.query_saved()),
    ]
}
