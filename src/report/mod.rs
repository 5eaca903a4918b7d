//! Reports as data: what a sheet or an analysis shows, before anything is drawn or printed.

pub mod cell;
pub mod sheet;
