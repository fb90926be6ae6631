//! Coding in workbooks: what goes out, what comes back whatever was done with it, and what is told of what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};
use insats::decisions::log::Moment;
use insats::exact::Exact;
use insats::run::{Collected, Failure, Settling, SheetOptions, SheetSummary, collect, sheet};

use crate::support::{UNDRAWN, copy_folder, files, not_allowed, project, rows, run_into, shown};

/// `tests/cases/coded-here` before anybody was given anything: ten answers of one domain, 5 740 000 kr.
fn uncoded() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().expect("a folder");
    let study = place.path().join("study");
    copy_folder(&project("tests/cases/coded-here"), &study);
    fs::remove_dir_all(study.join("decisions")).expect("decisions");
    (place, study)
}

fn options(double: i128) -> SheetOptions {
    SheetOptions {
        coders: vec!["Anna".to_owned(), "Bo".to_owned()],
        double: Exact::fraction(double, 100),
        seed: 1,
        ..SheetOptions::default()
    }
}

fn give_out(study: &Path, options: &SheetOptions) -> SheetSummary {
    sheet(study, options, &Moment::of_unix(0), &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)))
}

fn told(failure: &Failure) -> String {
    match failure {
        Failure::Input(messages) => shown(messages),
        other => other.to_string(),
    }
}

fn take(study: &Path, files: &[PathBuf]) -> Result<Collected, String> {
    collect(study, files, None, None, None, &Moment::of_unix(60), &|_| {}).map_err(|failure| told(&failure))
}

fn taken(study: &Path, files: &[PathBuf]) -> Collected {
    take(study, files).unwrap_or_else(|told| panic!("{told}"))
}

fn refused(study: &Path, files: &[PathBuf]) -> String {
    let before = files_of(study);
    let told = take(study, files).err().unwrap_or_else(|| panic!("nothing was refused"));
    assert_eq!(before, files_of(study), "something was written nevertheless");
    told
}

fn files_of(study: &Path) -> BTreeMap<String, Vec<u8>> {
    files(&study.join("decisions"))
}

/// New codings, those that change one, those that were there, and blank cells.
fn numbers(collected: &Collected) -> Vec<(String, usize, usize, usize, usize)> {
    collected.taken.iter().map(|own| (own.coder.clone(), own.new, own.changed, own.same, own.left)).collect()
}

fn notices(collected: &Collected) -> String {
    collected.notices.iter().map(|notice| notice.text(insats::wording::Language::English) + "\n").collect()
}

/// A sheet as texts, which is changed and saved as people and programs do.
#[derive(Clone)]
struct Table(Vec<Vec<String>>);

impl Table {
    fn read(path: &Path) -> Self {
        let mut book = open_workbook_auto(path).expect("a workbook");
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).expect("a sheet");
        let text = |cell: &Data| if *cell == Data::Empty { String::new() } else { cell.to_string() };
        Self(range.rows().map(|row| row.iter().map(text).collect()).collect())
    }

    fn column(&self, name: &str) -> usize {
        self.0[0].iter().position(|own| own == name).unwrap_or_else(|| panic!("no {name} in {:?}", self.0[0]))
    }

    fn ids(&self) -> Vec<String> {
        let column = self.column("id");
        self.0[1..].iter().map(|row| row[column].clone()).collect()
    }

    fn get(&self, id: &str, column: &str) -> &str {
        let (id_column, column) = (self.column("id"), self.column(column));
        self.0.iter().find(|row| row[id_column] == id).map_or_else(|| panic!("no {id}"), |row| &row[column])
    }

    fn set(&mut self, id: &str, column: &str, text: &str) -> &mut Self {
        let (id_column, column) = (self.column("id"), self.column(column));
        self.0.iter_mut().filter(|row| row[id_column] == id).for_each(|row| row[column] = text.to_owned());
        self
    }

    /// Codes every answer.
    fn code(&mut self, codes: impl Fn(&str) -> Option<&'static str>) -> &mut Self {
        for id in self.ids() {
            if let Some(codes) = codes(&id) {
                self.set(&id, CODES, codes);
            }
        }
        self
    }

    fn csv(&self, path: &Path, delimiter: u8, encoding: &'static encoding_rs::Encoding) -> PathBuf {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        self.0.iter().for_each(|row| writer.write_record(row).expect("a row"));
        let text = String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8").replace('\n', "\r\n");
        let mark: &[u8] = if encoding == encoding_rs::UTF_8 { "\u{feff}".as_bytes() } else { b"" };
        fs::write(path, [mark, &encoding.encode(&text).0].concat()).expect("to write");
        path.to_owned()
    }

    /// As another program writes it: other formats, a filter that hides every second row.
    fn xlsx(&self, path: &Path) -> PathBuf {
        let mut book = rust_xlsxwriter::Workbook::new();
        let own = book.add_worksheet();
        for (at, row) in (0..).zip(&self.0) {
            for (column, text) in (0..).zip(row) {
                own.write_string(at, column, text).expect("a cell");
            }
            if at % 2 == 1 {
                own.set_row_hidden(at).expect("a row");
            }
        }
        book.save(path).expect("to save");
        path.to_owned()
    }
}

const CODES: &str = "Kod: Aktivitet";

fn book_of(study: &Path, coder: &str) -> PathBuf {
    study.join(format!("private/coding-{coder}.xlsx"))
}

fn both(study: &Path) -> [Table; 2] {
    ["anna", "bo"].map(|coder| Table::read(&book_of(study, coder)))
}

/// The answers that two have.
fn doubled(study: &Path) -> Vec<String> {
    let [anna, bo] = both(study).map(|own| own.ids().into_iter().collect::<BTreeSet<_>>());
    anna.intersection(&bo).cloned().collect()
}

/// Number and kronor by code, as a run counts them.
fn counted(study: &Path) -> Vec<(String, String, String)> {
    let out = tempfile::tempdir().expect("a folder");
    run_into(study, &out.path().join("out"), &UNDRAWN).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let codes = rows(&out.path().join("out/data/codes.csv")).into_iter();
    codes.map(|row| (row["code"].clone(), row["interventions"].clone(), row["weighted_kr"].clone())).collect()
}

/// 30 percent of ten answers are three; with them there are 13 to code, seven and six.
#[test]
fn workbooks_hold_all_that_a_coder_needs_and_do_not_show_what_two_code() {
    let (_place, study) = uncoded();
    let summary = give_out(&study, &options(30));
    assert_eq!(summary.doubled, 3);
    assert_eq!(summary.sheets.iter().map(|own| own.answers).collect::<BTreeSet<_>>(), BTreeSet::from([6, 7]));
    let [anna, bo] = both(&study);
    assert_eq!(anna.0[0][..7], ["id", "Benämning", "Mottagare", "Område", "Medel (kr)", "Aktivitet", CODES]);
    assert_eq!(anna.0[0][7..], ["Anteckning", "Osäker", "coder", "activity_read", "codebook", "after"]);
    let all: BTreeSet<String> = anna.ids().into_iter().chain(bo.ids()).collect();
    assert_eq!((all.len(), doubled(&study).len()), (10, 3));
    if anna.ids().contains(&"R-1-1".to_owned()) {
        assert_eq!(anna.get("R-1-1", "Aktivitet"), "Ny mottagning för unga");
    }
    // The order is that of the answers, whoever else has them.
    assert!(anna.ids().is_sorted() && bo.ids().is_sorted());
    let mut book = open_workbook_auto(book_of(&study, "anna")).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Insatser", "Så fyller du i", "Aktivitet"]);
    let codes = book.worksheet_range("Aktivitet").expect("a sheet");
    let second: Vec<String> = codes.rows().nth(2).expect("a row").iter().map(ToString::to_string).collect();
    assert_eq!(second, ["G1", "Mottagningar", "Nya och ändrade mottagningar.", "", "G1 Mottagningar"]);
    let sheet = part(&book_of(&study, "anna"), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<formula1>'Aktivitet'!$E$2:$E$5</formula1>"), "{sheet}");
    // Nothing is locked: Excel refuses to sort what is. Several codes may be typed.
    assert!(!sheet.contains("sheetProtection") && !sheet.contains("showErrorMessage=\"1\""), "{sheet}");
    assert!(sheet.contains("<pane ") && sheet.contains("<autoFilter "), "{sheet}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(book_of(&study, "anna")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_to_string(study.join("private/.gitignore")).expect("a file"), "*\n");
    }
    // The same again gives out nothing, and the same bytes.
    let before = fs::read(book_of(&study, "anna")).expect("a workbook");
    let again = give_out(&study, &options(30));
    assert_eq!((again.doubled, again.kept.len()), (0, 0));
    assert_eq!(again.sheets.iter().map(|own| own.new).sum::<usize>(), 0);
    assert_eq!(fs::read(book_of(&study, "anna")).expect("a workbook"), before);
}

fn part(path: &Path, name: &str) -> String {
    use std::io::Read as _;
    let file = fs::File::open(path).expect("a workbook");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// Anna codes all G1, Bo all G2, but for what both have: there Anna says G1 as well, and Bo none. A third file, of a colleague,
/// settles two of the three as G3, and one as none.
#[test]
fn from_uncoded_answers_to_figures_with_no_code_typed_elsewhere() {
    let (_place, study) = uncoded();
    give_out(&study, &options(30));
    let twice = doubled(&study);
    let [mut anna, mut bo] = both(&study);
    anna.code(|_| Some("G1 Mottagningar"));
    let is_twice = |id: &str| twice.iter().any(|own| own == id);
    bo.code(|id| Some(if is_twice(id) { "Ingen" } else { " g2 " }));
    bo.set(&twice[0], "Anteckning", "Står inget om vad de gjorde");
    // Anna's is sorted and comes as Excel saves it in Sweden; Bo's was filtered.
    anna.0[1..].reverse();
    let back = [anna.csv(&study.join("anna.csv"), b';', encoding_rs::WINDOWS_1252), bo.xlsx(&study.join("bo.xlsx"))];
    let (in_anna, in_bo) = (anna.ids().len(), bo.ids().len());
    let collected = taken(&study, &back);
    assert_eq!(numbers(&collected), [("Anna".into(), in_anna, 0, 0, 0), ("Bo".into(), in_bo, 0, 0, 0)]);
    assert_eq!(notices(&collected), "");
    let progress = &collected.progress;
    assert_eq!((progress.doubled, progress.done, progress.differ, collected.differences), (3, 3, 3, 3));
    let funds: i64 = progress.coders.values().map(|own| own.coded.funds.ore()).sum();
    let [anna_funds, bo_funds] = [&anna, &bo]
        .map(|own| own.ids().iter().map(|id| own.get(id, "Medel (kr)").parse::<f64>().expect("a number")).sum::<f64>());
    assert_eq!(funds as f64, 100.0 * (anna_funds + bo_funds));
    // Once more changes nothing.
    let before = files_of(&study);
    let collected = taken(&study, &back);
    assert_eq!(numbers(&collected), [("Anna".into(), 0, 0, in_anna, 0), ("Bo".into(), 0, 0, in_bo, 0)]);
    assert_eq!(files_of(&study), before);
    // Most funds first; both codes side by side.
    let differences = study.join("private/differences.xlsx");
    let mut table = Table::read(&differences);
    let amounts: Vec<f64> =
        table.ids().iter().map(|id| table.get(id, "Medel (kr)").parse().expect("a number")).collect();
    assert!(amounts.is_sorted_by(|one, next| one >= next), "{amounts:?}");
    assert_eq!((table.get(&twice[0], "Anna"), table.get(&twice[0], "Bo")), ("G1 Mottagningar", "ingen"));
    assert_eq!(table.get(&twice[0], "Bo: anteckning"), "Står inget om vad de gjorde");
    for (id, codes) in twice.iter().zip(["G3", "G3 Kartläggning", "ingen"]) {
        table.set(id, "Slutliga koder", codes).set(id, "Skäl", "Vi läste tillsammans");
    }
    let settled = table.xlsx(&study.join("settled.xlsx"));
    let settle = || {
        let settling = Settling { file: &settled, who: "Cecilia", why: None };
        collect(&study, &[], None, Some(settling), None, &Moment::of_unix(120), &|_| {})
            .unwrap_or_else(|failure| panic!("{}", told(&failure)))
    };
    assert_eq!(settle().settled.map(|own| own.decided.len()), Some(3));
    let again = settle();
    assert_eq!(again.settled.map(|own| (own.decided.len(), own.same)), Some((0, 3)));
    assert_eq!(again.differences, 0);
    // By hand: what only Anna has is G1, what only Bo has G2; two of both G3, one none; and J is 1.
    let kronor = |table: &Table, id: &str| table.get(id, "Medel (kr)").parse::<f64>().expect("a number") as i64;
    let alone = |table: &Table| {
        let own: Vec<i64> = table.ids().iter().filter(|id| !is_twice(id)).map(|id| kronor(table, id)).collect();
        (own.len(), own.iter().sum::<i64>())
    };
    let row = |code: &str, (number, kronor): (usize, i64)| (code.to_owned(), number.to_string(), kronor.to_string());
    let of_both = kronor(&anna, &twice[0]) + kronor(&anna, &twice[1]);
    let found = counted(&study);
    assert_eq!(found[..3], [row("G1", alone(&anna)), row("G2", alone(&bo)), row("G3", (2, of_both))]);
    assert!(found.contains(&row("none", (1, kronor(&anna, &twice[2])))), "{found:?}");
    // The final sheet, for those who want a file.
    let out = study.join("slutlig.csv");
    let target = insats::output::Target::from(&out);
    collect(&study, &back, None, None, Some(target), &Moment::of_unix(180), &|_| {}).expect("a file");
    let final_sheet = rows(&out);
    assert_eq!((final_sheet.len(), final_sheet[0]["status"].as_str()), (10, "settled"));
    assert_eq!(final_sheet[0]["activity_read"].len(), 64);
}

/// What coders do with a workbook over weeks.
#[test]
fn a_workbook_is_collected_again_and_again() {
    let (_place, study) = uncoded();
    give_out(&study, &SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) });
    let path = study.join("anna.csv");
    let mut own = Table::read(&book_of(&study, "anna"));
    let save = |table: &Table| table.csv(&path, b',', encoding_rs::UTF_8);
    own.set("R-1-1", CODES, "G1; G3").set("R-1-2", CODES, "G2?").set("R-2-1", CODES, "g3").set("R-2-1", "Osäker", "ja");
    own.set("R-2-1", "Anteckning", "Eller G1?");
    assert_eq!(numbers(&taken(&study, &[save(&own)])), [("Anna".into(), 3, 0, 0, 7)]);
    let log = fs::read_to_string(study.join("decisions/anna.jsonl")).expect("a log");
    let lines: Vec<serde_json::Value> =
        log.lines().skip(1).map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let of = |id: &str| lines.iter().find(|line| line["unit"] == id).expect("a line").clone();
    assert_eq!(of("R-1-1")["codes"], serde_json::json!(["G1", "G3"]));
    assert_eq!((&of("R-1-1")["for"], &of("R-1-1")["after"]), (&"coding".into(), &serde_json::json!([])));
    assert_eq!((of("R-1-2")["unsure"].as_bool(), of("R-2-1")["unsure"].as_bool()), (Some(true), Some(true)));
    assert_eq!(of("R-2-1")["why"], "Eller G1?");
    // A code is changed in the same workbook: a line that follows the first. A blank cell takes nothing back.
    own.set("R-1-1", CODES, "G2").set("R-1-2", CODES, "");
    let collected = taken(&study, &[save(&own)]);
    assert_eq!(numbers(&collected), [("Anna".into(), 1, 1, 1, 7)]);
    // A workbook that was written since knows what was said; there a blank cell is told.
    give_out(&study, &SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) });
    let mut second = Table::read(&book_of(&study, "anna"));
    assert_eq!([second.get("R-1-1", CODES), second.get("R-1-2", CODES)], ["G2", "G2"]);
    assert_eq!([second.get("R-2-1", "Osäker"), second.get("R-2-1", "Anteckning")], ["ja", "Eller G1?"]);
    second.set("R-1-2", CODES, "");
    let collected = taken(&study, &[save(&second)]);
    assert_eq!(numbers(&collected), [("Anna".into(), 0, 0, 2, 7)]);
    assert!(notices(&collected).contains("one cell is blank though the answer is coded"), "{}", notices(&collected));
    // The first workbook says what was said before and otherwise since: not taken.
    own.set("R-1-1", CODES, "G1; G3").set("R-1-2", CODES, "G2?");
    let collected = taken(&study, &[save(&own)]);
    assert_eq!(numbers(&collected), [("Anna".into(), 0, 0, 2, 7)]);
    assert!(notices(&collected).contains("one cell says what was coded before"), "{}", notices(&collected));
    // In the second she changes her mind once more, to what she had said first.
    second.set("R-1-1", CODES, "G1; G3").set("R-1-2", CODES, "G2");
    assert_eq!(numbers(&taken(&study, &[save(&second)])), [("Anna".into(), 1, 1, 2, 7)]);
}

/// Anna alone, who was given all ten answers, with her workbook.
fn anna_alone() -> (tempfile::TempDir, PathBuf, Table, SheetOptions) {
    let (place, study) = uncoded();
    let options = SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) };
    give_out(&study, &options);
    let own = Table::read(&book_of(&study, "anna"));
    (place, study, own, options)
}

/// What Anna's log says of an answer at last: codes, memo, doubt.
fn last_of(study: &Path, id: &str) -> (String, String, bool) {
    let log = fs::read_to_string(study.join("decisions/anna.jsonl")).expect("a log");
    let lines = log.lines().skip(1).map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let line = lines.filter(|line| line["unit"] == id).last().expect("a line");
    let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
    (line["codes"].to_string(), text("why"), line["unsure"].as_bool().unwrap_or_default())
}

/// A mark of doubt makes no code of what is none; a wide one is a mark, too.
#[test]
fn a_doubted_code_that_is_none_is_an_error_as_it_is_without_doubt() {
    let (_place, study, own, _) = anna_alone();
    let path = study.join("anna.csv");
    for code in ["XX", "G1?? och", "0", "G11", "G1; XX"] {
        for doubt in ["", "?", "??", " \u{ff1f}"] {
            let mut own = own.clone();
            own.set("R-1-1", CODES, &format!("{code}{doubt}"));
            refused(&study, &[own.csv(&path, b';', encoding_rs::UTF_8)]);
        }
    }
    for (at, code) in ["G1??", "G1\u{ff1f}", "g1 ?", "G1 Mottagningar?"].into_iter().enumerate() {
        let mut own = own.clone();
        let id = own.ids()[at].clone();
        own.set(&id, CODES, code);
        taken(&study, &[own.csv(&path, b';', encoding_rs::UTF_8)]);
        assert_eq!(last_of(&study, &id), ("[\"G1\"]".to_owned(), String::new(), true), "{code}");
    }
    // What is settled is read alike.
    let twice = own.clone().set("R-1-1", CODES, "G1, G1").csv(&path, b';', encoding_rs::UTF_8);
    assert!(refused(&study, &[twice]).contains("it cannot be told which codes \"G1, G1\" means"));
}

/// Codes that are numbers: with a comma between, 1,1 is 1.1 or twice 1.
#[test]
fn a_comma_that_may_be_a_decimal_sign_is_an_error() {
    let (_place, study) = uncoded();
    let book = fs::read_to_string(study.join("codebook.json")).expect("a codebook");
    let book = book.replace("\"G1\"", "\"1\"").replace("\"G2\"", "\"1.1\"").replace("\"G3\"", "\"2\"");
    fs::write(study.join("codebook.json"), book).expect("to write");
    let options = SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) };
    give_out(&study, &options);
    let mut own = Table::read(&book_of(&study, "anna"));
    let path = study.join("anna.csv");
    own.set("R-1-1", CODES, "1,1");
    let told = refused(&study, &[own.csv(&path, b';', encoding_rs::UTF_8)]);
    assert!(told.contains("\"1,1\""), "{told}");
    own.set("R-1-1", CODES, "1, 2");
    taken(&study, &[own.csv(&path, b';', encoding_rs::UTF_8)]);
    assert_eq!(last_of(&study, "R-1-1").0, "[\"1\",\"2\"]");
}

/// A copy from before the memo says nothing of it: the memo and the doubt stay.
#[test]
fn an_old_copy_takes_no_later_memo_away() {
    let (_place, study, mut own, _) = anna_alone();
    let path = study.join("anna.csv");
    own.set("R-1-1", CODES, "G1");
    let old = own.csv(&study.join("old.csv"), b';', encoding_rs::UTF_8);
    taken(&study, std::slice::from_ref(&old));
    own.set("R-1-1", "Anteckning", "Eller G2").set("R-1-1", "Osäker", "ja");
    assert_eq!(numbers(&taken(&study, &[own.csv(&path, b';', encoding_rs::UTF_8)]))[0].1, 1);
    let collected = taken(&study, &[old.clone(), old]);
    // A file that is given twice is read once.
    assert_eq!(numbers(&collected), [("Anna".into(), 0, 0, 0, 9)]);
    assert!(notices(&collected).contains("one cell says what was coded before"), "{}", notices(&collected));
    assert_eq!(last_of(&study, "R-1-1"), ("[\"G1\"]".to_owned(), "Eller G2".to_owned(), true));
}

/// A memo on a row without codes is kept nowhere but in the workbook, as are a column and a sheet of one's own.
#[test]
fn what_no_log_has_is_not_written_over() {
    let (_place, study, own, options) = anna_alone();
    let stands = |study: &Path, what: &str| {
        let again = sheet(study, &options, &Moment::of_unix(1), &|_| {}).err().map(|failure| told(&failure));
        assert!(again.is_some_and(|told| told.contains("was not collected")), "{what}");
    };
    for (column, text) in [("Anteckning", "Läs igen"), ("Osäker", "ja")] {
        let mut noted = own.clone();
        noted.set("R-1-1", column, text).xlsx(&book_of(&study, "anna"));
        let collected = taken(&study, &[]);
        let told = notices(&collected);
        assert!(told.contains("one memo or doubt stands on a row") && told.contains("\"R-1-1\""), "{told}");
        stands(&study, column);
    }
    let mut added = own.clone();
    added.0.iter_mut().enumerate().for_each(|(at, row)| row.push(if at == 0 { "Eget" } else { "x" }.to_owned()));
    added.xlsx(&book_of(&study, "anna"));
    assert_eq!(notices(&taken(&study, &[])), "");
    stands(&study, "a column");
    own.xlsx(&book_of(&study, "anna"));
    assert!(give_out(&study, &options).kept.is_empty());
}

/// The same codes twice, but another memo: nobody knows which is meant.
#[test]
fn a_row_that_stands_twice_with_another_memo_is_an_error() {
    let (_place, study, mut own, _) = anna_alone();
    own.set("R-1-1", CODES, "G1");
    let mut again = own.0[1].clone();
    again[own.column("Anteckning")] = "Osäkert".to_owned();
    assert_eq!(again[0], "R-1-1");
    own.0.push(again);
    let path = own.csv(&study.join("anna.csv"), b';', encoding_rs::UTF_8);
    assert!(refused(&study, &[path]).contains("\"R-1-1\" stands twice with different codes, memos or doubts"));
}

/// The codebook becomes another while people code. Where only a rule came, codes are as they were; where somebody carried the codes
/// over, they are called as they are now; else nobody knows.
#[test]
fn codes_of_another_codebook_are_taken_where_it_is_known_what_they_are() {
    let line = |rest: &str| {
        format!(
            "{{\"insats\":\"decisions\",\"version\":1}}\n{{\"who\":\"C\",\"when\":\"1970-01-01T00:00:05Z\",\"why\":\"w\",{rest}}}\n"
        )
    };
    let rule = line(
        "\"rule\":{\"domain\":\"activity\",\"code\":\"G1\",\"pattern\":\"kurs\",\"from\":\"liten 1\",\"to\":\"liten 2\"}",
    );
    let swap = line(
        "\"migrate\":{\"from\":\"liten 1\",\"to\":\"liten 2\",\"codes\":{\"activity\":{\"G1\":\"G2\",\"G2\":\"G1\"}}}",
    );
    for (added, expected) in [(None, None), (Some(rule), Some(["G1", "G2"])), (Some(swap), Some(["G2", "G1"]))] {
        let (_place, study, mut own, options) = anna_alone();
        let path = study.join("anna.csv");
        own.set("R-1-1", CODES, "G1");
        taken(&study, &[own.csv(&path, b';', encoding_rs::UTF_8)]);
        let book = fs::read_to_string(study.join("codebook.json")).expect("a codebook");
        fs::write(study.join("codebook.json"), book.replace("\"version\": \"1\"", "\"version\": \"2\""))
            .expect("to write");
        if let Some(added) = &added {
            let first = fs::read_to_string(study.join("decisions/anna.jsonl")).expect("a log");
            let first = first.lines().next().expect("a line").to_owned();
            let (_, rest) = added.split_once('\n').expect("two lines");
            fs::write(study.join("decisions/c.jsonl"), format!("{first}\n{rest}")).expect("to write");
        }
        // What the log has is no news, whatever the codebook is.
        taken(&study, std::slice::from_ref(&path));
        own.set("R-1-2", CODES, "G2");
        let path = own.csv(&path, b';', encoding_rs::UTF_8);
        match expected {
            None => {
                let told = refused(&study, &[path]);
                assert!(told.contains("one coding was made with the codebook \"liten 1\""), "{told}");
            }
            Some(expected) => {
                assert_eq!(numbers(&taken(&study, &[path])), [("Anna".into(), 1, 0, 1, 8)]);
                give_out(&study, &options);
                let again = Table::read(&book_of(&study, "anna"));
                assert_eq!(["R-1-1", "R-1-2"].map(|id| again.get(id, CODES)), expected);
            }
        }
    }
}

/// The ids alone were sorted: rows are whole but for them.
#[test]
fn ids_that_were_sorted_alone_are_an_error() {
    let (_place, study, mut own, _) = anna_alone();
    own.code(|_| Some("G1"));
    let ids = own.ids();
    own.0[1..].iter_mut().zip(ids.iter().rev()).for_each(|(row, id)| row[0].clone_from(id));
    let told = refused(&study, &[own.csv(&study.join("anna.csv"), b';', encoding_rs::UTF_8)]);
    assert!(told.contains("columns were sorted apart") && !told.contains("does not stand there any more"), "{told}");
}

/// A workbook that was saved in another format beside, and two commands at once.
#[test]
fn what_is_meant_is_asked_and_one_command_waits_for_the_other() {
    let (_place, study, mut own, options) = anna_alone();
    own.set("R-1-1", CODES, "G1").csv(&study.join("private/coding-anna.csv"), b';', encoding_rs::UTF_8);
    let told = refused(&study, &[]);
    assert!(told.contains("private/coding-anna.csv") && told.contains("private/coding-anna.xlsx"), "{told}");
    let lock = insats::output::hold(&study.join("private/sheets.lock")).expect("a lock").expect("nobody has it");
    let told_of = |failure: Option<Failure>| failure.map(|failure| crate::sheets::told(&failure)).unwrap_or_default();
    let running = "another insats sheet, collect, audit or forget is running";
    assert!(refused(&study, &[]).contains(running));
    assert!(told_of(sheet(&study, &options, &Moment::of_unix(1), &|_| {}).err()).contains(running));
    drop(lock);
    assert_eq!(numbers(&taken(&study, &[study.join("private/coding-anna.csv")])), [("Anna".into(), 1, 0, 0, 9)]);
}

/// Everything that is wrong, in one file, each with its cell.
#[test]
fn what_is_wrong_is_told_at_once_and_nothing_is_taken() {
    let (_place, study) = uncoded();
    give_out(&study, &options(30));
    let [mut anna, bo] = both(&study);
    let own = anna.ids();
    let foreign = bo.ids().into_iter().find(|id| !own.contains(id)).expect("one of Bo's alone");
    anna.code(|_| Some("G1"));
    anna.set(&own[0], CODES, "G11").set(&own[1], CODES, "2026-02-01").set(&own[2], CODES, "-");
    anna.set(&own[3], "Osäker", "kanske").set(&own[4], "activity_read", "abc");
    // Bo's row, pasted; one of his ids under her name; a row twice; a total; a row whose id is lost.
    let mut pasted = bo.0.iter().find(|row| row[0] == foreign).expect("a row").clone();
    pasted[anna.column(CODES)] = "G2".to_owned();
    anna.0.push(pasted.clone());
    pasted[anna.column("coder")] = "Anna".to_owned();
    anna.0.push(pasted);
    let mut twice = anna.0[6].clone();
    twice[anna.column(CODES)] = "G3".to_owned();
    anna.0.push(twice.clone());
    twice[0] = "Summa".to_owned();
    anna.0.push(twice.clone());
    twice[0] = String::new();
    anna.0.push(twice);
    let told = refused(&study, &[anna.xlsx(&study.join("anna.xlsx"))]);
    for expected in [
        "cell G2",
        "there is no code \"G11\" for activity",
        "did you mean \"G1\"",
        "cell G3",
        "cell G4",
        "\"kanske\" stands in the column of doubt",
        "\"abc\"",
        &format!("the row of \"{foreign}\" is that of \"Bo\", in the workbook of \"Anna\""),
        &format!("\"{foreign}\" was not given to \"Anna\" but to \"Bo\""),
        "stands twice with different codes, memos or doubts (activity)",
        "\"Summa\"",
        "the row has codes and no id",
    ] {
        assert!(told.contains(expected), "{expected} is missing in\n{told}");
    }
}

/// A sheet of which some columns were sorted and others were not; a text that was edited; an answer that is gone.
#[test]
fn a_row_counts_for_the_text_that_it_was_written_for() {
    let (_place, study) = uncoded();
    give_out(&study, &SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) });
    let mut own = Table::read(&book_of(&study, "anna"));
    own.code(|_| Some("G1"));
    let mut apart = own.clone();
    let (text, first) = (apart.column("Aktivitet"), apart.0[1].clone());
    apart.0[1][text] = apart.0[2][text].clone();
    apart.0[2][text] = first[text].clone();
    let told = refused(&study, &[apart.csv(&study.join("apart.csv"), b';', encoding_rs::UTF_8)]);
    assert!(told.contains("the row of \"R-1-1\" has the text of \"R-1-2\": columns were sorted apart"), "{told}");
    let export = fs::read_to_string(study.join("svar.csv")).expect("an export");
    let export = export.replace("Kartläggning av väntetider", "Kartläggning av köer");
    fs::write(study.join("svar.csv"), export.replace("R-8;Region Blekinge;Öppet hus;90000;;\n", "")).expect("to write");
    let collected = taken(&study, &[own.csv(&study.join("anna.csv"), b'\t', encoding_rs::UTF_8)]);
    assert_eq!(numbers(&collected), [("Anna".into(), 8, 0, 0, 1)]);
    let told = notices(&collected);
    assert!(
        told.contains(
            "one coding of the file is about a text that does not stand there any more, and not collected: \"R-2-1\" (activity)"
        ),
        "{told}"
    );
    assert!(told.contains("one answer of the file is gone: \"R-8-1\""), "{told}");
}

/// A new answer comes in: only that is given out, and what was filled in and not collected stays.
#[test]
fn a_new_wave_gives_out_only_what_is_new() {
    let (_place, study) = uncoded();
    give_out(&study, &options(30));
    let [mut anna, _] = both(&study);
    let export = fs::read_to_string(study.join("svar.csv")).expect("an export");
    fs::write(study.join("svar.csv"), export + "R-9;Region Sörmland;Ny telefonlinje;50000;;\n").expect("to write");
    let funds = fs::read_to_string(study.join("medel.csv")).expect("funds");
    fs::write(study.join("medel.csv"), funds + "Region Sörmland;50000\n").expect("to write");
    anna.code(|_| Some("G1")).xlsx(&book_of(&study, "anna"));
    let refused = sheet(&study, &options(30), &Moment::of_unix(1), &|_| {}).err().map(|failure| told(&failure));
    assert!(refused.is_some_and(|told| told.contains("that was not collected")));
    taken(&study, &[]);
    let summary = give_out(&study, &options(0));
    assert_eq!(summary.sheets.iter().map(|own| own.new).sum::<usize>(), 1);
    let [again, bo] = both(&study);
    let all: BTreeSet<String> = again.ids().into_iter().chain(bo.ids()).collect();
    assert_eq!((all.len(), doubled(&study).len()), (11, 3));
    assert_eq!(again.get(&anna.ids()[0], CODES), "G1");
    // With force the old one is kept.
    let mut filled = again.clone();
    filled.code(|_| Some("G2")).xlsx(&book_of(&study, "anna"));
    let forced = give_out(&study, &SheetOptions { force: true, ..options(0) });
    assert_eq!(forced.kept, [study.join("private/coding-anna.xlsx.bak")]);
}

/// Given out with suggestions, and drawn into the sample of an audit since: what the coder was shown is no reading by people alone.
#[test]
fn what_was_suggested_is_not_taken_for_a_sample_that_is_read_without() {
    let (_place, study) = uncoded();
    give_out(&study, &SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) });
    let line =
        r#"{"who":"insats","when":"2025-01-01T00:00:00Z","why":"audit","assign":{"Anna":["R-4-1"]},"plain":["R-4-1"]}"#;
    let assignments = study.join("decisions/assignments.jsonl");
    let before = fs::read_to_string(&assignments).expect("assignments");
    fs::write(&assignments, format!("{before}{line}\n")).expect("to write");
    let mut anna = Table::read(&book_of(&study, "anna"));
    let of_domain = CODES.strip_prefix("Kod").expect("a heading");
    anna.0[0].push(format!("Förslag{of_domain}"));
    anna.0[1..].iter_mut().for_each(|row| row.push("G1 (90 %)".to_owned()));
    anna.code(|_| Some("G1")).xlsx(&book_of(&study, "anna"));
    let collected = taken(&study, &[]);
    assert_eq!(numbers(&collected)[0].1, 9, "all but one of ten");
    assert!(
        notices(&collected).contains("are to be read without: \"R-4-1\"")
            || notices(&collected).contains("is to be read without: \"R-4-1\"")
    );
}

/// Names, areas and shares that cannot be.
#[test]
fn what_cannot_be_given_out_is_told() {
    let (_place, study) = uncoded();
    let refused = |options: SheetOptions| {
        let failure = sheet(&study, &options, &Moment::of_unix(0), &|_| {}).err();
        assert!(!study.join("decisions").exists() && !study.join("private").exists());
        failure.map(|failure| told(&failure)).unwrap_or_default()
    };
    let coders = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert!(refused(SheetOptions { coders: coders(&["Anna", "anna"]), ..options(0) }).contains("the same workbook"));
    assert!(refused(SheetOptions { coders: coders(&["Anna"]), ..options(15) }).contains("only \"Anna\" codes"));
    assert!(refused(SheetOptions { coders: coders(&["Anna", "///"]), ..options(15) }).contains("///"));
    let area = refused(SheetOptions { areas: coders(&["psyke"]), ..options(15) });
    assert!(area.contains("no area \"psyke\"") && area.contains("\"psyk\""), "{area}");
}

/// Formulas, long texts, line breaks and signs that nobody sees stand in a workbook as they stand in the export.
#[test]
fn texts_stay_texts() {
    let (_place, study) = uncoded();
    let export = fs::read_to_string(study.join("svar.csv")).expect("an export");
    let long = "lång ".repeat(8_000);
    let export = export
        .replace("Stöd till anhöriga", "=HYPERLINK(\"\"http://x\"\")")
        .replace("Kurs för skolpersonal", "\"Rad 1\n\nRad 2 _x0041_\"")
        .replace("Öppet hus", &long)
        .replace("Föreläsning", "+46 och -1");
    fs::write(
        study.join("svar.csv"),
        export.replace("=HYPERLINK(\"\"http://x\"\")", "\"=HYPERLINK(\"\"http://x\"\")\""),
    )
    .expect("to write");
    give_out(&study, &SheetOptions { coders: vec!["Anna".to_owned()], double: None, ..options(0) });
    let sheet = part(&book_of(&study, "anna"), "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "a formula");
    let mut own = Table::read(&book_of(&study, "anna"));
    assert_eq!(own.get("R-3-1", "Aktivitet"), "=HYPERLINK(\"http://x\")");
    assert_eq!(own.get("R-4-1", "Aktivitet"), "Rad 1\n\nRad 2 _x0041_");
    own.code(|_| Some("G1"));
    // What was cut off at the end of a cell does not matter: the fingerprint is that of the whole.
    let collected = taken(&study, &[own.xlsx(&study.join("anna.xlsx"))]);
    assert_eq!(numbers(&collected), [("Anna".into(), 10, 0, 0, 0)]);
}

/// `tests/sheets/back` was filled in through openpyxl and LibreOffice, sorted, with a column of its own in the middle and a row that a
/// filter hides; `make.py` says how.
#[test]
fn files_that_went_through_other_programs_come_back_alike() {
    let back = |name: &str| project("tests/sheets/back").join(name);
    let collected = |anna: &str, bo: &str| {
        let place = tempfile::tempdir().expect("a folder");
        let study = place.path().join("study");
        copy_folder(&project("tests/sheets/study"), &study);
        give_out(&study, &options(30));
        let collected = taken(&study, &[back(anna), back(bo)]);
        assert_eq!(notices(&collected), "", "{anna}");
        assert_eq!(collected.taken.iter().map(|own| own.new).sum::<usize>(), 13, "{anna}");
        let decisions = files_of(&study).into_iter().filter(|(name, _)| name != "assignments.jsonl");
        // The order of lines is that of the rows.
        let lines = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("UTF-8");
            text.lines().map(str::to_owned).collect::<BTreeSet<_>>()
        };
        (place, study, decisions.map(|(name, bytes)| (name, lines(bytes))).collect::<BTreeMap<_, _>>())
    };
    let (_place, study, first) = collected("coding-anna.xlsx", "coding-bo.xlsx");
    for ending in ["csv", "ods"] {
        assert_eq!(collected(&format!("coding-anna.{ending}"), &format!("coding-bo.{ending}")).2, first, "{ending}");
    }
    assert_eq!(collected("coding-anna-libreoffice.xlsx", "coding-bo-libreoffice.xlsx").2, first);
    let wrong = refused(&study, &[back("wrong.csv")]);
    assert!(wrong.contains("\"G11\"") && wrong.contains("\"R-99-1\""), "{wrong}");
    let settling = Settling { file: &back("differences.xlsx"), who: "Cecilia", why: None };
    let settled = collect(&study, &[], None, Some(settling), None, &Moment::of_unix(90), &|_| {});
    let settled = settled.unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert_eq!((settled.settled.map(|own| own.decided.len()), settled.differences), (Some(3), 0));
    // By hand in tests/sheets/README.md.
    let row = |code: &str, number: &str, kronor: &str| (code.to_owned(), number.to_owned(), kronor.to_owned());
    let expected =
        [row("G1", "5", "2440000"), row("G2", "3", "950000"), row("G3", "2", "2400000"), row("none", "1", "250000")];
    assert_eq!(counted(&study), expected);
}

/// The same, made now: what LibreOffice and openpyxl write today comes back as it did.
#[test]
fn what_other_programs_write_today_comes_back() {
    let runs = |program: &str, arguments: &[&str]| {
        Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
    };
    if !runs("soffice", &["--version"]) || !runs("python3", &["-c", "import openpyxl"]) {
        return not_allowed("what_other_programs_write_today_comes_back", "no soffice, or no openpyxl for python3");
    }
    let place = tempfile::tempdir().expect("a folder");
    let here = place.path().join("sheets");
    copy_folder(&project("tests/sheets/study"), &here.join("study"));
    fs::copy(project("tests/sheets/make.py"), here.join("make.py")).expect("a script");
    let mut python = Command::new("python3");
    let home = format!("-env:UserInstallation=file://{}", place.path().join("office").display());
    python.arg(here.join("make.py")).arg(env!("CARGO_BIN_EXE_insats")).env("INSATS_OFFICE", home);
    let output = python.output().expect("Python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let study = place.path().join("again");
    copy_folder(&project("tests/sheets/study"), &study);
    give_out(&study, &options(30));
    let back = |name: &str| here.join("back").join(name);
    for (anna, bo) in [("coding-anna.csv", "coding-bo.ods"), ("coding-anna.ods", "coding-bo-libreoffice.xlsx")] {
        taken(&study, &[back(anna), back(bo)]);
    }
    let again = taken(&study, &[back("coding-anna.xlsx"), back("coding-bo.csv")]);
    assert_eq!(
        again.taken.iter().map(|own| (own.new, own.same)).fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1)),
        (0, 13)
    );
}

/// The shipped study of 2024 without its coding sheets, at its usual distance from the codebook.
fn uncoded_2024() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().expect("a folder");
    copy_folder(&project("codebook"), &place.path().join("codebook"));
    let study = place.path().join("input/lagesrapport-2024");
    copy_folder(&project("input/lagesrapport-2024"), &study);
    fs::remove_dir_all(study.join("kodning")).expect("the sheets");
    let text = fs::read_to_string(study.join("study.toml")).expect("a study");
    let (from, to) = (text.find("[[coding]]").expect("sheets"), text.find("[scale.extent]").expect("scales"));
    fs::write(study.join("study.toml"), format!("{}{}", &text[..from], &text[to..])).expect("to write");
    (place, study)
}

/// Codes by id and domain.
type Given = BTreeMap<(String, String), String>;

/// From an uncoded copy of 2024 to the published figures. Two coders get everything, a fifth of it both. What both have they code as
/// the shipped coders did, where these coded it, and as the final sheet has it else; what they differ on is settled as there.
#[test]
fn an_uncoded_copy_of_2024_gives_the_same_figures() {
    const DOMAINS: [(&str, &str); 5] =
        [("activity", "Aktivitet"), ("output", "Prestation"), ("goal", "Mål"), ("effect", "Effekt"), ("theme", "Tema")];
    let shipped = project("input/lagesrapport-2024");
    let expected = tempfile::tempdir().expect("a folder");
    let expected = expected.path().join("out");
    run_into(&shipped, &expected, &[]).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let mut last = Given::new();
    for row in rows(&expected.join("data/codings.csv")) {
        let codes = last.entry((row["intervention_id"].clone(), row["domain"].clone())).or_default();
        *codes = if codes.is_empty() { row["code"].clone() } else { format!("{codes}; {}", row["code"]) };
    }
    let of_coder = |file: &str| -> Given {
        let all = rows(&shipped.join("kodning").join(file)).into_iter();
        let cells = all.flat_map(|row| {
            DOMAINS.map(|(word, column)| ((row["Insats-ID"].clone(), word.to_owned()), row[column].clone()))
        });
        cells.collect()
    };
    let (_place, study) = uncoded_2024();
    let summary = give_out(&study, &SheetOptions { coders: vec!["A".into(), "B".into()], ..options(20) });
    let coders = ["a", "b"].map(|coder| Table::read(&book_of(&study, coder)));
    let ids: Vec<BTreeSet<String>> = coders.iter().map(|own| own.ids().into_iter().collect()).collect();
    let twice: BTreeSet<&String> = ids[0].intersection(&ids[1]).collect();
    assert_eq!(twice.len(), summary.doubled);
    let none = |codes: &str| if codes.is_empty() { "ingen".to_owned() } else { codes.to_owned() };
    let mut back = Vec::new();
    for ((mut own, given), name) in
        coders.into_iter().zip(["kodare-a.csv", "kodare-b.csv"].map(of_coder)).zip(["a.csv", "b.xlsx"])
    {
        let columns = DOMAINS.map(|(word, label)| (word, own.column(&format!("Kod: {label}"))));
        for row in &mut own.0[1..] {
            for (word, column) in columns {
                let key = (row[0].clone(), word.to_owned());
                let shipped = given.get(&key).filter(|_| twice.contains(&row[0]));
                row[column] = none(shipped.or_else(|| last.get(&key)).map_or("", String::as_str));
            }
        }
        own.0[1..].sort_by(|one, other| one[2].cmp(&other[2]));
        let path = study.join(name);
        back.push(if name.ends_with("csv") { own.csv(&path, b';', encoding_rs::UTF_8) } else { own.xlsx(&path) });
    }
    let collected = taken(&study, &back);
    assert_eq!(notices(&collected), "");
    assert_eq!(collected.progress.done, collected.progress.doubled);
    assert!(collected.differences > 0 && collected.differences == collected.progress.differ);
    let mut table = Table::read(&study.join("private/differences.xlsx"));
    let [domain, codes, why] = ["domain", "Slutliga koder", "Skäl"].map(|name| table.column(name));
    for row in &mut table.0[1..] {
        row[codes] = none(last.get(&(row[0].clone(), row[domain].clone())).map_or("", String::as_str));
        row[why] = "Som i det slutliga bladet".to_owned();
    }
    let settled = table.xlsx(&study.join("differences.xlsx"));
    let settling = Settling { file: &settled, who: "C", why: None };
    let collected = collect(&study, &[], None, Some(settling), None, &Moment::of_unix(90), &|_| {})
        .unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert_eq!(collected.differences, 0);
    back.iter().chain([&settled]).for_each(|file| fs::remove_file(file).expect("a file"));
    let found = study.join("../out");
    run_into(&study, &found, &[]).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let (expected, found) = (files(&expected), files(&found));
    let other: Vec<&String> =
        expected.iter().filter(|(name, bytes)| found.get(*name) != Some(bytes)).map(|(name, _)| name).collect();
    // Where codes come from is another place: the coders, and who settled; the codes are the same.
    assert_eq!(other, ["data/codings.csv", "manifest.json"], "other files differ");
    let codes = |all: &BTreeMap<String, Vec<u8>>| -> Vec<[String; 3]> {
        let mut reader = csv::Reader::from_reader(&*all["data/codings.csv"]);
        let text = |record: csv::StringRecord| [0, 1, 2].map(|column| record[column].to_owned());
        reader.records().map(|record| text(record.expect("a record"))).collect()
    };
    assert_eq!(codes(&expected), codes(&found));
}
