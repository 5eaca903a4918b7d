//! Who watches long work, and may stop it.

/// Is told how far long work has come, and says whether to go on.
pub trait Watch: Sync {
    /// So many cards or rows are done. Called often; a rate is the watcher's to work out.
    fn count(&self, done: u64);

    /// So many bytes of the file are read, of so many where that is known.
    fn bytes(&self, _read: u64, _of: Option<u64>) {}

    /// Whether the work is to be stopped and taken back.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Nobody watches.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn count(&self, _done: u64) {}
}
