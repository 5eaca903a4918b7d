//! The letter keys M, A and N.

use chrono::NaiveDate;

use super::credit::new_assessment;
use crate::domain::choice::Choice;
use crate::domain::draft::NewAssertion;
use crate::domain::id::{CardId, PersonId};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::party::Party;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::fields;
use crate::tui::layer::{Choosing, Item, Layer, Pick, Picker};
use crate::tui::pending::{Pending, Presses};
use crate::tui::shown::Shown;

/// Whose authority a press of `A` is about.
enum Whose {
    /// Nobody's in particular: the customer is a person.
    TheirOwn,
    /// This person's.
    Person(PersonId),
    /// It must be asked.
    Ask,
    /// The organisation has no person on its card.
    Nobody,
}

impl App {
    pub(super) fn press_letter(&mut self, letter: Letter) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let card = shown.card.id;
        let already = self.pending.as_ref().is_some_and(|pending| pending.presses(letter).is_some());
        let whose = if letter == Letter::Authority && !already {
            whose_authority(shown, self.setting.day)
        } else {
            Whose::TheirOwn
        };
        match whose {
            Whose::TheirOwn => self.count_press(card, letter, None),
            Whose::Person(person) => self.count_press(card, letter, Some(person)),
            Whose::Ask => {
                let items = fields::person_items(&shown.card, self.setting.day);
                self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Authority(card), items))));
            }
            Whose::Nobody => self.refuse(self.words().nobody_for_authority()),
        }
    }

    pub(super) fn count_press(&mut self, card: CardId, letter: Letter, person: Option<PersonId>) {
        if self.pending.as_ref().is_some_and(|pending| pending.card != card) {
            self.record_pending();
        }
        let now = self.now;
        self.pending.get_or_insert_with(|| Pending::on(card, now)).press(letter, person, now);
    }

    /// Whether an action sets more of what is pending, or goes to the next factor to be scored.
    pub(super) fn goes_on_with_pending(&self, action: Action) -> bool {
        match action {
            Action::Letter(_) | Action::MorePoints | Action::FewerPoints => true,
            Action::Down | Action::Up => !self.pane_is_list(),
            _ => false,
        }
    }

    /// Asks what is so of the letter under the cursor. Unlike the key of a letter it records nothing before an
    /// answer is chosen.
    pub(super) fn choose_answer(&mut self, letter: Letter) {
        let Some(shown) = self.current() else { return };
        let card = shown.card.id;
        let whose = match letter {
            Letter::Authority => whose_authority(shown, self.setting.day),
            Letter::Money | Letter::Need => Whose::TheirOwn,
        };
        match whose {
            Whose::TheirOwn => self.ask_answer(card, letter, None),
            Whose::Person(person) => self.ask_answer(card, letter, Some(person)),
            Whose::Ask => {
                let items = fields::person_items(&shown.card, self.setting.day);
                self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::AnswerFor(card), items))));
            }
            Whose::Nobody => self.refuse(self.words().nobody_for_authority()),
        }
    }

    pub(super) fn ask_answer(&mut self, card: CardId, letter: Letter, person: Option<PersonId>) {
        let Some(shown) = self.current() else { return };
        let item = |answer: Answer| {
            let mut letters = shown.standing.letters;
            letters.answer(letter, answer);
            let label = answer.name(self.setting.language).to_owned();
            Item { label, detail: letters.code(), pick: Pick::Answer(answer) }
        };
        let items = Answer::ALL.iter().copied().map(item).collect();
        let picker = Picker::new(Choosing::Answer(card, letter, person), items);
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    /// Records an answer as said today.
    pub(super) fn record_answer(
        &mut self,
        card: CardId,
        letter: Letter,
        person: Option<PersonId>,
        answer: Answer,
    ) {
        self.write_on(card, Change::Letters(card, vec![said(letter, answer, person, self.setting.day)]));
    }

    /// Records the letters and points that are pending, if they changed anything.
    pub(super) fn record_pending(&mut self) {
        let Some(pending) = self.pending.take() else { return };
        let Some(shown) = self.seen.card.as_deref().filter(|shown| shown.card.id == pending.card) else {
            return;
        };
        let name = shown.card.name.clone();
        let day = self.setting.day;
        let answered =
            |presses: &Presses| Some(said(presses.letter, shown.answer(presses)?, presses.person, day));
        let assertions: Vec<NewAssertion> = pending.letters.iter().filter_map(answered).collect();
        let is_changed = !pending.scores.is_empty() && pending.scores != shown.five_c(self.setting.day);
        let is_as_before = !pending.scores.is_empty() && !is_changed && assertions.is_empty();
        let assessment = is_changed.then(|| new_assessment(&shown.card, self.setting.day, pending.scores));
        if is_as_before {
            self.refuse(self.words().points_as_before());
        }
        if !assertions.is_empty() {
            self.write(name.clone(), Change::Letters(pending.card, assertions));
        }
        if let Some(assessment) = assessment {
            self.write(name, Change::Assess(pending.card, assessment));
        }
    }
}

/// What the customer said of a letter, or what is taken back of it.
fn said(letter: Letter, answer: Answer, person: Option<PersonId>, on: NaiveDate) -> NewAssertion {
    NewAssertion { letter, answer, on, person, strength: Strength::Said, contact: None, note: String::new() }
}

fn whose_authority(shown: &Shown, day: NaiveDate) -> Whose {
    if shown.card.party == Party::Individual {
        return Whose::TheirOwn;
    }
    let mut present = shown.card.people.iter().filter(|person| person.present_on(day));
    let main = shown.card.people.iter().find(|person| {
        person.present_on(day)
            && shown.standing.main_person.as_ref() == Some(&person.name)
            && fields::speaks_for(person)
    });
    match (main, present.next(), present.next()) {
        (Some(main), _, _) => Whose::Person(main.id),
        (None, Some(only), None) => Whose::Person(only.id),
        (None, Some(_), Some(_)) => Whose::Ask,
        (None, None, _) => Whose::Nobody,
    }
}
