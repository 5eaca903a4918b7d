//! `undo`, `redo`, `journal`: across runs of the program.

use serde_json::Value;

use crate::program::Program;

#[test]
fn changes_are_taken_back_and_put_back_by_name() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["edit", "1", "--set", "industry=print"]);
    program.ok(&["remove", "1"]);
    assert_eq!(program.found(""), Vec::<i64>::new());
    assert!(program.ok(&["undo"]).contains("Ana"));
    assert_eq!(program.found(""), [1]);
    assert_eq!(program.ok(&["undo", "2"]).lines().count(), 2);
    assert_eq!(program.run(&["show", "1"]).code, 5);
    assert_eq!(program.ok(&["redo", "2"]).lines().count(), 2);
    assert_eq!(program.card("1")["fields"]["industry"][0], "print");
}

#[test]
fn with_nothing_to_take_back_it_says_so() {
    let program = Program::new();
    for command in ["undo", "redo"] {
        let ended = program.run(&[command]);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""));
        assert_eq!(ended.err.lines().count(), 1);
    }
    for wrong in ["0", "-1", "many"] {
        assert_eq!(program.run(&["undo", wrong]).code, 2, "{wrong}");
    }
}

#[test]
fn a_command_that_changes_nothing_makes_no_entry() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--set", "industry=print"]);
    program.ok(&["edit", "1", "--set", "industry=print"]);
    assert_eq!(program.ok(&["journal", "--json"]).lines().count(), 1);
}

#[test]
fn the_journal_is_one_object_a_line_newest_first() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["log", "1", "call"]);
    let lines = program.ok(&["journal", "--json"]);
    let acts: Vec<_> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["act"].clone()).collect();
    assert_eq!(acts, ["log", "add"]);
}

#[test]
fn fewer_changes_than_asked_for_are_taken_back_and_that_is_said() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    for command in ["undo", "redo"] {
        let ended = program.run(&[command, "3"]);
        assert_eq!((ended.code, ended.out.lines().count()), (3, 1), "{ended:?}");
        assert!(ended.err.contains("1 of 3"), "{}", ended.err);
    }
}

#[test]
fn what_cannot_be_put_back_is_said_so() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["edit", "1", "--set", "industry=print"]);
    program.ok(&["undo"]);
    program.ok(&["edit", "1", "--set", "industry=paper"]);
    assert!(program.fails(&["redo"]).starts_with("change 2 (Ana) cannot be put back"));
}

#[test]
fn the_object_of_a_card_knows_nothing_of_what_came_after_its_day() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-05-01"]);
    program.ok(&["log", "1", "call +N", "--on", "2026-05-03", "--as-of", "2026-05-03"]);
    program.ok(&["log", "1", "visit +M +A", "--on", "2026-05-10", "--as-of", "2026-05-10"]);
    program.ok(&["move", "1", "target", "--note=fits", "--on=2026-05-11", "--as-of", "2026-05-11"]);
    program.ok(&["assess", "1", "character=4", "--on", "2026-05-12", "--as-of", "2026-05-12"]);
    for (day, counts) in [("2026-05-05", [1, 1, 0]), ("2026-05-11", [2, 3, 0]), ("2026-05-12", [2, 3, 1])] {
        let card: Value =
            serde_json::from_str(&program.ok(&["show", "1", "--json", "--as-of", day])).unwrap();
        let told = ["contacts", "assertions", "assessments"].map(|key| card[key].as_array().unwrap().len());
        assert_eq!(told, counts, "{day}");
        let moves = card["moves"].as_array().unwrap();
        assert_eq!(moves.iter().any(|change| change["to"] == "target"), day > "2026-05-10", "{day}");
    }
}
