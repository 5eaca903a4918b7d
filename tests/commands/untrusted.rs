//! Text from outside: hostile, enormous, or cut off.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::program::{Program, ended};

const HOSTILE: &str = "Evil\u{1b}[31m\u{7}\u{9b}2J\u{202e}name\r\nsecond";

fn is_alive(text: &str) -> bool {
    text.chars().any(|letter| (letter.is_control() && letter != '\n') || letter == '\u{202e}')
}

#[test]
fn no_control_character_reaches_a_person() {
    let program = Program::new();
    program.ok(&["add", HOSTILE, "--set", &format!("note={HOSTILE}")]);
    program.ok(&["log", "1", HOSTILE]);
    for arguments in
        [&["list"][..], &["show", "1"], &["journal"], &["show", "1", "--json"], &["list", "--json"]]
    {
        let out = program.ok(arguments);
        assert!(out.contains("Evil") && !is_alive(&out), "{arguments:?}: {out:?}");
    }
    for arguments in
        [&["show", HOSTILE][..], &["list", &format!("{HOSTILE}:x")], &["add", HOSTILE], &[HOSTILE]]
    {
        let ended = program.run(arguments);
        assert!(!is_alive(&ended.err), "{arguments:?}: {:?}", ended.err);
    }
    assert_eq!(program.card("1")["fields"]["note"][0], HOSTILE);
}

#[test]
fn a_note_of_100_kilobytes_is_kept_whole() {
    let program = Program::new();
    let note = "长".repeat(33_000);
    program.ok(&["add", "Ana", "--set", &format!("note={note}")]);
    assert_eq!(program.card("1")["fields"]["note"][0], note.as_str());
    program.ok(&["show", "1"]);
}

#[test]
fn a_reader_that_closes_the_pipe_ends_the_program_quietly() {
    let program = Program::new();
    program.ok(&["demo", "--write", "many", "--cards", "2000"]);
    for arguments in [&["list", "--json"][..], &["list"], &["export", "-"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_fieldcard"))
            .args(arguments)
            .args(["--file", program.path("many").to_str().unwrap()])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert!(ended.status.success(), "{arguments:?}");
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), "", "{arguments:?}");
    }
}

#[test]
fn an_endless_name_does_not_widen_the_whole_list() {
    let program = Program::new();
    program.ok(&["add", &"x".repeat(10_000)]);
    program.ok(&["add", "Ana"]);
    let list = program.ok(&["list"]);
    assert!(list.lines().filter(|line| line.len() > 200).count() == 1, "{list}");
}

#[test]
fn the_end_of_a_line_in_a_name_ends_no_line_of_a_sheet() {
    let program = Program::new();
    program.ok(&["add", "Ana\nPosition  actual", "--set", "code=7\n8"]);
    for command in ["show", "brief"] {
        let shown = program.ok(&[command, "1"]);
        let first = shown.lines().next().unwrap();
        assert!(first.contains("Ana⏎Position"), "{shown}");
    }
}

#[test]
fn a_language_that_is_not_spoken_is_told_in_the_one_asked_for_beside_it() {
    let program = Program::new();
    let ended = ended(program.command().env("FIELDCARD_LANG", "zh-Hans").args(["list", "--lang", "xx"]));
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("可用："), "{}", ended.err);
}
