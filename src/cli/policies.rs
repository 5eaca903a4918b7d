//! The thresholds of the rules as they may stand in the configuration, each with what it does.

use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::policy::{Policies, Row, Section, Unit};

/// A piece of a configuration file that sets every row to what it is anyway.
pub fn policy_text(language: Language) -> String {
    let tables: Vec<String> = Policies::sections().iter().map(|section| table(section, language)).collect();
    tables.join("\n")
}

fn table(section: &Section, language: Language) -> String {
    let said = |row: &Row| format!("{} = {}", row.key, row.default);
    let width = section.rows.iter().map(|row| said(row).len()).max().unwrap_or_default();
    let line = |row: &Row| {
        let unit = match row.unit {
            Unit::Word | Unit::Words => String::new(),
            unit => format!("{}: ", unit.name(language)),
        };
        format!("{:width$}  # {unit}{}\n", said(row), row.about(language))
    };
    format!("[{}]\n{}", section.table, section.rows.iter().map(line).collect::<String>())
}
