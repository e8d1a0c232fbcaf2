//! Student's t, for intervals around figures of few observations (Student 1908).

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

use super::interval::{Interval, IntervalKind};

/// A standard error below this comes from rounding: the values do not differ.
const ROUNDING: f64 = 1e-9;

/// Upper end of a 95% interval: 2.5% of a t distribution lie above. Infinite where there is no freedom left.
pub(super) fn t_975(freedom: f64) -> f64 {
    match StudentsT::new(0.0, 1.0, freedom) {
        Ok(t) => t.inverse_cdf(0.975),
        Err(_) => f64::INFINITY,
    }
}

/// The share of the standard normal distribution below `z`, 0 to 1.
pub(super) fn normal_below(z: f64) -> f64 {
    if z.is_infinite() {
        return if z > 0.0 { 1.0 } else { 0.0 };
    }
    Normal::standard().cdf(z)
}

/// The figure, t standard errors up and down; no interval where the error is none.
pub(super) fn around(
    figure: f64,
    error: f64,
    freedom: f64,
    kind: IntervalKind,
) -> (Option<Interval>, IntervalKind) {
    if error <= ROUNDING {
        return (None, IntervalKind::NoSpread);
    }
    let reach = t_975(freedom) * error;
    (Some((figure - reach, figure + reach)), kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_the_printed_table() {
        for (freedom, expected) in [(1.0, 12.706), (4.0, 2.776), (14.0, 2.145), (1e6, 1.960)] {
            assert!((t_975(freedom) - expected).abs() < 5e-4, "{freedom}: {}", t_975(freedom));
        }
        assert!(t_975(0.0).is_infinite());
        assert!((normal_below(-1.959_964) - 0.025).abs() < 1e-6);
    }

    #[test]
    fn without_an_error_there_is_no_interval() {
        let (interval, kind) = around(0.5, 1e-17, 5.0, IntervalKind::Articles);
        assert_eq!((interval, kind), (None, IntervalKind::NoSpread));
    }
}
