//! What a profile holds, in figures, for people and for programs.

use serde::Serialize;

use super::{FileUsed, Profile};
use crate::framing::{CodeOutline, FrameworkOutline};
use crate::side::Side;
use crate::tone::{CategoryOutline, OperatorOutline};

/// What `slantwise profile show` tells.
#[derive(Clone, Debug, Serialize)]
pub struct Outline {
    /// The name of the profile.
    pub name: String,
    /// SHA-256 over all its files, as `run.json` has it.
    pub sha256: String,
    /// Its files, and where they are from.
    pub files: Vec<FileUsed>,
    /// The sides in the order of the tables.
    pub sides: Vec<Side>,
    /// How many rules put a speaker on a side.
    pub side_rules: usize,
    /// How many phrases have a rating.
    pub phrases: usize,
    /// Their categories.
    pub categories: Vec<CategoryOutline>,
    /// Words that change what phrases near them count.
    pub operators: Vec<OperatorOutline>,
    /// Frames: how things are put.
    pub frames: Vec<CodeOutline>,
    /// Frameworks: what things may be about.
    pub frameworks: Vec<FrameworkOutline>,
    /// What was left out of imported word lists.
    pub warnings: Vec<String>,
}

impl Profile {
    /// What the profile holds.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let categories = self.tone.categories();
        Outline {
            name: self.name.clone(),
            sha256: self.digest().to_owned(),
            files: self.files.clone(),
            sides: self.sides.clone(),
            side_rules: self.side_rules.n_rules(),
            phrases: categories.iter().map(|category| category.phrases).sum(),
            categories,
            operators: self.tone.operators(),
            frames: self.framing.outline_of_frames(),
            frameworks: self.framing.outline_of_frameworks(),
            warnings: self.warnings.clone(),
        }
    }
}
