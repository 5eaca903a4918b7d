//! The least a program on the same foundation can do: a header, the last key, a frame for every key.

use std::io;
use std::path::Path;

use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode};
use crossterm::execute;
use ratatui::widgets::Paragraph;

/// The argument by which the benchmark becomes the empty program.
pub const ARGUMENT: &str = "--empty-program";

/// Stands in its header.
pub const HEADER: &str = "empty program";

/// Follows it where the empty program is to read a card first.
pub const READING: &str = "--reading";

/// The empty program as the command line asks for it; `None` when it does not.
pub fn run_if_asked() -> Option<io::Result<()>> {
    let mut arguments = std::env::args_os().skip_while(|argument| argument != ARGUMENT);
    arguments.next()?;
    let file = arguments.next().filter(|argument| argument == READING).and_then(|_| arguments.next());
    if let Some(file) = &file {
        read_a_card(Path::new(file));
    }
    Some(run())
}

/// What every program waits for that reads anything from a card file: SQLite, its ciphers, the schema.
fn read_a_card(file: &Path) {
    #[expect(clippy::disallowed_methods, reason = "the floor is measured without the store")]
    let connection = rusqlite::Connection::open(file).expect("the card file opens");
    let read = connection.query_row("SELECT name FROM card LIMIT 1", [], |row| row.get::<_, String>(0));
    assert!(read.is_ok());
}

/// Runs until `q`.
fn run() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    execute!(io::stdout(), EnableBracketedPaste)?;
    let (mut keys, mut last) = (0, None);
    loop {
        terminal.draw(|frame| {
            let text = format!("{HEADER}\nkey {keys}: {last:?}");
            frame.render_widget(Paragraph::new(text), frame.area());
        })?;
        if let Event::Key(key) = event::read()? {
            if key.code == KeyCode::Char('q') {
                break;
            }
            keys += 1;
            last = Some(key.code);
        }
    }
    execute!(io::stdout(), DisableBracketedPaste)?;
    ratatui::restore();
    Ok(())
}
