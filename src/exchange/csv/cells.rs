//! The cells of a row, one after the other in one piece: rows are many, and a text of its own for every cell
//! takes longer to make than to read.

/// The cells of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Cells {
    /// The cells, first to last.
    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Each by itself.
    pub fn to_vec(&self) -> Vec<String> {
        self.iter().map(str::to_owned).collect()
    }

    /// Leaves out the last one if it is empty; `false` when it is not.
    pub(super) fn drop_empty_end(&mut self) -> bool {
        let is_empty = self.iter().last().is_some_and(str::is_empty);
        if is_empty {
            self.ends.pop();
        }
        is_empty
    }
}

/// Cells being cut out of bytes.
#[derive(Debug, Default)]
pub(super) struct Cutting {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// The longest row whose memory is kept for others, in bytes. Thousands are on their way at once, and each of them
/// in turn gets the longest row that is kept.
const LONGEST_SPARE: usize = 1 << 10;

impl Cutting {
    /// None yet, in the memory of others; nothing where that is unusually much.
    pub(super) fn in_place_of(cells: Cells) -> Option<Cutting> {
        let Cells { text, mut ends } = cells;
        let mut bytes = text.into_bytes();
        bytes.clear();
        ends.clear();
        (bytes.capacity() <= LONGEST_SPARE).then_some(Cutting { bytes, ends })
    }

    /// Appends to the cell under way.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Takes a carriage return off the end of the cell under way.
    pub(super) fn drop_return(&mut self) {
        if self.bytes.len() > self.start() && self.bytes.last() == Some(&b'\r') {
            self.bytes.pop();
        }
    }

    /// Ends the cell under way.
    pub(super) fn end_cell(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// The cells ended so far. Bytes that are no text become U+FFFD.
    pub(super) fn finish(self) -> Cells {
        let Cutting { bytes, ends } = self;
        let bytes = match String::from_utf8(bytes) {
            Ok(text) if ends.iter().all(|end| text.is_char_boundary(*end)) => return Cells { text, ends },
            Ok(text) => text.into_bytes(),
            Err(error) => error.into_bytes(),
        };
        let mut cells = Cells::default();
        let mut start = 0;
        for end in ends {
            cells.text.push_str(&String::from_utf8_lossy(&bytes[start..end]));
            cells.ends.push(cells.text.len());
            start = end;
        }
        cells
    }

    fn start(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(given: &[&[u8]]) -> Cells {
        let mut cutting = Cutting::default();
        for cell in given {
            cutting.push(cell);
            cutting.end_cell();
        }
        cutting.finish()
    }

    #[test]
    fn cells_come_out_as_they_went_in() {
        for given in [vec![], vec![""], vec!["a", "", "海虹"], vec!["", ""]] {
            let bytes: Vec<&[u8]> = given.iter().map(|cell| cell.as_bytes()).collect();
            assert_eq!(cells(&bytes).to_vec(), given);
            assert_eq!(cells(&bytes).count(), given.len());
        }
    }

    #[test]
    fn what_is_no_text_stays_in_its_cell() {
        let cut_in_two = "海".as_bytes().split_at(1);
        for given in [[b"a\xff".as_slice(), b"b"], [cut_in_two.0, cut_in_two.1]] {
            let made = cells(&given).to_vec();
            assert_eq!(made.len(), 2);
            assert!(made.iter().any(|cell| cell.contains('\u{fffd}')), "{made:?}");
        }
    }
}
