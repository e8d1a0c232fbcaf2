//! Short word classes that the rules on names and reporting nouns go by.

/// Nouns for what somebody holds, with "was that" or a colon after them: "The council’s line was that".
pub(super) const STANCES: [&str; 22] = [
    "line",
    "view",
    "position",
    "message",
    "verdict",
    "answer",
    "response",
    "argument",
    "stance",
    "reply",
    "conclusion",
    "hope",
    "fear",
    "belief",
    "opinion",
    "explanation",
    "defence",
    "reaction",
    "advice",
    "warning",
    "assessment",
    "claim",
];

/// Nouns of which "there is" makes a judgement of nobody in particular: "there was praise for".
pub(super) const EXISTENTIAL: [&str; 4] = ["praise", "criticism", "concern", "concerns"];

/// What somebody writes, and so may tell in an infinitive later on: "has written to the county to tell it".
pub(super) const LETTERS: [&str; 7] = ["written", "wrote", "writing", "emailed", "rose", "stood", "paused"];

/// Words after a name that do not belong to it.
pub(super) const POSTNOMINALS: [&str; 24] = [
    "hmi", "mp", "mps", "ms", "msp", "am", "mla", "qc", "kc", "obe", "mbe", "cbe", "dbe", "kbe", "jp", "phd",
    "qpm", "kpm", "qfsm", "kfsm", "esq", "jnr", "snr", "dl",
];

/// Capitalised words that are part of roles and never of a person's name.
pub(super) const ROLE_WORDS: [&str; 42] = [
    "children",
    "services",
    "service",
    "care",
    "social",
    "education",
    "housing",
    "health",
    "adult",
    "families",
    "family",
    "young",
    "interim",
    "acting",
    "corporate",
    "strategic",
    "assistant",
    "vice",
    "national",
    "regional",
    "lead",
    "operations",
    "finance",
    "safeguarding",
    "skills",
    "learning",
    "the",
    "portfolio",
    "holder",
    "council's",
    "town",
    "city",
    "county",
    "borough",
    "mother",
    "group",
    "independent",
    "opposition",
    "parliamentary",
    "shadow",
    "fire",
    "general",
];

/// Small words inside surnames.
pub(super) const PARTICLES: [&str; 16] =
    ["al", "ap", "bin", "da", "de", "den", "der", "dos", "du", "el", "la", "le", "ter", "van", "von", "y"];
