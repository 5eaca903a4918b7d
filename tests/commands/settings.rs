//! Files and settings: where they come from, in which order, and what a wrong one is answered.

use crate::program::{Program, ended};

#[test]
fn global_options_stand_before_or_after_the_command() {
    let program = Program::new();
    program.ok(&["--file", "other", "add", "Ana"]);
    assert!(program.ok(&["show", "1", "--file", "other"]).contains("Ana"));
    assert_eq!(program.run(&["show", "1"]).code, 5);
}

#[test]
fn the_card_file_is_for_its_owner_alone() {
    let program = Program::new();
    let file = program.path("new/folder/cards.fieldcard");
    program.ok(&["add", "Ana", "--file", file.to_str().unwrap()]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(file.parent().unwrap()), 0o700);
    }
}

#[test]
fn a_name_that_sqlite_takes_for_something_else_is_a_file_all_the_same() {
    let program = Program::new();
    for name in [":memory:", "file:cards.db", "file:cards.db?mode=memory"] {
        program.ok(&["--file", name, "add", "Ana"]);
        assert!(program.ok(&["--file", name, "show", "1"]).contains("Ana"), "{name}");
        assert!(program.path(name).metadata().unwrap().len() > 0, "{name}");
    }
}

#[test]
fn an_unknown_key_of_the_configuration_is_named_with_its_line() {
    let program = Program::new();
    std::fs::write(program.path("config.toml"), "lang = 'en'\nfiel = 'x'\n").unwrap();
    let ended = program.run(&["--config", "config.toml", "list"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("line 2") && ended.err.contains("fiel"), "{}", ended.err);
    assert!(ended.err.contains("hint: did you mean file?"), "{}", ended.err);
    assert_eq!(program.run(&["--config", "missing.toml", "list"]).code, 1);
}

#[test]
fn a_wrong_value_of_the_configuration_is_told_in_the_language_the_file_asks_for() {
    let program = Program::new();
    for (language, wrong, told) in [
        (
            "en",
            "evidence = 'foo'",
            ["line 3: policies.evidence does not take 'foo'", "hint: one of: latest-wins, strongest-fresh"],
        ),
        (
            "zh-Hans",
            "visits.minutes = '45'",
            ["第 3 行：policies.visits.minutes 不接受 '45'", "hint: 0 到 4294967295 的整数"],
        ),
        (
            "zh-Hant",
            "man = { name = 'x' }",
            ["第 3 行：缺少 policies.man.rows", "MAN MAn MaN Man mAN mAn maN man"],
        ),
        ("en", "evidence =", ["line 3: “evidence =”", "hint: each line is key = value"]),
    ] {
        let text = format!("language = '{language}'\n[policies]\n{wrong}\n");
        std::fs::write(program.path("config.toml"), text).unwrap();
        let ended =
            ended(program.command().args(["--config", "config.toml", "list"]).env_remove("FIELDCARD_LANG"));
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{wrong}");
        for told in told {
            assert!(ended.err.contains(told), "{wrong}: {}", ended.err);
        }
    }
}

#[test]
fn the_configuration_gives_file_and_language() {
    let program = Program::new();
    std::fs::write(program.path("config.toml"), "file = 'configured'\nlang = 'zh-Hans'\n").unwrap();
    let mut command = program.command();
    command.env_remove("FIELDCARD_FILE").env_remove("FIELDCARD_LANG").env("FIELDCARD_CONFIG", "config.toml");
    let ended = ended(command.arg("list"));
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.out.starts_with("编号"), "{}", ended.out);
    assert!(program.path("configured").exists());
}

#[test]
fn wrong_settings_end_with_2() {
    let program = Program::new();
    for arguments in [
        &["--as-of", "2026-02-30", "list"][..],
        &["--as-of", "yesterday", "list"],
        &["--lang", "xx", "list"],
        &["--lang", "en", "--lang", "en", "list"],
        &["--file"],
        &["nonsense"],
        &["report", "nonsense"],
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn the_as_of_date_moves_what_is_derived() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["log", "1", "call +N", "--on", "2026-06-01"]);
    let code = |day: &str| {
        let card: serde_json::Value =
            serde_json::from_str(&program.ok(&["show", "1", "--json", "--as-of", day])).unwrap();
        card["man"]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(code("2026-05-31"), "???");
    assert_eq!(code("2026-06-01"), "??N");
    assert_eq!(code("2030-01-01"), "???");
}

#[test]
fn a_file_that_is_no_card_file_is_left_alone() {
    let program = Program::new();
    let path = program.path("notes.txt");
    std::fs::write(&path, "not a card file at all, but long enough to look like one".repeat(40)).unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(program.run(&["--file", "notes.txt", "add", "Ana"]).code, 1);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(program.run(&["--file", ".", "list"]).code, 1);
}

#[test]
fn the_generated_texts_come_in_every_form() {
    let program = Program::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(program.ok(&["completions", shell]).contains("fieldcard"), "{shell}");
    }
    let manual = program.ok(&["manual"]);
    assert!(manual.contains(".TH fieldcard"), "{manual}");
    assert!(manual.contains("[policies.follow_up]") && manual.contains("lost_after = 365"), "{manual}");
    assert!(program.ok(&["keys"]).contains("Ctrl-R"));
    assert!(program.ok(&["fields", "--lang", "zh-Hans"]).contains("客户编号"));
    assert!(program.ok(&["--help"]).contains("completions"));
    assert!(program.ok(&["add", "--help", "--lang", "zh-Hans"]).contains("客户名称"));
    assert_eq!(program.ok(&["help"]), program.ok(&["--help"]));
    assert_eq!(
        program.ok(&["--lang", "zh-Hant", "help", "add"]),
        program.ok(&["add", "--help", "--lang", "zh-Hant"])
    );
    assert_eq!(program.run(&["help", "nonsense"]).code, 2);
    assert_eq!(program.run(&["list", "help"]).code, 0, "a word to look for");
}

#[test]
fn without_a_terminal_there_is_no_screen() {
    let program = Program::new();
    for arguments in [&[][..], &["demo"]] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{arguments:?}");
    }
}

#[test]
fn a_mistyped_option_is_answered_with_the_one_meant() {
    let program = Program::new();
    for (arguments, meant) in [
        (&["list", "--jsn"][..], "--json"),
        (&["--json", "list"], "list --json"),
        (&["list", "--asof", "2026-01-01"], "--as-of"),
        (&["--flie", "x", "list"], "--file"),
        (&["add", "Ana", "--fone", "1"], "--phone"),
    ] {
        let ended = program.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.err.contains(&format!("hint: did you mean {meant}?")), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn an_as_of_date_is_written_in_full_and_is_one() {
    let program = Program::new();
    for day in ["2026- 1-01", "+026-01-01", "0000-01-01", "-999-01-01", "2026-1-1", "2026-02-30"] {
        assert_eq!(program.run(&["list", &format!("--as-of={day}")]).code, 2, "{day}");
    }
    program.ok(&["add", "Ana", "--as-of=2026-01-01"]);
}

#[test]
fn a_wrong_number_date_or_option_is_told_with_what_would_be_right() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    for (arguments, told) in [
        (&["list", "--limit", "x"][..], "--limit does not take “x”\nhint: a whole number, like 20"),
        (&["undo", "0"], "N does not take “0”\nhint: a whole number, like 20"),
        (&["list", "--", "--json"], "unknown option --json\nhint: did you mean list --json?"),
        (&["plan", "--on", "2030-02-30"], "there is no day 2030-02-30\nhint: write it as 2026-12-01"),
        (&["assess", "1", "character=4", "character=5"], "character"),
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ended.err.contains(told), "{arguments:?}: {}", ended.err);
    }
    let help = program.ok(&["list", "--help"]);
    assert!(help.contains("overdue silent last"), "{help}");
}

#[test]
fn no_line_asked_for_is_not_nothing_due() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-01-01"]);
    assert_eq!(program.ok(&["today", "--limit", "0"]).lines().count(), 1);
}
