//! Reads a study: a TOML file that names articles, who runs the council, and who speaks for which side.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::{Loaded, bytes, decode, load, side_names, stem};
use crate::side::SideId;
use crate::{Briefing, Error, Profile};

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Study {
    #[serde(rename = "title")]
    _title: Option<String>,
    #[serde(default)]
    administration: Parties,
    narrator: Option<Spanned<String>>,
    #[serde(default)]
    article: Vec<Article>,
    #[serde(default)]
    speaker: Vec<Speaker>,
}

/// `"Labour"` or `["Labour", "Green"]`.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Parties {
    One(String),
    Many(Vec<String>),
}

impl Default for Parties {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Parties {
    fn names(self) -> Vec<String> {
        match self {
            Self::One(party) => vec![party],
            Self::Many(parties) => parties,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Article {
    file: Spanned<PathBuf>,
    id: Option<String>,
    outlet: Option<String>,
    date: Option<Spanned<Date>>,
    narrator: Option<Spanned<String>>,
    administration: Option<Parties>,
    #[serde(default)]
    speaker: Vec<Speaker>,
}

/// `"2024-03-01"` or `2024-03-01`.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Date {
    Word(String),
    Day(toml::value::Datetime),
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Speaker {
    name: String,
    side: Spanned<String>,
}

/// Where the study stands, for errors.
struct Place<'a> {
    path: &'a Path,
    text: &'a str,
    profile: &'a Profile,
}

/// The articles of the study, each with what the study says about it.
pub(super) fn read(path: &Path, source: &[u8], profile: &Profile) -> Result<Vec<Loaded>, Error> {
    let (text, _) = decode(source).map_err(|binary| Error::Unreadable {
        path: path.into(),
        found: binary.found.into(),
        expected: "a study in TOML",
        remedy: binary.remedy,
    })?;
    let place = Place { path, text: &text, profile };
    let study: Study = toml::from_str(&text).map_err(|error| {
        place.error(error.span().unwrap_or_default(), error.message().trim().replace('\n', ", "))
    })?;
    if study.article.is_empty() {
        return Err(Error::Unreadable {
            path: path.into(),
            found: "no article".into(),
            expected: "at least one `[[article]]` with `file = \"…\"`",
            remedy: "name the articles of the study",
        });
    }
    let shared = Briefing {
        speakers: place.speakers(&study.speaker)?,
        administration: study.administration.names(),
        narrator: place.narrator(study.narrator.as_ref())?,
    };
    let mut ids = BTreeSet::new();
    study.article.into_iter().map(|article| place.article(article, &shared, &mut ids)).collect()
}

impl Place<'_> {
    /// Reads one article of the study.
    fn article(
        &self,
        article: Article,
        shared: &Briefing,
        ids: &mut BTreeSet<String>,
    ) -> Result<Loaded, Error> {
        let line = self.line(article.file.span());
        let file = self.path.parent().unwrap_or(Path::new("")).join(article.file.get_ref());
        let id = article.id.unwrap_or_else(|| stem(&file));
        if !ids.insert(id.clone()) {
            return Err(Error::DuplicateId { path: self.path.into(), line, id });
        }
        let mut loaded = load(&file, id, &bytes(&file)?)?;
        let mut briefing = shared.clone();
        let own = self.speakers(&article.speaker)?;
        briefing.speakers.retain(|(name, _)| own.iter().all(|(other, _)| other != name));
        briefing.speakers.extend(own);
        if let Some(parties) = article.administration {
            briefing.administration = parties.names();
        }
        briefing.narrator = self.narrator(article.narrator.as_ref())?.or(shared.narrator);
        loaded.document.briefing = briefing;
        loaded.document.outlet = article.outlet;
        loaded.document.date = article.date.map(|date| self.date(&date)).transpose()?;
        Ok(loaded)
    }

    fn speakers(&self, speakers: &[Speaker]) -> Result<Vec<(String, SideId)>, Error> {
        let given = |speaker: &Speaker| Ok((speaker.name.clone(), self.side(&speaker.side)?));
        speakers.iter().map(given).collect()
    }

    fn narrator(&self, side: Option<&Spanned<String>>) -> Result<Option<SideId>, Error> {
        side.map(|side| self.side(side)).transpose()
    }

    fn side(&self, side: &Spanned<String>) -> Result<SideId, Error> {
        self.profile.side(side.get_ref()).ok_or_else(|| {
            let (found, expected) = (side.get_ref(), side_names(self.profile));
            self.error(side.span(), format!("unknown side `{found}`, expected one of {expected}"))
        })
    }

    /// A date as `YYYY-MM-DD`.
    fn date(&self, date: &Spanned<Date>) -> Result<String, Error> {
        let word = match date.get_ref() {
            Date::Word(word) => word.clone(),
            Date::Day(day) => day.to_string(),
        };
        let day: toml::value::Datetime = word
            .parse()
            .map_err(|_| self.error(date.span(), format!("unknown date `{word}`, expected YYYY-MM-DD")))?;
        day.date.map(|day| day.to_string()).ok_or_else(|| {
            self.error(date.span(), format!("no day in the date `{word}`, expected YYYY-MM-DD"))
        })
    }

    fn error(&self, span: Range<usize>, message: String) -> Error {
        Error::Parse { path: self.path.into(), line: self.line(span), message }
    }

    /// The line, from 1, on which a span starts.
    fn line(&self, span: Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_study(study: &str) -> Result<Vec<Loaded>, Error> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("texts")).unwrap();
        std::fs::write(folder.path().join("texts/echo.txt"), "“Sorry,” she said.").unwrap();
        std::fs::write(folder.path().join("post.txt"), "Sorry.").unwrap();
        read(&folder.path().join("study.toml"), study.as_bytes(), Profile::inspection())
    }

    #[track_caller]
    fn check_error(study: &str, expected: &str) {
        let error = read_study(study).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn a_study_says_what_the_articles_do_not() {
        let articles = read_study(
            "title = \"Wards\"\nadministration = \"Labour\"\n[[speaker]]\nname = \"Ann Roe\"\nside = \"council\"\n\
             [[article]]\nfile = \"texts/echo.txt\"\noutlet = \"Echo\"\ndate = 2024-03-01\n\
             [[article]]\nfile = \"post.txt\"\nid = \"release\"\ndate = \"2024-03-02\"\nnarrator = \"council\"\n",
        )
        .unwrap();
        let [echo, release] = articles.as_slice() else { panic!("two articles") };
        assert_eq!(echo.document.id, "echo");
        assert_eq!(echo.document.date.as_deref(), Some("2024-03-01"));
        assert_eq!(echo.document.briefing.administration, ["Labour"]);
        assert_eq!(echo.document.briefing.speakers.len(), 1);
        assert_eq!(release.document.id, "release");
        assert_eq!(release.document.briefing.narrator, Profile::inspection().side("council"));
    }

    #[test]
    fn errors_name_the_line_and_what_was_expected() {
        check_error("titel = \"x\"\n", "study.toml`, line 1: unknown field `titel`, expected one of `title`");
        check_error(
            "[[article]]\nfile = \"post.txt\"\nnarrator = \"councl\"\n",
            "line 3: unknown side `councl`, expected one of `council`, `opposition`",
        );
        check_error(
            "[[article]]\nfile = \"post.txt\"\ndate = \"last week\"\n",
            "line 3: unknown date `last week`, expected YYYY-MM-DD",
        );
        check_error("[[article]]\nid = \"x\"\n", "line 1: missing field `file`");
        check_error("title = \"x\"\n", "holds no article, expected at least one `[[article]]`");
    }

    #[test]
    fn two_articles_cannot_share_an_id() {
        check_error(
            "[[article]]\nfile = \"post.txt\"\n[[article]]\nfile = \"texts/echo.txt\"\nid = \"post\"\n",
            "line 4: the id `post` is given twice",
        );
    }

    #[test]
    fn a_missing_article_is_named() {
        check_error("[[article]]\nfile = \"nowhere.txt\"\n", "nowhere.txt`: ");
    }
}
