//! The mouse: whether it is listened to.

use crate::domain::choice::choices;

choices! {
    /// Whether the mouse is listened to. While it is, terminals select text only with Shift held.
    pub enum Mouse {
        On = "on", ["on", "开启", "開啟"];
        Off = "off", ["off; text can be selected", "关闭，可选取文字", "關閉，可選取文字"];
    }
}
