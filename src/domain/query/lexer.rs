//! Cuts a query into its words: at spaces, but not inside quotation marks.

use std::ops::Range;

use super::error::QueryError;

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the query, quotation marks and minus included.
    pub span: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// What a word of a query is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `OR`.
    Or,
    /// Anything else.
    Term {
        /// Whether a minus stands before it.
        negated: bool,
        /// What stands before the first colon outside quotation marks, if there is one.
        field: Option<String>,
        /// What stands after that colon, or all of it; without quotation marks.
        text: String,
    },
    /// `@name` outside quotation marks: a saved filter, or a text that looks like one.
    Saved {
        /// Whether a minus stands before it.
        negated: bool,
        /// What stands behind the `@`.
        name: String,
    },
}

/// The words of a query, and the place of a quotation mark without its partner: it then reaches to the end.
pub(super) fn split(query: &str) -> (Vec<Token>, Option<(Range<usize>, QueryError)>) {
    let mut tokens = Vec::new();
    let mut open_quote = None;
    let mut word = Word::default();
    for (at, letter) in query.char_indices() {
        if is_quote(letter) {
            open_quote = if open_quote.is_some() { None } else { Some(at) };
            word.begin(at);
            word.quoted = true;
        } else if letter.is_whitespace() && open_quote.is_none() {
            tokens.extend(word.end(at));
        } else {
            word.begin(at);
            word.push(letter, if open_quote.is_some() { Quotes::Inside } else { Quotes::Outside });
        }
    }
    tokens.extend(word.end(query.len()));
    let unclosed = open_quote.map(|at| (at..query.len(), QueryError::OpenQuote));
    (tokens, unclosed)
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '＂' | '「' | '」' | '『' | '』')
}

/// Whether a letter stands between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Inside,
    Outside,
}

/// A word in the making.
#[derive(Default)]
struct Word {
    start: Option<usize>,
    negated: bool,
    quoted: bool,
    field: Option<String>,
    text: String,
}

impl Word {
    fn begin(&mut self, at: usize) {
        self.start.get_or_insert(at);
    }

    fn push(&mut self, letter: char, quotes: Quotes) {
        let untouched = self.text.is_empty() && self.field.is_none() && !self.quoted;
        match letter {
            '-' | '－' if untouched && !self.negated => self.negated = true,
            ':' | '：' if self.field.is_none() && !self.quoted && quotes == Quotes::Outside => {
                self.field = Some(std::mem::take(&mut self.text));
            }
            _ => self.text.push(letter),
        }
    }

    fn filter_name(&self) -> Option<String> {
        let name = self.text.strip_prefix(['@', '＠']).filter(|name| !name.is_empty())?;
        (!self.quoted && self.field.is_none()).then(|| name.to_owned())
    }

    fn end(&mut self, at: usize) -> Option<Token> {
        let word = std::mem::take(self);
        let span = word.start?..at;
        let bare = !word.quoted && !word.negated && word.field.is_none();
        let kind = if bare && word.text == "OR" {
            TokenKind::Or
        } else if word.negated && word.text.is_empty() && word.field.is_none() && !word.quoted {
            // A minus alone is a text.
            TokenKind::Term { negated: false, field: None, text: "-".to_owned() }
        } else if let Some(name) = word.filter_name() {
            TokenKind::Saved { negated: word.negated, name }
        } else {
            TokenKind::Term { negated: word.negated, field: word.field, text: word.text }
        };
        Some(Token { span, kind })
    }
}
