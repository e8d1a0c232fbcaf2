//! Breaks words into lines, and takes out what would steer the terminal.

/// Lines of at most `width` characters where the words allow it. White space runs become one space and
/// control characters, with which an article could steer the reader's terminal, become `�`.
pub(in crate::render) fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut n_line = 0;
    for word in words.split_whitespace() {
        let n_word = word.chars().count();
        if n_line > 0 && n_line + 1 + n_word > width {
            lines.push(std::mem::take(&mut line));
            n_line = 0;
        }
        if n_line > 0 {
            line.push(' ');
            n_line += 1;
        }
        line.extend(word.chars().map(visible));
        n_line += n_word;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words on one line, cut with `…` after `width` characters.
pub(in crate::render) fn clip(words: &str, width: usize) -> String {
    let mut clipped: String = words.chars().take(width).map(visible).collect();
    if words.chars().nth(width).is_some() {
        clipped.pop();
        clipped.push('…');
    }
    clipped
}

fn visible(character: char) -> char {
    if character.is_control() { '\u{FFFD}' } else { character }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_keep_long_ones() {
        assert_eq!(wrap("the “inadequate”\n service", 9), ["the", "“inadequate”", "service"]);
        assert!(wrap(" \n ", 9).is_empty());
    }

    #[test]
    fn an_article_cannot_steer_the_terminal() {
        assert_eq!(wrap("a\u{1b}[31mred", 80), ["a\u{FFFD}[31mred"]);
        assert_eq!(clip("\u{7}bell and more", 6), "\u{FFFD}bell…");
    }
}
