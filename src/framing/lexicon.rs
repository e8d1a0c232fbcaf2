//! The frames and aspects of a profile, ready to be looked for.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use toml::Spanned;

use super::file::{
    AspectsFile, CodeFile, Construct, Construction, FramesFile, FrameworkFile, Listed, Within,
};
use super::framework::Framework;
use super::rules::{Listing, Role, Rules};
use crate::phrase::Forms;
use crate::phrase::pattern::flaw;
use crate::{Error, tone};

/// A frame or an aspect by its number in the [`Lexicon`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeId(pub u16);

/// A frame or an aspect: what it is called, what it means, where that is from.
#[derive(Clone, Debug)]
pub struct Code {
    /// What tables print: "past-failure".
    pub id: String,
    /// What people read: "past failure".
    pub name: String,
    /// What counts, in a sentence or two.
    pub definition: String,
    /// The publication that it follows.
    pub literature: String,
    /// Whose construct a frame is; none for aspects, which are the inspectorate's.
    pub construct: Option<Construct>,
}

/// All frames and aspects, and the patterns that find them.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// The frames first, then the aspects of each framework.
    pub(super) codes: Vec<Code>,
    n_frames: usize,
    pub(super) frameworks: Vec<Framework>,
    pub(super) patterns: Vec<Pattern>,
    listed: Listings,
    /// The frames with the aspects of each framework, and the frames alone: made when an article asks for them, since
    /// most runs need one of many.
    rules: Vec<OnceLock<Rules>>,
    signals: OnceLock<Rules>,
    /// Patterns that the phrases of each category of `tone.toml` are terms of.
    pub(super) by_category: Vec<Vec<u32>>,
    missing_categories: Vec<String>,
    constructions: Vec<(u32, Construction)>,
}

/// Conditions under which a term makes a hit.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) code: CodeId,
    pub(super) label: String,
    pub(super) needs_other: bool,
    pub(super) within: Within,
}

/// The phrases of the files, as they are written.
#[derive(Clone, Debug, Default)]
struct Listings {
    clause_openers: Vec<String>,
    frames: Vec<Listing>,
    /// By framework.
    aspects: Vec<Vec<Listing>>,
    signals: Vec<Listing>,
}

/// What a lexicon is read from; the paths are for error messages.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// `frames.toml`.
    pub frames: (&'a Path, &'a str),
    /// `aspects.toml`.
    pub aspects: (&'a Path, &'a str),
    /// Its categories may be terms, and its words that open a clause end one.
    pub tone: &'a tone::Lexicon,
    /// Whether every category that is named must be in `tone`: not where somebody's own list stands beside our frames.
    pub needs_categories: bool,
    /// Whether it is known that every phrase can be met, as of the built-in files.
    pub is_checked: bool,
}

impl Lexicon {
    /// Reads `frames.toml` and `aspects.toml`.
    ///
    /// # Errors
    /// [`Error::Parse`] with the line, when a file is not the TOML that is expected, or names a category, aspect or date
    /// that is none.
    pub fn parse(sources: Sources<'_>) -> Result<Self, Error> {
        let ((frames_path, frames), (aspects_path, aspects)) = (sources.frames, sources.aspects);
        let frames_file: FramesFile =
            toml::from_str(frames).map_err(|error| Error::toml(frames_path.into(), frames, &error))?;
        let aspects_file: AspectsFile =
            toml::from_str(aspects).map_err(|error| Error::toml(aspects_path.into(), aspects, &error))?;
        let mut building = Building::new(frames_path, frames, &sources);
        for frame in &frames_file.frame {
            building.add_frame(frame)?;
        }
        building.lexicon.n_frames = building.lexicon.codes.len();
        building.lexicon.listed.frames = std::mem::take(&mut building.listed);
        (building.path, building.text) = (aspects_path, aspects);
        for framework in &aspects_file.framework {
            building.add_framework(framework, &aspects_file)?;
        }
        Ok(building.finish())
    }

    /// The frames, in the order of tables and charts.
    pub fn frames(&self) -> impl Iterator<Item = (CodeId, &Code)> {
        self.numbered(0..self.n_frames)
    }

    /// Whether a code is a frame; the others are aspects.
    #[must_use]
    pub fn is_frame(&self, code: CodeId) -> bool {
        usize::from(code.0) < self.n_frames
    }

    /// The frameworks, in the order of the file.
    #[must_use]
    pub fn frameworks(&self) -> &[Framework] {
        &self.frameworks
    }

    /// The aspects of a framework, in the order of tables and charts.
    pub fn aspects(&self, framework: usize) -> impl Iterator<Item = (CodeId, &Code)> {
        self.numbered(self.frameworks.get(framework).map_or(0..0, |framework| framework.codes.clone()))
    }

    /// All frames and aspects, by their numbers.
    #[must_use]
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// A frame or an aspect.
    #[must_use]
    pub fn code(&self, code: CodeId) -> &Code {
        &self.codes[usize::from(code.0)]
    }

    /// Categories that frames name and `tone.toml` does not have: their phrases make no hits.
    #[must_use]
    pub fn missing_categories(&self) -> &[String] {
        &self.missing_categories
    }

    /// What the pattern of a hit tells beyond its code; often nothing.
    #[must_use]
    pub fn label(&self, pattern: u32) -> &str {
        self.patterns.get(pattern as usize).map_or("", |pattern| pattern.label.as_str())
    }

    /// How many phrases make a hit of each code, as they are written.
    pub(super) fn n_terms(&self) -> Vec<usize> {
        let mut counts = vec![0; self.codes.len()];
        for (_, _, role) in self.listed.frames.iter().chain(self.listed.aspects.iter().flatten()) {
            if let Role::Term(pattern) = role {
                counts[usize::from(self.patterns[*pattern as usize].code.0)] += 1;
            }
        }
        counts
    }

    /// The frames, with the aspects of a framework.
    pub(super) fn rules(&self, framework: Option<usize>) -> &Rules {
        let alone = self.frameworks.len();
        let place = framework.filter(|place| *place < alone).unwrap_or(alone);
        self.rules[place].get_or_init(|| {
            let aspects = self.listed.aspects.get(place).into_iter().flatten();
            Rules::new(self.listed.frames.iter().chain(aspects), &self.listed.clause_openers)
        })
    }

    /// Patterns that are found by their construction.
    pub(super) fn constructions(&self) -> impl Iterator<Item = (u32, Construction)> {
        self.constructions.iter().copied()
    }

    /// The words that tell frameworks apart.
    pub(super) fn signals(&self) -> &Rules {
        self.signals.get_or_init(|| Rules::new(self.listed.signals.iter(), &[]))
    }

    fn numbered(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = (CodeId, &Code)> {
        (0..=u16::MAX).map(CodeId).zip(&self.codes).skip(range.start).take(range.len())
    }
}

/// A lexicon in the making.
struct Building<'a> {
    lexicon: Lexicon,
    path: &'a Path,
    text: &'a str,
    categories: Vec<&'a str>,
    needs_categories: bool,
    is_checked: bool,
    missing: BTreeSet<String>,
    /// The phrases of the frames, or of the framework, that is being read.
    listed: Vec<Listing>,
}

impl<'a> Building<'a> {
    fn new(path: &'a Path, text: &'a str, sources: &Sources<'a>) -> Self {
        let tone = sources.tone;
        let categories: Vec<&str> = tone.category_ids().collect();
        let lexicon = Lexicon {
            codes: Vec::new(),
            n_frames: 0,
            frameworks: Vec::new(),
            patterns: Vec::new(),
            listed: Listings {
                clause_openers: tone.clause_openers().map(String::from).collect(),
                ..Listings::default()
            },
            rules: Vec::new(),
            signals: OnceLock::new(),
            by_category: vec![Vec::new(); categories.len()],
            missing_categories: Vec::new(),
            constructions: Vec::new(),
        };
        let (needs_categories, is_checked) = (sources.needs_categories, sources.is_checked);
        Self {
            lexicon,
            path,
            text,
            categories,
            needs_categories,
            is_checked,
            missing: BTreeSet::new(),
            listed: Vec::new(),
        }
    }

    fn error(&self, word: &Spanned<String>, message: String) -> Error {
        let line = self.text[..word.span().start].matches('\n').count() + 1;
        Error::Parse { path: self.path.into(), line, message }
    }

    /// Phrases carry no places, which would cost more than all else: the first place where the file has it in quotation
    /// marks is told.
    fn error_at_phrase(&self, phrase: &str, message: String) -> Error {
        let place = self.text.find(&format!("\"{phrase}\"")).unwrap_or_default();
        let line = self.text[..place].matches('\n').count() + 1;
        Error::Parse { path: self.path.into(), line, message }
    }

    fn add_frame(&mut self, frame: &CodeFile) -> Result<(), Error> {
        let id = frame.id.get_ref();
        if frame.literature.is_none() || frame.construct.is_none() {
            let message =
                format!("the frame `{id}` has no `literature` or no `construct`; say whose construct it is");
            return Err(self.error(&frame.id, message));
        }
        if let Some(same_as) = &frame.same_as {
            return Err(self.error(same_as, "a frame has no `same-as`; only aspects have".to_owned()));
        }
        let code = self.add_code(frame, frame.literature.clone().unwrap_or_default())?;
        self.add_patterns(frame, code)
    }

    fn add_framework(&mut self, file: &FrameworkFile, all: &AspectsFile) -> Result<(), Error> {
        let number = u32::try_from(self.lexicon.frameworks.len()).unwrap_or(u32::MAX);
        let first = self.lexicon.codes.len();
        for aspect in &file.aspect {
            let code = self.add_code(aspect, file.literature.clone())?;
            if let Some(same_as) = &aspect.same_as {
                let other = named(all, same_as.get_ref()).filter(|other| other.same_as.is_none());
                let Some(other) = other else {
                    let message = format!(
                        "there is no aspect `{}` with patterns of its own; write `framework/aspect`",
                        same_as.get_ref()
                    );
                    return Err(self.error(same_as, message));
                };
                self.add_patterns(other, code)?;
            }
            self.add_patterns(aspect, code)?;
        }
        let aspects = std::mem::take(&mut self.listed);
        self.lexicon.listed.aspects.push(aspects);
        for signal in &file.signals {
            self.add_phrase((signal.as_str(), Forms::AsWritten), Role::Signal(number))?;
        }
        self.lexicon.listed.signals.append(&mut self.listed);
        let framework = Framework::new(file, first..self.lexicon.codes.len())
            .map_err(|(word, message)| self.error(word, message))?;
        if self.lexicon.frameworks.iter().any(|known| known.id == framework.id) {
            return Err(
                self.error(&file.id, format!("there are two frameworks `{}`; rename one", framework.id))
            );
        }
        self.lexicon.frameworks.push(framework);
        Ok(())
    }

    fn add_code(&mut self, file: &CodeFile, literature: String) -> Result<CodeId, Error> {
        let id = file.id.get_ref();
        if id.is_empty()
            || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        {
            return Err(self.error(&file.id, format!("`{id}` is no id; write small letters and hyphens")));
        }
        let number = u16::try_from(self.lexicon.codes.len());
        let number =
            number.map_err(|_| self.error(&file.id, "there are too many frames and aspects".to_owned()))?;
        self.lexicon.codes.push(Code {
            id: id.clone(),
            name: file.name.clone(),
            definition: file.definition.clone(),
            literature,
            construct: file.construct,
        });
        Ok(CodeId(number))
    }

    fn add_patterns(&mut self, file: &CodeFile, code: CodeId) -> Result<(), Error> {
        for phrase in file.except.listed() {
            self.add_phrase(phrase, Role::Except(code))?;
        }
        for pattern in &file.pattern {
            let number = u32::try_from(self.lexicon.patterns.len()).unwrap_or(u32::MAX);
            self.lexicon.patterns.push(Pattern {
                code,
                label: pattern.label.clone(),
                needs_other: pattern.with.listed().next().is_some(),
                within: pattern.within,
            });
            self.lexicon.constructions.extend(pattern.detect.map(|construction| (number, construction)));
            for phrase in pattern.listed() {
                self.add_phrase(phrase, Role::Term(number))?;
            }
            for phrase in pattern.with.listed() {
                self.add_phrase(phrase, Role::With(number))?;
            }
            for phrase in pattern.without.listed() {
                self.add_phrase(phrase, Role::Without(number))?;
            }
            for category in &pattern.tone {
                match self.categories.iter().position(|known| known == category) {
                    Some(place) => self.lexicon.by_category[place].push(number),
                    None if self.needs_categories => {
                        let message =
                            format!("`tone.toml` has no category `{category}`; name one of its categories");
                        return Err(self.error_at_phrase(category, message));
                    }
                    None => drop(self.missing.insert(category.clone())),
                }
            }
        }
        Ok(())
    }

    fn add_phrase(&mut self, (phrase, forms): Listed<'_>, role: Role) -> Result<(), Error> {
        if let Some(flaw) = (!self.is_checked).then(|| flaw(phrase)).flatten() {
            return Err(self.error_at_phrase(phrase, flaw));
        }
        self.listed.push((phrase.into(), forms, role));
        Ok(())
    }

    fn finish(mut self) -> Lexicon {
        self.lexicon.missing_categories = self.missing.into_iter().collect();
        self.lexicon.rules = vec![OnceLock::new(); self.lexicon.frameworks.len() + 1];
        self.lexicon
    }
}

/// The aspect that `framework/aspect` names.
fn named<'a>(all: &'a AspectsFile, name: &str) -> Option<&'a CodeFile> {
    let (framework, aspect) = name.split_once('/')?;
    let framework = all.framework.iter().find(|known| known.id.get_ref() == framework)?;
    framework.aspect.iter().find(|known| known.id.get_ref() == aspect)
}
