//! The file of an opened card: its attachments, class by class.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::detail::{Detail, FileClass, files};
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{fit, pad, put, width};
use crate::tui::effect::Lies;
use crate::tui::layout::window_top;

/// Columns of the day of a file.
const DATE: usize = 10;

/// A line of the tab.
enum FilesLine<'card> {
    /// The name of a class over its files.
    Heading(Option<FileClass>),
    /// A file, by its place among all.
    File(usize, &'card Detail),
}

fn lines(app: &App) -> Vec<FilesLine<'_>> {
    let details = app.current().map(|shown| shown.card.details.as_slice()).unwrap_or_default();
    let (mut lines, mut place) = (Vec::new(), 0);
    for (class, files) in files::by_class(details) {
        lines.push(FilesLine::Heading(class));
        for file in files {
            lines.push(FilesLine::File(place, file));
            place += 1;
        }
    }
    lines
}

fn top(app: &App, lines: &[FilesLine<'_>], area: Rect) -> usize {
    let at = |line: &FilesLine<'_>| matches!(line, FilesLine::File(place, _) if *place == app.cursors.file);
    window_top(lines.iter().position(at).unwrap_or_default(), area.height.into(), lines.len())
}

/// The file that stands on a row of the screen, by its place among all.
pub fn file_at(app: &App, area: Rect, row: u16) -> Option<usize> {
    let lines = lines(app);
    match lines.get(top(app, &lines, area) + usize::from(row.checked_sub(area.y)?))? {
        FilesLine::File(place, _) => Some(*place),
        FilesLine::Heading(_) => None,
    }
}

/// Draws the files without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let (theme, words) = (&app.setting.theme, app.setting.words);
    let lines = lines(app);
    let below = area.y + lines.len() as u16 + 1;
    if app.current().is_some_and(|shown| shown.files().is_empty()) && below < area.bottom() {
        put(buffer, area.x + 1, below, area.width - 1, &words.no_file_here(), theme.dim);
    }
    for (row, line) in (area.y..area.bottom()).zip(lines.iter().skip(top(app, &lines, area))) {
        match line {
            FilesLine::Heading(class) => {
                let name = class.map_or(words.files_unclassed(), |class| {
                    format!("{} {}", class.code(), class.name(app.setting.language))
                });
                let column = area.x + 1 + put(buffer, area.x + 1, row, area.width - 1, &name, theme.accent);
                let beside = beside(app, *class);
                put(buffer, column + 2, row, area.right().saturating_sub(column + 2), &beside, theme.dim);
            }
            FilesLine::File(place, file) => {
                let style = if *place == app.cursors.file { theme.cursor } else { Style::new() };
                let mark = if *place == app.cursors.file { theme.lines.cursor } else { " " };
                let text = format!("{mark} {}", file_text(app, file, usize::from(area.width) - 2));
                put(buffer, area.x, row, area.width, &pad(&text, area.width.into()), style);
            }
        }
    }
}

/// What else of the card belongs to a class, and is kept elsewhere on it.
fn beside(app: &App, class: Option<FileClass>) -> String {
    let Some(shown) = app.current() else { return String::new() };
    let counted =
        |name: &str, count: usize| if count > 0 { format!("{name} {count}") } else { String::new() };
    match class {
        Some(FileClass::Basic) => super::card::view(app),
        Some(FileClass::Dealings) => counted(&app.setting.words.title_contacts(), shown.card.contacts.len()),
        Some(FileClass::Returns) => {
            let complaints = shown.card.details.iter().filter(|detail| detail.group.key == COMPLAINT);
            let name = complaints.clone().next().map(|first| first.group.name(app.setting.language));
            counted(name.unwrap_or_default(), complaints.count())
        }
        Some(FileClass::Contracts | FileClass::Arrears) | None => String::new(),
    }
}

/// The group of complaints.
const COMPLAINT: &str = "complaint";

/// What follows a path of which nobody has said yet what lies there.
const NOT_LOOKED: &str = " …";

/// Day, title and path; in front of the path whether nothing lies there, behind it that this is not known yet.
fn file_text(app: &App, file: &Detail, columns: usize) -> String {
    let words = app.setting.words;
    let path = files::path(file);
    let lies = app.seen.files.as_ref().and_then(|seen| seen.found.get(path));
    let (state, awaited) = match lies {
        _ if path.is_empty() => (words.file_without_path(), ""),
        Some(Lies::Nothing) => (words.file_missing(), ""),
        Some(Lies::Something) => (String::new(), ""),
        None => (String::new(), NOT_LOOKED),
    };
    let path = safe::line(path);
    let room = columns.saturating_sub(DATE + 2);
    let title = fit(&safe::line(file.head()), room / 2);
    let state = if state.is_empty() || path.is_empty() { state } else { format!("{state} ") };
    let path = fit(&path, room.saturating_sub(width(&title) + width(&state) + width(awaited) + 2));
    format!("{} {title}  {state}{path}{awaited}", pad(files::date(file), DATE))
}
