//! Bytes to text: UTF-8 and UTF-16 by their marks, anything else by a guess that is reported.

use chardetng::{EncodingDetector, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How bytes became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decoding {
    /// The encoding, by its name in the WHATWG standard ("UTF-8", "windows-1252").
    pub encoding: &'static str,
    /// Whether a byte order mark stood at the start; it is not part of the text.
    pub had_bom: bool,
    /// Whether bytes that mean nothing in this encoding were replaced by U+FFFD.
    pub replaced: bool,
    /// Whether the encoding was guessed from the bytes.
    pub guessed: bool,
}

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binary {
    /// What they seem to be ("a PDF document").
    pub found: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

const EXPORT: &str = "open it, copy the article and save it as a text file (.txt)";
const UNPACK: &str = "unpack it and give the text files in it";
const TYPE: &str = "type the article or copy it from its web page into a text file (.txt)";
const OTHER: &str = "give the article as a text file (.txt), best in UTF-8";

/// First bytes by which other formats are known.
const FORMATS: [(&[u8], &str, &str); 14] = [
    (b"%PDF-", "a PDF document", EXPORT),
    (b"PK\x03\x04", "a Word document or a zip archive", EXPORT),
    (b"\xD0\xCF\x11\xE0", "an old Word or Excel document", EXPORT),
    (b"{\\rtf", "a rich text document", EXPORT),
    (b"\x1F\x8B", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive", UNPACK),
    (b"\xFD7zXZ\x00", "an xz archive", UNPACK),
    (b"\x89PNG", "a PNG picture", TYPE),
    (b"\xFF\xD8\xFF", "a JPEG picture", TYPE),
    (b"GIF8", "a GIF picture", TYPE),
    (b"RIFF", "a sound, film or picture file", TYPE),
    (b"PAR1", "a Parquet table", "export its articles as text files, or as JSONL with `id` and `text`"),
    (b"\x7FELF", "a program", OTHER),
];

/// Bytes that the guess of an encoding looks at; more would not change it.
const GUESSED_FROM: usize = 1 << 20;

/// Turns bytes into text. Offsets count in the text that is returned, which has no byte order mark.
///
/// UTF-8 unless a mark says UTF-16; where the bytes are neither, the encoding is guessed
/// (`chardetng`, the detector of Firefox) and the guess is reported.
///
/// # Errors
/// When the bytes are no text: what they seem to be, and what to do.
pub fn decode(bytes: &[u8]) -> Result<(String, Decoding), Binary> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return binary_if_nul(decoded(&bytes[length..], encoding, true, false));
    }
    if let Some((_, found, remedy)) =
        FORMATS.into_iter().find(|(start, _, _)| bytes.starts_with(start) && is_format(start, bytes))
    {
        return Err(Binary { found, remedy });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let decoding = Decoding { encoding: UTF_8.name(), had_bom: false, replaced: false, guessed: false };
        return binary_if_nul((text.to_owned(), decoding));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return binary_if_nul(decoded(bytes, encoding, false, true));
    }
    if bytes.contains(&0) {
        return Err(NO_TEXT);
    }
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESSED_FROM)], true);
    let encoding = detector.guess(Some(b"uk"), Utf8Detection::Allow);
    binary_if_nul(decoded(bytes, encoding, false, true))
}

const NO_TEXT: Binary = Binary { found: "bytes that are no text", remedy: OTHER };

/// Short marks that also start honest texts (`BZhang said`) count only where the bytes are no UTF-8 text.
fn is_format(start: &[u8], bytes: &[u8]) -> bool {
    let telling = matches!(start, b"%PDF-" | b"{\\rtf");
    telling || std::str::from_utf8(bytes).is_err() || bytes.contains(&0)
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, had_bom: bool, guessed: bool) -> (String, Decoding) {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    let decoding = Decoding { encoding: encoding.name(), had_bom, replaced, guessed };
    (text.into_owned(), decoding)
}

/// A NUL is no character of any article: where it stands, the bytes were something else.
fn binary_if_nul(read: (String, Decoding)) -> Result<(String, Decoding), Binary> {
    if read.0.contains('\0') { Err(NO_TEXT) } else { Ok(read) }
}

/// UTF-16 whose mark was lost: nearly every other byte is NUL, as in English text.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 2 {
        None
    } else if odd * 10 >= half * 7 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= half * 7 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: &str, had_bom: bool, guessed: bool) {
        let (found, decoding) = decode(bytes).unwrap();
        assert_eq!(found, text);
        let expected = (encoding, had_bom, guessed);
        assert_eq!((decoding.encoding, decoding.had_bom, decoding.guessed), expected);
    }

    #[test]
    fn marks_are_read_and_taken_away() {
        check("“Zoë”".as_bytes(), "“Zoë”", "UTF-8", false, false);
        check(b"\xEF\xBB\xBFHi", "Hi", "UTF-8", true, false);
        check(b"\xFF\xFEH\0i\0", "Hi", "UTF-16LE", true, false);
        check(b"\xFE\xFF\0H\0i", "Hi", "UTF-16BE", true, false);
    }

    #[test]
    fn the_marks_of_windows_are_guessed() {
        check(
            b"\x93We are sorry,\x94 said the leader. It cost \xA3900,000 and that isn\x92t all.",
            "“We are sorry,” said the leader. It cost £900,000 and that isn’t all.",
            "windows-1252",
            false,
            true,
        );
    }

    #[test]
    fn mojibake_is_left_as_it_is() {
        check("childrenâ€™s".as_bytes(), "childrenâ€™s", "UTF-8", false, false);
    }

    #[test]
    fn broken_bytes_are_replaced_and_reported() {
        let (text, decoding) = decode(b"\xFF\xFEH\0i\0\x00\xD8").unwrap();
        assert_eq!((text.as_str(), decoding.replaced), ("Hi\u{fffd}", true));
    }

    #[test]
    fn other_formats_are_named() {
        for (start, found, _) in FORMATS {
            let bytes = [start, b"\x00\xFF\xFE\x80"].concat();
            assert_eq!(decode(&bytes).unwrap_err().found, found);
        }
        assert_eq!(decode(b"a\0b\xFF").unwrap_err(), NO_TEXT);
        assert_eq!(decode(b"plain\0text").unwrap_err(), NO_TEXT);
    }

    #[test]
    fn a_text_that_starts_like_another_format_is_a_text() {
        check(b"RIFF over cuts", "RIFF over cuts", "UTF-8", false, false);
        check(b"", "", "UTF-8", false, false);
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_text_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok((text, decoding)) = decode(&bytes) {
                prop_assert!(!text.contains('\0'));
                prop_assert!(!decoding.encoding.is_empty());
            }
        }

        #[test]
        fn utf8_is_read_as_it_stands(text in "[^\0\u{feff}]{0,200}") {
            prop_assume!(!text.starts_with("%PDF-") && !text.starts_with("{\\rtf"));
            let (found, _) = decode(text.as_bytes()).unwrap();
            prop_assert_eq!(found, text);
        }
    }
}
