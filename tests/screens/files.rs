//! The file of a card: attachments by class; and where a value of a card comes from.

use fieldcard::domain::language::Language;

use crate::pictures::pictures;
use crate::player::Player;

/// Keys that open the files of a card and put three into them.
const THREE_FILES: &str = "/ 'HH-001' Enter Enter Tab Tab Tab \
    o 'Licence copy;class=1;path=gone/licence.pdf;date=2026-03-18' Enter \
    o 'Quotation;class=2;path=/;date=2026-06-09' Enter o 'Sketch' Enter";

#[test]
fn the_files_of_a_card() {
    pictures("files", THREE_FILES);
}

#[test]
fn a_file_is_opened_edited_and_its_path_copied() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys(THREE_FILES);
    let picture = player.picture();
    assert!(picture.contains("missing: gone/licence.pdf"), "{picture}");
    assert!(!picture.contains("missing: /\n") && picture.contains("no path"), "{picture}");
    player.keys("g g y");
    assert_eq!(player.copied(), Some("gone/licence.pdf"));
    player.keys("j Enter");
    assert_eq!(player.opened_file(), Some("/"));
    assert!(player.picture().contains("Handed / to the system"), "{}", player.picture());
    player.keys("j Enter");
    assert!(player.picture().contains("This file has no path."), "{}", player.picture());
    player.keys("e ';path=sketch.pdf' Enter");
    assert!(player.picture().contains("missing: sketch.pdf"), "{}", player.picture());
    // A line emptied takes the file off the card, and u brings it back.
    player.keys("e Ctrl-U Enter");
    assert!(!player.picture().contains("Sketch"), "{}", player.picture());
    player.keys("u");
    assert!(player.picture().contains("Sketch"), "{}", player.picture());
}

#[test]
fn a_place_that_does_not_answer_keeps_nobody_waiting() {
    let mut player = Player::samples(80, 24, Language::English).with_a_dead_mount();
    player.keys(THREE_FILES);
    let picture = player.picture();
    assert!(picture.contains("gone/licence.pdf …") && !picture.contains("missing"), "{picture}");
    player.keys("j Tab Shift-Tab Esc");
    assert!(player.picture().contains("Harbour Print"), "{}", player.picture());
}

#[test]
fn a_card_without_files_shows_the_classes_and_says_what_to_press() {
    let mut player = Player::samples(80, 24, Language::Simplified);
    player.keys("Enter Tab Tab Tab Enter");
    let picture = player.picture();
    for seen in ["1 客户基础资料", "2 合同、订单", "3 欠款、还款", "4 交易状况", "5 退赔、折价", "按 o 添加"]
    {
        assert!(picture.contains(seen), "{seen}\n{picture}");
    }
}

#[test]
fn a_file_is_clicked() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys(THREE_FILES).click("Licence copy").click("Licence copy");
    assert_eq!(player.opened_file(), Some("gone/licence.pdf"));
    player.click("Contacts").click("Files");
    assert!(player.picture().contains("[Files]"), "{}", player.picture());
}

#[test]
fn a_value_tells_who_wrote_it_and_what_was_there_before() {
    for (language, before, source) in [
        (Language::English, "before: Harbour Print", "screen"),
        (Language::Simplified, "之前：海虹", "屏幕"),
        (Language::Traditional, "之前：海虹", "螢幕"),
    ] {
        let mut player = Player::samples(120, 36, language);
        player.keys("/ 'HH-001' Enter Enter g g Enter Ctrl-U 'Haihong' Enter i");
        let picture = player.picture();
        assert!(picture.contains(before) && picture.contains(source), "{picture}");
        player.keys("Esc z G i");
        assert!(player.picture().contains(&player.app.setting.words.no_origin()), "{}", player.picture());
    }
}

#[test]
fn a_phone_a_person_and_a_record_tell_it_too() {
    let mut player = Player::empty(120, 36, Language::English);
    player.keys("a 'Northwind 138 0000 0000' Enter Enter");
    player.keys("o 'need' Enter 'quiet machine;weight=5' Enter");
    for (row, seen) in [("mobile 138", "    mobile"), ("quiet machine", "weight: 5")] {
        player.click(row).keys("i");
        let picture = player.picture();
        assert!(picture.contains(seen), "{picture}");
        player.keys("Esc");
    }
}

#[test]
fn a_record_is_edited_in_the_words_of_the_language() {
    for (language, seen, typed) in [
        (Language::English, ";class=basic data;path=gone/licence.pdf", "';class=contracts and orders'"),
        (Language::Simplified, ";类别=客户基础资料;路径=gone/licence.pdf", "';类别=合同、订单'"),
        (Language::Traditional, ";類別=", "';类别=2'"),
    ] {
        let mut player = Player::samples(120, 36, language);
        player.keys(THREE_FILES).keys("g g e");
        assert!(player.picture().contains(seen), "{}", player.picture());
        player.keys(typed).keys("Enter");
        let card = &player.app.current().expect("a card").card;
        let file = card.details.iter().find(|detail| detail.head() == "Licence copy").expect("the file");
        assert_eq!(file.text("class"), "2", "{}", player.picture());
    }
}
