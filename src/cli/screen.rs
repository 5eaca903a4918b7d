//! No command: the screen on the card file.

use std::io::{self, IsTerminal};

use super::keep;
use super::session::Session;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{Source, Store, StoreError};
use crate::tui::{self, ScreenError};

/// Opens the screen on the card file.
pub(super) fn run(session: &mut Session) -> Result<Exit, Problem> {
    must_be_possible()?;
    show(session, session.opener(Source::Screen))
}

/// Without a terminal there is no screen.
pub(super) fn must_be_possible() -> Result<(), Problem> {
    if io::stdout().is_terminal() && io::stdin().is_terminal() { Ok(()) } else { Err(Problem::NoTerminal) }
}

/// Shows the screen on the card file that is opened so, until its user leaves, and keeps what he chose of
/// language and look.
pub(super) fn show(
    session: &Session,
    open: impl FnOnce() -> Result<Store, StoreError>,
) -> Result<Exit, Problem> {
    match tui::run(session.screen_setting(), open) {
        Ok(preferences) => {
            if let Some(file) = session.configuration_file() {
                for preference in preferences {
                    keep::keep(file, preference)?;
                }
            }
            Ok(Exit::Done)
        }
        Err(ScreenError::Store(error)) => Err(Problem::Store(error)),
        Err(ScreenError::Terminal(reason)) => Err(Problem::Terminal(reason)),
        Err(ScreenError::Fault(told)) => Err(Problem::Fault(told)),
    }
}
