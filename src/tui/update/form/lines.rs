//! What stands in a form: its lines, with the values of the card.

use crate::domain::card::Card;
use crate::domain::detail::{DetailGroup, NewDetail, Whose};
use crate::domain::field::{CardField, CardView, Editing, Field, FieldType};
use crate::domain::id::{CardId, EntryId};
use crate::domain::language::Language;
use crate::domain::reference;
use crate::tui::app::App;
use crate::tui::fields;
use crate::tui::layer::{Line, Purpose};

impl App {
    /// The fields of a card that are wanted, one a line.
    pub(super) fn field_lines(
        &self,
        card: CardId,
        wanted: impl Fn(&CardField, CardView) -> bool,
    ) -> Vec<Line> {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
        let view = CardView::of(shown.standing.position);
        let belongs = |field: &CardField| {
            wanted(field, view)
                && field.editing() == Editing::Free
                && field.is_for(shown.card.party)
                && !matches!(field.kind(), FieldType::People)
        };
        let is_kept = |field: &CardField| {
            field.sensitive().is_none() || !shown.card.field_texts(field.key()).is_empty()
        };
        CardField::all(&self.known.own)
            .filter(|field| belongs(field) && is_kept(field))
            .map(|field| {
                let text = form_text(self, &shown.card, &field);
                field_line(card, field, text)
            })
            .collect()
    }

    /// The parts of a detail, one a line. What is switched off is not among them.
    pub(super) fn detail_lines(
        &self,
        card: CardId,
        id: Option<EntryId>,
        group: &'static DetailGroup,
    ) -> Vec<Line> {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
        let language = self.setting.language;
        let detail = id.and_then(|id| fields::detail(&shown.card, id));
        let privacy = &self.setting.policies.privacy;
        let parts = group.parts.iter().filter(|part| privacy.shows(part.sensitive));
        let line = |part: &'static Field| {
            let values = detail.map(|detail| detail.values(part.key)).unwrap_or_default();
            field_line(card, CardField::Known(part), part_text(part, values, language))
        };
        let mut lines: Vec<Line> = parts.map(line).collect();
        if group.whose != Whose::Card {
            let person = detail.and_then(|detail| fields::detail_person(&shown.card, detail));
            lines.push(Line::new(Purpose::DetailPerson(card, group), person.unwrap_or_default()));
        }
        lines
    }

    /// What stands in the lines of the form of a detail that was typed in one line.
    pub(super) fn detail_texts(&self, detail: &NewDetail) -> Vec<String> {
        let language = self.setting.language;
        let privacy = &self.setting.policies.privacy;
        let parts = detail.group.parts.iter().filter(|part| privacy.shows(part.sensitive));
        let values = |part: &Field| {
            let said = detail.parts.iter().find(|(key, _)| *key == part.key);
            said.map(|(_, values)| values.as_slice()).unwrap_or_default()
        };
        let texts = parts.map(|part| part_text(part, values(part), language));
        texts.chain([detail.person.clone().unwrap_or_default()]).collect()
    }
}

/// The line of a field. What was chosen is marked: what is typed there is another choice, not more of the same word.
fn field_line(card: CardId, field: CardField, text: String) -> Line {
    let is_chosen = field.is_choice() && !text.is_empty();
    let line = Line::new(Purpose::Field(card, field), text);
    if is_chosen { line.marked() } else { line }
}

/// A part of a detail as it is filled into a form: a choice by its name.
fn part_text(part: &'static Field, values: &[String], language: Language) -> String {
    let field = CardField::Known(part);
    match field.kind() {
        FieldType::Choice(_) => values.iter().map(|value| field.shown(value, language)).collect(),
        _ => values.join(fields::BETWEEN),
    }
}

/// Whether a card is begun with a field: it stands on a business card, or is asked for at once.
pub(super) fn begins(field: &CardField, view: CardView) -> bool {
    match field {
        CardField::Known(known) => known.group.begins_a_card() && known.first.contains(&view),
        CardField::Own(_) => false,
    }
}

/// A field as it is filled into a form: a choice by its name.
pub(super) fn form_text(app: &App, card: &Card, field: &CardField) -> String {
    match field.kind() {
        FieldType::Choice(_) | FieldType::OwnChoice => {
            let texts = card.field_texts(field.key());
            let names: Vec<_> = texts.iter().map(|code| field.shown(code, app.setting.language)).collect();
            names.join(fields::BETWEEN)
        }
        FieldType::Note => card.field_texts(field.key()).join("\n"),
        FieldType::Card => {
            let texts = card.field_texts(field.key()).into_iter();
            let named = |text: String| {
                let other = CardId(text.parse().ok()?);
                let shown = app.current().filter(|shown| shown.card.id == card.id)?;
                Some(reference::written(other, shown.named.get(&other)?))
            };
            texts.map(|text| named(text.clone()).unwrap_or(text)).collect()
        }
        _ => fields::edit_text(card, field, app.setting.language),
    }
}
