//! The pre-visit sheet in words.

use chrono::NaiveDate;

use super::{Words, advice, agenda, dates};
use crate::domain::address_part::AddressPart;
use crate::domain::brief::{
    BUSINESS, BUSINESS_RECORDS, Brief, MONEY, PREPARED, Question, RIVAL, RIVAL_RECORDS,
};
use crate::domain::choice::Choice;
use crate::domain::contact::Contact;
use crate::domain::early_warning::Level;
use crate::domain::field::{CardField, built_in};
use crate::domain::language::Language;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::person::Person;
use crate::report::sheet::{Block, Sheet, Weight};

/// The sheet, its blocks in the order in which one reads them before the door: what stands to be done, what to
/// ask, what was said, who is there.
pub fn sheet(brief: &Brief<'_>, day: NaiveDate, words: &Words, language: Language) -> Sheet {
    let writer = Writer { brief, day, words, language };
    let mut sheet = Sheet { title: writer.title(), blocks: Vec::new() };
    let blocks = [
        writer.stand(),
        writer.questions(),
        writer.last_time(),
        writer.people(),
        writer.known(words.brief_business(), BUSINESS, BUSINESS_RECORDS),
        writer.known(words.brief_money(), MONEY, &[]),
        writer.known(words.brief_rival(), RIVAL, RIVAL_RECORDS),
        writer.prepared(),
        writer.gaps(),
    ];
    blocks.into_iter().for_each(|block| sheet.block(block));
    sheet
}

struct Writer<'a> {
    brief: &'a Brief<'a>,
    day: NaiveDate,
    words: &'a Words,
    language: Language,
}

impl Writer<'_> {
    fn title(&self) -> String {
        let card = self.brief.card;
        let kind = card.kind.map(|kind| kind.name(self.language)).unwrap_or_default();
        let place = card.addresses.first().map(|address| {
            let place = &address.place;
            joined([place.zone.as_str(), &place.whereabouts(self.language)], "  ")
        });
        joined([card.name.as_str(), kind, &place.unwrap_or_default()], "  ")
    }

    fn stand(&self) -> Block {
        let (standing, words, language) = (self.brief.standing, self.words, self.language);
        let mut block = Block::titled(words.brief_stand());
        for entry in self.brief.reasons {
            let when = agenda::when(entry.matter, entry.on, self.day, words);
            let weight = if entry.on < self.day { Weight::Alarm } else { Weight::Strong };
            block.line(when, agenda::reason(entry, words, language), weight);
        }
        let to_come = self.brief.card.next_action.as_ref().filter(|next| next.on > self.day);
        let due = match (to_come, standing.due_on) {
            (Some(next), Some(on)) if next.on == on || !self.brief.reasons.is_empty() => {
                Some(words.due_later(&next.on, &agenda::next_action(next, language)))
            }
            _ if !self.brief.reasons.is_empty() => None,
            (_, Some(on)) => Some(words.due_later(&on, &"")),
            (_, None) => Some(advice::never_due(standing, words)),
        };
        block.line("", due.unwrap_or_default().trim(), Weight::Plain);
        let advice = advice::advice(standing, words, language);
        block.line(standing.letters.code(), advice, Weight::Strong);
        let letters = Letter::ALL.iter().filter_map(|letter| self.letter(*letter));
        block.line(
            standing.position.name(language),
            letters.collect::<Vec<_>>().join(&words.between_parts()),
            Weight::Plain,
        );
        let level = Level::of(self.brief.signals.len()).map(|level| level.name(language)).unwrap_or_default();
        for (signal, began) in &self.brief.signals {
            let text = joined([signal.name(language), &words.show_from(began)], "  ");
            block.line(level, text, Weight::Alarm);
        }
        if let Some(proposal) = self.brief.proposal {
            let text = words.brief_proposal(&proposal.to.name(language), &proposal.by.name(language));
            block.line(words.brief_proposed(), text, Weight::Strong);
        }
        for key in ["buying_time", "buying_certainty"] {
            self.field(&mut block, key);
        }
        block
    }

    /// A letter that was answered, with how long ago.
    fn letter(&self, letter: Letter) -> Option<String> {
        let state = self.brief.standing.letters.get(letter);
        let evidence = state.evidence?;
        let answer = evidence.answer.name(self.language);
        let said = if state.stale { self.words.was(&answer) } else { answer.to_owned() };
        let age = self.words.days_short(&(self.day - evidence.on).num_days());
        Some(format!("{} {said} {age}", letter.code().to_uppercase()))
    }

    fn questions(&self) -> Block {
        let mut block = Block::titled(self.words.brief_questions());
        for question in &self.brief.questions {
            block.line(question.letter.code().to_uppercase(), self.question(*question), Weight::Strong);
        }
        for line in self.brief.prepared("visit_questions").lines() {
            block.line("", line, Weight::Plain);
        }
        block
    }

    fn question(&self, question: Question) -> String {
        match question.said {
            Some((Answer::Yes, on)) => self.words.brief_still_true(&question.letter.name(self.language), &on),
            _ => advice::question(question.letter, self.words),
        }
    }

    fn last_time(&self) -> Block {
        let words = self.words;
        let mut block = Block::titled(words.brief_last_time());
        for contact in &self.brief.last {
            block.line(
                dates::short(contact.on, self.day, self.language),
                self.contact(contact),
                Weight::Plain,
            );
        }
        for promise in &self.brief.promises {
            let due = promise.due_on.map(|on| words.reading_due(&on)).unwrap_or_default();
            let late = promise.due_on.is_some_and(|on| on < self.day);
            let weight = if late { Weight::Alarm } else { Weight::Plain };
            let text = joined([promise.text.as_str(), &due], " ");
            block.line(promise.by.name(self.language), text, weight);
        }
        for complaint in &self.brief.complaints {
            let text = joined([complaint.on.to_string().as_str(), &complaint.note], " ");
            block.line(words.brief_unsolved(), text, Weight::Alarm);
        }
        block
    }

    fn contact(&self, contact: &Contact) -> String {
        let people = &self.brief.card.people;
        let person = contact.person.and_then(|id| people.iter().find(|person| person.id == id));
        let outcomes: Vec<&str> =
            contact.outcomes.iter().map(|outcome| outcome.name(self.language)).collect();
        let name = person.map(|person| person.name.as_str()).unwrap_or_default();
        joined(
            [
                contact.kind.name(self.language),
                name,
                &outcomes.join(&self.words.between_list()),
                &contact.note,
            ],
            "  ",
        )
    }

    fn people(&self) -> Block {
        let mut block = Block::titled(self.words.brief_people());
        for person in &self.brief.people {
            block.line(person.name.clone(), self.person(person), Weight::Plain);
        }
        if let Some(phone) = self.brief.card.phones.first() {
            block.line(phone.kind.name(self.language), phone.number.clone(), Weight::Plain);
        }
        if let Some(address) =
            self.brief.card.addresses.first().filter(|address| !address.place.access.is_empty())
        {
            let label = AddressPart::Note.name(self.language);
            block.line(label, address.place.access.clone(), Weight::Plain);
        }
        for entry in self.brief.anniversaries() {
            let when = agenda::when(entry.matter, entry.on, self.day, self.words);
            block.line(when, agenda::reason(entry, self.words, self.language), Weight::Plain);
        }
        block
    }

    fn person(&self, person: &Person) -> String {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.name(self.language)).collect();
        let phone = person.phones.first().map(|phone| phone.number.as_str()).unwrap_or_default();
        let said = joined([person.title.as_str(), &roles.join(&self.words.between_list()), phone], "  ");
        if said.is_empty() { self.words.brief_no_role() } else { said }
    }

    /// What is known of a matter: its fields, and its records, none of which is sensitive.
    fn known(&self, title: String, keys: &'static [&'static str], groups: &'static [&'static str]) -> Block {
        let mut block = Block::titled(title);
        for field in self.brief.fields(keys) {
            self.field(&mut block, field.key);
        }
        for record in self.brief.records(groups) {
            let (name, text) = (record.group.name(self.language), record.shown(self.language, &[]));
            block.line(name, text, Weight::Plain);
        }
        block
    }

    fn field(&self, block: &mut Block, key: &str) {
        if let Some(field) = built_in(key) {
            let texts = self.brief.card.shown_texts(&CardField::Known(field), self.language, |_| None);
            block.line(field.name(self.language), texts.join(&self.words.between_list()), Weight::Plain);
        }
    }

    /// The lines one writes oneself; for those not written what one might.
    fn prepared(&self) -> Block {
        let mut block = Block::titled(self.words.brief_prepared());
        for key in PREPARED {
            let Some(field) = built_in(key) else { continue };
            let text = self.brief.prepared(key);
            // Those written stand among what is to be asked.
            if *key == "visit_questions" && !text.is_empty() {
                continue;
            }
            let label = field.name(self.language);
            match (text.is_empty(), *key) {
                (false, _) => {
                    block.line(label, text.replace('\n', &self.words.between_parts()), Weight::Plain)
                }
                (true, "visit_objective") => {
                    block.line(
                        label,
                        self.words.brief_hint(&self.brief.step.name(self.language)),
                        Weight::Faint,
                    );
                }
                (true, _) => block.line(label, "-", Weight::Faint),
            }
        }
        block
    }

    fn gaps(&self) -> Block {
        let mut block = Block::titled(self.words.brief_ready(&self.brief.readiness));
        let gaps = &self.brief.gaps;
        let named: Vec<&str> = gaps.iter().take(GAPS_NAMED).map(|field| field.name(self.language)).collect();
        let named = named.join(&self.words.between_list());
        let told = match gaps.len().saturating_sub(GAPS_NAMED) {
            0 => named,
            more => self.words.brief_gaps_more(&named, &more),
        };
        block.line(self.words.brief_gaps(), told, Weight::Faint);
        block
    }
}

/// So many empty fields are named; of the others it is said how many there are.
const GAPS_NAMED: usize = 4;

fn joined<'a>(parts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let given: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    given.join(between)
}
