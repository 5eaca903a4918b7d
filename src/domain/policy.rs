//! Policies: every threshold, table and interval of the rules is a row here that the user may change.

/// The policies in force. A computed result names the one it used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policies {
    /// The name of the MAN policy: `stop-none-only`, `stop-without-means` or the user's own.
    pub man: String,
}

impl Default for Policies {
    fn default() -> Self {
        Policies { man: "stop-none-only".into() }
    }
}
