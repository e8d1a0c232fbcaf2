//! Adds files to a folder that may hold others: all of them or none, and nothing of somebody else is lost.
//!
//! The files are written into a hidden folder first and then take their names. What they replace is kept aside until
//! all have their place, and comes back if one of them cannot take it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{File, hidden_folder, make_parents, refused, remove_empty, unwritable};
use crate::Error;

/// Writes `files` into `folder`, which is made if it is not there. A file that already has this content stays as it
/// is; one with another content is replaced only by `force`.
///
/// # Errors
/// [`Error::Refused`] with what to do instead, and [`Error::Write`]; then nothing has changed.
pub fn add(folder: &Path, files: &[File], force: bool) -> Result<(), Error> {
    if folder.exists() && !folder.is_dir() {
        return Err(refused(folder, "is not a folder; choose another with `--out`"));
    }
    let new: Vec<&File> = files.iter().filter(|file| !is_there(folder, file)).collect();
    for file in &new {
        check(&folder.join(&file.name), force)?;
    }
    let folder = std::path::absolute(folder).map_err(|source| unwritable(folder, source))?;
    let made = make_parents(&folder)?;
    let outcome = place(&folder, &new);
    if outcome.is_err() {
        remove_empty(&made);
    }
    outcome
}

fn is_there(folder: &Path, file: &File) -> bool {
    fs::read(folder.join(&file.name)).is_ok_and(|bytes| bytes == file.bytes)
}

fn check(target: &Path, force: bool) -> Result<(), Error> {
    let Ok(there) = fs::symlink_metadata(target) else {
        return Ok(());
    };
    if !there.is_file() {
        return Err(refused(target, "exists and is not a file; choose another folder with `--out`"));
    }
    if force {
        return Ok(());
    }
    let advice =
        "exists and may hold labels; choose another folder with `--out`, or replace it with `--force`";
    Err(refused(target, advice))
}

/// A file in its place, and what stood there before.
struct Placed {
    target: PathBuf,
    former: Option<PathBuf>,
}

fn place(folder: &Path, files: &[&File]) -> Result<(), Error> {
    let staging = hidden_folder(folder)?;
    let staged = |n: usize, part: &str| staging.path().join(format!("{n}-{part}"));
    for (n, file) in files.iter().enumerate() {
        let target = folder.join(&file.name);
        fs::write(staged(n, "new"), &file.bytes).map_err(|source| unwritable(&target, source))?;
    }
    let mut placed = Vec::new();
    for (n, file) in files.iter().enumerate() {
        let target = folder.join(&file.name);
        let outcome = swap(&staged(n, "new"), &target, staged(n, "former"));
        match outcome {
            Ok(done) => placed.push(done),
            Err(source) => {
                undo(&placed);
                return Err(unwritable(&target, source));
            }
        }
    }
    Ok(())
}

/// Gives a file its name and puts aside what had it.
fn swap(new: &Path, target: &Path, aside: PathBuf) -> std::io::Result<Placed> {
    let former = target.exists().then_some(aside);
    if let Some(former) = &former {
        fs::rename(target, former)?;
    }
    if let Err(error) = fs::rename(new, target) {
        if let Some(former) = &former {
            fs::rename(former, target)?;
        }
        return Err(error);
    }
    Ok(Placed { target: target.to_path_buf(), former })
}

/// Takes back what was placed. What fails here has failed before, and the error is told already.
fn undo(placed: &[Placed]) {
    for Placed { target, former } in placed.iter().rev() {
        let _ = match former {
            Some(former) => fs::rename(former, target),
            None => fs::remove_file(target),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::names;
    use super::*;

    fn file(name: &str, words: &str) -> File {
        File { name: name.into(), bytes: words.into() }
    }

    #[test]
    fn files_come_into_a_folder_that_holds_others() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("thesis.txt"), "years of work").unwrap();
        add(place.path(), &[file("a.csv", "a"), file("b.csv", "b")], false).unwrap();
        assert_eq!(names(place.path()), ["a.csv", "b.csv", "thesis.txt"]);
        add(&place.path().join("new/folder"), &[file("a.csv", "a")], false).unwrap();
        assert_eq!(names(&place.path().join("new/folder")), ["a.csv"]);
    }

    #[test]
    fn a_filled_file_is_replaced_only_by_force_and_an_equal_one_is_no_obstacle() {
        let place = tempfile::tempdir().unwrap();
        add(place.path(), &[file("a.csv", "filled")], false).unwrap();
        let again = [file("a.csv", "empty"), file("b.csv", "b")];
        let message = add(place.path(), &again, false).unwrap_err().to_string();
        assert!(message.contains("a.csv` exists") && message.contains("--force"), "{message}");
        assert_eq!(names(place.path()), ["a.csv"]);
        add(place.path(), &[file("a.csv", "filled"), file("b.csv", "b")], false).unwrap();
        add(place.path(), &again, true).unwrap();
        assert_eq!(fs::read(place.path().join("a.csv")).unwrap(), b"empty");
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("a.csv"), "filled").unwrap();
        assert!(add(place.path(), &[file("a.csv", "empty"), file("no/such/folder", "b")], true).is_err());
        assert_eq!(fs::read(place.path().join("a.csv")).unwrap(), b"filled");
        assert_eq!(names(place.path()), ["a.csv"]);
        fs::create_dir(place.path().join("c.csv")).unwrap();
        assert!(add(place.path(), &[file("c.csv", "c")], true).is_err());
        assert!(add(&place.path().join("a.csv"), &[file("c.csv", "c")], true).is_err());
    }
}
