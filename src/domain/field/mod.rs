//! The field catalogue: one row a field; forms, filters, columns, import, export and `fields` read it.
//!
//! The rows stand in one file a group. Adding a field is adding its row there, with its names in every language.

mod business;
mod competition;
pub mod gaps;
mod identity;
pub mod key;
mod kind;
mod legal;
mod notes;
mod own;
pub mod own_type;
mod people;
mod qualification;
mod reach;
pub mod region;
pub mod registration;
mod source;
pub mod survey;
pub mod terms;
mod traits;
mod view;
mod visit;
pub mod warning;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::choice::choices;
use super::language::Language;
use super::names::{self, Names};
use super::party::Party;

pub use kind::{ChoiceList, FieldType, Sign, Time};
pub use own::{CardField, OwnField, OwnOption};
pub use view::CardView;

choices! {
    /// The group (pane) of the card a field belongs to, in the order in which a card shows them.
    pub enum Group {
        Identity = "identity", ["Identity", "身份", "身分"];
        Reach = "reach", ["Addresses and contact", "地址联络", "地址聯絡"];
        People = "people", ["People", "人员", "人員"];
        Traits = "traits", ["Traits", "客户特征", "客戶特徵"];
        Business = "business", ["Business", "业务状况", "業務狀況"];
        Legal = "legal", ["Legal person", "法人", "法人"];
        Competition = "competition", ["Competition", "竞争", "競爭"];
        Dealings = "dealings", ["Dealings with us", "交易", "交易"];
        Source = "source", ["Source", "来源", "來源"];
        Qualification = "qualification", ["Buying", "购买意向", "購買意向"];
        Visit = "visit", ["Visit preparation", "访前准备", "訪前準備"];
        Notes = "notes", ["Files and notes", "档案与备注", "檔案與備註"];
        Own = "own", ["Own fields", "自定义字段", "自訂欄位"];
    }
}

choices! {
    /// Facts about a person that are kept only where there is a need: off until they are switched on.
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Sensitive {
        Family = "family", ["family", "家庭情况", "家庭情況"];
        PersonalLife = "personal-life", ["personal life", "个人生活", "個人生活"];
        Account = "account", ["bank accounts", "银行账户", "銀行帳戶"];
    }
}

impl Group {
    /// Whether a card is begun with this group: what it asks for first is offered while it is still empty. The
    /// other groups come forward with their first value.
    pub fn begins_a_card(self) -> bool {
        matches!(self, Group::Identity | Group::Reach | Group::People | Group::Source | Group::Notes)
    }
}

/// Whether commands and forms may set a field as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editing {
    /// By `--set`, in forms and by import.
    Free,
    /// By a command of its own only (`move` for the position).
    ByCommand,
}

/// One row of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The stable key: `--set key=value`, `key:value`, column, import mapping, JSON.
    pub key: &'static str,
    /// What it is called.
    pub names: Names,
    /// Where it stands on the card.
    pub group: Group,
    /// What it holds.
    pub kind: FieldType,
    /// How it is changed.
    pub editing: Editing,
    /// Further column headers by which files of other programs name it, lower case.
    pub headers: &'static [&'static str],
    /// The party it is for; `None`: both.
    pub party: Option<Party>,
    /// The card views that show it among the first.
    pub first: &'static [CardView],
    /// Why it is off until it is switched on.
    pub sensitive: Option<Sensitive>,
}

pub(super) const PCF: &[CardView] = &[CardView::Prospect, CardView::Current, CardView::Former];
pub(super) const PC: &[CardView] = &[CardView::Prospect, CardView::Current];
pub(super) const CF: &[CardView] = &[CardView::Current, CardView::Former];
pub(super) const P: &[CardView] = &[CardView::Prospect];
const C: &[CardView] = &[CardView::Current];

/// A row: a field of both parties that no view shows among the first, until it is said otherwise.
const fn field(group: Group, key: &'static str, names: names::Row, kind: FieldType) -> Field {
    Field {
        key,
        names: Names::of(names),
        group,
        kind,
        editing: Editing::Free,
        headers: &[],
        party: None,
        first: &[],
        sensitive: None,
    }
}

/// A part of a detail.
pub(super) const fn part(key: &'static str, names: names::Row, kind: FieldType) -> Field {
    field(Group::Own, key, names, kind)
}

impl Field {
    const fn headed(self, headers: &'static [&'static str]) -> Field {
        Field { headers, ..self }
    }

    const fn first(self, first: &'static [CardView]) -> Field {
        Field { first, ..self }
    }

    const fn of_individuals(self) -> Field {
        Field { party: Some(Party::Individual), ..self }
    }

    const fn of_organisations(self) -> Field {
        Field { party: Some(Party::Organisation), ..self }
    }

    const fn by_command(self) -> Field {
        Field { editing: Editing::ByCommand, ..self }
    }

    pub(super) const fn sensitive(self, why: Sensitive) -> Field {
        Field { sensitive: Some(why), ..self }
    }
}

/// The rows, group by group, in the order in which forms and `fields` show them.
const GROUPS: &[&[Field]] = &[
    identity::ROWS,
    reach::ROWS,
    people::ROWS,
    traits::ROWS,
    business::ROWS,
    legal::ROWS,
    competition::ROWS,
    source::ROWS,
    qualification::ROWS,
    visit::ROWS,
    notes::ROWS,
];

const COUNT: usize = {
    let (mut count, mut group) = (0, 0);
    while group < GROUPS.len() {
        count += GROUPS[group].len();
        group += 1;
    }
    count
};

static ALL: [Field; COUNT] = {
    let mut all = [identity::ROWS[0]; COUNT];
    let (mut place, mut group) = (0, 0);
    while group < GROUPS.len() {
        let mut row = 0;
        while row < GROUPS[group].len() {
            all[place] = GROUPS[group][row];
            place += 1;
            row += 1;
        }
        group += 1;
    }
    all
};

/// The built-in fields, in the order in which forms and `fields` show them.
pub static CATALOGUE: &[Field] = &ALL;

/// Fields are the same when their keys are: no two rows share one.
impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        self.key == other.key
    }
}

/// The built-in field with this key.
pub fn built_in(key: &str) -> Option<&'static Field> {
    static BY_KEY: LazyLock<HashMap<&'static str, &'static Field>> =
        LazyLock::new(|| CATALOGUE.iter().map(|field| (field.key, field)).collect());
    BY_KEY.get(key).copied()
}

impl Field {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.in_language(language)
    }

    /// Whether its values stand in one line, so that a list can be sorted by it.
    pub fn is_one_line(&self) -> bool {
        !matches!(self.kind, FieldType::Note) && !self.kind.is_records()
    }

    /// Whether a card may be without it.
    pub fn may_be_empty(&self) -> bool {
        !super::field_parse::NEVER_EMPTY.contains(&self.key)
    }

    /// Whether a card of this party is asked for it.
    pub fn is_for(&self, party: Party) -> bool {
        self.party.is_none_or(|own| own == party)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::text::fold::fold;

    #[test]
    fn every_key_is_given_once_and_is_plain() {
        let mut keys = HashSet::new();
        for field in CATALOGUE {
            assert!(keys.insert(field.key), "{}", field.key);
            assert!(field.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", field.key);
            assert_eq!(built_in(field.key), Some(field));
        }
    }

    #[test]
    fn no_name_means_two_fields() {
        let mut owners: HashMap<String, &str> = HashMap::new();
        for field in CATALOGUE {
            for name in field.names.all() {
                assert!(!name.is_empty(), "{}", field.key);
                let owner = *owners.entry(fold(name)).or_insert(field.key);
                assert_eq!(owner, field.key, "{name}");
            }
        }
    }

    #[test]
    fn fields_stand_in_the_order_of_their_groups() {
        let place = |group: Group| Group::ALL.iter().position(|known| *known == group);
        assert!(CATALOGUE.is_sorted_by_key(|field| place(field.group)));
    }
}
