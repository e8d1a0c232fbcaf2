//! The command line of slantwise.

mod cli;

use std::process::ExitCode;

use clap::Parser;
use cli::{Arguments, Command};
use slantwise::output;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Compare(options) => compare(&options),
        Command::Attribute(options) => cli::attribute::run(&options),
        Command::Score(options) => cli::score::run(&options),
        Command::Evaluate(options) => cli::evaluate::run(&options),
        Command::CodingSheet(options) => cli::coding_sheet::run(&options),
        Command::Agree(options) => cli::agree::run(&options),
        Command::Profile(command) => cli::profile::run(&command),
    };
    cli::status::report(&outcome)
}

/// The main job, step by step.
fn compare(options: &cli::compare::Options) -> anyhow::Result<()> {
    let profile = &*options.common.known.profile()?;
    let target = options.free_target()?;
    let loaded = options.common.read(profile)?;
    let folder = output::Folder::create(&target, options.force)?;
    let progress = cli::progress::Progress::new(loaded.len(), options.quiet);
    let analyses = cli::scorer::analyze_all(&loaded, profile, options.scorer, &progress);
    progress.stage("comparing the sides");
    let report = slantwise::compare_with(analyses, profile, &options.method());
    progress.stage("drawing and writing");
    let files = cli::files::files(options, &report, &loaded, profile);
    folder.publish(&files)?;
    drop(progress);
    options.tell(&loaded, &report, profile)
}
