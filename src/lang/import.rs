//! What an import came to, told to people.

use super::Words;
use super::fields;
use crate::domain::text::safe;
use crate::exchange::report::{ImportReport, OddValues};

/// What was taken though it looks odd: one line for each thing that is odd, with the first values.
pub fn odd(report: &ImportReport, words: &Words) -> Vec<String> {
    report.odd.iter().map(|values| of_one_kind(values, words)).collect()
}

fn of_one_kind(values: &OddValues, words: &Words) -> String {
    let named = values.first.iter().map(|odd| words.import_odd_value(&odd.line, &safe::line(&odd.value)));
    let mut named = named.collect::<Vec<_>>();
    if values.count > named.len() as u64 {
        named.push("…".to_owned());
    }
    let warning = fields::warning(values.warning, words);
    words.import_odd(&values.count, &named.join(&words.between_list()), &warning)
}
