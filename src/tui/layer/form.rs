//! Several lines filled in together and taken as one: a group of fields, a contact with all that belongs to it.

use std::collections::BTreeMap;

use tui_input::Input;

use super::HalfTyped;
use super::line::{Line, Purpose};
use crate::domain::choice::{Choice, choices};
use crate::domain::detail::DetailGroup;
use crate::domain::field::Group;
use crate::domain::id::{CardId, ContactId, EntryId, PersonId};
use crate::domain::move_part::Course;
use crate::domain::position::Position;
use crate::store::Draft;

choices! {
    /// A line of the form a contact is written down with, in the order in which they stand.
    pub enum ContactPart {
        Day = "day", ["Day", "日期", "日期"];
        Kind = "kind", ["How", "方式", "方式"];
        Person = "person", ["With", "对方", "對方"];
        Outcomes = "outcomes", ["Came of it", "结果", "結果"];
        Note = "note", ["Said", "内容", "內容"];
        Letters = "letters", ["MAN", "判定", "判定"];
        Promise = "promise", ["We promise", "我方承诺", "我方承諾"];
        TheirPromise = "their-promise", ["They promise", "对方承诺", "對方承諾"];
        Next = "next", ["Next", "下一步", "下一步"];
    }
}

choices! {
    /// A line of the form a person of a card is written down with, in the order in which they stand.
    pub enum PersonPart {
        Name = "name", ["Name", "姓名", "姓名"];
        Title = "title", ["Title", "职务", "職務"];
        Roles = "roles", ["Buying roles", "采购角色", "採購角色"];
        Phones = "phones", ["Phones", "电话", "電話"];
        Emails = "emails", ["E-mails", "邮箱", "電子郵件"];
        From = "from", ["Here since", "到任", "到任"];
        To = "to", ["Here until", "离任", "離任"];
    }
}

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// The fields of a group of this card.
    Group(CardId, Group),
    /// What this card is begun with: who it is, how to reach it, where it comes from.
    Beginning(CardId),
    /// A contact of this card logged before, or a new one.
    Contact(CardId, Option<ContactId>),
    /// The move of this card to a position.
    Move(CardId, Position),
    /// The move of all marked cards; this one is under the cursor and stands for them.
    MarkedMove(CardId, Course),
    /// A detail of this card, or a new one.
    Detail(CardId, Option<EntryId>, &'static DetailGroup),
    /// A person of this card, or a new one.
    Person(CardId, Option<PersonId>),
    /// An address of this card, or a new one.
    Address(CardId, Option<EntryId>),
}

impl Filling {
    /// The card.
    pub fn card(self) -> CardId {
        match self {
            Filling::Group(card, _)
            | Filling::Beginning(card)
            | Filling::Contact(card, _)
            | Filling::Move(card, _)
            | Filling::MarkedMove(card, _)
            | Filling::Detail(card, ..)
            | Filling::Person(card, _)
            | Filling::Address(card, _) => card,
        }
    }
}

/// Lines filled in together.
#[derive(Debug)]
pub struct Form {
    /// What is filled in.
    pub filling: Filling,
    /// Its lines, from the top.
    pub lines: Vec<Line>,
    /// The line that takes the keys.
    pub cursor: usize,
}

impl Form {
    /// The line that takes the keys.
    pub fn line(&self) -> Option<&Line> {
        self.lines.get(self.cursor)
    }

    /// Goes to the next line, or the one before when negative; around at the ends.
    pub fn turn(&mut self, by: isize) {
        let count = self.lines.len().max(1);
        self.cursor = self.cursor.checked_add_signed(by).map_or(count - 1, |line| line % count);
    }

    /// The text of the lines that were changed, by the key of each; empty when none was.
    pub fn draft(&self) -> Draft {
        self.draft_with(self.line().map(Line::text).unwrap_or_default())
    }

    /// The same, with what is being written elsewhere for the line that takes the keys.
    pub fn draft_with(&self, here: &str) -> Draft {
        let texts = self
            .lines
            .iter()
            .enumerate()
            .map(|(place, line)| (line, if place == self.cursor { here } else { line.text() }));
        let changed: BTreeMap<String, &str> = texts
            .filter(|(line, text)| *text != line.original)
            .map(|(line, text)| (key(&line.purpose), text))
            .collect();
        let text = if changed.is_empty() { None } else { serde_json::to_string(&changed).ok() };
        HalfTyped::Form(self.filling).draft(text.unwrap_or_default())
    }

    /// Puts half-typed text back into its lines; what cannot be read is left.
    pub fn resume(&mut self, draft: &str) {
        let typed: BTreeMap<String, String> = serde_json::from_str(draft).unwrap_or_default();
        for line in &mut self.lines {
            if let Some(text) = typed.get(&key(&line.purpose)) {
                line.input = Input::new(text.clone());
            }
        }
    }

    /// What was half typed, for a person to see: the first line of it.
    pub fn summary(draft: &str) -> Option<String> {
        let typed: BTreeMap<String, String> = serde_json::from_str(draft).ok()?;
        Some(typed.into_values().collect::<Vec<_>>().join(", "))
    }
}

fn key(purpose: &Purpose) -> String {
    match purpose {
        Purpose::Part(_, part) => part.code().to_owned(),
        Purpose::MovePart(_, part) => part.code().to_owned(),
        Purpose::PersonPart(_, part) => part.code().to_owned(),
        Purpose::AddressPart(_, part) => part.code().to_owned(),
        Purpose::DetailPerson(..) => "person".to_owned(),
        Purpose::Field(_, field) => field.key().to_owned(),
        // No other line stands in a form.
        _ => String::new(),
    }
}
