//! Why a part of a log line was not understood, in words.

use super::Words;
use crate::domain::log_line::Doubt;

/// The reason.
pub fn said(doubt: Doubt, words: &Words) -> String {
    match doubt {
        Doubt::NoSuchLetter => words.doubt_letter(),
        Doubt::NoSuchDay => words.doubt_day(),
        Doubt::PastDay => words.doubt_past_day(),
        Doubt::SecondNext => words.doubt_second_next(),
        Doubt::NoSuchPerson => words.doubt_person(),
        Doubt::NoDeadline => words.doubt_no_deadline(),
        Doubt::DayAlone => words.doubt_day_alone(),
    }
}
