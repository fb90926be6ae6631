//! Drafts of `init`: never wrong without UNSURE, contact data in none.

use std::fs;
use std::path::{Path, PathBuf};

use insats::draft::Remark;
use insats::peek::{Wishes, peek};
use insats::run::init;
use insats::wording::Language;

use crate::support::{UNDRAWN, project, run_into, shown};

/// What a remark is about, and why, in English.
pub fn said(remark: &Remark) -> String {
    remark.told(Language::English).join(": ")
}

/// Writes a study's files into a folder, the codebook beside it.
pub fn folder_with(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("studie");
    fs::create_dir_all(&study).expect("a folder");
    fs::create_dir_all(folder.path().join("codebook")).expect("a folder");
    fs::copy(project("codebook/psykisk-halsa.json"), folder.path().join("codebook/psykisk-halsa.json"))
        .expect("a copy");
    for (name, text) in files {
        fs::write(study.join(name), text).expect("a file");
    }
    (folder, study)
}

/// Every file below a folder, as text; what is no text has its bytes of text still.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            all.extend(texts(&entry.path()));
        } else {
            let bytes = fs::read(entry.path()).expect("a file");
            all.push((entry.path(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    assert!(!all.is_empty(), "{} holds nothing", folder.display());
    all
}

const REGIONS: [&str; 6] =
    ["Region Stockholm", "Region Uppsala", "Region Sörmland", "Region Skåne", "Region Halland", "VGR"];

/// Headers under which people write who they are, and what they write.
const CONTACTS: [(&str, [&str; 3]); 28] = [
    ("Handläggare", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Namn", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Ifylld av", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Mobil", ["070-1234567", "070-1234568", "070-1234569"]),
    ("Chef", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Undertecknas av", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Rapportör", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Svar lämnat av", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Diarieansvarig", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Ansvarig tjänsteperson", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Signatur", ["AE", "BA", "CD"]),
    ("Mobilnr", ["070-1234567", "070-1234568", "070-1234569"]),
    ("Kontakt hos er", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Vem har fyllt i enkäten?", ["Anna Ek", "Bo Al", "Cia Dahl"]),
    ("Q2_2", ["anna.ek@example.org", "bo.al@example.org", "cia@example.org"]),
    ("RecipientEmail", ["anna.ek@example.org", "bo.al@example.org", "cia@example.org"]),
    ("attribute_1", ["Anna Ek", "Bo Al", "Maria Dahl"]),
    ("Övriga uppgifter", ["811218-9876", "811218-9876", "811218-9876"]),
    ("Ombud", ["Sixten Dahl", "Tuva Dahl", "Love Dahl"]),
    ("VD", ["S. Dahl", "Dahl Tuva", "Dahl, Love"]),
    ("Er referens", ["Sixten Dahl", "Tuva Dahl", "Love Dahl"]),
    ("Kommunens kontakt", ["Sixten Dahl", "Tuva Dahl", "Love Dahl"]),
    ("Attest", ["SD", "TD", "LD"]),
    ("Q3_1", ["sixten.dahl(at)example.org", "tuva [at] example.org", "love{at}example.org"]),
    ("Q3_2", ["0046707654321", "+46 (0)70-765 43 21", "070.765.43.21"]),
    ("Q3_3", ["Dahlgatan 1", "Box 123, 411 01 Dahlstad", "Norra Dahlvägen 12 B"]),
    ("Q3_4", ["linkedin.com/in/sixten-dahl", "https://se.linkedin.com/in/dahl", "facebook.com/tuva.Dahl"]),
    ("Titel/befattning och namn", ["Strateg Anna Ek", "Chef Bo Al", "Utredare Maria Dahl"]),
];

#[test]
fn contact_data_reach_neither_draft_nor_peek_nor_output() {
    let contacts: Vec<&str> = CONTACTS.iter().map(|(name, _)| *name).collect();
    // `Region` and `Ansvarig nämnd` are no contact data; the recipient's name is needed.
    let mut answers =
        format!("Id;Region;{};Ansvarig nämnd;Insats 1: Vad gjordes?;Insats 1: Kronor;Samverkan?\n", contacts.join(";"));
    let mut funds = "Namn;Belopp\n".to_owned();
    for (index, region) in REGIONS.iter().enumerate() {
        let values: Vec<&str> = CONTACTS.iter().map(|(_, values)| values[index % 3]).collect();
        let (nämnd, ja) = if index % 2 == 0 { ("Socialnämnden", "Ja") } else { ("Barnnämnden", "Nej") };
        answers += &format!(
            "R-{index};{region};{};{nämnd};Ring 070-765 43 21 eller dan.fors@example.org om insats nummer {index} i skolan;10{index}000;{ja}\n",
            values.join(";")
        );
        funds += &format!("{region};200000\n");
    }
    let (folder, study) = folder_with(&[("svar.csv", &answers), ("medel.csv", &funds)]);
    let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
    assert_eq!(done.draft.surveys, ["svar"]);
    let draft = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    let list = draft.replace("\n# ", " ");
    let list =
        list.split("Kontaktuppgifter, läses aldrig: ").nth(1).and_then(|rest| rest.lines().next()).unwrap_or_default();
    for name in contacts {
        assert!(list.contains(name), "{name} is not among the contact data: {list}");
    }
    for declared in ["name = \"Region\"", "name = \"Namn\"", "choice = \"Ansvarig nämnd\"", "choice = \"Samverkan?\""]
    {
        assert!(draft.contains(declared), "{declared}\n{draft}");
    }
    let seen = peek(&study.join("svar.csv"), &Wishes::default()).expect("a look");
    fs::write(study.join("study.toml"), draft.replacen("language", "texts_in_output = true\nlanguage", 1))
        .expect("written");
    let out = folder.path().join("out");
    let summary = run_into(&study, &out, &UNDRAWN).unwrap_or_else(|failure| panic!("{failure:?}"));
    let told = summary.notices.iter().find(|notice| notice.to_string().contains("e-mail address")).expect("a notice");
    assert!(told.to_string().contains("6 texts") && &*told.place.file == "svar.csv", "{told}");

    let mut everything = texts(&out);
    everything.push((study.join("study.toml"), draft));
    everything.push((study.join("report.toml"), fs::read_to_string(study.join("report.toml")).expect("report.toml")));
    // `peek --csv` copies texts as they are, but none of the columns of contact data.
    let columns: Vec<_> = seen.shown.iter().flat_map(|sheet| &sheet.columns).collect();
    everything.push((PathBuf::from("peek"), format!("{columns:?}")));
    let copied = &seen.shown[0].table;
    assert_eq!(copied[0].len(), 6, "{:?}", copied[0]);
    everything.push((PathBuf::from("messages"), summary.notices.iter().map(|n| format!("{n}\n")).collect()));
    for (path, text) in everything {
        for secret in ["Anna Ek", "Bo Al", "Dahl", "070-", "example.org", "811218"] {
            assert!(!text.contains(secret), "{secret} in {}", path.display());
        }
    }
}

#[test]
fn a_declared_column_of_persons_is_refused() {
    let answers = "Id;Region;Chef;Insats 1: Vad gjordes?;Insats 1: Kronor\n\
                   R-1;Region Uppsala;Anna Ek;Kurs i skolan;450000\nR-2;VGR;Bo Al;Kartläggning;2500000\n";
    let study = "title = \"T\"\nyear = 2025\ncodebook = \"../codebook/psykisk-halsa.json\"\n[limits]\n\
                 outside = [\"../codebook/psykisk-halsa.json\"]\n[complete]\nrequires = [\"activity\", \"funds\"]\nplaceholders = []\n\
                 [[requisitions]]\nfile = \"medel.csv\"\nlevel = \"region\"\nname = \"Namn\"\nareas = { \"Belopp\" = \"a\" }\n\
                 [[survey]]\narea = \"a\"\nlevel = \"region\"\nfile = \"svar.csv\"\nrespondent = { id = \"Id\", name = \"Region\" }\n\
                 [survey.intervention]\nactivity = \"Insats {n}: Vad gjordes?\"\nfunds = \"Insats {n}: Kronor\"\n\
                 [survey.question.chef]\nchoice = \"Chef\"\nanswers = [\"Anna Ek\", \"Bo Al\"]\n";
    let funds = "Namn;Belopp\nRegion Uppsala;450000\nVGR;2500000\n";
    let files =
        [("svar.csv", answers), ("medel.csv", funds), ("study.toml", study), ("report.toml", "source = \"K\"\n")];
    let (_folder, path) = folder_with(&files);
    let checked = insats::run::check(&path, &|_| {});
    let text = shown(&checked.messages);
    assert!(text.contains("the column \"Chef\" holds contact data"), "{text}");
}

/// A small generator of numbers: the same sequence every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.throw(of.len())]
    }
}

/// An export with what its draft must say.
#[derive(Default)]
struct Export {
    columns: Vec<(String, Vec<String>)>,
    truth: Vec<(&'static str, String)>,
    /// Pattern, form and answers of every question.
    questions: Vec<(String, &'static str, Vec<&'static str>)>,
}

const ROWS: usize = 8;

impl Export {
    fn column(&mut self, name: &str, value: impl FnMut(usize) -> String) {
        self.columns.push((name.to_owned(), (0..ROWS).map(value).collect()));
    }

    fn respondents(&mut self, dice: &mut Dice) {
        const NAMES: [&str; ROWS] = [
            "Region Stockholm",
            "Region Uppsala",
            "Region Sörmland",
            "Region Skåne",
            "Region Halland",
            "VGR",
            "Region Gotland",
            "Region Dalarna",
        ];
        const CODES: [&str; ROWS] = ["01", "03", "04", "12", "13", "14", "09", "20"];
        let id = dice.pick(&["Respondent-ID", "Svars-ID", "Id", "SvarsID"]);
        let begins = dice.pick(&["R-", "KUK-", "10"]);
        let name = dice.pick(&["Region", "Vilken region svarar ni för?", "Bidragsmottagare", "Namn"]);
        self.truth = vec![("level", "region".into()), ("respondent.id", id.into()), ("respondent.name", name.into())];
        let coded = dice.throw(2) == 0;
        if coded {
            let code = dice.pick(&["Kod", "Regionkod", "Länskod"]);
            self.column(code, |row| CODES[row].to_owned());
        }
        self.column(id, |row| format!("{begins}{}", row + 11));
        let (contact, values) = CONTACTS[dice.throw(CONTACTS.len())];
        if contact != name {
            self.column(contact, |row| values[row % 3].to_owned());
        }
        self.column(name, |row| NAMES[row].to_owned());
    }

    fn blocks(&mut self, dice: &mut Dice) {
        let style = dice.pick(&["Insats {n}: @", "Åtgärd {n} - @", "@ [insats {n}]", "I{n} @", "Insats {n} – @"]);
        let activity = dice.pick(&["Vad gjordes?", "Beskriv aktiviteten", "Vad har ni gjort?"]);
        let funds = dice.pick(&["Kronor", "Använda medel (kr)", "Kostnad (tkr)", "Belopp, mnkr"]);
        let other = dice.pick(&["Antal deltagare", "Kostnadsställe", "Startår", "Kommentar"]);
        let unit = if funds.contains("tkr") {
            "tkr"
        } else if funds.contains("mnkr") {
            "mnkr"
        } else {
            "kr"
        };
        for (key, name) in [("intervention.activity", activity), ("intervention.funds", funds)] {
            self.truth.push((key, style.replace('@', name)));
        }
        self.truth.push(("intervention.unit", unit.to_owned()));
        for block in 1..=1 + dice.throw(3) {
            let name = |bare: &str| style.replace('@', bare).replace("{n}", &block.to_string());
            self.column(&name(activity), |row| format!("Utbildning av personal i skolan, omgång {row} av {block}"));
            self.column(&name(other), |row| match other {
                "Antal deltagare" => (12 + row * block).to_string(),
                "Kostnadsställe" => (4010 + 7 * row).to_string(),
                "Startår" => (2020 + row % 3).to_string(),
                _ => format!("Inget att säga om {row}"),
            });
            self.column(&name(funds), |row| match unit {
                "tkr" => (450 + 13 * row).to_string(),
                "mnkr" => format!("1,{}", row + 1),
                _ => (450_000 + 1_300 * row).to_string(),
            });
        }
    }

    fn question(&mut self, dice: &mut Dice, number: usize) {
        let stem =
            ["Vilka målgrupper", "Hur viktig var samverkan", "Vilket stöd fick ni", "Vilka perspektiv"][number % 4];
        let joint = dice.pick(&[" – @", " [@]", ": @", " / @"]);
        let options = ["Barn", "Unga vuxna", "Äldre"];
        let on = |row: usize, option: usize| (row * 5 + option * 3) % 4 < 2;
        let pattern = format!("{stem}{}", joint.replace('@', "{option}"));
        let form = dice.throw(7);
        let scale = vec!["Stor", "Liten", "Inte alls"];
        match form {
            0..=3 => {
                let (yes, no) = [("X", ""), ("1", "0"), ("Ja", "Nej"), ("@", "")][form];
                for (at, option) in options.iter().enumerate() {
                    let yes = yes.replace('@', option);
                    let cell = |row| if on(row, at) { yes.clone() } else { no.to_owned() };
                    self.column(&format!("{stem}{}", joint.replace('@', option)), cell);
                }
                self.questions.push((pattern, "ticked", Vec::new()));
            }
            4 => {
                for (at, option) in options.iter().enumerate() {
                    let cell = |row: usize| scale[(row + at) % 3].to_owned();
                    self.column(&format!("{stem}{}", joint.replace('@', option)), cell);
                }
                self.questions.push((pattern, "items", scale));
            }
            5 => {
                self.column(&format!("{stem}?"), |row| scale[row % 3].to_owned());
                self.questions.push((format!("{stem}?"), "choice", scale));
            }
            _ => {
                let sign = dice.pick(&[";", "|", ", "]);
                let list = |row: usize| {
                    let chosen: Vec<&str> = (0..3).filter(|at| on(row, *at)).map(|at| options[at]).collect();
                    chosen.join(sign)
                };
                self.column(&format!("{stem}?"), list);
                self.questions.push((format!("{stem}?"), "joined", Vec::new()));
            }
        }
    }

    fn written(&self) -> String {
        let quoted = |text: &str| format!("\"{text}\"");
        let head: Vec<String> = self.columns.iter().map(|(name, _)| quoted(name)).collect();
        let rows = (0..ROWS).map(|row| self.columns.iter().map(|(_, cells)| quoted(&cells[row])).collect::<Vec<_>>());
        std::iter::once(head).chain(rows).map(|cells| cells.join("\t") + "\n").collect()
    }
}

/// What a draft declares of its survey, by key; questions apart.
fn declared(survey: &toml::Table) -> std::collections::BTreeMap<String, String> {
    let mut all = std::collections::BTreeMap::new();
    for (key, value) in survey {
        match value {
            toml::Value::String(text) => drop(all.insert(key.clone(), text.clone())),
            toml::Value::Table(table) if key != "question" => {
                for (inner, value) in table {
                    all.insert(
                        format!("{key}.{inner}"),
                        value.as_str().map_or_else(|| value.to_string(), str::to_owned),
                    );
                }
            }
            _ => {}
        }
    }
    all
}

/// Exports of many wordings whose truth is known: every declared key is right, or marked UNSURE.
#[test]
fn a_draft_is_never_wrong_without_unsure() {
    let mut wrong = Vec::new();
    for case in 0..80 {
        let mut dice = Dice(case * 7919 + 13);
        let mut export = Export::default();
        export.respondents(&mut dice);
        let questions_first = dice.throw(2) == 0;
        if !questions_first {
            export.blocks(&mut dice);
        }
        for number in 0..1 + dice.throw(4) {
            export.question(&mut dice, number);
        }
        if questions_first {
            export.blocks(&mut dice);
        }
        let (_folder, study) = folder_with(&[("svar-region.tsv", &export.written())]);
        let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
        let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        let draft: toml::Table = text.parse().expect("valid TOML");
        let Some(survey) = draft.get("survey").and_then(|all| all.get(0)).and_then(toml::Value::as_table) else {
            wrong.push(format!("case {case}: no survey; {:?}\n{}", done.draft.unknown, export.written()));
            continue;
        };
        let unsure = |what: &str| done.draft.remarks.iter().any(|remark| said(remark).starts_with(what));
        let keys = declared(survey);
        for (key, truth) in &export.truth {
            let drafted = keys.get(*key).map_or(if *key == "intervention.unit" { "kr" } else { "" }, String::as_str);
            let name = key.rsplit('.').next().unwrap_or(key);
            let marked = match *key {
                "respondent.id" => unsure("respondent id of"),
                "intervention.unit" => unsure("funds of"),
                _ => unsure(&format!("{name} of")),
            };
            if drafted != truth && !marked {
                wrong.push(format!("case {case}: {key} is {drafted:?}, should be {truth:?}\n{text}"));
            }
        }
        let empty = toml::Table::new();
        let questions = survey.get("question").and_then(toml::Value::as_table).unwrap_or(&empty);
        let scales = draft.get("scale").and_then(toml::Value::as_table).unwrap_or(&empty);
        for (id, question) in questions {
            let forms = ["ticked", "items", "choice", "joined"];
            let form = forms.into_iter().find(|form| question.get(form).is_some()).expect("a form");
            let pattern = question[form].as_str().expect("a pattern");
            let named = question
                .get("scale")
                .and_then(toml::Value::as_str)
                .and_then(|name| scales.get(name))
                .unwrap_or(question);
            let answers = named.get("answers").and_then(toml::Value::as_array).cloned().unwrap_or_default();
            let answers: Vec<&str> = answers.iter().filter_map(toml::Value::as_str).collect();
            let right = export.questions.iter().any(|(p, f, a)| p == pattern && *f == form && *a == answers);
            if !right && !unsure(&format!("question {id} of")) {
                wrong.push(format!(
                    "case {case}: question {id}, {form} = {pattern:?}, {answers:?}\n{text}\n{}",
                    export.written()
                ));
            }
        }
        for (pattern, form, _) in &export.questions {
            let there =
                questions.values().any(|q| q.get(*form).and_then(toml::Value::as_str) == Some(pattern.as_str()));
            let told = unsure("question") || text.contains("Kolumner som inte nämns här");
            if !there && !told {
                wrong.push(format!("case {case}: {form} {pattern:?} is not drafted\n{text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong, the first:\n{}", wrong.len(), wrong[0]);
}

/// Columns of a list of repayments in any order, beside codes, years and numbers: the amount is the amount, or UNSURE.
#[test]
fn codes_are_never_taken_for_repaid_money() {
    const COLUMNS: [(&str, [&str; 3]); 6] = [
        ("Kod", ["03", "14", "12"]),
        ("Mottagare", ["Region Uppsala", "VGR", "Region Skåne"]),
        ("Område", ["psykiatri", "psykiatri", "psykiatri"]),
        ("År", ["2024", "2024", "2024"]),
        ("Nr", ["1", "2", "3"]),
        ("Diarienummer", ["70123", "70124", "70188"]),
    ];
    for (case, amount) in ["Återbetalt (kr)", "Belopp", "Återbetalda medel"].into_iter().cycle().take(30).enumerate()
    {
        let mut dice = Dice(case as u64 * 31 + 5);
        let mut columns: Vec<(&str, [&str; 3])> = COLUMNS.to_vec();
        columns.push((amount, ["70059", "10820", "32743"]));
        for at in (1..columns.len()).rev() {
            columns.swap(at, dice.throw(at + 1));
        }
        let line = |cells: Vec<&str>| cells.join(";") + "\n";
        let mut list = line(columns.iter().map(|column| column.0).collect());
        (0..3).for_each(|row| list += &line(columns.iter().map(|column| column.1[row]).collect()));
        let (_folder, study) = folder_with(&[("aterbetalningar.csv", &list)]);
        init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
        let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        let draft: toml::Table = text.parse().expect("valid TOML");
        let repaid = draft.get("repayments").unwrap_or_else(|| panic!("no repayments:\n{list}\n{text}"));
        for (key, truth) in [("recipient", "Mottagare"), ("area", "Område"), ("amount", amount)] {
            assert_eq!(repaid[key].as_str(), Some(truth), "{list}\n{text}");
        }
    }
}

/// Kinds of drafts that were wrong without a word, each in a small export.
#[test]
fn what_was_drafted_wrongly_is_right_or_unsure() {
    let draft = |name: &str, text: &str| {
        let (_folder, study) = folder_with(&[(name, text)]);
        let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
        let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        let unsure: Vec<String> = done.draft.remarks.iter().map(said).collect();
        (text, unsure)
    };
    let is_unsure = |unsure: &[String], what: &str| unsure.iter().any(|remark| remark.contains(what));

    // A block in another spelling is no question.
    for odd in [
        "Insats3: Vad gjordes?;Insats3: Kronor",
        "INSATS 3 - Vad gjordes?;insats 3:Kronor",
        "Insats nr 3: Vad gjordes?;Insats nr 3: Kronor",
    ] {
        let (text, unsure) = draft(
            "svar.csv",
            &format!(
                "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor;Insats 2: Vad gjordes?;Insats 2: Kronor;{odd};Samverkan?\n\
                 R-1;Region Uppsala;Utbildning i skolan;450000;Ny mottagning;1200000;Tredje;500000;Ja\n\
                 R-2;VGR;Kartläggning;2500000;;;;;Nej\n"
            ),
        );
        assert!(is_unsure(&unsure, "blocks of svar") && !text.contains("500"), "{odd}\n{text}");
    }
    // Options in another spelling belong to their question.
    let head = "Id;Region;Hur viktigt? – Kommun;hur viktigt? – Polis;Insats 1: Vad gjordes?;Insats 1: Kronor";
    let rows = "R-1;Region Uppsala;Stor;Liten;Utbildning i skolan;450000\nR-2;VGR;Liten;Stor;Kartläggning;2500000\n";
    for head in [head.to_owned(), head.replace("hur viktigt? – Polis", "Hur viktigt?: Polis")] {
        let (text, unsure) = draft("svar.csv", &format!("{head}\n{rows}"));
        assert!(
            text.contains("items = \"Hur viktigt? – {option}\"") && is_unsure(&unsure, "spelt otherwise"),
            "{text}"
        );
    }
    // The separator stands inside options.
    let (text, unsure) = draft(
        "svar.tsv",
        "Id\tRegion\tMålgrupper\tInsats 1: Vad gjordes?\tInsats 1: Kronor\n\
         1\tRegion Uppsala\tBarn, unga och deras familjer, Vuxna\tUtbildning nr 0\t100000\n\
         2\tVGR\tBarn, unga och deras familjer\tUtbildning nr 1\t100001\n\
         3\tRegion Skåne\tVuxna, Äldre\tUtbildning nr 2\t100002\n4\tRegion Dalarna\tÄldre\tUtbildning nr 3\t100003\n",
    );
    assert!(text.contains("joined = \"Målgrupper\"") && is_unsure(&unsure, "unga och deras familjer"), "{text}");
    // LimeSurvey: text under [Annat], N/A where a question was not shown, its own records.
    let (text, _) = draft(
        "svar.csv",
        "Svars-ID;Startspråk;Region;Målgrupper [Barn];Målgrupper [Vuxna];Målgrupper [Annat];Fortsatt?;Insats 1: Vad gjordes?;Insats 1: Kronor\n\
         10;sv;Region Uppsala;Nej;Nej;;Ja;Utbildning nr 0;150000\n11;sv;VGR;Ja;Nej;;Nej;Utbildning nr 1;150001\n\
         12;sv;Region Skåne;Nej;Ja;brukarråd;N/A;Utbildning nr 2;150002\n13;sv;Region Dalarna;Ja;N/A;;Ja;Utbildning nr 3;150003\n",
    );
    assert!(
        text.contains("ticked = \"Målgrupper [{option}]\"") && text.contains("answers = [\"Ja\", \"Nej\"]"),
        "{text}"
    );
    assert!(!text.contains("choice = \"Startspråk\""), "{text}");
    // Mentions of one question in several columns.
    let mut mentions =
        "Id;Region;Målgrupp, svar 1;Målgrupp, svar 2;Insats 1: Vad gjordes?;Insats 1: Kronor\n".to_owned();
    for (row, region) in REGIONS.iter().enumerate() {
        let options = ["Barn", "Vuxna", "Barn", "Vuxna"];
        mentions +=
            &format!("{row};{region};{};{};Utbildning nr {row};15000{row}\n", options[row % 2], options[row % 2 + 1]);
    }
    let (text, unsure) = draft("svar.csv", &mentions);
    assert!(!text.contains("choice") || is_unsure(&unsure, "several mentions"), "{text}");
}

/// Of two codebooks side by side the draft can only guess.
#[test]
fn a_codebook_among_several_is_in_doubt() {
    let rows = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor\n1;Region Skåne;Kurs i skolan;1000\n2;Region Halland;Stöd;2000\n";
    for (others, is_told) in [(&[][..], false), (&["andra.json"][..], true)] {
        let (folder, study) = folder_with(&[("svar.csv", rows)]);
        for other in others {
            let copy = folder.path().join("codebook").join(other);
            fs::copy(project("codebook/psykisk-halsa.json"), copy).expect("a copy");
        }
        let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
        let told: Vec<String> = done.draft.remarks.iter().map(said).collect();
        let is_said = told.iter().any(|remark| remark.contains("others lie beside it: \"psykisk-halsa.json\""));
        assert_eq!(is_said, is_told, "{told:#?}");
        let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        assert_eq!(text.contains("UNSURE: andra ligger bredvid"), is_told, "{text}");
    }
}

/// A note below or above a table hides no survey, and a file in which nothing is recognised is told with the reason.
#[test]
fn files_are_recognised_or_it_is_said_why_not() {
    let program = |folder: &Path| {
        let run =
            std::process::Command::new(env!("CARGO_BIN_EXE_insats")).arg("init").arg(folder).output().expect("a run");
        let text = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
        (run.status.code(), text)
    };
    let good = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor\nR-1;Region Uppsala;Utbildning i skolan;450000\n\
                R-2;VGR;Kartläggning;2500000\n";
    let note = "Källa: myndighetens enkät till regionerna om stimulansmedel, uttag den 3 mars;;;\n";
    let (_folder, study) = folder_with(&[("svar.csv", &format!("{good}{note}"))]);
    let (code, text) = program(&study);
    assert!(code == Some(0) && text.contains("Surveys: svar"), "{text}");

    let files = [
        ("listor.csv", "Namn;Antal\nett;1\ntvå;2\n", "no column holds mostly regions"),
        (
            "rader.csv",
            "Id;Region;Vad gjordes?;Kronor\n1;Region Skåne;Kurs;10000\n2;Region Skåne;Kurs;20000\n3;VGR;Kurs;30000\n4;VGR;Kurs;40000\n",
            "come back",
        ),
        (
            "utan.csv",
            "Id;Region;Samverkan?\n1;Region Skåne;Ja\n2;VGR;Nej\n3;Region Uppsala;Ja\n",
            "no header speaks of used funds",
        ),
    ];
    let (_folder, study) = folder_with(&files.map(|(name, text, _)| (name, text)));
    let (code, text) = program(&study);
    assert_eq!(code, Some(1), "{text}");
    assert!(!study.join("study.toml").exists(), "an empty draft was written");
    for (name, _, why) in files {
        let behind = text.split(name).nth(1).unwrap_or_default();
        let own = behind.split("to do").next().unwrap_or_default();
        assert!(own.contains(why), "{name}: {own}\n{text}");
    }
}

/// Ids: of several columns that are different in every row, those of the coding sheet are meant.
#[test]
fn ids_are_those_of_the_coding_sheet() {
    let answers = "Löpnummer;Ärende;Region;Insats 1: Vad gjordes?;Insats 1: Kronor\n1;KUK-7;Region Uppsala;Utbildning i skolan;450000\n\
                   2;KUK-9;VGR;Kartläggning;2500000\n";
    let (_folder, study) =
        folder_with(&[("svar.csv", answers), ("koder.csv", "Insats;Aktivitet\nKUK-7-1;G5.1\nKUK-9-1;G4.4\n")]);
    let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    assert!(text.contains("respondent = { id = \"Ärende\""), "{text}");
    assert!(done.draft.remarks.iter().any(|r| said(r).starts_with("respondent id of svar: ")), "{text}");
}

/// Carried over from an earlier year: a coder's file belongs to one coder, and answers that are new are told.
#[test]
fn nothing_is_carried_over_without_a_word() {
    let earlier = project("tests/cases/readme-min-studie");
    let answers = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor;Samverkan med kommunerna?\n\
                   R-1;Region Uppsala;Utbildning;450 tkr;Delvis\nR-2;VGR;Kartläggning;2 500 000;Nej\n";
    let (_folder, study) = folder_with(&[
        ("svar.csv", answers),
        ("medel.csv", "Kod;Belopp\n03;2000000\n14;2000000\n"),
        ("koder.csv", "Insats;Aktivitet\nR-1-1;G5.1\nR-2-1;G4.4\n"),
    ]);
    let done = init(&study, Some(&earlier), false, insats::wording::Language::Swedish).expect("a draft");
    let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    let told = done.draft.changes.iter().any(|change| change.name.ends_with(": Delvis"));
    assert!(
        told && text.contains("CHECK: finns i den nya exporten men är inte deklarerat: \"Delvis\"."),
        "{:?}\n{text}",
        done.draft.changes
    );
}

/// Draft of files whose recipients are those of a register of their own, among them a list made by hand: a title above the
/// header, a status, a sum at the end.
fn grants(payments: &str) -> (String, Vec<String>) {
    let associations = "Organisationsnummer;Förening\n899910-1001;Björkens byaförening\n899910-1002;Granens idrottsklubb\n\
                        899910-1003;Tallens kulturförening\n899910-1004;Alens ungdomsförening\n";
    let projects = "Lokala projekt, redovisning per projekt;;;;;\n;;;;;\n\
                    Nr;Förening;Läge;Projekt;Vad gjorde ni?;Använt bidrag\n\
                    P1;Björkens byaförening;Klar;Öppet hus;Vi höll öppet hus varje vecka;ca 14 000,00\n\
                    P2;Granens idrottsklubb;Klar;Prova på;Vi bjöd in till prova på-pass;2369.65\n\
                    P3;Björkens byaförening;Klar;Läxhjälp;Läxhjälp två kvällar i veckan;EUR 4467.23\n\
                    P4;Tallens kulturförening;Klar;Kör;En kör för nya i Sverige;4835.35\n\
                    P5;Alens ungdomsförening;Utkast;Läger;Ett läger för unga på lovet;5375.86\n\
                    ;Summa;;;;31048.09\n";
    let files =
        [("foreningar.csv", associations), ("lokala-projekt.csv", projects), ("utbetalda-bidrag.csv", payments)];
    let files: Vec<_> = files.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let (_folder, study) = folder_with(&files);
    let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
    let left = done.draft.unknown.iter().map(|left| format!("{}: {}", left.file, left.why.text(Language::English)));
    (fs::read_to_string(study.join("study.toml")).expect("study.toml"), left.collect())
}

#[test]
fn a_list_of_projects_made_by_hand_is_drafted_as_rows_of_interventions() {
    let (text, left) = grants("");
    assert!(left.is_empty(), "{left:?}");
    for line in [
        "file = \"lokala-projekt.csv\"\nrows = \"interventions\"",
        "respondent = { name = \"Förening\" }",
        "id = \"Nr\"\ntitle = \"Projekt\"\nactivity = \"Vad gjorde ni?\"\nfunds = \"Använt bidrag\"",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn payments_with_what_was_repaid_beside_are_requisitions_of_recipients_of_a_register() {
    let (text, left) = grants(
        "Org.nr;Förening;Delprogram;Utbetalt (euro);Återbetalt (euro)\n\
         8999101001;Björkens byaförening;Lokala projekt;20 000,00;1 500,00\n\
         8999101002;Granens idrottsklubb;Lokala projekt;2 500,00;\n\
         8999101003;Tallens kulturförening;Lokala projekt;5 000,00;\n\
         8999101004;Alens ungdomsförening;Lokala projekt;6 000,00;500,00\n\
         8999101004;Alens ungdomsförening;Teknikstöd;9 000,00;\n",
    );
    assert!(left.is_empty(), "{left:?}");
    let list = "[[requisitions]]\nfile = \"utbetalda-bidrag.csv\"\nlevel = \"foreningar\"\ncode = \"Org.nr\"\n\
                name = \"Förening\"\narea = \"Delprogram\"\namount = \"Utbetalt (euro)\"\nrepaid = \"Återbetalt (euro)\"\n";
    for wanted in [list, "other_areas = [\"Teknikstöd\"]", "\"Lokala projekt\" = \"lokala-projekt\""] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
    assert!(!text.contains("[repayments]"), "{text}");
}
