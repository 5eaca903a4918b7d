//! Opening the card file: what it is, who may read it, which version it has.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::error::{Result, StoreError};
use super::head::{APPLICATION_ID, Head, Kind};
use super::search;
use super::value::text_sort_key;
use crate::domain::text::fold::fold;

/// The schema, step by step. Append only: a file remembers how many steps it has taken.
const MIGRATIONS: &[&str] = &[
    include_str!("../../assets/migrations/0001_card_file.sql"),
    include_str!("../../assets/migrations/0002_day.sql"),
    include_str!("../../assets/migrations/0003_search_index.sql"),
    include_str!("../../assets/migrations/0004_details.sql"),
    include_str!("../../assets/migrations/0005_list_orders.sql"),
    include_str!("../../assets/migrations/0006_day_details.sql"),
    include_str!("../../assets/migrations/0007_list_views.sql"),
    include_str!("../../assets/migrations/0008_saved_filters.sql"),
    include_str!("../../assets/migrations/0009_standing_bounds.sql"),
    include_str!("../../assets/migrations/0010_smaller_indexes.sql"),
    include_str!("../../assets/migrations/0011_planned_visits.sql"),
    include_str!("../../assets/migrations/0012_moves.sql"),
    include_str!("../../assets/migrations/0013_search_texts.sql"),
    include_str!("../../assets/migrations/0014_credit_reviews.sql"),
    include_str!("../../assets/migrations/0015_travel.sql"),
    include_str!("../../assets/migrations/0016_dormant_customers.sql"),
    include_str!("../../assets/migrations/0017_enquiries.sql"),
    include_str!("../../assets/migrations/0018_addresses.sql"),
    include_str!("../../assets/migrations/0019_changed_alike.sql"),
    include_str!("../../assets/migrations/0020_circumstances_of_moves.sql"),
    include_str!("../../assets/migrations/0021_best_cases.sql"),
    include_str!("../../assets/migrations/0022_more_list_orders.sql"),
    include_str!("../../assets/migrations/0023_partings.sql"),
    include_str!("../../assets/migrations/0024_worth.sql"),
    include_str!("../../assets/migrations/0025_orders_in_sight.sql"),
    include_str!("../../assets/migrations/0026_long_grams.sql"),
    include_str!("../../assets/migrations/0027_next_set_on.sql"),
    include_str!("../../assets/migrations/0028_one_form_of_landlines.sql"),
    include_str!("../../assets/migrations/0029_order_of_notes.sql"),
    include_str!("../../assets/migrations/0030_dormancy_and_retries.sql"),
    include_str!("../../assets/migrations/0031_names_without_gaps.sql"),
];

/// The step with which the texts that cards are found by last became others: files from before it have theirs made
/// again, which takes minutes at a million cards. Whoever changes what these texts are takes a step and names it here.
const TEXTS_CHANGED: usize = 18;
/// The same of the search index, which takes as long.
const INDEX_CHANGED: usize = 26;
/// The step with which names with blanks between Chinese characters got one more line in these texts. Few cards have
/// any: theirs alone are made again.
const GAPS_LEFT_OUT: usize = 31;

/// In SQL, the sort key of a text: migrations need it.
const SORT_KEY_FUNCTION: &str = "sort_key_of";
/// The function of SQL that gives the [folded](fold) form of a text.
pub(super) const FOLD_FUNCTION: &str = "folded_of";

/// How long a write waits for another program's write, and how often it looks. SQLite's own waiting looks
/// more and more seldom, up to ten times a second, and so comes too late again and again where another
/// program writes piece after piece.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
const BUSY_STEP: Duration = Duration::from_millis(1);

/// How long a program that writes piece after piece leaves the file to others between two of them: longer
/// than a step of their waiting.
pub(super) const GIVEN_WAY: Duration = Duration::from_millis(2);

/// Statements kept ready; more than the store has.
const STATEMENT_CACHE: usize = 256;

/// A card with all its records is a few hundred bytes in a dozen places; larger pages make fewer of them to
/// write when many cards come at once.
const PAGE_BYTES: i64 = 8192;

/// Most memory the pages of a card file may take for one connection, in KiB. The system keeps pages too; these
/// are the ones that need not be asked of it.
const PAGE_CACHE_KIB: i64 = 8 << 10;

/// Most bytes of a file that are looked at where the system keeps them: all of most card files.
const MAPPED: i64 = 256 << 20;

/// Pages in the log before they are written back.
const CHECKPOINT_PAGES: i64 = 500;

/// The same while many rows are written.
const CHECKPOINT_PAGES_OF_A_LOAD: i64 = 8_000;

/// Most memory of the pages while many rows are written, in KiB: they go to a dozen indexes in no order, and with
/// fewer pages every row would read some of them again.
const PAGE_CACHE_OF_A_LOAD_KIB: i64 = 64 << 10;

/// What to do when there is no card file at the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenMissing {
    /// Make it, and its folder.
    Make,
    /// Refuse with [`StoreError::Missing`].
    Refuse,
}

/// A file that is a card file, or empty and about to be one.
#[derive(Debug)]
pub(super) struct Found {
    /// To be kept as long as any connection to the file.
    pub(super) head: Head,
    pub(super) made: Made,
}

/// Looks at a file before SQLite does, which would write beside a database of another program, and into it where
/// a killed program left it half written.
pub(super) fn find(path: &Path, when_missing: WhenMissing) -> Result<Found> {
    let made = match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(StoreError::Directory { path: path.to_path_buf() }),
        Ok(found) if found.len() > 0 && found.permissions().readonly() => {
            return Err(StoreError::ReadOnly { path: path.to_path_buf() });
        }
        Ok(_) => Made::No,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match when_missing {
            WhenMissing::Make => make(path)?,
            WhenMissing::Refuse => return Err(StoreError::Missing { path: path.to_path_buf() }),
        },
        Err(error) => return Err(StoreError::io(path, error).at(path)),
    };
    let head = Head::read(path).map_err(|error| StoreError::io(path, error).at(path))?;
    match head.kind {
        Kind::Empty | Kind::Plain => not_newer(head.version.into(), path)?,
        Kind::Encrypted => return Err(StoreError::Encrypted { path: path.to_path_buf() }),
        Kind::Foreign => return Err(StoreError::NotACardFile { path: path.to_path_buf() }),
    }
    Ok(Found { head, made })
}

/// A file of more bytes than this takes longer than a moment when all its texts are made again.
const LARGE_FILE: u64 = 32 << 20;

/// Whether opening a card file will take long, because an earlier version made it. To be asked while nobody in this
/// program has it open.
pub fn opens_slowly(path: &Path) -> bool {
    let length = fs::metadata(path).map_or(0, |found| found.len());
    length > LARGE_FILE && Head::read(path).is_ok_and(|head| to_renew(head.version as usize).is_some())
}

/// What is to be made anew in a file that has taken so many steps.
fn to_renew(taken: usize) -> Option<search::Renewed> {
    match taken {
        0 => None,
        taken if taken < TEXTS_CHANGED => Some(search::Renewed::TextsAndIndex),
        taken if taken < INDEX_CHANGED => Some(search::Renewed::Index),
        _ => None,
    }
}

/// How the pages of a file come into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pages {
    /// Each is copied when it is asked for, and kept.
    Copied,
    /// They are looked at where the system keeps them, which spares a tenth of a start. Not for long: when the disk
    /// goes away, or another program cuts the file short, the system ends whoever looks.
    Mapped,
}

/// Opens a connection to the card file that was found, and brings it up to date.
pub(super) fn connect(path: &Path, made: Made, pages: Pages) -> Result<Connection> {
    let connection = attach(path, pages).and_then(|mut connection| {
        migrate(&mut connection, path)?;
        Ok(connection)
    });
    connection.map_err(|error| {
        // What another program has begun meanwhile is not ours.
        if made == Made::Yes && fs::metadata(path).is_ok_and(|file| file.len() == 0) {
            // Best effort: the error that matters is the one that stopped us.
            let _ = fs::remove_file(path);
        }
        error.at(path)
    })
}

/// A further connection to a file that [`connect`] has already found sound.
pub(super) fn attach(path: &Path, pages: Pages) -> Result<Connection> {
    // Relative names such as `:memory:` and `file:…` are none of files to SQLite.
    let whole = std::path::absolute(path).map_err(|error| StoreError::io(path, error))?;
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens the card file")]
    let mut connection = Connection::open_with_flags(
        whole,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_handler(Some(wait_a_step))?;
    // Else SQLite compiles a statement again for every value it compares with a column that some index is
    // partial by, to see whether that index would do.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    if pages == Pages::Mapped {
        take_pages(&connection, pages)?;
    }
    // Memory is taken only as pages are touched.
    connection.pragma_update(None, "cache_size", -PAGE_CACHE_KIB)?;
    connection.create_scalar_function(
        SORT_KEY_FUNCTION,
        1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |context| Ok(context.get_raw(0).as_str_or_null()?.map(text_sort_key)),
    )?;
    connection.create_scalar_function(
        FOLD_FUNCTION,
        1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |context| Ok(context.get_raw(0).as_str_or_null()?.map(fold)),
    )?;
    // SQLCipher writes to standard error, and so over the screen, unless it is told first not to.
    // In WAL, NORMAL loses nothing when the program is killed; only a power cut may take the last second.
    connection.execute_batch(
        "PRAGMA cipher_log_level = NONE; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    Ok(connection)
}

/// Changes how pages come into the program from now on.
pub(super) fn take_pages(connection: &Connection, pages: Pages) -> Result<()> {
    let mapped = match pages {
        Pages::Copied => 0,
        Pages::Mapped => MAPPED,
    };
    Ok(connection.pragma_update(None, "mmap_size", mapped)?)
}

/// Waits for another program's write; `false` when that has taken too long.
fn wait_a_step(steps: i32) -> bool {
    let waited = BUSY_STEP.saturating_mul(u32::try_from(steps).unwrap_or_default());
    if waited >= BUSY_TIMEOUT {
        return false;
    }
    thread::sleep(BUSY_STEP);
    true
}

/// How a connection uses memory and the write-ahead log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Load {
    /// Single changes: little memory, the log kept short.
    Light,
    /// Changes of many cards: pages stay in memory, and the log is written back more seldom.
    Changes,
    /// Many rows: pages stay in memory, and the log is written back more seldom. Every record is
    /// made right behind the card it belongs to, so nobody looks the card up again for each.
    Heavy,
}

/// Prepares a connection for the work to come.
pub(super) fn prepare_for(connection: &Connection, load: Load) -> Result<()> {
    let (references, cache, checkpoint) = match load {
        Load::Light => (References::Checked, PAGE_CACHE_KIB, CHECKPOINT_PAGES),
        Load::Changes => (References::Checked, PAGE_CACHE_OF_A_LOAD_KIB, CHECKPOINT_PAGES_OF_A_LOAD),
        Load::Heavy => (References::LookedUp, PAGE_CACHE_OF_A_LOAD_KIB, CHECKPOINT_PAGES_OF_A_LOAD),
    };
    set_references(connection, references)?;
    connection.pragma_update(None, "cache_size", -cache)?;
    connection.pragma_update(None, "wal_autocheckpoint", checkpoint)?;
    Ok(())
}

/// Whether SQLite looks up what a record points at whenever it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum References {
    /// It does.
    Checked,
    /// It does not: whoever writes has just looked it up.
    LookedUp,
}

/// Says so between two transactions.
pub(super) fn set_references(connection: &Connection, references: References) -> Result<()> {
    let foreign_keys = match references {
        References::Checked => "ON",
        References::LookedUp => "OFF",
    };
    Ok(connection.pragma_update(None, "foreign_keys", foreign_keys)?)
}

/// Whether the file was made just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// It was missing.
    Yes,
    /// It was there.
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

/// Takes the steps the file has not taken yet, all or none.
fn migrate(connection: &mut Connection, path: &Path) -> Result<()> {
    let known = steps();
    let found = version(connection)?;
    if found == known {
        return Ok(());
    }
    // Heeded only while nothing is in the file.
    connection.pragma_update(None, "page_size", PAGE_BYTES)?;
    #[expect(clippy::disallowed_methods, reason = "a file that is being taken on is nobody's yet")]
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    // Another program may have been faster while we waited.
    let found = version(&transaction)?;
    not_newer(found, path)?;
    let taken = usize::try_from(found).unwrap_or_default();
    for step in &MIGRATIONS[taken..] {
        transaction.execute_batch(step)?;
    }
    if (1..GAPS_LEFT_OUT).contains(&taken) {
        search::renew_names_with_gaps(&transaction)?;
    }
    if let Some(what) = to_renew(taken) {
        search::renew(&transaction, what, search::WORTH_A_BUILD)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    Ok(())
}

/// How many steps this program knows.
fn steps() -> i64 {
    MIGRATIONS.len() as i64
}

/// Refuses a file that a newer program has taken further while this one had it open: what this one derives would
/// be wrong there.
pub(super) fn must_be_known(connection: &Connection, path: &Path) -> Result<()> {
    let mut statement = connection.prepare_cached("PRAGMA user_version")?;
    not_newer(statement.query_row([], |row| row.get(0))?, path)
}

/// Refuses a file of a newer program.
fn not_newer(found: i64, path: &Path) -> Result<()> {
    let known = steps();
    if found > known {
        return Err(StoreError::Newer { path: path.to_path_buf(), found, known });
    }
    Ok(())
}

fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{Place, opening};
    use crate::store::{Opening, Source, Store};

    #[test]
    fn a_screen_looks_at_the_file_itself_until_it_has_begun() {
        let place = Place::new();
        for (source, expected) in [(Source::Screen, MAPPED), (Source::Command, 0)] {
            let store = Store::open(&place.file, Opening { source, ..opening() }).unwrap();
            let mapped = || -> i64 {
                store.connection.pragma_query_value(None, "mmap_size", |row| row.get(0)).unwrap()
            };
            assert_eq!(mapped(), expected);
            store.has_begun().unwrap();
            assert_eq!(mapped(), 0);
        }
    }

    #[test]
    fn a_large_file_of_an_earlier_version_opens_slowly() {
        let place = Place::new();
        drop(place.open());
        for (version, length, expected) in [
            (TEXTS_CHANGED - 1, LARGE_FILE + 1, true),
            (TEXTS_CHANGED - 1, LARGE_FILE, false),
            (TEXTS_CHANGED, LARGE_FILE + 1, true),
            (INDEX_CHANGED, LARGE_FILE + 1, false),
            (0, LARGE_FILE + 1, false),
        ] {
            let head = attach(&place.file, Pages::Copied).unwrap();
            head.pragma_update(None, "user_version", version as i64).unwrap();
            head.pragma_update(None, "wal_checkpoint", "TRUNCATE").unwrap();
            drop(head);
            fs::OpenOptions::new().write(true).open(&place.file).unwrap().set_len(length).unwrap();
            assert_eq!(opens_slowly(&place.file), expected, "{version} {length}");
        }
        assert!(!opens_slowly(&place.file.with_file_name("missing")));
    }
}
