//! Forms: a group of fields, a whole contact; two programs at one field; pickers that are typed into.

use fieldcard::domain::card::Card;
use fieldcard::domain::choice::Choice;
use fieldcard::domain::contact::{ContactKind, Outcome};
use fieldcard::domain::draft::NewCard;
use fieldcard::domain::language::Language;
use fieldcard::domain::party::Party;
use fieldcard::domain::spec;
use fieldcard::lang::words;
use fieldcard::store::Act;
use fieldcard::tui::effect::Outcome as Came;

use crate::player::{Player, day};

fn player(language: Language) -> Player {
    let mut player = Player::samples(80, 24, language);
    player.keys("a 'Ana Torres' Enter");
    player
}

fn texts(player: &Player, field: &str) -> Vec<String> {
    player.app.current().expect("a card").card.field_texts(field)
}

#[test]
fn a_group_is_filled_in_as_one_change() {
    for language in Language::ALL {
        let mut player = player(*language);
        player.keys("E");
        let words = words(*language);
        let picture = player.picture();
        for word in [words.footer_accept(), words.footer_next_line(), words.footer_back_kept()] {
            assert!(picture.contains(&word), "{word} in\n{picture}");
        }
        player.keys("' Diaz' Tab 'AT-9' Ctrl-S");
        assert_eq!(texts(&player, "name"), ["Ana Torres Diaz"], "{}", player.picture());
        assert_eq!(texts(&player, "code"), ["AT-9"]);
        player.keys("u");
        assert_eq!((texts(&player, "name"), texts(&player, "code")), (vec!["Ana Torres".to_owned()], vec![]));
    }
}

#[test]
fn a_line_that_cannot_be_taken_says_why_below_it_and_loses_nothing() {
    let mut player = player(Language::English);
    player.keys("E Tab 'HH-001' Ctrl-S");
    let held = player.picture().contains("HH-001");
    assert!(held, "{}", player.picture());
    player.keys("Esc E");
    assert!(player.picture().contains("HH-001"), "half-typed text comes back: {}", player.picture());
}

#[test]
fn what_is_typed_on_a_choice_takes_the_place_of_the_one_that_stands_there() {
    let mut player = player(Language::English);
    player.keys("E Tab Tab Tab 'organisation' Ctrl-S");
    let picture = player.picture();
    assert!(!picture.contains("individualo"), "{picture}");
    assert_eq!(player.app.current().expect("a card").card.party, Party::Organisation, "{picture}");
}

#[test]
fn what_is_no_choice_names_the_key_that_shows_them_on_the_narrowest_screen() {
    for language in Language::ALL {
        let words = words(*language);
        let mut player = player(*language);
        player.keys("E Tab Tab Tab Tab 'something far too long to be a kind of customer' Ctrl-S");
        let told = words.no_such_choice(&"");
        let end: String = told.chars().rev().take(5).collect::<Vec<_>>().into_iter().rev().collect();
        assert!(player.picture().contains(end.trim()), "{}", player.picture());
    }
}

#[test]
fn an_address_is_shown_as_it_is_said_before_all_its_parts() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("a 'Ana Torres' Enter Enter v 'address' Enter");
        assert!(player.picture().contains("4 Dock Road; zone=West; order=4; "), "{}", player.picture());
        player.keys("'4 Dock Road; zone=West' Enter");
        assert_eq!(texts(&player, "addresses"), ["kind=office;street=4 Dock Road;zone=West"]);
    }
}

#[test]
fn a_choice_is_picked_by_typing_part_of_it() {
    let mut player = player(Language::Simplified);
    player.keys("E");
    let rows_above = 40;
    for _ in 0..rows_above {
        if player.picture().lines().any(|line| line.contains('▌') && line.contains("客户类型")) {
            break;
        }
        player.keys("Tab");
    }
    player.keys("Enter 'qykh' Enter Ctrl-S");
    assert_eq!(texts(&player, "kind"), ["enterprise"], "{}", player.picture());
}

#[test]
fn a_long_conversation_goes_on_from_the_line_in_the_form() {
    for language in Language::ALL {
        let mut player = player(*language);
        player.keys("c 'visit saw the shop +N next fri' Tab");
        let picture = player.picture();
        let visit = ContactKind::Visit.name(*language);
        for seen in ["saw the shop", "+N", visit, "2026-07-03"] {
            assert!(picture.contains(seen), "{seen} in\n{picture}");
        }
        player.keys("Enter Enter 'two presses' Ctrl-S Ctrl-S");
        let card = player.app.current().expect("a card").card.clone();
        let contact = &card.contacts[0];
        assert_eq!((contact.kind, contact.note.as_str()), (ContactKind::Visit, "saw the shop\ntwo presses"));
        assert_eq!(card.assertions.len(), 1);
        assert_eq!(card.next_action.as_ref().map(|next| next.on.to_string()).as_deref(), Some("2026-07-03"));
    }
}

#[test]
fn outcomes_and_promises_are_lines_of_their_own() {
    let mut player = player(Language::English);
    player.keys("c 'call' Tab Shift-Tab Enter 'interested' Enter Tab Tab 'samples by fri' Ctrl-S");
    let contact = player.app.current().expect("a card").card.contacts[0].clone();
    assert_eq!(contact.outcomes, [Outcome::Interested], "{}", player.picture());
    assert_eq!(contact.promises[0].text, "samples");
    assert_eq!(contact.promises[0].due_on.map(|due| due.to_string()).as_deref(), Some("2026-07-03"));
}

#[test]
fn a_field_written_by_two_programs_shows_both_values_and_the_person_chooses() {
    for (choice, expected) in [("Enter", "mine"), ("Down Enter", "theirs")] {
        let mut player = player(Language::English);
        let card = player.app.current().expect("a card").card.id;
        player.keys("e j Enter 'mine'");
        let mut other = player.store.another().expect("a second program");
        other.write(Act::Edit, "", |door| door.set_field(card, "code", &["theirs".into()])).expect("written");
        player.app.receive(Came::ForeignWrite);
        player.settle();
        player.keys("Enter");
        let picture = player.picture();
        assert!(picture.contains("mine") && picture.contains("theirs"), "{picture}");
        player.keys(choice);
        assert_eq!(texts(&player, "code"), [expected], "{}", player.picture());
    }
}

#[test]
fn the_palette_knows_the_words_of_the_footer() {
    for language in Language::ALL {
        let mut player = Player::samples(80, 24, *language);
        let word = words(*language).footer_undo();
        player.keys(&format!("a 'Ana Torres' Enter : '{word}' Enter"));
        let taken_back = player.app.current().is_none_or(|shown| shown.card.name != "Ana Torres");
        assert!(taken_back, "{word}");
    }
}

#[test]
fn a_record_of_a_group_is_filled_in_as_a_form() {
    for language in Language::ALL {
        let mut player = Player::samples(120, 36, *language);
        player.keys("/ 'HH-001' Enter Enter o 'competitor' Enter 'Grand Forms;price=9000' Enter");
        player.click("Grand Forms").keys("E");
        let picture = player.picture();
        assert!(picture.contains("9000.00") && picture.contains("1/"), "{picture}");
        // The second part is a text, then comes what it is judged by.
        player.keys("Tab 'presses' Ctrl-S");
        let shown = player.picture();
        assert!(shown.contains("Grand Forms  presses") && shown.contains("9,000.00"), "{shown}");
        player.keys("u");
        assert!(!player.picture().contains("presses"), "{}", player.picture());
    }
}

#[test]
fn a_new_record_needs_its_head_and_what_it_lacks_is_said_at_its_line() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("/ 'HH-001' Enter Enter").click("+ Enter adds one").keys("E Tab 'presses' Ctrl-S");
    assert!(player.picture().contains("1/"), "the form stays: {}", player.picture());
    player.keys("'quiet' Ctrl-S");
    assert!(player.picture().contains("quiet"), "{}", player.picture());
}

#[test]
fn a_business_card_is_filled_in_from_the_list_and_the_message_leads_there() {
    for language in Language::ALL {
        let mut player = Player::empty(80, 24, *language);
        player.keys("a 'Ana Torres 138 0000 9999' Enter");
        let said = words(*language).screen_added(&"Ana Torres");
        assert!(said.contains(" E ") && player.picture().contains(&said), "{}", player.picture());
        player.keys("E");
        let fields: Vec<String> =
            ["name", "company", "title", "phones", "emails", "website", "addresses", "channel"]
                .iter()
                .map(|key| {
                    fieldcard::domain::field::built_in(key).expect("a field").name(*language).to_owned()
                })
                .collect();
        let mut seen = String::new();
        for _ in 0..30 {
            seen.push_str(&player.picture());
            player.keys("Tab");
        }
        for field in fields {
            assert!(seen.contains(&field), "{field}\n{seen}");
        }
        player.keys("Ctrl-S");
    }
}

#[test]
fn a_whole_business_card_is_one_form_and_one_change() {
    let mut player = Player::empty(80, 24, Language::English);
    player.keys("a 'Ana Torres' Enter E");
    for (line, text) in [
        ("Company", "Northwind Foods"),
        ("Title", "buyer"),
        ("Phone", "138 0000 9999"),
        ("E-mail", "ana@example.com"),
        ("Web site", "example.com"),
    ] {
        for _ in 0..40 {
            let picture = player.picture();
            let marked = picture.lines().find(|row| row.contains('▌')).unwrap_or_default().to_owned();
            if marked.contains(&format!("▌{line} ")) {
                break;
            }
            player.keys("Tab");
        }
        player.keys(&format!("'{text}'"));
    }
    player.keys("Ctrl-S");
    assert_eq!(texts(&player, "company"), ["Northwind Foods"], "{}", player.picture());
    assert_eq!(
        (texts(&player, "title"), texts(&player, "website")),
        (vec!["buyer".to_owned()], vec!["example.com".to_owned()])
    );
    assert_eq!(texts(&player, "emails"), ["work:ana@example.com"]);
    player.keys("u");
    assert!(texts(&player, "company").is_empty() && texts(&player, "phones").is_empty());
}

/// Goes down to the line of a form with this name.
fn down_to(player: &mut Player, name: &str) {
    go_to(player, "Tab", name);
}

/// Goes down to the row of an opened card with this name.
fn row_down_to(player: &mut Player, name: &str) {
    go_to(player, "j", name);
}

fn go_to(player: &mut Player, key: &str, name: &str) {
    let most = 200;
    for _ in 0..most {
        if player.picture().contains(&format!("▌{name}")) {
            return;
        }
        player.keys(key);
    }
    panic!("no line {name}: {}", player.picture());
}

#[test]
fn a_card_is_chosen_in_a_form_by_the_sounds_of_its_name() {
    let mut player = Player::samples(80, 24, Language::Simplified);
    player.keys("a '王小明' Enter E");
    down_to(&mut player, "介绍人");
    player.keys("Enter 'haihong'");
    assert!(player.picture().contains("海虹印刷有限公司"), "{}", player.picture());
    player.keys("Enter");
    assert!(player.picture().contains("海虹印刷有限公司 #1"), "{}", player.picture());
    player.keys("Ctrl-S");
    assert_eq!(texts(&player, "introducer"), ["1"], "{}", player.picture());
    player.keys("E");
    down_to(&mut player, "介绍人");
    player.keys("Enter '无' Enter Ctrl-S");
    assert_eq!(texts(&player, "introducer"), Vec::<String>::new(), "{}", player.picture());
}

#[test]
fn a_record_names_a_person_of_the_card_a_card_or_anybody() {
    for (keys, expected) in [
        ("Enter 'lee' Enter", "Joe Lee"),
        ("Enter 'farl' Enter", "Farlight Lighting"),
        ("'Kim Roe'", "Kim Roe"),
    ] {
        let mut player = Player::samples(120, 36, Language::English);
        player.keys("/ 'HH-001' Enter Enter o 'relation' Enter 'X' Enter");
        row_down_to(&mut player, "Relation");
        player.keys(&format!("E Ctrl-U {keys} Ctrl-S"));
        let details = &player.app.current().expect("a card").card.details;
        let relation = details.iter().find(|detail| detail.group.key == "relation");
        assert_eq!(relation.map(|detail| detail.head()), Some(expected), "{}", player.picture());
    }
}

#[test]
fn a_record_is_given_to_a_person_and_a_person_has_a_form() {
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a '@Lakeside' Enter Enter g g");
    row_down_to(&mut player, "Person");
    player.keys("E 'Kim Roe' Tab 'buyer'");
    player.keys("Tab Enter 'gate' Enter Ctrl-S");
    let people = &player.app.current().expect("a card").card.people;
    assert_eq!((people[0].name.as_str(), people[0].title.as_str()), ("Kim Roe", "buyer"));
    assert_eq!(people[0].roles, [fieldcard::domain::person::Role::Gatekeeper]);
    player.keys("o 'profile' Enter 'x;person=Kim Roe' Enter");
    player.click("Profile").keys("E");
    assert!(player.picture().contains("Kim Roe"), "{}", player.picture());
    down_to(&mut player, "Person");
    player.keys("Ctrl-U 'Nobody' Ctrl-S");
    assert!(player.picture().contains("none of what can be chosen"), "{}", player.picture());
    player.keys("Ctrl-U Enter Enter Ctrl-S");
    let card = &player.app.current().expect("a card").card;
    assert_eq!(card.details[0].person, Some(card.people[0].id), "{}", player.picture());
}

/// Goes down the fields of the opened card to one of them.
fn go_down_to(player: &mut Player, field: &str) {
    let rows_above = 60;
    for _ in 0..rows_above {
        if player.picture().lines().any(|line| line.contains('▌') && line.contains(field)) {
            return;
        }
        player.keys("j");
    }
    panic!("{field} is not there:\n{}", player.picture());
}

#[test]
fn an_address_is_written_down_part_by_part_with_its_region_chosen_by_its_sound() {
    for (language, field, region) in [
        (Language::English, "Address", "Xihu, Hangzhou, Zhejiang"),
        (Language::Simplified, "地址", "浙江省 杭州市 西湖区"),
        (Language::Traditional, "地址", "浙江省 杭州市 西湖區"),
    ] {
        let mut player = player(language);
        player.keys("Enter");
        go_down_to(&mut player, field);
        player.keys("E Tab Enter 'hangzhou xihu' Enter");
        player.keys(
            "'1 Lake Road, 3rd floor' Tab Tab 'West' Tab '4' Tab '25' Tab '2026-01-01' Tab Tab 'gate 2'",
        );
        assert!(player.picture().contains("gate 2"), "{}", player.picture());
        player.keys("Ctrl-S");
        assert_eq!(
            texts(&player, "addresses"),
            ["kind=office;region=330106;street=1 Lake Road, 3rd floor;zone=West;order=4;minutes=25;\
              from=2026-01-01;note=gate 2"],
            "{}",
            player.picture()
        );
        assert!(player.picture().contains(region), "{}", player.picture());
        // The second one stands beside the first; an emptied one is gone.
        player.keys("E Down Enter Tab Tab 'Elsewhere' Ctrl-S");
        assert_eq!(texts(&player, "addresses").len(), 2);
        player.keys("E Down Enter Tab Tab Ctrl-U Ctrl-S");
        assert_eq!(texts(&player, "addresses").len(), 1, "{}", player.picture());
        player.keys("u");
        assert_eq!(texts(&player, "addresses").len(), 2);
    }
}

#[test]
fn a_region_is_typed_too_and_a_code_that_is_none_is_told() {
    let mut player = player(Language::English);
    player.keys("Enter");
    go_down_to(&mut player, "Address");
    player.keys("E Tab '330199'");
    assert!(player.picture().contains("no region has such a code"), "{}", player.picture());
    player.keys("Ctrl-U 'Bavaria' Enter 'Elm Street' Ctrl-S");
    assert_eq!(texts(&player, "addresses"), ["kind=office;region=Bavaria;street=Elm Street"]);
}

#[test]
fn a_phone_and_an_email_that_are_changed_keep_their_places() {
    let mut player = player(Language::English);
    player.keys("Enter");
    for (label, key, before, after) in [
        (
            "Phone",
            "phones",
            ["mobile:111111", "work:222222", "fax:333333"],
            ["mobile:111111", "work:999999", "fax:333333"],
        ),
        (
            "E-mail",
            "emails",
            ["work:a@a.example", "home:b@b.example", "other:c@c.example"],
            ["work:x@x.example", "home:b@b.example", "other:c@c.example"],
        ),
    ] {
        for texts_of in [before, after] {
            player.keys("g g");
            go_down_to(&mut player, label);
            player.keys(&format!("Enter Ctrl-U '{}' Enter", texts_of.join(", ")));
            assert_eq!(texts(&player, key), texts_of);
        }
        player.keys("u");
        assert_eq!(texts(&player, key), before);
    }
}

#[test]
fn the_number_to_call_stands_on_the_phone_line_of_the_card_whosever_it_is() {
    let mut player = player(Language::English);
    player.keys("Enter");
    go_down_to(&mut player, "Person");
    player.keys("Enter 'Zoe Zed;phone=13912345678;email=z@zed.example' Enter g g");
    let picture = player.picture();
    let stands = |label: &str, text: &str| {
        picture.lines().any(|line| line.contains(&format!(" {label} ")) && line.contains(text))
    };
    assert!(stands("Phone", "13912345678 Zoe Zed"), "{picture}");
    assert!(stands("E-mail", "z@zed.example Zoe Zed"), "{picture}");
    assert_eq!(texts(&player, "phones"), [""; 0]);
    // It is changed where it stands: with that person.
    go_down_to(&mut player, "Phone");
    player.keys("Enter");
    assert!(player.picture().contains("Zoe Zed;phone=mobile:13912345678"), "{}", player.picture());
}

#[test]
fn what_a_phone_is_for_is_shown_and_typed_in_the_language() {
    for (language, label, shown, typed) in [
        (Language::Simplified, "电话", "手机:13800000000", "手机:13800000000, 办公:057188000000"),
        (Language::Traditional, "電話", "手機:13800000000", "手機:13800000000, 公司:057188000000"),
        (Language::English, "Phone", "mobile:13800000000", "mobile:13800000000, office:057188000000"),
        (Language::Simplified, "电话", "手机:13800000000", "mobile:13800000000, work:057188000000"),
    ] {
        let mut player = player(language);
        player.keys("Enter");
        go_down_to(&mut player, label);
        player.keys(&format!("Enter Ctrl-U '{typed}' Enter"));
        assert_eq!(texts(&player, "phones"), ["mobile:13800000000", "work:057188000000"], "{typed}");
        player.keys("Enter");
        assert!(player.picture().contains(shown), "{}", player.picture());
        player.keys("Esc E");
        assert!(player.picture().contains(shown), "{}", player.picture());
    }
}

/// A language shows its own words; the others find a choice too.
#[test]
fn an_english_picker_shows_no_chinese() {
    let mut player = player(Language::English);
    player.keys("E");
    go_to(&mut player, "Tab", "Channel");
    player.keys("Enter");
    let picture = player.picture();
    assert!(
        picture.contains("> ") && !picture.contains(|letter| ('\u{4e00}'..'\u{9fff}').contains(&letter)),
        "{picture}"
    );
    player.keys("'展会'");
    assert!(
        player.picture().contains("exhibition") || player.picture().contains("fair"),
        "{}",
        player.picture()
    );
}

#[test]
fn roles_that_are_chosen_are_ticked_and_chosen_again_are_taken_off() {
    let mut player = player(Language::English);
    player.keys("a 'Kim Roe @Lakeside Works' Enter Enter");
    go_down_to(&mut player, "Person                 Kim");
    player.keys("E");
    go_to(&mut player, "Tab", "Buying roles");
    player.keys("Ctrl-U 'user' Enter");
    let ticked = |player: &Player| -> Vec<String> {
        let picture = player.picture();
        picture
            .lines()
            .filter(|line| line.contains('✓'))
            .map(|line| line.replace(['│', '▌'], " ").trim().to_owned())
            .collect()
    };
    assert_eq!(ticked(&player), ["✓ user"], "{}", player.picture());
    player.keys("'deci' Enter Up");
    assert!(player.picture().contains("user, decider"), "{}", player.picture());
    player.keys("Enter");
    assert_eq!(ticked(&player).len(), 2, "{}", player.picture());
    player.keys("'user' Enter Up");
    assert!(
        !player.picture().contains("user, decider") && player.picture().contains("decider"),
        "{}",
        player.picture()
    );
}

#[test]
fn names_of_a_form_are_whole_where_a_third_of_the_window_has_room_for_them() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("a 'Kim Roe @Lakeside Works' Enter p 'target' Enter Esc Enter z");
        row_down_to(&mut player, "Registered address");
        player.keys("E");
        assert!(player.picture().contains("Registration number"), "{}", player.picture());
        assert!(player.picture().contains("Registered address"), "{}", player.picture());
    }
}

#[test]
fn the_help_tells_of_this_place_first_of_all_places_when_asked_and_finds_an_action() {
    let mut player = player(Language::English);
    let here = player.keys("?").picture();
    assert!(here.contains("The list") && here.contains("Tab all places"), "{here}");
    let pages = |player: &mut Player| {
        let mut seen = player.picture();
        for _ in 0..30 {
            seen += &player.keys("PgDn").picture();
        }
        seen
    };
    assert!(!pages(&mut player).contains("A text being written"));
    let all = pages(player.keys("Tab"));
    for told in ["A text being written", "A list of choices", "silent:>30d"] {
        assert!(all.contains(told), "{told}");
    }
    player.keys("/ 'redo' Enter");
    assert!(!player.picture().contains("Tab all places"), "{}", player.picture());
    assert!(player.picture().contains("othing"), "there is nothing to put back: {}", player.picture());
}

#[test]
fn an_address_and_a_person_are_edited_in_the_words_of_the_language() {
    let street = "1 Lake Road";
    for (language, address, person) in [
        (
            Language::Simplified,
            "用途=办公;地区=浙江省 杭州市 西湖区;街道门牌=1 Lake Road;片区=西区",
            "周立;职务=厂长;角色=决定者",
        ),
        (
            Language::Traditional,
            "用途=辦公室;地區=浙江省 杭州市 西湖區;街道門牌=1 Lake Road;責任區=西区",
            "周立;職務=厂长;角色=決定者",
        ),
        (
            Language::English,
            "kind=office;region=330106;street=1 Lake Road;zone=西区",
            "周立;title=厂长;role=decider",
        ),
    ] {
        let mut player = Player::on(160, 36, language, |store| {
            let write = store.write(Act::Add, "", |door| {
                let mut card = NewCard::named("海虹");
                card.party = Party::Organisation;
                let address = format!("region=330106;street={street};zone=西区");
                card.addresses = vec![spec::address(&address, day()).expect("an address")];
                card.people =
                    vec![spec::person("周立;title=厂长;role=decider", day()).expect("a person").person];
                door.add_card(&card)
            });
            write.expect("the card is made");
        });
        let before = player.app.current().expect("a card").card.clone();
        player.keys("Enter");
        for (row, told) in [(street, address), ("周立", person)] {
            go_down_to(&mut player, row);
            player.keys("Enter");
            assert!(player.picture().contains(told), "{told}: {}", player.picture());
            // Read back as it was written.
            player.keys("Enter g g");
            let after = &player.app.current().expect("a card").card;
            let people =
                |card: &Card| card.people.iter().map(|person| person.roles.clone()).collect::<Vec<_>>();
            assert_eq!(after.addresses, before.addresses, "{told}");
            assert_eq!((&after.people[0].title, people(after)), (&before.people[0].title, people(&before)));
        }
    }
}

#[test]
fn a_long_note_is_read_page_by_page_and_its_end_is_told() {
    const LINES: usize = 20_000;
    let note = (1..=LINES).map(|line| format!("line {line} of a note")).collect::<Vec<_>>().join("\n");
    let mut player = player(Language::English);
    player.keys("c 'visit x' Enter Tab Tab e").paste(&format!("\n{note}")).keys("Ctrl-S Enter");
    let below = |player: &Player| -> usize {
        let picture = player.picture();
        let told = picture.lines().find_map(|line| line.split_once(" more below"));
        let number = told.and_then(|(before, _)| before.rsplit(' ').next()?.replace(',', "").parse().ok());
        number.unwrap_or_else(|| panic!("{picture}"))
    };
    let (first, began) = (below(&player), std::time::Instant::now());
    assert!(first > LINES - 30 && first < LINES, "{first}");
    player.keys("PgDn j");
    assert!(below(&player) < first - 10, "{}", player.picture());
    player.keys("G");
    assert!(player.picture().contains("line 20000 of a note"), "{}", player.picture());
    assert!(!player.picture().contains("more below"), "{}", player.picture());
    player.keys("k");
    assert_eq!(below(&player), 1, "{}", player.picture());
    player.keys("g g");
    assert_eq!(below(&player), first, "{}", player.picture());
    // Broken whole for every picture, it took half a second each.
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
}

#[test]
fn nobody_scrolls_further_than_the_last_page() {
    for opened in ["?", "c Ctrl-O"] {
        let mut player = Player::samples(80, 24, Language::English);
        player.keys(opened).keys("PgDn PgDn PgDn PgDn PgDn PgDn");
        let end = player.picture();
        assert!(!end.contains("more below"), "{end}");
        player.keys("k");
        assert!(player.picture().contains("1 more below"), "{opened}: {}", player.picture());
        player.keys("End");
        assert_eq!(player.picture(), end, "{opened}");
    }
}

#[test]
fn the_line_of_a_person_or_record_goes_on_as_a_form_with_what_was_typed() {
    let mut player = Player::empty(120, 36, Language::English);
    player.keys("a 'Hill & Co Ltd, Ben' Enter Enter").click("Ben");
    player.keys("Enter").paste(";title=buyer;role=decider;phone=555-1234").keys("Tab");
    for seen in ["Ctrl-S", "Ben", "buyer", "decider", "555-1234"] {
        assert!(player.picture().contains(seen), "{seen}: {}", player.picture());
    }
    player.keys("Ctrl-S");
    let person = &player.app.current().expect("a card").card.people[0];
    assert_eq!((person.name.as_str(), person.title.as_str(), person.phones.len()), ("Ben", "buyer", 1));
    // What the line does not understand stays in it, and says why.
    player.click("Ben").keys("Enter").paste(";role=nonsense").keys("Tab");
    assert!(
        player.picture().contains("nonsense") && !player.picture().contains("Ctrl-S"),
        "{}",
        player.picture()
    );
    player.keys("Ctrl-U Esc o 'need' Enter 'quiet machine;weight=5' Tab");
    for seen in ["Ctrl-S", "quiet machine", "5"] {
        assert!(player.picture().contains(seen), "{seen}: {}", player.picture());
    }
    player.keys("Ctrl-S");
    assert_eq!(player.app.current().expect("a card").card.details[0].head(), "quiet machine");
    // A new one of which nothing is typed is an empty form.
    player.keys("o 'need' Enter Tab");
    assert!(player.picture().contains("Ctrl-S"), "{}", player.picture());
}

#[test]
fn the_line_of_addresses_leads_to_the_form_of_one() {
    let mut player = Player::empty(120, 60, Language::English);
    player.keys("a 'Ana Torres' Enter Enter").click("Web site").keys("j Enter Tab");
    assert!(player.picture().contains("Post code"), "{}", player.picture());
}

#[test]
fn a_list_opened_from_a_form_stands_on_what_is_chosen() {
    let mut player = Player::samples(80, 24, Language::Simplified);
    player.keys("/ '北辰' Enter Enter").click("客户类型").keys("E Enter");
    assert!(player.picture().contains("▌企业客户"), "{}", player.picture());
}

#[test]
fn codes_are_not_shown_beside_names_but_are_found_by() {
    for (keys, code, typed, name) in [
        ("s", "silent", "silent", "未联系"),
        ("v", "customers", "customers", "客户名册"),
        ("p", "target", "target", "目标"),
        ("x e", "short_name", "short_name", "简称"),
        ("Enter o", "education", "educ", "教育背景"),
    ] {
        let mut player = Player::samples(80, 24, Language::Simplified);
        player.keys(keys);
        assert!(!player.picture().contains(code), "{keys}: {}", player.picture());
        player.keys(&format!("'{typed}'"));
        assert!(player.picture().contains(&format!("▌{name}")), "{keys}: {}", player.picture());
    }
}

#[test]
fn the_advice_is_read_whole_on_a_narrow_card() {
    for language in Language::ALL {
        let mut player = Player::samples(80, 24, *language);
        player.keys("Enter");
        let shown = player.app.current().expect("a card");
        let advice = fieldcard::lang::advice::advice(&shown.standing, words(*language), *language);
        let (end, _) = advice.char_indices().nth_back(1).expect("an advice");
        let picture = player.picture();
        assert!(picture.contains(&advice[end..]) && !picture.contains('~'), "{advice}: {picture}");
    }
}
