//! `slantwise compare`: what it takes, and where its files go.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use slantwise::input::Loaded;
use slantwise::output;
use slantwise::{CompareOptions, Profile, Report, render};

use super::files::REPORT_FILE;
use super::options::Common;
use super::scorer::Scorer;
use super::status::{Usage, warn};
use super::warnings::warnings;

/// Compare the sides of one or more articles: tables, charts and a short summary
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) common: Common,

    /// The folder to make [default: output/<name of the first input>]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Replace the folder of a former run
    #[arg(long)]
    pub(crate) force: bool,

    /// The seed of all resampling: the same seed, the same figures
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,

    /// The engine behind `compound`
    #[arg(long, value_enum, default_value_t = Scorer::Vader)]
    pub(crate) scorer: Scorer,

    /// Compare titles as well as running text
    #[arg(long)]
    pub(crate) titles: bool,

    /// Print how the figures were made, in words that can be pasted into a paper
    #[arg(long)]
    pub(crate) methods: bool,

    /// Open the report in the browser when it is done
    #[arg(long)]
    pub(crate) open: bool,

    /// Print nothing unless something goes wrong
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  slantwise compare article.txt --open
  slantwise compare articles/ --out results --administration Labour
  slantwise compare article.txt --speaker \"Jane Smith=opposition\"
  pdftotext letter.pdf - | slantwise compare - --narrator inspector";

impl Options {
    /// The folder to make, where it may be made.
    pub(crate) fn free_target(&self) -> anyhow::Result<PathBuf> {
        let target = self.target()?;
        output::check(&target, self.force)?;
        Ok(target)
    }

    /// How to compare.
    pub(crate) fn method(&self) -> CompareOptions {
        CompareOptions { seed: self.seed, include_titles: self.titles, scorer: self.scorer.label() }
    }

    /// Prints the warnings, the table of sides, and where to look; opens the report where that is wished.
    pub(crate) fn tell(&self, loaded: &[Loaded], report: &Report, profile: &Profile) -> anyhow::Result<()> {
        if !self.quiet {
            self.print(loaded, report, profile)?;
        }
        if self.open {
            self.open_report()?;
        }
        Ok(())
    }

    /// A browser that does not start is no failure: the report is there.
    fn open_report(&self) -> Result<(), Usage> {
        let page = self.target()?.join(REPORT_FILE);
        if let Err(error) = open::that_detached(&page) {
            warn(&format!("no browser could be started ({error}); open `{}` yourself", page.display()));
        }
        Ok(())
    }

    fn print(&self, loaded: &[Loaded], report: &Report, profile: &Profile) -> anyhow::Result<()> {
        for warning in warnings(self, loaded, report, profile) {
            warn(&warning);
        }
        let mut out = anstream::stdout().lock();
        writeln!(out, "{}", render::terminal::summary(report, profile))?;
        if self.methods {
            writeln!(out, "{}", render::terminal::methods(&report.methods, super::width()))?;
        }
        let target = self.target()?;
        writeln!(out, "Open in a browser:\n  {}", target.join(REPORT_FILE).display())?;
        writeln!(out, "In the same folder:")?;
        for (name, says) in WORTH_OPENING.iter().filter(|(name, _)| target.join(name).exists()) {
            writeln!(out, "  {name:WIDEST$}  {says}")?;
        }
        Ok(out.flush()?)
    }

    /// The folder to make.
    fn target(&self) -> Result<PathBuf, Usage> {
        if let Some(out) = &self.out {
            return Ok(out.clone());
        }
        let first = self.common.inputs.first().and_then(|input| name(input));
        let unnamed = || Usage("the input has no name to give the folder; name one with `--out DIR`".into());
        Ok(Path::new("output").join(first.ok_or_else(unnamed)?))
    }
}

/// Characters of the longest name below.
const WIDEST: usize = 13;

/// Files that people open first, and what they say.
const WORTH_OPENING: [(&str, &str); 6] = [
    ("voices.svg", "the sides at a glance"),
    ("aspects.svg", "what each side says on each aspect, and where it is silent"),
    ("findings.csv", "the same finding in several voices"),
    ("sentences.csv", "each sentence with its voice, evidence and scores"),
    ("contrasts.csv", "each pair of sides with effect sizes and tests"),
    ("run.json", "how to repeat the run"),
];

/// The name of an input: of a folder its name, of a file its name without extension, `stdin` for `-`.
fn name(input: &Path) -> Option<PathBuf> {
    if input == Path::new("-") {
        return Some("stdin".into());
    }
    let absolute = input.canonicalize().or_else(|_| std::path::absolute(input)).ok()?;
    let is_folder = absolute.is_dir();
    let name = if is_folder { absolute.file_name() } else { absolute.file_stem() };
    name.map(PathBuf::from)
}
