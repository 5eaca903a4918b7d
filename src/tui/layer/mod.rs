//! Layers over the workbench: the top one gets the key.

pub mod columns;
pub mod form;
mod half_typed;
pub mod line;
mod narrow;
pub mod picker;
pub mod reading;
pub mod writing;

use crate::domain::id::CardId;
use crate::tui::keys::Context;

pub use columns::Columns;
use form::Filling;
pub use form::Form;
pub use half_typed::HalfTyped;
pub use line::{Line, Marked, MarkedLine, Purpose};
pub use picker::{Choosing, Item, MarkedChoice, Offered, Pick, Picker, Tick};
pub use reading::{HelpRange, Reading, Subject};
pub use writing::{Writing, Written};

/// A layer.
#[derive(Debug)]
pub enum Layer {
    /// A line being typed.
    Line(Box<Line>),
    /// A list of choices.
    Picker(Box<Picker>),
    /// The columns of a view, chosen and arranged.
    Columns(Box<Columns>),
    /// Something to read: the help, a long note.
    Reading(Reading),
    /// A text of several lines being written.
    Writing(Box<Writing>),
    /// Lines filled in together.
    Form(Box<Form>),
}

impl Layer {
    /// The card that is typed about; `None` where it is about no card, or about many.
    pub fn card(&self) -> Option<CardId> {
        match self {
            Layer::Line(line) => line.purpose.card(),
            Layer::Writing(writing) => Some(writing.what.card()),
            Layer::Form(form) => match form.filling {
                Filling::MarkedMove(..) => None,
                filling => Some(filling.card()),
            },
            Layer::Picker(_) | Layer::Columns(_) | Layer::Reading(_) => None,
        }
    }

    /// The contexts its keys are looked up in, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Layer::Line(line) if matches!(line.purpose, Purpose::Search(_)) => {
                vec![Context::Search, Context::Line]
            }
            Layer::Line(_) => vec![Context::Line],
            Layer::Picker(_) => vec![Context::Picker],
            Layer::Columns(_) => vec![Context::Columns],
            Layer::Reading(_) => vec![Context::Help],
            Layer::Writing(_) => vec![Context::Writing],
            Layer::Form(_) => vec![Context::Form],
        }
    }
}
