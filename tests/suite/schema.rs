//! `insats schema`: what editors mark by the schemas, held against what the decoders refuse.
//!
//! The judge is Taplo, the checker inside the editors that read the schemas; the tests skip where `.ci/install-browser` has not
//! installed it. That schema and decoder know the same keys and words is held in `src/schema`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use insats::diagnostic::Diagnostics;
use insats::run::init;
use insats::schema::Declared;
use insats::study::{STUDY_FILE, Study};
use insats::wording::Language;
use toml::{Table, Value};

use crate::support::{project, skipped};

/// Taplo, where it is installed.
fn taplo(test: &str) -> Option<PathBuf> {
    let program = project("tests/browser/node_modules/.bin/taplo");
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    let is_there = node && program.is_file();
    if !is_there {
        skipped(test, "Taplo is not installed; .ci/install-browser does");
    }
    is_there.then_some(program)
}

/// The files among those in a folder that Taplo marks.
fn marked(program: &Path, folder: &Path, schema: Option<&Path>) -> BTreeSet<String> {
    let mut command = Command::new(program);
    command.arg("lint").current_dir(folder);
    if let Some(schema) = schema {
        command.arg("--schema").arg(format!("file://{}", schema.display()));
    }
    let output = command.env("RUST_LOG", "error").output().expect("Taplo");
    let told = String::from_utf8_lossy(&output.stderr);
    let path = regex::Regex::new(r#"[^/\s"]+\.toml"#).expect("a pattern");
    let files = told.lines().filter(|line| line.contains("invalid file"));
    files.map(|line| path.find(line).expect("a file's name").as_str().to_owned()).collect()
}

/// A folder's study with its report, both without errors.
struct Sound {
    folder: PathBuf,
    study: Study,
    texts: [(Declared, String); 2],
}

impl Sound {
    fn of(folder: PathBuf) -> Option<Self> {
        let study = Study::load(&folder).ok()?;
        let text = fs::read_to_string(folder.join(STUDY_FILE)).expect("study.toml");
        let report = fs::read_to_string(study.path(&study.report.value)).ok()?;
        let sound = Self { folder, study, texts: [(Declared::Study, text), (Declared::Report, report.clone())] };
        (!sound.refuses(Declared::Report, report)).then_some(sound)
    }

    /// Whether a decoder refuses a text in place of the study's or the report's own.
    fn refuses(&self, declared: Declared, text: String) -> bool {
        match declared {
            Declared::Study => Study::parse(&self.folder, text).is_err(),
            Declared::Report => {
                let mut messages = Diagnostics::new();
                insats::report::parse(&self.study, None, text, &mut messages);
                messages.has_errors()
            }
        }
    }
}

/// The shipped studies, the cases, and the study of `tests/schema`, those without errors.
fn sound() -> Vec<Sound> {
    let below = ["input", "tests/cases"].into_iter().flat_map(|folder| {
        let entries = fs::read_dir(project(folder)).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.join(STUDY_FILE).is_file())
    });
    let mut folders: Vec<_> = below.chain([project("tests/schema")]).collect();
    folders.sort();
    let all: Vec<_> = folders.into_iter().filter_map(Sound::of).collect();
    assert!(all.len() > 40, "{}", all.len());
    all
}

/// The schema of a declaration file, in a folder.
fn written(folder: &Path, declared: Declared) -> PathBuf {
    let path = folder.join(declared.file());
    fs::write(&path, declared.schema(Language::English)).expect("a schema");
    path
}

#[test]
fn an_editor_marks_nothing_that_decodes() {
    let Some(program) = taplo("schemas in an editor") else { return };
    let all = sound();
    for (_, declared) in Declared::WORDS {
        let folder = tempfile::tempdir().expect("a folder");
        let mut count = 0;
        for one in &all {
            let (_, text) = one.texts.iter().find(|(own, _)| *own == declared).expect("a text");
            let name = one.folder.file_name().expect("a name").to_string_lossy();
            fs::write(folder.path().join(format!("{name}.toml")), text).expect("a file");
            count += 1;
        }
        let schemas = tempfile::tempdir().expect("a folder");
        let marked = marked(&program, folder.path(), Some(&written(schemas.path(), declared)));
        assert!(marked.is_empty(), "of {count}: {marked:?}");
    }
}

/// How a document is made wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    /// A key that nothing knows.
    UnknownKey,
    /// A value of another type.
    OtherType,
    /// A text that is no known word.
    OtherWord,
    /// A key that is not there.
    Gone,
}

/// Tables whose keys are free: what stands there is one place.
const FREE: [&str; 12] = [
    "areas",
    "claims_words",
    "domains",
    "english",
    "field",
    "labels",
    "measure",
    "phrase",
    "question",
    "scale",
    "set_aside",
    "text",
];

/// Every place of a document with each slip there, by what the place is and in which kind of table.
fn slips(at: &str, value: &Value, all: &mut Vec<(String, Slip, Value)>) {
    match value {
        Value::Table(table) => {
            let kind = table.get("kind").and_then(Value::as_str).unwrap_or_default();
            let mut more = table.clone();
            more.insert("no-such-key".to_owned(), Value::Integer(1));
            all.push((format!("{at}({kind})"), Slip::UnknownKey, Value::Table(more)));
            let is_free = at.rsplit('.').next().is_some_and(|last| FREE.contains(&last));
            for (key, inner) in table {
                let at = format!("{at}({kind}).{}", if is_free { "*" } else { key });
                let mut without = table.clone();
                without.remove(key);
                all.push((at.clone(), Slip::Gone, Value::Table(without)));
                let put = |new: Value| {
                    let mut table = table.clone();
                    table.insert(key.clone(), new);
                    Value::Table(table)
                };
                inside(&at, inner, put, all);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let put = |new: Value| {
                    let mut items = items.clone();
                    items[index] = new;
                    Value::Array(items)
                };
                inside(&format!("{at}[]"), item, put, all);
            }
        }
        _ => {}
    }
}

/// The slips of a value itself, and those within it.
fn inside(at: &str, value: &Value, put: impl Fn(Value) -> Value, all: &mut Vec<(String, Slip, Value)>) {
    let other = if value.is_bool() { Value::Integer(-5) } else { Value::Boolean(true) };
    all.push((at.to_owned(), Slip::OtherType, put(other)));
    if value.is_str() {
        all.push((at.to_owned(), Slip::OtherWord, put(Value::String("no such word".to_owned()))));
    }
    let mut within = Vec::new();
    slips(at, value, &mut within);
    all.extend(within.into_iter().map(|(at, slip, new)| (at, slip, put(new))));
}

/// Slips of each kind at each place, once: the texts, and whether the decoder refuses them.
fn wrong_texts(all: &[Sound], declared: Declared) -> BTreeMap<(String, Slip), (String, bool)> {
    let mut texts = BTreeMap::new();
    for one in all {
        let (_, text) = one.texts.iter().find(|(own, _)| *own == declared).expect("a text");
        let document: Table = text.parse().expect("TOML");
        let mut slipped = Vec::new();
        slips("", &Value::Table(document), &mut slipped);
        for (at, slip, document) in slipped {
            texts.entry((at, slip)).or_insert_with(|| {
                let text = toml::to_string(&document).expect("TOML");
                (text.clone(), one.refuses(declared, text))
            });
        }
    }
    texts
}

#[test]
fn an_editor_marks_slips_as_the_decoder_refuses_them() {
    let Some(program) = taplo("slips in an editor") else { return };
    let all = sound();
    for (_, declared) in Declared::WORDS {
        let (folder, schemas) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let texts = wrong_texts(&all, declared);
        for (number, (text, _)) in texts.values().enumerate() {
            fs::write(folder.path().join(format!("{number}.toml")), text).expect("a file");
        }
        let marked = marked(&program, folder.path(), Some(&written(schemas.path(), declared)));
        let mut wrong = Vec::new();
        for (number, ((at, slip), (_, refused))) in texts.iter().enumerate() {
            let is_marked = marked.contains(&format!("{number}.toml"));
            // Whether a name means something, or a missing key is needed, may hang on what a schema does not see.
            // The keys of an index of prices are years, of which a schema knows no more than that they are keys.
            let is_year = *slip == Slip::UnknownKey && at.ends_with("prices().index()");
            let must_agree = matches!(slip, Slip::UnknownKey | Slip::OtherType) && !is_year;
            if (is_marked && !refused) || (must_agree && is_marked != *refused) {
                wrong.push(format!("{slip:?} {at}: marked {is_marked}, refused {refused}"));
            }
        }
        assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), texts.len(), wrong.join("\n"));
        assert!(texts.len() > 300 && marked.len() > 200, "{} {}", texts.len(), marked.len());
    }
}

fn insats(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "C").output().expect("the program")
}

fn descriptions(bytes: &[u8]) -> [String; 2] {
    let schema: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    ["title", "year"].map(|key| schema["properties"][key]["description"].as_str().expect("a description").to_owned())
}

#[test]
fn a_schema_is_printed_in_the_language_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = |arguments: &[&str]| insats(&[&["schema", "study"], arguments].concat(), folder.path()).stdout;
    let english = ["The study's title.", "The year that the interventions were carried out in."];
    let swedish = ["Studiens titel.", "Året då insatserna genomfördes."];
    assert_eq!(descriptions(&study(&[])), english);
    assert_eq!(descriptions(&study(&["--messages", "sv"])), swedish);
    assert_eq!(descriptions(&study(&["--messages", "sv", "--language", "en"])), english);
    assert_eq!(insats(&["schema"], folder.path()).status.code(), Some(2));
}

#[test]
fn schemas_are_written_into_a_folder_or_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let code = |arguments: &[&str]| insats(arguments, folder.path()).status.code();
    let names = || {
        let entries = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(code(&["schema", "--out", "nowhere"]), Some(1));
    assert!(names().is_empty());
    assert_eq!(code(&["schema", "report", "--out", "own.json"]), Some(0));
    assert_eq!(code(&["schema", "--out", "."]), Some(0));
    assert_eq!(names(), ["own.json", "report.schema.json", "study.schema.json"]);
    fs::write(folder.path().join("own.json"), "mine").expect("a file");
    assert_eq!(code(&["schema", "report", "--out", "own.json"]), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("own.json")).expect("a file"), "mine");
    assert_eq!(code(&["schema", "report", "--out", "own.json", "--force"]), Some(0));
    assert_eq!(fs::read_to_string(folder.path().join("own.json.bak")).expect("a file"), "mine");
}

#[test]
fn a_draft_leads_editors_to_the_schemas_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["svar.csv", "medel.csv", "koder.csv"] {
        fs::copy(project("tests/cases/readme-min-studie").join(name), folder.path().join(name)).expect("an export");
    }
    init(folder.path(), None, false, insats::wording::Language::Swedish).expect("a draft");
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    for (word, declared) in Declared::WORDS {
        let directive = format!("#:schema ./{word}.schema.json");
        assert_eq!(text(&format!("{word}.toml")).lines().next(), Some(directive.as_str()));
        assert_eq!(text(declared.file()), declared.schema(Language::Swedish));
    }
    // Schemas that are there as they are stay; only what is written anew is kept as .bak.
    let again = init(folder.path(), None, true, insats::wording::Language::Swedish).expect("a draft");
    let kept: Vec<_> = again.kept.iter().map(|path| path.file_name().expect("a name").to_string_lossy()).collect();
    assert!(kept.iter().any(|name| name == "study.toml.bak"), "{kept:?}");
    assert!(!kept.iter().any(|name| name.contains("schema")), "{kept:?}");
    let Some(program) = taplo("schemas beside a draft") else { return };
    assert!(marked(&program, folder.path(), None).is_empty());
    fs::write(folder.path().join(STUDY_FILE), text(STUDY_FILE).replace("\nyear =", "\nyera =")).expect("a file");
    assert_eq!(marked(&program, folder.path(), None), BTreeSet::from([STUDY_FILE.to_owned()]));
}
