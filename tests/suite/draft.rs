//! `insats init`: what is drafted from exports alone, held against what people declared.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::run::init;
use insats::study::Study;
use toml::{Table, Value};

use crate::support::{copy_folder, project};

/// A copy of the shipped study's folder without its declarations, beside the codebook.
fn exports_alone(folder: &Path) -> PathBuf {
    let study = folder.join("input/exports");
    copy_folder(&project("input/lagesrapport-2024"), &study);
    for name in ["study.toml", "report.toml", "README.md"] {
        fs::remove_file(study.join(name)).expect("a declaration");
    }
    fs::create_dir_all(folder.join("codebook")).expect("a folder");
    fs::copy(project("codebook/psykisk-halsa.json"), folder.join("codebook/psykisk-halsa.json")).expect("the codebook");
    study
}

fn parsed(path: &Path) -> Table {
    fs::read_to_string(path).expect("a file").parse().expect("valid TOML")
}

/// Every declared value by its path; a shared scale counts as its answers, lists as one value.
fn declared(study: &Table) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let no_scales = Table::new();
    let scales = study.get("scale").and_then(Value::as_table).unwrap_or(&no_scales);
    for (key, value) in study.iter().filter(|(key, _)| *key != "scale") {
        match value {
            Value::Array(sections) if sections.iter().all(Value::is_table) => {
                for section in sections {
                    let section = section.as_table().expect("a table");
                    flatten(&format!("{key}[{}]", name_of(section)), section, scales, &mut all);
                }
            }
            Value::Table(section) => flatten(key, section, scales, &mut all),
            value => {
                all.insert(key.clone(), value.to_string());
            }
        }
    }
    all
}

/// What tells one section from another: the file and the sheet, or the export.
fn name_of(section: &Table) -> String {
    ["file", "sheet"].iter().filter_map(|key| section.get(*key)?.as_str()).collect::<Vec<_>>().join("/")
}

fn flatten(path: &str, table: &Table, scales: &Table, all: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let inner = format!("{path}.{key}");
        match value {
            Value::Table(table) => flatten(&inner, table, scales, all),
            Value::String(scale) if key == "scale" => {
                let answers = scales.get(scale).and_then(|s| s.get("answers")).expect("the scale");
                all.insert(format!("{path}.answers"), answers.to_string());
            }
            // Placeholders are a set.
            Value::Array(items) if key == "placeholders" => {
                for item in items {
                    all.insert(format!("{inner}[{item}]"), String::new());
                }
            }
            value => {
                all.insert(inner, value.to_string());
            }
        }
    }
}

#[test]
fn nine_of_ten_declared_fields_are_drafted_from_the_exports_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = exports_alone(folder.path());
    init(&study, None, false).expect("a draft");
    Study::load(&study).unwrap_or_else(|messages| panic!("{}", crate::support::shown(&messages)));

    let shipped = declared(&parsed(&project("input/lagesrapport-2024/study.toml")));
    let drafted = declared(&parsed(&study.join("study.toml")));
    let count = |all: &dyn Fn(&str) -> bool| {
        let wanted: Vec<_> = shipped.iter().filter(|(path, _)| all(path)).collect();
        let other: Vec<_> = wanted
            .iter()
            .filter(|(path, value)| drafted.get(*path) != Some(value))
            .map(|(path, value)| format!("{path}\n    shipped {value}\n    drafted {:?}", drafted.get(*path)))
            .collect();
        (wanted.len(), other)
    };
    let of_exports = |path: &str| path.starts_with("survey");
    for all in [&of_exports as &dyn Fn(&str) -> bool, &|_| true] {
        let (wanted, other) = count(all);
        assert!(wanted >= 200, "only {wanted} fields were compared");
        assert!(other.len() * 10 <= wanted, "{} of {wanted} differ:\n{}", other.len(), other.join("\n"));
        if std::env::var_os("SHOW_DRAFT").is_some() {
            eprintln!("{} of {wanted} differ:\n{}\n", other.len(), other.join("\n"));
        }
    }
}
