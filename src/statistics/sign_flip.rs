//! A sign-flip test over articles: would a mean difference as large come about if each article were as likely to
//! favour the one side as the other?
//!
//! Fisher (1935, *The Design of Experiments*, section 21). Each article that holds both sides gives one difference of
//! means, and its sign is turned or not, in all 2^G ways of G articles: up to 2³² they are all counted, above that some
//! are drawn. Sentences of an article may resemble one another as much as they like, because an article counts as one
//! observation; so p speaks of articles like these, where [`permutation_test`] speaks of these articles.
//!
//! The least p of G articles is 2 / 2^G, for all of them favouring one side: .0625 for five, .031 for six. Below
//! [`MIN_ARTICLES`] articles nothing could come out, and there is no test. (It takes the differences as symmetric
//! around 0 under chance, as Student's paired interval does too.)
//!
//! [`permutation_test`]: super::permutation_test()

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::interval::MIN_ARTICLES;
use super::randomisation::{self, Arrangements, Observed, RandomisationTest};
use super::sides::Sides;

/// The test; article `i` of both samples must be the same article. None below [`MIN_ARTICLES`] articles with both sides.
///
/// ```
/// use slantwise::statistics::{Arrangements, sign_flip_test};
///
/// // Six articles favour the first side: only they and their mirror image are as far out, 2 of 64.
/// let first: Vec<Vec<f64>> = (1..7).map(|n| vec![f64::from(n)]).collect();
/// let found = sign_flip_test(&first, &vec![vec![0.0]; 6], 1).unwrap();
/// assert_eq!((found.p, found.arrangements), (2.0 / 64.0, Arrangements::Exact(64)));
/// assert_eq!(sign_flip_test(&first[1..], &vec![vec![0.0]; 5], 1), None);
/// ```
#[must_use]
pub fn sign_flip_test(first: &[Vec<f64>], second: &[Vec<f64>], seed: u64) -> Option<RandomisationTest> {
    let differences = Sides::of(first, second)?.differences();
    let largest = |values: &Vec<f64>| {
        values
            .iter()
            .filter(|value| value.is_finite())
            .fold(0.0, |largest: f64, value| largest.max(value.abs()))
    };
    let observed = Observed {
        sum: differences.iter().sum(),
        n_articles: differences.len(),
        scale: first.iter().chain(second).map(largest).sum(),
    };
    if differences.len() < MIN_ARTICLES || !observed.sum.is_finite() {
        return None;
    }
    let p = match randomisation::halves(&vec![2; differences.len()]) {
        Some(halves) => {
            let both = |place: &usize| vec![differences[*place], -differences[*place]];
            randomisation::exact(observed, halves.map(|half| half.iter().map(both).collect()))
        }
        None => sampled(differences, observed, seed),
    };
    Some(observed.tested(p))
}

fn sampled(mut differences: Vec<f64>, observed: Observed, seed: u64) -> (f64, Arrangements) {
    // Many differences add up to a normal number unless some are much larger than the others.
    differences.sort_by(|a, b| b.abs().total_cmp(&a.abs()));
    let rest = differences.split_off(randomisation::n_rearranged(&vec![1; differences.len()]));
    let variance = rest.iter().map(|difference| difference * difference).sum();
    let draw = |(): &mut (), random: &mut Pcg64Mcg| -> f64 {
        differences.iter().map(|value| if random.random::<bool>() { *value } else { -value }).sum()
    };
    randomisation::sampled(observed, variance, seed, || (), draw)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paired(differences: &[f64]) -> Option<RandomisationTest> {
        let first: Vec<Vec<f64>> = differences.iter().map(|difference| vec![*difference]).collect();
        sign_flip_test(&first, &vec![vec![0.0]; differences.len()], 1)
    }

    #[test]
    fn darwins_maize_comes_out_as_in_fishers_book() {
        // Fisher (1935, section 21): 15 pairs of plants in eighths of an inch; of 32,768 ways 1,726 are as far out.
        let found =
            paired(&[49., -67., 8., 16., 6., 23., 28., 41., 14., 29., 56., 24., 75., 60., -48.]).unwrap();
        assert_eq!(found.arrangements, Arrangements::Exact(32_768));
        assert!((found.difference - 314.0 / 15.0).abs() < 1e-12);
        assert_eq!(found.p, 1726.0 / 32_768.0);
    }

    #[test]
    fn the_least_p_is_two_of_all_ways() {
        for n in MIN_ARTICLES..20 {
            let found = paired(&vec![0.5; n]).unwrap();
            assert_eq!(found.p, 2.0 / 2.0_f64.powi(i32::try_from(n).unwrap()), "{n}");
        }
        assert_eq!(paired(&[0.5; MIN_ARTICLES - 1]), None);
        assert_eq!(paired(&[]), None);
    }

    #[test]
    fn many_articles_are_drawn_and_come_near_the_exact_ones() {
        let differences = |n: u32| -> Vec<f64> {
            (0..n).map(|k| f64::from(k % 7) - 2.5 + f64::from(k % 3) / 9.0).collect()
        };
        let exact = paired(&differences(32)).unwrap();
        assert_eq!(exact.arrangements, Arrangements::Exact(1 << 32));
        let drawn = paired(&differences(40)).unwrap();
        assert_eq!(drawn.arrangements, Arrangements::Sampled(9999));
        assert!(drawn.p > 0.0 && drawn.p <= 1.0);
        // The same test by drawing: standard error √(p(1 − p) / 9,999), .005 at most.
        let values = differences(32);
        let observed = Observed { sum: values.iter().sum(), n_articles: 32, scale: 100.0 };
        let (p, _) = sampled(values, observed, 5);
        assert!((p - exact.p).abs() < 0.015, "{p} {}", exact.p);
    }

    #[test]
    fn a_hundred_thousand_articles_are_quick_and_have_the_p_of_students_test() {
        // Mean .006 and standard deviation 1 of 100,000: z = 1.897, p = .0578.
        let many: Vec<f64> = (0..100_000).map(|k| if k % 2 == 0 { 1.006 } else { -0.994 }).collect();
        let found = paired(&many).unwrap();
        assert!((found.p - 0.0578).abs() < 0.001, "{}", found.p);
    }

    #[test]
    fn articles_without_a_difference_are_no_evidence() {
        assert_eq!(paired(&[0.0; 8]).unwrap().p, 1.0);
        // Zeros double the ways and the count alike.
        assert_eq!(paired(&[1., 1., 1., 1., 1., 1., 0., 0.]).unwrap().p, 2.0 / 64.0);
    }

    #[test]
    fn an_article_of_one_side_or_without_numbers_is_left_out() {
        let first = vec![vec![1.0]; 8];
        let mut second = vec![vec![0.0]; 8];
        second[0] = vec![];
        second[1] = vec![f64::NAN];
        assert_eq!(sign_flip_test(&first, &second, 1).unwrap().n_articles, 6);
        second[2] = vec![f64::INFINITY];
        assert_eq!(sign_flip_test(&first, &second, 1), None);
    }
}
