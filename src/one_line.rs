//! Words of an article as names and evidence print them: on one line, and no longer than anybody reads.

/// Bytes that are read, and bytes that are printed, at most: a giant word must not be printed in every sentence.
const LONGEST_READ: usize = 1600;
const LONGEST_PRINTED: usize = 400;

/// The words with single blanks between them; of very long ones the beginning.
pub(crate) fn one_line(words: &str) -> String {
    let words = head(words, LONGEST_READ);
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let end = head(&line, LONGEST_PRINTED).len();
    line.truncate(end);
    line
}

/// The first `len` bytes, or a little less, so as to end with a whole character.
pub(crate) fn head(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_single_and_giants_are_cut() {
        assert_eq!(one_line(" Zoë \n\u{a0}Smith "), "Zoë Smith");
        assert_eq!(one_line(&"ë".repeat(5000)).len(), LONGEST_PRINTED);
        assert_eq!(head("aë", 2), "a");
    }
}
