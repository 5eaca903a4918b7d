//! What the card file refuses, in words.

use super::{Exit, Message, system};
use crate::domain::choice::Choice;
use crate::domain::contact::ContactKind;
use crate::domain::detail::DetailGroup;
use crate::domain::field::built_in;
use crate::domain::language::Language;
use crate::domain::move_part::MovePart;
use crate::domain::position::Position;
use crate::domain::transition::{MoveRefusal, Path, Requirement, legal_targets};
use crate::lang::{Words, fields};
use crate::store::{Holder, StoreError};

/// The key of the field that `move` changes.
const POSITION: &str = "position";

/// A key or name of a new field that means something already; `by` is the key of what it means.
pub fn field_taken(word: &str, by: &str, words: &Words) -> Message {
    let line = words.error_field_exists(&word, &fields::called(by, words));
    Message::new(Exit::Usage, line).hint(words.hint_other_name())
}

pub(super) fn describe(error: &StoreError, words: &Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        StoreError::Sqlite(error) => failed(words.error_sqlite(error)),
        StoreError::Io { path, source } => {
            failed(words.error_file(&path.display(), &system::reason(source, words)))
        }
        StoreError::Moved { path } => {
            failed(words.error_moved(&path.display())).hint(words.hint_start_again())
        }
        StoreError::Missing { path } => failed(words.error_missing_file(&path.display())),
        StoreError::NotACardFile { path } => failed(words.error_not_a_card_file(&path.display())),
        StoreError::Directory { path } => failed(words.error_directory(&path.display())),
        StoreError::Encrypted { path } => Message::new(Exit::Locked, words.error_encrypted(&path.display())),
        StoreError::Newer { path, found, known } => {
            failed(words.error_newer(&path.display(), found, known)).hint(words.hint_newer())
        }
        StoreError::ReadOnly { path } => {
            failed(words.error_read_only(&path.display())).hint(words.hint_writable())
        }
        StoreError::FolderReadOnly { path, folder } => {
            let line = words.error_folder_read_only(&path.display(), &folder.display());
            failed(line).hint(words.hint_writable())
        }
        StoreError::DiskFull { path } => failed(words.error_disk_full(&path.display())),
        StoreError::Busy { path } => failed(words.error_busy(&path.display())).hint(words.hint_try_again()),
        StoreError::Held { path, by } => failed(match by.first() {
            Some(Holder { process, host }) => words.error_held_by(&path.display(), process, host),
            None => words.error_held(&path.display()),
        })
        .hint(words.hint_try_again()),
        StoreError::Damaged { what } => failed(words.error_damaged(what)),
        StoreError::NoSuchCard(card) => {
            Message::new(Exit::NoSuchCard, words.error_no_such_card(card)).hint(words.hint_find_card())
        }
        StoreError::NoSuchPerson(person) => failed(words.error_no_such_person(person)),
        StoreError::NobodysAuthority(card) => {
            failed(words.error_nobodys_authority()).hint(words.hint_add_decider(card))
        }
        StoreError::PersonHasHistory(_) => {
            failed(words.error_person_has_history()).hint(words.hint_last_day())
        }
        StoreError::NoSuchFilter { name } => {
            wrong(words.error_no_such_filter(name)).hint(words.hint_filters())
        }
        StoreError::FieldOfEveryCard(field) => {
            wrong(words.error_field_of_every_card(field)).hint(words.hint_own_fields_only())
        }
        StoreError::NoSuchField(field) => wrong(words.error_unknown_field(field)).hint(words.hint_fields()),
        StoreError::FieldHasItsOwnDoor(field) => wrong(words.error_field_by_command(field))
            .hint((field == POSITION).then(|| words.hint_move_command())),
        StoreError::OneValueOnly(field) => wrong(words.error_one_value_only(field)),
        StoreError::BadValue { field, value } => wrong(words.error_wrong_value(field, value)),
        StoreError::Stopped => failed(words.error_cancelled()),
        StoreError::EmptyName => wrong(words.error_empty_name()).hint(words.hint_begin_with_name()),
        StoreError::CodeTaken { code, card, name } => failed(words.error_code_taken(code, card, name)),
        StoreError::BeingImported(name) => failed(words.error_being_imported(name)),
        StoreError::Move(refusal) => refused(refusal, words),
        StoreError::FieldExists { word, by } => field_taken(word, by, words),
        StoreError::OwnTypeStays(field) => {
            failed(words.error_own_type_stays(field)).hint(words.hint_new_field())
        }
        StoreError::ChoiceInUse { field, code, cards } => {
            failed(words.error_choice_in_use(cards, field, code))
                .hint(words.hint_list_holders(&format!("{field}:{code}")))
        }
        StoreError::FieldInUse { field, cards } => {
            failed(words.error_field_in_use(cards, field)).hint(words.hint_remove_field(field))
        }
        StoreError::PlanChanged(on) => failed(words.error_plan_changed(on)),
        StoreError::NoSuchVisit(_) => failed(words.error_no_such_visit()).hint(words.hint_try_again()),
        StoreError::NoSuchContact(_) => failed(words.error_no_such_contact()).hint(words.hint_try_again()),
        StoreError::NoSuchPromise(_) => failed(words.error_no_such_promise()).hint(words.hint_try_again()),
        StoreError::NoSuchDetail(_) => failed(words.error_no_such_detail()).hint(words.hint_try_again()),
        StoreError::DetailOfNobody { group, .. } => {
            wrong(words.error_detail_of_nobody(group)).hint(words.hint_detail_person())
        }
        StoreError::NoPersonOfName { card, name } => {
            failed(words.error_no_person_of_name(card, name)).hint(words.hint_add_person(card, name))
        }
        StoreError::Circle { field, card, other } if card == other => failed(words.error_self(&field, card)),
        StoreError::Circle { field, card, other } => failed(words.error_circle(&field, other, card)),
        StoreError::Crossed { field, theirs, .. } => {
            let name = called(field, words.language());
            failed(words.error_crossed(&name, &theirs.join("; "))).hint(words.hint_try_again())
        }
        StoreError::UndoBlocked { entry, later } => {
            let line = if entry.undone {
                words.error_redo_blocked(&entry.subject, &entry.id)
            } else {
                words.error_undo_blocked(&entry.subject, &entry.id)
            };
            failed(line).hint(later.as_ref().map(|later| words.hint_undo_first(&later.id, &later.subject)))
        }
    }
}

/// What a field is called, or a group of details, or what is to be done next, which is no field.
fn called(key: &str, language: Language) -> &str {
    let field = built_in(key).map(|known| known.name(language));
    let group = || DetailGroup::with_key(key).map(|group| group.name(language));
    let next = || MovePart::from_code(key).map(|part| part.name(language));
    let visit = || ContactKind::from_code(key).map(|kind| kind.name(language));
    field.or_else(group).or_else(next).or_else(visit).unwrap_or(key)
}

/// A position by its name, and by the code that is typed where that is another word.
fn named(position: Position, language: Language) -> String {
    let (name, code) = (position.name(language), position.code());
    if name == code { name.to_owned() } else { format!("{name} ({code})") }
}

fn all_named(positions: &[Position], language: Language) -> String {
    let names: Vec<String> = positions.iter().map(|position| named(*position, language)).collect();
    names.join(", ")
}

/// The option of `move` that says what is missing.
fn option(missing: Requirement) -> &'static str {
    match missing {
        Requirement::Evidence | Requirement::Words | Requirement::Plan | Requirement::NewEvidence => {
            "--note TEXT"
        }
        Requirement::Order => "--note TEXT --amount AMOUNT",
        Requirement::LossReason | Requirement::ExclusionCode => "--reason CODE",
        Requirement::NextDate => "--next DATE",
        Requirement::Offer => "--offer TEXT",
    }
}

fn refused(refusal: &MoveRefusal, words: &Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    match refusal {
        MoveRefusal::Unchanged { position } => {
            let language = words.language();
            let legal = all_named(&legal_targets(*position), language);
            failed(words.error_move_unchanged(&named(*position, language), &legal))
        }
        MoveRefusal::Illegal { from, to, legal, path } => {
            let language = words.language();
            let (from, to) = (named(*from, language), named(*to, language));
            let line = words.error_move_illegal(&from, &to, &all_named(legal, language));
            failed(line).hint(path.map(|path| match path {
                Path::Through(position) => words.hint_move_through(&named(position, language)),
                Path::CloseQuotation => words.hint_close_quotation(),
            }))
        }
        MoveRefusal::Missing { to, missing, .. } => {
            let language = words.language();
            let told: Vec<&str> = missing.iter().map(|what| what.name(language)).collect();
            let mut options: Vec<&str> = missing.iter().map(|what| option(*what)).collect();
            options.dedup();
            failed(words.error_move_missing(&named(*to, language), &told.join(&words.between_parts())))
                .hint(words.hint_move_missing(&to.code(), &options.join(" ")))
        }
        MoveRefusal::BeforeLast { on, last } => failed(words.error_move_before_last(on, last)),
    }
}
