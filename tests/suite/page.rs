//! `rapport.html` as text: what must hold without a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use insats::render::Format;
use insats::run::{Options, run};
use insats::wording::Language;
use regex::Regex;

use crate::support::{copy_folder, project, rows, run_ok};

const STUDY: &str = "input/lagesrapport-2024";

fn page(folder: &Path) -> String {
    fs::read_to_string(folder.join("out/rapport.html")).expect("the page")
}

fn all<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
    let pattern = Regex::new(pattern).expect("a pattern");
    pattern.captures_iter(text).filter_map(|found| found.get(1)).map(|found| found.as_str()).collect()
}

#[test]
fn the_page_of_2024_is_small_whole_and_asks_for_nothing() {
    let (folder, _) = run_ok(&project(STUDY), &[Format::Html, Format::Csv]);
    let page = page(folder.path());
    assert!(page.len() <= 3_000_000, "{} bytes", page.len());

    // What the script is made of is no markup.
    let script = Regex::new("(?s)<script>.*?</script>").expect("a pattern");
    let page = script.replace(&page, "").into_owned();
    let ids = all(r#" id="([^"]+)""#, &page);
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id occurs twice");
    for named in all(r#" (?:aria-labelledby|aria-describedby)="([^"]+)""#, &page) {
        assert!(named.split(' ').all(|id| ids.contains(&id)), "{named} names nothing");
    }
    for address in all(r#"href="([^"]+)""#, &page) {
        let inside = address.strip_prefix('#').is_some_and(|id| ids.contains(&id));
        assert!(inside || address == "data:,", "{address} leads out of the page");
    }
    // Browsers fetch what these name; the policy forbids style attributes and handlers.
    assert_eq!(all(r#"<[^>]* (src|srcset|style|on\w+)="#, &page), Vec::<&str>::new());
    assert_eq!(all(r"(@import|url\()", &page), Vec::<&str>::new());
    let policy = all(r#"Content-Security-Policy" content="([^"]+)""#, &page);
    assert!(policy.len() == 1 && policy[0].starts_with("default-src 'none'; ") && !policy[0].contains("unsafe"));
}

#[test]
fn every_number_of_every_figure_is_in_its_table() {
    let (folder, _) = run_ok(&project(STUDY), &[Format::Html, Format::Csv]);
    let page = page(folder.path());
    let items = page.split("<figure class=\"item\"").skip(1);
    let mut compared = 0;
    for item in items {
        let id = all(r#"^ id="([^"]+)""#, item)[0];
        let kind = if id.starts_with("figur") { "figures" } else { "tables" };
        let table = item.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
        let shown = table.split("<tr").skip(1);
        let expected = rows(&folder.path().join(format!("out/{kind}/{id}.csv")));
        assert_eq!(shown.clone().count(), expected.len(), "{id}");
        for (shown, expected) in shown.zip(expected) {
            // The bare value stands in an attribute where the cell is written otherwise.
            let values: BTreeSet<String> = all(r#"data-value="([^"]*)""#, shown)
                .into_iter()
                .chain(all(r"<t[dh][^>]*>([^<]*)<", shown))
                .map(|text| text.replace("&quot;", "\"").replace("&amp;", "&"))
                .collect();
            for (column, value) in expected {
                assert!(values.contains(&value), "{id}: {column} = {value} is not in {shown}");
                compared += 1;
            }
        }
    }
    assert!(compared > 1000, "only {compared} cells were compared");
}

/// The embedded data of a page.
fn data(page: &str) -> serde_json::Value {
    let data = all(r#"<script type="application/json" class="data">([^<]*)</script>"#, page);
    serde_json::from_str(data[0]).expect("JSON")
}

#[test]
fn every_number_of_interventions_leads_to_as_many_of_them() {
    let (folder, _) = run_ok(&project(STUDY), &[Format::Html, Format::Csv]);
    let page = page(folder.path());
    let data = data(&page);
    let known = rows(&folder.path().join("out/data/interventions.csv"));
    let mut found = BTreeMap::new();
    for item in page.split("<figure class=\"item\"").skip(1) {
        let id = all(r#"^ id="([^"]+)""#, item)[0];
        let body = item.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
        for row in body.split("<tr").skip(1) {
            let cell = Regex::new(r#"<td class="number"([^>]*) data-behind="(\d+)">([^<]+)</td>"#).expect("a pattern");
            for cell in cell.captures_iter(row) {
                *found.entry(id.to_owned()).or_insert(0) += 1;
                let list = &data["lists"][cell[2].parse::<usize>().expect("a number")];
                let positions = list[1].as_array().expect("positions");
                let listed: Vec<_> = positions
                    .iter()
                    .map(|at| &data["interventions"][at.as_u64().expect("a position") as usize])
                    .collect();
                assert_eq!(positions.len().to_string(), cell[3], "{id}: {row}");
                let ids: BTreeSet<_> = listed.iter().map(|listed| listed[0].as_str().expect("an id")).collect();
                assert_eq!(ids.len(), listed.len(), "{id}: {row} counts one twice");
                assert!(
                    ids.iter().all(|id| known.iter().any(|k| k["intervention_id"] == *id && k["included"] == "true"))
                );
                // Bubble charts have the sum of their funds, too.
                let sum: i64 = listed.iter().map(|listed| listed[3].as_i64().expect("kronor")).sum();
                let funds = row.contains("data-domain").then(|| row.contains(&sum.to_string()));
                assert_ne!(funds, Some(false), "{id}: {sum} is not in {row}");
            }
        }
    }
    // Whatever counts interventions has its lists, and no question to respondents has any.
    for (id, cells) in [("figur-02", 10), ("figur-18", 8), ("tabell-02", 1)] {
        assert!(found.get(id).is_some_and(|found| *found >= cells), "{id}: {found:?}");
    }
    let kinds = fs::read_to_string(project(STUDY).join("report.toml")).expect("the declaration");
    let about_interventions = kinds.split("[[item]]").skip(1).filter(|item| {
        ["kind = \"bubble\"", "kind = \"table\"", "question = \"main_area\""].iter().any(|kind| item.contains(kind))
    });
    let expected: BTreeSet<&str> = about_interventions.map(|item| all(r#"id = "([^"]+)""#, item)[0]).collect();
    assert_eq!(found.keys().map(String::as_str).collect::<BTreeSet<_>>(), expected);
}

#[test]
fn texts_stay_out_of_the_page_unless_the_study_lets_them_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("study");
    copy_folder(&project("tests/cases/hostile-texts"), &study);
    let declared = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    fs::write(study.join("study.toml"), declared.replace("texts_in_output = true", "")).expect("study.toml");
    let (kept, _) = run_ok(&study, &[Format::Html]);
    let kept = page(kept.path());
    let (open, _) = run_ok(&project("tests/cases/hostile-texts"), &[Format::Html]);
    let open = page(open.path());
    // From the titles of three interventions; the activities' texts are in neither page.
    for title in ["document.title", "HYPERLINK", "OavbrutetOavbrutet"] {
        assert!(open.contains(title) && !kept.contains(title), "{title}");
    }
    for text in ["onerror=alert(1)", "javascript:alert(4)"] {
        assert!(!open.contains(text) && !kept.contains(text), "{text}");
    }
    assert!(open.contains("<dialog") && !kept.contains("<dialog"));
}

#[test]
fn an_english_page_has_no_swedish_words_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        out: Some(folder.path().join("out")),
        language: Some(Language::English),
        codes: None,
        formats: vec![Format::Html],
    };
    assert!(run(&project(STUDY), &options, &|_| {}).is_ok());
    let english = page(folder.path());
    assert!(english.contains("<html lang=\"en\">"));
    for word in
        ["Innehåll", "Alla områden", "Data som tabell", "Figuren i ord", "Ladda ner", ">Andel<", "Visar ", "Stäng"]
    {
        assert!(!english.contains(word), "{word}");
    }
}
