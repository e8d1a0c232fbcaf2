//! Statistics, one method a file, each with its source and a fixture.
//!
//! A *sample* is a list of articles, and each article the list of its values: what one article says is not
//! independent, so whoever says how far a figure could be off must know where an article ends. Values that are not
//! finite are left out. `docs/statistics.md` has all methods in a table, and how often they keep their promise.

mod benjamini_hochberg;
mod cliff;
mod counts;
mod difference;
mod hedges;
mod interval;
mod jackknife;
mod kappa;
mod keyness;
mod krippendorff;
mod log_odds;
mod log_odds_tidylo;
mod log_ratio;
mod mean;
mod paired;
mod permutation;
mod proportion;
mod randomisation;
mod rate;
mod sides;
mod sign_flip;
mod student;
mod word_counts;

pub use benjamini_hochberg::benjamini_hochberg;
pub use cliff::{CliffsDelta, Magnitude, cliffs_delta};
pub use difference::{MeanDifference, mean_difference};
pub use hedges::{HedgesG, hedges_g};
pub use interval::{Interval, IntervalKind, MIN_ARTICLES, MIN_VALUES};
pub use kappa::cohens_kappa;
pub use keyness::{Cells, signed_g2};
pub use krippendorff::{Level, krippendorffs_alpha, krippendorffs_alpha_of_labels};
pub use log_odds::{LogOdds, Prior, Variance, log_odds};
pub use log_odds_tidylo::{TidyloPair, TidyloPrior, log_odds_tidylo};
pub use log_ratio::{conservative_log_ratio, log_ratio};
pub use mean::{Estimate, mean};
pub use paired::{PairedDifference, paired_difference};
pub use permutation::permutation_test;
pub use proportion::{Proportion, share};
pub use randomisation::{Arrangements, RandomisationTest};
pub use rate::{MIN_WORDS, Rate, rate};
pub use sign_flip::sign_flip_test;
pub use word_counts::WordCounts;

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
