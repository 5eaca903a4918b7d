//! The empty program: a header, the last key, a frame for every key.

use std::io;

use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode};
use crossterm::execute;
use ratatui::widgets::Paragraph;

/// Stands in its header.
const HEADER: &str = "empty program";

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
