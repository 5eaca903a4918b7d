//! What a filled form changes.

use crate::domain::detail::{DetailGroup, NewDetail, Whose};
use crate::domain::field::{CardField, Field};
use crate::domain::id::{CardId, EntryId};
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::layer::{Form, Line, Purpose};
use crate::tui::typed;

impl App {
    /// The detail that a form says.
    pub(super) fn detail_change(
        &self,
        form: &Form,
        card: CardId,
        id: Option<EntryId>,
        group: &'static DetailGroup,
    ) -> Result<Change, (usize, String)> {
        let mut new = NewDetail { group, person: None, parts: Vec::new() };
        for (place, (part, line)) in group_parts(group, form).enumerate() {
            let values = typed::field_values(self, &CardField::Known(part), line.text().trim());
            new.parts.push((part.key, values.map_err(|refusal| (place, refusal))?));
        }
        if let Some(place) =
            form.lines.iter().position(|line| matches!(line.purpose, Purpose::DetailPerson(..)))
        {
            new.person = self
                .detail_person(card, group, form.lines[place].text().trim())
                .map_err(|refusal| (place, refusal))?;
        }
        if new.head().is_empty() && group.whose != Whose::Person {
            return Err((0, self.words().error_field_empty(&group.head().name(self.setting.language))));
        }
        Ok(Change::Detail(card, id, Box::new(new)))
    }

    /// Whose a detail is to be; `None`: the card's own.
    pub(in crate::tui) fn detail_person(
        &self,
        card: CardId,
        group: &DetailGroup,
        text: &str,
    ) -> Result<Option<String>, String> {
        let words = self.words();
        match (text, group.whose) {
            ("", Whose::Person) => Err(words.hint_detail_person()),
            ("", Whose::Card | Whose::CardOrPerson) => Ok(None),
            (name, _) => {
                let shown = self.current().filter(|shown| shown.card.id == card);
                let person = shown.and_then(|shown| shown.card.person_called(name));
                person.map(|person| Some(person.name.clone())).ok_or_else(|| words.no_such_choice(&name))
            }
        }
    }

    /// The changes of a group as one.
    pub(super) fn group_change(&self, form: &Form) -> Result<Change, (usize, String)> {
        let card = form.filling.card();
        let changed = form.lines.iter().enumerate().filter(|(_, line)| line.text() != line.original);
        let changes = changed.filter_map(|(place, line)| match &line.purpose {
            Purpose::Field(_, field) => {
                let change = typed::field_change(self, card, field, line.text().trim());
                Some(change.map_err(|refusal| (place, refusal)))
            }
            _ => None,
        });
        Ok(Change::Many(card, changes.collect::<Result<_, _>>()?))
    }
}

/// The lines of the form of a detail, each with its part.
fn group_parts<'form>(
    group: &'static DetailGroup,
    form: &'form Form,
) -> impl Iterator<Item = (&'static Field, &'form Line)> {
    form.lines.iter().filter_map(|line| match &line.purpose {
        Purpose::Field(_, field) => {
            group.parts.iter().find(|part| part.key == field.key()).map(|part| (part, line))
        }
        _ => None,
    })
}
