//! `slantwise agree`: how far two people who labelled the same articles agree.

use std::path::{Path, PathBuf};

use clap::Args;
use slantwise::input::{self, Labelled};
use slantwise::render::terminal::Against;
use slantwise::{Agreement, Aspect, CodedTwice, Difference, Error, render};

use super::evaluate::{Format, aspects, gaps};
use super::options::profile;
use super::status::warn;

/// Measure how far two coders of the same articles agree
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Labels of the first coder: a filled coding sheet, a gold file, or a folder of them
    first: PathBuf,

    /// Labels of the second coder, of the same articles
    second: PathBuf,

    /// Look for the articles in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    articles: Vec<PathBuf>,

    /// The word lists and side rules to use: a built-in profile, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR", default_value = "inspection")]
    profile: String,

    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Instead of figures, list each unit on which the coders differ in this respect; may be repeated
    #[arg(long, value_name = "ASPECT", value_delimiter = ',', value_parser = aspects(&COMPARED))]
    differences: Vec<Aspect>,
}

/// What coders are compared on, unit by unit.
const COMPARED: [Aspect; 4] = [Aspect::Side, Aspect::Speaker, Aspect::Mode, Aspect::Kind];

const EXAMPLES: &str = "\
Examples:
  slantwise agree anna/gazette.coding.csv ben/gazette.coding.csv
  slantwise agree anna/ ben/ --format csv > agreement.csv
  slantwise agree gazette.anna.coding.csv gazette.ben.coding.csv --differences side

In folders, sheets belong together whose articles have the same file name. The article may lie beside either of two \
sheets.";

/// Prints the agreement.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let profile = &*profile(&options.profile)?;
    let mut articles = options.articles.clone();
    articles.extend([&options.first, &options.second].map(|input| folder_of(input)));
    let read = |input: &PathBuf| input::labelled(std::slice::from_ref(input), &articles, profile);
    let (first, second) = (read(&options.first)?, read(&options.second)?);
    let (coded, mut notes) = paired(&first, &second)?;
    notes.extend_from_slice(profile.warnings());
    notes.extend(first.iter().chain(&second).flat_map(gaps));
    notes.iter().for_each(|note| warn(note));
    let agreement = slantwise::agreement(&coded, profile);
    let printed = options.printed(&agreement, &notes);
    options.format.print(&printed)
}

impl Options {
    fn printed(&self, agreement: &Agreement, notes: &[String]) -> Vec<u8> {
        if !self.differences.is_empty() {
            let is_wanted = |difference: &&Difference| self.differences.contains(&difference.aspect);
            let wanted: Vec<&Difference> = agreement.differences.iter().filter(is_wanted).collect();
            return self.format.differences(&wanted, Against::Coder);
        }
        match self.format {
            Format::Text => render::terminal::agreement(agreement).into_bytes(),
            Format::Json => render::json::agreement(agreement, notes).into_bytes(),
            Format::Csv => render::csv::agreement(agreement),
        }
    }
}

/// The folder in which the articles of an input may lie.
fn folder_of(input: &Path) -> PathBuf {
    let folder = if input.is_dir() { input } else { input.parent().unwrap_or(input) };
    folder.to_path_buf()
}

/// The articles that both coders labelled, and what to say of the others.
fn paired(first: &[Labelled], second: &[Labelled]) -> Result<(Vec<CodedTwice>, Vec<String>), Error> {
    let (mut coded, mut notes) = (Vec::new(), Vec::new());
    let single = first.len() == 1 && second.len() == 1;
    let partner = |one: &Labelled, others: &[Labelled]| {
        let same = |other: &&Labelled| single || other.article.document.id == one.article.document.id;
        others.iter().find(same).cloned()
    };
    for one in first {
        let Some(other) = partner(one, second) else {
            notes.push(alone(one));
            continue;
        };
        if one.article.document.text != other.article.document.text {
            let message =
                format!("labels another text than `{}`: compare sheets of one text", one.source.display());
            return Err(Error::Refused { path: other.source, message });
        }
        let document = one.article.document.id.clone();
        coded.push(CodedTwice { document, first: one.labels.clone(), second: other.labels });
    }
    notes.extend(second.iter().filter(|other| partner(other, first).is_none()).map(alone));
    Ok((coded, notes))
}

fn alone(labelled: &Labelled) -> String {
    format!("`{}` has no sheet of the other coder and was left out", labelled.source.display())
}
