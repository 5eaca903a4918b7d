//! Next actions and promises of a line, and what looks like one.

use super::*;

#[test]
fn a_next_action_may_have_a_time_beside_its_day() {
    let at = |on: &str, time: &str, kind| Some(NextAction { on: date(on), kind, note: time.into() });
    let visit = Some(ContactKind::Visit);
    for (line, expected, note) in [
        ("call next tomorrow 10:00 visit", at("2026-11-19", "10:00", visit), ""),
        ("call next tomorrow visit 10:00 bring samples", at("2026-11-19", "10:00", visit), "bring samples"),
        ("call next tomorrow at 3 pm visit", at("2026-11-19", "3 pm", visit), ""),
        ("call next visit fri 10:00", at("2026-11-20", "10:00", visit), ""),
        ("call next 10:00 fri visit", at("2026-11-20", "10:00", visit), ""),
        ("call next fri 10:00, visit went well", at("2026-11-20", "10:00", None), "visit went well"),
        ("call next dec 1 10:00", at("2026-12-01", "10:00", None), ""),
        ("电话 下次 明天 下午3点 拜访 带样品", at("2026-11-19", "下午3点", visit), "带样品"),
        ("电话 下次明天10：00拜访", at("2026-11-19", "10：00", visit), ""),
        ("电话 下次明天拜访10点半，8000", at("2026-11-19", "10点半", visit), "8000"),
        ("call next time 10:00 visit", None, "next time 10:00 visit"),
        ("call next visit", None, "next visit"),
        ("call at 10:00 fri", None, "at 10:00 fri"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.next, reading.note.as_str()), (expected, note), "{line}");
    }
}

#[test]
fn the_next_action_is_a_date_and_perhaps_a_kind() {
    for (line, expected, note) in [
        ("call next wed", next("2026-11-25", None), ""),
        ("call next fri visit", next("2026-11-20", Some(ContactKind::Visit)), ""),
        (
            "call next 2026-12-01 call about prices",
            next("2026-12-01", Some(ContactKind::Phone)),
            "about prices",
        ),
        ("call next 12-01, call", next("2026-12-01", None), "call"),
        ("call Next tomorrow.", next("2026-11-19", None), ""),
        ("call next +2w", next("2026-12-02", None), ""),
        ("call next dec 1 visit", next("2026-12-01", Some(ContactKind::Visit)), ""),
        ("call next next fri", next("2026-11-27", None), ""),
        ("电话 下次 周五 拜访", next("2026-11-20", Some(ContactKind::Visit)), ""),
        ("电话 下次 下周三", next("2026-11-25", None), ""),
        ("电话 下次周五拜访 带样品", next("2026-11-20", Some(ContactKind::Visit)), "带样品"),
        ("电话 下次明天", next("2026-11-19", None), ""),
        ("call next week", None, "next week"),
        ("call next time bring samples", None, "next time bring samples"),
        ("电话 下次再说", None, "下次再说"),
        ("电话 下次周五再说", next("2026-11-20", None), "再说"),
        ("电话 下次周五拜访张总", next("2026-11-20", Some(ContactKind::Visit)), "张总"),
        ("电话 下次周五下单", None, "下次周五下单"),
        ("call next 2026-06-31", None, "next 2026-06-31"),
        ("call next", None, "next"),
        ("call fri", None, "fri"),
        ("call next fri next mon", next("2026-11-20", None), "next mon"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.next, reading.note.as_str()), (expected, note), "{line}");
    }
}

#[test]
fn what_looks_meant_and_is_not_understood_is_told_and_stays_in_the_note() {
    use super::Doubt::*;
    for (line, expected) in [
        ("call fine", vec![]),
        ("call +X -1 +N", vec![("+X", NoSuchLetter)]),
        ("call next 2026-06-31", vec![("next 2026-06-31", NoSuchDay)]),
        ("call next 31 june", vec![("next 31 june", NoSuchDay)]),
        ("call next 1 june 2020 visit", vec![("next 1 june 2020", PastDay)]),
        ("call next dec 32", vec![("next dec 32", NoSuchDay)]),
        ("电话 下次 6月31日", vec![("下次 6月31日", NoSuchDay)]),
        ("电话 下次6月31日", vec![("下次6月31日", NoSuchDay)]),
        ("电话，下次6月31日拜访张总", vec![("下次6月31日", NoSuchDay)]),
        ("电话 下次3个人来", vec![]),
        ("call next 2026-11-17", vec![("next 2026-11-17", PastDay)]),
        ("call next fri next mon", vec![("next mon", SecondNext)]),
        ("call next week, next time", vec![]),
        ("call @nobody", vec![("@nobody", NoSuchPerson)]),
        ("call again fri, or mon", vec![("fri", DayAlone)]),
        ("电话 周五再联系", vec![("周五", DayAlone)]),
        ("电话 下周三 下午", vec![("下周三", DayAlone)]),
        ("call was there today, room 12 of 8000, 3.2万", vec![]),
        ("call fri next mon", vec![]),
    ] {
        let reading = read(line, today());
        let found: Vec<_> =
            reading.doubts.iter().map(|(span, doubt)| (&line[span.clone()], *doubt)).collect();
        assert_eq!(found, expected, "{line}");
        assert!(expected.iter().all(|(text, _)| reading.note.contains(text)), "{line}: {}", reading.note);
    }
}

#[test]
fn a_day_keeps_its_ending_in_a_next_action() {
    for (line, on, kind, note) in [
        ("电话 下次月底前报价", "2026-11-30", Some(ContactKind::Quotation), ""),
        ("电话 下次月底之前报价", "2026-11-30", Some(ContactKind::Quotation), ""),
        ("电话 下次 月底前 报价", "2026-11-30", Some(ContactKind::Quotation), ""),
        ("电话 下次周五以前拜访带样品", "2026-11-20", Some(ContactKind::Visit), "带样品"),
        ("電話 下次週五下班前報價", "2026-11-20", Some(ContactKind::Quotation), ""),
        ("电话 下次12月1日前送样", "2026-12-01", Some(ContactKind::Sample), ""),
        ("电话 下次3天内报价", "2026-11-21", Some(ContactKind::Quotation), ""),
        ("电话 下次 两周之内 拜访", "2026-12-02", Some(ContactKind::Visit), ""),
        ("电话 下次周五左右电话", "2026-11-20", Some(ContactKind::Phone), ""),
        ("电话 下次周五前台见", "2026-11-20", None, "前台见"),
        ("电话 下次3天前报价", "", None, "下次3天前报价"),
    ] {
        let reading = read(line, today());
        let found = reading.next.map(|next| (next.on.to_string(), next.kind)).unwrap_or_default();
        assert_eq!((found.0.as_str(), found.1, reading.note.as_str()), (on, kind, note), "{line}");
    }
}

#[test]
fn promises_have_a_text_and_a_day() {
    use PromiseBy::{Them, Us};
    for (line, promises, note) in [
        ("call promise price list by fri", vec![promise(Us, "price list", "2026-11-20")], ""),
        ("call they-promise a decision by 12-01 +N", vec![promise(Them, "a decision", "2026-12-01")], ""),
        ("电话 承诺 送样品 周五前", vec![promise(Us, "送样品", "2026-11-20")], ""),
        ("电话 承诺 送样品 12月1日之前 好", vec![promise(Us, "送样品", "2026-12-01")], "好"),
        ("电话 承诺周五前送样品，8000", vec![promise(Us, "送样品", "2026-11-20")], "8000"),
        ("电话 对方承诺月底前付款", vec![promise(Them, "付款", "2026-11-30")], ""),
        ("电话 承诺周五前下单", vec![promise(Us, "下单", "2026-11-20")], ""),
        ("电话 承诺送样品周五前", vec![promise(Us, "送样品", "2026-11-20")], ""),
        ("电话 承诺 周五前 送样品，8000", vec![promise(Us, "送样品", "2026-11-20")], "8000"),
        ("电话 承诺周五前 送样品 +N", vec![promise(Us, "送样品", "2026-11-20")], ""),
        ("电话 对方承诺 付款 月底前", vec![promise(Them, "付款", "2026-11-30")], ""),
        ("電話 對方承諾 付款 月底前", vec![promise(Them, "付款", "2026-11-30")], ""),
        ("电话 承诺3天内回复", vec![promise(Us, "回复", "2026-11-21")], ""),
        ("电话 承诺 寄样品 一周之内", vec![promise(Us, "寄样品", "2026-11-25")], ""),
        ("電話 對方承諾 兩週內 付款", vec![promise(Them, "付款", "2026-12-02")], ""),
        (
            "promise samples by fri they-promise answer by mon",
            vec![promise(Us, "samples", "2026-11-20"), promise(Them, "answer", "2026-11-23")],
            "",
        ),
        ("promise to stand by us by fri", vec![promise(Us, "to stand by us", "2026-11-20")], ""),
        ("promise order form by fri", vec![promise(Us, "order form", "2026-11-20")], ""),
        ("promise samples", vec![], "promise samples"),
        ("promise samples by Ana", vec![], "promise samples by Ana"),
        ("they-promise order", vec![], "they-promise order"),
        ("they-promise an order soon", vec![], "they-promise an order soon"),
        ("对方承诺 下单", vec![], "对方承诺 下单"),
        ("承诺 尽快 下单 签约", vec![], "承诺 尽快 下单 签约"),
        ("promise by fri", vec![], "promise by fri"),
        ("promise a promise b by fri", vec![promise(Us, "b", "2026-11-20")], "promise a"),
        ("电话 承诺 送样品", vec![], "承诺 送样品"),
        ("电话 承诺 周五前", vec![], "承诺 周五前"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.promises, reading.note.as_str()), (promises, note), "{line}");
        assert_eq!(reading.outcomes, [], "{line}");
    }
}

/// A note that says the opposite must not become a promise that falls due.
#[test]
fn what_was_not_promised_is_note() {
    for line in [
        "no promise of samples by fri",
        "they did not promise payment by fri",
        "she didn't promise an order by fri",
        "we can't promise samples by fri",
        "never really promised samples by fri",
        "not they-promise payment by fri",
        "没有 承诺 付款 周五前",
        "還沒 承諾 付款 週五前",
    ] {
        let reading = read(&format!("call {line}"), today());
        assert_eq!((reading.promises.as_slice(), reading.note.as_str()), (&[][..], line));
        assert_eq!(reading.outcomes, [], "{line}");
        assert!(!reading.doubts.iter().any(|(_, doubt)| *doubt == Doubt::NoDeadline), "{line}");
    }
    let other_clause = read("call price? no, promise samples by fri", today());
    assert_eq!(other_clause.promises, [promise(PromiseBy::Us, "samples", "2026-11-20")]);
}

#[test]
fn a_promise_by_a_day_that_does_not_exist_is_note() {
    for line in
        ["承诺 样品 6月31日前", "承诺样品2月30号前", "承诺 样品 2027年6月31日前", "對方承諾 付款 13月1日前"]
    {
        let reading = read(&format!("电话 {line}"), today());
        assert_eq!((reading.promises.as_slice(), reading.note.as_str()), (&[][..], line));
        assert_eq!(reading.doubts.first().map(|(_, doubt)| *doubt), Some(Doubt::NoDeadline), "{line}");
    }
}

/// What was promised ends with its clause, a day for it or not.
#[test]
fn what_is_read_behind_a_promise_without_a_day_stands_in_another_clause() {
    let reading = read("they-promise order soon, interested +N", today());
    assert_eq!(
        (reading.outcomes.as_slice(), reading.note.as_str()),
        (&[Outcome::Interested][..], "they-promise order soon")
    );
    assert_eq!(reading.assertions, [(Need, Yes)]);
}

/// The line has one reading of `next wed`, whatever it stands behind. 2026-11-16 is a Monday.
#[test]
fn next_before_a_weekday_is_the_coming_one_in_a_deadline_too() {
    let monday = date("2026-11-16");
    for (line, on) in [
        ("next wed", "2026-11-18"),
        ("promise samples by next wed", "2026-11-18"),
        ("they-promise samples by next wed, 8000", "2026-11-18"),
        ("promise samples by next wed next fri call", "2026-11-18"),
        ("promise samples by wed", "2026-11-18"),
        ("承诺 样品 下周三前", "2026-11-25"),
    ] {
        let reading = read(line, monday);
        let next = reading.next.filter(|_| reading.promises.is_empty()).map(|next| next.on);
        let promised = reading.promises.first().and_then(|made| made.due_on);
        assert_eq!(promised.or(next), Some(date(on)), "{line}");
    }
}

#[test]
fn a_promise_is_told_as_it_was_meant_or_not_at_all() {
    use crate::domain::language::Language;
    for (line, told_as_meant) in
        [("承诺 样品 周五前", 1), ("promise samples by fri", 1), ("对方承诺月底前周五前", 0)]
    {
        let reading = read(line, today());
        for language in Language::ALL {
            let again = read(&reading.told(None, *language), today());
            assert_eq!(again.promises, reading.promises[..told_as_meant], "{line}");
        }
    }
}

#[test]
fn what_others_promised_is_theirs() {
    use crate::domain::contact::PromiseBy;
    for (line, by, text, note) in [
        ("call they promised to pay by fri", PromiseBy::Them, "to pay", ""),
        ("call she promise samples by fri, glad", PromiseBy::Them, "samples", "glad"),
        ("call promised samples by fri", PromiseBy::Us, "samples", ""),
        ("call they-promise samples by fri", PromiseBy::Them, "samples", ""),
    ] {
        let reading = read(line, today());
        let promises: Vec<_> = reading.promises.iter().map(|made| (made.by, made.text.as_str())).collect();
        assert_eq!((promises, reading.note.as_str()), (vec![(by, text)], note), "{line}");
    }
}
