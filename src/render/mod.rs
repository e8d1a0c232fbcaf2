//! Turns results into bytes, one file a format. Nothing here reads, writes or fails.

pub mod both;
pub mod chart;
pub mod csv;
#[cfg(test)]
mod example;
pub mod html;
pub mod json;
pub mod ledger;
mod page;
mod place;
mod scores;
pub mod terminal;

pub use scores::tsv;
