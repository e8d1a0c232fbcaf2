//! How far a long run has come: one line on the terminal that is gone when the run is.

use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A shorter run shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// The line; where standard error is no terminal, nothing is ever drawn.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    quiet: bool,
    shown: Once,
}

impl Progress {
    /// For a run over so many articles.
    pub(crate) fn new(n_articles: usize, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(n_articles as u64), ProgressDrawTarget::hidden());
        let reading = ProgressStyle::with_template("read {human_pos} of {human_len} articles");
        bar.set_style(reading.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, started: Instant::now(), quiet, shown: Once::new() }
    }

    /// One more article has been read.
    pub(crate) fn read(&self) {
        self.show();
        self.bar.inc(1);
    }

    /// What is done once all articles are read.
    pub(crate) fn stage(&self, doing: &'static str) {
        let stage = ProgressStyle::with_template("{msg} …");
        self.bar.set_style(stage.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.show();
        self.bar.set_message(doing);
        self.bar.force_draw();
    }

    fn show(&self) {
        if !self.quiet && !self.shown.is_completed() && self.started.elapsed() >= PATIENCE {
            // Articles are read on all cores: a second target would not know the line of the first.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }
}

/// Wipes the line away, where a run fails too.
impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
