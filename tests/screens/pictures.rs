//! Every screen of place 1, in both sizes and both languages, as a person sees it.

use fieldcard::domain::language::Language;

use crate::player::Player;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// Plays a script on the sample cards in every size and language and compares the pictures.
pub fn pictures(name: &str, script: &str) {
    for (columns, rows) in SIZES {
        for language in Language::ALL {
            let mut player = Player::samples(columns, rows, *language);
            let picture = player.keys(script).picture();
            insta::assert_snapshot!(format!("{name}_{columns}x{rows}_{}", language.tag()), picture);
        }
    }
}

#[test]
fn the_list() {
    pictures("list", "");
}

#[test]
fn what_is_due() {
    pictures("today", "2");
}

#[test]
fn the_sheet_before_a_visit() {
    pictures("brief", "/ 'HH-001' Enter b");
}

#[test]
fn the_days_ahead() {
    pictures("month", "2 m");
}

#[test]
fn the_visits_of_the_day() {
    pictures("plan", "2 v");
    pictures("plan_kept", "2 v P c 'visit fine' Enter j - 'closed' Enter");
}

#[test]
fn the_contacts_pane() {
    pictures("contacts", "/ 'HH-001' Enter Tab Tab j");
}

#[test]
fn the_credit_pane_with_points_pending() {
    pictures("credit", "/ 'HH-001' Enter Tab Tab Tab j + +");
}

#[test]
fn letters_pending() {
    pictures("letters", "/ 'HH-001' Enter N N");
}

#[test]
fn a_log_line_with_its_reading() {
    pictures(
        "log",
        "/ 'HH-001' Enter c 'call quoted 3.2万 +N -A interested next fri visit promise 样品 by thu'",
    );
}

#[test]
fn a_search_as_it_is_typed() {
    pictures("search", "/ 'position:target'");
}

#[test]
fn a_search_with_a_field_that_does_not_exist() {
    pictures("search_hint", "/ 'positon:target'");
}

#[test]
fn nothing_found() {
    pictures("nothing", "/ 'zzzz' Enter");
}

#[test]
fn a_card_opened() {
    pictures("card", "/ 'HH-001' Enter Enter");
}

#[test]
fn a_field_edited_in_place() {
    pictures("field", "/ 'HH-001' Enter Enter j j Enter 'x'");
}

#[test]
fn a_choice_of_a_field() {
    pictures("choice", "/ 'HH-001' Enter Enter j j j j Enter");
}

#[test]
fn a_new_card_with_its_reading() {
    pictures("add", "a 'Ana Torres 138 0000 9999 ana@example.com #fair @Northwind'");
}

#[test]
fn a_move_and_what_it_needs() {
    pictures("move", "/ 'HH-001' Enter p");
}

#[test]
fn the_palette() {
    pictures("palette", ": 'co'");
}

#[test]
fn the_help() {
    pictures("help", "?");
}

#[test]
fn an_empty_file() {
    for language in Language::ALL {
        let picture = Player::empty(80, 24, *language).picture();
        insta::assert_snapshot!(format!("empty_80x24_{}", language.tag()), picture);
    }
}

#[test]
fn too_small_a_terminal_says_so() {
    let picture = Player::samples(60, 10, Language::English).picture();
    assert!(picture.contains("80 columns and 24 rows"), "{picture}");
}

#[test]
fn who_introduced_whom_and_the_positions_of_a_card() {
    pictures("referrals", "/ 'Brook' Enter Enter Shift-Tab Shift-Tab");
    pictures("positions", "/ 'HH-001' Enter Enter Shift-Tab Shift-Tab Shift-Tab");
    pictures("move_form", "/ 'HH-001' Enter p Enter");
}
