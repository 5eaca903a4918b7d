//! The key table: dispatch, footer, `?`, the palette, `fieldcard keys` and the README all read it.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::domain::agenda::Horizon;
use crate::domain::man::assertion::Letter;
use crate::lang::Words;
use crate::tui::action::{Action, Bulk};
use crate::tui::key::Key;

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// Any pane of the workbench and of an opened card.
    Everywhere,
    /// The list of cards while some are marked.
    Marked,
    /// The list of cards.
    List,
    /// The list of what is due.
    Today,
    /// The visits of the day.
    Plan,
    /// A pane or tab that shows one card.
    Card,
    /// The fields of an opened card.
    Fields,
    /// The credit pane.
    Credit,
    /// The files of an opened card.
    Files,
    /// A search being typed.
    Search,
    /// A line being typed, a search too.
    Line,
    /// A list of choices.
    Picker,
    /// The columns of a view.
    Columns,
    /// The help.
    Help,
    /// A text of several lines being written.
    Writing,
    /// Lines filled in together.
    Form,
}

impl Context {
    /// All contexts in the order in which help and documents show them.
    pub const ALL: &'static [Context] = &[
        Context::Everywhere,
        Context::List,
        Context::Today,
        Context::Plan,
        Context::Marked,
        Context::Card,
        Context::Fields,
        Context::Credit,
        Context::Files,
        Context::Search,
        Context::Line,
        Context::Picker,
        Context::Columns,
        Context::Help,
        Context::Writing,
        Context::Form,
    ];

    /// The rows of the table that hold in it.
    pub fn rows(self) -> impl Iterator<Item = &'static Binding> {
        KEYS.iter().filter(move |binding| binding.context == self)
    }

    /// Its name for people.
    pub fn name(self, words: &Words) -> String {
        match self {
            Context::Everywhere => words.context_everywhere(),
            Context::List => words.context_list(),
            Context::Today => words.place_today(),
            Context::Plan => words.context_plan(),
            Context::Marked => words.context_marked(),
            Context::Card => words.context_card(),
            Context::Fields => words.context_fields(),
            Context::Credit => words.context_credit(),
            Context::Files => words.context_files(),
            Context::Search => words.context_search(),
            Context::Line => words.context_line(),
            Context::Picker => words.context_picker(),
            Context::Columns => words.context_columns(),
            Context::Help => words.context_help(),
            Context::Writing => words.context_writing(),
            Context::Form => words.context_form(),
        }
    }
}

/// One key, or two pressed one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chord {
    /// One key.
    One(Key),
    /// Two keys, one after the other.
    Two(Key, Key),
}

impl Chord {
    /// As it is called in a language.
    pub fn name(self, words: &Words) -> String {
        match self {
            Chord::One(key) => key.name(words),
            Chord::Two(first, second) => format!("{} {}", first.name(words), second.name(words)),
        }
    }

    /// What it comes to in these contexts, the innermost first.
    pub fn meaning(self, contexts: &[Context]) -> Meaning {
        match self {
            Chord::One(only) => meaning(contexts, None, only),
            Chord::Two(first, second) => meaning(contexts, Some(first), second),
        }
    }
}

impl std::fmt::Display for Chord {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Chord::One(key) => key.fmt(formatter),
            Chord::Two(first, second) => write!(formatter, "{first} {second}"),
        }
    }
}

type Word = fn(&Words) -> String;

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys, any of which does it; the first one is shown in the footer.
    pub chords: &'static [Chord],
    /// What it does.
    pub action: Action,
    /// What it does, for people.
    pub name: Word,
    /// The word beside the key in the footer; `None` keeps it out of the footer.
    pub footer: Option<Word>,
}

const fn one(character: char) -> Chord {
    Chord::One(Key::character(character))
}
const fn ctrl(character: char) -> Chord {
    Chord::One(Key::control(character))
}
const fn key(code: KeyCode) -> Chord {
    Chord::One(Key::plain(code))
}
const fn shift(code: KeyCode) -> Chord {
    Chord::One(Key { code, modifiers: KeyModifiers::SHIFT })
}
const fn row(
    context: Context,
    chords: &'static [Chord],
    action: Action,
    name: Word,
    footer: Option<Word>,
) -> Binding {
    Binding { context, chords, action, name, footer }
}

const GG: Chord = Chord::Two(Key::character('g'), Key::character('g'));

/// Every key, in the order in which footer and help show them.
#[rustfmt::skip]
pub const KEYS: &[Binding] = {
    use Action as A;
    use Context::{Card, Columns, Credit, Everywhere, Fields, Files, Form, Help, Line, List, Marked, Picker, Plan, Search, Today, Writing};
    use KeyCode as K;
    &[
        row(Marked, &[one('t')], A::Marked(Bulk::Tags), |w| w.key_marked_tags(), Some(|w| w.footer_tags())),
        row(Marked, &[one('p')], A::Marked(Bulk::Position), |w| w.key_marked_position(), Some(|w| w.footer_position())),
        row(Marked, &[one('e')], A::Marked(Bulk::Field), |w| w.key_marked_field(), Some(|w| w.footer_field())),
        row(Marked, &[one('n')], A::Marked(Bulk::Next), |w| w.key_marked_next(), Some(|w| w.footer_next())),
        row(Marked, &[one('d')], A::Marked(Bulk::Bin), |w| w.key_marked_bin(), Some(|w| w.footer_bin())),
        row(Marked, &[one('o')], A::Marked(Bulk::Export), |w| w.key_marked_export(), Some(|w| w.footer_export())),
        row(Marked, &[key(K::Esc), ctrl('g')], A::Back, |w| w.key_unmark(), Some(|w| w.footer_back())),
        row(List, &[key(K::Enter)], A::Open, |w| w.key_open(), Some(|w| w.footer_open())),
        row(Today, &[key(K::Enter)], A::Open, |w| w.key_open(), Some(|w| w.footer_open())),
        row(Card, &[key(K::Enter)], A::Open, |w| w.key_open(), Some(|w| w.footer_open())),
        row(Fields, &[key(K::Enter)], A::Open, |w| w.key_edit_field(), Some(|w| w.footer_edit())),
        row(Fields, &[one('z')], A::AllFields, |w| w.key_all_fields(), Some(|w| w.footer_all_fields())),
        row(Fields, &[one('o')], A::AddDetail, |w| w.key_add_detail(), Some(|w| w.footer_add_detail())),
        row(Fields, &[one('v')], A::Gaps, |w| w.key_gaps(), Some(|w| w.footer_gaps())),
        row(Fields, &[one('i')], A::Trace, |w| w.key_trace(), Some(|w| w.footer_trace())),
        row(Fields, &[one('O')], A::AddField, |w| w.key_add_field(), None),
        row(Credit, &[key(K::Enter)], A::Open, |w| w.key_factor_note(), Some(|w| w.footer_note())),
        row(Credit, &[one('+'), one('='), key(K::Right), one('l')], A::MorePoints, |w| w.key_more_points(), Some(|w| w.footer_points())),
        row(Credit, &[one('-'), key(K::Left), one('h')], A::FewerPoints, |w| w.key_fewer_points(), None),
        row(Files, &[key(K::Enter)], A::Open, |w| w.key_open_file(), Some(|w| w.footer_open())),
        row(Files, &[one('o')], A::AddDetail, |w| w.key_add_file(), Some(|w| w.footer_add_file())),
        row(Files, &[one('e')], A::Edit, |w| w.key_edit_file(), Some(|w| w.footer_edit())),
        row(Files, &[one('y')], A::Copy, |w| w.key_copy_path(), Some(|w| w.footer_copy_path())),
        row(Everywhere, &[one('c')], A::Log, |w| w.key_log(), Some(|w| w.footer_log())),
        // The loop of the day: these keys are named on the narrowest screen too.
        row(Today, &[one('c')], A::Log, |w| w.key_log(), Some(|w| w.footer_log())),
        row(Today, &[one('o')], A::NotReached, |w| w.key_not_reached(), Some(|w| w.footer_not_reached())),
        row(Today, &[one('n')], A::Next, |w| w.key_next(), Some(|w| w.footer_next())),
        row(Today, &[one('w')], A::LookAhead(Horizon::Week), |w| w.key_week(), Some(|w| w.footer_week())),
        row(Today, &[one('m')], A::LookAhead(Horizon::Month), |w| w.key_month(), Some(|w| w.footer_month())),
        row(Today, &[one('v')], A::DayPlan, |w| w.key_day_plan(), Some(|w| w.footer_day_plan())),
        row(Plan, &[key(K::Enter)], A::Open, |w| w.key_open(), Some(|w| w.footer_open())),
        row(Plan, &[one('P')], A::KeepPlan, |w| w.key_keep_plan(), Some(|w| w.footer_keep_plan())),
        row(Plan, &[one('z')], A::PlanZone, |w| w.key_plan_zone(), Some(|w| w.footer_zone())),
        row(Plan, &[one('m')], A::MoveVisit, |w| w.key_move_visit(), Some(|w| w.footer_move_visit())),
        row(Plan, &[one('-')], A::DropVisit, |w| w.key_drop_visit(), Some(|w| w.footer_drop_visit())),
        row(Plan, &[one('v')], A::DayPlan, |w| w.key_day_plan(), Some(|w| w.place_today())),
        row(Plan, &[one('+'), one('=')], A::PlanNextZone, |w| w.key_plan_next_zone(), None),
        row(Today, &[key(K::Left), one('h')], A::PreviousGroup, |w| w.key_previous_group(), None),
        row(Today, &[key(K::Right), one('l')], A::NextGroup, |w| w.key_next_group(), None),
        row(Today, &[one('s')], A::Silent, |w| w.key_silent(), Some(|w| w.footer_silent())),
        row(Everywhere, &[one('n')], A::Next, |w| w.key_next(), Some(|w| w.footer_next())),
        row(Today, &[one('b')], A::Brief, |w| w.key_brief(), Some(|w| w.footer_brief())),
        row(Everywhere, &[one('P')], A::Commit, |w| w.key_commit(), None),
        row(Everywhere, &[one('C')], A::Correct, |w| w.key_correct(), None),
        row(Everywhere, &[one('b')], A::Brief, |w| w.key_brief(), None),
        row(Everywhere, &[one('o')], A::NotReached, |w| w.key_not_reached(), None),
        row(Everywhere, &[one('t')], A::Promises, |w| w.key_promises(), None),
        row(Everywhere, &[one('a')], A::Add, |w| w.key_add(), Some(|w| w.footer_add())),
        row(Everywhere, &[one('M')], A::Letter(Letter::Money), |w| w.key_letter(&"M"), Some(|w| w.footer_letters())),
        row(Everywhere, &[one('A')], A::Letter(Letter::Authority), |w| w.key_letter(&"A"), None),
        row(Everywhere, &[one('N')], A::Letter(Letter::Need), |w| w.key_letter(&"N"), None),
        row(Everywhere, &[one('/')], A::Search, |w| w.key_search(), Some(|w| w.footer_search())),
        row(Everywhere, &[one('u')], A::Undo, |w| w.key_undo(), Some(|w| w.footer_undo())),
        row(Everywhere, &[one('x')], A::Mark, |w| w.key_mark(), Some(|w| w.footer_mark())),
        row(Everywhere, &[ctrl('r')], A::Redo, |w| w.key_redo(), None),
        row(Everywhere, &[one('e')], A::Edit, |w| w.key_edit(), None),
        row(Everywhere, &[one('E')], A::EditGroup, |w| w.key_edit_group(), None),
        row(Everywhere, &[one('p')], A::Position, |w| w.key_position(), None),
        row(Everywhere, &[one('d')], A::Bin, |w| w.key_bin(), None),
        row(Everywhere, &[one('y')], A::Copy, |w| w.key_copy(), None),
        row(List, &[one('s')], A::Sort, |w| w.key_sort(), None),
        row(List, &[one('v')], A::View, |w| w.key_view(), Some(|w| w.footer_view())),
        row(List, &[one('V')], A::Columns, |w| w.key_columns(), None),
        row(List, &[key(K::Right), one('l')], A::ColumnsRight, |w| w.key_columns_right(), Some(|w| w.footer_columns_more())),
        row(List, &[key(K::Left), one('h')], A::ColumnsLeft, |w| w.key_columns_left(), None),
        row(List, &[one('S')], A::SaveSearch, |w| w.key_save_search(), None),
        row(List, &[one('I')], A::Import, |w| w.key_import(), Some(|w| w.footer_import())),
        row(List, &[one('X')], A::MarkRange, |w| w.key_mark_range(), None),
        row(List, &[shift(K::Down)], A::MarkDown, |w| w.key_mark_down(), None),
        row(List, &[shift(K::Up)], A::MarkUp, |w| w.key_mark_up(), None),
        row(List, &[ctrl('a')], A::MarkAll, |w| w.key_mark_all(), None),
        row(Everywhere, &[one('j'), key(K::Down)], A::Down, |w| w.key_down(), None),
        row(Everywhere, &[one('k'), key(K::Up)], A::Up, |w| w.key_up(), None),
        row(Everywhere, &[GG, key(K::Home)], A::First, |w| w.key_first(), None),
        row(Everywhere, &[one('G'), key(K::End)], A::Last, |w| w.key_last(), None),
        row(Everywhere, &[ctrl('d')], A::HalfDown, |w| w.key_half_down(), None),
        row(Everywhere, &[ctrl('u')], A::HalfUp, |w| w.key_half_up(), None),
        row(Everywhere, &[key(K::PageDown)], A::PageDown, |w| w.key_page_down(), None),
        row(Everywhere, &[key(K::PageUp)], A::PageUp, |w| w.key_page_up(), None),
        row(Everywhere, &[key(K::Tab)], A::NextPane, |w| w.key_next_pane(), Some(|w| w.footer_pane())),
        row(Everywhere, &[key(K::BackTab)], A::PreviousPane, |w| w.key_previous_pane(), None),
        row(Everywhere, &[one('[')], A::PreviousCard, |w| w.key_previous_card(), None),
        row(Everywhere, &[one(']')], A::NextCard, |w| w.key_next_card(), None),
        row(Everywhere, &[one('?')], A::Help, |w| w.key_help(), Some(|w| w.footer_help())),
        row(Everywhere, &[one(':'), ctrl('p')], A::Palette, |w| w.key_palette(), None),
        row(Everywhere, &[key(K::Esc), ctrl('g')], A::Back, |w| w.key_back(), Some(|w| w.footer_back())),
        row(Everywhere, &[one('q'), ctrl('c')], A::Quit, |w| w.key_quit(), Some(|w| w.footer_quit())),
        row(Everywhere, &[ctrl('l')], A::Redraw, |w| w.key_redraw(), None),
        row(Everywhere, &[one('1')], A::PlaceCards, |w| w.key_place_cards(), None),
        row(Everywhere, &[one('2')], A::PlaceToday, |w| w.key_place_today(), None),
        row(Search, &[key(K::Enter), ctrl('j')], A::Accept, |w| w.key_accept_search(), Some(|w| w.footer_accept())),
        row(Search, &[key(K::Esc), ctrl('g'), ctrl('c')], A::Back, |w| w.key_back_search(), Some(|w| w.footer_throw_away())),
        row(Line, &[ctrl('n')], A::Complete, |w| w.key_complete(), None),
        row(Line, &[key(K::Enter), ctrl('j')], A::Accept, |w| w.key_accept(), Some(|w| w.footer_accept())),
        row(Line, &[key(K::F(1)), ctrl('o')], A::LineHelp, |w| w.key_line_help(), Some(|w| w.footer_line_help())),
        row(Line, &[key(K::Esc), ctrl('g'), ctrl('c')], A::Back, |w| w.key_back_draft(), Some(|w| w.footer_back_kept())),
        row(Line, &[ctrl('t')], A::ThrowAway, |w| w.key_throw_away_line(), Some(|w| w.footer_throw_away())),
        row(Picker, &[key(K::Enter)], A::Accept, |w| w.key_choose(), Some(|w| w.footer_choose())),
        row(Picker, &[key(K::Down), ctrl('n')], A::Down, |w| w.key_down(), Some(|w| w.footer_move())),
        row(Picker, &[key(K::Up), ctrl('p')], A::Up, |w| w.key_up(), None),
        row(Picker, &[key(K::Esc), ctrl('g'), ctrl('c')], A::Back, |w| w.key_back(), Some(|w| w.footer_back())),
        row(Picker, &[ctrl('t')], A::ThrowAway, |w| w.key_throw_away_draft(), Some(|w| w.footer_throw_away())),
        row(Columns, &[key(K::Enter)], A::ToggleColumn, |w| w.key_toggle_column(), Some(|w| w.footer_toggle_column())),
        row(Columns, &[shift(K::Down), one('>')], A::ColumnLater, |w| w.key_column_later(), Some(|w| w.footer_column_order())),
        row(Columns, &[shift(K::Up), one('<')], A::ColumnEarlier, |w| w.key_column_earlier(), None),
        row(Columns, &[key(K::Right), one('+')], A::Wider, |w| w.key_wider(), Some(|w| w.footer_width())),
        row(Columns, &[key(K::Left), one('-')], A::Narrower, |w| w.key_narrower(), None),
        row(Columns, &[key(K::Delete)], A::ResetColumns, |w| w.key_columns_reset(), Some(|w| w.footer_columns_reset())),
        row(Columns, &[key(K::Down), ctrl('n')], A::Down, |w| w.key_down(), Some(|w| w.footer_move())),
        row(Columns, &[key(K::Up), ctrl('p')], A::Up, |w| w.key_up(), None),
        row(Columns, &[key(K::Esc), ctrl('g'), ctrl('c')], A::Back, |w| w.key_columns_done(), Some(|w| w.footer_columns_done())),
        row(Line, &[key(K::Tab)], A::WholeForm, |w| w.key_whole_form(), Some(|w| w.footer_whole_form())),
        row(Form, &[ctrl('s')], A::Accept, |w| w.key_take_form(), Some(|w| w.footer_accept())),
        row(Form, &[key(K::Tab), key(K::Down)], A::Down, |w| w.key_next_line(), Some(|w| w.footer_next_line())),
        row(Form, &[key(K::BackTab), key(K::Up)], A::Up, |w| w.key_previous_line(), None),
        row(Form, &[key(K::Enter)], A::EnterForm, |w| w.key_enter_form(), Some(|w| w.footer_choose())),
        row(Form, &[key(K::Esc), ctrl('g'), ctrl('c')], A::Back, |w| w.key_back_draft(), Some(|w| w.footer_back_kept())),
        row(Form, &[ctrl('t')], A::ThrowAway, |w| w.key_throw_away(), Some(|w| w.footer_throw_away())),
        row(Writing, &[ctrl('s')], A::Accept, |w| w.key_take_text(), Some(|w| w.footer_accept())),
        row(Writing, &[key(K::Esc), ctrl('g')], A::Back, |w| w.key_back_draft(), Some(|w| w.footer_back_kept())),
        row(Writing, &[ctrl('z')], A::UndoTyping, |w| w.key_undo_typing(), Some(|w| w.footer_undo())),
        row(Writing, &[ctrl('y')], A::RedoTyping, |w| w.key_redo_typing(), None),
        row(Writing, &[ctrl('o')], A::WriteOutside, |w| w.key_write_outside(), Some(|w| w.footer_write_outside())),
        row(Writing, &[ctrl('a')], A::SelectAll, |w| w.key_select_all(), None),
        row(Writing, &[ctrl('c')], A::CopyOrBack, |w| w.key_copy_selection(), None),
        row(Writing, &[ctrl('t')], A::ThrowAway, |w| w.key_throw_away(), Some(|w| w.footer_throw_away())),
        row(Help, &[one('e')], A::Prepare, |w| w.key_prepare(), Some(|w| w.footer_prepare())),
        row(Help, &[key(K::Tab)], A::HelpRange, |w| w.key_help_range(), Some(|w| w.footer_help_range())),
        row(Help, &[one('/'), one(':'), ctrl('p')], A::FindInHelp, |w| w.key_help_find(), Some(|w| w.footer_help_find())),
        row(Help, &[one('j'), key(K::Down)], A::Down, |w| w.key_down(), Some(|w| w.footer_move())),
        row(Help, &[one('k'), key(K::Up)], A::Up, |w| w.key_up(), None),
        row(Help, &[key(K::PageDown), ctrl('d'), one(' ')], A::PageDown, |w| w.key_page_down(), None),
        row(Help, &[key(K::PageUp), ctrl('u')], A::PageUp, |w| w.key_page_up(), None),
        row(Help, &[GG, key(K::Home)], A::First, |w| w.key_first(), None),
        row(Help, &[one('G'), key(K::End)], A::Last, |w| w.key_last(), None),
        row(Help, &[key(K::Esc), ctrl('g'), one('q'), one('?'), ctrl('c')], A::Back, |w| w.key_back(), Some(|w| w.footer_back())),
    ]
};

/// What a key press comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Does(Action),
    /// The first key of a chord of two.
    Begins,
    /// Nothing in these contexts.
    Nothing,
}

/// What `key` means after `before` in these contexts, the innermost first.
pub fn meaning(contexts: &[Context], before: Option<Key>, key: Key) -> Meaning {
    for context in contexts {
        let mut begins = false;
        for binding in context.rows() {
            for chord in binding.chords {
                match (*chord, before) {
                    (Chord::Two(first, second), Some(before)) if first == before && second == key => {
                        return Meaning::Does(binding.action);
                    }
                    (Chord::One(only), None) if only == key => return Meaning::Does(binding.action),
                    (Chord::Two(first, _), None) if first == key => begins = true,
                    _ => {}
                }
            }
        }
        if begins {
            return Meaning::Begins;
        }
    }
    match before {
        // A chord that did not come about: the second key stands for itself.
        Some(_) => meaning(contexts, None, key),
        None => Meaning::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_is_given_twice_in_one_context() {
        let mut seen = HashSet::new();
        for binding in KEYS {
            for chord in binding.chords {
                assert!(seen.insert((binding.context, chord.to_string())), "{binding:?}");
            }
        }
    }

    #[test]
    fn the_inner_context_is_asked_first() {
        let plus = Key::character('+');
        let credit = [Context::Credit, Context::Everywhere];
        assert_eq!(meaning(&credit, None, plus), Meaning::Does(Action::MorePoints));
        assert_eq!(meaning(&[Context::List, Context::Everywhere], None, plus), Meaning::Nothing);
    }

    #[test]
    fn two_keys_make_one_action_and_a_broken_chord_is_no_trap() {
        let contexts = [Context::List, Context::Everywhere];
        let (g, j) = (Key::character('g'), Key::character('j'));
        assert_eq!(meaning(&contexts, None, g), Meaning::Begins);
        assert_eq!(meaning(&contexts, Some(g), g), Meaning::Does(Action::First));
        assert_eq!(meaning(&contexts, Some(g), j), Meaning::Does(Action::Down));
    }
}
