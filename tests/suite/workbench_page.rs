//! The coding page in a real browser, served by the program. What is checked stands in `tests/browser/workbench`; here its
//! studies are made. It needs what `browser` needs, and is skipped where that is.

use std::fs;
use std::path::Path;
use std::process::Command;

use insats::render::Format;
use serde_json::json;

use crate::browser;
use crate::support::{copy_folder, project, run_ok};

#[test]
fn the_coding_page_works_in_a_browser() {
    let Some(browser) = browser::found("the coding page in a browser") else { return };
    let place = tempfile::tempdir().expect("a folder");
    // As far from its codebook as the shipped study is.
    copy_folder(&project("codebook"), &place.path().join("codebook"));
    let studies = place.path().join("studies");
    for name in ["study", "rules", "doubled", "keys", "killed"] {
        uncoded(&project("input/lagesrapport-2024"), &studies.join(name));
    }
    uncoded(&project("tests/cases/hostile-texts"), &studies.join("hostile"));
    assign(&studies.join("doubled"));
    let (coded, _) = run_ok(&project("input/lagesrapport-2024"), &[Format::Csv]);
    fs::copy(coded.path().join("out/data/codings.csv"), studies.join("codings.csv")).expect("what people coded");
    let output = Command::new("node")
        .arg(project("tests/browser/workbench/run.mjs"))
        .arg(env!("CARGO_BIN_EXE_insats"))
        .arg(&studies)
        .env("INSATS_BROWSER", browser)
        .output()
        .expect("node");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
}

/// A copy of a study without the sheets that it was coded in, and what follows from them.
fn uncoded(from: &Path, to: &Path) {
    copy_folder(from, to);
    let path = to.join("study.toml");
    let declared = fs::read_to_string(&path).expect("study.toml");
    let mut tables = declared.split("\n[");
    let first = tables.next().expect("keys before the tables").to_owned();
    let kept = tables.filter(|table| !table.starts_with("[coding]") && !table.starts_with("held_back]"));
    fs::write(&path, kept.fold(first, |all, table| all + "\n[" + table)).expect("study.toml");
}

/// Two interventions that Anna and Bo both code, and one that is Anna's alone and looks the same to her.
fn assign(study: &Path) {
    let folder = study.join("decisions");
    fs::create_dir_all(&folder).expect("a folder");
    let assigned = json!({
        "who": "Lead", "when": "2026-03-01T08:00:00Z", "why": "w",
        "assign": { "Anna": ["BUR-001-1", "BUR-001-2", "BUR-001-3"], "Bo": ["BUR-001-1", "BUR-001-2"] },
        "plain": ["BUR-001-3"],
    });
    let lines = format!("{}\n{assigned}\n", json!({ "insats decisions": 1 }));
    fs::write(folder.join("assignments.jsonl"), lines).expect("a file");
}
