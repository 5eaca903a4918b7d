//! `show`: one card, whole.

use std::collections::HashMap;

use chrono::NaiveDate;
use clap::Args;

use super::help::Help;
use super::session::Session;
use super::sheet::Sheet;
use super::{json, reading};
use crate::domain::card::{Card, CardState};
use crate::domain::choice::Choice;
use crate::domain::contact::Contact;
use crate::domain::credit::{Standard, assessment_on};
use crate::domain::detail::{Detail, DetailGroup};
use crate::domain::early_warning::{Level, signals};
use crate::domain::field::survey::{Fact, HEAD, Holds};
use crate::domain::field::{CardField, CardView, Group, OwnField, built_in};
use crate::domain::id::{CardId, PersonId};
use crate::domain::language::Language;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::class::Class;
use crate::domain::person::Person;
use crate::domain::referral::ReferralTree;
use crate::domain::standing::Standing;
use crate::exchange::json::card::{History, card_json};
use crate::exchange::json::referrals::with_referrals;
use crate::lang::advice::advice;
use crate::lang::early_warning;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::lang::{Words, moves, referral};
use crate::report::cell::BETWEEN;

/// What `show` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
    #[arg(long)]
    json: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "show",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_show(),
    arguments: &[("card", |words| words.help_card()), ("json", |words| words.help_json())],
};

/// Prints the card.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let store = session.open_to_read()?;
    let card = session.card(&store, &arguments.card)?;
    let standing = store.standing(&card, session.day());
    if arguments.json {
        let object = card_json(&card, &standing, session.day(), session.policies(), History::With);
        let tree = store.referrals(card.id, session.day())?;
        session.out.text(&json::line(&with_referrals(object, &tree)))?;
        session.out.finish()?;
        return Ok(Exit::Done);
    }
    let named = store.names_on(&card)?;
    let view = View {
        card: &card,
        standing: &standing,
        named: &named,
        tree: &store.referrals(card.id, session.day())?,
        own_fields: &store.own_fields()?,
        session,
        day: session.day(),
        words: session.words(),
        language: session.language(),
    };
    let sheet = view.sheet();
    sheet.write(&mut session.out)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

/// A card about to be printed.
struct View<'card> {
    card: &'card Card,
    standing: &'card Standing,
    /// Names of the cards that its fields point at.
    named: &'card HashMap<CardId, String>,
    /// Who introduced whom around it.
    tree: &'card ReferralTree,
    own_fields: &'card [OwnField],
    session: &'card Session,
    day: NaiveDate,
    words: &'static Words,
    language: Language,
}

impl View<'_> {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        self.head(&mut sheet);
        if !self.view().holds(Holds::Fact(Fact::Money)) {
            self.man(&mut sheet);
        }
        self.blocks(&mut sheet);
        self.groups(&mut sheet);
        if !self.view().holds(Holds::Fact(Fact::Credit)) {
            self.credit(&mut sheet);
        }
        self.contacts(&mut sheet);
        self.moves(&mut sheet);
        self.referrals(&mut sheet);
        sheet
    }

    fn head(&self, sheet: &mut Sheet) {
        let (card, words) = (self.card, self.words);
        let number = words.show_number(&card.id);
        let parts = [card.name.as_str(), &card.short_name, &card.code, &number];
        sheet.plain(&joined(&parts, " · "));
        if card.state == CardState::Binned {
            sheet.plain(&words.show_binned());
        }
        for key in HEAD.iter().filter(|key| !SHOWN_ABOVE.contains(key)) {
            if let Some(field) = built_in(key) {
                let (label, text) = self.line(&CardField::Known(field));
                sheet.labelled(&label, &text);
            }
        }
        sheet.labelled(&words.show_position(), self.standing.position.name(self.language));
        let next = card.next_action.as_ref().map(|next| reading::next_action(next, self.language));
        sheet.labelled(&words.show_next(), &next.unwrap_or_default());
        sheet.labelled(&words.show_due(), &self.due());
        let last = self.standing.last_contact_on.map(|on| self.dated(on));
        sheet.labelled(&words.show_last_contact(), &last.unwrap_or_default());
        let signals = signals(card, self.day, self.session.policies());
        if let Some(level) = Level::of(signals.len()) {
            sheet.labelled(level.name(self.language), &early_warning::dated(&signals, words, self.language));
        }
    }

    fn due(&self) -> String {
        let Some(on) = self.standing.due_on else { return String::new() };
        let reason = self.standing.due_reason.map(|reason| reason.name(self.language)).unwrap_or_default();
        let overdue = (self.day - on).num_days();
        let overdue = if overdue > 0 { self.words.show_overdue(&overdue) } else { String::new() };
        joined(&[&on.to_string(), reason, &overdue], " · ")
    }

    /// A past day with its distance.
    fn dated(&self, on: NaiveDate) -> String {
        joined(&[&on.to_string(), &self.words.show_days_ago(&(self.day - on).num_days())], " · ")
    }

    fn man(&self, sheet: &mut Sheet) {
        let (standing, words) = (self.standing, self.words);
        let class = standing.class.name(self.language);
        let ask = standing.ask.map(|letter| words.show_ask(&letter.name(self.language)));
        let range = (standing.class == Class::Investigate).then(|| {
            words.show_range(&standing.best.name(self.language), &standing.worst.name(self.language))
        });
        sheet.title(&joined(
            &[
                &format!("MAN {}", standing.letters.code()),
                class,
                &range.unwrap_or_default(),
                &ask.unwrap_or_default(),
            ],
            " · ",
        ));
        for letter in Letter::ALL {
            sheet.labelled(letter.name(self.language), &self.letter(*letter));
        }
    }

    fn letter(&self, letter: Letter) -> String {
        let state = self.standing.letters.get(letter);
        let answer = match state.answer {
            Answer::Unknown => "?",
            known => known.name(self.language),
        };
        let evidence = state.evidence.map(|evidence| {
            let said = if state.stale { evidence.answer.name(self.language) } else { "" };
            let stale = if state.stale { self.words.show_stale(&said) } else { String::new() };
            let person = self.person_name(evidence.person);
            joined(&[&stale, evidence.strength.name(self.language), person, &self.dated(evidence.on)], " · ")
        });
        let role = if state.from_role { self.words.show_from_role() } else { String::new() };
        let conflict = if state.conflict { self.words.show_conflict() } else { String::new() };
        joined(&[answer, &role, &conflict, &evidence.unwrap_or_default()], " · ")
    }

    fn person_name(&self, id: Option<PersonId>) -> &str {
        let known = |person: &&Person| Some(person.id) == id;
        self.card.people.iter().find(known).map(|person| person.name.as_str()).unwrap_or_default()
    }

    /// The survey card that the position asks for: its blocks come first, as on the screen.
    fn view(&self) -> CardView {
        CardView::of(self.standing.position)
    }

    fn blocks(&self, sheet: &mut Sheet) {
        for block in self.view().blocks() {
            // What has a section of its own stands in the place of its block.
            let whole = block.holds.iter().find_map(|holds| match holds {
                Holds::Fact(Fact::Money) => Some(View::man as fn(&Self, &mut Sheet)),
                Holds::Fact(Fact::Credit) => Some(View::credit as fn(&Self, &mut Sheet)),
                Holds::People => Some(View::people as fn(&Self, &mut Sheet)),
                _ => None,
            });
            if let Some(whole) = whole {
                whole(self, sheet);
            }
            let lines = block.holds.iter().flat_map(|holds| self.held(*holds));
            let title = if whole.is_some() { "" } else { block.name(self.language) };
            self.section(title, lines, sheet);
        }
    }

    /// What a block holds, in lines. The letters, the credit and the people have sections of their own; last
    /// contact and next action stand above.
    fn held(&self, holds: Holds) -> Vec<(String, String)> {
        match holds {
            Holds::Field(key) => {
                built_in(key).into_iter().map(|field| self.line(&CardField::Known(field))).collect()
            }
            Holds::Details(key) => self.details(|group| group.key == key),
            Holds::Fact(Fact::Advice) => {
                let said = advice(self.standing, self.words, self.language);
                vec![(Fact::Advice.name(self.language).to_owned(), said)]
            }
            Holds::Fact(_) | Holds::People => Vec::new(),
        }
    }

    /// Every other field and detail with a value, group by group, then the user's own fields.
    fn groups(&self, sheet: &mut Sheet) {
        let view = self.view();
        for group in view.order() {
            let fields = CardField::all(self.own_fields).filter(|field| field.group() == *group);
            let others =
                fields.filter(|field| !view.asks_first(field.key()) && !SHOWN_ABOVE.contains(&field.key()));
            let details = |own: &DetailGroup| own.group == *group && !view.holds(Holds::Details(own.key));
            let lines = others.map(|field| self.line(&field)).chain(self.details(details));
            self.section(group.name(self.language), lines, sheet);
            if *group == Group::People && !view.holds(Holds::People) {
                self.people(sheet);
            }
        }
    }

    /// Lines with something in them, below a title; nothing where there are none.
    fn section(&self, title: &str, lines: impl Iterator<Item = (String, String)>, sheet: &mut Sheet) {
        let lines: Vec<_> = lines.filter(|(_, text)| !text.is_empty()).collect();
        if !lines.is_empty() && !title.is_empty() {
            sheet.title(title);
        }
        for (label, text) in lines {
            sheet.labelled(&label, &text);
        }
    }

    fn line(&self, field: &CardField) -> (String, String) {
        (field.name(self.language).to_owned(), self.field(field))
    }

    fn details(&self, wanted: impl Fn(&DetailGroup) -> bool) -> Vec<(String, String)> {
        let details = self.card.details.iter().filter(|detail| wanted(detail.group));
        let line = |detail: &Detail| {
            let shown = &self.session.policies().privacy.shown;
            let text = joined(&[self.person_name(detail.person), &detail.shown(self.language, shown)], "  ");
            (detail.group.name(self.language).to_owned(), text)
        };
        details.map(line).collect()
    }

    fn field(&self, field: &CardField) -> String {
        self.card.shown_texts(field, self.language, |card| self.named.get(&card).cloned()).join(BETWEEN)
    }

    fn people(&self, sheet: &mut Sheet) {
        if self.card.people.is_empty() {
            return;
        }
        sheet.title(Group::People.name(self.language));
        for person in &self.card.people {
            let roles: Vec<_> = person.roles.iter().map(|role| role.name(self.language)).collect();
            let mut reach: Vec<_> = person.phones.iter().map(|phone| phone.number.as_str()).collect();
            reach.extend(person.emails.iter().map(|email| email.address.as_str()));
            let from = person.from.map(|day| self.words.show_from(&day)).unwrap_or_default();
            let to = person.to.map(|day| self.words.show_to(&day)).unwrap_or_default();
            let text = joined(
                &[
                    &person.title,
                    &roles.join(&self.words.between_list()),
                    &reach.join(&self.words.between_list()),
                    &from,
                    &to,
                ],
                " · ",
            );
            sheet.labelled(&person.name, if text.is_empty() { NOTHING } else { &text });
        }
    }

    fn credit(&self, sheet: &mut Sheet) {
        let Some(assessment) = assessment_on(&self.card.assessments, Standard::FiveC, self.day) else {
            return;
        };
        sheet.title(&super::credit::summary(self.card, self.session).unwrap_or_default());
        for score in &assessment.scores {
            let points = score.points.map_or_else(|| "?".to_owned(), |points| points.to_string());
            sheet.labelled(score.factor.name(self.language), &joined(&[&points, &score.note], "  "));
        }
    }

    fn contacts(&self, sheet: &mut Sheet) {
        let past = self.card.contacts.iter().filter(|contact| contact.on <= self.day);
        let past: Vec<_> = past.collect();
        if past.is_empty() {
            return;
        }
        sheet.title(&self.words.show_contacts(&past.len()));
        for contact in past {
            sheet.labelled(&contact.on.to_string(), &self.contact(contact));
        }
    }

    fn contact(&self, contact: &Contact) -> String {
        let letters: Vec<_> = self
            .card
            .assertions
            .iter()
            .filter(|assertion| assertion.contact == Some(contact.id))
            .map(|assertion| reading::assertion(assertion.letter, assertion.answer))
            .collect();
        let outcomes: Vec<_> = contact.outcomes.iter().map(|outcome| outcome.name(self.language)).collect();
        let promises: Vec<_> =
            contact.promises.iter().map(|promise| reading::promise(promise, self.words)).collect();
        joined(
            &[
                contact.kind.name(self.language),
                self.person_name(contact.person),
                &letters.join(" "),
                &outcomes.join(&self.words.between_list()),
                &contact.note,
                &promises.join("; "),
            ],
            " · ",
        )
    }

    /// The tree of introductions, where there is one.
    fn referrals(&self, sheet: &mut Sheet) {
        if self.tree.cards.len() < 2 {
            return;
        }
        sheet
            .title(&joined(&[&self.words.tab_referrals(), &referral::brought(self.tree, self.words)], " · "));
        for (place, card) in self.tree.cards.iter().enumerate() {
            let stem = referral::stem(self.tree, place, referral::DRAWN);
            let beside = referral::beside(self.tree, place, self.words, self.language);
            let line = format!("  {stem}{} ({})  {beside}", card.name, card.card);
            sheet.plain(line.trim_end());
        }
        if self.tree.is_cut {
            sheet.plain(&self.words.referral_cut());
        }
    }

    fn moves(&self, sheet: &mut Sheet) {
        sheet.title(&self.words.show_moves());
        for change in self.card.moves.iter().filter(|change| change.on <= self.day) {
            let told = moves::record(change, self.words, self.language);
            let parts = [moves::course(change, self.language)].into_iter().chain(told);
            sheet.labelled(&change.on.to_string(), &parts.collect::<Vec<_>>().join(" · "));
        }
    }
}

/// Fields that the head tells, or a section of their own.
const SHOWN_ABOVE: [&str; 5] = ["name", "code", "short_name", "position", "people"];

/// Shown for a person of whom nothing but the name is known, so that the name is shown at all.
const NOTHING: &str = "-";

fn joined(parts: &[&str], between: &str) -> String {
    let given: Vec<_> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    given.join(between)
}
