//! Files in and out of a real card file.

mod introducers;
mod together;
mod twins;

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;

use super::csv::rows::Reading;
use super::error::{ExchangeError, Result};
use super::export::{Export, Exported, Format, Occasion};
use super::import::Import;
use super::mapping::Overrides;
use super::progress::{Unwatched, Watch};
use super::rejects::RejectsFile;
use super::report::ImportReport;
use super::samples::write_samples;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::field::CATALOGUE;
use crate::domain::field::warning::Warning;
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::domain::position::Position;
use crate::domain::query::Query;
use crate::store::{OnDuplicate, Opening, Sort, Source, Store, StoreError};

const DAY: &str = "2026-06-30";

fn day() -> NaiveDate {
    DAY.parse().unwrap()
}

struct File {
    folder: tempfile::TempDir,
    store: Store,
}

impl File {
    fn new() -> File {
        let folder = tempfile::tempdir().unwrap();
        let opening = Opening { source: Source::Command, policies: Policies::default(), day: day() };
        let store = Store::open(&folder.path().join("cards.fieldcard"), opening).unwrap();
        File { folder, store }
    }

    fn import_as(
        &mut self,
        text: &[u8],
        on_duplicate: OnDuplicate,
        watch: &dyn Watch,
    ) -> Result<ImportReport> {
        let own = self.store.own_fields().unwrap();
        let mut rejects = {
            let place = |name: &str| self.folder.path().join(name);
            RejectsFile::new(&place("rejects.csv"), &place("list.csv"), &place("cards")).unwrap()
        };
        let report =
            import(own, on_duplicate).run(&mut self.store, text, None, watch, &mut |mapping, reject| {
                rejects.write(&mapping.headers, reject, &reject.reason.to_string())
            });
        rejects.finish().unwrap();
        report
    }

    fn import(&mut self, text: &str) -> ImportReport {
        self.import_as(text.as_bytes(), OnDuplicate::Skip, &Unwatched).unwrap()
    }

    fn rejects(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("rejects.csv")).unwrap()
    }

    fn cards(&self) -> Vec<Card> {
        let ids = self.store.list(&Query::default(), &Sort::default(), day(), None).unwrap();
        ids.iter().map(|id| self.store.card(*id).unwrap().unwrap()).collect()
    }

    fn names(&self) -> Vec<String> {
        self.cards().into_iter().map(|card| card.name).collect()
    }

    /// Takes all cards out into a file of the folder.
    fn take_out(&mut self, name: &str, watch: &dyn Watch) -> Result<Option<Exported>> {
        let cards = self.store.list(&Query::default(), &Sort::default(), day(), None).unwrap();
        let (policies, path) = (Policies::default(), self.folder.path().join(name));
        let export = Export {
            cards: &cards,
            format: Format::Csv,
            day: day(),
            policies: &policies,
            language: Language::English,
        };
        export.take_out(&mut self.store, &path, Occasion::default(), watch)
    }

    fn export(&self, format: Format) -> Vec<u8> {
        let cards = self.store.list(&Query::default(), &Sort::default(), day(), None).unwrap();
        let policies = Policies::default();
        let mut out = Vec::new();
        let export =
            Export { cards: &cards, format, day: day(), policies: &policies, language: Language::English };
        assert_eq!(export.write(&self.store, &mut out, &Unwatched).unwrap().cards, cards.len() as u64);
        out
    }
}

fn import(own: Vec<crate::domain::field::OwnField>, on_duplicate: OnDuplicate) -> Import {
    let reading = Reading {
        charset: None,
        language: Language::English,
        overrides: Overrides::new(),
        own,
        position: Position::Drift,
    };
    Import { subject: "list.csv".into(), reading, on_duplicate }
}

fn counts(report: &ImportReport) -> [u64; 5] {
    [report.read, report.added, report.updated, report.skipped, report.rejected]
}

const LIST: &str =
    "name,phone,company,宠物\nAna Tam,13800000001,Northgate,猫\nBen,,,\nCy,1.38E+10,,\nDi,13800000004,,\n";

#[test]
fn a_list_comes_in_and_the_same_list_again_adds_nothing() {
    let mut file = File::new();
    let report = file.import(LIST);
    assert_eq!(counts(&report), [4, 3, 0, 0, 1]);
    assert_eq!(file.names(), ["Ana Tam", "Ben", "Di"]);
    assert!(file.cards().iter().all(|card| card.position == Position::Drift));
    assert_eq!(file.cards()[0].values["宠物"], ["猫"]);
    assert!(
        file.rejects().contains("4,phone damaged by a spreadsheet: 1.38E+10,Cy,1.38E+10,,"),
        "{}",
        file.rejects()
    );
    let again = file.import(LIST);
    assert_eq!(counts(&again), [4, 0, 0, 3, 1]);
    assert_eq!(again.journal, None);
}

#[test]
fn an_import_is_taken_back_whole_and_may_then_come_again() {
    let mut file = File::new();
    file.import(LIST);
    file.store.undo().unwrap().unwrap();
    assert_eq!(file.names(), [""; 0]);
    assert_eq!(counts(&file.import(LIST)), [4, 3, 0, 0, 1]);
}

#[test]
fn rows_already_there_are_updated_or_kept_beside_when_asked() {
    let mut file = File::new();
    file.import(LIST);
    let newer = b"name,phone,industry\nAna Tam,13800000001,food\n";
    let report = file.import_as(newer, OnDuplicate::Update, &Unwatched).unwrap();
    assert_eq!(counts(&report), [1, 0, 1, 0, 0]);
    assert_eq!(file.cards()[0].values["industry"], ["food"]);
    file.store.undo().unwrap().unwrap();
    assert!(!file.cards()[0].values.contains_key("industry"));
    let report = file.import_as(newer, OnDuplicate::Keep, &Unwatched).unwrap();
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    assert_eq!(file.names().len(), 4);
}

#[test]
fn introducers_are_found_above_below_and_in_the_card_file() {
    let mut file = File::new();
    file.import("name,code\nOld Friend,F-1\n");
    file.import("name,introducer\nAna,Ben\nBen,F-1\nCy,Ana\nDi,Nobody\n");
    let cards = file.cards();
    let id = |name: &str| cards.iter().find(|card| card.name == name).unwrap().id;
    let introducer = |name: &str| cards.iter().find(|card| card.name == name).unwrap().introducer;
    assert_eq!(introducer("Ana"), Some(id("Ben")));
    assert_eq!(introducer("Ben"), Some(id("Old Friend")));
    assert_eq!(introducer("Cy"), Some(id("Ana")));
    let di = cards.iter().find(|card| card.name == "Di").unwrap();
    assert_eq!((di.introducer, di.values["note"].as_slice()), (None, &["introducer: Nobody".to_owned()][..]));
    file.store.undo().unwrap().unwrap();
    assert_eq!(file.names(), ["Old Friend"]);
}

#[test]
fn rejects_that_were_mended_come_in() {
    let mut file = File::new();
    file.import("name,phone\nAna,1.38E+10\nBen\n\"Cy,1\nDi,2\n");
    assert_eq!(file.names(), ["Di"]);
    let mended =
        file.rejects().replace("1.38E+10", "13800000001").lines().take(2).collect::<Vec<_>>().join("\n");
    file.import(&mended);
    assert_eq!(file.names(), ["Ana", "Di"]);
    assert_eq!(file.store.own_fields().unwrap(), []);
}

#[test]
fn lists_of_any_encoding_and_separator_come_in() {
    let simplified = "姓名,手机\r\n陈敏,13800000001\r\n";
    let traditional = "姓名\t公司\n林薇\t青禾包裝\n";
    let utf_16 =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let encoded = |encoding: &'static encoding_rs::Encoding, text| encoding.encode(text).0.into_owned();
    let files: [(Vec<u8>, &str, char, &str); 6] = [
        (simplified.into(), "utf-8", ',', "陈敏"),
        (format!("\u{FEFF}{}", simplified.replace(',', ";")).into(), "utf-8", ';', "陈敏"),
        (utf_16(&simplified.replace(',', "\t")), "utf-16le", '\t', "陈敏"),
        (encoded(encoding_rs::GB18030, simplified), "gb18030", ',', "陈敏"),
        (encoded(encoding_rs::BIG5, traditional), "big5", '\t', "林薇"),
        (
            encoded(encoding_rs::WINDOWS_1252, "Name;City\nZoë Müller;Köln\n"),
            "windows-1252",
            ';',
            "Zoë Müller",
        ),
    ];
    for (bytes, encoding, delimiter, name) in files {
        let mut file = File::new();
        let report = file.import_as(&bytes, OnDuplicate::Skip, &Unwatched).unwrap();
        assert_eq!((report.encoding.as_str(), report.delimiter, report.added), (encoding, delimiter, 1));
        assert_eq!(file.names(), [name]);
    }
}

#[test]
fn a_long_note_and_hostile_text_come_in_whole() {
    let mut file = File::new();
    let note = "长".repeat(4 << 20);
    let name = "\u{1b}[31mred\u{202e}\u{7f}";
    file.import(&format!("name,note\n{name},\"{note}\"\n"));
    let card = file.cards().remove(0);
    assert_eq!(card.name, name);
    assert!(card.values["note"] == [note]);
}

/// Every field of the catalogue as a comparable text.
fn catalogue(card: &Card, name_of: &dyn Fn(&Card) -> String) -> Vec<String> {
    let fields = CATALOGUE.iter().filter(|field| field.key != "introducer" && field.key != "people");
    let people = card.people.iter().map(|person| {
        let phones: Vec<_> = person.phones.iter().map(|phone| (phone.kind, phone.number.clone())).collect();
        format!(
            "{} {} {:?} {:?} {:?} {phones:?}",
            person.name, person.title, person.roles, person.from, person.to
        )
    });
    fields
        .map(|field| format!("{}={:?}", field.key, card.field_texts(field.key)))
        .chain(people)
        .chain([format!("{:?}", card.next_action), name_of(card)])
        .collect()
}

fn catalogues(file: &File) -> Vec<Vec<String>> {
    let introducer = |card: &Card| {
        let introducer = card.introducer.map(|id| file.store.card(id).unwrap().unwrap().name);
        introducer.unwrap_or_default()
    };
    file.cards().iter().map(|card| catalogue(card, &introducer)).collect()
}

#[test]
fn what_is_exported_comes_back_without_loss() {
    for language in Language::ALL {
        let mut file = File::new();
        write_samples(&mut file.store, *language, day()).unwrap();
        file.import(concat!(
            "name,note,tags,my field,title,addresses,company\n",
            "=cmd(),\"line one\nline two; \\, ::: x\",\"a b;c\",one ::: two,\"Director, sales\",\"Street 1; left\",+1\n",
        ));
        let text = file.export(Format::Csv);
        assert!(text.starts_with(b"\xEF\xBB\xBFname,code,"));
        let shown = String::from_utf8(text.clone()).unwrap();
        assert!(shown.contains("\n'=cmd(),"), "{shown}");
        let mut other = File::new();
        let report = other.import_as(&text, OnDuplicate::Skip, &Unwatched).unwrap();
        assert_eq!((report.rejected, report.skipped), (0, 0));
        assert_eq!(catalogues(&other), catalogues(&file), "{}", language.tag());
        assert_eq!(other.store.own_fields().unwrap(), file.store.own_fields().unwrap());
    }
}

#[test]
fn json_has_one_card_a_line() {
    let mut file = File::new();
    write_samples(&mut file.store, Language::Simplified, day()).unwrap();
    let text = String::from_utf8(file.export(Format::Json)).unwrap();
    assert_eq!(text.lines().count(), file.cards().len());
    for line in text.lines() {
        let card: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(Position::from_code(card["position"].as_str().unwrap()).is_some());
    }
}

/// Stops after so many rows.
struct StopAfter(u64, AtomicU64);

impl Watch for StopAfter {
    fn count(&self, done: u64) {
        self.1.store(done, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.1.load(Ordering::Relaxed) >= self.0
    }
}

#[test]
fn a_stopped_export_leaves_the_file_that_was_there() {
    let mut file = File::new();
    file.import(LIST);
    let path = file.folder.path().join("out.csv");
    assert_eq!(file.take_out("out.csv", &Unwatched).unwrap().map(|taken| taken.cards), Some(3));
    let before = std::fs::read(&path).unwrap();
    file.import("name\nEd\n");
    assert_eq!(file.take_out("out.csv", &StopAfter(2, AtomicU64::new(0))).unwrap(), None);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let left = std::fs::read_dir(file.folder.path()).unwrap().flatten();
    let parts = left.filter(|entry| entry.file_name().to_string_lossy().contains("out.csv")).count();
    assert_eq!(parts, 1, "no half of a file stands beside it");
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let mut file = File::new();
    let rows: String = (0..5000).map(|number| format!("Name {number}\n")).collect();
    let stop = StopAfter(1000, AtomicU64::new(0));
    let error = file.import_as(format!("name\n{rows}").as_bytes(), OnDuplicate::Skip, &stop).err();
    assert!(matches!(error, Some(ExchangeError::Cancelled)));
    assert_eq!(file.names(), [""; 0]);
    assert_eq!(file.import("name\nName 1\n").added, 1);
}

#[test]
fn a_dry_run_shows_ten_rows_and_writes_nothing() {
    let mut file = File::new();
    let rows: String = (0..50).map(|number| format!("Name {number}\n")).collect();
    let text = format!("name\n{rows}\"");
    let run = import(Vec::new(), OnDuplicate::Skip)
        .dry_run(&mut file.store, text.as_bytes(), &Unwatched, &mut |_, _| Ok(()))
        .unwrap();
    assert_eq!((run.cards.len(), run.report.read, run.report.rejected), (10, 51, 1));
    assert_eq!(file.names(), [""; 0]);
}

#[test]
fn a_dry_run_counts_what_the_import_then_does() {
    let many: String =
        (0..600).map(|number| format!("C{number},Name {number},138000{number:05},,\n")).collect();
    let known = "code,name,mobile,position,pet\n";
    let text = format!(
        "{known}{many}HH-1,Ana,13900000001,target,cat\nhh-1,Bea,,,\n,Cy,13900000001,,\n,Di,13900000002,,dog\n\
         ,Di,13900000002,,dog\n,,,,\nC7,Other,13800000007,,\n,\"\n"
    );
    for on_duplicate in OnDuplicate::ALL {
        let mut file = File::new();
        file.import(&format!("{known}HH-1,Ana,13900000001,,cat\nX1,Xu,13900000009,,\n"));
        let own = file.store.own_fields().unwrap();
        let tried = import(own, *on_duplicate)
            .dry_run(&mut file.store, text.as_bytes(), &Unwatched, &mut |_, _| Ok(()))
            .unwrap()
            .report;
        assert_eq!(file.names().len(), 2);
        let done = file.import_as(text.as_bytes(), *on_duplicate, &Unwatched).unwrap();
        assert_eq!(ImportReport { journal: None, ..done }, tried, "{on_duplicate:?}");
        assert!(tried.added > 600 && tried.rejected > 0, "{tried:?}");
    }
}

#[test]
fn an_update_says_that_positions_stay() {
    let mut file = File::new();
    file.import("code,name,position\nA,Ana,target\nB,Bo,target\nC,Cy,\n");
    let text = "code,name,position,tags\nA,Ana,actual,x\nB,Bo,target,x\nC,Cy,potential,\nD,Di,potential,\n";
    let report = file.import_as(text.as_bytes(), OnDuplicate::Update, &Unwatched).unwrap();
    assert_eq!((report.updated, report.skipped, report.added, report.positions_left), (2, 1, 1, 2));
}

#[test]
fn a_second_column_of_one_header_is_told_and_kept() {
    let mut file = File::new();
    let report = file.import("name,name,tags,tags,pet,pet\nAna,Anna,a,b,cat,dog\n");
    let told: Vec<&str> = report.mapping.iter().map(|(header, _)| header.as_str()).collect();
    assert_eq!(told, ["name", "name (2)", "tags", "tags (2)", "pet", "pet (2)"]);
    assert_eq!(report.second(), ["name (2)"]);
    let card = &file.cards()[0];
    assert_eq!(card.tags, ["a", "b"]);
    assert_eq!(card.values["note"], ["name: Anna"]);
    let pets = report.own_fields.iter().map(|name| (name.as_str(), 1));
    assert_eq!(pets.collect::<Vec<_>>(), [("pet", 1), ("pet (2)", 1)]);
}

#[test]
fn what_looks_odd_is_kept_and_told() {
    let mut file = File::new();
    let report = file.import("name,phone,email,note\nAna,12-abc,ana@home,\nBo,5712-3400,,card 4111 1111 1111 1111\nAna,12-abc,ana@home,\nCy,13800000001,cy@x.example,\n");
    let told: Vec<_> = report.odd.iter().map(|odd| (odd.warning, odd.count, odd.first[0].line)).collect();
    let expected = [
        (Warning::NotOnlyAPhone, 1, 2),
        (Warning::DoubtfulEmail, 1, 2),
        (Warning::DoubtfulPhone, 1, 3),
        (Warning::BankCardNumber, 1, 3),
    ];
    assert_eq!(told, expected, "of a row that is left out nothing is told");
    assert_eq!(file.cards()[0].phones[0].number, "12-abc");
}

#[test]
fn what_no_field_can_hold_is_kept_in_the_note_and_told() {
    let mut file = File::new();
    let report = file.import(
        "name,position,birthday,email,phone,next,title,title\nAna,undecided,in May,none,ask Ben,soon,Buyer,Boss\nBo,target,,,,,,\n",
    );
    let told: Vec<_> = report.odd.iter().map(|odd| (odd.warning, odd.count, odd.first[0].line)).collect();
    assert_eq!(told, [(Warning::KeptInNote, 6, 2)]);
    let values: Vec<&str> = report.odd[0].first.iter().map(|odd| odd.value.as_str()).collect();
    assert_eq!(values, ["undecided", "in May", "none", "ask Ben", "soon"]);
}

#[test]
fn the_report_is_an_object() {
    let mut file = File::new();
    let report = serde_json::to_string(&file.import("name,手机\nAna,13800000001\n")).unwrap();
    let expected = concat!(
        r#"{"read":1,"added":1,"updated":0,"skipped":0,"rejected":0,"positions_left":0,"drift":1,"odd":[],"encoding":"utf-8","delimiter":",","#,
        r#""mapping":{"name":"name","手机":"phones.mobile"},"own_fields":[],"journal":1}"#
    );
    assert_eq!(report, expected);
}

#[test]
fn what_other_programs_write_beside_a_contact_makes_no_fields() {
    let mut file = File::new();
    let google = "First Name,Name Prefix,Event 1 - Label,Event 1 - Value,Relation 1 - Label,Relation 1 - Value,\
                  Website 1 - Label,Website 1 - Value\n\
                  Ana,Ms.,Anniversary,2010-05-05,,Bob,Work,https://x.example\n";
    let report = file.import(google);
    assert_eq!(report.own_fields, [""; 0]);
    let outlook = "Title,First Name,Job Title,Gender,E-mail Display Name,Anniversary,Initials,Sensitivity\n\
                   Dr.,Bo,Buyer,Unspecified,Bo (bo@x.example),0/0/00,B.,Normal\n";
    let report = file.import(outlook);
    assert_eq!(report.own_fields, [""; 0]);
    let cards = file.cards();
    assert_eq!(cards[0].values["sex"], ["female"]);
    assert_eq!(cards[0].values["note"], ["Anniversary: 2010-05-05\nRelation 1 - Value: Bob"]);
    assert_eq!(cards[1].values["note"], ["Title: Dr."]);
}

#[test]
fn an_import_that_changes_nothing_tells_of_no_notes_and_no_fields() {
    let mut file = File::new();
    let text = "name,colour,shape,note\nAna,red,,met\n";
    let report = file.import(text);
    assert_eq!((report.noted(), report.own_fields), (vec!["note".to_owned()], vec!["colour".to_owned()]));
    let again = file.import(text);
    assert_eq!((again.skipped, again.noted(), again.second()), (1, vec![], vec![]));
    assert_eq!(again.own_fields, [""; 0]);
}

#[test]
fn an_import_is_not_put_back_beside_a_later_one_of_the_same_rows() {
    let mut file = File::new();
    let text = "name\nAna\nBo\n";
    let first = file.import(text).journal;
    file.store.undo().unwrap();
    let second = file.import(text).journal;
    let refused = file.store.redo();
    let Err(StoreError::UndoBlocked { entry, later: Some(later) }) = refused else { panic!("{refused:?}") };
    assert_eq!((Some(entry.id), Some(later.id)), (first, second));
    assert_eq!(file.names(), ["Ana", "Bo"]);
    // Once the later one is taken back, nothing stands in the way of either.
    file.store.undo().unwrap();
    file.store.redo().unwrap();
    assert_eq!(file.names(), ["Ana", "Bo"]);
    // An earlier import of the same rows was there already when this one was made on purpose.
    file.import_as(text.as_bytes(), OnDuplicate::Keep, &Unwatched).unwrap();
    file.store.undo().unwrap();
    file.store.redo().unwrap();
    assert_eq!(file.names().len(), 4);
}

#[test]
fn a_region_is_put_together_from_its_columns() {
    for (text, region) in [
        ("名称,省,市,区县,地址\nAna,浙江省,杭州市,西湖区,文三路1号\n", "浙江省杭州市西湖区"),
        ("名稱,縣市,鄉鎮市區,地址\nAna,臺北市,大安區,復興南路二段\n", "臺北市大安區"),
        ("名称,地区,地址\nAna,华东,文三路1号\n", "华东"),
        ("名称,省市区\nAna,浙江省杭州市西湖区\n", "浙江省杭州市西湖区"),
        ("名称,省份,地区\nAna,浙江省,浙江省杭州市\n", "浙江省杭州市"),
        ("名称,省份,地区\nAna,浙江省,杭州市\n", "浙江省杭州市"),
        ("name,city,district,country\nAna,Porto,Baixa,Portugal\n", "Baixa, Porto, Portugal"),
    ] {
        let mut file = File::new();
        let report = file.import(text);
        assert_eq!(report.own_fields.len(), 0, "{text}");
        assert_eq!(file.cards()[0].addresses[0].place.region, region, "{text}");
    }
}

#[test]
fn a_person_in_charge_is_nobody_by_law() {
    let mut file = File::new();
    let report = file.import("客户名称,负责人,法定代表人\n青禾包装,李娜,王芳\n");
    assert_eq!(report.own_fields, ["负责人"]);
    let card = &file.cards()[0];
    assert_eq!(card.values["legal_representative"], ["王芳"]);
    assert_eq!(card.values["负责人"], ["李娜"]);
}
