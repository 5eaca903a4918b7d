//! A program under measurement, in a terminal of its own.

use std::num::NonZeroU16;
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use vt100::{Parser, Screen};

use crate::pty::{Extent, Pty};

const EXTENT: Extent = Extent { columns: 120, rows: 36 };

/// A program that writes nothing for so long has done what a key asked for. The silence is not counted.
const SILENCE: Duration = Duration::from_millis(30);

/// The same after many keys at once.
const LONG_SILENCE: Duration = Duration::from_millis(500);

/// A program that is silent for so long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// Stands in the header of the empty program.
const EMPTY_HEADER: &str = "empty program";

/// Marks the row under the cursor.
pub const CURSOR: char = '▌';

/// Which program.
#[derive(Debug, Clone, Copy)]
pub enum Side<'path> {
    /// fieldcard on a card file in a folder of its own.
    Fieldcard(&'path Path),
    /// The empty program.
    Empty,
    /// The empty program that reads one card of a card file before it draws.
    Reading(&'path Path),
}

impl Side<'_> {
    fn command(self) -> CommandBuilder {
        let mut command = match self {
            Side::Fieldcard(file) => {
                let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fieldcard"));
                command.env_clear();
                command.env("FIELDCARD_FILE", file);
                command.env("FIELDCARD_LANG", "en");
                let folder = file.parent().expect("the card file is in a folder");
                for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
                    command.env(name, folder);
                }
                command
            }
            Side::Empty => {
                let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_empty-program"));
                command.env_clear();
                command
            }
            Side::Reading(file) => {
                let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_reading-program"));
                command.env_clear();
                command.arg(file);
                command
            }
        };
        command.env("TERM", "xterm-256color");
        command
    }

    /// Whether the first thing worth seeing is on the screen.
    fn is_there(self, screen: &Screen) -> bool {
        match self {
            Side::Fieldcard(_) => screen.contents().contains(CURSOR),
            Side::Empty | Side::Reading(_) => screen.contents().contains(EMPTY_HEADER),
        }
    }
}

/// A running program.
pub struct Program {
    pty: Pty,
    parser: Parser,
}

impl Program {
    /// Starts it; gives how long it took until the first card, or the header, was on the screen.
    pub fn start(side: Side<'_>) -> (Program, Duration) {
        let extent = |length| NonZeroU16::new(length).expect("a terminal has an extent");
        let parser = Parser::new(extent(EXTENT.rows), extent(EXTENT.columns), 0);
        let began = Instant::now();
        let mut program = Program { pty: Pty::start(side.command(), EXTENT), parser };
        loop {
            let Some(piece) = program.pty.next(PATIENCE) else {
                panic!("{side:?} shows nothing:\n{}", program.picture());
            };
            program.parser.process(&piece.bytes);
            if side.is_there(program.parser.screen()) {
                return (program, piece.at - began);
            }
        }
    }

    /// What it shows.
    pub fn picture(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until it is at rest.
    pub fn rest(&mut self) {
        while let Some(piece) = self.pty.next(LONG_SILENCE) {
            self.parser.process(&piece.bytes);
        }
    }

    /// Presses a key; gives the time to the last byte of what it wrote then.
    pub fn press(&mut self, key: &str) -> Duration {
        self.press_and_wait(key, SILENCE)
    }

    /// Presses a key; gives the time to the last byte of all that came of it, however long nothing came between.
    pub fn press_to_the_end(&mut self, key: &str) -> Duration {
        self.press_and_wait(key, LONG_SILENCE)
    }

    /// Types many keys at once; gives the time to the last byte of what it wrote then.
    pub fn type_at_once(&mut self, keys: &str) -> Duration {
        self.press_and_wait(keys, LONG_SILENCE)
    }

    /// Presses a key; gives the time until something is seen.
    pub fn press_until(&mut self, key: &str, is_seen: impl Fn(&str) -> bool) -> Duration {
        let began = Instant::now();
        self.pty.send(key.as_bytes());
        loop {
            let Some(piece) = self.pty.next(PATIENCE) else {
                panic!("what is waited for after {key:?} does not come:\n{}", self.picture());
            };
            self.parser.process(&piece.bytes);
            if is_seen(&self.picture()) {
                return piece.at - began;
            }
        }
    }

    fn press_and_wait(&mut self, keys: &str, silence: Duration) -> Duration {
        let began = Instant::now();
        self.pty.send(keys.as_bytes());
        let mut last = None;
        while let Some(piece) = self.pty.next(if last.is_none() { PATIENCE } else { silence }) {
            self.parser.process(&piece.bytes);
            last = Some(piece.at);
        }
        let Some(last) = last else { panic!("nothing came of {keys:?}:\n{}", self.picture()) };
        last - began
    }

    /// The memory it has for itself alone, in KiB, where the system says.
    pub fn private_kib(&self) -> Option<u64> {
        let rollup = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.pty.process())).ok()?;
        let private = rollup.lines().filter(|line| line.starts_with("Private_"));
        private.map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).sum()
    }

    /// Leaves it alone for so long; gives how many bytes it wrote, and how often it woke where the system says.
    pub fn idle(&mut self, time: Duration) -> (usize, Option<u64>) {
        let woken = wakeups(self.pty.process());
        let (began, mut bytes) = (Instant::now(), 0);
        while began.elapsed() < time {
            let piece = self.pty.next(time.saturating_sub(began.elapsed()));
            bytes += piece.map_or(0, |piece| piece.bytes.len());
        }
        (bytes, woken.and_then(|before| Some(wakeups(self.pty.process())? - before)))
    }
}

/// How often all threads of a process have gone to sleep by themselves so far.
fn wakeups(process: u32) -> Option<u64> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).ok()?;
    threads
        .map(|thread| {
            let status = std::fs::read_to_string(thread.ok()?.path().join("status")).ok()?;
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
            line.trim().parse::<u64>().ok()
        })
        .sum()
}
