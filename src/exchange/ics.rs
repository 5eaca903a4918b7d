//! A calendar of what is due (iCalendar, RFC 5545): one event a day and matter, known again by its UID.

use std::io::{Result, Write};

use chrono::{NaiveDate, NaiveTime};

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::language::Language;
use crate::domain::standing::Standing;
use crate::domain::when::day_after;

/// The longest line in bytes; longer ones go on in the next after a blank.
const LINE: usize = 75;

/// Begins the calendar.
pub fn begin(out: &mut impl Write) -> Result<()> {
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//fieldcard//EN", "CALSCALE:GREGORIAN"] {
        line(out, text)?;
    }
    Ok(())
}

/// Ends it.
pub fn end(out: &mut impl Write) -> Result<()> {
    line(out, "END:VCALENDAR")
}

/// The events of a card: the day it is due, and every open promise with a day. Gives how many they are.
pub fn events(
    out: &mut impl Write,
    card: &Card,
    standing: &Standing,
    day: NaiveDate,
    language: Language,
) -> Result<u64> {
    let stamp = stamp(card.updated_at);
    let mut count = 0;
    if let Some(due) = standing.due() {
        let next = card.next_action.as_ref().filter(|next| next.on == due.on);
        let said = next.map(|next| {
            let kind = next.kind.map(|kind| kind.name(language)).unwrap_or_default();
            format!("{kind} {}", next.note).trim().to_owned()
        });
        let said =
            said.filter(|said| !said.is_empty()).unwrap_or_else(|| due.reason.name(language).to_owned());
        let at = next.and_then(NextAction::time);
        event(out, &format!("{}-due@fieldcard", card.uid), &stamp, (due.on, at), &card.name, &said)?;
        count += 1;
    }
    for contact in card.contacts.iter().filter(|contact| contact.on <= day) {
        for (place, promise) in contact.promises.iter().enumerate() {
            if let (Some(on), true) = (promise.due_on, promise.is_open(day)) {
                let uid = format!("{}-promise-{place}@fieldcard", contact.uid);
                let said = format!("{}: {}", promise.by.name(language), promise.text);
                event(out, &uid, &stamp, (on, None), &card.name, &said)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

/// An event of a whole day, or one that begins at its hour in the local time of whoever reads it.
fn event(
    out: &mut impl Write,
    uid: &str,
    stamp: &str,
    (on, at): (NaiveDate, Option<NaiveTime>),
    name: &str,
    said: &str,
) -> Result<()> {
    line(out, "BEGIN:VEVENT")?;
    line(out, &format!("UID:{uid}"))?;
    line(out, &format!("DTSTAMP:{stamp}"))?;
    match at {
        Some(at) => line(out, &format!("DTSTART:{}", on.and_time(at).format("%Y%m%dT%H%M%S")))?,
        None => {
            line(out, &format!("DTSTART;VALUE=DATE:{}", on.format("%Y%m%d")))?;
            // Behind the last day a calendar can name there is none: without an end it lasts the day it begins on.
            if let Some(after) = day_after(on, 1) {
                line(out, &format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")))?;
            }
        }
    }
    line(out, &format!("SUMMARY:{}", escaped(&format!("{name}: {said}"))))?;
    line(out, "TRANSP:TRANSPARENT")?;
    line(out, "END:VEVENT")
}

/// An instant (UTC, milliseconds since 1970) as a calendar writes it.
pub(super) fn stamp(at: i64) -> String {
    let instant = chrono::DateTime::from_timestamp_millis(at).unwrap_or_default();
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text with what would end it, or break its line, told apart; other controls are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// Writes a line, folded at whole characters.
pub(super) fn line(out: &mut impl Write, text: &str) -> Result<()> {
    let mut used = 0;
    for letter in text.chars() {
        if used + letter.len_utf8() > LINE {
            out.write_all(b"\r\n ")?;
            used = 1;
        }
        let mut bytes = [0; 4];
        out.write_all(letter.encode_utf8(&mut bytes).as_bytes())?;
        used += letter.len_utf8();
    }
    out.write_all(b"\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen::day;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        let mut out = Vec::new();
        line(&mut out, text).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_ends_a_text_is_told_apart_and_controls_are_left_out() {
        assert_eq!(escaped("a,b;c\\d\ne\r\u{1b}[31m"), "a\\,b\\;c\\\\d\\ne[31m");
    }

    #[test]
    fn every_day_of_an_event_is_one_that_a_calendar_can_name() {
        for (on, expected) in [
            ("2026-12-31", "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY"),
            ("9999-12-31", "DTSTART;VALUE=DATE:99991231\r\nSUMMARY"),
        ] {
            let mut out = Vec::new();
            event(&mut out, "1", "20261123T000000Z", (day(on), None), "Ann", "call").unwrap();
            let written = String::from_utf8(out).unwrap();
            assert!(written.contains(expected), "{written}");
        }
    }

    proptest! {
        #[test]
        fn lines_are_folded_at_whole_characters_and_lose_nothing(text in "[a-z海👍é ]{0,300}") {
            let folded = folded(&text);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert_eq!(folded.trim_end_matches("\r\n").replace("\r\n ", ""), text);
        }
    }
}
