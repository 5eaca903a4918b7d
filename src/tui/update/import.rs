//! A list brought in from a file: its path is typed, what would come is shown, then it is done.

use crate::domain::choice::Choice;
use crate::domain::field::built_in;
use crate::domain::money::counted;
use crate::domain::reach::PhoneKind;
use crate::domain::text::safe;
use crate::exchange::csv::RejectReason;
use crate::exchange::list_file::{BroughtIn, ListFile, TriedOut, name_of};
use crate::exchange::report::ImportReport;
use crate::exchange::typed_path;
use crate::lang::errors::reject_reason;
use crate::lang::import as import_words;
use crate::store::OnDuplicate;
use crate::tui::app::{Afterwards, App};
use crate::tui::effect::Effect;
use crate::tui::layer::{Choosing, Item, Layer, Pick, Picker, Purpose};
use crate::tui::long_work::LongWork;

/// What a column that is left out gives.
const LEFT_OUT: &str = "-";

impl App {
    /// Asks for the file.
    pub(super) fn open_import(&mut self) {
        if !self.is_under_way() {
            self.open_line(Purpose::Import, String::new());
        }
    }

    /// Looks what would become of the rows of a list.
    pub(super) fn try_list(&mut self, path: &str) {
        let path = typed_path::dragged(path);
        let list = ListFile { path, language: self.setting.language };
        self.begin(LongWork::TryList(list), Afterwards::Marked);
    }

    /// Shows what would come: what can be done, then what each column gives.
    pub(super) fn take_tried_list(&mut self, list: ListFile, tried: TriedOut) {
        self.under_way = None;
        self.typing.taken = None;
        let items = self.ways_to_bring_in(&tried).into_iter().chain(self.columns_of(&tried.report)).collect();
        let picker = Picker::new(Choosing::Import(list, Box::new(tried.report)), items);
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    fn ways_to_bring_in(&self, tried: &TriedOut) -> Vec<Item> {
        let (words, report) = (self.words(), &tried.report);
        let (added, there) = (counted(report.added), counted(report.skipped));
        let way = |label, pick| Item { label, detail: String::new(), pick };
        let doing = |label, on_duplicate| way(label, Pick::OnDuplicate(on_duplicate));
        let mut items = Vec::new();
        match (report.added, report.skipped) {
            (0, 0) => items.push(way(words.import_nothing(), Pick::Remark)),
            (_, 0) => items.push(doing(words.import_all(&added), OnDuplicate::Skip)),
            _ => {
                items.push(doing(words.import_skipping(&added, &there), OnDuplicate::Skip));
                items.push(doing(words.import_updating(&added, &there), OnDuplicate::Update));
                items.push(doing(
                    words.import_keeping(&counted(report.added + report.skipped), &there),
                    OnDuplicate::Keep,
                ));
            }
        }
        if report.rejected > 0 {
            items.push(way(words.import_refused(&counted(report.rejected)), Pick::Remark));
            let why = |(line, reason): &(u64, RejectReason)| {
                let told = words.import_rejected(line, &reject_reason(reason, words));
                way(format!("  {told}"), Pick::Remark)
            };
            items.extend(tried.refused.iter().map(why));
        }
        items.extend(import_words::remarks(report, words).into_iter().map(|line| way(line, Pick::Remark)));
        items
    }

    fn columns_of(&self, report: &ImportReport) -> Vec<Item> {
        let (words, language) = (self.words(), self.setting.language);
        let named = |header: &str, key: &str| {
            let (field, part) = key.split_once('.').unwrap_or((key, ""));
            match (built_in(field), PhoneKind::from_code(part)) {
                _ if key == LEFT_OUT => words.import_left_out(),
                (Some(field), Some(kind)) => format!("{} ({})", field.name(language), kind.name(language)),
                (Some(field), None) => field.name(language).to_owned(),
                (None, _) => {
                    // One that is there already, or one that the list brings, under the name of its column.
                    let own = self.known.own.iter().find(|own| own.key == key).map(|own| own.name.as_str());
                    words.import_own_field(&safe::line(own.unwrap_or(header)))
                }
            }
        };
        let told = |(header, key): &(String, String)| Item {
            label: words.import_column_gives(&safe::line(header), &named(header, key)),
            detail: String::new(),
            pick: Pick::Told,
        };
        report.mapping.iter().map(told).collect()
    }

    pub(super) fn bring_in(&mut self, list: ListFile, report: &ImportReport, on_duplicate: OnDuplicate) {
        let rows = usize::try_from(report.read).unwrap_or(usize::MAX);
        self.begin(LongWork::BringIn { list, on_duplicate, rows }, Afterwards::Marked);
    }

    pub(super) fn take_brought_in(&mut self, brought_in: &BroughtIn) {
        self.under_way = None;
        let (words, report) = (self.words(), &brought_in.report);
        let mut said = words.imported(&counted(report.added));
        if report.updated > 0 {
            said += &words.imported_updated(&counted(report.updated));
        }
        if report.skipped > 0 {
            said += &words.imported_skipped(&counted(report.skipped));
        }
        if let Some(path) = &brought_in.rejects {
            said += &words.imported_refused(&counted(report.rejected), &name_of(path));
        }
        if report.journal.is_some() {
            said += &words.imported_back();
        }
        self.say(said);
        // A list brings fields and tags of its own.
        self.effects.push(Effect::Vocabulary);
        self.reread(None);
        self.await_list();
    }
}
