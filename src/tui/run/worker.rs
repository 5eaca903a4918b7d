//! What may take longer than a frame, on a connection of its own: lists; and in between, the standings of
//! cards whose day has come, and the search index.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::clock;
use crate::domain::query::Query;
use crate::store::{Interrupter, Progress, Store, StoreError};
use crate::tui::effect::{Generation, Outcome};
use crate::tui::listing::{Extent, Question};
use crate::tui::run::panics;
use crate::tui::run::perform::{count_due, list};

/// What a worker is asked for.
#[derive(Debug)]
pub enum Job {
    /// A list.
    List(ListJob),
    /// How many cards queries find, by name, on a day.
    Count(Vec<(String, Query)>, NaiveDate),
    /// What a zone comes to on a day.
    Zone(String, NaiveDate),
}

/// A list to be found.
#[derive(Debug)]
pub struct ListJob {
    /// The number of the question.
    pub generation: Generation,
    /// The question.
    pub question: Question,
    /// How much of the answer.
    pub extent: Extent,
    /// The day it is asked for.
    pub day: NaiveDate,
    /// The rows of a first page.
    pub rows: usize,
}

/// How often the screen is told that standings say something else: it lists anew each time.
const TOLD_EVERY: Duration = Duration::from_millis(500);

/// The worker's door; dropping it lets the worker finish.
#[derive(Debug)]
pub struct Worker {
    jobs: Option<Sender<Job>>,
    newest: Arc<AtomicU64>,
    interrupter: Arc<OnceLock<Interrupter>>,
    settling: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts a worker on a connection that it opens itself, so that nobody waits for it. It tells what comes
    /// of its work through `tell`.
    pub fn start(
        open: impl FnOnce() -> Result<Store, StoreError> + Send + 'static,
        tell: impl Fn(Outcome) + Clone + Send + 'static,
    ) -> Worker {
        let (jobs, waiting) = channel();
        let newest = Arc::new(AtomicU64::default());
        let interrupter = Arc::new(OnceLock::new());
        let settling = Arc::new(AtomicBool::default());
        let (newest_asked, to_interrupt) = (Arc::clone(&newest), Arc::clone(&interrupter));
        let settles = Arc::clone(&settling);
        let tell_of_panic = tell.clone();
        let work = move || match open() {
            Ok(store) => {
                to_interrupt.get_or_init(|| store.interrupter());
                let seen = store.data_version().unwrap_or_default();
                let (queue, told, news) = (VecDeque::new(), None, 0);
                let (jobs, newest, settling) = (&waiting, &*newest_asked, &*settles);
                Working { store, jobs, queue, newest, settling, seen, told, news }.run(tell);
            }
            Err(error) => tell(Outcome::Failed(error.into())),
        };
        let thread = std::thread::spawn(move || panics::watched(work, tell_of_panic));
        Worker { jobs: Some(jobs), newest, interrupter, settling, thread: Some(thread) }
    }

    /// Asks for a list. A newer question makes older ones moot, begun or not.
    pub fn ask(&self, job: ListJob) {
        let before = self.newest.fetch_max(job.generation.0, Ordering::Relaxed);
        if before < job.generation.0
            && let Some(interrupter) = self.interrupter.get()
        {
            interrupter.interrupt();
        }
        self.send(Job::List(job));
    }

    /// Asks how many cards queries find, each told by its name; a list asked for meanwhile comes first.
    pub fn count(&self, queries: Vec<(String, Query)>, day: NaiveDate) {
        self.send(Job::Count(queries, day));
    }

    /// Asks what a zone comes to.
    pub fn count_zone(&self, zone: String, day: NaiveDate) {
        self.send(Job::Zone(zone, day));
    }

    /// Whether it writes what changes nothing on the screen, and tells of what does: then a file that was written
    /// to is no reason to list anew.
    pub fn is_settling(&self) -> bool {
        self.settling.load(Ordering::SeqCst)
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // A worker that is gone has told why; the screen goes on without it.
            drop(jobs.send(job));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        self.newest.store(u64::MAX, Ordering::Relaxed);
        if let Some(interrupter) = self.interrupter.get() {
            interrupter.interrupt();
        }
        if let Some(thread) = self.thread.take() {
            // It has told of a panic itself.
            drop(thread.join());
        }
    }
}

/// What the count of what is due was taken of.
#[derive(PartialEq, Eq)]
struct Counted {
    day: NaiveDate,
    version: i64,
    own: u64,
}

/// Counts what is due where that may have changed since the last time. A file that cannot be read is told of
/// by whoever needs it.
fn count_anew(
    store: &Store,
    (day, rows): (NaiveDate, usize),
    last: &mut Option<Counted>,
    tell: &impl Fn(Outcome),
) {
    let Ok(version) = store.data_version() else { return };
    let state = Counted { day, version, own: store.own_changes() };
    if last.as_ref() == Some(&state) {
        return;
    }
    if let Ok(counted) = count_due(store, day, rows) {
        tell(counted);
        *last = Some(state);
    }
}

/// How work done piece by piece came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settling {
    /// All is done, or cannot be done now.
    Ended,
    /// The next question came.
    BrokenOff,
}

/// The worker on its thread.
struct Working<'screen> {
    store: Store,
    jobs: &'screen Receiver<Job>,
    /// Jobs that have come and are not done.
    queue: VecDeque<Job>,
    /// The number of the newest question.
    newest: &'screen AtomicU64,
    /// Whether the screen leaves it to the worker to look for what others write.
    settling: &'screen AtomicBool,
    /// The version of the file that others have written and the screen knows of.
    seen: i64,
    /// When the screen was last told that standings say something else, and how many did by then.
    told: Option<Instant>,
    news: u64,
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.settling.store(false, Ordering::SeqCst);
    }
}

impl Working<'_> {
    fn run(mut self, tell: impl Fn(Outcome)) {
        let mut unread = Some(0);
        let mut counted = None;
        while let Some(job) = self.next() {
            let ListJob { generation, question, extent, day, rows } = match job {
                Job::List(job) => job,
                Job::Count(queries, day) => {
                    self.count(queries, day, &tell);
                    continue;
                }
                Job::Zone(zone, day) => {
                    // Broken off by a newer question, it is asked for again with the list.
                    if let Ok(totals) = self.store.zone_totals(&zone, day) {
                        tell(Outcome::ZoneCounted(zone, totals));
                    }
                    continue;
                }
            };
            let stop = || self.newest.load(Ordering::Relaxed) > generation.0;
            if stop() {
                continue;
            }
            let listed = list(&self.store, generation, &question, extent, day, rows, &stop);
            // Nobody waits for what a newer question has broken off.
            if !stop() {
                tell(listed.unwrap_or_else(|error| Outcome::Failed(error.into())));
            }
            // First, and again after every question: what is counted or listed before is folded live each time,
            // and every piece of this lets the screen ask anew.
            if self.settle(|store| store.refresh_some(clock::today()), &tell) == Settling::BrokenOff {
                continue;
            }
            count_anew(&self.store, (day, rows), &mut counted, &tell);
            self.read_ahead(&mut unread);
            self.settle(Store::index_some, &tell);
        }
    }

    /// Counts until something else is asked for: then nobody looks at the counts any more.
    fn count(&mut self, queries: Vec<(String, Query)>, day: NaiveDate, tell: &impl Fn(Outcome)) {
        for (name, query) in queries {
            if self.is_asked() {
                return;
            }
            if let Ok(count) = self.store.count(&query, day) {
                tell(Outcome::FilterCounted(name, count));
            }
        }
    }

    /// The next job; nothing when no more will come.
    fn next(&mut self) -> Option<Job> {
        self.queue.extend(self.jobs.try_iter());
        self.queue.pop_front().or_else(|| self.jobs.recv().ok())
    }

    fn is_asked(&mut self) -> bool {
        self.queue.extend(self.jobs.try_iter());
        !self.queue.is_empty() || self.newest.load(Ordering::Relaxed) == u64::MAX
    }

    /// Reads the file from the disk part by part until all of it was read once, or until the next question.
    fn read_ahead(&mut self, unread: &mut Option<usize>) {
        while let Some(part) = *unread {
            if self.is_asked() {
                return;
            }
            // What cannot be read ahead is said where it is needed.
            *unread = self.store.warm(part).unwrap_or(false).then_some(part + 1);
        }
    }

    /// Does some work piece by piece until all is done, or until the next question comes. The screen goes on
    /// leaving it to the worker to look for what others write until all is done.
    fn settle(
        &mut self,
        mut some: impl FnMut(&mut Store) -> Result<Progress, StoreError>,
        tell: &impl Fn(Outcome),
    ) -> Settling {
        while !self.is_asked() {
            self.settling.store(true, Ordering::SeqCst);
            // While another program writes, or when this file may not be written, standings are folded live
            // and cards are searched one by one.
            match some(&mut self.store) {
                Ok(Progress::More) => self.tell_of_writes(tell),
                Ok(Progress::Settled) | Err(_) => {
                    // The screen looks again by itself.
                    self.settling.store(false, Ordering::SeqCst);
                    return Settling::Ended;
                }
            }
        }
        Settling::BrokenOff
    }

    /// Tells the screen what it leaves to the worker to see: that others have written, at once; that standings say
    /// something else, now and then.
    fn tell_of_writes(&mut self, tell: &impl Fn(Outcome)) {
        let version = self.store.data_version().unwrap_or(self.seen);
        let is_time = self.told.is_none_or(|told| told.elapsed() > TOLD_EVERY);
        let is_news = self.store.news() != self.news && is_time;
        if version != self.seen || is_news {
            (self.seen, self.news, self.told) = (version, self.store.news(), Some(Instant::now()));
            tell(Outcome::ForeignWrite);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::domain::draft::NewCard;
    use crate::domain::id::CardId;
    use crate::store::Act;
    use crate::store::tests::{Place, day};

    /// How often the worker tells of writes while it settles a file whose standings are all of another policy; one
    /// of them may have other letters too.
    fn told_while_settling(cards: i64, of_other_letters: Option<CardId>) -> usize {
        let place = Place::new();
        let mut store = place.open();
        for number in 0..cards {
            store.write(Act::Add, "", |door| door.add_card(&NewCard::named(number.to_string()))).unwrap();
        }
        place.make_standings_void();
        if let Some(card) = of_other_letters {
            place.change_kept_letters(card);
        }
        let (tell, told) = mpsc::channel();
        let worker = Worker::start(store.opener(), move |outcome| drop(tell.send(outcome)));
        worker.ask(ListJob {
            generation: Generation(1),
            question: Question::default(),
            extent: Extent::Whole,
            day: day("2026-06-30"),
            rows: 10,
        });
        let patience = Duration::from_secs(20);
        let mut writes = 0;
        while let Ok(outcome) = told.recv_timeout(patience) {
            match outcome {
                Outcome::ForeignWrite => writes += 1,
                // It comes when all is settled.
                Outcome::DueCounted(..) => break,
                _ => {}
            }
        }
        writes
    }

    #[test]
    fn a_standing_that_says_the_same_as_before_is_no_reason_to_list_anew() {
        assert_eq!(told_while_settling(30, None), 0);
        assert_eq!(told_while_settling(30, Some(CardId(7))), 1);
    }
}
