//! What each side says on each aspect, and what it never mentions.

use std::collections::BTreeMap;

use super::Place;
use super::observation::{counted_places, estimate, scores};
use crate::framing::CodeId;
use crate::statistics::{Estimate, MIN_VALUES};
use crate::{Analysis, Profile, SideId};

/// Whether a side speaks on an aspect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It does.
    Speaks,
    /// It never does, though it has a voice in these articles, and these sides do: *silence*.
    Silent {
        /// The sides that raise the aspect, in the order of the profile.
        raised_by: Vec<SideId>,
    },
    /// It has no voice at all in the articles on this framework.
    NoVoice,
    /// Nobody speaks on it.
    Unraised,
}

/// What one side says on one aspect.
#[derive(Clone, Debug, PartialEq)]
pub struct AspectSummary {
    /// Index into the frameworks of the profile.
    pub framework: usize,
    /// The aspect.
    pub aspect: CodeId,
    /// The side.
    pub side: SideId,
    /// Its sentences on the aspect, in the order of the input.
    pub places: Vec<Place>,
    /// Articles that these stand in.
    pub n_articles: usize,
    /// All sentences of the side in articles on this framework.
    pub n_side: usize,
    /// Mean tone; none below five sentences, where the sentences say more.
    pub tone: Option<Estimate>,
    /// Whether the side speaks on it at all.
    pub presence: Presence,
}

/// Aspect by aspect, side by side; the frameworks of the articles only, in the order of the profile.
pub(super) fn summaries(
    analyses: &[Analysis],
    profile: &Profile,
    include_titles: bool,
) -> Vec<AspectSummary> {
    let lexicon = &profile.framing;
    let mut places: BTreeMap<(CodeId, SideId), Vec<Place>> = BTreeMap::new();
    let mut n_side: BTreeMap<(usize, SideId), usize> = BTreeMap::new();
    for (place, passage) in counted_places(analyses, include_titles) {
        let Some(applied) = &analyses[place.article].framework else { continue };
        *n_side.entry((applied.framework, passage.side)).or_default() += 1;
        for code in passage.codes().into_iter().filter(|code| !lexicon.is_frame(*code)) {
            places.entry((code, passage.side)).or_default().push(place);
        }
    }
    let mut frameworks: Vec<usize> = n_side.keys().map(|(framework, _)| *framework).collect();
    frameworks.dedup();
    let sides = || (0..=u8::MAX).map(SideId).zip(&profile.sides).map(|(side, _)| side);
    let mut found = Vec::new();
    for framework in frameworks {
        for (aspect, _) in lexicon.aspects(framework) {
            let raised_by: Vec<SideId> =
                sides().filter(|side| places.contains_key(&(aspect, *side))).collect();
            for side in sides() {
                let places = places.remove(&(aspect, side)).unwrap_or_default();
                let n_side = n_side.get(&(framework, side)).copied().unwrap_or_default();
                let presence = match () {
                    () if !places.is_empty() => Presence::Speaks,
                    () if raised_by.is_empty() => Presence::Unraised,
                    () if n_side == 0 => Presence::NoVoice,
                    () => Presence::Silent { raised_by: raised_by.clone() },
                };
                let (n_articles, tone) = tone(analyses, &places);
                found.push(AspectSummary {
                    framework,
                    aspect,
                    side,
                    places,
                    n_articles,
                    n_side,
                    tone,
                    presence,
                });
            }
        }
    }
    found
}

/// In how many articles the sentences stand, and their mean tone where they are enough for one.
fn tone(analyses: &[Analysis], places: &[Place]) -> (usize, Option<Estimate>) {
    let mut articles: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for place in places {
        let passage = &analyses[place.article].passages[place.passage];
        articles.entry(place.article).or_default().push(scores(passage).0);
    }
    let n_articles = articles.len();
    let articles: Vec<Vec<f64>> = articles.into_values().collect();
    let tone = (places.len() >= MIN_VALUES).then(|| estimate(&articles)).flatten();
    (n_articles, tone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::synthetic::{article, with_hits};
    use crate::{Report, compare};

    const COUNCIL: SideId = SideId(0);
    const OPPOSITION: SideId = SideId(1);

    /// The second aspect of the first framework is raised by the council five times, the third by the inspector once.
    fn report() -> Report {
        let profile = Profile::inspection();
        let aspects: Vec<CodeId> = profile.framing.aspects(0).map(|(aspect, _)| aspect).collect();
        let lines: Vec<_> = (0..5).map(|n| (0, "Ann", 0.1 * f64::from(n))).collect();
        let mut lines = lines.clone();
        lines.extend([(1, "Bo", -0.5), (2, "Cy", -0.9)]);
        let hits: Vec<(usize, CodeId)> = (0..5).map(|n| (n, aspects[1])).chain([(6, aspects[2])]).collect();
        compare(vec![with_hits(article("one", &lines), 0, &hits)], profile)
    }

    fn cell(report: &Report, aspect: usize, side: SideId) -> &AspectSummary {
        let (aspect, _) = Profile::inspection().framing.aspects(0).nth(aspect).unwrap();
        report.aspects.iter().find(|cell| cell.aspect == aspect && cell.side == side).unwrap()
    }

    #[test]
    fn from_five_sentences_on_a_cell_has_a_mean() {
        let report = report();
        let council = cell(&report, 1, COUNCIL);
        assert_eq!((council.places.len(), council.n_articles, council.n_side), (5, 1, 5));
        assert!((council.tone.unwrap().mean - 0.2).abs() < 1e-12);
        let inspector = cell(&report, 2, SideId(2));
        assert_eq!((inspector.places.len(), inspector.tone), (1, None));
    }

    #[test]
    fn who_speaks_elsewhere_and_not_here_is_silent() {
        let report = report();
        assert_eq!(cell(&report, 1, OPPOSITION).presence, Presence::Silent { raised_by: vec![COUNCIL] });
        assert_eq!(cell(&report, 1, SideId(3)).presence, Presence::NoVoice);
        assert_eq!(cell(&report, 0, COUNCIL).presence, Presence::Unraised);
        assert_eq!(cell(&report, 2, SideId(2)).presence, Presence::Speaks);
    }

    #[test]
    fn the_strongest_contrast_comes_first_and_the_inspector_first_in_it() {
        let profile = Profile::inspection();
        let aspects: Vec<CodeId> = profile.framing.aspects(0).map(|(aspect, _)| aspect).collect();
        let lines = [(0, "Ann", 0.6), (0, "Ann", 0.2), (2, "Cy", -0.8), (0, "Ann", 0.1), (1, "Bo", 0.0)];
        let hits = [(0, aspects[1]), (1, aspects[1]), (2, aspects[1]), (3, aspects[0]), (4, aspects[0])];
        let report = compare(vec![with_hits(article("one", &lines), 0, &hits)], profile);
        let [first, second] = &report.findings[..] else { panic!("{:?}", report.findings) };
        assert_eq!((first.aspect, second.aspect), (aspects[1], aspects[0]));
        assert!((first.contrast.unwrap() - 1.2).abs() < 1e-12);
        let voices: Vec<_> = first.voices.iter().map(|voice| (voice.side, voice.places.len())).collect();
        assert_eq!(voices, [(SideId(2), 1), (COUNCIL, 2)]);
        assert_eq!(first.voices[1].places[0].passage, 0);
    }
}
