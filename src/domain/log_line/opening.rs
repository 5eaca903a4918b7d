//! What a line opens with: the day of the contact, where it was not today, and the place of its kind.
//!
//! A day opens a line before the kind, `yesterday call`, `昨天下午拜访`, `on fri`, or stands right behind it,
//! `call yesterday`, `电话昨天没接`. It has been: a day ahead is the next action's, and that stands after `next`. Words
//! that may as well mean something else (`fri`, `11-16`, `8号`) are the day only where a kind or an outcome
//! follows, or after `on`. Any other day of a line is text.

use std::ops::Range;

use chrono::NaiveDate;

use super::agreement::MOST_DATE_WORDS;
use super::glued;
use super::words::{self, Word};
use crate::domain::contact::ContactKind;
use crate::domain::text::fold::fold;
use crate::domain::time_of_day::{part_of_day_at_start, time_of_day};
use crate::domain::when::{Been, DEADLINE_ENDINGS, been, been_at_start, day_at_start};

/// No word of a day is longer in bytes.
const LONGEST_WORD: usize = 48;

/// What a line opens with, by the places of its words.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// The day of the contact, and the words that say it.
    pub day: Option<(NaiveDate, Range<usize>)>,
    /// Where the kind may stand.
    pub kind_at: usize,
}

/// After a day these make it part of a noun or the beginning of a time: `昨天的报价`, `8号车间`, `昨天起`.
const NO_DAY_BEFORE: &[&str] = &["的", "起", "开始", "以来", "车间", "楼", "线", "店"];

/// Between two days these make them one span of time, `周三到周五`.
const UNTIL: &[&str] = &["到", "至", "-", "~", "～"];

/// Cuts the words at the day the line opens with, and finds the places of day and kind.
pub(super) fn cut(line: &str, mut words: Vec<Word>, today: NaiveDate) -> (Vec<Word>, Opening) {
    let mut opening = Opening::default();
    if let Some((on, range)) = day_of_words(line, &words, today) {
        opening.kind_at = range.end;
        opening.day = Some((on, range));
    } else if let Some((on, length)) = day_written(line, &words, today) {
        cut_word(&mut words, 0, length);
        opening.kind_at = 1;
        opening.day = Some((on, 0..1));
    } else {
        return (words, opening);
    }
    pass_time_of_day(line, &mut words, &mut opening.kind_at);
    (words, opening)
}

/// Cuts the words at a day right behind the kind at the first place, `电话昨天没接`, and finds it.
pub(super) fn cut_after_kind(
    line: &str,
    words: &mut Vec<Word>,
    today: NaiveDate,
) -> Option<(NaiveDate, Range<usize>)> {
    let lead = usize::from(words.get(1)?.text_within(line, LONGEST_WORD)?.eq_ignore_ascii_case("on"));
    let means_day = |kind: Been| match kind {
        Been::Surely => true,
        Been::Date => lead > 0,
        Been::Weekday => false,
    };
    if let Some((on, been, end)) = longest_day(line, words, 1 + lead, today)
        && means_day(been)
    {
        return Some((on, 1..end));
    }
    let text = words[1].text(line);
    let (on, been, rest) = been_at_start(text, today)?;
    if been != Been::Surely || !goes_on(rest, today) {
        return None;
    }
    let length = text.len() - rest.len();
    cut_word(words, 1, length);
    Some((on, 1..2))
}

/// The day that whole words at the start say, `on` before it or not.
fn day_of_words(line: &str, words: &[Word], today: NaiveDate) -> Option<(NaiveDate, Range<usize>)> {
    let lead = usize::from(words.first()?.text_within(line, LONGEST_WORD)?.eq_ignore_ascii_case("on"));
    let (on, been, end) = longest_day(line, words, lead, today)?;
    let means_day = lead > 0 || been == Been::Surely || tells(line, words, end);
    means_day.then_some((on, 0..end))
}

/// The longest run of words from a place on that is a day that has been, and the place after it.
fn longest_day(line: &str, words: &[Word], at: usize, today: NaiveDate) -> Option<(NaiveDate, Been, usize)> {
    let longest = words.len().min(at + MOST_DATE_WORDS);
    (at + 1..=longest).rev().find_map(|end| {
        let run = words.get(at..end)?;
        let (last, before) = run.split_last()?;
        if before.iter().any(|word| word.ends_clause) || last.end - run[0].start > LONGEST_WORD {
            return None;
        }
        let (on, kind) = been(&line[run[0].start..last.end], today)?;
        Some((on, kind, end))
    })
}

/// The day the first word begins with, and its length in bytes: Chinese is written without spaces.
fn day_written(line: &str, words: &[Word], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let text = words.first()?.text(line);
    let (on, been, rest) = been_at_start(text, today)?;
    let (is_kind, length) = (says(rest_after_time(rest)), text.len() - rest.len());
    let means_day = goes_on(rest, today) && (been == Been::Surely || is_kind);
    means_day.then_some((on, length))
}

/// Whether a text right behind a day in Chinese goes on with the contact, and does not make the day another's.
fn goes_on(rest: &str, today: NaiveDate) -> bool {
    let beginning = fold(&rest.chars().take(2).collect::<String>());
    let mut others = NO_DAY_BEFORE.iter().chain(DEADLINE_ENDINGS);
    let is_span = UNTIL
        .iter()
        .any(|until| rest.strip_prefix(until).is_some_and(|end| day_at_start(end, today).is_some()));
    rest.starts_with(char::is_alphanumeric) && !is_span && !others.any(|ending| beginning.starts_with(ending))
}

/// Whether a kind or an outcome stands at a place, behind the time of day if there is one.
fn tells(line: &str, words: &[Word], at: usize) -> bool {
    let mut at = at;
    while at < words.len() && is_time_of_day(words[at].text(line)) {
        at += 1;
    }
    let Some(word) = words.get(at) else { return false };
    words::choice::<ContactKind>(line, &[*word]).is_some()
        || super::outcome(line, words, at).is_some()
        || says(rest_after_time(word.text(line)))
}

/// Whether a word is a kind or an outcome, or begins or ends with a kind.
fn says(word: &str) -> bool {
    glued::begins_with_kind(word) || glued::kind_at_end(word).is_some() || glued::is_outcome(word)
}

/// Goes past the time of day behind a day, `下午`, `afternoon`, `at 3 pm`, when the kind follows it; cut off where
/// Chinese writes both in one word.
fn pass_time_of_day(line: &str, words: &mut Vec<Word>, kind_at: &mut usize) {
    let mut at = *kind_at;
    while let Some(word) = words.get(at) {
        let text = word.text(line);
        if is_time_of_day(text) {
            at += 1;
            continue;
        }
        let rest = rest_after_time(text);
        if rest.len() < text.len() && says(rest) {
            cut_word(words, at, text.len() - rest.len());
            at += 1;
        }
        break;
    }
    if tells(line, words, at) {
        *kind_at = at;
    }
}

/// A text without the time of day that it begins with.
fn rest_after_time(text: &str) -> &str {
    part_of_day_at_start(text).unwrap_or(text)
}

fn is_time_of_day(word: &str) -> bool {
    const PARTS: &[&str] = &["morning", "afternoon", "evening", "noon", "at", "am", "pm"];
    PARTS.iter().any(|part| word.eq_ignore_ascii_case(part))
        || word.len() <= LONGEST_WORD
            && (time_of_day(word).is_some() || part_of_day_at_start(word).is_some_and(str::is_empty))
}

/// Makes two words of one.
fn cut_word(words: &mut Vec<Word>, at: usize, length: usize) {
    let word = words[at];
    let middle = word.start + length;
    if middle < word.end {
        words[at] = Word { end: middle, ends_clause: false, ..word };
        words.insert(at + 1, Word { start: middle, ..word });
    }
}
