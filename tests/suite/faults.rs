//! Whatever goes wrong outside the program, the old output stays whole, and nothing is left behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use insats::render::Format;
use insats::run::{Failure, Options, Stage, run};

use crate::support::{copy_folder, files, not_allowed, project};

/// A study of two regions in a folder of its own, run once.
struct Place {
    folder: tempfile::TempDir,
    before: BTreeMap<String, Vec<u8>>,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut place = Self { folder, before: BTreeMap::new() };
        copy_folder(&project("tests/formats/files"), &place.study());
        for name in ["codebook.json", "medel.csv", "report.toml"] {
            fs::copy(project("tests/formats").join(name), place.study().join(name)).expect("a file");
        }
        let declared = fs::read_to_string(project("tests/formats/study.toml")).expect("study.toml");
        let declared = declared.replace("{file}", "komma.csv").replace("{keys}", "");
        fs::write(place.study().join("study.toml"), declared).expect("study.toml");
        assert_eq!(place.run(&place.out()).status.code(), Some(0));
        place.before = files(&place.out());
        place
    }

    fn study(&self) -> PathBuf {
        self.folder.path().join("studie")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn command(&self, out: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
        command.arg("run").arg(self.study()).arg("--out").arg(out).args(["--formats", "csv,txt", "--threads", "2"]);
        command
    }

    fn run(&self, out: &Path) -> Output {
        self.command(out).output().expect("the program")
    }

    /// The old output is whole, and nothing stands beside it.
    fn is_untouched(&self) {
        assert_eq!(files(&self.out()), self.before);
        let mut left: Vec<_> =
            fs::read_dir(self.folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
        left.sort();
        assert_eq!(left, ["out", "studie"], "something was left behind");
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn two_runs_into_one_folder() {
    let place = Place::new();
    // The lock that a run holds from beginning to end.
    let running = insats::output::Transaction::begin(&place.out()).expect("a transaction");
    let second = place.run(&place.out());
    assert_eq!(second.status.code(), Some(2));
    assert!(said(&second).contains("another run is writing to"), "{}", said(&second));
    assert_eq!(files(&place.out()), place.before);
    drop(running);
    place.is_untouched();
    // Many at once: each is done or is told to wait.
    let children: Vec<_> = (0..6)
        .map(|_| place.command(&place.out()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program"))
        .collect();
    let codes: Vec<_> = children.into_iter().map(|mut child| child.wait().expect("an end").code()).collect();
    assert!(codes.contains(&Some(0)) && codes.iter().all(|code| matches!(code, Some(0 | 2))), "{codes:?}");
    place.is_untouched();
}

#[test]
fn a_file_that_changes_while_it_is_read() {
    let place = Place::new();
    let mut watch = insats::read::Watch::default();
    let export = place.study().join("komma.csv");
    watch.add("komma.csv", &export);
    watch.add("saknas.csv", &place.study().join("saknas.csv"));
    assert!(watch.changed().is_empty());
    fs::write(&export, "Id\n").expect("a file");
    fs::write(place.study().join("saknas.csv"), "").expect("a file");
    assert_eq!(watch.changed(), ["komma.csv", "saknas.csv"]);
}

#[test]
fn a_run_whose_input_changes_writes_nothing() {
    for (file, moment) in
        [("komma.csv", Stage::Coding), ("report.toml", Stage::Drawing), ("study.toml", Stage::Writing)]
    {
        let place = Place::new();
        let export = place.study().join(file);
        let text = fs::read(&export).expect("a file");
        let save = |stage: Stage| {
            if stage == moment {
                fs::write(&export, [text.as_slice(), b"\n"].concat()).expect("a file");
            }
        };
        let options = Options { out: Some(place.out()), formats: vec![Format::Csv], ..Options::default() };
        match run(&place.study(), &options, &save) {
            Err(Failure::Changed(files)) => assert_eq!(files, [file]),
            other => panic!("{other:?}"),
        }
        place.is_untouched();
    }
}

#[test]
fn a_target_that_cannot_be_written() {
    let place = Place::new();
    let not_a_folder = place.study().join("medel.csv").join("out");
    let output = place.run(&not_a_folder);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("cannot create") || said(&output).contains("exists"), "{}", said(&output));
    place.is_untouched();
    if cfg!(target_os = "linux") {
        // No file can be made there, not even by root.
        let output = place.run(Path::new("/proc/insats-out"));
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("cannot create /proc/"), "{}", said(&output));
    }
}

#[test]
fn an_old_folder_that_was_left_aside_is_put_back() {
    // A file system that cannot exchange two folders renames twice; this is what a run that is killed in between leaves.
    let place = Place::new();
    fs::rename(place.out(), place.folder.path().join(".out.insats-old")).expect("a folder");
    let transaction = insats::output::Transaction::begin(&place.out()).expect("a transaction");
    drop(transaction);
    place.is_untouched();
}

#[cfg(target_os = "linux")]
const MAY_NOT_MOUNT: &str = "this user may not mount a small file system; run the tests as root";

/// Mounts a small file system in memory; `None` where this user may not.
#[cfg(target_os = "linux")]
fn mounted(at: &Path, options: &str) -> Option<Mounted> {
    fs::create_dir_all(at).expect("a folder");
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output().ok()?;
    mount.status.success().then(|| Mounted(at.to_owned()))
}

#[cfg(target_os = "linux")]
struct Mounted(PathBuf);

#[cfg(target_os = "linux")]
impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let place = Place::new();
    let disk = place.folder.path().join("disk");
    // Room for the lock and two files, and for the old output beside them.
    let Some(mounted) = mounted(&disk, "size=128k") else {
        return not_allowed("a disk that is full", MAY_NOT_MOUNT);
    };
    let out = disk.join("out");
    let mut command = place.command(&out);
    assert_eq!(command.output().expect("the program").status.code(), Some(0), "there is room for one run");
    let old = files(&out);
    fs::write(disk.join("fyllnad"), vec![0; 128 * 1024]).expect_err("a full disk");
    let output = place.run(&out);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("the disk is full"), "{}", said(&output));
    assert_eq!(files(&out), old);
    let mut left: Vec<_> = fs::read_dir(&disk).expect("a folder").flatten().map(|e| e.file_name()).collect();
    left.sort();
    assert_eq!(left, ["fyllnad", "out"], "something was left behind");
    drop(mounted);
}

#[cfg(target_os = "linux")]
#[test]
fn a_target_that_is_read_only() {
    let place = Place::new();
    let disk = place.folder.path().join("disk");
    let Some(mounted) = mounted(&disk, "size=1m,ro") else {
        return not_allowed("a target that is read-only", MAY_NOT_MOUNT);
    };
    let output = place.run(&disk.join("out"));
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("the disk can only be read"), "{}", said(&output));
    drop(mounted);
}
