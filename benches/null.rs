//! How often the statistics keep their promise: a simulation, printed as tables in Markdown.
//!
//! `cargo bench --bench null` makes up articles whose truth is known, and counts how often a nominal 95% interval
//! holds it and how often a test at .05 finds a difference where there is none. `-- 20000` draws so many sets of
//! articles for each row instead of 4,000. What it printed last stands in `docs/statistics.md`.
//!
//! **The articles.** Tones are the real ones of the labelled articles in `tests/gold-more`, with their lump at 0 and
//! their ends at ±1. Each article has 1 to 8 sentences of each side; on top of every four articles that hold both
//! sides comes one that holds a single one. The sentences of an article resemble one another: a sentence is the
//! quantile of the tones at Φ(√s · a + √o · b + √u · t + √(1 − s − o − u) · e), with a standard normal *a* for each
//! article, *b* for each side in it, *t* for each turn, 1.8 sentences long on average, and *e* for each sentence. *s*
//! (shared) is what both sides take from the article, *o* (own) what a side alone does, *u* (turn) what a turn does:
//! about the intraclass correlations. In the labelled articles those of the tones of one side within articles are .06
//! to .33, and that of a turn .42. Where *o* and *u* are 0, chance alone decides which side a sentence goes to, as if
//! the sides had been shuffled within each article; where *o* alone is 0, as if they had been dealt to whole turns.
//! For shares, a sentence is a hit where that normal lies below the quantile of the share. For rates, hits are Poisson
//! by words, at the population's rate times a log-normal factor for each article.
//!
//! **How to read it.** Coverage should be .95 and a rate of false positives .05; what lies within .93 to .97, or .03
//! to .06, keeps the promise. *n* is the number of articles that hold both sides, or the one in question. The line
//! below a table says how far its figures could be off because only so many sets were drawn.

use std::array::from_fn;
use std::fs;
use std::path::Path;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use slantwise::statistics::{
    Interval, benjamini_hochberg, cliffs_delta, hedges_g, mean, mean_difference, paired_difference,
    permutation_test, rate, share, sign_flip_test,
};
use slantwise::{Document, Kind, Profile, analyze};
use statrs::distribution::{ContinuousCDF, Normal};

/// What sentences have in common: all of an article, those of one side in it, those of one turn.
#[derive(Clone, Copy)]
struct World {
    shared: f64,
    own: f64,
    turn: f64,
}

impl World {
    const fn new(shared: f64, own: f64, turn: f64) -> Self {
        Self { shared, own, turn }
    }

    fn head(self, n: usize) -> String {
        format!("{n} | {} | {} | {}", self.shared, self.own, self.turn)
    }
}

const WORLDS: [World; 7] = [
    World::new(0.0, 0.0, 0.0),
    World::new(0.1, 0.0, 0.0),
    World::new(0.3, 0.0, 0.0),
    World::new(0.0, 0.1, 0.0),
    World::new(0.0, 0.3, 0.0),
    World::new(0.0, 0.0, 0.4),
    World::new(0.1, 0.1, 0.3),
];

/// The articles of one side, each the list of its sentences.
type Sample = Vec<Vec<f64>>;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    // Cargo says `--bench` for `cargo bench` alone; as a test it is enough that all tables can be made.
    let default = if words.iter().any(|word| word == "--bench") { 4000 } else { 10 };
    let n_drawings = words.iter().find_map(|word| word.parse().ok()).unwrap_or(default);
    let pools = Pools::read();
    tests(&pools, n_drawings);
    means(&pools, n_drawings);
    differences("Coverage: two sides that do not differ", [&pools.all, &pools.all], n_drawings);
    let [council, opposition, ..] = &pools.sides;
    differences("Coverage: the tones of council and opposition", [council, opposition], n_drawings);
    shares(n_drawings);
    rates(n_drawings);
}

// --- What is drawn ---------------------------------------------------------------------------------------------

/// Real tones, sorted.
struct Pools {
    /// Council, opposition, inspector, others.
    sides: [Vec<f64>; 4],
    all: Vec<f64>,
}

impl Pools {
    fn read() -> Self {
        let mut sides: [Vec<f64>; 4] = from_fn(|_| Vec::new());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold-more");
        let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        for path in paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt")) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let passages = analyze(&Document::new("article", text), Profile::inspection()).passages;
            for passage in passages.iter().filter(|passage| passage.kind == Kind::Body) {
                if let Some(side) = sides.get_mut(usize::from(passage.side.0)) {
                    side.push(passage.tone);
                }
            }
        }
        let mut all = sides.concat();
        sides.iter_mut().chain([&mut all]).for_each(|pool| pool.sort_by(f64::total_cmp));
        assert!(!all.is_empty(), "no labelled articles in `tests/gold-more`");
        Self { sides, all }
    }
}

/// Standard normal, by Box & Muller (1958).
fn normal(random: &mut Pcg64Mcg) -> f64 {
    let (u, v): (f64, f64) = (1.0 - random.random::<f64>(), random.random());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

/// As many uniform numbers as it takes for their product to fall below e^−mean (Knuth).
fn poisson(mean: f64, random: &mut Pcg64Mcg) -> usize {
    let mut product: f64 = random.random();
    let mut n = 0;
    while product > (-mean).exp() {
        product *= random.random::<f64>();
        n += 1;
    }
    n
}

/// The sentences of one side of an article, as standard normals, and how many each turn has.
fn sentences(article: f64, world: World, random: &mut Pcg64Mcg) -> (Vec<f64>, Vec<usize>) {
    let World { shared, own, turn } = world;
    let common = shared.sqrt() * article + own.sqrt() * normal(random);
    let n: usize = random.random_range(1..=8);
    let mut of_turn = normal(random);
    let mut turns: Vec<usize> = Vec::new();
    let sentence = |_| {
        // Another turn after 5 sentences of 9.
        if random.random_bool(5.0 / 9.0) || turns.is_empty() {
            of_turn = normal(random);
            turns.push(0);
        }
        turns.last_mut().into_iter().for_each(|n| *n += 1);
        common + turn.sqrt() * of_turn + (1.0 - shared - own - turn).sqrt() * normal(random)
    };
    ((0..n).map(sentence).collect(), turns)
}

fn one_side(n: usize, own: f64, random: &mut Pcg64Mcg) -> Sample {
    (0..n).map(|_| sentences(0.0, World::new(0.0, own, 0.0), random).0).collect()
}

/// Any number of sides in `n` articles, and articles with a single side of the first two on top.
fn sides<const SIDES: usize>(n: usize, world: World, random: &mut Pcg64Mcg) -> [Sample; SIDES] {
    with_turns(n, world, random).map(|(sample, _)| sample)
}

/// The same, with how many sentences the turns of each article have.
fn with_turns<const SIDES: usize>(
    n: usize,
    world: World,
    random: &mut Pcg64Mcg,
) -> [(Sample, Vec<Vec<usize>>); SIDES] {
    let mut sides: [(Sample, Vec<Vec<usize>>); SIDES] = from_fn(|_| (Sample::new(), Vec::new()));
    for place in 0..n + n / 4 {
        let article = normal(random);
        for (side, (sample, turns)) in sides.iter_mut().enumerate() {
            let is_silent = place >= n && side % 2 == place % 2;
            let (said, of_article) =
                if is_silent { (Vec::new(), Vec::new()) } else { sentences(article, world, random) };
            sample.push(said);
            turns.push(of_article);
        }
    }
    sides
}

/// The means of turns, which are what the permutation exchanges.
fn by_turn(sample: &Sample, turns: &[Vec<usize>]) -> Sample {
    let of_article = |(values, turns): (&Vec<f64>, &Vec<usize>)| {
        let mut values = values.iter();
        turns.iter().map(|n| values.by_ref().take(*n).sum::<f64>() / *n as f64).collect()
    };
    sample.iter().zip(turns).map(of_article).collect()
}

/// The tones that stand where the normals stand.
fn tones(sample: &Sample, pool: &[f64]) -> Sample {
    let highest = pool.len() - 1;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place among the tones")]
    let tone =
        |normal: &f64| pool[((Normal::standard().cdf(*normal) * pool.len() as f64) as usize).min(highest)];
    sample.iter().map(|article| article.iter().map(tone).collect()).collect()
}

// --- How it is counted -----------------------------------------------------------------------------------------

fn holds(interval: Option<Interval>, truth: f64) -> Option<bool> {
    interval.map(|(low, high)| low <= truth && truth <= high)
}

/// For each column, the share of drawings in which it is so, of those in which it says anything.
fn shares_of<const COLUMNS: usize>(
    n_drawings: u64,
    drawing: impl Fn(&mut Pcg64Mcg) -> [Option<bool>; COLUMNS] + Sync,
) -> [f64; COLUMNS] {
    let random =
        |place: u64| Pcg64Mcg::seed_from_u64(place.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let results: Vec<_> = (0..n_drawings).into_par_iter().map(|place| drawing(&mut random(place))).collect();
    from_fn(|column| {
        let said: Vec<bool> = results.iter().filter_map(|result| result[column]).collect();
        said.iter().filter(|is_so| **is_so).count() as f64 / said.len() as f64
    })
}

fn head(title: &str, columns: &str) {
    println!("\n### {title}\n\n| {columns} |\n|{}", "---|".repeat(columns.split('|').count()));
}

fn row(head: &str, figures: &[f64]) {
    let cells: String = figures.iter().map(|figure| format!(" {figure:.3} |")).collect();
    println!("| {head} |{}", cells.replace(" 0.", " ."));
}

fn foot(nominal: f64, n_drawings: u64) {
    let error = 1.96 * (nominal * (1.0 - nominal) / n_drawings as f64).sqrt();
    println!("\n{n_drawings} drawings a row, ±{}", format!("{error:.3}.").replace("0.", "."));
}

// --- Tables ----------------------------------------------------------------------------------------------------

fn tests(pools: &Pools, n_drawings: u64) {
    head(
        "False positives: two sides that do not differ",
        "*n* | shared | own | turn | sign flip | permutation | any of six pairs, sign flip *q* | interval of the difference | interval within articles",
    );
    let [independent, _, shared, .., turns, mixed] = WORLDS;
    for n in [6, 10, 20] {
        for world in [independent, shared, turns, mixed] {
            let figures = shares_of(n_drawings, |random| {
                let four: [(Sample, Vec<Vec<usize>>); 4] = with_turns(n, world, random);
                let turns = four.each_ref().map(|(_, turns)| turns.clone());
                let four = four.map(|(side, _)| tones(&side, &pools.all));
                let seed = random.random();
                let p = |a: usize, b: usize| Some(sign_flip_test(&four[a], &four[b], seed)?.p);
                let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
                let family: Vec<f64> = pairs.into_iter().filter_map(|(a, b)| p(a, b)).collect();
                let [x, y, ..] = &four;
                let misses = |interval: Option<Interval>| holds(interval, 0.0).map(|held| !held);
                [
                    p(0, 1).map(|p| p <= 0.05),
                    permutation_test(&by_turn(x, &turns[0]), &by_turn(y, &turns[1]), seed)
                        .map(|test| test.p <= 0.05),
                    Some(benjamini_hochberg(&family).iter().any(|q| *q <= 0.05)),
                    misses(mean_difference(x, y).and_then(|found| found.interval)),
                    misses(paired_difference(x, y).and_then(|found| found.interval)),
                ]
            });
            row(&world.head(n), &figures);
        }
    }
    foot(0.05, n_drawings);
}

fn means(pools: &Pools, n_drawings: u64) {
    head(
        "Coverage: the mean of one side",
        "*n* | own | council | opposition | inspector | others | inspector, sentences as independent",
    );
    for n in [3, 6, 10, 20] {
        for own in [0.0, 0.1, 0.3] {
            let figures = shares_of(n_drawings, |random| {
                let sample = one_side(n, own, random);
                let held = |pool: &[f64], tones: Sample| {
                    holds(mean(&tones).and_then(|found| found.interval), average(pool))
                };
                let [a, b, c, d] = pools.sides.each_ref().map(|pool| held(pool, tones(&sample, pool)));
                let inspector = &pools.sides[2];
                [a, b, c, d, held(inspector, vec![tones(&sample, inspector).concat()])]
            });
            row(&format!("{n} | {own}"), &figures);
        }
    }
    foot(0.95, n_drawings);
}

fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn differences(title: &str, pools: [&[f64]; 2], n_drawings: u64) {
    head(
        title,
        "*n* | shared | own | turn | difference | within articles | Cliff's δ | Hedges' g | difference, sentences as independent",
    );
    let (difference, delta, g) = truths(pools);
    for n in [6, 10, 20] {
        for world in WORLDS {
            let figures = shares_of(n_drawings, |random| {
                let [x, y] = sides(n, world, random);
                let (x, y) = (tones(&x, pools[0]), tones(&y, pools[1]));
                let pooled =
                    |x: &[Vec<f64>], y: &[Vec<f64>]| mean_difference(x, y).and_then(|found| found.interval);
                [
                    holds(pooled(&x, &y), difference),
                    holds(paired_difference(&x, &y).and_then(|found| found.interval), difference),
                    holds(cliffs_delta(&x, &y).and_then(|found| found.interval), delta),
                    holds(hedges_g(&x, &y).and_then(|found| found.interval), g),
                    holds(pooled(&[x.concat()], &[y.concat()]), difference),
                ]
            });
            row(&world.head(n), &figures);
        }
    }
    foot(0.95, n_drawings);
}

/// Difference of means, Cliff's δ and standardised difference of two populations.
fn truths([a, b]: [&[f64]; 2]) -> (f64, f64, f64) {
    let variance = |pool: &[f64]| {
        let squares: Vec<f64> = pool.iter().map(|tone| (tone - average(pool)).powi(2)).collect();
        average(&squares)
    };
    let difference = average(a) - average(b);
    let delta = cliffs_delta(&[a.to_vec()], &[b.to_vec()]).map_or(f64::NAN, |found| found.delta);
    (difference, delta, difference / ((variance(a) + variance(b)) / 2.0).sqrt())
}

fn shares(n_drawings: u64) {
    head(
        "Coverage: a share of sentences",
        "*n* | own | share .05 | .1 | .2 | .5 | .2, sentences as independent",
    );
    for n in [6, 10, 20] {
        for own in [0.0, 0.1, 0.3] {
            let figures = shares_of(n_drawings, |random| {
                let sample = one_side(n, own, random);
                let held = |truth: f64, sample: &[Vec<f64>]| {
                    let bound = Normal::standard().inverse_cdf(truth);
                    let counts: Vec<(usize, usize)> = sample
                        .iter()
                        .map(|article| {
                            (article.iter().filter(|normal| **normal < bound).count(), article.len())
                        })
                        .collect();
                    holds(share(&counts).and_then(|found| found.interval), truth)
                };
                let [a, b, c, d] = [0.05, 0.1, 0.2, 0.5].map(|truth| held(truth, &sample));
                [a, b, c, d, held(0.2, &[sample.concat()])]
            });
            row(&format!("{n} | {own}"), &figures);
        }
    }
    foot(0.95, n_drawings);
}

fn rates(n_drawings: u64) {
    head(
        "Coverage: hits per thousand words",
        "*n* | variation of articles | rate 2 | 5 | 10 | 30 | 10, hits as independent",
    );
    for n in [6, 10, 20] {
        // Standard deviation over mean of the factors of articles.
        for variation in [0.0, 0.5, 1.0] {
            let figures = shares_of(n_drawings, |random| {
                let articles = articles_of_words(n, variation, random);
                let mut held = |truth: f64, joined: bool| {
                    let hits = |(n_words, factor): &(usize, f64)| {
                        (poisson(truth / 1000.0 * *n_words as f64 * factor, random), *n_words)
                    };
                    let mut counts: Vec<(usize, usize)> = articles.iter().map(hits).collect();
                    if joined {
                        counts = vec![counts.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))];
                    }
                    holds(rate(&counts).and_then(|found| found.interval), truth)
                };
                let [a, b, c, d] = [2.0, 5.0, 10.0, 30.0].map(|truth| held(truth, false));
                [a, b, c, d, held(10.0, true)]
            });
            row(&format!("{n} | {variation}"), &figures);
        }
    }
    foot(0.95, n_drawings);
}

/// Words and factor of each article: 1 to 8 sentences of 5 to 25 words, factors log-normal around 1.
fn articles_of_words(n: usize, variation: f64, random: &mut Pcg64Mcg) -> Vec<(usize, f64)> {
    let spread = f64::ln(1.0 + variation * variation);
    let article = |_| {
        let n_sentences: usize = random.random_range(1..=8);
        let n_words = (0..n_sentences).map(|_| random.random_range(5..=25_usize)).sum();
        (n_words, (spread.sqrt() * normal(random) - spread / 2.0).exp())
    };
    (0..n).map(article).collect()
}
