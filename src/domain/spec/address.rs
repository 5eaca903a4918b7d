//! A postal address, as an argument says it.

use chrono::NaiveDate;

use super::{Result, SpecError, choice, day, split_pair};
use crate::domain::address_part::AddressPart;
use crate::domain::choice::Choice;
use crate::domain::nearest::nearest;
use crate::domain::reach::{AddressKind, Place};
use crate::domain::text::fold::fold;

/// `kind=office;region=…;street=…;post_code=…;zone=…;order=4;minutes=25;from=DATE;to=DATE;note=…`; what is not
/// named is empty, the kind office. A part without a name is the street. Parts may be named in any language:
/// `用途=办公;片区=西区`.
pub fn address(text: &str, as_of: NaiveDate) -> Result<Place> {
    let mut place = Place::empty(AddressKind::Office);
    let mut is_empty = true;
    for part in text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        is_empty = false;
        let (key, value) = match split_pair(part) {
            Some(pair) => pair,
            None if place.street.is_empty() => (AddressPart::Street.code(), part),
            None => return Err(SpecError::NoAssignment { text: part.to_owned() }),
        };
        match part_named(key)? {
            AddressPart::Kind => place.kind = choice("kind", value)?,
            AddressPart::Region => place.region = value.to_owned(),
            AddressPart::Street => place.street = value.to_owned(),
            AddressPart::PostCode => place.post_code = value.to_owned(),
            AddressPart::Zone => place.zone = value.to_owned(),
            AddressPart::Note => place.access = value.to_owned(),
            AddressPart::Minutes => place.minutes = Some(whole("minutes", value)?),
            // Taken back as it was written: what says nothing.
            AddressPart::From | AddressPart::To | AddressPart::Order if value.is_empty() => {}
            AddressPart::From => place.from = Some(day("from", value, as_of)?),
            AddressPart::To => place.to = Some(day("to", value, as_of)?),
            AddressPart::Order => place.order = Some(whole("order", value)?),
        }
    }
    match (place.from, place.to) {
        _ if is_empty => Err(SpecError::Empty { part: "address" }),
        (Some(from), Some(to)) if to < from => Err(SpecError::EndBeforeStart { from, to }),
        _ => Ok(place),
    }
}

/// Several addresses in one line. A comma belongs to the street, unless the next address begins behind it: by
/// its kind.
pub fn addresses(text: &str, as_of: NaiveDate) -> Result<Vec<Place>> {
    let begins =
        |rest: &str| split_pair(rest.split([';', '；']).next().unwrap_or_default()).is_some_and(is_kind);
    let mut starts = vec![0];
    starts.extend(
        text.match_indices([',', '，']).map(|(at, comma)| at + comma.len()).filter(|at| begins(&text[*at..])),
    );
    starts.push(text.len());
    let pieces = starts.windows(2).map(|ends| text[ends[0]..ends[1]].trim().trim_end_matches([',', '，']));
    pieces.filter(|piece| !piece.is_empty()).map(|piece| address(piece, as_of)).collect()
}

fn is_kind((key, _): (&str, &str)) -> bool {
    AddressPart::from_word(key) == Some(AddressPart::Kind)
}

fn part_named(word: &str) -> Result<AddressPart> {
    AddressPart::from_word(word).ok_or_else(|| SpecError::UnknownPart {
        part: word.to_owned(),
        nearest: nearest(word, AddressPart::ALL.iter().map(|part| part.code())),
    })
}

fn whole(part: &'static str, value: &str) -> Result<i64> {
    let number = fold(value).parse::<u32>();
    number.map(i64::from).map_err(|_| SpecError::WrongNumber { part, value: value.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Place> {
        address(text, "2026-11-18".parse().unwrap())
    }

    #[test]
    fn an_address_is_parts() {
        let text = "kind=plant;region=浙江;street=1 Main St;post_code=310000;zone=西区;order=4;minutes=25;\
                    from=2026-01-01;to=2026-12-31;note=gate 2, ask for Zhou";
        let place = read(text).unwrap();
        assert_eq!((place.kind, place.order, place.minutes), (AddressKind::Plant, Some(4), Some(25)));
        assert_eq!(
            [&place.region, &place.street, &place.post_code, &place.zone, &place.access],
            ["浙江", "1 Main St", "310000", "西区", "gate 2, ask for Zhou"]
        );
        assert_eq!(
            (place.from, place.to),
            (Some("2026-01-01".parse().unwrap()), Some("2026-12-31".parse().unwrap()))
        );
        let parts: Vec<String> = place.parts().iter().map(|(key, text)| format!("{key}={text}")).collect();
        assert_eq!(parts.join(";"), text);
        assert_eq!(read("北京路 1 号").unwrap().street, "北京路 1 号");
    }

    #[test]
    fn parts_are_named_in_any_language() {
        let place =
            read("用途=工厂；街道门牌=工业路 4 号；片区=西区；片区内顺序=4；停车、进门=二号门").unwrap();
        assert_eq!((place.kind, place.order), (AddressKind::Plant, Some(4)));
        assert_eq!([&place.street, &place.zone, &place.access], ["工业路 4 号", "西区", "二号门"]);
        assert_eq!(read("責任區=西區").unwrap().zone, "西區");
    }

    #[test]
    fn a_comma_is_part_of_a_street_unless_a_kind_follows() {
        let streets = |text: &str| -> Vec<String> {
            addresses(text, "2026-11-18".parse().unwrap())
                .unwrap()
                .into_iter()
                .map(|place| place.street)
                .collect()
        };
        for (text, expected) in [
            ("Unit 4, Harbour Road, Leith", &["Unit 4, Harbour Road, Leith"][..]),
            ("kind=office;street=和平东路 100 号，3 楼", &["和平东路 100 号，3 楼"]),
            (
                "kind=office;street=1 High St, Leith, kind=plant;street=2 Quay",
                &["1 High St, Leith", "2 Quay"],
            ),
            ("1 High St， kind=plant；street=2 Quay,", &["1 High St", "2 Quay"]),
            (" , ", &[]),
        ] {
            assert_eq!(streets(text), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(read(" ; "), Err(SpecError::Empty { part: "address" }));
        let number = SpecError::WrongNumber { part: "order", value: "first".into() };
        assert_eq!(read("order=first"), Err(number));
        assert!(matches!(read("from=2026-02-01;to=2026-01-01"), Err(SpecError::EndBeforeStart { .. })));
        assert!(matches!(read("to=2026-02-30"), Err(SpecError::WrongDay { part: "to", .. })));
    }
}
