//! The finding of an item as its headline, in figures, texts, page and Word. The case `headline` works the numbers out by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use insats::render::Format;
use insats::run::{Options, run};
use insats::wording::Language;

use crate::office::word_paragraphs;
use crate::support::{copy_folder, project};

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
    let root = tempfile::tempdir().expect("a folder");
    let study = root.path().join("study");
    copy_folder(&project("tests/cases/headline"), &study);
    fs::copy(project("tests/cases/codebook.json"), root.path().join("codebook.json")).expect("a codebook");
    fs::write(study.join("claims.csv"), &text).expect("claims");
    let summary = insats::run::verify(&study, None, &Options::default(), &|_| {}).expect("claims that are read");
    assert_eq!(summary.verified.holding, summary.verified.all(), "{:?}", summary.claims);
}

/// What becomes of items with headlines in a case: their first sentence, the notices, and the drafts of their claims.
struct Told {
    first: BTreeMap<String, String>,
    notices: String,
    drafts: String,
}

impl Told {
    /// Items by their ids, and what `[[item]]` has beside the id, the title and the headline. Those that have none begin with their title.
    fn of(case: &str, items: &[(&str, &str)]) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let (study, out) = (root.path().join("study"), root.path().join("out"));
        copy_folder(&project(&format!("tests/cases/{case}")), &study);
        let item = |(id, keys): &(&str, &str)| {
            format!("[[item]]\nid = \"{id}\"\ntitle = \"Titel {id}\"\nheadline = true\n{keys}\n")
        };
        fs::write(study.join("report.toml"), items.iter().map(item).collect::<String>()).expect("a report");
        let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
        fs::write(study.join("study.toml"), declared.replace("claims = \"claims.csv\"\n", "")).expect("a study");
        let options = Options {
            out: Some(out.clone()),
            language: Some(Language::Swedish),
            formats: vec![Format::Txt],
            ..Options::default()
        };
        let summary = run(&study, &options, &|_| {}).expect("a run");
        let drafted = insats::run::draft_claims(&study, &options, None, &|_| {}).expect("drafts");
        let first = |(id, _): &(&str, &str)| {
            let text = read(&out.join(format!("figures/{id}.txt")));
            ((*id).to_owned(), text.split("\n\n").next().unwrap_or_default().to_owned())
        };
        Self {
            first: items.iter().map(first).collect(),
            notices: summary.notices.iter().map(|own| own.text(Language::Swedish).replace('\u{a0}', " ")).collect(),
            drafts: String::from_utf8(drafted.bytes).expect("text"),
        }
    }
}

/// Case `crossing`: A and M have 5 interventions and 700 tkr, B and N, which come next, 3 and 350; the one without a goal (100 tkr) cannot
/// turn that. Of the four respondents the two of `suicid` and one of the two of `psykisk` collaborated. Uppsala and Sörmland have 400 tkr
/// each in `psykisk`.
#[test]
fn a_cross_table_in_colours_has_its_largest_pair_as_headline() {
    let items = [
        ("figur-1", "kind = \"cross\"\ndraw = \"heat\"\nrows = \"activity\"\ncolumns = \"goal\""),
        ("figur-2", "kind = \"cross\"\ndraw = \"heat\"\nrows = \"activity\"\ncolumns = \"goal\"\nmeasure = \"funds\""),
        (
            "figur-3",
            "kind = \"cross\"\ndraw = \"heat\"\nrows = \"samverkan\"\ncolumns = \"area\"\nmeasure = \"respondents\"",
        ),
        ("figur-4", "kind = \"cross\"\ndraw = \"heat\"\nrows = \"recipient\"\ncolumns = \"area\"\nmeasure = \"funds\""),
        ("figur-5", "kind = \"cross\"\ndraw = \"heat\"\nrows = \"activity\"\ncolumns = \"goal\"\nshare = \"row\""),
    ];
    let Told { first, notices, drafts } = Told::of("crossing", &items);
    assert_eq!(first["figur-1"], "Figur 1. Flest insatser gäller arbetssätt × mående: 5.", "{notices}");
    assert_eq!(first["figur-2"], "Figur 2. Mest medel har gått till arbetssätt × mående: 0,7 mnkr.", "{notices}");
    assert_eq!(first["figur-3"], "Figur 3. Flest svar gäller ja × suicidprevention: 2.", "{notices}");
    for (id, claim) in [
        (
            "figur-1",
            "'A' × 'M' first in interventions by activity by goal; interventions(activity = 'A' and goal = 'M') = 5",
        ),
        ("figur-2", "'A' × 'M' first in funds by activity by goal; funds(activity = 'A' and goal = 'M') = 700000 kr"),
    ] {
        assert!(drafts.contains(&format!("{id}-1,all,")) && drafts.contains(claim), "{drafts}");
    }
    // A tie, and shares of a row each.
    assert!(first["figur-4"].starts_with("Figur 4. Titel figur-4"), "{first:?}");
    assert!(
        notices.contains("är lika stora") && notices.contains("andelarna gäller var sin rad eller kolumn"),
        "{notices}"
    );
    assert!(!drafts.contains("figur-4-1") && !drafts.contains("figur-5-1"), "{drafts}");
}

/// Case `earlier-year`: funds of A fall from 400 to 130, of B they rise from 250 to 850, which is more; *Ja* goes from 1 to 2 of 3 and *Nej*
/// from 2 to 1, which is a tie.
#[test]
fn what_has_changed_most_is_the_headline_of_a_series() {
    let items = [
        ("figur-1", "kind = \"series\"\ndomain = \"activity\"\nmeasure = \"funds\"\nyears = [2023, 2024]"),
        ("figur-2", "kind = \"change\"\narea = \"psykisk\"\ndomain = \"activity\"\nmeasure = \"funds\"\nprices = true"),
        ("figur-3", "kind = \"change\"\narea = \"psykisk\"\nquestion = \"samverkan\""),
        ("figur-4", "kind = \"change\"\narea = \"psykisk\"\ndomain = \"activity\"\nmeasure = \"share_of_funds\""),
    ];
    let Told { first, notices, drafts } = Told::of("earlier-year", &items);
    let grown = "Figur 1. Mest har ”Stöd” ökat: från 250 kr (2023) till 850 kr (2024).";
    assert_eq!(first["figur-1"], grown, "{notices}");
    assert!(drafts.contains("'B' first in funds - (funds) in 2023 by activity; "), "{drafts}");
    // 400 of 550 (72.7 percent) to 130 of 980 (13.3): by 59.5; B from 45.5 to 86.7, by 41.3.
    let fallen = "Figur 4. Mest har ”Arbetssätt” minskat: från 72,7 % (2023) till 13,3 % (2024).";
    assert_eq!(first["figur-4"], fallen, "{notices}");
    assert!(drafts.contains("'A' last in funds of funds - (funds of funds) in 2023 by activity; "), "{drafts}");
    assert!(notices.contains("i ett annat års priser") && notices.contains("är lika stora"), "{notices}");
}

/// Case `grant-years`: 900 000, 3 000 000 and 3 600 500 kronor; of 2022 nobody knows. Counts and their bases come to 1 + 2, 2 + 2 and 1 + 2.
#[test]
fn the_largest_bar_of_an_account_is_its_headline() {
    let column = "column = [{ id = \"beviljat\", label = \"Beviljat\", measure = \"beviljat\" }]";
    let both = "column = [{ id = \"antal\", measure = \"fungerar\" }, { id = \"bas\", base = \"antal\" }]";
    let of = |kind: &str, years: &str, column: &str| {
        format!("kind = \"{kind}\"\nrows = \"years\"\nyears = [{years}]\n{column}")
    };
    let known = of("columns", "2021, 2023, 2024", column);
    let gap = of("columns", "2021, 2022, 2023, 2024", column);
    let sums = of("stacked", "2021, 2023, 2024", both);
    let Told { first, notices, drafts } =
        Told::of("grant-years", &[("figur-1", &known), ("figur-2", &gap), ("figur-3", &sums)]);
    assert_eq!(first["figur-1"], "Figur 1. Beviljat är störst för 2024: 3,6 mnkr.", "{notices}");
    assert!(drafts.contains("cell('figur-1', '2024', 'beviljat') = 3600500"), "{drafts}");
    assert!(
        first["figur-2"].starts_with("Figur 2. Titel figur-2") && notices.contains("\"2022\" saknar en uppgift"),
        "{notices}"
    );
    assert_eq!(first["figur-3"], "Figur 3. Längst är stapeln för 2023: 4.", "{notices}");
}
