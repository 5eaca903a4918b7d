//! `brief`, `plan`, and what a calendar and a document are given.

use crate::program::Program;

fn printing_house(program: &Program) {
    program.ok(&[
        "add",
        "海虹",
        "--set",
        "party=organisation",
        "--person",
        "周立;role=decider",
        "--as-of",
        "2026-01-12",
    ]);
    program.ok(&[
        "edit",
        "1",
        "--set",
        "main_competitor=Rival Ltd",
        "--set",
        "visit_objective=ask for the order",
    ]);
    program.ok(&[
        "log",
        "1",
        "visit +M promise 样品 by 06-12",
        "--on",
        "2026-06-09",
        "--as-of",
        "2026-06-09",
    ]);
}

#[test]
fn a_brief_says_what_the_visit_to_come_is_for() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    program.ok(&["edit", "1", "--next", "+3d visit 14:00 bring samples"]);
    let planned = "due 2026-07-03  visit 14:00 bring samples";
    let brief = program.ok(&["brief", "1"]);
    assert!(brief.contains(planned), "{brief}");
    program.ok(&["log", "1", "email promise 样品 by 07-01"]);
    let brief = program.ok(&["brief", "1", "--as-of", "2026-07-02"]);
    assert!(brief.contains("1 day overdue") && brief.contains(planned), "{brief}");
    let brief = program.ok(&["brief", "1", "--as-of", "2026-07-04"]);
    assert!(!brief.contains("due 2026-07-03"), "{brief}");
}

#[test]
fn a_brief_says_where_we_stand_what_to_ask_and_what_was_promised() {
    let program = Program::new();
    printing_house(&program);
    let brief = program.ok(&["brief", "海虹"]);
    for said in [
        "18 days overdue",
        "样品 by 2026-06-12",
        "ask who decides on the purchase",
        "ask what they need",
        "周立",
        "decider",
        "Rival Ltd",
        "ask for the order",
        "Ready",
        "Missing",
    ] {
        assert!(brief.contains(said), "{said}: {brief}");
    }
    assert!(brief.lines().count() <= 40, "one page: {brief}");
    assert_eq!(program.run(&["brief", "nobody"]).code, 5);
    for (record, said) in [
        ("product=die cutter;maker=Rival;satisfaction=2", "die cutter  Rival"),
        ("need=less downtime;weight=5", "less downtime"),
        ("owned=X200;warranty=2027-01-05", "X200"),
        ("wish=spare die;wanted=2026-12-15", "spare die"),
        ("competitor=Rival;price=900", "Rival"),
    ] {
        program.ok(&["edit", "海虹", "--detail", record]);
        let brief = program.ok(&["brief", "海虹"]);
        assert!(brief.contains(said), "{said}: {brief}");
    }
    for (field, said) in [
        ("addresses=street=1 Mill Road;note=gate 2, ring twice", "gate 2, ring twice"),
        ("budget=52000", "52,000.00"),
    ] {
        program.ok(&["edit", "海虹", "--set", field]);
        let brief = program.ok(&["brief", "海虹"]);
        assert!(brief.contains(said), "{said}: {brief}");
    }
}

#[test]
fn what_was_perhaps_meant_in_a_log_line_is_said() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    let ended = program.run(&["log", "1", "call next 2026-02-31 visit"]);
    assert_eq!(ended.code, 0);
    assert_eq!(ended.err.trim(), "next 2026-02-31 stays in the note: no such day");
    assert_eq!(program.run(&["log", "1", "call next fri"]).err, "");
}

#[test]
fn a_contact_says_which_plan_it_fulfils() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-06-01"]);
    program.ok(&["edit", "1", "--next", "07-03 call bring samples"]);
    let said = program.ok(&["log", "1", "call no-answer"]);
    assert!(!said.contains("done with this"), "nobody was reached: {said}");
    let said = program.ok(&["log", "1", "call fine"]);
    assert!(said.contains("done with this: 2026-07-03 phone bring samples"), "{said}");
    program.ok(&["edit", "1", "--next", "07-03 visit"]);
    let said = program.ok(&["log", "1", "call confirmed"]);
    assert!(said.contains("closes the appointment: 2026-07-03 visit"), "{said}");
    assert!(!program.ok(&["show", "1"]).contains("2026-07-03 visit"), "any later two-way contact closes it");
    program.ok(&["undo"]);
    let said = program.ok(&["log", "1", "call next 07-02 mail"]);
    assert!(said.contains("no longer: 2026-07-03 visit"), "{said}");
}

#[test]
fn a_plan_goes_through_the_zone_most_worth_it() {
    let program = Program::new();
    let add = |name: &str, zone: &str, order: &str| {
        program.ok(&[
            "add",
            name,
            "--address",
            &format!("street=1 Canal;zone={zone};order={order}"),
            "--as-of",
            "2026-06-01",
        ]);
    };
    add("Ana", "西区", "2");
    add("Ben", "西区", "1");
    add("Cleo", "east", "1");
    program.ok(&["add", "Dan", "--as-of", "2026-06-01"]);
    let plan = program.ok(&["plan"]);
    let lines: Vec<&str> = plan.lines().collect();
    assert!(lines[0].contains("2026-06-30") && lines[0].contains("西区"), "{plan}");
    assert!(lines[2].starts_with("09:00") && lines[2].contains("Ben"), "{plan}");
    assert!(lines[3].starts_with("10:00") && lines[3].contains("Ana"), "{plan}");
    assert!(lines[4].contains("1 more due in east"), "{plan}");
    assert!(!plan.contains("Dan"), "nobody goes where there is no address: {plan}");
    assert!(program.ok(&["plan", "--zone", "east"]).contains("Cleo"));
    let both = program.ok(&["plan", "--zone", "east", "--zone", "西区", "--format", "md"]);
    let told: Vec<&str> = both.lines().filter(|line| line.starts_with("- ")).collect();
    for (line, said) in told.iter().zip(["09:00 **Cleo** east", "10:15 **Ben** 西区", "11:15 **Ana** 西区"])
    {
        assert!(line.contains(said), "{both}");
    }
    assert!(both.contains("east, 西区") && told.len() == 3, "{both}");
    let calendar = program.ok(&["plan", "--zone", "east", "--zone", "西区", "--format", "ics"]);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3, "{calendar}");
    assert_eq!(program.ok(&["plan", "--visits", "1"]).lines().filter(|line| line.contains(":00")).count(), 1);
    assert!(plan.contains("1 card is due and has no address"), "{plan}");
    for (zone, hint) in [("eest", "hint: zones: east"), ("Nowhere", "hint: zones: east, 西区")] {
        let nowhere = program.run(&["plan", "--zone", zone]);
        assert_eq!((nowhere.code, nowhere.out.as_str()), (1, ""));
        assert!(nowhere.err.contains(zone) && nowhere.err.contains(hint), "{nowhere:?}");
    }
    let none = program.run(&["plan", "--visits", "0"]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert!(none.err.contains("--visits") && none.err.contains("at least 1"), "{none:?}");
    let nobody = program.run(&["plan", "--on", "2026-06-01"]);
    assert_eq!((nobody.code, nobody.out.as_str()), (0, ""));
    assert!(nobody.err.contains("2026-06-01"), "{nobody:?}");
}

#[test]
fn a_calendar_has_an_event_for_what_is_due_and_for_every_open_promise() {
    let program = Program::new();
    printing_house(&program);
    let calendar = program.ok(&["export", "-", "--format", "ics"]);
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    assert_eq!((lines[0], lines[lines.len() - 2]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let uids: Vec<&&str> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), 2, "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260612") && calendar.contains("样品"), "{calendar}");
    let file = program.path("day.ics");
    assert!(program.ok(&["export", &file.display().to_string()]).contains("2 calendar entries written to"));
    // The same matter keeps its UID whatever becomes of its day.
    program.ok(&["edit", "1", "--next", "2026-07-03 call"]);
    let later = program.ok(&["export", "-", "--format", "ics"]);
    assert!(uids.iter().all(|uid| later.contains(**uid)), "{later}");
    assert!(later.contains("DTSTART;VALUE=DATE:20260703"), "{later}");
    // An hour that was agreed upon is the hour of the event.
    program.ok(&["edit", "1", "--next", "2026-07-03 10:15 visit"]);
    assert!(program.ok(&["export", "-", "--format", "ics"]).contains("DTSTART:20260703T101500"));
}

#[test]
fn a_document_names_what_a_card_holds() {
    let program = Program::new();
    printing_house(&program);
    let document = program.ok(&["export", "-", "--format", "md"]);
    assert!(document.starts_with("## 海虹\n"), "{document}");
    assert!(document.contains("Rival Ltd") && document.contains("- 2026-06-09 visit"), "{document}");
}

#[test]
fn a_plan_is_kept_compared_and_taken_out_as_document_and_calendar() {
    let program = Program::new();
    for (name, order) in [("Ana", "2"), ("Ben", "1")] {
        let address = format!("street=1 Canal, Bay;zone=west;order={order}");
        program.ok(&["add", name, "--address", &address, "--as-of", "2026-06-01"]);
    }
    program.ok(&["plan", "--keep"]);
    program.ok(&["log", "2", "visit fine"]);
    let kept = program.ok(&["plan"]);
    let lines: Vec<&str> = kept.lines().collect();
    assert!(lines[2].contains("made") && lines[2].contains("Ben"), "{kept}");
    assert!(lines[3].contains("planned") && lines[3].contains("Ana"), "{kept}");
    let document = program.ok(&["plan", "--format", "md"]);
    assert!(document.starts_with("# 2026-06-30"), "{document}");
    assert!(
        document.contains("- [x] 09:00 **Ben**") && document.contains("- [ ] 10:00 **Ana**"),
        "{document}"
    );
    let calendar = program.ok(&["plan", "--format", "ics"]);
    for said in ["DTSTART:20260630T100000", "DTEND:20260630T104500", "LOCATION:1 Canal\\, Bay"] {
        assert!(calendar.contains(said), "{said}: {calendar}");
    }
    assert_eq!(program.run(&["plan", "--format", "pdf"]).code, 2);
    program.ok(&["undo"]);
    program.ok(&["undo"]);
    assert!(!program.ok(&["plan"]).contains("planned"), "the plan was taken back");
}

#[test]
fn an_appointment_keeps_its_hour_in_the_plan() {
    let program = Program::new();
    for (name, order) in [("Ana", "2"), ("Ben", "1"), ("Cleo", "3")] {
        let address = format!("street=1 Canal;zone=west;order={order}");
        program.ok(&["add", name, "--address", &address, "--as-of", "2026-06-01"]);
    }
    program.ok(&[
        "log",
        "1",
        "call next 2026-06-30 10:15 visit",
        "--on",
        "2026-06-20",
        "--as-of",
        "2026-06-20",
    ]);
    let plan = program.ok(&["plan", "--json"]);
    let visits: Vec<serde_json::Value> =
        plan.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> = visits
        .iter()
        .map(|visit| {
            [&visit["at"], &visit["kind"], &visit["card"]["name"]].map(|part| part.as_str().unwrap())
        })
        .collect();
    let expected = [["09:00", "due", "Ben"], ["10:15", "appointment", "Ana"], ["11:15", "due", "Cleo"]];
    assert_eq!(told, expected);
    assert_eq!((visits[0]["minutes"].as_u64(), &visits[0]["state"]), (Some(45), &serde_json::Value::Null));
}

#[test]
fn a_planned_visit_is_put_off_or_dropped_by_command() {
    let program = Program::new();
    for (name, order) in [("Ana", "1"), ("Ben", "2"), ("Cleo", "3")] {
        let address = format!("street=9 Quay;zone=west;order={order}");
        program.ok(&["add", name, "--address", &address, "--as-of", "2026-06-01"]);
    }
    let early = program.run(&["plan", "--drop", "1", "--why", "ill"]);
    assert_eq!(early.code, 1, "nothing is planned yet");
    assert!(early.err.contains("hint: plan --on 2026-06-30"), "{early:?}");
    program.ok(&["plan", "--keep"]);
    let said = program.ok(&["plan", "--move", "Ana", "--to", "2026-07-03"]);
    assert!(said.contains("Ana") && said.contains("2026-07-03"), "{said}");
    program.ok(&["plan", "--drop", "Ben", "--why", "on holiday"]);
    let plan = program.ok(&["plan"]);
    assert!(plan.contains("moved to 2026-07-03") && plan.contains("on holiday"), "{plan}");
    assert!(plan.contains("0 of 3 made, 1 moved, 1 dropped"), "{plan}");
    assert!(program.ok(&["plan", "--on", "2026-07-03"]).contains("Ana"));
    assert_eq!(program.card("1")["next_action"]["on"], "2026-07-03");
    for (arguments, code) in [
        (&["plan", "--move", "Cleo"][..], 2),
        (&["plan", "--drop", "Cleo"], 2),
        (&["plan", "--why", "ill"], 2),
        (&["plan", "--move", "Cleo", "--to", "2026-06-29"], 2),
        (&["plan", "--move", "Cleo", "--to", "someday"], 2),
        (&["plan", "--move", "Ana", "--to", "2026-07-04"], 1),
        (&["plan", "--move", "nobody", "--to", "2026-07-04"], 5),
    ] {
        assert_eq!(program.run(arguments).code, code, "{arguments:?}");
    }
    program.ok(&["undo"]);
    assert!(program.ok(&["plan"]).contains("0 of 3 made, 1 moved, 0 dropped"));
}

#[test]
fn a_customer_is_due_by_its_value_tier() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-06-01"]);
    program.ok(&["move", "1", "actual", "--note", "a press", "--as-of", "2026-06-01"]);
    program.ok(&["log", "1", "call fine", "--as-of", "2026-06-01"]);
    let due = |program: &Program| program.card("1")["due_on"].as_str().unwrap().to_owned();
    assert_eq!(
        (due(&program).as_str(), &program.card("1")["value"]["tier"]),
        ("2026-07-31", &serde_json::Value::Null)
    );
    for (word, tier, expected) in [
        ("key", "key", "2026-06-15"),
        ("发展客户", "develop", "2026-07-01"),
        ("maintain", "maintain", "2026-07-31"),
        ("opportunity", "opportunity", "2026-09-29"),
    ] {
        program.ok(&["edit", "1", "--set", &format!("tier={word}")]);
        assert_eq!((due(&program).as_str(), &program.card("1")["value"]["tier"]), (expected, &tier.into()));
        assert!(program.ok(&["list", &format!("tier:{tier}")]).contains("Ana"));
    }
    assert!(program.ok(&["brief", "1"]).contains("Questions"), "what one wants to ask has its line");
    program.ok(&["edit", "1", "--set", "visit_questions=who pays?"]);
    let brief = program.ok(&["brief", "1"]);
    assert!(brief.contains("who pays?") && !brief.contains("Questions  "), "{brief}");
}

#[test]
fn a_contact_written_down_late_leaves_what_was_agreed_upon_since() {
    let program = Program::new();
    for (name, agreed) in [("Ana", "2026-06-27"), ("Bo", "2026-06-20")] {
        program.ok(&["add", name, "--as-of", "2026-06-01"]);
        program.ok(&["edit", name, "--next", "2026-07-03 visit", "--as-of", agreed]);
        let told = program.ok(&["log", name, "call", "--on", "2026-06-25"]);
        assert_eq!(told.contains("closes the appointment"), name == "Bo", "{told}");
    }
    assert_eq!(program.card("Ana")["next_action"]["on"], "2026-07-03", "agreed upon after the call");
    assert!(program.card("Bo")["next_action"].is_null(), "closed by the call");
    program.ok(&["undo"]);
    assert_eq!(program.card("Bo")["next_action"]["on"], "2026-07-03");
    program.ok(&["log", "Ana", "call", "--on", "2026-06-27"]);
    assert!(program.card("Ana")["next_action"].is_null());
}

#[test]
fn an_attempt_after_a_contact_does_not_keep_its_appointment_open() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-06-01"]);
    program.ok(&["edit", "Ana", "--next", "2026-06-10 visit", "--as-of", "2026-06-01"]);
    program.ok(&["log", "Ana", "call no-answer", "--on", "2026-06-12"]);
    let told = program.ok(&["log", "Ana", "visit seen", "--on", "2026-06-11"]);
    assert!(told.contains("done with this: 2026-06-10 visit"), "{told}");
    assert!(program.card("Ana")["next_action"].is_null());
    program.ok(&["edit", "Ana", "--next", "2026-06-29 visit", "--as-of", "2026-06-10"]);
    program.ok(&["log", "Ana", "visit", "--on", "2026-06-10"]);
    assert_eq!(program.card("Ana")["next_action"]["on"], "2026-06-29", "they were spoken to since");
}

#[test]
fn a_day_on_which_something_took_place_is_the_last_one_of_its_name() {
    let program = Program::new();
    program.ok(&["add", "Ana", "--as-of", "2026-06-01"]);
    // A Tuesday.
    for (typed, on) in [("06-15", "2026-06-15"), ("fri", "2026-06-26"), ("12-31", "2025-12-31")] {
        program.ok(&["log", "Ana", "call", "--on", typed, "--as-of", "2026-06-30"]);
        let on_it = |contact: &serde_json::Value| contact["on"] == on;
        let card = program.card("Ana");
        assert!(card["contacts"].as_array().unwrap().iter().any(on_it), "{typed}: {card}");
    }
    let ended = program.run(&["log", "Ana", "call", "--on", "2026-07-01", "--as-of", "2026-06-30"]);
    assert_eq!(ended.code, 2, "{}", ended.err);
}
