//! The real program in a pseudo terminal: what only a terminal shows.

#![cfg(unix)]
#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]

mod choices;
mod coming_and_going;
mod hostile;
mod others;
mod pty;
mod sizes;
mod terminal;
mod typing;
