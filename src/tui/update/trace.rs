//! Where the value under the cursor comes from: who wrote it, when, and what stood there before.

use crate::domain::choice::Choice;
use crate::domain::detail::DetailGroup;
use crate::domain::field::{CardField, FieldType};
use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::domain::person::Role;
use crate::domain::reach::{AddressKind, EmailKind, PhoneKind};
use crate::lang::{dates, entry};
use crate::store::{Origin, RecordKind, Traced, Wrote};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::fields::{BETWEEN, FieldRow};
use crate::tui::layer::{Layer, Reading, Subject};

/// Before the values, below who wrote them.
const INDENT: &str = "    ";

impl App {
    /// Asks for the changes of what is under the cursor.
    pub(super) fn ask_origin(&mut self, card: CardId) {
        let language = self.setting.language;
        let asked = match self.field_rows().into_iter().nth(self.cursors.field) {
            Some(FieldRow::Field(field)) => {
                let traced = match field.kind() {
                    FieldType::Phones => Traced::Records(RecordKind::Phone),
                    FieldType::Emails => Traced::Records(RecordKind::Email),
                    FieldType::Addresses => Traced::Records(RecordKind::Address),
                    _ => Traced::Field(field.key().to_owned()),
                };
                Some((traced, field.name(language).to_owned()))
            }
            Some(FieldRow::Person(person)) => {
                let people = self.current().map(|shown| shown.card.people.as_slice()).unwrap_or_default();
                let name = people.iter().find(|known| known.id == person).map(|known| known.name.clone());
                Some((Traced::Person(person), name.unwrap_or_default()))
            }
            Some(FieldRow::Detail(detail, group)) => {
                Some((Traced::Detail(detail), group.name(language).to_owned()))
            }
            Some(FieldRow::Fact(_) | FieldRow::NewPerson | FieldRow::NewDetail(_)) | None => None,
        };
        match asked {
            Some((traced, name)) => self.effects.push(Effect::Trace(card, traced, name)),
            None => self.refuse(self.words().no_origin()),
        }
    }

    /// Shows the changes of a value, newest first.
    pub(super) fn read_origin(&mut self, traced: &Traced, name: String, origins: &[Origin]) {
        if origins.is_empty() {
            self.refuse(self.words().no_origin());
            return;
        }
        let lines: Vec<String> =
            origins.iter().flat_map(|origin| self.origin_lines(traced, origin)).collect();
        let title = self.words().title_origin(&name);
        self.layers.push(Layer::Reading(Reading::of(Subject::Text(title, lines.join("\n")))));
    }

    /// Who wrote it and when, then what was written; of the first change what stood there before, too.
    fn origin_lines(&self, traced: &Traced, origin: &Origin) -> Vec<String> {
        let (words, language) = (self.words(), self.setting.language);
        let Origin { entry, wrote } = origin;
        let act = entry::named(entry, &self.known.own, words, language);
        let mut lines = vec![format!("{}  {}  {act}", dates::moment(entry.at), entry.source.name(language))];
        for wrote in wrote {
            let part = self.part_name(traced, &wrote.field);
            let text = |values: &[String]| match values {
                [] => words.origin_nothing(),
                values => self.value_text(traced, &wrote.field, values),
            };
            let Wrote { before, after, .. } = wrote;
            let now = text(after);
            let said = if before.is_empty() { now } else { words.origin_instead(&now, &text(before)) };
            lines.push(if part.is_empty() {
                format!("{INDENT}{said}")
            } else {
                format!("{INDENT}{}", words.said_of(&part, &said))
            });
        }
        lines.push(String::new());
        lines
    }

    /// What the part of a record is called; nothing for a field, which the title names.
    fn part_name(&self, traced: &Traced, field: &str) -> String {
        match traced {
            Traced::Field(_) | Traced::Records(_) | Traced::Person(_) => String::new(),
            Traced::Detail(id) => {
                let part = self.group_of(traced).and_then(|group| group.part(field));
                part.map(|part| part.name(self.setting.language).to_owned()).unwrap_or_else(|| id.to_string())
            }
        }
    }

    fn group_of(&self, traced: &Traced) -> Option<&'static DetailGroup> {
        let Traced::Detail(id) = traced else { return None };
        self.current()?.card.details.iter().find(|detail| detail.id == *id).map(|detail| detail.group)
    }

    /// Values as they are read: choices by name.
    fn value_text(&self, traced: &Traced, field: &str, values: &[String]) -> String {
        let language = self.setting.language;
        let known = match traced {
            Traced::Field(key) => CardField::with_key(key, &self.known.own),
            Traced::Detail(_) => {
                self.group_of(traced).and_then(|group| group.part(field)).map(CardField::Known)
            }
            Traced::Records(_) | Traced::Person(_) => None,
        };
        if let (Traced::Person(_), "roles", Some(codes)) = (traced, field, values.first()) {
            let roles = codes.split(' ').filter_map(Role::from_code).map(|role| role.name(language));
            return roles.collect::<Vec<_>>().join(BETWEEN);
        }
        let shown = values.iter().map(|value| match (&known, traced, field) {
            (Some(field), ..) => field.shown(value, language),
            (None, Traced::Records(kind), "kind") => {
                kind_name(*kind, value, language).unwrap_or(value).into()
            }
            (None, ..) => value.as_str().into(),
        });
        shown.collect::<Vec<_>>().join(BETWEEN)
    }
}

/// What a phone, e-mail or postal address is for, by name.
fn kind_name(of: RecordKind, code: &str, language: Language) -> Option<&'static str> {
    match of {
        RecordKind::Phone => PhoneKind::from_code(code).map(|kind| kind.name(language)),
        RecordKind::Email => EmailKind::from_code(code).map(|kind| kind.name(language)),
        RecordKind::Address => AddressKind::from_code(code).map(|kind| kind.name(language)),
        _ => None,
    }
}
