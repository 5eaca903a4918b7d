//! Postal addresses out of the columns and cells of a row.

use std::collections::BTreeMap;

use super::cell::{ENTRY_JOINT, entries, escaped, parts, unescaped};
use super::headers::{AddressColumns, AddressPart};
use super::reaches::kind_of_label;
use super::script::has_chinese;
use crate::domain::choice::Choice;
use crate::domain::reach::{Address, AddressKind, Place};

/// The addresses of a row, as far as they have been read.
#[derive(Debug, Default)]
pub struct Places {
    /// Boxed: a map keeps room for several in one piece, and most rows have one or none.
    columns: BTreeMap<AddressColumns, Box<Lines>>,
    whole: Vec<Place>,
}

#[derive(Debug, Default)]
struct Lines {
    label: String,
    street: Vec<String>,
    city: String,
    district: String,
    region: String,
    province: String,
    country: String,
    post_code: String,
    whole: String,
    zone: String,
}

impl Places {
    /// One line of the address that these columns make up.
    pub fn line(&mut self, columns: AddressColumns, part: AddressPart, cell: &str) {
        let lines = self.columns.entry(columns).or_default();
        let cell = cell.to_owned();
        match part {
            AddressPart::Label => lines.label = cell,
            AddressPart::Street | AddressPart::PostBox => lines.street.push(cell),
            AddressPart::City => lines.city = cell,
            AddressPart::Province => lines.province = cell,
            AddressPart::PostCode => lines.post_code = cell,
            AddressPart::Country => lines.country = cell,
            AddressPart::District => lines.district = cell,
            AddressPart::Region => lines.region = cell,
            AddressPart::Whole => lines.whole = cell,
            AddressPart::Zone => lines.zone = cell,
        }
    }

    /// A cell with whole addresses: `kind=office;region=…;street=…` as fieldcard writes them, or a street,
    /// which belongs to the town and post code of the same row.
    pub fn cell(&mut self, cell: &str) {
        for entry in entries(cell) {
            match place(entry) {
                Some(place) => self.whole.push(place),
                None => self.line(AddressColumns::Plain, AddressPart::Street, &unescaped(entry)),
            }
        }
    }

    /// All addresses, columns first.
    pub fn read(self) -> Vec<Place> {
        let of_columns = self.columns.into_iter().filter_map(|(columns, lines)| lines.read(columns));
        of_columns.chain(self.whole).collect()
    }
}

impl Lines {
    fn read(self, columns: AddressColumns) -> Option<Place> {
        let kind = match columns {
            AddressColumns::Of(kind) => kind,
            AddressColumns::Plain => AddressKind::Office,
            AddressColumns::Numbered(_) => kind_of_label(&self.label).unwrap_or(AddressKind::Other),
        };
        let regions = [&self.country, &self.province, &self.region, &self.city, &self.district];
        let told = |text: &str| !text.is_empty() && (self.region == text || !self.region.contains(text));
        let mut regions: Vec<&str> =
            regions.iter().map(|text| text.as_str()).filter(|text| told(text)).collect();
        // A town that is its own province is named once.
        regions.dedup();
        let chinese = regions.iter().any(|text| has_chinese(text));
        let region =
            if chinese { regions.concat() } else { regions.into_iter().rev().collect::<Vec<_>>().join(", ") };
        let street = self.street.join(if has_chinese(&self.street.concat()) { "" } else { ", " });
        let nothing = region.is_empty() && street.is_empty();
        let street = if nothing { self.whole } else { street };
        let place =
            Place { region, street, post_code: self.post_code, zone: self.zone, ..Place::empty(kind) };
        let empty =
            [&place.region, &place.street, &place.post_code, &place.zone].iter().all(|text| text.is_empty());
        (!empty).then_some(place)
    }
}

/// Reads an address in fieldcard's own form; `None` when it is a plain street.
fn place(entry: &str) -> Option<Place> {
    let mut place = Place::empty(AddressKind::Office);
    for part in parts(entry, |sign| sign == ';') {
        let (key, value) = part.split_once('=')?;
        let value = value.trim();
        match key.trim() {
            "kind" => place.kind = AddressKind::from_word(value)?,
            "region" => place.region = unescaped(value),
            "street" => place.street = unescaped(value),
            "post_code" => place.post_code = unescaped(value),
            "zone" => place.zone = unescaped(value),
            "order" => place.order = Some(value.parse().ok()?),
            "minutes" => place.minutes = Some(value.parse().ok()?),
            "from" => place.from = Some(value.parse().ok()?),
            "to" => place.to = Some(value.parse().ok()?),
            "note" => place.access = unescaped(value),
            _ => return None,
        }
    }
    Some(place)
}

/// The cell for these addresses.
pub fn written(addresses: &[Address]) -> String {
    addresses.iter().map(|address| entry(&address.place)).collect::<Vec<_>>().join(ENTRY_JOINT)
}

fn entry(place: &Place) -> String {
    let parts = place.parts();
    parts.iter().map(|(key, text)| format!("{key}={}", escaped(text))).collect::<Vec<_>>().join(";")
}
