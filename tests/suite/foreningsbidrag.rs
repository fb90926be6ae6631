//! A programme of another kind: associations by a register of their own, other domains, euro, an open question. Against
//! expected results made independently of this program.

use std::path::Path;
use std::sync::LazyLock;

use insats::render::Format;
use insats::run::{Options, run};
use insats::wording::Language;

use crate::expected::Compared;
use crate::support::{UNDRAWN, files, rows};

/// One run, made once for all tests.
static RUN: LazyLock<Compared> = LazyLock::new(|| Compared::new("foreningsbidrag-2025", &UNDRAWN));

#[test]
fn what_is_expected_of_associations_comes_out() {
    RUN.holds(74);
}

#[test]
fn coded_and_uncoded_interventions_of_associations_make_the_whole() {
    // Impact is optional: a project may have none.
    RUN.wholes(&[("ledare", 74), ("lokala", 59)], &["resources", "activities", "outputs", "outcomes"]);
}

#[test]
fn contact_data_of_associations_reach_no_output() {
    // Everyone is "Uppgiftslämnare NNNN" with svarNNNN@example.org, 010-001 NN NN and an address reserved for documentation; one
    // text holds another address.
    RUN.no_contacts(r"(?i)uppgiftslämnare \d|@example\.org|010-001|198\.51\.100\.");
}

/// The claims were worked out from the exports by a script of its own: all hold.
#[test]
fn claims_on_associations_hold() {
    let claims = rows(&RUN.out().join("data/claims.csv"));
    assert_eq!(claims.len(), 37);
    let other: Vec<_> = claims.iter().filter(|claim| claim["outcome"] != "holds").collect();
    assert!(other.is_empty(), "{other:#?}");
    let sources = rows(&RUN.study.join("claims.csv"));
    assert!(sources.iter().all(|claim| !claim["source"].is_empty()));
}

/// The organisation numbers are made up, and yet have the check digit of real ones.
#[test]
fn organisation_numbers_have_a_right_check_digit() {
    let text = std::fs::read_to_string(RUN.study.join("foreningar.csv")).expect("the register");
    let numbers: Vec<&str> = text.lines().skip(1).map(|line| line.split(';').next().expect("a number")).collect();
    assert_eq!(numbers.len(), 60);
    for number in numbers {
        let digits = number.chars().filter_map(|sign| sign.to_digit(10));
        let doubled = digits.enumerate().map(|(at, digit)| if at % 2 == 0 { digit * 2 } else { digit });
        let sum: u32 = doubled.map(|digit| digit / 10 + digit % 10).sum();
        assert!(number.starts_with("8999") && sum.is_multiple_of(10), "{number}");
    }
}

/// A study in euro says nothing of kronor, in either language, and its texts are in the language of the run.
#[test]
fn the_figures_of_associations_are_in_both_languages_and_in_euro() {
    let krona = regex::Regex::new(r"(?i)\bkron(a|or|orna)\b|\d (t|mn)?kr\b|_kr\b").expect("an expression");
    for (language, own, others) in [
        (
            Language::Swedish,
            ["Antal insatser och använda bidrag, efter resurser", "föreningar", "tusental euro"],
            "grants used",
        ),
        (
            Language::English,
            ["Interventions and grants used, by resources", "associations", "thousands of euro"],
            "använda bidrag",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let formats = vec![Format::Txt, Format::Html, Format::Csv, Format::Svg];
        let options =
            Options { out: Some(folder.path().join("out")), language: Some(language), formats, ..Options::default() };
        run(&RUN.study, &options, &|_| {}).expect("a run");
        let all = shown_to_readers(folder.path());
        for text in own {
            assert!(all.contains(text), "{language:?}: {text}");
        }
        assert!(!all.contains(others), "{language:?}: {others}");
        let found: Vec<&str> = krona.find_iter(&all).map(|found| found.as_str()).collect();
        assert!(found.is_empty(), "{language:?}: {found:?}");
    }
}

fn shown_to_readers(folder: &Path) -> String {
    let is_text = |name: &&String| [".txt", ".html", ".csv", ".svg"].iter().any(|ending| name.ends_with(ending));
    let written = files(folder);
    written.iter().filter(|(name, _)| is_text(name)).map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect()
}

/// What the run tells, and nothing else.
#[test]
fn what_is_told_of_associations() {
    let told: Vec<String> = RUN.summary.notices.iter().map(ToString::to_string).collect();
    let holds = |text: &str| told.iter().any(|notice| notice.contains(text));
    for text in [
        "Forsbryggans friluftsförening in \"ledare\" reported 16,500 EUR but has repaid all it had",
        "for Sotkåtans kulturförening in \"ledare\": 6,538.12 EUR reported, 22,000 EUR requisitioned less repaid",
        "2 recipients with 27,000 EUR for \"ledare\" did not answer: Harspårets kulturförening, Vinterleden friluftsförening",
        "2 recipients with 21,000 EUR for \"lokala\" did not answer: Älvkrökens idrottsförening, Sotkåtans ungdomsförening",
        "1 row with 3,000 EUR for \"Teknikstöd\" left out",
        "cells of the question \"reason\" that say N/A, for it was not shown: 27",
        "texts under \"other\" of the question \"partners\" that count as ticked: 10",
        "1 text seems to hold an e-mail address, a telephone number or a personal identity number: Outcomes of \"23-1\"",
        "the respondent \"32\" is set aside",
        "rows that \"only\" leaves out, by the column \"Läge\": 2: blank (1), \"Utkast\" (1)",
    ] {
        assert!(holds(text), "{text} in {told:#?}");
    }
    assert_eq!(told.len(), 10, "{told:#?}");
}
