//! How often each side puts things in each frame.

use std::collections::BTreeMap;

use super::Place;
use super::observation::{counted_places, n_words};
use crate::framing::CodeId;
use crate::statistics::{Proportion, Rate, rate, share};
use crate::{Analysis, Profile, SideId};

/// What one side says in one frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameSummary {
    /// The frame.
    pub frame: CodeId,
    /// The side.
    pub side: SideId,
    /// Words and phrases that were met; a sentence may have several.
    pub n_hits: usize,
    /// Its sentences with the frame, in the order of the input.
    pub places: Vec<Place>,
    /// All its sentences.
    pub n_sentences: usize,
    /// All its words.
    pub n_words: usize,
    /// Articles with a sentence of the frame.
    pub n_articles: usize,
    /// The share of its sentences with the frame; none for a silent side.
    pub share: Option<Proportion>,
    /// Hits in a thousand of its words; none for a silent side.
    pub rate: Option<Rate>,
}

/// A frame of one side in one article.
#[derive(Clone, Copy, Default)]
struct FrameCount {
    n_hits: usize,
    n_framed: usize,
    n_sentences: usize,
    n_words: usize,
}

/// Frame by frame, side by side.
pub(super) fn summaries(analyses: &[Analysis], profile: &Profile, include_titles: bool) -> Vec<FrameSummary> {
    let frames: Vec<CodeId> = profile.framing.frames().map(|(frame, _)| frame).collect();
    // By side, then by article: what the side says there, whatever the frame.
    let mut said: BTreeMap<(SideId, usize), FrameCount> = BTreeMap::new();
    let mut framed: BTreeMap<(CodeId, SideId), BTreeMap<usize, FrameCount>> = BTreeMap::new();
    let mut places: BTreeMap<(CodeId, SideId), Vec<Place>> = BTreeMap::new();
    for (place, passage) in counted_places(analyses, include_titles) {
        let all = said.entry((passage.side, place.article)).or_default();
        all.n_sentences += 1;
        all.n_words += n_words(passage, &analyses[place.article]);
        for frame in passage.codes().into_iter().filter(|code| profile.framing.is_frame(*code)) {
            let key = (frame, passage.side);
            let count = framed.entry(key).or_default().entry(place.article).or_default();
            count.n_framed += 1;
            count.n_hits += passage.hits.iter().filter(|hit| hit.code == frame).count();
            places.entry(key).or_default().push(place);
        }
    }
    let sides = || (0..=u8::MAX).map(SideId).zip(&profile.sides).map(|(side, _)| side);
    let cells = frames.iter().flat_map(|frame| sides().map(move |side| (*frame, side)));
    cells
        .map(|(frame, side)| {
            let framed = framed.remove(&(frame, side)).unwrap_or_default();
            let of_side = said.range((side, 0)..=(side, usize::MAX));
            let articles: Vec<FrameCount> = of_side
                .map(|((_, article), all)| framed.get(article).copied().unwrap_or_default().of(*all))
                .collect();
            let places = places.remove(&(frame, side)).unwrap_or_default();
            summary(frame, side, places, &articles)
        })
        .collect()
}

impl FrameCount {
    /// With all that the side says.
    const fn of(self, all: Self) -> Self {
        Self { n_sentences: all.n_sentences, n_words: all.n_words, ..self }
    }
}

fn summary(frame: CodeId, side: SideId, places: Vec<Place>, articles: &[FrameCount]) -> FrameSummary {
    let sum = |of: fn(&FrameCount) -> usize| articles.iter().map(of).sum();
    let pairs = |of: fn(&FrameCount) -> (usize, usize)| articles.iter().map(of).collect::<Vec<_>>();
    FrameSummary {
        frame,
        side,
        n_hits: sum(|count| count.n_hits),
        places,
        n_sentences: sum(|count| count.n_sentences),
        n_words: sum(|count| count.n_words),
        n_articles: articles.iter().filter(|count| count.n_framed > 0).count(),
        share: share(&pairs(|count| (count.n_framed, count.n_sentences))),
        rate: rate(&pairs(|count| (count.n_hits, count.n_words))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;
    use crate::report::synthetic::{article, with_hits};

    #[test]
    fn hits_are_counted_by_sentence_and_by_word() {
        let profile = Profile::inspection();
        let frame = CodeId(0);
        let lines: Vec<_> = (0..6).map(|n| (u8::from(n == 5), "A", 0.0)).collect();
        let hits = [(0, frame), (0, frame), (3, frame)];
        let report = compare(vec![with_hits(article("one", &lines), 0, &hits)], profile);
        let council = &report.frames[0];
        assert_eq!(
            (council.n_hits, council.places.len(), council.n_sentences, council.n_words),
            (3, 2, 5, 15)
        );
        assert!((council.share.unwrap().share - 0.4).abs() < 1e-12);
        assert!((council.rate.unwrap().per_thousand - 200.0).abs() < 1e-9);
        let opposition = &report.frames[1];
        assert_eq!((opposition.n_sentences, opposition.share.unwrap().interval), (1, None));
        assert!(report.frames[2].share.is_none());
    }
}
