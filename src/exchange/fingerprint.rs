//! By what an import knows its rows again, also those that hold nothing but a name.

/// A hash over the header of a file and one of its rows, as they stand in the file.
///
/// 128-bit FNV-1a: the same in every release and on every machine, since it is kept in card files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u128);

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// A byte that no UTF-8 text has; stands behind every cell.
const CELL_END: u8 = 0xFF;

impl Fingerprint {
    /// Of a header alone; rows of the file go on from it.
    pub fn of_header<'row>(cells: impl IntoIterator<Item = &'row str>) -> Fingerprint {
        Fingerprint(OFFSET).of_row(cells)
    }

    /// Of a row below this header.
    pub fn of_row<'row>(self, cells: impl IntoIterator<Item = &'row str>) -> Fingerprint {
        let bytes = cells.into_iter().flat_map(|cell| cell.bytes().chain([CELL_END]));
        Fingerprint(bytes.fold(self.0, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)))
    }

    /// As it is kept.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &[&str], row: &[&str]) -> Fingerprint {
        Fingerprint::of_header(header.iter().copied()).of_row(row.iter().copied())
    }

    #[test]
    fn header_cells_and_their_borders_count() {
        let row = of(&["name", "note"], &["ab", "c"]);
        assert_eq!(row, of(&["name", "note"], &["ab", "c"]));
        for other in [
            of(&["name", "remark"], &["ab", "c"]),
            of(&["name", "note"], &["a", "bc"]),
            of(&["name", "note"], &["ab", "C"]),
        ] {
            assert_ne!(row, other);
        }
    }

    #[test]
    fn the_hash_is_the_published_one() {
        let hash = b"foobar".iter().fold(OFFSET, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME));
        assert_eq!(hash, 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }
}
