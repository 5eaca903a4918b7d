//! What is chosen on the screen: seen at once, kept for the next start; and the mouse of a real terminal.

use crate::terminal::{Desk, ENTER, NARROW};

#[test]
fn a_language_chosen_is_there_again_after_the_next_start() {
    let desk = Desk::samples().without_language();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_on("Acorn Nursery");
    terminal.keys(":language zh-Hant");
    terminal.wait_for("繁體中文");
    terminal.keys(ENTER);
    terminal.wait_for("聯絡人");
    assert_eq!(terminal.leave(), 0);
    let mut again = desk.screen(NARROW);
    again.wait_for("聯絡人");
    assert_eq!(again.leave(), 0);
}

#[test]
fn a_click_selects_and_the_mouse_is_given_back() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_on("Acorn Nursery");
    // A press and its release at column 10 of row 6.
    terminal.keys("\x1b[<0;10;6M\x1b[<0;10;6m");
    terminal.wait_on("Brook Dairy");
    terminal.keys("\x1b[<65;10;6M");
    terminal.wait_on("Farlight Lighting");
    assert_eq!(terminal.leave(), 0);
    let written = terminal.written();
    let (begun, ended) = (written.find("\x1b[?1000h"), written.rfind("\x1b[?1000l"));
    assert!(begun.is_some() && begun < ended, "the mouse is asked for, then left alone");
}

#[test]
fn a_saved_filter_is_offered_with_its_count() {
    let desk = Desk::samples();
    assert!(desk.run(&["filters", "--save", "hot", "position:target"]).status.success());
    let mut terminal = desk.screen(NARROW);
    terminal.wait_on("Acorn Nursery");
    terminal.keys(":@hot");
    terminal.wait_for("position:target  8");
    terminal.keys(ENTER);
    terminal.wait_for("1/8");
    assert_eq!(terminal.leave(), 0);
}
