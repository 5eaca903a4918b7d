//! `import`: brings cards in from a file.

use std::path::{Path, PathBuf};

use clap::Args;

use super::folder::Temporary;
use super::help::Help;
use super::progress::{Bar, Results};
use super::session::Session;
use super::table::Table;
use super::{json, output, values};
use crate::domain::field::built_in;
use crate::domain::position::Position;
use crate::exchange::csv::Reject;
use crate::exchange::csv::rows::Reading;
use crate::exchange::encoding::Charset;
use crate::exchange::import::{DryRun, Import};
use crate::exchange::list_file::name_of;
use crate::exchange::mapping::{self, Overrides};
use crate::exchange::rejects::RejectsFile;
use crate::exchange::report::ImportReport;
use crate::exchange::source;
use crate::lang::Words;
use crate::lang::errors::{Exit, reject_reason};
use crate::lang::import as import_words;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{OnDuplicate, Source};

/// What `import` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE")]
    source_file: PathBuf,
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    #[arg(long, value_name = "ENCODING")]
    encoding: Option<String>,
    #[arg(long, value_name = "FILE|COLUMN=FIELD,…")]
    map: Option<String>,
    #[arg(long, value_name = "skip|update|keep")]
    on_duplicate: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "import",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_import(),
    arguments: &[
        ("source_file", |words| words.help_import_file()),
        ("format", |words| words.help_import_format()),
        ("encoding", |words| words.help_import_encoding()),
        ("map", |words| words.help_import_map()),
        ("on_duplicate", |words| words.help_import_on_duplicate()),
        ("dry_run", |words| words.help_import_dry_run()),
        ("rejects", |words| words.help_import_rejects()),
        ("json", |words| words.help_json()),
    ],
};

/// Rejected rows named on standard error when no file is named for them.
const REJECTS_TOLD: u64 = 20;

/// Brings the cards in, or shows what would come; says how many rows became what.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    must_be_known(arguments.format.as_deref())?;
    let on_duplicate = match &arguments.on_duplicate {
        Some(text) => values::choice("--on-duplicate", text)?,
        None => OnDuplicate::Skip,
    };
    let charset = arguments.encoding.as_deref().map(Charset::named).transpose()?;
    let overrides = arguments.map.as_deref().map(overrides).transpose()?.unwrap_or_default();
    let source = source::open(&arguments.source_file)?;
    let rejects_file = |path| RejectsFile::new(path, &arguments.source_file, session.card_file());
    let rejects_file = arguments.rejects.as_deref().map(rejects_file).transpose()?;
    let mut rejects = Rejects { file: rejects_file, told: 0, session };
    let own = if arguments.dry_run { rejects.session.own_fields()? } else { Vec::new() };
    let mut import = Import {
        subject: name_of(&arguments.source_file),
        reading: Reading {
            charset,
            language: rejects.session.language(),
            overrides,
            own,
            position: Position::Drift,
        },
        on_duplicate,
    };
    let bar = Bar::begin(if arguments.json { Results::ForPrograms } else { Results::ForPeople });
    let report = if arguments.dry_run {
        // Where there is no card file yet, one is made that is thrown away.
        let folder = Temporary::make()?;
        let mut store = match rejects.session.open_existing(Source::Import)? {
            Some(store) => store,
            None => rejects.session.open_at(&folder.path().join("cards.fieldcard"), Source::Import)?,
        };
        let shown = import.dry_run(&mut store, source.bytes, &bar, &mut |mapping, reject| {
            rejects.tell(&mapping.headers, reject)
        });
        bar.end();
        let shown = shown?;
        rejects.finish()?;
        if !arguments.json {
            sample(&shown, session)?;
        }
        shown.report
    } else {
        let mut store = rejects.session.open(Source::Import)?;
        import.reading.own = store.own_fields()?;
        let report = import.run(&mut store, source.bytes, source.length, &bar, &mut |mapping, reject| {
            rejects.tell(&mapping.headers, reject)
        });
        bar.end();
        let report = report?;
        rejects.finish()?;
        report
    };
    if arguments.json {
        session.out.text(&json::line(&report))?;
    } else {
        let line = if arguments.dry_run { tried(&report, session) } else { summary(&report, session) };
        session.out.line(&line)?;
        for line in beside(&report, session.words()) {
            session.out.line(&line)?;
        }
    }
    session.out.finish()?;
    Ok(if report.rejected > 0 { Exit::Partial } else { Exit::Done })
}

/// Text tables are the only form read.
fn must_be_known(format: Option<&str>) -> Result<(), UsageProblem> {
    const KNOWN: &str = "csv";
    match format {
        Some(format) if !format.eq_ignore_ascii_case(KNOWN) => Err(UsageProblem::WrongValue {
            option: "--format".to_owned(),
            value: format.to_owned(),
            allowed: vec![KNOWN.to_owned()],
        }),
        _ => Ok(()),
    }
}

/// `--map`: items as they stand, or a file of them.
fn overrides(text: &str) -> Result<Overrides, Problem> {
    let path = Path::new(text);
    if text.contains('=') && !path.is_file() {
        return Ok(mapping::overrides(text)?);
    }
    let read = std::fs::read_to_string(path);
    let items = read.map_err(|reason| Problem::File { path: path.to_owned(), reason })?;
    Ok(mapping::overrides(&items)?)
}

/// Where rows go that could not be brought in.
struct Rejects<'run> {
    file: Option<RejectsFile>,
    told: u64,
    session: &'run Session,
}

impl Rejects<'_> {
    fn tell(&mut self, headers: &[String], reject: &Reject) -> crate::exchange::error::Result<()> {
        let words = self.session.words();
        let why = reject_reason(&reject.reason, words);
        if let Some(file) = &mut self.file {
            return file.write(headers, reject, &why);
        }
        if self.told < REJECTS_TOLD {
            output::remark(&words.import_rejected(&reject.line, &why));
        } else if self.told == REJECTS_TOLD {
            output::remark(&words.import_more_rejected());
        }
        self.told += 1;
        Ok(())
    }

    fn finish(self) -> Result<(), Problem> {
        if let Some(path) = self.file.map(RejectsFile::finish).transpose()?.flatten() {
            output::remark(&self.session.words().import_rejects_written(&path.display()));
        }
        Ok(())
    }
}

/// The columns with what they become, and the first rows as cards.
fn sample(shown: &DryRun, session: &mut Session) -> Result<(), Problem> {
    let (words, language) = (session.words(), session.language());
    let mut columns = Table::headed([words.import_column(), words.import_becomes()]);
    for (header, key) in &shown.report.mapping {
        columns.row([header.clone(), key.clone()]);
    }
    columns.write(&mut session.out)?;
    session.out.text("\n")?;
    let name = |key: &str| built_in(key).map(|field| field.name(language).to_owned()).unwrap_or_default();
    let mut rows = Table::headed(["name", "company", "phones", "emails", "people", "tags"].map(name));
    for row in &shown.cards {
        let card = &row.card;
        rows.row([
            card.name.clone(),
            card.company.clone(),
            card.phones.iter().map(|phone| phone.number.as_str()).collect::<Vec<_>>().join("; "),
            card.emails.iter().map(|email| email.address.as_str()).collect::<Vec<_>>().join("; "),
            card.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("; "),
            card.tags.join("; "),
        ]);
    }
    rows.write(&mut session.out)?;
    session.out.text("\n")
}

/// What would become of the rows.
fn tried(report: &ImportReport, session: &Session) -> String {
    session.words().import_tried(
        &report.read,
        &report.added,
        &report.updated,
        &report.skipped,
        &report.rejected,
        &report.encoding,
    )
}

/// Where values went that did not become a field of the card.
fn beside(report: &ImportReport, words: &Words) -> Vec<String> {
    let listed = |columns: &[String]| (!columns.is_empty()).then(|| columns.join(", "));
    let own = listed(&report.own_named()).map(|columns| words.import_own_fields(&columns));
    let noted = listed(&report.noted());
    let second = listed(&report.second());
    let left = report.positions_left;
    own.into_iter()
        .chain(noted.map(|columns| words.import_noted(&columns)))
        .chain(second.map(|columns| words.import_second(&columns)))
        .chain((left > 0).then(|| words.import_positions_left(&left)))
        .chain(import_words::remarks(report, words))
        .collect()
}

fn summary(report: &ImportReport, session: &Session) -> String {
    session.words().import_done(
        &report.read,
        &report.added,
        &report.updated,
        &report.skipped,
        &report.rejected,
        &report.encoding,
    )
}
