//! The mouse: whether it is listened to, and what a hand does with it.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::domain::choice::choices;

choices! {
    /// Whether the mouse is listened to. While it is, terminals select text only with Shift held.
    pub enum Mouse {
        On = "on", ["on", "开启", "開啟"];
        Off = "off", ["off; text can be selected", "关闭，可选取文字", "關閉，可選取文字"];
    }
}

/// What a hand does with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// Presses the left button.
    Click,
    /// Turns the wheel: lines down, or up when negative.
    Wheel(isize),
}

/// Lines by which one notch of the wheel moves.
const NOTCH: isize = 3;

impl Gesture {
    /// The gesture of a terminal's event, where it is one.
    pub fn of(event: MouseEventKind) -> Option<Gesture> {
        match event {
            MouseEventKind::Down(MouseButton::Left) => Some(Gesture::Click),
            MouseEventKind::ScrollDown => Some(Gesture::Wheel(NOTCH)),
            MouseEventKind::ScrollUp => Some(Gesture::Wheel(-NOTCH)),
            _ => None,
        }
    }
}
