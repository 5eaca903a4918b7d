//! One run of the program on one card file.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::error::Result;
use super::lock::{Heartbeat, Lock};

/// What all connections of one run share: its name in the journal and its locks.
#[derive(Debug)]
pub(super) struct Session {
    id: String,
    path: PathBuf,
    lock: Lock,
    heartbeat: Mutex<Option<Heartbeat>>,
}

impl Session {
    pub(super) fn start(path: &Path) -> Result<Session> {
        Ok(Session {
            id: uuid::Uuid::now_v7().simple().to_string(),
            path: path.to_path_buf(),
            lock: Lock::share(path)?,
            heartbeat: Mutex::new(None),
        })
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
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
