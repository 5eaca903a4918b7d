//! Lines as salespeople type them, in three languages, with what is understood of each.

use super::*;
use crate::domain::choice::Choice;
use crate::domain::specimen::person;

/// What was understood: kind, outcomes, letters, next action, promises, person; the note behind `#`, what is
/// doubted behind `!`.
fn understood(line: &str) -> String {
    let people = [
        person(1, "张伟", &[]),
        person(2, "李娜", &[]),
        person(3, "Ana Torres", &[]),
        person(4, "王建国", &[]),
    ];
    let read = read_among(&people, line, today(), DayTold::InLine);
    let mut parts: Vec<String> = read.on.iter().map(|on| format!("on {on}")).collect();
    parts.extend(read.kind.iter().map(|kind| kind.code().to_owned()));
    parts.extend(read.outcomes.iter().map(|outcome| format!("={}", outcome.code())));
    parts.extend(
        read.assertions.iter().map(|(letter, answer)| format!("{}:{}", letter.code(), answer.code())),
    );
    parts.extend(read.next.iter().map(|next| {
        let kind = next.kind.map(Choice::code).unwrap_or("-");
        format!("next {} {kind} {}", next.on.format("%m-%d"), next.note).trim_end().to_owned()
    }));
    parts.extend(read.promises.iter().map(|made| {
        let by = made.due_on.map(|on| on.format("%m-%d").to_string()).unwrap_or_default();
        format!("{} {by} {}", made.by.code(), made.text)
    }));
    parts.extend(read.person.map(|person| format!("@{}", person.0)));
    parts.extend(Some(format!("#{}", read.note)).filter(|_| !read.note.is_empty()));
    parts.extend(read.doubts.iter().map(|(span, doubt)| format!("!{doubt:?} {}", &line[span.clone()])));
    parts.join(" | ")
}

fn check(lines: &[(&str, &str)]) {
    let wrong = lines.iter().filter(|(line, expected)| understood(line) != *expected);
    let wrong: Vec<String> =
        wrong.map(|(line, expected)| format!("{line}\n  {expected}\n  {}", understood(line))).collect();
    assert!(wrong.is_empty(), "line, expected, read:\n{}", wrong.join("\n"));
}

#[test]
fn lines_in_english_are_read_as_they_are_meant() {
    check(&[
        (
            "call Ana not in, call back tomorrow",
            "phone | =call-back | #Ana not in, tomorrow | !DayAlone tomorrow",
        ),
        (
            "called Ana Torres, interested, wants samples next fri",
            "phone | =interested | next 11-20 - | #called Ana Torres, wants samples",
        ),
        (
            "visit showed the new line, +N, next wed 10:00 visit",
            "visit | n:yes | next 11-25 visit 10:00 | #showed the new line",
        ),
        ("phone no answer", "phone | =no-answer"),
        ("called, no one picked up", "phone | =no-answer"),
        ("left voicemail", "=no-answer"),
        (
            "email sent offer 3,200 EUR, promise samples by fri",
            "mail | us 11-20 samples | #sent offer 3,200 EUR",
        ),
        (
            "met Ana at the fair, she promised to decide by dec 5",
            "meeting | them 12-05 to decide | #met Ana at the fair",
        ),
        (
            "spoke to Kim, budget approved +M, needs a quote",
            "m:yes | #spoke to Kim, budget approved, needs a quote",
        ),
        ("visit order 200 units, ship next mon", "visit | =order | next 11-23 - | #200 units, ship"),
        ("call order postponed till january", "phone | =order-postponed | #till january"),
        (
            "call wants to think about it, try again +2w",
            "phone | #wants to think about it, try again +2w | !DayAlone +2w",
        ),
        ("sms thanks for the visit", "wechat | #thanks for the visit"),
        ("wechat price ok, they promise deposit by 30 nov", "wechat | them 11-30 deposit | #price ok"),
        ("visit they will pay by friday", "visit | #they will pay by friday | !DayAlone friday"),
        (
            "complaint scratched panels, promise replacement by tomorrow",
            "complaint | us 11-19 replacement | #scratched panels",
        ),
        ("quote 12,500 incl. VAT sent to Ana", "quote | #12,500 incl. VAT sent to Ana"),
        (
            "demo went well! +N +A, next dec 3 14:30 meeting",
            "demo | n:yes | a:yes | next 12-03 meeting 14:30 | #went well!",
        ),
        ("call spoke with @Ana Torres: price is too high", "phone | @3 | #spoke with: price is too high"),
        ("call @Ana Torres agrees -M next month again", "phone | m:no | @3 | #agrees next month again"),
        (
            "call I'll call back, promise price list by thursday; he promised an answer by mon",
            "phone | us 11-19 price list | them 11-23 an answer | #I'll call back",
        ),
        ("call promised to send the contract by friday", "phone | us 11-20 to send the contract"),
        (
            "visit asked for a quote, quote asked, next tue call",
            "visit | =quote-asked | next 11-24 phone | #asked for a quote",
        ),
    ]);
}

#[test]
fn lines_in_simplified_chinese_are_read_as_they_are_meant() {
    check(&[
        ("电话没人接", "phone | =no-answer"),
        ("给张总打电话，没接，下次周五再打", "phone | =no-answer | next 11-20 - | #给张总打电话，再打"),
        (
            "拜访张总，谈了报价，3.2万，对方要样品，下次下周三送样",
            "visit | next 11-25 sample | #拜访张总，谈了报价，3.2万，对方要样品",
        ),
        ("微信 李姐说下周一付款，承诺周五前寄合同", "wechat | us 11-20 寄合同 | #李姐说下周一付款"),
        (
            "去了一趟他们厂，感觉需求是真的 +N，预算还没批 -M",
            "n:yes | m:no | #去了一趟他们厂，感觉需求是真的，预算还没批",
        ),
        ("电话 8000 报价3.2万 +N -A 下次 周三", "phone | n:yes | a:no | next 11-25 - | #8000 报价3.2万"),
        ("拜访 老板不在，留了名片", "visit | #老板不在，留了名片"),
        (
            "打电话给王建国，他说要请示领导，下周二回复",
            "phone | #打电话给王建国，他说要请示领导，下周二回复 | !DayAlone 下周二",
        ),
        ("展会上碰到张总，有兴趣，要报价单", "fair | =interested | =quote-asked | #展会上碰到张总"),
        ("送样2件，对方承诺月底前给反馈", "sample | them 11-30 给反馈 | #送样2件"),
        ("拜访 @李娜 对方答应周五之前付定金", "visit | them 11-20 付定金 | @2"),
        ("催款，张总说月底付", "collect | #张总说月底付"),
        ("投诉：面板有划痕，承诺明天前换货", "complaint | us 11-19 换货 | #面板有划痕"),
        ("已下单，200箱，下次12月1日送货", "=order | next 12-01 delivery | #200箱"),
        ("约好下周三上午10点面谈", "=appointment | #下周三上午10点面谈 | !DayAlone 下周三"),
        ("张总出差，没见到，下次下周一电话", "=no-answer | next 11-23 phone | #张总出差"),
        ("微信报价3.2万，客户嫌贵", "wechat | #微信报价3.2万，客户嫌贵"),
        ("来访，看了展厅，对A款感兴趣", "visit-in | #看了展厅，对A款感兴趣"),
        ("邮件发了报价，承诺周五前补充参数", "mail | us 11-20 补充参数 | #邮件发了报价"),
        ("顺访，放了样册，前台说采购下周回来", "drop-in | #放了样册，前台说采购下周回来"),
        ("演示效果不错！客户要求试用，+N", "demo | n:yes | #演示效果不错！客户要求试用"),
        ("电话：没空，改天再约", "phone | #没空，改天再约"),
        (
            "售后，换了一个零件。客户满意。下次+2w回访",
            "service | next 12-02 - | #换了一个零件。客户满意。回访",
        ),
        ("电话沟通价格（含税3.2万），要样品", "phone | #电话沟通价格（含税3.2万），要样品"),
        ("上门拜访李娜，介绍新品，同意试样", "visit | =sample-agreed | #上门拜访李娜，介绍新品"),
        ("拜访 @张伟 @李娜 都在，谈合同", "visit | @1 | #@李娜 都在，谈合同"),
        ("下周三之前给方案", "#下周三之前给方案 | !DayAlone 下周三"),
        ("电话@王建国说没预算，-M，下次一个月后电话", "phone | m:no | next 12-18 phone | @4 | #说没预算"),
        (
            "电话张伟，约定下周四下午2点半上门，承诺带样品",
            "phone | =appointment | #电话张伟，下周四下午2点半上门，承诺带样品 | !DayAlone 下周四 | !NoDeadline 承诺带样品",
        ),
        (
            "拜访，对方承诺12月5号前定下来，我方承诺明天下班前发报价",
            "visit | them 12-05 定下来 | us 11-19 发报价",
        ),
        ("无人接听，下次明天电话", "=no-answer | next 11-19 phone"),
        ("占线", "=no-answer"),
        ("询价，要200台，报价12.8万", "=quote-asked | #要200台，报价12.8万"),
        ("收款12萬", "#收款12萬"),
    ]);
}

#[test]
fn lines_in_traditional_chinese_are_read_as_they_are_meant() {
    check(&[
        ("電話張總，沒接", "phone | =no-answer | #電話張總"),
        ("拜訪，談妥報價3.2萬，對方承諾下週五前簽約", "visit | them 11-27 簽約 | #談妥報價3.2萬"),
        ("下次下週三下午兩點拜訪，帶樣品", "next 11-25 visit 下午兩點 | #帶樣品"),
        ("LINE 通話，要報價", "wechat | =quote-asked | #通話"),
        ("來電詢問交期，承諾明天前回覆", "phone-in | us 11-19 回覆 | #來電詢問交期"),
        ("送樣兩件，下次+1w電話追蹤", "sample | next 11-25 phone | #送樣兩件，追蹤"),
        ("客訴：包裝破損，已道歉", "complaint | #包裝破損，已道歉"),
        ("開會討論合約，+A", "meeting | a:yes | #開會討論合約"),
        ("參展遇到陳經理，索取資料", "fair | =info-asked | #參展遇到陳經理"),
        ("請勿再聯絡", "=do-not-contact"),
        ("催款，對方答應月底前付款", "collect | them 11-30 付款"),
        (
            "電訪王小姐，有興趣，下次下週二下午3點半拜訪",
            "phone | =interested | next 11-24 visit 下午3點半 | #電訪王小姐",
        ),
        ("寄信，附目錄", "letter | #附目錄"),
    ]);
}

#[test]
fn a_line_opens_with_the_day_it_was() {
    check(&[
        // Before the kind.
        ("yesterday call no answer", "on 2026-11-17 | phone | =no-answer"),
        ("Yesterday, call Ana", "on 2026-11-17 | phone | #Ana"),
        ("last fri visit wants samples", "on 2026-11-13 | visit | #wants samples"),
        ("2 days ago met Ana, next fri call", "on 2026-11-16 | meeting | next 11-20 phone | #met Ana"),
        ("2026-11-16 call", "on 2026-11-16 | phone"),
        ("11-16 call fine", "on 2026-11-16 | phone | #fine"),
        ("16 nov call fine", "on 2026-11-16 | phone | #fine"),
        ("fri call fine", "on 2026-11-13 | phone | #fine"),
        ("fri no answer", "on 2026-11-13 | =no-answer"),
        ("on fri Ana agreed +A", "on 2026-11-13 | a:yes | #Ana agreed"),
        ("on 11-16 Ana agreed", "on 2026-11-16 | #Ana agreed"),
        ("on nov 16 call", "on 2026-11-16 | phone"),
        ("yesterday afternoon call fine", "on 2026-11-17 | phone | #afternoon fine"),
        ("yesterday they asked for a price", "on 2026-11-17 | #they asked for a price"),
        ("today call fine", "on 2026-11-18 | phone | #fine"),
        ("昨天拜访张总，谈了价格", "on 2026-11-17 | visit | #拜访张总，谈了价格"),
        ("昨天 拜访张总", "on 2026-11-17 | visit | #拜访张总"),
        ("昨天下午拜访张总", "on 2026-11-17 | visit | #下午拜访张总"),
        ("昨天下午3点去拜访张总", "on 2026-11-17 | visit | #下午3点去拜访张总"),
        ("昨晚微信说定了", "on 2026-11-17 | wechat | #微信说定了"),
        ("上周五电话没接", "on 2026-11-13 | phone | =no-answer"),
        ("周五拜访张总", "on 2026-11-13 | visit | #拜访张总"),
        ("周五没接", "on 2026-11-13 | =no-answer"),
        ("11月16日张总来厂看样", "on 2026-11-16 | #张总来厂看样"),
        ("11-16拜访", "on 2026-11-16 | visit"),
        ("16号电话", "on 2026-11-16 | phone"),
        ("3天前给张总打电话", "on 2026-11-15 | phone | #给张总打电话"),
        ("上周三到他们厂看样", "on 2026-11-11 | #到他们厂看样"),
        ("前天到访，看了展厅", "on 2026-11-16 | visit-in | #看了展厅"),
        ("昨天張總來電", "on 2026-11-17 | #張總來電"),
        ("昨天拜訪，下次週五電話", "on 2026-11-17 | visit | next 11-20 phone"),
        ("今早电话，承诺明天前发报价", "on 2026-11-18 | phone | us 11-19 发报价"),
        // Right behind the kind.
        ("call yesterday no answer", "on 2026-11-17 | phone | =no-answer"),
        ("visit on 11-16: fine", "on 2026-11-16 | visit | #fine"),
        ("call 2026-11-16 fine", "on 2026-11-16 | phone | #fine"),
        ("电话昨天没接", "on 2026-11-17 | phone | =no-answer"),
        ("拜访 昨天 张总", "on 2026-11-17 | visit | #张总"),
    ]);
}

#[test]
fn a_day_that_may_be_something_else_or_lies_ahead_is_text() {
    check(&[
        ("fri Ana decides", "#fri Ana decides | !DayAlone fri"),
        ("call on fri again", "phone | #on fri again | !DayAlone fri"),
        ("call fri again", "phone | #fri again | !DayAlone fri"),
        ("tomorrow call", "#tomorrow call | !DayAlone tomorrow"),
        ("on tomorrow's list", "#on tomorrow's list"),
        ("11-20 call", "#11-20 call | !DayAlone 11-20"),
        ("2-3 pieces wanted", "#2-3 pieces wanted | !DayAlone 2-3"),
        ("may 5 pieces", "#may 5 pieces"),
        ("yesterday's quote is too high", "#yesterday's quote is too high"),
        ("call Ana, yesterday she agreed", "phone | #Ana, yesterday she agreed"),
        ("3-5万的预算", "#3-5万的预算"),
        ("8号车间要样品", "#8号车间要样品 | !DayAlone 8号"),
        ("周五张总要样品", "#周五张总要样品 | !DayAlone 周五"),
        ("周五前给方案", "#周五前给方案 | !DayAlone 周五"),
        ("昨天的报价嫌高", "#昨天的报价嫌高"),
        ("投诉昨天的货", "complaint | #投诉昨天的货"),
        ("上周三到周五休息", "#上周三到周五休息"),
        ("明天拜访张总", "#明天拜访张总 | !DayAlone 明天"),
        ("月底拜访", "#月底拜访 | !DayAlone 月底"),
        ("拜访张总，昨天的样品可以", "visit | #拜访张总，昨天的样品可以"),
    ]);
}

#[test]
fn the_next_action_has_several_names() {
    check(&[
        ("电话，下一步周五拜访", "phone | next 11-20 visit"),
        ("下一步：周五报价", "next 11-20 quote"),
        ("電話，下一步週五拜訪", "phone | next 11-20 visit"),
        ("电话，下回 周五", "phone | next 11-20 -"),
        ("下一步计划不明", "#下一步计划不明"),
    ]);
}

#[test]
fn messengers_and_visits_are_kinds() {
    check(&[
        ("LINE 客戶說要樣品", "wechat | #客戶說要樣品"),
        ("line問價", "wechat | #line問價"),
        ("WhatsApp asked for a price", "wechat | #asked for a price"),
        ("whatsapp张总", "wechat | #whatsapp张总"),
        ("zalo ok", "wechat | #ok"),
        ("Viber ok", "wechat | #ok"),
        ("企业微信聊了报价", "wechat | #企业微信聊了报价"),
        ("上门张总不在家", "visit | #上门张总不在家"),
        ("上门拜访李娜", "visit | #上门拜访李娜"),
        ("陌拜 留了名片", "drop-in | #留了名片"),
        ("发货200箱", "delivery | #发货200箱"),
        ("出貨200箱", "delivery | #出貨200箱"),
        ("面谈 有意向", "meeting | =interested"),
        ("電話拜訪王小姐", "phone | #電話拜訪王小姐"),
        ("回款 3.2万", "=payment-received | #3.2万"),
        ("视频会议 +N", "meeting | n:yes"),
    ]);
}
