//! Everything that is wrong in a folder of profile files, each with its line and a remedy.
//!
//! `refusals` is what keeps a file from being used at all; [`check`] finds besides what can be used but is not what its
//! author wants.

mod examples;
mod framing;
mod leanings;
mod nearest;
mod schema;
mod sides;
mod tone;
mod tree;

use std::fs;
use std::path::Path;

use toml::de::DeTable;

use super::Profile;
use super::files::{ASPECTS, FRAMES, Files, LEANINGS, NAMES, SIDES, Source, TONE};
use super::problem::{Findings, Problem};
use crate::Error;

/// What a check has found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What should be mended, by file and line.
    pub problems: Vec<Problem>,
    /// The profile, where it can be used.
    pub profile: Option<Profile>,
    /// How many examples were scored.
    pub n_examples: usize,
}

/// Checks the files of a profile.
///
/// # Errors
/// When the folder cannot be read or holds no file of a profile.
pub fn check(folder: &Path) -> Result<Checked, Error> {
    let files = Files::read(folder)?;
    let mut problems = misnamed(folder)?;
    problems.extend(files.own().flat_map(|source| refusals(source).into_iter().chain(flaws(source))));
    let mut checked = Checked { problems, profile: None, n_examples: 0 };
    let imports = files.imports();
    checked.problems.extend(imports.as_ref().map_or_else(|_| Vec::new(), |(_, problems)| problems.clone()));
    match Profile::assemble(files.clone()) {
        Ok(profile) => {
            let (n_examples, failures) = scored(&files, &profile);
            checked.n_examples = n_examples;
            checked.problems.extend(failures);
            checked.profile = Some(profile);
        }
        // A file that cannot be used has told why, unless this check does not know the reason.
        Err(Error::Parse { path: file, line, message }) if checked.problems.is_empty() => {
            checked.problems.push(Problem { file, line, message });
        }
        Err(error) if checked.problems.is_empty() => return Err(error),
        Err(_) => {}
    }
    let order = |problem: &Problem| (problem.file.clone(), problem.line);
    checked.problems.sort_by_key(order);
    checked.problems.dedup();
    Ok(checked)
}

/// What keeps a file from being used.
pub(super) fn refusals(source: &Source) -> Vec<Problem> {
    let mut findings = Findings::new(&source.path, &source.text);
    if source.name == LEANINGS {
        leanings::refusals(&source.text, &mut findings);
        return findings.problems;
    }
    let (file, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        // A file that is half read would seem to lack what stands in the other half.
        for error in errors {
            let message =
                format!("{}; mend the line, see https://toml.io", error.message().trim().replace('\n', ", "));
            findings.add(error.span().unwrap_or(0..0), message);
        }
        return findings.problems;
    }
    let keys = match source.name {
        ASPECTS => schema::ASPECTS,
        FRAMES => schema::FRAMES,
        SIDES => schema::SIDES,
        _ => schema::TONE,
    };
    schema::table(file.get_ref(), keys, &format!("`{}`", source.name), 0..0, &mut findings);
    if source.name == SIDES {
        sides::sides(file.get_ref(), &mut findings);
    }
    findings.problems
}

/// What can be used but does not do what it seems to.
fn flaws(source: &Source) -> Vec<Problem> {
    let mut findings = Findings::new(&source.path, &source.text);
    if source.name == LEANINGS {
        leanings::flaws(&source.text, &mut findings);
        return findings.problems;
    }
    let (file, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        match source.name {
            ASPECTS => framing::aspects(file.get_ref(), &mut findings),
            FRAMES => framing::frames(file.get_ref(), &mut findings),
            SIDES => sides::check(file.get_ref(), &mut findings),
            _ => tone::check(file.get_ref(), &mut findings),
        }
    }
    findings.problems
}

/// Runs the examples.
fn scored(files: &Files, profile: &Profile) -> (usize, Vec<Problem>) {
    let (mut n_examples, mut problems) = (0, Vec::new());
    // Examples of a built-in file speak of it and its built-in companions, not of somebody's own list beside it.
    let are_built_in = files.own().next().is_none();
    let sources = [ASPECTS, FRAMES, TONE].map(|name| files.source(name));
    for source in sources.into_iter().filter(|source| source.is_own || are_built_in) {
        let mut findings = Findings::new(&source.path, &source.text);
        let (file, _) = DeTable::parse_recoverable(&source.text);
        n_examples += match source.name {
            ASPECTS => framing::run_aspects(file.get_ref(), profile, &mut findings),
            FRAMES => framing::run_frames(file.get_ref(), profile, &mut findings),
            _ => examples::run(file.get_ref(), &profile.tone, &mut findings),
        };
        problems.extend(findings.problems);
    }
    (n_examples, problems)
}

/// TOML files that are not read, since they have another name.
fn misnamed(folder: &Path) -> Result<Vec<Problem>, Error> {
    let unreadable = |source| Error::Read { path: folder.into(), source };
    let mut problems = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.to_lowercase().ends_with(".toml") && !NAMES.contains(&name.as_str()) {
            let names = [ASPECTS, FRAMES, SIDES, TONE].map(|name| format!("`{name}`")).join(" or ");
            let message = format!("`{name}` is not read; call it {names}, or take it out");
            problems.push(Problem { file: entry.path(), line: 1, message });
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests;
