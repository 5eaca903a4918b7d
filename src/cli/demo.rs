//! `demo`: the screen on sample cards.

use std::path::{Path, PathBuf};

use clap::Args;

use super::help::Help;
use super::progress::{Bar, Results};
use super::session::Session;
use super::{folder, screen};
use crate::exchange::samples::generate::Generate;
use crate::exchange::samples::write_samples;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{Source, Store};

/// What `demo` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "PATH")]
    write: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    cards: Option<u64>,
    #[arg(long, value_name = "S", requires = "cards")]
    seed: Option<u64>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "demo",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_demo(),
    arguments: &[
        ("write", |words| words.help_demo_write()),
        ("cards", |words| words.help_demo_cards()),
        ("seed", |words| words.help_demo_seed()),
    ],
};

/// Writes the sample file, or opens the screen on one that is thrown away afterwards.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let Some(path) = &arguments.write else {
        screen::must_be_possible()?;
        let folder = folder::Temporary::make()?;
        let store = filled(&folder.path().join("demo.fieldcard"), arguments, session)?.0;
        return screen::show(session, || Ok(store));
    };
    if path.exists() {
        return Err(Problem::FileExists { path: path.clone() });
    }
    let (_, count) = filled(path, arguments, session)?;
    let line = session.words().done_demo(&count, &path.display());
    session.out.line(&line)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

/// A new card file with the cards asked for, and how many they are.
fn filled(path: &Path, arguments: &Arguments, session: &Session) -> Result<(Store, u64), Problem> {
    let mut store = Store::open(path, session.opening(Source::Screen))?;
    let count = match arguments.cards {
        None => {
            let written = write_samples(&mut store, session.language(), session.day())?;
            u64::try_from(written).unwrap_or(u64::MAX)
        }
        Some(cards) => {
            let bar = Bar::begin(Results::ForPeople);
            let generate = Generate {
                cards,
                seed: arguments.seed.unwrap_or_default(),
                language: session.language(),
                day: session.day(),
            };
            let written = generate.write(&mut store, &bar);
            bar.end();
            written?;
            cards
        }
    };
    Ok((store, count))
}
