//! The sides next to each other: what the tables and charts print.

use crate::{Analysis, Profile, Side};

/// All analyses with the figures that compare the sides.
#[derive(Clone, Debug)]
pub struct Report {
    /// The sides of the profile, in the order of tables and charts.
    pub sides: Vec<Side>,
    /// The articles, in the order of the input.
    pub analyses: Vec<Analysis>,
}

/// Sets the sides of all articles next to each other.
#[must_use]
pub fn compare(analyses: Vec<Analysis>, profile: &Profile) -> Report {
    Report {
        sides: profile.sides.clone(),
        analyses,
    }
}
