//! Cards as a document to be read or printed (Markdown): a heading a card, then its fields and its history.

use std::io::{Result, Write};

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::field::{CardField, OwnField};
use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::domain::standing::Standing;

/// Fields that stand in the heading of a card, or in the line below it.
const SHOWN_ABOVE: [&str; 2] = ["name", "position"];

/// Writes a card; `named` says what the cards are called that it points at.
pub fn card(
    out: &mut impl Write,
    card: &Card,
    standing: &Standing,
    own_fields: &[OwnField],
    language: Language,
    named: impl Fn(CardId) -> Option<String>,
) -> Result<()> {
    writeln!(out, "## {}\n", escaped(&card.name))?;
    let due = standing.due_on.map(|on| format!(" · {on}")).unwrap_or_default();
    let position = standing.position.name(language);
    writeln!(out, "{position} · {} · {}{due}\n", standing.letters.code(), standing.class.name(language))?;
    for field in CardField::all(own_fields).filter(|field| !SHOWN_ABOVE.contains(&field.key())) {
        row(out, field.name(language), &card.shown_texts(&field, language, &named).join(", "))?;
    }
    writeln!(out)?;
    for contact in &card.contacts {
        let outcomes: Vec<&str> = contact.outcomes.iter().map(|outcome| outcome.name(language)).collect();
        let parts = [contact.kind.name(language), &outcomes.join(", "), &contact.note];
        let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(out, "- {} {}", contact.on, escaped(&given.join(" · ")))?;
    }
    if !card.contacts.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

fn row(out: &mut impl Write, name: &str, text: &str) -> Result<()> {
    if text.is_empty() { Ok(()) } else { writeln!(out, "- **{}**: {}", escaped(name), escaped(text)) }
}

/// Text in one line, with nothing in it that Markdown takes for its own.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' => {
                safe.extend(['\\', letter])
            }
            '\n' | '\t' => safe.push(' '),
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_taken_for_a_heading_a_link_or_a_tag() {
        assert_eq!(escaped("# [a](b) <i>\n*x*\u{1b}"), "\\# \\[a\\](b) \\<i\\> \\*x\\*");
    }

    #[test]
    fn two_ranges_in_a_text_do_not_strike_out_what_stands_between_them() {
        assert_eq!(escaped("10~20万，30~40万"), "10\\~20万，30\\~40万");
    }
}
