//! The screen at work on a terminal and a card file. All that does what it asks for lives here: threads, files, the
//! terminal itself.

mod day_plan;
mod listener;
pub mod long;
pub mod opener;
mod outside;
mod panics;
pub mod perform;
mod session;
#[cfg(unix)]
mod signals;
mod terminal;
mod worker;

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use crossterm::event::Event;

use crate::store::{Store, StoreError};
use crate::tui::app::{App, Setting};
use crate::tui::effect::Outcome;
use crate::tui::mouse::Mouse;
use crate::tui::preference::Preference;
use crate::tui::run::listener::Listener;
use crate::tui::run::session::Session;
use crate::tui::run::terminal::Taken;
use crate::tui::view;

/// Why the screen ended other than by its user.
#[derive(Debug, thiserror::Error)]
pub enum ScreenError {
    /// The terminal refused.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
    /// The card file could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A thread beside it panicked.
    #[error("panic: {0}")]
    Fault(String),
}

/// Something that happened.
enum Happening {
    Terminal(Event),
    Told(Outcome),
    InputEnded,
}

/// Runs the screen on the card file that is opened so, until its user leaves; gives what he chose of language
/// and look.
///
/// The file is opened while the terminal is taken. Nothing is drawn before both are there: a file that cannot be
/// opened is told of on the terminal as it was.
pub fn run(
    setting: Setting,
    open: impl FnOnce() -> Result<Store, StoreError>,
) -> Result<Vec<Preference>, ScreenError> {
    let mouse = setting.mouse;
    let (front, store) = std::thread::scope(|beside| {
        // The file on this thread: a connection keeps its memory in small pieces, for which the first thread asks
        // the system more seldom than any other.
        let setting_up = beside.spawn(|| Front::set_up(setting));
        let store = open();
        let front = setting_up.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (front, store)
    });
    let store = store?;
    let (front, terminal) = front?;
    let mut screen = terminal.show()?;
    if mouse == Mouse::On {
        screen.heed(Mouse::On)?;
    }
    Session::begin(front, store, screen)?.run()
}

/// All of the screen that needs no card file.
struct Front {
    app: App,
    listener: Listener,
    tell: Sender<Happening>,
    happenings: Receiver<Happening>,
}

impl Front {
    /// Takes the terminal and begins to listen to it.
    fn set_up(setting: Setting) -> io::Result<(Front, Taken)> {
        let mut terminal = Taken::take()?;
        let (tell, happenings) = channel();
        let listener = Listener::default();
        // A change of size is only heard of once somebody listens.
        let heard = tell.clone();
        listener
            .start(move |event| heard.send(event.map_or(Happening::InputEnded, Happening::Terminal)).is_ok());
        let app = App::new(setting, terminal.size()?);
        // While the file is opened.
        terminal.rehearse(|picture| {
            view::draw(&app, picture);
        });
        Ok((Front { app, listener, tell, happenings }, terminal))
    }
}
