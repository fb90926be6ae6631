//! `insats init`: what is drafted from exports alone, held against what people declared.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::run::init;
use insats::study::Study;
use insats::wording::Language;
use toml::{Table, Value};

use crate::support::{copy_folder, project};

/// A copy of a shipped study's folder without its declarations, beside the codebook.
fn exports_alone(folder: &Path, shipped: &str) -> PathBuf {
    let study = folder.join("input/exports");
    copy_folder(&project("input").join(shipped), &study);
    for name in ["study.toml", "report.toml", "README.md", "claims.csv"] {
        fs::remove_file(study.join(name)).expect("a declaration");
    }
    // What the report's own texts and tables are made of is no export.
    if study.join("egna").is_dir() {
        fs::remove_dir_all(study.join("egna")).expect("a folder");
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
            // Placeholders are a set, in any case of letters.
            Value::Array(items) if key == "placeholders" => {
                for item in items {
                    all.insert(format!("{inner}[{item}]").to_lowercase(), String::new());
                }
            }
            value => {
                all.insert(inner, value.to_string());
            }
        }
    }
}

/// The paths that a draft marks as unsure: what a mark stands above, and all of a question with a mark in it.
fn marked(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for section in sections(text) {
        let parsed: Table = section.parse().expect("valid TOML");
        let scope = scope_of(&parsed);
        let (mut below, mut is_marked) = (String::new(), false);
        for line in section.lines() {
            if line.starts_with("# UNSURE") || line.starts_with("# CHECK") {
                is_marked = true;
                if below.contains(".question.") {
                    all.push(format!("{scope}{below}."));
                }
            } else if let Some(header) = line.strip_prefix('[').filter(|header| !header.starts_with('[')) {
                let header = header.trim_end_matches(']');
                below = header.split_once('.').map_or(String::new(), |(_, below)| format!(".{below}"));
                is_marked = false;
            } else if let Some((key, _)) = line.split_once(" = ").filter(|_| is_marked) {
                let path = if scope.is_empty() { String::new() } else { format!("{scope}{below}.") };
                all.push(format!("{path}{}", key.trim_matches('"')));
                is_marked = false;
            }
        }
    }
    all
}

/// The text of a draft in parts that are valid by themselves: what stands at the top, and every section.
fn sections(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let is_part = |line: &str| line.starts_with("[[") || line.starts_with('[') && !line.contains('.');
    for line in text.lines() {
        if is_part(line) {
            parts.push(String::new());
        }
        parts.last_mut().expect("a part").push_str(&format!("{line}\n"));
    }
    parts
}

/// How the paths of a section begin.
fn scope_of(section: &Table) -> String {
    match section.iter().next() {
        Some((key, Value::Array(of))) if of.iter().all(Value::is_table) => {
            format!("{key}[{}]", name_of(of[0].as_table().expect("a table")))
        }
        Some((key, Value::Table(_))) => key.clone(),
        _ => String::new(),
    }
}

/// The exports of a shipped study are drafted by themselves; the draft is read, and held against what the study declares.
fn nine_of_ten_are_drafted(shipped: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let study = exports_alone(folder.path(), shipped);
    init(&study, None, false, Language::Swedish).expect("a draft");
    Study::load(&study).unwrap_or_else(|messages| panic!("{}", crate::support::shown(&messages)));

    let mut wanted = declared(&parsed(&project("input").join(shipped).join("study.toml")));
    // No export says which study is of the year before, what prices were, and who was expected to answer.
    let unknown = ["earlier", "prices", ".expected", "limits.outside"];
    wanted.retain(|path, _| !unknown.iter().any(|unknown| path.contains(unknown)));
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    let mut drafted = declared(&parsed(&study.join("study.toml")));
    drafted.remove("limits.outside");
    let of_exports = |path: &str| path.starts_with("survey");
    for (fewest, all) in [(140, &of_exports as &dyn Fn(&str) -> bool), (200, &|_| true)] {
        let wanted: Vec<_> = wanted.iter().filter(|(path, _)| all(path)).collect();
        let differ = |(path, value): &&(&String, &String)| drafted.get(*path) != Some(*value);
        let other: Vec<_> = wanted
            .iter()
            .filter(differ)
            .map(|(path, value)| format!("{path}\n    shipped {value}\n    drafted {:?}", drafted.get(*path)))
            .collect();
        assert!(wanted.len() >= fewest, "only {} fields were compared", wanted.len());
        assert!(other.len() * 10 <= wanted.len(), "{} of {} differ:\n{}", other.len(), wanted.len(), other.join("\n"));
    }
    // What is drafted otherwise than it was declared, or beside it, is marked; texts that are blank in any year are harmless.
    let marks = marked(&text);
    let is_marked = |path: &str| marks.iter().any(|mark| path.starts_with(mark.as_str()));
    let silent: Vec<_> = drafted
        .iter()
        .filter(|(path, value)| wanted.get(*path) != Some(*value) && !path.contains("placeholders") && !is_marked(path))
        .collect();
    assert!(silent.is_empty(), "not marked as unsure, and not as declared: {silent:#?}");
}

#[test]
fn nine_of_ten_declared_fields_are_drafted_from_the_exports_alone() {
    nine_of_ten_are_drafted("lagesrapport-2024");
}

#[test]
fn nine_of_ten_are_drafted_from_five_other_shapes() {
    nine_of_ten_are_drafted("lagesrapport-2023");
}

/// Writes a study's files into a folder that a codebook lies beside.
fn folder_with(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("studie");
    fs::create_dir_all(&study).expect("a folder");
    for (name, text) in files {
        fs::write(study.join(name), text).expect("a file");
    }
    (folder, study)
}

const FUNDS: &str = "Kod,Utbetalt\n03,2000000\n14,2500000\n12,900000\n";

#[test]
fn other_words_other_blocks_and_another_delimiter_are_drafted_too() {
    // Nothing here is named as in 2024; amounts are in thousands of kronor.
    let answers = "Svarsid\tLandsting\tMejl\tÅtgärd 1 - Benämning\tÅtgärd 1 - Vad har ni gjort?\tÅtgärd 1 - Kostnad (tkr)\t\
                   Åtgärd 2 - Benämning\tÅtgärd 2 - Vad har ni gjort?\tÅtgärd 2 - Kostnad (tkr)\tHar ni samverkat?\n\
                   A\tRegion Uppsala\tx@example.org\tKurs\tUtbildning för personal i skolan\t450\tNy mottagning\tEn mottagning har öppnats\t1200\tJa\n\
                   B\tVGR\ty@example.org\tKarta\tKartläggning av väntetider\t2500\t\t\t\tNej\n\
                   C\tRegion Skåne\tz@example.org\tStöd\tStödgrupper för anhöriga\t800\t\t\t\tJa\n";
    let (_folder, study) = folder_with(&[("svar.tsv", answers), ("utbetalt.csv", FUNDS)]);
    init(&study, None, false, Language::Swedish).expect("a draft");
    let loaded = Study::load(&study).unwrap_or_else(|messages| panic!("{}", crate::support::shown(&messages)));
    let drafted = declared(&parsed(&study.join("study.toml")));
    for (key, value) in [
        ("level", "\"region\""),
        ("respondent.id", "\"Svarsid\""),
        ("respondent.name", "\"Landsting\""),
        ("intervention.title", "\"Åtgärd {n} - Benämning\""),
        ("intervention.activity", "\"Åtgärd {n} - Vad har ni gjort?\""),
        ("intervention.funds", "\"Åtgärd {n} - Kostnad (tkr)\""),
        ("intervention.unit", "\"tkr\""),
    ] {
        assert_eq!(drafted.get(&format!("survey[svar.tsv].{key}")).map(String::as_str), Some(value), "{key}");
    }
    assert_eq!(loaded.requisitions.len(), 1);
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    assert!(!text.contains("example.org"), "contact data were written");
    assert!(text.contains("Kontaktuppgifter, läses aldrig: Mejl."), "{text}");
    // No codebook was near: the program's own was written beside, and the study runs to its figures.
    let checked = insats::run::check(&study, &|_| {});
    assert!(!checked.messages.has_errors(), "{}", crate::support::shown(&checked.messages));
    assert_eq!((checked.respondents, checked.interventions), (3, 4));
}

#[test]
fn a_table_in_which_recipients_stand_is_drafted_as_a_register() {
    let case = |name: &str| fs::read_to_string(project("tests/cases/registers").join(name)).expect("a file");
    let [schools, funds, answers] = ["skolor.csv", "medel.csv", "svar.csv"].map(case);
    // A name for the survey's recipients that stands in the register's own column of names.
    let answers = answers.replace("Bergs friskola", "bergskolan").replace("Lärkan", "Lärkskolan");
    let (_place, folder) = folder_with(&[("skolor.csv", &schools), ("medel.csv", &funds), ("svar.csv", &answers)]);
    init(&folder, None, false, Language::Swedish).expect("a draft");
    let study = parsed(&folder.join("study.toml"));
    let register = study["register"]["skolor"].as_table().expect("a register");
    let said = |key: &str| register[key].as_str();
    assert_eq!([said("file"), said("code"), said("name")], ["skolor.csv", "Skolkod", "Skola"].map(Some));
    // The sum below the schools is none of them.
    assert_eq!(register["totals"].as_array().map(Vec::len), Some(1));
    assert_eq!(register["totals"][0].as_str(), Some("Totalt"));
    assert_eq!(register["part_of"]["register"].as_str(), Some("municipality"));
    assert_eq!(register["part_of"]["column"].as_str(), Some("Kommunkod"));
    let survey = &study["survey"][0];
    assert_eq!(survey["level"].as_str(), Some("skolor"));
    assert_eq!(survey["respondent"]["name"].as_str(), Some("Skola"));
    let requisitions = &study["requisitions"][0];
    assert_eq!(requisitions["level"].as_str(), Some("skolor"));
    assert_eq!(requisitions["code"].as_str(), Some("Skolkod"));
}

#[test]
fn a_unit_header_rows_and_signs_that_changed_with_the_columns_are_marked() {
    let study = "title = \"T\"\nyear = 2025\ncodebook = \"codebook.json\"\n[complete]\nrequires = [\"activity\", \"funds\"]\n\
                 placeholders = []\n[[requisitions]]\nfile = \"medel.csv\"\nlevel = \"region\"\nname = \"Region\"\n\
                 areas = { \"Belopp\" = \"svar\" }\n[[survey]]\narea = \"svar\"\nlevel = \"region\"\nfile = \"svar.csv\"\n\
                 respondent = { id = \"Id\", name = \"Region\" }\n[survey.intervention]\nactivity = \"Insats {n}: Vad gjordes?\"\n\
                 funds = \"Insats {n}: Kostnad (tkr)\"\nunit = \"tkr\"\n[survey.question.targets]\n\
                 joined = \"Insats {n}: Målgrupp\"\noptions = [\"Barn\", \"Vuxna\"]\n";
    let (place, earlier) = folder_with(&[("study.toml", study), ("report.toml", "source = \"K\"\n")]);
    fs::copy(project("codebook/psykisk-halsa.json"), earlier.join("codebook.json")).expect("the codebook");
    let answers = "Id;Region;Insats 1;;;Insats 2;;\n\
                   ;;Vad gjordes?;Kostnad (kr);Målgrupper;Vad gjordes?;Kostnad (kr);Målgrupper\n\
                   R-1;Region Uppsala;Kurs för personal;450000;Barn | Vuxna;Råd till föräldrar;100000;Barn\n\
                   R-2;VGR;Kartläggning av köer;2500000;Vuxna;;;\n\
                   R-3;Region Skåne;Stöd till anhöriga;800000;Barn | Vuxna;Ny mottagning;90000;Vuxna\n";
    let study = place.path().join("ny");
    fs::create_dir_all(&study).expect("a folder");
    fs::write(study.join("svar.csv"), answers).expect("a file");
    fs::write(study.join("medel.csv"), "Region;Belopp\nUppsala;550000\nVGR;2500000\nSkåne;890000\n").expect("a file");
    init(&study, Some(&earlier), false, Language::Swedish).expect("a draft");
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    for (marked, line) in [
        ("# CHECK: den nya kolumnens namn talar om kr.", "unit = \"tkr\""),
        ("# CHECK: den nya exporten har 2 rubrikrader, och här är ett annat antal deklarerat.", "file = \"svar.csv\""),
        ("# CHECK: i den nya exporten står \" | \" mellan svaren.", "joined = \"Insats {n} / Målgrupper\""),
    ] {
        assert!(text.contains(&format!("{marked}\n{line}")), "{marked}\n{text}");
    }
    assert!(!text.contains("numrerade block"), "blocks became nothing else\n{text}");
}

/// Comments are for who drafts; the study stays one in Swedish.
#[test]
fn comments_of_a_new_draft_are_in_the_language_of_the_person() {
    for (language, head) in
        [(Language::English, "# A draft made by insats init"), (Language::Swedish, "# Ett utkast som insats")]
    {
        let (_folder, study) =
            folder_with(&[("svar.csv", ANSWERS), ("medel.csv", "Kod;Belopp\n03;2000000\n14;2000000\n")]);
        init(&study, None, false, language).expect("a draft");
        let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        assert!(text.contains(head) && text.contains("language = \"sv\"\n"), "{text}");
        let doubts = ["# UNSURE: files do not say", "# UNSURE: filerna säger inte"].map(|doubt| text.contains(doubt));
        assert_eq!(doubts, [language == Language::English, language == Language::Swedish], "{text}");
    }
}

#[test]
fn nothing_is_overwritten_unless_forced() {
    let (_folder, study) = folder_with(&[("study.toml", "mine"), ("utbetalt.csv", FUNDS)]);
    assert!(init(&study, None, false, Language::Swedish).is_err());
    assert_eq!(fs::read_to_string(study.join("study.toml")).ok().as_deref(), Some("mine"));
    assert!(!study.join("report.toml").exists(), "half a draft was written");
    init(&study, None, true, Language::Swedish).expect("a draft");
    assert!(fs::read_to_string(study.join("study.toml")).expect("study.toml").contains("Ett utkast som insats init"));
}

#[test]
fn an_earlier_year_is_carried_over_and_changes_are_listed() {
    use insats::draft::ChangeKind::{New, Renamed};
    let earlier = project("tests/cases/readme-min-studie");
    let answers = "Id;Region;Insats 1: Vad genomfördes?;Insats 1: Kronor;Samverkan med kommunerna?;Har arbetet fortsatt?\n\
                   R-1;Region Uppsala;Utbildning;450 tkr;Ja;Nej\nR-2;VGR;Kartläggning;2 500 000;Nej;Ja\n";
    let (_folder, study) = folder_with(&[
        ("svar.csv", answers),
        ("medel.csv", "Kod;Belopp\n03;2000000\n14;2000000\n"),
        ("koder.csv", "Insats;Aktivitet\nR-1-1;G5.1\nR-2-1;G4.4\n"),
    ]);
    let done = init(&study, Some(&earlier), false, Language::Swedish).expect("a draft");
    let changes: Vec<_> = done.draft.changes.iter().map(|c| (c.kind, c.name.as_str(), c.nearest.as_deref())).collect();
    assert!(
        changes.contains(&(Renamed, "Insats {n}: Vad gjordes?", Some("Insats {n}: Vad genomfördes?"))),
        "{changes:?}"
    );
    assert!(changes.iter().any(|(kind, name, _)| *kind == New && *name == "Har arbetet fortsatt?"), "{changes:?}");
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    assert!(text.contains("CHANGED: hette \"Insats {n}: Vad gjordes?\""), "{text}");
    let checked = insats::run::check(&study, &|_| {});
    assert!(!checked.messages.has_errors(), "{}\n{text}", crate::support::shown(&checked.messages));
}

/// The earlier study's register is looked for under its new name, and its codebook goes with it where no other is near; one that
/// is called as the program's own is not written over.
#[test]
fn a_register_and_a_codebook_go_with_an_earlier_study() {
    let study = "title = \"T\"\nyear = 2025\ncodebook = \"codebook.json\"\n[register.school]\nfile = \"skolor-2025.csv\"\n\
                 code = \"Skolkod\"\nname = \"Skola\"\none = \"en skola\"\nseveral = \"skolor\"\n[weighting]\nper = \"none\"\n\
                 [complete]\nrequires = [\"activity\", \"funds\"]\nplaceholders = []\n[[survey]]\narea = \"svar\"\n\
                 level = \"school\"\nfile = \"svar-2025.csv\"\nrows = \"interventions\"\nrespondent = { name = \"Skola\" }\n\
                 [survey.intervention]\nid = \"Insatsid\"\nactivity = \"Vad gjordes?\"\nfunds = \"Kronor\"\n";
    let codebook = fs::read_to_string(project("codebook/psykisk-halsa.json")).expect("the codebook") + "\n\n";
    let files = [("study.toml", study), ("report.toml", "source = \"K\"\n"), ("codebook.json", codebook.as_str())];
    let (_place, earlier) = folder_with(&files);
    let schools = "Skolkod;Skola\nS-1;Alskolan\nS-2;Bokskolan\nS-3;Ekskolan\n";
    let answers = "Insatsid;Skola;Vad gjordes?;Kronor\nI-1;Alskolan;Läxhjälp på kvällar;4000\n\
                   I-2;Bokskolan;Kurs för personalen;9000\nI-3;Ekskolan;Samtal med föräldrar;2500\n";
    let new = [("skolor-2026.csv", schools), ("svar-2026.csv", answers)];
    let (_folder, folder) = folder_with(&new);
    init(&folder, Some(&earlier), false, Language::Swedish).expect("a draft");
    let text = fs::read_to_string(folder.join("study.toml")).expect("study.toml");
    let renamed = "# CHANGED: hette \"skolor-2025.csv\"; se efter att det är samma.\nfile = \"skolor-2026.csv\"";
    assert!(text.contains(renamed), "{text}");
    assert_eq!(fs::read_to_string(folder.join("codebook.json")).ok().as_deref(), Some(codebook.as_str()));
    let (_folder, folder) = folder_with(&[new[0], new[1], ("codebook.json", codebook.as_str())]);
    init(&folder, Some(&earlier), true, Language::Swedish).expect("a draft");
    assert_eq!(fs::read_to_string(folder.join("codebook.json")).ok().as_deref(), Some(codebook.as_str()));
}

/// The earlier study of the README, of 2025.
fn carried(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf, insats::run::Initialised) {
    let (folder, study) = folder_with(files);
    let done =
        init(&study, Some(&project("tests/cases/readme-min-studie")), false, Language::Swedish).expect("a draft");
    (folder, study, done)
}

const ANSWERS: &str = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor;Samverkan med kommunerna?\n\
                       R-1;Region Uppsala;Utbildning;450 tkr;Ja\nR-2;VGR;Kartläggning;2 500 000;Nej\n";

/// Codes have not been given yet: the list of funds is no coding sheet. Nothing speaks of a year: it is the next, and unsure.
#[test]
fn what_is_not_there_is_missing_and_a_year_that_nothing_says_is_unsure() {
    let (_folder, study, done) =
        carried(&[("svar.csv", ANSWERS), ("medel.csv", "Kod;Belopp\n03;2000000\n14;2000000\n")]);
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    assert!(!text.contains("# # MISSING"), "{text}");
    assert!(text.contains("# file = \"koder.csv\"") && !text.contains("hette \"koder.csv\""), "{text}");
    let year =
        "# UNSURE: ingen fil och ingen kolumn nämner något år; det är året efter den tidigare studiens\nyear = 2026";
    assert!(text.contains(year), "{text}");
    assert!(text.contains("# CHANGED: hette \"../../../codebook/psykisk-halsa.json\""), "{text}");
    assert!(
        text.starts_with("#:schema ./study.schema.json\n\n# Överförd från ett tidigare år av insats init. CHANGED"),
        "{text}"
    );
    let said: Vec<String> = done.draft.remarks.iter().map(crate::drafted::said).collect();
    assert!(said.iter().any(|remark| remark.starts_with("year: no file")), "{said:?}");

    // The lines of the marks are those that an editor shows.
    let marked = |name: &str, mark: &str| {
        let text = fs::read_to_string(study.join(name)).expect("a file");
        let lines = text.lines().enumerate().filter(|(_, line)| line.starts_with(&format!("# {mark}:")));
        lines.map(|(at, _)| (at + 1).to_string()).collect::<Vec<_>>().join(", ")
    };
    let messages = insats::run::check(&study, &|_| {}).messages;
    let told: Vec<_> = messages.sorted().into_iter().filter(|message| message.name() == "marks-left").collect();
    let [told] = told[..] else { panic!("{told:?}") };
    let lines = format!("UNSURE in study.toml, lines {};", marked("study.toml", "UNSURE"));
    assert!(told.to_string().contains(&lines), "{told}");
}

/// Files follow the study: an English one gets English comments, whoever asks.
#[test]
fn comments_are_in_the_language_of_the_study() {
    let (folder, study) = folder_with(&[("svar.csv", ANSWERS)]);
    let earlier = folder.path().join("earlier");
    copy_folder(&project("tests/cases/readme-min-studie"), &earlier);
    let declared = fs::read_to_string(earlier.join("study.toml")).expect("study.toml");
    fs::write(
        earlier.join("study.toml"),
        format!("language = \"en\"\n{}", declared.replace("language = \"sv\"\n", "")),
    )
    .expect("written");
    let mut drafts = Vec::new();
    for language in ["sv", "en"] {
        let arguments = ["--messages", language, "init", "--force", "--from"];
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_insats"))
            .args(arguments)
            .args([&earlier, &study])
            .output()
            .expect("the program");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(printed.contains("året: ingen fil"), language == "sv", "{printed}");
        drafts.push(fs::read_to_string(study.join("study.toml")).expect("study.toml"));
        fs::remove_file(study.join("codebook.json")).expect("the program's own codebook");
    }
    assert_eq!(drafts[0], drafts[1]);
    assert!(drafts[0].contains("# MISSING: its file is not in the folder"), "{}", drafts[0]);
}

/// Two exports that ask the same: each figure says of which area it is, and names no codes that nobody gave.
#[test]
fn drafted_figures_have_titles_of_their_own() {
    let codes = "Insats;Aktivitet\nR-1-1;G5.1\nR-2-1;G4.4\n";
    let (_folder, study) = folder_with(&[("vuxna.csv", ANSWERS), ("unga.csv", ANSWERS), ("koder.csv", codes)]);
    init(&study, None, false, Language::Swedish).expect("a draft");
    let report = parsed(&study.join("report.toml"));
    let items = report.get("item").and_then(Value::as_array).expect("items");
    let titles: Vec<&str> = items.iter().filter_map(|item| item.get("title")?.as_str()).collect();
    let by_activity = "Antal insatser och använda medel, efter aktiviteter";
    let expected = [
        format!("unga: {by_activity}"),
        "unga: Samverkan med kommunerna".to_owned(),
        format!("vuxna: {by_activity}"),
        "vuxna: Samverkan med kommunerna".to_owned(),
    ];
    assert_eq!(titles, expected);
}

/// The README's chapter "Your own data" on copies of two exports in other words: init, check, run.
#[test]
fn from_two_reworded_exports_to_figures() {
    let program = |arguments: &[&str]| {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_insats")).args(arguments).output().expect("the program");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (folder, study) = folder_with(&[]);
    let source = project("input/lagesrapport-2024");
    let reworded = |text: &str| {
        let (head, rest) = text.split_once("\r\n").expect("a header");
        let head =
            head.replace("Insatsens namn", "Rubrik").replace("Insats ", "Åtgärd ").replace("[insats ", "[åtgärd ");
        let head = head.replace("Använda medel, kr", "Förbrukade medel (kr)").replace("Respondent-ID", "Svars-ID");
        format!("{head}\r\n{rest}")
    };
    let lan = fs::read_to_string(source.join("bu-lan.csv")).expect("an export");
    fs::write(study.join("barn-lan.csv"), reworded(&lan)).expect("a copy");
    let kommun = fs::read(source.join("kunskap-kommun.csv")).expect("an export");
    let kommun = encoding_rs::WINDOWS_1252.decode(&kommun).0.into_owned();
    fs::write(study.join("kommuner.csv"), reworded(&kommun)).expect("a copy");
    fs::copy(source.join("rattelser.csv"), study.join("rattelser.csv")).expect("a copy");
    let funds = source.join("rekvirerade-medel-2024.xlsx").to_string_lossy().into_owned();
    for (sheet, file) in [("Län", "medel-lan.csv"), ("Kommuner", "medel-kommuner.csv")] {
        let (code, csv) = program(&["peek", &funds, "--sheet", sheet, "--csv"]);
        assert_eq!(code, Some(0));
        fs::write(study.join(file), csv).expect("a copy");
    }

    let path = study.to_string_lossy().into_owned();
    let (code, text) = program(&["init", &path]);
    assert_eq!(code, Some(0), "{text}");
    let (code, text) = program(&["check", &path]);
    assert_eq!(code, Some(0), "{text}");
    let out = folder.path().join("out");
    let (code, text) = program(&["run", &path, "--out", &out.to_string_lossy(), "--formats", "svg,csv"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(fs::read_dir(out.join("figures")).expect("figures").count() > 10);
}
