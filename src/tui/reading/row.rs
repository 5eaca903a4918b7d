//! What stands in a row of an opened card: it is drawn there, and copied from there.

use super::letter::letter_text;
use super::score;
use crate::domain::field::FieldType;
use crate::domain::field::survey::Fact;
use crate::domain::id::CardId;
use crate::domain::man::assertion::Letter;
use crate::domain::position::Position;
use crate::lang::advice::advice;
use crate::tui::app::App;
use crate::tui::fields::{self, FieldRow};
use crate::tui::shown::Shown;

/// What stands in a row.
pub fn text_of(app: &App, shown: &Shown, row: &FieldRow) -> String {
    let language = app.setting.language;
    let words = app.setting.words;
    let card = &shown.card;
    match row {
        FieldRow::Fact(fact) => fact_text(app, shown, *fact),
        FieldRow::Field(field) if matches!(field.kind(), FieldType::Card) => {
            let others = card.field_texts(field.key());
            let named = others.iter().filter_map(|id| shown.named.get(&CardId(id.parse().ok()?)));
            named.map(String::as_str).collect::<Vec<_>>().join(fields::BETWEEN)
        }
        FieldRow::Field(field) => fields::shown_text(card, field, language),
        FieldRow::NewDetail(_) => words.field_new_detail(),
        FieldRow::Detail(id, _) => {
            let text = fields::detail(card, *id).map(|detail| {
                let person = fields::detail_person(card, detail).unwrap_or_default();
                format!("{person}  {}", detail.shown(language, &app.setting.policies.privacy.shown))
                    .trim()
                    .to_owned()
            });
            text.unwrap_or_default()
        }
        FieldRow::NewPerson => words.field_new_person(),
        FieldRow::Person(id) => {
            let Some(person) = card.people.iter().find(|person| person.id == *id) else {
                return String::new();
            };
            let phones = person.phones.iter().map(|phone| phone.number.as_str());
            let emails = person.emails.iter().map(|email| email.address.as_str());
            let reach = phones.chain(emails).collect::<Vec<_>>().join("  ");
            let left = person.to.filter(|to| *to < app.setting.day).map(|to| words.left_on(&to));
            let parts = [
                person.name.clone(),
                person.title.clone(),
                fields::roles_text(person, language),
                reach,
                left.unwrap_or_default(),
            ];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
        }
    }
}

/// The letter that a fact is.
pub fn letter_of(fact: Fact) -> Option<Letter> {
    match fact {
        Fact::Money => Some(Letter::Money),
        Fact::Authority => Some(Letter::Authority),
        Fact::Need => Some(Letter::Need),
        _ => None,
    }
}

/// What a fact says of a card.
fn fact_text(app: &App, shown: &Shown, fact: Fact) -> String {
    let (words, language) = (app.setting.words, app.setting.language);
    let card = &shown.card;
    match fact {
        Fact::Money | Fact::Authority | Fact::Need => {
            letter_of(fact).map(|letter| letter_text(app, shown, letter)).unwrap_or_default()
        }
        Fact::Advice => advice(&shown.standing, words, language),
        Fact::LastContact => {
            card.contacts.first().map(|last| fields::contact_title(last, language)).unwrap_or_default()
        }
        Fact::NextAction => {
            card.next_action.as_ref().map(|next| fields::next_action_text(next, language)).unwrap_or_default()
        }
        Fact::Credit => score::summary(app),
        Fact::Left => {
            let left = card.moves.iter().rev().find(|change| change.to == Position::Lost);
            let text = left.map(|left| {
                let reason = left.reason.map(|reason| reason.name(language)).unwrap_or_default();
                [left.on.to_string().as_str(), reason, &left.note].join("  ")
            });
            text.unwrap_or_default().trim_end().to_owned()
        }
    }
}
