//! Editing a row of an opened card: a picker for closed lists, a line for everything else.

use crate::domain::choice::Choice;
use crate::domain::detail::GROUPS;
use crate::domain::field::gaps::{self, Gap};
use crate::domain::field::own_type;
use crate::domain::field::survey::Fact;
use crate::domain::field::{CardField, CardView, Editing, FieldType};
use crate::domain::id::{CardId, PersonId};
use crate::domain::man::assertion::Letter;
use crate::tui::app::{App, Tab};
use crate::tui::fields::{self, FieldRange, FieldRow, Section};
use crate::tui::layer::{Choosing, Item, Layer, Offered, Pick, Picker, Purpose, Tick};

impl App {
    /// The rows of the card under the cursor, with what stands above them.
    pub(in crate::tui) fn field_sections(&self) -> Vec<Section> {
        let shown = self.current();
        shown
            .map(|shown| {
                fields::sections(shown, &self.known.own, self.field_range, &self.setting.policies.privacy)
            })
            .unwrap_or_default()
    }

    /// The rows of the card under the cursor.
    pub(in crate::tui) fn field_rows(&self) -> Vec<FieldRow> {
        self.field_sections().into_iter().flat_map(|section| section.rows).collect()
    }

    /// Goes where a fact of the card is recorded.
    fn edit_fact(&mut self, fact: Fact) {
        match fact {
            Fact::Money => self.choose_answer(Letter::Money),
            Fact::Authority => self.choose_answer(Letter::Authority),
            Fact::Need => self.choose_answer(Letter::Need),
            Fact::Advice => self.open_brief(),
            Fact::LastContact => self.opened = Some(Tab::Contacts),
            Fact::NextAction => self.open_next(),
            Fact::Credit => self.opened = Some(Tab::Credit),
            Fact::Left => self.open_positions(),
        }
    }

    pub(super) fn edit_row(&mut self) {
        let Some(shown) = self.current() else { return };
        let card = &shown.card;
        let id = card.id;
        match self.field_rows().into_iter().nth(self.cursors.field) {
            Some(FieldRow::Fact(fact)) => self.edit_fact(fact),
            Some(FieldRow::Field(field)) if field.editing() == Editing::ByCommand => self.open_positions(),
            Some(FieldRow::Field(field)) => match field.kind() {
                FieldType::Choice(_) | FieldType::OwnChoice => self.open_codes(id, field),
                FieldType::Note => self.open_note(id, field),
                FieldType::Card => self.open_cards(id, field),
                kind if let Some(person) = fields::reached_through(card, kind) => self.open_person(person),
                _ => {
                    let text = fields::edit_text(card, &field, self.setting.language);
                    self.open_line(Purpose::Field(id, field), text);
                }
            },
            Some(FieldRow::Person(person)) => self.open_person(person),
            Some(FieldRow::Detail(detail, group)) => {
                let (language, day) = (self.setting.language, self.setting.day);
                let found = fields::detail(card, detail);
                let text =
                    found.map(|found| fields::detail_text(card, found, language, day)).unwrap_or_default();
                self.open_line(Purpose::Detail(id, Some(detail), group), text);
            }
            Some(FieldRow::NewDetail(group)) => {
                self.open_line(Purpose::Detail(id, None, group), String::new());
            }
            Some(FieldRow::NewPerson) => self.open_line(Purpose::Person(id, None), String::new()),
            None => {}
        }
    }

    /// A person on the card as a line.
    fn open_person(&mut self, person: PersonId) {
        let Some(card) = self.current().map(|shown| &shown.card) else { return };
        let found = card.people.iter().find(|known| known.id == person);
        let text = found.map(|person| fields::person_text(person, self.setting.language));
        let purpose = Purpose::Person(card.id, Some(person));
        self.open_line(purpose, text.unwrap_or_default());
    }

    /// Shows all fields a card can have, or only those that matter again. The cursor stays on its field.
    pub(super) fn change_field_range(&mut self) {
        let key = |row: &FieldRow| match row {
            FieldRow::Fact(fact) => format!("fact {}", fact.code()),
            FieldRow::Field(field) => field.key().to_owned(),
            FieldRow::Person(person) => person.0.to_string(),
            FieldRow::NewPerson => String::new(),
            FieldRow::Detail(detail, group) => format!("{} {detail}", group.key),
            FieldRow::NewDetail(group) => format!("+ {}", group.key),
        };
        let before = self.field_rows().get(self.cursors.field).map(key);
        self.field_range = match self.field_range {
            FieldRange::Usual => FieldRange::Whole,
            FieldRange::Whole => FieldRange::Usual,
        };
        let rows = self.field_rows();
        let place = rows.iter().position(|row| before.as_deref() == Some(key(row).as_str()));
        self.cursors.field = place.unwrap_or_else(|| self.cursors.field.min(rows.len().saturating_sub(1)));
    }

    /// The field of the user's own under the cursor, to be changed or removed; else a new one.
    pub(super) fn open_own_field(&mut self) {
        match self.field_rows().into_iter().nth(self.cursors.field) {
            Some(FieldRow::Field(CardField::Own(field))) => {
                let text = own_type::written(&field, self.setting.language);
                self.open_line(Purpose::OwnField(Some(field.key)), text);
            }
            _ => self.open_line(Purpose::OwnField(None), String::new()),
        }
    }

    /// Lists what the card lacks; choosing one edits it.
    pub(super) fn open_gaps(&mut self, card: CardId) {
        let Some(shown) = self.current() else { return };
        let (language, view) = (self.setting.language, CardView::of(shown.standing.position));
        let missing = gaps::of(&shown.card, view, &self.setting.policies.privacy);
        if missing.is_empty() {
            self.say(self.words().no_gaps());
            return;
        }
        let items = missing.into_iter().map(|gap| {
            let name = match &gap {
                Gap::Field(field) => field.name(language).to_owned(),
                Gap::Details(group) => group.name(language).to_owned(),
            };
            Item { label: name, detail: gap.group().name(language).to_owned(), pick: Pick::Gap(gap) }
        });
        let items = items.collect();
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Gap(card), items))));
    }

    /// Goes to what the card lacks, and edits it there.
    pub(super) fn fill(&mut self, gap: &Gap) {
        self.opened = Some(Tab::Card);
        self.field_range = FieldRange::Whole;
        let is_there = |row: &FieldRow| match (row, gap) {
            (FieldRow::Field(field), Gap::Field(wanted)) => field == wanted,
            (FieldRow::NewPerson, Gap::Field(wanted)) => matches!(wanted.kind(), FieldType::People),
            (FieldRow::NewDetail(group), Gap::Details(wanted)) => group == wanted,
            _ => false,
        };
        if let Some(row) = self.field_rows().iter().position(is_there) {
            self.cursors.field = row;
            self.edit_row();
        }
    }

    /// Asks for the group of a detail to add.
    pub(super) fn open_detail_groups(&mut self, card: CardId) {
        let Some(shown) = self.current() else { return };
        let language = self.setting.language;
        let party = shown.card.party;
        let items = GROUPS.iter().filter(|group| group.is_for(party)).map(|group| {
            Offered::coded(group.name(language).to_owned(), group.key, Pick::DetailGroup(group))
        });
        let picker = Picker::new(Choosing::DetailGroup(card), items.collect());
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    fn open_codes(&mut self, card: CardId, field: CardField) {
        let items = code_items(self, &field);
        let present = self.current().and_then(|shown| shown.card.field_texts(field.key()).into_iter().next());
        let mut picker = Picker::new(Choosing::Code(card, field), items);
        picker.select(|pick| matches!(pick, Pick::Code(code) if *code == present));
        self.layers.push(Layer::Picker(Box::new(picker)));
    }
}

/// The codes a field may hold, and nothing where it may be empty.
pub(super) fn code_items(app: &App, field: &CardField) -> Vec<Offered> {
    let language = app.setting.language;
    let options = field.options(language).into_iter();
    let mut items: Vec<Offered> = options
        .map(|(code, name)| {
            let synonyms = field.kind().list().map(|list| (list.synonyms_of)(&code)).unwrap_or_default();
            let seen: Vec<&str> = synonyms.iter().copied().filter(|word| language.shows(word)).collect();
            let found_by = [&[code.as_str()], synonyms].concat().join(" ");
            let item = Item { label: name, detail: seen.join(" "), pick: Pick::Code(Some(code)) };
            Offered { item, found_by, tick: Tick::Never }
        })
        .collect();
    if field.may_be_empty() {
        items.push(app.no_choice().into());
    }
    items
}
