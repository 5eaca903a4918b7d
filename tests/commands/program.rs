//! Running the program on a card file of its own.

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The as-of date of every test.
pub const DAY: &str = "2026-06-30";

/// The program with a card file, a configuration and a language of its own.
pub struct Program {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Program {
    pub fn new() -> Program {
        Program { folder: tempfile::tempdir().unwrap() }
    }

    /// A file in the folder of this test.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with nothing of the surroundings but what the test says.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
        command
            .env_clear()
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .env("FIELDCARD_FILE", self.path("cards.fieldcard"))
            .env("FIELDCARD_AS_OF", DAY)
            .env("FIELDCARD_LANG", "en");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command().args(arguments))
    }

    /// A run that must succeed; what it printed.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {ended:?}");
        assert_eq!(ended.err, "", "{arguments:?}");
        ended.out
    }

    /// A run that must fail; what it said.
    pub fn fails(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_ne!(ended.code, 0, "{arguments:?}: {ended:?}");
        ended.err
    }

    /// A run that must succeed with something to look at again; what it said.
    pub fn warns(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {ended:?}");
        ended.err
    }

    /// A card as JSON.
    pub fn card(&self, card: &str) -> Value {
        serde_json::from_str(&self.ok(&["show", card, "--json"])).unwrap()
    }

    /// The ids a query finds, in the order of the list.
    pub fn found(&self, query: &str) -> Vec<i64> {
        let lines = self.ok(&["list", query, "--json", "--sort", "id"]);
        lines
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_i64().unwrap())
            .collect()
    }
}

pub fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
