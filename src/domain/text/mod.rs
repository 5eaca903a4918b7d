//! Text that people typed or that came from files: comparing, sorting, finding and showing it.

pub mod closeness;
pub mod fold;
mod invisible;
pub mod marked;
pub mod needles;
pub mod pinyin;
pub mod rows;
pub mod safe;
pub mod searchable;
pub mod sort_key;
