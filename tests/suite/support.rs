//! What several tests need: running a study, reading its files.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use insats::render::Format;
use insats::run::{Failure, Options, Summary, run};

/// A folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The folders of the shipped studies.
pub fn studies() -> Vec<PathBuf> {
    let entries = fs::read_dir(project("input")).expect("studies").flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|folder| folder.join("study.toml").is_file()).collect();
    folders.sort();
    folders
}

/// Says that a test did nothing, because this machine lacks what it needs. In CI (`CI` is set) that is a failure: there
/// everything is installed.
pub fn skipped(test: &str, missing: &str) {
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false");
    assert!(!in_ci, "{test} cannot be skipped in CI: {missing}");
    not_allowed(test, missing);
}

/// Says that a test did nothing for want of a right that no set-up can give, as that to mount a disk; also in CI.
pub fn not_allowed(test: &str, missing: &str) {
    // Past the capture of tests that pass: who runs them must see that this one did nothing.
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: {missing}");
}

/// Everything that is not drawn.
pub const UNDRAWN: [Format; 4] = [Format::Csv, Format::Txt, Format::Xlsx, Format::Parquet];

/// Runs a study into a folder.
pub fn run_into(study: &Path, out: &Path, formats: &[Format]) -> Result<Summary, Failure> {
    let options = Options { out: Some(out.to_owned()), formats: formats.to_vec(), ..Options::default() };
    run(study, &options, &|_| {})
}

/// Runs a study that must succeed, and returns its output folder.
pub fn run_ok(study: &Path, formats: &[Format]) -> (tempfile::TempDir, Summary) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    match run_into(study, &folder.path().join("out"), formats) {
        Ok(summary) => (folder, summary),
        Err(Failure::Input(messages)) => panic!("{}", shown(&messages)),
        Err(other) => panic!("{other:?}"),
    }
}

/// All messages, as the console shows them.
pub fn shown(messages: &insats::diagnostic::Diagnostics) -> String {
    messages.clone().for_console(true).sorted().iter().map(|m| format!("{m}\n")).collect()
}

/// A CSV file as one map per row.
pub fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// Every file below a folder with its bytes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
                all.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    all
}

/// Writes a small study: its files, and a codebook of the project under a name.
pub fn write_study<'f>(
    folder: &Path,
    (codebook, name): (&str, &str),
    files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
) {
    fs::create_dir_all(folder).expect("a folder");
    fs::copy(project(codebook), folder.join(name)).expect("the codebook");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// Copies a folder.
pub fn copy_folder(from: &Path, to: &Path) {
    copy_alone(from, to);
    // A study may name another that lies beside it.
    let study = fs::read_to_string(from.join("study.toml")).unwrap_or_default();
    for other in study.lines().filter_map(|line| line.strip_prefix("study = \"../")) {
        let other = other.trim_end_matches('"');
        if !to.with_file_name(other).exists() {
            copy_alone(&from.with_file_name(other), &to.with_file_name(other));
        }
    }
}

fn copy_alone(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// A domain of the shipped codebook.
pub fn domain_of_codebook(word: &str) -> insats::codebook::Domain {
    static BOOK: std::sync::LazyLock<insats::codebook::Codebook> = std::sync::LazyLock::new(|| {
        let path = project("codebook/psykisk-halsa.json");
        insats::codebook::Codebook::load(&path, "psykisk-halsa.json").expect("the codebook")
    });
    BOOK.domain(word).expect("a domain")
}
