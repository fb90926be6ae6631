//! What has changed since a run: each change stands under its cause, the parts sum to the whole whatever changes, and what a folder
//! cannot prove is told. The hand-worked numbers are in the case `since`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use insats::money::Amount;
use insats::output::OutputError;
use insats::render::Format;
use insats::run::{Failure, count, diff, lock};
use insats::since::{Became, Cause, Difference, Note, Row};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::edited_codebook::edited;
use crate::support::{copy_folder, files, project, rows, run_into, shown};

/// The shipped study in a folder of its own, with its codebook; codes are those on which coders agree, else the rules'.
fn shipped(place: &Path) -> PathBuf {
    let study = place.join("input/lagesrapport-2024");
    copy_folder(&project("input/lagesrapport-2024"), &study);
    fs::create_dir_all(place.join("codebook")).expect("a folder");
    fs::copy(project("codebook/psykisk-halsa.json"), place.join("codebook/psykisk-halsa.json")).expect("the codebook");
    let text = fs::read_to_string(study.join("study.toml")).expect("declarations");
    let (first, rest) = text.split_once("[[coding]]\nrole = \"final\"").expect("the final sheet");
    let (_, rest) = rest.split_once("\n\n").expect("an end");
    let text = format!("{first}{rest}").replace("language = \"sv\"", "language = \"sv\"\ncodes = \"best\"");
    fs::write(study.join("study.toml"), text).expect("declarations");
    study
}

fn ran(study: &Path, out: &Path) {
    if let Err(failure) = run_into(study, out, &[Format::Csv, Format::Txt]) {
        panic!("{failure}");
    }
}

fn since(study: &Path, before: &Path) -> Difference {
    let untouched = files(before);
    let difference = match diff(study, before, None, &|_| {}) {
        Ok(summary) => summary.difference,
        Err(Failure::Input(messages)) => panic!("{}", shown(&messages)),
        Err(other) => panic!("{other}"),
    };
    assert_eq!(files(before), untouched);
    holds(&difference);
    difference
}

/// The parts of every number sum to its change, and those of areas to those of all.
fn holds(difference: &Difference) {
    let sums = |row: &Row| {
        let (mut number, mut funds) = (0, Amount::ZERO);
        for part in row.parts.values() {
            number += part.number;
            funds = funds + part.funds;
        }
        assert_eq!((number, funds), (row.change().number, row.change().funds), "{row:?}");
    };
    let Some(total) = &difference.total else { return };
    sums(total);
    difference.codes.iter().for_each(|own| sums(&own.row));
    difference.areas.iter().for_each(|own| sums(&own.row));
    for cause in Cause::ALL {
        let of = |row: &Row| row.parts.get(&cause).copied().unwrap_or_default();
        let number: i64 = difference.areas.iter().map(|own| of(&own.row).number).sum();
        let funds: Amount = difference.areas.iter().map(|own| of(&own.row).funds).sum();
        assert_eq!((number, funds), (of(total).number, of(total).funds), "{cause:?}");
    }
}

/// The causes that moved anything.
fn moved(difference: &Difference) -> BTreeSet<Cause> {
    let areas = difference.areas.iter().map(|own| &own.row);
    let codes = difference.codes.iter().map(|own| &own.row);
    areas.chain(codes).flat_map(|row| row.parts.keys().copied()).collect()
}

fn replace(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("a text");
    assert!(text.contains(from), "{}: {from}", file.display());
    fs::write(file, text.replacen(from, to, 1)).expect("a text");
}

/// One answer's funds.
fn change_answer(study: &Path) {
    let path = study.join("bu-lan.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(&path).expect("a table");
    let head = reader.byte_headers().expect("a head").clone();
    let mut all: Vec<csv::ByteRecord> = reader.byte_records().map(|row| row.expect("a row")).collect();
    let is_funds = |cell: &[u8]| String::from_utf8_lossy(cell).contains("i kronor [insats 1]");
    let at = head.iter().position(is_funds).expect("the funds");
    let changed = all[0].iter().enumerate().map(|(column, cell)| if column == at { &b"7654321"[..] } else { cell });
    all[0] = changed.collect();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_path(&path).expect("a table");
    writer.write_byte_record(&head).expect("a head");
    all.iter().for_each(|row| writer.write_byte_record(row).expect("a row"));
    writer.flush().expect("a table");
}

/// A thousand kronor more for Uppsala län, and in the row of totals. The sheet begins with three rows that are no table.
fn change_requisition(study: &Path) {
    let file = study.join("rekvirerade-medel-2024.xlsx");
    let edits = [("Län", 5, 2, "9632733"), ("Län", 25, 2, "")];
    edited(&file, &study.join("new.xlsx"), &edits);
    fs::rename(study.join("new.xlsx"), file).expect("a file");
}

fn change_correction(study: &Path) {
    replace(&study.join("rattelser.csv"), "ca 1 249 938,1249938", "ca 1 249 938,2249938");
}

/// The coders agree on another code.
fn change_code(study: &Path) {
    for coder in ["kodning/kodare-a.csv", "kodning/kodare-b.csv"] {
        replace(&study.join(coder), "BUR-001-2,G5.1,", "BUR-001-2,G1.4,");
    }
}

/// A code loses its rules.
fn change_rule(study: &Path) {
    let path = study.join("../../codebook/psykisk-halsa.json");
    let mut book: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a codebook")).expect("JSON");
    let codes = book["systems"][0]["codes"].as_array_mut().expect("codes");
    let code = codes.iter_mut().find(|code| code["id"] == "G5.1").expect("a code");
    code.as_object_mut().expect("a code").remove("rules");
    fs::write(&path, serde_json::to_string_pretty(&book).expect("JSON")).expect("a codebook");
}

fn change_declaration(study: &Path) {
    replace(&study.join("study.toml"), "per = \"recipient\"", "per = \"area\"");
}

#[test]
fn each_change_of_the_shipped_study_stands_under_its_cause() {
    let place = tempfile::tempdir().expect("a folder");
    let study = shipped(place.path());
    let before = place.path().join("before");
    ran(&study, &before);
    let unchanged = since(&study, &before);
    assert!(unchanged.is_nothing() && unchanged.files.is_empty() && unchanged.notes.is_empty(), "{unchanged:#?}");
    type Change = (Cause, &'static str, fn(&Path));
    let changes: [Change; 6] = [
        (Cause::Answers, "bu-lan.csv", change_answer),
        (Cause::Funds, "rekvirerade-medel-2024.xlsx", change_requisition),
        (Cause::Corrections, "rattelser.csv", change_correction),
        (Cause::Codes, "kodning/kodare-a.csv", change_code),
        (Cause::Rules, "../../codebook/psykisk-halsa.json", change_rule),
        (Cause::Declarations, "study.toml", change_declaration),
    ];
    for (cause, file, change) in changes {
        let own = tempfile::tempdir().expect("a folder");
        let study = shipped(own.path());
        change(&study);
        let difference = since(&study, &before);
        assert_eq!(moved(&difference), BTreeSet::from([cause]), "{file}");
        assert!(difference.notes.is_empty(), "{:?}", difference.notes);
        let first = difference.files.first().map(|own| own.file.as_str());
        assert_eq!(first, Some(file));
        assert!(difference.files.iter().all(|own| own.cause == cause), "{:?}", difference.files);
        let of_items: BTreeSet<Cause> =
            difference.items.iter().flat_map(|item| &item.cells).flat_map(|cell| &cell.causes).copied().collect();
        assert_eq!(of_items, BTreeSet::from([cause]), "{:#?}", difference.items);
    }
    for (_, _, change) in changes {
        change(&study);
    }
    assert_eq!(moved(&since(&study, &before)), BTreeSet::from(Cause::ALL));
}

/// An intervention: the text, the funds, and the code that people gave it.
type Reported = (usize, Option<i64>, Option<usize>);

/// A small study that can be changed in every layer.
#[derive(Clone, Debug)]
struct Small {
    /// By respondent its interventions.
    answers: Vec<Vec<Reported>>,
    /// By region.
    funds: Vec<i64>,
    /// Respondent, block, and the corrected funds.
    corrections: Vec<(usize, usize, i64)>,
    aside: BTreeSet<usize>,
    rule: usize,
    per: &'static str,
    requires_title: bool,
    subcode: bool,
}

const BLOCKS: usize = 3;
const REGIONS: [&str; 5] =
    ["Region Stockholm", "Region Uppsala", "Region Sörmland", "Region Östergötland", "Region Skåne"];
const TEXTS: [&str; 6] =
    ["Utbildning i skolan", "Stöd till anhöriga", "En ny mottagning", "Kartläggning", "Utbildning av stöd", "Samtal"];
const CODES: [&str; 3] = ["G1", "G2", "G3"];
const PATTERNS: [&str; 4] = ["utbild*", "stöd", "samtal", "kartlägg*"];

fn small() -> impl Strategy<Value = Small> {
    let funds = prop::option::weighted(0.9, 1..900_000_i64);
    let intervention = (0..TEXTS.len(), funds, prop::option::weighted(0.6, 0..CODES.len()));
    let answers = prop::collection::vec(prop::collection::vec(intervention, 0..=BLOCKS), 1..=REGIONS.len());
    let corrections = prop::collection::vec((0..5_usize, 0..BLOCKS, 1..500_000_i64), 0..3);
    let aside = prop::collection::btree_set(0..5_usize, 0..2);
    let per = prop_oneof![Just("recipient"), Just("area"), Just("none")];
    let rest = (0..PATTERNS.len(), per, any::<bool>(), any::<bool>());
    let all = (answers, prop::collection::vec(0..900_000_i64, 5), corrections, aside, rest);
    all.prop_map(|(answers, funds, corrections, aside, (rule, per, requires_title, subcode))| Small {
        answers,
        funds,
        corrections,
        aside,
        rule,
        per,
        requires_title,
        subcode,
    })
}

impl Small {
    fn write(&self, folder: &Path) {
        let put = |name: &str, text: String| fs::write(folder.join(name), text).expect("a file");
        let head: String = (1..=BLOCKS).map(|n| format!(";Namn {n};Text {n};Kronor {n}")).collect();
        let (mut answers, mut codes) = (format!("Id;Region{head}\n"), "Insats;Kod\n".to_owned());
        for (at, own) in self.answers.iter().enumerate() {
            answers += &format!("R{at};{}", REGIONS[at]);
            for block in 0..BLOCKS {
                let Some((text, funds, code)) = own.get(block) else {
                    answers += ";;;";
                    continue;
                };
                let title = if (at + block + text) % 3 == 0 { "" } else { "Namn" };
                answers +=
                    &format!(";{title};{};{}", TEXTS[*text], funds.map_or_else(|| "-".to_owned(), |f| f.to_string()));
                // Who is set aside, and what does not count, is not coded.
                let counts = self.counts(at, block) && (!self.requires_title || !title.is_empty());
                if let Some(code) = code.filter(|_| counts) {
                    codes += &format!("R{at}-{};{}\n", block + 1, CODES[code]);
                }
            }
            answers += "\n";
        }
        put("svar.csv", answers);
        put("koder.csv", codes);
        let funds: String =
            REGIONS.iter().zip(&self.funds).map(|(region, funds)| format!("{region};{funds}\n")).collect();
        put("medel.csv", format!("Region;Belopp\n{funds}"));
        let corrections = self.corrections().map(|(at, block, old, new)| {
            format!(
                "R{at}-{},kronor,{},{new},Bekräftat\n",
                block + 1,
                old.map_or_else(|| "-".to_owned(), |f| f.to_string())
            )
        });
        put("rattelser.csv", format!("Insats,Fält,Tidigare,Nytt,Skäl\n{}", corrections.collect::<String>()));
        let parent = if self.subcode { ", \"parent\": \"G1\"" } else { "" };
        put("kodbok.json", CODEBOOK.replace("PATTERN", PATTERNS[self.rule]).replace("PARENT", parent));
        put("report.toml", REPORT.to_owned());
        let aside = self.aside.iter().filter(|at| **at < self.answers.len()).map(|at| format!("R{at} = \"dubbelt\""));
        let study = STUDY.replace("ASIDE", &aside.collect::<Vec<_>>().join(", ")).replace("PER", self.per);
        let study = match self.per {
            "none" => study.replace(REQUISITIONS, ""),
            _ => study,
        };
        put("study.toml", study.replace("TITLE", if self.requires_title { "\"title\", " } else { "" }));
    }

    /// Corrections of what there is, once each, with what is exported.
    fn corrections(&self) -> impl Iterator<Item = (usize, usize, Option<i64>, i64)> + '_ {
        let mut seen = BTreeSet::new();
        self.corrections.iter().filter_map(move |(at, block, new)| {
            let (_, old, _) = self.answers.get(*at)?.get(*block)?;
            let is_new = !self.aside.contains(at) && *old != Some(*new) && seen.insert((*at, *block));
            is_new.then_some((*at, *block, *old, *new))
        })
    }

    fn counts(&self, at: usize, block: usize) -> bool {
        let corrected = self.corrections().any(|(own, of, ..)| (own, of) == (at, block));
        !self.aside.contains(&at) && (corrected || self.answers[at][block].1.is_some())
    }
}

const REQUISITIONS: &str = r#"[[requisitions]]
file = "medel.csv"
level = "region"
name = "Region"
areas = { Belopp = "psyk" }
"#;

const STUDY: &str = r#"title = "t"
year = 2025
codebook = "kodbok.json"
codes = "best"
[weighting]
per = "PER"
[complete]
requires = [TITLE"activity", "funds"]
placeholders = ["-"]
[[requisitions]]
file = "medel.csv"
level = "region"
name = "Region"
areas = { Belopp = "psyk" }
[corrections]
file = "rattelser.csv"
intervention = "Insats"
field = "Fält"
old = "Tidigare"
new = "Nytt"
reason = "Skäl"
fields = { kronor = "funds" }
[[coding]]
role = "final"
file = "koder.csv"
intervention = "Insats"
domains = { activity = "Kod" }
[[survey]]
area = "psyk"
level = "region"
file = "svar.csv"
respondent = { id = "Id", name = "Region", set_aside = { ASIDE } }
[survey.intervention]
title = "Namn {n}"
activity = "Text {n}"
funds = "Kronor {n}"
"#;

const REPORT: &str = r#"source = "x"
[[item]]
id = "figur-1"
kind = "bubble"
area = "psyk"
domains = ["activity"]
title = "x"
"#;

const CODEBOOK: &str = r#"{ "id": "b", "version": "1", "title": { "sv": "B" },
"domains": [{ "id": "activity", "label": { "sv": "Aktivitet" }, "plural": { "sv": "Aktiviteter" }, "system": "s" }],
"systems": [{ "id": "s", "label": { "sv": "S" }, "codes": [
{ "id": "G1", "label": { "sv": "Ett" }, "definition": { "sv": "Ett." } },
{ "id": "G2", "label": { "sv": "Två" }, "definition": { "sv": "Två." }PARENT },
{ "id": "G3", "label": { "sv": "Tre" }, "definition": { "sv": "Tre." }, "rules": [{ "any": ["PATTERN"] }] }] }] }"#;

/// By area, domain and code what a study counts, as its data file has it.
fn recorded(out: &Path) -> Vec<(String, i64, i64)> {
    let of = |row: std::collections::BTreeMap<String, String>| {
        let funds = row.get("weighted_kr").or_else(|| row.get("reported_kr")).expect("funds");
        (row["code"].clone(), row["interventions"].parse().expect("a number"), funds.parse().expect("kronor"))
    };
    let mut all: Vec<_> = rows(&out.join("data/codes.csv")).into_iter().map(of).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever two states of a study differ in: the parts sum (`holds`), what is told of then is what the data files of then
    /// say, what is told of now is what those of now say, and nothing has to be set right.
    #[test]
    fn parts_sum_to_the_change_between_any_two_states(then in small(), now in small()) {
        let place = tempfile::tempdir().expect("a folder");
        let study = place.path().join("study");
        fs::create_dir_all(&study).expect("a folder");
        then.write(&study);
        let outs = ["then", "now"].map(|name| place.path().join(name));
        prop_assume!(run_into(&study, &outs[0], &[Format::Csv]).is_ok());
        let unchanged = since(&study, &outs[0]);
        prop_assert!(unchanged.is_nothing(), "{:#?}", unchanged);
        now.write(&study);
        prop_assume!(run_into(&study, &outs[1], &[Format::Csv]).is_ok());
        let difference = since(&study, &outs[0]);
        prop_assert!(difference.notes.iter().all(|note| matches!(note, Note::RulesOfNow(_))), "{:?}", difference.notes);
        let [then, now] = outs.map(|out| recorded(&out));
        let of = |counts: &[(String, i64, i64)], code: &str| {
            counts.iter().find(|(own, ..)| own == code).map_or((0, 0), |(_, number, kronor)| (*number, *kronor))
        };
        let codes: BTreeSet<&String> = then.iter().chain(&now).map(|(code, ..)| code).collect();
        for code in codes {
            let row = difference.codes.iter().find(|own| own.code == *code).map(|own| &own.row);
            let told = |count: insats::since::Count| (count.number, count.funds.ore() / 100);
            match row {
                Some(row) => {
                    prop_assert_eq!(told(row.before), of(&then, code));
                    prop_assert_eq!(told(row.now), of(&now, code));
                }
                None => prop_assert_eq!(of(&then, code), of(&now, code)),
            }
        }
        let counted = count(&study, None, &|_| {}).expect("the study");
        let area = counted.ledger.area("psyk").expect("the area");
        let total = difference.total.as_ref().expect("all").now;
        prop_assert_eq!(total.number, area.interventions as i64);
    }
}

fn diff_command(study: &Path, before: &Path, more: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    program
        .arg("diff")
        .arg(study)
        .arg("--since")
        .arg(before)
        .args(more)
        .env("LC_ALL", "C")
        .output()
        .expect("the program")
}

/// The case in a folder of its own, with the output folder of then.
fn case(place: &Path) -> (PathBuf, PathBuf) {
    let study = place.join("since");
    copy_folder(&project("tests/cases/since"), &study);
    fs::remove_dir_all(study.join("expected")).expect("what is expected");
    fs::rename(study.join("before"), place.join("before")).expect("the folder of then");
    (study, place.join("before"))
}

/// The numbers of the case's README, for programs and for people in both languages.
#[test]
fn causes_are_told_to_programs_and_people() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, before) = case(place.path());
    let told = diff_command(&study, &before, &["--format", "json"]);
    assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).expect("JSON");
    let count = |number: i64, funds: i64| json!({ "number": number, "funds": funds });
    assert_eq!(told["total"]["before"], count(5, 1_100_000));
    assert_eq!(told["total"]["now"], count(6, 1_210_000));
    let parts = json!({
        "answers": count(1, 60_000),
        "funds": count(0, 50_000),
        "corrections": count(1, 0),
        "declarations": count(-1, 0),
    });
    assert_eq!(told["total"]["parts"], parts);
    assert_eq!(told["currency"], "SEK");
    let out = place.path().join("tables");
    let text = diff_command(&study, &before, &["--out", &out.display().to_string()]).stdout;
    let text = String::from_utf8(text).expect("UTF-8").replace('\u{a0}', " ");
    assert!(text.lines().any(|line| line.starts_with("answers") && line.ends_with("+60,000")), "{text}");
    assert!(text.contains("claim C-1: holds (5) → fails (6), because of answers"), "{text}");
    assert_eq!(files(&out).len(), 6);
    // A second time only with --force, and never into the folder of the run.
    assert_eq!(diff_command(&study, &before, &["--out", &out.display().to_string()]).status.code(), Some(2));
    let swedish = diff_command(&study, &before, &["--messages", "sv"]).stdout;
    assert!(String::from_utf8_lossy(&swedish).contains("rättelser/åt sidan"));
    let untouched = files(&before);
    for inside in [before.clone(), before.join("data"), before.join("new/deeper"), before.join("data/../new")] {
        let refused = diff_command(&study, &before, &["--out", &inside.display().to_string(), "--force"]);
        assert_eq!(refused.status.code(), Some(2), "{}", String::from_utf8_lossy(&refused.stdout));
    }
    assert_eq!(files(&before), untouched);
}

#[test]
fn the_order_of_rows_means_nothing() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    let before = place.path().join("now");
    ran(&study, &before);
    for name in ["svar.csv", "koder.csv", "medel.csv", "rattelser.csv"] {
        let text = fs::read_to_string(study.join(name)).expect("a table");
        let (head, rows) = text.split_once('\n').expect("a head");
        let rows: Vec<&str> = rows.lines().rev().collect();
        fs::write(study.join(name), format!("{head}\n{}\n", rows.join("\n"))).expect("a table");
    }
    let difference = since(&study, &before);
    assert!(difference.is_nothing() && difference.files.len() == 4, "{difference:#?}");
}

/// Where sheets have a lock, codes follow their texts: answers that change places move nothing, and one that is edited loses its
/// code because of the answers, whatever the sheet goes on saying.
#[test]
fn codes_that_lose_their_texts_are_lost_by_answers() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    lock(&study, &[], &[], &|_| {}).expect("a lock");
    let before = place.path().join("now");
    ran(&study, &before);
    let answers = study.join("svar.csv");
    let first = "Mottagning;Ny mottagning;100000;Kurs;Kurs för personal;100000";
    replace(&answers, first, "Kurs;Kurs för personal;100000;Mottagning;Ny mottagning;100000");
    let swapped = since(&study, &before);
    assert!(swapped.is_nothing() && swapped.files.len() == 1, "{swapped:#?}");
    replace(&answers, "Ny mottagning", "Ny stor mottagning");
    let edited = since(&study, &before);
    assert_eq!(moved(&edited), BTreeSet::from([Cause::Answers]));
    let of = |code: &str| edited.codes.iter().find(|own| own.code == code).map(|own| own.row.change().number);
    assert_eq!((of("G3"), of("not-coded")), (Some(-1), Some(1)));
}

/// Halland is set aside: its two interventions and 100 000 kr are gone, and its codes with them.
#[test]
fn who_is_set_aside_stands_under_corrections() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    let before = place.path().join("now");
    ran(&study, &before);
    replace(
        &study.join("study.toml"),
        "name = \"Region\" }\n\n[survey.i",
        "name = \"Region\", set_aside = { R-3 = \"dubbelt\" } }\n\n[survey.i",
    );
    let aside = since(&study, &before);
    assert_eq!(moved(&aside), BTreeSet::from([Cause::Corrections]));
    let change = aside.total.as_ref().expect("all").change();
    assert_eq!((change.number, change.funds.ore()), (-2, -10_000_000));
    // And back again.
    let then = place.path().join("aside");
    ran(&study, &then);
    replace(&study.join("study.toml"), ", set_aside = { R-3 = \"dubbelt\" }", "");
    let back = since(&study, &then);
    assert_eq!(moved(&back), BTreeSet::from([Cause::Corrections]));
    assert_eq!(back.total.expect("all").change().number, 2);
}

fn refused(study: &Path, before: &Path) -> String {
    match diff(study, before, None, &|_| {}) {
        Err(Failure::Input(messages)) => shown(&messages),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_no_run_of_the_study_is_refused() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, before) = case(place.path());
    assert!(refused(&study, &place.path().join("nowhere")).contains("this is no folder"));
    assert!(refused(&study, &study.join("svar.csv")).contains("this is no folder"));
    assert!(refused(&study, &study).contains("no manifest.json of ours"));
    let manifest = before.join("manifest.json");
    let whole = fs::read_to_string(&manifest).expect("a manifest");
    let nested = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    for damaged in ["", "{", "[]", "{\"program\": 1}", &nested, &whole[..whole.len() / 2]] {
        fs::write(&manifest, damaged).expect("a manifest");
        assert!(refused(&study, &before).contains("the manifest cannot be read"), "{damaged:.40}");
    }
    for (from, to, said) in [
        ("\"year\": 2025", "\"year\": 2024", "of another study"),
        ("\"name\": \"insats\"", "\"name\": \"other\"", "no manifest.json of ours"),
        ("data/interventions.csv", "disagreements.csv", "another command than insats run"),
    ] {
        fs::write(&manifest, whole.replace(from, to)).expect("a manifest");
        assert!(refused(&study, &before).contains(said), "{said}");
    }
    fs::write(&manifest, whole).expect("a manifest");
    let Err(Failure::Output(OutputError::Input { .. })) =
        diff(&study, &before, Some((&before.join("data")).into()), &|_| {})
    else {
        panic!("the folder of the run was not spared");
    };
}

/// The manifest of a folder with other hashes for files that are changed on purpose, as if they had been written so.
fn sealed(before: &Path, change: impl FnOnce(&mut Value)) {
    use sha2::{Digest, Sha256};
    let path = before.join("manifest.json");
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a manifest")).expect("JSON");
    change(&mut manifest);
    let outputs = manifest["outputs"].as_array_mut().expect("outputs");
    outputs.retain(|own| before.join(own["file"].as_str().expect("a name")).is_file());
    for own in outputs {
        let bytes = fs::read(before.join(own["file"].as_str().expect("a name"))).expect("a file");
        own["sha256"] = insats::read::hex(&Sha256::digest(&bytes)).into();
    }
    fs::write(path, serde_json::to_string(&manifest).expect("JSON")).expect("a manifest");
}

/// What a folder of an earlier version, or one that somebody has edited, cannot prove stands under another cause; the sums hold.
#[test]
fn what_a_folder_cannot_prove_is_told() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, before) = case(place.path());
    let interventions = before.join("data/interventions.csv");
    let text = fs::read_to_string(&interventions).expect("a table");
    fs::write(&interventions, text.replace("true", "false")).expect("a table");
    let difference = since(&study, &before);
    assert!(difference.total.is_none() && difference.codes.is_empty() && !difference.items.is_empty());
    assert_eq!(difference.notes, [Note::FileEdited("data/interventions.csv")]);
    fs::write(&interventions, text).expect("a table");
    for file in ["basis", "waiting", "requisitions"] {
        fs::remove_file(before.join(format!("data/{file}.csv"))).expect("a file");
    }
    sealed(&before, |manifest| {
        for key in ["complete", "decimals"] {
            manifest["settings"].as_object_mut().expect("settings").remove(key);
        }
        manifest.as_object_mut().expect("a manifest").remove("set_aside");
        manifest["codebook"].as_object_mut().expect("a codebook").remove("main_codes");
        manifest["program"]["version"] = "0.0.9".into();
    });
    let difference = since(&study, &before);
    let merged = |cause| Note::Merged { cause, with: Cause::Answers };
    for note in [
        Note::OtherVersion("0.0.9".to_owned()),
        Note::FileMissing("data/basis.csv"),
        Note::NoMainCodes,
        merged(Cause::Corrections),
        merged(Cause::Declarations),
        merged(Cause::Funds),
        merged(Cause::Rules),
    ] {
        assert!(difference.notes.contains(&note), "{note:?} is not among {:?}", difference.notes);
    }
    let total = difference.total.expect("all");
    assert_eq!((total.before.number, total.now.number), (5, 6));
    // Late answer, correction and title required are not told apart; Skåne's funds are.
    let told: Vec<_> = total.parts.iter().map(|(cause, part)| (*cause, part.number, part.funds.ore() / 100)).collect();
    assert_eq!(told, [(Cause::Answers, 1, 60_000), (Cause::Funds, 0, 50_000)]);
}

/// A folder whose manifest fits whatever stands in it: nothing is opened that is not its own, and nothing falls over.
#[test]
fn a_hostile_folder_harms_nothing() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, whole) = case(place.path());
    let names = ["interventions", "codings", "codes", "weights", "requisitions", "basis", "waiting", "claims"];
    let contents: [&[u8]; 7] = [
        b"",
        b"\xff\xfe\x00",
        b"a,b\n1\n",
        b"intervention_id,area,respondent_id,recipient_code,included,reported_kr,weighted_kr\nx,y,z,1,true,99999999999999999999,-1\n",
        b"intervention_id,domain,code,source\nR-1-1,\n",
        b"area,recipient_code,requisitioned_kr,repaid_kr\npsyk,03,999999999999999,-999999999999999\npsyk,09,-5,0\n",
        b"area,domain,code,interventions,weighted_kr\npsyk,activity,G1,4294967295,999999999999999\n",
    ];
    for name in names {
        for content in contents {
            let before = place.path().join("hostile");
            copy_folder(&whole, &before);
            fs::write(before.join(format!("data/{name}.csv")), content).expect("a file");
            sealed(&before, |manifest| {
                let items = manifest["items"].as_array_mut().expect("items");
                items.extend([json!("../../secret"), json!("a\u{1b}[31m")]);
                let outputs = manifest["outputs"].as_array_mut().expect("outputs");
                outputs.push(json!({ "file": "../since/svar.csv", "sha256": "0" }));
            });
            match diff(&study, &before, None, &|_| {}) {
                Ok(summary) => holds(&summary.difference),
                Err(Failure::Input(_)) => {}
                Err(other) => panic!("{name}: {other}"),
            }
            let printed = diff_command(&study, &before, &[]);
            assert!(printed.status.code().is_some_and(|code| code < 2), "{name}");
            assert!(!printed.stdout.contains(&0x1b));
            fs::remove_dir_all(&before).expect("a folder");
        }
    }
}

/// Other currency, no funds any more, accounts instead of interventions: what can be compared is, the rest is told.
#[test]
fn what_cannot_be_compared_is_told() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, before) = case(place.path());
    let toml = fs::read_to_string(study.join("study.toml")).expect("declarations");
    let toml = toml.replace("year = 2025", "year = 2025\ncurrency = \"EUR\"").replace(": Kronor", ": Belopp");
    fs::write(study.join("study.toml"), toml).expect("declarations");
    let answers = fs::read_to_string(study.join("svar.csv")).expect("answers").replace(": Kronor", ": Belopp");
    fs::write(study.join("svar.csv"), answers).expect("answers");
    fs::write(
        study.join("pastaenden.csv"),
        "id,area,statement,assertion,precision,undecided\nC-1,psyk,Det är 5.,interventions = 5,,\n",
    )
    .expect("claims");
    let difference = since(&study, &before);
    assert!(difference.currency.is_none());
    assert!(difference.notes.contains(&Note::OtherCurrency { before: "kr".to_owned(), now: "eur" }));
    let total = difference.total.expect("all");
    assert_eq!((total.before.number, total.now.number, total.now.funds), (5, 6, Amount::ZERO));
    let grant = project("tests/cases/readme-grant");
    let out = place.path().join("grant");
    ran(&grant, &out);
    let difference = since(&grant, &out);
    assert_eq!(difference.notes, [Note::NoInterventions]);
    assert!(difference.is_nothing() && difference.total.is_none());
}

/// What a claim states may be computed: it moves with the data, and only what really is declared otherwise stands under declarations.
/// Skåne requisitions 100 000 more: R-2-1 has G3 and gets them all. Then Gotland reports a second intervention: seven, not six.
#[test]
fn a_claim_whose_right_side_moves_says_nothing_else() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    let claims = study.join("pastaenden.csv");
    let text = fs::read_to_string(&claims).expect("claims");
    let more = "D-1,psyk,Mer än till uppföljning.,kronor > kronor(activity = G3),,\n\
                D-2,psyk,Var och en svarade om någon insats.,respondents <= interventions,,\n";
    fs::write(&claims, text.replace("interventions = 5,", "interventions = 6,") + more).expect("claims");
    let before = place.path().join("now");
    ran(&study, &before);
    let causes = |difference: &Difference, claim: &str| {
        let own = difference.claims.iter().find(|own| own.claim == claim);
        own.map(|own| own.causes.iter().copied().collect::<Vec<_>>())
    };
    replace(&study.join("medel.csv"), "Skåne;250000", "Skåne;350000");
    replace(&study.join("study.toml"), "title = \"Vad", "title = \"Allt");
    let funds = since(&study, &before);
    let own = funds.claims.iter().find(|own| own.claim == "D-1").expect("the claim");
    let stated = [&own.before, &own.now].map(|came| came.as_ref().expect("decided").stated.replace('\u{a0}', " "));
    assert_eq!(stated, ["> 710 000 kr", "> 810 000 kr"]);
    assert_eq!((causes(&funds, "D-1"), causes(&funds, "D-2")), (Some(vec![Cause::Funds]), None));
    replace(&study.join("svar.csv"), "Samtal i grupp;50000;;;", "Samtal i grupp;50000;Resa;En resa;50000");
    let answers = since(&study, &before);
    assert_eq!(causes(&answers, "D-2"), Some(vec![Cause::Answers]));
    assert_eq!(causes(&answers, "C-1"), Some(vec![Cause::Answers]));
    // Another sign, and another number, are said otherwise, beside what the answers did to them.
    replace(&claims, "respondents <=", "respondents <");
    replace(&claims, "interventions = 6,", "interventions = 7,");
    let declared = since(&study, &before);
    for claim in ["C-1", "D-2"] {
        let causes = causes(&declared, claim).expect("another claim");
        assert!(causes.contains(&Cause::Declarations), "{claim}: {causes:?}");
    }
    assert_eq!(causes(&declared, "D-1").map(|own| own.contains(&Cause::Declarations)), Some(false));
}

/// Who cannot compare cannot say that nothing moved.
#[test]
fn what_was_not_compared_is_not_told_as_unmoved() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    let whole = place.path().join("now");
    ran(&study, &whole);
    let told = |before: &Path| String::from_utf8(diff_command(&study, before, &[]).stdout).expect("UTF-8");
    assert!(told(&whole).contains("Nothing has moved since the run"), "{}", told(&whole));
    for (file, edit, said) in [
        ("data/interventions.csv", true, "data/interventions.csv has been changed since the run"),
        ("data/codings.csv", false, "data/codings.csv is not in the folder"),
        ("data/claims.csv", false, "data/claims.csv is not in the folder"),
        ("figures/figur-1.csv", true, "not compared, for there is no CSV or text file of then, or it was changed"),
    ] {
        let before = place.path().join("damaged");
        copy_folder(&whole, &before);
        match edit {
            true => fs::write(before.join(file), "a\n").expect("a file"),
            false => fs::remove_file(before.join(file)).expect("a file"),
        }
        let text = told(&before);
        assert!(!text.contains("Nothing has moved"), "{text}");
        assert!(text.contains("cannot be said, for not everything could be compared") && text.contains(said), "{text}");
        assert!(since(&study, &before).is_nothing());
        fs::remove_dir_all(&before).expect("a folder");
    }
}

/// A title is declared and moves nothing, also in a copy that stands elsewhere. Where answers and codes are others, too, it is
/// another study.
#[test]
fn a_study_with_another_title_is_the_same() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    let before = place.path().join("now");
    ran(&study, &before);
    replace(&study.join("study.toml"), "title = \"Vad", "title = \"Allt");
    let copy = place.path().join("copy");
    copy_folder(&study, &copy);
    for study in [&study, &copy] {
        let titled = since(study, &before);
        let files: Vec<_> = titled.files.iter().map(|own| (own.file.as_str(), own.cause)).collect();
        assert_eq!(files, [("study.toml", Cause::Declarations)]);
        assert!(titled.is_nothing() && titled.is_whole());
    }
    replace(&copy.join("svar.csv"), "Ny mottagning", "Ny stor mottagning");
    assert_eq!(moved(&since(&copy, &before)), BTreeSet::new());
    let codes = fs::read_to_string(copy.join("koder.csv")).expect("codes");
    fs::write(copy.join("koder.csv"), codes + "\n").expect("codes");
    assert!(refused(&copy, &before).contains("of another study"));
}

#[test]
fn a_lock_that_was_removed_is_about_codes() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, _) = case(place.path());
    lock(&study, &[], &[], &|_| {}).expect("a lock");
    let before = place.path().join("now");
    ran(&study, &before);
    fs::remove_file(study.join("koder.csv.lock")).expect("the lock");
    let without = since(&study, &before);
    let files: Vec<_> = without.files.iter().map(|own| (own.file.as_str(), own.became, own.cause)).collect();
    assert_eq!(files, [("koder.csv.lock", Became::Gone, Cause::Codes)]);
}
