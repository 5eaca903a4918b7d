//! A card from elsewhere may hold anything in every text: no cell of any screen is ever alive, and every column
//! stays straight, in all languages and sizes.

use fieldcard::domain::contact::{ContactKind, Direction, NextAction, Outcome, Promise, PromiseBy};
use fieldcard::domain::credit::{Factor, FactorScore, Standard};
use fieldcard::domain::draft::{
    NewAssertion, NewAssessment, NewCard, NewContact, NewEmail, NewMove, NewPerson, NewPhone,
};
use fieldcard::domain::language::Language;
use fieldcard::domain::man::assertion::{Answer, Letter, Strength};
use fieldcard::domain::person::Role;
use fieldcard::domain::position::Position;
use fieldcard::domain::reach::{AddressKind, EmailKind, PhoneKind, Place};
use fieldcard::store::{Act, Door, Store};
use fieldcard::tui::app::Message;
use fieldcard::tui::theme::{Frames, Palette, ThemeName};
use ratatui::buffer::{Buffer, CellWidth as _};

use crate::player::{Player, day};

/// Texts that move cursors, recolour, turn, hide, stack, join, stand in two columns or have none.
fn hostile_texts() -> Vec<String> {
    let texts = [
        "\x1b[2J\x1b[31mred\x1b]0;owned\x07\x1b]52;c;cm0gLXJm\x07",
        "\u{9b}31m\u{90}q\u{9c}\u{85}c1",
        "tab\tline\nreturn\rback\u{8}\u{8}del\u{7f}nul\0",
        "abc\u{202e}def\u{2066}ghi\u{2069}\u{200f}jkl\u{61c}",
        "ze\u{200b}ro\u{feff}wi\u{ad}dth\u{2060}\u{3164}\u{e0041}",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}zalgo\u{489}\u{489}\u{489}\u{489}\u{489}",
        "\u{301}\u{200d}\u{fe0f}starts with a mark",
        "👨‍👩‍👧‍👦👩🏽‍🚀❤️👍🏿🇹🇼🇭🇰1️⃣🏴‍☠️",
        "海虹印刷有限公司青禾包装远图照明",
        "a海b虹c印d刷e有f限g公h司",
        "ﾎﾟｶﾞﾊﾟﾀﾞ halfwidth ｶﾞ",
        "لا إله عربي مع عبرית אלף",
        "क्षत्रिय தமிழ் ไทยกำลัง ភាសាខ្មែរ 한글ᄒ",
        "ambiguous “…” ±α①●■",
        "\u{fdfa}\u{12031}\u{a9c5}\u{2e3b}wide as no other",
        "\u{600}\u{6dd}prepended \u{110bd}",
        "\u{fffd}\u{10ffff}\u{e000}private",
        "word ".repeat(60).leak(),
        "x".repeat(5000).leak(),
        "海".repeat(5000).leak(),
    ];
    texts.map(str::to_owned).to_vec()
}

/// A card that has the text wherever a text can stand.
fn tell(door: &mut Door<'_>, text: &str) -> Result<(), fieldcard::store::StoreError> {
    let phone = || NewPhone { kind: PhoneKind::Mobile, number: text.to_owned() };
    let email = || NewEmail { kind: EmailKind::Work, address: text.to_owned() };
    let place = Place {
        region: text.to_owned(),
        street: text.to_owned(),
        post_code: text.to_owned(),
        zone: text.to_owned(),
        ..Place::empty(AddressKind::Office)
    };
    let person = NewPerson {
        name: text.to_owned(),
        title: text.to_owned(),
        roles: vec![Role::Decider],
        phones: vec![phone()],
        emails: vec![email()],
        ..NewPerson::default()
    };
    let values = ["note", "industry", "department", "title", "website", "messenger"];
    let card = door.add_card(&NewCard {
        code: text.to_owned(),
        short_name: text.to_owned(),
        company: text.to_owned(),
        tags: vec![text.to_owned()],
        phones: vec![phone()],
        emails: vec![email()],
        addresses: vec![place],
        people: vec![person],
        values: values.map(|field| (field.to_owned(), vec![text.to_owned()])).to_vec(),
        ..NewCard::named(text)
    })?;
    if card.0 > 1 {
        door.set_field(card, "introducer", &[(card.0 - 1).to_string()])?;
    }
    let to_target =
        NewMove { note: text.to_owned(), rival: text.to_owned(), ..NewMove::to(Position::Target, day()) };
    // A text that says nothing is no reason for a move.
    drop(door.move_to(card, &to_target));
    door.log(
        card,
        &NewContact {
            on: day(),
            kind: ContactKind::Visit,
            direction: Direction::Out,
            person: None,
            outcomes: vec![Outcome::Interested],
            note: text.to_owned(),
            promises: vec![Promise {
                id: None,
                by: PromiseBy::Us,
                text: text.to_owned(),
                due_on: Some(day()),
                settled: None,
            }],
            assertions: Vec::new(),
            next_action: None,
        },
    )?;
    door.assert(
        card,
        &NewAssertion {
            letter: Letter::Need,
            answer: Answer::Yes,
            on: day(),
            person: None,
            strength: Strength::Said,
            contact: None,
            note: text.to_owned(),
        },
    )?;
    let score = |factor| FactorScore { factor, points: Some(3), note: text.to_owned() };
    let scores = [Factor::Character, Factor::Capital].map(score).to_vec();
    door.assess(card, &NewAssessment { standard: Standard::FiveC, on: day(), scores, knock_out: None })?;
    let next = NextAction { on: day(), kind: Some(ContactKind::Visit), note: text.to_owned() };
    door.set_next(card, Some(&next))
}

fn fill(store: &mut Store) {
    for text in hostile_texts() {
        let told = store.write(Act::Add, &text, |door| tell(door, &text));
        // A name must be there: a text of nothing else is no card.
        if told.is_err() {
            store.write(Act::Add, &text, |door| tell(door, &format!("x{text}"))).expect("a card is made");
        }
    }
}

/// Every kind of screen over the card under the cursor.
const SCREENS: [&str; 53] = [
    "",
    "Tab Tab",
    "Enter",
    "Esc Esc Tab Tab Tab Enter",
    "Esc Esc Enter",
    "j j j j j j Enter",
    "Esc j j j j j j j j j j j j Enter",
    "Esc G Enter",
    "Esc Tab",
    "Tab",
    "Tab",
    "Esc c 'visit x +A'",
    "Esc n",
    "Esc p",
    "Esc A",
    "Esc Esc s",
    "Esc :",
    "Esc ?",
    "Esc e y",
    "Esc d",
    "u",
    "Esc Esc Enter E",
    "Tab Tab Tab",
    "Esc i",
    "Esc Tab Tab Tab",
    "e",
    "Esc Esc Esc v 'customers' Enter",
    "v 'addresses' Enter Right Right",
    "V",
    "'o' Enter",
    "Delete Esc",
    "v 'workbench' Enter 2",
    "b",
    "Esc m",
    "Esc Esc v",
    "P",
    "z",
    "Esc m",
    "Esc -",
    "Esc Esc 1 Enter Tab Tab Tab Tab",
    "Tab",
    "Esc Esc / 'tag:'",
    "Esc : '@'",
    "Esc ? G",
    "Esc x t",
    "Esc n",
    "Esc p",
    "Esc e",
    "Esc o",
    "Esc Esc b",
    "Esc Esc Enter o 'relation' Enter Tab",
    "Esc o 'profile' Enter",
    "Esc Esc a 'x'",
];

/// Characters that no cell may ever hold: they command the terminal or the writing, or hide.
fn is_alive(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// What stands in the cells is as wide as the cells it stands in, and frames run straight from corner to corner.
fn assert_straight(buffer: &Buffer, told: &str) {
    for row in buffer.area.rows() {
        let mut covered = 0;
        for column in row.left()..row.right() {
            let symbol = buffer[(column, row.y)].symbol();
            assert!(!symbol.chars().any(is_alive), "{symbol:?} at {column} {}: {told}", row.y);
            if covered > 0 {
                assert_eq!(symbol, "", "covered cell at {column} {}: {told}", row.y);
                covered -= 1;
                continue;
            }
            let wide = symbol.cell_width();
            assert!(wide >= 1, "{symbol:?} has no column at {column} {}: {told}", row.y);
            covered = wide - 1;
        }
        assert_eq!(covered, 0, "something hangs over the right edge of row {}: {told}", row.y);
    }
}

/// Every right border goes down unbroken from its upper corner to its lower one, or to a long message over that.
fn assert_framed(buffer: &Buffer, message: Option<&Message>, told: &str) {
    let is_long = message.is_some_and(|message| !message.next.is_empty());
    let bottom = buffer.area.bottom() - if is_long { 3 } else { 0 };
    for row in buffer.area.rows() {
        for column in row.left()..row.right() {
            if buffer[(column, row.y)].symbol() != "╮" {
                continue;
            }
            let below = (row.y + 1..bottom).map(|y| buffer[(column, y)].symbol());
            let end = below.into_iter().find(|symbol| *symbol != "│");
            let is_straight = matches!(end, Some("╯" | "╰" | "╭" | "╮" | "─")) || is_long && end.is_none();
            assert!(is_straight, "{end:?} in a border: {told}");
        }
    }
}

#[test]
fn every_screen_of_a_hostile_card_is_tame_and_straight() {
    let narrow = Language::ALL.iter().map(|language| (80, 24, *language));
    let wide = [(121, 37, Language::Traditional), (200, 60, Language::English)];
    for (columns, rows, language) in narrow.chain(wide) {
        let mut player = Player::on(columns, rows, language, fill);
        for card in 0..hostile_texts().len() {
            player.keys("Esc Esc Esc Esc g g");
            for _ in 0..card {
                player.keys("j");
            }
            let name = player.app.current().map(|shown| shown.card.name.clone()).unwrap_or_default();
            let name: String = name.escape_unicode().take(200).collect();
            for keys in SCREENS {
                let buffer = player.keys(keys).buffer();
                let told = format!("{columns}x{rows} {} {keys}: {name}", language.tag());
                assert_straight(&buffer, &told);
                // A layer covers parts of the frames below it.
                if player.app.layers.is_empty() {
                    assert_framed(&buffer, player.app.message.as_ref(), &told);
                }
            }
            if let Some(copied) = player.copied() {
                assert!(
                    !copied.chars().any(|letter| !matches!(letter, '\n' | '\t') && is_alive(letter)),
                    "{copied:?}"
                );
            }
        }
    }
}

#[test]
fn plain_frames_stay_straight_too() {
    for language in Language::ALL {
        let mut player =
            Player::on(80, 24, *language, fill).looking(ThemeName::Plain, Frames::Ascii, Palette::default());
        for card in 0..hostile_texts().len() {
            let buffer = player.buffer();
            assert_straight(&buffer, &format!("{language:?} {card}"));
            // The list has the whole width: its borders are the first and the last column.
            for row in 2..10 {
                let edges = [0, 79].map(|column| buffer[(column, row)].symbol().to_owned());
                assert_eq!(edges, ["|", "|"], "{row}\n{}", player.picture());
            }
            player.keys("j");
        }
    }
}

#[test]
fn what_is_searched_typed_and_pasted_is_tame() {
    for text in hostile_texts() {
        let mut player = Player::samples(80, 24, Language::Traditional);
        for keys in ["/", "Enter", "c", "Esc", "a", "Esc", "n", "Esc", ":", "Esc", "e Enter"] {
            player.keys(keys).paste(&text);
            assert_straight(
                &player.buffer(),
                &format!("{keys} {}", text.escape_unicode().take(100).collect::<String>()),
            );
        }
    }
}

/// Else the list would hold more than was asked for, and what is done to all of it would be done to too many.
#[test]
fn a_search_is_not_kept_while_a_condition_of_it_is_not_read() {
    for (text, is_kept) in [
        ("position:taget", false),
        ("harbour due:31june", false),
        ("silent:abc", false),
        ("man:xyz", false),
        ("harbour OR", false),
        ("position:", false),
        ("position:target", true),
        ("harbor:print", true),
        ("\"harbour", true),
        ("\" OR 1=1 --", true),
    ] {
        let mut player = Player::samples(120, 36, Language::English);
        player.keys("/").paste(text).keys("Enter");
        assert_eq!(player.app.layers.is_empty(), is_kept, "{text}\n{}", player.picture());
    }
}
