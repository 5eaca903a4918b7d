//! Views of the list: ready ones, and what their user makes of them.

use fieldcard::domain::language::Language;
use fieldcard::tui::mouse::Gesture;

use crate::pictures::pictures;
use crate::player::Player;

/// The line with the names of the columns.
fn heads(player: &Player) -> String {
    player.picture().lines().nth(2).unwrap_or_default().to_owned()
}

#[test]
fn the_views_there_are() {
    pictures("views", "v");
}

#[test]
fn the_customer_list() {
    pictures("view_customers", "v 'customers' Enter");
}

#[test]
fn the_addresses_by_zone() {
    pictures("view_addresses", "v 'addresses' Enter");
}

#[test]
fn the_customers_by_grade() {
    pictures("view_grades", "v 'grades' Enter");
}

#[test]
fn the_columns_being_arranged() {
    pictures("columns", "V Down Down Shift-Up Right Right Down Down");
}

#[test]
fn a_column_that_is_looked_for() {
    pictures("columns_found", "V 'zone' Enter");
}

#[test]
fn a_column_is_found_switched_on_and_moved() {
    let mut player = Player::samples(120, 36, Language::English);
    assert!(!heads(&player).contains("Zone"));
    player.keys("V 'zone' Enter Shift-Up Shift-Up Esc");
    let heads = heads(&player);
    assert!(heads.find("Zone") < heads.find("Follow-up"), "{heads}");
    assert!(player.picture().contains("East"), "{}", player.picture());
    // Off again.
    player.keys("V 'zone' Enter Esc");
    assert!(!self::heads(&player).contains("Zone"));
}

#[test]
fn the_name_stays_in_every_view_and_the_window_says_so() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("V Down Enter");
    assert!(player.picture().contains("The name is in every view."), "{}", player.picture());
}

#[test]
fn columns_are_made_wider_and_come_back_as_they_were() {
    let mut player = Player::samples(80, 24, Language::English);
    let before = heads(&player);
    player.keys("V Right Right Right Esc");
    assert_eq!(heads(&player).find("Name"), before.find("Name").map(|column| column + 3));
    player.keys("V - + Delete Esc");
    assert_eq!(heads(&player), before);
}

#[test]
fn a_view_is_remembered_by_the_card_file_with_its_columns_and_its_order() {
    let mut player = Player::samples(200, 50, Language::English);
    player.keys("V 'industry' Enter Esc s 'code' Enter v 'grades' Enter V Enter Esc");
    let mut player = player.restarted();
    assert!(heads(&player).contains("Industry"), "{}", player.picture());
    assert!(player.picture().contains("by Code"), "{}", player.picture());
    player.keys("v 'grades' Enter");
    assert!(!heads(&player).contains("Grade"), "the first column was left out: {}", player.picture());
    player.keys("V Delete Esc v 'workbench' Enter");
    assert!(heads(&player).contains("Industry"), "each view for itself: {}", player.picture());
}

#[test]
fn columns_without_room_are_reached_and_the_name_stays() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("v 'customers' Enter");
    assert!(player.picture().contains("more columns: Right"), "{}", player.picture());
    assert!(!heads(&player).contains("Last contact"));
    player.keys("Right Right Right Right Right Right Right Right Right");
    let end = heads(&player);
    assert!(end.contains("Name") && end.contains("Last co") && end.contains("Next"), "{end}");
    player.keys("l l l h h h h h h h h h h");
    assert!(heads(&player).contains("Code"), "{}", player.picture());
}

#[test]
fn an_own_field_and_a_group_of_details_are_columns_like_any_other() {
    let mut player = Player::samples(200, 50, Language::English);
    player.keys("Enter O 'colour;name=Favourite colour' Enter Esc Esc");
    player.keys("V 'favour' Enter Esc V 'yearly fig' Enter Esc s 'favour' Enter");
    let heads = heads(&player);
    assert!(heads.contains("Favourite colour") && heads.contains("Yearly figures"), "{heads}");
    assert!(player.picture().contains("by Favourite colour"), "{}", player.picture());
}

#[test]
fn a_sensitive_field_is_no_column_until_it_is_switched_on() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("V 'family'");
    assert!(player.picture().contains("Nothing"), "{}", player.picture());
    player.keys("Esc s 'family'");
    assert!(player.picture().contains("Nothing"), "{}", player.picture());
}

#[test]
fn work_goes_on_in_a_view_as_in_the_workbench() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("v 'customers' Enter / 'HH-001' Enter c 'call hello' Enter");
    assert!(player.picture().contains("Logged"), "{}", player.picture());
    // The mark is seen, the card opens, Esc leads back to the view.
    player.keys("x Enter Esc");
    assert!(heads(&player).contains("Code"), "{}", player.picture());
    player.keys("2 1");
    assert!(heads(&player).contains("Code"), "{}", player.picture());
}

#[test]
fn the_mouse_chooses_columns_too() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("V 'zone'").click("Zone").point(Gesture::Wheel(1), "Zone");
    player.keys("Esc");
    assert!(heads(&player).contains("Zone"), "{}", player.picture());
}
