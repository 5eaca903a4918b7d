//! The commands, seen from outside: what they print, and how they end.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "commands/cards.rs"]
mod cards;
#[path = "commands/day.rs"]
mod day;
#[path = "commands/details.rs"]
mod details;
#[path = "commands/exchange.rs"]
mod exchange;
#[path = "commands/fields.rs"]
mod fields;
#[path = "commands/history.rs"]
mod history;
#[cfg(unix)]
#[path = "commands/interruption.rs"]
mod interruption;
#[path = "commands/own_fields.rs"]
mod own_fields;
#[path = "commands/program.rs"]
mod program;
#[path = "commands/queries.rs"]
mod queries;
#[path = "commands/sensitive.rs"]
mod sensitive;
#[path = "commands/settings.rs"]
mod settings;
#[path = "commands/today.rs"]
mod today;
#[path = "commands/untrusted.rs"]
mod untrusted;
