//! The event loop: waits for keys, other programs' writes and the worker, and draws when something changed.

mod doing;

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEventKind, MouseEvent};
use ratatui::layout::Position;

#[cfg(unix)]
use super::signals;
use super::{Front, Happening, ScreenError};
use crate::clock;
use crate::domain::card::CardState;
use crate::lang::problem::Problem;
use crate::store::{Draft, Store, StoreError};
use crate::tui::action::Action;
use crate::tui::app::{App, DaySource, Spot};
use crate::tui::effect::{Effect, Outcome};
use crate::tui::key::Key;
use crate::tui::layout::Size;
use crate::tui::mouse::Gesture;
use crate::tui::preference::Preference;
use crate::tui::run::listener::Listener;
use crate::tui::run::long::Running;
use crate::tui::run::perform::perform;
use crate::tui::run::terminal::Screen;
use crate::tui::run::worker::Worker;
use crate::tui::view;

/// How often it is looked whether another program has written or midnight has passed.
const LOOK: Duration = Duration::from_millis(500);

/// How long a key waits for the list it is meant for.
const PATIENCE: Duration = Duration::from_secs(2);

/// How far what a person does reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// It moves the cursor at most.
    Cursor,
    /// It may be done to the card under the cursor.
    Card,
}

/// The screen at work: what it shows, what it works on, and what it hears of.
pub(super) struct Session {
    app: App,
    store: Store,
    screen: Screen,
    listener: Listener,
    worker: Option<Worker>,
    /// Long work under way, or the one that ended last.
    running: Option<Running>,
    /// What the worker is to be asked once it is there.
    held_back: Option<Effect>,
    tell: Sender<Happening>,
    happenings: Receiver<Happening>,
    put_off: VecDeque<Happening>,
    began: Instant,
    seen_version: i64,
    preferences: Vec<Preference>,
    left: bool,
    /// What a thread beside this one panicked with.
    fault: Option<String>,
    /// Whether the window was given its name.
    named: bool,
}

impl Session {
    /// Takes over the screen that [`super::run`] has set up.
    pub(super) fn begin(front: Front, store: Store, screen: Screen) -> Result<Session, StoreError> {
        let Front { app, listener, tell, happenings } = front;
        Ok(Session {
            app,
            seen_version: store.data_version()?,
            store,
            screen,
            listener,
            worker: None,
            running: None,
            held_back: None,
            tell,
            happenings,
            put_off: VecDeque::new(),
            began: Instant::now(),
            preferences: Vec::new(),
            left: false,
            fault: None,
            named: false,
        })
    }

    /// Goes on until its user leaves; gives what he chose of language and look.
    pub(super) fn run(mut self) -> Result<Vec<Preference>, ScreenError> {
        // All else waits for the first cards, the card beside them too.
        self.perform_all(App::take_list_effects);
        self.draw()?;
        self.settle();
        self.draw()?;
        self.store.has_begun()?;
        #[cfg(unix)]
        signals::heed_signals(self.tell.clone())?;
        self.start_worker();
        if self.offer_drafts() {
            self.settle();
            self.draw()?;
        }
        while !self.left {
            let happened = self.wait().or_else(|| self.screen.is_gone().then_some(Happening::InputEnded));
            let changed = happened.is_some();
            if let Some(happening) = happened {
                self.take(happening);
                while let Some(next) = self.next_waiting() {
                    self.take(next);
                    if self.left {
                        break;
                    }
                }
            }
            let ticked = self.tick()?;
            if changed || ticked {
                self.settle();
                if !self.left {
                    self.draw()?;
                    self.read_ahead();
                }
            }
        }
        match self.fault {
            Some(told) => Err(ScreenError::Fault(told)),
            None => Ok(self.preferences),
        }
    }

    fn start_worker(&mut self) {
        self.worker = Some(Worker::start(self.store.opener(), self.teller()));
        if let Some(effect) = self.held_back.take() {
            self.perform(effect);
        }
    }

    /// While nothing waits, reads what the next key is likely to need.
    fn read_ahead(&mut self) {
        loop {
            self.put_off.extend(self.happenings.try_recv());
            if !self.put_off.is_empty() {
                return;
            }
            let (day, rows) = (self.app.setting.day, self.app.listing.height());
            let effects = self.app.read_ahead();
            if effects.is_empty() {
                return;
            }
            for effect in effects {
                match perform(effect, &mut self.store, day, rows) {
                    // It will be told of when somebody wants to see it.
                    None | Some(Outcome::Failed(_)) => return,
                    Some(outcome) => self.app.receive(outcome),
                }
            }
        }
    }

    fn wait(&mut self) -> Option<Happening> {
        if let Some(happening) = self.put_off.pop_front() {
            return Some(happening);
        }
        let due = self.app.due().map(|due| due.saturating_sub(self.began.elapsed()));
        match self.happenings.recv_timeout(due.map_or(LOOK, |due| due.min(LOOK))) {
            Ok(happening) => Some(happening),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Happening::InputEnded),
        }
    }

    /// What has happened already, those first that were put off.
    fn next_waiting(&mut self) -> Option<Happening> {
        self.put_off.pop_front().or_else(|| self.happenings.try_recv().ok())
    }

    fn take(&mut self, happening: Happening) {
        let now = self.began.elapsed();
        match happening {
            Happening::Terminal(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                let key = Key::from(key);
                self.catch_up(if self.app.only_moves(key) { Reach::Cursor } else { Reach::Card });
                // A key meant for a card that is gone must not meet its neighbour.
                let lost = self.app.notice_lost_card();
                if !lost || !self.app.meets_a_card(key) {
                    self.app.press(key, now);
                }
            }
            Happening::Terminal(Event::Paste(text)) => self.app.paste(&text, now),
            Happening::Terminal(Event::Resize(columns, rows)) => {
                self.app.resize(Size { columns, rows });
                self.app.act(Action::Redraw);
            }
            Happening::Terminal(Event::Mouse(event)) => self.point(event, now),
            Happening::Terminal(_) => {}
            Happening::Told(outcome) => self.told(outcome),
            Happening::InputEnded => self.app.leave(),
        }
    }

    fn told(&mut self, outcome: Outcome) {
        if let Outcome::Failed(Problem::Fault(told)) = outcome {
            (self.fault, self.left) = (Some(told), true);
            return;
        }
        if matches!(outcome, Outcome::ManyChanged(_) | Outcome::Stepped(..) | Outcome::Stopped) {
            // What our own long work wrote is no other program's; everything is read again anyhow.
            self.seen_version = self.store.data_version().unwrap_or(self.seen_version);
        }
        let counted = matches!(outcome, Outcome::DueCounted(..));
        self.app.receive(outcome);
        if counted && !std::mem::replace(&mut self.named, true) {
            // A terminal without a name for its window goes on without one.
            let _ = self.screen.name(&self.app.title());
        }
    }

    /// Takes what the mouse does: it points at the picture last drawn.
    fn point(&mut self, event: MouseEvent, now: Duration) {
        let Some(gesture) = Gesture::of(event.kind) else { return };
        let spot = view::spot::at(&self.app, Position::new(event.column, event.row));
        let changes = matches!(spot, Spot::Does(action) if action.meets_a_card());
        self.catch_up(if changes { Reach::Card } else { Reach::Cursor });
        let lost = self.app.notice_lost_card();
        if !lost || !changes {
            self.app.point(gesture, spot, now);
        }
    }

    /// What happens by the passing of time; whether it changed anything.
    fn tick(&mut self) -> Result<bool, ScreenError> {
        let now = self.began.elapsed();
        let mut changed = self.app.due().is_some_and(|due| due <= now);
        self.app.tick(now);
        changed |= self.look_for_writes()?;
        if self.app.setting.day_source == DaySource::Calendar && self.app.setting.day != clock::today() {
            let today = clock::today();
            self.store.set_day(today);
            self.app.turn_day(today);
            changed = true;
        }
        Ok(changed)
    }

    /// Whether another program has written; what it wrote is asked for. While the worker settles, it tells of that.
    fn look_for_writes(&mut self) -> Result<bool, ScreenError> {
        let version = self.store.data_version()?;
        // Asked after the version was read: what was written before the worker ended is told by it, or seen here.
        let is_settling = self.worker.as_ref().is_some_and(Worker::is_settling);
        let written = version != self.seen_version && !is_settling;
        if written {
            self.seen_version = version;
            self.app.receive(Outcome::ForeignWrite);
        }
        Ok(written)
    }

    /// Makes the screen stand as its user believes it to when he presses the next key: the card under the
    /// cursor is read, and the list is the one last asked for.
    fn catch_up(&mut self, reach: Reach) {
        if self.app.is_typing() {
            return;
        }
        // A file that cannot be looked at is told of by the next tick.
        if reach == Reach::Card && self.look_for_writes().unwrap_or(false) {
            self.app.await_list();
        }
        while self.app.awaits_list() || self.app.has_asked() {
            self.settle();
            if !self.app.awaits_list() || self.left {
                break;
            }
            match self.happenings.recv_timeout(PATIENCE) {
                Ok(Happening::Told(outcome)) => self.told(outcome),
                Ok(other) => self.put_off.push_back(other),
                Err(_) => break,
            }
        }
        if reach == Reach::Card {
            self.settle();
        }
    }

    /// Does everything the screen asks for until it asks for nothing more.
    fn settle(&mut self) {
        self.perform_all(App::take_effects);
    }

    /// Does what is asked for in this way until nothing more is.
    fn perform_all(&mut self, asked: fn(&mut App) -> Vec<Effect>) {
        loop {
            let effects = asked(&mut self.app);
            if effects.is_empty() || self.left {
                return;
            }
            for effect in effects {
                self.perform(effect);
            }
        }
    }

    /// Offers half-typed text of sessions that died; whether that changed the picture.
    fn offer_drafts(&mut self) -> bool {
        match self.store.adopt_drafts() {
            Ok(drafts) if drafts.is_empty() => return false,
            Ok(drafts) => {
                let offered: Vec<_> = drafts.into_iter().filter_map(|draft| self.named(draft)).collect();
                if offered.is_empty() {
                    return false;
                }
                self.app.offer_drafts(offered);
            }
            Err(error) => self.app.receive(Outcome::Failed(error.into())),
        }
        true
    }

    /// A draft with the name of its card; nothing when the card is in the list no more: the draft waits until
    /// it is back.
    fn named(&self, draft: Draft) -> Option<(Draft, String)> {
        let Some(card) = draft.card else { return Some((draft, String::new())) };
        let card = self.store.card(card).ok().flatten()?;
        (card.state == CardState::Live).then_some((draft, card.name))
    }

    fn draw(&mut self) -> Result<(), ScreenError> {
        let app = &mut self.app;
        self.screen.draw(|frame| {
            // The terminal may have another size already, of which the event has yet to come.
            let size = Size { columns: frame.area().width, rows: frame.area().height };
            if app.size != size {
                app.resize(size);
            }
            view::draw(app, frame.buffer_mut())
        })?;
        Ok(())
    }
}
