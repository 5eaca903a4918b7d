//! A card file from elsewhere may hold anything: nothing of it reaches the terminal alive.

use fieldcard::domain::draft::{NewCard, NewPerson};
use fieldcard::store::Act;

use crate::terminal::{Desk, ENTER, ESCAPE, NARROW, Terminal, WIDE};

/// Sets the window's title, rings, recolours, wipes the screen, by C0 and by C1; turns the writing direction;
/// moves the cursor back; ends the line.
const HOSTILE: &str = "Evil\x1b]0;owned\x07\x1b[31m\x1b[2J\u{9b}31m\u{202e}\u{8}\0\r\nend";

fn desk() -> Desk {
    let desk = Desk::empty();
    let card = NewCard {
        short_name: HOSTILE.to_owned(),
        company: HOSTILE.to_owned(),
        code: HOSTILE.to_owned(),
        tags: vec![HOSTILE.to_owned()],
        people: vec![NewPerson { name: HOSTILE.to_owned(), ..NewPerson::default() }],
        ..NewCard::named(HOSTILE)
    };
    desk.store().write(Act::Add, "", |door| door.add_card(&card)).expect("the card is written");
    desk
}

/// The program writes text, and sequences that move, colour and clear; nothing else.
fn assert_tame(terminal: &Terminal) {
    let written = terminal.written_but_the_name();
    for alive in ["\x1b]", "\x07", "\x08", "\0", "\u{9b}", "\u{202e}", "\x1b[31m"] {
        assert!(!written.contains(alive), "{alive:?} reached the terminal:\n{}", terminal.picture());
    }
}

#[test]
fn a_hostile_name_is_shown_tame_in_every_place() {
    for size in [NARROW, WIDE] {
        let desk = desk();
        let mut terminal = desk.screen(size);
        terminal.wait_on("Evil␛]0;owned");
        for (keys, seen) in [
            ("ccall +A", "Log a contact with Evil␛]0;owned␇␛[31m"),
            (ESCAPE, "Kept"),
            // The footer is drawn last: the whole picker stands then.
            ("p", "Enter choose"),
            (ESCAPE, "Enter open"),
            (ENTER, "[Card]"),
            ("\t\t\t", "[Files]"),
            ("\t\t", "[Referrals]"),
            ("\t", "[Log]"),
            (ESCAPE, "MAN Name"),
            ("d", "0/0"),
            ("u", "1/1"),
        ] {
            terminal.keys(keys);
            terminal.wait_for(seen);
        }
        assert_eq!(terminal.leave(), 0);
        assert_tame(&terminal);
    }
}

#[test]
fn a_hostile_note_from_a_command_is_shown_tame() {
    let desk = Desk::empty();
    assert!(desk.run(&["add", "Ana Torres"]).status.success());
    let logged = desk.run(&["log", "Ana", "call \x1b]0;owned\x07 \u{9b}31m said"]);
    assert!(logged.status.success(), "{logged:?}");
    let mut terminal = desk.screen(WIDE);
    terminal.wait_for("␛]0;owned␇");
    assert_eq!(terminal.leave(), 0);
    assert_tame(&terminal);
}

#[test]
fn what_a_command_prints_for_programs_is_tame_on_a_terminal_and_nothing_is_drawn_beside_it() {
    let desk = desk();
    for arguments in [
        &["export", "-"][..],
        &["export", "-", "--format", "json"],
        &["list", "--csv"],
        &["list", "--json"],
        &["show", "1", "--json"],
    ] {
        let mut terminal = desk.start(arguments, WIDE);
        assert_eq!(terminal.ended(), 0);
        assert!(terminal.picture().contains("Evil"), "{arguments:?}:\n{}", terminal.picture());
        assert_tame(&terminal);
        assert!(!terminal.written().contains('\x1b'), "{arguments:?}: {:?}", terminal.written());
    }
}
