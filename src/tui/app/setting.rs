//! What holds while the screen runs.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::lang::Words;
use crate::tui::mouse::Mouse;
use crate::tui::theme::{Look, Theme};

/// What holds while the screen runs, until its user chooses otherwise.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The language read.
    pub language: Language,
    /// Its words.
    pub words: &'static Words,
    /// The as-of date.
    pub day: NaiveDate,
    /// Whether the day was chosen or is the calendar's.
    pub day_source: DaySource,
    /// The look asked for.
    pub look: Look,
    /// The styles and lines of that look.
    pub theme: Theme,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// The policies by which everything is derived.
    pub policies: Policies,
}

/// Where the as-of date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaySource {
    /// The calendar: midnight moves it on.
    Calendar,
    /// Chosen: it stays, and the header says so.
    Chosen,
}
