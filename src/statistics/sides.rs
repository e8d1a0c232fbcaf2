//! Two sides, article by article: what every comparison of them starts from.

use super::interval::{IntervalKind, MIN_ARTICLES, MIN_VALUES};
use super::{count, moments};

/// The finite values of two sides in each article in which either speaks.
pub(super) struct Sides {
    pub(super) articles: Vec<[Vec<f64>; 2]>,
}

impl Sides {
    /// Article `i` of both must be the same article, empty where a side is silent. None when either has no value.
    pub(super) fn of(first: &[Vec<f64>], second: &[Vec<f64>]) -> Option<Self> {
        let finite = |sample: &[Vec<f64>], place: usize| -> Vec<f64> {
            sample.get(place).into_iter().flatten().copied().filter(|value| value.is_finite()).collect()
        };
        let articles: Vec<[Vec<f64>; 2]> = (0..first.len().max(second.len()))
            .map(|place| [finite(first, place), finite(second, place)])
            .filter(|[a, b]| !(a.is_empty() && b.is_empty()))
            .collect();
        let sides = Self { articles };
        (0..2).all(|side| sides.n_articles(side) > 0).then_some(sides)
    }

    /// All values of a side.
    pub(super) fn values(&self, side: usize) -> Vec<f64> {
        self.articles.iter().flat_map(|article| &article[side]).copied().collect()
    }

    fn n_articles(&self, side: usize) -> usize {
        self.articles.iter().filter(|article| !article[side].is_empty()).count()
    }

    /// Articles of the side that speaks in fewer.
    pub(super) fn fewer_articles(&self) -> f64 {
        count(self.n_articles(0).min(self.n_articles(1)))
    }

    /// The mean of the first side minus that of the second, for each article that holds both.
    pub(super) fn differences(&self) -> Vec<f64> {
        let both = self.articles.iter().filter(|[a, b]| !a.is_empty() && !b.is_empty());
        both.map(|[a, b]| moments(a).0 - moments(b).0).collect()
    }

    /// What an interval around a comparison can be made of.
    pub(super) fn kind(&self) -> IntervalKind {
        let n_values = |side: usize| self.articles.iter().map(|article| article[side].len()).sum::<usize>();
        let n_both = self.articles.iter().filter(|[a, b]| !a.is_empty() && !b.is_empty()).count();
        if n_values(0).min(n_values(1)) < MIN_VALUES {
            IntervalKind::TooFew
        } else if n_both < MIN_ARTICLES {
            IntervalKind::Sentences
        } else {
            IntervalKind::Articles
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_side_cannot_be_compared() {
        assert!(Sides::of(&[vec![f64::NAN]], &[vec![1.0]]).is_none());
        assert!(Sides::of(&[], &[]).is_none());
    }

    #[test]
    fn articles_count_from_six_that_hold_both() {
        let kind = |n: usize, m: usize| Sides::of(&vec![vec![0.1]; n], &vec![vec![0.2]; m]).unwrap().kind();
        assert_eq!(kind(6, 4), IntervalKind::TooFew);
        assert_eq!(kind(9, 5), IntervalKind::Sentences);
        assert_eq!(kind(9, 6), IntervalKind::Articles);
    }
}
