//! The terminal changes its size at any moment.

use crate::pty::Extent;
use crate::terminal::{Desk, ESCAPE, NARROW, WIDE};

const TINY: Extent = Extent { columns: 40, rows: 10 };

#[test]
fn every_size_has_its_picture_and_the_first_one_comes_back() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("1/40");
    terminal.wait_on("Acorn Nursery");
    terminal.wait_for("parents would share the cost");
    // What is due is counted beside the drawing.
    terminal.wait_for("Today ·");
    let before = terminal.picture();
    terminal.resize(WIDE);
    terminal.wait_for("Tin Roof Builders");
    terminal.wait_for("Conditions");
    terminal.resize(TINY);
    terminal.wait_for("80 columns");
    terminal.resize(NARROW);
    terminal.wait("the picture it was", |screen| screen.contents() == before);
    assert_eq!(terminal.leave(), 0);
}

#[test]
fn what_is_being_typed_survives_every_size() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_on("Acorn Nursery");
    terminal.keys("c");
    for (size, letter) in [(WIDE, "one "), (TINY, "two "), (NARROW, "three "), (WIDE, "four")] {
        terminal.keys(letter);
        terminal.resize(size);
    }
    terminal.wait_for("one two three four");
    terminal.keys(ESCAPE);
    terminal.wait_gone("one two three four");
    terminal.wait_on("Acorn Nursery");
}

#[test]
fn a_terminal_too_small_from_the_start_says_so_and_can_be_left() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(TINY);
    terminal.wait_for("80 columns");
    assert_eq!(terminal.leave(), 0);
}

#[test]
fn the_smallest_terminal_of_all_is_no_trap() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_on("Acorn Nursery");
    terminal.resize(Extent { columns: 1, rows: 1 });
    terminal.keys("jjjc");
    terminal.keys(ESCAPE);
    terminal.resize(NARROW);
    terminal.wait_on("Cedar Furniture");
    assert_eq!(terminal.leave(), 0);
}
