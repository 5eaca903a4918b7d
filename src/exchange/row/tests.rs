//! Rows of many programs as cards.

use super::*;
use crate::exchange::mapping::Overrides;

fn read_row(headers: &[&str], cells: &[&str]) -> Result<RowCard, RejectReason> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let mapping = Mapping::new(&owned(headers), &[], &Overrides::new()).unwrap();
    read(&mapping, cells.iter().copied(), Position::Drift)
}

fn card(cells: &[(&str, &str)]) -> NewCard {
    let (headers, cells): (Vec<&str>, Vec<&str>) = cells.iter().copied().unzip();
    read_row(&headers, &cells).unwrap().card
}

fn phones(card: &NewCard) -> Vec<String> {
    card.phones.iter().map(|phone| format!("{}:{}", phone.kind.code(), phone.number)).collect()
}

fn emails(card: &NewCard) -> Vec<String> {
    card.emails.iter().map(|email| format!("{}:{}", email.kind.code(), email.address)).collect()
}

fn value<'card>(card: &'card NewCard, key: &str) -> &'card str {
    card.values.iter().find(|(known, _)| known == key).map_or("", |(_, values)| values[0].as_str())
}

#[test]
fn a_row_of_google() {
    let card = card(&[
        ("First Name", "Ana"),
        ("Middle Name", "M."),
        ("Last Name", "Tam"),
        ("Organization Name", "Northwind Foods"),
        ("Organization Title", "Buyer"),
        ("Birthday", "--03-07"),
        ("Labels", "* myContacts ::: Fair ::: VIP"),
        ("E-mail 1 - Label", "* Work"),
        ("E-mail 1 - Value", "ana@northwind.example ::: tam@northwind.example"),
        ("Phone 1 - Label", "Mobile"),
        ("Phone 1 - Value", "+44 7700 900001"),
        ("Phone 2 - Label", "Work Fax"),
        ("Phone 2 - Value", "+44 20 7946 0001"),
        ("Address 1 - Label", "Home"),
        ("Address 1 - Formatted", "1 High St, Leeds"),
        ("Address 1 - Street", "1 High St"),
        ("Address 1 - City", "Leeds"),
        ("Address 1 - Country", "UK"),
        ("Phonetic First Name", ""),
        ("Custom Field 1 - Label", "Colour"),
        ("Custom Field 1 - Value", "blue"),
    ]);
    assert_eq!((card.name.as_str(), card.company.as_str()), ("Ana M. Tam", "Northwind Foods"));
    assert_eq!(card.party, Party::Individual);
    assert_eq!(card.tags, ["Fair", "VIP"]);
    assert_eq!(emails(&card), ["work:ana@northwind.example", "work:tam@northwind.example"]);
    assert_eq!(phones(&card), ["mobile:+44 7700 900001", "fax:+44 20 7946 0001"]);
    assert_eq!((value(&card, "birth_date"), value(&card, "title")), ("--03-07", "Buyer"));
    assert_eq!(value(&card, "note"), "Colour: blue");
    let [place] = &card.addresses[..] else { panic!("one address: {:?}", card.addresses) };
    assert_eq!(
        (place.kind.code(), place.street.as_str(), place.region.as_str()),
        ("home", "1 High St", "Leeds, UK")
    );
}

#[test]
fn a_row_of_outlook_in_chinese() {
    let card = card(&[
        ("名", "薇"),
        ("姓", "林"),
        ("中文称谓", "女士"),
        ("单位", "青禾包装有限公司"),
        ("职务", "采购经理"),
        ("商务地址 街道", "科技路 8 号"),
        ("商务地址 市/县", "杭州"),
        ("商务地址 省/市/自治区", "浙江"),
        ("商务电话", "0571-88880000"),
        ("移动电话", "13900000000"),
        ("电子邮件地址", "/o=ExchangeLabs/cn=lin"),
        ("电子邮件 2 地址", "lin@qinghe.example"),
        ("生日", "0/0/00"),
        ("类别", "重点;老客户"),
    ]);
    assert_eq!((card.name.as_str(), card.company.as_str()), ("林薇", "青禾包装有限公司"));
    assert_eq!(phones(&card), ["work:0571-88880000", "mobile:13900000000"]);
    assert_eq!(emails(&card), ["work:lin@qinghe.example"]);
    assert_eq!(card.tags, ["重点", "老客户"]);
    assert_eq!(
        (card.addresses[0].region.as_str(), card.addresses[0].street.as_str()),
        ("浙江杭州", "科技路 8 号")
    );
    assert_eq!((value(&card, "note"), value(&card, "birth_date")), ("", ""));
    assert_eq!(value(&card, "中文称谓"), "女士");
}

#[test]
fn a_row_of_hubspot() {
    let card = card(&[
        ("Record ID", "901"),
        ("First Name", "Ben"),
        ("Last Name", "Okafor"),
        ("Email", "ben@harbour.example"),
        ("Phone Number", "+44 20 7946 0009"),
        ("Associated Company", "Harbour Print"),
        ("Lifecycle Stage", "customer"),
        ("Lead Status", "Attempted to contact"),
    ]);
    assert_eq!((card.name.as_str(), card.code.as_str()), ("Ben Okafor", "901"));
    assert_eq!(card.position, Position::Actual);
    assert_eq!(value(&card, "note"), "Lead Status: Attempted to contact");
}

#[test]
fn who_the_card_is_and_whether_an_organisation() {
    for (cells, name, company, party, people) in [
        (vec![("公司", "海虹印刷")], "海虹印刷", "", Party::Organisation, 0),
        (vec![("姓名", "陈敏"), ("公司", "海虹印刷")], "陈敏", "海虹印刷", Party::Individual, 0),
        (vec![("公司", "海虹印刷"), ("联系人", "周立")], "周立", "海虹印刷", Party::Individual, 0),
        (vec![("客户名称", "海虹印刷"), ("联系人", "周立、陈敏")], "海虹印刷", "", Party::Organisation, 2),
        (vec![("name", "海虹印刷"), ("party", "单位")], "海虹印刷", "", Party::Organisation, 0),
        (vec![("name", "海虹印刷有限公司")], "海虹印刷有限公司", "", Party::Organisation, 0),
        (vec![("name", "Acme Ltd"), ("company", "")], "Acme Ltd", "", Party::Organisation, 0),
        (vec![("name", "Acme Ltd"), ("party", "individual")], "Acme Ltd", "", Party::Individual, 0),
        (
            vec![("name", "小王五金店"), ("company", "海虹印刷")],
            "小王五金店",
            "海虹印刷",
            Party::Individual,
            0,
        ),
        (vec![("name", ""), ("short_name", "老陈")], "老陈", "", Party::Individual, 0),
        (vec![("First Name", ""), ("phone", "13800000000")], "13800000000", "", Party::Individual, 0),
        (vec![("phone", "13800000000"), ("note", "x")], "13800000000", "", Party::Individual, 0),
        (
            vec![("Name", ""), ("Given Name", ""), ("email", "a@b.example")],
            "a@b.example",
            "",
            Party::Individual,
            0,
        ),
    ] {
        let card = card(&cells);
        assert_eq!((card.name.as_str(), card.company.as_str()), (name, company), "{cells:?}");
        assert_eq!((card.party, card.people.len()), (party, people), "{cells:?}");
    }
    for (header, what) in [("note", "x"), ("phone", "13800000000"), ("email", "a@b.example")] {
        assert_eq!(read_row(&["name", header], &[" ", what]), Err(RejectReason::NoName), "{header}");
    }
}

#[test]
fn what_a_field_cannot_hold_goes_to_the_note() {
    let card = card(&[
        ("name", "Ana"),
        ("position", "undecided"),
        ("birthday", "in May, 30th?"),
        ("phone", "ask Ben"),
        ("email", "none"),
        ("备注", "old friend"),
        ("company", "One"),
        ("organization", "Two"),
    ]);
    assert_eq!(
        value(&card, "note"),
        "old friend\nposition: undecided\nbirthday: in May, 30th?\nphone: ask Ben\nemail: none\norganization: Two"
    );
    assert_eq!((card.position, card.company.as_str()), (Position::Drift, "One"));
}

#[test]
fn a_phone_shortened_by_a_spreadsheet_rejects_its_row() {
    let damaged = RejectReason::DamagedPhone("1.38E+10".into());
    assert_eq!(read_row(&["name", "手机"], &["Ana", "1.38E+10"]), Err(damaged));
}

#[test]
fn several_numbers_in_a_cell() {
    for (cell, expected) in [
        ("13800000000/13900000000", vec!["mobile:13800000000", "mobile:13900000000"]),
        ("0571-88880000、13900000000", vec!["work:0571-88880000", "mobile:13900000000"]),
        ("0571-88880000/01", vec!["work:0571-88880000/01"]),
        (
            "home:0571-88880000 ::: '+86 138 0000 0000",
            vec!["home:0571-88880000", "mobile:'+86 138 0000 0000"],
        ),
    ] {
        assert_eq!(phones(&card(&[("name", "x"), ("电话", cell)])), expected, "{cell}");
    }
}

#[test]
fn people_addresses_and_next_action_in_fieldcards_own_form() {
    let card = card(&[
        ("name", "海虹印刷"),
        (
            "people",
            r"周立;title=经理\;厂长;role=decider,buyer;phone=mobile:13800000000;from=2024-01-01 ::: 陈敏",
        ),
        (
            "addresses",
            "kind=plant;region=西区;street=工业路 3 号;zone=西区;order=4;minutes=25;from=2026-01-01;to=2026-12-31;note=二号门",
        ),
        ("next", "2026-07-01 visit 带样品"),
    ]);
    assert_eq!(card.people.len(), 2);
    assert_eq!((card.people[0].title.as_str(), card.people[0].roles.len()), ("经理;厂长", 2));
    assert_eq!(card.people[0].phones[0].number, "13800000000");
    assert_eq!((card.addresses[0].kind.code(), card.addresses[0].order), ("plant", Some(4)));
    let place = &card.addresses[0];
    assert_eq!((place.from, place.to), ("2026-01-01".parse().ok(), "2026-12-31".parse().ok()));
    assert_eq!(place.access, "二号门");
    let next = card.next_action.unwrap();
    assert_eq!(
        (next.on.to_string().as_str(), next.kind, next.note.as_str()),
        ("2026-07-01", Some(ContactKind::Visit), "带样品")
    );
}
