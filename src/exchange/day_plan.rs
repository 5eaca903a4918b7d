//! The visits of a day taken out: as a document to be printed (Markdown), as a calendar (iCalendar).

use std::io::{Result, Write};

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::{ics, markdown};
use crate::domain::choice::Choice;
use crate::domain::id::Uid;
use crate::domain::language::Language;
use crate::domain::plan::VisitKind;
use crate::domain::planned_visit::Fate;

/// A visit with what one needs on the way.
#[derive(Debug, Clone)]
pub struct Stop {
    /// The identity of the card.
    pub uid: Uid,
    /// Its row.
    pub number: String,
    /// Whom.
    pub name: String,
    /// When it begins.
    pub at: NaiveTime,
    /// Why it is in the plan.
    pub kind: VisitKind,
    /// How long it takes.
    pub minutes: u32,
    /// What became of it; `None` while the plan is only proposed.
    pub fate: Option<Fate>,
    /// To whom one speaks.
    pub who: String,
    /// The zone of its address; empty where it has none.
    pub zone: String,
    /// Where.
    pub place: String,
    /// The number to call on the way.
    pub phone: String,
    /// What is due with the customer.
    pub why: String,
}

/// Writes the day as a document: a heading, then a task for every visit.
pub fn markdown(out: &mut impl Write, title: &str, stops: &[Stop], language: Language) -> Result<()> {
    writeln!(out, "# {}\n", markdown::escaped(title))?;
    for stop in stops {
        let done = if stop.fate == Some(Fate::Made) { "x" } else { " " };
        let fate = stop.fate.filter(|fate| !matches!(fate, Fate::Planned | Fate::Made));
        let fate = fate.map(|fate| fate.name(language)).unwrap_or_default();
        let parts = [fate, &stop.who, &stop.zone, &stop.place, &stop.phone, &stop.why];
        let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let (at, name) = (stop.at.format("%H:%M"), markdown::escaped(&stop.name));
        writeln!(out, "- [{done}] {at} **{name}** {}", markdown::escaped(&given.join(" · ")))?;
    }
    Ok(())
}

/// Writes the day as a calendar: an event a visit, in the local time of whoever reads it.
/// What was put off or dropped is left out.
pub fn calendar(out: &mut impl Write, day: NaiveDate, stops: &[Stop], written_at: i64) -> Result<()> {
    ics::begin(out)?;
    for stop in stops.iter().filter(|stop| !matches!(stop.fate, Some(Fate::Moved | Fate::Dropped))) {
        let begins = day.and_time(stop.at);
        let ends = begins + TimeDelta::minutes(stop.minutes.into());
        ics::line(out, "BEGIN:VEVENT")?;
        ics::line(out, &format!("UID:{}-visit-{day}@fieldcard", stop.uid))?;
        ics::line(out, &format!("DTSTAMP:{}", ics::stamp(written_at)))?;
        for (name, moment) in [("DTSTART", begins), ("DTEND", ends)] {
            ics::line(out, &format!("{name}:{}", moment.format("%Y%m%dT%H%M%S")))?;
        }
        ics::line(out, &format!("SUMMARY:{}", ics::escaped(&stop.name)))?;
        let told = [stop.who.as_str(), &stop.phone, &stop.why];
        let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
        for (name, text) in [("LOCATION", stop.place.as_str()), ("DESCRIPTION", &told.join("; "))] {
            if !text.is_empty() {
                ics::line(out, &format!("{name}:{}", ics::escaped(text)))?;
            }
        }
        ics::line(out, "END:VEVENT")?;
    }
    ics::end(out)
}
