//! What is kept of people only where there is a need.

use std::hash::{Hash, Hasher};

use serde::Deserialize;

use crate::domain::card::Card;
use crate::domain::field::{Sensitive, built_in};

/// Which sensitive facts are switched on. Law asks for a purpose and the smallest scope, so none is by default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct PrivacyPolicy {
    /// Those that are shown, searched and taken out.
    pub shown: Vec<Sensitive>,
}

/// Nothing that is derived of a card depends on it.
impl Hash for PrivacyPolicy {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl PrivacyPolicy {
    /// Whether a fact of this sensitivity, or of none, is switched on.
    pub fn shows(&self, sensitive: Option<Sensitive>) -> bool {
        sensitive.is_none_or(|why| self.shown.contains(&why))
    }

    /// Whether a field of the catalogue is switched on; the user's own are.
    pub fn shows_field(&self, key: &str) -> bool {
        built_in(key).is_none_or(|field| self.shows(field.sensitive))
    }

    /// Takes from a card what is switched off.
    pub fn strip(&self, card: &mut Card) {
        card.values.retain(|key, _| self.shows_field(key));
        for detail in &mut card.details {
            let group = detail.group;
            let shows = |key: &str| group.part(key).is_none_or(|part| self.shows(part.sensitive));
            detail.parts.retain(|key, _| shows(key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::party::Party;
    use crate::domain::specimen;

    #[test]
    fn what_is_switched_off_is_not_on_the_card() {
        let mut whole = specimen::card(Party::Individual, Vec::new());
        for key in ["family", "personal_life", "bank", "note", "own"] {
            whole.values.insert(key.into(), vec!["x".into()]);
        }
        for (shown, left) in [
            (vec![], vec!["note", "own"]),
            (vec![Sensitive::Family], vec!["family", "note", "own"]),
            (vec![Sensitive::Account, Sensitive::PersonalLife], vec!["bank", "note", "own", "personal_life"]),
        ] {
            let mut card = whole.clone();
            PrivacyPolicy { shown }.strip(&mut card);
            assert_eq!(card.values.keys().collect::<Vec<_>>(), left);
        }
    }
}
