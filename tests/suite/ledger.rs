//! What is counted: over random studies the number in a cell, the list behind it, `explain` in both directions and the
//! claims about it say the same, and all say what a plain count of the study's own rows says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::claims::Outcome;
use insats::register::{Level, recipients};
use insats::render::Format;
use insats::run::{Asker, Options, explain, verify};
use insats::wording::Language;
use proptest::prelude::*;

use crate::support::{rows, run_into};

/// Codes of a domain, as a sheet has them, and under what they count.
const ACTIVITY: [(&str, &[&str]); 5] = [
    ("G1.1", &["G1", "G1.1"]),
    ("G1", &["G1"]),
    ("G1.1; G5.2", &["G1", "G1.1", "G5", "G5.2"]),
    ("G2", &["G2"]),
    ("", &[]),
];
const GOAL: [(&str, &[&str]); 3] = [("R3", &["R3"]), ("R1", &["R1"]), ("", &[])];
const OPTIONS: [&str; 3] = ["Barn", "Unga", "Äldre"];
const SCALE: [&str; 3] = ["Ja", "Delvis", "Nej"];

/// A block of a respondent.
#[derive(Clone, Debug)]
struct Block {
    /// Kronor; `None` for an intervention that does not count.
    kronor: Option<u32>,
    activity: usize,
    goal: usize,
}

/// What a region answered.
#[derive(Clone, Debug)]
struct Answer {
    blocks: Vec<Block>,
    ticked: Vec<bool>,
    scale: Option<usize>,
}

fn answer() -> impl Strategy<Value = Answer> {
    let block = (prop::option::weighted(0.8, 1_000_u32..5_000_000), 0..ACTIVITY.len(), 0..GOAL.len());
    let block = block.prop_map(|(kronor, activity, goal)| Block { kronor, activity, goal });
    let scale = prop::option::weighted(0.8, 0..SCALE.len());
    (prop::collection::vec(block, 1..4), prop::collection::vec(any::<bool>(), OPTIONS.len()), scale)
        .prop_map(|(blocks, ticked, scale)| Answer { blocks, ticked, scale })
}

/// Two areas, with the regions that answered in each.
fn studies() -> impl Strategy<Value = [Vec<Answer>; 2]> {
    [prop::collection::vec(answer(), 2..7), prop::collection::vec(answer(), 2..7)]
}

const STUDY: &str = r#"title = "Slump"
year = 2024
codebook = "codebook.json"
claims = "claims.csv"
[complete]
requires = ["activity", "funds"]
[[requisitions]]
file = "medel.csv"
level = "region"
code = "Kod"
areas = { A = "a", B = "b" }
[[coding]]
role = "final"
file = "koder.csv"
intervention = "Id"
domains = { activity = "Aktivitet", goal = "Mål" }
"#;

const REPORT: &str = r#"
[[item]]
id = "figur-1"
kind = "bubble"
area = "a"
domains = ["activity", "goal"]
title = "Bubblor"
[[item]]
id = "figur-2"
kind = "bars"
areas = { a = "A", b = "B" }
question = "grupper"
title = "Staplar"
[[item]]
id = "figur-3"
kind = "likert"
area = "b"
question = "skala"
title = "Skala"
[[item]]
id = "tabell-1"
kind = "table"
areas = { a = "A", b = "B" }
main = "G1"
domains = ["activity"]
title = "Underkoder"
[[item]]
id = "tabell-2"
kind = "cross"
rows = "activity"
columns = "goal"
title = "Par"
[[item]]
id = "tabell-3"
kind = "cross"
rows = "area"
columns = "recipient"
measure = "funds"
title = "Delar"
"#;

/// The codes that the study uses, without rules: reading the shipped codebook takes most of the time.
fn codebook() -> String {
    let code = |id: &str| {
        let main = id.split_once('.').map(|(main, _)| main);
        let parent = main.map_or(String::new(), |main| format!(", \"parent\": \"{main}\""));
        format!("{{\"id\": \"{id}\", \"label\": {{\"sv\": \"{id}\"}}, \"definition\": {{\"sv\": \"{id}\"}}{parent}}}")
    };
    let system = |id: &str, codes: &[&str]| {
        let codes: Vec<String> = codes.iter().map(|id| code(id)).collect();
        format!("{{\"id\": \"{id}\", \"label\": {{\"sv\": \"{id}\"}}, \"codes\": [{}]}}", codes.join(", "))
    };
    let domain = |id: &str, system: &str| {
        format!(
            "{{\"id\": \"{id}\", \"label\": {{\"sv\": \"{id}\"}}, \"plural\": {{\"sv\": \"{id}\"}}, \"system\": \"{system}\"}}"
        )
    };
    format!(
        "{{\"id\": \"liten\", \"version\": \"1\", \"title\": {{\"sv\": \"Liten\"}}, \"domains\": [{}, {}], \"systems\": [{}, {}]}}",
        domain("activity", "g"),
        domain("goal", "r"),
        system("g", &["G1", "G1.1", "G2", "G5", "G5.2"]),
        system("r", &["R1", "R2", "R3"]),
    )
}

fn write_study(folder: &Path, study: &[Vec<Answer>; 2], claims: &str) {
    fs::create_dir_all(folder).expect("a folder");
    let mut declared = String::from(STUDY);
    let (mut codes, mut funds) = (String::from("Id;Aktivitet;Mål\n"), String::from("Kod;A;B\n"));
    for (area, answers) in ["a", "b"].iter().zip(study) {
        let _ = write!(
            declared,
            "[[survey]]\narea = \"{area}\"\nlevel = \"region\"\nfile = \"{area}.csv\"\nrespondent = {{ id = \"Id\", name = \
             \"Region\" }}\n[survey.intervention]\nactivity = \"Insats {{n}} text\"\nfunds = \"Insats {{n}} \
             kr\"\n[survey.question.grupper]\nticked = \"Grupp: {{option}}\"\n[survey.question.skala]\nitems = \"Skala: \
             {{option}}\"\nanswers = [\"Ja\", \"Delvis\", \"Nej\"]\n"
        );
        let mut rows = String::from("Id;Region;Skala: Nytta");
        OPTIONS.iter().for_each(|option| rows += &format!(";Grupp: {option}"));
        (1..=3).for_each(|n| rows += &format!(";Insats {n} text;Insats {n} kr"));
        rows.push('\n');
        for (index, answer) in answers.iter().enumerate() {
            let id = format!("{area}{index:02}");
            let scale = answer.scale.map_or("", |at| SCALE[at]);
            let _ = write!(rows, "{id};{};{scale}", recipients(Level::region())[index].name);
            answer.ticked.iter().for_each(|ticked| rows += if *ticked { ";Ja" } else { ";" });
            for (n, block) in (1..=3).map(|n| (n, answer.blocks.get(n - 1))) {
                let Some(block) = block else {
                    rows += ";;";
                    continue;
                };
                // An amount by itself is an intervention without its text, which does not count.
                match block.kronor {
                    Some(kronor) => rows += &format!(";ett arbete {n} i {id};{kronor}"),
                    None => rows += ";;987654",
                }
                if block.kronor.is_none() {
                    continue;
                }
                let _ = writeln!(codes, "{id}-{n};\"{}\";{}", ACTIVITY[block.activity].0, GOAL[block.goal].0);
            }
            rows.push('\n');
        }
        fs::write(folder.join(format!("{area}.csv")), rows).expect("a file");
    }
    for (at, recipient) in recipients(Level::region()).iter().take(7).enumerate() {
        let _ = writeln!(funds, "{};{};{}", recipient.code, 1_000_003 * (at + 1), 2_000_029 * (at + 1));
    }
    for (name, text) in [
        ("study.toml", declared.as_str()),
        ("report.toml", REPORT),
        ("koder.csv", &codes),
        ("medel.csv", &funds),
        ("claims.csv", claims),
        ("codebook.json", &codebook()),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
}

/// What a cell counts by the study's own rows: item, how it is asked for, its assertion, and who is behind it.
struct Expected {
    item: &'static str,
    words: Vec<String>,
    assertion: String,
    who: BTreeSet<String>,
}

fn expected(study: &[Vec<Answer>; 2]) -> Vec<Expected> {
    let mut cells = Vec::new();
    let coded = |area: &str, domain: &str, code: &str| -> BTreeSet<String> {
        let mut who = BTreeSet::new();
        for (index, answer) in study[usize::from(area == "b")].iter().enumerate() {
            for (n, block) in answer.blocks.iter().enumerate().filter(|(_, block)| block.kronor.is_some()) {
                let under = if domain == "activity" { ACTIVITY[block.activity].1 } else { GOAL[block.goal].1 };
                let is_it = if code == "uncoded" { under.is_empty() } else { under.contains(&code) };
                who.extend(is_it.then(|| format!("{area}{index:02}-{}", n + 1)));
            }
        }
        who
    };
    for (domain, codes) in [("activity", ["G1", "G2", "G5", "uncoded"]), ("goal", ["R1", "R3", "R2", "uncoded"])] {
        for code in codes {
            let assertion = match code {
                "uncoded" => format!("interventions(a: {domain} = uncoded and number({domain}) = 0)"),
                _ => format!("interventions(a: {domain} = {code})"),
            };
            let words = vec![domain.to_owned(), code.to_owned()];
            cells.push(Expected { item: "figur-1", words, assertion, who: coded("a", domain, code) });
        }
    }
    // Pairs, over both areas together; and everything.
    let everywhere = |domain: &str, code: &str| ["a", "b"].iter().flat_map(|area| coded(area, domain, code)).collect();
    for (activity, goal) in [("G1", "R1"), ("G1", "R3"), ("G2", "R3"), ("G5", "R1")] {
        let [one, other]: [BTreeSet<String>; 2] = [everywhere("activity", activity), everywhere("goal", goal)];
        let words = ["activity", activity, "goal", goal].map(str::to_owned).to_vec();
        let assertion = format!("interventions(activity = {activity} and goal = {goal})");
        cells.push(Expected { item: "tabell-2", words, assertion, who: one.intersection(&other).cloned().collect() });
    }
    let codes = ["G1", "G2", "uncoded"].iter().flat_map(|code| everywhere("activity", code)).collect();
    cells.push(Expected {
        item: "tabell-2",
        words: vec!["Totalt".to_owned()],
        assertion: "interventions".to_owned(),
        who: codes,
    });
    let both: BTreeSet<String> = ["a", "b"].iter().flat_map(|area| coded(area, "activity", "G1.1")).collect();
    let words = vec!["activity".to_owned(), "G1.1".to_owned()];
    let assertion = "interventions(a, b: activity = G1.1)".to_owned();
    cells.push(Expected { item: "tabell-1", words, assertion, who: both });
    for (area, answers) in ["a", "b"].iter().zip(study) {
        for (at, option) in OPTIONS.iter().enumerate() {
            let ticked = answers.iter().enumerate().filter(|(_, answer)| answer.ticked[at]);
            let who = ticked.map(|(index, _)| format!("{area}{index:02}")).collect();
            let words = vec![format!("{}: {option}", area.to_uppercase())];
            let assertion = format!("respondents({area}: grupper = '{option}')");
            cells.push(Expected { item: "figur-2", words, assertion, who });
        }
    }
    for (at, given) in SCALE.iter().enumerate() {
        let own = study[1].iter().enumerate().filter(|(_, answer)| answer.scale == Some(at));
        let who = own.map(|(index, _)| format!("b{index:02}")).collect();
        let words = vec![format!("Nytta: {given}")];
        cells.push(Expected { item: "figur-3", words, assertion: format!("respondents(b: skala = '{given}')"), who });
    }
    cells
}

/// The ids that a page of `explain` lists: the first word of a respondent's line, the third of an intervention's.
fn listed(page: &str) -> BTreeSet<String> {
    let id = |line: &str| {
        let mut words = line
            .split_whitespace()
            .skip_while(|word| word.chars().all(|c| c.is_ascii_digit() || c == ',') || *word == "kr");
        words.next().map(str::to_owned)
    };
    page.lines().skip(2).filter_map(id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn number_list_explanation_and_claim_are_one(study in studies()) {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path().join("study");
        let cells: Vec<Expected> = expected(&study).into_iter().filter(|cell| !cell.who.is_empty()).collect();
        let claim = |(n, cell): (usize, &Expected), off: usize| {
            format!("\"C{n}-{off}\",,Ett tal.,\"{} = {}\",,\n", cell.assertion.replace('"', "\"\""), cell.who.len() + off)
        };
        let claims: String = [0, 1].iter().flat_map(|off| cells.iter().enumerate().map(move |cell| claim(cell, *off))).collect();
        write_study(&at, &study, &format!("id,area,statement,assertion,precision,undecided\n{claims}"));

        // Claims: every number holds, and none that is off by one.
        let options = Options { out: None, ..Options::default() };
        let verified = verify(&at, None, &options, &|_| {}).expect("verdicts");
        for claim in &verified.claims {
            let wanted = if claim.id.ends_with("-0") { Outcome::Holds } else { Outcome::Fails };
            prop_assert_eq!(claim.verdict.outcome, wanted, "{:?}", claim);
        }

        // Lists: asked for by item and cell, exactly those who are behind it.
        let explain = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            explain(&at, &words, None, Asker { language: Language::English, sees_texts: true }, &|_| {}).expect("a page")
        };
        let mut items_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for cell in &cells {
            let words: Vec<&str> = [cell.item].into_iter().chain(cell.words.iter().map(String::as_str)).collect();
            let page = explain(&words);
            prop_assert_eq!(&listed(&page), &cell.who, "{:?}: {}", words, page);
            cell.who.iter().for_each(|id| { items_of.entry(id).or_default().insert(cell.item); });
        }

        // The other direction: the items that an intervention is counted in, and those of its respondent's answers.
        let (area, index) = ("b", 0);
        for n in 1..=study[1][index].blocks.len() {
            let id = format!("{area}{index:02}-{n}");
            let page = explain(&[&id]);
            let named: BTreeSet<&str> = ["figur-1", "figur-2", "figur-3", "tabell-1", "tabell-2"]
                .into_iter()
                .filter(|item| page.contains(&format!("\n  {item}: ")))
                .collect();
            let own = items_of.get(id.as_str()).into_iter().chain(items_of.get(format!("{area}{index:02}").as_str()));
            prop_assert_eq!(named, own.flatten().copied().collect::<BTreeSet<_>>(), "{}", page);
        }

        // The figures' own numbers.
        run_into(&at, &folder.path().join("out"), &[Format::Csv]).expect("a run");
        let bars = rows(&folder.path().join("out/figures/figur-2.csv"));
        for cell in cells.iter().filter(|cell| cell.item == "figur-2") {
            let row = bars.iter().find(|row| format!("{}: {}", row["group"], row["option"]) == cell.words[0]);
            prop_assert_eq!(&row.expect("a bar")["count"], &cell.who.len().to_string());
        }
        let bubbles = rows(&folder.path().join("out/figures/figur-1.csv"));
        for cell in cells.iter().filter(|cell| cell.item == "figur-1") {
            let without = ["none", "not-coded"];
            let is_meant = |code: &str| code == cell.words[1] || (cell.words[1] == "uncoded" && without.contains(&code));
            let row = bubbles.iter().find(|row| row["domain"] == cell.words[0] && is_meant(&row["code"]));
            prop_assert_eq!(&row.expect("a bubble")["interventions"], &cell.who.len().to_string());
        }
        let pairs = rows(&folder.path().join("out/tables/tabell-2.csv"));
        for cell in cells.iter().filter(|cell| cell.item == "tabell-2" && cell.words.len() == 4) {
            let row = pairs.iter().find(|row| row["key"] == cell.words[1]);
            prop_assert_eq!(&row.expect("a row")[&cell.words[3]], &cell.who.len().to_string());
        }
        // Codes add up to what is counted, or to more; parts add up to it, and no cell is larger than what it is of.
        for (table, is_partition) in [(&pairs, false), (&rows(&folder.path().join("out/tables/tabell-3.csv")), true)] {
            let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<i64>().expect("a number");
            let (all, inside) = (table.last().expect("a total"), &table[..table.len() - 1]);
            let columns: Vec<&str> =
                all.keys().map(String::as_str).filter(|id| !["key", "label", "total"].contains(id)).collect();
            let holds = |sum: i64, total: i64| if is_partition { sum == total } else { sum >= total };
            for row in table {
                prop_assert!(holds(columns.iter().map(|id| number(row, id)).sum(), number(row, "total")), "{:?}", row);
                prop_assert!(columns.iter().all(|id| number(row, id) <= number(row, "total").min(number(all, id))));
            }
            for id in columns.iter().copied().chain(["total"]) {
                prop_assert!(holds(inside.iter().map(|row| number(row, id)).sum(), number(all, id)), "{}", id);
            }
        }
    }
}

/// What became of claims about a study in which seven regions answered in both areas, with an intervention each: three have
/// the activity G1, one G2, three none.
fn outcomes(assertions: &[&str]) -> Vec<Outcome> {
    let answers = |activity: usize| Answer {
        blocks: vec![Block { kronor: Some(10_000), activity, goal: 0 }],
        ticked: vec![true, false, false],
        scale: Some(0),
    };
    let area: Vec<Answer> = [1, 1, 1, 3, 4, 4, 4].into_iter().map(answers).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let claims = assertions.iter().enumerate().map(|(n, assertion)| format!("C{n},,Ett tal.,\"{assertion}\",,\n"));
    let claims = format!("id,area,statement,assertion,precision,undecided\n{}", claims.collect::<String>());
    let study = folder.path().join("study");
    write_study(&study, &[area.clone(), area], &claims);
    let options = Options { out: None, ..Options::default() };
    verify(&study, None, &options, &|_| {}).expect("verdicts").claims.iter().map(|c| c.verdict.outcome).collect()
}

#[test]
fn a_recipient_of_two_areas_is_one_recipient() {
    // Seven regions have requisitioned for both areas.
    let found = outcomes(&["recipients(all) = 7", "recipients(a) = 7", "recipients = 7", "recipients(all) = 14"]);
    assert_eq!(found, [Outcome::Holds, Outcome::Holds, Outcome::Holds, Outcome::Fails]);
}

#[test]
fn a_sum_of_counts_comes_in_whole_steps_as_a_count_does() {
    // 3 + 1 of 7 = 0.571, which is no further from 1/2 than the next whole count of 7 is: 4.
    let parts = "interventions(a: activity = G1) + interventions(a: activity = G2)";
    let found = outcomes(&[
        "interventions(a: number(activity) > 0) of interventions(a) is ungefär 1/2",
        &format!("({parts}) of interventions(a) is ungefär 1/2"),
        // Kronor can be divided as finely as one likes: the bounds stay.
        "kronor(a: number(activity) > 0) of kronor(a) is ungefär 1/50",
    ]);
    assert_eq!(found, [Outcome::Holds, Outcome::Holds, Outcome::Fails]);
}

#[test]
fn of_binds_as_division_does_and_zeros_have_a_place() {
    let found = outcomes(&[
        // 3 + (1 of 7).
        "interventions(a: activity = G1) + interventions(a: activity = G2) of interventions(a) = 22/7",
        // G5 is given to none: the last of three main codes.
        "G5 last in interventions(a) by activity",
        // All have the goal R3, none R1 or R2: both are among the lowest.
        "R1, R2 among lowest 1 in interventions(a) by goal",
        // Nothing has the goal R1: all three are equally high, with 0.
        "G1, G2, G5 among highest 1 in interventions(a: goal = R1) by activity",
    ]);
    assert_eq!(found, [Outcome::Holds; 4]);
}
