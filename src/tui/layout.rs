//! How large the terminal is, and where everything stands on it. Focus changes nothing here, so that nothing jumps.

use ratatui::layout::Rect;

/// The size of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// Columns from which all panes are seen at once.
pub const WIDE: u16 = 120;
/// The smallest terminal fieldcard draws on.
pub const SMALLEST: Size = Size { columns: 80, rows: 24 };

impl Size {
    /// Whether all panes are seen at once.
    pub fn is_wide(self) -> bool {
        self.columns >= WIDE
    }

    /// Whether there is room enough to draw.
    pub fn is_enough(self) -> bool {
        self.columns >= SMALLEST.columns && self.rows >= SMALLEST.rows
    }
}

/// Rows of the block that names the card: name, kind, what is due.
const HEAD_ROWS: u16 = 3;
/// Most columns of a text being written: longer lines are hard to read.
const WRITING_COLUMNS: u16 = 100;
/// Rows of the MAN pane: title, three letters, two lines of advice.
const MAN_ROWS: u16 = 6;
/// From so many rows on it has one more, so that a warning takes none from the advice.
const ROOM_FOR_WARNING: u16 = 30;
/// Rows of the credit pane: title, a summary, five factors.
const CREDIT_ROWS: u16 = 7;

/// The areas of the screen. A pane's area begins with its title row and ends with the row that its lower
/// border is drawn on, which is the title row of the pane below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The top row.
    pub header: Rect,
    /// All between header and message.
    pub body: Rect,
    /// What was said, or what is searched for.
    pub message: Rect,
    /// The bottom row.
    pub footer: Rect,
}

/// The panes of the workbench from 120 columns up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wide {
    /// The list.
    pub list: Rect,
    /// The block that names the card.
    pub head: Rect,
    /// The letters.
    pub man: Rect,
    /// The contact history.
    pub contacts: Rect,
    /// The credit factors.
    pub credit: Rect,
}

/// The panes of the workbench below 120 columns: the list, and one pane as a tab below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrow {
    /// The list.
    pub list: Rect,
    /// The tab.
    pub tab: Rect,
}

impl Layout {
    /// The areas for a size.
    pub fn of(size: Size) -> Layout {
        let row = |row| Rect::new(0, row, size.columns, 1);
        Layout {
            header: row(0),
            body: Rect::new(0, 1, size.columns, size.rows.saturating_sub(3)),
            message: row(size.rows.saturating_sub(2)),
            footer: row(size.rows.saturating_sub(1)),
        }
    }

    /// The panes side by side.
    pub fn wide(&self) -> Wide {
        let body = self.body;
        let left = (body.width * 12 / 25).clamp(52, 90);
        let right = body.width - left;
        let at = |top: u16, rows: u16| Rect::new(body.x + left, body.y + top, right, rows);
        let credit_top = body.height.saturating_sub(CREDIT_ROWS + 1);
        let man_rows = MAN_ROWS + u16::from(body.height >= ROOM_FOR_WARNING);
        let contacts_top = HEAD_ROWS + man_rows;
        Wide {
            list: Rect { width: left, ..body },
            head: at(0, HEAD_ROWS),
            man: at(HEAD_ROWS, man_rows + 1),
            contacts: at(contacts_top, credit_top.saturating_sub(contacts_top) + 1),
            credit: at(credit_top, CREDIT_ROWS + 1),
        }
    }

    /// The list above, one tab below.
    pub fn narrow(&self) -> Narrow {
        let body = self.body;
        let upper = body.height / 2;
        Narrow {
            list: Rect { height: upper + 1, ..body },
            tab: Rect { y: body.y + upper, height: body.height - upper, ..body },
        }
    }

    /// The list of a day, and what is to be known of the card under the cursor.
    pub fn day(&self, size: Size) -> (Rect, Rect) {
        if size.is_wide() {
            let wide = self.wide();
            let left = wide.head.x;
            (wide.list, Rect { x: left, width: self.body.right() - left, ..self.body })
        } else {
            let narrow = self.narrow();
            (narrow.list, narrow.tab)
        }
    }

    /// The tab of an opened card, and beside it on a wide screen who it is and where we stand.
    pub fn opened(&self, size: Size) -> (Rect, Option<Rect>) {
        let body = self.body;
        if !size.is_wide() {
            return (body, None);
        }
        let left = body.width * 11 / 20;
        (Rect { width: left, ..body }, Some(Rect { x: body.x + left, width: body.width - left, ..body }))
    }
}

/// The first row shown of a list so that its cursor is in sight.
pub fn window_top(cursor: usize, rows: usize, total: usize) -> usize {
    let middle = cursor.saturating_sub(rows / 2);
    middle.min(total.saturating_sub(rows))
}

/// The upper rows of an area, and the rest.
pub fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// The window of a text being written.
pub fn writing_window(size: Size) -> Rect {
    let body = Layout::of(size).body;
    let columns = body.width.min(WRITING_COLUMNS);
    Rect { x: body.x + (body.width - columns) / 2, width: columns, ..body }
}

/// Inside the window of a text being written: without border, a blank column at each side, and the last row,
/// where it is said why the text was not taken.
pub fn writing_inside(size: Size) -> Rect {
    let inner = inside(writing_window(size));
    Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        height: inner.height.saturating_sub(1),
        ..inner
    }
}

/// Inside a pane: without title row, lower border and sides.
pub fn inside(pane: Rect) -> Rect {
    Rect::new(pane.x + 1, pane.y + 1, pane.width.saturating_sub(2), pane.height.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_fill_the_body_and_share_their_borders() {
        for (columns, rows) in [(120, 24), (120, 36), (200, 60)] {
            let layout = Layout::of(Size { columns, rows });
            let wide = layout.wide();
            assert_eq!(wide.head.bottom(), wide.man.top());
            assert_eq!(wide.man.bottom() - 1, wide.contacts.top());
            assert_eq!(wide.contacts.bottom() - 1, wide.credit.top());
            assert_eq!(wide.credit.bottom(), layout.body.bottom());
            assert_eq!(wide.list.right(), wide.man.left());
        }
        let layout = Layout::of(Size { columns: 80, rows: 24 });
        let narrow = layout.narrow();
        assert_eq!(narrow.list.bottom() - 1, narrow.tab.top());
        assert_eq!(narrow.tab.bottom(), layout.body.bottom());
        assert_eq!(inside(narrow.list).height, 9, "the names of the columns, and eight cards");
    }
}
