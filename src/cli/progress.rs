//! Progress of long work on standard error, silent where nobody looks at it; Ctrl-C cancels it without harm.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use crate::exchange::progress::Watch;

/// Who reads the results of the work. Where a program does, nothing is drawn beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Results {
    /// A person, as long as standard output is a terminal.
    ForPeople,
    /// A program.
    ForPrograms,
}

/// A line with a count and a rate, drawn on a terminal only.
#[derive(Debug)]
pub(super) struct Bar {
    bar: ProgressBar,
    interruption: Interruption,
}

impl Bar {
    /// Begins. From now on an interruption from the keyboard only asks the work to stop.
    pub(super) fn begin(results: Results) -> Bar {
        let drawn = results == Results::ForPeople && std::io::stdout().is_terminal();
        let bar = if drawn { ProgressBar::no_length() } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos}  {per_sec}") {
            bar.set_style(style);
        }
        Bar { bar, interruption: Interruption::heed() }
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Bar {
    fn count(&self, done: u64) {
        self.bar.set_position(done);
    }

    fn cancelled(&self) -> bool {
        self.interruption.came.load(Ordering::Relaxed)
    }
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
