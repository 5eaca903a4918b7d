//! What may take longer than a frame, on a connection of its own: long lists; and in between, the standings of
//! cards whose day has come, and the search index.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use chrono::NaiveDate;

use super::effect::{Effect, Outcome};
use super::perform::{count_due, perform};
use crate::clock;
use crate::store::{Progress, Store, StoreError};

/// A question for the worker, with the day it is asked for.
#[derive(Debug)]
struct Job {
    effect: Effect,
    day: NaiveDate,
}

/// The worker's door; dropping it lets the worker finish.
#[derive(Debug)]
pub struct Worker {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts a worker on a connection that it opens itself, so that nobody waits for it. It tells what comes
    /// of its work through `tell`.
    pub fn start(
        open: impl FnOnce() -> Result<Store, StoreError> + Send + 'static,
        tell: impl Fn(Outcome) + Send + 'static,
    ) -> Worker {
        let (jobs, waiting) = channel();
        let thread = std::thread::spawn(move || match open() {
            Ok(store) => work(store, &waiting, tell),
            Err(error) => tell(Outcome::Failed(error.into())),
        });
        Worker { jobs: Some(jobs), thread: Some(thread) }
    }

    /// Asks for an effect to be done. A newer question makes older ones that have not begun moot.
    pub fn ask(&self, effect: Effect, day: NaiveDate) {
        if let Some(jobs) = &self.jobs {
            // A worker that is gone has told why; the screen goes on without it.
            let _ = jobs.send(Job { effect, day });
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // What a worker that panicked had to say is lost with it.
            let _ = thread.join();
        }
    }
}

fn work(mut store: Store, jobs: &Receiver<Job>, tell: impl Fn(Outcome)) {
    let mut unread = Some(0);
    let mut counted = None;
    while let Ok(mut job) = jobs.recv() {
        loop {
            while let Ok(newer) = jobs.try_recv() {
                job = newer;
            }
            let job_day = job.day;
            if let Some(outcome) = perform(job.effect, &mut store, job.day, 0) {
                tell(outcome);
            }
            count_anew(&store, job_day, &mut counted, &tell);
            let next = read_ahead(&store, &mut unread, jobs)
                .or_else(|| settle(jobs, || store.refresh_some(clock::today())))
                .or_else(|| settle(jobs, || store.index_some()));
            match next {
                Some(next) => job = next,
                None => break,
            }
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
fn count_anew(store: &Store, day: NaiveDate, last: &mut Option<Counted>, tell: &impl Fn(Outcome)) {
    let Ok(version) = store.data_version() else { return };
    let state = Counted { day, version, own: store.own_changes() };
    if last.as_ref() == Some(&state) {
        return;
    }
    if let Ok(counts) = count_due(store, day) {
        tell(Outcome::DueCounted(counts));
        *last = Some(state);
    }
}

/// Reads the file from the disk part by part until all of it was read once, or until the next question comes.
fn read_ahead(store: &Store, unread: &mut Option<usize>, jobs: &Receiver<Job>) -> Option<Job> {
    while let Some(part) = *unread {
        if let Ok(job) = jobs.try_recv() {
            return Some(job);
        }
        // What cannot be read ahead is said where it is needed.
        *unread = store.warm(part).unwrap_or(false).then_some(part + 1);
    }
    None
}

/// Does some work piece by piece until all is done, or until the next question comes.
fn settle(jobs: &Receiver<Job>, mut some: impl FnMut() -> Result<Progress, StoreError>) -> Option<Job> {
    loop {
        if let Ok(job) = jobs.try_recv() {
            return Some(job);
        }
        // While another program writes, or when this file may not be written, standings are folded live and
        // cards are searched one by one.
        match some() {
            Ok(Progress::More) => {}
            Ok(Progress::Settled) | Err(_) => return None,
        }
    }
}
