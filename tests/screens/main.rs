//! The screen: key script in, picture out.

#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]

mod ahead;
mod brief;
mod crossing;
mod files;
mod forms;
mod hostile;
mod import;
mod jobs;
mod logging;
mod look;
mod marks;
mod messages;
mod mouse;
mod offered;
mod pictures;
mod plan;
mod player;
mod positions;
mod readme;
mod survey;
mod svg;
mod today;
mod views;
mod waiting;
mod writing;
