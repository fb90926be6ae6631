//! Persons in places that nobody expects: names under a header that says nothing, addresses and numbers inside texts.

use std::fs;
use std::path::Path;
use std::process::Command;

use insats::peek::{Wishes, peek};
use insats::run::init;
use insats::wording::Language;

use crate::drafted::folder_with;
use crate::support::shown;

const REGIONS: [&str; 5] = ["Region Stockholm", "Region Uppsala", "Region Skåne", "Region Halland", "VGR"];

/// What the program prints on both streams.
fn printed(words: &[&str], study: &Path) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    let run = program.arg(words[0]).arg(study).args(&words[1..]).output().expect("the program");
    let text = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    (run.status.code(), text)
}

fn export(header: &str, cells: [&str; 5]) -> String {
    let mut text = format!("Id;Region;{header};Insats 1: Vad gjordes?;Insats 1: Kronor;Samverkan?\n");
    for (at, region) in REGIONS.iter().enumerate() {
        let yes = if at % 2 == 0 { "Ja" } else { "Nej" };
        text += &format!("R-{at};{region};{};Utbildning i skolan, del {at};45000{at};{yes}\n", cells[at]);
    }
    text
}

/// Names that are not common, under headers that say nothing: held back from draft and look, told, and declared by hand
/// where they are no persons.
#[test]
fn rare_names_under_any_header_are_held_back() {
    let spellings = [
        ["Sixten Fors", "Tuva Fors", "Love Fors", "Sixten Fors", "Freja Fors"],
        ["Fors, Sixten", "Fors, Tuva", "Fors, Love", "Fors, Freja", "Fors, Saga"],
        ["S. Fors", "T. Fors", "L. Fors", "F. Fors", "A. Fors"],
        ["Sixten von Fors", "Tuva Fors", "Love Björk-Fors", "okänd", "Saga Fors"],
    ];
    for header in ["Q7", "Fält 12", "attribute_3", "Övrigt"] {
        for cells in spellings {
            let (_folder, study) = folder_with(&[("svar.csv", &export(header, cells))]);
            let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
            let text = fs::read_to_string(study.join("study.toml")).expect("study.toml");
            assert!(!text.contains("Fors"), "{header}\n{text}");
            let told = |doubt: &str| doubt.contains("names of persons") && doubt.contains(header);
            assert!(
                done.draft.remarks.iter().any(|remark| told(&remark.doubt.text(Language::English))),
                "{:?}",
                done.draft.remarks
            );
            let seen = peek(&study.join("svar.csv"), &Wishes::default()).expect("a look");
            assert!(!format!("{:?}", seen.shown).contains("Fors"), "{header}: {cells:?}");
            let (_, look) = printed(&["peek", "--csv"], &study.join("svar.csv"));
            assert!(!look.contains("Fors") && look.contains(header) && look.contains("no persons"), "{look}");
        }
    }
}

/// Recipients, places, offices and answers are no persons.
#[test]
fn what_is_no_person_stays() {
    let none = [
        ("Q7", ["Barn Unga", "Barn Unga", "Vuxna Äldre", "Barn Unga", "Vuxna Äldre"]),
        ("Q7", ["Region Skåne", "Region Uppsala", "Region Skåne", "VGR", "Region Halland"]),
        ("Q7", ["Upplands Väsby", "Östra Göinge", "Upplands Bro", "Norra Ale", "Lilla Edet"]),
        ("Nämnd", ["Norra Stad", "Södra Stad", "Östra Stad", "Västra Stad", "Inre Stad"]),
        ("Övrigt", ["Rädda Barnen", "Röda Korset", "Svenska Kyrkan", "Mind Sverige", "Rädda Barnen"]),
    ];
    for (header, cells) in none {
        let (_folder, study) = folder_with(&[("svar.csv", &export(header, cells))]);
        let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
        let told = |doubt: &str| doubt.contains("names of persons");
        assert!(
            !done.draft.remarks.iter().any(|remark| told(&remark.doubt.text(Language::English))),
            "{cells:?}: {:?}",
            done.draft.remarks
        );
        let seen = peek(&study.join("svar.csv"), &Wishes::default()).expect("a look");
        assert!(format!("{:?}", seen.shown).contains(cells[0]), "{header}: {cells:?}");
    }
}

/// What a respondent can be reached by, inside texts, reaches neither the console nor a message.
#[test]
fn contact_data_inside_texts_reach_no_message() {
    let reach = [
        "ring 070-765 43 21",
        "ring 0046707654321",
        "skriv sixten(at)fors.example",
        "se sixten.fors@fors.example",
        "pnr 811218-9876",
    ];
    let mut answers = "Id;Region;Insats 1: Namn;Insats 1: Vad gjordes?;Insats 1: Kronor;Samverkan?\n".to_owned();
    for (at, region) in REGIONS.iter().enumerate() {
        // One text is hardly more than a number; the others say something, too.
        let text = if at == 3 {
            reach[0].to_owned()
        } else {
            format!("Kurs i fem skolor för personal om samtal, {}", reach[at])
        };
        let answer = if at == 0 { reach[1] } else { "Ja" };
        answers += &format!("R-{at};{region};{text};{text};45000{at};{answer}\n");
    }
    let funds: String = REGIONS.iter().map(|region| format!("{region};900000\n")).collect();
    let study = "title = \"T\"\nyear = 2025\ncodebook = \"../codebook/psykisk-halsa.json\"\n[limits]\n\
                 outside = [\"../codebook/psykisk-halsa.json\"]\n[complete]\nrequires = [\"activity\", \"funds\"]\nplaceholders = []\n\
                 [[requisitions]]\nfile = \"medel.csv\"\nlevel = \"region\"\nname = \"Namn\"\nareas = { \"Belopp\" = \"a\" }\n\
                 [[survey]]\narea = \"a\"\nlevel = \"region\"\nfile = \"svar.csv\"\nrespondent = { id = \"Id\", name = \"Region\" }\n\
                 [survey.intervention]\ntitle = \"Insats {n}: Namn\"\nactivity = \"Insats {n}: Vad gjordes?\"\nfunds = \"Insats {n}: Kronor\"\n";
    let files = [
        ("svar.csv", answers.as_str()),
        ("medel.csv", &format!("Namn;Belopp\n{funds}")),
        ("study.toml", study),
        ("report.toml", "source = \"K\"\n"),
    ];
    let secrets = ["070", "7654321", "fors", "811218"];
    let (_folder, path) = folder_with(&files);
    for words in [
        &["check", "--show-texts"][..],
        &["explain", "R-0-1", "--show-texts"],
        &["explain", "R-1-1", "--show-texts"],
        &["explain", "R-2-1", "--show-texts"],
        &["explain", "R-3-1", "--show-texts"],
        &["explain", "R-4-1", "--show-texts"],
    ] {
        let (_, text) = printed(words, &path);
        assert!(!text.is_empty());
        for secret in secrets {
            assert!(!text.contains(secret), "{secret} in {words:?}\n{text}");
        }
        assert!(words[0] == "check" || text.contains("[…]") && text.contains("\nreported "), "{words:?}\n{text}");
    }
    // An answer that no list has is quoted, masked.
    let asked = format!("{study}[survey.question.s]\nchoice = \"Samverkan?\"\nanswers = [\"Ja\", \"Nej\"]\n");
    fs::write(path.join("study.toml"), asked).expect("written");
    let checked = insats::run::check(&path, &|_| {});
    let text = shown(&checked.messages);
    assert!(text.contains("[…]") && secrets.iter().all(|secret| !text.contains(secret)), "{text}");
}
