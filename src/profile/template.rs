//! The files of the built-in profile as somebody starts from them.

use super::files::Files;
use super::{FileUsed, Profile};
use crate::output::File;

/// Explains the files to whoever opens the folder.
const README: &str = include_str!("template.md");

/// A profile that comes with the program.
#[derive(Clone, Debug)]
pub struct BuiltIn {
    /// What `--profile` calls it.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub description: String,
    /// The profile.
    pub profile: &'static Profile,
}

/// All profiles that come with the program.
#[must_use]
pub fn built_in() -> Vec<BuiltIn> {
    let profile = Profile::inspection();
    vec![BuiltIn { name: &profile.name, description: profile.side_rules.description.clone(), profile }]
}

/// The files of a built-in profile and a `README.md` that explains them; nothing where there is no such profile.
#[must_use]
pub fn template(name: &str) -> Option<Vec<File>> {
    let known = built_in().into_iter().find(|built_in| built_in.name == name)?;
    let files = Files::built_in();
    let copy = |file: &FileUsed| File {
        name: file.name.clone(),
        bytes: files.source(&file.name).text.as_bytes().into(),
    };
    let mut copies: Vec<File> = known.profile.files.iter().map(copy).collect();
    let readme = README.replace("{name}", known.name).replace("{version}", env!("CARGO_PKG_VERSION"));
    copies.push(File { name: "README.md".to_owned(), bytes: readme.into_bytes() });
    Some(copies)
}
