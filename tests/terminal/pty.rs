//! A program in a pseudo terminal: what it writes with the moment it came, and the answers a terminal gives.
//!
//! Shared by the tests of the real program and by the benchmarks.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long the end of a program is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a terminal answers when it is asked: what it is, where its cursor is, how it does.
const ANSWERS: [(&[u8], &[u8]); 4] = [
    (b"\x1b[c", b"\x1b[?62;c"),
    (b"\x1b[0c", b"\x1b[?62;c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[5n", b"\x1b[0n"),
];

/// The longest question.
const LONGEST: usize = 4;

/// Columns and rows of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    pub columns: u16,
    pub rows: u16,
}

impl From<Extent> for PtySize {
    fn from(extent: Extent) -> PtySize {
        PtySize { rows: extent.rows, cols: extent.columns, pixel_width: 0, pixel_height: 0 }
    }
}

/// Bytes the program wrote at one go.
pub struct Piece {
    pub at: Instant,
    pub bytes: Vec<u8>,
}

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

/// A running program and its terminal. Dropped, the program is ended.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Writer,
    pieces: Receiver<Piece>,
}

impl Pty {
    /// Starts a program in a terminal of this size.
    pub fn start(command: CommandBuilder, extent: Extent) -> Pty {
        let pair = native_pty_system().openpty(extent.into()).expect("a pseudo terminal");
        let reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let writer: Writer =
            Arc::new(Mutex::new(pair.master.take_writer().expect("the terminal can be written")));
        let (tell, pieces) = channel();
        let answering = Arc::clone(&writer);
        std::thread::spawn(move || read(reader, &answering, &tell));
        let child = pair.slave.spawn_command(command).expect("the program starts");
        Pty { master: pair.master, child, writer, pieces }
    }

    /// Types.
    pub fn send(&self, bytes: &[u8]) {
        write(&self.writer, bytes);
    }

    /// What the program writes next; `None` when it writes nothing for so long, or has ended.
    pub fn next(&self, within: Duration) -> Option<Piece> {
        self.pieces.recv_timeout(within).ok()
    }

    /// Gives the terminal another size; the program is told by the system.
    pub fn resize(&self, extent: Extent) {
        self.master.resize(extent.into()).expect("the terminal takes its size");
    }

    /// The number of the program's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("the program has a process")
    }

    /// How the terminal treats lines, echo and signals, as the system describes it.
    pub fn discipline(&self) -> String {
        format!("{:?}", self.master.get_termios())
    }

    /// Waits for the end of the program and gives its exit code.
    pub fn exit_code(&mut self) -> u32 {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                return status.exit_code();
            }
            assert!(began.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // One that has ended already cannot be ended again.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads until the program is gone, and answers what it asks.
fn read(mut reader: Box<dyn Read + Send>, writer: &Writer, tell: &Sender<Piece>) {
    let mut buffer = [0; 65_536];
    let mut last = Vec::new();
    while let Ok(length @ 1..) = reader.read(&mut buffer) {
        let at = Instant::now();
        let bytes = buffer[..length].to_vec();
        let before = last.len();
        last.extend_from_slice(&bytes);
        for end in before + 1..=last.len() {
            for (question, answer) in ANSWERS {
                if last[..end].ends_with(question) {
                    write(writer, answer);
                }
            }
        }
        last.drain(..last.len().saturating_sub(LONGEST - 1));
        if tell.send(Piece { at, bytes }).is_err() {
            return;
        }
    }
}

fn write(writer: &Writer, bytes: &[u8]) {
    let mut writer = writer.lock().expect("the terminal is there");
    writer.write_all(bytes).and_then(|()| writer.flush()).expect("the terminal takes what is typed");
}
