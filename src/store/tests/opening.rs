//! What opening makes, and what it refuses without touching it.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{Place, opening};
use crate::domain::draft::NewCard;
use crate::store::{Act, Store, StoreError};

#[expect(clippy::disallowed_methods, reason = "a test makes files that are no card files")]
fn foreign(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[cfg(unix)]
#[test]
fn the_folder_and_the_file_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let mut store = place.open();
    store.write(Act::Add, "", |door| door.add_card(&NewCard::named("Ana"))).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(place.file.parent().unwrap()), 0o700);
    assert_eq!(mode(&place.file), 0o600);
    let mut wal = place.file.clone().into_os_string();
    wal.push("-wal");
    assert_eq!(mode(Path::new(&wal)), 0o600);
}

#[test]
fn a_missing_file_is_not_made_where_it_must_be_there() {
    let place = Place::new();
    assert!(matches!(Store::open_existing(&place.file, opening()), Err(StoreError::Missing { .. })));
    assert!(!place.file.parent().unwrap().exists());
}

#[test]
fn what_is_no_card_file_is_refused_and_left_as_it_is() {
    let place = Place::new();
    let folder = place.file.parent().unwrap();
    fs::create_dir_all(folder).unwrap();
    type Check = fn(&StoreError) -> bool;
    let not_a_card_file: Check = |error| matches!(error, StoreError::NotACardFile { .. });
    let mut salt = b"FC\x00\x01".to_vec();
    salt.extend([0xA5; 4092]);
    let text = "name,phone\n张伟,138\n".repeat(300).into_bytes();
    let cases: [(&str, Option<Vec<u8>>, &str, Check); 5] = [
        ("text", Some(text), "", not_a_card_file),
        ("short text", Some(b"hello".to_vec()), "", not_a_card_file),
        ("encrypted", Some(salt), "", |error| matches!(error, StoreError::Encrypted { .. })),
        ("other database %41?#", None, "CREATE TABLE card (id); PRAGMA user_version = 1;", not_a_card_file),
        ("other database in WAL", None, "PRAGMA journal_mode = WAL; CREATE TABLE a (b);", not_a_card_file),
    ];
    for (name, bytes, sql, expected) in cases {
        let file = folder.join(name);
        match bytes {
            Some(bytes) => fs::write(&file, bytes).unwrap(),
            None => foreign(&file, sql),
        }
        let before = fs::read(&file).unwrap();
        let beside = fs::read_dir(folder).unwrap().count();
        let error = Store::open(&file, opening()).unwrap_err();
        assert!(expected(&error), "{name}: {error:?}");
        assert_eq!(fs::read(&file).unwrap(), before, "{name}");
        assert_eq!(fs::read_dir(folder).unwrap().count(), beside, "{name}");
    }
}

#[test]
fn a_directory_is_refused() {
    let place = Place::new();
    fs::create_dir_all(&place.file).unwrap();
    assert!(matches!(Store::open(&place.file, opening()), Err(StoreError::Directory { .. })));
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let place = Place::new();
    drop(place.open());
    foreign(&place.file, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);");
    let before = fs::read(&place.file).unwrap();
    let error = Store::open(&place.file, opening()).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error:?}");
    assert_eq!(fs::read(&place.file).unwrap(), before);
}

#[test]
fn a_read_only_file_is_refused() {
    let place = Place::new();
    drop(place.open());
    let mut permissions = fs::metadata(&place.file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&place.file, permissions).unwrap();
    assert!(matches!(Store::open(&place.file, opening()), Err(StoreError::ReadOnly { .. })));
}

#[test]
fn an_empty_file_becomes_a_card_file() {
    let place = Place::new();
    fs::create_dir_all(place.file.parent().unwrap()).unwrap();
    fs::write(&place.file, "").unwrap();
    drop(place.open());
    assert!(Store::open_existing(&place.file, opening()).is_ok());
}

/// The head is written back before the pages it counts: so a program is found that was killed meanwhile, or
/// for which the disk was full.
#[test]
fn a_log_written_back_in_part_is_read_on() {
    const PAGES_IN_HEAD: std::ops::Range<usize> = 28..32;
    let place = Place::new();
    let mut store = place.open();
    // Large enough that the file must grow, and the log holds a new head.
    let name = "Ana ".repeat(10_000);
    store.write(Act::Add, "", |door| door.add_card(&NewCard::named(name.trim()))).unwrap();
    let copy = place.file.with_file_name("copy.fieldcard");
    let log = |file: &Path| file.with_extension("fieldcard-wal");
    let mut bytes = fs::read(&place.file).unwrap();
    bytes[PAGES_IN_HEAD].copy_from_slice(&10_000_u32.to_be_bytes());
    fs::write(&copy, bytes).unwrap();
    fs::copy(log(&place.file), log(&copy)).unwrap();
    let store = Store::open(&copy, opening()).unwrap();
    assert_eq!(store.card(crate::domain::id::CardId(1)).unwrap().unwrap().name, name.trim());
}

#[cfg(unix)]
#[test]
fn a_link_and_its_file_share_their_locks() {
    let place = Place::new();
    drop(place.open());
    let link = place.file.with_file_name("link");
    std::os::unix::fs::symlink(&place.file, &link).unwrap();
    drop(Store::open(&link, opening()).unwrap());
    assert!(!place.file.with_file_name("link-lock").exists());
}

#[test]
fn sqlcipher_as_it_is_built_here_encrypts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keyed.db");
    #[expect(clippy::disallowed_methods, reason = "the library is tried, not a card file")]
    let open = |key: &str| {
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch("PRAGMA cipher_log_level = NONE").unwrap();
        connection.pragma_update(None, "key", key).unwrap();
        connection
    };
    open("ours")
        .execute_batch("CREATE TABLE card (name TEXT); INSERT INTO card VALUES ('海虹印刷')")
        .unwrap();

    let kept = std::fs::read(&path).unwrap();
    assert!(!kept.starts_with(b"SQLite format 3"));
    assert!(!kept.windows("海虹".len()).any(|bytes| bytes == "海虹".as_bytes()));
    let name = |key| open(key).query_row("SELECT name FROM card", [], |row| row.get::<_, String>(0));
    assert_eq!(name("ours").unwrap(), "海虹印刷");
    assert_eq!(name("theirs").unwrap_err().sqlite_error_code(), Some(rusqlite::ErrorCode::NotADatabase));
}
