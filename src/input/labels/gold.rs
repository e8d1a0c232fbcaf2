//! `NAME.gold.jsonl`: a JSON object for each unit, as `tests/gold` has them.

use super::Read;
use super::check::Target;
use crate::Error;
use crate::evaluate::GoldUnit;

/// The labels of a gold file.
pub(super) fn read(target: &Target, lines: &str) -> Result<Read, Error> {
    let units = GoldUnit::numbered(target.path(), lines)?;
    for (line, unit) in &units {
        check(target, *line, unit)?;
    }
    Ok(Read { labels: target.in_order(units)?.into(), n_blank: 0, notices: Vec::new() })
}

fn check(target: &Target, line: usize, unit: &GoldUnit) -> Result<(), Error> {
    let there = target.slice(line, unit.place())?;
    if !there.iter().copied().eq(unit.text.chars()) {
        return Err(target.other_words(line, there, &unit.text));
    }
    target.kind(line, &unit.kind)?;
    target.mode(line, &unit.mode)?;
    target.side(line, "side", &unit.side)?;
    for side in &unit.accept {
        target.side(line, "accept", side)?;
    }
    target.valence(line, unit.valence.unwrap_or_default())?;
    let outside = |(start, end): &&(usize, usize)| *start < unit.start || unit.end < *end || end <= start;
    unit.quotes.iter().find(outside).map_or(Ok(()), |(start, end)| {
        let found = format!("the quotation from {start} to {end} lies outside its unit");
        let (from, to) = unit.place();
        Err(target.error(line, format!("{found}, expected it within {from} and {to}")))
    })
}
