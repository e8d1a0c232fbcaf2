//! `slantwise compare`: what it takes, and where its files go.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use slantwise::input::Loaded;
use slantwise::output::{self, File, RUN_FILE};
use slantwise::{CompareOptions, Profile, Report, render};

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

    /// The folder to make [default: output/<name of the input>]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Replace the folder of a former run
    #[arg(long)]
    pub(crate) force: bool,

    /// The seed of all resampling: the same seed, the same intervals
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,

    /// The engine of the sentiment
    #[arg(long, value_enum, default_value_t = Scorer::Vader)]
    pub(crate) scorer: Scorer,

    /// Compare titles as well as running text
    #[arg(long)]
    pub(crate) titles: bool,

    /// Print nothing unless something goes wrong
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  slantwise compare article.txt
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
        CompareOptions {
            seed: self.seed,
            include_titles: self.titles,
            scorer: self.scorer.label(),
            ..CompareOptions::default()
        }
    }

    /// All files of the run.
    pub(crate) fn files(&self, report: &Report, loaded: &[Loaded], profile: &Profile) -> Vec<File> {
        let table = |name: &str, bytes: Vec<u8>| File {
            name: name.to_owned(),
            bytes,
        };
        let mut files = vec![
            table("sentences.csv", render::csv::sentences(report, profile)),
            table("quotations.csv", render::csv::quotations(report, profile)),
            table("speakers.csv", render::csv::speakers(report, profile)),
            table("sides.csv", render::csv::sides(report, profile)),
            table("contrasts.csv", render::csv::contrasts(report, profile)),
            table("ledger.csv", render::csv::ledger(report, profile)),
        ];
        let run = self.run(report, loaded, profile, &files);
        files.push(table(RUN_FILE, render::json::run(&run)));
        files
    }

    /// How the run came about.
    fn run(
        &self,
        report: &Report,
        loaded: &[Loaded],
        profile: &Profile,
        files: &[File],
    ) -> render::json::Run {
        let mut names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
        names.push(RUN_FILE.to_owned());
        names.sort();
        render::json::Run {
            slantwise: env!("CARGO_PKG_VERSION").to_owned(),
            arguments: self.arguments(),
            profile: render::json::ProfileUsed {
                name: profile.name.clone(),
                sha256: profile.digest.clone(),
            },
            inputs: loaded.iter().map(input).collect(),
            counts: render::json::counts(report, profile),
            notes: report.notes.clone(),
            warnings: warnings(self, loaded, report),
            files: names,
        }
    }

    /// The options that change a result.
    fn arguments(&self) -> render::json::Arguments {
        render::json::Arguments {
            command: "compare".to_owned(),
            inputs: self
                .common
                .inputs
                .iter()
                .map(|input| input.display().to_string())
                .collect(),
            speakers: self.common.speakers.clone(),
            administration: self.common.administration.clone(),
            narrator: self.common.narrator.clone(),
            titles: self.titles,
            scorer: self.scorer.name().to_owned(),
            seed: self.seed,
        }
    }

    /// Prints the warnings, the table of sides, and where to look.
    pub(crate) fn tell(&self, loaded: &[Loaded], report: &Report, profile: &Profile) -> anyhow::Result<()> {
        if self.quiet {
            return Ok(());
        }
        for warning in warnings(self, loaded, report) {
            warn(&warning);
        }
        let mut out = anstream::stdout().lock();
        writeln!(out, "{}", render::terminal::summary(report, profile))?;
        let target = self.target()?;
        for (name, says) in WORTH_OPENING {
            writeln!(out, "{}  {says}", target.join(name).display())?;
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

/// Files that people open first, and what they say.
const WORTH_OPENING: [(&str, &str); 2] = [
    (
        "sentences.csv",
        "each sentence with its voice, evidence and scores",
    ),
    ("run.json", "how to repeat the run"),
];

fn input(loaded: &Loaded) -> render::json::Input {
    render::json::Input {
        document: loaded.document.id.clone(),
        path: loaded.source.clone(),
        sha256: loaded.sha256.clone(),
        bytes: loaded.n_bytes,
        encoding: loaded.decoding.encoding.to_owned(),
        byte_order_mark: loaded.decoding.had_bom,
    }
}

/// The name of an input: of a folder its name, of a file its name without extension, `stdin` for `-`.
fn name(input: &Path) -> Option<PathBuf> {
    if input == Path::new("-") {
        return Some("stdin".into());
    }
    let absolute = std::path::absolute(input).ok()?;
    let is_folder = absolute.is_dir();
    let name = if is_folder {
        absolute.file_name()
    } else {
        absolute.file_stem()
    };
    name.map(PathBuf::from)
}
