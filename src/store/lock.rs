//! Locks of the system beside SQLite's own: who has the card file open, and which sessions live.
//!
//! They are taken on files beside the card file. On the card file itself they would do harm: where a program
//! closes any descriptor of a file, the system drops the locks SQLite holds on it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::error::{Result, StoreError};

/// A program that has a card file open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Its number on its machine.
    pub process: u32,
    /// The name of the machine; empty where it is not known.
    pub host: String,
}

/// The lock of a card file, which every open program shares. It ends with the program, however it ends.
///
/// Who takes it adds itself to the list in the locked file, so that others can be told, and so that the list
/// tells who was here before that somebody came.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// The list as it stood when nobody else was there.
    alone_at: Mutex<Option<Vec<u8>>>,
}

/// An empty line: who is alone begins the list anew behind it.
const ANEW: &str = "\n";

/// A list of more bytes than this is cleared by who is alone. At every start, that would cost a good part of the time
/// in which a program starts.
const WORTH_CLEARING: u64 = 1 << 10;

/// Asking whether anybody shares the lock takes it from everybody for a moment: who comes then tries again.
const TRIES: u32 = 50;
const BETWEEN_TRIES: Duration = Duration::from_millis(1);

impl Lock {
    /// The lock every open program shares, taken for a session; only [`StoreError::Held`] while another needs
    /// the file alone.
    ///
    /// The session stands in the list too: a line is never written twice, so that a list that was begun anew is
    /// never taken for the one before.
    pub(super) fn share(card_file: &Path, session: &str) -> Result<Lock> {
        let path = beside(card_file, "lock");
        let file = open(&path)?;
        let failed = |error| StoreError::io(&path, error);
        let mut line = Holder::this().line(session);
        if file.try_lock().is_ok() {
            if file.metadata().map_err(failed)?.len() > WORTH_CLEARING {
                file.set_len(0).map_err(failed)?;
            }
            line.insert_str(0, ANEW);
        }
        let lock = Lock { file, alone_at: Mutex::new(None) };
        lock.take(card_file)?;
        (&lock.file).write_all(line.as_bytes()).map_err(failed)?;
        Ok(lock)
    }

    fn take(&self, card_file: &Path) -> Result<()> {
        for tries in 1.. {
            match self.file.try_lock_shared() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if tries < TRIES => thread::sleep(BETWEEN_TRIES),
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::io(&beside(card_file, "lock"), error));
                }
            }
        }
        Err(StoreError::Held { path: card_file.to_path_buf(), by: self.others() })
    }

    /// Whether nobody shares the lock; it is shared again before this returns.
    ///
    /// # Errors
    /// [`StoreError::Held`] when another program has taken it for itself in between.
    pub(super) fn is_alone(&self, card_file: &Path) -> Result<bool> {
        let failed = |error| StoreError::io(&beside(card_file, "lock"), error);
        let mut alone_at = self.alone_at.lock().unwrap_or_else(PoisonError::into_inner);
        let listed = self.list().map_err(failed)?;
        if alone_at.as_ref() == Some(&listed) {
            return Ok(true);
        }
        self.file.unlock().map_err(failed)?;
        let alone = self.file.try_lock().is_ok();
        if alone {
            *alone_at = Some(listed);
            self.file.unlock().map_err(failed)?;
        }
        self.take(card_file)?;
        Ok(alone)
    }

    /// All of the list, and what stood in it before it was begun anew.
    fn list(&self) -> io::Result<Vec<u8>> {
        let (mut list, mut file) = (Vec::new(), &self.file);
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut list)?;
        Ok(list)
    }

    /// The other programs in the list that still run, as far as can be known.
    fn others(&self) -> Vec<Holder> {
        let list = self.list().unwrap_or_default();
        let list = String::from_utf8_lossy(&list);
        let this = Holder::this();
        let begun = list.rfind(&format!("\n{ANEW}")).unwrap_or_default();
        let mut others: Vec<Holder> = list[begun..].lines().filter_map(Holder::of_line).collect();
        others.retain(|holder| *holder != this && holder.may_run());
        others.dedup();
        others
    }
}

/// The name of this machine, so that programs and entries of several can be told apart; empty where it is not known.
pub(super) fn host() -> String {
    let told = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    // Shells know `HOSTNAME` and seldom hand it on: it is asked last.
    let named = || ["COMPUTERNAME", "HOSTNAME"].iter().find_map(|name| std::env::var(name).ok());
    told.or_else(named).unwrap_or_default().trim().to_owned()
}

/// Stands between a holder and its session.
const BEFORE_SESSION: char = '\t';

impl Holder {
    fn this() -> Holder {
        Holder { process: std::process::id(), host: host() }
    }

    /// A line of the list.
    fn line(&self, session: &str) -> String {
        format!("{} {}{BEFORE_SESSION}{session}\n", self.process, self.host)
    }

    fn of_line(line: &str) -> Option<Holder> {
        let holder = line.split_once(BEFORE_SESSION).map_or(line, |(holder, _)| holder);
        let (process, host) = holder.split_once(' ')?;
        Some(Holder { process: process.parse().ok()?, host: host.to_owned() })
    }

    /// Whether it runs; of other machines, and where the system does not say, it may.
    fn may_run(&self) -> bool {
        let processes = Path::new("/proc");
        self.host != host()
            || !processes.join("self").exists()
            || processes.join(self.process.to_string()).exists()
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
            Err(TryLockError::WouldBlock) => {
                Err(StoreError::Held { path: card_file.to_path_buf(), by: Vec::new() })
            }
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
    options.read(true).append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| StoreError::io(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_alone_by(line: &str) -> StoreError {
        let folder = tempfile::TempDir::new().unwrap();
        let card_file = folder.path().join("cards");
        let alone = open(&beside(&card_file, "lock")).unwrap();
        alone.lock().unwrap();
        (&alone).write_all(line.as_bytes()).unwrap();
        Lock::share(&card_file, "c").unwrap_err()
    }

    #[test]
    fn who_needs_the_file_alone_is_named() {
        let elsewhere = Holder { process: 7, host: "desk of 王芳".into() };
        for (line, expected) in [
            ("7 desk of 王芳\n".to_owned(), vec![elsewhere.clone()]),
            (elsewhere.line("a"), vec![elsewhere.clone()]),
            (Holder::this().line("a"), vec![]),
            ("no number\n".to_owned(), vec![]),
            ("8 gone\n\n7 desk of 王芳\n".to_owned(), vec![elsewhere.clone()]),
        ] {
            match taken_alone_by(&line) {
                StoreError::Held { by, .. } => assert_eq!(by, expected, "{line}"),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn others_are_noticed_when_they_come_and_when_they_are_gone() {
        let folder = tempfile::TempDir::new().unwrap();
        let card_file = folder.path().join("cards");
        let first = Lock::share(&card_file, "a").unwrap();
        assert!(first.is_alone(&card_file).unwrap());
        let second = Lock::share(&card_file, "b").unwrap();
        assert!(!first.is_alone(&card_file).unwrap());
        assert!(!second.is_alone(&card_file).unwrap());
        drop(second);
        assert!(first.is_alone(&card_file).unwrap());
    }

    #[test]
    fn a_list_begun_anew_in_the_moment_of_asking_is_noticed() {
        let folder = tempfile::TempDir::new().unwrap();
        let card_file = folder.path().join("cards");
        let first = Lock::share(&card_file, "a").unwrap();
        assert!(first.is_alone(&card_file).unwrap());
        // As one does who comes while the first has let go: alone, he begins the list anew, with as long a line.
        first.file.unlock().unwrap();
        let second = Lock::share(&card_file, "b").unwrap();
        first.take(&card_file).unwrap();
        assert!(!first.is_alone(&card_file).unwrap());
        drop(second);
    }

    #[test]
    fn a_list_does_not_grow_for_ever() {
        let folder = tempfile::TempDir::new().unwrap();
        let card_file = folder.path().join("cards");
        for _ in 0..100 {
            let alone = Lock::share(&card_file, "01a205b4d3627196").unwrap();
            assert!(alone.file.metadata().unwrap().len() < 2 * WORTH_CLEARING);
            assert!(alone.is_alone(&card_file).unwrap());
        }
    }

    #[test]
    fn a_moment_in_which_somebody_asks_whether_they_are_alone_keeps_nobody_out() {
        let folder = tempfile::TempDir::new().unwrap();
        let card_file = folder.path().join("cards");
        let asking = open(&beside(&card_file, "lock")).unwrap();
        asking.lock().unwrap();
        thread::scope(|scope| {
            let coming = scope.spawn(|| Lock::share(&card_file, "a"));
            thread::sleep(BETWEEN_TRIES * 5);
            asking.unlock().unwrap();
            assert!(coming.join().unwrap().is_ok());
        });
    }
}
