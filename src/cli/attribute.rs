//! `slantwise attribute`: whose voice each sentence carries, for people or for programs.

use std::io::Write;

use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::input::Loaded;
use slantwise::{Profile, analyze, render};

use super::options::Common;
use super::status::warn;

/// Show whose voice each sentence of an article carries, and why
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    common: Common,

    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How attributions are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The article in colour, for people
    Text,
    /// One array with an object for each document
    Json,
    /// A line for each document
    Jsonl,
}

const EXAMPLES: &str = "\
Examples:
  slantwise attribute article.txt | less -R
  slantwise attribute --format jsonl articles/ > attributions.jsonl";

/// Documents that are held in memory as printed text at a time: enough to keep many cores busy.
const BATCH: usize = 256;

/// Prints every article, in the order of the input, as soon as it can.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let profile = &*options.common.known.profile()?;
    profile.warnings().iter().for_each(|warning| warn(warning));
    let loaded = options.common.read(profile)?;
    let width = super::width();
    let print = |article: &Loaded| printed(article, profile, options.format, width);
    let mut out = options.format.stdout();
    let [before, between, after] = options.format.marks();
    write!(out, "{before}")?;
    for (n, batch) in loaded.chunks(BATCH).enumerate() {
        let texts: Vec<String> = batch.par_iter().map(print).collect();
        let before = if n > 0 { between } else { "" };
        write!(out, "{before}{}", texts.join(between))?;
    }
    write!(out, "{after}")?;
    Ok(out.flush()?)
}

impl Format {
    /// Styles reach a terminal only; JSON is printed as it is.
    fn stdout(self) -> Box<dyn Write> {
        match self {
            Self::Text => Box::new(anstream::stdout().lock()),
            Self::Json | Self::Jsonl => Box::new(std::io::stdout().lock()),
        }
    }

    /// What stands before, between and after the documents.
    const fn marks(self) -> [&'static str; 3] {
        match self {
            Self::Text => ["", "\n", ""],
            Self::Json => ["[\n", ",\n", "\n]\n"],
            Self::Jsonl => ["", "", ""],
        }
    }
}

fn printed(article: &Loaded, profile: &Profile, format: Format, width: usize) -> String {
    let analysis = analyze(&article.document, profile);
    match format {
        Format::Text => render::terminal::article(&analysis, profile, width),
        Format::Json => render::json::attributed_item(&analysis, profile),
        Format::Jsonl => render::json::attributed_line(&analysis, profile),
    }
}
