//! The columns a list can show: what is derived, every field of the catalogue, the user's own fields, and what
//! the details of a group are known by.

use super::choice::{Choice, choices};
use super::detail::{DetailGroup, GROUPS};
use super::field::{CATALOGUE, CardField, FieldType, Group, OwnField, built_in};
use super::language::Language;
use super::nearest::nearest;
use super::policy::PrivacyPolicy;

choices! {
    /// Columns that are no field of the catalogue.
    pub enum Derived {
        Id = "id", ["No.", "编号", "編號"];
        Uid = "uid", ["UID", "UID", "UID"];
        Man = "man", ["MAN", "MAN", "MAN"];
        Class = "class", ["Class", "类别", "類別"];
        Best = "best", ["Best", "最好", "最好"];
        Worst = "worst", ["Worst", "最差", "最差"];
        Ask = "ask", ["Ask", "待问", "待問"];
        Position = "position", ["Position", "定位", "定位"];
        Who = "person", ["Who", "联系人", "聯絡人"], ["who"];
        Phone = "phone", ["Phone", "电话", "電話"];
        Next = "next", ["Next", "下一步", "下一步"];
        Due = "due", ["Follow-up", "跟进", "跟進"], ["due", "到期", "due_on"];
        Overdue = "overdue", ["Overdue", "逾期", "逾期"], ["overdue_days"];
        Last = "last", ["Last contact", "最近联系", "最近聯絡"], ["last_contact_on"];
        Silent = "silent", ["Silent", "未联系", "未聯絡"];
        Grade = "grade", ["Grade", "信用", "信用"];
        Region = "region", ["Region", "地区", "地區"];
        Zone = "zone", ["Zone", "片区", "責任區"];
        Route = "route", ["Order", "顺序", "順序"], ["order"];
        Travel = "travel", ["Travel", "路程", "路程"], ["minutes"];
        LastVisit = "last_visit", ["Last visit", "上次拜访", "上次拜訪"];
        Visits = "visits", ["Visits, 12 months", "近一年拜访", "近一年拜訪"];
        Created = "created", ["Created", "建卡时间", "建卡時間"], ["created_at"];
        Updated = "updated", ["Updated", "修改时间", "修改時間"], ["updated_at"];
    }
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Worked out, or kept beside the fields.
    Derived(Derived),
    /// A field of the catalogue, by its key.
    Field(&'static str),
    /// A field the user added.
    Own(OwnField),
    /// What the details of a group are known by.
    Details(&'static DetailGroup),
}

/// By which column a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SortKey {
    /// Something derived, or kept beside the fields.
    Derived(Derived),
    /// A field of the catalogue, by its key.
    Field(&'static str),
    /// A field the user added, by its key.
    Own(String),
    /// What the details of a group are known by.
    Details(&'static DetailGroup),
}

/// Lists stand by name unless another order is asked for.
impl Default for SortKey {
    fn default() -> Self {
        SortKey::Field("name")
    }
}

impl From<&Column> for SortKey {
    fn from(column: &Column) -> Self {
        match column {
            Column::Derived(derived) => SortKey::Derived(*derived),
            Column::Field(key) => SortKey::Field(key),
            Column::Own(own) => SortKey::Own(own.key.clone()),
            Column::Details(group) => SortKey::Details(group),
        }
    }
}

impl SortKey {
    /// What a key means that stands in a card file or in a table of ready views. One that is not known is of a field
    /// that the user added.
    pub fn of(key: &str) -> SortKey {
        let derived = Derived::from_code(key).map(SortKey::Derived);
        let field = || built_in(key).map(|field| SortKey::Field(field.key));
        let details = || DetailGroup::with_key(key).map(SortKey::Details);
        derived.or_else(field).or_else(details).unwrap_or_else(|| SortKey::Own(key.to_owned()))
    }

    /// The key of its column.
    pub fn key(&self) -> &str {
        match self {
            SortKey::Derived(derived) => derived.code(),
            SortKey::Field(key) => key,
            SortKey::Own(key) => key,
            SortKey::Details(group) => group.key,
        }
    }
}

/// What of a card must be read for a column, beside what every list reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Its own fields.
    Values,
    /// Phones, e-mails, addresses, and the people on it.
    Reach,
    /// The records of repeating groups.
    Details,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// So many columns of the terminal.
    Fixed(u16),
    /// So many parts of what the others leave.
    Free(u16),
}

impl Column {
    /// Every column there is: what is derived, the fields in the order of the catalogue, the user's own, the
    /// groups of details. What the privacy policy switches off is not among them.
    pub fn all(own: &[OwnField], privacy: &PrivacyPolicy) -> Vec<Column> {
        let derived = Derived::ALL.iter().copied().map(Column::Derived);
        let fields = CATALOGUE.iter().filter(|field| Derived::from_code(field.key).is_none());
        let fields =
            fields.filter(|field| privacy.shows(field.sensitive)).map(|field| Column::Field(field.key));
        let own = own.iter().cloned().map(Column::Own);
        derived.chain(fields).chain(own).chain(GROUPS.iter().map(Column::Details)).collect()
    }

    /// The column a word means: its key, a name of what is derived, or the name of an own field.
    pub fn named(word: &str, own: &[OwnField]) -> Option<Column> {
        if let Some(derived) = Derived::from_word(word) {
            return Some(Column::Derived(derived));
        }
        if let Some(field) = CATALOGUE.iter().find(|field| field.key.eq_ignore_ascii_case(word)) {
            return Some(Column::Field(field.key));
        }
        if let Some(own) = own.iter().find(|own| own.key == word || own.name == word) {
            return Some(Column::Own(own.clone()));
        }
        DetailGroup::meant(word).map(Column::Details)
    }

    /// The key nearest to a word that means none.
    pub fn nearest<'list>(word: &str, own: &'list [OwnField]) -> &'list str {
        let known = Derived::ALL.iter().map(|derived| derived.code());
        let known = known.chain(CATALOGUE.iter().map(|field| field.key));
        nearest(word, known.chain(own.iter().map(|own| own.key.as_str())))
    }

    /// The key, as typed and as the head of a table for programs.
    pub fn key(&self) -> &str {
        match self {
            Column::Derived(derived) => derived.code(),
            Column::Field(key) => key,
            Column::Own(own) => &own.key,
            Column::Details(group) => group.key,
        }
    }

    /// The head over the column, for people.
    pub fn head(&self, language: Language) -> String {
        match self {
            Column::Derived(derived) => derived.name(language).to_owned(),
            Column::Field(key) => {
                built_in(key).map(|field| field.name(language)).unwrap_or_default().to_owned()
            }
            Column::Own(own) => own.name.clone(),
            Column::Details(group) => group.name(language).to_owned(),
        }
    }

    /// The group of the card it is of; none for what is derived.
    pub fn group(&self) -> Option<Group> {
        match self {
            Column::Derived(_) => None,
            Column::Field(key) => built_in(key).map(|field| field.group),
            Column::Own(_) => Some(Group::Own),
            Column::Details(group) => Some(group.group),
        }
    }

    /// The field it shows.
    pub fn field(&self) -> Option<CardField> {
        match self {
            Column::Field(key) => built_in(key).map(CardField::Known),
            Column::Own(own) => Some(CardField::Own(own.clone())),
            Column::Derived(_) | Column::Details(_) => None,
        }
    }

    /// Whether the privacy policy has it switched on.
    pub fn is_on(&self, privacy: &PrivacyPolicy) -> bool {
        self.field().is_none_or(|field| privacy.shows(field.sensitive()))
    }

    /// What must be read for it; nothing where every list reads it.
    pub fn part(&self) -> Option<Part> {
        match self {
            Column::Derived(derived) => match derived {
                Derived::Region | Derived::Zone | Derived::Route | Derived::Travel => Some(Part::Reach),
                Derived::Uid | Derived::Created | Derived::Updated => Some(Part::Values),
                _ => None,
            },
            Column::Field("name" | "code" | "short_name" | "company") => None,
            Column::Field(key) if built_in(key).is_some_and(|field| field.kind.is_records()) => {
                Some(Part::Reach)
            }
            Column::Field(_) | Column::Own(_) => Some(Part::Values),
            Column::Details(_) => Some(Part::Details),
        }
    }

    /// How wide it is unless it was made wider or narrower.
    pub fn usual_width(&self) -> Width {
        Width::Fixed(match self {
            Column::Derived(derived) => match derived {
                Derived::Who => return Width::Free(1),
                Derived::Man => 3,
                Derived::Id | Derived::Ask | Derived::Route | Derived::Grade => 5,
                Derived::Silent | Derived::Travel => 6,
                Derived::Overdue | Derived::Visits => 7,
                Derived::Zone => 8,
                Derived::Due | Derived::Next | Derived::Last | Derived::LastVisit => 9,
                Derived::Class | Derived::Best | Derived::Worst | Derived::Position | Derived::Region => 11,
                Derived::Phone => 14,
                Derived::Created | Derived::Updated => 16,
                Derived::Uid => 36,
            },
            Column::Field("name") => return Width::Free(2),
            Column::Field("code") => 8,
            // `09:00-11:00`.
            Column::Field("contact_hours") => 12,
            Column::Field(_) | Column::Own(_) => match self.field().map(|field| field.kind()) {
                Some(FieldType::Number | FieldType::Score(..) | FieldType::Percent) => 6,
                Some(FieldType::Day(_) | FieldType::PartialDay(_)) => 10,
                Some(FieldType::Money(_) | FieldType::Choice(_) | FieldType::OwnChoice) => 12,
                Some(FieldType::Addresses | FieldType::Note) => 20,
                _ => 16,
            },
            Column::Details(_) => 16,
        })
    }

    /// Whether it is read from the right, as numbers and days passed are.
    pub fn is_number(&self) -> bool {
        match self {
            Column::Derived(derived) => matches!(
                derived,
                Derived::Due
                    | Derived::Overdue
                    | Derived::Silent
                    | Derived::Route
                    | Derived::Travel
                    | Derived::Visits
            ),
            Column::Details(_) => false,
            Column::Field(_) | Column::Own(_) => matches!(
                self.field().map(|field| field.kind()),
                Some(FieldType::Number | FieldType::Score(..) | FieldType::Percent | FieldType::Money(_))
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::field::Sensitive;

    #[test]
    fn every_column_has_a_key_of_its_own_by_which_it_is_found() {
        let own = [OwnField::text("colour", "Favourite colour")];
        let all = Column::all(&own, &PrivacyPolicy::default());
        let mut keys = HashSet::new();
        for column in &all {
            assert!(keys.insert(column.key().to_owned()), "{}", column.key());
            assert_eq!(Column::named(column.key(), &own).as_ref(), Some(column));
            assert_eq!(SortKey::of(column.key()), SortKey::from(column));
        }
        assert_eq!(
            Column::named("Favourite colour", &own),
            all.iter().find(|c| c.key() == "colour").cloned()
        );
        assert_eq!((Column::named("posiiton", &own), Column::nearest("posiiton", &own)), (None, "position"));
    }

    #[test]
    fn what_is_switched_off_is_not_offered() {
        let offers = |privacy: &PrivacyPolicy| Column::all(&[], privacy).iter().any(|c| c.key() == "family");
        assert!(!offers(&PrivacyPolicy::default()));
        assert!(offers(&PrivacyPolicy { shown: vec![Sensitive::Family] }));
    }
}
