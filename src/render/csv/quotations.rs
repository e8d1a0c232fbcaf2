//! `quotations.csv`: the words in quotation marks that are speech, with who says them.

use serde::Serialize;

use super::cell::Words;
use super::table;
use crate::render::page::Page;
use crate::{Profile, Quotation, Report};

#[derive(Default, Serialize)]
struct Row<'a> {
    document: Words<'a>,
    quotation: usize,
    sentence: usize,
    start: usize,
    end: usize,
    mode: &'static str,
    cue: Words<'a>,
    source: Words<'a>,
    speaker: Words<'a>,
    side: Words<'a>,
    text: Words<'a>,
}

/// Prints `quotations.csv`.
#[must_use]
pub fn quotations(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.analyses.iter().flat_map(|analysis| {
        let page = Page::new(analysis, profile);
        let numbered = analysis.quotations.iter().enumerate();
        numbered.filter_map(move |(n, quotation)| row(&page, n, quotation))
    }))
}

fn row<'a>(page: &Page<'a>, n: usize, quotation: &Quotation) -> Option<Row<'a>> {
    let attribution = page.analysis.attributions.get(quotation.attribution)?;
    let [start, end] = page.characters(quotation.span);
    Some(Row {
        document: page.analysis.document.id.as_str().into(),
        quotation: n + 1,
        sentence: quotation.sentence + 1,
        start,
        end,
        mode: attribution.mode.name(),
        cue: page.words(attribution.cue).into(),
        source: page.words(attribution.source).into(),
        speaker: page.speaker(attribution.speaker).into(),
        side: page.side(attribution.side).into(),
        text: quotation.span.of(page.text).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn a_quotation_says_who_and_where_in_characters() {
        let table = quotations(&example::report(), Profile::inspection());
        let expected = "document,quotation,sentence,start,end,mode,cue,source,speaker,side,text\n\
                        zoe,1,2,16,28,direct,said,she,Zoë Smith,council,\"We did well,\"\n";
        assert_eq!(String::from_utf8(table).unwrap(), expected);
    }
}
