//! People decide: what is told as saved is kept, whatever becomes of the program; nothing that others wrote is lost; and what was
//! decided counts for the text that was read.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use insats::decisions::log::{LineId, Log};
use insats::diagnostic::Diagnostics;
use insats::study::Study;

use crate::support::{UNDRAWN, copy_folder, project, rows, run_into};

fn program(study: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    program.arg("accept").arg(study).args(arguments).args(["--messages", "en", "--threads", "1", "--show-texts"]);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

/// Types lines, and gives what was said.
pub fn accept(study: &Path, arguments: &[&str], typed: &str) -> Output {
    let mut child = program(study, arguments).spawn().expect("the program");
    // A program that has ended reads no more.
    let _ = child.stdin.take().expect("a standard input").write_all(typed.as_bytes());
    child.wait_with_output().expect("an end")
}

pub fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8").replace('\u{a0}', " ");
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

pub fn copy(case: &str) -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().expect("a folder");
    let study = place.path().join("study");
    copy_folder(&project(&format!("tests/cases/{case}")), &study);
    (place, study)
}

/// Number and kronor by code, as a run counts them.
fn counted(study: &Path) -> Vec<(String, String, String)> {
    let out = tempfile::tempdir().expect("a folder");
    run_into(study, &out.path().join("out"), &UNDRAWN).unwrap_or_else(|failure| panic!("{failure}"));
    let of = |row: std::collections::BTreeMap<String, String>| {
        (row["code"].clone(), row["interventions"].clone(), row["weighted_kr"].clone())
    };
    rows(&out.path().join("out/data/codes.csv")).into_iter().map(of).collect()
}

fn row(code: &str, number: usize, kronor: i64) -> (String, String, String) {
    (code.to_owned(), number.to_string(), kronor.to_string())
}

/// The names of whole lines in the files of a study.
fn lines(study: &Path) -> BTreeSet<String> {
    let Ok(files) = fs::read_dir(study.join("decisions")) else { return BTreeSet::new() };
    let texts = files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a text"));
    let whole = texts.flat_map(|text| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>());
    whole.filter(|line| line.ends_with('\n')).map(|line| LineId::of(&line).short()).collect()
}

/// What is said to be saved.
pub fn saved(said: &str) -> Vec<String> {
    let names = said.lines().filter_map(|line| line.split_once("saved ")?.1.split(' ').next());
    let is_name = |name: &&str| name.len() == 8 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    names.filter(is_name).map(str::to_owned).collect()
}

/// R-1-1 (1 200 000 kr) was edited; R-20-1 and R-20-2 (together 2 500 000 kr) read alike and were coded differently.
#[test]
fn what_waits_is_decided_at_the_terminal() {
    let (_place, study) = copy("error-new-wave");
    // The edited one first: nonsense, a code that is nearly one, keep; its reason is typed, and Enter takes it for the next.
    let typed = "?\nx9\nG11\nk\nStill holds\ng2\n\nn\nNot ours\n";
    let output = accept(&study, &["--who", "Anna Öberg"], typed);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("R-1-1  Region Uppsala  aktivitet  SEK 1,200,000: the text was edited"), "{told}");
    assert!(told.contains("sheet: G1 Mottagningar"), "{told}");
    assert!(told.contains("reads now: Ny mottagning för unga"), "{told}");
    assert!(told.contains("\"G11\" is no code of activity: did you mean \"G1\"?"), "{told}");
    assert!(told.contains("3 codings decided, 0 left."), "{told}");
    let named = saved(&told);
    assert_eq!(named.len(), 3);
    assert!(named.iter().all(|name| lines(&study).contains(name)), "{told}");
    let file = fs::read_to_string(study.join("decisions/anna-öberg.jsonl")).expect("decisions");
    let decided: Vec<serde_json::Value> = file.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(decided[0], serde_json::json!({ "insats decisions": 1 }));
    let of = |at: usize, key: &str| decided[at][key].clone();
    assert_eq!((of(1, "unit"), of(1, "was"), of(1, "codes")), ("R-1-1".into(), vec!["G1"].into(), vec!["G1"].into()));
    assert_eq!(
        (of(1, "why"), of(2, "why"), of(3, "why")),
        ("Still holds".into(), "Still holds".into(), "Not ours".into())
    );
    assert_eq!((of(2, "codes"), of(3, "codes")), (vec!["G2"].into(), Vec::<String>::new().into()));
    let found = counted(&study);
    assert_eq!(found[0], row("G1", 1, 1_200_000));
    assert_eq!(found.iter().find(|row| row.0 == "none").map(|row| row.1.as_str()), Some("1"));
    // Nothing waits any more.
    assert!(said(&accept(&study, &["--who", "Anna Öberg"], "")).contains("0 codings decided, 0 left."));
}

/// What a command says of a study.
pub fn told(study: &Path, arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    said(
        &program
            .arg(arguments[0])
            .arg(study)
            .args(&arguments[1..])
            .args(["--messages", "en"])
            .output()
            .expect("the program"),
    )
}

/// The first wave of `new-wave`, changed.
pub fn first_wave(change: impl Fn(String) -> String) -> (tempfile::TempDir, PathBuf) {
    let (place, study) = copy("new-wave");
    let first = fs::read_to_string(study.join("forsta-omgangen.csv")).expect("an export");
    fs::write(study.join("svar.csv"), change(first)).expect("to write");
    (place, study)
}

const UPPSALA: &str = "R-1;Region Uppsala;Ny mottagning;1200000;Utbildning i suicidprevention;450000\n";

/// The first of two blocks is taken out: the second, 450 000 kr, moves up, and the code of the first, 1 200 000 kr, is told. So it
/// is where the blocks change places and one is rewritten.
#[test]
fn what_was_coded_is_told_though_its_id_stays() {
    let of_wave = |now: &str| {
        let (_place, study) = first_wave(|first| first.replace(UPPSALA, now));
        let status: serde_json::Value =
            serde_json::from_str(&told(&study, &["status", "--format", "json"])).expect("JSON");
        (told(&study, &["check"]), status)
    };
    let (check, status) = of_wave("R-1;Region Uppsala;Utbildning i suicidprevention;450000;;\n");
    assert!(check.contains("a coded answer is gone: \"R-1-1\" (activity)"), "{check}");
    assert_eq!(status["withdrawn"], serde_json::json!([{ "id": "R-1-1", "domain": "activity", "area": "psyk" }]));
    assert_eq!(status["total"]["domains"][0]["changes"]["withdrawn"], 1);
    let (check, status) =
        of_wave("R-1;Region Uppsala;Utbildning i suicidprevention;450000;Ny mottagning för barn;1200000\n");
    assert!(check.contains("a coded answer is gone: \"R-1-1\" (activity)"), "{check}");
    assert!(
        check.contains("a row of the final sheet has codes that were given to a text that stands elsewhere"),
        "{check}"
    );
    assert!(!check.contains("no row in the final sheet"), "{check}");
    assert_eq!(status["withdrawn"][0]["id"], "R-1-1");
}

/// A recipient answers again under another id, and the first answer is set aside: its codes, 1 200 000 and 450 000 kr, follow.
/// Where an answer is incomplete now, the code of another that took its text along still counts.
#[test]
fn codes_follow_from_answers_that_do_not_count_any_more() {
    let again = UPPSALA.replace("R-1", "R-8");
    let (_place, study) = first_wave(|first| first + &again);
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    let declared = declared.replace(
        "name = \"Region\" }\n\n[survey.int",
        "name = \"Region\", set_aside = { \"R-1\" = \"svarade igen\" } }\n\n[survey.int",
    );
    fs::write(study.join("study.toml"), declared).expect("to write");
    // R-3-1, 300 000 kr, has G2, too; R-2 used 2 000 000 of the 2 500 000 kr that it requisitioned.
    assert_eq!(counted(&study), [row("G1", 1, 1_200_000), row("G2", 2, 750_000), row("G3", 1, 2_500_000)]);
    let swapped = "R-1;Region Uppsala;Utbildning i suicidprevention;;Ny mottagning;1650000\n";
    let (_place, study) = first_wave(|first| first.replace(UPPSALA, swapped));
    let counted = counted(&study);
    assert_eq!(counted[0], row("G1", 1, 1_650_000));
    assert!(!told(&study, &["check"]).contains("remove its codes"));
}

/// A decision for the present text settles what coders read before: their sheets are not asked again.
#[test]
fn a_decision_settles_what_coders_read_before() {
    let (_place, study) = copy("states");
    assert!(told(&study, &["lock"]).contains("locked"));
    let change = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(study.join(file)).expect("a file");
        assert!(text.contains(from));
        fs::write(study.join(file), text.replace(from, to)).expect("to write");
    };
    change("study.toml", "draft = true\n", "");
    change("slutlig.csv", "A-2;;R1\nA-3;;\n", "A-2;G1;R1\nA-3;ingen;ingen\n");
    fs::write(
        study.join("slutlig.csv"),
        fs::read_to_string(study.join("slutlig.csv")).expect("a sheet") + "A-4;G2;ingen\n",
    )
    .expect("to write");
    assert!(told(&study, &["lock", "--again", "A-2"]).contains("locked"));
    change("svar.csv", "Samtal med unga", "Samtal med unga vuxna");
    let before = told(&study, &["check"]);
    assert!(before.contains("anna.csv") && before.contains("bo.csv"), "{before}");
    let decided = accept(&study, &["--who", "A", "--why", "Holds", "--unit", "A-1", "--domain", "activity"], "k\n");
    assert_eq!(saved(&said(&decided)).len(), 1, "{}", said(&decided));
    let after = told(&study, &["check"]);
    assert!(after.contains("0 errors, 0 warnings"), "{after}");
}

/// A decision is made by what the codebook says of a code then. Where it says something else since, that is told with number and
/// kronor, whatever its version; and no more when somebody has decided anew. R-4-1 has 700 000 kr.
#[test]
fn a_code_that_is_defined_otherwise_since_it_was_decided_is_told() {
    let (_place, study) = copy("new-wave");
    let decide = || accept(&study, &["--who", "Anna", "--why", "Read", "--unit", "R-4-1"], "G2\n");
    assert_eq!(saved(&said(&decide())).len(), 1);
    let check = || {
        let output =
            Command::new(env!("CARGO_BIN_EXE_insats")).arg("check").arg(&study).args(["--messages", "en"]).output();
        said(&output.expect("the program"))
    };
    assert!(!check().contains("otherwise than when"), "{}", check());
    let codebook = fs::read_to_string(study.join("codebook.json")).expect("the codebook");
    let write = |text: &str| fs::write(study.join("codebook.json"), text).expect("to write");
    write(&codebook.replace("Utbildning av personal.", "Utbildning av personal och chefer."));
    let told = check();
    assert!(told.contains("the codebook defines \"G2\" (activity) otherwise than when a decision gave the code, 700,000 kr reported: \"R-4-1\""), "{told}");
    assert!(told.contains("decisions/anna.jsonl, line 2"), "{told}");
    assert_eq!(saved(&said(&decide())).len(), 1);
    assert!(!check().contains("otherwise than when a decision"), "{}", check());
}

/// A decision that names another codebook, and does not say how that defined its codes, is told. R-4-1 has 700 000 kr.
#[test]
fn a_decision_by_another_codebook_is_told() {
    let (_place, study) = copy("new-wave");
    assert_eq!(saved(&said(&accept(&study, &["--who", "Anna", "--why", "Read", "--unit", "R-4-1"], "G2\n"))).len(), 1);
    let path = study.join("decisions/anna.jsonl");
    let line = fs::read_to_string(&path).expect("decisions");
    let start = line.find(",\"defined\"").expect("definitions");
    let end = line[start..].find("}},").expect("their end") + start + 2;
    let of_other = format!("{}{}", &line[..start], &line[end..]).replace("liten 1", "annan 7");
    fs::write(&path, of_other).expect("to write");
    let told = told(&study, &["check"]);
    let expected = "a decision was made with the codebook \"annan 7\", and the study uses \"liten 1\", 700,000 kr reported: \"R-4-1\" (activity)";
    assert!(told.contains(expected), "{told}");
}

/// An id whose text stands elsewhere keeps its line of the lock, though it is locked again: there is nothing to lock it to.
#[test]
fn locking_again_drops_no_line_of_a_text_that_stands_elsewhere() {
    let (_place, study) = first_wave(|first| first.replace("R-1;", "R-9;"));
    let lock = || fs::read_to_string(study.join("koder.csv.lock")).expect("a lock");
    let lines = |lock: &str| lock.lines().filter(|line| line.starts_with("R-")).map(str::to_owned).collect::<Vec<_>>();
    let before = lines(&lock());
    assert!(told(&study, &["lock", "--again", "R-1-1"]).contains("as before"));
    assert_eq!(lines(&lock()), before);
}

/// Undoing what was decided makes the answer wait again; undoing that lets it count again.
#[test]
fn what_is_undone_stands_as_before() {
    let (_place, study) = copy("decisions");
    let before = counted(&study);
    let undo = |arguments: &[&str]| said(&accept(&study, &[&["--who", "Bo", "--why", "w"], arguments].concat(), ""));
    // Anna's decision of R-1-1: 1 200 000 kr wait.
    let told = undo(&["--undo", "R-1-1"]);
    assert!(told.starts_with("undone "), "{told}");
    assert!(counted(&study).contains(&row("not-coded", 4, 3_550_000)));
    let log = said(&accept(&study, &["--log"], ""));
    let taken = log.lines().find(|line| line.contains("R-1-1 activity  takes back")).expect("a line");
    let name = taken.split("  ").nth(1).expect("a name");
    undo(&["--undo", name]);
    assert_eq!(counted(&study), before);
    // The last own one is Bo's of R-1-2: it has G2 again.
    undo(&["--undo"]);
    assert!(counted(&study).contains(&row("G2", 3, 1_250_000)));
    let told = undo(&["--undo", "R-9-9"]);
    assert!(told.contains("nothing was decided of \"R-9-9\""), "{told}");
}

#[test]
fn a_decision_can_be_taken_back_at_once() {
    let (_place, study) = copy("error-new-wave");
    let told = said(&accept(&study, &["--who", "Anna", "--why", "w"], "u\nk\nu\nG2\ns\ns\n"));
    assert!(told.contains("Nothing was decided yet"), "{told}");
    assert!(told.contains("1 coding decided, 2 left.") || told.contains("One coding decided, 2 left."), "{told}");
    let log = said(&accept(&study, &["--log"], ""));
    assert_eq!(log.lines().count(), 3, "{log}");
    assert!(log.lines().next().expect("a line").contains("R-1-1 activity  G1  (taken back)"), "{log}");
}

/// As in the README of the case: what the sheet says is over there of no answer that counts.
#[test]
fn a_study_may_have_decisions_alone() {
    let (_place, study) = copy("decisions");
    let before = counted(&study);
    let declared = fs::read_to_string(study.join("study.toml")).expect("declarations");
    let (above, rest) = declared.split_once("[[coding]]").expect("a sheet");
    let below = rest.split_once("[[survey]]").expect("a survey").1;
    fs::write(study.join("study.toml"), format!("{above}[[survey]]{below}")).expect("declarations");
    assert_eq!(counted(&study), before);
}

/// Who decides is said, and becomes a file's name; what cannot be one is refused before anything is read.
#[test]
fn who_decides_is_a_name() {
    let (_place, study) = copy("error-new-wave");
    assert_eq!(accept(&study, &[], "").status.code(), Some(2));
    for who in ["", "../..", "\u{7}", "CON"] {
        let output = accept(&study, &["--who", who], "k\nw\n");
        assert_eq!(output.status.code(), Some(1), "{who:?} {}", said(&output));
    }
    assert!(!study.join("decisions").exists());
}

/// Whoever decides at the same time has a file of their own, or waits for the other to have written.
#[test]
fn two_may_decide_at_once() {
    let (_place, study) = copy("decisions");
    let units = ["R-1-1", "R-1-2", "R-2-1", "R-3-1"].repeat(10);
    let arguments = |who: &'static str| [&["--who", who, "--why", "w", "--unit"], units.as_slice()].concat();
    let start = |who| {
        let mut child = program(&study, &arguments(who)).spawn().expect("the program");
        let mut typed = child.stdin.take().expect("a standard input");
        std::thread::spawn(move || drop(typed.write_all("G1\n".repeat(units_len()).as_bytes())));
        child
    };
    let children: Vec<Child> = ["Anna", "Anna", "Bo"].into_iter().map(start).collect();
    let told: Vec<String> =
        children.into_iter().map(|child| said(&child.wait_with_output().expect("an end"))).collect();
    let kept = lines(&study);
    for told in told {
        let named = saved(&told);
        assert_eq!(named.len(), units_len(), "{told}");
        assert!(named.iter().all(|name| kept.contains(name)), "{told}");
    }
    // The first line is the same in all files.
    assert_eq!(sound(&study), kept.len() - 1);
}

fn units_len() -> usize {
    40
}

/// How many lines a log has that can be read.
fn sound(study: &Path) -> usize {
    let mut messages = Diagnostics::new();
    let log = Log::read(&Study::load(study).expect("a study").decisions, &mut messages);
    assert!(!messages.has_errors(), "{messages}");
    log.history().len()
}

/// Killed at random moments while decisions are typed: whatever was told as saved is there, half a line counts for nothing, and
/// the next start works.
#[test]
#[cfg(unix)]
fn nothing_that_was_told_as_saved_is_lost() {
    const KILLS: u64 = 200;
    let (_place, study) = copy("decisions");
    let units = ["R-1-1", "R-1-2", "R-2-1", "R-3-1", "R-4-1"].repeat(40);
    let arguments = [&["--who", "Anna", "--why", "w", "--unit"], units.as_slice()].concat();
    let mut all: BTreeSet<String> = lines(&study);
    let mut random = 1_u64;
    for kill in 0..KILLS {
        let mut child = program(&study, &arguments).spawn().expect("the program");
        let mut typed = child.stdin.take().expect("a standard input");
        let typing = std::thread::spawn(move || drop(typed.write_all("G1\nG2\n".repeat(100).as_bytes())));
        // Numbers of Knuth's MMIX.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (shown, then) = (random >> 33 & 31, random >> 40 & 4_095);
        let mut output = BufReader::new(child.stdout.take().expect("a standard output"));
        let mut told = String::new();
        for _ in 0..shown {
            let _ = output.read_line(&mut told);
        }
        std::thread::sleep(std::time::Duration::from_micros(then));
        child.kill().expect("a kill");
        let _ = child.wait();
        let mut rest = Vec::new();
        let _ = std::io::Read::read_to_end(&mut output, &mut rest);
        told += &String::from_utf8_lossy(&rest);
        let _ = typing.join();
        // A line that was told half names nothing.
        let whole = told.rfind('\n').map_or("", |end| &told[..end]);
        let kept = lines(&study);
        for name in saved(whole) {
            assert!(kept.contains(&name), "kill {kill}: {name} was told and is not there");
        }
        assert!(all.is_subset(&kept), "kill {kill}: a line is gone");
        all = kept;
    }
    let before = sound(&study);
    assert!(before > 20, "{before} decisions are none");
    let told = said(&accept(&study, &["--who", "Anna", "--why", "w", "--unit", "R-1-1"], "G1\n"));
    assert_eq!(saved(&told).len(), 1, "{told}");
    assert_eq!(sound(&study), before + 1);
}

/// A machine that stops leaves half a line: it is told, counts for nothing, and the next line stands alone.
#[test]
fn half_a_line_is_told_and_left_alone() {
    let (_place, study) = copy("decisions");
    let file = study.join("decisions/anna.jsonl");
    let whole = fs::read(&file).expect("decisions");
    let before = counted(&study);
    let half = &whole[whole.len() - 200..whole.len() - 1];
    fs::write(&file, [whole.as_slice(), half].concat()).expect("half a line");
    assert_eq!(counted(&study), before);
    let out = tempfile::tempdir().expect("a folder");
    let summary = run_into(&study, &out.path().join("out"), &UNDRAWN).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(summary.notices.iter().any(|notice| notice.name() == "decision-line-half"));
    accept(&study, &["--who", "Anna", "--why", "w", "--unit", "R-1-1"], "G1\n");
    assert!(fs::read(&file).expect("decisions").starts_with(&[whole.as_slice(), half, b"#cut\n"].concat()));
    assert_eq!(counted(&study), before);
    sound(&study);
}

/// Lines that are added while a run works change nothing of what it read; anything else does, and it stops.
#[test]
fn a_run_counts_what_was_there_when_it_began() {
    let (place, study) = copy("decisions");
    let file = study.join("decisions/anna.jsonl");
    let whole = fs::read_to_string(&file).expect("decisions");
    let other = study.join("decisions/cecilia.jsonl");
    let run = |name: &str, meanwhile: &(dyn Fn() + Sync)| {
        let out = place.path().join(name);
        let options = insats::run::Options { out: Some(out.clone()), formats: vec![], ..Default::default() };
        let stage = |stage| {
            if stage == insats::run::Stage::Counting {
                meanwhile();
            }
        };
        let done = insats::run::run(&study, &options, &stage);
        (done.map(|_| fs::read(out.join("manifest.json")).expect("a manifest")), out)
    };
    let (before, _) = run("before", &|| {});
    let before = before.unwrap_or_else(|failure| panic!("{failure}"));
    let added = |_: ()| fs::write(&file, whole.clone() + "{\"who\"").expect("a line more");
    let (appended, out) = run("appended", &|| {
        added(());
        fs::write(&other, "{\"insats decisions\":1}\n").expect("another file");
    });
    assert_eq!(appended.unwrap_or_else(|failure| panic!("{failure}")), before);
    assert!(out.join("data/codes.csv").is_file());
    fs::remove_file(&other).expect("another file");
    for (name, text) in [
        ("edited", whole.replacen("Läste fel", "Läste fex", 1)),
        ("shorter", whole[..whole.len() - 1].to_owned()),
        ("empty", String::new()),
    ] {
        fs::write(&file, &whole).expect("decisions");
        let (stopped, out) = run(name, &|| fs::write(&file, &text).expect("decisions"));
        assert!(matches!(stopped, Err(insats::run::Failure::Changed(_))), "{name}");
        assert!(!out.exists(), "{name}");
    }
    fs::write(&file, &whole).expect("decisions");
    let (gone, _) = run("gone", &|| fs::remove_file(&file).expect("no decisions"));
    assert!(matches!(gone, Err(insats::run::Failure::Changed(_))));
}

/// The list goes out with the texts, and comes back as a spreadsheet saves it: sorted, with semicolons, in Windows-1252.
#[test]
fn a_list_goes_out_and_comes_back() {
    let (place, study) = copy("error-new-wave");
    let list = study.join("private/to-decide.csv");
    let told = said(&accept(&study, &["--list"], ""));
    assert!(told.starts_with("3 codings wait: "), "{told}");
    assert_eq!(fs::read_to_string(study.join("private/.gitignore")).expect("a file"), "*\n");
    let written = rows(&list);
    let of = |row: usize, column: &str| written[row][column].as_str();
    assert_eq!((of(0, "id"), of(0, "change"), of(0, "was")), ("R-1-1", "edited", "G1"));
    assert_eq!((of(0, "old"), of(0, "new")), ("Ny mottagning", "Ny mottagning för unga"));
    assert_eq!((of(1, "id"), of(1, "change")), ("R-20-1", "unclear"));
    // Nothing was filled in: it is written anew.
    assert!(said(&accept(&study, &["--list"], "")).starts_with("3 codings wait: "));
    let filled = |codes: [&str; 3], why: [&str; 3]| {
        let head: Vec<&str> = written[0].keys().map(String::as_str).collect();
        let line = |(at, row): (usize, &std::collections::BTreeMap<String, String>)| {
            let cell = |name: &&str| match *name {
                "codes" => codes[at].to_owned(),
                "why" => why[at].to_owned(),
                name => row[name].clone(),
            };
            head.iter().map(cell).map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";")
        };
        let lines: Vec<String> = written.iter().enumerate().map(line).rev().collect();
        let text = format!("{}\r\n{}\r\n", head.join(";"), lines.join("\r\n"));
        text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect::<Vec<u8>>()
    };
    let given = place.path().join("ifylld.csv");
    let from = |text: Vec<u8>| {
        fs::write(&given, text).expect("a list");
        accept(&study, &["--who", "Bo", "--from", given.to_str().expect("a path")], "")
    };
    // All that is wrong is told with its cell, and nothing is decided.
    let told = said(&from(filled(["G9", "-", "G1/G2"], ["x", "y", ""])));
    for part in ["\"G9\"", "\"-\" stands where codes are expected", "\"G1/G2\"", "is decided without a reason"] {
        assert!(told.contains(part), "{part} {told}");
    }
    assert!(!study.join("decisions").exists());
    let told = said(&from(filled(["G1", "none", ""], ["Gäller än", "Ej vår", ""])));
    assert!(told.starts_with("2 codings decided, 1 without codes passed over."), "{told}");
    let told = said(&from(filled(["G1", "none", ""], ["Gäller än", "Ej vår", ""])));
    assert!(told.starts_with("0 codings decided, 2 as before, 1 without codes passed over."), "{told}");
    assert!(fs::read_to_string(study.join("decisions/bo.jsonl")).expect("decisions").contains("Gäller än"));
    // The text has changed again since the list was written.
    let answers = fs::read_to_string(study.join("svar.csv")).expect("answers");
    fs::write(study.join("svar.csv"), answers.replace("Ny mottagning för unga", "Ny mottagning för äldre"))
        .expect("answers");
    let told = said(&from(filled(["G1", "", ""], ["Gäller än", "", ""])));
    assert!(told.contains("\"R-1-1\" reads otherwise now"), "{told}");
    // A list that somebody has begun to fill in is not replaced.
    fs::copy(&given, &list).expect("a list");
    assert!(said(&accept(&study, &["--list"], "")).contains("somebody has begun to fill in"));
    assert!(said(&accept(&study, &["--list", "--force"], "")).contains("to-decide.csv.bak"));
}

/// The list as it comes back: with code and reason for R-1-1, and without one of its columns.
fn filled_in(list: &Path, without: &str) -> String {
    let written = rows(list);
    let head: Vec<&str> = written[0].keys().map(String::as_str).filter(|name| *name != without).collect();
    let line = |row: &std::collections::BTreeMap<String, String>| {
        let cell = |name: &&str| match *name {
            "codes" if row["id"] == "R-1-1" => "G2".to_owned(),
            "why" => "Read".to_owned(),
            name => row[name].clone(),
        };
        head.iter().map(cell).map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",")
    };
    format!("{}\n{}\n", head.join(","), written.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// A list says what had been decided when it was written: whoever fills it in has not seen what others decided since.
#[test]
fn a_list_takes_nothing_from_who_decided_since() {
    let (place, study) = copy("error-new-wave");
    let (list, given) = (study.join("private/to-decide.csv"), place.path().join("given.csv"));
    let write = |without: &str| {
        accept(&study, &["--list"], "");
        fs::write(&given, filled_in(&list, without)).expect("a list");
    };
    let from = || accept(&study, &["--who", "Bo", "--from", given.to_str().expect("a path")], "");
    write("");
    assert_eq!(rows(&list)[0]["after"], "");
    accept(&study, &["--who", "Anna", "--why", "w", "--unit", "R-1-1"], "G1\n");
    let output = from();
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("\"R-1-1\" (activity) was decided since the list was written, by \"Anna\""), "{told}");
    assert!(told.contains("given.csv, line 2, column A"), "{told}");
    assert!(!study.join("decisions/bo.jsonl").exists());
    // Anna takes it back, and a new list says so: what Bo decides follows what the list had seen.
    accept(&study, &["--who", "Anna", "--why", "w", "--undo"], "");
    assert!(said(&from()).contains("was decided since"), "the old list has not seen it taken back");
    write("");
    let seen = rows(&list)[0]["after"].clone();
    assert!(seen.len() == 32 && lines(&study).contains(&seen[..8]), "{seen}");
    assert!(said(&from()).starts_with("One coding decided, 2 without codes"), "{}", said(&from()));
    let file = fs::read_to_string(study.join("decisions/bo.jsonl")).expect("decisions");
    assert!(file.contains(&format!("\"after\":[\"{seen}\"]")), "{file}");
    assert!(said(&from()).starts_with("0 codings decided, 1 as before"), "{}", said(&from()));
}

/// A list of an earlier version does not say it; and one that names what is not there was made beside other files.
#[test]
fn a_list_that_does_not_say_what_had_been_decided_is_refused() {
    let (place, study) = copy("error-new-wave");
    accept(&study, &["--list"], "");
    let (list, given) = (study.join("private/to-decide.csv"), place.path().join("given.csv"));
    let from = |text: String| {
        fs::write(&given, text).expect("a list");
        said(&accept(&study, &["--who", "Bo", "--from", given.to_str().expect("a path")], ""))
    };
    let told = from(filled_in(&list, "after"));
    assert!(told.contains("does not say what had been decided when it was written"), "{told}");
    // The first column is that one, and blank.
    let told = from(filled_in(&list, "").replace("\n\"\",", "\n\"ba7816bf8f01cfea414140de5dae2223\","));
    assert!(told.contains("\"R-1-1\" (activity) names decisions that are not here"), "{told}");
    assert!(!study.join("decisions").exists());
}

/// Editors leave the last line without its end: it is whole nevertheless, and what comes behind it begins a line.
#[test]
fn a_whole_line_without_its_end_counts() {
    let (_place, study) = copy("decisions");
    let file = study.join("decisions/anna.jsonl");
    let whole = fs::read(&file).expect("decisions");
    let before = (counted(&study), sound(&study));
    fs::write(&file, &whole[..whole.len() - 1]).expect("decisions");
    assert_eq!((counted(&study), sound(&study)), before);
    accept(&study, &["--who", "Anna", "--why", "w", "--unit", "R-1-1"], "G1\n");
    let after = fs::read(&file).expect("decisions");
    assert!(after.starts_with(&[whole.as_slice(), b"{\"who\""].concat()), "{}", String::from_utf8_lossy(&after));
    assert_eq!(sound(&study), before.1 + 1);
}

/// What lies beside the files of decisions, and a file without a line, may be decisions that somebody misses.
#[test]
fn files_of_decisions_that_are_not_read_are_told() {
    let (_place, study) = copy("decisions");
    for (name, text) in [("bo.jsonl.txt", "x"), ("c.JSONL", "x"), ("d.jsonl", "\n"), (".e.txt", "x"), (".f.jsonl", "")]
    {
        fs::write(study.join("decisions").join(name), text).expect("a file");
    }
    let out = tempfile::tempdir().expect("a folder");
    let summary = run_into(&study, &out.path().join("out"), &UNDRAWN).unwrap_or_else(|failure| panic!("{failure}"));
    let told = summary.notices.iter().filter(|notice| notice.name().starts_with("decisions-file"));
    let told: BTreeSet<String> = told.map(|notice| format!("{} {}", notice.name(), notice.place)).collect();
    let expected = [
        "decisions-file-empty decisions/d.jsonl",
        "decisions-file-unread decisions/bo.jsonl.txt",
        "decisions-file-unread decisions/c.JSONL",
    ];
    assert_eq!(told, expected.map(str::to_owned).into());
}
