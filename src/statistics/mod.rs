//! Statistics, one method a file, each with its source and a fixture.
