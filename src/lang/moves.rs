//! A position change, in words.

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::circumstances::Circumstances;
use crate::domain::language::Language;
use crate::domain::man::assertion::Answer;
use crate::domain::money;
use crate::domain::position::{Move, Position};

/// From where to where: `potential -> target`.
pub fn course(change: &Move, language: Language) -> String {
    let from = change.from.map(|from| format!("{} -> ", from.name(language))).unwrap_or_default();
    format!("{from}{}", change.to.name(language))
}

/// What was recorded with it, one after the other: why, the order, what was lost or won back and how.
pub fn record(change: &Move, words: &Words, language: Language) -> Vec<String> {
    let money = |amount: Option<i64>| {
        amount.map(|amount| money::grouped(&money::format(amount)).into_owned()).unwrap_or_default()
    };
    let labelled = |label: String, text: &str| match text {
        "" => String::new(),
        text => words.labelled(&label, &text),
    };
    let recoverable = match change.recoverable {
        Answer::Unknown => "",
        said => said.name(language),
    };
    let reason = change.reason.map(|reason| reason.name(language)).unwrap_or_default();
    let contributing: Vec<&str> =
        change.parting.contributing.iter().map(|reason| reason.name(language)).collect();
    let parts = [
        reason.to_owned(),
        money(change.amount),
        labelled(words.move_product(), &change.product),
        labelled(words.move_contributing(), &contributing.join(&words.between_zones())),
        labelled(words.move_historic_value(), &money(change.parting.historic_value)),
        labelled(words.move_receivables(), &money(change.parting.receivables)),
        labelled(words.move_second_life(), &money(change.parting.second_life)),
        labelled(words.move_recoverable(), recoverable),
        labelled(words.move_competitor(), &change.rival),
        labelled(words.move_offer(), &change.offer),
        labelled(words.move_cost(), &money(change.cost)),
        change.note.clone(),
    ];
    let known = change.circumstances.iter().flat_map(|known| circumstances(change, known, words, language));
    parts.into_iter().chain(known).filter(|part| !part.is_empty()).collect()
}

/// What was known on that day: how we stood; of a customer won the way to the first order, of one lost the last one.
fn circumstances(change: &Move, known: &Circumstances, words: &Words, language: Language) -> Vec<String> {
    let stood = format!("{} {}", known.letters, known.class.name(language));
    let further = match change.to {
        Position::Actual => {
            let days = known.days_since_first_contact(change.on).unwrap_or_default();
            let channel = known.channel.map(|channel| channel.name(language)).unwrap_or_default();
            vec![words.move_way(&known.contacts, &days), channel.to_owned()]
        }
        Position::Lost => known.last_order_on.iter().map(|on| words.move_last_order(on)).collect(),
        _ => Vec::new(),
    };
    [stood].into_iter().chain(further).collect()
}
