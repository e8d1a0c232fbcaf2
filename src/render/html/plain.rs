//! Words of articles and of users as a page may show them.

use crate::render::chart::words::printable;

/// One line without control characters and without marks that turn the direction of what follows.
pub(super) fn plain(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
