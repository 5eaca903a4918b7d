//! The form an address of a card is written down with.

use crate::domain::address_part::AddressPart;
use crate::domain::choice::Choice;
use crate::domain::draft::NewReach;
use crate::domain::id::{CardId, EntryId};
use crate::domain::reach::{AddressKind, Place};
use crate::domain::spec::SpecError;
use crate::domain::text::fold::fold;
use crate::domain::when;
use crate::lang::problem::Problem;
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::layer::{Form, Line, Purpose};
use crate::tui::typed::{said, set_reach};

/// The lines of the form, filled from the address as the card has it.
pub fn lines(app: &App, card: CardId, id: Option<EntryId>) -> Vec<Line> {
    let Some(shown) = app.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
    let known = shown.card.addresses.iter().find(|address| Some(address.id) == id);
    let kind = known.map_or(AddressKind::Office, |address| address.place.kind);
    let text = |part: AddressPart| match (part, known) {
        (AddressPart::Kind, _) => kind.name(app.setting.language).to_owned(),
        (part, Some(address)) => {
            let parts = address.place.parts();
            parts.into_iter().find(|(key, _)| *key == part.code()).map(|(_, text)| text).unwrap_or_default()
        }
        (_, None) => String::new(),
    };
    AddressPart::ALL.iter().map(|part| Line::new(Purpose::AddressPart(card, *part), text(*part))).collect()
}

/// What a line of the form says, or why it says nothing.
pub fn check(app: &App, part: AddressPart, text: &str) -> Result<(), String> {
    take(app, &mut Place::empty(AddressKind::Office), part, text.trim())
}

/// The addresses of the card with the one the form says, or which of its lines says none, and why.
pub fn change(app: &App, card: CardId, id: Option<EntryId>, form: &Form) -> Result<Change, (usize, String)> {
    let mut place = Place::empty(AddressKind::Office);
    for (line_number, line) in form.lines.iter().enumerate() {
        if let Purpose::AddressPart(_, part) = line.purpose {
            take(app, &mut place, part, line.text().trim()).map_err(|refusal| (line_number, refusal))?;
        }
    }
    if let (Some(from), Some(to)) = (place.from, place.to)
        && to < from
    {
        let problem = Problem::Spec(SpecError::EndBeforeStart { from, to });
        let last_day = AddressPart::ALL.iter().position(|part| *part == AddressPart::To);
        return Err((last_day.unwrap_or_default(), said(problem, app)));
    }
    let known = app.current().map(|shown| shown.card.addresses.as_slice()).unwrap_or_default();
    let is_said = place != Place::empty(place.kind);
    let mut places: Vec<Place> = Vec::with_capacity(known.len() + 1);
    let mut is_new = true;
    for address in known {
        if id == Some(address.id) {
            is_new = false;
            places.extend(is_said.then(|| place.clone()));
        } else {
            places.push(address.place.clone());
        }
    }
    // Also when another program has taken the address away meanwhile: what was typed is not lost.
    if is_new && is_said {
        places.push(place);
    }
    Ok(set_reach(app, card, NewReach::Addresses(places)))
}

/// Puts what one line says into the address.
fn take(app: &App, place: &mut Place, part: AddressPart, text: &str) -> Result<(), String> {
    let words = app.setting.words;
    let day = || {
        let day = Some(text).filter(|text| !text.is_empty()).map(|text| when::day(text, app.setting.day));
        day.transpose().map_err(|_| words.hint_date())
    };
    let whole = |part: &'static str| {
        let number = Some(fold(text)).filter(|text| !text.is_empty()).map(|text| text.parse::<u32>());
        number
            .transpose()
            .map(|number| number.map(i64::from))
            .map_err(|_| said(Problem::Spec(SpecError::WrongNumber { part, value: text.to_owned() }), app))
    };
    match part {
        AddressPart::Kind if text.is_empty() => {}
        AddressPart::Kind => {
            place.kind = AddressKind::from_word(text).ok_or_else(|| words.no_such_choice(&text))?;
        }
        AddressPart::Region => text.clone_into(&mut place.region),
        AddressPart::Street => text.clone_into(&mut place.street),
        AddressPart::PostCode => text.clone_into(&mut place.post_code),
        AddressPart::Zone => text.clone_into(&mut place.zone),
        AddressPart::Order => place.order = whole("order")?,
        AddressPart::Minutes => place.minutes = whole("minutes")?,
        AddressPart::From => place.from = day()?,
        AddressPart::To => place.to = day()?,
        AddressPart::Note => text.clone_into(&mut place.access),
    }
    Ok(())
}
