//! Something to read that is longer than its place: the help, a long note.

use crate::lang::line_help::Told;

/// Which keys the help tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpRange {
    /// Those that hold where it was asked for.
    Here,
    /// Those of every place, and what a search takes.
    Everywhere,
}

/// What is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The keys.
    Help(HelpRange),
    /// What can be typed into the line below.
    LineHelp(Told),
    /// The sheet of the card under the cursor, before a visit.
    Brief,
    /// A text with its title.
    Text(String, String),
}

/// Something to read, and how far one has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is read.
    pub subject: Subject,
    /// The first line shown.
    pub top: usize,
}

impl Reading {
    /// From the first line.
    pub fn of(subject: Subject) -> Reading {
        Reading { subject, top: 0 }
    }
}
