//! The few measures of agreement that an evaluation needs.

/// What was found, what was there, and what was both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) right: usize,
    pub(super) found: usize,
    pub(super) expected: usize,
}

impl Counts {
    pub(super) fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    pub(super) fn recall(self) -> f64 {
        share(self.right, self.expected)
    }

    /// Harmonic mean of precision and recall.
    pub(super) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The mean, 0 of nothing.
pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (sum, n) = numbers.fold((0.0, 0), |(sum, n), number| (sum + number, n + 1));
    if n == 0 { 0.0 } else { sum / f64::from(n) }
}

/// Share of pairs whose two members agree.
pub(super) fn accuracy<T: PartialEq>(pairs: &[(T, T)]) -> f64 {
    share(pairs.iter().filter(|(found, gold)| found == gold).count(), pairs.len())
}

/// Pearson's correlation, −1 to 1; 0 where one of the two does not vary.
pub(super) fn pearson(pairs: &[(f64, f64)]) -> f64 {
    if pairs.len() < 2 {
        return 0.0;
    }
    let mean_x = mean(pairs.iter().map(|(x, _)| *x));
    let mean_y = mean(pairs.iter().map(|(_, y)| *y));
    let sum =
        |term: fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| term(x - mean_x, y - mean_y)).sum::<f64>();
    let (xy, xx, yy) = (sum(|x, y| x * y), sum(|x, _| x * x), sum(|_, y| y * y));
    if xx > 0.0 && yy > 0.0 { xy / (xx * yy).sqrt() } else { 0.0 }
}

/// −1, 0 or 1. Neutral is less than 0.05 either way, as VADER's authors set it (Hutto & Gilbert 2014); scores
/// have four decimals at most, so 0.049 stands for "less than 0.05".
pub(super) fn sign(score: f64) -> i8 {
    i8::from(score > 0.049) - i8::from(score < -0.049)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_vary_correlates_with_nothing() {
        assert_eq!(pearson(&[(1.0, 2.0), (1.0, 3.0)]), 0.0);
        assert!((pearson(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_found_is_zero_not_an_error() {
        assert_eq!(Counts::default().f1(), 0.0);
        assert_eq!(accuracy::<u8>(&[]), 0.0);
        assert_eq!(mean([].into_iter()), 0.0);
    }
}
