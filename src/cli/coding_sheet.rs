//! `slantwise coding-sheet`: an empty table for each article, to be filled by a person.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use slantwise::input::{SHEET, decode};
use slantwise::output::{self, File};
use slantwise::render::csv::{self, SheetOptions};
use slantwise::{Document, Error, Profile, analyze};

use super::options::Common;
use super::status::warn;
use super::warnings::encoding;

/// Write empty coding sheets for articles, to label by hand and give to `evaluate` or `agree`
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    common: Common,

    /// The folder for the sheets; it may exist and hold other files
    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    /// Replace sheets that are there, with whatever somebody filled in
    #[arg(long)]
    force: bool,

    /// Separate cells with semicolons, as Excel expects in much of Europe
    #[arg(long)]
    semicolon: bool,

    /// Fill in the labels of the program, to be corrected. They sway the coder: such a sheet is no test of the
    /// program
    #[arg(long)]
    prefill: bool,

    /// Print nothing unless something goes wrong
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  slantwise coding-sheet articles/ --out coding
  slantwise coding-sheet article.txt --out coding --semicolon

DIR gets NAME.coding.csv with a row for each sentence, NAME.txt (the article that its offsets count in) and \
codes.csv (what may stand in each column). The sheets hold no label of the program, so that it does not sway the \
coder. Fill what you can: rows without any label are left out of all figures.";

/// The file that explains the columns.
const CODES: &str = "codes.csv";

/// Writes the sheets.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let profile = &*options.common.known.profile()?;
    let loaded = options.common.read(profile)?;
    let sheet = SheetOptions { semicolon: options.semicolon, prefilled: options.prefill };
    let mut files = vec![file(CODES.to_owned(), csv::codes(profile, sheet))];
    let mut names = BTreeSet::new();
    for article in &loaded {
        let name = free_name(&article.document.id, &mut names);
        files.extend(of_article(&article.document, &name, &options.out, profile, sheet)?);
    }
    output::add(&options.out, &files, options.force)?;
    if options.quiet {
        return Ok(());
    }
    profile.warnings().iter().for_each(|warning| warn(warning));
    loaded.iter().filter_map(encoding).for_each(|warning| warn(&warning));
    let mut out = anstream::stdout().lock();
    let (n, folder) = (loaded.len(), options.out.display());
    let sheets = if n == 1 { "sheet" } else { "sheets" };
    writeln!(out, "{n} {sheets} in {folder}; {CODES} there says what may stand in each column.")?;
    writeln!(out, "When they are filled: slantwise evaluate {folder}")?;
    Ok(out.flush()?)
}

/// The sheet of an article, and the article itself where it is not there yet.
fn of_article(
    document: &Document,
    name: &str,
    folder: &Path,
    profile: &Profile,
    sheet: SheetOptions,
) -> Result<Vec<File>, Error> {
    let analysis = analyze(document, profile);
    let mut files = vec![file(format!("{name}{SHEET}"), csv::coding_sheet(&analysis, profile, sheet))];
    let text = format!("{name}.txt");
    let target = folder.join(&text);
    match std::fs::read(&target).ok().map(|bytes| decode(&bytes)) {
        None => files.push(file(text, encoded(&document.text))),
        Some(Ok((there, _))) if there == document.text => {}
        Some(_) => {
            let message =
                "holds another text than the article of this name; choose another folder with `--out`";
            return Err(Error::Refused { path: target, message: message.to_owned() });
        }
    }
    Ok(files)
}

/// UTF-8. A text that starts with the sign of a byte order mark gets one before it, which is taken off again.
fn encoded(text: &str) -> Vec<u8> {
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    format!("{mark}{text}").into_bytes()
}

fn file(name: String, bytes: Vec<u8>) -> File {
    File { name, bytes }
}

/// An id as a file name that every system takes and no other article has.
fn free_name(id: &str, names: &mut BTreeSet<String>) -> String {
    let plain = |character: char| {
        let is_odd = character.is_control() || "/\\:*?\"<>|".contains(character);
        if is_odd { '-' } else { character }
    };
    let name: String = id.chars().map(plain).take(100).collect();
    let name = name.trim_matches(['.', ' ']);
    let name = if name.is_empty() { "article" } else { name };
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut all = std::iter::once(name.to_owned()).chain(numbered);
    all.find(|name| names.insert(name.to_lowercase())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_becomes_a_file_name_of_its_own() {
        let mut names = BTreeSet::new();
        let found = ["a/b", "a:b", "A-b", "..", "Zoë’s town"].map(|id| free_name(id, &mut names));
        assert_eq!(found, ["a-b", "a-b-2", "A-b-3", "article", "Zoë’s town"]);
    }
}
