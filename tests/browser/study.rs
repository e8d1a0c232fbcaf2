//! The reports under test, made by the real binary: each once, into a folder of its own.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use csv::StringRecord;

/// A folder that the program wrote.
pub(crate) struct Study {
    pub(crate) folder: PathBuf,
}

impl Study {
    /// The four invented articles of the example.
    pub(crate) fn calderwick() -> &'static Self {
        static CALDERWICK: LazyLock<Study> = LazyLock::new(|| {
            let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles/calderwick/study.toml");
            Study::of(&study, "calderwick")
        });
        &CALDERWICK
    }

    /// Runs the program on a study file.
    pub(crate) fn of(study: &Path, name: &str) -> Self {
        let folder = Self::place("made").join(name);
        let _ = fs::remove_dir_all(&folder);
        let run = Command::new(env!("CARGO_BIN_EXE_slantwise"))
            .args([OsStr::new("compare"), study.as_os_str(), OsStr::new("--out"), folder.as_os_str()])
            .arg("--quiet")
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        Self { folder }
    }

    /// A folder for files of these tests, below the folder that cargo gives them.
    pub(crate) fn place(name: &str) -> PathBuf {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
        fs::create_dir_all(&place).unwrap();
        place
    }

    pub(crate) fn address(&self) -> String {
        format!("file://{}", self.folder.join("report.html").display())
    }

    pub(crate) fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn sentences(&self) -> Sentences {
        let mut reader = csv::Reader::from_path(self.folder.join("sentences.csv")).unwrap();
        let header = reader.headers().unwrap().clone();
        Sentences { header, rows: reader.records().map(Result::unwrap).collect() }
    }
}

/// `sentences.csv`, by row number and column name.
pub(crate) struct Sentences {
    header: StringRecord,
    rows: Vec<StringRecord>,
}

impl Sentences {
    pub(crate) fn cell(&self, row: usize, column: &str) -> &str {
        let position = self.header.iter().position(|name| name == column).unwrap();
        &self.rows[row][position]
    }
}
