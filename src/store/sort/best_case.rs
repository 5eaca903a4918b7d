//! Cards by the best that may become of them: the class of the best case, the letters still unknown, the value tier,
//! the name.

use super::{InPassing, Statement, rank};
use crate::domain::choice::Choice;
use crate::domain::man::assertion::Letter;
use crate::domain::man::class::Class;
use crate::domain::tier::Tier;

/// The value of a card by its best case and code of letters, and what cards of one value are sorted by.
pub(super) fn order(best: &str, code: &str) -> (String, Vec<String>) {
    let unknown = format!("length({code}) - length(replace({code}, '?', ''))");
    (rank::<Class>(best), vec![unknown, tier(), "card.sort_key".to_owned()])
}

/// The statements that give all cards by their best case, then by how many letters are unknown, then by value tier:
/// of each such group those that have a tier, then all of it.
pub(super) fn statements(way: &str) -> Vec<Statement> {
    let codes = letter_codes();
    let unknown = |code: &String| code.matches('?').count();
    let mut statements = Vec::new();
    for best in Class::ALL.iter().map(|class| class.code()) {
        for count in 0..Letter::ALL.len() {
            let codes: Vec<String> = codes.iter().filter(|code| unknown(code) == count).cloned().collect();
            // The index leaves out cards of which nothing is known, and is used where that is said.
            let group = format!(
                "standing.best = '{best}' AND standing.code IN ('{}') AND standing.code <> '???'",
                codes.join("', '")
            );
            statements.extend([with_tier(&group, way), by_name(&group, way)]);
        }
        let group = format!("standing.best = '{best}' AND standing.code = '???'");
        statements.push(with_tier(&group, way));
        statements.push(if best == Class::Ideal.code() {
            Statement::plain(met_by_name(&group, way))
        } else {
            by_name(&format!("{group} AND standing.best <> 'ideal'"), way)
        });
    }
    statements
}

/// The cards of a group of standings that have a value tier.
fn with_tier(group: &str, way: &str) -> Statement {
    Statement::plain(format!(
        "SELECT card.id FROM value AS given CROSS JOIN standing ON standing.card = given.card
         CROSS JOIN card ON card.id = given.card
         WHERE given.field = '{TIER}' AND given.seq = 0 AND given.sort_key <> '' AND {group}
         ORDER BY {} {way}, card.sort_key {way}, card.id {way}",
        rank::<Tier>("given.text")
    ))
}

/// The cards of a group of standings, by name; the other way round, those without a value tier.
fn by_name(group: &str, way: &str) -> Statement {
    let (tierless, in_order) = (tierless(way), format!("ORDER BY card.sort_key {way}, card.id {way}"));
    Statement {
        sql: format!(
            "SELECT card.id FROM standing CROSS JOIN card ON card.id = standing.card
             WHERE {group} {tierless} {in_order}"
        ),
        parameters: Vec::new(),
        in_passing: Some(InPassing {
            sql: met_by_name(group, way),
            each: format!("SELECT 1 FROM standing WHERE {group}"),
        }),
    }
}

/// The same, met among all cards.
fn met_by_name(group: &str, way: &str) -> String {
    let tierless = tierless(way);
    format!(
        "SELECT card.id FROM card CROSS JOIN standing ON standing.card = card.id
         WHERE card.state = 0 AND {group} {tierless} ORDER BY card.sort_key {way}, card.id {way}"
    )
}

/// Cards with a value tier were met before those without; the other way round they come after them.
fn tierless(way: &str) -> String {
    if way == "DESC" {
        format!(
            "AND NOT EXISTS (SELECT 1 FROM value WHERE value.card = card.id AND value.field = '{TIER}'
             AND value.seq = 0)"
        )
    } else {
        String::new()
    }
}

/// The field with the value tier.
const TIER: &str = "tier";

/// The place of the value tier of a card; none comes last.
fn tier() -> String {
    let given = format!(
        "(SELECT {} FROM value WHERE value.card = card.id AND value.field = '{TIER}' AND value.seq = 0)",
        rank::<Tier>("value.text")
    );
    format!("coalesce({given}, {})", Tier::ALL.len())
}

/// All codes that three letters can have: a capital is yes, a small letter no.
fn letter_codes() -> Vec<String> {
    ["Mm?", "Aa?", "Nn?"].iter().fold(vec![String::new()], |codes, letters| {
        codes.iter().flat_map(|code| letters.chars().map(move |letter| format!("{code}{letter}"))).collect()
    })
}
