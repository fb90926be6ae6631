//! Studies without funds say nothing of money, and studies in another currency say nothing of kronor: in no file that a run writes,
//! nor in what it tells.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use insats::render::Format;
use insats::run::{Options, check, init, run};
use insats::wording::Language;
use regex::Regex;

use crate::drafted::folder_with;
use crate::support::project;

/// Every text that a run of a case writes and tells, with the file that it stands in.
fn everything(case: &str, language: Language) -> Vec<(PathBuf, String)> {
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("out");
    let formats = vec![Format::Html, Format::Svg, Format::Csv, Format::Txt];
    let options = Options { out: Some(out.clone()), language: Some(language), formats, ..Options::default() };
    let summary = run(&project("tests/cases").join(case), &options, &|_| {}).expect("a run");
    let mut texts: Vec<(PathBuf, String)> =
        summary.notices.iter().map(|notice| (PathBuf::from("notices"), notice.text(language))).collect();
    read(&out, &mut texts);
    texts
}

fn read(folder: &Path, texts: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, texts);
        } else if let Ok(text) = fs::read_to_string(&path) {
            texts.push((path, shown_part(&text)));
        }
    }
}

/// A page without its script and its looks, whose words are its own.
fn shown_part(text: &str) -> String {
    static CODE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?s)<script>.*?</script>|<style>.*?</style>").expect("a pattern"));
    CODE.replace_all(text, "").into_owned()
}

fn holds_none_of(case: &str, words: &str) {
    let words = Regex::new(words).expect("a pattern");
    for language in [Language::Swedish, Language::English] {
        for (path, text) in everything(case, language) {
            let found = words.find(&text);
            let around = found.map(|found| text[..found.end()].chars().rev().take(80).collect::<Vec<_>>());
            let around: Option<String> = around.map(|letters| letters.into_iter().rev().collect());
            assert_eq!(around, None, "{case}, {}", path.display());
        }
    }
}

#[test]
fn a_study_without_funds_says_nothing_of_money() {
    holds_none_of(
        "counts-only",
        r"(?i)\b(kr|kronor|sek|mnkr|medel|viktade|funds|weighted\w*|_kr)\b|J = T|requisition|rekvir",
    );
}

#[test]
fn a_study_in_euro_says_nothing_of_kronor() {
    holds_none_of("euro", r"(?i)\b(kr|kronor|krona|sek|tkr|mnkr)\b|_kr\b");
    holds_none_of("euro-cents", r"(?i)\b(kr|kronor|krona|sek|tkr|mnkr)\b|_kr\b");
}

#[test]
fn a_draft_of_amounts_in_euro_is_in_euro() {
    let answers = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kostnad;Insats 2: Vad gjordes?;Insats 2: Kostnad\n\
                   R-1;Region Uppsala;Utbildning för personal;1 250,50 €;Nätverk för chefer;749,50 €\n\
                   R-2;Region Skåne;Kartläggning av behov;2 500 €;Träffar för anhöriga;900 €\n";
    let paid = "Region;Utbetalt (euro)\nRegion Uppsala;2000\nRegion Skåne;3400\n";
    let (_folder, study) = folder_with(&[("svar.csv", answers), ("medel.csv", paid)]);
    init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
    let text = fs::read_to_string(study.join("study.toml")).expect("a draft");
    for line in ["currency = \"EUR\"", "funds = \"Insats {n}: Kostnad\"", "\"Utbetalt (euro)\" = \"svar\""] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let told = check(&study, &|_| {}).messages.text(Language::English);
    assert!(!told.contains("kronor") && !told.contains(" kr"), "{told}");
}
