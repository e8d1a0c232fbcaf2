//! What people read in a terminal. Styles are always written; who prints strips them where they do not belong.

mod article;
mod evaluation;
mod methods;
mod palette;
mod profile;
mod summary;
pub(super) mod wrap;

pub use article::article;
pub use evaluation::{Against, agreement, differences, evaluation};
pub use methods::methods;
pub use profile::{profile, profiles};
pub use summary::summary;
