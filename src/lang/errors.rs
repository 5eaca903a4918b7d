//! Problems in words: one line naming the value, a hint where something can be done, and the exit code.

use std::process::ExitCode;

use super::Words;
use super::problem::{ConfigurationProblem, Problem, UsageProblem};
use super::typed;
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::transition::{MoveRefusal, Path};
use crate::store::StoreError;

/// How a run of the program ended, for whoever started it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Could not be done.
    Failed,
    /// Wrong from the arguments alone.
    Usage,
    /// Done in part: an import with rejected rows.
    Partial,
    /// Passphrase missing or wrong.
    Locked,
    /// No such card.
    NoSuchCard,
}

impl Exit {
    /// The number handed to the system.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Partial => 3,
            Exit::Locked => 4,
            Exit::NoSuchCard => 5,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

/// A problem as a person is told of it. Text from outside in it is not yet made safe for a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong, with the value named.
    pub line: String,
    /// What it concerns, one a line: the cards of an ambiguous name.
    pub details: Vec<String>,
    /// What to type instead.
    pub hint: Option<String>,
    /// How the program ends.
    pub exit: Exit,
}

impl Message {
    pub(super) fn new(exit: Exit, line: String) -> Message {
        Message { line, details: Vec::new(), hint: None, exit }
    }

    pub(super) fn hint(self, hint: impl Into<Option<String>>) -> Message {
        Message { hint: hint.into(), ..self }
    }
}

/// A problem in words.
pub fn describe(problem: &Problem, words: &dyn Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    match problem {
        Problem::Store(error) => store(error, words),
        Problem::Usage(problem) => usage(problem, words),
        Problem::Configuration(problem) => configuration(problem, words),
        Problem::Spec(error) => typed::spec(error, words),
        Problem::Query(error) => typed::query(error, words),
        Problem::Field { field, value, error } => typed::field(field, value, error, words),
        Problem::NoDataFolder => failed(words.error_no_data_folder()).hint(words.hint_name_a_file()),
        Problem::Terminal(reason) => failed(words.error_terminal(reason)),
        Problem::NoTerminal => failed(words.error_no_terminal()).hint(words.hint_use_list()),
        Problem::NoSuchCard { text } => {
            Message::new(Exit::NoSuchCard, words.error_no_such_card(text)).hint(words.hint_find_card())
        }
        Problem::SeveralCards { text, first, count } => {
            let details = first.iter().map(|(card, name)| format!("{card}  {name}")).collect();
            let message = failed(words.error_several_cards(count, text)).hint(words.hint_card_number());
            Message { details, ..message }
        }
        Problem::NoSuchPerson { name, card, known } => {
            let hint = if known.is_empty() {
                words.hint_add_person(card, name)
            } else {
                words.hint_one_of(&known.join(", "))
            };
            failed(words.error_no_person_of_name(card, name)).hint(hint)
        }
        Problem::NothingToUndo => failed(words.error_nothing_to_undo()),
        Problem::NothingToRedo => failed(words.error_nothing_to_redo()),
        Problem::File { path, reason } => failed(words.error_file(&path.display(), &reason)),
        Problem::Output(reason) => failed(words.error_output(&reason)),
    }
}

fn store(error: &StoreError, words: &dyn Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        StoreError::Sqlite(error) => failed(words.error_sqlite(error)),
        StoreError::Io { path, source } => failed(words.error_file(&path.display(), source)),
        StoreError::Missing { path } => failed(words.error_missing_file(&path.display())),
        StoreError::NotACardFile { path } => failed(words.error_not_a_card_file(&path.display())),
        StoreError::Directory { path } => failed(words.error_directory(&path.display())),
        StoreError::Encrypted { path } => Message::new(Exit::Locked, words.error_encrypted(&path.display())),
        StoreError::Newer { path, found, known } => {
            failed(words.error_newer(&path.display(), found, known)).hint(words.hint_newer())
        }
        StoreError::ReadOnly { path } => failed(words.error_read_only(&path.display())),
        StoreError::DiskFull { path } => failed(words.error_disk_full(&path.display())),
        StoreError::Busy { path } => failed(words.error_busy(&path.display())).hint(words.hint_try_again()),
        StoreError::Held { path } => failed(words.error_held(&path.display())).hint(words.hint_try_again()),
        StoreError::Damaged { what } => failed(words.error_damaged(what)),
        StoreError::NoSuchCard(card) => {
            Message::new(Exit::NoSuchCard, words.error_no_such_card(card)).hint(words.hint_find_card())
        }
        StoreError::NoSuchPerson(person) => failed(words.error_no_such_person(person)),
        StoreError::PersonHasHistory(_) => {
            failed(words.error_person_has_history()).hint(words.hint_last_day())
        }
        StoreError::NoSuchField(field) => wrong(words.error_unknown_field(field)).hint(words.hint_fields()),
        StoreError::FieldHasItsOwnDoor(field) => wrong(words.error_field_by_command(field)),
        StoreError::OneValueOnly(field) => wrong(words.error_one_value_only(field)),
        StoreError::BadValue { field, value } => wrong(words.error_wrong_value(field, value)),
        StoreError::EmptyName => wrong(words.error_empty_name()),
        StoreError::CodeTaken { code, card, name } => failed(words.error_code_taken(code, card, name)),
        StoreError::Move(refusal) => refused(refusal, words),
        StoreError::IntroducerCircle { card, introducer } => {
            failed(words.error_introducer_circle(introducer, card))
        }
        StoreError::Crossed { field, theirs, .. } => {
            failed(words.error_crossed(field, &theirs.join("; "))).hint(words.hint_try_again())
        }
        StoreError::UndoBlocked { entry, later } => {
            let message = failed(words.error_undo_blocked(&entry.subject, &entry.id));
            message.hint(later.as_ref().map(|later| words.hint_undo_first(&later.id, &later.subject)))
        }
    }
}

/// A position is named by its code: that is what is typed next.
fn refused(refusal: &MoveRefusal, words: &dyn Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    match refusal {
        MoveRefusal::Unchanged { position } => failed(words.error_move_unchanged(&position.code())),
        MoveRefusal::Illegal { from, to, legal, path } => {
            let legal: Vec<&str> = legal.iter().map(|position| position.code()).collect();
            failed(words.error_move_illegal(&from.code(), &to.code(), &legal.join(", "))).hint(path.map(
                |path| match path {
                    Path::Through(position) => words.hint_move_through(&position.code()),
                    Path::CloseQuotation => words.hint_close_quotation(),
                },
            ))
        }
        MoveRefusal::Missing { to, missing, .. } => {
            let language = Language::from_locale(&words.language_tag()).unwrap_or_default();
            let missing: Vec<&str> = missing.iter().map(|what| what.name(language)).collect();
            failed(words.error_move_missing(&to.code(), &missing.join("; ")))
        }
        MoveRefusal::BeforeLast { on, last } => failed(words.error_move_before_last(on, last)),
    }
}

fn usage(problem: &UsageProblem, words: &dyn Words) -> Message {
    let wrong = |line| Message::new(Exit::Usage, line);
    match problem {
        UsageProblem::UnknownOption { option, nearest } => wrong(words.error_unknown_option(option))
            .hint(nearest.as_ref().map(|nearest| words.hint_did_you_mean(nearest))),
        UsageProblem::UnknownCommand { command, nearest } => wrong(words.error_unknown_command(command))
            .hint(
                nearest
                    .as_ref()
                    .map_or_else(|| words.hint_list_commands(), |nearest| words.hint_did_you_mean(nearest)),
            ),
        UsageProblem::UnexpectedArgument { argument } => {
            wrong(words.error_unexpected_argument(argument)).hint(words.hint_quote())
        }
        UsageProblem::MissingArgument { argument, command } => {
            wrong(words.error_missing_argument(argument)).hint(words.hint_command_help(command))
        }
        UsageProblem::MissingValue { option } => wrong(words.error_missing_value(option)),
        UsageProblem::WrongValue { option, value, allowed } => wrong(words.error_wrong_value(option, value))
            .hint((!allowed.is_empty()).then(|| words.hint_one_of(&allowed.join(", ")))),
        UsageProblem::Conflict { option, other } => wrong(words.error_conflict(option, other)),
        UsageProblem::Twice { option } => wrong(words.error_twice(option)),
        UsageProblem::NotText => wrong(words.error_not_text()),
        UsageProblem::NoDate { value } => wrong(words.error_no_date(value)).hint(words.hint_date()),
        UsageProblem::FutureDate { on, as_of } => wrong(words.error_future_date(on, as_of)),
        UsageProblem::UnknownField { field, nearest } => {
            wrong(words.error_unknown_field(field)).hint(words.hint_did_you_mean(nearest))
        }
        UsageProblem::EmptyLine => wrong(words.error_empty_line()).hint(words.hint_log_line()),
        UsageProblem::NoLanguage { value } => {
            wrong(words.error_no_language(value)).hint(words.hint_languages())
        }
        UsageProblem::Other(line) => wrong(line.clone()),
    }
}

fn configuration(problem: &ConfigurationProblem, words: &dyn Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    match problem {
        ConfigurationProblem::Unreadable { path, reason } => {
            failed(words.error_file(&path.display(), reason))
        }
        ConfigurationProblem::Malformed { path, line, reason } => {
            failed(words.error_configuration(&path.display(), line, reason))
        }
        ConfigurationProblem::UnknownKey { path, line, key, nearest } => {
            failed(words.error_configuration_key(&path.display(), line, key))
                .hint(words.hint_did_you_mean(nearest))
        }
    }
}
