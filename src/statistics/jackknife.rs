//! The jackknife over articles: how far a figure moves when one article is left out.
//!
//! Tukey (1958), for clusters the variance CV3 of MacKinnon, Nielsen & Webb (2023, Journal of Applied Econometrics
//! 38:671-694): (G − 1)/G times the sum of squares of what each of G articles moves the figure. It needs no model
//! of how the sentences of an article resemble one another, gives the same number every time, and stays honest
//! with few articles of uneven length, where drawing articles with replacement gives intervals that are too narrow
//! (Cameron, Gelbach & Miller 2008, Review of Economics and Statistics 90:414-427).

use super::count;

/// What one article adds to a ratio: values and their number, hits and sentences, hits and words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    pub(super) sum: f64,
    pub(super) n: f64,
}

impl Part {
    pub(super) fn of(values: &[f64]) -> Self {
        Self { sum: values.iter().sum(), n: count(values.len()) }
    }

    pub(super) fn total(parts: &[Self]) -> Self {
        parts
            .iter()
            .fold(Self::default(), |total, part| Self { sum: total.sum + part.sum, n: total.n + part.n })
    }

    pub(super) fn without(self, part: Self) -> Self {
        Self { sum: self.sum - part.sum, n: self.n - part.n }
    }

    pub(super) fn ratio(self) -> f64 {
        self.sum / self.n
    }
}

/// The standard error of a figure, from the same figure with each article left out in turn.
pub(super) fn error(figure: f64, without: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = count(without.len());
    let squares: f64 = without.map(|other| (other - figure).powi(2)).sum();
    ((n - 1.0) / n * squares).sqrt()
}

/// The standard error of the ratio of the sums of all parts; each must hold something.
pub(super) fn ratio_error(parts: &[Part]) -> f64 {
    let total = Part::total(parts);
    error(total.ratio(), parts.iter().map(|part| total.without(*part).ratio()))
}

/// How many articles of even length would tell as much: (Σn)² / Σn² (Kish 1965). As the number behind the degrees
/// of freedom it keeps an interval wide where one long article decides (Carter, Schnepel & Steigerwald 2017, Review
/// of Economics and Statistics 99:698-709).
pub(super) fn effective_articles(parts: &[Part]) -> f64 {
    let squares: f64 = parts.iter().map(|part| part.n.powi(2)).sum();
    Part::total(parts).n.powi(2) / squares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn for_articles_of_one_sentence_it_is_the_error_of_the_mean() {
        // 1, 2, 3, 4: variance 5/3, error √(5/12).
        let parts: Vec<Part> = [1.0, 2.0, 3.0, 4.0].map(|value| Part::of(&[value])).to_vec();
        assert!((ratio_error(&parts) - (5.0_f64 / 12.0).sqrt()).abs() < 1e-12);
        assert!((effective_articles(&parts) - 4.0).abs() < 1e-12);
    }

    #[test]
    fn uneven_articles_count_by_what_they_move() {
        // Sums 4, 1 and 1 of 2, 1 and 1 values: mean 1.5; without each 1, 5/3, 5/3; squares .25 + 2/36, times 2/3.
        let parts = [&[1.0, 3.0][..], &[1.0], &[1.0]].map(Part::of);
        let expected = (2.0 / 3.0 * (0.25 + 2.0 / 36.0_f64)).sqrt();
        assert!((ratio_error(&parts) - expected).abs() < 1e-12);
        assert!((effective_articles(&parts) - 16.0 / 6.0).abs() < 1e-12);
    }
}
