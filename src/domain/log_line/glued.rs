//! Chinese writes without spaces: where a word of the line is several, it is cut into them.
//!
//! Cut is only what a line may begin with, `拜访张总` and `电话没接`, and what opens an agreement, `下次周五拜访` and
//! `承诺周五前送样品`. Nothing else is looked for inside a word.

use chrono::NaiveDate;

use super::agreement::{next_opening, promise_opening};
use super::words::Word;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Outcome};
use crate::domain::text::fold::fold;
use crate::domain::time_of_day::time_at_start;
use crate::domain::when::{DEADLINE_ENDINGS, after_ending, day_at_start, is_inside_word, is_within};

/// After a kind these make it another noun: `电话费`, `会议室`, `报价单`.
const NOUN_ENDINGS: &[&str] = &[
    "费", "号", "本", "簿", "机", "卡", "线", "单", "室", "厅", "群", "表", "问卷", "员", "者", "箱", "码",
    "证", "稿", "册", "券", "品", "部", "率", "量", "价", "版", "架", "信", "人", "厂", "系", "网", "地",
    "的", "轰炸",
];

/// The words with those cut that are several; the kind may stand at the place `kind_at`.
pub(super) fn cut(line: &str, words: Vec<Word>, kind_at: usize, today: NaiveDate) -> Vec<Word> {
    let mut pieces = Vec::with_capacity(words.len());
    let mut named = None;
    for (at, mut word) in words.into_iter().enumerate() {
        // A contact is told with its kind first, then its note, which may begin with the word for the kind.
        let begins = |length: usize| at == kind_at || named == kind_of(&word.text(line)[..length]);
        if (at == kind_at || named.is_some())
            && let Some(length) = kind_at_start(word.text(line)).filter(|length| begins(*length))
        {
            word = cut_off(word, length, &mut pieces);
        }
        named = Some(word).filter(|_| at == kind_at).and_then(|word| kind_of(word.text(line)));
        if let Some(length) = arranged(word.text(line), today) {
            word = cut_off(word, length, &mut pieces);
        }
        let follows_next = pieces.last().is_some_and(|before: &Word| is_next(before.text(line)));
        let lengths = match word.text(line) {
            text if follows_next => next_action(text, 0, today).unwrap_or_default(),
            text => agreement(text, today),
        };
        for length in lengths {
            word = cut_off(word, length, &mut pieces);
        }
        pieces.push(word);
    }
    pieces
}

/// Moves the beginning of a word to the pieces; what is left is the word after it.
fn cut_off(word: Word, length: usize, pieces: &mut Vec<Word>) -> Word {
    let middle = word.start + length;
    if middle < word.end {
        pieces.push(Word { start: word.start, end: middle, ends_clause: false });
    }
    Word { start: if middle < word.end { middle } else { word.start }, ..word }
}

/// The kind that a Chinese sentence about whom ends with, `给张总打了电话`; its words stay in the note.
pub(super) fn kind_at_end(word: &str) -> Option<ContactKind> {
    const LONGEST: usize = 48;
    const WHOM: [char; 6] = ['给', '跟', '和', '与', '同', '向'];
    const ENDINGS: &[(&str, ContactKind)] = &[
        ("电话", ContactKind::Phone),
        ("微信", ContactKind::Messenger),
        ("短信", ContactKind::Messenger),
        ("邮件", ContactKind::Mail),
        ("开会", ContactKind::Meeting),
        ("开了会", ContactKind::Meeting),
    ];
    const VERBS: &[&str] = &["打", "打了", "打过", "打了个", "通", "通了", "发", "发了", "回了", "写了"];
    if word.len() > LONGEST {
        return None;
    }
    let word = fold(word);
    let sentence = word.strip_prefix(WHOM)?;
    let (whom, kind) = ENDINGS.iter().find_map(|(end, kind)| Some((sentence.strip_suffix(end)?, *kind)))?;
    let is_done = kind == ContactKind::Meeting || VERBS.iter().any(|verb| whom.ends_with(verb));
    (is_done && !whom.is_empty()).then_some(kind)
}

/// Whether the kind at a place goes on as a sentence, so that its words are wanted in the note: `拜访张总` is one word,
/// `visited the plant` a clause with its verb.
pub(super) fn goes_on(line: &str, words: &[Word], at: usize) -> bool {
    let Some(following) = words.get(at + 1) else { return false };
    let kind = words[at];
    following.start == kind.end || !kind.ends_clause && is_verb(kind.text(line))
}

/// Whether a word for a kind says what was done.
fn is_verb(kind: &str) -> bool {
    let kind = fold(kind);
    kind.is_ascii() && (kind.ends_with("ed") || matches!(kind.as_str(), "met" | "rang"))
}

/// The length of the kind that a word of several begins with.
fn kind_at_start(text: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let whole_is_known = text.len() <= LONGEST_NAME
        && (ContactKind::from_word(text).is_some() || Outcome::from_word(text).is_some());
    if whole_is_known {
        return None;
    }
    let ends = text.char_indices().take(LONGEST).map(|(at, letter)| at + letter.len_utf8());
    let ends: Vec<usize> = ends.filter(|end| *end < text.len() && !is_inside_word(text, *end)).collect();
    let end = ends.into_iter().rev().find(|end| names_kind(&text[..*end]))?;
    let rest = &text[end..];
    let goes_on_as_noun = NOUN_ENDINGS.iter().any(|ending| fold(&beginning(rest)).starts_with(ending));
    (rest.starts_with(char::is_alphanumeric) && !goes_on_as_noun).then_some(end)
}

/// Whether a word is a kind or begins with one.
pub(super) fn begins_with_kind(word: &str) -> bool {
    names_kind(word) || kind_at_start(word).is_some()
}

/// Whether a word is an outcome.
pub(super) fn is_outcome(word: &str) -> bool {
    word.len() <= LONGEST_NAME && Outcome::from_word(word).is_some()
}

/// No word for a kind or an outcome is longer in bytes.
const LONGEST_NAME: usize = 64;

/// As much of a text as an ending has, so that a long one is not folded whole.
fn beginning(text: &str) -> String {
    text.chars().take(2).collect()
}

/// Words that are a kind only where they stand alone: `其他供应商`, `介绍了产品` are something else.
fn names_kind(word: &str) -> bool {
    !matches!(kind_of(word), None | Some(ContactKind::Other | ContactKind::ReferralGiven))
}

/// The kind that a whole word names.
fn kind_of(word: &str) -> Option<ContactKind> {
    if word.len() <= LONGEST_NAME { ContactKind::from_word(word) } else { None }
}

/// The length of an outcome that a day follows at once, `约好下周三上午10点面谈`.
fn arranged(text: &str, today: NaiveDate) -> Option<usize> {
    const OPENINGS: &[&str] = &["约好", "約好", "约定", "約定", "已约", "已約"];
    let opening = OPENINGS.iter().find(|opening| text.starts_with(**opening))?;
    day_at_start(&text[opening.len()..], today).map(|_| opening.len())
}

/// The lengths of the pieces of a word that opens an agreement, but for what is left over at its end.
fn agreement(text: &str, today: NaiveDate) -> Vec<usize> {
    if let Some(opened) = next_opening(text).filter(|opened| *opened < text.len()) {
        return next_action(text, opened, today).unwrap_or_default();
    }
    let opened = promise_opening(text).filter(|opened| *opened < text.len());
    opened.and_then(|opened| deadline_first(text, opened, today)).unwrap_or_default()
}

/// Whether a word opens a next action and is nothing else.
fn is_next(word: &str) -> bool {
    next_opening(word) == Some(word.len())
}

/// `下次周五上午10点拜访带样品`, `下次月底前报价`: the opening, the day, time and kind in either order, then the rest. An outcome is none
/// there: what is to be ordered next Friday is not ordered.
fn next_action(text: &str, opened: usize, today: NaiveDate) -> Option<Vec<usize>> {
    let rest = &text[opened..];
    let (_, left) = day_at_start(rest, today)?;
    let mut left = after_ending(left);
    let mut lengths: Vec<usize> = Some(opened).into_iter().filter(|opened| *opened > 0).collect();
    lengths.push(rest.len() - left.len());
    for _ in 0..2 {
        let after = time_at_start(left).map(|(_, after)| after);
        let after = after.or_else(|| kind_at_start(left).map(|length| &left[length..]));
        let Some(after) = after else { break };
        lengths.push(left.len() - after.len());
        left = after;
    }
    let is_note =
        left.is_empty() || left.starts_with(char::is_alphabetic) && Outcome::from_word(left).is_none();
    is_note.then_some(lengths)
}

/// `承诺周五前送样品`: the opening, the day by which, then what is promised.
fn deadline_first(text: &str, opened: usize, today: NaiveDate) -> Option<Vec<usize>> {
    let (_, rest) = day_at_start(&text[opened..], today)?;
    let written = &text[opened..text.len() - rest.len()];
    let after = DEADLINE_ENDINGS.iter().find_map(|ending| rest.strip_prefix(ending));
    let after = after.or_else(|| is_within(written).then_some(rest))?;
    after.starts_with(char::is_alphabetic).then(|| vec![opened, text.len() - opened - after.len()])
}
