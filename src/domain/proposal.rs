//! Position changes the history suggests. The program proposes; only its user commits.

use chrono::NaiveDate;

use super::card::Card;
use super::choice::{Choice, choices};
use super::contact::{Contact, ContactKind};
use super::dormancy::is_order;
use super::draft::NewMove;
use super::language::Language;
use super::man::class::Class;
use super::policy::FollowUpPolicy;
use super::position::{Position, move_on};
use super::reason::{Exclusion, LossReason, Reason};
use super::standing::Standing;
use super::transition::{MoveRefusal, Rule, Supplied, judge};

choices! {
    /// Why a position is proposed.
    pub enum ProposedBy {
        Order = "order", ["an order was logged", "已有下单记录", "已有下單記錄"];
        NoOrder = "no-order", ["no order for too long", "久未下单", "久未下單"];
        Stop = "stop", ["no money, authority or need", "三者皆无", "三者皆無"];
    }
}

/// A position change that is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// Where to.
    pub to: Position,
    /// Why.
    pub by: ProposedBy,
}

impl Proposal {
    /// The move with all that it must record, from what the history of the card says: which order was logged, that all
    /// three letters are lacking, that no order came. What the order was, and why a customer left, is not asked where it
    /// was not written down: the proposal's own words stand for it, in the language of who commits it. What a customer
    /// was won back with only the last quotation can say.
    pub fn change(self, card: &Card, day: NaiveDate, language: Language) -> NewMove {
        let change = NewMove::to(self.to, day);
        let said = order_since_last_move(card, day).map(|order| order.note.clone());
        let own_words = || self.by.name(language).to_owned();
        match self.by {
            ProposedBy::Order => {
                let note = said.filter(|note| !note.trim().is_empty()).unwrap_or_else(own_words);
                NewMove { note, offer: offered_since_last_move(card, day).unwrap_or_default(), ..change }
            }
            ProposedBy::Stop => NewMove { reason: Some(Reason::Exclusion(Exclusion::Man)), ..change },
            ProposedBy::NoOrder => {
                NewMove { reason: Some(Reason::Loss(LossReason::Unspecified)), note: own_words(), ..change }
            }
        }
    }
}

/// The latest order logged until a day and not before the last move: what a move to actual rests on.
pub fn order_since_last_move(card: &Card, day: NaiveDate) -> Option<&Contact> {
    let since = last_move_on(card, day);
    let orders = card.contacts.iter().filter(|contact| is_order(contact) && contact.on <= day);
    orders.filter(|contact| contact.on >= since).max_by_key(|contact| contact.moment())
}

/// What the last quotation or tender since the last move said.
fn offered_since_last_move(card: &Card, day: NaiveDate) -> Option<String> {
    let since = last_move_on(card, day);
    let offers = card.contacts.iter().filter(|contact| (since..=day).contains(&contact.on));
    let offers =
        offers.filter(|contact| matches!(contact.kind, ContactKind::Quotation | ContactKind::Tender));
    let told = offers.filter(|contact| !contact.note.trim().is_empty());
    told.max_by_key(|contact| contact.moment()).map(|contact| contact.note.clone())
}

/// The day of the last move until a day; that on which the card was made where there is none.
fn last_move_on(card: &Card, day: NaiveDate) -> NaiveDate {
    move_on(&card.moves, day).map_or(card.added_on, |change| change.on)
}

/// The move with which a proposal is committed at once. `None` where its user is asked first: the history does not say
/// all that the move must record, or it makes a customer of somebody who was excluded for a reason.
pub fn at_once(proposal: Proposal, card: &Card, day: NaiveDate, language: Language) -> Option<NewMove> {
    let change = proposal.change(card, day, language);
    let latest = card.contacts.iter().find(|contact| contact.on <= day).map(|contact| contact.id);
    let judged = judge(Some(card.position), change.to, &Supplied::by(&change, latest));
    let is_asked = matches!(judged, Ok(Rule::ReinstatementByOrder) | Err(MoveRefusal::Missing { .. }));
    // What else is wrong with it the card file says.
    (!is_asked).then_some(change)
}

/// What the history of a card suggests on a day; nothing when its position fits.
///
/// An order logged since the last move makes an actual customer, or wins one back. A prospect without all three
/// letters is no customer. A customer without an order for too long may be lost.
pub fn proposal(
    card: &Card,
    standing: &Standing,
    day: NaiveDate,
    policy: &FollowUpPolicy,
) -> Option<Proposal> {
    let since = last_move_on(card, day);
    let past = || card.contacts.iter().filter(|contact| contact.on <= day);
    let last_order = past().filter(|contact| is_order(contact)).map(|contact| contact.on).max();
    match standing.position {
        Position::Actual => {
            let last = last_order.unwrap_or(since).max(since);
            let lost = (day - last).num_days() > i64::from(policy.lost_after);
            lost.then_some(Proposal { to: Position::Lost, by: ProposedBy::NoOrder })
        }
        _ if order_since_last_move(card, day).is_some() => {
            Some(Proposal { to: Position::Actual, by: ProposedBy::Order })
        }
        Position::Drift | Position::Potential | Position::Target if standing.class == Class::Stop => {
            Some(Proposal { to: Position::Non, by: ProposedBy::Stop })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::Outcome;
    use crate::domain::man::assertion::{Answer, Letter};
    use crate::domain::party::Party;
    use crate::domain::policy::Policies;
    use crate::domain::specimen::{card, change, contact, day, said};
    use crate::domain::standing::fold;

    /// In a position since the first of May, with an order on a day.
    fn case(position: Position, order: Option<&str>, no: bool, on: &str) -> Option<(Position, ProposedBy)> {
        let mut card = card(Party::Individual, Vec::new());
        card.moves.push(change(1, day("2026-05-01"), position));
        card.contacts.extend(order.map(|on| contact(1, day(on), ContactKind::Phone, &[Outcome::Order])));
        if no {
            let letters = [Letter::Money, Letter::Authority, Letter::Need];
            card.assertions.extend(
                (1..).zip(letters).map(|(id, letter)| said(id, day("2026-05-01"), letter, Answer::No, None)),
            );
        }
        let policies = Policies::default();
        let standing = fold(&card, day(on), &policies);
        proposal(&card, &standing, day(on), &policies.follow_up).map(|proposal| (proposal.to, proposal.by))
    }

    #[test]
    fn what_is_proposed_can_be_committed_as_it_is() {
        let order = |note: &str| Contact {
            note: note.to_owned(),
            ..contact(1, day("2026-06-01"), ContactKind::Phone, &[Outcome::Order])
        };
        let on = day("2026-06-30");
        for (from, to, by, contacts, note) in [
            (
                Position::Target,
                Position::Actual,
                ProposedBy::Order,
                vec![order("two presses")],
                "two presses",
            ),
            (Position::Target, Position::Actual, ProposedBy::Order, vec![order(" ")], "an order was logged"),
            (Position::Target, Position::Non, ProposedBy::Stop, vec![], ""),
            (Position::Actual, Position::Lost, ProposedBy::NoOrder, vec![], "no order for too long"),
        ] {
            let card = Card { contacts, ..card(Party::Individual, Vec::new()) };
            let change = Proposal { to, by }.change(&card, on, Language::English);
            assert_eq!(change.note, note, "{by:?}");
            assert!(judge(Some(from), to, &Supplied::by(&change, None)).is_ok(), "{by:?}");
        }
    }

    #[test]
    fn a_win_back_without_a_known_offer_and_who_was_excluded_are_asked_about() {
        let on = day("2026-06-30");
        let told = |kind: ContactKind, outcomes: &[Outcome], note: &str| Contact {
            note: note.to_owned(),
            ..contact(1, day("2026-06-01"), kind, outcomes)
        };
        let order = told(ContactKind::Phone, &[Outcome::Order], "two presses");
        let quoted = told(ContactKind::Quotation, &[], "ten percent less");
        let proposal = Proposal { to: Position::Actual, by: ProposedBy::Order };
        for (from, contacts, expected) in [
            (Position::Target, vec![order.clone()], Some("")),
            (Position::Lost, vec![order.clone()], None),
            (Position::Lost, vec![order.clone(), quoted.clone()], Some("ten percent less")),
            (Position::Non, vec![order, quoted], None),
        ] {
            let card = Card { contacts, position: from, ..card(Party::Individual, Vec::new()) };
            let change = at_once(proposal, &card, on, Language::English);
            assert_eq!(change.as_ref().map(|change| change.offer.as_str()), expected, "{from:?}");
        }
    }

    #[test]
    fn the_history_suggests_where_a_card_belongs() {
        use Position::{Actual, Lost, Non, Potential, Target};
        let order = Some((Actual, ProposedBy::Order));
        for (position, ordered, no, on, expected) in [
            (Target, Some("2026-06-01"), false, "2026-06-30", order),
            (Potential, Some("2026-06-01"), false, "2026-06-30", order),
            (Lost, Some("2026-06-01"), false, "2026-06-30", order),
            (Lost, Some("2026-04-01"), false, "2026-06-30", None),
            (Target, Some("2026-06-01"), false, "2026-05-31", None),
            (Target, None, false, "2026-06-30", None),
            (Target, None, true, "2026-06-30", Some((Non, ProposedBy::Stop))),
            (Actual, Some("2026-06-01"), false, "2027-06-01", None),
            (Actual, Some("2026-06-01"), false, "2027-06-02", Some((Lost, ProposedBy::NoOrder))),
            (Actual, None, false, "2027-05-02", Some((Lost, ProposedBy::NoOrder))),
            (Non, None, true, "2026-06-30", None),
        ] {
            assert_eq!(case(position, ordered, no, on), expected, "{position:?} {ordered:?} {no} {on}");
        }
    }
}
