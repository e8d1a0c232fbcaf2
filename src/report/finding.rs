//! The same finding in two voices: on each aspect the sentences of the sides next to one another.

use super::Place;
use super::aspect::AspectSummary;
use super::observation::scores;
use crate::framing::CodeId;
use crate::statistics::count;
use crate::{Analysis, Profile, SideId};

/// What the sides say on one aspect.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Index into the frameworks of the profile.
    pub framework: usize,
    /// The aspect.
    pub aspect: CodeId,
    /// The widest gap between the mean tones of two sides other than the press, 0 to 2; none where one side alone speaks.
    pub contrast: Option<f64>,
    /// The sides that speak on it, in the order of the profile, the inspector first where the profile has one.
    pub voices: Vec<Voice>,
}

/// The sentences of one side on an aspect.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The side.
    pub side: SideId,
    /// Mean tone of the sentences: to order the voices by, not an estimate.
    pub tone: f64,
    /// The sentences, those farthest from the other sides first.
    pub places: Vec<Place>,
}

/// The findings that some side speaks on, the strongest contrasts first, then those with most sentences.
pub(super) fn findings(
    summaries: &[AspectSummary],
    analyses: &[Analysis],
    profile: &Profile,
) -> Vec<Finding> {
    let same = |a: &AspectSummary, b: &AspectSummary| (a.framework, a.aspect) == (b.framework, b.aspect);
    let mut found: Vec<Finding> =
        summaries.chunk_by(same).filter_map(|cells| finding(cells, analyses, profile)).collect();
    let n_sentences =
        |finding: &Finding| finding.voices.iter().map(|voice| voice.places.len()).sum::<usize>();
    found.sort_by(|a, b| {
        let contrast = |finding: &Finding| finding.contrast.unwrap_or(-1.0);
        contrast(b).total_cmp(&contrast(a)).then(n_sentences(b).cmp(&n_sentences(a)))
    });
    found
}

fn finding(cells: &[AspectSummary], analyses: &[Analysis], profile: &Profile) -> Option<Finding> {
    let first = cells.first()?;
    let tone = |place: &Place| scores(&analyses[place.article].passages[place.passage]).0;
    let mut voices: Vec<Voice> = cells
        .iter()
        .filter(|cell| !cell.places.is_empty())
        .map(|cell| {
            let sum: f64 = cell.places.iter().map(tone).sum();
            Voice { side: cell.side, tone: sum / count(cell.places.len()), places: cell.places.clone() }
        })
        .collect();
    if voices.is_empty() {
        return None;
    }
    let speaking: Vec<f64> =
        voices.iter().filter(|voice| voice.side != profile.press()).map(|voice| voice.tone).collect();
    let (low, high) =
        speaking.iter().fold((f64::MAX, f64::MIN), |(low, high), tone| (low.min(*tone), high.max(*tone)));
    let middle = f64::midpoint(low, high);
    for voice in &mut voices {
        let sign = if voice.tone < middle { 1.0 } else { -1.0 };
        voice.places.sort_by(|a, b| (sign * tone(a)).total_cmp(&(sign * tone(b))));
    }
    let inspector = profile.side("inspector");
    voices.sort_by_key(|voice| (Some(voice.side) != inspector, voice.side));
    Some(Finding {
        framework: first.framework,
        aspect: first.aspect,
        contrast: (speaking.len() > 1).then_some(high - low),
        voices,
    })
}
