//! What each speaker says over all articles.

use std::collections::BTreeMap;

use super::observation::{counted, estimate, n_words, scores};
use crate::statistics::Estimate;
use crate::{Analysis, Confidence, SideId, Speaker};

/// A person or body over all articles that give it a voice.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerSummary {
    /// The name, without Cllr, Mr, Dr.
    pub name: String,
    /// The side that the speaker speaks for.
    pub side: SideId,
    /// The words that decided the side, from the article that is surest.
    pub evidence: String,
    /// How sure the side is, there.
    pub confidence: Confidence,
    /// The side that the rules would have given, where the user overruled them.
    pub overruled: Option<SideId>,
    /// Ids of the articles, in the order of the input.
    pub documents: Vec<String>,
    /// Passages counted; 0 for who speaks in titles only.
    pub n_sentences: usize,
    /// Words scored.
    pub n_words: usize,
    /// Mean tone; none without a sentence.
    pub tone: Option<Estimate>,
    /// Mean VADER compound; none without a sentence.
    pub compound: Option<Estimate>,
}

/// What is gathered of one speaker.
struct Gathered<'a> {
    surest: &'a Speaker,
    documents: Vec<String>,
    n_words: usize,
    tone: Vec<Vec<f64>>,
    compound: Vec<Vec<f64>>,
}

/// Each name and side once. The same name on two sides is two speakers.
pub(super) fn summaries(analyses: &[Analysis], include_titles: bool) -> Vec<SpeakerSummary> {
    let mut speakers: BTreeMap<(SideId, &str), Gathered> = BTreeMap::new();
    for analysis in analyses {
        gather(&mut speakers, analysis, include_titles);
    }
    let mut rows: Vec<SpeakerSummary> = speakers.into_values().map(summary).collect();
    rows.sort_by(|a, b| {
        let order = a.side.cmp(&b.side).then(b.n_sentences.cmp(&a.n_sentences));
        order.then_with(|| a.name.cmp(&b.name))
    });
    rows
}

fn gather<'a>(
    speakers: &mut BTreeMap<(SideId, &'a str), Gathered<'a>>,
    analysis: &'a Analysis,
    include_titles: bool,
) {
    // An article is open for a speaker once the roster has been read, so a name that two entries share is one.
    for speaker in &analysis.speakers {
        let gathered =
            speakers.entry((speaker.side, speaker.name.trim())).or_insert_with(|| Gathered::new(speaker));
        gathered.open(speaker, &analysis.document.id);
    }
    for passage in counted(analysis, include_titles) {
        let Some(speaker) = passage.speaker.and_then(|place| analysis.speakers.get(place)) else {
            continue;
        };
        let Some(gathered) = speakers.get_mut(&(speaker.side, speaker.name.trim())) else {
            continue;
        };
        let (tone, compound) = scores(passage);
        gathered.n_words += n_words(passage, analysis);
        gathered.tone.last_mut().into_iter().for_each(|article| article.push(tone));
        gathered.compound.last_mut().into_iter().for_each(|article| article.push(compound));
    }
}

impl<'a> Gathered<'a> {
    fn new(speaker: &'a Speaker) -> Self {
        Self { surest: speaker, documents: Vec::new(), n_words: 0, tone: Vec::new(), compound: Vec::new() }
    }

    fn open(&mut self, speaker: &'a Speaker, document: &str) {
        if speaker.confidence < self.surest.confidence {
            self.surest = speaker;
        }
        if self.documents.last().is_none_or(|last| last != document) {
            self.documents.push(document.to_owned());
        }
        self.tone.push(Vec::new());
        self.compound.push(Vec::new());
    }
}

fn summary(gathered: Gathered) -> SpeakerSummary {
    SpeakerSummary {
        name: gathered.surest.name.trim().to_owned(),
        side: gathered.surest.side,
        evidence: gathered.surest.evidence.clone(),
        confidence: gathered.surest.confidence,
        overruled: gathered.surest.overruled,
        documents: gathered.documents,
        n_sentences: gathered.tone.iter().map(Vec::len).sum(),
        n_words: gathered.n_words,
        tone: estimate(&gathered.tone),
        compound: estimate(&gathered.compound),
    }
}
