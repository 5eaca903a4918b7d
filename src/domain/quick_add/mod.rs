//! A card from one line: `周立 138 0000 0000 @海虹印刷 #vip`, or what stands on a business card:
//! `John Smith, Acme Ltd, sales manager, 555-1234`.

mod kinds_of_words;
mod label;
mod labelled;
mod numbers;
mod parts;
mod places;
#[cfg(test)]
mod tests;
mod town;
mod words;

use std::ops::Range;

use super::company::{is_chinese_form, is_company, is_legal_form};
use super::draft::NewCard;
use super::email::{EmailCheck, check};
use super::text::fold::fold;
use kinds_of_words::{
    department_before_title, department_words, is_bare_title, is_department_mark, is_post_code, is_website,
    is_whole_title, title_words,
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
    /// The number under which a firm is registered or taxed.
    Registration,
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

/// Reads a line.
///
/// A number is the phone, `#word` a tag, what looks like an e-mail address, a web site or a postal address is
/// one, a title behind the name is the title, the first other words are the name. A company is known by the legal form
/// behind its name, or by `@company`: the card is then an organisation of that name, and the name a person on
/// it with the phone and the e-mail address. The company of an `@` is one word when it comes first, unless a
/// legal form follows, else all words up to the next mark. A label before a value says what it is. What stands
/// between commas or lines and is none of these is a note.
pub fn read(line: &str) -> QuickAdd {
    let words = split(line);
    let mut reader = Reader {
        line,
        words: &words,
        parts: Parts::default(),
        spans: Vec::new(),
        announced: None,
        behind: Behind::Other,
    };
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
    /// What a label says of the words behind it, and where the label stands.
    announced: Option<(Label, usize)>,
    /// What stood before, as far as it matters to a street.
    behind: Behind,
}

/// What stood before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// A post code, which stands in no street.
    PostCode,
    /// Anything else.
    Other,
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
            || label::at_start(text).is_some()
            || is_website(text)
            || self.begins_place(at)
            || self.phone_end(at, at).is_some()
            || self.label_alone(at).is_some()
            || labelled::titled(text).is_some()
    }

    /// Takes a word, or several that belong together; gives where the next one begins.
    fn take(&mut self, at: usize) -> usize {
        let text = self.text(at);
        if let Some((label, label_at)) = self.announced.take() {
            return self.take_announced(label, label_at, at);
        }
        if let Some(tag) = text.strip_prefix(['#', '＃']).filter(|tag| !fold(tag).is_empty()) {
            self.parts.tag(tag);
            self.span(at, at + 1, PartKind::Tag);
        } else if text.strip_prefix(['@', '＠']).is_some_and(|name| !fold(name).is_empty()) {
            return self.take_company(at);
        } else if let Some((label, rest)) = label::at_start(text) {
            if !rest.is_empty() {
                return self.take_announced(label, at, at);
            }
            self.announced = Some((label, at));
        } else if let Some(end) = self.take_titled(at) {
            return end;
        } else if check(text) == EmailCheck::Good {
            self.parts.emails.push(text);
            self.span(at, at + 1, PartKind::Email);
        } else if self.begins_place(at) {
            if is_post_code(text) {
                return self.take_post_code(at);
            }
            return self.take_place(at, self.place_end(at));
        } else if self.follows_address(at) && self.is_post_code_here(at) {
            return self.take_post_code(at);
        } else if let Some(end) = self.phone_end(at, at) {
            return self.take_phone(None, at, end);
        } else if let Some(label) = self.label_alone(at) {
            self.announced = Some((label, at));
        } else if self.parts.website.is_none() && is_website(text) {
            self.parts.website = Some(text);
            self.span(at, at + 1, PartKind::Website);
        } else {
            return self.take_run(at, self.run_end(at));
        }
        at + 1
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
            return self.take_place(from, end);
        }
        let leads = named || self.has_words_behind(end);
        if begins == Begins::Anew && leads && self.is_title(from, end) {
            self.take_title(from, end);
            return end;
        }
        if begins == Begins::Anew && leads && self.is_department(from, end) {
            self.take_department(from, end);
            return end;
        }
        if let Some((at, department)) = self.both_in(from, end).filter(|(at, _)| named || *at > from || leads)
        {
            self.take_run(from, at);
            let Range { start, end: last } = self.words[at].place.clone();
            let middle = start + department;
            if self.parts.department.is_none() {
                self.parts.department = Some(&self.line[start..middle]);
            }
            self.parts.titles.push(&self.line[middle..last]);
            self.spans.extend([(start..middle, PartKind::Department), (middle..last, PartKind::Title)]);
            return self.take_run(at + 1, end);
        }
        let first = if named || self.is_led(from, end) { from } else { from + 1 };
        if let Some((title, after)) = self.title_in(first, end) {
            self.take_run(from, title);
            self.take_title(title, after);
            return self.take_run(after, end);
        }
        if let Some((department, after)) = self.department_in(first, end) {
            self.take_run(from, department);
            self.take_department(department, after);
            return self.take_run(after, end);
        }
        // What goes on with a Chinese address is known by its looks.
        let may_be_place = !self.text(from).starts_with(label::is_chinese) || self.continues_place(from);
        if self.follows_address(from) && may_be_place {
            return self.take_place(from, end);
        }
        if self.is_of_name(begins) {
            self.parts.name.push(whole(self));
            self.span(from, end, PartKind::Name);
        } else {
            self.parts.notes.push(whole(self));
            self.span(from, end, PartKind::Note);
        }
        end
    }

    fn take_title(&mut self, from: usize, end: usize) {
        let place = self.place(from, end);
        self.parts.titles.push(&self.line[place]);
        self.span(from, end, PartKind::Title);
    }

    fn take_department(&mut self, from: usize, end: usize) {
        let place = self.place(from, end);
        self.parts.department = Some(&self.line[place]);
        self.span(from, end, PartKind::Department);
    }

    /// Whether words that may be a name stand somewhere behind a place.
    fn has_words_behind(&self, end: usize) -> bool {
        let is_word =
            |text: &str| text.chars().all(|letter| letter.is_alphabetic() || ".-'".contains(letter));
        (end..self.words.len()).any(|at| is_word(self.text(at)) && !self.is_marked(at))
    }

    /// Whether a Chinese title or department leads a name: `負責人 林美惠`.
    fn is_led(&self, from: usize, end: usize) -> bool {
        let leads = |word: &str| is_bare_title(word) || department_words([word].into_iter()).is_some();
        let first = self.text(from);
        let follows = from + 1 < end && !leads(self.text(from + 1));
        follows && first.starts_with(label::is_chinese) && leads(first)
    }

    /// The first word among some that is a department and a title, and where in it the title begins.
    fn both_in(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        (from..end).find_map(|at| Some((at, department_before_title(self.text(at))?)))
    }

    /// Whether words between commas are a department. Before the name is known only two words are: a third may
    /// belong to it.
    fn is_department(&self, from: usize, end: usize) -> bool {
        let is_alone = self.words.get(end).is_none_or(|word| word.begins == Begins::Anew);
        let may_be_one = is_alone && (end - from == 2 || (end - from > 2 && !self.parts.name.is_empty()));
        let is_named = may_be_one && is_department_mark(self.text(end - 1));
        let whole = department_words((from..end).map(|at| self.text(at)));
        self.parts.department.is_none() && (is_named || whole == Some(end - from))
    }

    /// The first department among some words, if none is known: `生产部`, `purchasing department`, and a word that
    /// no list has before the mark of one: `Maintenance Dept.`
    fn department_in(&self, first: usize, end: usize) -> Option<(usize, usize)> {
        if self.parts.department.is_some() {
            return None;
        }
        (first..end).find_map(|at| {
            let count = department_words((at..end).map(|at| self.text(at)));
            let is_before_mark = at + 1 < end && is_department_mark(self.text(at + 1));
            Some((at, at + count.or(is_before_mark.then_some(2))?))
        })
    }

    /// Whether words that nothing is known of belong to the name: the first ones do, and so does what follows
    /// them without a comma, or a first name behind a family name.
    fn is_of_name(&self, begins: Begins) -> bool {
        let has_one_word =
            self.parts.name.len() == 1 && !self.parts.name[0].contains(' ') && self.parts.company.is_empty();
        let is_latin = self.parts.name.concat().is_ascii();
        let last = self.spans.iter().rev().find(|(_, kind)| *kind != PartKind::Tag);
        let is_behind_name = last.is_some_and(|(_, kind)| *kind == PartKind::Name);
        let goes_on = begins == Begins::GoesOn || (has_one_word && is_latin);
        self.parts.name.is_empty() || (is_behind_name && goes_on)
    }

    /// Whether words between commas are a title. Before the name is known each of them must be one's: the first may
    /// be the name.
    fn is_title(&self, from: usize, end: usize) -> bool {
        let words: Vec<_> = (from..end).map(|at| self.text(at)).collect();
        match self.parts.name.is_empty() {
            true => title_words(words.iter().copied()) == Some(words.len()),
            false => is_whole_title(&words),
        }
    }

    /// The company among some words: a word that is one, or all up to a legal form. Where a title or a
    /// department stands before it, the company begins behind that.
    fn company_in(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        if let Some(at) = (from..end).find(|at| is_company(self.text(*at))) {
            let is_form = at > from && is_chinese_form(self.text(at));
            return Some((if is_form { at - 1 } else { at }, at + 1));
        }
        let form = (from + 1..end).find(|at| is_legal_form(self.text(*at)))?;
        let last =
            (form..end).take_while(|at| is_legal_form(self.text(*at)) || self.text(*at) == "&").last()?;
        let title = self.title_in(from + 1, form);
        let behind =
            [title, self.department_in(from + 1, form)].into_iter().flatten().map(|(_, after)| after);
        Some((behind.filter(|after| *after < form).max().unwrap_or(from), last + 1))
    }

    /// The first title among some words.
    fn title_in(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        (from..end).find_map(|at| {
            let count = title_words((at..end).map(|at| self.text(at)))?;
            Some((at, at + count))
        })
    }
}
