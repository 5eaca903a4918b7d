//! Details: records of repeating groups, from outside.

use serde_json::json;

use crate::program::Program;

fn with_competitor() -> Program {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let competitor = "competitor=甲厂;product=模切机;满意度=2;contract_end=2026-12-31";
    program.ok(&["add", "海虹", "--set", "party=organisation", "--person", "周立", "--detail", competitor]);
    program
}

#[test]
fn a_detail_is_put_on_a_card_changed_and_taken_off() {
    let program = with_competitor();
    let competitor = |program: &Program| program.card("2")["details"]["competitor"].clone();
    let first = &competitor(&program)[0];
    assert_eq!(
        (&first["name"], &first["product"], &first["satisfaction"]),
        (&json!("甲厂"), &json!("模切机"), &json!("2"))
    );
    assert_eq!(first["price"], serde_json::Value::Null);

    program.ok(&[
        "edit",
        "2",
        "--detail",
        "competitor=甲厂;weaknesses=售后慢\\;远",
        "--detail",
        "竞争对手=乙厂",
    ]);
    assert_eq!(competitor(&program)[0]["weaknesses"], "售后慢;远");
    assert_eq!(competitor(&program)[0]["product"], "模切机");
    assert_eq!(competitor(&program).as_array().unwrap().len(), 2);

    program.ok(&["edit", "2", "--detail", "competitor-=甲厂"]);
    assert_eq!(competitor(&program)[0]["name"], "乙厂");
    program.ok(&["undo"]);
    assert_eq!(competitor(&program)[0]["weaknesses"], "售后慢;远");
    assert_eq!(competitor(&program)[0]["contract_end"], "2026-12-31");
    program.ok(&["undo", "2"]);
    assert!(program.run(&["show", "2"]).code == 5, "undone with the card");
    program.ok(&["redo", "2"]);
    assert_eq!(competitor(&program).as_array().unwrap().len(), 2);
}

#[test]
fn what_is_of_a_person_names_one() {
    let program = with_competitor();
    program.ok(&["edit", "2", "--detail", "profile=生产部;attitude=+1;influence=5;person=周立"]);
    program.ok(&["edit", "2", "--detail", "profile=;reports_to=王总;person=周立"]);
    program.ok(&["edit", "2", "--detail", "relation=林薇;tie=同学;person=周立"]);
    let details = &program.card("2")["details"];
    assert_eq!(details["profile"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&details["profile"][0]["person"], &details["profile"][0]["attitude"]),
        (&json!("周立"), &json!("1"))
    );
    assert_eq!(details["relation"][0]["tie"], "classmate");
    assert!(program.fails(&["edit", "2", "--detail", "profile=x"]).contains("person=NAME"));
    assert!(
        program
            .fails(&["edit", "2", "--detail", "profile=x;person=nobody"])
            .contains("no person called nobody")
    );
    program.ok(&["edit", "2", "--set", "people-=周立"]);
    assert!(program.card("2")["details"].get("profile").is_none());
}

#[test]
fn details_are_searched_listed_and_shown() {
    let program = with_competitor();
    assert_eq!(program.found("has:competitor"), [2]);
    assert_eq!(program.found("no:competitor"), [1]);
    assert_eq!(program.found("competitor:甲厂"), [2]);
    assert_eq!(program.found("竞争对手:模切"), [2]);
    assert_eq!(program.found("模切机"), [2]);
    assert_eq!(
        program.ok(&["list", "海虹", "--columns", "name,competitor", "--csv"]),
        "name,competitor\n海虹,甲厂\n"
    );
    let shown = program.ok(&["show", "2", "--lang", "zh-Hans"]);
    assert!(
        shown.contains("竞争对手") && shown.contains("甲厂  模切机  合同到期 2026-12-31  满意度 2"),
        "{shown}"
    );
}

#[test]
fn what_a_part_cannot_hold_is_refused() {
    let program = with_competitor();
    for (detail, why) in [
        ("competitor=丙;satisfaction=9", "from 1 to 5"),
        ("competitor=丙;satisfacton=2", "satisfaction"),
        ("competitr=丙", "competitor"),
        ("competitor=", "name"),
        ("gift=茶叶;date=2999-01-01", "future"),
    ] {
        let refused = program.fails(&["edit", "2", "--detail", detail]);
        assert!(refused.contains(why), "{detail}: {refused}");
    }
}

#[test]
fn a_number_or_a_day_is_compared() {
    let program = Program::new();
    program.ok(&[
        "add",
        "小",
        "--set",
        "party=organisation",
        "--set",
        "yearly_demand=30000",
        "--set",
        "founded=2012",
    ]);
    program.ok(&[
        "add",
        "大",
        "--set",
        "party=organisation",
        "--set",
        "yearly_demand=200万",
        "--set",
        "founded=2020-05-01",
    ]);
    for (query, found) in [
        ("yearly_demand:>10万", vec![2]),
        ("yearly_demand:..30000", vec![1]),
        ("年需求额:30000", vec![1]),
        ("founded:<2015", vec![1]),
        ("founded:2020-05", vec![2]),
        ("founded:2012..2020", vec![1, 2]),
        ("-founded:>2015", vec![1]),
    ] {
        assert_eq!(program.found(query), found, "{query}");
    }
}
