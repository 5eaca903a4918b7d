//! The town behind a street in the West, as far as it is certain.

use super::kinds_of_words::{is_house, is_street};

/// Digits of a post code before or behind a town.
const POST_CODE_DIGITS: [usize; 2] = [4, 5];
/// Words of the longest name of a town that is believed without a post code.
const LONGEST_TOWN: usize = 3;

/// An address in the West, in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Western {
    /// The town, and what stands behind it: the state, the country.
    pub town: String,
    /// Street and house.
    pub street: String,
    /// The post code, where there is one.
    pub post_code: String,
}

/// Parts an address in which a town follows the street: `48 Quay Street, Bristol BS1 4DJ`. `None` where it is not
/// certain that a town is there.
pub(super) fn parted(address: &str) -> Option<Western> {
    let pieces: Vec<&str> =
        address.split([',', '\n']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let (first, behind) = pieces.split_first()?;
    if !first.contains(is_digit) || !first.split_whitespace().any(is_street) {
        return None;
    }
    let coded = behind.iter().enumerate().find_map(|(at, piece)| Some((at, with_post_code(piece)?)));
    // The post code may be known already, and what is left is certain only when it is the last piece.
    let last = || {
        behind.iter().enumerate().next_back().map(|(at, piece)| (at, ((*piece).to_owned(), String::new())))
    };
    let (to, (named, post_code)) = coded.or_else(|| last().filter(|(_, (town, _))| is_town(town)))?;
    // `Springfield, IL 62704`: the town stands before its state.
    let from = if is_state(&named) && to > 0 && is_town(behind[to - 1]) { to - 1 } else { to };
    let further = &behind[to + 1..];
    further.iter().all(|piece| is_town(piece)).then(|| Western {
        town: [&behind[from..to], &[named.as_str()], further].concat().join(", "),
        street: [&[*first], &behind[..from]].concat().join(", "),
        post_code,
    })
}

/// The name of a town and the post code behind or before it: `Bristol BS1 4DJ`, `20095 Hamburg`.
fn with_post_code(piece: &str) -> Option<(String, String)> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let is_number = |word: &str| POST_CODE_DIGITS.contains(&word.len()) && word.chars().all(is_digit);
    let (town, code) = match words.as_slice() {
        [town @ .., outward, inward] if is_british(outward, inward) => (town, format!("{outward} {inward}")),
        [town @ .., code] if is_number(code) => (town, (*code).to_owned()),
        [code, town @ ..] if is_number(code) => (town, (*code).to_owned()),
        _ => return None,
    };
    let town = town.join(" ");
    is_town(&town).then_some((town, code))
}

/// Whether two words are a British post code: `BS1 4DJ`.
fn is_british(outward: &str, inward: &str) -> bool {
    let is_large = |letter: &u8| letter.is_ascii_uppercase();
    let area = outward.bytes().take_while(|letter| is_large(letter)).count();
    let district = &outward.as_bytes()[area..];
    let is_outward = (1..=2).contains(&area)
        && matches!(district, [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9' | b'A'..=b'Z']);
    is_outward && matches!(inward.as_bytes(), [b'0'..=b'9', one, other] if is_large(one) && is_large(other))
}

/// Whether a word is the mark of a state: `IL`.
fn is_state(word: &str) -> bool {
    matches!(word.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z'])
}

/// Whether words can only be a place: a few of letters, written large, none of which is a part of a house.
fn is_town(piece: &str) -> bool {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let is_plain = |word: &&str| word.chars().all(|letter| letter.is_alphabetic() || "-'.".contains(letter));
    (1..=LONGEST_TOWN).contains(&words.len())
        && words.iter().all(is_plain)
        && words.iter().all(|word| !is_street(word) && !is_house(word))
        && piece.starts_with(char::is_uppercase)
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}
