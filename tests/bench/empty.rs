//! The least a program on the same foundation can do: a header, the last key, a frame for every key.

use std::io;

use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode};
use crossterm::execute;
use ratatui::widgets::Paragraph;

/// The argument by which the benchmark becomes the empty program.
pub const ARGUMENT: &str = "--empty-program";

/// Stands in its header.
pub const HEADER: &str = "empty program";

/// Runs until `q`.
pub fn run() -> io::Result<()> {
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
