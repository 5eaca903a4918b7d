//! `list` and its queries.

use crate::program::Program;

fn three_cards() -> Program {
    let program = Program::new();
    program.ok(&["add", "张伟", "--phone", "138 0000 0001", "--set", "tags=vip"]);
    program.ok(&["add", "Northwind Foods", "--set", "kind=enterprise", "--person", "Ana Tam"]);
    program.ok(&["add", "青禾包装", "--set", "party=organisation"]);
    program.ok(&["log", "2", "call +M +N next 2026-07-05", "--on", "2026-05-01"]);
    program
}

#[test]
fn an_empty_result_is_said_beside_the_results() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let ended = program.run(&["list", "nobody"]);
    assert_eq!((ended.code, ended.err.trim()), (0, "Nothing found for “nobody”."));
    assert_eq!(program.run(&["list", "nobody", "--json"]).err, "");
}

#[test]
fn words_and_fields_find_cards() {
    let program = three_cards();
    for (query, expected) in [
        ("", &[1, 2, 3][..]),
        ("zw", &[1]),
        ("zhang wei", &[1]),
        ("0001", &[1]),
        ("ana", &[2]),
        ("禾包", &[3]),
        ("tag:vip", &[1]),
        ("-tag:vip", &[2, 3]),
        ("kind:enterprise", &[2]),
        ("man:M?N", &[2]),
        ("class:investigate", &[1, 2, 3]),
        ("tier:key", &[]),
        ("abc:A", &[]),
        ("-abc:A", &[1, 2, 3]),
        ("overdue:<0", &[]),
        ("silent:<0d", &[]),
        ("silent:>30d", &[2]),
        ("silent:30d+", &[2]),
        ("last:2026-05", &[2]),
        ("has:phone", &[1]),
        ("no:next", &[1, 3]),
        ("张伟 OR 青禾", &[1, 3]),
        ("position:target", &[]),
    ] {
        assert_eq!(program.found(query), expected, "{query}");
    }
}

#[test]
fn a_region_is_found_by_its_names_and_by_the_digits_of_its_code() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--address", "region=330106;street=1 Lake Road"]);
    program.ok(&["add", "Bo", "--address", "region=浙江宁波"]);
    program.ok(&["add", "Cy", "--address", "region=110105;note=gate 2", "--address", "region=330281"]);
    program.ok(&["add", "Di"]);
    for (query, expected) in [
        ("in:浙江", &[1, 2, 3][..]),
        ("in:杭州", &[1]),
        ("in:杭州 -in:西湖", &[]),
        ("region:33", &[1, 3]),
        ("region:3301", &[1]),
        ("region:110105", &[3]),
        ("region:hangzhou", &[1]),
        ("地区:寧波", &[2, 3]),
        ("西湖区", &[1]),
        ("zhejiang", &[1, 3]),
        ("address:余姚", &[3]),
        ("gate", &[3]),
    ] {
        assert_eq!(program.found(query), expected, "{query}");
    }
    let shown = program.ok(&["show", "1"]);
    assert!(shown.contains("1 Lake Road, Xihu, Hangzhou, Zhejiang"), "{shown}");
    let shown = program.ok(&["show", "1", "--lang", "zh-Hant"]);
    assert!(shown.contains("浙江省 杭州市 西湖區 1 Lake Road"), "{shown}");
    assert_eq!(program.card("1")["addresses"][0]["region"], "330106");
    let said = program.warns(&["add", "Ed", "--address", "region=330199"]);
    assert!(said.contains("no region has such a code"), "{said}");
}

#[test]
fn a_link_is_meant_by_number_code_or_name() {
    let program = three_cards();
    program.ok(&["edit", "2", "--set", "code=NW-7"]);
    program.ok(&["edit", "1", "--set", "introducer=NW-7"]);
    program.ok(&["edit", "3", "--set", "parent=2"]);
    for (query, expected) in [
        ("introducer:NW-7", &[1][..]),
        ("introducer:nw-7", &[1]),
        ("introducer:2", &[1]),
        ("introducer:northwind", &[1]),
        ("介绍人:Northwind", &[1]),
        ("-introducer:NW-7", &[2, 3]),
        ("parent:NW-7", &[3]),
        ("introducer:1", &[]),
        ("introducer:nobody", &[]),
    ] {
        assert_eq!(program.found(query), expected, "{query}");
    }
    assert_eq!(program.run(&["list", "introducer:"]).code, 2);
}

#[test]
fn a_ready_view_gives_columns_and_order() {
    let program = three_cards();
    program.ok(&["edit", "1", "--set", "code=B-2", "--set", "addresses=zone=西区;order=10"]);
    program.ok(&["edit", "2", "--set", "code=A-1", "--set", "addresses=zone=西区;order=9"]);
    program.ok(&["log", "2", "visit +A", "--on", "2026-06-01"]);
    let listed = program.ok(&["list", "--view", "addresses", "--csv"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(
        lines[0],
        "zone,route,code,name,kind,grade,addresses,travel,contact_hours,last_visit,due,note"
    );
    assert!(lines[1].starts_with("西区,9,A-1,Northwind Foods,enterprise,"), "{listed}");
    assert!(lines[1].contains("2026-06-01"), "{listed}");
    assert!(lines[2].starts_with("西区,10,B-2,张伟,"), "{listed}");
    assert!(lines[3].starts_with(",,,青禾包装,"), "{listed}");
    let turned =
        program.ok(&["list", "--view", "客户名册", "--sort", "code", "--reverse", "--csv", "--limit", "1"]);
    assert!(turned.contains("B-2,张伟"), "{turned}");
    assert!(
        program.fails(&["list", "--view", "nonsense"]).contains("workbench, customers, addresses, grades")
    );
}

#[test]
fn the_table_of_addresses_ends_with_what_each_zone_comes_to() {
    let program = three_cards();
    for (card, address) in [("1", "zone=西区;order=1;minutes=25"), ("2", "zone=东区;minutes=40")] {
        program.ok(&["edit", card, "--set", &format!("addresses={address}")]);
    }
    program.ok(&["edit", "3", "--set", "addresses=zone=西区;minutes=5", "--next", "2026-06-30 call"]);
    let listed = program.ok(&["list", "--view", "addresses", "--lang", "zh-Hans"]);
    assert!(listed.contains("东区：1 户，0 户到期，路程 40 分钟"), "{listed}");
    assert!(
        listed.contains("西区：2 户，2 户到期，路程 30 分钟")
            || listed.contains("西区：2 户，1 户到期，路程 30 分钟"),
        "{listed}"
    );
    assert!(!program.ok(&["list", "--view", "addresses", "--csv"]).contains('户'));
}

#[test]
fn the_bin_is_looked_into_only_when_asked() {
    let program = three_cards();
    program.ok(&["remove", "3"]);
    assert_eq!(program.found(""), [1, 2]);
    assert_eq!(program.found("in:bin"), [3]);
}

#[test]
fn a_wrong_query_names_what_was_meant() {
    let program = three_cards();
    for (arguments, meant) in [
        (&["list", "knd:enterprise"][..], "kind"),
        (&["list", "position:targt"], "target"),
        (&["list", "--columns", "nmae"], "name"),
        (&["list", "--sort", "positon"], "position"),
        (&["list", "last:2026-02-30"], "2026-02-30"),
        (&["list", "--nonsense"], "--nonsense"),
        (&["list", "a", "b"], "quotes"),
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ended.err.contains(meant), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn a_list_is_sorted_cut_and_shaped_as_asked() {
    let program = three_cards();
    let csv = program.ok(&[
        "list",
        "--columns",
        "id,name,man",
        "--csv",
        "--sort",
        "id",
        "--reverse",
        "--limit",
        "2",
    ]);
    assert_eq!(csv, "id,name,man\n3,青禾包装,???\n2,Northwind Foods,M?N\n");
    let table = program.ok(&["list", "--columns", "id,name", "--sort", "id"]);
    assert_eq!(table, "No.  Name\n1    张伟\n2    Northwind Foods\n3    青禾包装\n");
}

#[test]
fn a_cell_cannot_become_a_formula() {
    let program = Program::new();
    program.ok(&["add", "=HYPERLINK(1)"]);
    assert_eq!(program.ok(&["list", "--csv", "--columns", "name"]), "name\n'=HYPERLINK(1)\n");
}

#[test]
fn every_column_of_names_has_the_one_order_of_names() {
    let program = Program::new();
    for company in ["张裕", "阿里", "beta", "北京", "Zeta", ""] {
        program.ok(&[
            "add",
            &format!("Card of {company}"),
            &format!("--company={company}"),
            &format!("--person=P {company}"),
        ]);
    }
    let ordered = ["阿里", "北京", "beta", "Zeta", "张裕", ""];
    let companies = program.ok(&["list", "--sort", "company", "--columns", "company", "--csv"]);
    assert_eq!(companies.lines().skip(1).collect::<Vec<_>>().join("|").trim_matches('"'), ordered.join("|"));
    let people = program.ok(&["list", "--sort", "person", "--columns", "person", "--csv"]);
    assert_eq!(people.lines().nth(2), Some("P 阿里"), "{people}");
}

#[test]
fn a_card_is_meant_by_its_number_in_any_width() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["add", "Bo", "--set", "code=A1"]);
    assert_eq!(program.card("１")["name"], "Ana");
}

#[test]
fn whatever_is_asked_is_answered_or_refused_in_words() {
    let program = Program::new();
    program.ok(&["add", "Ana Torres"]);
    let long = "张伟 ".repeat(5_000);
    let endless = "x".repeat(10_000);
    for query in [
        long.as_str(),
        &endless,
        "     ",
        "\"",
        "\"ana \"torres\"",
        "\" OR 1=1 --",
        "'; DROP TABLE card; --",
        "NEAR(",
        "*",
        "ana*",
        "name:\"",
        "name:",
        ":",
        "::",
        "OR OR OR",
        "-",
        "- -",
        "😀",
        "👨‍👩‍👧",
        "e\u{301}\u{301}\u{301}",
        "\u{202e}ana",
        "%",
        "_",
        "\\",
    ] {
        for words in [&["list", query][..], &["list", query, "--json"], &["list", query, "--sort", "name"]] {
            let code = program.run(words).code;
            assert!(code == 0 || code == 2, "{query:.40}: {code}");
        }
    }
    assert_eq!(program.found("ana"), [1]);
}

#[test]
fn a_saved_filter_is_used_by_its_name_and_taken_back_like_any_change() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--set", "tags=vip"]);
    program.ok(&["add", "Ben"]);
    assert_eq!(program.ok(&["filters"]).lines().count(), 1, "only the head");
    assert_eq!(program.ok(&["filters", "--save", "hot", "tag:vip"]).trim(), "Kept as @hot.");
    assert_eq!(program.found("@hot"), [1]);
    assert_eq!(program.found("-@hot"), [2]);
    assert_eq!(program.found("@hot OR ben"), [1, 2]);
    program.ok(&["filters", "--save", "@重点", "@hot ana"]);
    assert_eq!(program.found("@重点"), [1]);
    let listed = program.ok(&["filters", "--json"]);
    let first: serde_json::Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    assert_eq!(first, serde_json::json!({"name": "hot", "query": "tag:vip", "count": 1}));
    for (arguments, why) in [
        (vec!["--save", "hot", "@重点"], "leads back to itself"),
        (vec!["--save", "two words", "tag:vip"], "no name of a filter"),
        (vec!["--save", "x", "tga:vip"], "no field is called tga"),
        (vec!["--save", "x", " "], "asks for nothing"),
        (vec!["--remove", "nobody"], "no saved filter"),
    ] {
        let said = program.fails(&[vec!["filters"], arguments].concat());
        assert!(said.contains(why), "{said}");
    }
    program.ok(&["filters", "--remove", "hot"]);
    assert_eq!(program.found("@hot"), Vec::<i64>::new(), "a text now");
    program.ok(&["undo"]);
    assert_eq!(program.found("@hot"), [1]);
    assert!(program.ok(&["journal"]).contains("saved filter hot"));
    program.ok(&["export", program.path("out.csv").to_str().unwrap(), "@hot"]);
}

#[test]
fn visits_of_later_days_do_not_count_in_the_order_of_an_earlier_one() {
    let program = Program::new();
    for (name, days) in [("Ana", &["2026-05-05", "2026-05-06"][..]), ("Bea", &["2026-02-02"]), ("Cid", &[])] {
        program.ok(&["add", name]);
        days.iter().for_each(|day| drop(program.ok(&["log", &name.to_lowercase(), "visit", "--on", day])));
    }
    let first = |key: &str, day: &str| {
        let listed = program.ok(&["list", "--sort", key, "--columns", "name", "--as-of", day]);
        listed.lines().nth(1).map(|line| line.trim().to_owned())
    };
    for (key, day, expected) in [
        ("visits", "2026-06-30", "Ana"),
        ("visits", "2026-03-01", "Bea"),
        ("last_visit", "2026-06-30", "Bea"),
        ("last_visit", "2026-03-01", "Bea"),
    ] {
        assert_eq!(first(key, day).as_deref(), Some(expected), "{key} {day}");
    }
}

#[test]
fn classes_stand_in_the_order_of_what_they_may_turn_out_to_be() {
    let program = Program::new();
    for (name, line) in [
        ("Stop", "call -M -A -N"),
        ("Zoe", "call"),
        ("Awaken", "call +M +A -N"),
        ("Ideal", "call +M +A +N"),
        ("Open", "call +M +A"),
        ("Finance", "call -M +A +N"),
        ("Abe", "call"),
    ] {
        program.ok(&["add", name]);
        program.ok(&["log", name, line]);
    }
    let names = program.ok(&["list", "--sort", "class", "--csv", "--columns", "name"]);
    let expected = ["name", "Ideal", "Open", "Abe", "Zoe", "Awaken", "Finance", "Stop"];
    assert_eq!(names.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_tag_is_compared_with_its_signs_and_whole() {
    let program = Program::new();
    let long = "x".repeat(70);
    for (name, tag) in
        [("Ana", "C++"), ("Bo", "C"), ("Cy", "C#"), ("Di", "🔥hot"), ("Ed", "Hot"), ("Fi", &long)]
    {
        program.ok(&["add", name, "--set", &format!("tags={tag}")]);
    }
    let longer = format!("tag:{long}y");
    for (query, expected) in [
        ("tag:C", &[2][..]),
        ("tag:c++", &[1]),
        ("tag:Ｃ#", &[3]),
        ("tag:C,C#", &[2, 3]),
        ("tag:hot", &[5]),
        ("tag:🔥HOT", &[4]),
        ("-tag:c", &[1, 3, 4, 5, 6]),
        (&longer, &[]),
    ] {
        assert_eq!(program.found(query), expected, "{query}");
    }
}

#[test]
fn a_query_that_begins_with_a_sign_can_be_saved() {
    let program = three_cards();
    program.ok(&["filters", "--save", "others", "-tag:vip"]);
    assert_eq!(program.found("@others"), [2, 3]);
    assert_eq!(program.run(&["filters", "--save", "x", "--nonsense"]).code, 2);
}

#[test]
fn made_and_changed_are_what_the_card_says_whatever_day_is_asked_for() {
    let program = three_cards();
    let card = program.card("1");
    for (field, key) in [("created", "created_at"), ("updated", "updated_at")] {
        let written = card[key].as_str().unwrap();
        let column = program.ok(&["list", "张伟", "--columns", field, "--csv"]);
        assert_eq!(column.lines().nth(1), Some(written));
        let made = chrono::DateTime::parse_from_rfc3339(written).unwrap().with_timezone(&chrono::Local);
        let day = made.date_naive();
        for as_of in ["2026-06-30", "2020-01-01", "2031-01-01"] {
            let found =
                |query: &str| program.ok(&["list", query, "--csv", "--as-of", as_of]).lines().count() - 1;
            assert_eq!(found(&format!("张伟 {field}:{day}")), 1, "{field} {as_of}");
            assert_eq!(found(&format!("张伟 -{field}:{day}")), 0, "{field} {as_of}");
            assert_eq!(found(&format!("张伟 {field}:<{day}")), 0, "{field} {as_of}");
        }
    }
}
