//! `add`, `edit`, `remove`, `move`, `log`, `assess`, `show`.

use serde_json::{Value, json};

use crate::program::Program;

#[test]
fn add_prints_the_id_and_nothing_else() {
    let program = Program::new();
    assert_eq!(program.ok(&["add", "海虹", "--set", "party=organisation"]), "1\n");
    assert_eq!(program.ok(&["add", "Ana"]), "2\n");
    let card = program.card("1");
    assert_eq!(card["party"], "organisation");
    assert_eq!(card["position"], "potential");
    assert_eq!(program.card("2")["party"], "individual");
}

#[test]
fn add_takes_everything_a_card_may_hold() {
    let program = Program::new();
    program.ok(&[
        "add",
        "海虹",
        "--phone",
        "mobile:138 0000 0000",
        "--phone",
        "010-62345678",
        "--email",
        "a@b.example",
        "--company",
        "集团",
        "--channel",
        "展会",
        "--set",
        "tags=vip,印刷",
        "--set",
        "kind=enterprise",
        "--address",
        "kind=office;region=浙江;street=1 Canal;zone=西区;order=4;minutes=25;from=2026-01-01;to=2026-12-31;note=gate 2, ask for Zhou",
        "--person",
        "周立;title=厂长;role=decider,user;phone=13900000000;from=2025-01-01",
    ]);
    let card = program.card("1");
    assert_eq!(
        card["phones"][0],
        json!({"kind": "mobile", "number": "138 0000 0000", "normal": "+8613800000000"})
    );
    assert_eq!(card["emails"][0]["address"], "a@b.example");
    assert_eq!(card["channel"], "fair");
    assert_eq!(card["tags"], json!(["vip", "印刷"]));
    assert_eq!(card["kind"], "enterprise");
    assert_eq!(card["addresses"][0]["zone"], "西区");
    assert_eq!(card["addresses"][0]["from"], "2026-01-01");
    assert_eq!(card["addresses"][0]["to"], "2026-12-31");
    assert_eq!(card["addresses"][0]["note"], "gate 2, ask for Zhou");
    let text = program.ok(&["list", "--columns", "name,addresses", "--csv"]);
    std::fs::write(program.path("back.csv"), text).unwrap();
    program.ok(&["edit", "1", "--set", "addresses="]);
    program.ok(&["import", "back.csv", "--on-duplicate", "update"]);
    assert_eq!(card["people"][0]["name"], "周立");
    assert_eq!(card["people"][0]["roles"], json!(["decider", "user"]));
    assert_eq!(card["people"][0]["from"], "2025-01-01");
}

#[test]
fn a_likely_twin_stops_add_unless_forced() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--phone", "+86 138-0000-0000", "--email", "Ana@x.example"]);
    program.ok(&["add", "Bo", "--company", "Acme"]);
    for twin in [
        ["Anna", "--phone", "13800000000"],
        ["Anna", "--email", "ana@X.example"],
        ["Anna", "--email", "ａｎａ＠ｘ.example"],
        ["BO", "--company", "ＡＣＭＥ"],
    ] {
        let mut arguments = vec!["add"];
        arguments.extend(twin);
        let ended = program.run(&arguments);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{twin:?}");
        assert!(ended.err.contains("Ana") || ended.err.contains("Bo"), "{}", ended.err);
    }
    assert_eq!(program.ok(&["add", "Anna", "--phone", "13800000000", "--force"]), "3\n");
}

#[test]
fn a_twin_is_seen_by_number_by_its_people_and_by_its_name_without_the_legal_form() {
    let program = Program::new();
    program.ok(&[
        "add",
        "海虹印刷有限公司",
        "--set",
        "party=organisation",
        "--set",
        "registration=91350100M000100Y43",
        "--person",
        "周立;phone=13900000000;email=zhou@h.example",
        "--address",
        "region=330106",
    ]);
    for (twin, sign) in [
        (&["add", "Other", "--set", "registration=91350100 M000100 Y43"][..], "registration number"),
        (&["add", "Other", "--phone", "139-0000-0000"], "phone"),
        (&["add", "Other", "--person", "周;phone=13900000000"], "phone"),
        (&["add", "Other", "--person", "周;email=ZHOU@h.example"], "e-mail"),
        (&["add", "海虹印刷"], "legal form"),
        (&["add", "海虹印刷股份有限公司", "--address", "region=330110"], "legal form"),
    ] {
        let ended = program.run(twin);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{twin:?}");
        assert!(ended.err.contains("海虹印刷有限公司") && ended.err.contains(sign), "{}", ended.err);
    }
    assert_eq!(program.ok(&["add", "海虹印刷", "--address", "region=310104"]), "2\n");
    assert_eq!(program.ok(&["add", "海虹包装有限公司"]), "3\n");
}

#[test]
fn edit_replaces_adds_takes_and_empties() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--phone", "13800000000", "--set", "tags=a,b", "--set", "industry=print"]);
    program.ok(&["edit", "1", "--set", "tags+=c", "--set", "tags-=a", "--set", "phones+=010-62345678"]);
    let card = program.card("1");
    assert_eq!(card["tags"], json!(["b", "c"]));
    assert_eq!(card["phones"].as_array().unwrap().len(), 2);
    program.ok(&["edit", "1", "--set", "tags=", "--set", "industry=", "--set", "phones-=+8613800000000"]);
    let card = program.card("1");
    assert_eq!(card["tags"], json!([]));
    assert_eq!(card["fields"].get("industry"), None);
    assert_eq!(card["phones"][0]["number"], "010-62345678");
}

#[test]
fn edit_sets_the_next_action_and_changes_a_person_of_the_same_name() {
    let program = Program::new();
    program.ok(&["add", "海虹", "--person", "周立;title=厂长"]);
    program.ok(&["edit", "1", "--person", "周立;role=decider", "--next", "2026-07-03 visit bring samples"]);
    let card = program.card("1");
    assert_eq!(card["people"].as_array().unwrap().len(), 1);
    assert_eq!(card["people"][0]["title"], "厂长");
    assert_eq!(card["people"][0]["roles"], json!(["decider"]));
    assert_eq!(card["next_action"], json!({"on": "2026-07-03", "kind": "visit", "note": "bring samples"}));
    program.ok(&["edit", "1", "--next", ""]);
    assert_eq!(program.card("1")["next_action"], json!(null));
}

/// The names of the people on a card, with their titles.
fn people(program: &Program, card: &str) -> Vec<String> {
    let card = program.card(card);
    let told = |person: &Value| {
        let part = |key: &str| person[key].as_str().unwrap_or_default().to_owned();
        format!("{} {}", part("name"), part("title")).trim().to_owned()
    };
    card["people"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn people_are_set_one_setting_after_the_other_as_other_lists_are() {
    for (settings, expected) in [
        (["people=Ann", "people=Bob"], vec!["Bob"]),
        (["people+=Zoe", "people-=Zoe"], vec!["Pat boss"]),
        (["people-=Pat", "people+=Pat"], vec!["Pat boss"]),
        (["people+=Zoe;title=clerk", "people+=zoe;title=buyer"], vec!["Pat boss", "Zoe buyer"]),
        (["people=", "people+=Zoe"], vec!["Zoe"]),
    ] {
        let program = Program::new();
        program.ok(&["add", "Acme", "--person", "Pat;title=boss"]);
        program.ok(&["edit", "1", "--set", settings[0], "--set", settings[1]]);
        assert_eq!(people(&program, "1"), expected, "{settings:?}");
    }
    let program = Program::new();
    program.ok(&["add", "Acme", "--person", "Pat"]);
    let said = program.ok(&["edit", "1", "--set", "people+=Zoe", "--set", "people-=Zoe"]);
    assert!(said.contains("Nothing"), "{said}");
}

#[test]
fn a_person_is_the_same_however_the_name_is_written() {
    let program = Program::new();
    program.ok(&[
        "add",
        "Acme",
        "--phone",
        "13800000000",
        "--person",
        "Ann Roe",
        "--person",
        "ann roe;title=clerk",
    ]);
    assert_eq!(people(&program, "1"), ["Ann Roe clerk"]);
    program.ok(&["edit", "1", "--person", "ANN ROE;title=buyer"]);
    assert_eq!(people(&program, "1"), ["Ann Roe buyer"]);
    let list = "name,phone,people\nAcme,13800000000,\"ann roe; Bo\"\n";
    std::fs::write(program.path("list.csv"), list).unwrap();
    program.ok(&["import", "list.csv", "--on-duplicate", "update"]);
    assert_eq!(people(&program, "1"), ["Ann Roe buyer", "Bo"]);
}

#[test]
fn a_part_of_a_person_with_nothing_behind_it_is_emptied() {
    let program = Program::new();
    program.ok(&["add", "海虹", "--person", "周立;title=厂长;role=decider;phone=13900000000;to=2026-12-31"]);
    program.ok(&["edit", "1", "--person", "周立;title=;phone=;to="]);
    let person = &program.card("1")["people"][0];
    assert_eq!((&person["title"], &person["to"]), (&json!(null), &json!(null)));
    assert_eq!(person["phones"], json!([]));
    assert_eq!(person["roles"], json!(["decider"]));
    program.ok(&["edit", "1", "--set", "people+=周立;role="]);
    assert_eq!(program.card("1")["people"][0]["roles"], json!([]));
}

#[test]
fn an_edit_says_that_it_takes_the_card_out_of_the_bin() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["remove", "1"]);
    assert!(program.ok(&["edit", "1", "--set", "tags=a"]).contains("out of the bin"));
    assert!(!program.ok(&["edit", "1", "--set", "tags=b"]).contains("bin"));
}

#[test]
fn a_code_is_one_however_it_is_written() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--set", "code=HH-001"]);
    program.ok(&["add", "Bo", "--set", "code=4711"]);
    program.ok(&["add", "Cy", "--set", "code=1"]);
    assert!(program.fails(&["add", "Di", "--set", "code=hh-001", "--force"]).contains("Ana"));
    assert_eq!(program.card("hh-001")["name"], "Ana");
    assert_eq!(program.card("4711")["name"], "Bo");
    assert_eq!(program.card("1")["name"], "Ana");
    assert_eq!(program.card("code:1")["name"], "Cy");
    program.ok(&["edit", "1", "--set", "code=hh-001"]);
    assert_eq!(program.card("1")["code"], "hh-001");
}

#[test]
fn an_organisations_authority_is_somebodys() {
    let program = Program::new();
    program.ok(&["add", "海虹", "--set", "party=organisation"]);
    let refused = program.run(&["log", "1", "call +A +N"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("--person"), "{}", refused.err);
    assert_eq!(program.card("1")["man"]["code"], "???");
    program.ok(&["edit", "1", "--person", "周立;role=decider"]);
    program.ok(&["log", "1", "call +A +N"]);
    assert_eq!(program.card("1")["man"]["code"], "?AN");
    // A person's own authority is their own.
    program.ok(&["add", "Ana"]);
    program.ok(&["log", "2", "call +A"]);
    assert_eq!(program.card("2")["man"]["code"], "?A?");
}

#[test]
fn what_is_wrong_from_the_arguments_alone_ends_with_2_and_changes_nothing() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    for arguments in [
        &["add", ""][..],
        &["add", "  "],
        &["add", "Bo", "--set", "kind=nonsense"],
        &["add", "Bo", "--set", "nmae=x"],
        &["add", "Bo", "--set", "no assignment"],
        &["add", "Bo", "--phone", "letters"],
        &["add", "Bo", "--channel", "nonsense"],
        &["add", "Bo", "--person", "周立;boss=yes"],
        &["add", "Bo", "--person", "周立;from=2026-02-30"],
        &["add", "Bo", "--set", "birth_date=2027-01-01"],
        &["edit", "1"],
        &["edit", "1", "--set", "industry+=x"],
        &["edit", "1", "--next", "2026-02-30 call"],
        &["edit", "1", "--next", "2026-06-29 call"],
        &["move", "1", "lost", "--reason", "price", "--next", "2026-06-29"],
        &["plan", "--move", "1", "--to", "2026-06-29"],
        &["move", "1", "nowhere"],
        &["move", "1", "actual", "--amount", "much"],
        &["log", "1", ""],
        &["log", "1", "--unknown"],
        &["log", "1", "call", "--on", "2026-07-01"],
        &["assess", "1", "character=6"],
        &["assess", "1", "charm=4"],
        &["assess", "1"],
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}: {}", ended.err);
        let mut lines = ended.err.lines();
        assert!(lines.next().is_some_and(|line| !line.is_empty()), "{arguments:?}");
        assert!(lines.all(|line| line.starts_with("hint: ")), "{arguments:?}: {}", ended.err);
    }
    assert_eq!(program.ok(&["journal", "--json"]).lines().count(), 1);
}

#[test]
fn a_card_is_meant_by_id_code_or_words_that_match_it_alone() {
    let program = Program::new();
    program.ok(&["add", "张伟", "--set", "code=ZW-1"]);
    program.ok(&["add", "张芳"]);
    for text in ["1", "ZW-1", "zhangwei", "张伟"] {
        assert_eq!(program.card(text)["id"], 1, "{text}");
    }
    let several = program.run(&["show", "张"]);
    assert_eq!((several.code, several.out.as_str()), (1, ""));
    assert!(several.err.contains("1  张伟") && several.err.contains("2  张芳"), "{}", several.err);
    for none in ["99", "nobody"] {
        let ended = program.run(&["show", none]);
        assert_eq!(ended.code, 5);
        assert!(ended.err.contains(none));
    }
}

#[test]
fn a_move_records_what_it_must_and_an_illegal_one_names_the_legal() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let illegal = program.run(&["move", "1", "lost"]);
    assert_eq!(illegal.code, 1);
    assert!(illegal.err.contains("target, actual, non-customer (non)"), "{}", illegal.err);
    let bare = program.run(&["move", "1", "target"]);
    assert_eq!(bare.code, 1);
    assert!(bare.err.contains("hint: fieldcard move CARD target --note TEXT"), "{}", bare.err);
    let bare = program.run(&["move", "1", "target", "--lang", "zh-Hant"]);
    assert!(bare.err.contains("變更為 目標 (target) 還必須寫明"), "{}", bare.err);
    program.ok(&["move", "1", "target", "--note", "good fit"]);
    let nothing = program.run(&["move", "1", "actual", "--amount", "0"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("the order: a note or its amount"), "{}", nothing.err);
    let less = program.run(&["move", "1", "actual", "--amount", "-5"]);
    assert_eq!(less.code, 2);
    assert!(less.err.contains("--amount does not take “-5”\nhint: an amount"), "{}", less.err);
    program.ok(&["move", "1", "actual", "--amount", "3.2万"]);
    assert_eq!(program.card("1")["position"], "actual");
    assert_eq!(program.run(&["move", "1", "lost"]).code, 1);
    let unknown = program.run(&["move", "1", "lost", "--reason", "price", "--contributing", "quality,dear"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("--contributing") && unknown.err.contains("dear"), "{}", unknown.err);
    let parting =
        ["--contributing", "quality,service-speed", "--historic-value", "52000", "--receivables", "800"];
    let parting = [&parting[..], &["--product", "cartons", "--second-life", "460"]].concat();
    let lost = ["move", "1", "lost", "--reason", "price", "--recoverable", "yes"];
    program.ok(&[&lost[..], &parting].concat());
    let card = program.card("1");
    assert_eq!(card["position"], "lost");
    let told = card["moves"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(told["contributing"], serde_json::json!(["quality", "service-speed"]));
    for (key, value) in [
        ("product", "cartons"),
        ("historic_value", "52000.00"),
        ("open_receivables", "800.00"),
        ("second_lifetime_value", "460.00"),
    ] {
        assert_eq!(told[key], value, "{told}");
    }
    program.ok(&["undo"]);
    assert_eq!(program.card("1")["moves"].as_array().unwrap().len(), 3);
    program.ok(&["redo"]);
    assert_eq!(program.card("1")["moves"].as_array().unwrap().last().unwrap(), &told);
    let bare = program.run(&["move", "1", "potential"]);
    assert!(bare.err.contains("move CARD potential --note TEXT --next DATE"), "{}", bare.err);
    program.ok(&["move", "1", "target", "--note", "win back", "--next", "2026-07-10"]);
    assert_eq!(program.card("1")["next_action"]["on"], "2026-07-10");
}

/// The day is told by `--on`: a line of a script means the same on every day.
#[test]
fn a_day_before_a_logged_line_is_text() {
    let program = Program::new();
    program.ok(&["add", "Ana Torres"]);
    for line in ["yesterday call no budget", "2026-06-20 visit", "昨天电话没预算"] {
        program.ok(&["log", "1", line]);
        let card = program.card("1");
        let last = &card["contacts"][0];
        assert_eq!((last["kind"].as_str(), last["note"].as_str()), (Some("other"), Some(line)), "{card}");
        assert_eq!(last["on"].as_str(), Some("2026-06-30"), "{line}");
        program.ok(&["undo"]);
    }
}

#[test]
fn a_line_is_logged_with_its_letters_and_next_action() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let said = program.ok(&["log", "1", "call 8000 报价3.2万 +N -A next wed"]);
    for part in ["phone", "+N -A", "8000 报价3.2万", "2026-07-01"] {
        assert!(said.contains(part), "{said}");
    }
    program.ok(&["log", "1", "-A asked", "--on", "2026-06-29"]);
    let card = program.card("1");
    assert_eq!(card["man"]["code"], "?aN");
    assert_eq!(card["next_action"]["on"], "2026-07-01");
    assert_eq!(card["last_contact_on"], "2026-06-30");
    assert_eq!(card["contacts"].as_array().unwrap().len(), 2);
}

#[test]
fn the_person_of_a_line_must_be_on_the_card() {
    let program = Program::new();
    program.ok(&["add", "海虹", "--set", "party=organisation", "--person", "周立;role=decider"]);
    program.ok(&["log", "1", "visit +A", "--person", "周立"]);
    assert_eq!(program.card("1")["people"][0]["authority"], "yes");
    let ended = program.run(&["log", "1", "visit", "--person", "nobody"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("nobody") && ended.err.contains("周立"), "{}", ended.err);
}

#[test]
fn an_assessment_gives_score_and_grade_by_what_was_assessed() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["assess", "1", "character=4", "capacity=4", "--note", "capacity=full order book"]);
    let thin = program.card("1")["credit"].clone();
    assert_eq!((&thin["coverage"], &thin["grade"]), (&json!(55), &json!(null)));
    program.ok(&["assess", "1", "character=4", "capacity=4", "capital=3", "collateral=2", "conditions=3"]);
    let credit = program.card("1")["credit"].clone();
    assert_eq!((&credit["score"], &credit["grade"]), (&json!("68.0"), &json!("C")));
    assert_eq!(credit["provisional"], false);
}

#[test]
fn show_speaks_both_languages() {
    let program = Program::new();
    program.ok(&["add", "海虹"]);
    assert!(program.ok(&["show", "1"]).contains("potential"));
    let chinese = program.ok(&["show", "1", "--lang", "zh-Hans"]);
    assert!(chinese.contains("潜在") && !chinese.contains("potential"), "{chinese}");
}

#[test]
fn a_card_starts_where_nothing_has_to_be_recorded() {
    let program = Program::new();
    for (number, position) in ["drift", "potential", "target"].into_iter().enumerate() {
        program.ok(&["add", &format!("Ana {number}"), "--set", &format!("position={position}")]);
        assert_eq!(program.card(&(number + 1).to_string())["position"], position);
    }
    for position in ["actual", "lost", "non"] {
        let ended = program.run(&["add", "Bo", "--set", &format!("position={position}")]);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{position}");
    }
    let ended = program.run(&["edit", "1", "--set", "position=target"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("hint: fieldcard move"), "{}", ended.err);
}

#[test]
fn every_refused_move_names_the_legal_ones() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    for position in ["drift", "potential", "lost"] {
        let ended = program.run(&["move", "1", position, "--reason", "price"]);
        assert_eq!(ended.code, 1);
        assert!(ended.err.contains("target, actual, non"), "{position}: {}", ended.err);
    }
}

#[test]
fn a_term_that_is_not_in_its_list_is_answered_with_the_list() {
    let program = Program::new();
    for arguments in [
        ["add", "Ana", "--set", "kind=zzz"],
        ["add", "Ana", "--person", "Bo;role=zzz"],
        ["add", "Ana", "--address", "kind=zzz"],
    ] {
        let ended = program.run(&arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.err.contains("hint: one of: "), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn what_has_no_value_is_null_in_json() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--person", "Bo"]);
    program.ok(&["log", "1", "call +M +A +N", "--person", "Bo"]);
    let card = program.card("1");
    for key in
        ["code", "short_name", "company", "kind", "channel", "introducer", "next_action", "overdue_days"]
    {
        assert!(card[key].is_null(), "{key}: {}", card[key]);
    }
    assert!(card["people"][0]["title"].is_null());
    assert!(card["contacts"][0]["note"].is_null());
    assert_eq!(card["man"]["class"], "ideal");
    assert!(card["man"]["best"].is_null() && card["man"]["worst"].is_null());
}

#[test]
fn a_card_is_shown_as_people_read_it() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let address = "kind=office;region=杭州;street=1 Canal Road;zone=西区;order=4";
    program.ok(&["add", "Ben", "--phone", "mobile:138 0000 0000", "--address", address]);
    program.ok(&["edit", "2", "--set", "introducer=1"]);
    for said in [program.ok(&["show", "2"]), program.ok(&["export", "-", "name:Ben", "--format", "md"])] {
        for part in ["Ana", "mobile 138 0000 0000", "杭州 1 Canal Road 西区 4"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        for raw in ["kind=office", "mobile:138"] {
            assert!(!said.contains(raw), "{raw}: {said}");
        }
    }
}

#[test]
fn a_card_is_shown_by_the_blocks_of_its_survey_card_as_on_the_screen() {
    let program = Program::new();
    let person = "Joe Lee;title=works manager;role=decider";
    program.ok(&["add", "Harbour", "--set", "party=organisation", "--person", person, "--channel", "fair"]);
    program.ok(&[
        "edit",
        "1",
        "--detail",
        "need=quiet",
        "--detail",
        "competitor=Grand Forms",
        "--set",
        "motive_note=grow",
    ]);
    program.ok(&["edit", "1", "--set", "staff=40", "--set", "potential=4"]);
    let said = program.ok(&["show", "1"]);
    let places: Vec<_> = [
        "MAN",
        "Source and introducer",
        "Joe Lee",
        "Needs",
        "quiet",
        "Grand Forms",
        "What may come of it",
        "Staff",
    ]
    .map(|part| (said.find(part), part))
    .to_vec();
    assert!(places.iter().all(|(at, _)| at.is_some()) && places.is_sorted(), "{places:?} in {said}");
}

#[test]
fn a_region_code_of_no_province_is_kept_with_a_warning() {
    let program = Program::new();
    let ended = program.run(&["add", "Ana", "--address", "region=990106;street=1 Canal"]);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("no region has such a code"), "{}", ended.err);
    let ended = program.run(&["edit", "1", "--set", "addresses=region=990106"]);
    assert!(ended.err.contains("no region has such a code"), "{}", ended.err);
    assert_eq!(program.run(&["edit", "1", "--set", "addresses=region=330106"]).err, "");
    assert_eq!(program.card("1")["addresses"][0]["region"], "330106");
}

#[test]
fn a_kind_of_phone_that_does_not_exist_is_refused() {
    let program = Program::new();
    let said = program.fails(&["add", "Ana", "--phone", "bogus:13800000000"]);
    assert!(said.contains("bogus") && said.contains("mobile"), "{said}");
    program.ok(&["add", "Ana", "--phone", "mobile:13800000000"]);
}

#[test]
fn a_card_is_moved_to_the_bin_once() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    assert!(program.ok(&["remove", "1"]).contains("Moved to the bin"));
    assert!(program.ok(&["remove", "1"]).contains("In the bin already"));
}

#[test]
fn who_introduced_whom_is_shown_as_a_tree_and_a_circle_is_refused() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["add", "Ben", "--set", "introducer=1"]);
    program.ok(&["add", "Cleo", "--set", "introducer=2"]);
    program.ok(&["move", "3", "actual", "--amount", "100"]);
    let shown = program.ok(&["show", "1"]);
    assert!(shown.contains("introduced 1, 2 in all; 1 became customers; 2 deep"), "{shown}");
    assert!(shown.contains("└ Ben (2)") && shown.contains("  └ Cleo (3)"), "{shown}");
    let tree = &program.card("2")["referrals"];
    for (key, value) in [("introduced", 1), ("size", 1), ("converted", 1), ("depth", 1)] {
        assert_eq!(tree[key], value, "{key}");
    }
    let told: Vec<_> = tree["tree"].as_array().unwrap().iter().map(|card| &card["introducer"]).collect();
    assert_eq!(told, [&serde_json::Value::Null, &1.into(), &2.into()]);
    assert_eq!((&tree["tree"][2]["name"], &tree["tree"][2]["position"]), (&"Cleo".into(), &"actual".into()));
    let circle = program.run(&["edit", "1", "--set", "introducer=3"]);
    assert_eq!((circle.code, circle.out.as_str()), (1, ""));
}

#[test]
fn a_move_keeps_to_whom_a_customer_went_and_what_brought_it_back() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["move", "1", "actual", "--amount", "100"]);
    program.ok(&["move", "1", "lost", "--reason", "price", "--competitor", "Grand", "--recoverable", "yes"]);
    program.ok(&["move", "1", "actual", "--amount", "90", "--offer", "ten percent", "--cost", "500"]);
    let shown = program.ok(&["show", "1"]);
    assert!(shown.contains("price · can be won back: yes · went to: Grand"), "{shown}");
    assert!(shown.contains("90.00 · offered: ten percent · cost: 500.00"), "{shown}");
    let moves = &program.card("1")["moves"];
    assert_eq!((moves[2]["competitor"].as_str(), moves[3]["cost"].as_str()), (Some("Grand"), Some("500.00")));
    assert_eq!(program.run(&["move", "1", "lost", "--reason", "price", "--cost", "much"]).code, 2);
}

#[test]
fn the_last_day_there_is_stays_as_it_was_said() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["edit", "1", "--next", "9999-12-31 visit"]);
    assert_eq!(program.card("1")["next_action"]["on"], "9999-12-31");
}

#[test]
fn sorted_by_days_overdue_those_come_last_that_have_none() {
    let program = Program::new();
    for (name, next) in
        [("Later", "2026-08-01"), ("Long", "2026-05-01"), ("Today", "2026-06-30"), ("Short", "2026-06-20")]
    {
        program.ok(&["add", name]);
        let card = program.found(name)[0].to_string();
        // On the earliest of the days: none of them had passed.
        program.ok(&["edit", &card, "--next", next, "--as-of", "2026-05-01"]);
    }
    for (sort, first) in [(&["--sort", "overdue"][..], [4, 2]), (&["--sort", "overdue", "--reverse"], [2, 4])]
    {
        let listed = program.ok(&[&["list", "--columns", "id", "--csv"], sort].concat());
        let ids: Vec<i64> = listed.lines().filter_map(|line| line.trim().parse().ok()).collect();
        assert_eq!(ids[..2], first, "{sort:?}: {ids:?}");
    }
}

#[test]
fn edits_at_the_same_time_add_to_each_other() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let places = 0..6;
    std::thread::scope(|scope| {
        for place in places.clone() {
            let program = &program;
            scope.spawn(move || {
                program.ok(&["edit", "1", "--set", &format!("phones+=1380000000{place}")]);
                program.ok(&["edit", "1", "--set", &format!("tags+=tag{place}")]);
                program.ok(&["edit", "1", "--set", &format!("addresses+=street={place} Canal")]);
            });
        }
    });
    let card = program.card("1");
    let mut tags: Vec<_> = card["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap()).collect();
    tags.sort_unstable();
    assert_eq!(tags, places.clone().map(|place| format!("tag{place}")).collect::<Vec<_>>());
    for list in ["phones", "addresses"] {
        assert_eq!(card[list].as_array().unwrap().len(), places.len(), "{list}: {}", card[list]);
    }
}

#[test]
fn a_namesake_in_another_city_is_no_twin() {
    let program = Program::new();
    program.ok(&["add", "Li Ming", "--address", "region=330106;street=1 Canal"]);
    assert!(program.fails(&["add", "Li Ming"]).contains("Li Ming"));
    assert!(program.fails(&["add", "Li Ming", "--address", "region=330103;street=2 Canal"]).contains("name"));
    program.ok(&["add", "Li Ming", "--address", "region=110101;street=3 Canal"]);
}

#[test]
fn what_happened_before_a_card_was_made_can_be_told_afterwards() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["move", "1", "actual", "--note", "Order 7", "--on", "2026-02-01"]);
    let position = |day: &str| {
        let card = program.ok(&["show", "1", "--json", "--as-of", day]);
        serde_json::from_str::<serde_json::Value>(&card).unwrap()["position"].clone()
    };
    assert_eq!(
        [position("2026-01-31"), position("2026-02-01"), position("2026-06-30")],
        ["potential", "actual", "actual"]
    );
    assert!(
        program
            .fails(&["move", "1", "lost", "--reason", "price", "--on", "2026-01-31"])
            .contains("2026-02-01")
    );
    program.ok(&["move", "1", "lost", "--reason", "price", "--on", "2026-05-01"]);
    program.ok(&["undo", "2"]);
    assert_eq!([position("2026-02-01"), position("2026-06-30")], ["potential", "potential"]);
}

#[test]
fn programs_at_the_same_time_make_one_card_of_one_customer() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let made: Vec<i32> = std::thread::scope(|scope| {
        let add = || program.run(&["add", "Kim", "--phone", "13800000001"]).code;
        let runs: Vec<_> = (0..6).map(|_| scope.spawn(add)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(made.iter().filter(|code| **code == 0).count(), 1, "{made:?}");
    assert_eq!(program.found("kim").len(), 1);
}

#[test]
fn a_code_that_is_taken_is_refused_whatever_is_forced() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--set", "code=K1"]);
    program.ok(&["remove", "1"]);
    for arguments in [&["add", "Bo", "--set", "code=k1"][..], &["add", "Bo", "--set", "code=k1", "--force"]] {
        let ended = program.run(arguments);
        assert_eq!(
            (ended.code, ended.err.as_str()),
            (1, "code k1 is taken by card 1, Ana\n"),
            "{arguments:?}"
        );
    }
}

#[test]
fn what_is_odd_about_phones_and_e_mails_is_said_and_kept() {
    let program = Program::new();
    let added = program.run(&[
        "add",
        "Ana",
        "--phone",
        "12-abc",
        "--email",
        "ana",
        "--person",
        "Ben;phone=call me 12",
    ]);
    assert_eq!((added.code, added.out.as_str()), (0, "1\n"));
    for said in [
        "note: Phone 12-abc: there is more in it than a phone number: look again",
        "note: E-mail ana: not of the form name@domain: look again",
        "note: Phone call me 12: there is more in it than a phone number: look again",
    ] {
        assert!(added.err.contains(said), "{said}\n{}", added.err);
    }
    let edited = program.run(&["edit", "1", "--set", "phones+=13800000001", "--person", "Ben;email=ben"]);
    assert_eq!(edited.code, 0);
    assert_eq!(edited.err, "note: E-mail ben: not of the form name@domain: look again\n");
    let taken = program.run(&["edit", "1", "--set", "phones-=12-abc", "--set", "emails=ana@x.example"]);
    assert_eq!((taken.code, taken.err.as_str()), (0, ""));
}

#[test]
fn an_empty_card_file_says_what_to_do() {
    let program = Program::new();
    program.run(&["list"]);
    for command in [&["list"][..], &["list", ""], &["today"]] {
        let ended = program.run(command);
        assert_eq!(ended.code, 0);
        assert!(ended.err.contains("There are no cards yet: fieldcard add NAME makes one"), "{}", ended.err);
    }
    assert_eq!(program.run(&["list", "x"]).err, "Nothing found for “x”.\n");
}

#[test]
fn a_number_that_another_card_has_is_told_of_a_card_that_is_made_all_the_same() {
    let program = Program::new();
    program.ok(&["add", "青禾包装", "--phone", "010-8800 1234"]);
    let beside = program.run(&["add", "Northwind", "--person", "Ana;phone=+86 10 88001234"]);
    assert_eq!((beside.code, beside.out.trim()), (0, "2"));
    assert_eq!(beside.err.trim(), "note: 青禾包装 (no. 1) has the number +86 10 88001234 too");
    program.ok(&["add", "Bo", "--phone", "0571-88001234"]);
    assert_eq!(program.run(&["add", "青禾包装", "--phone", "(010)88001234"]).code, 1, "name and number");
    program.ok(&["add", "Cy", "--phone", "(010)88001234", "--force"]);
}
