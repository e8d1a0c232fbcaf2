//! `slantwise score`: the sentiment of a text, and the words that made it.

use std::io::{Read, Write};
use std::path::Path;

use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::render::ledger::{ledger_json, ledger_text};
use slantwise::vader::{self, Ledger, Reading, Scores};
use slantwise::{Error, Profile, render};

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

    /// Score each line: prints neg, neu, pos and compound, separated by tabs, as the reference prints them
    #[arg(long, conflicts_with = "format")]
    lines: bool,

    /// Read typographic quotation marks, apostrophes and dashes as the reference does: not at all
    #[arg(long)]
    strict: bool,

    /// The engine of the sentiment
    #[arg(long, value_enum, default_value_t = Scorer::Vader)]
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
  slantwise score --lines - < sentences.txt > scores.tsv";

/// Prints the scores.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let text = options.read()?;
    let printed = match (options.lines, options.format) {
        (true, _) => options.lines_of(&text),
        (false, Format::Text) => options.text_of(&text),
        (false, Format::Json) => options.json_of(&text),
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
    fn lines_of(&self, text: &str) -> String {
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        let row = |line: &&str| render::tsv(self.scores(line));
        let rows: Vec<String> = lines.par_iter().map(row).collect();
        rows.concat()
    }

    fn text_of(&self, text: &str) -> String {
        self.ledger(text).map_or_else(
            || format!("neg\tneu\tpos\tcompound\n{}", render::tsv(self.scores(text))),
            |ledger| ledger_text(&ledger, text),
        )
    }

    fn json_of(&self, text: &str) -> String {
        let value = self.ledger(text).map_or_else(
            || {
                let scores = self.scores(text);
                serde_json::json!({ "scores": scores, "rounded": scores.rounded() })
            },
            |ledger| ledger_json(&ledger, text),
        );
        format!("{value:#}\n")
    }
}
