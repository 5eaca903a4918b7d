//! Another program writes into the same card file.

use std::time::{Duration, Instant};

use crate::terminal::{Desk, WIDE, row_under_cursor};

/// One second is promised; the rest is for a slow machine.
const SEEN_WITHIN: Duration = Duration::from_secs(5);

#[test]
fn a_card_another_program_adds_comes_up_and_the_cursor_keeps_its_own() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_on("Acorn Nursery");
    terminal.keys("jjj");
    terminal.wait_on("Cedar Furniture");
    let added = desk.run(&["add", "Aardvark Tours"]);
    assert!(added.status.success(), "{added:?}");
    let written = Instant::now();
    let seen = terminal.wait_for("Aardvark Tours").saturating_duration_since(written);
    assert!(seen < SEEN_WITHIN, "{seen:?}");
    terminal.wait_for("5/41");
    assert!(row_under_cursor(terminal.state()).contains("Cedar Furniture"), "{}", terminal.picture());
}

#[test]
fn a_contact_another_program_logs_is_seen_on_the_card_that_is_open() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_on("Acorn Nursery");
    terminal.keys("\r");
    terminal.wait_for("[Card]");
    let logged = desk.run(&["log", "AC-040", "call asked for the brochure"]);
    assert!(logged.status.success(), "{logged:?}");
    terminal.wait_for("asked for the brochure");
}

#[test]
fn a_line_being_typed_is_left_alone_by_another_programs_write() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_on("Acorn Nursery");
    terminal.keys("cmy own words");
    terminal.wait_for("my own words");
    let added = desk.run(&["add", "Aardvark Tours"]);
    assert!(added.status.success(), "{added:?}");
    terminal.wait_for("Aardvark Tours");
    terminal.keys(" stay\r");
    terminal.wait_for("my own words stay");
    terminal.wait_on("Acorn Nursery");
}

#[test]
fn a_card_another_program_removes_is_gone_and_the_screen_goes_on() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_on("Acorn Nursery");
    let removed = desk.run(&["remove", "AC-040"]);
    assert!(removed.status.success(), "{removed:?}");
    terminal.wait_for("1/39");
    terminal.wait_on("Bright Tea House");
    assert_eq!(terminal.leave(), 0);
}
