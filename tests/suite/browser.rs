//! The page in a real browser. What is checked stands in `tests/browser`; here it is started, where it can be.
//!
//! Needs Chromium, Node and the packages of `tests/browser` (`npm ci` there). Without them the test says that it skipped
//! them; with `INSATS_BROWSER` set to a browser, or `CI`, as `.ci/run` does, whatever is missing is a failure.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use insats::render::Format;
use insats::run::{Options, run};
use insats::study::CsvForm;

use crate::support::{project, run_ok, skipped};

/// Where systems put the browser.
const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// The browser, where it and all that tests in it need are there; else the test is skipped, or fails.
pub fn found(test: &str) -> Option<PathBuf> {
    let required = std::env::var_os("INSATS_BROWSER").map(PathBuf::from);
    let browser = required.clone().or_else(|| BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file()));
    let packages = project("tests/browser/node_modules/playwright-core").is_dir();
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    let missing = match &browser {
        None => Some("no Chromium was found"),
        Some(_) if !node => Some("no Node was found"),
        Some(_) if !packages => Some("the packages of tests/browser are not installed (npm ci)"),
        Some(_) => None,
    };
    let Some(missing) = missing else { return browser };
    assert!(required.is_none(), "{missing}");
    skipped(test, missing);
    None
}

#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = found("the page in a browser") else { return };
    let formats = [Format::Html, Format::Csv, Format::Svg];
    let (study, _) = run_ok(&project("input/lagesrapport-2024"), &formats);
    let (hostile, _) = run_ok(&project("tests/cases/hostile-texts"), &formats);
    // The page offers the files of both kinds of runs.
    let for_excel = Options {
        out: Some(study.path().join("out-excel")),
        formats: vec![Format::Csv],
        csv: Some(CsvForm::ExcelSwedish),
        ..Options::default()
    };
    assert!(run(&project("input/lagesrapport-2024"), &for_excel, &|_| {}).is_ok());
    check(&browser, &study.path().join("out"), &hostile.path().join("out"));
}

fn check(browser: &Path, study: &Path, hostile: &Path) {
    let output = Command::new("node")
        .arg(project("tests/browser/run.mjs"))
        .args([study, hostile])
        .env("INSATS_BROWSER", browser)
        .output()
        .expect("node");
    let told = String::from_utf8_lossy(&output.stdout);
    let measured = told.lines().filter(|line| line.contains("interactive after"));
    measured.for_each(|line| drop(writeln!(std::io::stderr(), "{line}")));
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
}
