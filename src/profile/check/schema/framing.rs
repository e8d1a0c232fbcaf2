//! The keys of `frames.toml` and `aspects.toml`.

use super::{Key, Kind, needed, optional};

/// Lists of phrases by how their forms are made.
const PHRASES: Kind = Kind::Table(&[
    optional("words", Kind::Texts),
    optional("verbs", Kind::Texts),
    optional("nouns", Kind::Texts),
    optional("adjectives", Kind::Texts),
]);

const PATTERNS: Kind = Kind::Tables(&[
    optional("label", Kind::Text),
    optional("words", Kind::Texts),
    optional("verbs", Kind::Texts),
    optional("nouns", Kind::Texts),
    optional("adjectives", Kind::Texts),
    optional("tone", Kind::Texts),
    optional("detect", Kind::OneOf(&["agentless-passive", "money"])),
    optional("with", PHRASES),
    optional("without", PHRASES),
    optional("within", Kind::OneOf(&["clause", "passage"])),
]);

const EXAMPLES: Kind = Kind::Tables(&[needed("text", Kind::Text), optional("note", Kind::Text)]);

/// The keys of `frames.toml`.
pub(in super::super) const FRAMES: &[Key] = &[
    needed("source", Kind::Text),
    optional(
        "frame",
        Kind::Tables(&[
            needed("id", Kind::Text),
            needed("name", Kind::Text),
            needed("definition", Kind::Text),
            needed("construct", Kind::OneOf(&["published", "adapted", "ours"])),
            needed("literature", Kind::Text),
            optional("except", PHRASES),
            needed("pattern", PATTERNS),
            optional("example", EXAMPLES),
            optional("counter-example", EXAMPLES),
        ]),
    ),
];

/// The keys of `aspects.toml`.
pub(in super::super) const ASPECTS: &[Key] = &[
    needed("source", Kind::Text),
    optional(
        "framework",
        Kind::Tables(&[
            needed("id", Kind::Text),
            needed("name", Kind::Text),
            needed("inspectorate", Kind::Text),
            needed("domains", Kind::Texts),
            optional("signals", Kind::Texts),
            optional("from", Kind::Text),
            optional("until", Kind::Text),
            needed("literature", Kind::Text),
            optional(
                "aspect",
                Kind::Tables(&[
                    needed("id", Kind::Text),
                    needed("name", Kind::Text),
                    needed("definition", Kind::Text),
                    optional("same-as", Kind::Text),
                    optional("except", PHRASES),
                    optional("pattern", PATTERNS),
                    optional("example", EXAMPLES),
                    optional("counter-example", EXAMPLES),
                ]),
            ),
        ]),
    ),
];
