//! The options that all commands on articles share.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args;
use slantwise::input::{self, Loaded};
use slantwise::{Profile, SideId, profile};

use super::status::Usage;

/// What to read, and what the user knows about it.
#[derive(Args, Debug)]
pub(crate) struct Common {
    /// A text file, a folder of them, a `.jsonl` file with `id` and `text` on each line, a study file (`.toml`),
    /// or `-` for the standard input
    #[arg(value_name = "INPUT", required = true)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) known: Known,
}

/// What the user knows about the articles, and the rules to read them by.
#[derive(Args, Debug)]
pub(crate) struct Known {
    /// The word lists and side rules to use: a built-in profile, or a folder with one of your own
    #[arg(long, value_name = "NAME|DIR", default_value = "inspection")]
    pub(crate) profile: String,

    /// Put a speaker on a side, whatever the article says, e.g. "Jane Smith=opposition"; may be repeated
    #[arg(long = "speaker", value_name = "NAME=SIDE")]
    pub(crate) speakers: Vec<String>,

    /// The party that runs the inspected body, e.g. Labour; may be repeated for a coalition
    #[arg(long, value_name = "PARTY")]
    pub(crate) administration: Vec<String>,

    /// Whose voice the article's own voice is, e.g. council for a press release of the council
    #[arg(long, value_name = "SIDE")]
    pub(crate) narrator: Option<String>,
}

impl Common {
    /// The articles with what the user says about them, which goes before what a study says.
    pub(crate) fn read(&self, profile: &Profile) -> anyhow::Result<Vec<Loaded>> {
        // What the user says is checked first: a misspelt side should not wait for a thousand articles.
        let said = self.known.said(profile)?;
        let mut loaded = input::read(&self.inputs, &mut std::io::stdin().lock(), profile)?;
        said.overrule(&mut loaded);
        Ok(loaded)
    }
}

/// The built-in profile of this name, or else the one in this folder.
pub(crate) fn profile(name: &str) -> anyhow::Result<Cow<'static, Profile>> {
    let built_in = profile::built_in();
    if let Some(known) = built_in.iter().find(|known| known.name == name) {
        return Ok(Cow::Borrowed(known.profile));
    }
    let folder = Path::new(name);
    if folder.exists() {
        return Ok(Cow::Owned(Profile::load(folder)?));
    }
    let names: Vec<String> = built_in.iter().map(|known| format!("`{}`", known.name)).collect();
    let message =
        format!("there is no profile or folder `{name}`; choose {} or name a folder", names.join(", "));
    Err(Usage(message).into())
}

/// The options of [`Known`], understood.
pub(crate) struct Said {
    speakers: Vec<(String, SideId)>,
    administration: Vec<String>,
    narrator: Option<SideId>,
}

impl Said {
    /// Puts what the user says before whatever a study says.
    pub(crate) fn overrule(&self, loaded: &mut [Loaded]) {
        for article in loaded {
            let briefing = &mut article.document.briefing;
            briefing.narrator = self.narrator.or(briefing.narrator);
            if !self.administration.is_empty() {
                briefing.administration.clone_from(&self.administration);
            }
            briefing
                .speakers
                .retain(|(name, _)| self.speakers.iter().all(|(overruled, _)| overruled != name));
            briefing.speakers.splice(0..0, self.speakers.iter().cloned());
        }
    }
}

impl Known {
    /// The profile by its name or folder.
    pub(crate) fn profile(&self) -> anyhow::Result<Cow<'static, Profile>> {
        profile(&self.profile)
    }

    /// What the options mean.
    pub(crate) fn said(&self, profile: &Profile) -> Result<Said, Usage> {
        let narrator = self.narrator.as_deref().map(|side| side_of(side, "--narrator", profile));
        Ok(Said {
            speakers: self.speakers(profile)?,
            administration: self.administration.clone(),
            narrator: narrator.transpose()?,
        })
    }

    /// The pairs of `--speaker`.
    fn speakers(&self, profile: &Profile) -> Result<Vec<(String, SideId)>, Usage> {
        self.speakers.iter().map(|pair| speaker(pair, profile)).collect()
    }
}

fn speaker(pair: &str, profile: &Profile) -> Result<(String, SideId), Usage> {
    let unclear = || {
        let example = "expected a name, `=` and a side, as in --speaker \"Jane Smith=opposition\"";
        Usage(format!("`--speaker {pair}` is not clear; {example}"))
    };
    let (name, side) = pair.rsplit_once('=').ok_or_else(unclear)?;
    let (name, side) = (name.trim(), side.trim());
    if name.is_empty() || side.is_empty() {
        return Err(unclear());
    }
    Ok((name.to_owned(), side_of(side, "--speaker", profile)?))
}

fn side_of(side: &str, option: &str, profile: &Profile) -> Result<SideId, Usage> {
    let sides: Vec<&str> = profile.sides.iter().map(|side| side.id.as_str()).collect();
    let known = sides.join(", ");
    let message = || Usage(format!("there is no side `{side}` for `{option}`; choose one of: {known}"));
    profile.side(side).ok_or_else(message)
}
