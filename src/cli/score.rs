//! `slantwise score`: the sentiment of a text, and the words that made it.

use std::io::{Read, Write};
use std::path::Path;

use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::render::both::{both_json, both_text};
use slantwise::render::ledger::{ledger_json, ledger_text};
use slantwise::tone;
use slantwise::vader::{self, Ledger, Reading, Scores};
use slantwise::{Error, Profile, render};

use super::options::profile;
use super::scorer::Scorer;
use super::status::warn;

/// Score the sentiment of a text, word by word
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// The text, or `-` for the standard input
    #[arg(value_name = "TEXT")]
    text: String,

    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Explain the tone by the phrases of this profile too, beside VADER's words
    #[arg(long, value_name = "NAME|DIR")]
    profile: Option<String>,

    /// Score each line: prints neg, neu, pos and compound, separated by tabs, as the reference prints them; with a
    /// profile the tone too
    #[arg(long, conflicts_with = "format")]
    lines: bool,

    /// Read typographic quotation marks, apostrophes and dashes as the reference does: not at all
    #[arg(long)]
    strict: bool,

    /// The engine behind `compound`
    #[arg(long, value_enum, default_value_t = Scorer::Vader, conflicts_with = "profile")]
    scorer: Scorer,
}

/// How scores are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The sum, for people
    Text,
    /// An object, for programs
    Json,
}

const EXAMPLES: &str = "\
Examples:
  slantwise score \"The service is not good enough.\"
  slantwise score --profile inspection \"The service is no longer inadequate.\"
  slantwise score --lines - < sentences.txt > scores.tsv";

/// Prints the scores.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let profile = options.profile.as_deref().map(profile).transpose()?;
    let text = options.read()?;
    let printed = match (options.lines, options.format) {
        (true, _) => options.lines_of(&text, profile.as_deref()),
        (false, Format::Text) => options.text_of(&text, profile.as_deref()),
        (false, Format::Json) => options.json_of(&text, profile.as_deref()),
    };
    let mut out = anstream::stdout().lock();
    out.write_all(printed.as_bytes())?;
    Ok(out.flush()?)
}

impl Options {
    /// The text; bytes that are not UTF-8 become `�`.
    fn read(&self) -> anyhow::Result<String> {
        if self.text != "-" {
            if Path::new(&self.text).is_file() {
                let advice = format!("to score what it says: slantwise score - < {}", self.text);
                warn(&format!("`{}` is a file, and its name was scored; {advice}", self.text));
            }
            return Ok(self.text.clone());
        }
        let mut bytes = Vec::new();
        let outcome = std::io::stdin().lock().read_to_end(&mut bytes);
        outcome.map_err(|source| Error::Read { path: "-".into(), source })?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    const fn reading(&self) -> Reading {
        if self.strict { Reading::Strict } else { Reading::Typographic }
    }

    fn scores(&self, text: &str) -> Scores {
        let lexicon = &Profile::inspection().vader;
        self.scorer.engine().score(text, lexicon, self.reading())
    }

    /// The ledger, which our own engine alone can give.
    fn ledger(&self, text: &str) -> Option<Ledger> {
        let lexicon = &Profile::inspection().vader;
        (self.scorer == Scorer::Vader).then(|| vader::explain(text, lexicon, self.reading()))
    }

    /// A row for each line. Only a line feed ends a line.
    fn lines_of(&self, text: &str, profile: Option<&Profile>) -> String {
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        let row = |line: &&str| {
            let scores = render::tsv(self.scores(line));
            match profile {
                Some(profile) => format!("{}\t{:.4}\n", scores.trim_end(), tone::score(line, &profile.tone)),
                None => scores,
            }
        };
        let rows: Vec<String> = lines.par_iter().map(row).collect();
        rows.concat()
    }

    fn text_of(&self, text: &str, profile: Option<&Profile>) -> String {
        match (self.ledger(text), profile) {
            (Some(ledger), Some(profile)) => {
                both_text(&ledger, &tone::explain(text, &profile.tone, &profile.vader), text, &profile.name)
            }
            (Some(ledger), None) => ledger_text(&ledger, text),
            (None, _) => format!("neg\tneu\tpos\tcompound\n{}", render::tsv(self.scores(text))),
        }
    }

    fn json_of(&self, text: &str, profile: Option<&Profile>) -> String {
        let value = match (self.ledger(text), profile) {
            (Some(ledger), Some(profile)) => {
                both_json(&ledger, &tone::explain(text, &profile.tone, &profile.vader), text)
            }
            (Some(ledger), None) => ledger_json(&ledger, text),
            (None, _) => {
                let scores = self.scores(text);
                serde_json::json!({ "scores": scores, "rounded": scores.rounded() })
            }
        };
        format!("{value:#}\n")
    }
}
