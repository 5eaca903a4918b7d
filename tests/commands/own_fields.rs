//! Fields of the user's own: of any type, added, changed and removed by one command, at home everywhere.

use serde_json::json;

use crate::program::Program;

fn with_fields() -> Program {
    let program = Program::new();
    for field in [
        "heat;type=choice;name=热度;options=hot:热,warm:温,cold",
        "spend;type=money;name=Spend",
        "seen;type=date",
        "pets;type=words;name=宠物",
        "agreed;type=yes-no",
    ] {
        program.ok(&["fields", "--add", field]);
    }
    program.ok(&[
        "add",
        "Ana",
        "--set",
        "热度=热",
        "--set",
        "spend=3.2万",
        "--set",
        "pets=猫,狗",
        "--set",
        "agreed=是",
    ]);
    program.ok(&["add", "Ben", "--set", "heat=cold", "--set", "spend=900", "--set", "seen=2026-07-15"]);
    program
}

#[test]
fn an_own_field_is_where_every_built_in_one_is() {
    let program = with_fields();
    let fields = program.card("1")["fields"].clone();
    assert_eq!((&fields["heat"], &fields["spend"]), (&json!(["hot"]), &json!(["32000.00"])));
    assert_eq!((&fields["pets"], &fields["agreed"]), (&json!(["猫", "狗"]), &json!(["yes"])));
    assert!(program.ok(&["show", "1"]).contains("热"));
    for (query, found) in [
        ("heat:hot", vec![1]),
        ("热度:热", vec![1]),
        ("热度:温", vec![]),
        ("has:seen", vec![2]),
        ("no:pets", vec![2]),
        ("pets:狗", vec![1]),
        ("heat:hot,cold", vec![1, 2]),
        ("spend:>=1000", vec![1]),
        ("spend:900", vec![2]),
        ("spend:9", vec![]),
        ("seen:>=2026-07-15", vec![2]),
        ("seen:<2026-07-15", vec![]),
        ("seen:2026-07", vec![2]),
        ("agreed:no", vec![]),
        ("agreed:是", vec![1]),
        ("-agreed:yes", vec![2]),
    ] {
        assert_eq!(program.found(query), found, "{query}");
    }
    for (query, told) in [("heat:warn", "warm"), ("spend:much", "much"), ("seen:soon", "soon")] {
        let ended = program.run(&["list", query]);
        assert!(ended.code == 2 && ended.err.contains(told), "{query}: {ended:?}");
    }
    let list = |sort: &str| program.ok(&["list", "--columns", "name,heat", "--sort", sort, "--csv"]);
    assert_eq!(list("spend"), "name,heat\nBen,cold\nAna,hot\n");
    assert!(program.ok(&["fields"]).contains("hot warm cold"));
    program.ok(&["edit", "1", "--set", "pets-=狗", "--set", "spend="]);
    assert_eq!(program.card("1")["fields"]["pets"], json!(["猫"]));

    let file = program.path("out.csv");
    program.ok(&["export", file.to_str().unwrap()]);
    let table = std::fs::read_to_string(&file).unwrap();
    assert!(table.contains("热度") && table.contains(",cold,"), "{table}");
}

#[test]
fn a_file_fills_own_fields_by_their_type() {
    let program = with_fields();
    let list = program.path("list.csv");
    std::fs::write(&list, "name,热度,Spend,宠物\nCy,温,\"1,200\",鱼、鸟\nDi,boiling,much,\n").unwrap();
    program.ok(&["import", list.to_str().unwrap()]);
    let (cy, di) = (program.card("3")["fields"].clone(), program.card("4")["fields"].clone());
    assert_eq!(
        (&cy["heat"], &cy["spend"], &cy["pets"]),
        (&json!(["warm"]), &json!(["1200.00"]), &json!(["鱼", "鸟"]))
    );
    assert_eq!(di["note"], json!(["热度: boiling\nSpend: much"]));
}

#[test]
fn what_cannot_be_is_said_and_nothing_is_lost() {
    let program = with_fields();
    for (arguments, why) in [
        (["fields", "--add", "heat"], "means heat"),
        (["fields", "--add", "industry"], "means Industry"),
        (["fields", "--add", "x;name=电话"], "means"),
        (["fields", "--add", "need"], "means Need"),
        (["fields", "--add", "x;type=colour"], "one of"),
        (["fields", "--add", "x;type=choice"], "options"),
        (["fields", "--change", "heat;options=warm,cold"], "is on 1 card"),
        (["fields", "--change", "heat;type=text"], "cannot be changed"),
        (["fields", "--remove", "heat"], "2 cards have a value"),
        (["fields", "--remove", "nothing"], "no field is called nothing"),
        (["fields", "--remove", "name"], "name belongs to every card and stays"),
        (["edit", "1", "--set=heat=boiling"], "hot"),
    ] {
        let refused = program.fails(&arguments);
        assert!(refused.contains(why), "{arguments:?}: {refused}");
    }
    assert_eq!(program.card("1")["fields"]["heat"], json!(["hot"]));
}

#[test]
fn a_field_is_changed_removed_and_brought_back() {
    let program = with_fields();
    program.ok(&["fields", "--change", "heat;name=Temperature;options=hot,cold"]);
    assert!(program.ok(&["fields"]).contains("Temperature"));
    program.ok(&["fields", "--remove", "heat", "--force"]);
    assert!(!program.ok(&["fields"]).contains("heat"));
    program.ok(&["undo", "2"]);
    assert!(program.ok(&["fields"]).contains("热度"));
    assert_eq!(program.found("heat:hot"), [1]);
    let line =
        program.ok(&["fields", "--json"]).lines().find(|line| line.contains("\"heat\"")).unwrap().to_owned();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&line).unwrap()["options"],
        json!(["hot", "warm", "cold"])
    );
}

#[test]
fn a_column_called_as_something_that_is_there_already_gets_a_key_of_its_own() {
    let program = Program::new();
    std::fs::write(program.path("list.csv"), "Name,Gift,Silent\nAna,a pen,never\n").unwrap();
    let said = program.ok(&["import", "list.csv"]);
    assert!(said.contains("new fields of your own: Gift (gift_2), Silent (silent_2)\n"), "{said}");
    assert_eq!(program.found("gift_2:pen"), [1]);
    assert_eq!(program.found("gift:pen"), [1], "by its name, too: the user's own word for it");
    assert_eq!(program.found("silent:>0"), [0; 0], "that asks for days");
    std::fs::write(program.path("more.csv"), "Name,Gift\nBen,a pen too\n").unwrap();
    let again = program.ok(&["import", "more.csv"]);
    assert!(!again.contains("new fields"), "{again}");
    assert_eq!(program.found("gift_2:pen"), [1, 2]);
}
