//! p-values of several tests, corrected so that few of the discoveries are false.
//!
//! Benjamini & Hochberg (1995, Journal of the Royal Statistical Society B 57:289-300): who calls all tests with
//! q ≤ .05 discoveries is wrong, on average, in 5% of them at most, if the tests are independent or hang together
//! positively (Benjamini & Yekutieli 2001). Tests of pairs of sides share sides; for pairwise comparisons the bound
//! is known to hold in simulations (Yekutieli 2008, Journal of Statistical Planning and Inference 138:405-415).

use super::count;

/// The q-value of each p-value, in the same order: the lowest rate of false discoveries at which its test is one.
/// From p itself, for the largest, to p × number of tests; never above 1. What is no number stays NaN and is not
/// counted as a test.
///
/// ```
/// use slantwise::statistics::benjamini_hochberg;
///
/// // .01 × 3/1; .04 × 3/3, which is less than .03 × 3/2.
/// let q = benjamini_hochberg(&[0.01, 0.04, 0.03]);
/// assert!(q.iter().zip([0.03, 0.04, 0.04]).all(|(q, expected)| (q - expected).abs() < 1e-12));
/// ```
#[must_use]
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let mut places: Vec<usize> = (0..p_values.len()).filter(|place| !p_values[*place].is_nan()).collect();
    places.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let n = count(places.len());
    let mut q_values = vec![f64::NAN; p_values.len()];
    let mut lowest: f64 = 1.0;
    for (rank, place) in places.iter().enumerate().rev() {
        lowest = lowest.min(p_values[*place] * n / count(rank + 1));
        q_values[*place] = lowest;
    }
    q_values
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fifteen p-values of Benjamini & Hochberg (1995, section 4).
    const PUBLISHED: [f64; 15] = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0,
    ];

    #[test]
    fn the_published_example_has_four_discoveries() {
        let q_values = benjamini_hochberg(&PUBLISHED);
        assert_eq!(q_values.iter().filter(|q| **q <= 0.05).count(), 4);
        // scipy 1.17.1, stats.false_discovery_control.
        let expected = [
            0.0015,
            0.003,
            0.0095,
            0.035_625,
            0.0603,
            0.063_857_14,
            0.063_857_14,
            0.0645,
            0.0765,
            0.486,
            0.581_181_82,
            0.714_875,
            0.753_230_77,
            0.813_214_29,
            1.0,
        ];
        for (q, expected) in q_values.iter().zip(expected) {
            assert!((q - expected).abs() < 1e-8, "{q} {expected}");
        }
    }

    #[test]
    fn the_order_of_the_tests_does_not_matter() {
        let mut turned = PUBLISHED;
        turned.reverse();
        let mut q_values = benjamini_hochberg(&turned);
        q_values.reverse();
        assert_eq!(q_values, benjamini_hochberg(&PUBLISHED));
    }

    #[test]
    fn equal_ones_get_equal_answers_and_one_alone_stays() {
        assert_eq!(benjamini_hochberg(&[0.5; 4]), [0.5; 4]);
        assert_eq!(benjamini_hochberg(&[0.03]), [0.03]);
        assert_eq!(benjamini_hochberg(&[]), [0.0; 0]);
    }

    #[test]
    fn what_is_no_number_is_no_test() {
        let q_values = benjamini_hochberg(&[0.02, f64::NAN, 0.04]);
        assert_eq!((q_values[0], q_values[2]), (0.04, 0.04));
        assert!(q_values[1].is_nan());
    }
}
