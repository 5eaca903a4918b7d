//! A sheet: blocks of labelled lines. The screen draws it and commands print it from the same data.

/// How much a line stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As any other.
    Plain,
    /// It is what the block is about.
    Strong,
    /// It stands back: a hint, something old.
    Faint,
    /// Something is late or wrong; its words say so too.
    Alarm,
}

/// One line: a label, which may be empty, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The label.
    pub label: String,
    /// The text, as typed where it is text of a card: whoever shows it makes it safe.
    pub text: String,
    /// How much it stands out.
    pub weight: Weight,
}

/// Lines under a title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    /// The title.
    pub title: String,
    /// The lines.
    pub lines: Vec<Line>,
}

impl Block {
    /// A block without lines.
    pub fn titled(title: impl Into<String>) -> Block {
        Block { title: title.into(), lines: Vec::new() }
    }

    /// One more line; nothing where there is no text.
    pub fn line(&mut self, label: impl Into<String>, text: impl Into<String>, weight: Weight) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.lines.push(Line { label: label.into(), text, weight });
        }
    }
}

/// Blocks one below the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What it is about.
    pub title: String,
    /// The blocks.
    pub blocks: Vec<Block>,
}

impl Sheet {
    /// One more block; nothing where it has no lines.
    pub fn block(&mut self, block: Block) {
        if !block.lines.is_empty() {
            self.blocks.push(block);
        }
    }
}
