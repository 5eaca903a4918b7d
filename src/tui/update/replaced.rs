//! What a change replaces, and what stood there when the screen read it: nothing of another program is written over.

use crate::domain::card::Card;
use crate::domain::draft::NextChange;
use crate::domain::id::{CardId, VisitId};
use crate::domain::planned_visit::PlannedVisit;
use crate::store::{AsRead, Replaced};
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::fields;
use crate::tui::layer::Purpose;

impl App {
    /// What a change replaces whole, as it is on the screen. Fields, lists and notes name themselves what they replace.
    pub(super) fn replaced(&self, change: &Change) -> Option<Replaced> {
        let on = |card: CardId| self.current().map(|shown| &shown.card).filter(|known| known.id == card);
        let next = |card: &Card| AsRead::Next(card.next_action.clone());
        let (card, records) = match change {
            Change::Person(card, Some(id), _) | Change::RemovePerson(card, id) => {
                let person = on(*card)?.people.iter().find(|person| person.id == *id)?;
                (*card, vec![AsRead::Person(Box::new(person.clone()))])
            }
            Change::Detail(card, Some(id), _) | Change::RemoveDetail(card, id) => {
                let detail = fields::detail(on(*card)?, *id)?;
                (*card, vec![AsRead::Detail(Box::new(detail.clone()))])
            }
            Change::Next(card, _) => (*card, vec![next(on(*card)?)]),
            Change::Correct(card, id, _, change) => {
                let known = on(*card)?;
                let contact = known.contacts.iter().find(|contact| contact.id == *id)?;
                let next = (*change != NextChange::Keep).then(|| next(known));
                let contact = AsRead::Contact(Box::new(contact.clone()));
                (*card, [contact].into_iter().chain(next).collect())
            }
            Change::Settle(card, promise, _) => {
                let mut contacts = on(*card)?.contacts.iter();
                let promised = contacts
                    .find(|contact| contact.promises.iter().any(|known| known.id == Some(*promise)))?;
                (*card, vec![AsRead::Contact(Box::new(promised.clone()))])
            }
            Change::MoveVisit(card, visit, _) => {
                let visit = AsRead::Visit(Box::new(self.kept_visit(*card, *visit)?.clone()));
                (*card, [visit].into_iter().chain(on(*card).map(next)).collect())
            }
            Change::DropVisit(card, visit, _) => {
                (*card, vec![AsRead::Visit(Box::new(self.kept_visit(*card, *visit)?.clone()))])
            }
            _ => return None,
        };
        Some(Replaced { card, records })
    }

    /// A visit of the plan on the screen.
    fn kept_visit(&self, card: CardId, id: VisitId) -> Option<&PlannedVisit> {
        let mut kept = self.today.plan.stops.iter().filter_map(|stop| stop.kept.as_ref());
        kept.find(|visit| visit.id == id && visit.card == card)
    }

    /// What a line about one thing of a card would be opened with now; `None` for any other line, and where that thing
    /// is gone.
    pub(super) fn present_text(&self, purpose: &Purpose) -> Option<String> {
        let (language, day) = (self.setting.language, self.setting.day);
        let on = |card: CardId| self.current().map(|shown| &shown.card).filter(|known| known.id == card);
        match purpose {
            Purpose::Person(card, Some(id)) => {
                let person = on(*card)?.people.iter().find(|person| person.id == *id)?;
                Some(fields::person_text(person, language))
            }
            Purpose::Detail(card, Some(id), _) => {
                let card = on(*card)?;
                Some(fields::detail_text(card, fields::detail(card, *id)?, language, day))
            }
            Purpose::Next(card) => {
                let next = on(*card)?.next_action.as_ref();
                Some(next.map(|next| fields::next_action_text(next, language)).unwrap_or_default())
            }
            Purpose::Correct(card, id) => {
                let card = on(*card)?;
                let contact = card.contacts.iter().find(|contact| contact.id == *id)?;
                Some(super::correct::told(card, contact, day, language))
            }
            Purpose::MoveVisit(card, visit) | Purpose::DropVisit(card, visit) => {
                Some(self.kept_visit(*card, *visit)?.became().unwrap_or_default())
            }
            _ => None,
        }
    }
}
