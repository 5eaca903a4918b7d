//! The region that an address begins with, parted from its street.

use std::sync::LazyLock;

use super::{Province, Region};
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::text::fold::fold;

/// What a division of the mainland is called when what says of which kind it is stays out.
struct Names {
    region: Region,
    /// Its whole name, folded.
    whole: Vec<char>,
    /// Of a province or prefecture: its name alone. It counts only with a whole name behind it, since streets are
    /// called like towns: `上海路`.
    alone: Option<Vec<char>>,
}

/// Made when the first address is read.
static NAMES: LazyLock<Vec<Names>> = LazyLock::new(|| {
    let letters = |name: &str| fold(name).chars().collect::<Vec<char>>();
    let names = |region: Region| {
        let alone = match Province::from_code(&region.code[..2]).filter(|_| region.is_province()) {
            Some(province) => Some(province.name(Language::Simplified)),
            None if region.code.ends_with("00") => Some(region.stem()),
            None => None,
        };
        let whole = letters(region.simplified);
        let alone = alone.map(letters).filter(|alone| *alone != whole);
        Names { region, whole, alone }
    };
    Region::all().filter(|region| !region.is_filler()).map(names).collect()
});

/// The cities of Taiwan right below the state, folded: districts lie in them.
const CITIES_OF_TAIWAN: &[&str] =
    &["台北市", "新北市", "桃园市", "台中市", "台南市", "高雄市", "基隆市", "新竹市", "嘉义市"];
/// The counties of Taiwan, folded: towns and townships lie in them.
const COUNTIES_OF_TAIWAN: &[&str] = &[
    "新竹县",
    "苗栗县",
    "彰化县",
    "南投县",
    "云林县",
    "嘉义县",
    "屏东县",
    "宜兰县",
    "花莲县",
    "台东县",
    "澎湖县",
    "金门县",
    "连江县",
];
/// What may stand before one of them, folded, the longest first.
const TAIWAN: &[&str] = &["台湾省", "台湾"];
/// Letters of the longest name of a district or township of Taiwan.
const LONGEST_IN_TAIWAN: usize = 4;

/// A region at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leading {
    /// Its code where only one region can be meant, else its name as it stands there.
    pub region: String,
    /// Where what follows begins, in bytes.
    pub end: usize,
}

/// The longest region that a Chinese address begins with; `None` where it begins with none that is known.
pub fn leading(address: &str) -> Option<Leading> {
    let places: Vec<(usize, char)> = address.char_indices().collect();
    let letters: Vec<char> = places
        .iter()
        .map(|(_, letter)| match fold(letter.encode_utf8(&mut [0; 4])).chars().next() {
            Some(folded) => folded,
            None => *letter,
        })
        .collect();
    let text = Letters(&letters);
    let byte = |letter: usize| places.get(letter).map_or(address.len(), |(at, _)| *at);
    if let Some(end) = text.in_taiwan() {
        return Some(Leading { region: address[..byte(end)].to_owned(), end: byte(end) });
    }
    let found = text.chains(0, None);
    let end = found.iter().map(|(_, end)| *end).max()?;
    let mut meant = found.iter().filter(|(_, other)| *other == end).map(|(region, _)| region.code);
    let code = meant.next()?;
    let is_one = meant.all(|other| other == code);
    let region = if is_one { code } else { &address[..byte(end)] };
    Some(Leading { region: region.to_owned(), end: byte(end) })
}

/// The letters of an address, each folded.
struct Letters<'text>(&'text [char]);

impl Letters<'_> {
    /// The end of a name that stands at a place.
    fn after(&self, at: usize, name: &[char]) -> Option<usize> {
        self.0.get(at..)?.starts_with(name).then_some(at + name.len())
    }

    fn after_text(&self, at: usize, name: &str) -> Option<usize> {
        self.after(at, &name.chars().collect::<Vec<_>>())
    }

    /// The regions whose names stand one after the other from a place on, each in the one before: the last of each
    /// such row, and its end.
    fn chains(&self, at: usize, within: Option<Region>) -> Vec<(Region, usize)> {
        let at = if within.is_some() { self.behind_signs(at) } else { at };
        let begins = within.map_or("", |region| region.code.trim_end_matches("00"));
        let mut found = Vec::new();
        for names in NAMES.iter() {
            let code = names.region.code;
            if !code.starts_with(begins) || within.is_some_and(|within| within.code == code) {
                continue;
            }
            if let Some(end) = self.after(at, &names.whole) {
                found.push((names.region, end));
                found.extend(self.chains(end, Some(names.region)));
            } else if let Some(end) = names.alone.as_ref().and_then(|alone| self.after(at, alone)) {
                found.extend(self.chains(end, Some(names.region)));
            }
        }
        found
    }

    /// The end of a city or county of Taiwan with the district or township in it.
    fn in_taiwan(&self) -> Option<usize> {
        let start = TAIWAN.iter().find_map(|name| self.after_text(0, name)).unwrap_or(0);
        let start = self.behind_signs(start);
        let of = |list: &[&str], kinds: &'static [char]| {
            list.iter().find_map(|name| self.after_text(start, name)).map(|end| (end, kinds))
        };
        let (end, kinds) =
            of(CITIES_OF_TAIWAN, &['区']).or_else(|| of(COUNTIES_OF_TAIWAN, &['乡', '镇', '市']))?;
        let next = self.behind_signs(end);
        // A name has a letter before its kind: `市民大道` is no town.
        let inside = (next + 1..next + LONGEST_IN_TAIWAN)
            .find(|at| self.0.get(*at).is_some_and(|letter| kinds.contains(letter)));
        Some(inside.map_or(end, |at| at + 1))
    }

    fn behind_signs(&self, at: usize) -> usize {
        let is_sign = |letter: &&char| letter.is_whitespace() || matches!(letter, ',' | '，' | '、');
        at + self.0.iter().skip(at).take_while(is_sign).count()
    }
}
