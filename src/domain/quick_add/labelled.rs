//! What labels announce: with a colon, or as words before a value that looks like theirs.

use super::kinds_of_words::{is_bare_title, is_website, title_words};
use super::label::{self, Label};
use super::words::Begins;
use super::{Behind, PartKind, Reader};
use crate::domain::company::is_legal_form;
use crate::domain::email::{EmailCheck, check};
use crate::domain::field::registration::{self, NumberCheck};
use crate::domain::text::fold::fold;

/// No registration number of a firm has more signs.
const LONGEST_REGISTRATION: usize = 18;
/// Shorter words are no account of a messenger.
const SHORTEST_ACCOUNT: usize = 3;
/// No post code in the world has more signs.
const LONGEST_POST_CODE: usize = 10;

impl<'line> Reader<'line> {
    /// The label that a word without colon is, when what follows is of its kind.
    pub(super) fn label_alone(&self, at: usize) -> Option<Label> {
        let text = self.text(at);
        let label = label::alone(text)?;
        let next = at + 1;
        if next >= self.words.len() {
            return None;
        }
        let goes_on = self.words[at].begins == Begins::GoesOn;
        let value = self.text(next);
        let is_adjacent = self.words[next].begins == Begins::GoesOn;
        // `Ana M. 555-0142` has an initial.
        let is_initial = goes_on && text.ends_with('.') && text.chars().count() == 2;
        let is_chinese = text.starts_with(label::is_chinese);
        let fits = match label {
            Label::Phone(_) => self.phone_end(next, next).is_some() && !is_initial,
            Label::Known => check(value) == EmailCheck::Good || is_website(value),
            Label::Messenger => is_adjacent && at > 0 && self.is_account(text, next),
            Label::PostCode => is_adjacent && is_code(value, LONGEST_POST_CODE),
            Label::Registration => is_adjacent && is_code(value, LONGEST_REGISTRATION),
            Label::Address => is_adjacent && (is_chinese || (!goes_on && value.starts_with(is_digit))),
            Label::Name => is_adjacent && is_chinese,
            Label::Company | Label::Title | Label::Department => false,
        };
        fits.then_some(label)
    }

    /// Whether a word behind the name of a messenger is an account of it. `LINE` is a word of names and titles when
    /// it is not written so.
    fn is_account(&self, service: &str, at: usize) -> bool {
        let account = self.text(at);
        let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "_-.@+".contains(sign);
        let is_word = account.len() >= SHORTEST_ACCOUNT && account.chars().all(is_sign);
        let is_service = fold(service) != "line" || service == "LINE";
        let is_title = title_words([account].into_iter()).is_some();
        is_service && is_word && !is_title && !is_legal_form(account) && check(account) != EmailCheck::Good
    }

    /// The person whose title stands before a colon: `負責人：林美惠`.
    pub(super) fn take_titled(&mut self, at: usize) -> Option<usize> {
        let text = self.text(at);
        let (title, rest) = titled(text)?;
        self.parts.titles.push(title);
        let start = self.words[at].place.start;
        self.spans.push((start..start + title.len(), PartKind::Title));
        if rest.is_empty() {
            self.announced = Some((Label::Name, at));
            return Some(at + 1);
        }
        let end = self.run_end(at);
        let place = self.words[at].place.end - rest.len()..self.place(at, end).end;
        self.parts.take_labelled(Label::Name, &self.line[place.clone()]);
        self.spans.push((place, PartKind::Name));
        Some(end)
    }

    /// Takes what a label announces at a word, which may stand in the same word as the label.
    pub(super) fn take_announced(&mut self, label: Label, label_at: usize, at: usize) -> usize {
        let text = self.text(at);
        let glued = Some(at)
            .filter(|at| *at == label_at)
            .and_then(|_| label::at_start(text))
            .map(|(_, rest)| rest)
            .filter(|rest| !rest.is_empty());
        if let Label::Phone(kind) = label
            && let Some(end) = self.phone_end(at, at)
        {
            return self.take_phone(kind, at, end);
        }
        let start = self.words[at].place.end - glued.unwrap_or(text).len();
        match (label, glued) {
            (Label::Known | Label::Phone(_), Some(rest)) if check(rest) == EmailCheck::Good => {
                self.parts.emails.push(rest);
                self.span(at, at + 1, PartKind::Email);
            }
            (Label::Known, Some(rest)) => {
                self.parts.website = Some(rest);
                self.span(at, at + 1, PartKind::Website);
            }
            // It says nothing that the next word would not say itself.
            (Label::Known | Label::Phone(_), None) => return self.take(at),
            (Label::Messenger, _) => {
                let end = self.phone_end(at, at).unwrap_or(at + 1);
                let account = &self.line[start..self.words[end - 1].place.end];
                let service = self.text(label_at).split([':', '：']).next().unwrap_or_default();
                let service = service.split_whitespace().next().unwrap_or_default();
                self.parts.messengers.push(match service.starts_with(label::is_chinese) {
                    true => account.to_owned(),
                    false => format!("{service} {account}"),
                });
                self.span(at, end, PartKind::Messenger);
                return end;
            }
            (Label::Registration, _) => {
                let end = self.registration_end(at, start);
                let number = &self.line[start..self.words[end - 1].place.end];
                let labelled = &self.line[self.place(label_at, end)];
                self.parts.registrations.push((labelled, number));
                self.span(at, end, PartKind::Registration);
                return end;
            }
            (Label::PostCode, _) => {
                self.parts.take_labelled(label, glued.unwrap_or(text));
                self.behind = Behind::PostCode;
                self.span(at, at + 1, PartKind::Address);
            }
            (label, _) => {
                let end =
                    if label == Label::Address { self.labelled_place_end(at) } else { self.run_end(at) };
                self.parts.take_labelled(label, &self.line[start..self.words[end - 1].place.end]);
                self.span(at, end, kind_of(label));
                return end;
            }
        }
        at + 1
    }

    /// The end of a registration number set in groups: groups follow until it has a known form.
    fn registration_end(&self, at: usize, start: usize) -> usize {
        let number = |end: usize| &self.line[start..self.words[end - 1].place.end];
        let mut end = at + 1;
        while registration::check(number(end)) == NumberCheck::UnknownForm
            && self.words.get(end).is_some_and(|word| word.begins == Begins::GoesOn)
            && self.text(end).bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && number(end + 1).chars().filter(char::is_ascii_alphanumeric).count() <= LONGEST_REGISTRATION
        {
            end += 1;
        }
        end
    }
}

/// A title before a colon, and what stands behind it in the same word.
pub(super) fn titled(word: &str) -> Option<(&str, &str)> {
    word.split_once([':', '：']).filter(|(title, _)| is_bare_title(title))
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// Whether a word is letters and digits with a digit among them, as long as that at most.
fn is_code(word: &str, longest: usize) -> bool {
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    word.len() <= longest && word.chars().all(is_sign) && word.contains(is_digit)
}

fn kind_of(label: Label) -> PartKind {
    match label {
        Label::Phone(_) => PartKind::Phone,
        Label::Messenger => PartKind::Messenger,
        Label::Address | Label::PostCode => PartKind::Address,
        Label::Company => PartKind::Company,
        Label::Name => PartKind::Name,
        Label::Title => PartKind::Title,
        Label::Department => PartKind::Department,
        Label::Registration => PartKind::Registration,
        Label::Known => PartKind::Note,
    }
}
