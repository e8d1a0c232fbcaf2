//! What is found in one article: who says what, for which side, in which tone.

use std::borrow::Cow;

use crate::layout::Block;
use crate::side::SideId;
use crate::{Document, Kind, Profile, Span, tone, vader};

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
}

impl Passage {
    /// The words that are scored: the pieces of the content, joined by a space.
    #[must_use]
    pub fn content_text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if let [piece] = self.content[..] {
            return Cow::Borrowed(piece.of(text));
        }
        let pieces: Vec<&str> = self.content.iter().map(|piece| piece.of(text)).collect();
        Cow::Owned(pieces.join(" "))
    }
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
    score(text, &mut voices.passages, profile);
    Analysis {
        document: document.clone(),
        blocks,
        sentences,
        speakers: voices.speakers,
        attributions: voices.attributions,
        quotations: voices.quotations,
        passages: voices.passages,
    }
}

/// Scores the content of each passage.
fn score(text: &str, passages: &mut [Passage], profile: &Profile) {
    let mut scratch = vader::Scratch::default();
    let mut tone_scratch = tone::Scratch::default();
    let mut sums = Vec::with_capacity(passages.len());
    for passage in &mut *passages {
        let content = passage.content_text(text);
        passage.scores =
            vader::score_with(&mut scratch, &content, &profile.vader, vader::Reading::Typographic);
        sums.push(tone::sum(&mut tone_scratch, &content, &profile.tone));
    }
    for place in 0..passages.len() {
        passages[place].tone_around = profile.tone.around() * tone::turn::around(passages, &sums, place);
        passages[place].tone = profile.tone.tone(sums[place] + passages[place].tone_around);
    }
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
