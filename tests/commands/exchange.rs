//! `import`, `export`, `demo`.

use serde_json::{Value, json};

use crate::program::{Program, ended};

const TABLE: &str =
    "姓名,手机,公司,Favourite colour\n李四,13900000001,青禾,red\n王五,13900000002,青禾,blue\n";

fn report(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_same_file_again_adds_nothing_and_undo_takes_all_of_it_back() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), TABLE).unwrap();
    let first = report(&program.ok(&["import", "list.csv", "--json"]));
    assert_eq!((&first["read"], &first["added"], &first["rejected"]), (&json!(2), &json!(2), &json!(0)));
    assert_eq!(first["mapping"]["姓名"], "name");
    assert!(first["journal"].is_i64());
    assert_eq!(program.card("1")["position"], "drift");
    let again = report(&program.ok(&["import", "list.csv", "--json"]));
    assert_eq!((&again["added"], &again["skipped"], &again["journal"]), (&json!(0), &json!(2), &json!(null)));
    program.ok(&["undo"]);
    assert_eq!(program.found(""), Vec::<i64>::new());
    program.ok(&["redo"]);
    assert_eq!(program.found(""), [1, 2]);
}

#[test]
fn a_file_that_is_no_table_is_named_with_what_to_do_instead() {
    let program = Program::new();
    program.ok(&["add", "Acorn Nursery"]);
    program.ok(&["export", "cards.json"]);
    std::fs::write(program.path("phone.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n").unwrap();
    std::fs::write(program.path("list.xlsx"), b"PK\x03\x04\x14\0\x06\0").unwrap();
    for (file, what, hint) in [
        ("phone.vcf", "contact cards (vCard)", "take the contacts out as CSV"),
        ("list.xlsx", "a spreadsheet", "save it as CSV"),
        ("cards.json", "JSON", "as CSV"),
    ] {
        let ended = program.run(&["import", file]);
        assert_eq!(ended.code, 1, "{file}");
        assert!(ended.err.contains(what) && ended.err.contains(hint), "{file}: {}", ended.err);
    }
}

#[test]
fn a_column_that_is_not_known_becomes_an_own_field() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), TABLE).unwrap();
    program.ok(&["import", "list.csv"]);
    assert!(program.ok(&["fields"]).contains("Favourite colour"));
    assert_eq!(program.card("1")["fields"]["favourite_colour"][0], "red");
}

#[test]
fn a_broken_row_ends_with_3_and_stands_in_the_rejects_file() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), format!("{TABLE}too,few\n")).unwrap();
    let ended = program.run(&["import", "list.csv", "--rejects", "rejects.csv", "--json"]);
    assert_eq!(ended.code, 3);
    assert_eq!(report(&ended.out)["rejected"], 1);
    let rejects = std::fs::read_to_string(program.path("rejects.csv")).unwrap();
    assert!(rejects.lines().nth(1).unwrap().starts_with("4,"), "{rejects}");
}

#[test]
fn a_dry_run_shows_and_changes_nothing() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), TABLE).unwrap();
    let shown = program.ok(&["import", "list.csv", "--dry-run"]);
    assert!(shown.contains("phones.mobile") && shown.contains("李四"), "{shown}");
    assert!(
        shown.contains(
            "nothing was changed; of 2 rows 2 would be added, 0 updated, 0 skipped, 0 rejected (utf-8)\n"
        ),
        "{shown}"
    );
    assert!(!program.path("cards.fieldcard").exists());
}

#[test]
fn a_table_comes_by_standard_input_and_columns_are_named() {
    let program = Program::new();
    let mut command = program.command();
    command
        .args(["import", "-", "--map", "Who=name,Colour=-", "--json"])
        .write_stdin("Who;Colour\nAna;red\n");
    let ended = ended(&mut command);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(report(&ended.out)["delimiter"], ";");
    assert_eq!(program.card("1")["name"], "Ana");
}

#[test]
fn a_slip_in_the_mapping_is_refused_and_what_goes_elsewhere_is_told() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), "Name,Colour,Remark\nAna,red,met at the fair\n").unwrap();
    let said = program.fails(&["import", "list.csv", "--map", "Colour=chanel"]);
    assert!(said.contains("chanel") && said.contains("did you mean channel? own:chanel"), "{said}");
    let said = program.ok(&["import", "list.csv", "--map", "Colour=own:Shade"]);
    assert!(said.contains("new fields of your own: Shade\nwent to the notes: Remark\n"), "{said}");
    assert_eq!(program.card("1")["fields"]["shade"][0], "red");
    let again = program.ok(&["import", "list.csv", "--map", "Colour=Shade"]);
    assert!(!again.contains("new fields"), "a field that is there may be named: {again}");
    assert!(!again.contains("notes"), "nothing went there: {again}");
    let ended = program.run(&["import", "list.csv", "--map", "Color=channel"]);
    assert_eq!(ended.code, 1, "whether a file has a column is not known from the arguments: {ended:?}");
    assert!(ended.err.contains("Color\nhint: did you mean Colour?"), "{ended:?}");
}

#[test]
fn a_command_that_only_reads_says_that_there_was_no_card_file() {
    let program = Program::new();
    let ended = program.run(&["list"]);
    assert!(ended.code == 0 && ended.err.contains("there was no card file"), "{}", ended.err);
    assert!(!program.run(&["list"]).err.contains("no card file"));
}

#[test]
fn what_is_no_table_is_refused() {
    let program = Program::new();
    std::fs::write(program.path("empty.csv"), "").unwrap();
    for (arguments, code) in [
        (&["import", "empty.csv"][..], 1),
        (&["import", "missing.csv"], 1),
        (&["import", "."], 1),
        (&["import", "empty.csv", "--encoding", "nonsense"], 2),
        (&["import", "empty.csv", "--on-duplicate", "nonsense"], 2),
        (&["import", "empty.csv", "--format", "nonsense"], 2),
        (&["export", "cards.nonsense"], 2),
        (&["export", "."], 1),
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn what_is_exported_can_be_imported() {
    let program = Program::new();
    program.ok(&["add", "张伟", "--phone", "138 0000 0001", "--set", "tags=vip,new"]);
    program.ok(&["add", "Bo"]);
    program.ok(&["export", "out.csv", "tag:vip", "--to", "Ana", "--purpose", "fair"]);
    let other = Program::new();
    std::fs::copy(program.path("out.csv"), other.path("in.csv")).unwrap();
    other.ok(&["import", "in.csv"]);
    let (one, two) = (program.card("1"), other.card("1"));
    for key in ["name", "phones", "tags", "company"] {
        assert_eq!(one[key], two[key], "{key}");
    }
    assert_eq!(other.found(""), [1]);
    let lines = program.ok(&["export", "-", "--format", "json"]);
    assert_eq!(lines.lines().count(), 2);
}

#[test]
fn demo_writes_the_same_cards_for_the_same_seed() {
    let program = Program::new();
    for name in ["one", "two"] {
        program.ok(&["demo", "--write", name, "--cards", "50", "--seed", "7"]);
    }
    let names = |file: &str| program.ok(&["list", "--file", file, "--csv", "--columns", "name,man,phone"]);
    assert_eq!(names("one"), names("two"));
    assert_eq!(names("one").lines().count(), 51);
    assert_eq!(program.run(&["demo", "--write", "one"]).code, 1);
}

#[test]
fn headers_in_traditional_characters_are_known() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), "姓名,電話,備註\n林薇,0912345678,茶\n").unwrap();
    let read = report(&program.ok(&["import", "list.csv", "--json"]));
    assert_eq!(read["mapping"], json!({"姓名": "name", "電話": "phones", "備註": "note"}));
}

#[test]
fn an_export_that_fails_leaves_the_file_as_it_was() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    std::fs::write(program.path("out.csv"), "old").unwrap();
    assert_eq!(program.run(&["export", "out.csv", "nofield:x"]).code, 2);
    assert_eq!(std::fs::read_to_string(program.path("out.csv")).unwrap(), "old");
    program.ok(&["export", "out.csv"]);
    assert!(std::fs::read_to_string(program.path("out.csv")).unwrap().contains("Ana"));
}

#[test]
fn a_town_that_is_its_own_province_is_named_once() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), "姓名,省,市,街道\n张伟,上海,上海,南京路1号\n").unwrap();
    program.ok(&["import", "list.csv"]);
    assert_eq!(program.card("1")["addresses"][0]["region"], "上海");
}

#[test]
fn an_import_counts_each_card_once() {
    let program = Program::new();
    program.ok(&["demo", "--write", program.path("samples").to_str().unwrap()]);
    let csv = program.path("out.csv");
    program.ok(&["export", csv.to_str().unwrap(), "--file", program.path("samples").to_str().unwrap()]);
    program.ok(&["import", csv.to_str().unwrap()]);
    assert!(program.ok(&["journal"]).contains("(40 cards)"));
}

#[test]
fn an_odd_phone_comes_in_with_a_word() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), "name,phone\nAna,12-abc\nBo,13800000002\n").unwrap();
    let told = "1 odd value kept: line 2 12-abc (there is more in it than a phone number: look again)";
    for arguments in [&["import", "list.csv", "--dry-run"][..], &["import", "list.csv"]] {
        let said = program.ok(arguments);
        assert!(said.contains(told), "{said}");
    }
    assert_eq!(program.card("1")["phones"][0]["number"], "12-abc");
}

#[test]
fn a_card_file_is_never_written_over() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let own = program.path("cards.fieldcard");
    let other = program.path("other");
    program.ok(&["demo", "--write", other.to_str().unwrap()]);
    let cards = std::fs::read(&other).unwrap();
    let csv = program.path("list.csv");
    std::fs::write(&csv, "name,phone\nBen,13800000000,x\n").unwrap();
    let csv = csv.to_str().unwrap();
    for path in [
        own.clone(),
        other.clone(),
        program.path("cards.fieldcard-wal"),
        program.path("cards.fieldcard-lock"),
    ] {
        let path = path.to_str().unwrap();
        let said = program.fails(&["export", path, "--format", "csv"]);
        assert!(said.contains("is a card file"), "{path}: {said}");
        let said = program.fails(&["import", csv, "--rejects", path]);
        assert!(said.contains("is a card file"), "{path}: {said}");
    }
    assert!(program.fails(&["import", csv, "--rejects", csv]).contains("the file being read"));
    assert_eq!(std::fs::read(&other).unwrap(), cards);
    assert_eq!(program.found("ana"), [1]);
}

#[test]
fn details_leave_and_come_back_by_a_table() {
    let program = Program::new();
    program.ok(&[
        "add",
        "Lakeside Works",
        "--set",
        "party=organisation",
        "--set",
        "code=LW",
        "--person",
        "周立;role=decider",
    ]);
    for detail in ["competitor=甲厂\\; 乙厂;satisfaction=2", "competitor+=Grand Forms", "need=quiet;weight=5"]
    {
        program.ok(&["edit", "1", "--detail", detail]);
    }
    program.ok(&["edit", "1", "--detail", "profile=生产部;attitude=1;person=周立"]);
    let before = program.card("1")["details"].clone();
    program.ok(&["export", "cards.csv"]);
    program.ok(&["remove", "1"]);

    let other = Program::new();
    std::fs::copy(program.path("cards.csv"), other.path("cards.csv")).unwrap();
    let first = report(&other.ok(&["import", "cards.csv", "--json"]));
    assert_eq!((&first["added"], &first["mapping"]["details.need"]), (&json!(1), &json!("details.need")));
    let told = |details: &Value| {
        let text = details.to_string();
        ["甲厂", "Grand Forms", "quiet", "生产部", "周立"].map(|word| text.matches(word).count())
    };
    assert_eq!(told(&other.card("1")["details"]), told(&before));
    assert_eq!(other.found("quiet"), [1], "they are searched");
    other.ok(&["undo"]);
    assert_eq!(other.found(""), Vec::<i64>::new());
    other.ok(&["redo"]);
    assert_eq!(told(&other.card("1")["details"]), told(&before));

    // A card that is there is changed in what the file says; what cannot be read goes to the note.
    let table = "name,code,details.need,details.profile\nLakeside Works,LW,quiet;weight=3 ::: cheap,HR;person=Nobody\n";
    std::fs::write(other.path("more.csv"), table).unwrap();
    let more = report(&other.ok(&["import", "more.csv", "--on-duplicate", "update", "--json"]));
    assert_eq!((&more["updated"], &more["rejected"]), (&json!(1), &json!(0)), "{more}");
    let card = other.card("1");
    let needs = card["details"]["need"].to_string();
    assert!(needs.contains("cheap") && needs.contains("\"weight\":\"3\""), "{needs}");
    assert!(card["fields"]["note"].to_string().contains("Nobody"), "{card}");
}

#[test]
fn an_update_without_a_name_renames_nothing() {
    let program = Program::new();
    program.ok(&["add", "王五", "--set", "code=W5"]);
    for (table, name, company) in [
        ("code,phone\nW5,13911112222\n", "王五", json!(null)),
        ("code,email\nW5,wu@haihong.example\n", "王五", json!(null)),
        ("code,company\nW5,海虹\n", "王五", json!("海虹")),
        ("code,name\nW5,王伍\n", "王伍", json!("海虹")),
    ] {
        std::fs::write(program.path("more.csv"), table).unwrap();
        let report = report(&program.ok(&["import", "more.csv", "--on-duplicate", "update", "--json"]));
        assert_eq!(report["updated"], json!(1), "{table}");
        let card = program.card("1");
        assert_eq!((&card["name"], &card["company"]), (&json!(name), &company), "{table} {card}");
    }
}

#[test]
fn a_company_is_known_again_by_its_registration_number() {
    let program = Program::new();
    program.ok(&["add", "海虹印刷", "--set", "registration=91350100M000100Y43"]);
    let rows = "名称,统一社会信用代码\n海虹,91350100m000100y43\n青禾,none\n远图,none\n";
    std::fs::write(program.path("list.csv"), rows).unwrap();
    let told = report(&program.ok(&["import", "list.csv", "--json"]));
    assert_eq!((&told["added"], &told["skipped"]), (&json!(2), &json!(1)), "{told}");
}
