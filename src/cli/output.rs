//! Where results and complaints go.

use std::io::{self, IsTerminal, Write};

use crate::domain::text::safe;
use crate::lang::errors::Message;
use crate::lang::problem::Problem;

/// Standard output, for results only.
#[derive(Debug)]
pub(super) struct Output {
    to: io::BufWriter<io::Stdout>,
}

impl Output {
    /// The process's own.
    pub(super) fn standard() -> Output {
        Output { to: io::BufWriter::new(io::stdout()) }
    }

    /// Writes text as it stands: it must hold nothing from a card file that was not made safe.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Problem> {
        self.bytes(text.as_bytes())
    }

    /// Writes one line of text that may come from a card file: control characters are made visible.
    pub(super) fn line(&mut self, line: &str) -> Result<(), Problem> {
        self.text(&format!("{}\n", safe::line(line)))
    }

    /// Writes text for programs that may come from a card file: as it stands into a pipe or file, made safe
    /// where a person looks at it.
    pub(super) fn untrusted(&mut self, text: &str) -> Result<(), Problem> {
        if self.to.get_ref().is_terminal() { self.text(&safe::lines(text)) } else { self.text(text) }
    }

    /// Writes bytes as they stand.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.to.write_all(bytes).map_err(Problem::Output)
    }

    /// Hands on everything written so far, so that a closed pipe is noticed.
    pub(super) fn finish(&mut self) -> Result<(), Problem> {
        self.to.flush().map_err(Problem::Output)
    }
}

/// Says on standard error what went wrong: one line, what it concerns, and a hint.
///
/// When standard error itself is closed there is nobody left to tell.
pub(super) fn complain(message: &Message) {
    let mut text = format!("{}\n", safe::line(&message.line));
    for detail in &message.details {
        text.push_str(&format!("  {}\n", safe::line(detail)));
    }
    if let Some(hint) = &message.hint {
        text.push_str(&format!("hint: {}\n", safe::line(hint)));
    }
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says one line on standard error that is neither a result nor a problem.
pub(super) fn remark(line: &str) {
    let _ = writeln!(io::stderr(), "{}", safe::line(line));
}
