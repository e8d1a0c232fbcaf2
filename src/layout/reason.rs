//! The words with which a block says why it is what it is.

/// Reasons that `furniture.toml` may give.
const FURNITURE: [&str; 23] = [
    "advert",
    "agency line",
    "attendance list",
    "byline",
    "caption",
    "comments",
    "contact line",
    "cookie notice",
    "date line",
    "embed",
    "end matter",
    "legal line",
    "minutes frame",
    "navigation",
    "picture credit",
    "press release mark",
    "prompt",
    "related links",
    "share buttons",
    "sign-off",
    "source line",
    "tags",
    "teaser",
];

/// The reason as the program keeps it, if it is one of the list.
pub(super) fn known(reason: &str) -> Option<&'static str> {
    FURNITURE.into_iter().find(|known| *known == reason)
}

/// The list, for an error message.
pub(super) fn all() -> String {
    FURNITURE.join(", ")
}
