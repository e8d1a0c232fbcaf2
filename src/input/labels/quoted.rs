//! Finds the place of quoted words that a coder copied from a sentence.
//!
//! Spreadsheets and keyboards change marks, dashes and spaces, so words count as found where they stand with other
//! ones. Of several places the first after a quotation mark is taken.

/// The sign between two quotations of a cell.
pub(super) const BETWEEN: char = '|';

/// A sentence made ready to search: each run of white space is a space, each mark and dash a plain one.
pub(super) struct Sentence<'a> {
    characters: &'a [char],
    folded: String,
    /// For each byte of `folded` the character of the sentence that it stands for.
    places: Vec<usize>,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(characters: &'a [char]) -> Self {
        let (mut folded, mut places) = (String::new(), Vec::new());
        for (at, character) in characters.iter().enumerate() {
            let plain = plain(*character);
            if plain == ' ' && folded.ends_with(' ') {
                continue;
            }
            folded.push(plain);
            places.extend(std::iter::repeat_n(at, plain.len_utf8()));
        }
        Self { characters, folded, places }
    }

    /// The places of the quotations of a cell, in characters of the sentence; else the one that is not there.
    pub(super) fn locate(&self, cell: &str) -> Result<Vec<(usize, usize)>, String> {
        let mut after = 0;
        let mut found = Vec::new();
        for piece in cell.split(BETWEEN).map(without_marks).filter(|piece| !piece.is_empty()) {
            let words = folded(piece);
            let at = self.find(&words, after).or_else(|| self.find(&words, 0)).ok_or(piece)?;
            after = at + words.len();
            found.push((self.places[at], self.places[after - 1] + 1));
        }
        Ok(found)
    }

    /// Where words stand from a byte of `folded` on.
    fn find(&self, words: &str, from: usize) -> Option<usize> {
        let rest = self.folded.get(from..)?;
        let after_mark = |at: &usize| {
            let before = self.places[*at].checked_sub(1).and_then(|at| self.characters.get(at));
            before.is_some_and(|character| is_mark(*character))
        };
        let mut all = rest.match_indices(words).map(|(at, _)| from + at);
        let first = all.next()?;
        Some(std::iter::once(first).chain(all).find(after_mark).unwrap_or(first))
    }
}

fn folded(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().map(plain).collect()
}

/// A piece without the quotation marks that were copied with it.
fn without_marks(piece: &str) -> &str {
    let piece = piece.trim();
    let inner = piece.trim_start_matches(is_mark);
    // An apostrophe at the end of unmarked words belongs to them.
    if inner.len() < piece.len() { inner.trim_end_matches(is_mark).trim() } else { piece }
}

const fn is_mark(character: char) -> bool {
    matches!(plain(character), '"' | '\'')
}

const fn plain(character: char) -> char {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '"' => '"',
        '‘' | '’' | '‚' | '‛' | '`' | '´' | '\'' => '\'',
        '‐'..='―' | '−' => '-',
        other if other.is_whitespace() => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, cell: &str, expected: &[&str]) {
        let characters: Vec<char> = sentence.chars().collect();
        let found = Sentence::new(&characters).locate(cell).unwrap();
        let words: Vec<String> =
            found.into_iter().map(|(start, end)| characters[start..end].iter().collect()).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn copied_words_are_found_whatever_became_of_their_marks() {
        check(
            "“We’re sorry,” she said, “and will  do better.”",
            "We're sorry, | and will do better.",
            &["We’re sorry,", "and will  do better."],
        );
        check("She called it “a – long – wait”.", "\"a - long - wait\"", &["a – long – wait"]);
        check("No quotation.", " | ", &[]);
    }

    #[test]
    fn the_words_after_a_mark_are_meant() {
        let characters: Vec<char> = "A good day: it was “good”.".chars().collect();
        assert_eq!(Sentence::new(&characters).locate("good"), Ok(vec![(20, 24)]));
    }

    #[test]
    fn equal_words_are_found_one_after_the_other() {
        let characters: Vec<char> = "“no” and “no”".chars().collect();
        assert_eq!(Sentence::new(&characters).locate("no | no"), Ok(vec![(1, 3), (10, 12)]));
    }

    #[test]
    fn words_that_are_not_there_are_named() {
        let characters: Vec<char> = "It rained.".chars().collect();
        assert_eq!(Sentence::new(&characters).locate("rained | snowed"), Err("snowed".to_owned()));
    }
}
