//! How close to its reader's mind the place lies in which a word was found: a name before a company before a
//! person before the rest, the start of a value before its inside.
//!
//! A searchable text says of each line which part of the card it is of, by a character before the value. These
//! characters are for private use, and folding removes them from everything people type.

/// A part of a card whose lines are known in its searchable text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The name of the card, long and short.
    Name,
    /// The company of an individual.
    Company,
    /// A person on the card.
    Person,
    /// Everything else.
    Rest,
}

impl Part {
    /// Those that are marked.
    pub const MARKED: [Part; 3] = [Part::Name, Part::Company, Part::Person];

    /// What a line of this part begins with.
    pub fn mark(self) -> Option<char> {
        match self {
            Part::Name => Some('\u{e020}'),
            Part::Company => Some('\u{e021}'),
            Part::Person => Some('\u{e022}'),
            Part::Rest => None,
        }
    }

    /// The part a line is of, and the line without its mark.
    pub fn of_line(line: &str) -> (Part, &str) {
        let marked = |part: &Part| Some((*part, line.strip_prefix(part.mark()?)?));
        Part::MARKED.iter().find_map(marked).unwrap_or((Part::Rest, line))
    }
}

/// Where a word was found, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// A name begins with it, as written, by its pinyin or by its initials.
    NameStart,
    /// Inside a name.
    Name,
    /// The company begins with it.
    CompanyStart,
    /// Inside the company.
    Company,
    /// A person's name begins with it.
    PersonStart,
    /// Inside a person's name.
    Person,
    /// Anywhere else.
    Rest,
}

impl Closeness {
    /// All, the closest first.
    pub const ALL: [Closeness; 7] = [
        Closeness::NameStart,
        Closeness::Name,
        Closeness::CompanyStart,
        Closeness::Company,
        Closeness::PersonStart,
        Closeness::Person,
        Closeness::Rest,
    ];

    /// Of a word that begins a value of a part.
    pub fn at_start(part: Part) -> Closeness {
        match part {
            Part::Name => Closeness::NameStart,
            Part::Company => Closeness::CompanyStart,
            Part::Person => Closeness::PersonStart,
            Part::Rest => Closeness::Rest,
        }
    }

    /// Of a word inside a value of a part.
    pub fn inside(part: Part) -> Closeness {
        match part {
            Part::Name => Closeness::Name,
            Part::Company => Closeness::Company,
            Part::Person => Closeness::Person,
            Part::Rest => Closeness::Rest,
        }
    }
}
