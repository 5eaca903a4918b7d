//! Days that stand in fields and details of a card: birthdays, ends of contracts, files lent.

use chrono::NaiveDate;

use super::{About, AboutDetail, Entry, Horizon, Matter, Stretch, next_anniversary};
use crate::domain::card::Card;
use crate::domain::detail::{Detail, FILE};
use crate::domain::policy::FollowUpPolicy;
use crate::domain::when::days_after;

/// How a day comes onto the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recurrence {
    /// Every year on the same day.
    Yearly,
    /// Once; of a month or a year alone its first day counts.
    Once,
}

/// Where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// In a field, by its key.
    Field(&'static str),
    /// In a part of the details of a group, by the keys of both.
    Part(&'static str, &'static str),
}

/// What takes a day off the list again: another field of the card, or another part of the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unless {
    /// It has any value.
    Said(&'static str),
    /// It has this value.
    Is(&'static str, &'static str),
}

/// A field or part whose day comes onto the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Where it stands.
    pub held: Held,
    /// The matter it is.
    pub matter: Matter,
    /// How often.
    pub recurrence: Recurrence,
    /// What takes it off.
    pub unless: &'static [Unless],
    /// How much later it is due than the value says.
    pub delay: Delay,
    /// How long before its day it stands on the list.
    pub notice: Notice,
}

/// How much later than the day that stands there something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// On that day.
    None,
    /// As long as a complaint may stay open.
    OpenComplaint,
}

/// How long before its day something is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// As is usual for its matter.
    OfMatter,
    /// What the customer has from us is told of when it is about to end.
    Entitlement,
}

const fn row(held: Held, matter: Matter, recurrence: Recurrence, unless: &'static [Unless]) -> Dated {
    Dated { held, matter, recurrence, unless, delay: Delay::None, notice: Notice::OfMatter }
}

/// A day of the lunar calendar falls on another day every year: it is not told by this table.
const LUNAR: &str = "lunar";

/// The fields and parts whose days come onto the list.
pub const DATED: &[Dated] = {
    use Held::{Field, Part};
    use Matter::{Anniversary, Ending, FollowUp, Lent, Review};
    use Recurrence::{Once, Yearly};
    use Unless::{Is, Said};
    &[
        row(Part("task", "due"), FollowUp, Once, &[Said("done")]),
        // Who waits for something is told when it is there; until then the day by which he wants it counts.
        row(Part("wish", "available"), FollowUp, Once, &[Said("told")]),
        row(Part("wish", "wanted"), FollowUp, Once, &[Said("told"), Said("available")]),
        row(Part("complaint", "date"), FollowUp, Once, &[Said("solved")]).after(Delay::OpenComplaint),
        row(Field("birth_date"), Anniversary, Yearly, &[Is("birth_calendar", LUNAR)]),
        row(Part("anniversary", "date"), Anniversary, Yearly, &[Is("calendar", LUNAR)]),
        row(Field("ask_again"), Review, Once, &[]),
        row(Part("permit", "until"), Ending, Once, &[]),
        row(Part("competitor", "contract_end"), Ending, Once, &[]),
        row(Part("product", "replace"), Ending, Once, &[]),
        row(Part("owned", "warranty"), Ending, Once, &[]).entitlement(),
        row(Part("owned", "subscription"), Ending, Once, &[]).entitlement(),
        row(Part(FILE, "back_by"), Lent, Once, &[Said("returned")]),
        // Lent for no certain time: it is asked about from the first day.
        row(Part(FILE, "lent_on"), Lent, Once, &[Said("back_by"), Said("returned")]),
    ]
};

impl Dated {
    const fn after(self, delay: Delay) -> Dated {
        Dated { delay, ..self }
    }

    const fn entitlement(self) -> Dated {
        Dated { notice: Notice::Entitlement, ..self }
    }

    /// The days that stand on a list.
    pub fn days(&self, horizon: Horizon, day: NaiveDate, policy: &FollowUpPolicy) -> Stretch {
        match (self.notice, horizon) {
            (Notice::Entitlement, Horizon::Today) => {
                Stretch { from: day, to: days_after(day, policy.entitlement_ahead) }
            }
            _ => horizon.days(self.matter, day, policy),
        }
    }

    /// How many days later it is due than the value says.
    pub fn delay_days(&self, policy: &FollowUpPolicy) -> u32 {
        match self.delay {
            Delay::None => 0,
            Delay::OpenComplaint => policy.complaint_open,
        }
    }

    /// The day of the list that a value means, the first one from `from` on when it comes round; `None` when it
    /// names no day of the year.
    fn day(&self, text: &str, from: NaiveDate, policy: &FollowUpPolicy) -> Option<NaiveDate> {
        match self.recurrence {
            Recurrence::Yearly => Some(next_anniversary(day_of_year(text)?, from)),
            Recurrence::Once => Some(days_after(first_day(text)?, self.delay_days(policy))),
        }
    }

    fn is_off<'a>(&self, values: impl Fn(&str) -> &'a [String]) -> bool {
        self.unless.iter().any(|unless| match unless {
            Unless::Said(key) => !values(key).is_empty(),
            Unless::Is(key, value) => values(key).iter().any(|said| said == value),
        })
    }
}

/// A whole day, or one without a year: that one stands in a leap year, which has all days.
fn day_of_year(text: &str) -> Option<NaiveDate> {
    const LEAP_YEAR: &str = "1904";
    match text.strip_prefix('-') {
        Some(rest) => format!("{LEAP_YEAR}{rest}").parse().ok(),
        None => text.parse().ok(),
    }
}

/// The first day of a day, month or year.
fn first_day(text: &str) -> Option<NaiveDate> {
    let whole = format!("{text}-01-01");
    whole.get(.."YYYY-MM-DD".len())?.parse().ok()
}

/// Every day of the table that stands on the card and on the list. What is of a person who has left is not
/// told of.
pub(super) fn entries(card: &Card, horizon: Horizon, day: NaiveDate, policy: &FollowUpPolicy) -> Vec<Entry> {
    let mut found = Vec::new();
    for dated in DATED {
        let days = dated.days(horizon, day, policy);
        let from = days.from;
        match dated.held {
            Held::Field(field) => {
                let values = |key: &str| card.values.get(key).map(Vec::as_slice).unwrap_or_default();
                if dated.is_off(values) {
                    continue;
                }
                found.extend(values(field).iter().filter_map(|text| {
                    let on = dated.day(text, from, policy).filter(|on| days.contains(*on))?;
                    Some(Entry { matter: dated.matter, on, about: About::Field(field, text.clone()) })
                }));
            }
            Held::Part(group, part) => {
                let details = card.details.iter().filter(|detail| detail.group.key == group);
                let details = details.filter(|detail| !is_of_somebody_gone(card, detail, day));
                let open = details.filter(|detail| !dated.is_off(|key| detail.values(key)));
                found.extend(open.filter_map(|detail| {
                    let on = dated.day(detail.text(part), from, policy).filter(|on| days.contains(*on))?;
                    let about = About::Detail(Box::new(about(card, detail, part)));
                    Some(Entry { matter: dated.matter, on, about })
                }));
            }
        }
    }
    found
}

fn is_of_somebody_gone(card: &Card, detail: &Detail, day: NaiveDate) -> bool {
    let person = card.people.iter().find(|person| Some(person.id) == detail.person);
    person.and_then(|person| person.to).is_some_and(|to| to < day)
}

fn about(card: &Card, detail: &Detail, part: &'static str) -> AboutDetail {
    let person = card.people.iter().find(|person| Some(person.id) == detail.person);
    let whose = person.map_or_else(|| detail.text("lent_to"), |person| &person.name);
    AboutDetail {
        group: detail.group,
        part,
        day: detail.text(part).to_owned(),
        head: detail.head().to_owned(),
        whose: whose.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detail::DetailGroup;
    use crate::domain::field::built_in;
    use crate::domain::specimen::day;

    #[test]
    fn every_row_names_what_there_is_and_nothing_sensitive() {
        for dated in DATED {
            let keys = dated.unless.iter().map(|unless| match unless {
                Unless::Said(key) | Unless::Is(key, _) => *key,
            });
            let field = |key: &str| match dated.held {
                Held::Field(_) => built_in(key),
                Held::Part(group, _) => DetailGroup::with_key(group).and_then(|group| group.part(key)),
            };
            let (Held::Field(own) | Held::Part(_, own)) = dated.held;
            for key in keys.chain([own]) {
                assert!(field(key).is_some_and(|field| field.sensitive.is_none()), "{key}");
            }
        }
    }

    #[test]
    fn days_months_and_years_have_a_first_day() {
        for (text, expected) in [
            ("2026-07-09", Some("2026-07-09")),
            ("2026-07", Some("2026-07-01")),
            ("2026", Some("2026-01-01")),
            ("--07-09", None),
            ("2026-02-30", None),
            ("下个月", None),
        ] {
            assert_eq!(first_day(text), expected.map(day), "{text}");
        }
        assert_eq!(day_of_year("--02-29"), Some(day("1904-02-29")));
        assert_eq!((day_of_year("1988-05"), day_of_year("1988-02-30")), (None, None));
    }
}
