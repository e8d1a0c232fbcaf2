//! The exit status: 0 done, 1 could not read or write, 2 wrong usage.

use std::io::{self, Write};
use std::process::ExitCode;

use slantwise::Error;

/// Something that the user must say differently.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Usage(pub(crate) String);

/// Says on stderr what went wrong. A reader who has closed the pipe has seen enough: that is no error.
pub(crate) fn report(outcome: &anyhow::Result<()>) -> ExitCode {
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    if is_closed_pipe(error) {
        return ExitCode::SUCCESS;
    }
    let status = error.downcast_ref::<Error>().map_or(1, Error::exit_status);
    let is_usage = status == 2 || error.is::<Usage>();
    say(&format!("{ERROR}error:{ERROR:#} {error}"));
    if is_usage {
        say("\nfor more information, try `slantwise --help`");
    }
    ExitCode::from(if is_usage { 2 } else { 1 })
}

/// A warning on stderr.
pub(crate) fn warn(warning: &str) {
    say(&format!("{WARNING}warning:{WARNING:#} {warning}"));
}

/// A line on stderr. Where stderr is closed there is nobody to tell.
fn say(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();
const WARNING: anstyle::Style = anstyle::AnsiColor::Yellow.on_default().bold();

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<io::Error>();
    cause.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
