//! Finding a region by what a person types of its name.

use std::sync::LazyLock;

use super::Region;
use crate::domain::text::fold::fold;
use crate::domain::text::pinyin;

/// A region as it is looked for.
struct Entry {
    region: Region,
    /// Its name, and its name and that of those it lies in by their sounds.
    own: Vec<String>,
    /// The names of those it lies in and its own, and their sounds, a space between.
    path: String,
}

/// Made when somebody looks for the first time.
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entry = |region: Region| {
        let path: Vec<String> = region.path().flat_map(|part| ways_to_type(part.simplified)).collect();
        Entry { region, own: ways_to_type(region.simplified), path: path.join(" ") }
    };
    Region::all().filter(|region| !region.is_filler()).map(entry).collect()
});

/// A name as written, in pinyin, and by its initials.
fn ways_to_type(name: &str) -> Vec<String> {
    let mut ways = vec![name.to_owned()];
    ways.extend(pinyin::spellings(name).into_iter().skip(1).take(2));
    ways
}

/// At most so many regions that are meant by words: each word stands in the name of the region or of one it lies
/// in, or is how one is typed in latin letters; digits begin its code. Those that begin with the last word come
/// first; without words the provinces.
pub fn matching(words: &str, most: usize) -> Vec<Region> {
    let folded = fold(words);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let Some(last) = words.last() else {
        return Region::all().filter(|region| region.is_province()).take(most).collect();
    };
    let is_meant = |entry: &&Entry| {
        let is_code = |word: &str| entry.region.code.starts_with(word);
        let is_named = |word: &str| {
            let mut ways = entry.path.split(' ');
            // A sound is typed from its beginning: `hangzhou` is not the end of `changzhou`.
            if word.is_ascii() { ways.any(|way| way.starts_with(word)) } else { entry.path.contains(word) }
        };
        words.iter().all(|word| is_code(word) || is_named(word))
    };
    let mut found: Vec<&Entry> = ENTRIES.iter().filter(is_meant).collect();
    found.sort_by_key(|entry| !entry.own.iter().any(|way| way.starts_with(last)));
    found.into_iter().take(most).map(|entry| entry.region).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_found_by_name_sound_initials_and_code() {
        for (typed, code) in [
            ("西湖区", "330106"),
            ("杭州 西湖", "330106"),
            ("hangzhou xihu", "330106"),
            ("HZ xh", "330106"),
            ("寧波", "330200"),
            ("330106", "330106"),
            ("nb", "330200"),
        ] {
            let found = matching(typed, 50);
            assert!(found.iter().any(|region| region.code == code), "{typed}: {found:?}");
        }
        assert_eq!(matching("杭州", 1)[0].code, "330100");
        assert!(matching("hangzhou", 50).iter().all(|region| region.code.starts_with("3301")));
        assert_eq!(matching("", 100).len(), 34);
        assert_eq!(matching("nowhere at all", 10), []);
    }
}
