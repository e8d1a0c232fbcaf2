//! From a report to what people look at; each format is a function of the report.

pub mod chart;
