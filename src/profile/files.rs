//! The files that make a profile: those of a folder, and the built-in one for each that the folder does not have.

use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::import::{self, Ready};
use super::problem::Problem;
use crate::Error;
use crate::input::decode;
use crate::lexicons::{self, hexadecimal};

/// What passages are about.
pub(super) const ASPECTS: &str = "aspects.toml";
/// How things are put.
pub(super) const FRAMES: &str = "frames.toml";
/// Who speaks for which side.
pub(super) const SIDES: &str = "sides.toml";
/// Phrases with their ratings.
pub(super) const TONE: &str = "tone.toml";
/// Fitted weights of words.
pub(super) const LEANINGS: &str = "leanings.tsv";
/// The files that a profile may have.
pub(super) const NAMES: [&str; 5] = [ASPECTS, FRAMES, LEANINGS, SIDES, TONE];

/// The built-in files, in the order of [`NAMES`].
const BUILT_IN: [&str; 5] = [
    include_str!("../../lexicons/inspection/aspects.toml"),
    include_str!("../../lexicons/inspection/frames.toml"),
    include_str!("../../lexicons/inspection/leanings.tsv"),
    include_str!("../../lexicons/inspection/sides.toml"),
    include_str!("../../lexicons/inspection/tone.toml"),
];

/// One file of a profile.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// One of [`NAMES`].
    pub(super) name: &'static str,
    /// Where it stands.
    pub(super) path: PathBuf,
    pub(super) text: Cow<'static, str>,
    /// Whether it is the file of a folder; else the built-in one.
    pub(super) is_own: bool,
}

/// All files of a profile, in the order of [`NAMES`].
#[derive(Clone, Debug)]
pub(super) struct Files {
    sources: [Source; 5],
}

/// A file as `profile show` and `run.json` tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileUsed {
    /// "tone.toml", or the name of a word list.
    pub name: String,
    /// Where it was read; nothing for a built-in file.
    pub path: Option<PathBuf>,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

impl Files {
    /// The files that come with the program.
    pub(super) fn built_in() -> Self {
        let source = |n: usize| Source {
            name: NAMES[n],
            path: Path::new("lexicons/inspection").join(NAMES[n]),
            text: Cow::Borrowed(BUILT_IN[n]),
            is_own: false,
        };
        Self { sources: std::array::from_fn(source) }
    }

    /// The files of a folder, with built-in ones for those that are not there.
    pub(super) fn read(folder: &Path) -> Result<Self, Error> {
        let mut files = Self::built_in();
        if !folder.is_dir() {
            let what = if folder.exists() { "is a file" } else { "does not exist" };
            let message =
                format!("{what}; name a folder with a profile, or make one with `slantwise profile init`");
            return Err(Error::Refused { path: folder.into(), message });
        }
        for source in &mut files.sources {
            let path = folder.join(source.name);
            if let Some(text) = text(&path)? {
                *source = Source { name: source.name, path, text: Cow::Owned(text), is_own: true };
            }
        }
        if files.own().next().is_none() {
            return Err(Error::Unreadable {
                path: folder.into(),
                found: "no file of a profile".to_owned(),
                expected: "`sides.toml`, `tone.toml`, `leanings.tsv`, `frames.toml` or `aspects.toml`",
                remedy: "make them in an empty folder with `slantwise profile init DIR`",
            });
        }
        Ok(files)
    }

    /// The files of the folder.
    pub(super) fn own(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(|source| source.is_own)
    }

    /// The file of this name.
    pub(super) fn source(&self, name: &str) -> &Source {
        let place = NAMES.iter().position(|known| *known == name);
        &self.sources[place.expect("only the names above are asked for")]
    }

    /// The word lists that are imported, and what is wrong with them.
    pub(super) fn imports(&self) -> Result<(Vec<Ready>, Vec<Problem>), Error> {
        let tone = self.source(TONE);
        import::read(&tone.path, &tone.text)
    }

    /// All files, with the word lists.
    pub(super) fn used(&self, imports: &[Ready]) -> Vec<FileUsed> {
        let of_source = |source: &Source| FileUsed {
            name: source.name.to_owned(),
            path: source.is_own.then(|| source.path.clone()),
            sha256: hexadecimal(source.text.as_bytes()),
        };
        let of_list = |list: &Ready| FileUsed {
            name: list.file.clone(),
            path: Some(self.source(TONE).path.with_file_name(&list.file)),
            sha256: list.sha256.clone(),
        };
        self.sources.iter().map(of_source).chain(imports.iter().map(of_list)).collect()
    }

    /// What pins the profile: the digest of the built-in files, with those that were used in their places. Word lists
    /// follow by name.
    pub(super) fn digest(&self, imports: &[Ready]) -> String {
        let used =
            self.used(imports).into_iter().map(|file| (format!("inspection/{}", file.name), file.sha256));
        lexicons::digest_with(used.collect())
    }
}

/// A text file, where it is there.
fn text(path: &Path) -> Result<Option<String>, Error> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(Error::Read { path: path.into(), source }),
    };
    let (text, _) = decode(&bytes).map_err(|binary| Error::Unreadable {
        path: path.into(),
        found: binary.found.to_owned(),
        expected: "a text file",
        remedy: "write it with a text editor, best as UTF-8",
    })?;
    Ok(Some(text))
}
