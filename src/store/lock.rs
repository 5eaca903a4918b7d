//! Locks of the system beside SQLite's own: who has the card file open, and which sessions live.
//!
//! They are taken on files beside the card file. On the card file itself they would do harm: where a program
//! closes any descriptor of a file, the system drops the locks SQLite holds on it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::error::{Result, StoreError};

/// A lock that ends with the program, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// The lock every open program shares; only [`StoreError::Held`] while another needs the file alone.
    pub(super) fn share(card_file: &Path) -> Result<Lock> {
        let path = beside(card_file, "lock");
        let file = open(&path)?;
        match file.try_lock_shared() {
            Ok(()) => Ok(Lock { file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Held { path: card_file.to_path_buf() }),
            Err(TryLockError::Error(error)) => Err(StoreError::io(&path, error)),
        }
    }

    /// Whether nobody shares the lock; it is shared again before this returns.
    ///
    /// # Errors
    /// [`StoreError::Held`] when another program has taken it for itself in between.
    pub(super) fn is_alone(&self, card_file: &Path) -> Result<bool> {
        let failed = |error| StoreError::io(&beside(card_file, "lock"), error);
        self.file.unlock().map_err(failed)?;
        let alone = self.file.try_lock().is_ok();
        if alone {
            self.file.unlock().map_err(failed)?;
        }
        match self.file.try_lock_shared() {
            Ok(()) => Ok(alone),
            Err(TryLockError::WouldBlock) => Err(StoreError::Held { path: card_file.to_path_buf() }),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

/// The sign that a session lives: a locked file of its own, gone when it ends in good order.
#[derive(Debug)]
pub(super) struct Heartbeat {
    path: PathBuf,
    _file: File,
}

impl Heartbeat {
    /// Shows that this session lives, until the value is dropped or the program ends.
    pub(super) fn start(card_file: &Path, session: &str) -> Result<Heartbeat> {
        let path = of_session(card_file, session);
        let file = open(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Heartbeat { path, _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Held { path: card_file.to_path_buf() }),
            Err(TryLockError::Error(error)) => Err(StoreError::io(&path, error)),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        // A file left over does no harm: it is not locked, so its session counts as dead.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Whether a session of the card file still lives. What a dead one left is cleared away.
pub(super) fn lives(card_file: &Path, session: &str) -> bool {
    let path = of_session(card_file, session);
    let Ok(file) = File::open(&path) else { return false };
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return true;
    }
    let _ = std::fs::remove_file(&path);
    false
}

fn of_session(card_file: &Path, session: &str) -> PathBuf {
    beside(card_file, &format!("session-{session}"))
}

fn beside(card_file: &Path, ending: &str) -> PathBuf {
    let mut name = card_file.as_os_str().to_owned();
    name.push("-");
    name.push(ending);
    name.into()
}

fn open(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| StoreError::io(path, error))
}
