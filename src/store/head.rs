//! The first bytes of a file: what it is, found out without touching it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Marks a SQLite file as a card file: "FCrd".
pub(super) const APPLICATION_ID: u32 = 0x4643_7264;

/// What every plain SQLite file begins with.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Where SQLite keeps the application id, as four bytes, the highest first.
const APPLICATION_ID_AT: std::ops::Range<usize> = 68..72;

/// Where SQLite keeps the user version, in the same way: how many steps of the schema the file has taken.
const VERSION_AT: std::ops::Range<usize> = 60..64;

/// What an encrypted card file begins with; the rest of the salt is random.
const ENCRYPTED_MARK: &[u8] = b"FC";

/// Bytes of the salt an encrypted card file begins with.
const SALT_LENGTH: usize = 16;

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing is in it yet.
    Empty,
    /// A card file that is not encrypted.
    Plain,
    /// An encrypted card file.
    Encrypted,
    /// Anything else.
    Foreign,
}

/// A file whose head has been read, still open.
///
/// Where a program closes any descriptor of a file, the system drops the locks SQLite holds on it: so it stays
/// open until the last connection is gone.
#[derive(Debug)]
pub(super) struct Head {
    /// What the file is.
    pub(super) kind: Kind,
    /// The steps of the schema it has taken; 0 where its head says nothing of them. Steps may stand in its log
    /// that its head does not know of yet.
    pub(super) version: u32,
    _file: File,
}

impl Head {
    /// Reads the head of a file.
    pub(super) fn read(path: &Path) -> io::Result<Head> {
        let mut file = File::open(path)?;
        let mut bytes = Vec::with_capacity(APPLICATION_ID_AT.end);
        file.by_ref().take(APPLICATION_ID_AT.end as u64).read_to_end(&mut bytes)?;
        let kind = kind(&bytes);
        let version = match kind {
            Kind::Plain => number_at(&bytes, VERSION_AT).unwrap_or_default(),
            Kind::Empty | Kind::Encrypted | Kind::Foreign => 0,
        };
        Ok(Head { kind, version, _file: file })
    }
}

fn kind(bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        Kind::Empty
    } else if bytes.starts_with(SQLITE) && number_at(bytes, APPLICATION_ID_AT) == Some(APPLICATION_ID) {
        Kind::Plain
    } else if bytes.starts_with(ENCRYPTED_MARK) && bytes.iter().take(SALT_LENGTH).any(|byte| *byte == 0) {
        Kind::Encrypted
    } else {
        Kind::Foreign
    }
}

fn number_at(bytes: &[u8], place: std::ops::Range<usize>) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(place)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        let sqlite = |id: u32| {
            let mut bytes = SQLITE.to_vec();
            bytes.resize(APPLICATION_ID_AT.start, 1);
            bytes.extend(id.to_be_bytes());
            bytes
        };
        for (bytes, expected) in [
            (Vec::new(), Kind::Empty),
            (sqlite(APPLICATION_ID), Kind::Plain),
            (sqlite(0), Kind::Foreign),
            (SQLITE.to_vec(), Kind::Foreign),
            (b"FC\x00\x01 and a salt of which the rest is random".to_vec(), Kind::Encrypted),
            (b"FC is a football club".to_vec(), Kind::Foreign),
            (b"name,phone\n".to_vec(), Kind::Foreign),
        ] {
            assert_eq!(kind(&bytes), expected, "{bytes:?}");
        }
    }
}
