//! A postal address, as an argument says it.

use super::{Result, SpecError, choice, known, split_pair};
use crate::domain::reach::{AddressKind, Place};
use crate::domain::text::fold::fold;

const PARTS: [&str; 7] = ["kind", "region", "street", "post_code", "zone", "order", "minutes"];

/// `kind=office;region=…;street=…;post_code=…;zone=…;order=4;minutes=25`; what is not named is empty, the kind office.
/// A part without a name is the street.
pub fn address(text: &str) -> Result<Place> {
    let mut place = Place::empty(AddressKind::Office);
    let mut is_empty = true;
    for part in text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        is_empty = false;
        let (key, value) = match split_pair(part) {
            Some(pair) => pair,
            None if place.street.is_empty() => ("street", part),
            None => return Err(SpecError::NoAssignment { text: part.to_owned() }),
        };
        match known(key, &PARTS)? {
            "kind" => place.kind = choice("kind", value)?,
            "region" => place.region = value.to_owned(),
            "street" => place.street = value.to_owned(),
            "post_code" => place.post_code = value.to_owned(),
            "zone" => place.zone = value.to_owned(),
            "minutes" => place.minutes = Some(whole("minutes", value)?),
            _ => place.order = Some(whole("order", value)?),
        }
    }
    if is_empty { Err(SpecError::Empty { part: "address" }) } else { Ok(place) }
}

fn whole(part: &'static str, value: &str) -> Result<i64> {
    let number = fold(value).parse::<u32>();
    number.map(i64::from).map_err(|_| SpecError::WrongNumber { part, value: value.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_parts() {
        let place =
            address("kind=plant;region=浙江;street=1 Main St;post_code=310000;zone=西区;order=4").unwrap();
        assert_eq!((place.kind, place.order), (AddressKind::Plant, Some(4)));
        assert_eq!(
            [&place.region, &place.street, &place.post_code, &place.zone],
            ["浙江", "1 Main St", "310000", "西区"]
        );
        assert_eq!(address("北京路 1 号").unwrap().street, "北京路 1 号");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(address(" ; "), Err(SpecError::Empty { part: "address" }));
        let number = SpecError::WrongNumber { part: "order", value: "first".into() };
        assert_eq!(address("order=first"), Err(number));
    }
}
