//! The data that the rules work over: word lists, cue verbs, sides. All of it can be read and replaced.

mod check;
mod files;
mod import;
mod outline;
mod problem;
mod template;
mod word_list;

use std::path::Path;
use std::sync::LazyLock;

pub use check::{Checked, check};
pub use files::FileUsed;
pub use outline::Outline;
pub use problem::Problem;
pub use template::{BuiltIn, built_in, template};

use crate::english::English;
use crate::layout::Furniture;
use crate::side::{Side, SideId, SideRules};
use crate::{Error, framing, lexicons, segment, tone, vader};
use files::{ASPECTS, FRAMES, Files, LEANINGS, SIDES, TONE};
use import::Ready;

/// Everything that is data, not rule.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The name of the profile: "inspection", or that of its folder.
    pub name: String,
    /// The sides in the order of tables and charts; the last two are `other` and `press`.
    pub sides: Vec<Side>,
    /// Phrases that give page furniture away (`english/furniture.toml`).
    pub furniture: Furniture,
    /// The VADER lexicon.
    pub vader: vader::Lexicon,
    /// Phrases that say how favourable a passage is to the inspected service.
    pub tone: tone::Lexicon,
    /// What passages are about, and how they put it.
    pub framing: framing::Lexicon,
    /// The words on which sentence bounds depend.
    pub abbreviations: segment::Abbreviations,
    /// Closed classes, cue verbs and names of English.
    pub(crate) english: English,
    /// Who speaks for which side.
    pub(crate) side_rules: SideRules,
    /// The files it was read from; empty for a profile that is being made.
    files: Vec<FileUsed>,
    /// What was left out of imported word lists.
    warnings: Vec<String>,
    /// The digest of a profile that was loaded; the built-in one is made when somebody asks.
    digest: Option<String>,
}

/// Made when somebody asks: a command that prints no digest need not wait for it.
static DIGEST: LazyLock<String> = LazyLock::new(lexicons::digest);

static INSPECTION: LazyLock<Profile> = LazyLock::new(|| {
    Profile::of(&Files::built_in(), &[]).expect("the built-in files parse, as a test shows")
});

impl Profile {
    /// The profile that comes with the program: inspections of public services, the Ofsted case first.
    #[must_use]
    pub fn inspection() -> &'static Self {
        &INSPECTION
    }

    /// Reads a profile from a folder that holds any of `sides.toml`, `tone.toml`, `leanings.tsv`, `frames.toml` and
    /// `aspects.toml`, and the word lists that are imported; a file that is not there is the built-in one. The profile is called by the name of the folder.
    ///
    /// # Errors
    /// When the folder holds none of the files, or one of them says something that cannot be understood: then with the
    /// line. [`profile::check`](crate::profile::check) finds all such places, and more.
    pub fn load(folder: &Path) -> Result<Self, Error> {
        let files = Files::read(folder)?;
        let refused: Vec<Problem> = files.own().flat_map(check::refusals).collect();
        let n_more = refused.len().saturating_sub(1);
        if let Some(mut problem) = refused.into_iter().next() {
            if n_more > 0 {
                problem.message += &format!("; `slantwise profile check` tells {n_more} more");
            }
            return Err(problem.error());
        }
        let mut profile = Self::assemble(files)?;
        let name =
            folder.canonicalize().ok().and_then(|folder| Some(folder.file_name()?.to_string_lossy().into()));
        profile.name = name.unwrap_or_else(|| folder.display().to_string());
        Ok(profile)
    }

    /// Makes a profile of its files and the word lists that these import.
    fn assemble(files: Files) -> Result<Self, Error> {
        let (imports, problems) = files.imports()?;
        if let Some(problem) = problems.into_iter().next() {
            return Err(problem.error());
        }
        Ok(Self { digest: Some(files.digest(&imports)), ..Self::of(&files, &imports)? })
    }

    fn of(files: &Files, imports: &[Ready]) -> Result<Self, Error> {
        let (sides, tone, leanings) = (files.source(SIDES), files.source(TONE), files.source(LEANINGS));
        let side_rules = SideRules::parse(&sides.path, &sides.text)?;
        let mut english = English::parse(
            include_str!("../lexicons/english/words.toml"),
            include_str!("../lexicons/english/cues.toml"),
        )?;
        english.add_proper_bodies(side_rules.inspectorates.single_words());
        english.add_inspectorates(side_rules.inspectorates.openers());
        english.add_parties(side_rules.parties.single_words());
        let vader = vader::Lexicon::published().clone();
        let imported: Vec<_> = imports.iter().flat_map(|list| list.categories.iter().cloned()).collect();
        let mut lexicon = tone::Lexicon::parse_with(&tone.path, &tone.text, &vader, &imported)?;
        lexicon.read_leanings(&leanings.path, &leanings.text)?;
        let (frames, aspects) = (files.source(FRAMES), files.source(ASPECTS));
        let framing = framing::Lexicon::parse(framing::Sources {
            frames: (&frames.path, &frames.text),
            aspects: (&aspects.path, &aspects.text),
            tone: &lexicon,
            needs_categories: frames.is_own || !tone.is_own,
            is_checked: !frames.is_own && !aspects.is_own,
        })?;
        let mut warnings: Vec<String> = imports.iter().filter_map(|list| list.warning.clone()).collect();
        if let [first, ..] = framing.missing_categories() {
            warnings.push(format!(
                "the built-in `frames.toml` names {} categories that `{}` does not have (such as `{first}`), so its frames are \
                 met less often; write a `frames.toml` for your categories",
                framing.missing_categories().len(),
                tone.path.display()
            ));
        }
        Ok(Self {
            name: side_rules.name.clone(),
            sides: side_rules.sides.clone(),
            tone: lexicon,
            framing,
            vader,
            abbreviations: segment::Abbreviations::english(),
            furniture: Furniture::parse(include_str!("../lexicons/english/furniture.toml"))
                .expect("the built-in furniture list parses: a test of layout::furniture reads it"),
            english,
            side_rules,
            files: files.used(imports),
            warnings,
            digest: None,
        })
    }

    /// What was left out of imported word lists, in words.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// What pins the word lists: SHA-256 over the list of their digests, in hexadecimal. The same digest, the same rules
    /// and ratings. A profile that was changed in memory keeps the digest of the files it came from.
    #[must_use]
    pub fn digest(&self) -> &str {
        self.digest.as_ref().unwrap_or(&DIGEST)
    }

    /// The side with this id.
    #[must_use]
    pub fn side(&self, id: &str) -> Option<SideId> {
        let place = self.sides.iter().position(|side| side.id == id)?;
        u8::try_from(place).ok().map(SideId)
    }

    /// The id of a side, as the tables print it.
    #[must_use]
    pub fn side_name(&self, side: SideId) -> &str {
        self.sides.get(usize::from(side.0)).map_or("", |side| side.id.as_str())
    }

    /// The article's own voice.
    #[must_use]
    pub fn press(&self) -> SideId {
        self.side("press").unwrap_or(SideId(0))
    }

    /// Everybody who is on no side.
    #[must_use]
    pub fn other(&self) -> SideId {
        self.side("other").unwrap_or(SideId(0))
    }
}
