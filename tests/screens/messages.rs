//! What is said at the foot of the screen: however long it is, what can be done now is read whole.

use fieldcard::domain::contact::NextAction;
use fieldcard::domain::language::Language;
use fieldcard::store::Act;
use fieldcard::tui::app::{Afterwards, UnderWay};
use fieldcard::tui::effect::Outcome;

use crate::player::Player;

/// Names as long as those of companies are.
const NAMES: [&str; 3] = [
    "Northwind Printing and Packaging Machinery Works Ltd",
    "Southwind Printing and Packaging Machinery Works Ltd",
    "Westwind Printing and Packaging Machinery Works Ltd",
];

/// A screen of the smallest size with the long names on it.
fn player(language: Language) -> Player {
    let mut player = Player::empty(80, 24, language);
    for name in NAMES {
        player.keys(&format!("a '{name}' Enter"));
    }
    player
}

/// The two rows above the footer, as one text.
fn foot(player: &Player) -> String {
    let picture = player.picture();
    let rows: Vec<&str> = picture.lines().collect();
    rows[rows.len() - 3..rows.len() - 1].iter().map(|row| row.trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_way_back_is_whole_however_long_the_rest_is() {
    for (language, back, corrected, all_back) in [
        (Language::English, "u takes it back.", "u takes it back, C corrects it.", "u takes all of it back"),
        (Language::Simplified, "按 u 撤销。", "按 u 撤销，按 C 更正。", "u 可全部撤销"),
        (Language::Traditional, "按 u 復原。", "按 u 復原，按 C 更正。", "u 可全部復原"),
    ] {
        let mut player = player(language);
        for (script, back) in [
            ("n 'jul 20 visit' Enter 2 o", corrected),
            ("1 n 'jul 20 visit' Enter c 'visit +N' Enter", corrected),
            (&format!("a '{}' Enter", NAMES[0]), back),
            ("d", back),
            ("Ctrl-A d", all_back),
        ] {
            player.keys(script);
            assert!(foot(&player).contains(back), "{script}\n{}", player.picture());
        }
    }
}

#[test]
fn what_was_done_is_told_where_it_begins_and_where_it_ends() {
    let mut player = player(Language::English);
    player.keys("Ctrl-A d");
    let foot = foot(&player);
    assert!(foot.starts_with("3 cards in the bin: Northwind Printing"), "{foot}");
    assert!(foot.ends_with("(0 out of sight). u takes all of it back."), "{foot}");
}

#[test]
fn a_message_that_fits_leaves_the_border_of_the_pane() {
    let mut player = player(Language::English);
    player.keys("Tab Ctrl-R");
    let picture = player.picture();
    let row = picture.lines().nth(21).expect("the row above the message");
    assert!(row.starts_with('╰') && row.ends_with('╯'), "{picture}");
}

#[test]
fn what_is_not_understood_of_a_search_is_read_whole_while_it_is_typed() {
    for (typed, said) in [
        ("position:target letters:MAN", "no field is called letters: did you mean temper:?"),
        ("position:xyz", "one of: drift, potential, target, actual, lost, non"),
    ] {
        let mut player = player(Language::English);
        player.keys(&format!("/ '{typed}'"));
        let picture = player.picture();
        let rows: Vec<&str> = picture.lines().map(str::trim).collect();
        assert!(rows[20..23].join(" ").contains(said), "{picture}");
    }
}

#[test]
fn what_is_wrong_with_a_search_is_read_whole_once_it_is_not_taken() {
    for language in Language::ALL {
        let mut player = Player::samples(80, 24, *language);
        player.keys("/ 'position:foo' Enter");
        let picture = player.picture();
        let said = picture.lines().skip(20).collect::<Vec<_>>().join(" ");
        assert!(said.contains("foo") && said.contains(" non "), "{picture}");
    }
}

/// The row above the footer.
fn row(player: &Player) -> String {
    let picture = player.picture();
    picture.lines().rev().nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_message_and_the_progress_of_long_work_never_share_a_row() {
    let mut player = player(Language::English);
    player.app.under_way = Some(UnderWay { done: 1234, of: Some(20000), afterwards: Afterwards::Marked });
    player.keys("j");
    let progress = "1,234 of 20,000   Esc stops and takes it back";
    assert_eq!(row(&player), progress);
    player.keys("q");
    assert_eq!(row(&player), "Still at work. Esc stops it and takes it back.");
    player.keys("j");
    assert_eq!(row(&player), progress);
}

#[test]
fn where_a_line_is_open_esc_is_not_said_to_stop_long_work() {
    let mut player = player(Language::English);
    player.app.under_way = Some(UnderWay { done: 1234, of: None, afterwards: Afterwards::Marked });
    player.keys("c 'call'");
    assert_eq!(row(&player), "1,234 rows");
    player.keys("Ctrl-U Esc");
    assert_eq!(row(&player), "1,234 rows   Esc stops and takes it back");
}

/// Another program puts the card under the cursor into the bin.
fn binned_elsewhere(player: &mut Player) {
    let card = player.app.listing.selected().expect("a card");
    let mut other = player.store.another().expect("a second connection");
    other.write(Act::Remove, "", |door| door.bin(card)).expect("the other program writes");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
}

#[test]
fn a_line_keeps_the_name_of_its_card_when_that_leaves_the_list() {
    for (open, typed, take) in [
        ("c", "'call hello there'", "Enter"),
        ("n", "'fri call'", "Enter"),
        ("c 'call' Tab", "'hello'", "Ctrl-S"),
    ] {
        let mut player = player(Language::English);
        player.keys(&format!("/ '{}' Enter Esc {open} {typed}", NAMES[1]));
        let logged = || fieldcard::lang::words(Language::English).title_log(&NAMES[1]);
        let titled = |player: &Player| player.picture().contains(&logged()) || open == "n";
        assert!(titled(&player), "{}", player.picture());
        binned_elsewhere(&mut player);
        assert!(titled(&player), "{}", player.picture());
        player.keys(take);
        let picture = player.picture();
        assert!(picture.contains("gone from this list.") && picture.contains("Southwind"), "{picture}");
        assert!(titled(&player), "{picture}");
        player.keys("Esc");
        let said = foot(&player);
        assert!(said.contains(&format!("Kept with {}", NAMES[1])), "{said}");
        // Nothing was written on the neighbour, and nothing is offered there.
        let neighbour = player.app.current().expect("a neighbour").card.clone();
        assert!(neighbour.contacts.is_empty() && neighbour.next_action.is_none());
        player.keys("c");
        assert!(!player.picture().contains("hello"), "{}", player.picture());
    }
}

#[test]
fn what_is_typed_into_any_line_is_there_again_after_esc() {
    for (before, key, typed) in [
        ("Enter", "O", "shoe size;type=integer"),
        ("/ 'wind' Enter", "S", "coast"),
        ("x", "t", "spring"),
        ("x", "n", "jul 20 visit"),
        ("x", "o", "list.csv; Li"),
        ("x", "e 'industry' Enter", "Tall houses"),
    ] {
        let mut player = player(Language::English);
        player.keys(&format!("{before} {key} '{typed}' Esc"));
        assert_eq!(row(&player), "Kept: the same key brings it back.", "{key}");
        assert!(!player.picture().contains(typed), "{}", player.picture());
        player.keys(key);
        assert!(player.picture().contains(typed), "{key}: {}", player.picture());
        player.keys(&format!("Ctrl-T Esc {key}"));
        assert!(!player.picture().contains(typed), "{key}: {}", player.picture());
    }
}

#[test]
fn a_line_that_was_taken_begins_empty_the_next_time() {
    let mut player = player(Language::English);
    player.keys("x t 'spring' Esc t Enter t");
    assert!(!player.picture().contains("│ spring"), "{}", player.picture());
}

#[test]
fn the_footer_of_a_search_says_that_esc_discards_it() {
    let mut player = player(Language::English);
    let footer = |player: &Player| player.picture().lines().last().unwrap_or_default().trim().to_owned();
    player.keys("/ 'wind'");
    assert!(footer(&player).starts_with("Enter take  Esc discard"), "{}", footer(&player));
    assert!(!footer(&player).contains("kept"), "{}", footer(&player));
    player.keys("Esc c");
    assert!(footer(&player).contains("Esc back, text kept"), "{}", footer(&player));
}

#[test]
fn a_second_undo_takes_back_what_stood_in_the_way_of_the_first() {
    for language in Language::ALL {
        let mut player = player(*language);
        player.keys("n 'jul 20 visit' Enter");
        let card = player.app.listing.selected().expect("a card");
        let next = |player: &Player| player.app.current().and_then(|shown| shown.card.next_action.clone());
        let mut other = player.other_program();
        let planned = NextAction { on: crate::player::day(), kind: None, note: "theirs".into() };
        other.write(Act::Next, NAMES[2], |door| door.set_next(card, Some(&planned))).expect("they write");
        player.app.receive(Outcome::ForeignWrite);
        player.settle();
        player.keys("u");
        let words = fieldcard::lang::words(*language);
        let again = words.hint_undo_again(&"");
        let again = again.trim_end_matches(['.', '。']);
        assert!(!foot(&player).starts_with(|letter: char| letter.is_lowercase()), "{}", player.picture());
        assert!(foot(&player).contains(again.trim()), "{}", player.picture());
        assert_eq!(next(&player).map(|next| next.note).as_deref(), Some("theirs"));
        player.keys("u");
        assert!(foot(&player).contains("Ctrl-R"), "{}", player.picture());
        assert_eq!(next(&player).map(|next| next.on.to_string()).as_deref(), Some("2026-07-20"));
        // What is older is in reach again.
        player.keys("u u");
        assert!(next(&player).is_none());
        assert_eq!(player.app.listing.total(), Some(NAMES.len() - 1));
        player.keys("Ctrl-R Ctrl-R Ctrl-R");
        assert_eq!(next(&player).map(|next| next.note).as_deref(), Some("theirs"));
    }
}

#[test]
fn another_key_after_a_refused_undo_leaves_the_later_change_alone() {
    let mut player = player(Language::English);
    player.keys("n 'jul 20 visit' Enter");
    let card = player.app.listing.selected().expect("a card");
    let mut other = player.other_program();
    other.write(Act::Next, NAMES[2], |door| door.set_next(card, None)).expect("they write");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
    player.keys("u k u");
    assert!(foot(&player).contains("u again takes back"), "{}", player.picture());
    assert!(player.store.card(card).expect("read").expect("there").next_action.is_none());
}

#[test]
fn a_refused_redo_names_what_stands_in_its_way() {
    let mut player = player(Language::English);
    player.keys("n 'jul 20 visit' Enter u");
    let card = player.app.listing.selected().expect("a card");
    let planned = NextAction { on: crate::player::day(), kind: None, note: "theirs".into() };
    let mut other = player.other_program();
    other.write(Act::Next, NAMES[2], |door| door.set_next(card, Some(&planned))).expect("they write");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
    player.keys("Ctrl-R");
    assert!(foot(&player).contains(&format!("It is: next action of {}.", NAMES[2])), "{}", player.picture());
}

#[test]
fn where_nothing_was_done_no_step_is_promised() {
    for key in ["u", "Ctrl-R"] {
        let mut player = Player::empty(80, 24, Language::English);
        player.keys(key);
        assert!(row(&player).starts_with("Nothing is left to "), "{}", player.picture());
        assert_eq!(row(&player).matches('.').count(), 1, "{}", player.picture());
    }
}

#[test]
fn a_card_in_the_bin_says_so_and_how_it_comes_out() {
    for language in Language::ALL {
        for (columns, rows) in [(80, 24), (120, 36)] {
            let words = fieldcard::lang::words(*language);
            let mut player = Player::empty(columns, rows, *language);
            player.keys("a 'Ana' Enter d / 'in:bin' Enter");
            assert!(player.picture().contains(&words.in_the_bin()), "{}", player.picture());
            player.keys("d");
            assert!(player.picture().contains(&words.screen_out_of_bin(&"Ana")), "{}", player.picture());
            player.keys("Esc");
            assert!(!player.picture().contains(&words.in_the_bin()), "{}", player.picture());
        }
    }
}

#[test]
fn a_refusal_begins_as_a_sentence_and_names_a_step_that_the_screen_has() {
    for (script, said) in [
        ("a 'Ana' Enter u u", "Nothing is left to take back. Ctrl-R puts back what was taken back."),
        ("a 'Ana' Enter Ctrl-R", "Nothing is left to put back. u takes back the last change."),
        ("a '138 0000 0000'", "the name is empty: begin with the name"),
    ] {
        let mut player = Player::empty(80, 24, Language::English);
        player.keys(script);
        assert!(player.picture().contains(said), "{script}: {}", player.picture());
    }
}
