//! `slantwise profile`: the word lists and side rules, to see, to copy and to check.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use slantwise::profile::{self, Checked};
use slantwise::{Error, Profile, output, render};

use super::options;
use super::status::{Usage, warn};

/// See, copy and check word lists and side rules
#[derive(Debug, Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum Command {
    /// List the built-in profiles
    List,
    Show(Show),
    Init(Init),
    Check(Check),
    Fit(super::fit::Options),
}

/// Show what is in a profile: files, sides, categories of phrases, operators
#[derive(Args, Debug)]
pub(crate) struct Show {
    /// A built-in profile, or a folder with one of your own
    #[arg(value_name = "NAME|DIR", default_value = "inspection")]
    profile: String,

    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Copy a built-in profile into a folder, to be changed there
#[derive(Args, Debug)]
pub(crate) struct Init {
    /// The folder; it is made if it is not there, else it must be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The profile to start from
    #[arg(long, value_name = "NAME", default_value = "inspection")]
    from: String,

    /// Write into a folder that is not empty, and replace the files of a profile there
    #[arg(long)]
    force: bool,
}

/// Check the files of a profile, and score its examples
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The folder with the files
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// How a profile is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Tables, for people
    Text,
    /// An object, for programs
    Json,
}

const EXAMPLES: &str = "\
Examples:
  slantwise profile show
  slantwise profile init my-profile     (copy the built-in files; change them in a text editor)
  slantwise profile check my-profile
  slantwise compare article.txt --profile my-profile

docs/profiles.md in the source says what may stand in the files.";

/// Does what was asked.
pub(crate) fn run(command: &Command) -> anyhow::Result<()> {
    match command {
        Command::List => print(&render::terminal::profiles(&profile::built_in(), super::width())),
        Command::Show(options) => show(options),
        Command::Init(options) => init(options),
        Command::Check(options) => check(options),
        Command::Fit(options) => super::fit::run(options),
    }
}

fn print(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

fn show(options: &Show) -> anyhow::Result<()> {
    let outline = options::profile(&options.profile)?.outline();
    match options.format {
        Format::Text => print(&render::terminal::profile(&outline, super::width())),
        Format::Json => print(&render::json::profile(&outline)),
    }
}

fn init(options: &Init) -> anyhow::Result<()> {
    let folder = &options.folder;
    let files = profile::template(&options.from).ok_or_else(|| {
        let names: Vec<&str> = profile::built_in().iter().map(|known| known.name).collect();
        Usage(format!("there is no built-in profile `{}`; choose one of: {}", options.from, names.join(", ")))
    })?;
    if !options.force {
        is_free(folder)?;
    }
    output::add(folder, &files, options.force)?;
    let shown = folder.display();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    print(&format!(
        "In {shown}: {}.\nCheck your changes with `slantwise profile check {shown}`,\nuse them with `--profile {shown}`.\n",
        names.join(", ")
    ))
}

/// A folder that is not there, or is empty.
fn is_free(folder: &Path) -> Result<(), Error> {
    let refused = |message: &str| Error::Refused { path: folder.into(), message: message.to_owned() };
    if folder.exists() && !folder.is_dir() {
        return Err(refused("is not a folder; choose another name"));
    }
    match fs::read_dir(folder).ok().and_then(|mut entries| entries.next()) {
        None => Ok(()),
        Some(_) => Err(refused(
            "is not empty; choose another folder, or add `--force`, which replaces the files of a profile in it",
        )),
    }
}

fn check(options: &Check) -> anyhow::Result<()> {
    let checked = profile::check(&options.folder)?;
    let problems: String = checked.problems.iter().map(|problem| format!("{problem}\n")).collect();
    print(&problems)?;
    let folder = options.folder.display();
    match (checked.problems.len(), &checked.profile) {
        (0, Some(profile)) => {
            profile.warnings().iter().for_each(|warning| warn(warning));
            print(&summary(&checked, profile, &folder.to_string()))
        }
        (1, _) => anyhow::bail!("`{folder}` has a problem: mend the line above"),
        (n, _) => anyhow::bail!("`{folder}` has {n} problems: mend the lines above"),
    }
}

fn summary(checked: &Checked, profile: &Profile, folder: &str) -> String {
    let outline = profile.outline();
    let own: Vec<&str> =
        outline.files.iter().filter(|file| file.path.is_some()).map(|file| file.name.as_str()).collect();
    let examples = match checked.n_examples {
        0 => "no example".to_owned(),
        1 => "1 example holds".to_owned(),
        n => format!("all {n} examples hold"),
    };
    format!(
        "{folder} is in order: {}; {} phrases in {} categories, {} operators, {} sides; {examples}.\n",
        own.join(", "),
        outline.phrases,
        outline.categories.len(),
        outline.operators.len(),
        outline.sides.len()
    )
}
