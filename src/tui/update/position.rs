//! Changing the position: where to, then whatever that move must record.

use crate::domain::choice::Choice;
use crate::domain::draft::NewMove;
use crate::domain::id::CardId;
use crate::domain::position::Position;
use crate::domain::proposal::{at_once, proposal};
use crate::domain::transition::{legal_targets, onward, requirements};
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Choosing, Layer, Offered, Pick, Picker};

impl App {
    pub(super) fn open_positions(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let language = self.setting.language;
        let items = legal_targets(shown.card.position).into_iter().map(|position| {
            Offered::coded(position.name(language).to_owned(), position.code(), Pick::Position(position))
        });
        let from = shown.card.position;
        let picker = Picker::new(Choosing::Position(shown.card.id), items.collect());
        self.layers.push(Layer::Picker(Box::new(picker)));
        self.point_onward(from);
    }

    /// Puts the cursor of the positions on the way on from one, which is the way that is mostly gone: nobody falls back
    /// by one key too few.
    pub(super) fn point_onward(&mut self, from: Position) {
        let onward = onward(from).map(Pick::Position);
        if let Some(Layer::Picker(picker)) = self.layers.last_mut() {
            picker.select(|pick| onward.as_ref() == Some(pick));
        }
    }

    /// Commits the position that the history of the card suggests, with what it says of it; asks first where that is
    /// not enough.
    pub(super) fn commit_proposal(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let (day, language) = (self.setting.day, self.setting.language);
        match proposal(&shown.card, &shown.standing, day, &self.setting.policies.follow_up) {
            Some(proposal) => {
                let (card, name) = (shown.card.id, shown.card.name.clone());
                match at_once(proposal, &shown.card, day, language) {
                    Some(change) => self.write(name, Change::Move(card, Box::new(change))),
                    None => self.open_form(Filling::Move(card, proposal.to), ""),
                }
            }
            None => self.refuse(self.words().no_proposal()),
        }
    }

    /// Asks for what the move must record; a move that needs nothing is recorded at once.
    pub(super) fn move_to(&mut self, card: CardId, to: Position) {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return };
        let (from, name) = (shown.card.position, shown.card.name.clone());
        if requirements(Some(from), to).is_some_and(<[_]>::is_empty) {
            self.write(name, Change::Move(card, Box::new(NewMove::to(to, self.setting.day))));
            return;
        }
        self.open_form(Filling::Move(card, to), "");
    }
}
