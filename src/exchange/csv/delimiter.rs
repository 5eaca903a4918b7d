//! Which character separates the cells.

use super::records::split_line;

/// The separators known, most usual first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// How many lines are looked at.
const LINES: usize = 20;

/// The separator that cuts the first lines into the most cells, the same number in most of them.
///
/// Separators inside quotation marks do not count. A table of one column has none; it is read as comma
/// separated.
pub fn detect(sample: &str) -> char {
    let lines: Vec<&str> = sample.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let counts: Vec<usize> = lines.iter().map(|line| split_line(line, delimiter).len()).collect();
        let header = counts.first().copied().unwrap_or(1);
        let agreeing = counts.iter().filter(|count| **count == header).count();
        let score = (header - 1) * agreeing;
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_that_cuts_most_evenly_wins() {
        for (sample, expected) in [
            ("name,phone\nAna,1\n", ','),
            ("name;phone;note\nAna;1;a, b, c\n", ';'),
            ("name\tphone\nAna, Bob\t1\n", '\t'),
            ("\"Last, First\";\"Phone, work\"\n\"Tam, Ana\";1\n", ';'),
            ("姓名,备注\n陈敏,\"甲;乙;丙;丁\"\n", ','),
            ("name|phone\nAna, Bob|1\n", '|'),
            ("name,note\nAna,a|b|c\n", ','),
            ("name\nAna\nBob\n", ','),
            ("", ','),
        ] {
            assert_eq!(detect(sample), expected, "{sample}");
        }
    }
}
