//! Who speaks in an article: a roster of people and bodies with all their names, from the article itself.

mod description;
mod index;
mod name;
mod resolve;
mod roster;
mod same;

pub(crate) use resolve::Resolver;
pub(crate) use roster::{EntityKind, Roster};
