//! The command line of slantwise.

fn main() {}
