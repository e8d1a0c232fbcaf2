//! From values to what people and programs read.

pub mod ledger;
