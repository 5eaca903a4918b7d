//! Text in cells: what fits a width, measured as the terminal shows it.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_linebreak::BreakOpportunity;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::safe;

/// What stands at the end of text that was cut. One column in every terminal.
const CUT: &str = "~";

/// Columns a text takes: those of its clusters, one by one, as they are put into cells. Some scripts would join
/// two of them when the text is measured as a whole, and every column behind would stand wrong.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    let all_simple: Option<usize> = text.chars().map(simple_width).sum();
    all_simple.unwrap_or_else(|| text.graphemes(true).map(cluster_width).sum())
}

/// Columns of a character that is a cluster of its own beside others of its like: nearly all of a screen.
fn simple_width(letter: char) -> Option<usize> {
    match letter {
        ' '..='~' | FIRST_LINE..=LAST_BLOCK => Some(1),
        FIRST_IDEOGRAPH..=LAST_IDEOGRAPH => Some(2),
        _ => None,
    }
}

/// What frames and bars are drawn with.
const FIRST_LINE: char = '\u{2500}';
const LAST_BLOCK: char = '\u{259f}';

/// The ideographs that nothing joins: the great part of what is written in Chinese.
const FIRST_IDEOGRAPH: char = '\u{4e00}';
const LAST_IDEOGRAPH: char = '\u{9fff}';

fn cluster_width(cluster: &str) -> usize {
    // A control character is shown as its picture, in one column.
    if cluster.len() == 1 { 1 } else { symbols(cluster).iter().map(|(_, wide)| wide).sum() }
}

/// The symbols that a cluster is put into cells as, and the columns of each: one or two.
///
/// Pictures joined of several are drawn apart by terminals that do not know them, over what stands behind: the
/// first one stands for all. Half-width sound marks are counted twice by ratatui: they are joined to the letter
/// they stand on. What is wider than two columns is put letter by letter.
fn symbols(cluster: &str) -> Vec<(Cow<'_, str>, usize)> {
    let whole = if cluster.contains(['\u{ff9e}', '\u{ff9f}']) {
        Cow::Owned(cluster.nfkc().collect::<String>())
    } else {
        Cow::Borrowed(first_picture(cluster))
    };
    match usize::from(whole.cell_width()) {
        0 => Vec::new(),
        wide @ (1 | 2) => vec![(whole, wide)],
        _ => letters(&whole),
    }
}

fn first_picture(cluster: &str) -> &str {
    let is_joined = |letter: char| matches!(letter, '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}');
    match cluster.char_indices().skip(1).find(|(_, letter)| is_joined(*letter)) {
        Some((end, _)) if cluster[..end].cell_width() == cluster.cell_width() => &cluster[..end],
        _ => cluster,
    }
}

/// The letters of a cluster, each with the marks on it.
fn letters(cluster: &str) -> Vec<(Cow<'static, str>, usize)> {
    let mut letters: Vec<(String, usize)> = Vec::new();
    for letter in cluster.chars() {
        let wide = usize::from(letter.encode_utf8(&mut [0; 4]).cell_width());
        match letters.last_mut() {
            Some((symbol, _)) if wide == 0 => symbol.push(letter),
            _ if wide == 0 => {}
            _ => letters.push((letter.to_string(), wide)),
        }
    }
    letters.into_iter().map(|(symbol, wide)| (Cow::Owned(symbol), wide)).collect()
}

/// Whether every byte is one character in one column. Most text of a screen is, and needs no segmenting.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..0x7f).contains(&byte))
}

/// The text cut to at most `columns`, marked where something is missing.
pub fn fit(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    if is_plain(text) {
        let kept = columns.saturating_sub(CUT.len());
        return if columns == 0 { String::new() } else { format!("{}{CUT}", &text[..kept]) };
    }
    let mut kept = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let wide = width(cluster);
        if used + wide + width(CUT) > columns {
            break;
        }
        kept.push_str(cluster);
        used += wide;
    }
    if columns > 0 {
        kept.push_str(CUT);
    }
    kept
}

/// The text cut in its middle to at most `columns`: a sentence says most where it begins and where it ends.
pub fn fit_ends(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (mut end, mut used) = (text.len(), 0);
    for (at, cluster) in text.grapheme_indices(true).rev() {
        used += width(cluster);
        if used > columns / 2 {
            break;
        }
        end = at;
    }
    let end = &text[end..];
    format!("{}{end}", fit(text, columns - width(end)))
}

/// As much of the beginning of a text as `columns` can show, so that nobody looks through megabytes for one
/// row. Not cut to the column: [`fit`] does that.
pub fn beginning(text: &str, columns: usize) -> &str {
    /// Characters one column may be made of; who stacks more accents loses some.
    const STACKED: usize = 8;
    match text.char_indices().nth(columns.saturating_add(1).saturating_mul(STACKED)) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// The text cut or filled with spaces to exactly `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let mut cell = fit(text, columns);
    cell.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(&cell))));
    cell
}

/// The text filled with spaces from the left to exactly `columns`.
pub fn pad_left(text: &str, columns: usize) -> String {
    let cell = fit(text, columns);
    let mut padded: String = std::iter::repeat_n(' ', columns.saturating_sub(width(&cell))).collect();
    padded.push_str(&cell);
    padded
}

/// Breaks a text into lines of at most `columns`, where its script allows it. At most `lines` lines; the last
/// one is marked when more was left.
pub fn wrap(text: &str, columns: usize, lines: usize) -> Vec<String> {
    if columns == 0 || lines == 0 {
        return Vec::new();
    }
    if is_plain(text) && (1..=columns).contains(&text.len()) {
        return vec![text.trim_end().to_owned()];
    }
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    let mut clusters = text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).peekable();
    for (end, opportunity) in unicode_linebreak::linebreaks(text) {
        while clusters.next_if(|cluster_end| *cluster_end < end).is_some() {}
        if clusters.peek() != Some(&end) {
            // No break inside a cluster: its parts would be measured apart and shown as one.
            continue;
        }
        let piece = &text[start..end];
        start = end;
        if !line.is_empty() && width(&line) + width(piece.trim_end()) > columns {
            wrapped.push(std::mem::take(&mut line));
        }
        // A word longer than a line is broken where the line ends.
        for cluster in piece.graphemes(true).filter(|cluster| !cluster.contains(['\n', '\r'])) {
            if width(&line) + width(cluster) > columns && !cluster.trim().is_empty() {
                wrapped.push(std::mem::take(&mut line));
            }
            line.push_str(cluster);
        }
        if opportunity == BreakOpportunity::Mandatory {
            wrapped.push(std::mem::take(&mut line));
        }
        if wrapped.len() > lines {
            break;
        }
    }
    wrapped.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.last_mut() {
            *last = fit(&format!("{last}{CUT}"), columns.max(width(CUT)));
        }
    }
    wrapped
}

/// Takes the colours from what stands in an area, so that what is drawn over it is seen first.
pub fn subdue(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area, Style::reset().patch(style));
}

/// Blanks an area, and the halves of wide characters that reach into it from the left or out of it to the
/// right, so that a frame drawn over it keeps its borders.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    for row in area.top()..area.bottom() {
        if area.left() > buffer.area.left() {
            let neighbour = &mut buffer[(area.left() - 1, row)];
            if width(neighbour.symbol()) > 1 {
                neighbour.set_symbol(" ");
            }
        }
        for column in area.left()..area.right() {
            buffer[(column, row)].reset();
        }
    }
}

/// Tells the cells covered by the right half of a wide character from blank ones.
///
/// Without it ratatui takes such a cell for one that shows a blank already. When the character before it
/// goes and another half lies on its left half, the blank would never be written and the old half stay.
pub fn mark_covered(buffer: &mut Buffer) {
    let columns = usize::from(buffer.area.width);
    for place in 1..buffer.content.len() {
        if place % columns == 0 {
            continue;
        }
        let symbol = buffer.content[place - 1].symbol();
        // One byte is one column: most cells are done here.
        if symbol.len() > 1 && width(symbol) > 1 {
            buffer.content[place].set_symbol("");
        }
    }
}

/// Writes text at a place, cut to `columns`; gives the columns used. All text goes to the screen through here,
/// wherever it came from: nothing in it commands the terminal.
pub fn put(buffer: &mut Buffer, column: u16, row: u16, columns: u16, text: &str, style: Style) -> u16 {
    if columns == 0 || !buffer.area.contains((column, row).into()) {
        return 0;
    }
    let room = columns.min(buffer.area.right() - column);
    let text = safe::line(text);
    let cut;
    let shown = if width(&text) <= usize::from(room) {
        &*text
    } else {
        cut = fit(&text, usize::from(room));
        &cut
    };
    if !is_plain(shown) {
        let simple: Option<Vec<_>> =
            shown.chars().map(|letter| simple_width(letter).map(|wide| (letter, wide))).collect();
        return match simple {
            Some(letters) => put_letters(buffer, column, row, &letters, style),
            None => put_clusters(buffer, column, row, room, shown, style),
        };
    }
    let first = buffer.index_of(column, row);
    for (cell, byte) in buffer.content[first..].iter_mut().zip(shown.bytes()) {
        cell.set_char(char::from(byte)).set_style(style);
    }
    // A plain text is as long as it is wide, and that is within the room.
    shown.len() as u16
}

/// Puts letters that fit, each with the columns it takes.
fn put_letters(buffer: &mut Buffer, column: u16, row: u16, letters: &[(char, usize)], style: Style) -> u16 {
    let mut used = 0;
    for (letter, wide) in letters {
        buffer[(column + used, row)].set_char(*letter).set_style(style);
        if *wide == 2 {
            buffer[(column + used + 1, row)].reset();
        }
        used += *wide as u16;
    }
    used
}

fn put_clusters(buffer: &mut Buffer, column: u16, row: u16, room: u16, text: &str, style: Style) -> u16 {
    let mut used = 0;
    for (symbol, wide) in text.graphemes(true).flat_map(symbols) {
        let wide = wide as u16;
        if used + wide > room {
            break;
        }
        buffer[(column + used, row)].set_symbol(&symbol).set_style(style);
        if wide == 2 {
            buffer[(column + used + 1, row)].reset();
        }
        used += wide;
    }
    used
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_cut_by_columns_not_by_characters() {
        for (text, columns, expected) in [
            ("Northwind", 9, "Northwind"),
            ("Northwind", 6, "North~"),
            ("海虹印刷", 8, "海虹印刷"),
            ("海虹印刷", 6, "海虹~"),
            ("海虹印刷", 4, "海~"),
            ("海虹", 1, "~"),
            ("海虹", 0, ""),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}~"),
        ] {
            assert_eq!(fit(text, columns), expected, "{text} {columns}");
        }
        for (columns, expected) in [(16, "Kupfer is in the"), (9, "Kupf~ the"), (1, "~"), (0, "")] {
            assert_eq!(fit_ends("Kupfer is in the", columns), expected);
        }
        assert_eq!(fit_ends("海虹印刷有限公司", 11), "海虹印~公司");
        assert_eq!(pad("海虹印刷", 7), "海虹印~");
        assert_eq!(pad("海虹印刷", 6), "海虹~ ");
        assert_eq!(pad_left("3d", 5), "   3d");
    }

    #[test]
    fn long_text_is_broken_at_spaces_or_between_characters() {
        assert_eq!(wrap("ask for the order", 8, 9), ["ask for", "the", "order"]);
        assert_eq!(wrap("报价三万二要样品", 6, 9), ["报价三", "万二要", "样品"]);
        assert_eq!(wrap("one two three four", 8, 2), ["one two", "three~"]);
        assert_eq!(wrap("aaaaaaaaaa", 4, 9), ["aaaa", "aaaa", "aa"]);
        // A Thai vowel joins the picture before it into one cluster of seven columns.
        let joined = wrap("👨‍👩‍👧ൔ👨‍👩‍👧👨‍👩‍👧ำ", 5, 9);
        assert!(joined.iter().all(|line| width(line) <= 7), "{joined:?}");
    }

    #[test]
    fn the_right_half_of_a_wide_character_is_written_over_when_it_moves() {
        let line = |text: &str| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
            buffer.set_string(0, 0, text, Style::new());
            mark_covered(&mut buffer);
            buffer
        };
        let (before, after) = (line(" 海"), line("虹"));
        let written: Vec<_> =
            before.diff(&after).into_iter().map(|(column, _, cell)| (column, cell.symbol())).collect();
        assert_eq!(written, [(0, "虹"), (2, " ")]);
    }

    #[test]
    fn a_frame_over_half_a_wide_character_leaves_no_half() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "海虹印", Style::new());
        clear(&mut buffer, Rect::new(1, 0, 3, 1));
        assert_eq!(buffer[(0, 0)].symbol(), " ");
        assert_eq!(buffer[(4, 0)].symbol(), "印");
    }

    #[test]
    fn a_simple_character_takes_the_columns_of_its_cluster() {
        for letter in (' '..=LAST_IDEOGRAPH).filter(|letter| simple_width(*letter).is_some()) {
            assert_eq!(simple_width(letter), Some(cluster_width(&letter.to_string())), "{letter:?}");
        }
    }

    #[test]
    fn every_symbol_takes_one_column_or_two() {
        for (cluster, drawn) in [
            ("👨‍👩‍👧", vec![("👨", 2)]),
            ("👍🏽", vec![("👍", 2)]),
            ("🏽", vec![("🏽", 2)]),
            ("🇹🇼", vec![("🇹🇼", 2)]),
            ("क्ष", vec![("क्ष", 2)]),
            ("ﾎﾟ", vec![("ポ", 2)]),
            ("\u{301}", vec![]),
        ] {
            let symbols = symbols(cluster);
            let symbols: Vec<_> = symbols.iter().map(|(symbol, wide)| (symbol.as_ref(), *wide)).collect();
            assert_eq!(symbols, drawn);
        }
    }

    proptest! {
        #[test]
        fn what_is_measured_is_what_is_put(
            text in "(\\PC|[ -~]|[\u{4e00}-\u{4e20}]|[\u{0600}-\u{06ff}]|[\u{0e00}-\u{0e7f}]|[\u{1f1e6}-\u{1f1ff}]\
                |[\u{ff61}-\u{ff9f}]|[\u{0300}-\u{0310}\u{200d}\u{fe0f}]|👨‍👩‍👧|❤️|👍🏽){0,12}",
            columns in 1_u16..16,
        ) {
            let text = safe::line(&text);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
            buffer.set_string(0, 0, "#".repeat(40), Style::new());
            let padded = pad(&text, columns.into());
            prop_assert_eq!(width(&padded), usize::from(columns));
            let used = put(&mut buffer, 3, 0, columns, &padded, Style::new());
            prop_assert_eq!(used, columns);
            let edges = (buffer[(2, 0)].symbol(), buffer[(3 + columns, 0)].symbol());
            prop_assert_eq!(edges, ("#", "#"));
            // One cluster may be wider than a very narrow line: it stands in it alone.
            let room = text.graphemes(true).map(width).max().unwrap_or(0).max(columns.into());
            let widest = wrap(&text, columns.into(), 9).iter().map(|line| width(line)).max();
            prop_assert!(widest.unwrap_or(0) <= room);
        }
    }
}
