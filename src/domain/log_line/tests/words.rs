//! Kinds, outcomes, assertions and people of a line, and the note that is left.

use super::*;

#[test]
fn a_whole_line_is_read() {
    let reading = read("call 8000 报价3.2万 +N -A next wed", today());
    assert_eq!(reading.kind, Some(ContactKind::Phone));
    assert_eq!(reading.note, "8000 报价3.2万");
    assert_eq!(reading.assertions, [(Need, Yes), (Authority, No)]);
    assert_eq!(reading.next, next("2026-11-25", None));
    assert_eq!(reading.outcomes, []);
    let kinds: Vec<_> = reading.spans.iter().map(|(_, kind)| *kind).collect();
    assert_eq!(kinds, [SpanKind::Kind, SpanKind::Assertion, SpanKind::Assertion, SpanKind::Next]);
}

#[test]
fn the_first_word_names_the_kind() {
    use ContactKind::*;
    for (word, kind) in [
        ("visit", Visit),
        ("phone", Phone),
        ("Call", Phone),
        ("mail", Mail),
        ("email", Mail),
        ("letter", Letter),
        ("wechat", Messenger),
        ("message", Messenger),
        ("fair", Fair),
        ("meeting", Meeting),
        ("demo", Demonstration),
        ("sample", Sample),
        ("quote", Quotation),
        ("delivery", Delivery),
        ("service", Service),
        ("complaint", Complaint),
        ("collect", Collection),
        ("survey", Survey),
        ("gift", Gift),
        ("other", Other),
        ("拜访", Visit),
        ("拜訪", Visit),
        ("来访", VisitIn),
        ("顺访", DropIn),
        ("电话", Phone),
        ("電話", Phone),
        ("邮件", Mail),
        ("函件", Letter),
        ("微信", Messenger),
        ("短信", Messenger),
        ("展会", Fair),
        ("会议", Meeting),
        ("演示", Demonstration),
        ("送样", Sample),
        ("报价", Quotation),
        ("送货", Delivery),
        ("售后", Service),
        ("投诉", Complaint),
        ("催款", Collection),
        ("调查", Survey),
        ("馈赠", Gift),
    ] {
        let reading = read(&format!("{word} 8000"), today());
        assert_eq!((reading.kind, reading.note.as_str()), (Some(kind), "8000"), "{word}");
        let reading = read(&format!("8000 {word}"), today());
        assert_eq!(reading.kind, None, "{word} is not the first word");
    }
    for line in ["calls", "call-centre", "call8000", "", "   "] {
        let reading = read(line, today());
        assert_eq!((reading.kind, reading.note.as_str()), (None, line.trim()), "{line}");
    }
    assert_eq!(read("电话：没接", today()).outcomes, [Outcome::NotReached]);
}

/// Chinese is written without spaces: the first word is what the line begins with.
#[test]
fn a_chinese_line_begins_with_its_kind() {
    use ContactKind::*;
    for (line, kind, note) in [
        ("拜访张总，谈了价格", Some(Visit), "拜访张总，谈了价格"),
        ("拜訪張總，談了價格", Some(Visit), "拜訪張總，談了價格"),
        ("打电话给张总，8000", Some(Phone), "打电话给张总，8000"),
        ("打电话 8000", Some(Phone), "8000"),
        ("打電話給張總", Some(Phone), "打電話給張總"),
        ("致电张总", Some(Phone), "致电张总"),
        ("报价3.2万", Some(Quotation), "报价3.2万"),
        ("电话谈了价格 +N", Some(Phone), "电话谈了价格"),
        ("call张总", Some(Phone), "call张总"),
        ("短信轰炸太烦", None, "短信轰炸太烦"),
        ("拜访了张总", Some(Visit), "拜访了张总"),
        ("拜訪過張總", Some(Visit), "拜訪過張總"),
        ("电话里说好", Some(Phone), "电话里说好"),
        ("电话费太高", None, "电话费太高"),
        ("会议室很大", None, "会议室很大"),
        ("报价单已发", None, "报价单已发"),
        ("電話費太高", None, "電話費太高"),
        ("調查問卷已發", None, "調查問卷已發"),
        ("发微信问价", Some(Messenger), "发微信问价"),
        ("通话八分钟", Some(Phone), "通话八分钟"),
        ("微信群里说的", None, "微信群里说的"),
        ("其他供应商在谈", None, "其他供应商在谈"),
        ("介绍了新产品", None, "介绍了新产品"),
        ("张总来电话", None, "张总来电话"),
        ("8000电话", None, "8000电话"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.kind, reading.note.as_str()), (kind, note), "{line}");
    }
    let reading = read("电话没接", today());
    assert_eq!((reading.outcomes.as_slice(), reading.note.as_str()), (&[Outcome::NotReached][..], ""));
    let reading = read("拜访张总，感兴趣，+N，下次周五上午10点拜访带样品", today());
    assert_eq!((reading.kind, reading.outcomes), (Some(Visit), vec![Outcome::Interested]));
    assert_eq!((reading.assertions, reading.note.as_str()), (vec![(Need, Yes)], "拜访张总，带样品"));
    let expected = NextAction { on: date("2026-11-20"), kind: Some(Visit), note: "上午10点".into() };
    assert_eq!(reading.next, Some(expected));
}

/// A contact told to be corrected has its kind first, and then a note that may begin with the word for it.
#[test]
fn a_note_that_begins_with_the_kind_is_read_as_before_behind_the_kind() {
    for line in ["电话承诺 下单", "phone 电话承诺 下单", "phone call承诺 下单"] {
        let reading = read(line, today());
        assert_eq!((reading.kind, reading.outcomes.len()), (Some(ContactKind::Phone), 0), "{line}");
    }
}

/// What is told in a verb is a sentence, whose words are wanted in the note.
#[test]
fn a_verb_that_names_the_kind_stays_in_its_sentence() {
    use ContactKind::*;
    for (line, kind, note) in [
        ("visited the plant", Visit, "visited the plant"),
        ("called Ana, interested", Phone, "called Ana"),
        ("met Ana at the fair +N", Meeting, "met Ana at the fair"),
        ("emailed the price list", Mail, "emailed the price list"),
        ("called", Phone, ""),
        ("called, 8000", Phone, "8000"),
        ("called no answer", Phone, ""),
        ("called +N next fri", Phone, ""),
        ("visited yesterday, 8000", Visit, "8000"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.kind, reading.note.as_str()), (Some(kind), note), "{line}");
    }
}

/// The same contact in three languages.
#[test]
fn three_languages_say_the_same() {
    for line in [
        "visit interested +N -A next fri call promise 样品 by 2026-11-30 8000",
        "拜访 感兴趣 +N -A 下次 周五 电话 承诺 样品 2026-11-30前 8000",
        "拜访，感兴趣，+N，-A，下次周五电话，承诺样品11月30日前，8000",
        "拜訪，有興趣，＋Ｎ，－Ａ，下次週五電話，承諾样品月底前，8000",
        "拜訪 感興趣 N+ A- 下次 星期五 電話 承諾月底前样品，8000",
    ] {
        let reading = read(line, today());
        assert_eq!(reading.kind, Some(ContactKind::Visit), "{line}");
        assert_eq!(reading.outcomes, [Outcome::Interested], "{line}");
        assert_eq!(reading.assertions, [(Need, Yes), (Authority, No)], "{line}");
        assert_eq!(reading.next, next("2026-11-20", Some(ContactKind::Phone)), "{line}");
        assert_eq!(reading.promises, [promise(PromiseBy::Us, "样品", "2026-11-30")], "{line}");
        assert_eq!((reading.note.as_str(), reading.doubts.len()), ("8000", 0), "{line}");
    }
}

#[test]
fn outcomes_are_whole_words_and_never_denied_ones() {
    use Outcome::*;
    for (line, outcomes, note) in [
        ("call interested", &[Interested][..], ""),
        ("call no-answer", &[NotReached], ""),
        ("call No-Answer.", &[NotReached], ""),
        ("visit 感兴趣 要样品", &[Interested], "要样品"),
        ("电话 8000 没接", &[NotReached], "8000"),
        ("电话 不要再联系", &[DoNotContact], ""),
        ("電話 請勿再聯絡，很生氣", &[DoNotContact], "很生氣"),
        ("电话 没接，改天再打", &[NotReached], "改天再打"),
        ("visit 要报价 下单", &[QuoteAsked, Order], ""),
        ("visit order postponed", &[OrderPostponed], ""),
        ("visit order, postponed", &[Order], "postponed"),
        ("call quote-asked interested interested", &[QuoteAsked, Interested], ""),
        ("call interested in the blue one", &[Interested], "in the blue one"),
        ("call Ana wants to order today", &[Order], "Ana wants to order today"),
        ("call not interested", &[], "not interested"),
        ("call not interested now", &[], "not interested now"),
        ("call not-interested", &[NotInterested], ""),
        ("call no answer", &[NotReached], ""),
        ("call not reached at all", &[NotReached], "at all"),
        ("call no order", &[], "no order"),
        ("call No, interested", &[], "No, interested"),
        ("call not an order", &[], "not an order"),
        ("call not yet really interested", &[], "not yet really interested"),
        ("call no longer interested", &[], "no longer interested"),
        ("call nobody interested", &[], "nobody interested"),
        ("call hardly interested", &[], "hardly interested"),
        ("call dont order", &[], "dont order"),
        ("call not today, interested", &[Interested], "not today"),
        ("电话 未必 下单", &[], "未必 下单"),
        ("电话 不想 下单", &[], "不想 下单"),
        ("电话 不一定 下单", &[], "不一定 下单"),
        ("電話 沒打算 下單", &[], "沒打算 下單"),
        ("電話 還不會 下單", &[], "還不會 下單"),
        ("电话 别 下单", &[], "别 下单"),
        ("电话 无意 下单", &[], "无意 下单"),
        ("电话 不错 感兴趣", &[Interested], "不错"),
        ("电话 不过 感兴趣", &[Interested], "不过"),
        ("电话 不贵 下单", &[Order], "不贵"),
        ("call didn't order", &[], "didn't order"),
        ("电话 没 下单", &[], "没 下单"),
        ("电话 不 感兴趣", &[], "不 感兴趣"),
        ("电话 还没 下单", &[], "还没 下单"),
        ("电话 未 下单", &[], "未 下单"),
        ("电话 没下单", &[], "没下单"),
        ("电话 不感兴趣", &[NotInterested], ""),
        ("call reordering uninterested", &[], "reordering uninterested"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.outcomes.as_slice(), reading.note.as_str()), (outcomes, note), "{line}");
    }
}

#[test]
fn marks_around_what_was_read_leave_with_it() {
    for (line, outcomes, assertions, note) in [
        ("call (interested)", 1, 0, ""),
        ("call \"interested\" 8000", 1, 0, "8000"),
        ("call 'interested'.", 1, 0, ""),
        ("call “interested”, 8000", 1, 0, "8000"),
        ("call 8000 (+M, -A) fine", 0, 2, "8000 fine"),
        ("call (“+M”) fine", 0, 1, "fine"),
        ("电话（没接）", 1, 0, ""),
        ("电话【没接】再打", 1, 0, "再打"),
        ("电话「+N」", 0, 1, ""),
        ("(call) 8000", 0, 0, "8000"),
        ("call (+M agreed)", 0, 1, "(agreed)"),
        ("call (agreed +M)", 0, 1, "(agreed)"),
        ("call (+M", 0, 1, "("),
        ("call +M )", 0, 1, ")"),
        ("call () \"\" (8000)", 0, 0, "() \"\" (8000)"),
    ] {
        let reading = read(line, today());
        let found = (reading.outcomes.len(), reading.assertions.len(), reading.note.as_str());
        assert_eq!(found, (outcomes, assertions, note), "{line}");
    }
}

#[test]
fn assertions_are_words_of_their_own() {
    for (line, assertions, note) in [
        ("+M -A ?N", &[(Money, Yes), (Authority, No), (Need, Unknown)][..], ""),
        ("m+ a- n+", &[(Money, Yes), (Authority, No), (Need, Yes)], ""),
        ("＋Ｍ －Ａ ？Ｎ", &[(Money, Yes), (Authority, No), (Need, Unknown)], ""),
        ("−A", &[(Authority, No)], ""),
        ("-A asked", &[(Authority, No)], "asked"),
        ("感兴趣，+N。", &[(Need, Yes)], ""),
        ("8000, +N, later", &[(Need, Yes)], "8000, later"),
        ("+N -N", &[(Need, No)], ""),
        ("who is M? A? N?", &[], "who is M? A? N?"),
        ("+MA M+A ++M +X M a n + - ?", &[], "+MA M+A ++M +X M a n + - ?"),
        ("A+B A-1 C+", &[], "A+B A-1 C+"),
    ] {
        let reading = read(line, today());
        assert_eq!((reading.assertions.as_slice(), reading.note.as_str()), (assertions, note), "{line}");
    }
}

#[test]
fn a_person_of_the_card_is_named_by_the_name_or_its_beginning() {
    use crate::domain::specimen::person;
    let people = [
        person(1, "周立", &[]),
        person(2, "周敏", &[]),
        person(3, "Ana Torres", &[]),
        person(4, "Bea Small", &[]),
        person(5, "Bea Stone", &[]),
    ];
    for (line, expected, note) in [
        ("call @周立 fine", Some(1), "fine"),
        ("call @周 fine", None, "@周 fine"),
        ("call @ana", Some(3), ""),
        ("call @Ana-Torres +A", Some(3), ""),
        ("call @Ana Torres +A", Some(3), ""),
        ("call @ana torres, fine", Some(3), "fine"),
        ("call @Ana, Torres agrees", Some(3), "Torres agrees"),
        ("call @Ana to call back", Some(3), "to call back"),
        ("call @Bea Stone fine", Some(5), "fine"),
        ("call @Bea fine", None, "@Bea fine"),
        ("call @Bea S fine", None, "@Bea S fine"),
        ("电话@周立，要样品", Some(1), "要样品"),
        ("拜访@周立说要样品", Some(1), "说要样品"),
        ("拜访 ＠周敏 说要样品", Some(2), "说要样品"),
        ("call ana@example.com", None, "ana@example.com"),
        ("call @", None, "@"),
    ] {
        let reading = read_among(&people, line, today(), DayTold::InLine);
        let person = reading.person.map(|person| person.0);
        assert_eq!((person, reading.note.as_str()), (expected, note), "{line}");
    }
}

#[test]
fn the_note_is_kept_as_typed() {
    for (line, note) in [
        ("call  two   spaces", "two   spaces"),
        ("call: asked “why?”", "asked “why?”"),
        ("10:30 call", "10:30 call"),
        ("visit 8000, 9000. Fine!", "8000, 9000. Fine!"),
        ("call wants 80,000.50 +N soon", "wants 80,000.50 soon"),
        ("ends with a comma,", "ends with a comma,"),
    ] {
        assert_eq!(read(line, today()).note, note, "{line}");
    }
}
