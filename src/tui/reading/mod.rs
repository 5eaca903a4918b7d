//! How a line being typed is understood, shown live below it: chips, hints, and why it cannot be taken.

mod hint;
pub mod letter;
pub mod marked_line;
pub mod row;
pub mod score;
mod title;

use std::ops::Range;

pub use title::{picker_title, title};

use crate::domain::address_part::AddressPart;
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::detail::{self, NewDetail};
use crate::domain::draft::{NewContact, NewReach};
use crate::domain::field::region::{self, RegionCheck};
use crate::domain::field::warning::{self, Warning};
use crate::domain::field::{CardField, FieldType, OwnField, built_in};
use crate::domain::id::{CardId, EntryId};
use crate::domain::language::Language;
use crate::domain::log_line::{self, Recordable};
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::query::{Query, Strictness, completion};
use crate::domain::quick_add;
use crate::domain::spec;
use crate::lang::problem::Problem;
use crate::lang::{agenda, dates, doubt};
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::fields;
use crate::tui::forms;
use crate::tui::layer::form::ContactPart;
use crate::tui::layer::{Line, MarkedLine, Purpose};
use crate::tui::typed;

/// How a part of a line was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Understood {
    /// As what the label says.
    Yes,
    /// As plain words.
    AsNote,
    /// Not as what was probably meant.
    No,
}

/// A part of a line, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// As what.
    pub label: String,
    /// The value.
    pub text: String,
    /// How well.
    pub understood: Understood,
}

/// A line, understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineReading {
    /// What will be recorded.
    pub chips: Vec<Chip>,
    /// Bytes of the line that were understood as more than plain words.
    pub spans: Vec<Range<usize>>,
    /// What can be typed here; shown while there are no chips.
    pub hint: Option<String>,
    /// What is not understood, though Enter takes it.
    pub doubt: Option<String>,
    /// Why Enter will not take it as it stands.
    pub refusal: Option<String>,
}

/// Reads a line as it stands.
pub fn of(app: &App, line: &Line) -> LineReading {
    let words = app.setting.words;
    let text = line.text();
    let hint = |hint: String| LineReading { hint: Some(hint), ..LineReading::default() };
    if let Some(name) = app.left_list(line.purpose.card()) {
        return refused(words.card_left(&name));
    }
    if text.trim().is_empty() {
        return hint(hint::empty(app, &line.purpose));
    }
    match &line.purpose {
        Purpose::Search(_) => search(app, text),
        Purpose::Add => add(app, text),
        Purpose::Log(card) | Purpose::Correct(card, _) => log(app, &line.purpose, *card, text),
        Purpose::Next(card) => match typed::put_off(app, *card, text) {
            Ok(next) => LineReading { chips: put_off_chips(app, *card, &next), ..LineReading::default() },
            Err(refusal) => refused(refusal),
        },
        Purpose::MoveVisit(..) => match typed::day_to_come(app, text) {
            Ok(on) => {
                let next = NextAction { on, kind: None, note: String::new() };
                LineReading { chips: vec![next_chip(app, &next)], ..LineReading::default() }
            }
            Err(refusal) => refused(refusal),
        },
        Purpose::Field(card, field) => match typed::field_change(app, *card, field, text) {
            Ok(change) => hint(warning(app, field, &change).unwrap_or_else(|| words.hint_enter_takes())),
            Err(refusal) => refused(refusal),
        },
        Purpose::FilterName(query) => match typed::saved_filter(app, query, text) {
            Ok(_) => hint(words.hint_enter_takes()),
            Err(refusal) => refused(refusal),
        },
        Purpose::OwnField(changed) => {
            let field = match changed {
                Some(_) => typed::own_field(app, text),
                None => typed::new_own_field(app, text),
            };
            match field {
                Ok(field) => LineReading { chips: field_chips(app, field), ..LineReading::default() },
                Err(refusal) => refused(refusal),
            }
        }
        Purpose::Detail(_, id, group) => match typed::detail(app, group, text) {
            Ok(new) => {
                let mut chips = detail_chips(app, &new);
                chips.extend(shares_chip(app, *id, &new));
                LineReading { chips, ..LineReading::default() }
            }
            Err(refusal) => refused(refusal),
        },
        Purpose::Person(..) => match typed::person(app, text) {
            Ok(_) => hint(words.hint_person()),
            Err(refusal) => refused(refusal),
        },
        Purpose::Factor(_, factor) => match score::read_score(*factor, text) {
            Ok(_) => hint(words.hint_factor()),
            Err(points) => refused(words.points_out_of_range(&points)),
        },
        Purpose::DropVisit(..) => hint(words.hint_enter_takes()),
        Purpose::Import => hint(words.hint_import_enter()),
        Purpose::MovePart(course, part) => {
            match forms::change_of_position::check(app, course.to, *part, text) {
                Ok(()) => hint(words.hint_enter_takes()),
                Err(refusal) => refused(refusal),
            }
        }
        Purpose::Part(card, part) => match forms::contact::check(app, *card, *part, text) {
            Ok(()) => hint(hint::of_part(app, *part)),
            Err(refusal) => refused(refusal),
        },
        Purpose::DetailPerson(card, group) => match app.detail_person(*card, group, text.trim()) {
            Ok(_) => hint(words.hint_enter_chooses()),
            Err(refusal) => refused(refusal),
        },
        Purpose::PersonPart(_, part) => match forms::person::check(app, *part, text) {
            Ok(()) => hint(hint::of_person_part(app, *part)),
            Err(refusal) => refused(refusal),
        },
        Purpose::AddressPart(_, part) => match forms::address::check(app, *part, text) {
            Ok(()) => address_part(app, *part, text),
            Err(refusal) => refused(refusal),
        },
        Purpose::Marked(line) => marked(app, line, text),
    }
}

/// A line of the form of an address: a region by its names, or what is odd about its code.
fn address_part(app: &App, part: AddressPart, text: &str) -> LineReading {
    let language = app.setting.language;
    let chip = |text: String, understood| Chip { label: part.name(language).to_owned(), text, understood };
    let chips = match (part, region::check(text.trim())) {
        (AddressPart::Region, RegionCheck::Coded(known)) => {
            vec![chip(known.full_name(language), Understood::Yes)]
        }
        (AddressPart::Region, RegionCheck::NoSuchCode) => {
            vec![chip(app.setting.words.warning_region(), Understood::No)]
        }
        _ => Vec::new(),
    };
    LineReading { chips, hint: Some(hint::of_address_part(app, part)), ..LineReading::default() }
}

/// A line typed for all marked cards.
fn marked(app: &App, line: &MarkedLine, text: &str) -> LineReading {
    let words = app.setting.words;
    let taken = || LineReading { hint: Some(words.hint_enter_takes()), ..LineReading::default() };
    match line {
        MarkedLine::Tags => {
            let (add, take) = marked_line::tags_of(text);
            let chip = |label: &str, text, understood| Chip { label: label.into(), text, understood };
            let add = add.into_iter().map(|tag| chip("+", tag, Understood::Yes));
            let take = take.into_iter().map(|tag| chip("-", tag, Understood::No));
            LineReading { chips: add.chain(take).collect(), ..LineReading::default() }
        }
        MarkedLine::Next => match typed::next_of_many(app, text) {
            Ok(_) if spec::counts_on(text, app.setting.day) => {
                LineReading { hint: Some(words.hint_marked_put_off()), ..LineReading::default() }
            }
            Ok(next) => LineReading { chips: vec![next_chip(app, &next)], ..LineReading::default() },
            Err(refusal) => refused(refusal),
        },
        MarkedLine::Field(field) => typed::field_values(app, field, text).map_or_else(refused, |_| taken()),
        MarkedLine::Export => match marked_line::wanted_export(text) {
            Some(wanted) => {
                let format = wanted.format.name(app.setting.language);
                LineReading { hint: Some(words.hint_export_ready(&format)), ..LineReading::default() }
            }
            None => LineReading { hint: Some(words.hint_marked_export()), ..LineReading::default() },
        },
    }
}

/// What is odd about the values a field would get.
fn warning(app: &App, field: &CardField, change: &Change) -> Option<String> {
    let card = &app.current()?.card;
    let odd = match change {
        Change::Field { values, .. } => values.iter().find_map(|value| warning::of(field, value, card)),
        Change::Reach { reach, .. } => of_reach(reach),
        _ => None,
    };
    odd.map(|odd| crate::lang::fields::warning(odd, app.setting.words))
}

fn of_reach(reach: &NewReach) -> Option<Warning> {
    let of = warning::of_kind;
    match reach {
        NewReach::Phones(phones) => phones.iter().find_map(|phone| of(FieldType::Phone, &phone.number)),
        NewReach::Emails(emails) => emails.iter().find_map(|email| of(FieldType::Email, &email.address)),
        NewReach::Addresses(places) => places.iter().find_map(warning::of_place),
    }
}

fn refused(refusal: String) -> LineReading {
    LineReading { refusal: Some(refusal), ..LineReading::default() }
}

fn search(app: &App, text: &str) -> LineReading {
    let hints = Query::parse_knowing(app.known.vocabulary(), text, app.setting.day, Strictness::Screen)
        .map(|(_, hints)| hints);
    let problem = match hints {
        Ok(hints) => hints.into_iter().next().map(|hint| hint.problem),
        Err(error) => Some(error),
    };
    let completed = completion(text, app.known.vocabulary(), &app.tags, app.setting.language);
    // What can be typed on comes before what is wrong with a word that is not yet whole.
    match completed {
        Some(completion) => {
            let hint = app.setting.words.hint_completions(&completion.words.join(" "));
            LineReading { hint: Some(hint), ..LineReading::default() }
        }
        None => {
            let doubt = problem.map(|problem| typed::said(Problem::Query(problem), app));
            LineReading { doubt, ..LineReading::default() }
        }
    }
}

/// The key that completes a word of a log line, as it is written in the table of keys.
const COMPLETION_KEY: &str = "Ctrl-N";
/// So many words to complete one with are shown.
const MOST_OFFERED: usize = 4;

fn log(app: &App, purpose: &Purpose, card: CardId, text: &str) -> LineReading {
    let (words, language) = (app.setting.words, app.setting.language);
    let people = app.current().map(|shown| shown.card.people.as_slice()).unwrap_or_default();
    let read = log_line::read_among(people, text, app.setting.day, log_line::DayTold::InLine);
    let Some(Recordable { contact, left_out }) = app.contact(card, text) else {
        return LineReading::default();
    };
    let chip = |label: String, text: String, understood| Chip { label, text, understood };
    let mut chips = vec![chip(
        words.chip_kind(),
        contact.kind.name(language).to_owned(),
        if read.kind.is_some() { Understood::Yes } else { Understood::AsNote },
    )];
    if let Some(on) = read.on {
        let day = format!("{on} {}", dates::weekday(on, language));
        chips.insert(0, chip(ContactPart::Day.name(language).to_owned(), day, Understood::Yes));
    }
    let completions = app.log_completions(text);
    if !completions.is_empty() {
        let offered: Vec<&str> = completions.iter().take(MOST_OFFERED).map(String::as_str).collect();
        chips.push(chip(COMPLETION_KEY.to_owned(), offered.join(" "), Understood::AsNote));
    }
    // First what may go wrong: the rows are few.
    for (span, reason) in &read.doubts {
        let said = doubt::said(*reason, words);
        chips.push(chip(said, text[span.clone()].to_owned(), Understood::No));
    }
    for outcome in &read.outcomes {
        chips.push(chip(words.chip_outcome(), outcome.name(language).to_owned(), Understood::Yes));
    }
    for (letter, answer) in &read.assertions {
        let said = format!("{} {}", letter.code().to_uppercase(), answer_word(app, *answer));
        if !contact.assertions.contains(&(*letter, *answer)) {
            continue;
        }
        let person = contact.person.filter(|_| *letter == Letter::Authority);
        let person = person.and_then(|id| app.current()?.card.people.iter().find(|person| person.id == id));
        let text = match person {
            Some(person) => format!("{said} ({})", person.name),
            None => said,
        };
        chips.push(chip("MAN".into(), text, Understood::Yes));
    }
    for left_out in left_out {
        chips.push(chip("MAN".into(), doubt::left_out(left_out, words), Understood::No));
    }
    chips.extend(read.next.as_ref().map(|next| next_chip(app, next)));
    if let Some(after) = plan_after(app, purpose, &contact) {
        chips.push(chip(words.column_next(), after, Understood::AsNote));
    }
    for promise in &read.promises {
        let due = promise.due_on.map(|due| dates::day(due, app.setting.day, language)).unwrap_or_default();
        let label = promise.by.name(language).to_owned();
        chips.push(chip(label, format!("{} {due}", promise.text).trim().to_owned(), Understood::Yes));
    }
    if let Some(person) = read.person.and_then(|id| people.iter().find(|person| person.id == id)) {
        chips.push(chip(words.field_person(), person.name.clone(), Understood::Yes));
    }
    if !read.note.is_empty() {
        chips.push(chip(words.chip_note(), read.note.clone(), Understood::AsNote));
    }
    let spans = read.spans.into_iter().map(|(range, _)| range).collect();
    LineReading { chips, spans, ..LineReading::default() }
}

/// What a contact would make of the plan. One that is only corrected leaves the plan as it is.
fn plan_after(app: &App, purpose: &Purpose, contact: &NewContact) -> Option<String> {
    if matches!(purpose, Purpose::Correct(..)) {
        return None;
    }
    let (after, planned) = contact.plan_after(&app.current()?.card)?;
    let planned = fields::next_action_text(planned, app.setting.language);
    Some(agenda::plan_after(after, &planned, app.setting.words))
}

fn answer_word(app: &App, answer: Answer) -> &'static str {
    answer.name(app.setting.language)
}

fn next_chip(app: &App, next: &NextAction) -> Chip {
    let language = app.setting.language;
    let kind = next.kind.map(|kind| kind.name(language)).unwrap_or_default();
    let weekday = dates::weekday(next.on, language);
    let text = format!("{} {weekday} {kind} {}", next.on, next.note);
    let understood = if next.on < app.setting.day { Understood::No } else { Understood::Yes };
    Chip { label: app.setting.words.column_next(), text: text.trim().to_owned(), understood }
}

/// What is to be done next, and what stood there before.
fn put_off_chips(app: &App, card: CardId, next: &NextAction) -> Vec<Chip> {
    let before = app.present_next(card).filter(|before| before.on != next.on).map(|before| Chip {
        label: app.setting.words.chip_before(),
        text: dates::day(before.on, app.setting.day, app.setting.language),
        understood: Understood::AsNote,
    });
    [next_chip(app, next)].into_iter().chain(before).collect()
}

/// The field that takes what a line says and nothing else does.
const NOTE: &str = "note";

fn add(app: &App, text: &str) -> LineReading {
    let (words, language) = (app.setting.words, app.setting.language);
    match typed::new_card(app, text) {
        Err(refusal) => refused(refusal),
        Ok(card) => {
            let yes = |label: String, text: String| Chip { label, text, understood: Understood::Yes };
            let mut chips = vec![yes(card.party.name(language).to_owned(), card.name.clone())];
            let people = card.people.iter().map(|person| yes(words.field_person(), person.name.clone()));
            chips.extend(people);
            let phones = card.phones.iter().chain(card.people.iter().flat_map(|person| &person.phones));
            chips.extend(phones.map(|phone| yes(phone.kind.name(language).to_owned(), phone.number.clone())));
            let emails = card.emails.iter().chain(card.people.iter().flat_map(|person| &person.emails));
            chips.extend(emails.map(|email| yes(words.chip_email(), email.address.clone())));
            let titles = card.people.iter().map(|person| ("title", &person.title));
            let fields = card.values.iter().filter_map(|(key, values)| Some((key.as_str(), values.first()?)));
            let departments = card.details.iter().flat_map(|detail| &detail.parts);
            let departments = departments.filter_map(|(part, values)| Some((*part, values.first()?)));
            let said = titles.chain(departments).chain(fields);
            for (key, value) in said.filter(|(_, value)| !value.is_empty()) {
                let understood = if key == NOTE { Understood::AsNote } else { Understood::Yes };
                chips.push(Chip { understood, ..yes(field_name(key, language), value.clone()) });
            }
            let addresses = card.addresses.iter().map(|place| place.shown(language));
            chips.extend(addresses.map(|street| yes(field_name("addresses", language), street)));
            chips.extend(card.tags.iter().map(|tag| yes("#".into(), tag.clone())));
            let spans = quick_add::read(text).spans.into_iter().map(|(range, _)| range).collect();
            LineReading { chips, spans, ..LineReading::default() }
        }
    }
}

/// The name of a field of the catalogue; its key for any other.
fn field_name(key: &str, language: Language) -> String {
    built_in(key).map_or_else(|| key.to_owned(), |field| field.name(language).to_owned())
}

fn field_chips(app: &App, field: OwnField) -> Vec<Chip> {
    let yes = |label: String, text: String| Chip { label, text, understood: Understood::Yes };
    let takes = crate::lang::fields::takes(&CardField::Own(field.clone()), app.setting.words);
    vec![yes(field.key, field.name), yes(field.own_type.name(app.setting.language).to_owned(), takes)]
}

/// The parts of a detail, as they were understood.
fn detail_chips(app: &App, new: &NewDetail) -> Vec<Chip> {
    let language = app.setting.language;
    let yes = |label: String, text: String| Chip { label, text, understood: Understood::Yes };
    let said = new.parts.iter().filter_map(|(key, values)| Some((new.group.part(key)?, values)));
    let parts = said.map(|(part, values)| {
        let field = CardField::Known(part);
        let values: Vec<_> = values.iter().map(|value| field.shown(value, language)).collect();
        yes(part.name(language).to_owned(), values.join(fields::BETWEEN))
    });
    let person = new.person.iter().map(|person| yes(app.setting.words.field_person(), person.clone()));
    parts.chain(person).collect()
}

/// The warning that the owners of the card would own more than all of it.
fn shares_chip(app: &App, id: Option<EntryId>, new: &NewDetail) -> Option<Chip> {
    let details = &app.current()?.card.details;
    let words = app.setting.words;
    detail::shares_above_whole_with(details, id, new).then(|| Chip {
        label: "!".to_owned(),
        text: words.warning_shares(),
        understood: Understood::No,
    })
}
