//! The pictures in the README are the screens the program draws now.
//!
//! `UPDATE=1 cargo test --test screens readme` draws them anew.

use std::path::Path;

use fieldcard::domain::language::Language;
use fieldcard::tui::theme::{Colours, Frames, Palette, ThemeName};

use crate::player::Player;
use crate::svg;

fn check(file: &str, player: Player, theme: ThemeName, script: &str) {
    let palette = Palette { colours: Colours::True, ground: None };
    let mut player = player.looking(theme, Frames::Drawn, palette);
    player.keys(script);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures").join(file);
    let paper = if theme == ThemeName::Light { svg::LIGHT } else { svg::DARK };
    let wanted = svg::draw(&player.buffer(), paper);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(&path, wanted).expect("the picture is written");
    } else {
        let present = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(present == wanted, "{file} is stale: run UPDATE=1 cargo test --test screens readme");
    }
}

#[test]
fn the_workbench_in_both_languages() {
    let workbench = |language| Player::samples(120, 36, language);
    check("cards-en.svg", workbench(Language::English), ThemeName::Dark, "j j j j j j j j");
    check("cards-zh-Hans.svg", workbench(Language::Simplified), ThemeName::Dark, "j j j");
    check("cards-zh-Hant-light.svg", workbench(Language::Traditional), ThemeName::Light, "j j j");
}

/// A list is seen before it is brought in. Its path tells where the test runs and is not in the picture.
#[test]
fn a_list_about_to_be_brought_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("customers.csv");
    let list = "Company,Contact,Mobile,City,Payment terms\nHarbour Print Ltd,Wendy Lin,+44 7700 900014,Hull,30 days\n\
                Quayside Boats,Sam Oduya,+44 7700 900881,Hull,\n,,,,\nOld Mill Bakery,Joy Ade,+44 7700 900882,York,cash\n";
    std::fs::write(&path, list).expect("the list is written");
    let script = format!("I '{}' Enter", path.display());
    check("import-en.svg", Player::samples(120, 36, Language::English), ThemeName::Dark, &script);
}

#[test]
fn the_screens_of_the_manual() {
    for (file, script) in [
        ("card-en.svg", "/ 'HH-001' Enter Enter"),
        ("log-en.svg", "/ 'HH-001' Enter c 'call quoted 32000 +N interested next fri visit'"),
        ("today-en.svg", "2"),
        ("form-en.svg", "/ 'HH-001' Enter E Tab Tab"),
        ("editor-en.svg", "/ 'HH-001' Enter Tab Tab e"),
        ("views-en.svg", "v 'customers' Enter V Down Down Down"),
        ("palette-en.svg", ": 'la'"),
        ("brief-en.svg", "2 j j b"),
        ("plan-en.svg", "2 v"),
        ("month-en.svg", "2 m"),
        ("files-en.svg", "/ 'HH-001' Enter Enter Tab Tab Tab"),
        ("positions-en.svg", "/ 'HH-001' Enter Enter Tab Tab Tab Tab"),
        ("referrals-en.svg", "/ 'HH-001' Enter Enter Tab Tab Tab Tab Tab"),
        ("help-en.svg", "?"),
    ] {
        check(file, Player::samples(120, 36, Language::English), ThemeName::Dark, script);
    }
}
