//! fieldcard: customer cards for one salesperson, in the terminal.

pub mod cli;
pub mod clock;
pub mod domain;
pub mod exchange;
pub mod lang;
pub mod report;
pub mod store;
pub mod tui;
