//! What is to be done with a card on a day, and why: the entries of the list of the day.
//!
//! Each reason for an entry is a [`Matter`]; their order is the order of the list. What follows from the
//! history is folded into the [`Standing`]; what a field or a detail of the card says (a birthday, the end of a
//! contract, a file lent) is a row of [`DATED`].

mod calendar;
mod dated;

use chrono::NaiveDate;

use super::card::Card;
use super::choice::{Choice, choices};
use super::contact::{NextAction, PromiseBy};
use super::credit::Grade;
use super::detail::DetailGroup;
use super::followup::DueReason;
use super::man::assertion::Letter;
use super::policy::{FollowUpPolicy, Policies};
use super::standing::{Standing, credit_review};
use super::when::days_after;

pub use calendar::{days_of_year, next_anniversary};
pub use dated::{DATED, Dated, Delay, Held, Notice, Recurrence, Unless};

choices! {
    /// Why a card stands on the list of a day, in the order in which the list goes through them.
    pub enum Matter {
        OurPromise = "our-promise", ["we promised", "我方承诺", "我方承諾"];
        TheirPromise = "their-promise", ["they promised", "对方承诺", "對方承諾"];
        Appointment = "appointment", ["appointment", "约定会面", "約定會面"];
        FollowUp = "follow-up", ["follow-up", "跟进", "跟進"];
        Thanks = "thanks", ["thank the introducer", "答谢介绍人", "答謝介紹人"];
        Review = "review", ["review", "复核", "複核"];
        Lapsed = "lapsed", ["confirm the letters", "确认判定", "確認判定"];
        Anniversary = "anniversary", ["anniversary", "纪念日", "紀念日"];
        Ending = "ending", ["ends", "到期", "到期"];
        Lent = "lent", ["file lent", "资料未还", "資料未還"];
    }
}

/// What an entry is about, beyond its matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// What was promised.
    Promise(String),
    /// What was agreed upon as next.
    Next(NextAction),
    /// A rule made it due.
    Rule(DueReason),
    /// Who was introduced.
    Introduced(String),
    /// Letters too old to count.
    Letters(Vec<Letter>),
    /// A field, by its key, and what stands in it: a day, maybe one without a year.
    Field(&'static str, String),
    /// A day in a detail.
    Detail(Box<AboutDetail>),
    /// The credit grade that is out of date.
    Grade(Grade),
    /// Nothing more.
    Nothing,
}

/// A detail whose day came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutDetail {
    /// Its group.
    pub group: &'static DetailGroup,
    /// The part with the day.
    pub part: &'static str,
    /// What stands in that part.
    pub day: String,
    /// By what the detail is known; empty when it is not said.
    pub head: String,
    /// The person it is of, or to whom a file was lent; empty where there is nobody.
    pub whose: String,
}

/// One reason why a card is on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The reason.
    pub matter: Matter,
    /// The day it is due.
    pub on: NaiveDate,
    /// What it is about.
    pub about: About,
}

impl Entry {
    /// Days from its day to this one; negative while it lies ahead.
    pub fn overdue_days(&self, day: NaiveDate) -> i64 {
        (day - self.on).num_days()
    }
}

/// Which days a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Horizon {
    /// What is due: on the day or before it. Anniversaries and endings a while ahead.
    #[default]
    Today,
    /// The seven days after it.
    Week,
    /// The thirty days after it.
    Month,
}

const WEEK: u32 = 7;
const MONTH: u32 = 30;

/// A stretch of days, from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
}

impl Stretch {
    fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

impl Horizon {
    /// The last day a list of `day` is about; for what is due, that day.
    pub fn last_day(self, day: NaiveDate) -> NaiveDate {
        let days = match self {
            Horizon::Today => 0,
            Horizon::Week => WEEK,
            Horizon::Month => MONTH,
        };
        days_after(day, days)
    }

    /// The days of entries of a matter that stand on the list of `day`.
    pub fn days(self, matter: Matter, day: NaiveDate, policy: &FollowUpPolicy) -> Stretch {
        let ahead = |days| days_after(day, days);
        match self {
            Horizon::Week | Horizon::Month => Stretch { from: ahead(1), to: self.last_day(day) },
            Horizon::Today => match matter {
                // What is past is past.
                Matter::Anniversary => Stretch { from: day, to: ahead(policy.anniversary_ahead) },
                Matter::Ending => Stretch { from: day, to: ahead(policy.ending_ahead) },
                _ => Stretch { from: NaiveDate::MIN, to: day },
            },
        }
    }
}

/// Somebody whom the card introduced, and by when that is to be thanked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToThankFor {
    /// The name of who was introduced.
    pub name: String,
    /// By when.
    pub on: NaiveDate,
}

/// Everything the list of a day has to say of a card, in its order: today by matter, then by day; in the days
/// ahead by day, then by matter.
pub fn entries(
    card: &Card,
    standing: &Standing,
    to_thank_for: &[ToThankFor],
    horizon: Horizon,
    day: NaiveDate,
    policies: &Policies,
) -> Vec<Entry> {
    let policy = &policies.follow_up;
    let mut found = promises(card, day);
    found.extend(followed_up(card, standing));
    found.extend(to_thank_for.iter().map(|introduced| Entry {
        matter: Matter::Thanks,
        on: introduced.on,
        about: About::Introduced(introduced.name.clone()),
    }));
    let review = standing.review_on.map(|on| {
        let graded = credit_review(&card.assessments, day, policies).filter(|(by, _)| *by == on);
        Entry {
            matter: Matter::Review,
            on,
            about: graded.map_or(About::Nothing, |(_, grade)| About::Grade(grade)),
        }
    });
    let stale = |letter: &Letter| standing.letters.get(*letter).stale;
    let lapsed = standing.lapsed_on.map(|on| Entry {
        matter: Matter::Lapsed,
        on,
        about: About::Letters(Letter::ALL.iter().copied().filter(stale).collect()),
    });
    found.extend(review.into_iter().chain(lapsed));
    found.retain(|entry| horizon.days(entry.matter, day, policy).contains(entry.on));
    found.extend(dated::entries(card, horizon, day, policy));
    match horizon {
        Horizon::Today => found.sort_by_key(|entry| (entry.matter as usize, entry.on)),
        Horizon::Week | Horizon::Month => found.sort_by_key(|entry| (entry.on, entry.matter as usize)),
    }
    found
}

fn promises(card: &Card, day: NaiveDate) -> Vec<Entry> {
    let known = card.contacts.iter().filter(|contact| contact.on <= day);
    let open = known.flat_map(|contact| &contact.promises).filter(|promise| promise.is_open(day));
    open.filter_map(|promise| {
        let matter = match promise.by {
            PromiseBy::Us => Matter::OurPromise,
            PromiseBy::Them => Matter::TheirPromise,
        };
        Some(Entry { matter, on: promise.due_on?, about: About::Promise(promise.text.clone()) })
    })
    .collect()
}

fn followed_up(card: &Card, standing: &Standing) -> Option<Entry> {
    let due = standing.due()?;
    let matter = match due.reason {
        DueReason::Appointment => Matter::Appointment,
        _ => Matter::FollowUp,
    };
    let about = match (due.reason, &card.next_action) {
        (DueReason::Appointment | DueReason::NextAction, Some(next)) => About::Next(next.clone()),
        (reason, _) => About::Rule(reason),
    };
    Some(Entry { matter, on: due.on, about })
}

#[cfg(test)]
mod tests;
