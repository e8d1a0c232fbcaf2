//! A permutation test within articles: would a difference as large come about if sides were names without meaning?
//!
//! In each article that holds both sides, as many sentences as before are handed to either side in every way that
//! there is, or in ways drawn at random where there are too many; the other articles say nothing about it. Permuting
//! within articles keeps what an article does to all its sentences out of the comparison (Good 2005, *Permutation,
//! Parametric and Bootstrap Tests of Hypotheses*, on blocks).
//!
//! The statistic is the mean over articles of the difference of means, as in [`paired_difference`]: its mean over all
//! arrangements is 0, so "as large" is the same in both directions. (Weighing articles by their sentences instead
//! would be a test of the pooled difference around its own mean. On the example below it gives .0088 for .0125.)
//!
//! **What p speaks of**: these articles, and as if their values were exchangeable. Sentences of one quotation are not, as
//! far as they resemble one another: over 76 labelled articles, with each turn of a voice handed to a side at random,
//! p ≤ .05 came out in 10 of 100 comparisons of the tones of sentences (2,000 drawings each of 2, 5, 10 and 20
//! articles). So reports hand it the means of turns. A p that reaches beyond these articles comes from
//! [`sign_flip_test`].
//!
//! [`paired_difference`]: super::paired_difference()
//! [`sign_flip_test`]: super::sign_flip_test()

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::randomisation::{self, Arrangements, Observed, RandomisationTest};
use super::{count, moments};

/// The test; article `i` of both samples must be the same article. None when no article holds both sides.
///
/// ```
/// use slantwise::statistics::{Arrangements, permutation_test};
///
/// // 3 × 3 arrangements; only the data put the highest first in both articles, and none lies as far below 0.
/// let found = permutation_test(&[vec![9.0], vec![8.0]], &[vec![1.0, 3.0], vec![2.0, 3.0]], 1).unwrap();
/// assert_eq!((found.p, found.arrangements), (1.0 / 9.0, Arrangements::Exact(9)));
/// ```
#[must_use]
pub fn permutation_test(first: &[Vec<f64>], second: &[Vec<f64>], seed: u64) -> Option<RandomisationTest> {
    let pools: Vec<Pool> = first.iter().zip(second).filter_map(|(a, b)| Pool::of(a, b)).collect();
    let observed = Observed {
        sum: pools.iter().map(Pool::difference).sum(),
        n_articles: pools.len(),
        scale: pools.iter().map(Pool::scale).sum(),
    };
    if pools.is_empty() || !observed.sum.is_finite() {
        return None;
    }
    let sizes: Vec<u64> = pools.iter().map(Pool::n_arrangements).collect();
    let p = match randomisation::halves(&sizes) {
        Some(halves) => {
            let lists = |half: Vec<usize>| half.iter().map(|place| pools[*place].differences()).collect();
            randomisation::exact(observed, halves.map(lists))
        }
        None => sampled(pools, observed, seed),
    };
    Some(observed.tested(p))
}

fn sampled(mut pools: Vec<Pool>, observed: Observed, seed: u64) -> (f64, Arrangements) {
    // The fewer sentences, the less normal their difference.
    pools.sort_by_key(|pool| pool.n_small);
    let numbers: Vec<usize> = pools.iter().map(|pool| pool.n_small).collect();
    let rest = pools.split_off(randomisation::n_rearranged(&numbers));
    let variance = rest.iter().map(Pool::variance).sum();
    let draw = |pools: &mut Vec<Pool>, random: &mut Pcg64Mcg| -> f64 {
        pools.iter_mut().map(|pool| pool.drawn(random)).sum()
    };
    randomisation::sampled(observed, variance, seed, || pools.clone(), draw)
}

/// The sentences of one article, those of the side with fewer of them in front.
#[derive(Clone, Debug)]
struct Pool {
    values: Vec<f64>,
    n_small: usize,
    total: f64,
    /// 1 where the side with fewer sentences is the first, −1 where it is the second.
    sign: f64,
}

impl Pool {
    /// None where a side is silent.
    fn of(first: &[f64], second: &[f64]) -> Option<Self> {
        let finite =
            |side: &[f64]| -> Vec<f64> { side.iter().copied().filter(|value| value.is_finite()).collect() };
        let (first, second) = (finite(first), finite(second));
        if first.is_empty() || second.is_empty() {
            return None;
        }
        let (small, large, sign) =
            if first.len() <= second.len() { (first, second, 1.0) } else { (second, first, -1.0) };
        let n_small = small.len();
        let values = [small, large].concat();
        Some(Self { n_small, total: values.iter().sum(), sign, values })
    }

    /// The mean of the first side minus that of the second, as the values stand.
    fn difference(&self) -> f64 {
        self.difference_at(self.values[..self.n_small].iter().sum())
    }

    /// The same, when the values of the smaller side add up to `sum`.
    fn difference_at(&self, sum: f64) -> f64 {
        let n_large = self.values.len() - self.n_small;
        self.sign * (sum / count(self.n_small) - (self.total - sum) / count(n_large))
    }

    fn scale(&self) -> f64 {
        self.values.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()))
    }

    /// In how many ways the sentences can be handed out: n over k, as far as it can be told.
    fn n_arrangements(&self) -> u64 {
        let (n, k) = (self.values.len() as u64, self.n_small as u64);
        // n over i times (n − i) divides by i + 1 at each step.
        let step = |product: u64, i: u64| Some(product.checked_mul(n - i)? / (i + 1));
        (0..k).try_fold(1, step).unwrap_or(u64::MAX)
    }

    /// The differences of all arrangements.
    fn differences(&self) -> Vec<f64> {
        let mut sums: Vec<Vec<f64>> = vec![Vec::new(); self.n_small + 1];
        sums[0].push(0.0);
        for value in &self.values {
            for size in (1..=self.n_small).rev() {
                let with: Vec<f64> = sums[size - 1].iter().map(|sum| sum + value).collect();
                sums[size].extend(with);
            }
        }
        sums.pop().unwrap_or_default().into_iter().map(|sum| self.difference_at(sum)).collect()
    }

    /// The variance of the difference over all arrangements, by that of a sample from a finite population.
    fn variance(&self) -> f64 {
        let (n, n_small) = (count(self.values.len()), count(self.n_small));
        moments(&self.values).1 * n / ((n - 1.0) * n_small * (n - n_small))
    }

    /// The difference of an arrangement drawn at random: the front is dealt anew (Fisher & Yates; Durstenfeld 1964).
    fn drawn(&mut self, random: &mut Pcg64Mcg) -> f64 {
        // Drawing 32 bits gives the same numbers on machines of any word size.
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let n = narrow(self.values.len());
        for place in 0..self.n_small {
            let other = random.random_range(narrow(place)..n) as usize;
            self.values.swap(place, other);
        }
        self.difference()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{cliffs_delta, hedges_g};
    use super::*;

    /// Scores by vaderSentiment 3.3.2 of what the council and the opposition say in five labelled news articles.
    fn five_articles() -> [Vec<Vec<f64>>; 2] {
        let council = vec![
            vec![0.886, 0.9569, 0.9001, 0.8316, 0.0772],
            vec![0.9001],
            vec![0.765],
            vec![0.4404, 0.9231, 0.0],
            vec![0.6908, 0.9321, 0.7346, 0.0258, 0.886, 0.8717],
        ];
        let opposition =
            vec![vec![-0.1263, -0.276, -0.4522, -0.6908], vec![], vec![], vec![], vec![0.204, 0.8641]];
        [council, opposition]
    }

    #[test]
    fn five_articles_come_out_as_in_python() {
        // numpy over all 3,528 arrangements: 44 are as far from 0. Cliff and Hedges by effsize's formulas.
        let [council, opposition] = five_articles();
        let found = permutation_test(&council, &opposition, 1).unwrap();
        assert_eq!((found.arrangements, found.n_articles), (Arrangements::Exact(3528), 2));
        assert!((found.difference - 0.636_400_833_3).abs() < 1e-9);
        assert!((found.p - 44.0 / 3528.0).abs() < 1e-12 && (found.p - 0.0125).abs() < 5e-5, "{}", found.p);
        let (x, y) = (council.concat(), opposition.concat());
        let mean = |values: &[f64]| values.iter().sum::<f64>() / count(values.len());
        assert_eq!((x.len(), y.len()), (16, 6));
        assert!((mean(&x) - mean(&y) - 0.756).abs() < 5e-4);
        let cliff = cliffs_delta(&council, &opposition).unwrap();
        let hedges = hedges_g(&council, &opposition).unwrap();
        assert!((cliff.delta - 0.771).abs() < 5e-4 && (hedges.g - 1.79).abs() < 5e-3);
        let near = |(low, high): (f64, f64), ends: (f64, f64), by: f64| {
            assert!((low - ends.0).abs() < by && (high - ends.1).abs() < by, "{low} {high}");
        };
        near(cliff.interval.unwrap(), (0.226, 0.948), 5e-4);
        near(hedges.interval.unwrap(), (0.72, 2.87), 5e-3);
    }

    #[test]
    fn turning_the_sides_turns_the_difference_and_keeps_p() {
        let [council, opposition] = five_articles();
        let a = permutation_test(&council, &opposition, 1).unwrap();
        let b = permutation_test(&opposition, &council, 1).unwrap();
        assert!((a.difference + b.difference).abs() < 1e-12 && a.p == b.p);
    }

    /// The pools of both sides, and what they show.
    fn pooled(first: &[Vec<f64>], second: &[Vec<f64>]) -> (Vec<Pool>, Observed) {
        let pools: Vec<Pool> = first.iter().zip(second).filter_map(|(a, b)| Pool::of(a, b)).collect();
        let sum = pools.iter().map(Pool::difference).sum();
        (pools.clone(), Observed { sum, n_articles: pools.len(), scale: 2.0 })
    }

    #[test]
    fn drawn_arrangements_come_near_the_exact_ones() {
        let [council, opposition] = five_articles();
        let (pools, observed) = pooled(&council, &opposition);
        let (p, arrangements) = sampled(pools, observed, 7);
        assert!((p - 44.0 / 3528.0).abs() < 0.004, "{p}");
        assert_eq!(arrangements, Arrangements::Sampled(9999));
    }

    #[test]
    fn the_variance_is_that_of_all_arrangements() {
        let [council, opposition] = five_articles();
        let [first, .., last] = [0, 4].map(|place| Pool::of(&council[place], &opposition[place]).unwrap());
        for pool in [first, last] {
            let differences = pool.differences();
            let (mean, squares) = moments(&differences);
            assert_eq!(differences.len() as u64, pool.n_arrangements());
            assert!(
                mean.abs() < 1e-12 && (squares / count(differences.len()) - pool.variance()).abs() < 1e-12
            );
        }
    }

    #[test]
    fn a_large_sample_has_the_p_of_its_whole_rearrangement() {
        // Eleven articles, one small; in all 1,002 numbers for an arrangement, so that a hundred are drawn.
        let side =
            |n: usize, by: f64| -> Vec<f64> { (0..n).map(|k| ((k * k) % 11) as f64 / 5.5 + by).collect() };
        let sides = |by: f64| [vec![side(2, by)], vec![side(100, by); 10]].concat();
        let (pools, observed) = pooled(&sides(0.035), &sides(0.0));
        let (in_part, _) = sampled(pools.clone(), observed, 1);
        let draw = |pools: &mut Vec<Pool>, random: &mut Pcg64Mcg| -> f64 {
            pools.iter_mut().map(|pool| pool.drawn(random)).sum()
        };
        let (wholly, _) = randomisation::sampled(observed, 0.0, 1, || pools.clone(), draw);
        assert!(wholly > 0.1 && wholly < 0.9 && (in_part - wholly).abs() < 0.015, "{in_part} {wholly}");
    }

    #[test]
    fn values_that_are_all_alike_are_no_evidence() {
        let alike = |n: usize| vec![vec![0.1; n]; 3];
        for (m, n) in [(1, 1), (3, 4), (50, 60)] {
            assert_eq!(permutation_test(&alike(m), &alike(n), 1).unwrap().p, 1.0, "{m} {n}");
        }
    }

    #[test]
    fn without_a_shared_article_there_is_no_test() {
        assert_eq!(permutation_test(&[], &[], 1), None);
        assert_eq!(permutation_test(&[vec![1.0], vec![]], &[vec![], vec![1.0]], 1), None);
        assert_eq!(permutation_test(&[vec![f64::NAN]], &[vec![1.0]], 1), None);
        assert_eq!(permutation_test(&[vec![f64::MAX; 2]], &[vec![f64::MAX; 2]], 1), None);
    }

    #[test]
    fn one_against_many_is_counted_by_places() {
        let many: Vec<f64> = (0..999).map(f64::from).collect();
        let found = permutation_test(&[vec![999.0]], &[many], 1).unwrap();
        assert_eq!((found.p, found.arrangements), (2.0 / 1000.0, Arrangements::Exact(1000)));
    }

    #[test]
    fn the_seed_decides_and_threads_do_not() {
        let side = |by: f64| -> Vec<Vec<f64>> {
            (0..9).map(|n| (0..12).map(|k| f64::from((n * k) % 7) + by).collect()).collect()
        };
        let run = |threads, seed| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| permutation_test(&side(0.5), &side(0.0), seed).unwrap())
        };
        assert_eq!(run(1, 3), run(4, 3));
        assert_ne!(run(1, 3).p, run(1, 4).p);
        assert_eq!(run(1, 3).arrangements, Arrangements::Sampled(9999));
    }
}
