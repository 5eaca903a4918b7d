//! The screen: keys in, picture out.
//!
//! The rooms stand on floors, like those of the whole house: [`run`] does, [`view`] and [`pane`] draw, [`update`]
//! changes, [`page`] is what is read row by row, [`app`] is the state, and below it is what it is made of.
//!
//! A terminal event becomes a [`Key`](key::Key), the key table gives an [`Action`](action::Action), the
//! [`App`] changes itself and asks for [`Effect`](effect::Effect)s, [`perform`](run::perform::perform) does them
//! and gives [`Outcome`](effect::Outcome)s back to the app, and [`view::draw`] draws it.

pub mod action;
pub mod app;
pub mod cells;
pub mod editor;
pub mod effect;
pub mod fields;
pub mod forms;
pub mod key;
pub mod keys;
pub mod layer;
pub mod layout;
pub mod listing;
pub mod long_work;
pub mod mouse;
pub mod page;
pub mod pane;
pub mod pending;
pub mod preference;
pub mod reading;
pub mod run;
pub mod shown;
pub mod theme;
pub mod today;
mod typed;
pub mod update;
pub mod view;
pub mod views;

pub use app::{App, DaySource, Setting};
pub use layout::Size;
pub use run::{ScreenError, run};
