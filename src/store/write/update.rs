//! Bringing a card up to date with what a file says of it. What the file does not say stays.

use rusqlite::params;

use crate::domain::choice::Choice;
use crate::domain::draft::{NewCard, NewEmail, NewPhone};
use crate::domain::field::key;
use crate::domain::id::CardId;
use crate::domain::reach::Place;
use crate::store::alike::block_of;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::import::NameSource;
use crate::store::journal::Act;
use crate::store::read;
use crate::store::record::RecordKind;
use crate::store::value;

/// The field that others write to as well: only what the same list wrote is replaced by it, else what was noted before
/// stays above.
const NOTE: &str = "note";

impl Door<'_> {
    /// Takes over what a row says of a card: single values replace, lists grow. The position is left: it
    /// changes by moves only. So is the party, which every row has whether its file says so or not.
    pub(in crate::store) fn update_card(
        &mut self,
        card: CardId,
        new: &NewCard,
        named: NameSource,
    ) -> Result<()> {
        let present = read::card(self.connection, card)?.ok_or(StoreError::NoSuchCard(card))?;
        let (name, company) = match named {
            NameSource::Name => (new.name.as_str(), new.company.as_str()),
            NameSource::Company if present.name != new.name => ("", new.name.as_str()),
            NameSource::Company | NameSource::StandIn => ("", new.company.as_str()),
        };
        let mut fields: Vec<(&str, Vec<String>)> = [
            ("name", name),
            ("code", new.code.as_str()),
            ("short_name", new.short_name.as_str()),
            ("company", company),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| (field, vec![value.to_owned()]))
        .collect();
        fields.extend(new.kind.map(|kind| ("kind", vec![kind.code().to_owned()])));
        fields.extend(new.channel.map(|channel| (key::CHANNEL, vec![channel.code().to_owned()])));
        fields.extend(new.introducer.map(|introducer| (key::INTRODUCER, vec![introducer.to_string()])));
        if !new.tags.is_empty() {
            fields.push((key::TAGS, joined(&present.tags, &new.tags)));
        }
        for (field, values) in new.values.iter().filter(|(_, values)| !values.is_empty()) {
            let known = present.values.get(field).map(Vec::as_slice).unwrap_or_default();
            let values = match field.as_str() {
                NOTE if self.is_noted_by_this_list_alone(card)? => vec![told_anew(known, values)],
                NOTE => vec![noted(known, values)],
                _ => values.clone(),
            };
            fields.push((field, values));
        }
        for (field, values) in fields {
            self.set_field(card, field, &values)?;
        }
        let known = |new: &NewPhone| present.phones.iter().any(|phone| new.is_told_by(&phone.number));
        for phone in new.phones.iter().filter(|phone| !known(phone)) {
            self.insert_phone(card, None, phone)?;
        }
        let known = |new: &NewEmail| present.emails.iter().any(|email| new.is_told_by(&email.address));
        for email in new.emails.iter().filter(|email| !known(email)) {
            self.insert_email(card, None, email)?;
        }
        let places: Vec<&Place> = present.addresses.iter().map(|address| &address.place).collect();
        for place in new.addresses.iter().filter(|place| !places.contains(place)) {
            self.insert_address(card, place)?;
        }
        for person in &new.people {
            self.put_person(card, person)?;
        }
        for detail in &new.details {
            self.put_detail(card, detail)?;
        }
        match &new.next_action {
            Some(next) => self.set_next(card, Some(next)),
            None => Ok(()),
        }
    }

    /// Puts lines below the note of a card, where it does not have them.
    pub(in crate::store) fn add_to_note(&mut self, card: CardId, lines: &str) -> Result<()> {
        let known = value::read(self.connection, card, NOTE)?;
        self.set_field(card, NOTE, &[noted(&known, &[lines.to_owned()])])
    }
}

impl Door<'_> {
    /// Whether nobody wrote to the note of a card but earlier imports of the file that is being imported, as its name
    /// tells. A row before in the same import is no earlier one.
    fn is_noted_by_this_list_alone(&self, card: CardId) -> Result<bool> {
        let sql = "WITH present AS (SELECT journal FROM batch WHERE id = ?3)
             SELECT NOT EXISTS (
               SELECT 1 FROM journal WHERE state <> 'undone' AND id IN (
                 SELECT journal FROM journal_value
                 WHERE record_kind = ?4 AND record = ?1 AND field = ?5
                 UNION ALL
                 SELECT journal FROM journal_alike_value
                 WHERE block = ?2 AND record_kind = ?4 AND record = ?1 AND field = ?5
                 UNION ALL
                 SELECT batch.journal FROM card JOIN batch ON batch.id = card.batch WHERE card.id = ?1)
               AND (act <> ?6 OR id IN present
                    OR subject NOT IN (SELECT subject FROM journal WHERE id IN present)))";
        let parameters =
            params![card.0, block_of(card), self.batch, RecordKind::Card.code(), NOTE, Act::Import.code()];
        Ok(self.connection.prepare_cached(sql)?.query_row(parameters, |row| row.get(0))?)
    }
}

fn joined(known: &[String], new: &[String]) -> Vec<String> {
    let mut all = known.to_vec();
    all.extend(new.iter().filter(|value| !known.contains(value)).cloned());
    all
}

/// The note as a list has it now. Lines that it has already are perhaps of several rows: those stay.
fn told_anew(known: &[String], new: &[String]) -> String {
    let (known, new) = (known.join("\n"), new.join("\n"));
    if has_lines(&known, &new) { known } else { new }
}

/// Whether whole lines of a text, one after the other, are those of another.
fn has_lines(text: &str, lines: &str) -> bool {
    let (text, lines): (Vec<&str>, Vec<&str>) = (text.lines().collect(), lines.lines().collect());
    lines.is_empty() || text.windows(lines.len()).any(|some| some == lines)
}

/// The note known, with what is new of the other below it.
fn noted(known: &[String], new: &[String]) -> String {
    let known = known.join("\n");
    let new = new.join("\n");
    if has_lines(&known, &new) {
        known
    } else if known.is_empty() {
        new
    } else {
        format!("{known}\n{new}")
    }
}
