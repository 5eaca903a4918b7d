use super::*;
use crate::domain::choice::Choice;
use crate::domain::draft::{NewEmail, NewPhone};
use crate::domain::party::Party;
use crate::domain::reach::{EmailKind, PhoneKind};
use proptest::prelude::*;

fn mobile(number: &str) -> NewPhone {
    NewPhone { kind: PhoneKind::Mobile, number: number.into() }
}

#[test]
fn a_name_is_enough() {
    for (line, name) in
        [("Ana Torres", "Ana Torres"), (" 周立 ", "周立"), ("Hotel 1898", "Hotel 1898"), ("3M", "3M")]
    {
        assert_eq!(read(line).card, Some(NewCard::named(name)), "{line}");
    }
    for line in ["", "  ", "13800000000", "#vip", "@"] {
        let named = read(line).card.map(|card| card.name);
        assert!(named.is_none() || line == "@", "{line} {named:?}");
    }
}

#[test]
fn marks_are_understood() {
    let email = NewEmail { kind: EmailKind::Work, address: "ana@x.example".into() };
    let card = read("Ana Torres 138 0000 0000 ana@x.example #vip #VIP").card.unwrap();
    assert_eq!(card.name, "Ana Torres");
    assert_eq!(card.party, Party::Individual);
    assert_eq!(card.phones, [mobile("138 0000 0000")]);
    assert_eq!(card.emails, std::slice::from_ref(&email));
    assert_eq!(card.tags, ["vip"]);
    let two = read("Ana 13800000000 13900000000 work:010-62345678").card.unwrap();
    let work = NewPhone { kind: PhoneKind::Work, number: "010-62345678".into() };
    assert_eq!(two.phones, [mobile("13800000000"), mobile("13900000000"), work]);
}

#[test]
fn a_company_makes_an_organisation_with_that_person() {
    for (line, company, person) in [
        ("周立 13800000000 @海虹印刷", "海虹印刷", Some("周立")),
        ("@海虹印刷 周立 13800000000", "海虹印刷", Some("周立")),
        ("周立，13800000000，＠海虹印刷", "海虹印刷", Some("周立")),
        ("Ana Torres @Northwind Foods 13800000000", "Northwind Foods", Some("Ana Torres")),
        ("@海虹印刷 13800000000", "海虹印刷", None),
    ] {
        let card = read(line).card.unwrap();
        assert_eq!((card.name.as_str(), card.party), (company, Party::Organisation), "{line}");
        let phones = [mobile("13800000000")];
        match person {
            Some(name) => {
                assert_eq!(card.people[0].name, name, "{line}");
                assert_eq!(card.people[0].phones, phones, "{line}");
                assert_eq!(card.phones, [], "{line}");
            }
            None => assert_eq!((card.people, card.phones.as_slice()), (vec![], &phones[..]), "{line}"),
        }
    }
}

#[test]
fn a_business_card_is_one_line() {
    let line = "王小明 采购经理 @星河科技 13800000000 www.x.example 杭州市西湖区文三路12号";
    let card = read(line).card.unwrap();
    assert_eq!((card.name.as_str(), card.people[0].name.as_str()), ("星河科技", "王小明"));
    assert_eq!(card.people[0].title, "采购经理");
    assert_eq!(card.values, [("website".to_owned(), vec!["www.x.example".to_owned()])]);
    assert_eq!(card.addresses[0].street, "杭州市西湖区文三路12号");
    let card = read("Ana Torres purchasing manager @Northwind Foods 13800000000").card.unwrap();
    assert_eq!(
        (card.name.as_str(), card.people[0].title.as_str()),
        ("Northwind Foods", "purchasing manager")
    );
    assert_eq!(card.people[0].name, "Ana Torres");
    let alone = read("周立 厂长").card.unwrap();
    assert_eq!((alone.name.as_str(), &alone.values[0].1[0][..]), ("周立", "厂长"));
    for named in ["Manager", "General Foods", "经理"] {
        assert_eq!(read(named).card.unwrap().name, named);
    }
}

/// A card in one line: company, person, title, phones, what else is known.
fn told(line: &str) -> String {
    let Some(card) = read(line).card else { return "nothing".to_owned() };
    let mut said = vec![format!("{}: {}", card.party.code(), card.name)];
    for person in &card.people {
        said.push(format!("person: {}", person.name));
        said.extend(
            Some(&person.title).filter(|title| !title.is_empty()).map(|title| format!("title: {title}")),
        );
    }
    let phones = card.phones.iter().chain(card.people.iter().flat_map(|person| &person.phones));
    said.extend(phones.map(|phone| format!("{}: {}", phone.kind.code(), phone.number)));
    let emails = card.emails.iter().chain(card.people.iter().flat_map(|person| &person.emails));
    said.extend(emails.map(|email| format!("email: {}", email.address)));
    said.extend(card.addresses.iter().map(|place| format!("address: {} {}", place.street, place.post_code)));
    said.extend(card.details.iter().map(|detail| format!("{}: {}", detail.parts[0].0, detail.parts[0].1[0])));
    said.extend(card.values.iter().map(|(key, values)| format!("{key}: {}", values[0])));
    said.into_iter().map(|part| part.trim_end().to_owned()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_company_is_known_by_its_legal_form() {
    for (line, expected) in [
        (
            "John Smith, Acme Ltd, sales manager, 555-1234",
            "organisation: Acme Ltd | person: John Smith | title: sales manager | work: 555-1234",
        ),
        ("Acme GmbH", "organisation: Acme GmbH"),
        ("Acme Tools Co., Ltd.", "organisation: Acme Tools Co., Ltd."),
        ("Acme, Inc.", "organisation: Acme, Inc."),
        ("Acme Inc, Ana Torres", "organisation: Acme Inc | person: Ana Torres"),
        ("Müller GmbH & Co. KG", "organisation: Müller GmbH & Co. KG"),
        (
            "John Smith sales manager Acme Ltd",
            "organisation: Acme Ltd | person: John Smith | title: sales manager",
        ),
        ("@Harbour Print Ltd Joe Lee", "organisation: Harbour Print Ltd | person: Joe Lee"),
        ("海虹印刷有限公司", "organisation: 海虹印刷有限公司"),
        ("周立 海虹印刷有限公司 厂长", "organisation: 海虹印刷有限公司 | person: 周立 | title: 厂长"),
        ("林薇，青禾集團，採購經理", "organisation: 青禾集團 | person: 林薇 | title: 採購經理"),
        // No legal form, no company: nothing is guessed.
        ("Acme", "individual: Acme"),
        ("John Smith", "individual: John Smith"),
        ("Smith, John", "individual: Smith John"),
        ("Ltd", "individual: Ltd"),
        ("王厂", "individual: 王厂"),
        ("John Smith, Hamburg", "individual: John Smith | note: Hamburg"),
    ] {
        assert_eq!(told(line), expected, "{line}");
    }
}

#[test]
fn whole_business_cards_are_read() {
    for (line, expected) in [
        (
            "Margaret Doyle, Head of Purchasing, Brightwater Foods Ltd, Purchasing Department, 48 Quay Street, Bristol BS1 4DJ, Tel: +44 117 555 0142, Mobile: +44 7700 900123, Fax: +44 117 555 0199, m.doyle@brightwater.example, www.brightwater.example",
            "organisation: Brightwater Foods Ltd | person: Margaret Doyle | title: Head of Purchasing | work: +44 117 555 0142 | mobile: +44 7700 900123 | fax: +44 117 555 0199 | email: m.doyle@brightwater.example | address: 48 Quay Street, Bristol BS1 4DJ | department: Purchasing Department | website: www.brightwater.example",
        ),
        (
            "陈建国 采购部 采购经理 杭州云帆机械有限公司 地址：浙江省杭州市滨江区江南大道588号 310051 电话：0571-8800 1234 手机：138 0013 8000 传真：0571-8800 1235 邮箱：chenjg@yunfan.example 网址：www.yunfan.example",
            "organisation: 杭州云帆机械有限公司 | person: 陈建国 | title: 采购经理 | work: 0571-8800 1234 | mobile: 138 0013 8000 | fax: 0571-8800 1235 | email: chenjg@yunfan.example | address: 浙江省杭州市滨江区江南大道588号 310051 | department: 采购部 | website: www.yunfan.example",
        ),
        (
            "林雅婷，業務部，副理，晨光國際股份有限公司，臺北市中山區南京東路三段219號6樓，電話：02-2712 5566，手機：0912 345 678，傳真：02-2712 5567，ytlin@chenguang.example，www.chenguang.example",
            "organisation: 晨光國際股份有限公司 | person: 林雅婷 | title: 副理 | work: 02-2712 5566 | mobile: 0912 345 678 | fax: 02-2712 5567 | email: ytlin@chenguang.example | address: 臺北市中山區南京東路三段219號6樓 | department: 業務部 | website: www.chenguang.example",
        ),
    ] {
        assert_eq!(told(line), expected, "{line}");
    }
}

proptest! {
    #[test]
    fn spans_lie_in_the_line_in_order(line in prop_oneof![any::<String>(), "[a@#1-9 ,:+]{0,30}"]) {
        let mut end = 0;
        for (span, _) in read(&line).spans {
            prop_assert!(end <= span.start && span.start < span.end);
            prop_assert!(line.get(span.clone()).is_some());
            end = span.end;
        }
    }

    #[test]
    fn a_card_has_a_name(line in prop_oneof![any::<String>(), "[a@#1-9 ,:+]{0,30}"]) {
        if let Some(card) = read(&line).card {
            prop_assert!(!fold(&card.name).is_empty());
            prop_assert!(card.people.iter().all(|person| !fold(&person.name).is_empty()));
        }
    }
}
