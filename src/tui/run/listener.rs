//! The thread that reads the terminal, so that an idle screen sleeps; it rests while an editor outside has the
//! terminal.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crossterm::event::Event;

/// How long the thread may take to come to rest.
const RESTS_WITHIN: Duration = Duration::from_secs(1);

/// What the thread that reads does, and what it is asked to do.
#[derive(Debug, Default)]
struct State {
    is_asked_to_rest: bool,
    rests: bool,
}

/// The thread that reads the terminal.
#[derive(Debug, Clone, Default)]
pub(super) struct Listener {
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl Listener {
    /// Begins to read. `tell` takes what was read, nothing when the terminal is gone, and says whether anybody
    /// still listens.
    pub(super) fn start(&self, tell: impl Fn(Option<Event>) -> bool + Send + 'static) {
        let listener = self.clone();
        std::thread::spawn(move || {
            loop {
                let event = crossterm::event::read().ok();
                let ended = event.is_none();
                if !tell(event) || ended {
                    return;
                }
                listener.rest_if_asked();
            }
        });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rest_if_asked(&self) {
        let changed = &self.shared.1;
        let mut state = self.state();
        while state.is_asked_to_rest {
            state.rests = true;
            changed.notify_all();
            state = changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.rests = false;
    }

    /// Leaves the terminal to somebody else while `work` is done.
    pub(super) fn resting<T>(&self, work: impl FnOnce() -> T) -> T {
        let changed = &self.shared.1;
        self.state().is_asked_to_rest = true;
        wake_reader();
        // A reader that does not come to rest takes some keys: nothing worse can happen.
        let waiting = changed.wait_timeout_while(self.state(), RESTS_WITHIN, |state| !state.rests);
        drop(waiting);
        let done = work();
        self.state().is_asked_to_rest = false;
        changed.notify_all();
        done
    }
}

/// Lets the reader return once: it is told of a new size of the terminal.
fn wake_reader() {
    #[cfg(unix)]
    {
        // Where no signal can be sent the reader rests after the next key.
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
    }
}
