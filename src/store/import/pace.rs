//! How much of an import is brought in at once while others have the file open too.

use std::time::Duration;

use super::IMPORT_PIECE;

/// How many rows hold the file for a moment only while somebody else has it open: as many as this machine just
/// then brings in within the time.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Pace {
    rows: usize,
}

impl Pace {
    const HELD_AT_MOST: Duration = Duration::from_millis(20);
    const FEWEST: usize = 20;

    /// How many rows the next piece may have.
    pub(in crate::store) fn rows(self) -> usize {
        self.rows
    }

    /// A piece of so many rows has held the file for so long.
    pub(in crate::store) fn took(&mut self, rows: usize, held: Duration) {
        if held > Self::HELD_AT_MOST {
            self.rows = (rows / 2).clamp(Self::FEWEST, IMPORT_PIECE);
        } else if held * 3 < Self::HELD_AT_MOST {
            self.rows = (self.rows * 2).min(IMPORT_PIECE);
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Pace { rows: IMPORT_PIECE / 4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_shrink_while_they_take_long_and_grow_again() {
        let (slow, fast) = (Pace::HELD_AT_MOST * 2, Pace::HELD_AT_MOST / 4);
        let mut pace = Pace::default();
        for (held, expected) in [(slow, 125), (slow, 62), (fast, 124), (Pace::HELD_AT_MOST, 124)] {
            pace.took(pace.rows, held);
            assert_eq!(pace.rows, expected);
        }
        (0..20).for_each(|_| pace.took(pace.rows, slow));
        assert_eq!(pace.rows, Pace::FEWEST);
        (0..20).for_each(|_| pace.took(pace.rows, fast));
        assert_eq!(pace.rows, IMPORT_PIECE);
    }
}
