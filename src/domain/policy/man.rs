//! MAN policies: which class a combination of letters has, whose word counts, and for how long.

use std::fmt;
use std::sync::LazyLock;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::row::thresholds;
use crate::domain::choice::Choice;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::class::Class;

/// The eight complete combinations in the places M, A, N, in the order of a policy's rows.
pub const COMBINATIONS: [[Answer; 3]; 8] = [
    [Answer::Yes, Answer::Yes, Answer::Yes],
    [Answer::Yes, Answer::Yes, Answer::No],
    [Answer::Yes, Answer::No, Answer::Yes],
    [Answer::Yes, Answer::No, Answer::No],
    [Answer::No, Answer::Yes, Answer::Yes],
    [Answer::No, Answer::Yes, Answer::No],
    [Answer::No, Answer::No, Answer::Yes],
    [Answer::No, Answer::No, Answer::No],
];

/// The three-character code of three answers in the places M, A, N: capital is yes, small is no,
/// `?` is unknown.
pub fn combination_code(answers: [Answer; 3]) -> String {
    let places = [('M', 'm'), ('A', 'a'), ('N', 'n')];
    let place = |(answer, (yes, no)): (Answer, (char, char))| match answer {
        Answer::Yes => yes,
        Answer::No => no,
        Answer::Unknown => '?',
    };
    answers.into_iter().zip(places).map(place).collect()
}

const STOP_NONE_ONLY: &str = "stop-none-only";
const STOP_WITHOUT_MEANS: &str = "stop-without-means";
const BUILT_IN: &[&str] = &[STOP_NONE_ONLY, STOP_WITHOUT_MEANS];

/// A table that gives each of the eight complete combinations its class.
///
/// In the configuration either the name of a table that comes with the program, or a table of the
/// user's own with `name` and `rows`: `rows = { MAN = "ideal", MAn = "awaken_need", … }`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ManPolicy {
    name: String,
    rows: [Class; 8],
}

impl ManPolicy {
    /// The default: only a party that lacks all three is stopped. Stopping wrongly loses a customer,
    /// nurturing wrongly costs a message every two months.
    pub fn stop_none_only() -> ManPolicy {
        ManPolicy {
            name: STOP_NONE_ONLY.into(),
            rows: [
                Class::Ideal,
                Class::AwakenNeed,
                Class::FindAuthority,
                Class::Nurture,
                Class::Finance,
                Class::Nurture,
                Class::Nurture,
                Class::Stop,
            ],
        }
    }

    /// The same, but a need without money and authority is stopped as well.
    pub fn stop_without_means() -> ManPolicy {
        let mut policy = ManPolicy { name: STOP_WITHOUT_MEANS.into(), ..ManPolicy::stop_none_only() };
        let need_only = [Answer::No, Answer::No, Answer::Yes];
        for (combination, class) in COMBINATIONS.iter().zip(&mut policy.rows) {
            if *combination == need_only {
                *class = Class::Stop;
            }
        }
        policy
    }

    /// A table of the user's own, with one class for each of [`COMBINATIONS`].
    #[cfg(test)]
    pub(in crate::domain) fn own(name: &str, rows: [Class; 8]) -> ManPolicy {
        ManPolicy { name: name.to_owned(), rows }
    }

    /// The table of this name that comes with the program.
    pub fn built_in(name: &str) -> Option<ManPolicy> {
        match name {
            STOP_NONE_ONLY => Some(ManPolicy::stop_none_only()),
            STOP_WITHOUT_MEANS => Some(ManPolicy::stop_without_means()),
            _ => None,
        }
    }

    /// The table's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the table comes with the program.
    pub fn is_built_in(&self) -> bool {
        ManPolicy::built_in(&self.name).is_some()
    }

    /// The classes of all ways to fill the unknowns of three answers (M, A, N): 1, 2, 4 or 8 of them.
    pub fn classes(&self, answers: [Answer; 3]) -> impl Iterator<Item = Class> + '_ {
        let fills = move |combination: &[Answer; 3]| {
            combination.iter().zip(answers).all(|(full, known)| known == Answer::Unknown || known == *full)
        };
        COMBINATIONS
            .iter()
            .zip(self.rows)
            .filter(move |(combination, _)| fills(combination))
            .map(|(_, class)| class)
    }
}

impl Default for ManPolicy {
    fn default() -> Self {
        ManPolicy::stop_none_only()
    }
}

/// Read by hand: what serde derives for "one or the other" says neither what is wrong nor where.
impl<'de> Deserialize<'de> for ManPolicy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ManPolicy, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = ManPolicy;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the name of a MAN policy, or a table with `name` and `rows`")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<ManPolicy, E> {
                ManPolicy::built_in(name).ok_or_else(|| E::unknown_variant(name, BUILT_IN))
            }

            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<ManPolicy, A::Error> {
                let own = OwnTable::deserialize(MapAccessDeserializer::new(table))?;
                Ok(ManPolicy { name: own.name.0, rows: own.rows.classes() })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// How a table of the user's own stands in the configuration.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnTable {
    name: OwnName,
    rows: OwnRows,
}

/// A name that is not empty, and that no table of the program has.
struct OwnName(String);

impl<'de> Deserialize<'de> for OwnName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OwnName, D::Error> {
        let name = String::deserialize(deserializer)?;
        if name.is_empty() || ManPolicy::built_in(&name).is_some() {
            return Err(de::Error::invalid_value(Unexpected::Str(&name), &"a name of its own"));
        }
        Ok(OwnName(name))
    }
}

/// A class for each of [`COMBINATIONS`].
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnRows {
    #[serde(rename = "MAN")]
    all: Given,
    #[serde(rename = "MAn")]
    all_but_need: Given,
    #[serde(rename = "MaN")]
    all_but_authority: Given,
    #[serde(rename = "Man")]
    money_only: Given,
    #[serde(rename = "mAN")]
    all_but_money: Given,
    #[serde(rename = "mAn")]
    authority_only: Given,
    #[serde(rename = "maN")]
    need_only: Given,
    #[serde(rename = "man")]
    none: Given,
}

impl OwnRows {
    fn classes(self) -> [Class; 8] {
        let OwnRows { all, all_but_need, all_but_authority, money_only, .. } = self;
        let OwnRows { all_but_money, authority_only, need_only, none, .. } = self;
        [all, all_but_need, all_but_authority, money_only, all_but_money, authority_only, need_only, none]
            .map(|given| given.0)
    }
}

/// A class that a row can give: investigate is none, but the lack of one.
#[derive(Clone, Copy)]
struct Given(Class);

static GIVEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let given = Class::ALL.iter().filter(|class| **class != Class::Investigate);
    given.map(|class| class.code()).collect()
});

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Given, D::Error> {
        let word = String::deserialize(deserializer)?;
        let class = Class::from_code(&word).filter(|class| *class != Class::Investigate);
        class.map(Given).ok_or_else(|| de::Error::unknown_variant(&word, &GIVEN))
    }
}

/// Who counts as having power over the purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorityReading {
    /// Those who decide, approve or buy.
    #[default]
    Narrow,
    /// Also those who advise (influencer, champion) or can oppose (gatekeeper): while one of them
    /// was not asked, an organisation's authority stays open.
    Wide,
}

/// Which of several statements about a letter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidencePolicy {
    /// The latest, by effective date, then by recording.
    #[default]
    LatestWins,
    /// The strongest of those not too old, the latest among equals. A withdrawal ends all before it.
    StrongestFresh,
}

thresholds! {
    /// How many days a statement lasts. One older than its limit counts as unknown.
    #[derive(Copy)]
    pub struct StaleLimits {
        yes_money: u32 = 180, Days, [
            "A yes to money counts so long; money follows half-year budgets.",
            "“有购买力”的有效期；预算多为半年一定。",
            "「有購買力」的有效期；預算多為半年一定。"];
        yes_authority: u32 = 365, Days, [
            "A yes to authority; roles change slowly.",
            "“能作主”的有效期；职务变动较慢。",
            "「能作主」的有效期；職務變動較慢。"];
        yes_need: u32 = 90, Days, [
            "A yes to need; needs change fastest.",
            "“有需求”的有效期；需求变得最快。",
            "「有需求」的有效期；需求變得最快。"];
        no_money: u32 = 365, Days, [
            "A no to money; no lasts a year, so that nobody stopped comes back every three months.",
            "“无购买力”的有效期；否定一年一问，不必每季重提。",
            "「無購買力」的有效期；否定一年一問，不必每季重提。"];
        no_authority: u32 = 365, Days, [
            "A no to authority.",
            "“不能作主”的有效期。",
            "「不能作主」的有效期。"];
        no_need: u32 = 365, Days, [
            "A no to need.",
            "“无需求”的有效期。",
            "「無需求」的有效期。"];
    }
}

impl StaleLimits {
    /// The greatest age in days at which the statement still counts; `None` for a withdrawal, which
    /// never ages.
    pub fn limit(&self, letter: Letter, answer: Answer) -> Option<u32> {
        match (answer, letter) {
            (Answer::Yes, Letter::Money) => Some(self.yes_money),
            (Answer::Yes, Letter::Authority) => Some(self.yes_authority),
            (Answer::Yes, Letter::Need) => Some(self.yes_need),
            (Answer::No, Letter::Money) => Some(self.no_money),
            (Answer::No, Letter::Authority) => Some(self.no_authority),
            (Answer::No, Letter::Need) => Some(self.no_need),
            (Answer::Unknown, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Configuration {
        man: ManPolicy,
    }

    fn read(text: &str) -> Result<ManPolicy, toml::de::Error> {
        toml::from_str::<Configuration>(text).map(|configuration| configuration.man)
    }

    const OWN: &str = r#"
        [man]
        name = "patient"
        rows = { MAN = "ideal", MAn = "nurture", MaN = "nurture", Man = "nurture", mAN = "nurture", mAn = "nurture", maN = "nurture", man = "nurture" }
    "#;

    #[test]
    fn a_table_of_ones_own_is_read_row_by_row() {
        let policy = read(OWN).unwrap();
        assert_eq!(policy.name(), "patient");
        assert!(!policy.is_built_in());
        let none_of_three: Vec<_> = policy.classes([Answer::No; 3]).collect();
        assert_eq!(none_of_three, [Class::Nurture]);
    }

    #[test]
    fn a_wrong_table_is_refused() {
        for (text, says) in [
            ("man = \"stop-nobody\"".to_owned(), "`stop-none-only` or `stop-without-means`"),
            (OWN.replace("patient", "stop-none-only"), "a name of its own"),
            (OWN.replace("man = \"nurture\"", "MAN2 = \"nurture\""), "unknown field `MAN2`"),
            (OWN.replace(", man = \"nurture\"", ""), "missing field `man`"),
            (OWN.replace("\"ideal\"", "\"investigate\""), "unknown variant `investigate`"),
            (OWN.replace("\"ideal\"", "\"perfect\""), "unknown variant `perfect`"),
        ] {
            let refusal = read(&text).unwrap_err().to_string();
            assert!(refusal.contains(says), "{text}: {refusal}");
        }
    }

    #[test]
    fn unknowns_are_filled_in_every_way() {
        let policy = ManPolicy::default();
        for (answers, ways) in [
            ([Answer::Yes; 3], 1),
            ([Answer::Yes, Answer::Unknown, Answer::No], 2),
            ([Answer::Unknown, Answer::Unknown, Answer::No], 4),
            ([Answer::Unknown; 3], 8),
        ] {
            assert_eq!(policy.classes(answers).count(), ways, "{}", combination_code(answers));
        }
    }
}
