//! A line being typed: search, log, add, next action, a field.

use crossterm::event::{KeyCode, KeyModifiers};
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthChar;

use super::HalfTyped;
use super::form::{ContactPart, Filling, PersonPart};
use crate::domain::address_part::AddressPart;
use crate::domain::credit::Factor;
use crate::domain::detail::DetailGroup;
use crate::domain::field::{CardField, FieldType};
use crate::domain::id::{CardId, ContactId, EntryId, PersonId, VisitId};
use crate::domain::move_part::{Course, MovePart};
use crate::store::Draft;
use crate::tui::key::Key;

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// Search as you type; the text that was kept before.
    Search(String),
    /// A new card.
    Add,
    /// A contact with this card.
    Log(CardId),
    /// A contact of this card, logged before.
    Correct(CardId, ContactId),
    /// The next action of this card.
    Next(CardId),
    /// A field of this card.
    Field(CardId, CardField),
    /// A person of this card; `None` is a new one.
    Person(CardId, Option<PersonId>),
    /// A detail of this card; `None` is a new one.
    Detail(CardId, Option<EntryId>, &'static DetailGroup),
    /// The name under which this query is to be kept.
    FilterName(String),
    /// A field of the user's own: a new one, or the one with this key.
    OwnField(Option<String>),
    /// Points and note of a credit factor.
    Factor(CardId, Factor),
    /// A part of a move between positions, in its form.
    MovePart(Course, MovePart),
    /// The day a planned visit is put off to.
    MoveVisit(CardId, VisitId),
    /// Why a planned visit is dropped.
    DropVisit(CardId, VisitId),
    /// Something for all marked cards.
    Marked(MarkedLine),
    /// The file of a list to be brought in.
    Import,
    /// A part of a contact with this card, in its form.
    Part(CardId, ContactPart),
    /// Whose a detail of this card is, in its form.
    DetailPerson(CardId, &'static DetailGroup),
    /// A part of a person of this card, in its form.
    PersonPart(CardId, PersonPart),
    /// A part of an address of this card, in its form.
    AddressPart(CardId, AddressPart),
}

/// What a line says of all marked cards.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkedLine {
    /// Tags to put on and to take off.
    Tags,
    /// The next action.
    Next,
    /// A field.
    Field(CardField),
    /// The file to write them to, to whom it goes and what for.
    Export,
}

impl Purpose {
    /// Whether several lines can be written here, as a text of their own.
    pub fn is_text(&self) -> bool {
        match self {
            Purpose::Part(_, part) => *part == ContactPart::Note,
            Purpose::Field(_, field) => matches!(field.kind(), FieldType::Note),
            _ => false,
        }
    }

    /// The card it is about; `None` where it is about no card, or about many.
    pub fn card(&self) -> Option<CardId> {
        match self {
            Purpose::Log(card)
            | Purpose::Correct(card, _)
            | Purpose::Next(card)
            | Purpose::Field(card, _)
            | Purpose::Person(card, _)
            | Purpose::Detail(card, ..)
            | Purpose::Factor(card, _)
            | Purpose::MoveVisit(card, _)
            | Purpose::DropVisit(card, _)
            | Purpose::Part(card, _)
            | Purpose::DetailPerson(card, _)
            | Purpose::PersonPart(card, _)
            | Purpose::AddressPart(card, _) => Some(*card),
            Purpose::Search(_)
            | Purpose::Add
            | Purpose::FilterName(_)
            | Purpose::OwnField(_)
            | Purpose::MovePart(..)
            | Purpose::Marked(_)
            | Purpose::Import => None,
        }
    }

    /// The form of which the line is the short way to say it; `None` where there is none.
    pub fn whole_form(&self) -> Option<Filling> {
        match self {
            Purpose::Log(card) => Some(Filling::Contact(*card, None)),
            Purpose::Correct(card, contact) => Some(Filling::Contact(*card, Some(*contact))),
            Purpose::Person(card, person) => Some(Filling::Person(*card, *person)),
            Purpose::Detail(card, detail, group) => Some(Filling::Detail(*card, *detail, group)),
            _ => None,
        }
    }

    /// Whether it is the addresses of a card in one line, each of which has a form.
    pub fn is_addresses(&self) -> bool {
        matches!(self, Purpose::Field(_, field) if matches!(field.kind(), FieldType::Addresses))
    }

    /// What text half typed here is kept as; `None` where nothing is kept.
    pub fn half_typed(&self) -> Option<HalfTyped> {
        Some(match self {
            Purpose::Add => HalfTyped::Add,
            Purpose::Import => HalfTyped::Import,
            Purpose::Log(card) => HalfTyped::Log(*card),
            Purpose::Correct(card, contact) => HalfTyped::Correct(*card, *contact),
            Purpose::Next(card) => HalfTyped::Next(*card),
            Purpose::Field(card, field) => HalfTyped::Field(*card, field.key().to_owned()),
            Purpose::Person(card, person) => HalfTyped::Person(*card, *person),
            Purpose::Detail(card, detail, group) => HalfTyped::Detail(*card, *detail, group),
            Purpose::Factor(card, factor) => HalfTyped::Factor(*card, *factor),
            Purpose::Search(_)
            | Purpose::OwnField(_)
            | Purpose::FilterName(_)
            | Purpose::MovePart(..)
            | Purpose::MoveVisit(..)
            | Purpose::DropVisit(..)
            | Purpose::Marked(_)
            | Purpose::Part(..)
            | Purpose::DetailPerson(..)
            | Purpose::PersonPart(..)
            | Purpose::AddressPart(..) => return None,
        })
    }
}

/// A line being typed.
#[derive(Debug)]
pub struct Line {
    /// What for.
    pub purpose: Purpose,
    /// The text and its cursor.
    pub input: Input,
    /// What the text was when the line was opened: a line that still has it is no draft.
    pub original: String,
    /// Why the line was not taken, until the next key.
    pub refused: Option<String>,
    /// Whether the whole text is marked: what is typed next takes its place.
    pub marked: Marked,
}

/// Whether the text of a line is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// All of it.
    Whole,
    /// Nothing.
    Nothing,
}

impl Line {
    /// A line with a text to begin with, the cursor behind it.
    pub fn new(purpose: Purpose, text: impl Into<String>) -> Line {
        let original = text.into();
        Line {
            purpose,
            input: Input::new(original.clone()),
            original,
            refused: None,
            marked: Marked::Nothing,
        }
    }

    /// A line that goes on with half-typed text.
    pub fn resumed(purpose: Purpose, original: impl Into<String>, typed: String) -> Line {
        Line { input: Input::new(typed), ..Line::new(purpose, original) }
    }

    /// The text that it stands with when nothing is typed. About a visit all is said anew: the text it was opened with
    /// is only what it is compared with.
    pub fn as_opened(&self) -> &str {
        match self.purpose {
            Purpose::MoveVisit(..) | Purpose::DropVisit(..) => "",
            _ => &self.original,
        }
    }

    /// The same line as it was opened, without what was typed.
    pub fn emptied(self) -> Line {
        let text = self.as_opened().to_owned();
        Line::resumed(self.purpose, self.original, text)
    }

    /// The same line with its text marked.
    pub fn marked(self) -> Line {
        Line { marked: Marked::Whole, ..self }
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// What is kept of it should the program die now: nothing when nothing was changed.
    pub fn draft(&self) -> Option<Draft> {
        let text = if self.text() == self.original { String::new() } else { self.text().to_owned() };
        Some(self.purpose.half_typed()?.draft(text))
    }

    /// Whether it holds another text than it was opened with.
    pub fn is_changed(&self) -> bool {
        self.text() != self.original
    }

    /// Takes an editing key; whether the text has changed.
    pub fn edit(&mut self, key: Key) -> Edited {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let request = match key.code {
            KeyCode::Char('a') if control => InputRequest::GoToStart,
            KeyCode::Char('e') if control => InputRequest::GoToEnd,
            KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
            KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
            KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
            KeyCode::Char('y') if control => InputRequest::Yank,
            KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
            KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
            KeyCode::Char('d') if alt => InputRequest::DeleteNextWord,
            KeyCode::Char(character) if !control && !alt => InputRequest::InsertChar(character),
            KeyCode::Backspace if alt || control => InputRequest::DeletePrevWord,
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if control || alt => InputRequest::GoToPrevWord,
            KeyCode::Right if control || alt => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            _ => return Edited::Nothing,
        };
        if std::mem::replace(&mut self.marked, Marked::Nothing) == Marked::Whole {
            let replaces = matches!(request, InputRequest::InsertChar(_) | InputRequest::DeletePrevChar);
            if replaces {
                self.input.reset();
            }
            if request == InputRequest::DeletePrevChar {
                return Edited::Text;
            }
        }
        match self.input.handle(request) {
            Some(changed) if changed.value => {
                self.refused = None;
                Edited::Text
            }
            _ => Edited::Nothing,
        }
    }

    /// Puts the cursor before the character that stands at a column of the text, or behind the last one.
    pub fn put_cursor(&mut self, column: usize) {
        let mut left = 0;
        let before = |letter: &char| {
            left += letter.width().unwrap_or(0);
            left <= column
        };
        let cursor = self.text().chars().take_while(before).count();
        self.input = Input::new(self.text().to_owned()).with_cursor(cursor);
    }

    /// Puts pasted text in at the cursor, line breaks as spaces. What stands on the lines of a business card belongs
    /// less together: there they become a mark that parts.
    pub fn paste(&mut self, pasted: &str) -> Edited {
        let between = if self.purpose == Purpose::Add { BETWEEN_CARD_LINES } else { " " };
        let pasted = pasted.trim_end_matches(['\r', '\n']).replace("\r\n", "\n").replace('\r', "\n");
        let pasted = pasted.replace('\n', between);
        if std::mem::replace(&mut self.marked, Marked::Nothing) == Marked::Whole {
            self.input.reset();
        }
        let cursor = self.input.cursor();
        let mut text: String = self.text().chars().take(cursor).collect();
        text.push_str(&pasted);
        text.extend(self.text().chars().skip(cursor));
        self.input = Input::new(text).with_cursor(cursor + pasted.chars().count());
        self.refused = None;
        Edited::Text
    }
}

/// What stands between the lines of a business card in one line.
const BETWEEN_CARD_LINES: &str = " | ";

/// What a key did to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// The text has changed.
    Text,
    /// The cursor at most.
    Nothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_edited_by_whole_characters_of_any_script() {
        let mut line = Line::new(Purpose::Next(CardId(1)), "海虹e\u{301}");
        line.edit(Key::plain(KeyCode::Backspace));
        assert_eq!(line.text(), "海虹");
        line.edit(Key::plain(KeyCode::Left));
        line.paste("大\r\n小\n");
        assert_eq!(line.text(), "海大 小虹");
        line.edit(Key::character('!'));
        assert_eq!(line.text(), "海大 小!虹");
        line.edit(Key::control('u'));
        assert_eq!(line.text(), "虹");
        let mut card = Line::new(Purpose::Add, "");
        card.paste("大\r\n小\n");
        assert_eq!(card.text(), "大 | 小");
    }

    #[test]
    fn what_is_typed_takes_the_place_of_a_marked_text() {
        let marked = || Line::new(Purpose::Next(CardId(1)), "2026-07-03 visit").marked();
        for (key, expected) in [
            (Key::character('f'), "f"),
            (Key::plain(KeyCode::Backspace), ""),
            (Key::plain(KeyCode::End), "2026-07-03 visit"),
        ] {
            let mut line = marked();
            line.edit(key);
            assert_eq!(line.text(), expected);
            line.edit(Key::character('!'));
            assert_eq!(line.text(), format!("{expected}!"));
        }
    }

    #[test]
    fn only_changed_text_is_a_draft() {
        let mut line = Line::new(Purpose::Log(CardId(7)), "");
        assert_eq!(line.draft().map(|draft| draft.text), Some(String::new()));
        line.edit(Key::character('报'));
        let draft = line.draft().expect("a log line keeps drafts");
        assert_eq!((draft.form.as_str(), draft.card, draft.text.as_str()), ("log", Some(CardId(7)), "报"));
        assert_eq!(Line::new(Purpose::Search(String::new()), "x").draft(), None);
    }
}
