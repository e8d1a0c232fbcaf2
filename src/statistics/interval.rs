//! What a 95% interval is made of, and what it takes to have one.
//!
//! Sentences of one article resemble one another (intraclass correlations of .06 to .33 in the labelled articles),
//! so that an interval that takes them as independent is too narrow as a statement about articles like these.
//! From [`MIN_ARTICLES`] articles on, intervals are made over articles; below, over sentences, and they say so.
//! How often each holds the truth is measured by `cargo bench --bench null` and stands in `docs/statistics.md`.

/// With fewer articles an interval is made over sentences and describes these articles only. Six is also where a
/// test of signs can first be clear: of five articles it cannot fall below p = 2/2⁵ = .0625, of six below .031.
pub const MIN_ARTICLES: usize = 6;

/// With fewer sentences on either side no interval is given: of so few, none holds what it promises.
pub const MIN_VALUES: usize = 5;

/// The two ends of a 95% interval, low end first.
pub type Interval = (f64, f64);

/// What an interval is made of, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IntervalKind {
    /// Jackknife over articles: speaks of articles like these.
    Articles,
    /// Sentences taken as independent: speaks of these articles only.
    Sentences,
    /// No interval: fewer than [`MIN_VALUES`] sentences on a side.
    TooFew,
    /// No interval: the values, or the figures of the articles, do not differ.
    NoSpread,
}

impl IntervalKind {
    /// The words that tables and captions print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Articles => "jackknife over articles",
            Self::Sentences => "sentences as independent",
            Self::TooFew => "none: too few sentences",
            Self::NoSpread => "none: no spread",
        }
    }
}
