//! The finding of an item as its headline, in figures, texts, page and Word. The case `headline` works the numbers out by hand.

use std::fs;
use std::path::Path;

use insats::render::Format;
use insats::run::{Options, run};
use insats::wording::Language;

use crate::office::word_paragraphs;
use crate::support::project;

fn run_in(language: Language, out: &Path) {
    let formats = vec![Format::Svg, Format::Txt, Format::Html, Format::Docx];
    let options = Options { out: Some(out.to_path_buf()), language: Some(language), formats, ..Options::default() };
    run(&project("tests/cases/headline"), &options, &|_| {}).expect("a run");
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a file").replace('\u{a0}', " ")
}

#[test]
fn a_finding_stands_above_the_title_in_both_languages() {
    let said = [
        (
            Language::Swedish,
            "Figur 1. Aktiviteter: flest insatser gäller nya arbetssätt och metoder, 4 av 5 (80 %)",
            "Aktiviteter: psykisk hälsa",
            "Figur 2. Vanligast är ”Ja”: 2 av 3, 67 %",
        ),
        (
            Language::English,
            "Figure 1. Activities: most interventions concern new ways of working and methods, 4 of 5 (80%)",
            "Activities: mental health",
            "Figure 2. Most common is “Yes”: 2 of 3, 67%",
        ),
    ];
    for (language, headline, title, of_bars) in said {
        let root = tempfile::tempdir().expect("a folder");
        run_in(language, root.path());
        let figures = root.path().join("figures");
        let text = read(&figures.join("figur-1.txt"));
        let first: Vec<&str> = text.split("\n\n").take(2).collect();
        assert_eq!(first, [format!("{headline}."), format!("{title}.")]);
        assert!(read(&figures.join("figur-2.txt")).starts_with(of_bars));
        let svg = read(&figures.join("figur-1.svg"));
        assert!(svg.contains(&format!("{headline}</title>")) && svg.contains(&format!(">{title}</text>")), "{svg}");
        let page = read(&root.path().join("rapport.html"));
        assert!(page.contains(&format!(">{headline}</h3>")), "{language:?}");
        assert!(page.contains(&format!("<p class=\"subtitle\">{title}</p>")), "{language:?}");
        let word = word_paragraphs(&root.path().join("rapport.docx"));
        let is_caption = |pair: &[String]| pair[0].replace('\u{a0}', " ") == headline && pair[1] == title;
        assert!(word.windows(2).any(is_caption), "{word:?}");
        // A tie has no headline: the title stands alone.
        let tie = read(&figures.join("figur-3.txt"));
        assert!(
            tie.starts_with(if language == Language::Swedish {
                "Figur 3. Mål: psykisk hälsa."
            } else {
                "Figure 3. Goals: mental health."
            }),
            "{tie}"
        );
    }
}

/// What a headline claims can be declared as a claim of the study, and holds.
#[test]
fn headlines_are_drafted_as_claims_that_hold() {
    let drafted = insats::run::draft_claims(&project("tests/cases/headline"), &Options::default(), None, &|_| {});
    let text = String::from_utf8(drafted.expect("drafts").bytes).expect("text");
    // Four of five interventions have G1, two of three regions say yes; the goals are tied, and a table has none.
    let of_codes = "G1 first in interventions by activity; interventions(activity = G1) of interventions = 4 of 5";
    let of_answers = "'Ja' first in respondents by samverkan; respondents(samverkan = 'Ja') of respondents(answered(samverkan)) = 2 of 3";
    for (id, assertion) in [("figur-1", of_codes), ("figur-2", of_answers), ("figur-4", of_answers)] {
        let line = text.lines().find(|line| line.starts_with(&format!("{id}-1,psyk,"))).expect("a draft");
        assert!(line.contains(assertion), "{line}");
    }
    let study = tempfile::tempdir().expect("a folder");
    crate::support::copy_folder(&project("tests/cases/headline"), study.path());
    fs::write(study.path().join("claims.csv"), &text).expect("claims");
    let summary = insats::run::verify(study.path(), None, &Options::default(), &|_| {}).expect("claims that are read");
    assert_eq!(summary.verified.holding, summary.verified.all(), "{:?}", summary.claims);
}
