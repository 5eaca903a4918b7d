//! The encoding of a text file: found on its first piece, then decoded piece by piece.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, CoderResult, Decoder, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::error::{ExchangeError, Result};
use super::foreign::Foreign;
use crate::domain::language::Language;

/// How much of a file is looked at to find its encoding, in bytes.
const SAMPLE: usize = 1 << 20;

/// How much is read and decoded at a time, in bytes.
const PIECE: usize = 64 << 10;

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charset(&'static Encoding);

impl Charset {
    /// UTF-8, with or without byte order mark.
    pub const UTF_8: Charset = Charset(UTF_8);

    /// The encoding a person names: `gbk`, `utf-16`, `Big5`, `latin1` …
    pub fn named(label: &str) -> Result<Charset> {
        Encoding::for_label_no_replacement(label.as_bytes())
            .map(Charset::of)
            .ok_or_else(|| ExchangeError::UnknownEncoding(label.to_owned()))
    }

    /// The name people and JSON see, lower case: `utf-8`, `utf-16le`, `gb18030`, `big5` …
    pub fn name(self) -> String {
        self.0.name().to_ascii_lowercase()
    }

    /// GBK is a part of GB18030; one name for both.
    fn of(encoding: &'static Encoding) -> Charset {
        Charset(if encoding == GBK { GB18030 } else { encoding })
    }

    /// Finds the encoding of a sample: byte order mark, then what the bytes themselves prove (UTF-16 by its
    /// zero bytes, UTF-8 by its form, Chinese by how many common characters come out), then a guess.
    pub fn detect(sample: &[u8], language: Language) -> Charset {
        if let Some((encoding, _)) = Encoding::for_bom(sample) {
            return Charset::of(encoding);
        }
        let found = utf_16(sample).or_else(|| utf_8(sample)).or_else(|| chinese(sample));
        Charset::of(found.unwrap_or_else(|| guess(sample, language)))
    }
}

/// A whole text, in whatever encoding it was written, without its byte order mark; nothing when some of its bytes
/// mean nothing.
pub fn whole_text(bytes: &[u8], language: Language) -> Option<String> {
    let (text, _, damage) = Charset::detect(bytes, language).0.decode(bytes);
    (!damage).then(|| text.into_owned())
}

/// UTF-16 without a mark: commas, digits and line ends have a zero byte, always on the same side.
///
/// What is also good UTF-8 can only be Latin text, where every other byte is zero: a single zero byte is
/// damage, and no reason to read pairs.
fn utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    const SIDES_APART: usize = 10;
    const UNITS_PER_ZERO: usize = 20;
    const UNITS_PER_ZERO_IN_LATIN: usize = 2;
    let units = sample.len() / 2;
    let per_zero = if std::str::from_utf8(sample).is_ok() { UNITS_PER_ZERO_IN_LATIN } else { UNITS_PER_ZERO };
    let zeros = |side: usize| sample.chunks_exact(2).filter(|unit| unit[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let clear = |many: usize, few: usize| many > 0 && many * per_zero >= units && few * SIDES_APART < many;
    let encoding = match () {
        () if clear(second, first) => UTF_16LE,
        () if clear(first, second) => UTF_16BE,
        () => return None,
    };
    // The sample may end inside a pair of surrogates, so its last bytes are not asked.
    let whole = &sample[..units.saturating_sub(1) * 2];
    encoding.decode_without_bom_handling_and_without_replacement(whole).map(|_| encoding)
}

/// UTF-8, also with a few broken places (a cut cell) among many whole characters.
fn utf_8(sample: &[u8]) -> Option<&'static Encoding> {
    const WHOLE_PER_BROKEN: usize = 10;
    let (mut whole, mut broken) = (0, 0);
    let mut chunks = sample.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        let cut_by_sample = chunks.peek().is_none() && could_go_on(chunk.invalid());
        if !chunk.invalid().is_empty() && !cut_by_sample {
            broken += 1;
        }
    }
    (broken * WHOLE_PER_BROKEN <= whole).then_some(UTF_8)
}

fn could_go_on(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// GB18030 or Big5, by the share of byte pairs that are common characters or punctuation in each.
///
/// Names are few and short, so letter statistics fail on them; but the common characters of both standards
/// stand in one block each, and text of the one falls outside the block of the other.
fn chinese(sample: &[u8]) -> Option<&'static Encoding> {
    const COMMON_NEEDED_PERCENT: usize = 60;
    let (mut pairs, mut common_gb, mut common_big5) = (0, 0, 0);
    let mut at = 0;
    while at + 1 < sample.len() {
        if sample[at] < 0x81 {
            at += 1;
            continue;
        }
        let (lead, trail) = (sample[at], sample[at + 1]);
        pairs += 1;
        common_gb += usize::from(matches!((lead, trail), (0xA1..=0xA3 | 0xB0..=0xD7, 0xA1..=0xFE)));
        common_big5 += usize::from(matches!((lead, trail), (0xA1..=0xC6, 0x40..=0x7E | 0xA1..=0xFE)));
        at += 2;
    }
    let (encoding, common) =
        if common_gb >= common_big5 { (GB18030, common_gb) } else { (BIG5, common_big5) };
    (pairs > 0 && common * 100 >= pairs * COMMON_NEEDED_PERCENT).then_some(encoding)
}

fn guess(sample: &[u8], language: Language) -> &'static Encoding {
    let hint = language.top_level_domain().map(str::as_bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(hint, Utf8Detection::Allow)
}

/// A reader that gives UTF-8, whatever the file was written in. Bytes that mean nothing become U+FFFD.
pub struct Decoded<R> {
    bytes: R,
    charset: Charset,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    raw_over: bool,
    text: Vec<u8>,
    text_at: usize,
    consumed: u64,
    over: bool,
}

impl<R> std::fmt::Debug for Decoded<R> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Decoded").field("charset", &self.charset).finish_non_exhaustive()
    }
}

impl<R: Read> Decoded<R> {
    /// Reads a sample, finds the encoding by it (unless `charset` says it) and starts decoding.
    pub fn new(mut bytes: R, charset: Option<Charset>, language: Language) -> Result<Decoded<R>> {
        let mut raw = Vec::new();
        bytes.by_ref().take(SAMPLE as u64).read_to_end(&mut raw)?;
        if raw.is_empty() {
            return Err(ExchangeError::Empty);
        }
        if let Some(holds) = Foreign::known_by(&raw) {
            return Err(ExchangeError::NoTable(holds));
        }
        let charset = charset.unwrap_or_else(|| Charset::detect(&raw, language));
        Ok(Decoded {
            bytes,
            charset,
            decoder: charset.0.new_decoder_with_bom_removal(),
            raw,
            raw_at: 0,
            raw_over: false,
            text: vec![0; PIECE],
            text_at: PIECE,
            consumed: 0,
            over: false,
        })
    }

    /// The encoding found or given.
    pub fn charset(&self) -> Charset {
        self.charset
    }

    /// Bytes of the file decoded so far.
    pub fn consumed(&self) -> u64 {
        self.consumed
    }

    fn decode_piece(&mut self) -> io::Result<()> {
        self.text.clear();
        self.text_at = 0;
        let mut written_all = 0;
        while written_all == 0 && !self.over {
            if self.raw_at == self.raw.len() && !self.raw_over {
                self.raw.resize(PIECE, 0);
                self.raw_at = 0;
                let got = self.bytes.read(&mut self.raw);
                // Who was interrupted asks again: what was not read is not there.
                self.raw.truncate(*got.as_ref().unwrap_or(&0));
                let got = got?;
                self.raw_over = got == 0;
            }
            self.text.resize(PIECE, 0);
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(&self.raw[self.raw_at..], &mut self.text, self.raw_over);
            self.raw_at += read;
            self.consumed += read as u64;
            written_all += written;
            self.over = self.raw_over && result == CoderResult::InputEmpty;
        }
        self.text.truncate(written_all);
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, wanted: &mut [u8]) -> io::Result<usize> {
        if self.text_at >= self.text.len() && !self.over {
            self.decode_piece()?;
        }
        let ready = self.text.get(self.text_at..).unwrap_or_default();
        let count = ready.len().min(wanted.len());
        wanted[..count].copy_from_slice(&ready[..count]);
        self.text_at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16_bytes(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    fn in_encoding(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn read_all(bytes: &[u8], charset: Option<Charset>) -> (String, String) {
        let mut decoded = Decoded::new(bytes, charset, Language::English).unwrap();
        let mut text = String::new();
        decoded.read_to_string(&mut text).unwrap();
        (decoded.charset().name(), text)
    }

    const SIMPLIFIED: &str = "姓名,电话,公司\n陈敏,13800000000,海虹印刷有限公司\n周立,,\n";
    const TRADITIONAL: &str = "姓名,電話,公司\n陳敏,0912345678,青禾包裝股份有限公司\n";

    #[test]
    fn encodings_are_found_by_mark_or_by_the_bytes_alone() {
        let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for (expected, bytes, text) in [
            ("utf-8", SIMPLIFIED.as_bytes().to_vec(), SIMPLIFIED),
            ("utf-8", with_mark(b"\xEF\xBB\xBF", SIMPLIFIED.into()), SIMPLIFIED),
            ("utf-8", b"Name,Phone\nAna,1\n".to_vec(), "Name,Phone\nAna,1\n"),
            ("utf-16le", with_mark(b"\xFF\xFE", utf_16_bytes(SIMPLIFIED, u16::to_le_bytes)), SIMPLIFIED),
            ("utf-16be", with_mark(b"\xFE\xFF", utf_16_bytes(SIMPLIFIED, u16::to_be_bytes)), SIMPLIFIED),
            ("utf-16le", utf_16_bytes(SIMPLIFIED, u16::to_le_bytes), SIMPLIFIED),
            ("utf-16be", utf_16_bytes(SIMPLIFIED, u16::to_be_bytes), SIMPLIFIED),
            (
                "utf-16le",
                utf_16_bytes("Name\tPhone\r\nAna\t1\r\n", u16::to_le_bytes),
                "Name\tPhone\r\nAna\t1\r\n",
            ),
            ("gb18030", in_encoding(GB18030, SIMPLIFIED), SIMPLIFIED),
            ("gb18030", in_encoding(GB18030, "张伟\n"), "张伟\n"),
            ("gb18030", in_encoding(GB18030, "姓名\n李娜\n王芳\n"), "姓名\n李娜\n王芳\n"),
            ("big5", in_encoding(BIG5, TRADITIONAL), TRADITIONAL),
            ("big5", in_encoding(BIG5, "姓名\n林薇\n"), "姓名\n林薇\n"),
            (
                "windows-1252",
                in_encoding(encoding_rs::WINDOWS_1252, "Name,Straße\nMüller,Königsallee\nJosé,Peña\n"),
                "Name,Straße\nMüller,Königsallee\nJosé,Peña\n",
            ),
        ] {
            let (name, decoded) = read_all(&bytes, None);
            assert_eq!((name.as_str(), decoded.as_str()), (expected, text));
        }
    }

    /// Gives ten bytes at a time, and is interrupted before each.
    struct Interrupted<'text>(&'text [u8], bool);

    impl Read for Interrupted<'_> {
        fn read(&mut self, wanted: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let count = wanted.len().min(10);
            self.0.read(&mut wanted[..count])
        }
    }

    #[test]
    fn who_is_interrupted_reads_on_where_it_was() {
        let text = SIMPLIFIED.repeat(SAMPLE / SIMPLIFIED.len() + 2);
        let mut decoded = Decoded::new(Interrupted(text.as_bytes(), false), None, Language::English).unwrap();
        let mut read = String::new();
        decoded.read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
    }

    #[test]
    fn a_named_encoding_overrules() {
        let bytes = in_encoding(GB18030, "张伟");
        assert_eq!(read_all(&bytes, Some(Charset::named("latin1").unwrap())).0, "windows-1252");
        assert_eq!(Charset::named("GBK").unwrap().name(), "gb18030");
        assert!(
            matches!(Charset::named("klingon"), Err(ExchangeError::UnknownEncoding(name)) if name == "klingon")
        );
    }

    #[test]
    fn a_character_on_the_border_of_two_pieces_is_whole() {
        for lead in ["", "a", "ab"] {
            let text = format!("{lead}{}", "海虹印刷".repeat(SAMPLE / 6));
            assert!(text.len() > SAMPLE);
            assert_eq!(read_all(text.as_bytes(), None), ("utf-8".into(), text.clone()));
            let (name, decoded) = read_all(&in_encoding(GB18030, &text), None);
            assert_eq!((name.as_str(), decoded == text), ("gb18030", true));
        }
    }

    #[test]
    fn a_broken_place_and_a_zero_byte_do_not_hide_utf_8() {
        assert_eq!(
            Charset::detect(b"name\n\xE9\x99\x88\xE6\x95\x8F\0x\n", Language::English),
            Charset::UTF_8
        );
        let mut bytes = SIMPLIFIED.as_bytes().to_vec();
        bytes.extend(b"\xFF\n");
        assert_eq!(Charset::detect(&bytes, Language::Simplified), Charset::UTF_8);
    }

    #[test]
    fn an_empty_file_is_said_to_be_empty() {
        let error = Decoded::new(&b""[..], None, Language::English).err();
        assert!(matches!(error, Some(ExchangeError::Empty)));
    }
}
