//! Hedges' g: the difference of two means in standard deviations, corrected for small samples.
//!
//! Hedges (1981, Journal of Educational Statistics 6:107-128): g = (mean x − mean y) / pooled standard deviation
//! × (1 − 3 / (4N − 9)); standard error √(N / mn + g² / 2N) with N = m + n (Hedges & Olkin 1985).

use super::bootstrap::Interval;
use super::{count, moments};

/// Hedges' g of two samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HedgesG {
    /// In standard deviations; positive when the first mean is higher.
    pub g: f64,
    /// Its 95% interval, g ± 1.96 standard errors. Takes values as independent.
    pub interval: Interval,
}

/// Hedges' g of `x` over `y`; none when a sample has fewer than two values or nothing varies.
///
/// ```
/// use slantwise::statistics::hedges_g;
///
/// // Means 4 and 2, both variances 2.5, N = 10: 2 / √2.5 × (1 − 3/31).
/// let found = hedges_g(&[2., 3., 4., 5., 6.], &[0., 1., 2., 3., 4.]).unwrap();
/// assert!((found.g - 1.142_500).abs() < 1e-6);
/// ```
#[must_use]
pub fn hedges_g(x: &[f64], y: &[f64]) -> Option<HedgesG> {
    let finite =
        |values: &[f64]| -> Vec<f64> { values.iter().copied().filter(|value| value.is_finite()).collect() };
    let (x, y) = (finite(x), finite(y));
    if x.len() < 2 || y.len() < 2 {
        return None;
    }
    let (m, n) = (count(x.len()), count(y.len()));
    let ((mean_x, squares_x), (mean_y, squares_y)) = (moments(&x), moments(&y));
    let pooled = ((squares_x + squares_y) / (m + n - 2.0)).sqrt();
    if pooled <= f64::EPSILON {
        return None;
    }
    let g = (mean_x - mean_y) / pooled * (1.0 - 3.0 / (4.0 * (m + n) - 9.0));
    let error = ((m + n) / (m * n) + g * g / (2.0 * (m + n))).sqrt();
    // 1.959964 is the 97.5% point of the standard normal distribution.
    let reach = 1.959_964 * error;
    Some(HedgesG { g, interval: (g - reach, g + reach) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_follows_its_formula() {
        // √(10/25 + 1.1425²/20) = 0.682104; × 1.959964 = 1.336899.
        let (low, high) = hedges_g(&[2., 3., 4., 5., 6.], &[0., 1., 2., 3., 4.]).unwrap().interval;
        assert!((low + 0.194_399).abs() < 1e-5 && (high - 2.479_399).abs() < 1e-5, "{low} {high}");
    }

    #[test]
    fn what_does_not_vary_has_no_g() {
        assert_eq!(hedges_g(&[1.0, 1.0], &[2.0, 2.0]), None);
        assert_eq!(hedges_g(&[1.0], &[2.0, 3.0]), None);
    }
}
