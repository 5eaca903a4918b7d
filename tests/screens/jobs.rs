//! What a person comes to do, key by key.

use std::time::Duration;

use fieldcard::domain::choice::Choice;
use fieldcard::domain::contact::ContactKind;
use fieldcard::domain::draft::{NewCard, NewPerson, NewPhone, PersonChange};
use fieldcard::domain::language::Language;
use fieldcard::domain::man::assertion::Letter;
use fieldcard::domain::reach::PhoneKind;
use fieldcard::store::{Act, Draft};
use fieldcard::tui::Size;
use fieldcard::tui::effect::Outcome;

use crate::player::{Player, day};

fn player() -> Player {
    Player::samples(120, 36, Language::English)
}

/// The letters of the card under the cursor, as the card file has them.
fn letters(player: &Player) -> String {
    let card = player.app.listing.selected().expect("a card is under the cursor");
    let card = player.store.card(card).expect("the card is read").expect("the card is there");
    player.store.standing(&card, day()).letters.code()
}

fn name(player: &Player) -> String {
    player.app.current().map(|shown| shown.card.name.clone()).unwrap_or_default()
}

#[test]
fn another_card_is_opened_at_its_top_and_the_same_one_where_it_was_left() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("Enter j j j j Esc Enter");
    assert!(player.picture().contains("▌Phone"), "{}", player.picture());
    player.keys("]");
    assert!(player.picture().contains("▌Phone"), "through the list the cursor stays: {}", player.picture());
    player.keys("Esc j Enter");
    assert!(player.picture().contains("▌Name"), "{}", player.picture());
}

#[test]
fn no_kind_of_contact_is_cut() {
    let mut player = Player::empty(80, 24, Language::English);
    player.keys("a 'Ana' Enter c 'demo of the new press' Enter c 'call' Enter Enter Tab");
    let picture = player.picture();
    assert!(picture.contains("demonstration  of the new press"), "{picture}");
    assert!(picture.contains("phone  "), "{picture}");
}

#[test]
fn a_prospect_is_added_from_one_line_and_stands_under_the_cursor() {
    let mut player = player();
    player.keys("G a 'Ana Torres 138 0000 9999' Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(card.name, "Ana Torres");
    assert_eq!(card.phones[0].number, "138 0000 9999");
    assert!(player.picture().contains("Added Ana Torres"));
}

#[test]
fn the_lines_of_a_pasted_business_card_stay_apart() {
    let mut player = player();
    player
        .keys("G a")
        .paste("Ana Torres\r\nHead of Purchasing\r\nNorthwind Foods Ltd\r\nT +44 131 555 0142 ext 7\r\n");
    player.keys("Enter");
    let card = player.app.current().expect("a card").card.clone();
    let person = &card.people[0];
    assert_eq!((card.name.as_str(), person.name.as_str()), ("Northwind Foods Ltd", "Ana Torres"));
    assert_eq!(
        (person.title.as_str(), person.phones[0].number.as_str()),
        ("Head of Purchasing", "+44 131 555 0142 ext 7")
    );
    player.keys("/ '5550142' Enter");
    assert_eq!(name(&player), "Northwind Foods Ltd");
}

#[test]
fn a_call_is_logged_with_a_need_and_a_next_date() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter c 'call wants a price +N next fri' Enter");
    let shown = player.app.current().expect("a card");
    assert_eq!(shown.card.contacts[0].note, "wants a price");
    assert_eq!(
        shown.card.next_action.as_ref().map(|next| next.on.to_string()).as_deref(),
        Some("2026-07-03")
    );
    assert_eq!(letters(&player), "??N");
}

#[test]
fn presses_of_a_letter_key_become_one_assertion() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter");
    for (script, expected) in [("M wait", "M??"), ("M M wait", "m??"), ("M M M wait", "???")] {
        player.keys(script);
        assert_eq!(letters(&player), expected, "{script}");
    }
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(card.assertions.iter().filter(|said| said.letter == Letter::Money).count(), 3);
}

#[test]
fn pressing_through_all_answers_changes_nothing() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter M M M M wait");
    assert!(player.app.current().expect("a card").card.assertions.is_empty());
}

#[test]
fn another_key_records_the_letter_at_once_and_undo_takes_it_back() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter N j k");
    assert_eq!(letters(&player), "??N");
    player.keys("u");
    assert_eq!(letters(&player), "???");
    player.keys("Ctrl-R");
    assert_eq!(letters(&player), "??N");
}

#[test]
fn authority_of_an_organisation_is_asked_of_a_person() {
    let mut player = player();
    player.keys("a 'Kim Roe @Lakeside Works' Enter A wait");
    assert_eq!(name(&player), "Lakeside Works");
    assert_eq!(letters(&player), "?A?");
    let said = player.app.current().expect("a card").card.clone();
    assert_eq!(said.assertions[0].person, Some(said.people[0].id));
}

#[test]
fn a_card_is_found_by_two_chinese_characters_and_by_the_end_of_a_phone_number() {
    let mut player = Player::samples(80, 24, Language::Simplified);
    player.keys("/ '海虹' Enter");
    assert_eq!(name(&player), "海虹印刷有限公司");
    player.keys("Esc / '0001' Enter");
    assert_eq!(name(&player), "海虹印刷有限公司");
}

#[test]
fn credit_is_scored_where_it_is_seen_as_one_change() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Tab Tab Tab + + j + j + j + j + wait");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(card.assessments.len(), 1);
    let points: Vec<_> = card.assessments[0].scores.iter().map(|score| score.points).collect();
    assert_eq!(points, [Some(4), Some(3), Some(3), Some(3), Some(3)]);
    player.keys("Enter 'x' Esc u");
    assert!(player.app.current().expect("a card").card.assessments.is_empty());
}

#[test]
fn a_factor_takes_points_and_note_in_one_line() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Tab Tab Tab Enter '4 always on time' Enter");
    let card = player.app.current().expect("a card").card.clone();
    assert_eq!(
        (card.assessments[0].scores[0].points, card.assessments[0].scores[0].note.as_str()),
        (Some(4), "always on time")
    );
}

#[test]
fn what_was_typed_comes_back_after_escape() {
    let mut player = player();
    player.keys("c 'half a sen' Esc j k c");
    assert!(player.picture().contains("half a sen"));
    player.keys("'tence' Enter c");
    assert!(!player.picture().contains("half a sentence│"), "a line that was taken leaves no draft");
}

#[test]
fn a_correction_half_typed_is_of_its_own_contact_only() {
    let mut player = player();
    player.keys("c 'call asked for prices' Enter C End ' twice' Esc");
    player.keys("c 'visit saw the plant' Enter C");
    assert!(player.picture().contains("saw the plant") && !player.picture().contains("twice"));
    player.keys("Enter");
    let notes: Vec<_> = player
        .app
        .current()
        .expect("a card")
        .card
        .contacts
        .iter()
        .map(|contact| contact.note.clone())
        .collect();
    assert!(notes.iter().any(|note| note.contains("saw the plant")), "{notes:?}");
}

#[test]
fn what_the_points_of_credit_mean_is_read_whole() {
    for columns in [80, 120, 200] {
        let mut player = Player::samples(columns, 36, Language::English);
        player.keys("/ 'HH-001' Enter Enter Tab Tab");
        let picture = player.picture();
        let inside = |row: &str| row.split('│').nth(1).unwrap_or_default().trim().to_owned();
        let pane: Vec<String> = picture.lines().map(inside).collect();
        assert!(pane.join(" ").contains("change points, Enter adds a note"), "{picture}");
    }
}

#[test]
fn a_half_typed_note_of_a_credit_factor_is_offered_where_it_was_typed() {
    let mut player = player();
    let card = player.app.current().expect("a card").card.id;
    let form = "factor capacity".into();
    let draft = Draft { form, card: Some(card), text: "4 pays late".into() };
    player.app.offer_drafts(vec![(draft, "Ana".into())]);
    assert!(player.picture().contains("Capacity Ana"), "{}", player.picture());
    player.keys("Enter");
    assert!(player.picture().contains("4 pays late"), "{}", player.picture());
    player.keys("Enter");
    let assessments = &player.app.current().expect("a card").card.assessments;
    let kept = assessments[0].scores.iter().find(|score| score.note == "pays late");
    assert_eq!(kept.map(|score| score.points), Some(Some(4)));
}

#[test]
fn the_form_of_a_contact_keeps_what_came_from_its_line() {
    let mut player = player();
    player.keys("c 'call hello +N next 2026-07-09 visit' Tab");
    assert!(player.picture().contains("2026-07-09"), "{}", player.picture());
    player.keys("Esc c");
    let picture = player.picture();
    for kept in ["hello", "+N", "2026-07-09"] {
        assert!(picture.contains(kept), "{kept}: {picture}");
    }
    player.keys("Ctrl-S c");
    assert!(!player.picture().contains("hello│"), "taken, it is kept no more: {}", player.picture());
    let contact = player.app.current().expect("a card").card.contacts[0].clone();
    assert_eq!((contact.note.as_str(), contact.kind.code()), ("hello", "phone"));
}

#[test]
fn a_contact_lies_in_the_past() {
    let mut player = player();
    player.keys("c 'call hello' Tab Up Up Up Up").keys("Ctrl-U '12 nov' Ctrl-S");
    let contacts = &player.app.current().expect("a card").card.contacts;
    assert!(contacts.iter().any(|contact| contact.on.to_string() == "2025-11-12"), "the last one there was");
    player.keys("c 'call again' Tab Up Up Up Up").keys("Ctrl-U '2027-01-01' Ctrl-S");
    assert!(player.picture().contains("lies in the future"), "{}", player.picture());
}

#[test]
fn half_typed_text_on_offer_stands_in_nobodys_way() {
    let mut player = player();
    let draft = Draft { form: "add".into(), card: None, text: "Ana Tor".into() };
    player.app.offer_drafts(vec![(draft, String::new())]);
    assert!(player.picture().contains("Ana Tor"));
    let before = player.app.current().map(|shown| shown.card.id);
    player.keys("c 'hello'");
    assert!(player.picture().contains("hello"), "the key did what it always does: {}", player.picture());
    player.keys("Esc a");
    assert!(player.picture().contains("Ana Tor"), "what was passed over is still there");
    assert_eq!(player.app.current().map(|shown| shown.card.id), before);
}

#[test]
fn a_correction_does_not_speak_of_closing_the_plan() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter c 'call next fri call' Enter n Ctrl-A 'fri call bring samples' Enter");
    player.keys("c 'call fine'");
    assert!(player.picture().contains("done with this"), "{}", player.picture());
    player.keys("Esc C");
    assert!(!player.picture().contains("done with this"), "{}", player.picture());
}

#[test]
fn a_position_change_asks_for_what_it_must_record() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter p 'target' Enter 'fits our profile' Enter");
    assert_eq!(
        player.app.current().expect("a card").standing.position,
        fieldcard::domain::position::Position::Target
    );
    player.keys("p 'non' Enter 'hostile' Enter Enter");
    assert_eq!(
        player.app.current().expect("a card").standing.position,
        fieldcard::domain::position::Position::Non
    );
    player.keys("u u");
    assert_eq!(
        player.app.current().expect("a card").standing.position,
        fieldcard::domain::position::Position::Potential
    );
}

#[test]
fn a_card_goes_to_the_bin_and_comes_back_under_the_cursor() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter d");
    assert_ne!(name(&player), "Ana Torres");
    player.keys("u");
    assert_eq!(name(&player), "Ana Torres");
}

#[test]
fn fields_are_edited_in_the_opened_card() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter j Enter 'AT-7' Enter");
    assert_eq!(player.app.current().expect("a card").card.code, "AT-7");
}

#[test]
fn a_wrong_line_is_refused_and_stays() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter n 'never ever' Enter");
    let picture = player.picture();
    assert!(picture.contains("never ever"), "{picture}");
    player.keys("Ctrl-U 'fri call' Enter");
    let next = player.app.current().expect("a card").card.next_action.clone();
    assert_eq!(next.map(|next| next.on.to_string()).as_deref(), Some("2026-07-03"));
}

#[test]
fn a_day_that_has_passed_is_no_next_action() {
    for line in ["yesterday", "2026-06-01 call"] {
        let mut player = player();
        player.keys(&format!("a 'Ana Torres' Enter n '{line}'"));
        assert!(player.picture().contains("cannot lie in the past"), "{line}: {}", player.picture());
        player.keys("Enter");
        assert_eq!(player.app.current().expect("a card").card.next_action, None, "{line}");
        player.keys("Ctrl-U 'fri call' Enter");
        assert!(player.app.current().expect("a card").card.next_action.is_some(), "{line}");
    }
    // In the form of a contact too; in the line of one it is a note, as it was said.
    let mut player = player();
    player.keys("a 'Ana Torres' Enter c Tab Down Down Down Down 'yesterday call' Ctrl-S");
    assert!(player.picture().contains("cannot lie in the past"), "{}", player.picture());
    let mut player = Player::samples(120, 36, Language::English);
    player.keys("a 'Ana Torres' Enter c 'call next yesterday' Enter");
    let card = &player.app.current().expect("a card").card;
    assert_eq!((card.next_action.clone(), card.contacts[0].note.as_str()), (None, "next yesterday"));
}

#[test]
fn full_width_punctuation_of_an_input_method_is_understood() {
    let mut player = player();
    player.keys("？");
    assert!(player.picture().contains("Everywhere"));
    player.keys("Esc 、 'HH-001' Enter");
    assert_eq!(name(&player), "Harbour Print Ltd");
}

#[test]
fn the_phone_is_copied() {
    let mut player = player();
    player.keys("/ 'HH-001' Enter y");
    assert_eq!(player.copied(), Some("138 0000 0001"));
}

#[test]
fn next_and_previous_card_from_inside_a_card() {
    let mut player = player();
    let first = name(&player);
    player.keys("Enter ] ]");
    let third = name(&player);
    player.keys("[ [");
    assert_eq!(name(&player), first);
    assert_ne!(first, third);
}

#[test]
fn leaving_is_one_key() {
    assert!(player().keys("q").has_left());
}

#[test]
fn keys_that_meet_no_card_say_so() {
    let mut player = Player::empty(80, 24, Language::English);
    for key in ["c", "n", "M", "d", "p", "y", "e", "Enter"] {
        player.keys(key);
        assert!(player.picture().contains("No card here"), "{key}");
    }
}

/// Whether a line of the screen has this label and this value.
fn shows(player: &Player, label: &str, value: &str) -> bool {
    player.picture().lines().any(|line| line.contains(label) && line.contains(value))
}

/// Moves the cursor of the fields down to the one with this name.
fn go_to(player: &mut Player, label: &str) {
    const MOST: usize = 200;
    let under_cursor =
        |player: &Player| player.picture().lines().any(|line| line.contains(&format!("\u{258c}{label}")));
    for _ in 0..MOST {
        if under_cursor(player) {
            return;
        }
        player.keys("j");
    }
    panic!("no field {label}: {}", player.picture());
}

#[test]
fn a_field_of_the_whole_catalogue_is_found_and_an_odd_value_is_warned_of() {
    let mut player = player();
    player.keys("a '@Lakeside Works' Enter Enter");
    assert!(!player.picture().contains("Registration number"));
    player.keys("z");
    go_to(&mut player, "Registration number");
    player.keys("Enter '91350100M000100Y44'");
    assert!(player.picture().contains("check digit"), "{}", player.picture());
    player.keys("Backspace '3'");
    assert!(!player.picture().contains("check digit"), "{}", player.picture());
    player.keys("Enter z");
    assert!(shows(&player, "Registration number", "91350100M000100Y43"), "{}", player.picture());
}

#[test]
fn an_own_field_is_edited_like_any_other() {
    let mut player = Player::on(80, 24, Language::English, |store| {
        let write = store.write(Act::Add, "", |door| {
            door.add_own_field(&fieldcard::domain::field::OwnField::text("vat", "VAT number"))?;
            door.add_card(&NewCard::named("Ana Torres"))
        });
        write.expect("the card is made");
    });
    player.keys("Enter G Enter 'DE 1' Enter");
    assert!(shows(&player, "VAT number", "DE 1"), "{}", player.picture());
}

#[test]
fn an_edit_that_crosses_another_programs_shows_theirs_and_keeps_ours() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter j Enter 'OURS'");
    let card = player.app.listing.selected().expect("a card");
    let mut other = player.store.another().expect("a second connection");
    let write = other.write(Act::Edit, "", |door| door.set_field(card, "code", &["THEIRS".into()]));
    write.expect("the other program writes");
    player.keys("Enter");
    let picture = player.picture();
    assert!(picture.contains("OURS") && picture.contains("THEIRS"), "{picture}");
    player.keys("Enter");
    assert_eq!(player.app.current().expect("a card").card.code, "OURS", "the second Enter decides");
}

#[test]
fn a_number_that_crosses_another_programs_is_not_written_over_it() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter");
    go_to(&mut player, "Phone");
    player.keys("Enter '13800000001'");
    let card = player.app.listing.selected().expect("a card");
    let theirs = NewPhone { kind: PhoneKind::Mobile, number: "13900000002".into() };
    let mut other = player.store.another().expect("a second connection");
    let write = other.write(Act::Edit, "", |door| door.put_phones(card, None, &[theirs]));
    write.expect("the other program writes");
    player.keys("Enter");
    let picture = player.picture();
    assert!(picture.contains("13800000001") && picture.contains("13900000002"), "{picture}");
    player.keys("Enter");
    let numbers: Vec<_> = player.app.current().expect("a card").card.phones.clone();
    assert_eq!(numbers.iter().map(|phone| &*phone.number).collect::<Vec<_>>(), ["13800000001"]);
}

#[test]
fn two_programs_that_fill_in_one_person_keep_what_each_has_typed() {
    let mut player = player();
    player.keys("a 'Kim Roe 13800000001 @Lakeside Works' Enter Enter");
    let card = player.app.listing.selected().expect("a card");
    let retitled = |title: &str| PersonChange {
        person: NewPerson { name: "Kim Roe".into(), title: title.into(), ..NewPerson::default() },
        emptied: Vec::new(),
    };
    let mut other = player.store.another().expect("a second connection");
    go_to(&mut player, "Person");
    player.keys("E");
    other.write(Act::Edit, "", |door| door.change_person(card, &retitled("buyer"))).expect("they write");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
    player.keys("Tab Tab Tab Tab 'kim@lake.example' Ctrl-S");
    let kim = player.app.current().expect("a card").card.people[0].clone();
    assert_eq!((kim.title.as_str(), kim.emails.len()), ("buyer", 1), "{}", player.picture());
    // The same line of both: it is asked whose stands.
    player.keys("E Tab 'chief '");
    other.write(Act::Edit, "", |door| door.change_person(card, &retitled("director"))).expect("they write");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
    player.keys("Ctrl-S");
    let picture = player.picture();
    assert!(picture.contains("chief") && picture.contains("director"), "{picture}");
}

#[test]
fn what_the_cursor_stands_on_is_copied() {
    let mut player = player();
    player.keys("a 'Kim Roe 0571-8800 1234 @Lakeside Works' Enter c 'call wants a price' Enter Enter");
    player.keys("o 'competitor' Enter 'Grand Print' Enter g g");
    for (name, copied) in [("N need", "unknown"), ("Competitor", "Grand Print"), ("Party", "organisation")] {
        go_to(&mut player, name);
        player.keys("y");
        assert_eq!(player.copied(), Some(copied), "{name}");
    }
    player.keys("Tab y");
    assert_eq!(player.copied(), Some("wants a price"));
    player.keys("Esc Tab Tab y");
    assert_eq!(player.copied(), Some("wants a price"), "in the pane beside the list too");
    player.keys("Esc y");
    assert_eq!(player.copied(), Some("0571-8800 1234"));
}

#[test]
fn where_nothing_is_to_be_copied_it_is_said_what_is_missing() {
    for (language, phone, field) in [
        (Language::English, "no phone number on the card", "This field is empty."),
        (Language::Simplified, "没有可复制的电话", "此处为空"),
        (Language::Traditional, "沒有可複製的電話", "此處為空"),
    ] {
        let mut player = Player::empty(120, 36, language);
        player.keys("a 'Lakeside' Enter y");
        assert!(player.picture().contains(phone), "{}", player.picture());
        player.keys("Enter G y");
        assert!(player.picture().contains(field), "{}", player.picture());
        player.keys("Tab y");
        assert!(player.picture().contains(&fieldcard::lang::words(language).no_contact_here()));
        assert_eq!(player.copied(), None);
    }
}

#[test]
fn a_card_in_the_bin_is_found_there_and_taken_out() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter d / 'in:bin' Enter");
    assert_eq!(name(&player), "Ana Torres");
    player.keys("d / Ctrl-U 'Ana Torres' Enter");
    assert_eq!(name(&player), "Ana Torres");
}

#[test]
fn a_card_another_program_takes_away_is_missed_and_no_key_meets_its_neighbour() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter");
    let card = player.app.listing.selected().expect("a card");
    let mut other = player.store.another().expect("a second connection");
    other.write(Act::Remove, "", |door| door.bin(card)).expect("the other program writes");
    player.app.receive(Outcome::ForeignWrite);
    player.settle();
    assert!(player.picture().contains("Ana Torres is gone"), "{}", player.picture());
    assert!(player.app.notice_lost_card(), "the next key is not taken for the neighbour");
    assert!(!player.app.notice_lost_card());
}

#[test]
fn nothing_is_done_that_cannot_be_seen() {
    let mut player = player();
    let total = player.app.listing.total();
    player.app.resize(Size { columns: 79, rows: 23 });
    player.keys("d d");
    assert_eq!(player.app.listing.total(), total);
    assert!(player.keys("q").has_left());
}

#[test]
fn the_number_of_the_person_under_the_cursor_is_copied() {
    let mut player = player();
    player.keys("a 'Kim Roe 0571-8800 1234 @Lakeside Works' Enter Enter");
    go_to(&mut player, "Person");
    player.keys("y");
    assert_eq!(player.copied(), Some("0571-8800 1234"));
}

#[test]
fn an_introducer_is_found_while_its_name_or_code_is_typed() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter");
    go_to(&mut player, "Introducer");
    for typed in ["HH-001", "harb", "print ltd"] {
        player.keys(&format!("Enter '{typed}'"));
        assert!(player.picture().contains("Harbour Print Ltd"), "{typed}: {}", player.picture());
        player.keys("Enter");
        assert!(shows(&player, "Introducer", "Harbour Print Ltd"), "{typed}: {}", player.picture());
        player.keys("u");
        assert!(!shows(&player, "Introducer", "Harbour Print Ltd"), "{typed}: {}", player.picture());
    }
    player.keys("Enter 'nobody of this name' Enter");
    assert!(player.picture().contains("Nothing like it"), "{}", player.picture());
    player.keys("Esc Enter 'Ana Torres'");
    let rows = player.picture().lines().filter(|line| line.contains("Ana Torres")).count();
    let without = "the list, the card and the line typed; nobody introduces himself";
    assert!(!player.picture().contains("▸Ana Torres") && rows <= 3, "{without}: {}", player.picture());
}

#[test]
fn the_footer_offers_what_can_be_done_here() {
    let mut player = Player::empty(80, 24, Language::English);
    let footer = |player: &Player| player.picture().lines().last().unwrap_or_default().to_owned();
    assert!(!footer(&player).contains("log"), "{}", footer(&player));
    player.keys("a 'Ana Torres' Enter");
    assert!(footer(&player).contains("c log") && !footer(&player).contains("Esc"));
    player.keys("Enter");
    assert!(
        footer(&player).contains("Esc back") && footer(&player).contains("? help"),
        "{}",
        footer(&player)
    );
}

#[test]
fn a_competitor_is_put_on_a_card_changed_and_taken_off() {
    let mut player = player();
    player.keys(
        "a '@Lakeside Works' Enter Enter o 'compet' Enter 'Grand Forms;product=presses;satisfaction=2' Enter",
    );
    assert!(shows(&player, "Competitor", "Grand Forms  presses  satisfaction 2"), "{}", player.picture());
    go_to(&mut player, "Competitor");
    player.keys("Enter ';price=9000' Enter");
    assert!(shows(&player, "Competitor", "price 9,000.00"), "{}", player.picture());
    player.keys("Enter Ctrl-U Enter");
    assert!(!player.picture().contains("Grand Forms"), "{}", player.picture());
    player.keys("u");
    assert!(shows(&player, "Competitor", "price 9,000.00"), "{}", player.picture());
}

#[test]
fn a_field_of_ones_own_is_added_and_filled_where_it_is_wanted() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter O 'heat;options=hot,warm' Enter");
    go_to(&mut player, "heat");
    player.keys("Enter 'war' Enter");
    assert!(shows(&player, "heat", "warm"), "{}", player.picture());
    player.keys("g g O 'heat' Enter");
    assert!(player.picture().contains("heat is taken"), "{}", player.picture());
    player.keys("Esc u u");
    assert!(!player.picture().contains("Own fields"), "{}", player.picture());
}

#[test]
fn a_field_of_ones_own_is_changed_and_removed_where_it_stands() {
    let mut player = player();
    player.keys("a 'Ana Torres' Enter Enter O 'heat;options=hot,warm' Enter");
    go_to(&mut player, "heat");
    player.keys("Enter 'war' Enter O Ctrl-U 'heat;options=hot,cold' Enter");
    assert!(player.picture().contains("“warm” of heat is on 1 card"), "{}", player.picture());
    player.keys("Ctrl-U 'heat;name=How hot;options=hot,warm,cold' Enter");
    assert!(shows(&player, "How hot", "warm"), "{}", player.picture());
    player.keys("O Ctrl-U Enter");
    assert!(player.picture().contains("1 card has a value in heat"), "{}", player.picture());
    player.keys("Esc Enter 'none' Enter O Ctrl-U Enter");
    assert!(!player.picture().contains("How hot"), "{}", player.picture());
    player.keys("u");
    assert!(player.picture().contains("How hot"), "{}", player.picture());
    player.keys("O Ctrl-U 'cold' Enter");
    assert!(player.picture().contains("The key heat stays"), "{}", player.picture());
}

#[test]
fn owners_of_more_than_all_of_a_firm_are_doubted() {
    let mut player = player();
    player.keys("a '@Lakeside Works' Enter Enter o 'owner' Enter 'Kim;share=60' Enter o 'owner' Enter");
    player.keys("'Lee;share=40'");
    assert!(!player.picture().contains("more than 100%"), "{}", player.picture());
    player.keys("Backspace Backspace '41'");
    assert!(player.picture().contains("more than 100%"), "{}", player.picture());
}

#[test]
fn what_a_card_lacks_is_one_key_away_and_filled_from_there() {
    let mut player = player();
    player.keys("a '@Lakeside Works' Enter Enter");
    assert!(player.picture().contains("prospect card"), "{}", player.picture());
    player.keys("v 'Legal f' Enter 'limited' Enter");
    assert!(shows(&player, "Legal form", "limited company"), "{}", player.picture());
    player.keys("v 'compet' Enter 'Grand Forms' Enter");
    assert!(shows(&player, "Competitor", "Grand Forms"), "{}", player.picture());
}

#[test]
fn the_closest_cards_come_first_while_a_search_is_typed_and_say_why() {
    let mut player = Player::on(120, 36, Language::English, |store| {
        for (name, company) in
            [("Aldi Print", ""), ("Bo", "Printworks"), ("Printers United", ""), ("Zed", "")]
        {
            let new = NewCard { company: company.into(), ..NewCard::named(name) };
            store.write(Act::Add, "", |door| door.add_card(&new)).expect("it is added");
        }
        let zed = NewCard { tags: vec!["big print run".into()], ..NewCard::named("Yolanda") };
        store.write(Act::Add, "", |door| door.add_card(&zed)).expect("it is added");
    });
    player.keys("/ 'print'");
    let picture = player.picture();
    let places: Vec<usize> = ["Printers United", "Aldi Print", "Bo ", "Yolanda"]
        .map(|name| picture.find(name).unwrap_or_else(|| panic!("{name} is not there:\n{picture}")))
        .to_vec();
    assert!(places.is_sorted(), "{picture}");
    player.keys("Enter G");
    assert!(player.picture().contains("Tags: big print run"), "{}", player.picture());
}

#[test]
fn a_search_is_completed_kept_and_opened_again() {
    let mut player = player();
    player.keys("a 'Ana Torres #vip' Enter a 'Ben Ode #fair' Enter / 'posi'");
    assert!(player.picture().contains("Tab: position:"), "{}", player.picture());
    player.keys("Tab 'pot' Tab");
    assert!(player.picture().contains("/ position:potential"), "{}", player.picture());
    player.keys("' tag:v' Tab Enter");
    assert!(!player.picture().contains("Ben Ode"), "{}", player.picture());
    player.keys("S 'hot' Enter");
    assert!(player.picture().contains("Kept: @hot"), "{}", player.picture());
    player.keys("Esc : '@hot'");
    assert!(player.picture().contains("position:potential tag:vip"), "{}", player.picture());
    player.keys("Enter");
    assert!(player.picture().contains("Ana Torres") && !player.picture().contains("Ben Ode"));
    player.keys("/ Ctrl-U '@HOT' Enter S Ctrl-U Enter");
    assert!(player.picture().contains("@hot is taken away"), "{}", player.picture());
    player.keys("u / Ctrl-U '@h' Tab Enter");
    assert!(player.picture().contains("Ana Torres") && !player.picture().contains("Ben Ode"));
    player.keys("Esc S");
    assert!(player.picture().contains("no search to keep"), "{}", player.picture());
}

/// Typed as a person found it on a card, with a name that ends in a full stop of its own.
#[test]
fn a_card_from_paper_leaves_no_word_over_and_is_told_of_in_one_sentence() {
    let mut player = Player::empty(120, 36, Language::English);
    let said = player.keys("a 'Thornbury & Sons Ltd. Margaret Hale 020 7946 0011' Enter").picture();
    assert!(said.contains("Added Thornbury & Sons Ltd. E fills in the rest"), "{said}");
    player.keys("a '海虹印刷有限公司 / 王伟 / 手机 138 1234 5678 办公 021-5550 0101 转 8012' Enter Enter");
    let card = &player.app.current().expect("the card is open").card;
    assert!(!card.values.contains_key("note"), "{:?}", card.values);
}

#[test]
fn an_own_field_is_made_in_the_words_of_the_language() {
    let mut player = Player::empty(120, 36, Language::Simplified);
    player.keys("a '王小明' Enter Enter O");
    let asked = player.picture();
    assert!(asked.contains("选项=高,低") && asked.contains("整数") && !asked.contains("type="), "{asked}");
    player.keys("'grade；选项=甲,乙'");
    assert!(player.picture().contains("grade 已被占用：即 信用"), "{}", player.picture());
    player.keys("Ctrl-U '热度；选项=热,温' Enter");
    assert!(player.picture().contains("热度"), "{}", player.picture());
}

#[test]
fn half_typed_text_is_thrown_away_by_a_key_that_the_footer_names() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("c");
    assert!(!player.picture().contains("discard"), "nothing typed yet: {}", player.picture());
    player.keys("'call fine'");
    assert!(player.picture().contains("Ctrl-T discard"), "{}", player.picture());
    player.keys("Esc c");
    assert!(player.picture().contains("call fine"), "kept: {}", player.picture());
    player.keys("Ctrl-T");
    let seen = player.picture();
    assert!(!seen.contains("call fine") && seen.contains("Discarded. Esc closes."), "{seen}");
    // What is typed on is text, not keys of the list.
    player.keys("'+N asked'");
    assert!(player.picture().contains("N yes") && player.app.pending.is_none(), "{}", player.picture());
    player.keys("Ctrl-T Esc c");
    assert!(!player.picture().contains("asked"), "{}", player.picture());
    // A whole form.
    player.keys("Esc Enter E 'xyz'");
    assert!(player.picture().contains("Ctrl-T discard"), "{}", player.picture());
    player.keys("Esc E");
    assert!(player.picture().contains("xyz"), "{}", player.picture());
    player.keys("Ctrl-T E");
    assert!(!player.picture().contains("xyz"), "{}", player.picture());
}

#[test]
fn half_typed_text_on_offer_is_thrown_away_there() {
    let mut player = Player::empty(80, 24, Language::Simplified);
    let draft = |text: &str| (Draft { form: "add".into(), card: None, text: text.into() }, String::new());
    player.app.offer_drafts(vec![draft("Ana 138")]);
    player.keys("Ctrl-T a");
    assert!(!player.picture().contains("Ana 138"), "{}", player.picture());
}

#[test]
fn a_page_of_an_opened_card_is_what_is_seen_of_it() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::samples(columns, rows, Language::English);
        player.keys("Enter z g g");
        let first = player.app.cursors.field;
        player.keys("PgDn");
        // Below header and frame, above frame, message and footer; headings stand between.
        let page = usize::from(rows) - 5;
        let moved = player.app.cursors.field - first;
        assert!((page * 2 / 3..=page).contains(&moved), "{moved} of {page}");
        player.keys("PgUp");
        assert_eq!(player.app.cursors.field, first);
    }
}

#[test]
fn a_contact_opened_tells_all_that_is_known_of_it() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut player = Player::empty(columns, rows, Language::English);
        player.keys("a 'Kim Roe @Lakeside Works' Enter");
        player.keys(
            "c 'yesterday call @Kim interested +N promise samples by fri next jul 8 visit wants blue' Enter",
        );
        player.keys("Enter Tab Enter");
        let picture = player.picture();
        for told in [
            "Day",
            "2026-06-29 Mon",
            "phone",
            "Kim Roe",
            "interested",
            "N yes",
            "samples Jul 03",
            "2026-07-08 visit",
            "Written down",
            "wants blue",
        ] {
            assert!(picture.contains(told), "{told}: {picture}");
        }
    }
}

#[test]
fn undo_says_what_of_a_card_it_took_back() {
    for (language, field, letter) in [
        (Language::English, "Phone", "Ana Torres: N"),
        (Language::Simplified, "电话", "Ana Torres：N"),
        (Language::Traditional, "電話", "Ana Torres：N"),
    ] {
        let mut player = Player::empty(120, 36, language);
        player.keys("a 'Ana Torres 13800000000' Enter N wait u");
        assert!(player.picture().contains(letter), "{}", player.picture());
        player.keys("Enter");
        while !player.picture().contains(&format!("▌{field}")) {
            player.keys("j");
        }
        player.keys("Enter Backspace '1' Enter u");
        let said = letter.replace('N', field);
        assert!(player.picture().contains(&said), "{said}: {}", player.picture());
    }
}

#[test]
fn undo_calls_an_own_field_by_its_name() {
    let mut player = Player::on(120, 36, Language::English, |store| {
        store
            .write(Act::Add, "", |door| {
                door.add_own_field(&fieldcard::domain::field::OwnField::text("schuh", "Shoe size"))?;
                door.add_card(&NewCard::named("Ana"))
            })
            .expect("a card with a field");
    });
    player.keys("Enter");
    while !player.picture().contains("▌Shoe size") {
        player.keys("j");
    }
    player.keys("Enter '38' Enter u");
    assert!(player.picture().contains("Ana: Shoe size"), "{}", player.picture());
}

#[test]
fn half_typed_text_is_kept_as_soon_as_the_keys_rest() {
    let mut player = player();
    player.keys("c 'half a sentence'");
    let rest = player.due_in().expect("it is to be kept");
    assert!(rest <= Duration::from_millis(200), "{rest:?}");
    player.pass(rest);
    assert_eq!(player.due_in(), None, "it is kept");
    // While keys do not rest, it is kept every so often.
    let keys = (1..).find(|_| player.keys("x").due_in().is_none()).expect("it is kept");
    assert!((10..50).contains(&keys), "kept after {keys} keys");
}

#[test]
fn the_contacts_of_another_card_begin_at_their_top() {
    let mut player = Player::samples(80, 24, Language::English);
    player.keys("Enter Tab j");
    while player.app.cursors.contact == 0 && player.app.listing.cursor() + 1 < player.app.listing.known() {
        player.keys("Esc j Enter Tab j");
    }
    assert_eq!(player.app.cursors.contact, 1, "some sample has two contacts\n{}", player.picture());
    // A write to the same card leaves the cursor where it is.
    player.keys("c").paste("call again").keys("Enter");
    assert_eq!(player.app.cursors.contact, 1, "{}", player.picture());
    player.keys("Esc k Enter Tab");
    assert_eq!(player.app.cursors.contact, 0, "{}", player.picture());
}

#[test]
fn a_long_contact_is_corrected_in_its_whole_form() {
    let mut player = Player::samples(120, 36, Language::English);
    let contacts = |player: &Player| player.app.current().expect("a card").card.contacts.clone();
    let before = contacts(&player).len();
    player.keys("c 'call +N first words promise sample by fri' Enter");
    player.keys("C Tab");
    let form = player.picture();
    for said in ["first words", "phone", "+N", "sample"] {
        assert!(form.contains(said), "{said}: {form}");
    }
    player.keys("Ctrl-U 'visit was meant' Up Up Up Ctrl-U 'visit' Ctrl-S");
    let after = contacts(&player);
    assert_eq!(after.len(), before + 1, "{}", player.picture());
    let last = after.iter().max_by_key(|contact| contact.id).expect("a contact");
    assert_eq!((last.note.as_str(), last.kind), ("visit was meant", ContactKind::Visit));
    assert_eq!(last.promises.len(), 1, "what was not touched stays");
    // Half typed, it waits in its form.
    player.keys("C Tab Ctrl-U 'not yet' Esc C");
    assert!(
        player.picture().contains("not yet") && player.picture().contains("Ctrl-S"),
        "{}",
        player.picture()
    );
    player.keys("Ctrl-T u");
    assert_eq!(
        contacts(&player).iter().max_by_key(|contact| contact.id).map(|contact| contact.note.as_str()),
        Some("first words")
    );
}
