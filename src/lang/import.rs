//! What an import came to, told to people.

use super::Words;
use super::fields;
use crate::domain::text::safe;
use crate::exchange::report::{ImportReport, OddValues};

/// What is to be known of the cards that come in: that they are in drift, and what looks odd, one line for each
/// thing that is odd, with the first values.
pub fn remarks(report: &ImportReport, words: &Words) -> Vec<String> {
    let drift = (report.drift > 0).then(|| words.import_drift(&report.drift));
    report.odd.iter().map(|values| odd(values, words)).chain(drift).collect()
}

fn odd(values: &OddValues, words: &Words) -> String {
    let named = values.first.iter().map(|odd| words.import_odd_value(&odd.line, &safe::line(&odd.value)));
    let mut named = named.collect::<Vec<_>>();
    if values.count > named.len() as u64 {
        named.push("…".to_owned());
    }
    let warning = fields::warning(values.warning, words);
    words.import_odd(&values.count, &named.join(&words.between_list()), &warning)
}
