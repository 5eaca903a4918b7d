//! What a key can mean.

use crate::domain::agenda::Horizon;
use crate::domain::man::assertion::Letter;

impl Action {
    /// Whether it shows something over the list, or the list again, and nothing more.
    pub fn leaves_all_as_it_is(self) -> bool {
        matches!(self, Action::Help | Action::Palette | Action::Redraw)
    }

    /// Whether it is done to the card under the cursor.
    pub fn meets_a_card(self) -> bool {
        use Action::{
            AddDetail, AllFields, Bin, Brief, Commit, Copy, Correct, Edit, EditGroup, FewerPoints, Gaps,
            Letter, Log, Mark, MorePoints, Next, NextCard, NotReached, Open, Position, PreviousCard,
            Promises, Trace,
        };
        matches!(
            self,
            Open | PreviousCard
                | NextCard
                | Edit
                | EditGroup
                | Bin
                | Log
                | Letter(_)
                | Next
                | Brief
                | Commit
                | Correct
                | NotReached
                | Promises
                | Position
                | MorePoints
                | FewerPoints
                | AllFields
                | Trace
                | Gaps
                | AddDetail
                | Copy
                | Mark
        )
    }
}

/// What is done to all marked cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bulk {
    /// Put tags on and take tags off.
    Tags,
    /// Change the position.
    Position,
    /// Set a field.
    Field,
    /// Set the next action.
    Next,
    /// Move them to the bin.
    Bin,
    /// Write them to a file.
    Export,
}

/// One thing the screen can be asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Show the keys of this place.
    Help,
    /// Show the keys of all places in the help, or those of this place again.
    HelpRange,
    /// Find an action of the help by its name.
    FindInHelp,
    /// Choose an action by name.
    Palette,
    /// Go to the list of cards.
    PlaceCards,
    /// Go to what is due.
    PlaceToday,
    /// What is due in the days ahead.
    LookAhead(Horizon),
    /// Customers not heard of for long.
    Silent,
    /// Commit the position that is proposed.
    Commit,
    /// Correct the contact logged last.
    Correct,
    /// Read the pre-visit sheet.
    Brief,
    /// Write the own lines of the pre-visit sheet that is read.
    Prepare,
    /// Log that nobody was reached, and go on.
    NotReached,
    /// Settle a promise.
    Promises,
    /// One line down.
    Down,
    /// One line up.
    Up,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Focus the next pane or tab.
    NextPane,
    /// Focus the previous pane or tab.
    PreviousPane,
    /// Search as you type.
    Search,
    /// Keep the present search under a name.
    SaveSearch,
    /// Bring a list in.
    Import,
    /// Open the card, or edit what is under the cursor.
    Open,
    /// The previous card of the list, from inside a card.
    PreviousCard,
    /// The next card of the list, from inside a card.
    NextCard,
    /// The visits of the day, or what is due again.
    DayPlan,
    /// Keep the proposed plan.
    KeepPlan,
    /// Choose the zone of the plan.
    PlanZone,
    /// One zone more in the plan.
    PlanNextZone,
    /// Put the visit under the cursor off to another day.
    MoveVisit,
    /// Drop the visit under the cursor.
    DropVisit,
    /// To the heading before, of a list with headings.
    PreviousGroup,
    /// To the next heading.
    NextGroup,
    /// Add a card from one line.
    Add,
    /// Edit the card's fields.
    Edit,
    /// Move the card to the bin.
    Bin,
    /// Log a contact from one line.
    Log,
    /// Answer one letter of MAN.
    Letter(Letter),
    /// Set the next action.
    Next,
    /// Add a record to a group of the card: a competitor, a need, a file.
    AddDetail,
    /// List what the card lacks.
    Gaps,
    /// Tell where the value under the cursor comes from.
    Trace,
    /// Add a field of one's own.
    AddField,
    /// Show all fields of the card, or only those that matter.
    AllFields,
    /// Change the position.
    Position,
    /// Choose the order of the list.
    Sort,
    /// Choose the view of the list.
    View,
    /// Arrange the columns of the view.
    Columns,
    /// Show the columns that find no room at the right.
    ColumnsRight,
    /// Back to the columns at the left.
    ColumnsLeft,
    /// Show a column, or leave it out.
    ToggleColumn,
    /// Make a column wider.
    Wider,
    /// Make a column narrower.
    Narrower,
    /// Move a column to the left.
    ColumnEarlier,
    /// Move a column to the right.
    ColumnLater,
    /// Give a view its columns back as it came.
    ResetColumns,
    /// Mark the card under the cursor for bulk work, or take its mark off.
    Mark,
    /// Mark all from the last mark to the cursor.
    MarkRange,
    /// Mark the card under the cursor and the next one.
    MarkDown,
    /// Mark the card under the cursor and the one before.
    MarkUp,
    /// Mark all of this result, or take all these marks off.
    MarkAll,
    /// Something for all marked cards.
    Marked(Bulk),
    /// One point more for the credit factor under the cursor.
    MorePoints,
    /// One point fewer for the credit factor under the cursor.
    FewerPoints,
    /// Take back the last change.
    Undo,
    /// Put back what was taken back.
    Redo,
    /// Copy the phone number or the field under the cursor.
    Copy,
    /// Edit a whole group of fields as a form.
    EditGroup,
    /// Go on with the line of the log as a whole form.
    WholeForm,
    /// Choose for the line of a form, or go on to the next.
    EnterForm,
    /// Complete the word being typed.
    Complete,
    /// Tell what can be typed into the line.
    LineHelp,
    /// Take what was typed.
    Accept,
    /// Take back the last change of the text being written.
    UndoTyping,
    /// Put back what was taken back of it.
    RedoTyping,
    /// Write the text in the editor chosen outside.
    WriteOutside,
    /// Select the whole text.
    SelectAll,
    /// Copy what is selected; back when nothing is.
    CopyOrBack,
    /// Back, keeping what was typed as a draft.
    Back,
    /// Close what is typed into, and keep nothing of what was typed.
    ThrowAway,
    /// Draw the whole screen anew.
    Redraw,
    /// Leave the program.
    Quit,
}
