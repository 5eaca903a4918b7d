//! fieldcard: customer cards for one salesperson, in the terminal.

pub mod domain;
