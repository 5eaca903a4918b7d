//! Policies: every threshold, table and interval of the rules is a row here that the user may change.

mod credit;
mod follow_up;
mod man;
mod points;
mod privacy;
mod row;
mod visit;
mod warning;

use std::hash::{Hash, Hasher};

use serde::Deserialize;

use super::names::Names;

pub use credit::{CreditPolicy, FactorWeights, GradeBands, ReviewDays, UnknownFactor};
pub use follow_up::{ClassIntervals, FollowUpPolicy, TierIntervals};
pub use man::{AuthorityReading, COMBINATIONS, EvidencePolicy, ManPolicy, StaleLimits, combination_code};
pub use points::PointsPolicy;
pub use privacy::PrivacyPolicy;
pub use row::{Row, Section, Unit};
pub use visit::VisitPolicy;
pub use warning::WarningPolicy;

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
    /// Who comes first among those who are due.
    pub points: PointsPolicy,
    /// What says that a customer may be about to leave.
    pub warning: WarningPolicy,
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

    /// Every row that may be set, table by table, with what it does and what it is by default.
    pub fn sections() -> Vec<Section> {
        let own = vec![
            Row::word(
                "man",
                ManPolicy::default().name(),
                [
                    "Which class each combination of letters has: stop-none-only, stop-without-means, or a table of your own with name and rows.",
                    "三个字母的每种组合属于哪一类：stop-none-only、stop-without-means，或自定的表（name 与 rows）。",
                    "三個字母的每種組合屬於哪一類：stop-none-only、stop-without-means，或自訂的表（name 與 rows）。",
                ],
            ),
            Row::word(
                "authority",
                "narrow",
                [
                    "Who has power over the purchase: narrow (who decides, approves or buys) or wide (also who advises or can oppose).",
                    "谁对采购有决定权：narrow（决策、批准、采购者）或 wide（另含影响者和把关者）。",
                    "誰對採購有決定權：narrow（決策、核准、採購者）或 wide（另含影響者和把關者）。",
                ],
            ),
            Row::word(
                "evidence",
                "latest-wins",
                [
                    "Which of several statements about a letter counts: latest-wins or strongest-fresh.",
                    "同一字母有多条判定时以哪条为准：latest-wins 或 strongest-fresh。",
                    "同一字母有多筆判定時以哪筆為準：latest-wins 或 strongest-fresh。",
                ],
            ),
        ];
        let unknown = Row::word(
            "unknown",
            "left-out",
            [
                "What a factor not assessed does to the score: left-out or scores-zero.",
                "未评估的因素如何计分：left-out（不计）或 scores-zero（零分）。",
                "未評估的因素如何計分：left-out（不計）或 scores-zero（零分）。",
            ],
        );
        let shown = Row {
            key: "shown",
            default: "[]".to_owned(),
            unit: Unit::Words,
            about: Names::of([
                "Sensitive facts that are switched on: family, personal-life, account.",
                "开启哪些敏感资料：family、personal-life、account。",
                "開啟哪些敏感資料：family、personal-life、account。",
            ]),
        };
        let credit = [vec![unknown], CreditPolicy::told()].concat();
        vec![
            Section { table: "policies".to_owned(), rows: own },
            Section::of("stale_limits", StaleLimits::told()),
            Section::of("follow_up", FollowUpPolicy::told()),
            Section::of("follow_up.by_class", ClassIntervals::told()),
            Section::of("follow_up.by_tier", TierIntervals::told()),
            Section::of("points", PointsPolicy::told()),
            Section::of("warning", WarningPolicy::told()),
            Section::of("credit", credit),
            Section::of("credit.weights", FactorWeights::told()),
            Section::of("credit.bands", GradeBands::told()),
            Section::of("credit.review_days", ReviewDays::told()),
            Section::of("visits", VisitPolicy::told()),
            Section::of("privacy", vec![shown]),
        ]
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
            |policies| policies.points.class_step += 1,
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

    /// The rows as they would stand in a configuration file.
    fn configuration() -> String {
        let table = |section: Section| {
            let rows = section.rows.into_iter().map(|row| format!("{} = {}\n", row.key, row.default));
            format!("[{}]\n{}", section.table, rows.collect::<String>())
        };
        Policies::sections().into_iter().map(table).collect()
    }

    #[derive(Deserialize)]
    struct Whole {
        policies: Policies,
    }

    #[test]
    fn the_rows_that_are_told_of_are_the_defaults() {
        let text = configuration();
        let whole: Whole = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(whole.policies, Policies::default());
    }

    #[test]
    fn every_row_there_is_is_told_of() {
        for section in Policies::sections() {
            let wrong = format!("[{}]\nno_such_row = 1\n", section.table);
            let Err(error) = toml::from_str::<Whole>(&wrong) else { panic!("{}", section.table) };
            // "unknown field `no_such_row`, expected one of `a`, `b`".
            let known: Vec<&str> = error.message().split('`').skip(3).step_by(2).collect();
            assert!(!known.is_empty(), "{}", error.message());
            for key in known {
                let inside = format!("{}.{key}", section.table);
                let told = section.rows.iter().any(|row| row.key == key)
                    || Policies::sections().iter().any(|other| other.table == inside);
                assert!(told, "{inside}");
            }
        }
    }

    #[test]
    fn an_unknown_row_is_an_error() {
        assert!(toml::from_str::<Policies>("[stale_limits]\nyes_neet = 30").is_err());
    }
}
