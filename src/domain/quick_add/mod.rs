//! A card from one line: `周立 138 0000 0000 @海虹印刷 #vip`, or what stands on a business card:
//! `John Smith, Acme Ltd, sales manager, 555-1234`.

mod kinds_of_words;
mod label;
mod parts;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use super::company::{is_company, is_legal_form};
use super::draft::NewCard;
use super::email::{EmailCheck, check};
use super::phone::{self, PhoneCheck};
use super::reach::PhoneKind;
use super::spec;
use super::text::fold::fold;
use kinds_of_words::{
    department_words, is_address, is_post_code, is_street, is_website, is_whole_title, title_words,
};
use label::Label;
use parts::Parts;
use words::{Begins, Word, split};

/// What a part of the line was understood as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Of the name.
    Name,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// The company.
    Company,
    /// A tag.
    Tag,
    /// What the person is there.
    Title,
    /// Where in the company the person works.
    Department,
    /// The web site.
    Website,
    /// A messenger account.
    Messenger,
    /// A postal address.
    Address,
    /// None of these: a note.
    Note,
}

/// A line that names a card, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickAdd {
    /// The card; nothing while the line names neither a person nor a company.
    pub card: Option<NewCard>,
    /// Which bytes of the line were understood as what, in order, without overlap.
    pub spans: Vec<(Range<usize>, PartKind)>,
}

/// Shorter numbers are part of a name: `Hotel 1898`.
const SHORTEST_PHONE: usize = 5;
/// No phone number in the world has more digits.
const LONGEST_PHONE: usize = 15;

/// Reads a line.
///
/// A number is the phone, `#word` a tag, what looks like an e-mail address, a web site or a postal address is
/// one, a title behind the name is the title, other words are the name. A company is known by the legal form
/// behind its name, or by `@company`: the card is then an organisation of that name, and the name a person on
/// it with the phone and the e-mail address. The company of an `@` is one word when it comes first, unless a
/// legal form follows, else all words up to the next mark. A label before a value says what it is. What stands
/// between commas and is none of these is a note.
pub fn read(line: &str) -> QuickAdd {
    let words = split(line);
    let mut reader =
        Reader { line, words: &words, parts: Parts::default(), spans: Vec::new(), announced: None };
    let mut at = 0;
    while at < words.len() {
        at = reader.take(at).max(at + 1);
    }
    QuickAdd { card: reader.parts.card(), spans: reader.spans }
}

struct Reader<'line> {
    line: &'line str,
    words: &'line [Word],
    parts: Parts<'line>,
    spans: Vec<(Range<usize>, PartKind)>,
    /// What a label says of the words behind it.
    announced: Option<Label>,
}

impl<'line> Reader<'line> {
    fn text(&self, at: usize) -> &'line str {
        &self.line[self.words[at].place.clone()]
    }

    fn place(&self, from: usize, end: usize) -> Range<usize> {
        self.words[from].place.start..self.words[end - 1].place.end
    }

    fn span(&mut self, from: usize, end: usize, kind: PartKind) {
        let place = self.place(from, end);
        self.spans.push((place, kind));
    }

    /// The end of the words from one on that no comma and no mark parts.
    fn run_end(&self, from: usize) -> usize {
        let goes_on = |at: &usize| self.words[*at].begins == Begins::GoesOn && !self.is_marked(*at);
        (from + 1..self.words.len()).take_while(goes_on).last().map_or(from + 1, |last| last + 1)
    }

    /// Whether a word is known by its looks.
    fn is_marked(&self, at: usize) -> bool {
        let text = self.text(at);
        text.starts_with(['#', '＃', '@', '＠'])
            || check(text) == EmailCheck::Good
            || label::before_colon(text).is_some()
            || is_website(text)
            || is_address(text)
            || self.phone_end(at, at).is_some()
            || (label::alone(text).is_some_and(|label| matches!(label, Label::Phone(_)))
                && at + 1 < self.words.len()
                && self.phone_end(at + 1, at + 1).is_some())
    }

    /// Takes a word, or several that belong together; gives where the next one begins.
    fn take(&mut self, at: usize) -> usize {
        let text = self.text(at);
        if let Some(label) = self.announced.take() {
            return self.take_announced(label, at, at);
        }
        if let Some(tag) = text.strip_prefix(['#', '＃']).filter(|tag| !fold(tag).is_empty()) {
            self.parts.tag(tag);
            self.span(at, at + 1, PartKind::Tag);
        } else if text.strip_prefix(['@', '＠']).is_some_and(|name| !fold(name).is_empty()) {
            return self.take_company(at);
        } else if let Some((label, rest)) = label::before_colon(text) {
            if !rest.is_empty() {
                return self.take_announced(label, at, at);
            }
            self.announced = Some(label);
        } else if check(text) == EmailCheck::Good {
            self.parts.emails.push(text);
            self.span(at, at + 1, PartKind::Email);
        } else if self.follows_address(at) && is_post_code(text) {
            self.parts.post_code = Some(text);
            self.span(at, at + 1, PartKind::Address);
        } else if let Some(end) = self.phone_end(at, at) {
            return self.take_phone(None, at, end);
        } else if let Some(label) = label::alone(text)
            && self.is_marked(at)
        {
            self.announced = Some(label);
        } else if self.parts.website.is_none() && is_website(text) {
            self.parts.website = Some(text);
            self.span(at, at + 1, PartKind::Website);
        } else if is_address(text) {
            self.parts.addresses.push(vec![text]);
            self.span(at, at + 1, PartKind::Address);
        } else {
            return self.take_run(at, self.run_end(at));
        }
        at + 1
    }

    /// Takes what a label announces, which may stand in the same word.
    fn take_announced(&mut self, label: Label, at: usize, from: usize) -> usize {
        let text = self.text(at);
        let glued = label::before_colon(text).map(|(_, rest)| rest).filter(|rest| !rest.is_empty());
        if let Label::Phone(kind) = label
            && let Some(end) = self.phone_end(at, from)
        {
            return self.take_phone(kind, at, end);
        }
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
            (label, glued) => {
                let end = self.run_end(at);
                let start = self.words[at].place.end - glued.unwrap_or(text).len();
                self.parts.take_labelled(label, &self.line[start..self.words[end - 1].place.end]);
                self.span(at, end, kind_of(label));
                return end;
            }
        }
        at + 1
    }

    fn take_phone(&mut self, kind: Option<PhoneKind>, at: usize, end: usize) -> usize {
        let mut place = self.place(at, end);
        if let Some((_, rest)) = label::before_colon(self.text(at)) {
            place.start = self.words[at].place.end - rest.len();
        }
        let kind = kind.or(match label::before_colon(self.text(at)) {
            Some((Label::Phone(kind), _)) => kind,
            _ => None,
        });
        self.parts.phones.push((kind, &self.line[place]));
        self.span(at, end, PartKind::Phone);
        end
    }

    /// Takes the company behind an `@`.
    fn take_company(&mut self, at: usize) -> usize {
        let end = self.run_end(at);
        let is_first = self.parts.name.is_empty();
        let form = (at + 1..end).rev().find(|at| is_legal_form(self.text(*at)));
        let end = match (is_first, form) {
            (true, Some(form)) => form + 1,
            (true, None) => at + 1,
            (false, _) => self.title_in(at + 1, end).map_or(end, |(title, _)| title),
        };
        let place = self.place(at, end);
        self.line[place].trim_start_matches(['@', '＠']).trim().clone_into(&mut self.parts.company);
        self.span(at, end, PartKind::Company);
        end
    }

    /// Takes plain words: the company that they end with, the title among them, else the name.
    fn take_run(&mut self, from: usize, end: usize) -> usize {
        if from >= end {
            return end;
        }
        let named = !self.parts.name.is_empty();
        let whole = |reader: &Self| &reader.line[reader.place(from, end)];
        let begins = self.words[from].begins;
        if self.parts.company.is_empty()
            && let Some((first, last)) = self.company_in(from, end)
        {
            self.take_run(from, first);
            let place = self.place(first, last);
            self.line[place].clone_into(&mut self.parts.company);
            self.span(first, last, PartKind::Company);
            return self.take_run(last, end);
        }
        if begins == Begins::Anew && self.has_street(from, end) {
            self.parts.addresses.push(vec![whole(self)]);
            self.span(from, end, PartKind::Address);
            return end;
        }
        if begins == Begins::Anew && named && self.is_title(from, end) {
            self.parts.titles.push(whole(self));
            self.span(from, end, PartKind::Title);
            return end;
        }
        let first = if named { from } else { from + 1 };
        if let Some((title, after)) = self.title_in(first, end) {
            self.take_run(from, title);
            let place = self.place(title, after);
            self.parts.titles.push(&self.line[place]);
            self.span(title, after, PartKind::Title);
            return self.take_run(after, end);
        }
        let words = |from: usize| (from..end).map(|at| self.text(at));
        let department = (first..end).find_map(|at| Some((at, at + department_words(words(at))?)));
        if self.parts.department.is_none()
            && let Some((department, after)) = department
        {
            self.take_run(from, department);
            let place = self.place(department, after);
            self.parts.department = Some(&self.line[place]);
            self.span(department, after, PartKind::Department);
            return self.take_run(after, end);
        }
        if self.follows_address(from) {
            let line = whole(self);
            self.parts.addresses.last_mut().into_iter().for_each(|address| address.push(line));
            self.span(from, end, PartKind::Address);
        } else if self.is_of_name(begins) {
            self.parts.name.push(whole(self));
            self.span(from, end, PartKind::Name);
        } else {
            self.parts.notes.push(whole(self));
            self.span(from, end, PartKind::Note);
        }
        end
    }

    /// Whether words that nothing is known of belong to the name: the first ones do, and so does what follows
    /// them without a comma, or a first name behind a family name.
    fn is_of_name(&self, begins: Begins) -> bool {
        let has_one_word =
            self.parts.name.len() == 1 && !self.parts.name[0].contains(' ') && self.parts.company.is_empty();
        let is_latin = self.parts.name.concat().is_ascii();
        self.parts.name.is_empty() || begins == Begins::GoesOn || (has_one_word && is_latin)
    }

    /// Whether the words before one were an address.
    fn follows_address(&self, at: usize) -> bool {
        let before = self.spans.last().filter(|(_, kind)| *kind == PartKind::Address);
        at > 0 && before.is_some_and(|(place, _)| place.end == self.words[at - 1].place.end)
    }

    fn is_title(&self, from: usize, end: usize) -> bool {
        is_whole_title(&(from..end).map(|at| self.text(at)).collect::<Vec<_>>())
    }

    fn has_street(&self, from: usize, end: usize) -> bool {
        let has_number = (from..end).any(|at| self.text(at).chars().any(|letter| letter.is_ascii_digit()));
        has_number && (from..end).any(|at| is_street(self.text(at)))
    }

    /// The company among some words: a word that is one, or all up to a legal form. Where a title stands before
    /// it, the company begins behind the title.
    fn company_in(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        if let Some(at) = (from..end).find(|at| is_company(self.text(*at))) {
            return Some((at, at + 1));
        }
        let form = (from + 1..end).find(|at| is_legal_form(self.text(*at)))?;
        let last =
            (form..end).take_while(|at| is_legal_form(self.text(*at)) || self.text(*at) == "&").last()?;
        let title = self.title_in(from + 1, form).map(|(_, after)| after).filter(|after| *after < form);
        Some((title.unwrap_or(from), last + 1))
    }

    /// The first title among some words.
    fn title_in(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        (from..end).find_map(|at| {
            let count = title_words((at..end).map(|at| self.text(at)))?;
            Some((at, at + count))
        })
    }

    /// The place after a phone number that begins at a word; groups of digits belong together until they make
    /// a whole mobile number, and no comma stands between them.
    fn phone_end(&self, at: usize, from: usize) -> Option<usize> {
        let mut end = at;
        let mut digits = 0;
        while let Some(count) = self.words.get(end).and_then(|word| {
            let text = &self.line[word.place.clone()];
            let goes_on = word.begins == Begins::GoesOn && label::before_colon(text).is_none();
            digits_of_number(text).filter(|_| end == from || goes_on)
        }) {
            let whole = &self.line[self.place(at, end + 1)];
            if digits + count > LONGEST_PHONE && digits > 0 {
                break;
            }
            digits += count;
            end += 1;
            if phone::read(whole).is_ok_and(|read| read.check == PhoneCheck::Good) {
                break;
            }
        }
        (digits >= SHORTEST_PHONE).then_some(end)
    }
}

fn kind_of(label: Label) -> PartKind {
    match label {
        Label::Phone(_) => PartKind::Phone,
        Label::Messenger => PartKind::Messenger,
        Label::Address => PartKind::Address,
        Label::Company => PartKind::Company,
        Label::Name => PartKind::Name,
        Label::Title => PartKind::Title,
        Label::Department => PartKind::Department,
        Label::Known => PartKind::Note,
    }
}

/// How many digits a word has that is nothing but digits and their separators, perhaps behind a label.
fn digits_of_number(word: &str) -> Option<usize> {
    let number = match label::before_colon(word) {
        Some((Label::Phone(_), number)) => number,
        Some(_) => return None,
        None => match word.split_once([':', '：']) {
            Some((_, number)) if spec::phone(word).is_ok_and(|read| read.number == number) => number,
            _ => word,
        },
    };
    let digits = phone::digits(number).len();
    let plain = fold(number).chars().all(|letter| letter.is_ascii_digit() || "+-().".contains(letter));
    (plain && digits > 0).then_some(digits)
}
