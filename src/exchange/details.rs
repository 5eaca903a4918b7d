//! The details of a group in one cell: `HEAD;part=value;…;person=NAME` as they are typed, joined by ` ::: `.

use chrono::NaiveDate;

use super::cell::{ENTRY_JOINT, entries};
use crate::domain::card::Card;
use crate::domain::detail::{DetailGroup, NewDetail, text};

/// How the header of such a column begins; the key of the group follows.
const HEADER: &str = "details.";
/// What stands between two details, where it is part of a text.
const JOINT_IN_TEXT: &str = r" \:\:\: ";

/// The header of a group's column.
pub fn header(group: &DetailGroup) -> String {
    format!("{HEADER}{}", group.key)
}

/// The group whose column a header names.
pub fn of_header(header: &str) -> Option<&'static DetailGroup> {
    header.strip_prefix(HEADER).and_then(DetailGroup::meant)
}

/// The cell for the details of a group.
pub fn written(card: &Card, group: &DetailGroup) -> String {
    let details = card.details.iter().filter(|detail| detail.group == group);
    let texts = details.map(|detail| {
        let person = card.people.iter().find(|person| Some(person.id) == detail.person);
        let text = text::written(detail, person.map(|person| person.name.as_str()));
        text.replace(ENTRY_JOINT, JOINT_IN_TEXT)
    });
    texts.collect::<Vec<_>>().join(ENTRY_JOINT)
}

/// The details of a cell, each as it was read, or as it stands where it cannot be.
pub fn read(group: &'static DetailGroup, cell: &str) -> Vec<Result<NewDetail, String>> {
    let read = |entry: &str| {
        let entry = entry.replace(JOINT_IN_TEXT, ENTRY_JOINT);
        // Which days have passed is not the file's to say.
        text::read(group, &entry, NaiveDate::MAX).map_err(|_| entry)
    };
    entries(cell).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detail::Detail;
    use crate::domain::id::{EntryId, Uid};
    use crate::domain::party::Party;
    use crate::domain::person::Role;
    use crate::domain::specimen;

    #[test]
    fn what_is_written_is_read_again() {
        let mut card =
            specimen::card(Party::Organisation, vec![specimen::person(1, "周立", &[Role::Decider])]);
        let detail = |id, group: &str, person, parts: &[(&str, &str)]| Detail {
            id: EntryId(id),
            uid: Uid::nil(),
            group: DetailGroup::with_key(group).unwrap(),
            person,
            parts: parts.iter().map(|(part, text)| ((*part).to_owned(), vec![(*text).to_owned()])).collect(),
        };
        let zhou = Some(card.people[0].id);
        card.details = vec![
            detail(1, "competitor", None, &[("name", "甲厂; 乙厂"), ("satisfaction", "2")]),
            detail(2, "competitor", None, &[("name", "a ::: b")]),
            detail(3, "profile", zhou, &[("department", "生产部")]),
        ];
        let competitor = DetailGroup::with_key("competitor").unwrap();
        let cell = written(&card, competitor);
        assert_eq!(cell, r"甲厂\; 乙厂;satisfaction=2 ::: a \:\:\: b");
        let heads: Vec<String> =
            read(competitor, &cell).into_iter().map(|detail| detail.unwrap().head().to_owned()).collect();
        assert_eq!(heads, ["甲厂; 乙厂", "a ::: b"]);
        let profile = DetailGroup::with_key("profile").unwrap();
        let read_again = read(profile, &written(&card, profile)).remove(0).unwrap();
        assert_eq!(read_again.person.as_deref(), Some("周立"));
        assert_eq!(of_header("details.competitor"), Some(competitor));
        assert_eq!(read(competitor, "甲厂;satisfaction=9"), [Err("甲厂;satisfaction=9".to_owned())]);
    }
}
