//! What the rules ask about a word, as a set of yes-or-no answers.

/// A set of properties of a word or token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    /// Has a rating in the lexicon.
    pub(super) const RATED: Self = Self(1);
    /// Is a degree word: "very", "hardly".
    pub(super) const DEGREE: Self = Self(1 << 1);
    /// Turns the rating of what follows: "not".
    pub(super) const NEGATES: Self = Self(1 << 2);
    /// Occurs in a phrase.
    pub(super) const IN_PHRASE: Self = Self(1 << 3);
    /// This token is in capitals.
    pub(super) const CAPITALS: Self = Self(1 << 4);
    pub(super) const NO: Self = Self(1 << 5);
    pub(super) const OR_NOR: Self = Self(1 << 6);
    pub(super) const LEAST: Self = Self(1 << 7);
    pub(super) const AT_VERY: Self = Self(1 << 8);
    pub(super) const SO_THIS: Self = Self(1 << 9);
    pub(super) const NEVER: Self = Self(1 << 10);
    pub(super) const WITHOUT: Self = Self(1 << 11);
    pub(super) const DOUBT: Self = Self(1 << 12);
    pub(super) const BUT: Self = Self(1 << 13);
    pub(super) const KIND: Self = Self(1 << 14);
    pub(super) const OF: Self = Self(1 << 15);

    pub(super) const fn has(self, trait_: Self) -> bool {
        self.0 & trait_.0 != 0
    }

    pub(super) const fn insert(&mut self, traits: Self) {
        self.0 |= traits.0;
    }
}

/// The words that the rules know by name.
pub(super) const RULE_WORDS: &[(&str, Traits)] = &[
    ("at", Traits::AT_VERY),
    ("but", Traits::BUT),
    ("doubt", Traits::DOUBT),
    ("kind", Traits::KIND),
    ("least", Traits::LEAST),
    ("never", Traits::NEVER),
    ("no", Traits::NO),
    ("nor", Traits::OR_NOR),
    ("of", Traits::OF),
    ("or", Traits::OR_NOR),
    ("so", Traits::SO_THIS),
    ("this", Traits::SO_THIS),
    ("very", Traits::AT_VERY),
    ("without", Traits::WITHOUT),
];
