//! The sides of a story, and which side a speaker is on.

/// A side of the profile, by its place in [`Profile::sides`](crate::Profile::sides).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideId(pub u8);

/// A group that speakers speak for. Sides are data of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The word in the tables: `council`, `opposition`, `inspector`, `other`, `press`.
    pub id: String,
    /// The words in charts and tables for people ("Council").
    pub label: String,
    /// What the side stands for, in one sentence.
    pub description: String,
}
