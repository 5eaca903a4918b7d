//! The pictures in the README are the screens the program draws now.
//!
//! `UPDATE=1 cargo test --test screens readme` draws them anew.

use std::path::Path;

use fieldcard::domain::language::Language;

use crate::player::Player;
use crate::svg;

fn check(file: &str, player: &mut Player, script: &str) {
    player.keys(script);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures").join(file);
    let wanted = svg::draw(&player.buffer());
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
    check("cards-en.svg", &mut Player::samples(120, 36, Language::English), "j j j j j j j j");
    check("cards-zh-Hans.svg", &mut Player::samples(120, 36, Language::Simplified), "j j j");
}
