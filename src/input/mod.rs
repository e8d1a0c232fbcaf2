//! Placeholder: reads plain files until the real input is merged.

use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Document, Error, Profile};

/// A document and where it came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The article.
    pub document: Document,
    /// The path as given.
    pub source: String,
    /// Its encoding.
    pub decoding: Decoding,
    /// Of its bytes.
    pub sha256: String,
    /// Its size.
    pub n_bytes: usize,
}

/// How bytes became text.
#[derive(Clone, Debug)]
pub struct Decoding {
    /// Its name.
    pub encoding: &'static str,
    /// Whether it had a byte order mark.
    pub had_bom: bool,
    /// Whether some bytes made no sense.
    pub had_errors: bool,
}

/// Reads all inputs.
pub fn read(inputs: &[PathBuf], stdin: impl Read, profile: &Profile) -> Result<Vec<Loaded>, Error> {
    let _ = profile;
    let mut stdin = stdin;
    let mut all = Vec::new();
    for input in inputs {
        if input == Path::new("-") {
            let mut bytes = Vec::new();
            stdin.read_to_end(&mut bytes).map_err(|source| Error::Read {
                path: input.clone(),
                source,
            })?;
            all.push(loaded("stdin", input, &bytes));
        } else if input.is_dir() {
            let mut files: Vec<PathBuf> = std::fs::read_dir(input)
                .map_err(|source| Error::Read {
                    path: input.clone(),
                    source,
                })?
                .filter_map(|entry| entry.ok().map(|entry| entry.path()))
                .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
                .collect();
            files.sort();
            for file in files {
                all.push(file_of(&file)?);
            }
        } else {
            all.push(file_of(input)?);
        }
    }
    Ok(all)
}

fn file_of(path: &Path) -> Result<Loaded, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::Read {
        path: path.into(),
        source,
    })?;
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(loaded(&id, path, &bytes))
}

fn loaded(id: &str, path: &Path, bytes: &[u8]) -> Loaded {
    let digest = Sha256::digest(bytes);
    Loaded {
        document: Document::new(id, String::from_utf8_lossy(bytes)),
        source: path.display().to_string(),
        decoding: Decoding {
            encoding: "UTF-8",
            had_bom: false,
            had_errors: false,
        },
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        n_bytes: bytes.len(),
    }
}
