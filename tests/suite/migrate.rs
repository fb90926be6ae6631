//! A codebook over time: every change does to sheets, claims and figures what its case works out by hand, nothing else moves, and
//! renames and moves there and back are the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use insats::codebook::Codebook;
use insats::decisions::Fingerprint;
use insats::migration::compare::Row;
use insats::migration::{Map, Plan};
use insats::output::Target;
use insats::run::{Author, Failure, MigrationSummary, migrate_codebook};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{copy_folder, files, project, rows, run_into, shown};

/// A copy of the case.
pub fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases/migration"), folder.path());
    fs::remove_dir_all(folder.path().join("expected")).expect("a folder");
    folder
}

/// Changes a study by a map.
pub fn migrate(folder: &Path, map: &str, out: Option<&Path>, write: bool) -> Result<MigrationSummary, Failure> {
    fs::write(folder.join("map.toml"), map).expect("a map");
    let lists = out.map(|path| Target { path, force: false });
    migrate_codebook(folder, &folder.join("map.toml"), lists, None, write, &|_| {})
}

pub fn ok(migrated: Result<MigrationSummary, Failure>) -> MigrationSummary {
    match migrated {
        Ok(summary) => summary,
        Err(Failure::Input(messages)) => panic!("{}", shown(&messages)),
        Err(other) => panic!("{other}"),
    }
}

/// What stops a migration.
pub fn wrong(migrated: Result<MigrationSummary, Failure>) -> String {
    match migrated {
        Err(Failure::Input(messages)) => shown(&messages),
        other => panic!("{other:?}"),
    }
}

pub fn changes() -> String {
    fs::read_to_string(project("tests/cases/migration/changes.toml")).expect("a map")
}

/// Old codes, the code, and how many with how many hundreds of thousands of kronor, before and after.
type Numbers = (String, String, [(usize, i64); 2]);

/// A code before and after: its old codes, its own, and numbers with hundreds of thousands of kronor.
fn numbers(row: &Row) -> Numbers {
    let sum = |sum: insats::migration::compare::Sum| (sum.number, sum.funds.ore() / 10_000_000);
    (row.from.join("+"), row.code.clone().unwrap_or_default(), [sum(row.before), sum(row.after)])
}

fn all_numbers(summary: &MigrationSummary) -> Vec<Numbers> {
    summary.compared.rows.iter().map(numbers).collect()
}

fn row(from: &str, code: &str, before: (usize, i64), after: (usize, i64)) -> Numbers {
    (from.to_owned(), code.to_owned(), [before, after])
}

fn text(folder: &Path, name: &str) -> String {
    let bytes = fs::read(folder.join(name)).expect("a file");
    decoded(&bytes)
}

/// UTF-8, else Windows-1252, whose bytes are these characters where the case uses them.
fn decoded(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// As the README of the case works it out.
#[test]
fn renamed_moved_and_merged_codes_count_as_worked_out_by_hand() {
    let folder = copy();
    let before = files(folder.path());
    let summary = ok(migrate(folder.path(), &changes(), None, true));
    let expected = [
        row("1", "1", (3, 13), (3, 13)),
        row("1a", "1a", (1, 1), (1, 1)),
        row("11", "1m", (1, 4), (1, 4)),
        row("2", "2", (3, 19), (4, 27)),
        row("2a+2b", "2a", (3, 19), (3, 19)),
        row("1b", "2c", (1, 8), (1, 8)),
        row("3", "3", (0, 0), (0, 0)),
    ];
    assert_eq!(all_numbers(&summary), expected);
    let claims: Vec<_> =
        summary.claims.iter().map(|claim| (claim.id.as_str(), claim.after.computed.in_ids.as_str())).collect();
    assert_eq!(claims, [("P-2", "4"), ("P-3", "3")]);
    // Nothing but codes has changed, and nothing is left beside.
    let same = "Insats;Åtgärd;Anmärkning\r\nR-1-1;\"1a; 2a\";\"nämner \"\"1a\"\"\"\r\nR-1-2;2a;\r\nR-2-1;1m;11 är mobil\r\nR-2-2;\"1 ;2c\";\r\nR-3-1; \"2a\" ;\r\nR-3-2;Ingen;\r\n";
    assert_eq!(text(folder.path(), "koder.csv"), same);
    let same = "\u{feff}Insats,Åtgärd\nR-1-1,1a/2a\nR-1-2,2a\nR-2-1,\"1m\"\nR-2-2,1/2c\nR-3-1,2a\nR-3-2,\n";
    assert_eq!(text(folder.path(), "kodare-a.csv"), same);
    let assertions: Vec<_> =
        rows(&folder.path().join("claims.csv")).iter().map(|row| row["assertion"].clone()).collect();
    let wanted = ["(activity = '1a') = 1", "(activity = \"2\") = 3", "(activity = '2a') = 2", "(activity = '1m') = 1"];
    assert_eq!(assertions, wanted.map(|rest| format!("interventions{rest}")));
    let book = Codebook::load(&folder.path().join("codebook.json"), "codebook.json").expect("a codebook");
    let activity = book.domain("activity").expect("a domain");
    let merged = book.code(activity, "2a").expect("a code");
    assert_eq!((book.version.as_str(), merged.rules.len(), merged.rules[0].without.len()), ("2", 2, 0));
    let lock = text(folder.path(), "koder.csv.lock");
    assert!(
        lock.starts_with("insats lock 1\ncodebook liten 2\n") && lock.contains("defined\tactivity\t1m\t"),
        "{lock}"
    );
    let after = files(folder.path());
    let kept = |name: &str| after.get(&format!("{name}.bak")) == before.get(name);
    let changed = ["claims.csv", "codebook.json", "kodare-a.csv", "kodare-a.csv.lock", "koder.csv", "koder.csv.lock"];
    assert!(changed.into_iter().all(kept));
    assert_eq!(after.len(), before.len() + changed.len() + 1);
    let others = before.iter().filter(|(name, _)| !changed.contains(&name.as_str()));
    assert!(others.into_iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
    // The map spoke of 2a; what it means now is what its codings were given by.
    let check = insats(&["check", folder.path().to_str().expect("a path")]);
    let told = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(check.status.success() && !told.contains("otherwise") && !told.contains("lock"), "{told}");
}

fn insats(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insats")).args(arguments).env("LC_ALL", "C").output().expect("the program")
}

#[test]
fn nothing_is_written_without_being_asked_for() {
    let folder = copy();
    fs::write(folder.path().join("map.toml"), changes()).expect("a map");
    let before = files(folder.path());
    let [study, map] = ["", "map.toml"].map(|name| folder.path().join(name).display().to_string());
    let told = insats(&["codebook", "migrate", &study, "--map", &map]);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let text = String::from_utf8(told.stdout).expect("UTF-8").replace(['\u{a0}', '\u{202f}'], " ");
    assert!(text.contains("From \"liten 1\" to \"liten 2\""), "{text}");
    let columns = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.lines().map(columns).collect();
    for wanted in ["activity 2a, 2b 2a 3 1,900,000 3 1,900,000", "activity 2 2 3 1,900,000 4 2,700,000"] {
        let wanted = wanted.replace("activity", "aktivitet");
        assert!(lines.contains(&wanted), "{wanted} in {text}");
    }
    assert!(text.contains("Nothing was written"), "{text}");
    assert!(files(folder.path()) == before, "something was written");
}

const SPLIT: &str = "version = \"2\"\n[[split]]\nsystem = \"s\"\ncode = \"2b\"\ninto = [\"2b\", \"2d\"]\n[[new]]\nsystem = \"s\"\ncode = \"2d\"\nunder = \"2\"\nlabel = \"I grupp\"\ndefinition = \"Handledning i grupp.\"\n";

/// R-1-1 (1, coded 1a and 2b) and R-3-1 (16, coded 2b) are not coded until somebody has decided: of 1 only R-2-1 and R-2-2
/// are left, 12; of 2 only R-1-2, 2.
#[test]
fn what_is_split_waits_for_a_person() {
    let folder = copy();
    let lists = tempfile::tempdir().expect("a folder");
    let told = wrong(migrate(folder.path(), SPLIT, None, true));
    assert!(told.contains("4 codings wait") && told.contains("--out"), "{told}");
    let summary = ok(migrate(folder.path(), SPLIT, Some(lists.path()), true));
    let moved: Vec<_> = all_numbers(&summary).into_iter().filter(|(.., [before, after])| before != after).collect();
    let expected = [
        row("1", "1", (3, 13), (2, 12)),
        row("1a", "1a", (1, 1), (0, 0)),
        row("2", "2", (3, 19), (1, 2)),
        row("2b", "2b", (2, 17), (0, 0)),
    ];
    assert_eq!(moved, expected);
    let list = rows(&lists.path().join("to-decide.csv"));
    let line = |row: &BTreeMap<String, String>| {
        ["file", "cell", "coder", "id", "code", "one_of"].map(|key| row[key].clone()).join(" ")
    };
    let wanted = [
        "kodare-a.csv line 2, column B A R-1-1 2b 2b; 2d",
        "kodare-a.csv line 6, column B A R-3-1 2b 2b; 2d",
        "koder.csv line 2, column B  R-1-1 2b 2b; 2d",
        "koder.csv line 6, column B  R-3-1 2b 2b; 2d",
    ];
    assert_eq!(list.iter().map(line).collect::<Vec<_>>(), wanted);
    assert!(text(folder.path(), "koder.csv").contains("R-1-1;\"1a; 2b?\";"));
    // A run stops until then, and goes on when the question marks are gone.
    let study = folder.path().display().to_string();
    let check = insats(&["check", &study]);
    let told = String::from_utf8_lossy(&check.stderr).into_owned() + &String::from_utf8_lossy(&check.stdout);
    assert!(!check.status.success() && told.contains("2 cells have a code with a question mark"), "{told}");
    let bytes = fs::read(folder.path().join("koder.csv")).expect("a sheet");
    let decided: Vec<u8> = bytes.into_iter().filter(|byte| *byte != b'?').collect();
    fs::write(folder.path().join("koder.csv"), decided).expect("a sheet");
    assert!(insats(&["check", &study]).status.success());
}

#[test]
fn codes_that_go_take_their_codings_along_only_where_that_is_said() {
    let gone = |code: &str, to: &str| format!("version = \"2\"\n[[gone]]\nsystem = \"s\"\ncode = \"{code}\"\n{to}");
    let folder = copy();
    let before = files(folder.path()).len();
    // Nobody has 3.
    assert!(!ok(migrate(folder.path(), &gone("3", ""), None, false)).written);
    let told = wrong(migrate(folder.path(), &gone("2a", ""), None, true));
    for place in ["kodare-a.csv, line 3, column B", "koder.csv, line 3, column B"] {
        assert!(told.contains(&format!("error: {place}\n    found     a coding has \"2a\"")), "{told}");
    }
    // A claim still speaks of it.
    let told = wrong(migrate(folder.path(), &gone("1a", "to = \"none\"\n"), None, true));
    assert!(told.contains("claims.csv, line 2") && told.contains("1a"), "{told}");
    assert_eq!(files(folder.path()).len(), before + 1, "{told}");
    let claims = text(folder.path(), "claims.csv").replace("interventions(activity = '1a') = 1", "interventions = 6");
    fs::write(folder.path().join("claims.csv"), claims).expect("claims");
    let summary = ok(migrate(folder.path(), &gone("1a", "to = \"none\"\n"), None, true));
    let moved: Vec<_> = all_numbers(&summary).into_iter().filter(|(.., [before, after])| before != after).collect();
    assert_eq!(moved, [row("1", "1", (3, 13), (2, 12)), row("1a", "", (1, 1), (0, 0))]);
    assert!(text(folder.path(), "koder.csv").contains("R-1-1;\"2b\";"));
    // With another code said, its codings have that.
    let summary = ok(migrate(folder.path(), &gone("11", "to = \"3\"\n").replace("\"2\"", "\"3\""), None, true));
    let moved: Vec<_> = all_numbers(&summary).into_iter().filter(|(from, ..)| from.contains("11")).collect();
    assert_eq!(moved, [row("11+3", "3", (1, 4), (1, 4))]);
    assert!(text(folder.path(), "koder.csv").contains("R-2-1;3;11 är mobil"));
}

#[test]
fn items_and_rules_follow_their_main_codes() {
    let folder = copy();
    let map = "version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"2\"\nto = \"U\"\n";
    let summary = ok(migrate(folder.path(), map, None, true));
    assert!(summary.claims.is_empty() && summary.compared.otherwise.is_empty());
    assert!(text(folder.path(), "report.toml").contains("main = \"U\""));
    assert!(text(folder.path(), "claims.csv").contains("\"interventions(activity = \"\"U\"\") = 3\""));
    assert!(text(folder.path(), "codebook.json").contains("\"parent\": \"U\""));
}

#[test]
fn what_is_not_sure_to_be_right_is_refused_before_anything_is_written() {
    let refused = |prepare: &dyn Fn(&Path), map: &str, parts: &[&str]| {
        let folder = copy();
        prepare(folder.path());
        fs::write(folder.path().join("map.toml"), map).expect("a map");
        let before = files(folder.path());
        let told = wrong(migrate(folder.path(), map, None, true));
        parts.iter().for_each(|part| assert!(told.contains(part), "{part} in {told}"));
        assert!(files(folder.path()) == before, "something was written: {told}");
    };
    let rename = |to: &str| format!("version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"11\"\nto = \"{to}\"\n");
    // The word for none; a letter that Windows-1252 has not; a sign that the coder's sheet puts between codes.
    refused(&|_| {}, &rename("Ingen"), &["map.toml, line 5", "\"Ingen\" cannot be a code", "word for none"]);
    // What data files and claims say of codings without a code.
    for word in ["none", "not-coded", "unsettled", "uncoded", "coded"] {
        refused(&|_| {}, &rename(word), &["map.toml, line 5", &format!("\"{word}\" cannot be a code")]);
    }
    refused(&|_| {}, &rename("Ł"), &["koder.csv, line 4, column B", "cannot hold"]);
    refused(&|_| {}, &rename("1/m"), &["kodare-a.csv", "\"1/m\""]);
    // An id that the codebook does not have.
    let damaged = rename("1m") + "[[rename]]\nsystem = \"s\"\ncode = \"1c\"\nto = \"1a\"\n";
    refused(&|_| {}, &damaged, &["map.toml, line 8", "no code \"1c\"", "did you mean"]);
    // People have decided something, and nobody says who changes what they decided.
    refused(&|folder| decide(folder, "11"), &rename("1m"), &["--who and --why"]);
}

/// Somebody decides, beside the sheets, that R-3-2 has a code.
fn decide(folder: &Path, code: &str) {
    let read = Fingerprint::of_texts(["Inköp av bord"].into_iter()).expect("a text");
    let line = format!(
        "{{\"who\":\"Anna\",\"when\":\"2026-03-02T08:15:00Z\",\"for\":\"final\",\"unit\":\"R-3-2\",\"domain\":\"activity\",\"codes\":[\"{code}\"],\"read\":\"{read}\",\"codebook\":\"liten 1\",\"was\":[],\"why\":\"Bord med hjul\",\"after\":[]}}"
    );
    fs::create_dir(folder.join("decisions")).expect("a folder");
    fs::write(folder.join("decisions/anna.jsonl"), format!("{{\"insats decisions\":1}}\n{line}\n")).expect("a log");
}

/// R-3-2 (32) has 11 by a decision, beside R-2-1 (4).
#[test]
fn decisions_beside_the_sheets_are_read_by_the_new_codes() {
    let folder = copy();
    decide(folder.path(), "11");
    fs::write(folder.path().join("claims.csv"), "id,area,statement,assertion\n").expect("claims");
    fs::write(folder.path().join("map.toml"), changes()).expect("a map");
    let log = fs::read(folder.path().join("decisions/anna.jsonl")).expect("a log");
    let when = "2026-04-01T10:00:00Z".parse().expect("a moment");
    let author = Author { who: "Bo".to_owned(), why: "Ny kodbok".to_owned(), when };
    let map = folder.path().join("map.toml");
    let summary = ok(migrate_codebook(folder.path(), &map, None, Some(&author), true, &|_| {}));
    assert!(all_numbers(&summary).contains(&row("11", "1m", (2, 36), (2, 36))), "{:?}", summary.compared.rows);
    assert!(fs::read(folder.path().join("decisions/anna.jsonl")).expect("a log") == log);
    let written = "{\"insats decisions\":1}\n{\"who\":\"Bo\",\"when\":\"2026-04-01T10:00:00Z\",\"why\":\"Ny kodbok\",\"migrate\":{\"from\":\"liten 1\",\"to\":\"liten 2\",\"codes\":{\"activity\":{\"11\":\"1m\",\"1b\":\"2c\",\"2b\":\"2a\"}}}}\n";
    assert_eq!(text(folder.path(), "decisions/codebook-2.jsonl"), written);
    assert!(insats(&["check", folder.path().to_str().expect("a path")]).status.success());
    // A decision for a code that goes stops the next one, at its line.
    let map = "version = \"3\"\n[[gone]]\nsystem = \"s\"\ncode = \"1m\"\nto = \"none\"\n";
    fs::write(folder.path().join("map.toml"), map).expect("a map");
    let map = folder.path().join("map.toml");
    let told = wrong(migrate_codebook(folder.path(), &map, None, Some(&author), true, &|_| {}));
    assert!(told.contains("decisions/anna.jsonl, line 2"), "{told}");
}

/// Anna says 2a and Bertil 2b, which become one.
#[test]
fn what_people_differ_on_is_not_settled_by_a_merge() {
    let folder = copy();
    decide(folder.path(), "2a");
    let other = text(folder.path(), "decisions/anna.jsonl").replace("Anna", "Bertil").replace("2a", "2b");
    fs::write(folder.path().join("decisions/bertil.jsonl"), other).expect("a log");
    fs::write(folder.path().join("map.toml"), changes()).expect("a map");
    let before = files(folder.path());
    let when = "2026-04-01T10:00:00Z".parse().expect("a moment");
    let author = Author { who: "Bo".to_owned(), why: "Ny kodbok".to_owned(), when };
    let map = folder.path().join("map.toml");
    let told = wrong(migrate_codebook(folder.path(), &map, None, Some(&author), true, &|_| {}));
    for part in ["decisions/", "line 2", "people differ on one coding", "\"R-3-2\" (activity)", "insats accept"] {
        assert!(told.contains(part), "{part} in {told}");
    }
    assert!(!told.contains("fault of insats") && files(folder.path()) == before, "{told}");
}

/// The shipped study of 2024, with its codebook, in a folder of its own.
pub fn copy_of_2024() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("input/lagesrapport-2024"), &folder.path().join("input/lagesrapport-2024"));
    // The year before keeps the codes that it had.
    let before = folder.path().join("input/lagesrapport-2023");
    fs::copy(project("codebook/psykisk-halsa.json"), before.join("kodbok.json")).expect("a codebook");
    let study = fs::read_to_string(before.join("study.toml")).expect("a study");
    let study = study.replace("../../codebook/psykisk-halsa.json", "kodbok.json");
    fs::write(before.join("study.toml"), study).expect("to write");
    fs::create_dir(folder.path().join("codebook")).expect("a folder");
    fs::copy(project("codebook/psykisk-halsa.json"), folder.path().join("codebook/psykisk-halsa.json"))
        .expect("a codebook");
    folder
}

/// Every code with its interventions, by domain.
fn coded(folder: &Path) -> BTreeMap<(String, String), BTreeSet<String>> {
    let out = tempfile::tempdir().expect("a folder");
    run_into(folder, &out.path().join("out"), &[]).expect("a run");
    let mut coded: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for row in rows(&out.path().join("out/data/codings.csv")) {
        let key = (row["domain"].clone(), row["code"].clone());
        coded.entry(key).or_default().insert(row["intervention_id"].clone());
    }
    coded
}

/// 8 421 coded cells in a workbook and two sheets of coders: G1 becomes D1, G4.4 a subcode of it, and R8.1 and R8.2 one.
#[test]
fn the_study_of_2024_has_the_same_codings_by_other_codes() {
    let folder = copy_of_2024();
    let study = folder.path().join("input/lagesrapport-2024");
    let before = coded(&study);
    let map = "version = \"2\"\n[[rename]]\nsystem = \"implementation\"\ncode = \"G1\"\nto = \"D1\"\n[[move]]\nsystem = \"implementation\"\ncode = \"G4.4\"\nunder = \"D1\"\nto = \"G1.9\"\n[[merge]]\nsystem = \"result\"\ncodes = [\"R8.1\", \"R8.2\"]\ninto = \"R8.1\"\n";
    let summary = ok(migrate(&study, map, None, true));
    let now = |code: &str| match code {
        "G1" => "D1".to_owned(),
        "G4.4" => "G1.9".to_owned(),
        "R8.2" => "R8.1".to_owned(),
        same => same.to_owned(),
    };
    let mut expected: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for ((domain, code), interventions) in &before {
        expected.entry((domain.clone(), now(code))).or_default().extend(interventions.iter().cloned());
    }
    let after = coded(&study);
    assert_eq!(after, expected);
    // What had G4.4 counts under D1 now; under G4 still, where a cell has that itself or another of its subcodes.
    let rows = &summary.compared.rows;
    let differing = rows.iter().filter(|row| row.before != row.after).filter_map(|row| row.code.as_deref());
    assert_eq!(differing.collect::<BTreeSet<_>>(), ["D1", "G4"].into());
    for domain in ["activity", "output"] {
        let having = |is_meant: &dyn Fn(&str) -> bool| {
            let meant = before.iter().filter(|((own, code), _)| own == domain && is_meant(code));
            meant.flat_map(|(_, interventions)| interventions).collect::<BTreeSet<_>>().len()
        };
        let under = |code: &str| code == "G1" || code.starts_with("G1.");
        let wanted = (having(&under), having(&|code| under(code) || code == "G4.4"));
        let row = rows.iter().find(|row| row.domain.word() == domain && row.code.as_deref() == Some("D1"));
        let row = row.expect("a row");
        assert_eq!((row.before.number, row.after.number), wanted, "{domain}");
    }
    // The workbook has another part, and all others are the same bytes.
    let parts = |path: &Path| -> BTreeMap<String, Vec<u8>> {
        let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("a workbook")).expect("a workbook");
        (0..archive.len())
            .map(|at| {
                let mut part = archive.by_index(at).expect("a part");
                let mut bytes = Vec::new();
                std::io::Read::read_to_end(&mut part, &mut bytes).expect("a part");
                (part.name().expect("a name").into_owned(), bytes)
            })
            .collect()
    };
    let file = study.join("kodning/kodning-slutlig.xlsx");
    let (old, new) = (parts(&file.with_file_name("kodning-slutlig.xlsx.bak")), parts(&file));
    let other: Vec<_> =
        old.iter().filter(|(name, bytes)| new.get(*name) != Some(bytes)).map(|(name, _)| name.as_str()).collect();
    assert_eq!((old.len(), other.len()), (new.len(), 1), "{other:?}");
}

/// 22 rules of the system implementation say `without`, those of G1 and G3 also of themselves.
#[test]
fn rules_say_of_codes_that_no_change_names_what_they_said() {
    let old = Codebook::load(&project("codebook/psykisk-halsa.json"), "codebook").expect("a codebook");
    let json = |book: &Codebook| book.to_json().expect("a text");
    let changed = |book: &Codebook, map: &str| {
        let map = Map::parse(map, "map.toml", book).expect("a map");
        Plan::new(&map, book, &[]).expect("a plan").book
    };
    let rename = |version: &str, from: &str, to: &str| {
        format!("version = \"{version}\"\n[[rename]]\nsystem = \"implementation\"\ncode = \"{from}\"\nto = \"{to}\"\n")
    };
    // G1 itself is what rules of G1 speak of, whatever it is called.
    for (from, to) in [("G1.4", "G1.40"), ("G1", "D1")] {
        let there = changed(&old, &rename("there", from, to));
        let version = |version: &str| format!("\"version\": \"{version}\"");
        let wanted = json(&old).replace(&format!("\"{from}\""), &format!("\"{to}\""));
        assert!(json(&there) == wanted.replace(&version(&old.version), &version("there")), "{from}");
        assert!(json(&changed(&there, &rename(&old.version, to, from))) == json(&old), "{to}");
    }
    // Of G3, with which G1 becomes one, the rules of G1 say nothing any more, and those of G3 nothing of G1: each had all of G1 to G5.
    let map = "version = \"2\"\n[[merge]]\nsystem = \"implementation\"\ncodes = [\"G1\", \"G3\"]\ninto = \"G1\"\n";
    let merged = changed(&old, map);
    let code = merged.systems.iter().flat_map(|system| &system.codes).find(|code| code.id == "G1").expect("a code");
    let without: Vec<String> = code.rules.iter().map(|rule| rule.without.join(" ")).filter(|w| !w.is_empty()).collect();
    assert_eq!(without, ["G1 G2 G4 G5", "G1 G2 G4 G5", "G2 G1 G4 G5"]);
}

const IDS: [&str; 12] = ["1", "1a", "11", "1b", "2", "2a", "22", "3", "a", "aa", "A", "a1"];

/// A codebook of so many codes: which of them are subcodes, and the cells of a sheet.
#[derive(Clone, Debug)]
struct Random {
    subcodes: Vec<bool>,
    cells: Vec<Vec<usize>>,
    signs: Vec<usize>,
    names: Vec<Index>,
    moves: Vec<Option<Index>>,
}

fn random() -> impl Strategy<Value = Random> {
    (4..9_usize).prop_flat_map(|codes| {
        let subcodes = prop::collection::vec(any::<bool>(), codes);
        let cells = prop::collection::vec(prop::collection::btree_set(0..codes, 0..4), 6);
        let cells = cells.prop_map(|cells| cells.into_iter().map(|cell| cell.into_iter().rev().collect()).collect());
        let moves = prop::collection::vec(prop::option::of(any::<Index>()), codes);
        let (signs, names) = (prop::collection::vec(0..4_usize, 6), prop::collection::vec(any::<Index>(), codes));
        (subcodes, cells, signs, names, moves).prop_map(|(subcodes, cells, signs, names, moves)| Random {
            subcodes,
            cells,
            signs,
            names,
            moves,
        })
    })
}

impl Random {
    fn count(&self) -> usize {
        self.subcodes.len()
    }

    /// The main code of a code: the last main code before it.
    fn parent(&self, code: usize) -> Option<usize> {
        let is_sub = code > 0 && self.subcodes[code];
        is_sub.then(|| (0..code).rev().find(|other| *other == 0 || !self.subcodes[*other]).unwrap_or(0))
    }

    fn write(&self, folder: &Path) {
        let text = |sv: &str| format!("{{ \"sv\": \"{sv}\" }}");
        let code = |at: usize| {
            let parent = self.parent(at).map(|parent| format!("\"parent\": \"{}\", ", IDS[parent])).unwrap_or_default();
            format!("{{\"id\": \"{}\", {parent}\"label\": {}, \"definition\": {}}}", IDS[at], text("L"), text("D"))
        };
        let codes: Vec<_> = (0..self.count()).map(code).collect();
        let book = format!(
            "{{\"id\": \"b\", \"version\": \"1\", \"title\": {}, \"domains\": [{{\"id\": \"activity\", \"label\": {}, \"plural\": {}, \"system\": \"s\"}}], \"systems\": [{{\"id\": \"s\", \"label\": {}, \"codes\": [{}]}}]}}",
            text("B"),
            text("A"),
            text("A"),
            text("S"),
            codes.join(", ")
        );
        let book = Codebook::parse(&book, "codebook.json").expect("a codebook").to_json().expect("a text");
        fs::write(folder.join("codebook.json"), book).expect("a codebook");
        let mut sheets = [String::from("Insats;Åtgärd;Not\r\n"), String::from("\u{feff}Insats,Åtgärd\n")];
        for (at, cell) in self.cells.iter().enumerate() {
            let id = format!("R-{}-{}", at / 2 + 1, at % 2 + 1);
            let join = |sign: &str| cell.iter().map(|code| IDS[*code]).collect::<Vec<_>>().join(sign);
            let codes = join(["; ", ";", " ; ", ";  "][self.signs[at]]);
            let quoted = if codes.contains(';') || self.signs[at] > 1 { format!("\"{codes}\"") } else { codes };
            let _ = write!(sheets[0], "{id};{quoted};\"1a; 11\"\r\n");
            let _ = writeln!(sheets[1], "{id},{}", join("/"));
        }
        let wide: Vec<u8> = sheets[0].chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
        fs::write(folder.join("koder.csv"), wide).expect("a sheet");
        fs::write(folder.join("kodare-a.csv"), &sheets[1]).expect("a sheet");
        for name in ["claims.csv", "report.toml", "koder.csv.lock", "kodare-a.csv.lock"] {
            fs::remove_file(folder.join(name)).expect("a file");
        }
        fs::write(folder.join("report.toml"), "source = \"K\"\n").expect("a report");
        let study = fs::read_to_string(folder.join("study.toml")).expect("a study");
        let study = study.replace("claims = \"claims.csv\"\n", "").replace("none = \"ingen\"\n", "");
        fs::write(folder.join("study.toml"), study).expect("a study");
        insats::run::lock(folder, &[], &[], &|_| {}).expect("a lock");
    }

    /// The map there, and the one back.
    fn maps(&self) -> (String, String) {
        let mut left: Vec<String> =
            IDS.iter().map(|id| (*id).to_owned()).chain(["x".to_owned(), "1x".to_owned()]).collect();
        let new: Vec<String> = self.names.iter().map(|name| left.remove(name.index(left.len()))).collect();
        let has_subcodes = |code: usize| (0..self.count()).any(|other| self.parent(other) == Some(code));
        let is_moved: Vec<bool> =
            (0..self.count()).map(|at| at > 0 && !has_subcodes(at) && self.moves[at].is_some()).collect();
        let mains: Vec<usize> = (0..self.count()).filter(|at| self.parent(*at).is_none() && !is_moved[*at]).collect();
        let (mut there, mut back) = (String::from("version = \"2\"\n"), String::from("version = \"1\"\n"));
        for at in 0..self.count() {
            let (old, now) = (IDS[at], new[at].as_str());
            let Some(to) = self.moves[at].filter(|_| is_moved[at]) else {
                let rename =
                    |from: &str, to: &str| format!("[[rename]]\nsystem = \"s\"\ncode = \"{from}\"\nto = \"{to}\"\n");
                there += &rename(old, now);
                back += &rename(now, old);
                continue;
            };
            let under = new[mains[to.index(mains.len())]].as_str();
            let place = if to.index(3) == 0 { "main = true\n".to_owned() } else { format!("under = \"{under}\"\n") };
            let _ = write!(there, "[[move]]\nsystem = \"s\"\ncode = \"{old}\"\nto = \"{now}\"\n{place}");
            let place = match self.parent(at) {
                Some(parent) => format!("under = \"{}\"\n", IDS[parent]),
                None => "main = true\n".to_owned(),
            };
            let before = IDS[at - 1];
            let _ = write!(
                back,
                "[[move]]\nsystem = \"s\"\ncode = \"{now}\"\nto = \"{old}\"\n{place}after = \"{before}\"\n"
            );
        }
        (there, back)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Also where codes exchange their ids, and where one begins like another.
    #[test]
    fn there_and_back_is_the_same_bytes(random in random()) {
        let folder = copy();
        random.write(folder.path());
        let (there, back) = random.maps();
        let own = |folder: &Path| {
            let mut own = files(folder);
            own.retain(|name, _| !name.contains(".bak") && name != "map.toml");
            own
        };
        let before = own(folder.path());
        ok(migrate(folder.path(), &there, None, true));
        let between = own(folder.path());
        prop_assert!(between["codebook.json"] != before["codebook.json"]);
        ok(migrate(folder.path(), &back, None, true));
        let after = own(folder.path());
        for (name, bytes) in &before {
            prop_assert!(after.get(name) == Some(bytes), "{name}\n{there}\n{back}\n{}\n{}", decoded(bytes), decoded(&after[name]));
        }
        prop_assert_eq!(after.len(), before.len());
    }
}
