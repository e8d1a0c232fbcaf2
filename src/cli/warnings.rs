//! What a user should know of a run that went well all the same.

use std::collections::BTreeSet;

use slantwise::input::Loaded;
use slantwise::{Analysis, Kind, Report};

use super::compare::Options;

/// All warnings of a run, in the order of the input.
pub(super) fn warnings(options: &Options, loaded: &[Loaded], report: &Report) -> Vec<String> {
    let mut warnings: Vec<String> = loaded.iter().filter_map(encoding).collect();
    warnings.extend(report.analyses.iter().filter_map(nothing_to_read));
    warnings.extend(same_name(loaded));
    let names = options
        .common
        .speakers
        .iter()
        .filter_map(|pair| pair.rsplit_once('='));
    warnings.extend(names.filter_map(|(name, _)| nobody(name.trim(), report)));
    warnings
}

/// Old encodings cannot be told apart with certainty.
fn encoding(article: &Loaded) -> Option<String> {
    let encoding = article.decoding.encoding;
    let is_certain = encoding.starts_with("UTF-") && !article.decoding.had_errors;
    let path = &article.source;
    (!is_certain)
        .then(|| format!("`{path}` is not UTF-8 and was read as {encoding}; check its quotation marks"))
}

fn nothing_to_read(analysis: &Analysis) -> Option<String> {
    let has_body = analysis.passages.iter().any(|passage| passage.kind == Kind::Body);
    (!has_body).then(|| format!("`{}` holds no sentence of running text", analysis.document.id))
}

/// Two articles of one name could not be told apart in the tables.
fn same_name(loaded: &[Loaded]) -> Option<String> {
    let mut seen = BTreeSet::new();
    let twice = loaded
        .iter()
        .map(|article| &article.document.id)
        .find(|id| !seen.insert(*id))?;
    Some(format!(
        "several articles are called `{twice}`; the tables cannot tell them apart"
    ))
}

/// A name of `--speaker` that no article knows is likely to be misspelt.
fn nobody(name: &str, report: &Report) -> Option<String> {
    let wanted = name.to_lowercase();
    let is_known = report.speakers.iter().any(|speaker| {
        let known = speaker.name.to_lowercase();
        known.contains(&wanted) || wanted.contains(&known)
    });
    (!is_known).then(|| format!("`--speaker`: nobody called `{name}` speaks in these articles"))
}
