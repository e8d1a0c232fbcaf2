//! What is found in one article: who says what, for which side, in which tone.

use std::borrow::Cow;

use crate::layout::Block;
use crate::side::SideId;
use crate::{Document, Kind, Profile, Span, framing, tone, vader};

/// How words are handed to the reader (Pareti et al. 2013).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Apart from the attribution, all in quotation marks.
    Direct,
    /// Reported, with fragments in quotation marks.
    Mixed,
    /// Reported, without marks.
    Indirect,
    /// The article's own voice.
    None,
}

impl Mode {
    /// The word that the tables print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::None => "none",
        }
    }
}

/// How sure a label is. Calibrated on labelled articles: see README.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The article says so in plain words.
    High,
    /// Follows from a rule that is mostly right.
    Medium,
    /// A default, for want of evidence.
    Low,
}

impl Confidence {
    /// The word that the tables print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// A sentence and the block that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub span: Span,
    /// Index into [`Analysis::blocks`].
    pub block: usize,
}

/// Somebody, or a body, who is given a voice in the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The fullest name that the article gives, without Cllr, Mr, Dr.
    pub name: String,
    /// The side that the speaker speaks for.
    pub side: SideId,
    /// The words of the article, or of the user, that decided the side.
    pub evidence: String,
    /// How sure the side is.
    pub confidence: Confidence,
    /// The side that the rules would have given, where the user overruled them.
    pub overruled: Option<SideId>,
}

/// The link from content to who said it (PARC 3.0: source, cue, content).
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// What is said, in one or more pieces, marks included.
    pub content: Vec<Span>,
    /// All, none or part of the content in quotation marks.
    pub mode: Mode,
    /// The words that signal the attribution ("said").
    pub cue: Option<Span>,
    /// The words that name who speaks ("she").
    pub source: Option<Span>,
    /// Index into [`Analysis::speakers`]; none when nobody could be found.
    pub speaker: Option<usize>,
    /// The side of the speaker.
    pub side: SideId,
    /// What decided, for people: `quoted; "said" + name; cabinet member for children's services → council`.
    pub evidence: String,
    /// How sure speaker and side are.
    pub confidence: Confidence,
}

/// Words in quotation marks that somebody is said to have said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words inside the outermost marks, within one block.
    pub span: Span,
    /// Index into [`Analysis::sentences`] of the sentence in which it starts.
    pub sentence: usize,
    /// Index into [`Analysis::attributions`].
    pub attribution: usize,
}

/// A stretch with exactly one voice: a sentence, or a part of one where the voice changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Index into [`Analysis::sentences`].
    pub sentence: usize,
    /// From 0: which voice of the sentence.
    pub part: usize,
    /// Its place in the text.
    pub span: Span,
    /// Title, body or furniture.
    pub kind: Kind,
    /// The side whose voice this is.
    pub side: SideId,
    /// Index into [`Analysis::speakers`]; none for the press and for the unresolved.
    pub speaker: Option<usize>,
    /// Direct, mixed, indirect or none.
    pub mode: Mode,
    /// The cue, when it stands in this passage.
    pub cue: Option<Span>,
    /// What decided the voice, for people.
    pub evidence: String,
    /// How sure the side is.
    pub confidence: Confidence,
    /// The pieces that are scored: the passage without the attribution tag.
    pub content: Vec<Span>,
    /// VADER of the content.
    pub scores: vader::Scores,
    /// How favourable the content is to the inspected service, −1 to 1.
    pub tone: f64,
    /// What the same voice says around the passage adds this much to the sum behind `tone`.
    pub tone_around: f64,
    /// Frames and aspects, with the words of the document that decided; by code, then by place.
    pub hits: Vec<framing::Hit>,
}

impl Passage {
    /// The pieces in which frames are looked for: the content and the cue, since "denied" and "warned" say how a thing is
    /// put; and where the cue stands among them, if the content does not hold it.
    fn with_cue(&self) -> (Vec<Span>, Option<Span>) {
        let Some(cue) =
            self.cue.filter(|cue| !self.content.iter().any(|piece| piece.intersection(*cue).is_some()))
        else {
            return (self.content.clone(), None);
        };
        let place = self.content.partition_point(|piece| piece.start < cue.start);
        let start = self.content[..place].iter().map(|piece| piece.len() + 1).sum();
        let mut pieces = self.content.clone();
        pieces.insert(place, cue);
        (pieces, Some(Span::new(start, start + cue.len())))
    }

    /// The frames and aspects that are met, each once, in the order of the profile.
    #[must_use]
    pub fn codes(&self) -> Vec<framing::CodeId> {
        let mut codes: Vec<_> = self.hits.iter().map(|hit| hit.code).collect();
        codes.dedup();
        codes
    }

    /// The words that are scored: the pieces of the content, joined by a space.
    #[must_use]
    pub fn content_text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        joined(&self.content, text)
    }
}

/// Pieces of a text with a space between.
fn joined<'t>(pieces: &[Span], text: &'t str) -> Cow<'t, str> {
    if let [piece] = pieces {
        return Cow::Borrowed(piece.of(text));
    }
    let pieces: Vec<&str> = pieces.iter().map(|piece| piece.of(text)).collect();
    Cow::Owned(pieces.join(" "))
}

/// All that was found in one article.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The article.
    pub document: Document,
    /// Its page: titles, body, furniture.
    pub blocks: Vec<Block>,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// Everybody who speaks.
    pub speakers: Vec<Speaker>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// What stands in quotation marks and is speech.
    pub quotations: Vec<Quotation>,
    /// The article in order, one voice a passage.
    pub passages: Vec<Passage>,
    /// The framework by whose judgement areas it is read; none where the profile has none for it.
    pub framework: Option<framing::Applied>,
    /// The engine behind the scores of the passages; whoever puts others in their place says so here.
    pub scorer: vader::Scorer,
}

/// Reads one article: layout, sentences, quotations, speakers, sides, sentiment.
///
/// A plain function: it cannot read, print, wait or fail.
#[must_use]
pub fn analyze(document: &Document, profile: &Profile) -> Analysis {
    let text = document.text.as_str();
    let blocks = crate::layout::blocks(text, profile);
    let sentences = sentences(text, &blocks, profile);
    let mut voices = crate::attribution::attribute(document, &blocks, &sentences, profile);
    let framework = framing::applied(text, &voices.domain, document.date.as_deref(), &profile.framing);
    score(text, &mut voices.passages, framework.as_ref(), profile);
    Analysis {
        document: document.clone(),
        blocks,
        sentences,
        speakers: voices.speakers,
        attributions: voices.attributions,
        quotations: voices.quotations,
        passages: voices.passages,
        framework,
        scorer: vader::Scorer::Vader,
    }
}

/// Scores the content of each passage, and finds its frames and aspects.
fn score(text: &str, passages: &mut [Passage], framework: Option<&framing::Applied>, profile: &Profile) {
    let mut scratch = vader::Scratch::default();
    let mut tone_scratch = tone::Scratch::default();
    let (mut framing_scratch, mut counted) = (framing::Scratch::default(), Vec::new());
    let framework = framework.map(|applied| applied.framework);
    let mut sums = Vec::with_capacity(passages.len());
    for passage in &mut *passages {
        let content = passage.content_text(text);
        passage.scores =
            vader::score_with(&mut scratch, &content, &profile.vader, vader::Reading::Typographic);
        sums.push(tone::sum_counted(&mut tone_scratch, &content, &profile.tone, &mut counted));
        let (pieces, cue) = passage.with_cue();
        let words = if cue.is_some() { joined(&pieces, text) } else { content };
        let mut hits =
            framing::find(&mut framing_scratch, &words, &counted, cue, &profile.framing, framework);
        hits.iter_mut().for_each(|hit| hit.span = in_document(hit.span, &pieces));
        passage.hits = hits;
    }
    for place in 0..passages.len() {
        passages[place].tone_around = profile.tone.around() * tone::turn::around(passages, &sums, place);
        passages[place].tone = profile.tone.tone(sums[place] + passages[place].tone_around);
    }
}

/// Where a stretch of the scored content stands in the document. The content is its pieces with a space between.
pub(crate) fn in_document(span: Span, pieces: &[Span]) -> Span {
    let mut before = 0;
    for piece in pieces {
        if span.start < before + piece.len() {
            let shifted = |offset: usize| (piece.start + offset.saturating_sub(before)).min(piece.end);
            return Span::new(shifted(span.start), shifted(span.end));
        }
        before += piece.len() + 1;
    }
    let end = pieces.last().map_or(0, |piece| piece.end);
    Span::new(end, end)
}

/// The sentences of all blocks. A line of furniture stays whole, unless it is all that there is.
fn sentences(text: &str, blocks: &[Block], profile: &Profile) -> Vec<Sentence> {
    let cut = |place: &Block| match place.kind {
        Kind::Furniture if blocks.len() > 1 => vec![place.span],
        _ => crate::segment::sentences(text, place.span, profile),
    };
    let in_block = |(block, place)| cut(place).into_iter().map(move |span| Sentence { span, block });
    blocks.iter().enumerate().flat_map(in_block).collect()
}
