//! The report as a reader meets it: in a browser, with mouse, keyboard, screen reader, paper and hostile text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod axe;
mod browser;
mod chart;
mod filter;
mod hostile;
mod open;
mod page;
mod print;
mod sentence;
mod study;
mod table;
