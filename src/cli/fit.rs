//! `slantwise profile fit`: weights of words, fitted on labelled sentences.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::tone::fit::{Labelled, Penalty, fit};
use slantwise::tone::table;
use slantwise::{Document, Error, Passage, Profile, Span, analyze, input, output};

use super::options;
use super::status::Usage;

/// Fit the leanings of words on labelled sentences
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Labelled sentences: tables (.tsv) with a valence from -2 to 2 in the first column and the sentence in the last,
    /// gold files or filled coding sheets with their article beside them, or folders of these
    #[arg(value_name = "LABELS", required = true)]
    labels: Vec<PathBuf>,

    /// The profile whose phrases are taken for granted
    #[arg(long, value_name = "NAME|DIR", default_value = "inspection")]
    profile: String,

    /// Where to write: into your own profile, as leanings.tsv
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// Leave out labelled articles of these names, to measure the result on them; separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    leave_out: Vec<String>,

    /// A word in fewer sentences than this has no leaning
    #[arg(long, value_name = "N", default_value_t = Penalty::default().least_seen)]
    least_seen: usize,

    /// How strongly weights are held at 0: more, and fewer words have one
    #[arg(long, value_name = "NUMBER", default_value_t = Penalty::default().sparse)]
    sparse: f64,

    /// How strongly weights are held small
    #[arg(long, value_name = "NUMBER", default_value_t = Penalty::default().small)]
    small: f64,

    /// Replace a file that is there
    #[arg(long)]
    force: bool,
}

const EXAMPLES: &str = "\
Examples:
  slantwise profile fit my-sentences.tsv coding/ --profile my-profile --out my-profile/leanings.tsv

docs/tone.md in the source says what is fitted, and how.";

/// Writes the leanings.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let profile = options::profile(&options.profile)?;
    let (tables, others) = sources(&options.labels)?;
    let mut articles = Vec::new();
    for path in &tables {
        articles.extend(passages(path)?);
    }
    if !others.is_empty() {
        let found = input::labelled(&others, &[], &profile)?;
        let kept = found.iter().filter(|article| !options.leave_out.contains(&article.article.document.id));
        articles.extend(kept.map(Article::labelled));
    }
    let contents = articles.par_iter().map(|article| article.contents(&profile));
    let labelled: Vec<Labelled> = contents.collect::<Vec<_>>().concat();
    if labelled.is_empty() {
        return Err(Usage("no labelled sentence was found in what you named".to_owned()).into());
    }
    let penalty = Penalty { least_seen: options.least_seen, sparse: options.sparse, small: options.small };
    let leanings = fit(&labelled, &profile.tone, penalty);
    let comment = format!(
        "Words that lean to one side, fitted on {} labelled sentences by `slantwise profile fit`: see docs/tone.md.",
        labelled.len()
    );
    write(&options.out, table(&leanings, &comment), options.force)?;
    let mut out = anstream::stdout().lock();
    writeln!(
        out,
        "{}: {} words and pairs, fitted on {} sentences",
        options.out.display(),
        leanings.len(),
        labelled.len()
    )?;
    Ok(())
}

/// Tables of sentences, also those in the folders, and all else.
fn sources(labels: &[PathBuf]) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Error> {
    let is_table = |path: &Path| path.extension().is_some_and(|extension| extension == "tsv");
    let (mut tables, mut others) = (Vec::new(), Vec::new());
    for path in labels {
        if path.is_dir() {
            let unreadable = |source| Error::Read { path: path.clone(), source };
            let mut files: Vec<PathBuf> = std::fs::read_dir(path)
                .map_err(unreadable)?
                .map(|entry| entry.map(|entry| entry.path()).map_err(unreadable))
                .collect::<Result<_, _>>()?;
            files.sort();
            let is_labelled = |file: &&PathBuf| {
                let name = file.to_string_lossy();
                name.ends_with(input::GOLD) || name.ends_with(input::SHEET)
            };
            others.extend(files.iter().filter(is_labelled).cloned());
            tables.extend(files.into_iter().filter(|file| is_table(file)));
        } else if is_table(path) {
            tables.push(path.clone());
        } else {
            others.push(path.clone());
        }
    }
    Ok((tables, others))
}

/// An article or part of one, and the valence of its sentences.
struct Article {
    document: Document,
    sentences: Vec<(Span, f64)>,
}

impl Article {
    /// The running text of a labelled article.
    fn labelled(labelled: &input::Labelled) -> Self {
        let document = labelled.article.document.clone();
        let mut offsets: Vec<usize> = document.text.char_indices().map(|(offset, _)| offset).collect();
        offsets.push(document.text.len());
        let byte = |character: usize| offsets.get(character).copied().unwrap_or(document.text.len());
        let units = labelled.labels.units.iter().filter(|unit| unit.kind != "furniture");
        let sentences = units
            .filter_map(|unit| Some((Span::new(byte(unit.start), byte(unit.end)), unit.valence?)))
            .collect();
        Self { document, sentences }
    }

    /// What is scored of each sentence: the words without the attribution tag, as in an analysis.
    fn contents(&self, profile: &Profile) -> Vec<Labelled> {
        let analysis = analyze(&self.document, profile);
        let content = |&(span, valence): &(Span, f64)| {
            let shared = |passage: &&Passage| passage.span.intersection(span).map_or(0, Span::len);
            let passage = analysis.passages.iter().max_by_key(shared)?;
            let text =
                passage.content_text(&self.document.text).split_whitespace().collect::<Vec<_>>().join(" ");
            (shared(&passage) > 0).then_some(Labelled { text, valence })
        };
        self.sentences.iter().filter_map(content).collect()
    }
}

/// The passages of a table: lines of valence and sentence, up to an empty line. Lines that start with `#` are left out.
fn passages(path: &Path) -> Result<Vec<Article>, Error> {
    let text = std::fs::read_to_string(path).map_err(|source| Error::Read { path: path.into(), source })?;
    let mut articles = vec![];
    let mut article = Article { document: Document::new("", ""), sentences: Vec::new() };
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        if line.trim().is_empty() {
            articles.push(std::mem::replace(
                &mut article,
                Article { document: Document::new("", ""), sentences: Vec::new() },
            ));
            continue;
        }
        let (valence, sentence) = sentence(line).ok_or_else(|| Error::Parse {
            path: path.into(),
            line: place + 1,
            message: "expected a valence from -2 to 2, a tab and a sentence: `-1\tNobody rang back.`"
                .to_owned(),
        })?;
        let text = &mut article.document.text;
        let start = text.len();
        text.push_str(sentence);
        article.sentences.push((Span::new(start, text.len()), valence));
        text.push_str("\n\n");
    }
    articles.push(article);
    Ok(articles)
}

/// The valence in the first column, the sentence in the last.
fn sentence(line: &str) -> Option<(f64, &str)> {
    let valence: f64 = line.split('\t').next()?.trim().parse().ok()?;
    let (_, sentence) = line.rsplit_once('\t')?;
    (-2.0..=2.0).contains(&valence).then_some((valence, sentence.trim()))
}

fn write(path: &Path, text: String, force: bool) -> Result<(), Error> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    output::add(folder, &[output::File { name, bytes: text.into_bytes() }], force)
}
