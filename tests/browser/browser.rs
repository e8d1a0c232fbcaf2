//! The one browser of these tests, and what it needs: found or installed by the script `setup` beside this file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex, Weak};
use std::time::Duration;

use headless_chrome::{Browser, LaunchOptions};

/// How long anything may take before a test gives up; a loaded machine is slow.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

const FLAGS: [&str; 5] = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
];

/// What the script `setup` found or installed.
pub(crate) struct Tools {
    browser: PathBuf,
    /// The accessibility checker, one file of JavaScript.
    pub(crate) axe: PathBuf,
}

/// `None` where the user asked for no browser.
pub(crate) fn tools() -> Option<&'static Tools> {
    static TOOLS: LazyLock<Option<Tools>> = LazyLock::new(|| {
        if std::env::var_os("SLANTWISE_NO_BROWSER").is_some() {
            return None;
        }
        Some(set_up())
    });
    if TOOLS.is_none() {
        println!("skipped: SLANTWISE_NO_BROWSER is set");
    }
    TOOLS.as_ref()
}

fn set_up() -> Tools {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let script = project.join("tests/browser/setup");
    let output = Command::new(&script).env("CARGO_TARGET_DIR", target).output().unwrap();
    assert!(
        output.status.success(),
        "{} failed:\n{}\nset CHROME to the path of a browser, or SLANTWISE_NO_BROWSER=1 to skip these tests",
        script.display(),
        String::from_utf8_lossy(&output.stderr),
    );
    let printed = String::from_utf8(output.stdout).unwrap();
    let mut paths = printed.lines().map(PathBuf::from);
    Tools { browser: paths.next().unwrap(), axe: paths.next().unwrap() }
}

/// The browser that other tests use right now, or a new one; it closes with the last test that holds it.
pub(crate) fn shared(tools: &Tools) -> Arc<Browser> {
    static SHARED: Mutex<Weak<Browser>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(browser) = shared.upgrade() {
        return browser;
    }
    let browser = Arc::new(start(tools));
    *shared = Arc::downgrade(&browser);
    browser
}

fn start(tools: &Tools) -> Browser {
    let options = LaunchOptions {
        path: Some(tools.browser.clone()),
        sandbox: false,
        window_size: Some((1280, 900)),
        idle_browser_timeout: PATIENCE,
        args: FLAGS.iter().map(OsStr::new).collect(),
        ..LaunchOptions::default()
    };
    let browser = Browser::new(options).expect("the browser starts; set CHROME to choose another one");
    browser.set_default_timeout(PATIENCE);
    browser
}
