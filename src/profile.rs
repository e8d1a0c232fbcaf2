//! The data that the rules work over: word lists, cue verbs, sides. All of it can be read and replaced.

use std::sync::LazyLock;

use crate::english::English;
use crate::layout::Furniture;
use crate::side::{Side, SideId, SideRules};
use crate::{lexicons, segment, vader};

/// Everything that is data, not rule.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The name of the profile ("inspection").
    pub name: String,
    /// The sides in the order of tables and charts; the last two are `other` and `press`.
    pub sides: Vec<Side>,
    /// Phrases that give page furniture away (`english/furniture.toml`).
    pub furniture: Furniture,
    /// The VADER lexicon.
    pub vader: vader::Lexicon,
    /// The words on which sentence bounds depend.
    pub abbreviations: segment::Abbreviations,
    /// Closed classes, cue verbs and names of English.
    pub(crate) english: English,
    /// Who speaks for which side.
    pub(crate) side_rules: SideRules,
}

/// Made when somebody asks: a command that prints no digest need not wait for it.
static DIGEST: LazyLock<String> = LazyLock::new(lexicons::digest);

static INSPECTION: LazyLock<Profile> = LazyLock::new(|| {
    let side_rules = SideRules::parse(include_str!("../lexicons/inspection/sides.toml"))
        .expect("the built-in sides parse, as a test shows");
    let mut english = English::parse(
        include_str!("../lexicons/english/words.toml"),
        include_str!("../lexicons/english/cues.toml"),
    )
    .expect("the built-in word lists parse, as a test shows");
    english.add_proper_bodies(side_rules.inspectorates.single_words());
    english.add_inspectorates(side_rules.inspectorates.openers());
    english.add_parties(side_rules.parties.single_words());
    Profile {
        name: side_rules.name.clone(),
        sides: side_rules.sides.clone(),
        vader: vader::Lexicon::published().clone(),
        abbreviations: segment::Abbreviations::english(),
        furniture: Furniture::parse(include_str!("../lexicons/english/furniture.toml"))
            .expect("the built-in furniture list parses: a test of layout::furniture reads it"),
        english,
        side_rules,
    }
});

impl Profile {
    /// The profile that comes with the program: inspections of public services, the Ofsted case first.
    #[must_use]
    pub fn inspection() -> &'static Self {
        &INSPECTION
    }

    /// What pins the built-in word lists: SHA-256 over the list of their digests, in hexadecimal. The same digest, the
    /// same rules and ratings. A profile that was changed in memory keeps the digest of the files it came from.
    #[must_use]
    pub fn digest(&self) -> &str {
        &DIGEST
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
