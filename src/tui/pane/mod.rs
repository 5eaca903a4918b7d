//! One file a pane: each draws a part of the state into an area and changes nothing.

pub mod border;
pub mod brief;
pub mod card;
pub mod cell;
pub mod contacts;
pub mod credit;
pub mod files;
pub mod head;
pub mod journal;
pub mod list;
pub mod man;
pub mod month;
pub mod plan;
pub mod positions;
pub mod referrals;
pub mod today;
