//! No command: the screen on the card file.

use super::session::Session;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;

/// Opens the screen; without a terminal there is none.
pub(super) fn run(_session: &mut Session) -> Result<Exit, Problem> {
    Err(Problem::NoTerminal)
}
