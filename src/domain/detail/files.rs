//! The file of a customer: attachments, class by class, as a paper file is kept.

use super::groups::{FILE, FileClass};
use super::{Detail, file_class};
use crate::domain::choice::Choice;

/// The part with the path of a file.
const PATH: &str = "path";
/// The part with the day of a file.
const DATE: &str = "date";

/// Where a file lies, as typed; empty when that is not said.
pub fn path(file: &Detail) -> &str {
    file.text(PATH)
}

/// The day of a file as it was typed; empty when it has none.
pub fn date(file: &Detail) -> &str {
    file.text(DATE)
}

/// The files among the details of a card: those of each class, newest first and those without a day after them;
/// every class in its order, also where it is empty; last, where there are some, those of no class.
pub fn by_class(details: &[Detail]) -> Vec<(Option<FileClass>, Vec<&Detail>)> {
    let of = |class: Option<FileClass>| {
        let mut files: Vec<&Detail> =
            details.iter().filter(|detail| detail.group.key == FILE && file_class(detail) == class).collect();
        // A stable sort, and days sort as their text does.
        files.sort_by(|one, other| date(other).cmp(date(one)));
        (class, files)
    };
    let classes = FileClass::ALL.iter().copied().map(Some).map(of);
    let unclassed = of(None);
    let last = (!unclassed.1.is_empty()).then_some(unclassed);
    classes.chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detail::DetailGroup;
    use crate::domain::id::{EntryId, Uid};

    fn file(id: i64, class: &str, date: &str) -> Detail {
        let parts = [("class", class), ("date", date)].into_iter().filter(|(_, text)| !text.is_empty());
        Detail {
            id: EntryId(id),
            uid: Uid::from_u128(1),
            group: DetailGroup::with_key(FILE).unwrap(),
            person: None,
            parts: parts.map(|(part, text)| (part.to_owned(), vec![text.to_owned()])).collect(),
        }
    }

    #[test]
    fn a_file_is_kept_by_class_and_the_newest_lies_on_top() {
        let files = [
            file(1, "2", "2026-01-01"),
            file(2, "", ""),
            file(3, "2", ""),
            file(4, "2", "2026-05-01"),
            file(5, "5", ""),
        ];
        let kept: Vec<Vec<i64>> =
            by_class(&files).iter().map(|(_, files)| files.iter().map(|file| file.id.0).collect()).collect();
        assert_eq!(kept, [vec![], vec![4, 1, 3], vec![], vec![], vec![5], vec![2]]);
        assert_eq!(by_class(&[]).len(), FileClass::ALL.len());
    }
}
