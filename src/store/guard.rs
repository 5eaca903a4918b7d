//! What nothing else may be written onto: card files, and what is kept beside one.

use std::path::{Path, PathBuf};

use super::head::{Head, Kind};
#[cfg(unix)]
use super::session::Identity;

/// Endings of the files that SQLite and the lock keep beside a card file.
const BESIDE: &[&str] = &["-wal", "-shm", "-journal", "-lock"];

/// Whether a path is a card file, or belongs to one. The card file that is open, `own`, is known by its place:
/// whoever opened and closed it would drop the locks held on it.
pub fn is_card_file(path: &Path, own: &Path) -> bool {
    is_whole(path, own) || owner(path).is_some_and(|owner| is_whole(&owner, own))
}

fn is_whole(path: &Path, own: &Path) -> bool {
    is_same_file(path, own)
        || path.is_file()
            && Head::read(path).is_ok_and(|head| matches!(head.kind, Kind::Plain | Kind::Encrypted))
}

/// The file beside which this one would be kept, by its name.
fn owner(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let owner = BESIDE.iter().find_map(|ending| name.strip_suffix(ending))?;
    (!owner.is_empty()).then(|| path.with_file_name(owner))
}

/// Whether two paths lead to one file.
pub fn is_same_file(path: &Path, other: &Path) -> bool {
    let same_place = match (path.canonicalize(), other.canonicalize()) {
        (Ok(path), Ok(other)) => path == other,
        _ => false,
    };
    same_place || is_linked(path, other)
}

#[cfg(unix)]
fn is_linked(path: &Path, other: &Path) -> bool {
    Identity::of(path).is_ok_and(|found| Identity::of(other).is_ok_and(|known| known == found))
}

#[cfg(not(unix))]
fn is_linked(_path: &Path, _other: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::Place;

    #[test]
    fn a_card_file_and_what_is_beside_it_is_known() {
        let place = Place::new();
        drop(place.open());
        let own = place.file.clone();
        let folder = own.parent().unwrap();
        let (list, linked) = (folder.join("list.csv"), folder.join("linked.csv"));
        std::fs::write(&list, "name\nAna\n").unwrap();
        std::fs::hard_link(&own, &linked).unwrap();
        let beside = |ending: &str| PathBuf::from(format!("{}{ending}", own.display()));
        for (path, expected) in [
            (own.clone(), true),
            (linked, true),
            (beside("-wal"), true),
            (beside("-lock"), true),
            (list, false),
            (folder.join("list.csv-lock"), false),
            (folder.join("not there"), false),
        ] {
            assert_eq!(is_card_file(&path, &own), expected, "{}", path.display());
            let another_is_open = folder.join("another");
            assert_eq!(is_card_file(&path, &another_is_open), expected, "{}", path.display());
        }
    }
}
