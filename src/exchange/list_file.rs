//! A list on the disk, brought in with everything found out by itself: encoding, separator, columns.

use std::path::{Path, PathBuf};

use super::csv::RejectReason;
use super::csv::rows::Reading;
use super::error::Result;
use super::import::Import;
use super::mapping::Overrides;
use super::progress::Watch;
use super::rejects::RejectsFile;
use super::report::ImportReport;
use super::source;
use crate::domain::language::Language;
use crate::domain::position::Position;
use crate::store::{OnDuplicate, Store};

/// A list on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The language in which its dates and terms are read where they can be read in several.
    pub language: Language,
}

/// What would become of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriedOut {
    /// How much.
    pub report: ImportReport,
    /// The first rows that would be refused: the line each begins on, and why.
    pub refused: Vec<(u64, RejectReason)>,
}

/// So many rows that are refused are named.
const REFUSED_NAMED: usize = 3;

/// What became of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtIn {
    /// How much.
    pub report: ImportReport,
    /// Where the rows are that were refused, when there are any.
    pub rejects: Option<PathBuf>,
}

impl ListFile {
    /// Its name, without the folder.
    pub fn name(&self) -> String {
        name_of(&self.path)
    }

    /// What would become of its rows; nothing is written.
    ///
    /// # Errors
    /// Those of the file, and [`super::error::ExchangeError::Cancelled`].
    pub fn try_out(&self, store: &mut Store, watch: &dyn Watch) -> Result<TriedOut> {
        let source = source::open(&self.path)?;
        let import = self.import(store, OnDuplicate::Skip)?;
        let mut refused = Vec::new();
        let tried = import.dry_run(store, source.bytes, watch, &mut |_, reject| {
            if refused.len() < REFUSED_NAMED {
                refused.push((reject.line, reject.reason.clone()));
            }
            Ok(())
        })?;
        Ok(TriedOut { report: tried.report, refused })
    }

    /// Brings it in. Rows that are refused go to a file beside it, each with the reason that `why` gives in words.
    ///
    /// # Errors
    /// Those of both files, and [`super::error::ExchangeError::Cancelled`]; everything is taken back then.
    pub fn bring_in(
        &self,
        store: &mut Store,
        on_duplicate: OnDuplicate,
        watch: &dyn Watch,
        why: &dyn Fn(&RejectReason) -> String,
    ) -> Result<BroughtIn> {
        let source = source::open(&self.path)?;
        let import = self.import(store, on_duplicate)?;
        let mut rejects = RejectsFile::new(&self.rejects_path(), &self.path, store.path())?;
        let report = import.run(store, source.bytes, source.length, watch, &mut |mapping, reject| {
            rejects.write(&mapping.headers, reject, &why(&reject.reason))
        })?;
        Ok(BroughtIn { report, rejects: rejects.finish()? })
    }

    fn import(&self, store: &Store, on_duplicate: OnDuplicate) -> Result<Import> {
        Ok(Import {
            subject: self.name(),
            reading: Reading {
                charset: None,
                language: self.language,
                overrides: Overrides::new(),
                own: store.own_fields()?,
                position: Position::Drift,
            },
            on_duplicate,
        })
    }

    /// Beside the list, under a name that no file has.
    fn rejects_path(&self) -> PathBuf {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let named = |number: u32| {
            let number = if number > 1 { format!("-{number}") } else { String::new() };
            self.path.with_file_name(format!("{stem}-rejects{number}.csv"))
        };
        (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
    }
}

/// The name of a file, as the journal tells of it.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
