//! Sheets and gold files as people and spreadsheets leave them.
