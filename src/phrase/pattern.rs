//! Phrases as texts are read, and what keeps a phrase from ever being met.

use super::stems::STAR;
use super::table::{GAP, WordTable};
use super::words::{self, LONGEST};

/// More words than this are a sentence, not a phrase; no sentence is met twice.
pub(crate) const MOST_WORDS: usize = 8;

/// More stems would stand for too many phrases.
const MOST_STEMS: usize = 2;

/// The phrase in the words that a text is read in: small letters, without hyphens, marks and possessives. Gaps (`..`)
/// and `*` at the end of a word stay.
pub(crate) fn as_read(phrase: &str) -> String {
    let words: Vec<String> =
        phrase.split_whitespace().map(word_as_read).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn word_as_read(word: &str) -> String {
    if word == GAP {
        return word.to_owned();
    }
    let stem = word.trim_end_matches(STAR);
    let mut found = Vec::new();
    words::read(stem, &WordTable::default(), &mut found);
    let plain = |word: &words::Word| word.span.of(stem).to_ascii_lowercase().replace('’', "'");
    let plain = found.iter().map(plain).collect::<Vec<_>>().join(" ");
    if stem.len() < word.len() && !plain.is_empty() { format!("{plain}{STAR}") } else { plain }
}

/// Why no text can meet the phrase, and what to do; nothing where one can.
pub(crate) fn flaw(phrase: &str) -> Option<String> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let gaps = words.iter().filter(|word| **word == GAP).count();
    let read = as_read(phrase);
    let stems: Vec<&str> = words.iter().filter_map(|word| word.strip_suffix(STAR)).collect();
    Some(match () {
        () if phrase.trim().is_empty() => "an empty phrase is never met; take it out".to_owned(),
        () if words.first() == Some(&GAP) || words.last() == Some(&GAP) => {
            format!("`{phrase}` has `{GAP}` at an end, where it stands for nothing; take it out")
        }
        () if gaps > 1 => format!("`{phrase}` has `{GAP}` twice, and a phrase may have one gap; split it"),
        () if stems.len() > MOST_STEMS => {
            format!("`{phrase}` has more than {MOST_STEMS} words with `{STAR}`; write some of them out")
        }
        () if stems.iter().any(|stem| stem.chars().count() < 2) => {
            format!("`{phrase}` has `{STAR}` after less than two letters; write more of the word")
        }
        () if read.is_empty() => format!("`{phrase}` has no letter or digit; take it out"),
        () if read != phrase => {
            format!("`{phrase}` is never met, since texts are read in other words; write `{read}`")
        }
        () if words.len() > MOST_WORDS => {
            format!("`{phrase}` has {} words, more than {MOST_WORDS}; shorten it", words.len())
        }
        () => {
            let long = words.iter().find(|word| word.len() > LONGEST)?;
            format!(
                "`{long}` is longer than {LONGEST} letters and never looked up; use `{STAR}` after its beginning"
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_read_as_a_text_is() {
        assert_eq!(as_read("Well-led  services’"), "well led services");
        assert_eq!(as_read("Let .. down"), "let .. down");
        assert_eq!(as_read("don’t  abandon*"), "don't abandon*");
        assert_eq!(as_read("the council's"), "the council");
        assert_eq!(as_read(":-)"), "");
    }

    #[test]
    fn what_no_text_can_meet_is_told() {
        for phrase in ["let .. down", "abandon* hope", "can't", "27 new", "slow"] {
            assert_eq!(flaw(phrase), None);
        }
        for (phrase, told) in [
            ("", "empty"),
            (".. down", "at an end"),
            ("let .. down .. again", "twice"),
            ("a* plan", "less than two letters"),
            ("Good", "write `good`"),
            ("well-led", "write `well led`"),
            ("good  work", "write `good work`"),
            ("one two three four five six seven eight nine", "9 words"),
            ("antidisestablishmentarianistically", "longer than 32"),
            ("ab* cd* ef*", "more than 2 words"),
        ] {
            let found = flaw(phrase).unwrap_or_default();
            assert!(found.contains(told), "{phrase}: {found}");
        }
    }
}
