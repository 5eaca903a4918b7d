//! Typing that narrows a list.

use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

use crate::tui::key::Key;
use crate::tui::layer::line::Edited;

/// Takes a key into what was typed to narrow a list.
pub(super) fn edit(input: &mut Input, key: Key) -> Edited {
    let request = match (key.code, key.typed()) {
        (_, Some(character)) => InputRequest::InsertChar(character),
        (KeyCode::Backspace, _) => InputRequest::DeletePrevChar,
        _ => return Edited::Nothing,
    };
    match input.handle(request) {
        Some(changed) if changed.value => Edited::Text,
        _ => Edited::Nothing,
    }
}
