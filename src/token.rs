//! Words and marks of a sentence: look-up forms beside spans that stay true to the published text.

use crate::Span;
use crate::one_line::head;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with inner apostrophes and hyphens ("co-opted", "don’t"); a possessive "’s" is a token of its own.
    Word,
    /// Starts with a digit ("61-year-old", "£3.2m" without the sign).
    Number,
    /// One character that is neither, such as a comma or a quotation mark.
    Mark,
}

/// A word, number or mark, with its look-up form in [`Tokens`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
}

/// A token as it is kept: a giant line has millions, so offsets count from the start of the sentence, in 32 bits.
#[derive(Clone, Copy, Debug)]
struct Packed {
    start: u32,
    end: u32,
    /// Where the look-up form starts; it ends where the next one starts.
    lower: u32,
    kind: TokenKind,
    /// Whether it begins with a capital letter.
    capital: bool,
    /// Whether it is written in capital letters only, two at least.
    capitals: bool,
}

/// The tokens of one sentence. Look-up forms are lower case, with plain apostrophes and no full stop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    tokens: Vec<Packed>,
    folded: String,
    /// Where the sentence starts in the text.
    start: usize,
}

/// Bytes of a look-up form at most. What is longer is in no list, and rules may ask for it many times.
const LONGEST_FORM: usize = 256;

/// An offset within a sentence. Beyond four gigabytes, which nobody writes in one, tokens hold nothing.
fn packed(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

impl Tokens {
    /// Cuts the stretch `span` of `text`.
    pub(crate) fn new(text: &str, span: Span) -> Self {
        let mut tokens = Self {
            tokens: Vec::with_capacity(span.len() / 4 + 1),
            folded: String::with_capacity(span.len()),
            start: span.start,
        };
        let words = span.of(text);
        let mut at = 0;
        while let Some(first) = words[at..].chars().next() {
            let rest = &words[at..];
            if first.is_whitespace() || is_invisible(first) {
                at += first.len_utf8();
                continue;
            }
            let (kind, len) = if first.is_alphabetic() {
                (TokenKind::Word, word_len(rest))
            } else if first.is_numeric() {
                (TokenKind::Number, word_len(rest))
            } else if is_possessive(rest) && tokens.touches_word(at) {
                (TokenKind::Word, first.len_utf8() + 1)
            } else {
                (TokenKind::Mark, first.len_utf8())
            };
            tokens.push(Span::new(at, at + len), &rest[..len], kind, first);
            at += len;
        }
        tokens
    }

    fn touches_word(&self, at: usize) -> bool {
        self.tokens.last().is_some_and(|token| token.end == packed(at) && token.kind != TokenKind::Mark)
    }

    /// Adds the token `word`, which begins with the letter `first`, at `place` of the sentence.
    fn push(&mut self, place: Span, word: &str, kind: TokenKind, first: char) {
        let lower = self.folded.len();
        self.fold(if word.ends_with('.') { word.trim_end_matches('.') } else { word });
        if kind == TokenKind::Mark && self.folded.len() == lower {
            self.folded.push('.');
        }
        let (start, end) = (packed(place.start), packed(place.end));
        // Most words begin with a small letter.
        let capitals = !first.is_ascii_lowercase() && is_capitals(word);
        let capital = first.is_uppercase();
        self.tokens.push(Packed { start, end, lower: packed(lower), kind, capital, capitals });
    }

    /// Adds a look-up form.
    fn fold(&mut self, word: &str) {
        let word = head(word, LONGEST_FORM);
        if word.is_ascii() {
            let start = self.folded.len();
            self.folded.push_str(word);
            self.folded[start..].make_ascii_lowercase();
            return;
        }
        for character in word.chars() {
            match character {
                '’' | '‘' | 'ʼ' => self.folded.push('\''),
                '‑' | '‐' => self.folded.push('-'),
                plain if plain.is_ascii() => self.folded.push(plain.to_ascii_lowercase()),
                other => self.folded.extend(other.to_lowercase()),
            }
        }
    }

    /// Number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at `place`.
    pub(crate) fn get(&self, place: usize) -> Option<Token> {
        let token = self.tokens.get(place)?;
        let span = Span::new(self.start + token.start as usize, self.start + token.end as usize);
        Some(Token { span, kind: token.kind })
    }

    /// The look-up form of the token at `place`; empty outside.
    pub(crate) fn lower(&self, place: usize) -> &str {
        let Some(token) = self.tokens.get(place) else {
            return "";
        };
        let end = self.tokens.get(place + 1).map_or(self.folded.len(), |next| next.lower as usize);
        self.folded.get(token.lower as usize..end).unwrap_or_default()
    }

    /// Whether the token at `place` is a word that begins with a capital letter.
    pub(crate) fn is_capital(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.capital && token.kind == TokenKind::Word)
    }

    /// Whether the token at `place` is written in capital letters only, two at least.
    pub(crate) fn is_capitals(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.capitals)
    }

    /// Whether the token at `place` is a word or a number.
    pub(crate) fn is_word(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.kind != TokenKind::Mark)
    }

    /// The stretch of text from token `from` up to, without, token `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (self.get(from), to.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) if from < to => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The first token that starts at or after byte `offset`.
    pub(crate) fn at_or_after(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| self.start + (token.start as usize) < offset)
    }

    /// How many tokens of `phrase` (look-up forms, apart by one space) stand at `place`; none when they do not.
    pub(crate) fn matches(&self, place: usize, phrase: &str) -> Option<usize> {
        if phrase.as_bytes().first() != self.lower(place).as_bytes().first() && !phrase.starts_with('*') {
            return None;
        }
        let mut n_tokens = 0;
        for word in phrase.split(' ') {
            let here = self.lower(place + n_tokens);
            let fits = match word.strip_suffix('*') {
                Some(stem) => here.starts_with(stem),
                None => here == word,
            };
            if !fits || place + n_tokens >= self.len() {
                return None;
            }
            n_tokens += 1;
        }
        Some(n_tokens)
    }
}

fn is_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase) && word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
}

/// Zero-width characters that print nothing.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Bytes of the word at the start of `rest`: letters and digits, with single apostrophes, hyphens and
/// decimal signs between them, and the full stop of an initial or of a short title ("J.", "Cllr.").
fn word_len(rest: &str) -> usize {
    let mut end = 0;
    loop {
        end += rest.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let mut after = rest[end..].chars();
        let Some(character) = after.next() else {
            return end;
        };
        if character.is_alphanumeric() || is_joined_mark(character) {
            end += character.len_utf8();
            continue;
        }
        let next = after.next();
        let inner = match character {
            '\'' | '’' => !is_possessive(&rest[end..]) && next.is_some_and(char::is_alphabetic),
            '-' | '‑' | '‐' | '&' => next.is_some_and(char::is_alphanumeric),
            '.' | ',' => {
                next.is_some_and(|next| next.is_ascii_digit())
                    && rest[..end].ends_with(|c: char| c.is_ascii_digit())
            }
            _ => false,
        };
        if !inner {
            return end + usize::from(character == '.' && is_abbreviated(&rest[..end], &rest[end + 1..]));
        }
        end += character.len_utf8();
    }
}

/// Combining marks belong to the letter before them.
fn is_joined_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}')
}

/// Whether a full stop after `word` belongs to it: an initial or a short capitalised title, with more to come.
fn is_abbreviated(word: &str, after: &str) -> bool {
    let n_letters = word.chars().take(5).count();
    word.starts_with(char::is_uppercase)
        && n_letters <= 4
        && !after.trim_start().is_empty()
        && (n_letters == 1 || after.starts_with(|c: char| c.is_whitespace() || c.is_uppercase()))
}

/// Whether `rest` begins with a possessive or contracted "’s" at the end of a word.
fn is_possessive(rest: &str) -> bool {
    let mut characters = rest.chars();
    matches!(characters.next(), Some('\'' | '’'))
        && matches!(characters.next(), Some('s' | 'S'))
        && !characters.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = Tokens::new(text, Span::new(0, text.len()));
        let found: Vec<&str> = (0..tokens.len()).map(|place| tokens.lower(place)).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn words_keep_inner_marks_and_lose_the_possessive() {
        check("Labour’s Zoë O’Hara-Smith didn’t say", "labour 's zoë o'hara-smith didn't say");
        check("“Stop,” she said.", "“ stop , ” she said .");
    }

    #[test]
    fn initials_and_titles_keep_their_stop_within_the_token() {
        check("Dr. J. P. Marchetti, 61, paid £3.2m.", "dr j p marchetti , 61 , paid £ 3.2m .");
    }

    #[test]
    fn phrases_match_by_word_and_by_stem() {
        let text = "the opposition spokeswoman said";
        let tokens = Tokens::new(text, Span::new(0, text.len()));
        assert_eq!(tokens.matches(1, "opposition spokes*"), Some(2));
        assert_eq!(tokens.matches(2, "said"), None);
        assert_eq!(tokens.matches(3, "said that"), None);
    }
}
