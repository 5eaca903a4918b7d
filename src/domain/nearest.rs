//! The known word a mistyped one probably means.

/// The candidate with the fewest letters to change; the first one when several are as near.
/// Upper and lower case count as the same.
pub fn nearest<'list>(word: &str, candidates: impl IntoIterator<Item = &'list str>) -> &'list str {
    candidates.into_iter().min_by_key(|candidate| distance(word, candidate)).unwrap_or_default()
}

/// The nearest candidate, unless nothing is near: more than a third of the word would have to change.
pub fn near<'list>(word: &str, candidates: impl IntoIterator<Item = &'list str>) -> Option<&'list str> {
    let found = nearest(word, candidates);
    (distance(word, found) * 3 <= word.chars().count().max(3))
        .then_some(found)
        .filter(|found| !found.is_empty())
}

/// Letters to insert, drop, change or swap with their neighbour until one word is the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().flat_map(char::to_lowercase).collect();
    let one: Vec<char> = one.chars().take(LONGEST_WORD).flat_map(char::to_lowercase).collect();
    let mut rows = vec![(0..=other.len()).collect::<Vec<_>>()];
    for (i, letter) in one.iter().enumerate() {
        let above = &rows[i];
        let mut row = vec![i + 1];
        for (j, known) in other.iter().enumerate() {
            let changed = above[j] + usize::from(letter != known);
            let mut least = changed.min(above[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && one[i - 1] == *known && other[j - 1] == *letter;
            if swapped {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

/// Words are compared by their first letters only, so that a long text in the wrong place costs nothing.
const LONGEST_WORD: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_seen_through() {
        let fields = ["name", "company", "position", "channel", "tags"];
        for (typed, meant) in [
            ("nmae", "name"),
            ("compny", "company"),
            ("postion", "position"),
            ("Chanel", "channel"),
            ("tag", "tags"),
        ] {
            assert_eq!(nearest(typed, fields), meant);
        }
    }

    #[test]
    fn letters_are_counted() {
        for (one, other, expected) in [
            ("", "", 0),
            ("abc", "", 3),
            ("", "abc", 3),
            ("abc", "acb", 1),
            ("客户", "客人", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }
}
