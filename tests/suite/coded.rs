//! Coding sheets: missing, blank, doubled, or sorted apart from their ids.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::codebook::Codebook;
use insats::coding::Codings;
use insats::coding::agreement::{Agreement, agreement};
use insats::diagnostic::{Diagnostic, Diagnostics, Severity};
use insats::read::Files;
use insats::run::check;
use insats::study::Study;
use insats::survey::Input;
use insats::weighting::Weighting;
use insats::wording::Language;

use crate::support::{copy_folder, project, write_study};

/// A study of three interventions: 450 000, 1 200 000 and 2 500 000 kr, an activity and a goal each.
struct Small {
    folder: tempfile::TempDir,
}

const SURVEY: &str =
    "Id;Region;Insats 1: Gjort;Insats 1: Mål;Insats 1: Kronor;Insats 2: Gjort;Insats 2: Mål;Insats 2: Kronor
R-1;Region Uppsala;Utbildning i suicidprevention;Ökad kunskap;450 tkr;Ny mottagning;Kortare väntetider;1 200 000
R-2;VGR;Kartläggning av väntetider;Kortare väntetider;2 500 000;;;
";

const STUDY: &str = r#"title = "Liten"
year = 2025
codebook = "psykisk-halsa.json"
report = "report.toml"

[complete]
requires = ["activity", "funds"]

[[requisitions]]
file = "medel.csv"
level = "region"
code = "Kod"
areas = { Belopp = "psykiatri" }

[[survey]]
area = "psykiatri"
level = "region"
file = "svar.csv"
respondent = { id = "Id", name = "Region" }

[survey.intervention]
activity = "Insats {n}: Gjort"
goal = "Insats {n}: Mål"
funds = "Insats {n}: Kronor"
"#;

const FINAL: &str = "[[coding]]\nrole = \"final\"\nfile = \"koder.csv\"\nintervention = \"Insats\"\ndomains = { activity = \"Aktivitet\" }\n";
const WHOLE: &str = "Insats;Aktivitet\nR-1-1;G5.1\nR-1-2;G1.5\nR-2-1;G4.4\n";

fn coder(name: &str, file: &str, domains: &str) -> String {
    format!(
        "[[coding]]\nrole = \"coder\"\ncoder = \"{name}\"\nfile = \"{file}\"\nintervention = \"Insats\"\ndomains = {{ {domains} }}\n"
    )
}

impl Small {
    fn new(codings: &str, files: &[(&str, &str)]) -> Self {
        let small = Self { folder: tempfile::tempdir().expect("a folder") };
        let study = STUDY.replace("[[survey]]", &format!("{codings}\n[[survey]]"));
        let own = [
            ("svar.csv", SURVEY),
            ("medel.csv", "Kod;Belopp\n03;2000000\n14;2000000\n"),
            ("report.toml", ""),
            ("study.toml", &study),
        ];
        let all = own.iter().chain(files).map(|(name, text)| (*name, text.as_bytes()));
        write_study(small.folder.path(), ("codebook/psykisk-halsa.json", "psykisk-halsa.json"), all);
        small
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("a file");
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.folder.path().join(name)).expect("a file");
        assert!(text.contains(from), "{name} has no {from}");
        self.put(name, &text.replace(from, to));
    }

    fn messages(&self) -> Diagnostics {
        check(self.folder.path(), &|_| {}).messages
    }

    /// All messages of one severity.
    fn told(&self, severity: Severity) -> Vec<String> {
        told(&self.messages(), severity)
    }

    fn agreement(&self) -> Option<Agreement> {
        agreement_of(self.folder.path())
    }
}

/// All messages but that the sheets of these studies have no lock.
fn said(messages: &Diagnostics) -> Vec<&Diagnostic> {
    let is_of_lock = |m: &&Diagnostic| m.to_string().contains("codes count by the ids of their rows");
    messages.sorted().into_iter().filter(|m| !is_of_lock(m)).collect()
}

fn told(messages: &Diagnostics, severity: Severity) -> Vec<String> {
    let all = said(messages).into_iter().filter(|m| m.severity == severity);
    all.inspect(|m| {
        assert!(
            m.severity == Severity::Error || m.told(Language::Swedish) != m.told(Language::English),
            "not told in Swedish: {m}"
        )
    })
    .map(Diagnostic::to_string)
    .collect()
}

fn agreement_of(folder: &Path) -> Option<Agreement> {
    let mut messages = Diagnostics::new();
    let study = Study::load(folder).expect("the study");
    let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "codebook").expect("the codebook");
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    let codings = Codings::read(&study, &book, &input, &files, &mut messages);
    let weighting = Weighting::new(&input, study.money, &mut messages);
    agreement(&book, &codings, &weighting, 20)
}

/// The only one of some texts, which holds all of these.
fn only<'t>(texts: &'t [String], parts: &[&str]) -> &'t str {
    let [text] = texts else { panic!("not one but {}: {texts:#?}", texts.len()) };
    holds(text, parts);
    text
}

fn holds(text: &str, parts: &[&str]) {
    parts.iter().for_each(|part| assert!(text.contains(part), "{part:?} is not in {text}"));
}

#[test]
fn a_sheet_without_faults_gives_no_message() {
    let domains = FINAL.replace("activity = \"Aktivitet\"", "activity = \"Aktivitet\", goal = \"Mål\"");
    let codes = "Insats;Aktivitet;Mål\nR-1-1;G5.1;R1\nR-1-2;G1.5;R2\nR-2-1;G4.4;R2\n";
    let small = Small::new(&domains, &[("koder.csv", codes)]);
    assert_eq!(said(&small.messages()), Vec::<&Diagnostic>::new());
}

/// R-1-1 and R-1-2 are coded differently: 450 000 + 1 200 000 = 1 650 000 kr. R-2-1 is agreed on.
fn adjudication(rows: &str) -> Small {
    let both = coder("A", "a.csv", "activity = \"Aktivitet\"") + &coder("B", "b.csv", "activity = \"Aktivitet\"");
    let heads = "Insats;Aktivitet;activity (A);activity (B)\n";
    Small::new(
        &(both + FINAL),
        &[
            ("a.csv", "Insats;Aktivitet\nR-1-1;G5.1\nR-1-2;G1.5\nR-2-1;G4.4\n"),
            ("b.csv", "Insats;Aktivitet\nR-1-1;G5.2\nR-1-2;\nR-2-1;G4.4\n"),
            ("koder.csv", &(heads.to_owned() + rows)),
        ],
    )
}

#[test]
fn what_coders_differ_on_has_to_be_settled() {
    let small = adjudication("R-1-1;;G5.1;G5.2\nR-1-2;;G1.5;\nR-2-1;G4.4;G4.4;G4.4\n");
    only(
        &small.told(Severity::Error),
        &[
            "koder.csv",
            "2 codings are not settled",
            "1,650,000 kr reported",
            "\"R-1-1\" (activity)",
            "\"R-1-2\" (activity)",
        ],
    );
    // Partly filled in: in the sheet that was written for it a blank is not "none", though B found none.
    let small = adjudication("R-1-1;G5.1;G5.1;G5.2\nR-1-2;;G1.5;\nR-2-1;G4.4;G4.4;G4.4\n");
    only(&small.told(Severity::Error), &["1 coding is not settled", "1,200,000", "none = \"ingen\""]);
    // A word says that nothing fits.
    let small = adjudication("R-1-1;G5.1;G5.1;G5.2\nR-1-2;ingen;G1.5;\nR-2-1;G4.4;G4.4;G4.4\n");
    only(&small.told(Severity::Error), &["there is no code \"ingen\"", "nothing fits", "none = \"ingen\""]);
    small.change("study.toml", "file = \"koder.csv\"", "file = \"koder.csv\"\nnone = \"Ingen\"");
    assert_eq!(small.told(Severity::Error), Vec::<String>::new());
    // In any other sheet a blank may say that nothing fits, where a coder says so and another difference is settled.
    let small = adjudication("R-1-1;G5.1;G5.1;G5.2\nR-1-2;;G1.5;\nR-2-1;G4.4;G4.4;G4.4\n");
    small.change("koder.csv", "Insats;Aktivitet;activity (A);activity (B)", "Insats;Aktivitet;x;y");
    assert_eq!(small.told(Severity::Error), Vec::<String>::new());
    // But not where both give a code.
    small.change("koder.csv", "R-1-1;G5.1;", "R-1-1;;");
    small.change("koder.csv", "R-1-2;;", "R-1-2;G1.5;");
    only(&small.told(Severity::Error), &["1 coding is not settled", "450,000", "\"R-1-1\""]);
}

#[test]
fn codes_that_a_lock_says_nothing_of_are_told() {
    // As where a column is new, or the sheet of a workbook was renamed: all three rows have a code.
    let small = Small::new(FINAL, &[("koder.csv", WHOLE), ("koder.csv.lock", "insats lock 1\ncodebook k 1\n")]);
    let notices = small.told(Severity::Notice);
    assert!(notices.iter().any(|notice| notice.contains("3 codings are not locked yet, 4,150,000")), "{notices:#?}");
}

#[test]
fn interventions_without_a_row_or_a_code_are_told() {
    let small = Small::new(FINAL, &[("koder.csv", "Insats;Aktivitet\nR-1-1;G5.1\nR-1-2;\n")]);
    let no_row =
        ["koder.csv", "1 intervention has no row in the final sheet", "2,500,000", "\"R-2-1\"", "draft = true"];
    only(&small.told(Severity::Error), &no_row);
    let no_code = ["koder.csv", "1 intervention with 1,200,000 kr has a row without any code", "\"R-1-2\""];
    only(&small.told(Severity::Warning), &no_code);
    // A draft goes on without.
    small.change("study.toml", "year = 2025", "year = 2025\ndraft = true");
    assert_eq!(small.told(Severity::Error), Vec::<String>::new());
    let warnings = small.told(Severity::Warning);
    assert_eq!(warnings.len(), 2, "{warnings:#?}");
    holds(&warnings[0], &no_row);
    small.change("study.toml", "draft = true\n", "");
    // Where the best codes count, rules code what the sheet has no row for.
    small.change("study.toml", "year = 2025", "year = 2025\ncodes = \"best\"");
    assert_eq!(small.told(Severity::Warning).len(), 1);
    // A sheet without rows; one whose column is blank from top to bottom.
    small.put("koder.csv", "Insats;Aktivitet\n");
    only(&small.told(Severity::Error), &["koder.csv", "no rows below its header"]);
    let small = Small::new(
        &FINAL.replace("activity = \"Aktivitet\"", "activity = \"Aktivitet\", goal = \"Mål\""),
        &[("koder.csv", "Insats;Aktivitet;Mål\nR-1-1;G5.1;\nR-1-2;G1.5;\nR-2-1;G4.4;\n")],
    );
    // 450 000 + 1 200 000 + 2 500 000 = 4 150 000.
    only(&small.told(Severity::Warning), &["column \"Mål\"", "3 interventions with 4,150,000 kr have"]);
}

#[test]
fn sheets_that_are_declared_twice_are_refused() {
    let files = [("koder.csv", WHOLE), ("a.csv", WHOLE), ("b.csv", WHOLE)];
    let column = "activity = \"Aktivitet\"";
    for (codings, parts) in [
        (
            FINAL.replace(column, "activity = \"Aktivitet\", output = \"Aktivitet\""),
            ["\"Aktivitet\"", "\"activity\" and for \"output\""],
        ),
        (FINAL.replace(column, "activity = \"Insats\""), ["\"Insats\"", "the intervention's id and for \"activity\""]),
        (FINAL.repeat(2), ["two final coding sheets", "the other is at study.toml, line"]),
        (
            coder("A", "a.csv", column) + &coder("A", "b.csv", column),
            ["coder \"A\" has two coding sheets", "the other is at"],
        ),
        (
            coder("A", "a.csv", column) + &coder("B", "a.csv", column),
            ["\"Aktivitet\" of \"a.csv\" is declared twice", "the other"],
        ),
        (FINAL.to_owned() + "separator = \"\"\n", ["the separator is empty", "as \";\""]),
        (FINAL.to_owned() + "none = \" \"\n", ["none is \" \"", "ingen"]),
    ] {
        let errors = Small::new(&codings, &files).told(Severity::Error);
        holds(only(&errors, &["study.toml, line"]), &parts);
    }
}

#[test]
fn a_final_sheet_that_contradicts_coders_who_agree_is_told() {
    let both = coder("A", "a.csv", "activity = \"Aktivitet\"") + &coder("B", "b.csv", "activity = \"Aktivitet\"");
    let agreed = "Insats;Aktivitet\nR-1-1;G5.1\nR-1-2;G1.5\nR-2-1;G4.4\n";
    let of = |codes: &str| {
        Small::new(&format!("{FINAL}{both}"), &[("koder.csv", codes), ("a.csv", agreed), ("b.csv", agreed)])
    };
    // The ids moved one row on: none of three fits.
    let moved = of("Insats;Aktivitet\nR-1-2;G5.1\nR-2-1;G1.5\nR-1-1;G4.4\n");
    let warnings = moved.told(Severity::Warning);
    only(&warnings, &["koder.csv", "contradicts coders who agree", "of 3 codings", "3 have no main code in common"]);
    // One of three was changed on purpose; a subcode instead of its main code is no contradiction.
    assert_eq!(
        of("Insats;Aktivitet\nR-1-1;G5\nR-1-2;G1.5\nR-2-1;G1.1\n").told(Severity::Warning),
        Vec::<String>::new()
    );
}

#[test]
fn what_is_no_code_is_explained() {
    for (cell, parts) in [
        ("g5.1", ["spelt otherwise", "did you mean \"G5.1\"?"]),
        ("G 5.1", ["spelt otherwise", "did you mean \"G5.1\"?"]),
        ("Ｇ5.1", ["spelt otherwise", "did you mean \"G5.1\"?"]),
        ("G5,1", ["spelt otherwise", "did you mean \"G5.1\"?"]),
        ("G5-1", ["spelt otherwise", "did you mean \"G5.1\"?"]),
        ("g5:1", ["spelt otherwise", "did you mean \"G5.1\"?"]),
        ("G5.1, G1.5", ["codes are joined by \",\"", "separator = \",\""]),
        ("G5.1/G1.5", ["codes are joined by \"/\"", "separator = \"/\""]),
        ("G5.1 G1.5", ["only spaces stand between", "separator = \" \""]),
        ("G5.1 och G1.5", ["codes are joined by \"och\"", "write \"G5.1; G1.5\""]),
        ("G5.1 Utbildning", ["more than the code", "did you mean \"G5.1\"?"]),
        ("Utbildning (G5.1)", ["more than the code", "did you mean \"G5.1\"?"]),
        ("utbildning för personal och verksamhet", ["the label of a code", "did you mean \"G5.1\"?"]),
        ("-", ["nothing fits", "leave the cell blank, or declare none = \"-\""]),
        ("Ingen", ["nothing fits", "none = \"Ingen\""]),
        ("?", ["nothing has been decided", "settle the code"]),
        ("Oklart", ["nothing has been decided", "settle the code"]),
        ("G9.9", ["there is no code \"G9.9\" for activity", "did you mean"]),
        ("R1", ["there is no code \"R1\" for activity", "belongs to \"result\""]),
    ] {
        let codes = WHOLE.replace("R-1-1;G5.1", &format!("R-1-1;{cell}"));
        let errors = Small::new(FINAL, &[("koder.csv", &codes)]).told(Severity::Error);
        holds(only(&errors, &["koder.csv, line 2, column B"]), &parts);
    }
    // A mark of doubt says that nobody has decided yet: a gap, however many codes stand beside it.
    for cell in ["G5.1?", "\"G5.1?; G1.5\""] {
        let codes = WHOLE.replace("R-1-1;G5.1", &format!("R-1-1;{cell}"));
        let errors = Small::new(FINAL, &[("koder.csv", &codes)]).told(Severity::Error);
        holds(only(&errors, &["koder.csv"]), &["one cell has a code with a question mark", "\"R-1-1\" (activity)"]);
    }
    // One message for many cells of a kind.
    let errors = Small::new(FINAL, &[("koder.csv", &WHOLE.replace(";G", ";g"))]).told(Severity::Error);
    only(&errors, &["as in 3 cells of the sheet altogether"]);
    // What a study declares is read: a space between codes, a comma.
    for sign in [" ", ","] {
        let codes = WHOLE.replace("G5.1", &format!("G5.1{sign}G1.5"));
        let declared = format!("{FINAL}separator = \"{sign}\"\n");
        assert_eq!(Small::new(&declared, &[("koder.csv", &codes)]).told(Severity::Error), Vec::<String>::new());
    }
    // A code twice in a cell counts once; a subcode beside its main code is as it should be.
    let codes = WHOLE.replace("R-1-1;G5.1", "R-1-1;G5.1; G5; G5.1");
    let small = Small::new(FINAL, &[("koder.csv", &codes.replace("G5.1; G5; G5.1", "\"G5.1; G5; G5.1\""))]);
    let twice: Vec<_> = small.told(Severity::Notice).into_iter().filter(|text| text.contains("twice")).collect();
    only(&twice, &["koder.csv, line 2", "\"G5.1\" stands twice in a cell and counts once; 1 cell is"]);
}

#[test]
fn an_id_that_is_almost_right_is_offered() {
    for (id, why) in [
        ("r-1-1", "capital letters"),
        ("R–1–1", "the kind of dash"),
        ("R- 1-1", "spaces"),
        ("R-001-1", "leading zeros"),
    ] {
        let small = Small::new(FINAL, &[("koder.csv", &WHOLE.replace("R-1-1", id))]);
        only(
            &small.told(Severity::Error),
            &["koder.csv, line 2, column A", "there is no intervention", "did you mean \"R-1-1\"?", why],
        );
    }
    // Many of a kind are one message.
    let small = Small::new(FINAL, &[("koder.csv", &WHOLE.replace("R-", "r-"))]);
    only(&small.told(Severity::Error), &["2 more ids of the sheet differ so"]);
    // Corrections name interventions in the same way.
    let small = Small::new(
        FINAL,
        &[("koder.csv", WHOLE), ("ratt.csv", "Insats;Fält;Var;Blir;Skäl\nR-01-1;funds;450 tkr;400 tkr;Mejl\n")],
    );
    let keys = "[corrections]\nfile = \"ratt.csv\"\nintervention = \"Insats\"\nfield = \"Fält\"\nold = \"Var\"\nnew = \"Blir\"\nreason = \"Skäl\"\n";
    small.change("study.toml", "[[requisitions]]", &format!("{keys}\n[[requisitions]]"));
    only(&small.told(Severity::Error), &["ratt.csv, line 2", "did you mean \"R-1-1\"?", "leading zeros"]);
}

#[test]
fn causes_stand_before_what_follows_from_them() {
    // The respondent of R-1 cannot be told, so its two interventions are missing.
    let small = Small::new(FINAL, &[("koder.csv", WHOLE)]);
    small.change("svar.csv", "Region Uppsala", "Region Upsalla län väst");
    let messages = small.messages();
    only(&told(&messages, Severity::Error), &["svar.csv, line 2"]);
    let follows = messages.sorted().into_iter().filter(|m| m.follows).collect::<Vec<_>>();
    assert_eq!(follows.len(), 1, "{follows:#?}");
    holds(
        &follows[0].to_string(),
        &["koder.csv", "2 rows are about interventions that could not be read", "\"R-1-1\", \"R-1-2\""],
    );
    assert_eq!(messages.sorted().last(), Some(&follows[0]));
    // R-10 is not R-1.
    small.put("koder.csv", &(WHOLE.to_owned() + "R-10-1;G1.1\n"));
    assert!(small.told(Severity::Error).iter().any(|m| m.contains("there is no intervention \"R-10-1\"")));
    // Set aside is another thing than missing.
    let small = Small::new(FINAL, &[("koder.csv", WHOLE)]);
    small.change(
        "study.toml",
        "name = \"Region\" }",
        "name = \"Region\", set_aside = { \"R-2\" = \"svarade igen\" } }",
    );
    assert_eq!(small.told(Severity::Error), Vec::<String>::new());
    let notices = small.told(Severity::Notice);
    let of_codes: Vec<_> = notices.into_iter().filter(|text| text.contains("row holds codes")).collect();
    only(&of_codes, &["koder.csv", "1 row holds codes for \"R-2\", which is set aside (svarade igen): \"R-2-1\""]);
}

/// A block whose headers are mistyped is told in a warning; that its codes meet nothing follows from it.
#[test]
fn codes_of_what_could_not_be_read_are_never_to_be_removed() {
    let small = Small::new(FINAL, &[("koder.csv", WHOLE)]);
    for what in ["Gjort", "Mål", "Kronor"] {
        small.change("svar.csv", &format!("Insats 2: {what}"), &format!("Isnats 2: {what}"));
    }
    let messages = small.messages();
    let all: Vec<String> = messages.sorted().into_iter().map(Diagnostic::to_string).collect();
    let at = |part: &str| all.iter().position(|text| text.contains(part)).unwrap_or_else(|| panic!("{part}: {all:#?}"));
    let cause = at("resembles \"Insats {n}: Gjort\" but is not read");
    let codes = at("there is no intervention \"R-1-2\"; its respondent \"R-1\" was read");
    assert!(cause < codes, "{all:#?}");
    holds(&all[codes], &["koder.csv, line 3", "a block with a mistyped header"]);
    // A respondent without an id: its codes are of an id that no export has.
    let small = Small::new(FINAL, &[("koder.csv", WHOLE)]);
    small.change("svar.csv", "R-2;VGR", ";VGR");
    let messages = small.messages();
    let all: Vec<String> = messages.sorted().into_iter().map(Diagnostic::to_string).collect();
    let at = |part: &str| all.iter().position(|text| text.contains(part)).unwrap_or_else(|| panic!("{part}: {all:#?}"));
    let codes = at("there is no intervention \"R-2-1\"");
    assert!(at("svar.csv, line 3") < codes, "{all:#?}");
    holds(&all[codes], &["mend what is told of the exports first"]);
    assert!(all.iter().all(|text| !text.contains("remove the row")), "{all:#?}");
    // One without its amount for a mistyped header is excluded for that reason.
    let small = Small::new(FINAL, &[("koder.csv", WHOLE)]);
    small.change("svar.csv", "Insats 2: Kronor", "Insats 2: Belopp som har använts");
    let excluded: Vec<String> =
        small.told(Severity::Error).into_iter().filter(|text| text.contains("has codes but is excluded")).collect();
    assert!(
        !excluded.is_empty() && excluded.iter().all(|text| text.contains("mend what is told of the exports first"))
    );
    // A row without codes may go.
    let small = Small::new(FINAL, &[("koder.csv", &format!("{WHOLE}R-9-1;\n"))]);
    only(&small.told(Severity::Error), &["there is no intervention \"R-9-1\"", "remove the row"]);
}

#[test]
fn agreement_over_nothing_is_not_measured() {
    let coders = |a: &str, b: &str| {
        let all = coder("A", "a.csv", a) + &coder("B", "b.csv", b);
        Small::new(
            &all,
            &[
                ("a.csv", "Insats;Aktivitet;Mål\nR-1-1;G5.1;R6\nR-1-2;G5.1;R2\nR-2-1;G5.1;\n"),
                ("b.csv", "Insats;Aktivitet;Mål\nR-1-1;G5.1;\nR-1-2;G5.1;\nR-2-1;G5.1;\n"),
            ],
        )
    };
    let (one, two) = ("activity = \"Aktivitet\"", "activity = \"Aktivitet\", goal = \"Mål\"");
    let domains =
        |found: &Agreement| found.rows.iter().map(|row| row.domain.word()).collect::<std::collections::BTreeSet<_>>();
    // One domain is declared; the goal by one alone; by both, and blank from top to bottom in B's sheet.
    for (a, b, of_goal) in [(one, one, vec![]), (two, one, vec!["A"]), (two, two, vec!["A"])] {
        let found = coders(a, b).agreement().expect("two coders");
        assert_eq!(domains(&found), ["activity"].into(), "{a} {b}");
        let goal = found.uncoded.iter().find(|(domain, _)| domain.word() == "goal").map(|(_, coders)| coders.clone());
        assert_eq!(goal.unwrap_or_default(), of_goal);
        assert!(found.disagreements.is_empty(), "{:?}", found.disagreements);
    }
    // Everyone always gives G5.1: nothing can be said beyond chance, and why is said.
    let found = coders(one, one).agreement().expect("two coders");
    let set = |measure: &str| {
        found.rows.iter().find(|r| r.code.is_none() && r.measure.word() == measure && !r.by_funds).expect("a row")
    };
    assert_eq!(set("percent_agreement").value, Some(1.0));
    let why = set("cohen_kappa").undefined.as_ref().map(|why| why.text(Language::English));
    assert_eq!((set("cohen_kappa").value, why.as_deref()), (None, Some("everything has the same codes")));
    // One intervention in common: no interval.
    let small = coders(one, one);
    small.put("b.csv", "Insats;Aktivitet\nR-1-1;G1.5\n");
    let found = small.agreement().expect("two coders");
    let row = found.rows.iter().find(|row| row.measure.word() == "percent_agreement").expect("a row");
    assert_eq!((row.units, row.value, row.interval), (1, Some(0.0), None));
    // None in common.
    small.put("a.csv", "Insats;Aktivitet\nR-1-2;G1.5\n");
    let found = small.agreement().expect("two coders");
    assert!(
        found.units.values().all(Vec::is_empty) && found.rows.iter().all(|row| row.units == 0 && row.value.is_none())
    );
    let options = insats::run::Options { out: Some(small.folder.path().join("out")), ..Default::default() };
    let refused = insats::run::agreement(small.folder.path(), &options, &|_| {}).err().map(|why| why.to_string());
    let refused = refused.unwrap_or_default();
    assert!(refused.contains("no intervention is coded by two coders"), "{refused}");
}

/// The rows of the shipped final sheet, header first.
fn shipped() -> Vec<Vec<String>> {
    let mut messages = Diagnostics::new();
    let study = Study::load(&project("input/lagesrapport-2024")).expect("the study");
    let files = Files::read(&study, &mut messages);
    let grid = files.sheet(&study.codings[0].file, None, &mut messages).expect("the sheet");
    let cells = |row: usize| (0..6).map(|column| grid.cell(row, column).text()).collect();
    (0..grid.rows.len()).map(cells).collect()
}

/// The shipped study in a folder of its own, whose final sheet is a text.
struct Copy(tempfile::TempDir);

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy_folder(&project("input/lagesrapport-2024"), &folder.path().join("input/studie"));
        fs::create_dir(folder.path().join("codebook")).expect("a folder");
        let book = project("codebook/psykisk-halsa.json");
        fs::copy(book, folder.path().join("codebook/psykisk-halsa.json")).expect("the codebook");
        let copy = Self(folder);
        copy.declare("kodning-slutlig.xlsx", "slutlig.csv");
        copy
    }

    fn study(&self) -> PathBuf {
        self.0.path().join("input/studie")
    }

    fn declare(&self, from: &str, to: &str) {
        let path = self.study().join("study.toml");
        let text = fs::read_to_string(&path).expect("study.toml");
        fs::write(path, text.replacen(from, to, 1)).expect("study.toml");
    }

    /// What is told of the final sheet.
    fn told(&self, rows: &[Vec<String>]) -> Vec<String> {
        let text: String = rows
            .iter()
            .map(|row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\n")
            .collect();
        fs::write(self.study().join("kodning/slutlig.csv"), text).expect("the sheet");
        let mut messages = Diagnostics::new();
        let study = Study::load(&self.study()).expect("the study");
        let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "codebook").expect("the codebook");
        let files = Files::read(&study, &mut messages);
        let input = Input::read(&study, &files, &mut Diagnostics::new());
        let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
        let choice = codings.choose(None, &study);
        codings.settle(choice, &book, &input, &mut messages).expect("rules");
        said(&messages).into_iter().map(ToString::to_string).collect()
    }
}

/// The same codes in the rows of other ids, by the positions of the codes.
fn moved(rows: &[Vec<String>], from: impl Fn(usize) -> usize) -> Vec<Vec<String>> {
    let row = |at: usize| {
        let mut row = rows[from(at)].clone();
        row[0].clone_from(&rows[at][0]);
        row
    };
    (0..rows.len()).map(row).collect()
}

#[test]
fn codes_sorted_apart_from_their_ids_are_found() {
    let (copy, rows) = (Copy::new(), shipped());
    assert_eq!(copy.told(&rows), Vec::<String>::new(), "the shipped sheet is as it should be");
    // The id column sorted alone: no row has its own codes but those of the last area, trauma-region, which stays last.
    let mut ids: Vec<_> = rows[1..].iter().map(|row| row[0].clone()).collect();
    ids.sort();
    let mut sorted = rows.clone();
    sorted[1..].iter_mut().zip(ids).for_each(|(row, id)| row[0] = id);
    let told = copy.told(&sorted);
    assert!(
        told.iter().any(|text| text.contains("the codes of the sheet fit the texts no better than by chance")),
        "{told:#?}"
    );
    assert!(told.iter().any(|text| text.contains("contradicts coders who agree")), "{told:#?}");
    // One row inserted in the ids from the 700th row on: the rows there, and where their codes would fit. The header is row 1.
    let last = rows.len() - 1;
    let told = copy.told(&moved(&rows, |at| if at < 700 || at == last { at } else { at + 1 }));
    let found: Vec<_> = told.into_iter().filter(|text| text.contains("have probably been displaced")).collect();
    let (line, at) = (700 + 1, "slutlig.csv, line ");
    let text = only(&found, &["1 row further down"]);
    let place: usize = text.split(at).nth(1).and_then(|rest| rest.split(',').next()?.parse().ok()).expect("a line");
    assert!(place.abs_diff(line) <= 5, "{text}");
    // Only bu-region's rows upside down; only the column of activities moved on by ten.
    let (first, count) = (1, rows.iter().filter(|row| row[0].starts_with("BUR")).count());
    let told = copy.told(&moved(&rows, |at| {
        if (first..first + count).contains(&at) { first + count - (at - first) - 1 } else { at }
    }));
    assert!(
        told.iter().any(|text| text.contains("the area \"bu-region\" fit the texts no better than by chance")),
        "{told:#?}"
    );
    let mut column = rows.clone();
    (1..rows.len()).for_each(|at| column[at][1].clone_from(&rows[1 + (at + 9) % last][1]));
    let told = copy.told(&column);
    assert!(
        told.iter().any(|text| text.contains("the column \"Aktivitet\" fit the texts no better than by chance")),
        "{told:#?}"
    );
    assert!(!told.iter().any(|text| text.contains("Prestation")), "{told:#?}");
}

/// The lines of the first and the last row that a message names.
fn lines(text: &str) -> (usize, usize) {
    let rows = text.split("rows ").nth(1).and_then(|rest| rest.split(' ').next()).expect("rows");
    let (from, to) = rows.split_once('–').expect("two rows");
    (from.parse().expect("a row"), to.trim_end_matches(',').parse().expect("a row"))
}

/// Rows of the shipped sheet are the lines of `slutlig.csv`, counted from 1 with the header: `rows[at]` is line `at + 1`.
#[test]
fn stretches_of_rows_that_stand_beside_their_ids_are_found() {
    let (copy, rows) = (Copy::new(), shipped());
    let within = |range: std::ops::Range<usize>, by: isize| {
        moved(&rows, |at| if range.contains(&at) { at.checked_add_signed(by).expect("a row") } else { at })
    };
    // Long and short stretches, in several areas, moved up and down by one to three rows.
    for (first, length, by) in
        [(40, 15, 1), (200, 15, -1), (350, 20, 2), (610, 25, -3), (700, 40, 3), (900, 100, 1), (1200, 60, -2)]
    {
        let told = copy.told(&within(first..first + length, by));
        let found: Vec<_> = told.iter().filter(|text| text.contains("have probably been displaced")).cloned().collect();
        let (count, way) = (by.abs(), if by > 0 { "down" } else { "up" });
        let noun = if count == 1 { "row" } else { "rows" };
        let text = only(&found, &["the codes in rows", &format!("{count} {noun} further {way}"), "slutlig.csv, line"]);
        let (from, to) = lines(text);
        assert!(from.abs_diff(first + 1) <= 4 && to.abs_diff(first + length) <= 4, "{first} {length} {by}: {text}");
        assert_eq!(told.iter().filter(|text| text.contains("by chance")).count(), 0, "{told:#?}");
    }
    // Only one column.
    let mut column = rows.clone();
    (500..560).for_each(|at| column[at][1].clone_from(&rows[at + 1][1]));
    let told = copy.told(&column);
    only(&told, &["the column \"Aktivitet\", rows 50", "1 row further down"]);
}

/// 40 cells below one, and 20 rows pasted over others: rows 300 to 339 and 700 to 719 of the data, below the header.
#[test]
fn codes_that_were_filled_down_or_pasted_are_told() {
    let (copy, rows) = (Copy::new(), shipped());
    let mut filled = rows.clone();
    (300..340).for_each(|at| filled[at][1].clone_from(&rows[300][1]));
    let told = copy.told(&filled);
    let found: Vec<_> = told.iter().filter(|text| text.contains("are all")).cloned().collect();
    only(&found, &["slutlig.csv, line 301", "the codes in the column \"Aktivitet\", rows 301–340 are all", "40 rows"]);
    let mut pasted = rows.clone();
    (0..20).for_each(|at| {
        (1..rows[0].len()).for_each(|column| pasted[700 + at][column].clone_from(&rows[600 + at][column]))
    });
    let told = copy.told(&pasted);
    let found: Vec<_> = told.iter().filter(|text| text.contains("in all columns")).cloned().collect();
    only(&found, &["slutlig.csv, line 701", "the codes in rows 701–720 repeat the codes in rows 601–620", "20 rows"]);
}

#[test]
fn rows_in_any_order_are_no_stretch() {
    let (copy, rows) = (Copy::new(), shipped());
    let last = rows.len() - 1;
    // Multiplying by a number without common factors permutes the rows; every row fits by chance.
    for factor in [397, 811, 1013] {
        let told = copy.told(&moved(&rows, |at| if at == 0 { 0 } else { 1 + (at * factor) % last }));
        assert_eq!(told.iter().filter(|text| text.contains("have probably been displaced")).count(), 0, "{told:#?}");
    }
    // Only a hundred rows are mixed.
    let told = copy.told(&moved(&rows, |at| if (300..401).contains(&at) { 300 + (at * 37) % 101 } else { at }));
    assert_eq!(told.iter().filter(|text| text.contains("have probably been displaced")).count(), 0, "{told:#?}");
    assert!(told.iter().any(|text| text.contains("by chance")), "{told:#?}");
    // A few rows here and there have each other's codes: not a stretch.
    let told = copy.told(&moved(&rows, |at| if at % 50 == 1 && at < last { at + 1 } else { at }));
    assert_eq!(told.iter().filter(|text| text.contains("have probably been displaced")).count(), 0, "{told:#?}");
}

#[test]
fn coders_whose_sheets_are_the_same_are_told() {
    let column = "activity = \"Aktivitet\"";
    let both = coder("A", "a.csv", column) + &coder("B", "b.csv", column);
    let small = Small::new(&both, &[("a.csv", WHOLE), ("b.csv", &WHOLE.replace('\n', "\r\n"))]);
    only(&small.told(Severity::Notice), &["b.csv", "of \"B\" says the same as that of \"A\" (a.csv) in all 3 codings"]);
    small.put("b.csv", &WHOLE.replace("G4.4", "G4"));
    assert_eq!(small.told(Severity::Notice), Vec::<String>::new());
    // Of a real sample, a warning: the copy of a coder's file under the other's name.
    let copy = Copy::new();
    let folder = copy.study().join("kodning");
    fs::copy(folder.join("kodare-a.csv"), folder.join("kodare-b.csv")).expect("a copy");
    let told = copy.told(&shipped());
    assert!(
        told.iter().any(|text| text.starts_with("warning: kodning/kodare-b.csv") && text.contains("the same as")),
        "{told:#?}"
    );
}

#[test]
fn columns_that_have_changed_places_are_found() {
    let (copy, rows) = (Copy::new(), shipped());
    copy.declare(
        "activity = \"Aktivitet\", output = \"Prestation\"",
        "activity = \"Prestation\", output = \"Aktivitet\"",
    );
    let told = copy.told(&rows);
    let swapped: Vec<_> = told.iter().filter(|text| text.contains("have probably changed places")).collect();
    assert!(
        swapped.iter().any(|text| text.contains("fit the texts by the codebook's rules of the other domain better")),
        "{told:#?}"
    );
    assert!(swapped.iter().any(|text| text.contains("the coders who agree")), "{told:#?}");
    for text in swapped {
        holds(text, &["\"Prestation\" (activity)", "\"Aktivitet\" (output)"]);
    }
    let of_others = told.iter().filter(|text| text.contains("\"Mål\"") || text.contains("no better than by chance"));
    assert_eq!(of_others.count(), 0, "{told:#?}");
}

/// The messages of the shipped study are those of before: none is about codes.
#[test]
fn other_sheets_of_the_shipped_study_are_as_they_should_be() {
    let checked = check(&project("input/lagesrapport-2024"), &|_| {});
    let mut by_file: BTreeMap<String, usize> = BTreeMap::new();
    checked.messages.sorted().iter().for_each(|m| *by_file.entry(m.place.file.to_string()).or_default() += 1);
    assert!(by_file.keys().all(|file| !file.starts_with("kodning")), "{by_file:#?}");
}

#[test]
fn columns_of_another_domain_or_without_codes_and_crowded_cells_are_told() {
    let sheet = |goals: [&str; 3], codes: &str| {
        format!("Insats;Aktivitet;Mål\nR-1-1;{codes};{}\nR-1-2;G1.5;{}\nR-2-1;G4.4;{}\n", goals[0], goals[1], goals[2])
    };
    let domains =
        |goal: &str| FINAL.replace("activity = \"Aktivitet\"", &format!("activity = \"Aktivitet\", {goal} = \"Mål\""));
    let warned = |codings: &str, koder: &str| Small::new(codings, &[("koder.csv", koder)]).told(Severity::Warning);
    let goals = ["R1", "R2", "R3"];
    assert!(warned(&domains("goal"), &sheet(goals, "G5.1")).is_empty());
    let told = warned(&domains("effect"), &sheet(goals, "G5.1"));
    only(&told, &["study.toml, line", "\"Mål\" is declared for effect, and its name says goal"]);
    // A column without codes, for which the survey has no texts: nobody reads a text on effects here.
    let blank = sheet(["", "", ""], "G5.1").replace("Mål", "Effekt");
    let told = warned(&domains("effect").replace("Mål", "Effekt"), &blank);
    only(&told, &["none of the 3 rows has a code in the column \"Effekt\", which is declared for effect"]);
    // Seven codes in a cell; six are as many as a text of the shipped study has.
    let many =
        |codes: &str| Small::new(&domains("goal"), &[("koder.csv", &sheet(goals, codes))]).told(Severity::Notice);
    let seven = many("\"G1.1;G1.2;G1.3;G2.1;G3;G4.4;G5.1\"");
    assert!(
        seven
            .iter()
            .any(|text| text.contains("koder.csv, line 2, column B") && text.contains("7 codes stand in one cell")),
        "{seven:#?}"
    );
    assert!(!many("\"G1.1;G1.2;G1.3;G2.1;G3;G5.1\"").iter().any(|text| text.contains("stand in one cell")));
}
