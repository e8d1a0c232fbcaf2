//! Krippendorff's alpha: how far any number of coders agree, whatever the scale and whatever is missing.
//!
//! Krippendorff (2011, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania): α = 1 − Do / De,
//! the disagreement of values within units over that of all values whichever unit they stand in. Hayes & Krippendorff
//! (2007, Communication Methods and Measures 1:77-89) recommend it as the standard measure; Krippendorff (2004,
//! Human Communication Research 30:411-433) asks for .8, and for .667 where conclusions are tentative.
//!
//! How much two values disagree depends on their [`Level`]. A unit with a single value says nothing and is left out.
//! For two coders who label every unit, nominal alpha is close to Cohen's kappa; but it has one distribution of
//! labels for chance to draw from, where kappa has one for each coder.

use std::collections::BTreeMap;

use super::{count, moments};

/// What the values are, and so how much two of them disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Names: equal or not.
    Nominal,
    /// Grades in an order: the squared number of given values that lie between the two.
    Ordinal,
    /// Numbers of which differences mean something: the squared difference.
    Interval,
    /// Numbers from 0 of which ratios mean something: the squared difference over the sum. Time grows with the square
    /// of the number of different values, for the other levels as n log n.
    Ratio,
}

/// Alpha of the numbers that coders gave: each unit is the list of what it was given, missing ones left out. What is
/// not finite counts as missing.
///
/// 1 is full agreement, 0 no more than chance, below 0 less. None where no unit has two values, where all values are
/// the same (nothing shows then that coders can tell anything apart), or where a value on a ratio scale is negative.
///
/// ```
/// use slantwise::statistics::{Level, krippendorffs_alpha};
///
/// // Three 1 and one 2: by chance 6 of 12 pairs differ, and within units 2 of 4.
/// let units = [vec![1.0, 1.0], vec![1.0, 2.0]];
/// assert!(krippendorffs_alpha(&units, Level::Nominal).unwrap().abs() < 1e-12);
/// assert_eq!(krippendorffs_alpha(&[vec![1.0], vec![2.0]], Level::Nominal), None);
/// ```
#[must_use]
pub fn krippendorffs_alpha(units: &[Vec<f64>], level: Level) -> Option<f64> {
    let finite =
        |unit: &Vec<f64>| -> Vec<f64> { unit.iter().copied().filter(|value| value.is_finite()).collect() };
    let mut units: Vec<Vec<f64>> = units.iter().map(finite).filter(|unit| unit.len() >= 2).collect();
    let mut all = units.concat();
    all.sort_by(f64::total_cmp);
    if all.first() == all.last() || level == Level::Ratio && all.iter().any(|value| *value < 0.0) {
        return None;
    }
    if level == Level::Ordinal {
        let ranks = |values: &Vec<f64>| values.iter().map(|value| middle_rank(*value, &all)).collect();
        units = units.iter().map(ranks).collect();
        all = units.concat();
    }
    let within: f64 = units.iter().map(|unit| disagreement(unit, level) / (count(unit.len()) - 1.0)).sum();
    let alpha = 1.0 - (count(all.len()) - 1.0) * within / disagreement(&all, level);
    alpha.is_finite().then_some(alpha)
}

/// Nominal alpha of labels of any kind; otherwise as [`krippendorffs_alpha`].
///
/// ```
/// use slantwise::statistics::krippendorffs_alpha_of_labels;
///
/// let units = [vec!["council", "council"], vec!["press", "press"]];
/// assert_eq!(krippendorffs_alpha_of_labels(&units), Some(1.0));
/// ```
#[must_use]
pub fn krippendorffs_alpha_of_labels<Label: Ord>(units: &[Vec<Label>]) -> Option<f64> {
    let mut codes: BTreeMap<&Label, f64> = BTreeMap::new();
    for label in units.iter().flatten() {
        let next = count(codes.len());
        codes.entry(label).or_insert(next);
    }
    let coded = |unit: &Vec<Label>| unit.iter().filter_map(|label| codes.get(label).copied()).collect();
    krippendorffs_alpha(&units.iter().map(coded).collect::<Vec<_>>(), Level::Nominal)
}

/// How many of the sorted values lie below, those equal counted half: differences of these are what ordinal values
/// disagree by.
fn middle_rank(value: f64, sorted: &[f64]) -> f64 {
    let below = sorted.partition_point(|other| *other < value);
    let up_to = sorted.partition_point(|other| *other <= value);
    count(below + up_to) / 2.0
}

/// The disagreements of all pairs of values, each pair in both orders.
fn disagreement(values: &[f64], level: Level) -> f64 {
    let n = count(values.len());
    match level {
        Level::Nominal => n * n - frequencies(values).iter().map(|(_, n)| n * n).sum::<f64>(),
        // A sum of squares over pairs is one around the mean.
        Level::Ordinal | Level::Interval => 2.0 * n * moments(values).1,
        Level::Ratio => {
            let frequencies = frequencies(values);
            let pairs = frequencies
                .iter()
                .enumerate()
                .flat_map(|(place, low)| frequencies[place + 1..].iter().map(move |high| (low, high)));
            pairs.map(|((c, n_c), (k, n_k))| 2.0 * n_c * n_k * ((k - c) / (k + c)).powi(2)).sum()
        }
    }
}

/// The different values in their order, each with how often it occurs.
fn frequencies(values: &[f64]) -> Vec<(f64, f64)> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.chunk_by(|a, b| a == b).map(|run| (run[0], count(run.len()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSING: f64 = f64::NAN;

    /// Four observers, twelve units: the reliability data of Krippendorff (2011, sections C and D).
    const OBSERVERS: [[f64; 12]; 4] = [
        [1., 2., 3., 3., 2., 1., 4., 1., 2., MISSING, MISSING, MISSING],
        [1., 2., 3., 3., 2., 2., 4., 1., 2., 5., MISSING, 3.],
        [MISSING, 3., 3., 3., 2., 3., 4., 2., 2., 5., 1., MISSING],
        [1., 2., 3., 3., 2., 4., 4., 1., 2., 5., 1., MISSING],
    ];

    fn units() -> Vec<Vec<f64>> {
        (0..12).map(|unit| OBSERVERS.iter().map(|observer| observer[unit]).collect()).collect()
    }

    #[track_caller]
    fn check(level: Level, expected: f64) {
        let found = krippendorffs_alpha(&units(), level).unwrap();
        assert!((found - expected).abs() < 5e-5, "{level:?}: {found}");
    }

    #[test]
    fn the_published_data_give_the_published_figures() {
        // Published as .743, .815, .849 and .797; the fourth digit by the Python package krippendorff 0.9.0.
        check(Level::Nominal, 0.7434);
        check(Level::Ordinal, 0.8154);
        check(Level::Interval, 0.8491);
        check(Level::Ratio, 0.7974);
    }

    #[test]
    fn two_observers_give_the_published_figure() {
        // Krippendorff (2011, section A): two observers, ten units, two values: .095.
        let (first, second) = ([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]);
        let pairs: Vec<Vec<i32>> = first.into_iter().zip(second).map(|(a, b)| vec![a, b]).collect();
        assert!((krippendorffs_alpha_of_labels(&pairs).unwrap() - 0.095).abs() < 5e-4);
    }

    #[test]
    fn neither_coders_nor_units_have_an_order() {
        let mut turned = units();
        turned.reverse();
        turned.iter_mut().for_each(|unit| unit.reverse());
        for level in [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio] {
            let (a, b) = (krippendorffs_alpha(&units(), level), krippendorffs_alpha(&turned, level));
            assert!((a.unwrap() - b.unwrap()).abs() < 1e-12);
        }
    }

    #[test]
    fn steady_disagreement_is_worse_than_chance() {
        // Two 0 and two 1: by chance 8 of 12 pairs differ, within units all: 1 − 1 / (8/12).
        let found = krippendorffs_alpha_of_labels(&[vec![0, 1], vec![1, 0]]).unwrap();
        assert!((found + 0.5).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_told_has_no_alpha() {
        for level in [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio] {
            assert_eq!(krippendorffs_alpha(&[], level), None);
            assert_eq!(krippendorffs_alpha(&[vec![1.0], vec![MISSING, 2.0], vec![]], level), None);
            assert_eq!(krippendorffs_alpha(&[vec![0.1; 3], vec![0.1; 2]], level), None);
            assert_eq!(krippendorffs_alpha(&[vec![0.0, -0.0]], level), None);
        }
        assert_eq!(krippendorffs_alpha(&[vec![-1.0, 1.0]], Level::Ratio), None);
        assert_eq!(krippendorffs_alpha(&[vec![f64::MAX, f64::MIN]], Level::Interval), None);
    }

    #[test]
    fn zero_is_a_ratio_too() {
        assert_eq!(krippendorffs_alpha(&[vec![0.0, 0.0], vec![2.0, 2.0]], Level::Ratio), Some(1.0));
    }

    #[test]
    fn a_hundred_thousand_units_are_quick() {
        let many: Vec<Vec<f64>> = (0..100_000).map(|n| vec![f64::from(n), f64::from(n + 1)]).collect();
        for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
            assert!(krippendorffs_alpha(&many, level).is_some());
        }
    }
}
