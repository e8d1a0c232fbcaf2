//! What programs read: how a run came about, and who says what in an article, what a profile holds.

mod attributed;
mod evaluation;
mod profile;
mod run;

pub use attributed::{attributed_item, attributed_line};
pub use evaluation::{agreement, differences, evaluation};
pub use profile::profile;
pub use run::{
    Arguments, Briefed, ByKind, Counts, FrameworkUsed, Input, MethodsTold, ProfileUsed, Run, counts, run,
};
