//! `run.json`: how a run came about, so that somebody else can repeat it.
//!
//! Keys stand in the order of the structs. No clock, no machine, no number of threads: the same run, the same bytes.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{Document, Kind, Methods, Profile, Report};

/// How a run came about. Printed as `run.json`; `output/README.md` explains each key.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// The version of the program.
    pub slantwise: String,
    /// What the user asked for.
    pub arguments: Arguments,
    /// The word lists and side rules.
    pub profile: ProfileUsed,
    /// The articles.
    pub inputs: Vec<Input>,
    /// What was found.
    pub counts: Counts,
    /// What a reader of the figures must know.
    pub notes: Vec<String>,
    /// How the figures were made, in words that can be pasted.
    pub methods: MethodsTold,
    /// What went wrong without stopping the run.
    pub warnings: Vec<String>,
    /// The files of the run, this one included.
    pub files: Vec<String>,
}

/// The options that change a result, as the user gave them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Arguments {
    /// The command.
    pub command: String,
    /// The inputs as given.
    pub inputs: Vec<String>,
    /// `NAME=SIDE`.
    pub speakers: Vec<String>,
    /// Who runs the inspected body.
    pub administration: Vec<String>,
    /// Whose voice the article's own voice is.
    pub narrator: Option<String>,
    /// Whether titles are compared.
    pub titles: bool,
    /// The engine of the sentiment.
    pub scorer: String,
    /// The seed of all resampling.
    pub seed: u64,
}

/// The name of a profile and what pins its content.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileUsed {
    /// Its name.
    pub name: String,
    /// SHA-256 over its files.
    pub sha256: String,
}

/// An article as it was read.
#[derive(Clone, Debug, Serialize)]
pub struct Input {
    /// The id of the document in the tables.
    pub document: String,
    /// The path as given.
    pub path: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// Number of bytes.
    pub bytes: usize,
    /// The encoding that was found.
    pub encoding: String,
    /// Whether a byte order mark stood before the text.
    pub byte_order_mark: bool,
    /// What the user or the study says of the article.
    pub briefing: Briefed,
    /// By whose judgement areas it is read.
    pub framework: Option<FrameworkUsed>,
}

/// The framework that the aspects of an article are from.
#[derive(Clone, Debug, Serialize)]
pub struct FrameworkUsed {
    /// Its id.
    pub id: String,
    /// Why this one.
    pub evidence: String,
}

/// What is known of an article from outside it, options and study taken together.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Briefed {
    /// Who published it.
    pub outlet: Option<String>,
    /// When, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Who runs the inspected body.
    pub administration: Vec<String>,
    /// Whose voice the article's own voice is.
    pub narrator: Option<String>,
    /// `NAME=SIDE`.
    pub speakers: Vec<String>,
}

impl Briefed {
    /// What a document brings along.
    #[must_use]
    pub fn of(document: &Document, profile: &Profile) -> Self {
        let briefing = &document.briefing;
        let side = |side| profile.side_name(side);
        Self {
            outlet: document.outlet.clone(),
            date: document.date.clone(),
            administration: briefing.administration.clone(),
            narrator: briefing.narrator.map(|narrator| side(narrator).to_owned()),
            speakers: briefing.speakers.iter().map(|(name, of)| format!("{name}={}", side(*of))).collect(),
        }
    }
}

/// How much was found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Counts {
    /// Articles.
    pub articles: usize,
    /// Sentences by kind.
    pub sentences: ByKind,
    /// Passages of each side that are compared, in the order of the profile.
    pub passages: Map<String, Value>,
}

/// The methods paragraph.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MethodsTold {
    /// What was done.
    pub paragraph: String,
    /// The publications that it names.
    pub references: Vec<String>,
}

impl From<&Methods> for MethodsTold {
    fn from(methods: &Methods) -> Self {
        Self { paragraph: methods.paragraph.clone(), references: methods.references.clone() }
    }
}

/// A number for each kind of sentence.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ByKind {
    /// Running text.
    pub body: usize,
    /// Headlines and cross-heads.
    pub title: usize,
    /// What is not the article.
    pub furniture: usize,
}

/// Prints `run.json`.
#[must_use]
pub fn run(run: &Run) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(run).expect("plain structs are valid JSON");
    bytes.push(b'\n');
    bytes
}

/// Counts what was found.
#[must_use]
pub fn counts(report: &Report, profile: &Profile) -> Counts {
    let sentences = |kind: Kind| {
        let of_kind = |analysis: &crate::Analysis| {
            let blocks = analysis.sentences.iter().map(|sentence| &analysis.blocks[sentence.block]);
            blocks.filter(|block| block.kind == kind).count()
        };
        report.analyses.iter().map(of_kind).sum()
    };
    let passages = report.summaries.iter().map(|summary| {
        let side = profile.side_name(summary.side).to_owned();
        (side, Value::from(summary.n_sentences))
    });
    Counts {
        articles: report.analyses.len(),
        sentences: ByKind {
            body: sentences(Kind::Body),
            title: sentences(Kind::Title),
            furniture: sentences(Kind::Furniture),
        },
        passages: passages.collect(),
    }
}
