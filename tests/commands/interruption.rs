//! Ctrl-C during an import.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::program::Program;

#[test]
fn an_interrupted_import_leaves_nothing_behind() {
    let program = Program::new();
    program.ok(&["add", "Ana Torres"]);
    let mut import = Command::new(env!("CARGO_BIN_EXE_fieldcard"))
        .args(["import", "-"])
        .env("FIELDCARD_FILE", program.path("cards.fieldcard"))
        .env("FIELDCARD_LANG", "en")
        .env("HOME", program.path("."))
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut rows = import.stdin.take().unwrap();
    writeln!(rows, "Name,Notes").unwrap();
    // More than pipe and reader hold: when all are written the import has begun, its handler is set.
    let note = "long ".repeat(400);
    for row in 0..1_500 {
        writeln!(rows, "Person {row},{note}").unwrap();
    }
    let interrupted = Command::new("kill").args(["-INT", &import.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    drop(rows);
    let ended = import.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "stopped; everything was taken back\n");
    assert_eq!(program.found(""), [1]);
}
