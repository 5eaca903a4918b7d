//! A list of choices that is narrowed by typing.

use tui_input::Input;

use super::line::Edited;
use super::narrow;

use crate::domain::contact::Kept;
use crate::domain::detail::DetailGroup;
use crate::domain::field::CardField;
use crate::domain::field::gaps::Gap;
use crate::domain::id::{CardId, EntryId, PersonId, PromiseId};
use crate::domain::list_view::ListView;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::plan::Zones;
use crate::domain::position::Position;
use crate::domain::text::needles::Needles;
use crate::domain::text::searchable::name_text;
use crate::exchange::list_file::ListFile;
use crate::exchange::report::ImportReport;
use crate::store::OnDuplicate;
use crate::store::{Draft, Sort};
use crate::tui::action::Action;
use crate::tui::key::Key;
use crate::tui::preference::Preference;

/// What is chosen from.
#[derive(Debug, Clone, PartialEq)]
pub enum Choosing {
    /// The zone of the plan.
    Zone,
    /// An action of the program.
    Palette,
    /// Whose authority a letter is about.
    Authority(CardId),
    /// Whose authority is to be answered for.
    AnswerFor(CardId),
    /// What is so of this letter; of an organisation's authority, that of this person.
    Answer(CardId, Letter, Option<PersonId>),
    /// The position to move to.
    Position(CardId),
    /// A promise of this card, and how it was settled.
    Promise(CardId),
    /// The order of the list.
    Sort,
    /// The view of the list.
    View,
    /// The code of a field.
    Code(CardId, CardField),
    /// The other card that a field of this card names.
    Card(CardId, CardField),
    /// What this card lacks.
    Gap(CardId),
    /// The group of a detail about to be added to this card.
    DetailGroup(CardId),
    /// Half-typed text of a session that died.
    Draft,
    /// Something for all marked cards.
    Marked(MarkedChoice),
    /// How a list is brought in that was tried out.
    Import(ListFile, Box<ImportReport>),
    /// The value of the line of a form, by its name.
    InForm(String),
    /// A region for the line of a form, by its name.
    Region(String),
    /// Which address of this card is to be written down.
    Address(CardId),
    /// What is to stand of two values written at once; the title that says of what.
    Crossing(String),
}

impl Choosing {
    /// The card on the screen for which something is chosen; `None` where it is chosen for no card of the list.
    pub fn card(&self) -> Option<CardId> {
        match self {
            Choosing::Authority(card)
            | Choosing::AnswerFor(card)
            | Choosing::Answer(card, ..)
            | Choosing::Position(card)
            | Choosing::Promise(card)
            | Choosing::Code(card, _)
            | Choosing::Card(card, _)
            | Choosing::Gap(card)
            | Choosing::DetailGroup(card)
            | Choosing::Address(card) => Some(*card),
            Choosing::Zone
            | Choosing::Palette
            | Choosing::Sort
            | Choosing::View
            | Choosing::Draft
            | Choosing::Marked(_)
            | Choosing::Import(..)
            | Choosing::InForm(_)
            | Choosing::Region(_)
            | Choosing::Crossing(_) => None,
        }
    }
}

/// What is chosen for all marked cards.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkedChoice {
    /// The position to move to.
    Position,
    /// The field to be set.
    Field,
    /// The code of a field.
    Code(CardField),
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Pick {
    /// An action.
    Action(Action),
    /// A person.
    Person(PersonId),
    /// What is so of a letter.
    Answer(Answer),
    /// Another card.
    Card(CardId),
    /// A position.
    Position(Position),
    /// How a promise was settled.
    Promise {
        /// Which.
        promise: PromiseId,
        /// Whether it was kept.
        kept: Kept,
    },
    /// Zones to visit.
    Zones(Zones),
    /// Cards that are due and have no address.
    Unaddressed,
    /// An order of the list.
    Sort(Sort),
    /// A view of the list.
    View(ListView),
    /// A code of a field; `None` empties it.
    Code(Option<String>),
    /// Something a card lacks.
    Gap(Gap),
    /// An address of the card; `None` is a new one.
    Address(Option<EntryId>),
    /// A group of details.
    DetailGroup(&'static DetailGroup),
    /// Half-typed text.
    Draft(Draft),
    /// A field.
    Field(CardField),
    /// What was typed, in the place of what another program wrote.
    Mine(String),
    /// What another program wrote.
    Theirs(String),
    /// What happens to rows of a list whose card is already there.
    OnDuplicate(OnDuplicate),
    /// Nothing: it stands there to be read.
    Remark,
    /// Nothing here: what a column of a list gives, which a command changes.
    Told,
    /// A saved filter, by name.
    Filter(String),
    /// A language or a look.
    Preference(Preference),
}

/// One row of a picker.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// What stands beside it: a key, a code, a title.
    pub detail: String,
    /// What choosing it gives.
    pub pick: Pick,
}

/// Whether a row is one of those chosen already, where several may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tick {
    /// One is chosen; nothing is ticked.
    #[default]
    Never,
    /// It is chosen.
    On,
    /// It is not.
    Off,
}

/// A row as it is offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// What is seen of it.
    pub item: Item,
    /// Words by which it is found too: its code, what it is called in other languages.
    pub found_by: String,
    /// Whether it is chosen already.
    pub tick: Tick,
}

impl Offered {
    /// A row that is found by its code too. The code is not shown: nobody who reads the name needs it.
    pub fn coded(label: String, code: &str, pick: Pick) -> Offered {
        let item = Item { label, detail: String::new(), pick };
        Offered { item, found_by: code.to_owned(), tick: Tick::Never }
    }
}

impl From<Item> for Offered {
    fn from(item: Item) -> Offered {
        Offered { item, found_by: String::new(), tick: Tick::Never }
    }
}

/// A list of choices with what was typed to narrow it.
#[derive(Debug)]
pub struct Picker {
    /// What is chosen from.
    pub choosing: Choosing,
    /// What was typed.
    pub input: Input,
    items: Vec<Offered>,
    found: Option<Vec<Offered>>,
    cursor: usize,
}

impl Picker {
    /// A picker with the cursor on its first row.
    pub fn new(choosing: Choosing, items: Vec<impl Into<Offered>>) -> Picker {
        let items = items.into_iter().map(Into::into).collect();
        Picker { choosing, input: Input::default(), items, found: None, cursor: 0 }
    }

    /// A picker that offers cards of the card file beside its own rows, found anew with every key; with what
    /// was typed already.
    pub fn of_cards(choosing: Choosing, items: Vec<Item>, typed: &str) -> Picker {
        let input = Input::new(typed.to_owned());
        Picker { input, found: Some(Vec::new()), ..Picker::new(choosing, items) }
    }

    /// What cards are to be found by, where cards are offered.
    pub fn wanted(&self) -> Option<&str> {
        self.found.as_ref().map(|_| self.input.value().trim())
    }

    /// Takes the cards that were found by what is typed.
    pub fn take_found(&mut self, found: Vec<Item>) {
        self.found = Some(found.into_iter().map(Into::into).collect());
        self.go(0);
    }

    /// The rows that match what was typed: those that begin with it come first, then the cards found by it.
    pub fn rows(&self) -> Vec<&Offered> {
        let typed = self.input.value().trim().to_lowercase();
        // A Chinese name is found by its sounds too.
        let needles = if typed.is_empty() { None } else { Needles::of(&typed) };
        let sounds_like =
            |label: &str| needles.as_ref().is_some_and(|needles| needles.found_in(&name_text(label)));
        let rank = |Offered { item, found_by, .. }: &Offered| {
            let (label, detail) = (item.label.to_lowercase(), item.detail.to_lowercase());
            let is_word = |word: &str| !typed.is_empty() && word.to_lowercase() == typed;
            if found_by.split(' ').any(is_word) {
                return Some(0);
            }
            let begins_word = || found_by.split(' ').any(|word| word.to_lowercase().starts_with(&typed));
            if label.starts_with(&typed) || detail == typed {
                Some(0)
            } else if label.contains(&typed) || detail.starts_with(&typed) || begins_word() {
                Some(1)
            } else if sounds_like(&item.label) {
                Some(2)
            } else if detail.contains(&typed) || found_by.to_lowercase().contains(&typed) {
                Some(3)
            } else {
                None
            }
        };
        let mut rows: Vec<(u8, &Offered)> =
            self.items.iter().filter_map(|item| Some((rank(item)?, item))).collect();
        rows.sort_by_key(|(rank, _)| *rank);
        rows.into_iter().map(|(_, item)| item).chain(self.found.iter().flatten()).collect()
    }

    /// Changes what stands beside a row.
    pub fn describe(&mut self, pick: &Pick, detail: impl Fn(&str) -> String) {
        for item in self.items.iter_mut().map(|row| &mut row.item).filter(|item| item.pick == *pick) {
            item.detail = detail(&item.detail);
        }
    }

    /// The row under the cursor, counted in [`Picker::rows`].
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What would be chosen now.
    pub fn chosen(&self) -> Option<Pick> {
        self.chosen_item().map(|item| item.pick.clone())
    }

    /// The row that would be chosen now.
    pub fn chosen_item(&self) -> Option<&Item> {
        self.rows().get(self.cursor).map(|row| &row.item)
    }

    /// Takes the row under the cursor off the list, and gives what choosing it would have given.
    pub fn take_chosen(&mut self) -> Option<Pick> {
        let pick = self.chosen()?;
        self.items.retain(|row| row.item.pick != pick);
        self.go(0);
        Some(pick)
    }

    /// Moves the cursor down, or up when negative.
    pub fn go(&mut self, lines: isize) {
        let last = self.rows().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(lines).min(last);
    }

    /// Puts the cursor on a row, counted in [`Picker::rows`].
    pub fn go_to(&mut self, row: usize) {
        self.cursor = row.min(self.rows().len().saturating_sub(1));
    }

    /// Puts the cursor on a row that satisfies `wanted`.
    pub fn select(&mut self, wanted: impl Fn(&Pick) -> bool) {
        if let Some(row) = self.rows().iter().position(|row| wanted(&row.item.pick)) {
            self.cursor = row;
        }
    }

    /// Takes a key that narrows the list.
    pub fn edit(&mut self, key: Key) {
        if narrow::edit(&mut self.input, key) == Edited::Text {
            self.cursor = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;

    use super::*;

    fn picker() -> Picker {
        let item = |label: &str, reverse| Item {
            label: label.into(),
            detail: String::new(),
            pick: Pick::Sort(Sort { reverse, ..Sort::default() }),
        };
        Picker::new(Choosing::Sort, vec![item("by name", false), item("名称 name", true), item("due", true)])
    }

    fn labels(picker: &Picker) -> Vec<String> {
        picker.rows().iter().map(|row| row.item.label.clone()).collect()
    }

    #[test]
    fn a_chinese_name_is_found_by_its_sounds_and_their_initials() {
        for typed in ["xingming", "xm", "姓", "ngming"] {
            let item =
                Item { label: "姓名".into(), detail: String::new(), pick: Pick::Theirs(String::new()) };
            let mut picker = Picker::new(Choosing::Palette, vec![item]);
            typed.chars().for_each(|letter| picker.edit(Key::character(letter)));
            assert_eq!(labels(&picker), ["姓名"], "{typed}");
        }
    }

    #[test]
    fn typing_narrows_and_what_begins_with_it_comes_first() {
        let mut picker = picker();
        picker.go(2);
        for typed in "名".chars() {
            picker.edit(Key::character(typed));
        }
        assert_eq!((labels(&picker), picker.cursor()), (vec!["名称 name".to_owned()], 0));
        picker.edit(Key::plain(KeyCode::Backspace));
        picker.edit(Key::character('D'));
        assert_eq!(labels(&picker), ["due"]);
        picker.edit(Key::character('x'));
        assert_eq!((labels(&picker).len(), picker.chosen()), (0, None));
    }
}
