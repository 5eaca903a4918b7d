//! Changing the position: where to, then whatever that move must record.

use super::super::app::App;
use super::super::effect::{Change, Outcome};
use super::super::layer::{Choosing, Item, Layer, Pick, Picker, Purpose};
use crate::domain::choice::Choice;
use crate::domain::draft::NewMove;
use crate::domain::id::CardId;
use crate::domain::position::Position;
use crate::domain::proposal::proposal;
use crate::domain::reason::{Exclusion, LossReason, Reason};
use crate::domain::transition::{MoveRefusal, Requirement, Supplied, judge, legal_targets};
use crate::store::StoreError;

impl App {
    pub(super) fn open_positions(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let language = self.setting.language;
        let items = legal_targets(shown.card.position).into_iter().map(|position| Item {
            label: position.name(language).to_owned(),
            detail: position.code().to_owned(),
            pick: Pick::Position(position),
        });
        let picker = Picker::new(Choosing::Position(shown.card.id), items.collect());
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    /// Commits the position that the history of the card suggests; what the move must record is asked for.
    pub(super) fn commit_proposal(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        match proposal(&shown.card, &shown.standing, self.setting.day) {
            Some(proposal) => self.move_to(shown.card.id, proposal.to),
            None => self.refuse(self.words().no_proposal()),
        }
    }

    pub(super) fn move_to(&mut self, card: CardId, to: Position) {
        let change = NewMove::to(to, self.setting.day);
        self.complete_move(card, Box::new(change));
    }

    /// Asks for the first thing the move still lacks; records it when nothing is lacking.
    pub(super) fn complete_move(&mut self, card: CardId, change: Box<NewMove>) {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return };
        let from = shown.card.position;
        let name = shown.card.name.clone();
        match judge(Some(from), change.to, &Supplied::by(&change, None)) {
            Ok(_) => self.write(name, Change::Move(card, change)),
            Err(MoveRefusal::Missing { missing, .. }) => match missing.first() {
                Some(Requirement::LossReason) => self.open_reasons(card, change, loss_reasons),
                Some(Requirement::ExclusionCode) => self.open_reasons(card, change, exclusions),
                Some(Requirement::NextDate) => {
                    self.open_line(Purpose::MoveNext(card, change), String::new());
                }
                _ => self.open_line(Purpose::MoveNote(card, change), String::new()),
            },
            // The picker offers legal moves only; another program may have moved the card meanwhile.
            Err(refusal) => {
                self.receive(Outcome::Failed(StoreError::Move(refusal).into()));
            }
        }
    }

    fn open_reasons(&mut self, card: CardId, change: Box<NewMove>, reasons: fn(&App) -> Vec<Item>) {
        let items = reasons(self);
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Reason(card, change), items))));
    }
}

pub(super) fn loss_reasons(app: &App) -> Vec<Item> {
    LossReason::ALL.iter().map(|reason| reason_item(app, *reason, Reason::Loss(*reason))).collect()
}

pub(super) fn exclusions(app: &App) -> Vec<Item> {
    Exclusion::ALL.iter().map(|code| reason_item(app, *code, Reason::Exclusion(*code))).collect()
}

fn reason_item(app: &App, choice: impl Choice, reason: Reason) -> Item {
    Item {
        label: choice.name(app.setting.language).to_owned(),
        detail: choice.code().to_owned(),
        pick: Pick::Reason(reason),
    }
}
