//! How outlets tell of the same report: how much room each gives to each side, in which tone, and whose words are quoted.

use std::collections::BTreeMap;

use super::observation::{counted, estimate, n_words, scores};
use crate::statistics::{Estimate, count};
use crate::{Analysis, Mode, Profile, SideId};

/// One side in one outlet.
#[derive(Clone, Debug, PartialEq)]
pub struct OutletSummary {
    /// The outlet, as the study names it.
    pub outlet: String,
    /// The side.
    pub side: SideId,
    /// All articles of the outlet.
    pub n_articles: usize,
    /// Those in which the side speaks.
    pub n_articles_side: usize,
    /// Sentences of the side.
    pub n_sentences: usize,
    /// Words of the side.
    pub n_words: usize,
    /// Its share of all words that the outlet prints, 0 to 1.
    pub share_of_words: f64,
    /// Sentences quoted whole, quoted in part, and reported without marks.
    pub n_direct: usize,
    /// See [`Self::n_direct`].
    pub n_mixed: usize,
    /// See [`Self::n_direct`].
    pub n_indirect: usize,
    /// Mean tone of the side in this outlet; none where it is silent.
    pub tone: Option<Estimate>,
}

/// What is counted of one side in one outlet.
#[derive(Default)]
struct Tally {
    tones: BTreeMap<usize, Vec<f64>>,
    n_words: usize,
    modes: [usize; 3],
}

/// Outlet by outlet, in the order in which the articles name them, side by side; nothing where no outlet is named.
pub(super) fn summaries(
    analyses: &[Analysis],
    profile: &Profile,
    include_titles: bool,
) -> Vec<OutletSummary> {
    let mut outlets: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (article, analysis) in analyses.iter().enumerate() {
        if let Some(outlet) = analysis.document.outlet.as_deref() {
            let place = *places.entry(outlet).or_insert(outlets.len());
            if place == outlets.len() {
                outlets.push((outlet, Vec::new()));
            }
            outlets[place].1.push(article);
        }
    }
    let of_outlet = |(outlet, articles): &(&str, Vec<usize>)| {
        of_outlet(outlet, articles, analyses, profile, include_titles)
    };
    outlets.iter().flat_map(of_outlet).collect()
}

fn of_outlet(
    outlet: &str,
    articles: &[usize],
    analyses: &[Analysis],
    profile: &Profile,
    include_titles: bool,
) -> Vec<OutletSummary> {
    let mut tallies: BTreeMap<SideId, Tally> = BTreeMap::new();
    for article in articles {
        let analysis = &analyses[*article];
        for passage in counted(analysis, include_titles) {
            let tally = tallies.entry(passage.side).or_default();
            tally.tones.entry(*article).or_default().push(scores(passage).0);
            tally.n_words += n_words(passage, analysis);
            let modes = [Mode::Direct, Mode::Mixed, Mode::Indirect];
            if let Some(mode) = modes.iter().position(|mode| *mode == passage.mode) {
                tally.modes[mode] += 1;
            }
        }
    }
    let all_words: usize = tallies.values().map(|tally| tally.n_words).sum();
    let summary = |(side, _)| {
        let tally = tallies.remove(&side).unwrap_or_default();
        let tones: Vec<Vec<f64>> = tally.tones.into_values().collect();
        let [n_direct, n_mixed, n_indirect] = tally.modes;
        OutletSummary {
            outlet: outlet.to_owned(),
            side,
            n_articles: articles.len(),
            n_articles_side: tones.len(),
            n_sentences: tones.iter().map(Vec::len).sum(),
            n_words: tally.n_words,
            share_of_words: count(tally.n_words) / count(all_words.max(1)),
            n_direct,
            n_mixed,
            n_indirect,
            tone: estimate(&tones),
        }
    };
    (0..=u8::MAX).map(SideId).zip(&profile.sides).map(summary).collect()
}

#[cfg(test)]
mod tests {
    use crate::report::synthetic::article;
    use crate::{Document, Profile, SideId, compare};

    #[test]
    fn outlets_are_set_next_to_one_another() {
        let of = |outlet: Option<&str>, lines: &[(u8, &'static str, f64)]| {
            let mut analysis = article("x", lines);
            let outlet = outlet.map(String::from);
            analysis.document = Document { outlet, ..analysis.document };
            analysis
        };
        let articles = vec![
            of(Some("Echo"), &[(0, "A", 0.4), (1, "B", -0.2)]),
            of(Some("Post"), &[(0, "A", 0.2)]),
            of(None, &[(0, "A", 0.9)]),
            of(Some("Echo"), &[(0, "A", 0.0), (4, "", 0.0)]),
        ];
        let outlets = compare(articles, Profile::inspection()).outlets;
        let names: Vec<&str> = outlets.iter().step_by(5).map(|row| row.outlet.as_str()).collect();
        assert_eq!(names, ["Echo", "Post"]);
        let council = &outlets[0];
        assert_eq!((council.side, council.n_articles, council.n_articles_side), (SideId(0), 2, 2));
        assert_eq!((council.n_sentences, council.n_direct, council.n_indirect), (2, 2, 0));
        assert!(
            (council.share_of_words - 0.5).abs() < 1e-12 && (council.tone.unwrap().mean - 0.2).abs() < 1e-12
        );
        assert_eq!((outlets[1].n_indirect, outlets[2].tone), (1, None));
    }
}
