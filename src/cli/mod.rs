//! The arguments of the command line and what the user means by them.

pub(crate) mod agree;
pub(crate) mod attribute;
pub(crate) mod coding_sheet;
pub(crate) mod compare;
pub(crate) mod evaluate;
pub(crate) mod files;
mod fit;
mod options;
pub(crate) mod profile;
pub(crate) mod progress;
pub(crate) mod score;
pub(crate) mod scorer;
pub(crate) mod status;
mod warnings;

use clap::{Parser, Subcommand};

/// Compares how each side frames the same inspection report.
#[derive(Debug, Parser)]
#[command(version, about, long_about = LONG_ABOUT, after_help = EXIT_STATUS)]
#[command(max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Compare(compare::Options),
    Attribute(attribute::Options),
    Score(score::Options),
    Evaluate(evaluate::Options),
    CodingSheet(coding_sheet::Options),
    Agree(agree::Options),
    #[command(subcommand)]
    Profile(profile::Command),
}

const LONG_ABOUT: &str = "\
Compares how each side frames the same inspection report.

slantwise reads news articles about an inspection, finds whose voice each sentence carries, scores its sentiment \
and sets the sides next to each other: council, opposition, inspector, others and the press itself. Every label has \
its evidence beside it and can be overruled. It works offline, and the same input gives the same bytes.";

const EXIT_STATUS: &str = "Exit status: 0 done, 1 could not read or write, 2 wrong usage.";

/// Columns of the terminal; 100 where there is none.
fn width() -> usize {
    terminal_size::terminal_size().map_or(100, |(columns, _)| usize::from(columns.0))
}
