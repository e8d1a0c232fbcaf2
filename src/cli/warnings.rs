//! What a user should know of a run that went well all the same.

use slantwise::input::Loaded;
use slantwise::{Analysis, Kind, Profile, Report};

use super::compare::Options;

/// All warnings of a run, in the order of the input.
pub(super) fn warnings(
    options: &Options,
    loaded: &[Loaded],
    report: &Report,
    profile: &Profile,
) -> Vec<String> {
    let mut warnings: Vec<String> = profile.warnings().to_vec();
    warnings.extend(loaded.iter().filter_map(encoding));
    warnings.extend(report.analyses.iter().filter_map(nothing_to_read));
    let names = options.common.known.speakers.iter().filter_map(|pair| pair.rsplit_once('='));
    warnings.extend(names.filter_map(|(name, _)| nobody(name.trim(), report)));
    warnings
}

/// Old encodings cannot be told apart with certainty.
pub(super) fn encoding(article: &Loaded) -> Option<String> {
    let (path, decoding) = (article.source.display(), article.decoding);
    if decoding.replaced {
        return Some(format!("`{path}`: some bytes are not {}; they became �", decoding.encoding));
    }
    let advice = "check its quotation marks, or save it as UTF-8";
    decoding.guessed.then(|| format!("`{path}` is not UTF-8 and was read as {}; {advice}", decoding.encoding))
}

fn nothing_to_read(analysis: &Analysis) -> Option<String> {
    let has_body = analysis.passages.iter().any(|passage| passage.kind == Kind::Body);
    (!has_body).then(|| format!("`{}` holds no sentence of running text", analysis.document.id))
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
