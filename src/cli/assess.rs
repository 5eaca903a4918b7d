//! `assess`: a dated credit assessment.

use clap::Args;

use super::help::Help;
use super::session::Session;
use super::values;
use crate::domain::credit::{Factor, FactorScore, KnockOut, POINTS, Standard};
use crate::domain::draft::NewAssessment;
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Act, Source};

/// What `assess` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
    #[arg(value_name = "FACTOR=POINTS", required_unless_present = "knock_out")]
    points: Vec<String>,
    #[arg(long, value_name = "STANDARD")]
    standard: Option<String>,
    #[arg(long, value_name = "FACTOR=TEXT")]
    note: Vec<String>,
    #[arg(long, value_name = "CODE")]
    knock_out: Option<String>,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "assess",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_assess(),
    arguments: &[
        ("card", |words| words.help_card()),
        ("points", |words| words.help_assess_points(&values::codes::<Factor>().join(", "))),
        ("standard", |words| words.help_assess_standard()),
        ("note", |words| words.help_assess_note()),
        ("knock_out", |words| words.help_assess_knock_out(&values::codes::<KnockOut>().join(", "))),
        ("on", |words| words.help_on()),
    ],
};

/// Records the assessment and says what the card's credit now comes to.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let assessment = assessment(arguments, session)?;
    let mut store = session.open(Source::Command)?;
    let card = session.card(&store, &arguments.card)?;
    store.write(Act::Assess, &card.name, |door| door.assess(card.id, &assessment))?;
    let card = session.card(&store, &card.id.to_string())?;
    let line = super::credit::summary(&card, session);
    session.out.line(&line.unwrap_or_default())?;
    session.out.finish()?;
    Ok(Exit::Done)
}

fn assessment(arguments: &Arguments, session: &Session) -> Result<NewAssessment, UsageProblem> {
    let standard = match &arguments.standard {
        Some(text) => values::choice("--standard", text)?,
        None => Standard::FiveC,
    };
    let mut scores: Vec<FactorScore> = Vec::new();
    for text in &arguments.points {
        let (name, points) = values::pair("FACTOR=POINTS", text)?;
        let factor = values::choice("FACTOR", name)?;
        if scores.iter().any(|score| score.factor == factor) {
            return Err(UsageProblem::Twice { option: name.to_owned() });
        }
        score_of(&mut scores, factor).points = points_of(points)?;
    }
    for text in &arguments.note {
        let (name, note) = values::pair("--note", text)?;
        note.clone_into(&mut score_of(&mut scores, values::choice("--note", name)?).note);
    }
    Ok(NewAssessment {
        standard,
        on: values::past_day(arguments.on.as_deref(), session.day())?,
        scores,
        knock_out: arguments
            .knock_out
            .as_deref()
            .map(|text| values::choice("--knock-out", text))
            .transpose()?,
    })
}

fn score_of(scores: &mut Vec<FactorScore>, factor: Factor) -> &mut FactorScore {
    let place = scores.iter().position(|score| score.factor == factor).unwrap_or(scores.len());
    if place == scores.len() {
        scores.push(FactorScore { factor, points: None, note: String::new() });
    }
    &mut scores[place]
}

/// Points, or `?` for a factor that could not be judged.
fn points_of(text: &str) -> Result<Option<u8>, UsageProblem> {
    if matches!(text, "?" | "？") {
        return Ok(None);
    }
    let points = text.parse().ok().filter(|points| POINTS.contains(points));
    points.map(Some).ok_or_else(|| UsageProblem::WrongValue {
        option: "POINTS".to_owned(),
        value: text.to_owned(),
        allowed: POINTS.map(|points| points.to_string()).collect(),
    })
}
