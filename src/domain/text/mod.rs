//! Text that people typed or that came from files: comparing, sorting, finding and showing it.

pub mod searchable;
