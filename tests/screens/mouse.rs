//! The mouse points, and what is pointed to is chosen.

use fieldcard::domain::language::Language;
use fieldcard::tui::app::{Pane, Tab};
use fieldcard::tui::mouse::Gesture;

use ratatui::layout::Position;

use crate::player::Player;

fn selected(player: &Player) -> String {
    player.app.current().map(|shown| shown.card.name.clone()).unwrap_or_default()
}

#[test]
fn a_click_on_the_sheet_beside_the_list_of_the_day_opens_it() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("2").click("Where we stand");
        assert!(player.picture().contains("Before the visit"), "{}", player.picture());
        player.point(Gesture::Wheel(1), "Before the visit").keys("Esc");
        assert!(player.picture().contains("Today"), "{}", player.picture());
    }
}

#[test]
fn a_click_selects_a_card_and_one_more_opens_it() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        for language in Language::ALL {
            let mut player = Player::samples(columns, rows, *language);
            let third = player.app.listing.visible()[2];
            let row = player.app.listing.row(third).expect("a row on the screen");
            let (name, line) = (row.name.clone(), format!("{} {}", row.standing.letters.code(), row.name));
            player.click(&line);
            assert_eq!(selected(&player), name);
            assert_eq!(player.app.opened, None);
            player.click(&line);
            assert_eq!(player.app.opened, Some(Tab::Card), "{}", player.picture());
        }
    }
}

#[test]
fn names_of_panes_tabs_and_places_are_clicked() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.click("Contacts");
        assert_eq!(player.app.pane, Pane::Contacts, "{}", player.picture());
        player.click("Credit 5C");
        assert_eq!(player.app.pane, Pane::Credit);
        player.click("MAN Name").click("MAN Brook Dairy").click("MAN Brook Dairy");
        for (name, tab) in [("Log", Tab::Log), ("Credit 5C", Tab::Credit), ("Contacts", Tab::Contacts)] {
            player.click(name);
            assert_eq!(player.app.opened, Some(tab), "{}", player.picture());
        }
        player.click("1 Cards");
        assert_eq!(player.app.opened, None);
    }
}

#[test]
fn what_is_due_is_chosen_by_a_click_and_the_sheet_beside_it_is_not_touched() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("2");
        let second = player.app.listing.visible()[1];
        player.click("Delta Instr");
        assert_eq!(player.app.listing.selected(), Some(second), "{}", player.picture());
        let pane = player.app.pane;
        let below = Position::new(columns - 10, rows - 6);
        player.point_at(Gesture::Click, below);
        assert_eq!((player.app.pane, player.app.listing.selected()), (pane, Some(second)));
        assert_eq!(player.app.opened, None);
    }
}

#[test]
fn a_field_is_edited_and_a_choice_taken_by_clicks() {
    let mut player = Player::samples(120, 36, Language::English);
    player.click("MAN Brook Dairy").click("MAN Brook Dairy");
    player.click("Kind ").click("Kind ").click("media, observer");
    let kind = player.picture().lines().find(|line| line.contains("Kind ")).unwrap_or_default().to_owned();
    assert!(kind.contains("media, observer"), "{kind}");
    player.click("Short name").click("Short name").keys("'abc'").click("bc").keys("'!'");
    assert!(player.picture().contains("a!bc"), "{}", player.picture());
}

#[test]
fn keys_of_the_footer_are_clicked() {
    let mut player = Player::samples(80, 24, Language::English);
    player.click("log").keys("'call +N'").click("Esc back");
    assert!(player.app.layers.is_empty());
    player.click("? help");
    assert!(player.picture().contains("─ Help ─"), "{}", player.picture());
}

#[test]
fn the_wheel_moves_what_lies_under_it() {
    let mut player = Player::samples(120, 36, Language::English);
    let wheel = Gesture::Wheel(3);
    player.point(wheel, "Acorn Nursery").point(wheel, "Acorn Nursery");
    assert_eq!(player.app.listing.cursor(), 6);
    player.point(Gesture::Wheel(-3), "Acorn Nursery");
    assert_eq!(player.app.listing.cursor(), 3);
    player.click("MAN Brook Dairy").point(wheel, "Contacts");
    assert_eq!((player.app.cursors.contact, player.app.pane), (2, Pane::List));
    player.keys(":").point(wheel, "All actions by name");
    assert!(player.picture().contains("▌"), "{}", player.picture());
}

#[test]
fn beside_a_list_of_choices_it_closes_and_beside_a_line_nothing_is_lost() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("s").click("Credit 5C");
    assert!(player.app.layers.is_empty());
    player.keys("c 'half a word'").click("Credit 5C");
    assert!(player.picture().contains("half a word"), "{}", player.picture());
}

#[test]
fn no_place_of_the_screen_breaks_it() {
    for script in ["", "Enter", "c 'x'", "/ 'x'", ":", "?", "Tab Tab"] {
        for (columns, rows) in [(80, 24), (120, 36), (60, 10)] {
            let mut player = Player::empty(columns, rows, Language::Simplified);
            for row in 0..rows + 1 {
                player.keys(script);
                for column in (0..columns + 2).step_by(7) {
                    player.point_at(Gesture::Click, Position::new(column, row));
                }
            }
        }
    }
}
