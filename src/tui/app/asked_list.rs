//! The list that was asked for last, and whether the next key waits for it.

use crate::tui::effect::Generation;

/// The list that was asked for last.
#[derive(Debug)]
pub(in crate::tui) struct AskedList {
    newest: Generation,
    awaited: Option<Generation>,
}

impl Default for AskedList {
    /// The first list: the first key waits for it.
    fn default() -> AskedList {
        let first = Generation::default();
        AskedList { newest: first, awaited: Some(first) }
    }
}

impl AskedList {
    /// The list asked for last.
    pub(in crate::tui) fn newest(&self) -> Generation {
        self.newest
    }

    /// Asks for another one; what comes of those before is of no use any more.
    pub(in crate::tui) fn ask_another(&mut self) -> Generation {
        self.newest.0 += 1;
        self.newest
    }

    /// Lets the next key wait for it.
    pub(in crate::tui) fn make_wait(&mut self) {
        self.awaited = Some(self.newest);
    }

    /// Lets the next key wait no longer, whatever has come.
    pub(in crate::tui) fn wait_no_longer(&mut self) {
        self.awaited = None;
    }

    /// A list has come: nobody waits for it or one before it.
    pub(in crate::tui) fn has_come(&mut self, generation: Generation) {
        self.awaited = self.awaited.filter(|awaited| *awaited > generation);
    }

    /// Whether the next key waits.
    pub(in crate::tui) fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }
}
