//! What a card still lacks: the fields and groups its view shows among the first that are empty.

use super::{CATALOGUE, CardField, CardView, Editing, Field};
use crate::domain::card::Card;
use crate::domain::detail::{DetailGroup, GROUPS};
use crate::domain::policy::PrivacyPolicy;

/// Something a card lacks.
#[derive(Debug, Clone, PartialEq)]
pub enum Gap {
    /// A field without a value.
    Field(CardField),
    /// A group without a record.
    Details(&'static DetailGroup),
}

/// How much of what a view asks for a card has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// Fields and groups with a value.
    pub held: usize,
    /// Fields and groups asked for; never 0.
    pub asked: usize,
}

impl Completeness {
    /// In percent, rounded down: a hundred is whole.
    pub fn percent(self) -> usize {
        self.held * 100 / self.asked.max(1)
    }
}

/// How complete a card is in a view.
pub fn completeness(card: &Card, view: CardView, privacy: &PrivacyPolicy) -> Completeness {
    let asked = asked(card, view, privacy).count();
    let missing = of(card, view, privacy).len();
    Completeness { held: asked - missing, asked }
}

/// What a card lacks in a view, the most telling first: by the order of the view's blocks.
pub fn of(card: &Card, view: CardView, privacy: &PrivacyPolicy) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = asked(card, view, privacy).filter(|gap| gap.is_open(card)).collect();
    let order = view.order();
    // A stable sort: inside a group the order of the table stays.
    gaps.sort_by_key(|gap| order.iter().position(|group| *group == gap.group()));
    gaps
}

fn asked<'card>(
    card: &'card Card,
    view: CardView,
    privacy: &'card PrivacyPolicy,
) -> impl Iterator<Item = Gap> + 'card {
    let is_asked = move |field: &&'static Field| {
        field.first.contains(&view)
            && field.is_for(card.party)
            && field.editing == Editing::Free
            && privacy.shows(field.sensitive)
    };
    let fields = CATALOGUE.iter().filter(is_asked).map(|field| Gap::Field(CardField::Known(field)));
    let groups = GROUPS.iter().filter(move |group| group.first.contains(&view) && group.is_for(card.party));
    // A profile is of a person: without people there is nobody to describe.
    let groups =
        groups.filter(|group| group.whose != crate::domain::detail::Whose::Person || !card.people.is_empty());
    fields.chain(groups.map(Gap::Details))
}

impl Gap {
    fn is_open(&self, card: &Card) -> bool {
        match self {
            Gap::Field(field) => card.field_texts(field.key()).is_empty(),
            Gap::Details(group) => card.details.iter().all(|detail| detail.group != *group),
        }
    }

    /// The group it stands in.
    pub fn group(&self) -> super::Group {
        match self {
            Gap::Field(field) => field.group(),
            Gap::Details(group) => group.group,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::party::Party;
    use crate::domain::specimen;

    #[test]
    fn what_a_card_lacks_shrinks_as_it_is_filled() {
        let privacy = PrivacyPolicy::default();
        let mut card = specimen::card(Party::Individual, Vec::new());
        for view in [CardView::Prospect, CardView::Current, CardView::Former] {
            let before = completeness(&card, view, &privacy);
            assert!(before.held > 0 && before.held < before.asked, "{view:?}");
            assert_eq!(before.asked - before.held, of(&card, view, &privacy).len());
        }
        let before = completeness(&card, CardView::Prospect, &privacy);
        card.values.insert("occupation".into(), vec!["印刷".into()]);
        let after = completeness(&card, CardView::Prospect, &privacy);
        assert_eq!((after.held, after.asked), (before.held + 1, before.asked));
    }

    #[test]
    fn an_individual_lacks_nothing_of_an_organisation() {
        let card = specimen::card(Party::Individual, Vec::new());
        let gaps = of(&card, CardView::Current, &PrivacyPolicy::default());
        let keys: Vec<_> = gaps
            .iter()
            .filter_map(|gap| match gap {
                Gap::Field(field) => Some(field.key().to_owned()),
                Gap::Details(_) => None,
            })
            .collect();
        assert!(
            keys.contains(&"occupation".to_owned()) && !keys.contains(&"legal_form".to_owned()),
            "{keys:?}"
        );
    }
}
