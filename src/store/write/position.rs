//! Changing the position of a card.

use rusqlite::types::Value;

use crate::domain::card::CardState;
use crate::domain::choice::Choice;
use crate::domain::circumstances::Circumstances;
use crate::domain::contact::{ContactKind, Direction, NextAction, Outcome};
use crate::domain::draft::{NewContact, NewMove};
use crate::domain::id::{CardId, ContactId};
use crate::domain::position::Position;
use crate::domain::proposal::order_since_last_move;
use crate::domain::transition::{Supplied, judge, leaving};
use crate::store::cell::{choices_text, code, day_text, optional, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::read;
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Records a position change; refused when it is not legal.
    ///
    /// A move to actual rests on an order: the one logged since the last move, else it makes the contact that says so,
    /// from its own note.
    pub fn move_to(&mut self, card: CardId, change: &NewMove) -> Result<()> {
        let present = read::card(self.connection, card)?
            .filter(|card| card.state != CardState::Withdrawn)
            .ok_or(StoreError::NoSuchCard(card))?;
        let from = leaving(&present.moves, present.position, change.on)?;
        let evidence = present.contacts.iter().find(|contact| contact.on <= change.on);
        judge(Some(from), change.to, &Supplied::by(change, evidence.map(|contact| contact.id)))?;
        let known = Circumstances::of(&present, change.on, &self.opening.policies);
        let order = match change.to {
            Position::Actual => match order_since_last_move(&present, change.on) {
                Some(order) => Some(order.id),
                None => Some(self.log_order(card, change)?),
            },
            _ => None,
        };
        self.insert(
            RecordKind::Move,
            &[
                ("card", Value::Integer(card.0)),
                ("from", code(from)),
                ("to", code(change.to)),
                ("on", text(day_text(change.on))),
                ("recorded_at", Value::Integer(self.now)),
                ("reason", optional(change.reason.map(|reason| reason.code().to_owned()))),
                ("note", text(&change.note)),
                ("contact", optional(order.map(|contact| contact.0))),
                ("amount", optional(change.amount)),
                ("product", text(&change.product)),
                ("contributing", text(choices_text(&change.parting.contributing))),
                ("historic_value", optional(change.parting.historic_value)),
                ("receivables", optional(change.parting.receivables)),
                ("second_life", optional(change.parting.second_life)),
                ("recoverable", code(change.recoverable)),
                ("rival", text(&change.rival)),
                ("offer", text(&change.offer)),
                ("cost", optional(change.cost)),
                ("letters", text(known.letters)),
                ("class", code(known.class)),
                ("policy", text(known.policy)),
                ("channel", optional(known.channel.map(|channel| channel.code().to_owned()))),
                ("introducer", optional(known.introducer.map(|introducer| introducer.0))),
                ("first_contact_on", optional(known.first_contact_on.map(day_text))),
                ("contacts", Value::Integer(known.contacts.into())),
                ("last_order_on", optional(known.last_order_on.map(day_text))),
            ],
        )?;
        self.set(RecordKind::Card, card.0, "position", text(change.to.code()))?;
        if let Some(on) = change.next_on {
            self.set_next(card, Some(&NextAction { on, kind: None, note: String::new() }))?;
        }
        Ok(())
    }

    fn log_order(&mut self, card: CardId, change: &NewMove) -> Result<ContactId> {
        self.log(
            card,
            &NewContact {
                on: change.on,
                kind: ContactKind::Other,
                direction: Direction::Both,
                person: None,
                outcomes: vec![Outcome::Order],
                note: change.note.clone(),
                promises: Vec::new(),
                assertions: Vec::new(),
                next_action: None,
            },
        )
    }
}
