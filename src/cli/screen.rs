//! No command: the screen on the card file.

use std::io::{self, IsTerminal};

use super::session::Session;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::Source;
use crate::tui::{self, ScreenError};

/// Opens the screen; without a terminal there is none.
pub(super) fn run(session: &mut Session) -> Result<Exit, Problem> {
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(Problem::NoTerminal);
    }
    let store = session.open(Source::Screen)?;
    match tui::run(session.screen_setting(), store) {
        Ok(()) => Ok(Exit::Done),
        Err(ScreenError::Store(error)) => Err(Problem::Store(error)),
        Err(ScreenError::Terminal(reason)) => Err(Problem::Terminal(reason)),
    }
}
