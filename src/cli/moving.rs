//! `move`: a position change with what it must record.

use clap::Args;

use super::help::Help;
use super::session::Session;
use super::values;
use crate::domain::choice::Choice;
use crate::domain::draft::NewMove;
use crate::domain::man::assertion::Answer;
use crate::domain::money;
use crate::domain::position::{Parting, Position};
use crate::domain::reason::{Exclusion, LossReason, Reason};
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Act, Source};

/// What `move` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
    #[arg(value_name = "POSITION")]
    position: String,
    #[arg(long, value_name = "CODE")]
    reason: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "DATE")]
    next: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    amount: Option<String>,
    #[arg(long, value_name = "yes|no")]
    recoverable: Option<String>,
    #[arg(long, value_name = "TEXT")]
    product: Option<String>,
    #[arg(long, value_name = "CODE,...")]
    contributing: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    historic_value: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    receivables: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    second_life: Option<String>,
    #[arg(long, value_name = "NAME")]
    competitor: Option<String>,
    #[arg(long, value_name = "TEXT")]
    offer: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    cost: Option<String>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "move",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_move(),
    arguments: &[
        ("card", |words| words.help_card()),
        ("position", |words| words.help_move_position(&values::codes::<Position>().join(", "))),
        ("reason", |words| words.help_move_reason()),
        ("note", |words| words.help_move_note()),
        ("on", |words| words.help_on()),
        ("next", |words| words.help_move_next()),
        ("amount", |words| words.help_move_amount()),
        ("recoverable", |words| words.help_move_recoverable()),
        ("product", |words| words.help_move_product()),
        ("contributing", |words| words.help_move_contributing()),
        ("historic_value", |words| words.help_move_historic_value()),
        ("receivables", |words| words.help_move_receivables()),
        ("second_life", |words| words.help_move_second_life()),
        ("competitor", |words| words.help_move_competitor()),
        ("offer", |words| words.help_move_offer()),
        ("cost", |words| words.help_move_cost()),
    ],
};

/// Records the change and says from where to where it went.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let change = change(arguments, session)?;
    let mut store = session.open(Source::Command)?;
    let card = session.card(&store, &arguments.card)?;
    let from = store.standing(&card, change.on).position;
    store.write(Act::Move, &card.name, |door| door.move_to(card.id, &change))?;
    let (words, language) = (session.words(), session.language());
    let line = words.done_moved(&card.name, &from.name(language), &change.to.name(language));
    session.out.line(&line)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

fn change(arguments: &Arguments, session: &Session) -> Result<NewMove, Problem> {
    let next_on = arguments.next.as_deref().map(|text| values::day_to_come(text, session.day()));
    let money =
        |option: &str, text: &Option<String>| text.as_deref().map(|text| amount(option, text)).transpose();
    Ok(NewMove {
        to: values::choice("POSITION", &arguments.position)?,
        on: values::past_day(arguments.on.as_deref(), session.day())?,
        reason: arguments.reason.as_deref().map(reason).transpose()?,
        note: arguments.note.clone().unwrap_or_default(),
        amount: money("--amount", &arguments.amount)?,
        product: arguments.product.clone().unwrap_or_default(),
        parting: Parting {
            contributing: contributing(arguments.contributing.as_deref().unwrap_or_default())?,
            historic_value: money("--historic-value", &arguments.historic_value)?,
            receivables: money("--receivables", &arguments.receivables)?,
            second_life: money("--second-life", &arguments.second_life)?,
        },
        rival: arguments.competitor.clone().unwrap_or_default(),
        offer: arguments.offer.clone().unwrap_or_default(),
        cost: money("--cost", &arguments.cost)?,
        recoverable: match &arguments.recoverable {
            Some(text) => values::choice::<Answer>("--recoverable", text)?,
            None => Answer::Unknown,
        },
        next_on: next_on.transpose()?,
    })
}

fn reason(text: &str) -> Result<Reason, UsageProblem> {
    let loss = LossReason::from_word(text).map(Reason::Loss);
    loss.or_else(|| Exclusion::from_word(text).map(Reason::Exclusion)).ok_or_else(|| {
        let allowed = [values::codes::<LossReason>(), values::codes::<Exclusion>()].concat();
        UsageProblem::WrongValue { option: "--reason".to_owned(), value: text.to_owned(), allowed }
    })
}

fn contributing(text: &str) -> Result<Vec<LossReason>, UsageProblem> {
    LossReason::several(text).map_err(|wrong| UsageProblem::WrongValue {
        option: "--contributing".to_owned(),
        value: wrong.to_owned(),
        allowed: values::codes::<LossReason>(),
    })
}

fn amount(option: &str, text: &str) -> Result<i64, UsageProblem> {
    money::parse(text)
        .ok_or_else(|| UsageProblem::NoAmount { option: option.to_owned(), value: text.to_owned() })
}
