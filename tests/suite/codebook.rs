//! The shipped codebook against the published code system.

use insats::codebook::Codebook;

use crate::support::{UNDRAWN, copy_folder, project, rows, run_into};

const FILE: &str = "codebook/psykisk-halsa.json";
const SHIPPED: [&str; 3] = [FILE, "input/foreningsbidrag-2025/kodbok.json", "input/prehospital-2024/kodbok.json"];

fn book() -> Codebook {
    Codebook::load(&project(FILE), FILE).expect("the shipped codebook")
}

#[test]
fn codes_and_labels_are_exactly_the_published_ones() {
    let book = book();
    let published = rows(&project("tests/lagesrapport-2024/published/codes.csv"));
    let own: Vec<_> = book.systems.iter().flat_map(|s| s.codes.iter().map(move |c| (s, c))).collect();
    assert_eq!(own.len(), published.len());
    for ((system, code), row) in own.into_iter().zip(&published) {
        let parent = code.parent.clone().unwrap_or_default();
        let english = code.label.en.clone().unwrap_or_default();
        let found = [&system.id, &code.id, &parent, &code.label.sv, &english];
        let expected = ["system", "code", "parent", "label_sv", "label_en"].map(|column| &row[column]);
        assert_eq!(found, expected);
        assert!(!code.definition.sv.is_empty() && code.definition.en.is_some(), "{} lacks a definition", code.id);
    }
}

#[test]
fn activity_and_output_share_a_system_and_so_do_goal_and_effect() {
    let book = book();
    let used = |domain: &str| book.system(book.domain(domain).expect("a domain")).map(|s| s.id.as_str());
    assert_eq!(used("activity"), Some("implementation"));
    assert_eq!(used("output"), Some("implementation"));
    assert_eq!(used("goal"), Some("result"));
    assert_eq!(used("effect"), Some("result"));
    assert_eq!(used("theme"), Some("theme"));
}

#[test]
fn a_codebook_is_written_as_it_was_read() {
    let written = book().to_json().expect("JSON");
    let again = Codebook::parse(&written, FILE).expect("a codebook");
    assert_eq!(again, book());
    assert_eq!(again.to_json().expect("JSON"), written);
}

/// The shipped codebooks stand in the one way of writing; `INSATS_UPDATE=1` writes them anew.
#[test]
fn shipped_codebooks_are_written_in_the_one_way() {
    for file in SHIPPED {
        let text = std::fs::read_to_string(project(file)).expect("a codebook");
        let written = Codebook::parse(&text, file).expect("a codebook").to_json().expect("JSON");
        if std::env::var_os("INSATS_UPDATE").is_some() {
            std::fs::write(project(file), &written).expect("a codebook");
        } else {
            assert!(text == written, "{file} is written in another way; INSATS_UPDATE=1 writes it anew");
        }
    }
}

/// The schema is for editors; it must know the keys that the program knows.
#[test]
fn the_schema_lists_the_keys_of_a_code() {
    let text = std::fs::read_to_string(project("codebook/codebook.schema.json")).expect("the schema");
    let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for key in [
        "\"id\"",
        "\"parent\"",
        "\"label\"",
        "\"definition\"",
        "\"domains\"",
        "\"systems\"",
        "\"rules\"",
        "\"coding\"",
        "\"without\"",
        "\"guards\"",
    ] {
        assert!(schema.to_string().contains(key), "{key}");
    }
}

#[test]
fn a_text_that_a_domain_reads_and_the_study_lacks_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("studie");
    let told = |from: &str, to: &str| {
        copy_folder(&project("tests/cases/own-domains"), &study);
        let path = study.join("codebook.json");
        let book = std::fs::read_to_string(&path).expect("the codebook").replace(from, to);
        std::fs::write(&path, book).expect("the codebook");
        let summary = run_into(&study, &folder.path().join("ut"), &UNDRAWN).expect("a run");
        let texts: Vec<String> = summary.notices.iter().map(ToString::to_string).collect();
        texts.into_iter().filter(|text| text.contains("which the study does not have")).collect::<Vec<_>>()
    };
    assert!(told("", "").is_empty());
    let [of_list] = &told(r#"["work", "people"]"#, r#"["work", "peeple"]"#)[..] else { panic!("not one warning") };
    assert!(of_list.contains("\"peeple\"") && of_list.contains("did you mean \"people\"?"), "{of_list}");
    // A domain that names no text reads that of its own name.
    let [own] = &told(r#""texts": ["work", "people"], "#, "")[..] else { panic!("not one warning") };
    assert!(own.contains("reach is coded from the text \"reach\""), "{own}");
}

/// A code of such a name would be counted as what has no code.
#[test]
fn codes_are_not_called_by_the_words_of_states() {
    let text = std::fs::read_to_string(project(FILE)).expect("a codebook");
    for word in ["none", "not-coded", "unsettled", "uncoded", "coded"] {
        let with = text.replace("\"G1.4\"", &format!("\"{word}\""));
        let told = Codebook::parse(&with, FILE).expect_err("a refusal").to_string();
        assert!(told.contains(&format!("\"{word}\"")) && told.contains("psykisk-halsa.json, line 517"), "{told}");
    }
}
