//! Labels against the article and the words that are allowed: every error says line, finding and remedy.

use std::path::Path;

use crate::evaluate::GoldUnit;
use crate::{Error, Kind, Mode, Profile};

/// The article that labels are about, and where they stand.
pub(super) struct Target<'a> {
    path: &'a Path,
    /// The file of the article, for messages.
    text: &'a Path,
    pub(super) characters: Vec<char>,
    profile: &'a Profile,
}

/// The words of `kind`.
pub(super) const KINDS: [&str; 3] = [Kind::Body.name(), Kind::Title.name(), Kind::Furniture.name()];

/// The words of `mode`.
pub(super) const MODES: [&str; 4] =
    [Mode::Direct.name(), Mode::Mixed.name(), Mode::Indirect.name(), Mode::None.name()];

/// Characters of a message's longest excerpt.
const EXCERPT: usize = 60;

impl<'a> Target<'a> {
    pub(super) fn new(path: &'a Path, text: &'a Path, words: &str, profile: &'a Profile) -> Self {
        Self { path, text, characters: words.chars().collect(), profile }
    }

    pub(super) const fn path(&self) -> &Path {
        self.path
    }

    pub(super) fn error(&self, line: usize, message: impl Into<String>) -> Error {
        Error::Parse { path: self.path.into(), line, message: message.into() }
    }

    /// The words at a place.
    pub(super) fn slice(&self, line: usize, (start, end): (usize, usize)) -> Result<&[char], Error> {
        let n = self.characters.len();
        if start >= end || end > n {
            let text = self.text.display();
            let found = format!("the unit runs from character {start} to {end}, and `{text}` has {n}");
            return Err(self.error(line, format!("{found}: {SAME_TEXT}")));
        }
        Ok(&self.characters[start..end])
    }

    /// What to say where the words at a place are not those of the label.
    pub(super) fn other_words(&self, line: usize, there: &[char], expected: &str) -> Error {
        let excerpt = |words: &mut dyn Iterator<Item = char>| words.take(EXCERPT).collect::<String>();
        let (there, here) = (excerpt(&mut there.iter().copied()), excerpt(&mut expected.chars()));
        let text = self.text.display();
        self.error(line, format!("the unit is {here:?}, but `{text}` says {there:?} there: {SAME_TEXT}"))
    }

    pub(super) fn kind(&self, line: usize, word: &str) -> Result<(), Error> {
        self.one_of(line, "kind", word, &KINDS)
    }

    pub(super) fn mode(&self, line: usize, word: &str) -> Result<(), Error> {
        self.one_of(line, "mode", word, &MODES)
    }

    pub(super) fn side(&self, line: usize, column: &str, word: &str) -> Result<(), Error> {
        let sides: Vec<&str> = self.profile.sides.iter().map(|side| side.id.as_str()).collect();
        self.one_of(line, column, word, &sides)
    }

    fn one_of(&self, line: usize, column: &str, word: &str, allowed: &[&str]) -> Result<(), Error> {
        if allowed.contains(&word) {
            return Ok(());
        }
        let allowed: Vec<String> = allowed.iter().map(|word| format!("`{word}`")).collect();
        Err(self.error(line, format!("unknown {column} `{word}`, expected one of {}", allowed.join(", "))))
    }

    pub(super) fn valence(&self, line: usize, valence: f64) -> Result<(), Error> {
        if (-2.0..=2.0).contains(&valence) {
            return Ok(());
        }
        Err(self.error(line, format!("the valence is {valence}, expected a number from -2 to 2")))
    }

    /// The units in the order of the text, whatever the order of the lines.
    pub(super) fn in_order(&self, mut units: Vec<(usize, GoldUnit)>) -> Result<Vec<GoldUnit>, Error> {
        units.sort_by_key(|(_, unit)| unit.place());
        for pair in units.windows(2) {
            let [(other, before), (line, unit)] = pair else { continue };
            if unit.start < before.end {
                let overlap = format!("the unit overlaps the one on line {other}");
                return Err(self.error(*line, format!("{overlap}: take one of the two away")));
            }
        }
        Ok(units.into_iter().map(|(_, unit)| unit).collect())
    }
}

/// What to do when labels and text do not fit.
const SAME_TEXT: &str = "labels and text must come from the same version of the article";
