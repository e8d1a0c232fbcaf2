//! Writes the files of a run into a folder that appears whole or not at all.
//!
//! The files go into a hidden folder beside the target, which is made before the analysis, so that a place that
//! cannot be written is known at once. When all are there the folder takes its name, in one rename. A former run
//! is moved aside first and comes back if the rename fails.

mod add;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tempfile::TempDir;

pub use add::add;

use crate::Error;

/// The file that says what made a folder; without it a folder is not ours.
pub const RUN_FILE: &str = "run.json";

/// One file of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without any folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A folder in the making.
#[derive(Debug)]
pub struct Folder {
    target: PathBuf,
    staging: TempDir,
    force: bool,
    /// Folders above the target that were made for it, the outermost first.
    made: Vec<PathBuf>,
}

/// Whether a run may write `target`: it does not exist, or `force` is given and it holds a former run and
/// nothing else.
///
/// # Errors
/// [`Error::Refused`] with what to do instead.
pub fn check(target: &Path, force: bool) -> Result<(), Error> {
    let Ok(there) = fs::symlink_metadata(target) else {
        return Ok(());
    };
    if !there.is_dir() {
        return Err(refused(target, "exists and is not a folder; choose another name with `--out`"));
    }
    if !force {
        let advice = "exists; choose another name with `--out`, or replace the former run with `--force`";
        return Err(refused(target, advice));
    }
    foreign_entry(target)?.map_or(Ok(()), |name| {
        let message = format!("holds `{name}`, which no former run wrote; choose another name with `--out`");
        Err(refused(target, &message))
    })
}

impl Folder {
    /// Makes the hidden folder that will become `target`.
    ///
    /// # Errors
    /// What [`check`] refuses, and [`Error::Write`] where nothing can be written.
    pub fn create(target: &Path, force: bool) -> Result<Self, Error> {
        check(target, force)?;
        let target = std::path::absolute(target).map_err(|source| unwritable(target, source))?;
        let Some(parent) = target.parent().filter(|_| target.file_name().is_some()) else {
            return Err(refused(&target, "has no name; choose one with `--out`"));
        };
        let made = make_parents(parent)?;
        let staging = hidden_folder(parent).inspect_err(|_| remove_empty(&made))?;
        Ok(Self { target, staging, force, made })
    }

    /// Writes all files and gives the folder its name.
    ///
    /// # Errors
    /// [`Error::Write`], and what [`check`] refuses because it came into being since; then nothing has changed.
    pub fn publish(self, files: &[File]) -> Result<(), Error> {
        let outcome = self.write(files).and_then(|()| self.rename());
        if outcome.is_err() {
            let Self { staging, made, .. } = self;
            drop(staging);
            remove_empty(&made);
        }
        outcome
    }

    fn write(&self, files: &[File]) -> Result<(), Error> {
        for file in files {
            let path = self.staging.path().join(&file.name);
            fs::write(&path, &file.bytes)
                .map_err(|source| unwritable(&self.target.join(&file.name), source))?;
        }
        Ok(())
    }

    fn rename(&self) -> Result<(), Error> {
        check(&self.target, self.force)?;
        if !self.target.exists() {
            return fs::rename(self.staging.path(), &self.target)
                .map_err(|source| unwritable(&self.target, source));
        }
        let parent = self.target.parent().unwrap_or(&self.target);
        let aside = hidden_folder(parent)?;
        let former = aside.path().join("former");
        fs::rename(&self.target, &former).map_err(|source| unwritable(&self.target, source))?;
        fs::rename(self.staging.path(), &self.target).map_err(|source| {
            if fs::rename(&former, &self.target).is_err() {
                // The former run could not go back to its place: better a stray folder than a lost one.
                let _ = aside.keep();
            }
            unwritable(&self.target, source)
        })
    }
}

/// The first entry of a folder, by name, that the folder's own `run.json` does not list.
fn foreign_entry(folder: &Path) -> Result<Option<String>, Error> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, io::Error>>);
    let mut names: Vec<String> = entries
        .map_err(|source| unreadable(folder, source))?
        .iter()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let ours = files_of_run(folder);
    let is_ours = |name: &String| ours.contains(name) && folder.join(name).is_file();
    Ok(names.into_iter().find(|name| !is_ours(name)))
}

/// The part of `run.json` by which a folder is known as ours.
#[derive(Deserialize)]
struct Run {
    /// Only its presence counts.
    #[serde(rename = "slantwise")]
    _version: String,
    files: Vec<String>,
}

/// What the run in `folder` says that it wrote, itself included; nothing where there was no run.
fn files_of_run(folder: &Path) -> Vec<String> {
    let run = fs::read(folder.join(RUN_FILE)).unwrap_or_default();
    serde_json::from_slice::<Run>(&run).map_or_else(|_| Vec::new(), |run| run.files)
}

/// Makes the missing folders above the target and says which.
fn make_parents(parent: &Path) -> Result<Vec<PathBuf>, Error> {
    let missing = parent.ancestors().take_while(|folder| !folder.exists());
    let mut missing: Vec<PathBuf> = missing.map(Path::to_path_buf).collect();
    missing.reverse();
    fs::create_dir_all(parent).map_err(|source| {
        remove_empty(&missing);
        unwritable(parent, source)
    })?;
    Ok(missing)
}

/// Takes back what [`make_parents`] made; a folder that holds something stays.
fn remove_empty(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

fn hidden_folder(parent: &Path) -> Result<TempDir, Error> {
    tempfile::Builder::new()
        .prefix(".slantwise-")
        .tempdir_in(parent)
        // Without the name of the hidden folder, which the error would show and nobody knows.
        .map_err(|source| unwritable(parent, source.kind().into()))
}

fn refused(path: &Path, message: &str) -> Error {
    Error::Refused { path: path.to_path_buf(), message: message.to_owned() }
}

fn unwritable(path: &Path, source: io::Error) -> Error {
    Error::Write { path: path.to_path_buf(), source }
}

fn unreadable(path: &Path, source: io::Error) -> Error {
    Error::Read { path: path.to_path_buf(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(name: &str) -> Vec<File> {
        let list = format!(r#"{{"slantwise": "0.1.0", "files": ["{RUN_FILE}", "{name}"]}}"#);
        let file = |name: &str, text: &str| File { name: name.into(), bytes: text.into() };
        vec![file(RUN_FILE, &list), file(name, "words")]
    }

    pub(super) fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_appears_whole_and_leaves_nothing_beside_it() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("a/b");
        let folder = Folder::create(&target, false).unwrap();
        assert!(!target.exists());
        folder.publish(&run("a.csv")).unwrap();
        assert_eq!(names(&target), ["a.csv", RUN_FILE]);
        assert_eq!(names(&place.path().join("a")), ["b"]);
    }

    #[test]
    fn a_failed_run_leaves_no_trace() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::create(&place.path().join("a/b"), false).unwrap();
        let bad = File { name: "no/such/folder".into(), bytes: Vec::new() };
        assert!(folder.publish(&[bad]).is_err());
        assert!(names(place.path()).is_empty());
    }

    #[test]
    fn a_former_run_is_replaced_only_by_force() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("run");
        Folder::create(&target, false).unwrap().publish(&run("old.csv")).unwrap();
        assert!(Folder::create(&target, false).is_err());
        Folder::create(&target, true).unwrap().publish(&run("new.csv")).unwrap();
        assert_eq!(names(&target), ["new.csv", RUN_FILE]);
        assert_eq!(names(place.path()), ["run"]);
    }

    #[test]
    fn a_folder_with_a_file_of_somebody_else_is_never_replaced() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("run");
        Folder::create(&target, false).unwrap().publish(&run("a.csv")).unwrap();
        fs::write(target.join("thesis.txt"), "years of work").unwrap();
        let message = Folder::create(&target, true).unwrap_err().to_string();
        assert!(message.contains("`thesis.txt`"), "{message}");
        assert_eq!(names(&target), ["a.csv", RUN_FILE, "thesis.txt"]);
    }

    #[test]
    fn a_file_that_comes_during_the_analysis_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("run");
        let folder = Folder::create(&target, false).unwrap();
        fs::create_dir(&target).unwrap();
        fs::write(target.join("thesis.txt"), "years of work").unwrap();
        assert!(folder.publish(&run("a.csv")).is_err());
        assert_eq!(names(&target), ["thesis.txt"]);
    }

    #[test]
    fn the_former_run_comes_back_if_the_new_one_cannot_take_its_place() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("run");
        Folder::create(&target, false).unwrap().publish(&run("a.csv")).unwrap();
        let folder = Folder::create(&target, true).unwrap();
        fs::remove_dir(folder.staging.path()).unwrap();
        assert!(folder.rename().is_err());
        drop(folder);
        assert_eq!(names(&target), ["a.csv", RUN_FILE]);
        assert_eq!(names(place.path()), ["run"]);
    }

    #[test]
    fn a_folder_under_the_name_of_a_file_is_not_ours() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("run");
        Folder::create(&target, false).unwrap().publish(&run("a.csv")).unwrap();
        fs::remove_file(target.join("a.csv")).unwrap();
        fs::create_dir(target.join("a.csv")).unwrap();
        assert!(check(&target, true).is_err());
    }
}
