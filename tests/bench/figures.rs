//! Figures and the table they are printed in.

use std::time::Duration;

/// Times of the same thing, done often.
#[derive(Debug, Clone, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// One more.
    pub fn add(&mut self, time: Duration) {
        let place = self.0.partition_point(|earlier| *earlier <= time);
        self.0.insert(place, time);
    }

    /// Half of them took no longer.
    pub fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// So many in a hundred took no longer.
    pub fn percentile(&self, percent: usize) -> Duration {
        self.0.get((self.0.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// How many times as long as the other in the median.
    pub fn ratio(&self, other: &Times) -> f64 {
        self.median().as_secs_f64() / other.median().as_secs_f64()
    }
}

/// The head of the table.
pub fn head(title: &str, other: &str) {
    println!("\n{title}");
    println!("  {:<34}{:>12}{:>12}{:>10}{:>10}", "", "fieldcard", other, "figure", "bound");
}

/// A row that sets fieldcard against the other program.
pub fn against(what: &str, fieldcard: &Times, other: &Times, bound: f64) {
    let ratio = fieldcard.ratio(other);
    let (own, others) = (milliseconds(fieldcard.median()), milliseconds(other.median()));
    row(what, &own, &others, &format!("{ratio:.2}x"), &format!("{bound:.0}x"), ratio <= bound);
}

/// A row that sets another program in fieldcard's place, to tell how low the figure above can be.
pub fn beside(what: &str, floor: &Times, other: &Times) {
    let (own, others) = (milliseconds(floor.median()), milliseconds(other.median()));
    row(what, &own, &others, &format!("{:.2}x", floor.ratio(other)), "", true);
}

/// A row with a time that stands for itself.
pub fn within(what: &str, fieldcard: Duration, bound: Duration) {
    let figure = milliseconds(fieldcard);
    row(what, &figure, "", &figure, &milliseconds(bound), fieldcard <= bound);
}

/// A row with a number that stands for itself.
pub fn at_most(what: &str, figure: f64, bound: f64) {
    row(what, "", "", &format!("{figure:.1}"), &format!("{bound:.0}"), figure <= bound);
}

fn row(what: &str, fieldcard: &str, other: &str, figure: &str, bound: &str, holds: bool) {
    let verdict = if holds { "" } else { "  missed" };
    println!("  {what:<34}{fieldcard:>12}{other:>12}{figure:>10}{bound:>10}{verdict}");
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
