//! What is declared between two years: answers and codes that have become one, names that neither year has, and what cannot be compared.
//! All are the case `earlier-year` with a line changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::claims::Outcome::{self, Holds, Undecided};
use insats::run::{Failure, Options, diff, verify};
use insats::since::Cause;
use insats::wording::Language;

use crate::expected::Row;
use crate::support::{UNDRAWN, copy_folder, project, rows, run_into, shown};

/// The case, with texts exchanged in its files; an empty one stands for the whole file.
fn changed(root: &Path, changes: &[(&str, &str, &str)]) -> PathBuf {
    let study = root.join("study");
    copy_folder(&project("tests/cases/earlier-year"), &study);
    for (file, from, to) in changes {
        let path = study.join(file);
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(text.contains(from), "{from} in {file}");
        let text = if from.is_empty() { (*to).to_owned() } else { text.replace(from, to) };
        fs::write(&path, text).expect("to write");
    }
    study
}

fn ran(root: &Path, changes: &[(&str, &str, &str)]) -> PathBuf {
    let (study, out) = (changed(root, changes), root.join("out"));
    match run_into(&study, &out, &UNDRAWN) {
        Err(Failure::Input(messages)) => panic!("{}", shown(&messages)),
        done => drop(done.expect("a run")),
    }
    out
}

/// The names of the errors and warnings of a run.
fn told(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let root = tempfile::tempdir().expect("a folder");
    let study = changed(root.path(), changes);
    match run_into(&study, &root.path().join("out"), &UNDRAWN) {
        Err(Failure::Input(messages)) => messages.sorted().iter().map(|own| own.name().to_owned()).collect(),
        Err(other) => panic!("{other}"),
        Ok(summary) => summary.notices.iter().map(|own| own.name().to_owned()).collect(),
    }
}

const CLAIMS: (&str, &str, &str) =
    ("study.toml", "year = 2024\ncodebook", "year = 2024\nclaims = \"claims.csv\"\ncodebook");

/// What comes of assertions about the area.
fn outcomes(changes: &[(&str, &str, &str)], assertions: &[&str]) -> Vec<(Outcome, String)> {
    let root = tempfile::tempdir().expect("a folder");
    let rows = assertions.iter().enumerate().map(|(at, own)| format!("{at},psykisk,Sats.,\"{own}\"\n"));
    let claims = "id,area,statement,assertion\n".to_owned() + &rows.collect::<String>();
    let all = [changes, &[CLAIMS, ("claims.csv", "", &claims)]].concat();
    let study = changed(root.path(), &all);
    let found = match verify(&study, None, &Options::default(), &|_| {}) {
        Err(Failure::Input(messages)) => panic!("{}", shown(&messages)),
        found => found.expect("verdicts"),
    };
    let said = |verdict: &insats::claims::Verdict| {
        format!("{} {}", verdict.computed.in_ids, verdict.reason).replace('\u{a0}', " ")
    };
    found.claims.iter().map(|own| (own.verdict.outcome, said(&own.verdict))).collect()
}

fn hold(changes: &[(&str, &str, &str)], assertions: &[&str]) {
    for (own, (outcome, said)) in assertions.iter().zip(outcomes(changes, assertions)) {
        assert_eq!(outcome, Holds, "{own}: {said}");
    }
}

/// Both answers to *samverkan* have become *Ja*: 3 of 3. Of the groups, which may both be ticked, *Unga* has become *Barn*: the first
/// ticked both, the second one, the third none: 2 of 3. Figures, data files and claims say the same.
#[test]
fn whoever_gave_two_answers_that_are_one_now_gave_it_once() {
    let groups = "[survey.question.grupp]\nticked = \"Grupp - {option}\"\n[survey.question.samverkan]";
    let asked = "[survey.question.samverkan]";
    let item = "[[item]]\nid = \"figur-7\"\nkind = \"change\"\narea = \"psykisk\"\nquestion = \"grupp\"\ntitle = \"Grupper\"\n\
                [[item]]\nid = \"figur-8\"\nkind = \"change\"\narea = \"psykisk\"\nquestion = \"samverkan\"\ntitle = \"Samverkan\"\n";
    let changes = [
        ("study.toml", "\"I hög grad\" = \"Ja\"", "\"I hög grad\" = \"Ja\", Nej = \"Ja\", Unga = \"Barn\""),
        ("study.toml", asked, groups),
        ("fjol/study.toml", asked, groups),
        ("fjol/svar.csv", "Har ni samverkat?", "Har ni samverkat?;Grupp - Barn;Grupp - Unga"),
        ("fjol/svar.csv", "I hög grad\n", "I hög grad;1;1\n"),
        ("fjol/svar.csv", "200;;;Nej\n", "200;;;Nej;;1\n"),
        ("fjol/svar.csv", "50;;;Nej\n", "50;;;Nej;;\n"),
        ("svar.csv", "Samverkade ni?", "Samverkade ni?;Grupp - Barn;Grupp - Unga"),
        ("svar.csv", ";Ja\n", ";Ja;1;\n"),
        ("svar.csv", ";Nej\n", ";Nej;;\n"),
        ("report.toml", "", item),
    ];
    let root = tempfile::tempdir().expect("a folder");
    let out = ran(root.path(), &changes);
    let then = |row: &Row| [row["count_2023"].clone(), row["base_2023"].clone()];
    let of = |file: &str, name: &str| -> Vec<[String; 2]> {
        let is_named =
            |row: &Row| ["option", "answer"].iter().any(|column| row.get(*column).is_some_and(|text| text == name));
        rows(&out.join(file)).iter().filter(|row| is_named(row)).map(then).collect()
    };
    assert_eq!(of("data/compare-answers-2023.csv", "Ja"), [["3", "3"]]);
    assert_eq!(of("data/compare-answers-2023.csv", "Barn"), [["2", "3"]]);
    assert_eq!(of("figures/figur-7.csv", "Barn"), [["2", "3"]]);
    assert_eq!(of("figures/figur-8.csv", "Ja"), [["3", "3"]]);
    hold(
        &changes,
        &["(respondents(samverkan = 'Ja') of respondents) in 2023 = 3 of 3", "respondents(grupp = 'Barn') in 2023 = 2"],
    );
}

fn codes_then(changes: &[(&str, &str, &str)]) -> BTreeMap<String, [String; 2]> {
    let root = tempfile::tempdir().expect("a folder");
    let out = ran(root.path(), changes);
    let all = rows(&out.join("data/compare-codes-2023.csv"));
    let then = |row: &Row| [row["interventions_2023"].clone(), row["weighted_2023_kr"].clone()];
    all.iter().map(|row| (row["code"].clone(), then(row))).collect()
}

const RENAMED: &str = "version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"G\"\nto = \"A\"\n";
const EXCHANGED: &str = "version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"A\"\nto = \"B\"\n[[rename]]\nsystem = \"s\"\ncode = \"B\"\nto = \"A\"\n";

/// What was G is A, and its subcode X, of which no map speaks, counts for it still: 300 and 100 kr, two interventions.
#[test]
fn a_main_code_that_is_called_otherwise_keeps_its_subcodes() {
    let gone = format!("{RENAMED}[[gone]]\nsystem = \"s\"\ncode = \"X\"\nto = \"none\"\n");
    for map in [RENAMED, &gone] {
        let changes = [
            ("fjol/kodbok.json", "\"id\": \"A\"", "\"id\": \"G\""),
            ("fjol/kodbok.json", "\"parent\": \"A\"", "\"parent\": \"G\""),
            ("fjol/koder.csv", "\"A; B\"", "\"G; B\""),
            ("karta.toml", "", map),
        ];
        let found = codes_then(&changes);
        assert_eq!((&found["A"], &found["X"], &found["B"]), (&two("2", "400"), &two("1", "300"), &two("3", "250")));
        hold(
            &changes,
            &[
                "interventions(activity = A) in 2023 = 2",
                "A first in kronor by activity in 2023",
                "X first in interventions by activity subcodes of A in 2023",
            ],
        );
    }
}

fn two(number: &str, funds: &str) -> [String; 2] {
    [number.to_owned(), funds.to_owned()]
}

/// A and B have exchanged their ids: X counts under B, which was A.
#[test]
fn main_codes_that_exchange_their_ids_take_their_subcodes_along() {
    let changes = [("karta.toml", "", EXCHANGED)];
    let found = codes_then(&changes);
    assert_eq!((&found["A"], &found["B"]), (&two("3", "250"), &two("2", "400")));
    hold(
        &changes,
        &["X first in interventions by activity subcodes of B in 2023", "kronor(activity = B) in 2023 = 400 kr"],
    );
}

/// Names that are misspelt would make new things of old ones.
#[test]
fn names_that_neither_year_has_are_told() {
    let options = ("study.toml", "\"I hög grad\" = \"Ja\"", "\"I hog grad\" = \"Jaa\"");
    let recipients = |pairs: &'static str| ("study.toml", "areas = { halsa", pairs);
    let moved = "version = \"2\"\n[[move]]\nsystem = \"s\"\ncode = \"X\"\nunder = \"B\"\nto = \"A1\"\n";
    type Change<'c> = (&'c str, &'c str, &'c str);
    let cases: [(&[Change<'_>], &[&str]); 7] = [
        (&[options], &["earlier-option-unknown", "earlier-option-unknown"]),
        (
            &[recipients("recipients = { \"99\" = \"98\" }\nareas = { halsa")],
            &["earlier-recipient-unknown", "earlier-recipient-unknown"],
        ),
        (&[("karta.toml", "A1", "Q9")], &["map-code-not-arrived"]),
        (&[("karta.toml", "version = \"2\"", "version = \"9\"")], &["map-of-other-version"]),
        (&[("karta.toml", "", moved)], &["map-other-main"]),
        (&[("study.toml", "[prices]", "[earlier.break]\npsykisk = \"\"\n[prices]")], &["earlier-break-without-reason"]),
        // Uppsala (03) and Sörmland (04) both answered.
        (&[recipients("recipients = { \"03\" = \"04\" }\nareas = { halsa")], &["earlier-recipients-together"]),
    ];
    for (changes, expected) in cases {
        let told = told(changes);
        let own: Vec<&str> = told.iter().map(String::as_str).filter(|name| expected.contains(name)).collect();
        assert_eq!(own, expected, "{told:?}");
    }
    // Whoever says of both that they are one has no more to say.
    let both = told(&[recipients("recipients = { \"03\" = \"04\", \"04\" = \"04\" }\nareas = { halsa")]);
    assert!(!both.iter().any(|name| name.starts_with("earlier-recipient")), "{both:?}");
}

/// C is new in 2024, Z was there in 2023 only: nobody can say what they were, or are.
#[test]
fn what_only_one_year_has_leaves_a_claim_undecided() {
    let new = "{ \"id\": \"C\", \"label\": { \"sv\": \"Uppföljning\" }, \"definition\": { \"sv\": \"Uppföljning.\" } },\n        { \"id\": \"B\"";
    let gone = new.replace("\"C\"", "\"Z\"");
    let changes = [("kodbok.json", "{ \"id\": \"B\"", new), ("fjol/kodbok.json", "{ \"id\": \"B\"", gone.as_str())];
    let assertions = [
        "C still last in interventions by activity since 2023",
        "C last in interventions by activity in 2023",
        "kronor(activity = C) increased since 2023",
        "Z still last in interventions by activity since 2023",
        "kronor(activity = Z) decreased since 2023",
        "interventions(activity = Z) in 2023 = 0",
    ];
    let found: Vec<Outcome> = outcomes(&changes, &assertions).into_iter().map(|(outcome, _)| outcome).collect();
    assert_eq!(found, [Undecided, Undecided, Undecided, Undecided, Undecided, Holds]);
}

/// A break is no change: nothing is drawn or reckoned from one year to the other, and the numbers stand beside each other.
#[test]
fn nothing_changes_over_a_break() {
    let declared = ("study.toml", "[prices]", "[earlier.break]\npsykisk = \"Annat ändamål.\"\n[prices]");
    let root = tempfile::tempdir().expect("a folder");
    // (130 − 400) / 400, beside which the break is told.
    let text = "Ändring {= (kronor(psykisk: activity=A) - kronor(psykisk: activity=A) in 2023) / (kronor(psykisk: activity=A) in 2023) | % 1}.\n";
    let item = "[[item]]\nid = \"ruta-1\"\nkind = \"text\"\nfile = \"t.md\"\ntitle = \"Text\"\n";
    let report = fs::read_to_string(project("tests/cases/earlier-year/report.toml")).expect("a report") + item;
    let out = ran(root.path(), &[declared, ("t.md", "", text), ("report.toml", "", &report)]);
    let text = fs::read_to_string(out.join("texts/ruta-1.txt")).expect("a text");
    assert!(text.contains("67,5") && text.contains("Psykisk är inte jämförbart med 2023: Annat ändamål."), "{text}");
    let row = &rows(&out.join("figures/figur-2.csv"))[0];
    // B has most now.
    assert_eq!((row["code"].as_str(), row["interventions_2023"].as_str()), ("B", "3"));
    for column in ["change_interventions", "left_interventions", "content_interventions"] {
        assert_eq!(row[column], "", "{column}");
    }
    let words = fs::read_to_string(out.join("figures/figur-2.txt")).expect("a text");
    assert!(
        words.contains("2023 och 2024 kan inte jämföras: Annat ändamål.") && !words.contains("Mest har"),
        "{words}"
    );
}

const ITEM: &str = "[[item]]\nid = \"figur-1\"\ntitle = \"T\"\nkind = \"change\"\n";
const SERIES: &str = "[[item]]\nid = \"figur-1\"\ntitle = \"T\"\nkind = \"series\"\ndomain = \"activity\"\n";

/// What compares a year with itself, or says nothing.
#[test]
fn keys_that_mean_nothing_are_refused() {
    let area = "area = \"psykisk\"\n";
    let cases = [
        (format!("{ITEM}domain = \"activity\"\nfrom = 2024\n"), vec!["item-year-is-own"]),
        (format!("{SERIES}years = [2024]\n"), vec!["item-years-without-earlier"]),
        (format!("{SERIES}years = []\n"), vec!["item-years-without-earlier"]),
        (format!("{SERIES}years = [2023, 2023]\n"), vec!["item-year-twice"]),
        (format!("{ITEM}{area}domain = \"activity\"\nanswer = \"Ja\"\n"), vec!["item-key-of-other"]),
        (format!("{ITEM}{area}question = \"samverkan\"\nmain = \"A\"\n"), vec!["item-key-of-other"]),
        (format!("{ITEM}{area}domain = \"activity\"\nprices = true\n"), vec!["item-prices-of-no-funds"]),
        (format!("{ITEM}question = \"samverka\"\n"), vec!["item-question-nowhere"]),
    ];
    for (item, expected) in cases {
        let found = told(&[("report.toml", "", &item)]);
        let items = found.iter().map(String::as_str).filter(|name| name.starts_with("item-"));
        assert_eq!(items.collect::<Vec<_>>(), expected, "{item}");
    }
}

/// A question without an area is of all areas that ask it and can be compared: *Ja* 1 of 3, then 2 of 3, as in `figur-5`.
#[test]
fn a_question_without_an_area_is_of_all_that_can_be_compared() {
    let item = format!("{ITEM}question = \"samverkan\"\n");
    let root = tempfile::tempdir().expect("a folder");
    let out = ran(root.path(), &[("report.toml", "", &item)]);
    let all = rows(&out.join("figures/figur-1.csv"));
    let row = all.iter().find(|row| row["option"] == "Ja").expect("a row");
    assert_eq!(
        ["count_2023", "count_2024", "base_2023", "base_2024"].map(|column| row[column].as_str()),
        ["1", "2", "3", "3"]
    );
}

const BARS: &str =
    "[[item]]\nid = \"figur-1\"\ntitle = \"T\"\nkind = \"bars\"\narea = \"halsa\"\nquestion = \"samverkan\"\n";

/// A year that has data and nothing to stand there is not said to have none.
#[test]
fn the_reason_of_a_gap_is_told() {
    let funds = format!("{ITEM}area = \"psykisk\"\ndomain = \"activity\"\nmeasure = \"funds\"\n");
    let main = format!("{ITEM}area = \"psykisk\"\ndomain = \"activity\"\nmain = \"A\"\n");
    let question = format!("{ITEM}area = \"psykisk\"\nquestion = \"samverkan\"\n");
    let fjol = fs::read_to_string(project("tests/cases/earlier-year/fjol/study.toml")).expect("a study");
    let (first, rest) = fjol.split_once("[[requisitions]]").expect("requisitions");
    let (_, rest) = rest.split_once("[[coding]]").expect("a sheet");
    let without = format!("{first}[[coding]]{rest}").replace("\"activity\", \"funds\"", "\"activity\"");
    let without = without.replace("funds = \"Insats {n}: Kronor\"\n", "");
    let (silent, _) = fjol.split_once("[survey.question.samverkan]").expect("a question");
    let other = |from: &'static str, to: &'static str| ("fjol/study.toml", from, to);
    // A had no subcode: what was X is a main code of its own.
    let flat = [
        ("fjol/kodbok.json", "\"id\": \"X\", \"parent\": \"A\"", "\"id\": \"X\""),
        (
            "karta.toml",
            "",
            "version = \"2\"\n[[new]]\nsystem = \"s\"\ncode = \"A1\"\nunder = \"A\"\nlabel = \"K\"\ndefinition = \"K.\"\n",
        ),
    ];
    let cases = [
        (
            vec![
                ("report.toml", "", funds.as_str()),
                ("fjol/study.toml", "", &without),
                ("fjol/report.toml", "", BARS),
            ],
            "Studien av 2023 har inga medel.",
        ),
        (
            vec![
                ("report.toml", "", &funds),
                other("year = 2023", "year = 2023\ncurrency = \"EUR\""),
                other("Kronor", "EUR"),
                ("fjol/svar.csv", "Kronor", "EUR"),
            ],
            "Medlen 2023 är i EUR och ställs inte bredvid dem i SEK.",
        ),
        ([&[("report.toml", "", main.as_str())], &flat[..]].concat(), "A hade inga underkoder 2023."),
        (
            vec![
                ("report.toml", "", &question),
                ("fjol/study.toml", "", silent),
                ("study.toml", "options = { \"I hög grad\" = \"Ja\" }\n", ""),
            ],
            "Frågan ställdes inte 2023.",
        ),
    ];
    for (changes, reason) in cases {
        let root = tempfile::tempdir().expect("a folder");
        let words = fs::read_to_string(ran(root.path(), &changes).join("figures/figur-1.txt")).expect("a text");
        assert!(words.contains(reason), "{reason}: {words}");
        assert!(!words.contains("finns inga uppgifter"), "{words}");
    }
}

/// An amount of the earlier year moves no number of this year, and is no declaration: 300 kr have become 250, and with T = 400 for 350
/// the code A has 250 · 400 / 350 + 100 = 385.71 kr.
#[test]
fn an_earlier_year_that_changes_is_a_cause_of_its_own() {
    let root = tempfile::tempdir().expect("a folder");
    let text = "[[item]]\nid = \"ruta-1\"\nkind = \"text\"\nfile = \"t.md\"\ntitle = \"Text\"\n";
    let report = fs::read_to_string(project("tests/cases/earlier-year/report.toml")).expect("a report") + text;
    let study = changed(
        root.path(),
        &[
            ("t.md", "", "Arbetssätt fick {= kronor(psykisk: activity=A) in 2023} 2023.\n\nStöd är kvar.\n"),
            ("report.toml", "", &report),
        ],
    );
    let out = root.path().join("out");
    run_into(&study, &out, &UNDRAWN).unwrap_or_else(|failure| panic!("{failure}"));
    let answers = fs::read_to_string(study.join("fjol/svar.csv")).expect("answers");
    fs::write(study.join("fjol/svar.csv"), answers.replace(";300;", ";250;")).expect("to write");
    let difference = diff(&study, &out, None, &|_| {}).unwrap_or_else(|failure| panic!("{failure}")).difference;
    let causes: Vec<(&str, Cause)> = difference.files.iter().map(|file| (file.file.as_str(), file.cause)).collect();
    assert_eq!(causes, [("fjol/svar.csv", Cause::Earlier)]);
    assert!(difference.total.as_ref().is_some_and(|total| !total.moved()));
    assert!(difference.items.iter().any(|item| item.item == "figur-3"));
    let of_all = difference.items.iter().flat_map(|item| &item.cells).map(|cell| &cell.causes);
    assert!(of_all.clone().all(|causes| causes.iter().eq([&Cause::Earlier])), "{:?}", difference.items);
    let moved = difference.items.iter().find(|item| item.item == "ruta-1").expect("the text");
    let line = moved.cells[0].now.replace('\u{a0}', " ");
    assert!(moved.cells.len() == 1 && moved.cells[0].before.contains("400"), "{moved:?}");
    assert!(line.contains("386"), "{line}");
    assert_eq!(Cause::Earlier.label().text(Language::Swedish), "tidigare år");
}

/// Words of change that could all be said of the same two numbers.
#[test]
fn words_of_change_do_not_contradict_each_other() {
    let cases = [
        ("\"oförändrat\" = \"25..30 %\"", "unchanged-without-none"),
        ("unchanged = \"change <= 5 %\"", "unchanged-without-none"),
        ("minskat = \"change > 5 %\"", "change-words-overlap"),
        // What is 5 percent more is unchanged already.
        ("increased = \"change >= 5 %\"", "change-words-overlap"),
        ("unchanged = \"-5..5 %\"\n\"oförändrat\" = \"-2..2 %\"", "word-set-twice"),
    ];
    for (words, expected) in cases {
        let told = told(&[("study.toml", "[prices]", &format!("[claims_words]\n{words}\n[prices]"))]);
        assert!(told.iter().any(|name| name == expected), "{words}: {told:?}");
    }
    let told = told(&[("study.toml", "[prices]", "[claims_words]\nincreased = \"change > 5 %\"\n[prices]")]);
    assert!(!told.iter().any(|name| name == "change-words-overlap"), "{told:?}");
}

/// Of Uppsala's two interventions, and one each of Sörmland and Halland, nothing follows anything that equals it; small funds are no
/// nothing; and what the earlier study does not say is said of that study and its area.
#[test]
fn what_is_true_of_an_earlier_year_is_said_so_that_it_could_be_printed() {
    let assertions = [
        "'Region Halland' last in interventions by recipient in 2023",
        "'Region Sörmland' first in kronor by recipient in 2023",
        "late in 2023 = 0",
    ];
    let found = outcomes(&[], &assertions);
    assert!(found[0].1.contains("Minst vanligt är Region Halland och Region Sörmland (lika: 1)."), "{}", found[0].1);
    assert!(found[1].1.contains("Mest medel har gått till Region Uppsala (400 kr)."), "{}", found[1].1);
    assert_eq!(found[2].0, Undecided);
    assert!(found[2].1.contains("i studien av 2023: studien säger inte när svaren för "), "{}", found[2].1);
}

/// Since its own year nothing has changed.
#[test]
fn a_claim_compares_with_an_earlier_year() {
    for own in ["interventions increased since 2024", "A still first in interventions by activity since 2024"] {
        let claims = format!("id,area,statement,assertion\nA,psykisk,Sats.,{own}\n");
        let told = told(&[CLAIMS, ("claims.csv", "", &claims)]);
        assert!(told.iter().any(|name| name == "since-own-year"), "{own}: {told:?}");
    }
}
