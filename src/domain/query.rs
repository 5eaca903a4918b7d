//! The query language: one for the screen's `/`, `list`, `export` and saved filters.

/// A query, parsed: all its parts must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What must hold.
    pub parts: Vec<()>,
}
