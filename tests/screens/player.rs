//! Plays a key script on a screen without a terminal, on a card file of its own.
//!
//! A script is keys between spaces: `j`, `Enter`, `Ctrl-R`, `Esc`; text to be typed stands in quotes:
//! `a 'Northwind 138 0000 0000' Enter`. `wait` lets two seconds pass.

use std::cell::RefCell;
use std::time::Duration;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyModifiers};
use fieldcard::domain::language::Language;
use fieldcard::domain::policy::Policies;
use fieldcard::exchange::samples::write_samples;
use fieldcard::lang::words;
use fieldcard::store::{Opening, Source, Store};
use fieldcard::tui::effect::{Effect, Outcome};
use fieldcard::tui::key::Key;
use fieldcard::tui::listing::Extent;
use fieldcard::tui::mouse::{Gesture, Mouse};
use fieldcard::tui::preference::Preference;
use fieldcard::tui::run::opener;
use fieldcard::tui::run::perform::{count_due, perform};
use fieldcard::tui::theme::{Frames, Look, Palette, ThemeName};
use fieldcard::tui::{App, DaySource, Setting, Size, view};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tempfile::TempDir;

/// The as-of date of all pictures.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 30).expect("a date")
}

/// A screen being played on.
pub struct Player {
    pub app: App,
    pub store: Store,
    now: Duration,
    left: bool,
    copied: Option<String>,
    opened_file: Option<String>,
    preferences: Vec<Preference>,
    mount: Mount,
    lists: Lists,
    folder: TempDir,
}

/// Whether the place of the files of cards answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mount {
    Alive,
    Dead,
}

/// When whole lists come: at once, or as those of a million cards do, some time after their first page.
#[derive(Debug)]
enum Lists {
    AtOnce,
    Late(Vec<Effect>),
}

impl Player {
    /// On an empty card file.
    pub fn empty(columns: u16, rows: u16, language: Language) -> Player {
        Player::on(columns, rows, language, |_| {})
    }

    /// On the sample cards.
    pub fn samples(columns: u16, rows: u16, language: Language) -> Player {
        Player::on(columns, rows, language, |store| {
            write_samples(store, language, day()).expect("the samples are written");
        })
    }

    /// On a card file that `fill` has filled.
    pub fn on(columns: u16, rows: u16, language: Language, fill: impl FnOnce(&mut Store)) -> Player {
        Player::filled_on(day(), (columns, rows), language, fill)
    }

    /// On a card file that `fill` has filled on an earlier day.
    pub fn filled_on(
        on: NaiveDate,
        (columns, rows): (u16, u16),
        language: Language,
        fill: impl FnOnce(&mut Store),
    ) -> Player {
        let folder = TempDir::new().expect("a folder");
        let mut store = open(&folder, on);
        fill(&mut store);
        drop(store);
        Player::again(columns, rows, language, folder)
    }

    fn again(columns: u16, rows: u16, language: Language, folder: TempDir) -> Player {
        let look = Look { name: ThemeName::Auto, frames: Frames::Drawn, palette: Palette::default() };
        let setting = Setting {
            language,
            words: words(language),
            day: day(),
            day_source: DaySource::Chosen,
            look,
            theme: look.theme(),
            mouse: Mouse::On,
            policies: Policies::default(),
        };
        let store = open(&folder, day());
        let app = App::new(setting, Size { columns, rows });
        let mut player = Player {
            app,
            store,
            now: Duration::ZERO,
            left: false,
            copied: None,
            opened_file: None,
            preferences: Vec::new(),
            mount: Mount::Alive,
            lists: Lists::AtOnce,
            folder,
        };
        player.settle();
        let counted = count_due(&player.store, day(), player.app.listing.height());
        player.app.receive(counted.expect("what is due is counted"));
        player
    }

    /// From now on nobody hears what lies where the files of cards should.
    pub fn with_a_dead_mount(mut self) -> Player {
        self.mount = Mount::Dead;
        self
    }

    /// From now on only the first page of a list comes, until [the rest is brought](Player::bring_lists).
    pub fn with_late_lists(mut self) -> Player {
        self.lists = Lists::Late(Vec::new());
        self
    }

    /// The whole lists that were asked for and have not come.
    pub fn late_lists(&self) -> &[Effect] {
        match &self.lists {
            Lists::AtOnce => &[],
            Lists::Late(asked) => asked,
        }
    }

    /// Brings the whole lists that were asked for meanwhile.
    pub fn bring_lists(&mut self) -> &mut Player {
        if let Lists::Late(asked) = std::mem::replace(&mut self.lists, Lists::AtOnce) {
            asked.into_iter().for_each(|effect| self.perform(effect));
        }
        self.settle();
        self.lists = Lists::Late(Vec::new());
        self
    }

    /// Plays a script.
    pub fn keys(&mut self, script: &str) -> &mut Player {
        for step in steps(script) {
            match step {
                Step::Key(key) => {
                    self.now += Duration::from_millis(20);
                    self.app.press(key, self.now);
                    self.app.tick(self.now);
                }
                Step::Wait => {
                    self.now += Duration::from_secs(2);
                    self.app.tick(self.now);
                }
            }
            self.settle();
        }
        self
    }

    /// How long it is until something is due by itself.
    pub fn due_in(&self) -> Option<Duration> {
        self.app.due().map(|due| due.saturating_sub(self.now))
    }

    /// Lets a time pass without a key.
    pub fn pass(&mut self, time: Duration) -> &mut Player {
        self.now += time;
        self.app.tick(self.now);
        self.settle();
        self
    }

    /// The card file as another program holds it: what that writes is no change of this run.
    pub fn other_program(&self) -> Store {
        open(&self.folder, day())
    }

    /// Leaves the program and starts it again on the same card file.
    pub fn restarted(self) -> Player {
        let Player { app, store, folder, .. } = self;
        let (size, language) = (app.size, app.setting.language);
        drop((app, store));
        Player::again(size.columns, size.rows, language, folder)
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Player {
        self.app.paste(text, self.now);
        self.settle();
        self
    }

    /// Points to where a text stands first on the screen.
    pub fn point(&mut self, gesture: Gesture, text: &str) -> &mut Player {
        let place = self.place_of(text).unwrap_or_else(|| panic!("no {text}:\n{}", self.picture()));
        self.point_at(gesture, place)
    }

    /// Points to a place of the screen.
    pub fn point_at(&mut self, gesture: Gesture, place: Position) -> &mut Player {
        self.now += Duration::from_millis(20);
        let spot = view::spot::at(&self.app, place);
        self.app.point(gesture, spot, self.now);
        self.settle();
        self
    }

    /// Clicks where a text stands first on the screen.
    pub fn click(&mut self, text: &str) -> &mut Player {
        self.point(Gesture::Click, text)
    }

    fn place_of(&self, text: &str) -> Option<Position> {
        self.picture().lines().zip(0..).find_map(|(line, row)| {
            let before = &line[..line.find(text)?];
            Some(Position::new(unicode_width::UnicodeWidthStr::width(before) as u16, row))
        })
    }

    /// Whether the program was left.
    pub fn has_left(&self) -> bool {
        self.left
    }

    /// Gives the screen a look.
    pub fn looking(mut self, name: ThemeName, frames: Frames, palette: Palette) -> Player {
        let look = Look { name, frames, palette };
        self.app.setting.look = look;
        self.app.setting.theme = look.theme();
        self
    }

    /// What was chosen of language and look.
    pub fn preferences(&self) -> &[Preference] {
        &self.preferences
    }

    /// What was copied last.
    pub fn copied(&self) -> Option<&str> {
        self.copied.as_deref()
    }

    /// The file that was handed to the system last.
    pub fn opened_file(&self) -> Option<&str> {
        self.opened_file.as_deref()
    }

    /// Does what the screen asks for until it asks for nothing more.
    pub fn settle(&mut self) {
        loop {
            let effects = self.app.take_effects();
            if effects.is_empty() {
                return;
            }
            for effect in effects {
                match effect {
                    Effect::Quit => self.left = true,
                    Effect::Copy(text) => self.copied = Some(text),
                    Effect::OpenFile(path) => {
                        self.opened_file = Some(path.clone());
                        self.app.receive(Outcome::FileOpened(path));
                    }
                    Effect::Prefer(preference) => self.preferences.push(preference),
                    Effect::LookForFiles(_) if self.mount == Mount::Dead => {}
                    Effect::LookForFiles(paths) => {
                        let told = RefCell::new(Vec::new());
                        opener::look(paths, self.store.path(), &|outcome| told.borrow_mut().push(outcome));
                        told.into_inner().into_iter().for_each(|outcome| self.app.receive(outcome));
                    }
                    effect @ Effect::List(.., Extent::Whole) => match &mut self.lists {
                        Lists::AtOnce => self.perform(effect),
                        Lists::Late(asked) => asked.push(effect),
                    },
                    effect => self.perform(effect),
                }
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        let rows = self.app.listing.height();
        if let Some(outcome) = perform(effect, &mut self.store, day(), rows) {
            self.app.receive(outcome);
        }
    }

    /// Reads all that the next key may need, as the screen does while nothing happens; gives what that was.
    pub fn read_ahead(&mut self) -> Vec<Effect> {
        let mut read = Vec::new();
        loop {
            let effects = self.app.read_ahead();
            if effects.is_empty() {
                return read;
            }
            for effect in effects {
                read.push(effect.clone());
                let rows = self.app.listing.height();
                let outcome = perform(effect, &mut self.store, day(), rows).expect("something was read");
                self.app.receive(outcome);
            }
        }
    }

    /// The cells of the screen.
    pub fn buffer(&self) -> Buffer {
        let size = self.app.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.columns, size.rows));
        view::draw(&self.app, &mut buffer);
        buffer
    }

    /// The screen as text, without the blanks at the ends of lines.
    pub fn picture(&self) -> String {
        let buffer = self.buffer();
        let mut lines = Vec::new();
        for row in buffer.area.rows() {
            let mut line = String::new();
            let mut covered = 0;
            for column in row.left()..row.right() {
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                let symbol = buffer[(column, row.y)].symbol();
                covered = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }
}

fn open(folder: &TempDir, day: NaiveDate) -> Store {
    let opening = Opening { source: Source::Screen, policies: Policies::default(), day };
    Store::open(&folder.path().join("cards.fieldcard"), opening).expect("the card file opens")
}

enum Step {
    Key(Key),
    Wait,
}

fn steps(script: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for (place, part) in script.split('\'').enumerate() {
        if place % 2 == 1 {
            steps.extend(part.chars().map(|typed| Step::Key(Key::character(typed))));
        } else {
            steps.extend(part.split_whitespace().map(step));
        }
    }
    steps
}

fn step(word: &str) -> Step {
    let code = match word {
        "wait" => return Step::Wait,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "F1" => KeyCode::F(1),
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Shift-Down" => return Step::Key(Key { code: KeyCode::Down, modifiers: KeyModifiers::SHIFT }),
        "Shift-Up" => return Step::Key(Key { code: KeyCode::Up, modifiers: KeyModifiers::SHIFT }),
        word => {
            let control = word.strip_prefix("Ctrl-");
            let mut letters = control.unwrap_or(word).chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else { panic!("no key: {word}") };
            let key = Key::character(letter);
            let key = if control.is_some() { Key::control(letter.to_ascii_lowercase()) } else { key };
            return Step::Key(key);
        }
    };
    Step::Key(Key::plain(code))
}
