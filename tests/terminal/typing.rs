//! What is typed: into cards, out of the paste buffer, and half typed when the program is killed.

use std::time::{Duration, Instant};

use crate::terminal::{BACK, Desk, ENTER, ESCAPE, NARROW, WIDE};

/// Half-typed text is kept one second after a key; the rest is for a slow machine.
const KEPT_WITHIN: Duration = Duration::from_secs(5);

#[test]
fn a_card_is_added_and_logged_and_the_log_taken_back() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_for("No cards yet");
    terminal.keys(&format!("aAna Torres 138 0000 9999{ENTER}"));
    terminal.wait_for("Added Ana Torres");
    terminal.keys(&format!("ccall wants a price +N next fri{ENTER}"));
    terminal.wait_for("wants a price");
    terminal.wait_on("??N Ana Torres");
    terminal.keys("u");
    terminal.wait_on("??? Ana Torres");
    terminal.wait_gone("wants a price");
    assert_eq!(terminal.leave(), 0);

    let mut again = desk.screen(WIDE);
    again.wait_on("??? Ana Torres");
    assert!(!again.picture().contains("wants a price"), "{}", again.picture());
}

#[test]
fn all_keys_in_one_go_are_taken_in_their_order() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_for("No cards yet");
    let typed = format!("aAna Torres{ENTER}ccall first{ENTER}aBea Small{ENTER}cvisit second{ENTER}");
    terminal.keys(&typed);
    terminal.wait_on("Bea Small");
    terminal.wait_for("second");
    terminal.keys("k");
    terminal.wait_on("Ana Torres");
    terminal.wait_for("first");
    assert!(!terminal.picture().contains("second"), "{}", terminal.picture());
}

#[test]
fn a_search_and_what_follows_it_may_be_typed_in_one_go() {
    let desk = Desk::samples();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_for("1/40");
    terminal.keys(&format!("/Ivy{ENTER}ccall asked for Ivy{ENTER}{BACK}dd"));
    terminal.wait_for("1/38");
    terminal.keys("uu/Ivy");
    terminal.wait_for("1/1");
    terminal.wait_for("asked for Ivy");
}

#[test]
fn what_was_just_logged_may_be_corrected_in_one_go_with_it() {
    // On Today the cursor goes on from the first; the second is due there no more, and is found among the cards.
    let logs =
        [("2cvisit", "Harbour Print Ltd", "/18"), ("2jjjcnext +2w visit", "Jade Garden Estate", "/40")];
    for (keys, logged, list) in logs {
        let desk = Desk::samples();
        let mut terminal = desk.screen(WIDE);
        terminal.wait_for("1/40");
        terminal.keys(&format!("{keys} it rained{ENTER}C all day{ENTER}"));
        terminal.wait_for("it rained all day");
        terminal.wait_on(logged);
        terminal.wait_for(list);
        assert_eq!(terminal.leave(), 0);
    }
}

#[test]
fn a_paste_is_text_in_a_line_and_nothing_elsewhere() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_for("No cards yet");
    terminal.keys("\x1b[200~qqqq\x1b[201~");
    terminal.keys("a");
    terminal.wait_for("Enter take");
    terminal.keys("\x1b[200~Ana\rTorres\x1b]0;owned\x07\x1b[201~");
    terminal.wait_for("Torres");
    assert!(!terminal.picture().contains("Added"), "the line end in a paste is no Enter");
    terminal.keys(ENTER);
    terminal.wait_for("Added Ana");
    assert!(!terminal.written_but_the_name().contains("\x1b]"), "the paste came back alive");
}

#[test]
fn half_typed_text_survives_a_kill_and_is_offered_again() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(WIDE);
    terminal.wait_for("No cards yet");
    terminal.keys(&format!("aAna Torres{ENTER}"));
    terminal.wait_for("Added Ana Torres");
    terminal.keys("chalf a sentence");
    terminal.wait_for("half a sentence");
    wait_until_kept(&desk, "half a sentence");
    terminal.kill();

    let mut again = desk.screen(WIDE);
    again.wait_for("Half-typed text was found");
    again.keys(ENTER);
    again.wait_for("Log a contact with Ana Torres");
    again.keys(&format!(" goes on{ENTER}"));
    again.wait_for("Logged");
    again.wait_for("half a sentence goes on");
    assert_eq!(again.leave(), 0);

    let mut third = desk.screen(WIDE);
    third.wait_for("half a sentence goes on");
    assert!(!third.picture().contains("Half-typed"), "what was taken is offered no more");
}

#[test]
fn a_note_of_many_lines_survives_a_kill() {
    let desk = Desk::empty();
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("No cards yet");
    terminal.keys(&format!("aAna Torres{ENTER}"));
    terminal.wait_for("Added Ana Torres");
    terminal.keys(&format!("cvisit saw the shop{ENTER}"));
    terminal.wait_for("Logged");
    terminal.keys("\t\te");
    terminal.wait_for("1/1");
    terminal.keys("\x1b[200~\rtwo presses\rone cutter\x1b[201~");
    terminal.wait_for("one cutter");
    wait_until_kept(&desk, "one cutter");
    terminal.kill();

    let mut again = desk.screen(NARROW);
    again.wait_for("Half-typed text was found");
    again.keys(ENTER);
    again.wait_for("3/3");
    again.keys("\x13");
    again.wait_for("Ana Torres changed");
    let store = desk.store();
    let cards =
        store.list(&Default::default(), &Default::default(), crate::terminal::day(), None).expect("a list");
    let card = store.card(cards[0]).expect("read").expect("there");
    assert_eq!(card.contacts[0].note, "saw the shop\ntwo presses\none cutter");
}

#[cfg(unix)]
#[test]
fn a_note_is_written_in_the_editor_outside_and_comes_back() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::empty();
    // It says when it listens: what is typed earlier may meet the terminal before it is given away.
    let script = "#!/bin/sh\necho ready > /dev/tty\nhead -n 1 < /dev/tty >> \"$1\"\nls -l \"$1\" | cut -c 1-10 >> \"$1\"\n";
    std::fs::write(desk.editor(), script).expect("an editor");
    std::fs::set_permissions(desk.editor(), std::fs::Permissions::from_mode(0o755)).expect("it can be run");
    let mut terminal = desk.screen(NARROW);
    terminal.wait_for("No cards yet");
    terminal.keys(&format!("aAna Torres{ENTER}cvisit saw the shop{ENTER}"));
    terminal.wait_for("Logged");
    terminal.keys("\t\te");
    terminal.wait_for("1/1");
    terminal.keys("\x0f");
    terminal.wait("an editor on the bare terminal", |screen| {
        screen.contents().contains("ready") && !screen.contents().contains("saw the shop")
    });
    terminal.keys(" and its owner\r");
    terminal.wait_for("saw the shop and its owner");
    terminal.wait_for("-rw-------");
    terminal.keys("\x13");
    terminal.wait_for("Ana Torres changed");
    let left: Vec<_> =
        std::fs::read_dir(desk.card_file().parent().expect("a folder")).expect("read").collect();
    assert!(!format!("{left:?}").contains(".txt"), "{left:?}");
}

#[test]
fn the_half_typed_text_of_a_living_program_is_not_offered_to_its_neighbour() {
    let desk = Desk::empty();
    let mut typing = desk.screen(NARROW);
    typing.wait_for("No cards yet");
    typing.keys("ahalf a name");
    typing.wait_for("half a name");
    wait_until_kept(&desk, "half a name");
    let mut neighbour = desk.screen(NARROW);
    neighbour.wait_for("No cards yet");
    neighbour.keys("?");
    neighbour.wait_for("Everywhere");
    neighbour.keys(ESCAPE);
    neighbour.wait_for("No cards yet");
}

/// Waits until what was typed stands on the disk.
fn wait_until_kept(desk: &Desk, text: &str) {
    let began = Instant::now();
    let written = desk.card_file().with_extension("fieldcard-wal");
    let stands = |bytes: Vec<u8>| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    while !std::fs::read(&written).is_ok_and(stands) {
        assert!(began.elapsed() < KEPT_WITHIN, "{text:?} is not kept");
        std::thread::sleep(Duration::from_millis(20));
    }
}
