//! Why a part of a log line was not understood, or cannot be recorded, in words.

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::log_line::{Doubt, LeftOut};
use crate::domain::man::assertion::Letter;

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

/// What is left out of a contact, and why.
pub fn left_out(left_out: LeftOut, words: &Words) -> String {
    match left_out {
        LeftOut::NobodysAuthority(answer) => {
            let letter = Letter::Authority.code().to_uppercase();
            words.chip_nobody(&format!("{letter} {}", answer.name(words.language())))
        }
    }
}
