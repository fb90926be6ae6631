//! `rapport.html` as text: what must hold without a browser.

use std::collections::BTreeSet;
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
    let naming = all(r#" (?:aria-labelledby|aria-describedby)="([^"]+)""#, &page);
    let addresses = all(r#"href="([^"]+)""#, &page);
    assert!(naming.len() >= 44 && addresses.len() >= 44, "{} names, {} addresses", naming.len(), addresses.len());
    for named in naming {
        assert!(named.split(' ').all(|id| ids.contains(&id)), "{named} names nothing");
    }
    for address in addresses {
        let inside = address.strip_prefix('#').is_some_and(|id| ids.contains(&id));
        assert!(inside || address == "data:,", "{address} leads out of the page");
    }
    // Browsers fetch what these name; the policy forbids style attributes and handlers.
    assert_eq!(all(r#"<[^>]* (style|on\w+)="#, &page), Vec::<&str>::new());
    // Pictures stand in the page.
    let sources = all(r#"<[^>]* src(?:set)?="([^"]{0,11})"#, &page);
    assert!(sources.iter().all(|source| source.starts_with("data:image/")), "{sources:?}");
    // Patterns are of the page itself.
    assert_eq!(all(r#"(@import|url\((?:[^"]|"[^#]))"#, &page), Vec::<&str>::new());
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
        let kind = if id.contains("figur-") { "figures" } else { "tables" };
        // With the row of totals, which is the table's foot.
        let table = item.split("<tbody>").nth(1).and_then(|rest| rest.split("</table>").next());
        let Some(table) = table else {
            let is_given = ["figur-01", "faktaruta-01", "bilaga-1-text-01"].contains(&id);
            assert!(is_given, "{id} is neither a picture nor a text and has no numbers");
            continue;
        };
        let shown = table.split("<tr").skip(1);
        let expected = rows(&folder.path().join(format!("out/{kind}/{id}.csv")));
        assert_eq!(shown.clone().count(), expected.len(), "{id}");
        for (shown, expected) in shown.zip(expected) {
            // The bare value stands in an attribute where the cell is written otherwise.
            let values: BTreeSet<String> = all(r#"data-value="([^"]*)""#, shown)
                .into_iter()
                .chain(all(r"<t[dh][^>]*>([^<]*)<", shown))
                .map(|text| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&"))
                // What is missing is a dash for readers.
                .chain(shown.contains("data-value>").then(String::new))
                .collect();
            // Keys are for programs; a reader sees what they stand for.
            for (column, value) in expected.into_iter().filter(|(column, _)| column != "key") {
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

/// A cell that leads to interventions: its item, its row as HTML, its number and that of its list.
struct Leading<'p> {
    item: &'p str,
    row: &'p str,
    number: &'p str,
    list: usize,
}

fn leading_cells(page: &str) -> Vec<Leading<'_>> {
    let pattern = Regex::new(r#"<td class="number"[^>]* data-behind="(\d+)">([^<]+)</td>"#).expect("a pattern");
    let mut cells = Vec::new();
    for item in page.split("<figure class=\"item\" id=\"").skip(1) {
        let (id, item) = item.split_once('"').expect("an id");
        // A picture has none.
        let Some(body) = item.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()) else { continue };
        for row in body.split("<tr").skip(1) {
            cells.extend(pattern.captures_iter(row).map(|cell| {
                let [list, number] = cell.extract().1;
                Leading { item: id, row, number, list: list.parse().expect("a number") }
            }));
        }
    }
    cells
}

#[test]
fn every_number_of_interventions_leads_to_as_many_of_them() {
    let (folder, _) = run_ok(&project(STUDY), &[Format::Html, Format::Csv]);
    let page = page(folder.path());
    let data = data(&page);
    let known = rows(&folder.path().join("out/data/interventions.csv"));
    let included: BTreeSet<&str> =
        known.iter().filter(|k| k["included"] == "true").map(|k| k["intervention_id"].as_str()).collect();
    let cells = leading_cells(&page);
    for Leading { item, row, number, list } in &cells {
        let positions = data["lists"][list][1].as_array().expect("positions");
        // Every position stands as its distance from the one before.
        let mut position = 0;
        let mut next = |step: &serde_json::Value| {
            position += step.as_u64().expect("a step") as usize;
            position
        };
        let listed: Vec<_> = positions.iter().map(|step| &data["interventions"][next(step)]).collect();
        // A cell of funds leads to the interventions whose funds they are.
        let is_funds = number.contains(',') || number.contains('\u{a0}');
        assert!(is_funds || positions.len().to_string() == *number, "{item}: {row}");
        let ids: BTreeSet<_> = listed.iter().map(|listed| listed[0].as_str().expect("an id")).collect();
        assert_eq!(ids.len(), listed.len(), "{item}: {row} counts one twice");
        assert!(ids.is_subset(&included), "{item}: {row}");
        // The rows of bubble charts have the sum of their funds, too.
        let sum: i64 = listed.iter().map(|listed| listed[3].as_i64().expect("kronor")).sum();
        assert!(!row.contains("data-domain") || row.contains(&format!("\"{sum}\"")), "{item}: {sum} is not in {row}");
    }

    // Whatever counts interventions has its lists, and no question to respondents has any.
    let declared = fs::read_to_string(project(STUDY).join("report.toml")).expect("the declaration");
    let about_interventions = declared.split("[[item]]").skip(1).filter(|item| {
        let has = |part: &str| item.contains(part);
        let kinds = ["bubble", "table", "cross", "attainment", "aims", "sensitivity"];
        let is_of_year = ["change", "series"].iter().any(|kind| has(&format!("kind = \"{kind}\"")));
        kinds.iter().any(|kind| has(&format!("kind = \"{kind}\"")))
            || has("question = \"main_area\"")
            // Over several areas a year's share has no list of its own.
            || is_of_year && has("area = ") && has("domain = ")
    });
    let expected: BTreeSet<&str> = about_interventions.map(|item| all(r#"id = "([^"]+)""#, item)[0]).collect();
    assert_eq!(cells.iter().map(|cell| cell.item).collect::<BTreeSet<_>>(), expected);
    // Two areas with four answers each; all but empty cells of the subcodes.
    assert_eq!(cells.iter().filter(|cell| cell.item == "figur-18").count(), 8);
    let subcodes = rows(&folder.path().join("out/tables/tabell-02.csv"));
    let numbers = subcodes.iter().flat_map(|row| [&row["activity"], &row["output"]]).filter(|number| *number != "0");
    assert_eq!(cells.iter().filter(|cell| cell.item == "tabell-02").count(), numbers.count());
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
fn a_citation_names_who_publishes_and_which_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("study");
    copy_folder(&project("tests/cases/hostile-texts"), &study);
    let declared = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    let citation = |declared: &str| {
        fs::write(study.join("study.toml"), declared).expect("study.toml");
        let (kept, _) = run_ok(&study, &[Format::Html]);
        let citation = &data(&page(kept.path()))["citation"];
        let [before, after] = [0, 1].map(|at| citation[at].as_str().expect("a text").to_owned());
        let manifest = fs::read_to_string(kept.path().join("out/manifest.json")).expect("the manifest");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
        let checksum = manifest["inputs_sha256"].as_str().expect("a checksum")[..16].to_owned();
        let year = manifest["study"]["year"].as_i64().expect("a year");
        assert!(after.starts_with(&format!("Data för {year}")) && after.contains(&checksum), "{after}");
        before
    };
    assert_eq!(citation(&declared), "</title><script>alert(15)</script>.");
    let publisher = format!("publisher = \"Myndigheten för <b>prov</b>\"\n{declared}");
    assert_eq!(citation(&publisher), "Myndigheten för <b>prov</b>. </title><script>alert(15)</script>.");
}

#[test]
fn an_english_page_has_no_swedish_words_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        out: Some(folder.path().join("out")),
        language: Some(Language::English),
        formats: vec![Format::Html],
        ..Options::default()
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
