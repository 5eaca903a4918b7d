//! The screen: keys in, picture out.
//!
//! A terminal event becomes a [`Key`](key::Key), the key table gives an [`Action`](action::Action), the
//! [`App`] changes itself and asks for [`Effect`](effect::Effect)s, [`perform`](perform::perform) does them
//! and gives [`Outcome`](effect::Outcome)s back to the app, and [`view::draw`] draws it.

pub mod action;
mod address_form;
pub mod app;
pub mod cells;
pub mod contact_form;
mod day_plan;
pub mod editor;
pub mod effect;
pub mod fields;
pub mod key;
pub mod keys;
pub mod layer;
mod listener;
pub mod listing;
pub mod long;
pub mod mouse;
pub mod move_form;
mod opener;
mod outside;
pub mod pane;
pub mod pending;
pub mod perform;
mod person_form;
pub mod preference;
pub mod reading;
mod run;
mod terminal;
pub mod theme;
pub mod today;
mod typed;
pub mod update;
pub mod view;
pub mod views;
mod worker;

pub use app::{App, DaySource, Setting, Size};
pub use run::{ScreenError, run};
