//! `slantwise evaluate`: how well the program does on articles that the user labelled.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use slantwise::input::{self, Labelled, Loaded};
use slantwise::render::terminal::Against;
use slantwise::{Aspect, Difference, Error, Evaluation, Profile, render};

use super::options::Known;
use super::progress::Progress;
use super::scorer::{Scorer, analyze_all};
use super::status::warn;
use super::warnings::encoding;

/// Measure the program on articles that you have labelled
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Labels: filled coding sheets (NAME.coding.csv), gold files (NAME.gold.jsonl), or folders of them; each with
    /// its article as NAME.txt beside it
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,

    /// Look for the articles in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    articles: Vec<PathBuf>,

    /// A study file: what it says of these articles (who runs the body, who is on which side) is known
    #[arg(long, value_name = "FILE")]
    study: Option<PathBuf>,

    #[command(flatten)]
    known: Known,

    /// The engine behind `compound`
    #[arg(long, value_enum, default_value_t = Scorer::Vader)]
    scorer: Scorer,

    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Instead of figures, list each unit that is wrong in this respect; `confidence` lists wrong sides of high
    /// confidence. May be repeated
    #[arg(long, value_name = "ASPECT", value_delimiter = ',', value_parser = aspects(&Aspect::ALL))]
    errors: Vec<Aspect>,
}

/// How figures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Tables, for people
    Text,
    /// An object, for programs; values are not rounded
    Json,
    /// One row for each figure
    Csv,
}

const EXAMPLES: &str = "\
Examples:
  slantwise coding-sheet articles/ --out coding   (write empty sheets; fill them in a spreadsheet)
  slantwise evaluate coding/
  slantwise evaluate coding/ --study study.toml --format csv > figures.csv
  slantwise evaluate coding/gazette.coding.csv --administration Labour --errors side

docs/coding.md in the source says what the labels mean, docs/evaluation.md what the figures mean.";

/// Reads the words of some aspects.
pub(super) fn aspects(aspects: &'static [Aspect]) -> impl TypedValueParser<Value = Aspect> {
    PossibleValuesParser::new(aspects.iter().map(|aspect| aspect.name())).map(|name| {
        let found = aspects.iter().find(|aspect| aspect.name() == name);
        *found.expect("only the names of aspects are possible values")
    })
}

/// Prints figures or errors.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let profile = &*options.known.profile()?;
    let said = options.known.said(profile)?;
    let labelled = input::labelled(&options.gold, &options.articles, profile)?;
    something_is_labelled(&labelled)?;
    let mut loaded: Vec<Loaded> = labelled.iter().map(|labelled| labelled.article.clone()).collect();
    let mut notes: Vec<String> = loaded.iter().filter_map(encoding).collect();
    notes.extend_from_slice(profile.warnings());
    if let Some(study) = &options.study {
        notes.extend(brief(&mut loaded, study, profile)?);
    }
    said.overrule(&mut loaded);
    notes.extend(labelled.iter().flat_map(gaps));
    notes.iter().for_each(|note| warn(note));
    let progress = Progress::new(loaded.len(), false);
    let analyses = analyze_all(&loaded, profile, options.scorer, &progress);
    drop(progress);
    let pairs: Vec<_> =
        analyses.into_iter().zip(labelled.iter().map(|labelled| labelled.labels.clone())).collect();
    let evaluation = slantwise::evaluate(&pairs, profile);
    let printed = options.printed(&evaluation, &labelled, profile, &notes);
    options.format.print(&printed)
}

impl Options {
    fn printed(
        &self,
        evaluation: &Evaluation,
        labelled: &[Labelled],
        profile: &Profile,
        notes: &[String],
    ) -> Vec<u8> {
        if !self.errors.is_empty() {
            let is_wanted = |difference: &&Difference| self.errors.contains(&difference.aspect);
            let wanted: Vec<&Difference> = evaluation.differences.iter().filter(is_wanted).collect();
            return self.format.differences(&wanted, Against::Program);
        }
        match self.format {
            Format::Text => render::terminal::evaluation(evaluation).into_bytes(),
            Format::Json => render::json::evaluation(evaluation, labelled, profile, notes).into_bytes(),
            Format::Csv => render::csv::evaluation(evaluation),
        }
    }
}

impl Format {
    /// Styles reach a terminal only; what programs read is printed as it is.
    pub(super) fn print(self, printed: &[u8]) -> anyhow::Result<()> {
        let mut out: Box<dyn Write> = match self {
            Self::Text => Box::new(anstream::stdout().lock()),
            Self::Json | Self::Csv => Box::new(std::io::stdout().lock()),
        };
        out.write_all(printed)?;
        Ok(out.flush()?)
    }

    pub(super) fn differences(self, differences: &[&Difference], against: Against) -> Vec<u8> {
        match self {
            Self::Text => render::terminal::differences(differences, against, super::width()).into_bytes(),
            Self::Json => render::json::differences(differences).into_bytes(),
            Self::Csv => render::csv::differences(differences),
        }
    }
}

/// Sheets that nobody has filled give no figure.
fn something_is_labelled(labelled: &[Labelled]) -> Result<(), Error> {
    let empty = labelled.iter().all(|labelled| labelled.labels.units.is_empty());
    match labelled.first().filter(|_| empty) {
        None => Ok(()),
        Some(first) => Err(Error::Unreadable {
            path: first.source.clone(),
            found: "no filled row".into(),
            expected: "a label in at least one",
            remedy: "fill the sheet first; `codes.csv` beside it explains the columns",
        }),
    }
}

/// What a coder left open.
pub(super) fn gaps(labelled: &Labelled) -> Vec<String> {
    let path = labelled.source.display();
    let (n_blank, n) = (labelled.n_blank, labelled.n_blank + labelled.labels.units.len());
    let blank =
        (n_blank > 0).then(|| format!("`{path}`: {n_blank} of {n} rows are not filled and were left out"));
    let open = labelled.notices.iter().map(|notice| format!("`{path}`: {notice}"));
    blank.into_iter().chain(open).collect()
}

/// Gives the articles what a study says of them, and says which it does not know.
fn brief(loaded: &mut [Loaded], study: &Path, profile: &Profile) -> Result<Vec<String>, Error> {
    let known = input::read(&[study.to_path_buf()], &mut std::io::empty(), profile)?;
    let place = |article: &Loaded| article.source.canonicalize().ok();
    let by_file: BTreeMap<_, _> = known.iter().filter_map(|known| Some((place(known)?, known))).collect();
    // A sheet lies beside a copy of its article, so the same words will do.
    let by_text: BTreeMap<_, _> = known.iter().map(|known| (known.document.text.as_str(), known)).collect();
    let mut notes = Vec::new();
    for article in loaded {
        let same_file = place(article).and_then(|place| by_file.get(&place));
        match same_file.or_else(|| by_text.get(article.document.text.as_str())) {
            Some(known) => article.document.briefing = known.document.briefing.clone(),
            None => notes.push(format!(
                "`{}` is none of the articles of `{}`, which says nothing of it",
                article.source.display(),
                study.display()
            )),
        }
    }
    Ok(notes)
}
