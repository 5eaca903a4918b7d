//! Progress of long work on standard error; silent where nobody looks at it.

use indicatif::{ProgressBar, ProgressStyle};

use crate::exchange::progress::Watch;

/// A line with a count and a rate, drawn on a terminal only.
#[derive(Debug)]
pub(super) struct Bar {
    bar: ProgressBar,
}

impl Bar {
    /// Begins.
    pub(super) fn begin() -> Bar {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos}  {per_sec}") {
            bar.set_style(style);
        }
        Bar { bar }
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
}
