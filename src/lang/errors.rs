//! Problems in words: one line naming the value, a hint where something can be done, and the exit code.

mod exchange;
mod store;
mod system;
mod typed;
mod usage;

use std::process::ExitCode;

pub use exchange::reject_reason;
pub use store::field_taken;

use super::Words;
use super::problem::Problem;
use crate::domain::choice::Choice;
use crate::store::Duplicate;

/// How a run of the program ended, for whoever started it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Could not be done.
    Failed,
    /// Wrong from the arguments alone.
    Usage,
    /// Done in part: an import with rejected rows, fewer changes taken back than were asked for.
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

/// A line as a sentence that stands alone. One that begins with a value, a path say, is left as it is.
pub fn as_sentence(line: &str) -> String {
    let first = line.split(' ').next().unwrap_or_default();
    if first.len() == line.len() || !first.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return line.to_owned();
    }
    let (letter, rest) = line.split_at(1);
    letter.to_ascii_uppercase() + rest
}

/// A problem in words.
pub fn describe(problem: &Problem, words: &Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    match problem {
        Problem::Store(error) => store::describe(error, words),
        Problem::Exchange(error) => exchange::describe(error, words),
        Problem::Usage(problem) => usage::describe(problem, words),
        Problem::Configuration(problem) => usage::of_configuration(problem, words),
        Problem::Filter(error) => typed::filter(error, words),
        Problem::Query(error) => typed::query(error, words),
        Problem::Field { field, value, error } => typed::field(field, value, error, words),
        Problem::Spec(error) => typed::spec(error, words),
        Problem::LikelyDuplicates { name, found } => {
            let language = words.language();
            let line =
                |twin: &Duplicate| format!("{}  {}  ({})", twin.card, twin.name, twin.by.name(language));
            let message = failed(words.error_likely_duplicates(name)).hint(words.hint_force());
            Message { details: found.iter().map(line).collect(), ..message }
        }
        Problem::NoDataFolder => failed(words.error_no_data_folder()).hint(words.hint_name_a_file()),
        Problem::NoEncryption => failed(words.error_no_encryption()),
        Problem::Terminal(reason) => failed(words.error_terminal(&system::reason(reason, words))),
        Problem::FileMissing { path } => {
            failed(words.error_file_missing(&path.display())).hint(words.hint_file_missing())
        }
        Problem::FileNotToRead { path } => {
            failed(words.error_file_not_to_read(&path.display())).hint(words.hint_copy_path())
        }
        Problem::NoOpener { path } => {
            failed(words.error_no_opener(&path.display())).hint(words.hint_copy_path())
        }
        Problem::NoEditor => failed(words.error_no_editor()),
        Problem::Editor { editor, reason, kept } => {
            let reason = system::reason(reason, words);
            failed(match kept {
                Some(path) => words.error_editor_kept(editor, &reason, &path.display()),
                None => words.error_editor(editor, &reason),
            })
        }
        Problem::Fault(told) => {
            let line = told.split_whitespace().collect::<Vec<_>>().join(" ");
            failed(words.error_fault(&line)).hint(words.hint_fault())
        }
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
        Problem::NoSuchZone { zone, known } => {
            let hint =
                if known.is_empty() { words.hint_no_zones() } else { words.hint_zones(&known.join(", ")) };
            failed(words.error_no_zone(zone)).hint(hint)
        }
        Problem::NotPlanned { name, day } => {
            failed(words.error_not_planned(name, day)).hint(words.hint_keep_plan(day))
        }
        Problem::NothingToUndo => failed(words.error_nothing_to_undo()),
        Problem::NothingToRedo => failed(words.error_nothing_to_redo()),
        Problem::FileExists { path } => {
            failed(words.error_file_exists(&path.display())).hint(words.hint_other_path())
        }
        Problem::File { path, reason } => {
            failed(words.error_file(&path.display(), &system::reason(reason, words)))
        }
        Problem::Output(reason) => failed(words.error_output(&system::reason(reason, words))),
    }
}

#[cfg(test)]
mod tests {
    use super::as_sentence;

    #[test]
    fn a_line_begins_with_a_capital_unless_it_begins_with_a_value() {
        for (line, sentence) in [
            ("change 41 cannot be taken back", "Change 41 cannot be taken back"),
            ("list.csv exists already", "list.csv exists already"),
            ("/tmp/cards: no such file", "/tmp/cards: no such file"),
            ("“x” is not a date", "“x” is not a date"),
            ("没有可撤销的修改", "没有可撤销的修改"),
            ("", ""),
        ] {
            assert_eq!(as_sentence(line), sentence);
        }
    }
}
