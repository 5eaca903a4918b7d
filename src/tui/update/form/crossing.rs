//! A field that another program wrote while it was edited here.

use tui_input::Input;

use super::lines::form_text;
use crate::tui::app::App;
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Choosing, Form, Item, Layer, Line, Pick, Picker, Purpose};
use crate::tui::{fields, reading};

impl App {
    /// What another program made of a field while it was edited here, or of a person, a record, a contact or the next
    /// action in one line; nothing when it stands as it was read.
    pub(in crate::tui::update) fn crossing(&self, line: &Line) -> Option<String> {
        let Purpose::Field(card, field) = &line.purpose else {
            let present = self.present_text(&line.purpose)?;
            return (present != line.original && present != line.text()).then_some(present);
        };
        let shown = self.current().filter(|shown| shown.card.id == *card)?;
        // A line shows the codes of a choice, a form its names.
        let present = [
            form_text(self, &shown.card, field),
            fields::edit_text(&shown.card, field, self.setting.language),
        ];
        let stands = |text: &str| present.iter().any(|known| known == text);
        let [theirs, _] = &present;
        (!stands(&line.original) && !stands(line.text())).then(|| theirs.clone())
    }

    /// The first line of a form that another program wrote too, with what it wrote. Of a record taken whole, as a
    /// person or an address, the lines not touched here become what they are now, so that only what was typed
    /// is written.
    pub(super) fn crossed_line(&self, form: &mut Form) -> Option<(usize, String)> {
        match form.filling {
            Filling::Group(..) | Filling::Beginning(_) => {
                let crossed =
                    |line: &Line| (line.text() != line.original).then(|| self.crossing(line)).flatten();
                let mut lines = form.lines.iter().enumerate();
                lines.find_map(|(place, line)| Some((place, crossed(line)?)))
            }
            Filling::Contact(_, Some(_))
            | Filling::Person(_, Some(_))
            | Filling::Address(_, Some(_))
            | Filling::Detail(_, Some(_), _)
                if self.still_there(form.filling) =>
            {
                let present = self.lines_of(form.filling, "");
                let mut lines = form.lines.iter_mut().zip(&present).enumerate();
                lines.find_map(|(place, (line, present))| {
                    let theirs = present.text();
                    if line.text() == line.original {
                        *line = Line::new(line.purpose.clone(), theirs);
                        return None;
                    }
                    (theirs != line.original && theirs != line.text()).then(|| (place, theirs.to_owned()))
                })
            }
            _ => None,
        }
    }

    /// Whether the record that a form changes is on the card still.
    fn still_there(&self, filling: Filling) -> bool {
        let Some(card) = self.current().map(|shown| &shown.card) else { return false };
        match filling {
            Filling::Contact(_, Some(id)) => card.contacts.iter().any(|contact| contact.id == id),
            Filling::Person(_, Some(id)) => card.people.iter().any(|person| person.id == id),
            Filling::Address(_, Some(id)) => card.addresses.iter().any(|address| address.id == id),
            Filling::Detail(_, Some(id), _) => card.details.iter().any(|detail| detail.id == id),
            _ => true,
        }
    }

    /// Shows what was typed here beside what another program wrote meanwhile, and lets the person choose.
    pub(in crate::tui::update) fn ask_whose(&mut self, what: &str, mine: String, theirs: String) {
        let words = self.words();
        let items = vec![
            Item { label: mine, detail: words.crossing_mine(), pick: Pick::Mine(theirs.clone()) },
            Item { label: theirs.clone(), detail: words.crossing_theirs(), pick: Pick::Theirs(theirs) },
        ];
        let title = words.title_crossing(&what);
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Crossing(title), items))));
    }

    /// Asks the same of a field that the card file refused because it was written meanwhile. Where no line holds
    /// it, it is only said.
    pub(in crate::tui::update) fn cross(&mut self, field: &str, theirs: &[String], refusal: String) {
        let is_of = |line: &Line| matches!(&line.purpose, Purpose::Field(_, known) if known.key() == field);
        let line = match self.layers.last_mut() {
            Some(Layer::Line(line)) if is_of(line) => Some(&**line),
            Some(Layer::Form(form)) => {
                form.cursor = form.lines.iter().position(is_of).unwrap_or(form.cursor);
                form.line().filter(|line| is_of(line))
            }
            _ => None,
        };
        match line.map(|line| (line.purpose.clone(), line.text().to_owned())) {
            Some((purpose, mine)) => {
                let what = reading::title(self, &purpose);
                self.ask_whose(&what, mine, theirs.join(fields::BETWEEN));
            }
            None => self.refuse_layer(refusal),
        }
    }

    /// Takes what is to stand: what was typed, in the place of what the other program wrote, or that.
    pub(in crate::tui::update) fn take_whose(&mut self, pick: Pick) {
        let form_line = |layer: &mut Layer, change: &dyn Fn(&mut Line)| match layer {
            Layer::Form(form) => {
                let cursor = form.cursor;
                form.lines.get_mut(cursor).into_iter().for_each(change);
            }
            Layer::Line(line) => change(line),
            _ => {}
        };
        match (pick, self.layers.last_mut()) {
            (Pick::Mine(theirs), Some(layer)) => {
                form_line(layer, &|line| line.original.clone_from(&theirs));
                self.accept();
            }
            (Pick::Theirs(_), Some(Layer::Line(line))) => {
                let half_typed = line.purpose.half_typed();
                self.layers.pop();
                self.drop_typed(half_typed);
            }
            (Pick::Theirs(theirs), Some(layer)) => form_line(layer, &|line| {
                line.original.clone_from(&theirs);
                line.input = Input::new(theirs.clone());
            }),
            _ => {}
        }
    }
}
