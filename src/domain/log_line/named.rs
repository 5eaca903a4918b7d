//! People of the card that a line names by `@name`.

use super::words::Word;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::text::fold::fold;

/// The marks before a name.
const MARKS: [char; 2] = ['@', '＠'];
/// No name has more words.
const MOST_WORDS: usize = 5;
/// No name that is looked for is longer in bytes.
const LONGEST: usize = 96;

/// The words with those cut that begin with a Chinese name and go on without a space, `@周立说要样品`.
pub(super) fn cut(line: &str, words: Vec<Word>, people: &[Person]) -> Vec<Word> {
    let mut pieces = Vec::with_capacity(words.len());
    for word in words {
        let name_end = name_at_start(word.text(line), people).map(|length| word.start + length);
        match name_end.filter(|end| *end < word.end) {
            Some(end) => {
                pieces.push(Word { start: word.start, end, ends_clause: false });
                pieces.push(Word { start: end, ..word });
            }
            None => pieces.push(word),
        }
    }
    pieces
}

/// How many bytes of a word are a mark and the longest name that it begins with; latin names end at a space.
fn name_at_start(word: &str, people: &[Person]) -> Option<usize> {
    let name = word.strip_prefix(MARKS)?;
    let mark = word.len() - name.len();
    let begins = |person: &&Person| {
        !person.name.is_empty() && !person.name.is_ascii() && name.starts_with(person.name.as_str())
    };
    people.iter().filter(begins).map(|person| mark + person.name.len()).max()
}

/// The one person meant from a place on, and the place of the word after the name: the whole name, of as many words
/// as it has; else one word that is the beginning of one name only.
pub(super) fn person(line: &str, words: &[Word], at: usize, people: &[Person]) -> Option<(PersonId, usize)> {
    let first = words[at].text(line);
    let typed = first.strip_prefix(MARKS).filter(|typed| !typed.is_empty() && typed.len() <= LONGEST)?;
    let name_start = words[at].end - typed.len();
    let runs = (at + 1..=words.len().min(at + MOST_WORDS)).rev();
    let whole =
        runs.filter(|after| words[at..after - 1].iter().all(|word| !word.ends_clause)).find_map(|after| {
            let name = Word { start: name_start, ..words[after - 1] };
            let name = loose(name.text(line).get(..).filter(|name| name.len() <= LONGEST)?);
            Some((people.iter().find(|person| loose(&person.name) == name)?.id, after))
        });
    whole.or_else(|| {
        let beginning = loose(typed);
        let mut begins = people.iter().filter(|person| loose(&person.name).starts_with(&beginning));
        match (begins.next(), begins.next()) {
            (Some(only), None) => Some((only.id, at + 1)),
            _ => None,
        }
    })
}

/// A name as names are compared: a hyphen stands for a space, so that a name of several words may be typed as one.
fn loose(name: &str) -> String {
    fold(name).replace(' ', "-")
}
