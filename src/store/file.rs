//! Opening the card file: what it is, who may read it, which version it has.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::error::{Result, StoreError};
use super::search;
use crate::domain::text::sort_key::sort_key;

/// Marks a SQLite file as a card file: "FCrd".
const APPLICATION_ID: i64 = 0x4643_7264;

/// What an encrypted card file begins with; the rest of the salt is random.
const ENCRYPTED_MARK: &[u8] = b"FC";

/// Bytes of the salt an encrypted card file begins with.
const SALT_LENGTH: usize = 16;

/// The schema, step by step. Append only: a file remembers how many steps it has taken.
const MIGRATIONS: &[&str] = &[
    include_str!("../../assets/migrations/0001_card_file.sql"),
    include_str!("../../assets/migrations/0002_day.sql"),
    include_str!("../../assets/migrations/0003_search_index.sql"),
];

/// In SQL, the [`sort_key`] of a text, for the few columns that do not keep it.
pub(super) const SORT_KEY_FUNCTION: &str = "sort_key_of";

/// How long a write waits for another program's write.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Statements kept ready; more than the store has.
const STATEMENT_CACHE: usize = 256;

/// A card with all its records is a few hundred bytes in a dozen places; larger pages make fewer of them to
/// write when many cards come at once.
const PAGE_BYTES: i64 = 8192;

/// Most memory the pages of a card file may take, in KiB.
const PAGE_CACHE_KIB: i64 = 64 << 10;

/// What to do when there is no card file at the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenMissing {
    /// Make it, and its folder.
    Make,
    /// Refuse with [`StoreError::Missing`].
    Refuse,
}

/// Opens a connection to a card file that is sound, of a known version, and up to date.
pub(super) fn connect(path: &Path, when_missing: WhenMissing) -> Result<Connection> {
    let made = match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(StoreError::Directory { path: path.to_path_buf() }),
        Ok(found) if found.len() == 0 => Made::No,
        Ok(found) => {
            if found.permissions().readonly() {
                return Err(StoreError::ReadOnly { path: path.to_path_buf() });
            }
            probe(path)?;
            Made::No
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match when_missing {
            WhenMissing::Make => make(path)?,
            WhenMissing::Refuse => return Err(StoreError::Missing { path: path.to_path_buf() }),
        },
        Err(error) => return Err(StoreError::io(path, error).at(path)),
    };
    let connection = attach(path).and_then(|mut connection| {
        migrate(&mut connection, path)?;
        Ok(connection)
    });
    connection.map_err(|error| {
        if made == Made::Yes {
            // Best effort: the error that matters is the one that stopped us.
            let _ = fs::remove_file(path);
        }
        error.at(path)
    })
}

/// A further connection to a file that [`connect`] has already found sound.
pub(super) fn attach(path: &Path) -> Result<Connection> {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens the card file")]
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    // An import writes to a dozen indexes in no order: with the usual 2 MiB of pages every row would read
    // some of them again from the system. Memory is taken only as pages are touched.
    connection.pragma_update(None, "cache_size", -PAGE_CACHE_KIB)?;
    connection.create_scalar_function(
        SORT_KEY_FUNCTION,
        1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |context| Ok(context.get_raw(0).as_str_or_null()?.map(sort_key)),
    )?;
    // SQLCipher writes to standard error, and so over the screen, unless it is told first not to.
    // In WAL, NORMAL loses nothing when the program is killed; only a power cut may take the last second.
    connection.execute_batch(
        "PRAGMA cipher_log_level = NONE; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    Ok(connection)
}

/// How a connection uses memory and the write-ahead log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Load {
    /// Single changes: little memory, the log kept short.
    Light,
    /// Many rows: pages stay in memory (64 MiB), and the log is written back more seldom. Every record is
    /// made right behind the card it belongs to, so nobody looks the card up again for each.
    Heavy,
}

/// Prepares a connection for the work to come.
pub(super) fn prepare_for(connection: &Connection, load: Load) -> Result<()> {
    connection.execute_batch(match load {
        Load::Light => {
            "PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 500;"
        }
        Load::Heavy => {
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;"
        }
    })?;
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Made {
    Yes,
    No,
}

/// Makes the folder and an empty file that only its owner may read.
fn make(path: &Path) -> Result<Made> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(|error| StoreError::io(folder, error).at(path))?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(Made::Yes),
        // Another program was faster: it is as good as ours.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(Made::No),
        Err(error) => Err(StoreError::io(path, error).at(path)),
    }
}

/// Refuses a file that is no card file, without touching it.
///
/// SQLite itself reads the head, in a way that takes no locks and makes no files beside it. Reading it by a
/// descriptor of our own would drop the locks this process holds on the file when that descriptor closes.
fn probe(path: &Path) -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens the card file")]
    let opened = Connection::open_with_flags(
        immutable_uri(path),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    );
    // The system's own reason says more than SQLite's "unable to open".
    let connection = opened.map_err(|error| match head(path) {
        Err(reason) => StoreError::io(path, reason).at(path),
        Ok(_) => StoreError::from(error).at(path),
    })?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    drop(connection);
    match id {
        Ok(APPLICATION_ID) => Ok(()),
        Ok(_) => Err(StoreError::NotACardFile { path: path.to_path_buf() }),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            Err(match head(path) {
                Ok(head)
                    if head.starts_with(ENCRYPTED_MARK)
                        && head.iter().take(SALT_LENGTH).any(|byte| *byte == 0) =>
                {
                    StoreError::Encrypted { path: path.to_path_buf() }
                }
                _ => StoreError::NotACardFile { path: path.to_path_buf() },
            })
        }
        // A program that was killed, or found the disk full, while it wrote the log back leaves a head that
        // counts pages the file does not have yet. They are in the log, which the connection proper reads.
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
            match head(path) {
                Ok(head) if head.ends_with(&APPLICATION_ID.to_be_bytes()[4..]) => Ok(()),
                _ => Err(StoreError::from(error).at(path)),
            }
        }
        Err(error) => Err(StoreError::from(error).at(path)),
    }
}

/// The first bytes of a file that SQLite has already refused, so that no lock of ours is on it: up to the
/// end of the application id.
fn head(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    const LENGTH: u64 = 72;
    let mut head = Vec::new();
    fs::File::open(path)?.take(LENGTH).read_to_end(&mut head)?;
    Ok(head)
}

/// The path as a URI; bytes that mean something in one are written as numbers.
fn immutable_uri(path: &Path) -> PathBuf {
    use std::fmt::Write;
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut uri = String::from("file:");
    if cfg!(windows) {
        uri.push('/');
    }
    for &byte in absolute.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b':' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                uri.push(char::from(byte));
            }
            // Writing to a string does not fail.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri.into()
}

/// Takes the steps the file has not taken yet, all or none.
fn migrate(connection: &mut Connection, path: &Path) -> Result<()> {
    let known = MIGRATIONS.len() as i64;
    let found = version(connection)?;
    if found == known {
        return Ok(());
    }
    // Heeded only while nothing is in the file.
    connection.pragma_update(None, "page_size", PAGE_BYTES)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    // Another program may have been faster while we waited.
    let found = version(&transaction)?;
    if found > known {
        return Err(StoreError::Newer { path: path.to_path_buf(), found, known });
    }
    let taken = usize::try_from(found).unwrap_or_default();
    for step in &MIGRATIONS[taken..] {
        transaction.execute_batch(step)?;
    }
    if taken > 0 {
        search::renew_texts(&transaction)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    Ok(())
}

fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
