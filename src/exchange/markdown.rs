//! Cards as a document to be read or printed (Markdown): a heading a card, then its fields and its history.

use std::io::{Result, Write};

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::field::{CATALOGUE, FieldType, OwnField};
use crate::domain::language::Language;
use crate::domain::standing::Standing;

/// Writes a card.
pub fn card(
    out: &mut impl Write,
    card: &Card,
    standing: &Standing,
    own_fields: &[OwnField],
    language: Language,
) -> Result<()> {
    writeln!(out, "## {}\n", escaped(&card.name))?;
    let due = standing.due_on.map(|on| format!(" · {on}")).unwrap_or_default();
    let position = standing.position.name(language);
    writeln!(out, "{position} · {} · {}{due}\n", standing.letters.code(), standing.class.name(language))?;
    for field in CATALOGUE.iter().filter(|field| field.key != "name" && field.key != "position") {
        let texts = card.field_texts(field.key).into_iter().map(|text| match field.kind {
            FieldType::Choice(list) | FieldType::Choices(list) => {
                (list.name_of)(&text, language).map_or(text, str::to_owned)
            }
            _ => text,
        });
        row(out, field.name(language), &texts.collect::<Vec<_>>().join(", "))?;
    }
    for own in own_fields {
        row(out, &own.name, &card.field_texts(&own.key).join(", "))?;
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
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' => safe.extend(['\\', letter]),
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
}
