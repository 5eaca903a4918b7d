//! The names of all regions that have a code of GB/T 2260, found in their table without reading it first.

use super::{CODE_DIGITS, Province};
use crate::domain::choice::Choice;
use crate::domain::language::{Language, Written};
use crate::domain::text::pinyin;
use crate::domain::text::rows::row_in;

/// One region a line, by rising code; `#` begins a comment.
const TABLE: &str = include_str!("../../../../assets/text/regions.txt");

/// Between the parts of a line.
const GAP: char = ' ';

/// Digits that name a province, and a prefecture of it.
const LEVELS: [usize; 3] = [2, 4, CODE_DIGITS];

/// Entries that stand for a level only: the districts of a municipality, the counties right below a province.
const FILLERS: [&str; 4] = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];

/// What the names of regions end with that says of which kind they are, the longest first.
const KINDS: [&str; 12] =
    ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "林区", "矿区", "地区", "省", "市", "区", "县"];

/// A region with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its six digits.
    pub code: &'static str,
    /// Its name in simplified characters.
    pub simplified: &'static str,
    /// Its name in traditional characters.
    pub traditional: &'static str,
}

impl Region {
    fn of_line(line: &'static str) -> Option<Region> {
        let mut parts = line.split(GAP);
        let (code, simplified) = (parts.next()?, parts.next()?);
        Some(Region { code, simplified, traditional: parts.next().unwrap_or(simplified) })
    }

    /// The region with a code.
    pub fn with_code(code: &str) -> Option<Region> {
        if code.len() != CODE_DIGITS {
            return None;
        }
        // Comments stand before all codes, and `#` before all digits.
        row_in(TABLE, |line| line.get(..CODE_DIGITS).unwrap_or(line).cmp(code)).and_then(Region::of_line)
    }

    /// All regions, by code.
    pub fn all() -> impl Iterator<Item = Region> {
        TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(Region::of_line)
    }

    /// The region and those it lies in, the largest first, without those that stand for a level only.
    pub fn path(self) -> impl Iterator<Item = Region> {
        let above = LEVELS.into_iter().filter_map(move |digits| {
            let code = format!("{}{}", &self.code[..digits], &"000000"[digits..]);
            Region::with_code(&code)
        });
        let mut last = "";
        above.filter(move |region| {
            let is_new = region.code != last;
            last = region.code;
            is_new && (!region.is_filler() || region.code == self.code)
        })
    }

    /// Its name without what says of which kind it is.
    pub(super) fn stem(self) -> &'static str {
        stem(self.simplified)
    }

    /// Whether it is a province.
    pub fn is_province(self) -> bool {
        self.code.ends_with("0000")
    }

    /// Whether it stands for a level only.
    pub fn is_filler(self) -> bool {
        FILLERS.contains(&self.simplified)
    }

    /// Its name alone: in English, by its sound, without what says of which kind it is.
    pub fn name(self, language: Language) -> String {
        match language.reads() {
            Written::Simplified => self.simplified.to_owned(),
            Written::Traditional => self.traditional.to_owned(),
            Written::English => match Province::from_code(&self.code[..LEVELS[0]]) {
                Some(province) if self.is_province() => province.name(language).to_owned(),
                _ => by_sound(self.simplified),
            },
        }
    }

    /// Its name with those of the regions it lies in: `浙江省 杭州市 西湖区`, `Xihu, Hangzhou, Zhejiang`.
    pub fn full_name(self, language: Language) -> String {
        let names: Vec<String> = self.path().map(|region| region.name(language)).collect();
        match language.reads() {
            Written::English => names.into_iter().rev().collect::<Vec<_>>().join(", "),
            Written::Simplified | Written::Traditional => names.join(" "),
        }
    }
}

/// A name without what says of which kind it is: `西湖区` is `西湖`.
fn stem(name: &str) -> &str {
    let stems =
        KINDS.iter().find_map(|kind| name.strip_suffix(kind).filter(|stem| stem.chars().nth(1).is_some()));
    stems.unwrap_or(name)
}

/// A name in latin letters: `西湖区` is `Xihu`.
fn by_sound(name: &str) -> String {
    let joined = pinyin::spellings(stem(name)).into_iter().nth(1).unwrap_or_default();
    let mut letters = joined.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_found_by_its_code_and_stands_in_its_province() {
        let mut last = "";
        for region in Region::all() {
            assert!(last < region.code, "{}", region.code);
            last = region.code;
            assert_eq!(Region::with_code(region.code), Some(region));
            assert!(Province::from_code(&region.code[..2]).is_some(), "{}", region.code);
            assert!(!region.name(Language::English).is_empty());
        }
        for province in Province::ALL {
            let code = format!("{}0000", province.code());
            assert!(Region::with_code(&code).is_some(), "{code}");
        }
        for code in ["", "33", "330199", "000000", "999999", "33010六", "#Admin"] {
            assert_eq!(Region::with_code(code), None, "{code}");
        }
    }

    #[test]
    fn a_region_is_named_with_those_it_lies_in() {
        for (code, english, simplified, traditional) in [
            ("330106", "Xihu, Hangzhou, Zhejiang", "浙江省 杭州市 西湖区", "浙江省 杭州市 西湖區"),
            ("330100", "Hangzhou, Zhejiang", "浙江省 杭州市", "浙江省 杭州市"),
            ("330000", "Zhejiang", "浙江省", "浙江省"),
            ("110101", "Dongcheng, Beijing", "北京市 东城区", "北京市 東城區"),
            ("429004", "Xiantao, Hubei", "湖北省 仙桃市", "湖北省 仙桃市"),
            ("330113", "Linping, Hangzhou, Zhejiang", "浙江省 杭州市 临平区", "浙江省 杭州市 臨平區"),
            ("350200", "Xiamen, Fujian", "福建省 厦门市", "福建省 廈門市"),
            ("710000", "Taiwan", "台湾省", "臺灣省"),
        ] {
            let region = Region::with_code(code).unwrap();
            let languages = [Language::English, Language::Simplified, Language::Traditional];
            assert_eq!(
                languages.map(|language| region.full_name(language)),
                [english, simplified, traditional]
            );
        }
    }
}
