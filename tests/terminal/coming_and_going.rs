//! Start and leave: the terminal is as it was before.

use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::native_pty_system;

use crate::terminal::{Desk, NARROW};

#[test]
fn the_terminal_is_given_back_as_it_was() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("No cards yet");
    assert!(terminal.state().alternate_screen());
    assert!(terminal.state().bracketed_paste());
    let raw = terminal.pty.discipline();
    assert_eq!(terminal.leave(), 0);
    assert!(!terminal.state().alternate_screen(), "the shell's screen is back");
    assert!(!terminal.state().hide_cursor(), "the cursor is shown");
    assert!(!terminal.state().bracketed_paste());
    assert_ne!(terminal.pty.discipline(), raw, "lines and echo are back");
    assert_eq!(terminal.picture().trim(), "", "nothing is left on the shell's screen");
}

#[test]
fn control_c_leaves_too() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("No cards yet");
    terminal.keys("\x03");
    assert_eq!(terminal.pty.exit_code(), 0);
}

#[test]
fn without_a_terminal_nothing_is_drawn_and_the_error_is_clear() {
    let ended = Desk::empty().run(&[]);
    let said = String::from_utf8(ended.stderr).expect("text");
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.starts_with("the screen needs a terminal\nhint: "), "{said}");
    assert!(ended.stdout.is_empty());
}

#[test]
fn a_file_that_is_no_card_file_leaves_the_terminal_alone() {
    let desk = Desk::empty();
    std::fs::write(desk.card_file(), "a shopping list, not cards").expect("a file is written");
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("is not a card file");
    assert_eq!(terminal.pty.exit_code(), 1);
    assert!(!terminal.written().contains("\x1b[?1049h"), "the screen was never taken");
    let kept = std::fs::read_to_string(desk.card_file()).expect("the file is there");
    assert_eq!(kept, "a shopping list, not cards");
}

#[test]
fn asked_to_end_by_the_system_the_terminal_is_given_back_and_what_was_typed_is_kept() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("No cards yet");
    terminal.keys("aHalf a name");
    terminal.wait_for("Half a name");
    terminal.signal("TERM");
    assert_eq!(terminal.pty.exit_code(), 0);
    terminal.wait("the shell's screen", |screen| !screen.alternate_screen());
    let mut again = desk.screen(NARROW);
    again.wait_for("Half a name");
    again.signal("HUP");
    assert_eq!(again.pty.exit_code(), 0);
}

#[test]
fn a_terminal_that_goes_away_without_a_word_ends_the_screen() {
    const PATIENCE: Duration = Duration::from_secs(20);
    let desk = Desk::empty();
    let mut command = desk.command(&[]);
    // Then no signal tells of its end.
    command.set_controlling_tty(false);
    let pair = native_pty_system().openpty(NARROW.into()).expect("a pseudo terminal");
    let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
    let mut program = pair.slave.spawn_command(command).expect("the program starts");
    let (mut written, mut buffer) = (String::new(), [0; 4096]);
    while !written.contains("No cards yet") {
        let length = reader.read(&mut buffer).expect("the program draws");
        written.push_str(&String::from_utf8_lossy(&buffer[..length]));
    }
    // Nothing is to be drawn any more.
    std::thread::sleep(Duration::from_millis(300));
    drop((reader, pair));
    let began = Instant::now();
    while program.try_wait().expect("the program can be waited for").is_none() {
        if began.elapsed() > PATIENCE {
            program.kill().expect("the program ends");
            panic!("the program goes on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
