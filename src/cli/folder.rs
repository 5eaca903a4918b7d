//! A folder for files that are thrown away.

use std::path::{Path, PathBuf};

use crate::clock;
use crate::lang::problem::Problem;

/// A folder of this run alone; gone with everything in it when dropped.
#[derive(Debug)]
pub(super) struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// Makes it in the system's folder for such things, under a name nobody else has.
    pub(super) fn make() -> Result<Temporary, Problem> {
        let path = std::env::temp_dir().join(format!("fieldcard-{}-{}", std::process::id(), clock::now()));
        std::fs::create_dir(&path).map_err(|reason| Problem::File { path: path.clone(), reason })?;
        Ok(Temporary { path })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which clears this folder itself.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
