//! Work that takes its time and writes: on a thread and a connection of its own, so that the screen goes on.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::exchange::csv::RejectReason;
use crate::exchange::error::ExchangeError;
use crate::exchange::export::Export;
use crate::exchange::progress::Watch;
use crate::exchange::typed_path;
use crate::lang::errors::reject_reason;
use crate::lang::problem::Problem;
use crate::lang::words;
use crate::store::{Going, Step, Stepped, Store, StoreError};
use crate::tui::effect::Outcome;
use crate::tui::long_work::LongWork;
use crate::tui::run::panics;

/// How often the screen is told how far the work is.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// Does long work to its end, or until the watcher says stop.
pub fn perform(work: LongWork, store: &mut Store, day: NaiveDate, watch: &dyn Watch) -> Outcome {
    match work {
        LongWork::Bulk { subject, change, cards } => {
            match store.change_many(&subject, &cards, &change, &mut |done| tell(watch, done)) {
                Ok(done) => Outcome::ManyChanged(done),
                Err(error) => Outcome::Failed(error.into()),
            }
        }
        LongWork::Step { step: taken, .. } => {
            step(store, taken, watch).unwrap_or_else(|error| Outcome::Failed(error.into()))
        }
        LongWork::TryList(list) => match list.try_out(store, watch) {
            Ok(tried) => Outcome::ListTried(list, Box::new(tried)),
            Err(error) => failed(error, list.path),
        },
        LongWork::BringIn { list, on_duplicate, .. } => {
            let words = words(list.language);
            let why = |reason: &RejectReason| reject_reason(reason, words);
            match list.bring_in(store, on_duplicate, watch, &why) {
                Ok(brought_in) => Outcome::ListBroughtIn(Box::new(brought_in)),
                Err(error) => failed(error, list.path),
            }
        }
        LongWork::Export { path, format, occasion, cards, policies, language } => {
            let export = Export { cards: &cards, format, day, policies: &policies, language };
            let path = typed_path::at_home(&path, typed_path::home().as_deref());
            match export.take_out(store, &path, occasion, watch) {
                Ok(exported) => Outcome::Exported { exported, path },
                Err(error) => failed(error, path),
            }
        }
    }
}

/// What came of work on a file that went wrong.
fn failed(error: ExchangeError, path: PathBuf) -> Outcome {
    match error {
        ExchangeError::Cancelled => Outcome::Stopped,
        ExchangeError::Io(reason) => Outcome::Failed(Problem::File { path, reason }),
        error => Outcome::Failed(error.into()),
    }
}

/// Takes back or puts back one entry of the journal, whatever its size.
pub(super) fn step(store: &mut Store, step: Step, watch: &dyn Watch) -> Result<Outcome, StoreError> {
    let way = step.way;
    Ok(match store.step(step, &mut |done| tell(watch, done))? {
        Stepped::Through(entry) => Outcome::Stepped(way, entry),
        Stepped::Nowhere => Outcome::NoStep { way, turned: store.can_step(way.turned())? },
        Stepped::Stopped => Outcome::Stopped,
    })
}

fn tell(watch: &dyn Watch, done: usize) -> Going {
    watch.count(done as u64);
    if watch.cancelled() { Going::Back } else { Going::On }
}

/// Long work under way. Dropping it does not end it.
#[derive(Debug)]
pub struct Running {
    stop: Arc<AtomicBool>,
}

impl Running {
    /// Begins long work on a connection that it opens itself. It tells how far it is, and what comes of it.
    pub fn start(
        work: LongWork,
        open: impl FnOnce() -> Result<Store, StoreError> + Send + 'static,
        day: NaiveDate,
        tell: impl Fn(Outcome) + Send + Sync + 'static,
    ) -> Running {
        let stop = Arc::new(AtomicBool::new(false));
        let teller = Teller { stop: Arc::clone(&stop), told: Mutex::new(Instant::now()), tell };
        std::thread::spawn(move || {
            let to_the_end = || {
                let outcome = match open() {
                    Ok(mut store) => perform(work, &mut store, day, &teller),
                    Err(error) => Outcome::Failed(error.into()),
                };
                (teller.tell)(outcome);
            };
            panics::watched(to_the_end, &teller.tell);
        });
        Running { stop }
    }

    /// Asks it to stop and to take back what it did.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Tells the screen how far the work is, not more often than anybody reads it.
struct Teller<T> {
    stop: Arc<AtomicBool>,
    told: Mutex<Instant>,
    tell: T,
}

impl<T: Fn(Outcome) + Sync + Send> Watch for Teller<T> {
    fn count(&self, done: u64) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.elapsed() >= TOLD_EVERY {
            *told = Instant::now();
            (self.tell)(Outcome::GoneThrough(done));
        }
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
