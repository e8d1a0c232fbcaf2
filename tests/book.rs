//! The pages of `docs/` and the README: each command line in them runs, and prints what the page shows.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A command of a page, and the lines that the page shows below it.
struct Example {
    command: String,
    shown: Vec<String>,
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// README and all pages of the book.
fn pages() -> Vec<PathBuf> {
    let folder = fs::read_dir(repository().join("docs")).unwrap();
    let mut pages: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "md"));
    pages.push(repository().join("README.md"));
    pages.sort();
    pages
}

/// The commands in blocks of code, and those in a running text that name what they work on.
fn examples(page: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut in_code = false;
    for line in page.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            let spans = line.split('`').skip(1).step_by(2);
            let working = spans.filter(|span| span.starts_with("slantwise ") && works_on_something(span));
            found.extend(working.map(|span| Example { command: span.to_owned(), shown: Vec::new() }));
        } else if let Some(command) = line.strip_prefix("$ ").filter(|line| line.starts_with("slantwise ")) {
            found.push(Example { command: command.to_owned(), shown: vec![String::new()] });
        } else if line.starts_with("slantwise ") {
            let command = line.split("  #").next().unwrap().trim().to_owned();
            found.push(Example { command, shown: Vec::new() });
        } else if let Some(shown) =
            found.last_mut().map(|example| &mut example.shown).filter(|it| !it.is_empty())
        {
            match line.trim() {
                "…" => shown.push(String::new()),
                _ => *shown.last_mut().unwrap() += &format!("{line}\n"),
            }
        }
    }
    found
}

/// Whether a command line goes on after the name of the command.
fn works_on_something(command: &str) -> bool {
    let words: Vec<&str> = command.split(' ').collect();
    let n_names = if words[1] == "profile" { 3 } else { 2 };
    words.get(n_names).is_some_and(|word| !word.starts_with('-'))
}

/// A folder with what the pages take for granted: articles, and the repository's own files under their paths.
fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let articles = repository().join("tests/articles/calderwick");
    copy(&articles, &place.path().join("tests/articles/calderwick"), "");
    copy(&articles, &place.path().join("articles"), ".txt");
    fs::copy(articles.join("gazette.txt"), place.path().join("article.txt")).unwrap();
    for labelled in ["gold", "gold-more"] {
        copy(&repository().join("tests").join(labelled), &place.path().join("tests").join(labelled), "");
    }
    // Two people have filled the same sheets.
    for coder in ["anna", "ben"] {
        copy(&repository().join("tests/gold"), &place.path().join(coder), "");
    }
    place
}

fn copy(from: &Path, to: &Path, ending: &str) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let name = entry.file_name();
        if name.to_string_lossy().ends_with(ending) {
            fs::copy(entry.path(), to.join(name)).unwrap();
        }
    }
}

/// A script of one line in which `slantwise` is the program.
fn run(command: &str, place: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_slantwise")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let output =
        Command::new("sh").args(["-c", command]).current_dir(place).env("PATH", path).output().unwrap();
    assert!(output.status.success(), "`{command}` failed: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Words in their order, without what depends on the width of the terminal.
fn words(text: &str) -> String {
    text.split_whitespace().filter(|word| !matches!(*word, "│" | "└")).collect::<Vec<_>>().join(" ")
}

/// Runs the examples of a page in their order, in one folder.
fn check(page: &Path) {
    let place = place();
    for Example { command, shown } in examples(&fs::read_to_string(page).unwrap()) {
        let printed = words(&run(&command, place.path()));
        let mut rest = printed.as_str();
        for part in shown.iter().map(|part| words(part)) {
            let at = rest.find(&part);
            assert!(at.is_some(), "{}: `{command}` does not print\n{part}\nbut\n{rest}", page.display());
            rest = &rest[at.unwrap() + part.len()..];
        }
        if command.contains("coding-sheet") {
            // The sheets are filled by hand, as the page asks.
            fs::remove_dir_all(place.path().join("coding")).unwrap();
            copy(&repository().join("tests/gold"), &place.path().join("coding"), "");
        }
    }
}

#[test]
fn every_command_of_every_page_runs_and_prints_what_is_shown() {
    std::thread::scope(|scope| {
        for page in pages() {
            scope.spawn(move || check(&page));
        }
    });
}

#[test]
fn pages_that_teach_the_program_show_commands() {
    for (page, least) in
        [("README.md", 8), ("docs/tutorial.md", 6), ("docs/profiles.md", 4), ("docs/report.md", 1)]
    {
        let n = examples(&fs::read_to_string(repository().join(page)).unwrap()).len();
        assert!(n >= least, "{page}: {n}");
    }
}

#[test]
fn the_summary_lists_every_page() {
    let summary = fs::read_to_string(repository().join("docs/SUMMARY.md")).unwrap();
    for page in pages().iter().filter(|page| page.parent().unwrap().ends_with("docs")) {
        let name = page.file_name().unwrap().to_string_lossy();
        assert!(name == "SUMMARY.md" || summary.contains(&format!("({name})")), "{name}");
    }
}

#[test]
fn links_lead_to_files_that_are_there() {
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap();
            let is_here = file.is_empty() || file.contains("://") || page.with_file_name(file).exists();
            assert!(is_here, "{}: {target}", page.display());
        }
    }
}
