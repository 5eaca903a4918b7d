//! Words that deny what follows them: `not interested`, `没 下单`, `did not promise`.

use super::words::Word;
use crate::domain::text::fold::fold;

/// Whether a place stands after a word that denies: right after it, or after words that only weaken it, `not an order`.
pub(super) fn is_denied(line: &str, words: &[Word], at: usize) -> bool {
    const WEAKEN: &[&str] = &[
        "a",
        "an",
        "the",
        "any",
        "yet",
        "really",
        "very",
        "so",
        "too",
        "that",
        "longer",
        "much",
        "sure",
        "quite",
        "even",
        "currently",
        "很",
        "太",
        "真的",
        "马上",
        "完全",
        "怎么",
        "特别",
    ];
    const MOST_WEAKENING: usize = 3;
    let before = words[..at].iter().rev().take(MOST_WEAKENING + 1).enumerate();
    for (distance, word) in before {
        if distance > 0 && word.ends_clause {
            return false;
        }
        let Some(text) = word.text_within(line, LONGEST_DENIAL).map(fold) else { return false };
        if is_negation(&text) {
            return true;
        }
        if word.ends_clause || !WEAKEN.contains(&text.as_str()) {
            return false;
        }
    }
    false
}

/// No word that denies is longer in bytes.
pub(super) const LONGEST_DENIAL: usize = 32;

/// Whether a folded word denies what follows it.
pub(super) fn is_negation(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "no", "not", "never", "without", "cannot", "nobody", "none", "nothing", "neither", "nor", "hardly",
        "dont", "doesnt", "didnt", "wont", "cant", "isnt", "wasnt", "wouldnt", "无", "没有",
    ];
    const BEGINNINGS: &[&str] = &[
        "不一定",
        "不会",
        "不想",
        "不能",
        "不肯",
        "不愿",
        "不要",
        "不打算",
        "不准备",
        "不考虑",
        "不太",
        "不再",
        "不是",
        "不可能",
        "不见得",
        "不确定",
        "不敢",
        "未必",
        "未曾",
        "没有",
        "没想",
        "没打算",
        "没能",
        "没法",
        "没说",
        "没要",
        "无意",
        "无法",
        "并非",
        "难以",
    ];
    const ENDINGS: &[&str] = &["n't", "n’t", "没", "未", "不", "别", "勿", "不会", "没有", "未必"];
    WORDS.contains(&word)
        || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
        || ENDINGS.iter().any(|ending| word.ends_with(ending))
}
