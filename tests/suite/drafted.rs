//! Drafts of `init`: never wrong without UNSURE, contact data in none.

use std::fs;
use std::path::{Path, PathBuf};

use insats::peek::{Wishes, peek};
use insats::run::init;

use crate::support::{UNDRAWN, project, run_into, shown};

/// Writes a study's files into a folder, the codebook beside it.
fn folder_with(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
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

/// Every text file below a folder.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            all.extend(texts(&entry.path()));
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            all.push((entry.path(), text));
        }
    }
    all
}

const REGIONS: [&str; 6] =
    ["Region Stockholm", "Region Uppsala", "Region Sörmland", "Region Skåne", "Region Halland", "VGR"];

/// Headers under which people write who they are, and what they write.
const CONTACTS: [(&str, [&str; 3]); 19] = [
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
            "R-{index};{region};{};{nämnd};Ring 070-765 43 21 eller dan.fors@example.org om nummer {index};10{index}000;{ja}\n",
            values.join(";")
        );
        funds += &format!("{region};200000\n");
    }
    let (folder, study) = folder_with(&[("svar.csv", &answers), ("medel.csv", &funds)]);
    let done = init(&study, None, false).expect("a draft");
    assert_eq!(done.draft.surveys, ["svar"]);
    let draft = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    let list = draft.replace("\n# ", " ");
    let list = list.split("Contact data, never read: ").nth(1).and_then(|rest| rest.lines().next()).unwrap_or_default();
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
    let told = summary.notices.iter().find(|notice| notice.found.contains("e-mail address")).expect("a notice");
    assert!(told.found.starts_with("6 texts") && told.place.file == "svar.csv", "{told}");

    let mut everything = texts(&out);
    everything.push((study.join("study.toml"), draft));
    everything.push((study.join("report.toml"), fs::read_to_string(study.join("report.toml")).expect("report.toml")));
    everything.push((PathBuf::from("peek"), format!("{seen:?}")));
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
    let (_folder, path) =
        folder_with(&[("svar.csv", answers), ("study.toml", study), ("report.toml", "source = \"K\"\n")]);
    let checked = insats::run::check(&path, &|_| {});
    let text = shown(&checked.messages);
    assert!(text.contains("the column \"Chef\" holds contact data"), "{text}");
}
