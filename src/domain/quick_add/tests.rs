use super::*;
use crate::domain::choice::Choice;
use crate::domain::draft::{NewEmail, NewPhone};
use crate::domain::field::region;
use crate::domain::language::Language;
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
    assert_eq!((&*card.addresses[0].region, &*card.addresses[0].street), ("330106", "文三路12号"));
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
    said.extend(card.addresses.iter().map(|place| {
        let parts = [region::shown(&place.region, Language::Simplified), (&place.street).into()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("address: {} {}", parts.join(" / "), place.post_code)
    }));
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
        ("红星厂商 13800000000", "organisation: 红星厂商 | mobile: 13800000000"),
        ("海虹公司 周立", "organisation: 海虹公司 | person: 周立"),
        ("周立 杭州会展中心 经理", "organisation: 杭州会展中心 | person: 周立 | title: 经理"),
        (
            "周立 研发中心 经理 海虹公司",
            "organisation: 海虹公司 | person: 周立 | title: 经理 | department: 研发中心",
        ),
        ("浙江大学 王教授", "organisation: 浙江大学 | person: 王教授"),
        ("交通銀行 林薇", "organisation: 交通銀行 | person: 林薇"),
        ("Rossi SpA", "organisation: Rossi SpA"),
        ("Novak s.r.o.", "organisation: Novak s.r.o."),
        ("Acme Pvt. Ltd.", "organisation: Acme Pvt. Ltd."),
        ("李大学", "individual: 李大学"),
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
            "organisation: Brightwater Foods Ltd | person: Margaret Doyle | title: Head of Purchasing | work: +44 117 555 0142 | mobile: +44 7700 900123 | fax: +44 117 555 0199 | email: m.doyle@brightwater.example | address: Bristol / 48 Quay Street BS1 4DJ | department: Purchasing Department | website: www.brightwater.example",
        ),
        (
            "陈建国 采购部 采购经理 杭州云帆机械有限公司 地址：浙江省杭州市滨江区江南大道588号 310051 电话：0571-8800 1234 手机：138 0013 8000 传真：0571-8800 1235 邮箱：chenjg@yunfan.example 网址：www.yunfan.example",
            "organisation: 杭州云帆机械有限公司 | person: 陈建国 | title: 采购经理 | work: 0571-8800 1234 | mobile: 138 0013 8000 | fax: 0571-8800 1235 | email: chenjg@yunfan.example | address: 浙江省 杭州市 滨江区 / 江南大道588号 310051 | department: 采购部 | website: www.yunfan.example",
        ),
        (
            "林雅婷，業務部，副理，晨光國際股份有限公司，臺北市中山區南京東路三段219號6樓，電話：02-2712 5566，手機：0912 345 678，傳真：02-2712 5567，ytlin@chenguang.example，www.chenguang.example",
            "organisation: 晨光國際股份有限公司 | person: 林雅婷 | title: 副理 | work: 02-2712 5566 | mobile: 0912 345 678 | fax: 02-2712 5567 | email: ytlin@chenguang.example | address: 臺北市中山區 / 南京東路三段219號6樓 | department: 業務部 | website: www.chenguang.example",
        ),
    ] {
        assert_eq!(told(line), expected, "{line}");
    }
}

#[test]
fn what_is_printed_on_cards_without_colons_is_read() {
    for (line, expected) in [
        (
            "John Smith, Acme Ltd, T +44 131 555 0142 ext 7, M +44 7700 900123, F +44 131 555 0199",
            "organisation: Acme Ltd | person: John Smith | work: +44 131 555 0142 ext 7 | mobile: +44 7700 900123 | fax: +44 131 555 0199",
        ),
        (
            "Margaret Doyle Maintenance Dept. Brightwater Foods Ltd Tel. 0117 555 0142 ext. 7 Mob 07700 900123 Fax 0117 555 0199 E m.doyle@x.example",
            "organisation: Brightwater Foods Ltd | person: Margaret Doyle | work: 0117 555 0142 ext. 7 | mobile: 07700 900123 | fax: 0117 555 0199 | email: m.doyle@x.example | department: Maintenance Dept.",
        ),
        (
            "Margaret Doyle — Head of Purchasing — Brightwater Foods Ltd — 48 Quay Street, Unit 3, Bristol BS1 4DJ — 0117 555 0142 x7 —",
            "organisation: Brightwater Foods Ltd | person: Margaret Doyle | title: Head of Purchasing | work: 0117 555 0142 x7 | address: Bristol / 48 Quay Street, Unit 3 BS1 4DJ",
        ),
        (
            "Margaret Doyle | Maintenance Dept. | Brightwater Foods Ltd | Mob 07700 900123 |",
            "organisation: Brightwater Foods Ltd | person: Margaret Doyle | mobile: 07700 900123 | department: Maintenance Dept.",
        ),
        (
            "Margaret Doyle\nHead of Purchasing\nBrightwater Foods Ltd\n48 Quay Street\nBristol BS1 4DJ\nTel. +44 117 555 0142",
            "organisation: Brightwater Foods Ltd | person: Margaret Doyle | title: Head of Purchasing | work: +44 117 555 0142 | address: Bristol / 48 Quay Street BS1 4DJ",
        ),
        (
            "Sales Manager, Ana Torres, Acme Ltd",
            "organisation: Acme Ltd | person: Ana Torres | title: Sales Manager",
        ),
        ("Ana Torres - 555-1234 ext 12", "individual: Ana Torres | work: 555-1234 ext 12"),
        ("Ana M. 0912 345 678", "individual: Ana M. | mobile: 0912 345 678"),
        (
            "陈建国 销售部总经理 杭州恒泰机械有限公司 电话 0571-8800 1234 转 802 手机 138 0013 8000 微信 hengtai_oy 税号 91330110MA27X00000 地址 浙江省杭州市余杭区文一西路 998 号 3 幢 201 室 邮编 311121 老客户",
            "organisation: 杭州恒泰机械有限公司 | person: 陈建国 | title: 总经理 | work: 0571-8800 1234 转 802 | mobile: 138 0013 8000 | address: 浙江省 杭州市 余杭区 / 文一西路 998 号 3 幢 201 室 311121 | department: 销售部 | messenger: hengtai_oy | registration: 91330110MA27X00000 | note: 老客户",
        ),
        (
            "陈建国，销售部总经理，杭州恒泰机械有限公司，电话：0571-88001234转802，传真 0571-88001235-802，微信号 hengtai_oy，统一社会信用代码 91330110MA27X00000",
            "organisation: 杭州恒泰机械有限公司 | person: 陈建国 | title: 总经理 | work: 0571-88001234转802 | fax: 0571-88001235-802 | department: 销售部 | messenger: hengtai_oy | registration: 91330110MA27X00000",
        ),
        (
            "陈建国 | 采购部 | 杭州恒泰机械有限公司 | 微信：hengtai_oy | 邮箱 chenjg@x.example | 网址 www.x.example | 浙江省杭州市，余杭区文一西路 998 号 | 311121",
            "organisation: 杭州恒泰机械有限公司 | person: 陈建国 | email: chenjg@x.example | address: 浙江省 杭州市 余杭区 / 文一西路 998 号 311121 | department: 采购部 | website: www.x.example | messenger: hengtai_oy",
        ),
        (
            "陈建国 电 话：0571-88001234 -802 微信 hengtai_oy 展会认识",
            "individual: 陈建国 | work: 0571-88001234 -802 | messenger: hengtai_oy | note: 展会认识",
        ),
        (
            "晨光烘焙坊 負責人：林美惠 統一編號 12345675 臺北市大安區復興南路二段 100 號 5 樓 電話 02-2712 5566 分機 12 行動：0912 345 678 LINE: chenguang",
            "organisation: 晨光烘焙坊 | person: 林美惠 | title: 負責人 | work: 02-2712 5566 分機 12 | mobile: 0912 345 678 | address: 臺北市大安區 / 復興南路二段 100 號 5 樓 | messenger: LINE chenguang | registration: 12345675",
        ),
        (
            "晨光烘焙坊 負責人 林美惠 統編 12345675 行動 0912 345 678 LINE chenguang",
            "organisation: 晨光烘焙坊 | person: 林美惠 | title: 負責人 | mobile: 0912 345 678 | messenger: LINE chenguang | registration: 12345675",
        ),
        (
            "林美惠 店長 永順五金行 手機 0912-345-678 (02)2712-5566#12 106 臺北市大安區復興南路二段 100 號",
            "organisation: 永順五金行 | person: 林美惠 | title: 店長 | mobile: 0912-345-678 | work: (02)2712-5566#12 | address: 臺北市大安區 / 復興南路二段 100 號 106",
        ),
        (
            "林美惠\n負責人\n晨光烘焙坊\n統一編號 12345675\nTEL 02-2712-5566 #12",
            "organisation: 晨光烘焙坊 | person: 林美惠 | title: 負責人 | work: 02-2712-5566 #12 | registration: 12345675",
        ),
        (
            "小林餐廳 陳大文 02-2712 5566 0912 345 678",
            "organisation: 小林餐廳 | person: 陳大文 | work: 02-2712 5566 | mobile: 0912 345 678",
        ),
        ("青禾 店主：王明", "organisation: 青禾 | person: 王明 | title: 店主"),
        ("林美惠 統編 12345675", "individual: 林美惠 | note: 統編 12345675"),
        (
            "Acme Ltd, 48 Quay Street, Bristol, VAT GB123456789, WhatsApp +44 7700 900123, Jane Roe",
            "organisation: Acme Ltd | person: Jane Roe | address: Bristol / 48 Quay Street | messenger: WhatsApp +44 7700 900123 | registration: GB123456789",
        ),
        ("Line Hansen, LINE manager", "individual: Line Hansen | title: LINE manager"),
    ] {
        assert_eq!(told(line), expected, "{line}");
    }
}

#[test]
fn a_region_is_parted_from_its_street() {
    for (address, expected) in [
        ("上海市浦东新区张江路88号", "上海市 浦东新区 / 张江路88号"),
        ("上海浦东新区张江路88号", "上海市 浦东新区 / 张江路88号"),
        ("浙江省杭州市西湖区文三路12号", "浙江省 杭州市 西湖区 / 文三路12号"),
        ("杭州市文三路12号", "浙江省 杭州市 / 文三路12号"),
        ("浙江省余姚市阳明东路8号", "浙江省 宁波市 余姚市 / 阳明东路8号"),
        ("廣東省深圳市南山區科技路1號", "广东省 深圳市 南山区 / 科技路1號"),
        // Several districts have this name: it stays as it was typed.
        ("西湖区文三路12号", "西湖区 / 文三路12号"),
        ("台北市信義區松仁路100號", "台北市信義區 / 松仁路100號"),
        ("台湾新北市板桥区文化路一段5号", "台湾新北市板桥区 / 文化路一段5号"),
        ("高雄市前鎮區中山二路2號", "高雄市前鎮區 / 中山二路2號"),
        ("彰化縣員林市中山路3號", "彰化縣員林市 / 中山路3號"),
        ("臺北市市民大道三段1號", "臺北市 / 市民大道三段1號"),
        // Streets that are called like a town have none before them.
        ("上海路市场街12号", "上海路市场街12号"),
    ] {
        let told = told(&format!("周立 地址：{address}"));
        assert_eq!(told, format!("individual: 周立 | address: {expected}"), "{address}");
    }
    for (address, expected) in [
        ("48 Quay Street, Bristol", "Bristol / 48 Quay Street"),
        ("48 Quay Street, Bristol BS1 4DJ, UK", "Bristol, UK / 48 Quay Street BS1 4DJ"),
        ("12 Main Street, Springfield, IL 62704", "Springfield, IL / 12 Main Street 62704"),
        ("Hafenstraße 5, 20095 Hamburg", "Hamburg / Hafenstraße 5 20095"),
        ("48 Quay Street, Bristol, UK", "Bristol, UK / 48 Quay Street"),
        ("48 Quay Street, Unit 3205", "48 Quay Street, Unit 3205"),
        ("48 Quay Street, Harbour House", "48 Quay Street, Harbour House"),
        ("48 Quay Street", "48 Quay Street"),
    ] {
        let told = told(&format!("Acme Ltd, {address}"));
        assert_eq!(told, format!("organisation: Acme Ltd | address: {expected}"), "{address}");
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

#[test]
fn a_second_registration_number_is_kept_beside_the_first() {
    let read = read("晨光烘焙坊有限公司 統編 12345675 統編 04595257");
    let card = read.card.expect("a card");
    let value =
        |key: &str| card.values.iter().find(|(known, _)| known == key).map(|(_, texts)| texts.clone());
    assert_eq!(value("registration"), Some(vec!["12345675".to_owned()]));
    assert_eq!(value("further_registrations"), Some(vec!["04595257".to_owned()]));
}
