//! The field catalogue, from every side a command sees it.

use crate::program::Program;

/// A value for a field, as typed, and as it is kept.
const VALUES: [(&str, &str, &str); 12] = [
    ("registration", "91350100M000100Y43", "91350100M000100Y43"),
    ("registered_capital", "500万", "5000000.00"),
    ("founded", "2012年4月", "2012-04"),
    ("legal_form", "有限责任公司", "limited"),
    ("potential", "4", "4"),
    ("market_share", "6.5%", "6.5"),
    ("capacity", "yes", "yes"),
    ("further_kinds", "agent,retailer", "agent; retailer"),
    ("market_area", "杭州、宁波", "杭州; 宁波"),
    ("industry", "制造业", "C"),
    ("ask_again", "2027-01-05", "2027-01-05"),
    ("registered_region", "330106", "330106"),
];

fn with_values() -> Program {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let settings: Vec<String> = VALUES.iter().map(|(key, typed, _)| format!("{key}={typed}")).collect();
    let mut arguments = vec!["add", "海虹", "--set", "party=organisation"];
    arguments.extend(settings.iter().flat_map(|setting| ["--set", setting.as_str()]));
    program.ok(&arguments);
    program
}

#[test]
fn a_row_of_the_catalogue_is_a_field_everywhere() {
    let program = with_values();
    let card = program.card("2");
    let shown = program.ok(&["show", "2", "--lang", "zh-Hans"]);
    for (key, _, kept) in VALUES {
        let values: Vec<&str> =
            card["fields"][key].as_array().unwrap().iter().flat_map(|v| v.as_str()).collect();
        assert_eq!(values.join("; "), kept, "{key}");
        let column = program.ok(&["list", "海虹", "--columns", key, "--csv"]);
        assert_eq!(column.lines().nth(1), Some(kept), "{key}");
        assert_eq!(
            program.ok(&["list", "", "--columns", "name", "--sort", key, "--limit", "1", "--csv"]),
            "name\n海虹\n"
        );
        assert_eq!(
            program.ok(&["list", &format!("has:{key}"), "--columns", "id", "--csv"]),
            "id\n2\n",
            "{key}"
        );
        assert_eq!(
            program.ok(&["list", &format!("no:{key}"), "--columns", "id", "--csv"]),
            "id\n1\n",
            "{key}"
        );
        let first = kept.split("; ").next().unwrap_or_default();
        assert_eq!(program.found(&format!("{key}:\"{first}\"")), [2], "{key}:{first}");
    }
    assert!(shown.contains("有限责任公司") && shown.contains("C 制造业"), "{shown}");
}

#[test]
fn a_list_of_another_program_fills_the_fields_by_their_names_in_any_language() {
    let program = Program::new();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.csv");
    let table = "客户名称,統一編號,Registered capital,成立日期,法律形式,兴趣\n海虹,04595257,\"5,000,000\",2012/4/1,股份公司,羽毛球、钓鱼\n";
    std::fs::write(&list, table).unwrap();
    program.ok(&["import", list.to_str().unwrap()]);
    let fields = &program.card("1")["fields"];
    assert_eq!(fields["registration"][0], "04595257");
    assert_eq!(fields["registered_capital"][0], "5000000.00");
    assert_eq!(fields["founded"][0], "2012-04-01");
    assert_eq!(fields["legal_form"][0], "joint-stock");
    assert_eq!(fields["interests"], serde_json::json!(["羽毛球", "钓鱼"]));
}

#[test]
fn a_value_that_cannot_be_kept_is_refused_and_an_odd_one_is_warned_of() {
    let program = with_values();
    for (setting, why) in [
        ("potential=6", "from 1 to 5"),
        ("market_share=101", "share of 100"),
        ("registered_capital=-1", "not an amount"),
        ("founded=2999", "future"),
        ("legal_form=limitd", "did you mean limited"),
        ("parent=2", "cannot name itself"),
    ] {
        let refused = program.fails(&["edit", "2", "--set", setting]);
        assert!(refused.contains(why), "{setting}: {refused}");
    }
    for (setting, why) in [
        ("registration=91350100M000100Y44", "check digit"),
        ("paid_in_capital=600万", "more is paid in"),
        ("registered_region=990106", "no region"),
    ] {
        let warned = program.warns(&["edit", "2", "--set", setting]);
        assert!(warned.contains(why), "{setting}: {warned}");
    }
}
