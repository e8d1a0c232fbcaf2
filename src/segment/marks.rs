//! The marks that end, close, open and divide: what each character of punctuation can be.

/// What a mark at the edge of words is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Closing,
    Opening,
    /// A straight mark, which may do both.
    Either,
}

/// The first place from `at` on where something may have to be decided.
pub(super) fn next_candidate(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let step = rest.iter().position(|byte| CANDIDATES[usize::from(*byte)])?;
    Some(at + step)
}

/// Bytes that begin a terminator, a bar, a bullet, a line break, or end a list label.
static CANDIDATES: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b".!?|)\n\r\x0C\xE2\xEF\xE3\xD8\xDB\xE0";
    let mut n = 0;
    while n < bytes.len() {
        table[bytes[n] as usize] = true;
        n += 1;
    }
    table
};

/// Length in bytes of a character, by its first byte.
pub(super) const fn character_len(first: u8) -> usize {
    match first {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

/// What a terminator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terminator {
    /// A full stop, which may be an abbreviation's.
    Stop,
    /// Three stops in one character.
    Ellipsis,
    /// A mark that is used for nothing else.
    Strong,
}

/// The terminator with which `rest` begins, and its length in bytes.
pub(super) fn terminator(rest: &str) -> Option<(Terminator, usize)> {
    let kind = match rest.chars().next()? {
        '.' => Terminator::Stop,
        '…' | '‥' => Terminator::Ellipsis,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '。' | '．' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥' => {
            Terminator::Strong
        }
        _ => return None,
    };
    Some((kind, character_len(rest.as_bytes()[0])))
}

/// The length of the bullet with which `rest` begins.
pub(super) fn bullet(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    "•‣⁃◦▪▫●○■□➤➢✓✔".contains(first).then(|| first.len_utf8())
}

/// Whether the words end with a terminator, closing marks after it allowed, or with a bar.
pub(super) fn ends_sentence(words: &str) -> bool {
    let is_closer = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '“' | ')' | ']' | '»');
    let inner = words.trim_end_matches(is_closer);
    inner.ends_with(['.', '!', '?', '…', '|']) || words.ends_with(['”', '"'])
}

/// Quotation marks that were saved in one encoding and read in another, as old web pages have them.
const MOJIBAKE: [(&str, Edge); 4] =
    [("â€œ", Edge::Opening), ("â€˜", Edge::Opening), ("â€\u{9d}", Edge::Closing), ("â€™", Edge::Closing)];

/// The quotation mark or bracket with which `rest` begins, and its length in bytes.
pub(super) fn edge(rest: &str) -> Option<(Edge, usize)> {
    let first = rest.chars().next()?;
    let edge = match first {
        '"' | '\'' => Edge::Either,
        '”' | '’' | '»' | '›' | ')' | ']' | '}' => Edge::Closing,
        '“' | '‘' | '«' | '‹' | '„' | '‚' | '(' | '[' | '{' => Edge::Opening,
        'â' => return mojibake(rest),
        _ => return None,
    };
    Some((edge, first.len_utf8()))
}

fn mojibake(rest: &str) -> Option<(Edge, usize)> {
    for (marks, edge) in MOJIBAKE {
        if rest.starts_with(marks) {
            return Some((edge, marks.len()));
        }
    }
    // The last byte of a closing mark has no character in Windows-1252 and is often lost.
    let after = rest.strip_prefix("â€")?;
    let lost = after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    lost.then_some((Edge::Closing, "â€".len()))
}

/// Whether the character is a bracket, not a quotation mark.
pub(super) const fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '{' | '}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_closing_marks_are_known() {
        assert_eq!(edge("â€\u{9d} she"), Some((Edge::Closing, 7)));
        assert_eq!(edge("â€ she"), Some((Edge::Closing, 5)));
        assert_eq!(edge("â€œWe"), Some((Edge::Opening, 7)));
        assert_eq!(edge("âge"), None);
    }

    #[test]
    fn every_terminator_and_bullet_is_a_candidate() {
        for mark in ".!?…‥‼⁇⁈⁉‽。．！？｡؟۔।॥•‣⁃◦▪▫●○■□➤➢✓✔|".chars()
        {
            assert_eq!(next_candidate(&format!("a{mark}"), 0), Some(1), "{mark}");
        }
    }
}
