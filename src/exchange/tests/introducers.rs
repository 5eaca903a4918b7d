//! Introducers that a file names, also before they have a card.

use super::*;

impl File {
    fn update(&mut self, text: &str) -> ImportReport {
        self.import_as(text.as_bytes(), OnDuplicate::Update, &Unwatched).unwrap()
    }

    /// What is kept of who introduced every card: name, name of the introducer, note.
    fn introductions(&self) -> Vec<[String; 3]> {
        let introducer = |card: &Card| {
            let introducer = card.introducer.map(|id| self.store.card(id).unwrap().unwrap().name);
            introducer.unwrap_or_default()
        };
        let note = |card: &Card| card.values.get("note").map(|note| note.join("\n")).unwrap_or_default();
        self.cards().iter().map(|card| [card.name.clone(), introducer(card), note(card)]).collect()
    }
}

#[test]
fn an_introducer_found_late_renames_nobody() {
    for (text, company) in [
        ("phone,tags,introducer\n13800001234,vip,李娜\n", ""),
        ("company,phone,introducer\n海虹印刷,13800001234,李娜\n", "海虹印刷"),
    ] {
        let mut file = File::new();
        file.import("name,phone\n张伟,13800001234\n");
        assert_eq!(counts(&file.update(text)), [1, 0, 1, 0, 0]);
        assert_eq!(file.introductions(), [["张伟", "", "introducer: 李娜"]]);
        assert_eq!(file.cards()[0].company, company);
    }
}

#[test]
fn a_row_whose_only_news_is_an_introducer_who_comes_later_updates_its_card() {
    let mut file = File::new();
    file.import("name,phone\n张三,13800000001\n王五,13800000002\n");
    let text = "name,phone,introducer\n张三,13800000001,赵一\n王五,13800000002,孙二\n赵一,13800000003,\n";
    let own = file.store.own_fields().unwrap();
    let tried = import(own, OnDuplicate::Update)
        .dry_run(&mut file.store, text.as_bytes(), &Unwatched, &mut |_, _| Ok(()))
        .unwrap()
        .report;
    let done = file.update(text);
    assert_eq!(counts(&done), [3, 1, 2, 0, 0]);
    assert_eq!(counts(&tried), counts(&done));
    let kept = [["王五", "", "introducer: 孙二"], ["张三", "赵一", ""], ["赵一", "", ""]];
    assert_eq!(file.introductions(), kept);
    let own = file.store.own_fields().unwrap();
    let tried = import(own, OnDuplicate::Update)
        .dry_run(&mut file.store, text.as_bytes(), &Unwatched, &mut |_, _| Ok(()))
        .unwrap()
        .report;
    let again = file.update(text);
    assert_eq!((counts(&again), again.journal), ([3, 0, 0, 3, 0], None));
    assert_eq!(counts(&tried), counts(&again));
}

#[test]
fn an_introducer_who_cannot_be_one_is_noted() {
    let mut file = File::new();
    let report = file.import("name,introducer\n张三,李四\n李四,张三\n赵六,赵六\n");
    assert_eq!(counts(&report), [3, 3, 0, 0, 0]);
    let kept = [["李四", "", "introducer: 张三"], ["张三", "李四", ""], ["赵六", "", "introducer: 赵六"]];
    assert_eq!(file.introductions(), kept);
}

#[test]
fn an_introducer_with_a_company_is_found_by_name_while_nobody_else_has_it() {
    let mut file = File::new();
    file.import("name,company\n张三,甲公司\n");
    file.import("name,introducer\n李四,张三\n");
    assert_eq!(file.introductions()[0], ["李四", "张三", ""]);
    file.import("name,company\n张三,乙公司\n");
    file.import("name,introducer\n王五,张三\n");
    assert_eq!(file.introductions()[1], ["王五", "", "introducer: 张三"]);
}

#[test]
fn each_of_two_equal_rows_is_linked_to_its_late_introducer() {
    let mut file = File::new();
    let text = "name,introducer\nA,B\nA,B\nB,\n";
    file.import_as(text.as_bytes(), OnDuplicate::Keep, &Unwatched).unwrap();
    assert_eq!(file.introductions(), [["A", "B", ""], ["A", "B", ""], ["B", "", ""]]);
    file.store.undo().unwrap().unwrap();
    assert_eq!(file.names(), [""; 0]);
}
