//! Progress of long work on standard error, silent where nobody looks at it; Ctrl-C cancels it without harm.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crossterm::cursor::MoveToColumn;
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::domain::money;
use crate::exchange::progress::Watch;

/// How often the line is drawn anew.
const DRAWN_EVERY: Duration = Duration::from_millis(100);

/// Who reads the results of the work. Where a program does, nothing is drawn beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Results {
    /// A person, as long as standard output is a terminal.
    ForPeople,
    /// A program.
    ForPrograms,
}

/// Progress for whoever looks at standard error.
#[derive(Debug)]
pub(super) struct Bar {
    /// `None` where nobody looks.
    line: Option<Line>,
    interruption: Interruption,
}

impl Bar {
    /// Begins. From now on an interruption from the keyboard only asks the work to stop.
    pub(super) fn begin(results: Results) -> Bar {
        let is_looked_at =
            results == Results::ForPeople && io::stdout().is_terminal() && io::stderr().is_terminal();
        Bar { line: is_looked_at.then(Line::begin), interruption: Interruption::heed() }
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        if let Some(line) = &self.line {
            line.draw("");
        }
    }
}

impl Watch for Bar {
    fn count(&self, done: u64) {
        if let Some(line) = &self.line {
            line.count(done);
        }
    }

    fn cancelled(&self) -> bool {
        self.interruption.came.load(Ordering::Relaxed)
    }
}

/// A line with a count and a rate, drawn over itself.
#[derive(Debug)]
struct Line {
    began: Instant,
    /// When it is drawn next, in milliseconds since it began.
    due: AtomicU64,
}

impl Line {
    fn begin() -> Line {
        Line { began: Instant::now(), due: AtomicU64::default() }
    }

    fn count(&self, done: u64) {
        let (taken, every) = (millis(self.began.elapsed()), millis(DRAWN_EVERY));
        if taken >= self.due.load(Ordering::Relaxed) {
            self.due.store(taken + every, Ordering::Relaxed);
            self.draw(&told(done, taken));
        }
    }

    fn draw(&self, text: &str) {
        let mut error = io::stderr().lock();
        let queued = queue!(error, MoveToColumn(0), Clear(ClearType::UntilNewLine), Print(text));
        // The work goes on where nobody can be told of it.
        drop(queued.and_then(|()| error.flush()));
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// How many are done after so many milliseconds, and how many that makes in a second.
fn told(done: u64, taken: u64) -> String {
    let rate = done.saturating_mul(1000) / taken.max(1);
    format!("{}  {}/s", money::counted(done), money::counted(rate))
}

/// Whether Ctrl-C was pressed while the work went on; a second one ends the program at once.
#[derive(Debug)]
struct Interruption {
    came: Arc<AtomicBool>,
    #[cfg(unix)]
    handlers: Vec<signal_hook::SigId>,
}

impl Interruption {
    #[cfg(unix)]
    fn heed() -> Interruption {
        use signal_hook::consts::SIGINT;
        let came = Arc::new(AtomicBool::new(false));
        // Where a handler cannot be set the signal ends the program, and the next opening takes back what
        // was begun.
        let at_once = signal_hook::flag::register_conditional_default(SIGINT, Arc::clone(&came));
        let asked = signal_hook::flag::register(SIGINT, Arc::clone(&came));
        Interruption { came, handlers: at_once.into_iter().chain(asked).collect() }
    }

    #[cfg(not(unix))]
    fn heed() -> Interruption {
        Interruption { came: Arc::new(AtomicBool::new(false)) }
    }
}

#[cfg(unix)]
impl Drop for Interruption {
    fn drop(&mut self) {
        for handler in &self.handlers {
            signal_hook::low_level::unregister(*handler);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_told_with_its_rate() {
        for (done, taken, expected) in
            [(0, 0, "0  0/s"), (12_000, 400, "12,000  30,000/s"), (5, 10_000, "5  0/s"), (9, 0, "9  9,000/s")]
        {
            assert_eq!(told(done, taken), expected);
        }
    }
}
