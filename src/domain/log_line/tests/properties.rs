//! What holds of every line.

use proptest::prelude::*;

use super::*;

/// Ten times the line is ten times the work, whatever it is made of.
#[test]
fn the_work_on_a_line_grows_with_its_length_only() {
    use crate::domain::log_line::words::work;
    use crate::domain::specimen::person;
    const SHORT: usize = 1_000;
    let people: Vec<_> = (0..5).map(|id| person(id, "周立", &[])).collect();
    for piece in [
        "promise ",
        "承诺 周五前 ",
        "next ",
        "by fri ",
        "order ",
        "+N ",
        "承诺",
        "x",
        "下次",
        "no ",
        "x， ",
        "@周立",
        "昨天",
        "yesterday ",
        "on ",
        "@a ",
    ] {
        let work = |pieces: usize| {
            let line = piece.repeat(pieces);
            work::of(|| drop(read_among(&people, &line, today(), DayTold::InLine)))
        };
        let (short, long) = (work(SHORT), work(10 * SHORT));
        assert!(short > 0 && long <= 11 * short, "{piece}: {short} and {long}");
    }
}

fn line_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "call",
        "电话",
        "next",
        "下次",
        "yesterday",
        "昨天",
        "on",
        "11-16",
        "fri",
        "周五",
        "周五前",
        "promise",
        "承诺",
        "by",
        "+N",
        "-a",
        "order",
        "no",
        "没",
        "interested",
        "，",
        ",",
        ".",
        " ",
        " ",
        " ",
        "8000",
        "对方承诺",
        "月底前",
        "é",
        "👍",
        "下次周五",
        "拜访",
        "10:00",
        "下午3点",
        "承诺周五前",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_was_read_can_be_told_and_read_again(line in line_like()) {
        use crate::domain::language::Language;
        let reading = read(&line, today());
        // What was no promise where it stood may be one in front: it is seen as one while the line is corrected.
        let noted = read(&reading.note, today());
        prop_assume!(noted.promises.is_empty() && noted.next.is_none() && noted.assertions.is_empty());
        for language in Language::ALL {
            let told = reading.told(None, *language);
            let again = read(&told, today());
            prop_assert!(reading.on.is_none() || again.on == reading.on, "{} | {}", &line, &told);
            prop_assert_eq!(&again.outcomes, &reading.outcomes, "{} | {}", &line, &told);
            prop_assert_eq!(&again.assertions, &reading.assertions, "{} | {}", &line, &told);
            prop_assert_eq!(&again.next, &reading.next, "{} | {}", &line, &told);
            let is_meant = again.promises.iter().all(|made| reading.promises.contains(made));
            prop_assert!(is_meant, "{} | {}", &line, &told);
        }
    }

    #[test]
    fn note_and_spans_cover_the_line(line in prop_oneof![line_like(), any::<String>()]) {
        let reading = read(&line, today());
        let mut end = 0;
        for (span, _) in &reading.spans {
            prop_assert!(end <= span.start && span.start < span.end && span.end <= line.len());
            end = span.end;
        }
        // The word for the kind stays in the note where the sentence goes on with it.
        let rest = |kind_stays: bool| {
            let mut rest = line.clone();
            for (span, kind) in reading.spans.iter().rev() {
                if *kind != SpanKind::Kind || !kind_stays {
                    rest.replace_range(span.clone(), " ");
                }
            }
            rest
        };
        let letters = |text: &str| -> Vec<char> {
            text.chars().filter(|mark| mark.is_alphanumeric()).collect()
        };
        if reading.outcomes.is_empty() {
            let note = letters(&reading.note);
            let is_covered = [false, true].iter().any(|stays| letters(&rest(*stays)) == note);
            prop_assert!(is_covered, "{} | {}", &line, &reading.note);
        }
    }
}
