//! A time of day as people type it: `10:00`, `3pm`, `上午10点`, `下午3点半`.

use chrono::NaiveTime;

use super::text::fold::fold;
use super::when::is_inside_word;

/// No time of day is longer, in characters.
const LONGEST: usize = 9;
/// An hour before this one with no half of the day named is in the afternoon: nobody is visited at night.
const FIRST_HOUR_OF_DAY: u32 = 7;
const NOON: u32 = 12;

/// Which hours a word for a part of the day means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    Evening,
}

const PARTS_OF_DAY: &[(&str, Half)] = &[
    ("凌晨", Half::Morning),
    ("早上", Half::Morning),
    ("上午", Half::Morning),
    ("中午", Half::Afternoon),
    ("下午", Half::Afternoon),
    ("傍晚", Half::Evening),
    ("晚上", Half::Evening),
];

/// An evening has no earlier hour: `晚上12点`, `晚上1点` are of the night that follows, and with that of the next day.
const FIRST_HOUR_OF_EVENING: u32 = 4;

/// Chinese numbers of hours; those that begin like others first.
const HOURS: &[(&str, u32)] = &[
    ("十二", 12),
    ("十一", 11),
    ("十", 10),
    ("九", 9),
    ("八", 8),
    ("七", 7),
    ("六", 6),
    ("五", 5),
    ("四", 4),
    ("三", 3),
    ("两", 2),
    ("二", 2),
    ("一", 1),
];

/// The time that a whole text is, if it is one.
pub fn time_of_day(text: &str) -> Option<NaiveTime> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let folded = fold(text);
    let (half, rest) = half_named(&folded);
    let (hour, rest) = hour(rest)?;
    let minute = minute(rest, half)?;
    let written_in_full = folded.starts_with('0');
    let hour = match half {
        Some(Half::Morning) if hour == NOON => 0,
        Some(Half::Afternoon) if hour < NOON && !(folded.starts_with("中午") && hour + 1 == NOON) => {
            hour + NOON
        }
        Some(Half::Evening) if (FIRST_HOUR_OF_EVENING..NOON).contains(&hour) => hour + NOON,
        Some(Half::Evening) if hour <= NOON => return None,
        None if hour > 0 && hour < FIRST_HOUR_OF_DAY && !written_in_full => hour + NOON,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// The longest beginning of a text that is a time, and what follows: for Chinese, which is written without
/// spaces.
pub fn time_at_start(text: &str) -> Option<(NaiveTime, &str)> {
    let ends = text.char_indices().take(LONGEST).map(|(at, letter)| at + letter.len_utf8());
    let ends: Vec<usize> = ends.filter(|end| !is_inside_word(text, *end)).collect();
    ends.into_iter().rev().find_map(|end| Some((time_of_day(&text[..end])?, &text[end..])))
}

/// What follows the time of day, or the mere part of the day, that a text begins with: `下午`, `下午3点`.
pub fn part_of_day_at_start(text: &str) -> Option<&str> {
    let part = || PARTS_OF_DAY.iter().find_map(|(word, _)| text.strip_prefix(word));
    time_at_start(text).map(|(_, rest)| rest).or_else(part)
}

/// The first time of day among the words of a text, looked for at its beginning only.
pub fn first_time(text: &str) -> Option<NaiveTime> {
    const WORDS: usize = 8;
    text.split_whitespace().take(WORDS).find_map(|word| time_of_day(word).or_else(|| glued(word)))
}

/// A time that a word begins with, when the rest is no part of it: `10点带样品`.
fn glued(word: &str) -> Option<NaiveTime> {
    let (time, rest) = time_at_start(word)?;
    rest.starts_with(|next: char| next.is_alphabetic() && !next.is_ascii()).then_some(time)
}

/// The half of the day a text names, before the hour in Chinese or after it in English.
fn half_named(text: &str) -> (Option<Half>, &str) {
    if let Some((rest, half)) =
        PARTS_OF_DAY.iter().find_map(|(word, half)| Some((text.strip_prefix(word)?, *half)))
    {
        return (Some(half), rest);
    }
    for (ending, half) in [("am", Half::Morning), ("pm", Half::Afternoon)] {
        if let Some(rest) = text.strip_suffix(ending) {
            return (Some(half), rest.trim_end());
        }
    }
    (None, text)
}

fn hour(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        return Some((text[..digits].parse().ok()?, &text[digits..]));
    }
    HOURS.iter().find_map(|(word, hour)| Some((*hour, text.strip_prefix(word)?)))
}

/// The minutes that follow an hour; `None` when what follows makes it no time.
fn minute(rest: &str, half: Option<Half>) -> Option<u32> {
    if let Some(minutes) = rest.strip_prefix(':') {
        return two_digits(minutes);
    }
    let Some(rest) = rest.strip_prefix(['点', '时']) else {
        // An hour alone is a time only beside the half of the day: `3pm`.
        return (rest.is_empty() && half.is_some()).then_some(0);
    };
    match rest {
        "" | "钟" | "整" => Some(0),
        "半" => Some(30),
        "一刻" => Some(15),
        "三刻" => Some(45),
        minutes => two_digits(minutes.strip_suffix('分').unwrap_or(minutes)),
    }
}

fn two_digits(text: &str) -> Option<u32> {
    let shaped = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| shaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(time: Option<NaiveTime>) -> String {
        time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, expected) in [
            ("10:00", "10:00"),
            ("9:30", "09:30"),
            ("14：05", "14:05"),
            ("9am", "09:00"),
            ("3pm", "15:00"),
            ("3 pm", "15:00"),
            ("3:30PM", "15:30"),
            ("12am", "00:00"),
            ("12pm", "12:00"),
            ("10点", "10:00"),
            ("10點半", "10:30"),
            ("十点一刻", "10:15"),
            ("上午10点", "10:00"),
            ("下午3点半", "15:30"),
            ("下午三点", "15:00"),
            ("晚上7:30", "19:30"),
            ("晚上19:30", "19:30"),
            ("傍晚5点", "17:00"),
            // Of the next day: which one is meant is not guessed.
            ("晚上12点", ""),
            ("晚上12", ""),
            ("晚上十二点半", ""),
            ("晚上1点", ""),
            ("凌晨1点", "01:00"),
            ("中午12点", "12:00"),
            ("中午11点", "11:00"),
            ("下午2点05分", "14:05"),
            ("3点", "15:00"),
            ("2:30", "14:30"),
            ("02:30", "02:30"),
            ("0:10", "00:10"),
            ("", ""),
            ("10", ""),
            ("24:00", ""),
            ("10:60", ""),
            ("10:5", ""),
            ("13点70", ""),
            ("3.2", ""),
            ("上午", ""),
            ("点", ""),
            ("10点钟钟", ""),
            ("pm", ""),
        ] {
            assert_eq!(said(time_of_day(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_time_is_found_where_chinese_goes_on_without_a_space() {
        for (text, expected, rest) in
            [("上午10点拜访", "10:00", "拜访"), ("10:00带样品", "10:00", "带样品"), ("十点半", "10:30", "")]
        {
            let (time, after) = time_at_start(text).unwrap();
            assert_eq!((said(Some(time)).as_str(), after), (expected, rest), "{text}");
        }
        assert_eq!(time_at_start("10:000"), None);
    }

    #[test]
    fn a_note_may_name_a_time_among_its_words() {
        for (text, expected) in [
            ("bring samples 10:30", "10:30"),
            ("下午3点带样品", "15:00"),
            ("10:30", "10:30"),
            ("about 8000 pieces", ""),
            ("", ""),
        ] {
            assert_eq!(said(first_time(text)), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".*|[0-9点时半上午下:pma ]{0,12}") {
            let _ = (time_of_day(&text), time_at_start(&text), first_time(&text));
        }
    }
}
