//! Which column of a file gives which part of a card.

use std::collections::BTreeSet;

use super::error::{ExchangeError, Result};
use super::headers::{Part, empty_talk, folded, part_named, recognise};
use super::rejects;
use crate::domain::field::{self, OwnField, own_type};
use crate::domain::nearest::{near, nearest};

/// What is done with a column.
#[derive(Debug, Clone)]
pub enum Column {
    /// It is a part of the card that is known.
    Part(Part),
    /// It is a field of the user's own.
    Own(OwnField),
    /// It is left out: the user said so, or it says nothing of a customer.
    LeftOut,
}

/// The mapping of a file: one entry a column.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// Headers as they stand in the file.
    pub headers: Vec<String>,
    /// What is done with each column.
    pub columns: Vec<Column>,
    /// Fields of the user's own that do not exist yet.
    pub new_fields: Vec<OwnField>,
    /// Whether a row must have a name of its own, see [`asks_for_names`].
    pub asks_for_names: bool,
}

/// What the user says of single columns: header or column number from 1, and what it is.
///
/// What a column is may be said by a field's key, by any header that would be known by itself, by `-` for
/// "leave out", by the name of an own field, or by `own:NAME`, which makes one where there is none.
pub type Overrides = Vec<(String, String)>;

/// The word by which a column is left out.
const LEAVE_OUT: &str = "-";

/// Before the name of a field of the user's own.
const OWN: &str = "own:";

/// The header of a job title; beside it, a column `Title` is a form of address (Outlook).
const JOB_TITLE: &str = "job title";
const FORM_OF_ADDRESS: &str = "title";

impl Mapping {
    /// Maps the headers of a file. A column that is not known becomes an own field, so that nothing is lost.
    pub fn new(headers: &[String], own: &[OwnField], overrides: &Overrides) -> Result<Mapping> {
        let mut mapping = Mapping {
            headers: headers.to_vec(),
            columns: Vec::new(),
            new_fields: Vec::new(),
            asks_for_names: false,
        };
        let folds: Vec<String> = headers.iter().map(|header| folded(header)).collect();
        let names = apart(headers);
        let said = said_by_user(&names, overrides)?;
        let is_rejects_file = folds.starts_with(&rejects::HEADERS.map(str::to_owned));
        let job_title_there = folds.iter().any(|header| header == JOB_TITLE);
        let empty = empty_talk(&folds);
        let remarked = name_with_remark(headers, &said);
        for (index, (header, name)) in headers.iter().zip(&names).enumerate() {
            let column = match said[index] {
                Some(LEAVE_OUT) => Column::LeftOut,
                Some(word) => mapping.said(word, own)?,
                None if is_rejects_file && index < rejects::HEADERS.len() => Column::LeftOut,
                None if job_title_there && folds[index] == FORM_OF_ADDRESS => {
                    Column::Part(Part::FormOfAddress)
                }
                None if empty[index] && !has_own_field(own, name) => Column::LeftOut,
                None if folds[index].is_empty() => mapping.own(name, own),
                None if remarked == Some(index) => mapping.known_or_own(before_remark(header), name, own),
                None => mapping.known_or_own(header, name, own),
            };
            mapping.columns.push(column);
        }
        mapping.asks_for_names = asks_for_names(&mapping.columns);
        if mapping.gives_names() { Ok(mapping) } else { Err(ExchangeError::NoNameColumn(headers.to_vec())) }
    }

    /// Header and field key of every column, for reports; a column left out has `-`. Of columns with one header
    /// the second is `header (2)`.
    pub fn described(&self) -> Vec<(String, String)> {
        let key = |column: &Column| match column {
            Column::Part(part) => part.key(),
            Column::Own(field) => field.key.clone(),
            Column::LeftOut => LEAVE_OUT.to_owned(),
        };
        apart(&self.headers).into_iter().zip(self.columns.iter().map(key)).collect()
    }

    /// The user's own fields that columns give, those that do not exist yet among them.
    pub fn own_fields(&self) -> Vec<OwnField> {
        let own = self.columns.iter().filter_map(|column| match column {
            Column::Own(field) => Some(field.clone()),
            _ => None,
        });
        own.collect()
    }

    /// The names of those of the fields that do not exist yet which have one of these keys.
    pub fn named(&self, keys: &BTreeSet<String>) -> Vec<String> {
        let meant = self.new_fields.iter().filter(|field| keys.contains(&field.key));
        meant.map(|field| field.name.clone()).collect()
    }

    /// What the user says a column is. A word that nothing is known by is a slip of the fingers: a field of the
    /// user's own is asked for as `own:NAME`.
    fn said(&mut self, word: &str, own: &[OwnField]) -> Result<Column> {
        if let Some(name) = word.strip_prefix(OWN).map(str::trim).filter(|name| !name.is_empty()) {
            return Ok(self.own(name, own));
        }
        if own.iter().chain(&self.new_fields).any(|field| field.name == word || field.key == word) {
            return Ok(self.own(word, own));
        }
        recognise(word).or_else(|| part_named(word)).map(Column::Part).ok_or_else(|| {
            let keys = field::CATALOGUE.iter().map(|field| field.key);
            ExchangeError::NoSuchField { field: word.to_owned(), nearest: nearest(word, keys).to_owned() }
        })
    }

    fn known_or_own(&mut self, header: &str, name: &str, own: &[OwnField]) -> Column {
        // An own field of exactly this name was made for such a column before.
        if has_own_field(own, name) {
            return self.own(name, own);
        }
        recognise(header).map_or_else(|| self.own(name, own), Column::Part)
    }

    fn own(&mut self, name: &str, own: &[OwnField]) -> Column {
        if let Some(field) = own.iter().find(|field| field.name == name || field.key == name) {
            return Column::Own(field.clone());
        }
        let wanted = key_of(name);
        // A key that means something already would hide it, or be hidden by it, in a query.
        let free = |key: &String| {
            own_type::taken_by(key, &[]).is_none()
                && !self.new_fields.iter().chain(own).any(|field| field.key == *key)
        };
        let numbered = (2..).map(|number| format!("{wanted}_{number}"));
        let key = std::iter::once(wanted.clone()).chain(numbered).find(free);
        let key = key.unwrap_or(wanted);
        let field = OwnField::text(key, name.trim());
        self.new_fields.push(field.clone());
        Column::Own(field)
    }

    /// Whether a row of this file can have a name at all.
    fn gives_names(&self) -> bool {
        self.columns.iter().any(|column| match column {
            Column::Part(Part::Field(field)) => {
                matches!(field.key, "name" | "company" | "short_name" | "phones" | "emails" | "people")
            }
            Column::Part(part) => !matches!(
                part,
                Part::Address(..)
                    | Part::NextAction
                    | Part::Details(_)
                    | Part::FormOfAddress
                    | Part::PairLabel(..)
                    | Part::PairValue(..)
            ),
            Column::Own(_) | Column::LeftOut => false,
        })
    }
}

/// Whether rows give their names in a column of their own: then a row without one is no customer yet. In an address
/// book names come in parts, or not at all, and what else there is of an entry stands in.
fn asks_for_names(columns: &[Column]) -> bool {
    let is_in_parts = |column: &Column| {
        matches!(column, Column::Part(Part::GivenName | Part::MiddleName | Part::FamilyName))
    };
    let is_whole =
        |column: &Column| matches!(column, Column::Part(Part::Field(field)) if field.key == "name");
    columns.iter().any(is_whole) && !columns.iter().any(is_in_parts)
}

/// The column that gives the name, where none does by its header alone: one with a remark behind, `客户名称（全称）`.
/// Elsewhere a remark tells what a column is not: `姓名（拼音）`, `生日（农历）`.
fn name_with_remark(headers: &[String], said: &[Option<&str>]) -> Option<usize> {
    let names = |header: &str| match recognise(header) {
        Some(Part::GivenName | Part::MiddleName | Part::FamilyName) => true,
        Some(Part::Field(field)) => matches!(field.key, "name" | "company" | "short_name"),
        _ => false,
    };
    let named = |(header, said): (&String, &Option<&str>)| names(said.unwrap_or(header));
    if headers.iter().zip(said).any(named) {
        return None;
    }
    (0..headers.len()).find(|index| said[*index].is_none() && names(before_remark(&headers[*index])))
}

/// A header without what stands in brackets behind it.
fn before_remark(header: &str) -> &str {
    const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];
    let header = header.trim();
    let opening = BRACKETS.iter().find(|(_, closing)| header.ends_with(*closing));
    opening.and_then(|(opening, _)| header.find(*opening)).map_or(header, |start| header[..start].trim_end())
}

fn has_own_field(own: &[OwnField], name: &str) -> bool {
    own.iter().any(|field| field.name == name || field.key == name)
}

/// Headers by which columns are told apart: the second of one header is `header (2)`, one without is `column 5`.
fn apart(headers: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(headers.len());
    for (header, place) in headers.iter().zip(1..) {
        let header = if folded(header).is_empty() { format!("column {place}") } else { header.clone() };
        let is_taken = |name: &str| names.iter().any(|known| folded(known) == folded(name));
        let numbered = (2..).map(|number| format!("{} ({number})", header.trim()));
        let name = std::iter::once(header.clone()).chain(numbered).find(|name| !is_taken(name));
        names.push(name.unwrap_or_else(|| header.clone()));
    }
    names
}

/// What the user says of each column, by its header, its number, or a header of several with its place.
fn said_by_user<'said>(names: &[String], overrides: &'said Overrides) -> Result<Vec<Option<&'said str>>> {
    let mut said = vec![None; names.len()];
    for (column, what) in overrides {
        let by_header = names.iter().position(|name| folded(name) == folded(column));
        let by_number = || column.parse().ok().and_then(|number: usize| number.checked_sub(1));
        let index = by_header.or_else(by_number).filter(|index| *index < names.len());
        let index = index.ok_or_else(|| ExchangeError::NoSuchColumn {
            column: column.clone(),
            nearest: near(column, names.iter().map(String::as_str)).map(str::to_owned),
        })?;
        said[index] = Some(what.as_str());
    }
    Ok(said)
}

/// A field key made from a header.
fn key_of(header: &str) -> String {
    let slug = own_type::slug(header);
    if slug.is_empty() { "column".to_owned() } else { slug }
}

/// Reads `--map`: `column=field` items, separated by commas or, in a file, one a line; `#` begins a comment line.
pub fn overrides(text: &str) -> Result<Overrides> {
    let mut columns = BTreeSet::new();
    let mut overrides = Overrides::new();
    let items = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    for item in items.flat_map(|line| line.split(',')).map(str::trim).filter(|item| !item.is_empty()) {
        let (column, what) = item
            .rsplit_once('=')
            .map(|(column, what)| (column.trim(), what.trim()))
            .filter(|(column, what)| !column.is_empty() && !what.is_empty())
            .ok_or_else(|| ExchangeError::BadMapping(item.to_owned()))?;
        if !columns.insert(folded(column)) {
            return Err(ExchangeError::BadMapping(item.to_owned()));
        }
        overrides.push((column.to_owned(), what.to_owned()));
    }
    Ok(overrides)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(headers: &[&str], own: &[OwnField], said: &str) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let mapping = Mapping::new(&headers, own, &overrides(said).unwrap()).unwrap();
        mapping.described().into_iter().map(|(_, key)| key).collect()
    }

    #[test]
    fn a_remark_behind_the_header_of_the_name_does_no_harm_and_elsewhere_stands_for_itself() {
        for (headers, keys) in [
            (&["客户名称（全称）", "手机"][..], &["name", "phones.mobile"][..]),
            (&["No.", "Customer (full name) ", "Phone [work]"], &["code", "name", "phone_work"]),
            (&["姓名", "姓名（拼音）"], &["name", "姓名_拼音"]),
            (&["公司", "姓名（拼音）"], &["company", "姓名_拼音"]),
        ] {
            assert_eq!(mapped(headers, &[], ""), keys, "{headers:?}");
        }
        assert_eq!(mapped(&["Name (pinyin)", "Who"], &[], "Who=name"), ["name_pinyin", "name"]);
    }

    #[test]
    fn unknown_columns_become_own_fields_with_keys_of_their_own() {
        assert_eq!(
            mapped(&["Name", "宠物", "Favourite colour!", "favourite colour", "", "position"], &[], ""),
            ["name", "宠物", "favourite_colour", "favourite_colour_2", "column_5", "position"],
        );
        // What a word of a query, a column of a list or a group of details is called by stays theirs.
        assert_eq!(
            mapped(&["Name", "Gift", "silent", "MAN"], &[], ""),
            ["name", "gift_2", "silent_2", "man_2"]
        );
    }

    #[test]
    fn columns_of_one_header_are_told_apart() {
        let headers = ["Name", "Pet", "name", "pet", "pet (2)", "", ""].map(str::to_owned);
        let mapping = Mapping::new(&headers, &[], &overrides("pet (2)=tags, name (2)=short_name").unwrap());
        let told = mapping.unwrap().described();
        let told: Vec<(&str, &str)> = told.iter().map(|(name, key)| (name.as_str(), key.as_str())).collect();
        assert_eq!(
            told,
            [
                ("Name", "name"),
                ("Pet", "pet"),
                ("name (2)", "short_name"),
                ("pet (2)", "tags"),
                ("pet (2) (2)", "pet_2_2"),
                ("column 6", "column_6"),
                ("column 7", "column_7"),
            ]
        );
    }

    #[test]
    fn an_own_field_is_found_again_by_name_or_key() {
        let own = [OwnField::text("colour", "Favourite colour")];
        assert_eq!(mapped(&["Name", "Favourite colour"], &own, ""), ["name", "colour"]);
        assert_eq!(mapped(&["Name", "colour"], &own, ""), ["name", "colour"]);
    }

    #[test]
    fn a_title_beside_a_job_title_is_a_form_of_address() {
        assert_eq!(mapped(&["Name", "Title"], &[], ""), ["name", "title"]);
        assert_eq!(mapped(&["Name", "Title", "Job Title"], &[], ""), ["name", "name.prefix", "title"]);
    }

    #[test]
    fn what_says_nothing_of_a_customer_is_left_out_where_the_program_is_known() {
        let outlook =
            ["First Name", "E-mail Address", "E-mail Type", "E-mail 2 Display Name", "Priority", "Private"];
        let sensitive = [&outlook[..], &["Sensitivity"]].concat();
        assert_eq!(mapped(&sensitive, &[], ""), ["name.given", "emails", "-", "-", "-", "-", "-"]);
        // In a list of one's own a priority says something, and what the user says of a column counts.
        assert_eq!(mapped(&["Name", "Priority", "Initials"], &[], ""), ["name", "priority", "initials"]);
        assert_eq!(mapped(&["Name", "Priority", "Sensitivity"], &[], "Priority=tags"), ["name", "tags", "-"]);
    }

    #[test]
    fn a_label_of_a_pair_of_columns_names_the_value_beside_it() {
        let columns =
            ["Name", "Event 1 - Label", "Event 1 - Value", "Custom Field 2 - Type", "Website 1 - Label"];
        assert_eq!(mapped(&columns, &[], ""), ["name", "note", "note", "note", "-"]);
    }

    #[test]
    fn the_user_has_the_last_word() {
        assert_eq!(
            mapped(&["A", "B", "C", "D"], &[], "a=name, B=-, 3=手机, D=own:My field"),
            ["name", "-", "phones.mobile", "my_field"],
        );
    }

    #[test]
    fn a_wrong_mapping_is_named() {
        let headers = ["Name".to_owned()];
        let error = Mapping::new(&headers, &[], &vec![("Nome".into(), "name".into())]).err();
        assert!(matches!(error, Some(ExchangeError::NoSuchColumn { column, nearest })
            if column == "Nome" && nearest.as_deref() == Some("Name")));
        assert!(matches!(overrides("name"), Err(ExchangeError::BadMapping(item)) if item == "name"));
        assert!(matches!(overrides("a=name,a=code"), Err(ExchangeError::BadMapping(_))));
        let nameless = Mapping::new(&["Colour".to_owned(), "City".to_owned()], &[], &Overrides::new());
        assert!(matches!(nameless, Err(ExchangeError::NoNameColumn(_))));
    }
}
