//! The terminal while the screen has it: taken, drawn on, given back as it was.

use std::io::{self, BufWriter, Stdout, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode, window_size,
};
use crossterm::{execute, queue};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::{Frame, Terminal};

use crate::tui::layout::Size;
use crate::tui::mouse::Mouse;
use crate::tui::run::panics;

/// Room for a whole picture, so that it reaches the terminal in one piece.
const PICTURE: usize = 64 << 10;

/// Asks for presses and the wheel, with columns of any size. Crossterm's own request asks for every movement of
/// the mouse too, and each of them would wake the screen.
const HEED_MOUSE: &str = "\x1b[?1000h\x1b[?1006h";
const LEAVE_MOUSE: &str = "\x1b[?1006l\x1b[?1000l";

/// Puts the name of the window aside, and brings it back; terminals that keep none pass over it.
const KEEP_NAME: &str = "\x1b[22;2t";
const BRING_BACK_NAME: &str = "\x1b[23;2t";

type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// The terminal, taken: every key comes by itself. What is on it is not touched yet.
#[derive(Debug)]
pub(super) struct Taken {
    terminal: Terminal<Backend>,
    keys: Keys,
}

impl Taken {
    /// Takes the terminal.
    pub(super) fn take() -> io::Result<Taken> {
        let keys = Keys::take()?;
        let out = BufWriter::with_capacity(PICTURE, io::stdout());
        Ok(Taken { terminal: Terminal::new(CrosstermBackend::new(out))?, keys })
    }

    /// The size at present.
    pub(super) fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        Ok(Size { columns: size.width, rows: size.height })
    }

    /// Draws a picture that nobody sees: the first real one finds all it needs at hand, the memory for it too.
    pub(super) fn rehearse(&mut self, draw: impl FnOnce(&mut Buffer)) {
        let picture = self.terminal.current_buffer_mut();
        draw(picture);
        picture.reset();
    }

    /// A screen of its own, which appears with the first picture; pasted text told from typed.
    pub(super) fn show(mut self) -> io::Result<Screen> {
        panics::give_back_first(|| {
            // Terminals have nothing to bring back where no name was put aside.
            leave(&Name::Given(String::new()));
            // The terminal may be gone.
            let _ = disable_raw_mode();
        });
        queue!(self.terminal.backend_mut(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(Screen { terminal: self.terminal, name: Name::Kept, _keys: self.keys })
    }
}

/// Keys come one by one and are not echoed. Dropping it makes them come in lines again.
#[derive(Debug)]
struct Keys;

impl Keys {
    fn take() -> io::Result<Keys> {
        enable_raw_mode().map(|()| Keys)
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        // Where the terminal is gone there is nothing left to be done.
        let _ = disable_raw_mode();
    }
}

/// Whose name the window has.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    /// That of before.
    Kept,
    /// One of ours; that of before is put aside.
    Given(String),
}

/// The terminal with pictures on it. Dropping it gives it back; so does a panic.
#[derive(Debug)]
pub(super) struct Screen {
    terminal: Terminal<Backend>,
    name: Name,
    _keys: Keys,
}

impl Screen {
    /// Begins or ends listening to the mouse, with the next picture.
    pub(super) fn heed(&mut self, mouse: Mouse) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        match mouse {
            Mouse::On => queue!(out, Print(HEED_MOUSE)),
            Mouse::Off => queue!(out, Print(LEAVE_MOUSE)),
        }
    }

    /// Whether nothing is behind it any more. Who holds no session of the system is not told of that by a signal, and
    /// the reader of the keys waits on for ever.
    pub(super) fn is_gone(&self) -> bool {
        // EIO, on every Unix: what any call says of a terminal that was hung up.
        const INPUT_OUTPUT_ERROR: i32 = 5;
        cfg!(unix) && window_size().is_err_and(|error| error.raw_os_error() == Some(INPUT_OUTPUT_ERROR))
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

    /// Gives the terminal to another program for a while.
    pub(super) fn lend(&mut self) {
        // A cursor that stays hidden is all that can go wrong here.
        let _ = self.terminal.show_cursor();
        leave(&self.name);
        // Where the terminal is gone there is nothing left to be done.
        let _ = disable_raw_mode();
    }

    /// Takes it again, and draws the next picture whole.
    pub(super) fn take_back(&mut self, mouse: Mouse) -> io::Result<()> {
        enable_raw_mode()?;
        execute!(self.terminal.backend_mut(), EnterAlternateScreen, EnableBracketedPaste)?;
        if mouse == Mouse::On {
            self.heed(mouse)?;
        }
        if let Name::Given(title) = std::mem::replace(&mut self.name, Name::Kept) {
            self.name(&title)?;
        }
        self.wipe()
    }

    /// Names the window: the name it had comes back when the terminal is given back.
    pub(super) fn name(&mut self, title: &str) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        if self.name == Name::Kept {
            queue!(out, Print(KEEP_NAME))?;
        }
        execute!(out, SetTitle(title))?;
        self.name = Name::Given(title.to_owned());
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
        leave(&self.name);
    }
}

/// Gives back what was on the terminal, and its name. Where that is gone there is nothing left to be done.
fn leave(name: &Name) {
    let mut out = io::stdout();
    if *name != Name::Kept {
        let _ = queue!(out, Print(BRING_BACK_NAME));
    }
    let _ = execute!(out, Print(LEAVE_MOUSE), DisableBracketedPaste, LeaveAlternateScreen);
    let _ = out.flush();
}
