//! The terminal while the screen has it: taken, drawn on, given back as it was.

use std::io::{self, BufWriter, Stdout, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::layout::Position;
use ratatui::{Frame, Terminal};

use super::app::Size;
use super::mouse::Mouse;

/// Room for a whole picture, so that it reaches the terminal in one piece.
const PICTURE: usize = 64 << 10;

/// Asks for presses and the wheel, with columns of any size. Crossterm's own request asks for every movement of
/// the mouse too, and each of them would wake the screen.
const HEED_MOUSE: &str = "\x1b[?1000h\x1b[?1006h";
const LEAVE_MOUSE: &str = "\x1b[?1006l\x1b[?1000l";

type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// The terminal, taken. Dropping it gives it back; so does a panic.
#[derive(Debug)]
pub(super) struct Screen {
    terminal: Terminal<Backend>,
}

impl Screen {
    /// Takes the terminal: every key by itself, a screen of its own, pasted text told from typed.
    pub(super) fn take() -> io::Result<Screen> {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            usual(panic);
        }));
        enable_raw_mode()?;
        let mut out = BufWriter::with_capacity(PICTURE, io::stdout());
        execute!(out, EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(Screen { terminal: Terminal::new(CrosstermBackend::new(out))? })
    }

    /// Begins or ends listening to the mouse.
    pub(super) fn heed(&mut self, mouse: Mouse) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        match mouse {
            Mouse::On => execute!(out, Print(HEED_MOUSE)),
            Mouse::Off => execute!(out, Print(LEAVE_MOUSE)),
        }
    }

    /// The size at present.
    pub(super) fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        Ok(Size { columns: size.width, rows: size.height })
    }

    /// Draws a picture; `draw` gives the place of the text cursor, where there is one.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>) -> Option<Position>) -> io::Result<()> {
        self.terminal.draw(|frame| {
            if let Some(place) = draw(frame) {
                frame.set_cursor_position(place);
            }
        })?;
        Ok(())
    }

    /// Wipes the terminal, so that the next picture is drawn whole.
    pub(super) fn wipe(&mut self) -> io::Result<()> {
        // ratatui's own clearing asks the terminal where its cursor is, and the answer goes to the thread
        // that reads the keys.
        self.terminal.backend_mut().clear()?;
        self.terminal.swap_buffers();
        Ok(())
    }

    /// Asks the terminal to put a text on the clipboard.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        execute!(out, CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // A cursor that stays hidden is all that can go wrong here.
        let _ = self.terminal.show_cursor();
        give_back();
    }
}

/// Gives the terminal back as it was. Where it is gone already there is nothing left to be done.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(out, Print(LEAVE_MOUSE), DisableBracketedPaste, LeaveAlternateScreen);
    let _ = disable_raw_mode();
    let _ = out.flush();
}
