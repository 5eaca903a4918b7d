//! `demo`: the screen on sample cards.

use std::path::PathBuf;

use clap::Args;

use super::help::Help;
use super::session::Session;
use crate::exchange::samples::write_samples;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{Source, Store};

/// What `demo` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "PATH")]
    write: Option<PathBuf>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "demo",
    about: |words| words.help_demo(),
    arguments: &[("write", |words| words.help_demo_write())],
};

/// Writes the sample file, or opens the screen on one that is thrown away afterwards.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    match &arguments.write {
        Some(path) => {
            if path.exists() {
                return Err(Problem::FileExists { path: path.clone() });
            }
            let mut store = Store::open(path, session.opening(Source::Command))?;
            let count = write_samples(&mut store, session.language(), session.day())?;
            let line = session.words().done_demo(&count, &path.display());
            session.out.line(&line)?;
            session.out.finish()?;
            Ok(Exit::Done)
        }
        None => super::screen::run(session),
    }
}
