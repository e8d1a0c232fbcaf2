//! Charts of odd inputs.
