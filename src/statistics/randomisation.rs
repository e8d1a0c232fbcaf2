//! What tests by rearrangement share: counting the arrangements that are as far from nothing as the data.
//!
//! Each article has a list of differences, one for each way to arrange its labels, and an arrangement of all
//! articles takes one out of each list and adds them up. Where that can be done, all are counted: the articles are
//! dealt out into two halves, the sums of each half listed, and for each sum of the one its partners among the sorted
//! sums of the other are looked up (Horowitz & Sahni 1974, Journal of the ACM 21:277-292). So
//! 100,000² arrangements take the time of 100,000, and none is left out. Where there are more, some are drawn, and
//! p = (b + 1) / (m + 1), where b of m drawn are as far out (Phipson & Smyth 2010, Statistical Applications in
//! Genetics and Molecular Biology 9:39): the data are one arrangement themselves, and no p is 0.
//!
//! To draw an arrangement of many sentences takes long, and their difference is close to normal then (Hájek 1960,
//! Publications of the Mathematical Institute of the Hungarian Academy of Sciences 5:361-374). So of a large sample
//! only the articles that are least so are rearranged; the sum of all others is taken for normal, with the variance
//! that their arrangements have, and b adds up how likely it is, for each drawn arrangement, that they carry the sum
//! as far out.
//!
//! Both tests are two-sided: as far from 0 in either direction. They may be, because the mean over all arrangements
//! of the difference *within* articles is exactly 0. That of the difference between all sentences of one side and
//! all of the other is not, when one side speaks more in articles of a better tone.

use std::fmt;

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::count;
use super::student::normal_below;

/// All arrangements are counted while neither half has more sums than these: some milliseconds of work.
const MAX_SUMS: u64 = 100_000;

/// How many arrangements are drawn otherwise: the standard error of a p of .05 is then √(.05 × .95 / 9,999) = .002.
const N_DRAWN: u32 = 9999;

/// Random numbers that one arrangement may take while every article is rearranged: 10⁷ for a test, less than a tenth
/// of a second.
const MAX_NUMBERS: usize = 1000;

/// Random numbers that one arrangement takes of a sample that would need more.
const NUMBERS_OF_MANY: usize = 100;

/// Arrangements that share a generator. It must not depend on the number of threads.
const BATCH: u32 = 25;

/// Sums nearer to one another than this part of the largest values are equal but for rounding.
const ROUNDING: f64 = 1e-10;

/// Which arrangements a p-value was counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrangements {
    /// All that there are, so many.
    Exact(u64),
    /// So many drawn at random, in large samples for part of the articles.
    Sampled(u32),
}

/// The words of the tables: `exact, 3528` or `sampled, 9999`.
impl fmt::Display for Arrangements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(n) => write!(f, "exact, {n}"),
            Self::Sampled(n) => write!(f, "sampled, {n}"),
        }
    }
}

/// What a test by rearrangement says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RandomisationTest {
    /// Mean over articles of (mean of the first side − mean of the second); each article counts the same.
    pub difference: f64,
    /// Articles that hold both sides: all that the test is about.
    pub n_articles: usize,
    /// Two-sided: the share of arrangements whose difference is as far from 0, above 0 to 1.
    pub p: f64,
    /// Which arrangements those are.
    pub arrangements: Arrangements,
}

/// The difference that the data show, as a sum over articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Observed {
    /// The sum of the differences of all articles.
    pub(super) sum: f64,
    pub(super) n_articles: usize,
    /// The largest values of all articles, added up: what [`ROUNDING`] is a part of.
    pub(super) scale: f64,
}

impl Observed {
    /// How far out an arrangement must be.
    fn bound(self) -> f64 {
        self.sum.abs() - ROUNDING * self.scale
    }

    pub(super) fn tested(self, (p, arrangements): (f64, Arrangements)) -> RandomisationTest {
        RandomisationTest {
            difference: self.sum / count(self.n_articles),
            n_articles: self.n_articles,
            p,
            arrangements,
        }
    }
}

/// The articles dealt out into two halves with few sums each; none where that cannot be done. `sizes`: how many
/// arrangements each article has.
pub(super) fn halves(sizes: &[u64]) -> Option<[Vec<usize>; 2]> {
    let mut places: Vec<usize> = (0..sizes.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(sizes[*place]));
    let mut halves = [Vec::new(), Vec::new()];
    let mut products = [1_u64; 2];
    for place in places {
        let smaller = usize::from(products[1] < products[0]);
        products[smaller] = products[smaller].saturating_mul(sizes[place]);
        halves[smaller].push(place);
    }
    products.iter().all(|product| *product <= MAX_SUMS).then_some(halves)
}

/// p over all arrangements: the lists of differences of the articles of either half.
pub(super) fn exact(observed: Observed, halves: [Vec<Vec<f64>>; 2]) -> (f64, Arrangements) {
    let [first, mut second] = halves.map(|lists| sums(&lists));
    second.sort_by(f64::total_cmp);
    let n_all = first.len() as u64 * second.len() as u64;
    let bound = observed.bound();
    let partners = |sum: &f64| {
        let above = second.len() - second.partition_point(|other| sum + other < bound);
        (above + second.partition_point(|other| sum + other <= -bound)) as u64
    };
    let far = if bound > 0.0 { first.iter().map(partners).sum() } else { n_all };
    // Both are below MAX_SUMS², which floats hold exactly.
    (far as f64 / n_all as f64, Arrangements::Exact(n_all))
}

/// Every sum of one value out of each list.
fn sums(lists: &[Vec<f64>]) -> Vec<f64> {
    lists.iter().fold(vec![0.0], |sums, list| {
        sums.iter().flat_map(|sum| list.iter().map(move |value| sum + value)).collect()
    })
}

/// How many articles are rearranged when arrangements are drawn, of articles that take so many random numbers each;
/// the first of them, so those whose differences are least normal must stand in front.
pub(super) fn n_rearranged(numbers: &[usize]) -> usize {
    let is_small = numbers.iter().sum::<usize>() <= MAX_NUMBERS;
    let most = if is_small { MAX_NUMBERS } else { NUMBERS_OF_MANY };
    let mut total = 0;
    numbers
        .iter()
        .take_while(|n| {
            total += **n;
            total <= most
        })
        .count()
}

/// p over arrangements drawn at random. `start` gives what a batch works on, `draw` the sum of one arrangement, to
/// which the other articles add a normal number of this variance.
pub(super) fn sampled<State>(
    observed: Observed,
    variance: f64,
    seed: u64,
    start: impl Fn() -> State + Sync,
    draw: impl Fn(&mut State, &mut Pcg64Mcg) -> f64 + Sync,
) -> (f64, Arrangements) {
    let bound = observed.bound();
    let far = |sum: f64| match variance.sqrt() {
        deviation if deviation > 0.0 => {
            let beyond = |end: f64| normal_below((end - bound) / deviation);
            (beyond(sum) + beyond(-sum)).min(1.0)
        }
        _ => f64::from(u8::from(sum.abs() >= bound)),
    };
    let far_in = |batch: u32| -> f64 {
        let mut random = generator(seed, batch);
        let mut state = start();
        let size = BATCH.min(N_DRAWN - batch * BATCH);
        (0..size).map(|_| far(draw(&mut state, &mut random))).sum()
    };
    // Added up in their order: sums of floats depend on it.
    let batches: Vec<f64> = (0..N_DRAWN.div_ceil(BATCH)).into_par_iter().map(far_in).collect();
    let p = (batches.iter().sum::<f64>() + 1.0) / (f64::from(N_DRAWN) + 1.0);
    (p, Arrangements::Sampled(N_DRAWN))
}

/// Batches must not share a stream, or the order of threads would show.
fn generator(seed: u64, batch: u32) -> Pcg64Mcg {
    let spread = u64::from(batch).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Pcg64Mcg::seed_from_u64(seed ^ spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(sum: f64) -> Observed {
        Observed { sum, n_articles: 2, scale: 10.0 }
    }

    #[test]
    fn the_halves_meet_in_every_arrangement() {
        // Sums of one of {1, 2} and one of {10, 20, −30}: 11, 21, −29, 12, 22, −28.
        let lists = || [vec![vec![1.0, 2.0]], vec![vec![10.0, 20.0, -30.0]]];
        for (sum, far) in [(29.0, 1.0), (-28.0, 2.0), (22.0, 3.0), (12.0, 5.0), (11.0, 6.0), (0.0, 6.0)] {
            assert_eq!(exact(observed(sum), lists()), (far / 6.0, Arrangements::Exact(6)), "{sum}");
        }
    }

    #[test]
    fn articles_are_dealt_out_evenly_or_not_at_all() {
        let [first, second] = halves(&[2, 50, 3, 60]).unwrap();
        assert_eq!((first, second), (vec![3, 0], vec![1, 2]));
        assert_eq!(halves(&[MAX_SUMS, MAX_SUMS]), Some([vec![0], vec![1]]));
        assert_eq!(halves(&[MAX_SUMS + 1]), None);
        assert_eq!(halves(&[u64::MAX; 9]), None);
        assert_eq!(halves(&[]), Some([vec![], vec![]]));
    }

    #[test]
    fn what_differs_by_rounding_is_equal() {
        let lists = [vec![vec![0.1 + 0.2, -0.3]], vec![vec![0.0]]];
        assert_eq!(exact(observed(0.1 + 0.2), lists).0, 1.0);
    }

    #[test]
    fn no_p_that_is_drawn_is_zero() {
        let never = |(): &mut (), _: &mut Pcg64Mcg| 0.0;
        assert_eq!(
            sampled(observed(1.0), 0.0, 1, || (), never),
            (1.0 / 10_000.0, Arrangements::Sampled(9999))
        );
    }

    #[test]
    fn a_rest_that_is_normal_has_the_tails_of_the_normal_distribution() {
        let alone = |(): &mut (), _: &mut Pcg64Mcg| 0.0;
        let (p, _) = sampled(observed(1.959_964), 1.0, 1, || (), alone);
        assert!((p - (0.05 * 9999.0 + 1.0) / 10_000.0).abs() < 1e-6, "{p}");
        assert_eq!(sampled(observed(0.0), 1.0, 1, || (), alone).0, 1.0);
    }

    #[test]
    fn large_samples_are_rearranged_in_part() {
        assert_eq!(n_rearranged(&[200; 5]), 5);
        assert_eq!(n_rearranged(&[1, 9, 40, 50, 1000]), 4);
        assert_eq!(n_rearranged(&[1001]), 0);
    }

    #[test]
    fn arrangements_are_told_in_words() {
        assert_eq!(Arrangements::Exact(3528).to_string(), "exact, 3528");
        assert_eq!(Arrangements::Sampled(9999).to_string(), "sampled, 9999");
    }
}
