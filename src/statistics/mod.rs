//! Statistics, one method a file, each with its source and a fixture.
//!
//! A *sample* is a list of articles, and each article the list of its values: what one article says is not
//! independent, so whoever says how far a figure could be off must know where an article ends. Values that are not finite are left out.

mod cliff;
mod counts;
mod difference;
mod hedges;
mod interval;
mod jackknife;
mod kappa;
mod mean;
mod paired;
mod proportion;
mod rate;
mod sides;
mod student;

pub use cliff::{CliffsDelta, Magnitude, cliffs_delta};
pub use difference::{MeanDifference, mean_difference};
pub use hedges::{HedgesG, hedges_g};
pub use interval::{Interval, IntervalKind, MIN_ARTICLES, MIN_VALUES};
pub use kappa::cohens_kappa;
pub use mean::{Estimate, mean};
pub use paired::{PairedDifference, paired_difference};
pub use proportion::{Proportion, share};
pub use rate::{MIN_WORDS, Rate, rate};

/// The 97.5% point of the standard normal distribution.
const NORMAL_975: f64 = 1.959_963_984_540_054;

/// Arithmetic mean and sum of squared deviations, in two passes for the sake of precision.
fn moments(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / count(values.len());
    (mean, values.iter().map(|value| (value - mean).powi(2)).sum())
}

/// A count as a number to calculate with; exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "no sample holds 2^53 values")]
pub(crate) fn count(n: usize) -> f64 {
    n as f64
}
