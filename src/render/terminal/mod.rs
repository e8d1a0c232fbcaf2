//! What people read in a terminal. Styles are always written; who prints strips them where they do not belong.

mod article;
mod evaluation;
mod palette;
mod summary;
mod wrap;

pub use article::article;
pub use evaluation::{Against, agreement, differences, evaluation};
pub use summary::summary;
