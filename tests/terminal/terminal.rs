//! The real program on a card file of its own, in a terminal that is looked at until it shows what it should.

use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use fieldcard::domain::language::Language;
use fieldcard::domain::policy::Policies;
use fieldcard::exchange::samples::write_samples;
use fieldcard::store::{Opening, Source, Store};
use portable_pty::CommandBuilder;
use tempfile::TempDir;
use vt100::{Parser, Screen};

use crate::pty::{Extent, Pty};

pub const NARROW: Extent = Extent { columns: 80, rows: 24 };
pub const WIDE: Extent = Extent { columns: 120, rows: 36 };

pub const ENTER: &str = "\r";
pub const ESCAPE: &str = "\x1b";
/// `Ctrl-G`, for scripts: `Esc` and the key right after it are taken for one key with Alt.
pub const BACK: &str = "\x07";

/// Marks the row under the cursor.
const CURSOR: char = '▌';

/// How long a picture may take on a slow machine with other work.
const PATIENCE: Duration = Duration::from_secs(20);

const DAY: &str = "2026-06-30";

/// The as-of date, as a day.
pub fn day() -> chrono::NaiveDate {
    DAY.parse().expect("a date")
}

/// A folder with a card file, and nothing else the program could read.
pub struct Desk {
    folder: TempDir,
    /// What `FIELDCARD_LANG` says.
    language: Option<&'static str>,
}

impl Desk {
    /// Without cards.
    pub fn empty() -> Desk {
        Desk { folder: TempDir::new().expect("a folder"), language: Some("en") }
    }

    /// Where nothing but the configuration says which language is read.
    pub fn without_language(self) -> Desk {
        Desk { language: None, ..self }
    }

    /// With the sample cards.
    pub fn samples() -> Desk {
        let desk = Desk::empty();
        let day = DAY.parse().expect("a date");
        write_samples(&mut desk.store(), Language::English, day).expect("the samples are written");
        desk
    }

    /// The card file, opened by the test itself.
    pub fn store(&self) -> Store {
        let day = day();
        let opening = Opening { source: Source::Command, policies: Policies::default(), day };
        Store::open(&self.card_file(), opening).expect("the card file opens")
    }

    pub fn card_file(&self) -> PathBuf {
        self.folder.path().join("cards.fieldcard")
    }

    /// Where the editor outside stands.
    pub fn editor(&self) -> PathBuf {
        self.folder.path().join("editor")
    }

    fn surroundings(&self) -> Vec<(&'static str, PathBuf)> {
        let folder = self.folder.path().to_path_buf();
        let mut surroundings = vec![
            ("FIELDCARD_FILE", self.card_file()),
            ("FIELDCARD_AS_OF", DAY.into()),
            ("HOME", folder.clone()),
            ("XDG_CONFIG_HOME", folder.clone()),
            ("XDG_DATA_HOME", folder),
            ("TERM", "xterm-256color".into()),
            // Tests that use an editor outside put one there.
            ("EDITOR", self.editor()),
            ("PATH", std::env::var_os("PATH").unwrap_or_default().into()),
        ];
        surroundings.extend(self.language.map(|language| ("FIELDCARD_LANG", language.into())));
        surroundings
    }

    /// Runs a command of the program without a terminal.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
        command.args(arguments).env_clear().envs(self.surroundings());
        command.output().expect("the program runs")
    }

    /// Starts the screen in a terminal.
    pub fn screen(&self, extent: Extent) -> Terminal {
        self.start(&[], extent)
    }

    /// How a command, or the screen, is called.
    pub fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fieldcard"));
        command.args(arguments);
        command.env_clear();
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command
    }

    /// Starts a command, or the screen, in a terminal.
    pub fn start(&self, arguments: &[&str], extent: Extent) -> Terminal {
        let pty = Pty::start(self.command(arguments), extent);
        let (columns, rows) = sides(extent);
        Terminal { pty, parser: Parser::new(rows, columns, 0), written: Vec::new() }
    }
}

/// The program in its terminal.
pub struct Terminal {
    pub pty: Pty,
    parser: Parser,
    written: Vec<u8>,
}

impl Terminal {
    /// Types.
    pub fn keys(&self, typed: &str) {
        self.pty.send(typed.as_bytes());
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, extent: Extent) {
        let (columns, rows) = sides(extent);
        // What was written for the old size belongs to the old picture.
        self.drain();
        self.parser.set_size(rows, columns);
        self.pty.resize(extent);
    }

    /// Waits until the picture is as it should be; gives the moment it became so.
    pub fn wait(&mut self, what: &str, holds: impl Fn(&Screen) -> bool) -> Instant {
        let began = Instant::now();
        let mut became = began;
        while !holds(self.parser.screen()) {
            match self.pty.next(PATIENCE.saturating_sub(began.elapsed())) {
                Some(piece) => {
                    became = piece.at;
                    self.take(&piece.bytes);
                }
                None => panic!("not seen: {what}\n{}", self.picture()),
            }
        }
        became
    }

    /// Waits until this text is on the screen; gives the moment it came.
    pub fn wait_for(&mut self, text: &str) -> Instant {
        self.wait(text, |screen| screen.contents().contains(text))
    }

    /// Waits until this text is not on the screen.
    pub fn wait_gone(&mut self, text: &str) {
        self.wait(&format!("{text:?} gone"), |screen| !screen.contents().contains(text));
    }

    /// Waits until the cursor stands on the row with this text.
    pub fn wait_on(&mut self, name: &str) {
        self.wait(&format!("cursor on {name}"), |screen| row_under_cursor(screen).contains(name));
    }

    /// Leaves by key; gives the exit code.
    pub fn leave(&mut self) -> u32 {
        self.keys("q");
        self.ended()
    }

    /// Waits until the program has ended by itself; gives the exit code.
    pub fn ended(&mut self) -> u32 {
        let code = self.pty.exit_code();
        // All it wrote, however late it is read: the terminal says when there is no more.
        while let Some(piece) = self.pty.next(PATIENCE) {
            self.take(&piece.bytes);
        }
        code
    }

    /// What the terminal shows.
    pub fn picture(&self) -> String {
        self.parser.screen().contents()
    }

    /// The terminal's state.
    pub fn state(&self) -> &Screen {
        self.parser.screen()
    }

    /// Every byte the program wrote so far, as text.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.written).into_owned()
    }

    /// The same without the name the program gives its window, which holds counts and words of its own only.
    pub fn written_but_the_name(&self) -> String {
        const BEGIN: &str = "\x1b]0;fieldcard: ";
        const END: char = '\x07';
        let written = self.written();
        match written.split_once(BEGIN) {
            Some((before, after)) => {
                let (name, after) = after.split_once(END).expect("the name ends");
                assert!(name.chars().all(|letter| !letter.is_control()), "{name:?}");
                format!("{before}{after}")
            }
            None => written,
        }
    }

    /// Ends the program as the system does when it has no choice.
    pub fn kill(&mut self) {
        self.signal("KILL");
        self.pty.exit_code();
    }

    /// Sends the program a signal.
    pub fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.pty.process());
        let sent = Command::new("sh").args(["-c", &kill]).status().expect("the shell runs");
        assert!(sent.success());
    }

    /// Takes what has been written already.
    fn drain(&mut self) {
        while let Some(piece) = self.pty.next(Duration::from_millis(20)) {
            self.take(&piece.bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

/// The list's row under the cursor; empty where none is seen.
pub fn row_under_cursor(screen: &Screen) -> String {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).find(|row| row.contains(CURSOR)).unwrap_or_default()
}

fn sides(extent: Extent) -> (NonZeroU16, NonZeroU16) {
    let side = |length| NonZeroU16::new(length).expect("a terminal has an extent");
    (side(extent.columns), side(extent.rows))
}
