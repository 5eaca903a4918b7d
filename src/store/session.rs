//! One run of the program on one card file.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::{Result, StoreError};
use super::file;
use super::head::Head;
use super::lock::{Heartbeat, Lock};

/// What all connections of one run share: its name in the journal and its locks.
#[derive(Debug)]
pub(super) struct Session {
    id: String,
    path: PathBuf,
    identity: Identity,
    lock: Lock,
    heartbeat: Mutex<Option<Heartbeat>>,
    /// Open until the last connection of the run is gone.
    _head: Head,
}

impl Session {
    pub(super) fn start(path: &Path, head: Head) -> Result<Session> {
        let id = uuid::Uuid::now_v7().simple().to_string();
        Ok(Session {
            path: path.to_path_buf(),
            identity: Identity::of(path)?,
            lock: Lock::share(path, &id)?,
            id,
            heartbeat: Mutex::new(None),
            _head: head,
        })
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Begins to write: in the file that was opened, and in the form that this program knows. Every change of the
    /// card file begins here.
    ///
    /// # Errors
    /// [`StoreError::Moved`] when it is no longer there, [`StoreError::Newer`] when a newer program has taken it on
    /// meanwhile.
    pub(super) fn begin<'connection>(
        &self,
        connection: &'connection mut Connection,
    ) -> Result<Transaction<'connection>> {
        self.must_be_in_place()?;
        #[expect(clippy::disallowed_methods, reason = "this is the one place that begins to write")]
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        file::must_be_known(&transaction, &self.path)?;
        Ok(transaction)
    }

    /// Refuses when another file, or none, stands where the card file stood: what is written into the one that
    /// is open would be lost with it.
    pub(super) fn must_be_in_place(&self) -> Result<()> {
        match Identity::of(&self.path) {
            Ok(present) if present == self.identity => Ok(()),
            _ => Err(StoreError::Moved { path: self.path.clone() }),
        }
    }

    /// Whether no other program has the card file open just now.
    pub(super) fn is_alone(&self) -> Result<bool> {
        self.lock.is_alone(&self.path)
    }

    /// Shows from now on that this run lives: what it leaves open is not taken for that of a dead one.
    pub(super) fn show_life(&self) -> Result<()> {
        let mut heartbeat = self.heartbeat.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if heartbeat.is_none() {
            *heartbeat = Some(Heartbeat::start(&self.path, &self.id)?);
        }
        Ok(())
    }
}

/// Which file it is, whatever its name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Identity {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    number: u64,
}

impl Identity {
    #[cfg(unix)]
    pub(super) fn of(path: &Path) -> Result<Identity> {
        use std::os::unix::fs::MetadataExt;
        let found = std::fs::metadata(path).map_err(|error| StoreError::io(path, error))?;
        Ok(Identity { device: found.dev(), number: found.ino() })
    }

    /// Elsewhere an open file cannot be moved or deleted.
    #[cfg(not(unix))]
    pub(super) fn of(_path: &Path) -> Result<Identity> {
        Ok(Identity {})
    }
}
