//! Policies: every threshold, table and interval of the rules is a row here that the user may change.

mod credit;
mod follow_up;
mod man;
mod privacy;
mod visit;

use std::hash::{Hash, Hasher};

use serde::Deserialize;

pub use credit::{CreditPolicy, FactorWeights, GradeBands, ReviewDays, UnknownFactor};
pub use follow_up::{ClassIntervals, FollowUpPolicy};
pub use man::{
    AuthorityReading, COMBINATIONS, EvidencePolicy, ManPolicy, ManPolicyError, StaleLimits, combination_code,
};
pub use privacy::PrivacyPolicy;
pub use visit::VisitPolicy;

/// The policies in force. A computed result names the one it used, see [`Policies::name`].
///
/// In the configuration every row may be left out; what is left out keeps its default.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct Policies {
    /// What class each combination of letters has.
    pub man: ManPolicy,
    /// Who counts as having power over the purchase.
    pub authority: AuthorityReading,
    /// Which of several statements about a letter counts.
    pub evidence: EvidencePolicy,
    /// How long a statement lasts.
    pub stale_limits: StaleLimits,
    /// When a card is due.
    pub follow_up: FollowUpPolicy,
    /// How credit is scored.
    pub credit: CreditPolicy,
    /// How long visits take.
    pub visits: VisitPolicy,
    /// Which sensitive facts are switched on.
    pub privacy: PrivacyPolicy,
}

impl Policies {
    /// A short name that changes when any row changes: that of the MAN policy alone when all else is
    /// default, else the same with a hash of all rows behind `+`.
    pub fn name(&self) -> String {
        let man = self.man.name();
        let (man_policy, privacy) = (self.man.clone(), self.privacy.clone());
        let plain = Policies { man: man_policy, privacy, ..Policies::default() };
        if self.man.is_built_in() && *self == plain {
            return man.to_owned();
        }
        let mut hasher = Fnv1a::default();
        self.hash(&mut hasher);
        format!("{man}+{:016x}", hasher.finish())
    }
}

/// The 64-bit FNV-1a hash. The standard library's may change with its release, and then every
/// stored standing would seem to be of another policy.
struct Fnv1a(u64);

impl Default for Fnv1a {
    fn default() -> Self {
        Fnv1a(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv1a {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_name_stands_for_defaults_only() {
        assert_eq!(Policies::default().name(), "stop-none-only");
        let without_means = Policies { man: ManPolicy::stop_without_means(), ..Policies::default() };
        assert_eq!(without_means.name(), "stop-without-means");
    }

    #[test]
    fn the_name_changes_with_any_row() {
        let changes: &[fn(&mut Policies)] = &[
            |policies| policies.authority = AuthorityReading::Wide,
            |policies| policies.evidence = EvidencePolicy::StrongestFresh,
            |policies| policies.stale_limits.yes_need += 1,
            |policies| policies.stale_limits.no_money += 1,
            |policies| policies.follow_up.by_class.ideal += 1,
            |policies| policies.follow_up.never_contacted += 1,
            |policies| policies.follow_up.retries[2] += 1,
            |policies| policies.credit.weights.character += 1,
            |policies| policies.credit.unknown = UnknownFactor::ScoresZero,
            |policies| policies.credit.review_days.a += 1,
        ];
        let mut names = vec![Policies::default().name()];
        for change in changes {
            let mut policies = Policies::default();
            change(&mut policies);
            let name = policies.name();
            assert!(name.starts_with("stop-none-only+"), "{name}");
            assert!(!names.contains(&name), "{name} twice");
            names.push(name);
        }
    }

    #[test]
    fn the_hash_is_the_published_one() {
        let hash = |text: &str| {
            let mut hasher = Fnv1a::default();
            hasher.write(text.as_bytes());
            hasher.finish()
        };
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn the_configuration_changes_only_what_it_names() {
        let text = r#"
            man = "stop-without-means"
            authority = "wide"
            [stale_limits]
            yes_need = 30
            [follow_up.by_class]
            ideal = 5
            [credit]
            unknown = "scores-zero"
        "#;
        let policies: Policies = toml::from_str(text).unwrap();
        let mut expected = Policies {
            man: ManPolicy::stop_without_means(),
            authority: AuthorityReading::Wide,
            ..Policies::default()
        };
        expected.stale_limits.yes_need = 30;
        expected.follow_up.by_class.ideal = 5;
        expected.credit.unknown = UnknownFactor::ScoresZero;
        assert_eq!(policies, expected);
    }

    #[test]
    fn an_unknown_row_is_an_error() {
        assert!(toml::from_str::<Policies>("[stale_limits]\nyes_neet = 30").is_err());
    }
}
