//! The phrases that give furniture away: `furniture.toml`, parsed once, looked up in one pass over a line.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::appeal::{Appeals, Words};
use super::look::Look;
use super::phrases::Phrases;
use super::{reason, shapes};

/// Words at most, where a group says nothing.
const AT_MOST: usize = 12;
/// Words at most between the label of a picture credit and the end of the line.
const CREDIT_WORDS: usize = 8;
/// Words of a paper's name at most.
const MASTHEAD_WORDS: usize = 6;

/// Phrases that give furniture away, by groups.
#[derive(Clone, Debug)]
pub struct Furniture {
    groups: Vec<Group>,
    exact: FxHashMap<String, usize>,
    /// The groups that have a vocabulary, and those that have labels.
    vocabularies: Vec<usize>,
    labelled: Vec<usize>,
    phrases: Vec<Phrase>,
    finder: Phrases,
    /// Words of appeals to the reader.
    pub(super) appeals: Appeals,
    /// Last words of the names of papers.
    papers: BTreeSet<String>,
    /// Grades, between blanks.
    pub(super) grades: Vec<String>,
}

/// What a phrase says about its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// What the line is.
    pub(super) reason: &'static str,
    /// What it opens.
    pub(super) opens: Reach,
    /// Where on the page the hit counts.
    pub(super) place: Place,
}

/// How far the section goes that a line opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reach {
    /// The line stands for itself.
    #[default]
    Line,
    /// The line after it.
    Next,
    /// The line after it, unless that is a paragraph.
    Title,
    /// Until ordinary paragraphs go on.
    List,
    /// As `List`, but a numbered line ends it too.
    Names,
    /// The rest of the page, if most of the article has gone before; else as `List`.
    Tail,
    /// The rest of the page, if a paragraph has gone before; else as `List`.
    End,
}

/// Where on the page a phrase counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Place {
    /// Everywhere.
    #[default]
    Anywhere,
    /// Before the first paragraph or after the last.
    Edge,
    /// After the headline.
    AfterHeadline,
}

#[derive(Clone, Debug)]
struct Group {
    hit: Hit,
    at_most: usize,
    stop: bool,
    number: bool,
    words: FxHashSet<String>,
    labels: FxHashSet<String>,
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    group: usize,
    at: At,
}

/// Where in the line a phrase must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Start,
    Anywhere,
    End,
    Credit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    grades: Vec<String>,
    #[serde(default)]
    papers: BTreeSet<String>,
    #[serde(default)]
    appeal: Words,
    group: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    reason: String,
    #[serde(default)]
    exact: Vec<String>,
    #[serde(default)]
    starts: Vec<String>,
    #[serde(default)]
    contains: Vec<String>,
    #[serde(default)]
    ends: Vec<String>,
    #[serde(default)]
    credits: Vec<String>,
    #[serde(default)]
    words: FxHashSet<String>,
    #[serde(default)]
    labels: FxHashSet<String>,
    at_most: Option<usize>,
    #[serde(default = "yes")]
    stop: bool,
    #[serde(default)]
    number: bool,
    #[serde(default)]
    opens: Reach,
    #[serde(default)]
    place: Place,
}

const fn yes() -> bool {
    true
}

impl Furniture {
    /// Reads the groups from the text of a `furniture.toml`.
    ///
    /// # Errors
    /// A message that says what is wrong, in the words of the TOML reader, or which reason is not known.
    pub fn parse(toml: &str) -> Result<Self, String> {
        let file: File = toml::from_str(toml).map_err(|error| error.to_string())?;
        let mut groups = Vec::with_capacity(file.group.len());
        let mut exact = FxHashMap::default();
        let mut phrases = Vec::new();
        let mut patterns: Vec<String> = Vec::new();
        for (n, entry) in file.group.into_iter().enumerate() {
            groups.push(group(&entry)?);
            for phrase in entry.exact {
                exact.entry(phrase).or_insert(n);
            }
            let placed = [
                (entry.starts, At::Start),
                (entry.contains, At::Anywhere),
                (entry.ends, At::End),
                (entry.credits, At::Credit),
            ];
            for (list, at) in placed {
                phrases.extend(list.iter().map(|_| Phrase { group: n, at }));
                patterns.extend(list);
            }
        }
        let of = |has: fn(&Group) -> bool| (0..groups.len()).filter(|n| has(&groups[*n])).collect();
        Ok(Self {
            vocabularies: of(|group| !group.words.is_empty()),
            labelled: of(|group| !group.labels.is_empty()),
            groups,
            exact,
            phrases,
            finder: Phrases::new(patterns),
            appeals: Appeals::new(file.appeal),
            papers: file.papers,
            grades: file.grades.into_iter().map(|grade| format!(" {grade} ")).collect(),
        })
    }

    /// What the phrases say about a line: `exact` wins, then what opens a section, then what stands first in
    /// the file.
    pub(super) fn hit(&self, look: &Look) -> Option<Hit> {
        let exact = [look.key.as_str(), look.bare()].into_iter().find_map(|key| self.exact.get(key).copied());
        exact
            .filter(|group| self.allows(*group, look) && !(look.stop && look.n_words < 3))
            .or_else(|| self.vocabulary(look))
            .or_else(|| self.phrase(look))
            .or_else(|| self.labelled(look))
            .map(|group| self.groups[group].hit)
    }

    /// The first group all of whose phrases' conditions hold.
    fn phrase(&self, look: &Look) -> Option<usize> {
        if look.opens_quotation || (look.speaks() && look.stop) {
            return None;
        }
        let key = look.key.as_str();
        self.finder
            .find(key)
            .into_iter()
            .filter(|found| {
                let phrase = self.phrases[found.phrase];
                self.allows(phrase.group, look) && stands(key, found.start, found.end, phrase.at)
            })
            .map(|found| self.phrases[found.phrase].group)
            .min_by_key(|group| (self.groups[*group].hit.opens == Reach::Line, *group))
    }

    /// The first group whose vocabulary holds every word of the line.
    fn vocabulary(&self, look: &Look) -> Option<usize> {
        let fits = |n: &usize| self.allows(*n, look) && only_words(look, &self.groups[*n]);
        self.vocabularies.iter().copied().find(fits)
    }

    /// The first group whose labels hold every word before the line's first colon.
    fn labelled(&self, look: &Look) -> Option<usize> {
        let mut allowed = self.labelled.iter().copied().filter(|n| self.allows(*n, look)).peekable();
        allowed.peek().filter(|_| !look.opens_quotation)?;
        let (label, _) = look.key.split_once(": ")?;
        allowed.find(|n| label.split(' ').all(|word| self.groups[*n].labels.contains(word)))
    }

    /// Whether the line is the name of a paper: words with capitals of which the last is one that papers bear.
    pub(super) fn is_masthead(&self, look: &Look) -> bool {
        let last = look.bare().rsplit(' ').next().unwrap_or_default();
        (2..=MASTHEAD_WORDS).contains(&look.n_words)
            && look.is_title_case()
            && !look.speaks()
            && self.papers.contains(last)
    }

    fn allows(&self, group: usize, look: &Look) -> bool {
        let group = &self.groups[group];
        look.n_words <= group.at_most && (group.stop || !look.stop)
    }
}

fn group(entry: &Entry) -> Result<Group, String> {
    let reason = reason::known(&entry.reason).ok_or_else(|| {
        let (found, known) = (&entry.reason, reason::all());
        format!("unknown reason `{found}`, expected one of {known}")
    })?;
    Ok(Group {
        hit: Hit { reason, opens: entry.opens, place: entry.place },
        at_most: entry.at_most.unwrap_or(AT_MOST),
        stop: entry.stop,
        number: entry.number,
        words: entry.words.clone(),
        labels: entry.labels.clone(),
    })
}

/// Whether the match at `start..end` stands where its phrase must, and is made of whole words.
fn stands(key: &str, start: usize, end: usize, at: At) -> bool {
    let (before, after) = (&key[..start], &key[end..]);
    let is_letter = |character: char| character.is_alphanumeric();
    let placed = match at {
        At::Start => start == 0,
        At::Anywhere => true,
        At::End => !after.contains(is_letter),
        At::Credit => {
            let marks = ['.', '(', '[', '-', '|', ',', '/', '"', '\'', '?', '!', ')', ';'];
            let apart = before.trim_end().is_empty() || before.trim_end().ends_with(marks);
            apart && after.split_whitespace().count() <= CREDIT_WORDS
        }
    };
    placed && is_whole_word(key, start, end)
}

/// Whether no letter touches the letters at the ends of the match at `start..end`.
pub(super) fn is_whole_word(key: &str, start: usize, end: usize) -> bool {
    let (before, found, after) = (&key[..start], &key[start..end], &key[end..]);
    let is_letter = |character: char| character.is_alphanumeric();
    let free_before = !found.starts_with(is_letter) || !before.ends_with(is_letter);
    let free_after = !found.ends_with(is_letter) || !after.starts_with(is_letter);
    free_before && free_after
}

/// Whether the line holds only words of the group, numbers and clock times.
fn only_words(look: &Look, group: &Group) -> bool {
    let mut n_words = 0;
    let mut n_numbers = 0;
    let separators =
        |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | '>' | '»' | '(' | ')' | '[' | ']' | ';');
    for token in look.key.split(separators) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
        if word.is_empty() {
            continue;
        }
        let number = is_number(word, group);
        if !number && !group.words.contains(word) {
            return false;
        }
        n_words += 1;
        n_numbers += usize::from(number);
    }
    let wanted = if group.number { n_numbers } else { n_words - n_numbers };
    wanted > 0
}

/// `14`, `9th`, `06:30`, `5:30am`, `25-08-2016`.
fn is_number(word: &str, group: &Group) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = &word[digits.len()..];
    let figures = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'-'));
    let known = suffix.is_empty() || group.words.contains(suffix);
    (figures && !digits.is_empty() && known) || shapes::is_clock_time(word)
}

#[cfg(test)]
mod tests {
    use super::super::look::look;
    use super::*;
    use crate::Profile;

    #[track_caller]
    fn check(reason: &str, lines: &[&str]) {
        for line in lines {
            let hit = Profile::inspection().furniture.hit(&look(line));
            assert_eq!(hit.map_or("", |hit| hit.reason), reason, "{line}");
        }
    }

    #[test]
    fn dates_are_read_in_many_forms() {
        check(
            "date line",
            &[
                "PUBLISHED: 06:30 21 November 2019 | UPDATED: 09:12 21 November 2019",
                "Fri 8 Mar 2024 at 5:30am",
                "Friday, 14th June 2019, 5:15 pm",
                "Last modified on Thu 6 May 2021 18.40 BST",
                "2 hours ago",
            ],
        );
    }

    #[test]
    fn a_credit_may_end_a_longer_caption() {
        check(
            "picture credit",
            &[
                "Sir Gerald Pym, leader of the council. Picture: Alan Wherry - Credit: Archive",
                "The main entrance. Photograph: Tom Wright",
                "A view of the town hall (Image: Wexbourne Live)",
            ],
        );
    }

    #[test]
    fn speech_is_spared() {
        check(
            "",
            &[
                "“Sign up to our newsletter,” she told them.",
                "She said: “You can tell us in the comments below.”",
                "Follow-up visits were late.",
                "The picture: a service that is not safe.",
            ],
        );
    }

    #[test]
    fn an_unknown_reason_names_the_known_ones() {
        let error = Furniture::parse("[[group]]\nreason = \"junk\"").unwrap_err();
        assert!(error.starts_with("unknown reason `junk`, expected one of advert, "));
    }

    #[test]
    fn phrases_are_written_as_lines_are_read() {
        let file: File = toml::from_str(include_str!("../../lexicons/english/furniture.toml")).unwrap();
        for entry in file.group {
            let lists = [entry.exact, entry.starts, entry.contains, entry.ends, entry.credits];
            for phrase in lists.into_iter().flatten() {
                let line = format!("x {phrase}");
                assert_eq!(look(&line).key, line, "not written as a key");
            }
        }
    }
}
