//! The files of a run: tables, charts, and how it came about.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::input::Loaded;
use slantwise::output::{File, RUN_FILE};
use slantwise::render::chart::{self, Chart};
use slantwise::render::{csv, html, json};
use slantwise::{Analysis, Profile, Report, framing};

use super::compare::Options;
use super::warnings::warnings;

/// The page that people open first.
pub(crate) const REPORT_FILE: &str = "report.html";

/// All files of a run of `compare`, `run.json` as the last one.
pub(crate) fn files(options: &Options, report: &Report, loaded: &[Loaded], profile: &Profile) -> Vec<File> {
    let tables = tables(report, profile);
    let charts = chart::charts(report);
    let offered: Vec<(&str, &[u8])> =
        tables.iter().map(|table| (table.name.as_str(), table.bytes.as_slice())).collect();
    let page = file(REPORT_FILE, html::report(report, profile, &charts, &offered));
    let mut files = tables;
    files.extend(pictures(&charts));
    files.push(page);
    let mut run = run(options, report, loaded, profile);
    run.files = files.iter().map(|file| file.name.clone()).collect();
    run.files.push(RUN_FILE.to_owned());
    run.files.sort();
    files.push(file(RUN_FILE, json::run(&run)));
    files
}

fn file(name: &str, bytes: Vec<u8>) -> File {
    File { name: name.to_owned(), bytes }
}

fn tables(report: &Report, profile: &Profile) -> Vec<File> {
    vec![
        file("sentences.csv", csv::sentences(report, profile)),
        file("quotations.csv", csv::quotations(report, profile)),
        file("speakers.csv", csv::speakers(report, profile)),
        file("sides.csv", csv::sides(report, profile)),
        file("contrasts.csv", csv::contrasts(report, profile)),
        file("aspects.csv", csv::aspects(report, profile)),
        file("findings.csv", csv::findings(report, profile)),
        file("frames.csv", csv::frames(report, profile)),
        file("framing.csv", csv::framing(report, profile)),
        file("outlets.csv", csv::outlets(report, profile)),
        file("words.csv", csv::words(report, profile)),
        file("ledger.csv", csv::ledger(report, profile)),
    ]
}

/// Each chart as a drawing and as a picture.
fn pictures(charts: &[Chart]) -> Vec<File> {
    let both = |chart: &Chart| {
        let png = chart::png(&chart.svg).map(|png| file(&format!("{}.png", chart.name), png));
        let svg = file(&format!("{}.svg", chart.name), chart.svg.clone().into_bytes());
        std::iter::once(svg).chain(png)
    };
    charts.par_iter().flat_map_iter(both).collect()
}

fn run(options: &Options, report: &Report, loaded: &[Loaded], profile: &Profile) -> json::Run {
    json::Run {
        slantwise: env!("CARGO_PKG_VERSION").to_owned(),
        arguments: arguments(options),
        profile: json::ProfileUsed { name: profile.name.clone(), sha256: profile.digest().to_owned() },
        inputs: loaded
            .iter()
            .zip(&report.analyses)
            .map(|(loaded, analysis)| input(loaded, analysis, profile))
            .collect(),
        counts: json::counts(report, profile),
        notes: report.notes.clone(),
        methods: (&report.methods).into(),
        warnings: warnings(options, loaded, report, profile),
        files: Vec::new(),
    }
}

/// The options that change a result.
fn arguments(options: &Options) -> json::Arguments {
    let common = &options.common;
    json::Arguments {
        command: "compare".to_owned(),
        inputs: common.inputs.iter().map(|input| input.display().to_string()).collect(),
        speakers: common.known.speakers.clone(),
        administration: common.known.administration.clone(),
        narrator: common.known.narrator.clone(),
        titles: options.titles,
        scorer: options.scorer.name().to_owned(),
        seed: options.seed,
    }
}

fn input(loaded: &Loaded, analysis: &Analysis, profile: &Profile) -> json::Input {
    let used = |applied: &framing::Applied| json::FrameworkUsed {
        id: profile.framing.frameworks()[applied.framework].id.clone(),
        evidence: applied.evidence.clone(),
    };
    json::Input {
        document: loaded.document.id.clone(),
        path: loaded.source.display().to_string(),
        sha256: loaded.sha256.clone(),
        bytes: loaded.n_bytes,
        encoding: loaded.decoding.encoding.to_owned(),
        byte_order_mark: loaded.decoding.had_bom,
        briefing: json::Briefed::of(&loaded.document, profile),
        framework: analysis.framework.as_ref().map(used),
    }
}
