//! Bubble items drawn as ranked rows of dots: against a hand calculation, and whether what is drawn is inside the drawing and apart.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use insats::render::Format;
use insats::report::{BubbleForm, Content, Item};
use insats::run::{Options, run};
use insats::wording::Language;

use crate::support::{project, rows, run_into};
use crate::years_figures::{Text, inside_and_apart, texts};

/// What stands in a drawing, without spaces that do not break.
fn said(svg: &str) -> Vec<String> {
    texts(svg).into_iter().map(|text| text.said.replace('\u{a0}', " ")).collect()
}

/// The names of the marks of a drawing.
fn names(svg: &str) -> Vec<String> {
    let titles = svg.split("<title>").skip(1).map(|rest| rest.split_once("</title>").expect("a name").0);
    titles.map(|title| title.replace('\u{a0}', " ").replace("&lt;", "<")).collect()
}

/// The case `left-out` works the numbers out by hand.
#[test]
fn rows_are_ranked_and_what_has_no_code_is_last() {
    let root = tempfile::tempdir().expect("a folder");
    run_into(&project("tests/cases/left-out"), root.path(), &[Format::Svg, Format::Csv]).expect("a run");
    let svg = fs::read_to_string(root.path().join("figures/figur-4.svg")).expect("a figure");
    inside_and_apart("left-out", &svg);
    let said = said(&svg);
    let place = |text: &str| said.iter().position(|own| own == text).unwrap_or_else(|| panic!("{text} of {said:?}"));
    let of_domains = ["Aktiviteter", "Prestationer", "skillnad inom en kod"];
    assert!(of_domains.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{said:?}");
    place("Hela området: 4 insatser, 10,0 mnkr");
    place("Använda medel (miljoner kronor)");
    // From the names of the rows to the next: the smaller value to the left, equal ones once.
    let without = place("Ingen kod passar");
    assert_eq!(said[without + 1..without + 5], ["1", "2", "4,0", "6,0"]);
    let values: Vec<&String> =
        said[..without].iter().filter(|text| text.parse::<f64>().is_ok() || text.contains(",0")).collect();
    let values: Vec<&str> = values.into_iter().map(String::as_str).filter(|text| !text.contains(' ')).collect();
    assert_eq!(values, ["1", "3", "1,0", "6,0", "1", "3,0"]);
    let expected = [("activity", "3", "6000000"), ("activity", "1", "3000000"), ("activity", "1", "4000000")];
    let table = rows(&root.path().join("figures/figur-4.csv"));
    let own = table.iter().take(3).map(|row| (&*row["domain"], &*row["interventions"], &*row["weighted_kr"]));
    assert_eq!(own.collect::<Vec<_>>(), expected);
}

#[test]
fn a_study_without_funds_has_one_panel() {
    let root = tempfile::tempdir().expect("a folder");
    run_into(&project("tests/cases/counts-only"), root.path(), &[Format::Svg, Format::Html]).expect("a run");
    let svg = fs::read_to_string(root.path().join("figures/figure-2.svg")).expect("a figure");
    assert_eq!(names(&svg).iter().filter(|name| name.contains("2 interventions (50%)")).count(), 1, "{svg}");
    let said = said(&svg);
    assert!(said.contains(&"Whole area: 4 interventions".to_owned()), "{said:?}");
    assert!(!svg.to_lowercase().contains("funds") && !svg.contains("SEK"), "{svg}");
    // The page has the drawing twice: as it is on paper, and for narrow windows.
    let page = fs::read_to_string(root.path().join("rapport.html")).expect("a page");
    let item = page.split_once("id=\"figure-2\"").expect("the item").1.split_once("</figure>").expect("its end").0;
    assert_eq!(item.matches("<svg ").count(), 2);
    assert_eq!(item.matches("class=\"narrow dumbbell\"").count(), 1);
    assert!(!item.contains("class=\"wider\""));
}

/// The shipped report of 2024 with every bubble chart as dumbbells.
fn as_dumbbells(root: &Path) -> std::path::PathBuf {
    let report = fs::read_to_string(project("input/lagesrapport-2024/report.toml")).expect("a report");
    let declared = report.replace("kind = \"bubble\"\n", "kind = \"bubble\"\nform = \"dumbbell\"\n");
    crate::crossing_years::with_report(root, &declared)
}

/// The drawing for narrow windows in a page, as a drawing of its own with a size.
fn narrow(page: &str, item: &str) -> String {
    let own = page.split_once(&format!("id=\"{item}\"")).expect("the item").1;
    let svg = own.split_once("class=\"narrow dumbbell\" viewBox=\"0 0 ").expect("a narrow drawing").1;
    let svg = svg.split_once("</svg>").expect("its end").0;
    let (size, rest) = svg.split_once('"').expect("a size");
    let (width, height) = size.split_once(' ').expect("width and height");
    format!("<svg width=\"{width}mm\" height=\"{height}mm\"{rest}</svg>")
}

/// Every mark says the numbers that stand beside it. A page says names once, in the first drawing of a chart: `named` has them.
fn names_say_what_stands_beside(name: &str, svg: &str, named: &str) {
    let names = names(named);
    let words: Vec<BTreeSet<&str>> = names
        .iter()
        .map(|name| name.split([' ', '(', ')', ';']).map(|word| word.trim_end_matches([',', '.'])).collect())
        .collect();
    let labels = svg.split("<g class=\"label\" data-row=\"").skip(1);
    let mut seen = 0;
    for label in labels {
        let row = label.split_once('"').expect("a row").0;
        let group = named.split_once(&format!("<g class=\"mark\" data-row=\"{row}\"")).expect("its mark").1;
        let title = group.split_once("<title>").expect("a name").1.split_once("</title>").expect("its end").0;
        let title = title.replace('\u{a0}', " ").replace("&lt;", "<");
        let at = names.iter().position(|name| *name == title).expect("its name");
        let text: Text = texts(&format!("<text{}", label.split_once("<text").expect("a text").1)).remove(0);
        let number = text.said.replace('\u{a0}', " ");
        // A number with its thousands apart is several words.
        assert!(number.split(' ').all(|part| words[at].contains(part)), "{name}: {number} is not in {title}");
        seen += 1;
    }
    assert!(seen > 4, "{name}: {seen}");
}

#[test]
fn all_bubbles_of_the_report_are_sound_as_dumbbells_in_both_languages() {
    for language in [Language::Swedish, Language::English] {
        let root = tempfile::tempdir().expect("a folder");
        let study = as_dumbbells(root.path());
        let out = root.path().join("out");
        let formats = vec![Format::Svg, Format::Csv, Format::Txt, Format::Html];
        let options = Options { out: Some(out.clone()), language: Some(language), formats, ..Options::default() };
        run(&study, &options, &|_| {}).expect("a run");
        let page = fs::read_to_string(out.join("rapport.html")).expect("a page");
        let report = fs::read_to_string(study.join("report.toml")).expect("a report");
        let items = report.split("[[item]]").filter(|item| item.contains("form = \"dumbbell\""));
        let ids = items.map(|item| item.split_once("id = \"").expect("an id").1.split_once('"').expect("its end").0);
        let ids: Vec<&str> = ids.collect();
        assert!(ids.len() >= 14, "{ids:?}");
        for id in ids {
            let svg = fs::read_to_string(out.join(format!("figures/{id}.svg"))).expect("a figure");
            let whole = svg.clone();
            let table = rows(&out.join(format!("figures/{id}.csv")));
            let words = fs::read_to_string(out.join(format!("figures/{id}.txt"))).expect("words");
            let has_gaps = table.iter().any(|row| crate::expected::WITHOUT_CODE.contains(&&*row["code"]));
            let first = words.split("\n\n").nth(1).expect("a paragraph");
            let begins = ["Ingen kod passar", "No code fits"].iter().any(|lead| first.starts_with(lead));
            assert_eq!(begins, has_gaps, "{id}: {first}");
            for (form, svg) in [("16 cm", &svg), ("narrow", &narrow(&page, id))] {
                let name = format!("{id}, {form}, {}", language.word());
                inside_and_apart(&name, svg);
                assert_eq!(svg.matches("<g class=\"mark\"").count(), table.len(), "{name}");
                names_say_what_stands_beside(&name, svg, &whole);
            }
        }
    }
}

#[test]
fn intervals_of_estimated_numbers_are_drawn_and_lie_under_no_text() {
    for item in crate::geometry::items_of_the_report(Language::Swedish) {
        let Content::Bubble(chart) = &item.content else { continue };
        let mut chart = crate::geometry::estimated(chart.clone());
        chart.form = BubbleForm::Dumbbell;
        let with_interval = chart.marks.iter().filter(|mark| mark.estimated.is_some()).count();
        let item = Item { content: Content::Bubble(chart), ..item.clone() };
        let svg = insats::render::svg(&item, Language::Swedish).expect("a figure");
        inside_and_apart(&item.id, &svg);
        let whiskers = svg.split("<g class=\"whisker\"").skip(1);
        let mut seen = 0;
        for whisker in whiskers {
            seen += 1;
            let path = whisker.split_once(" d=\"").expect("lines").1.split_once('"').expect("their end").0;
            let points = path.split(['M', 'L']).filter_map(|point| point.split_once(','));
            for (x, y) in points {
                let [x, y] = [x, y].map(|number| number.parse::<f64>().expect("a number"));
                let over = |text: &Text| text.left < x && x < text.right && text.top < y && y < text.bottom;
                assert!(!texts(&svg).iter().any(over), "{}: {x}, {y}", item.id);
            }
        }
        assert_eq!(seen, with_interval, "{}", item.id);
    }
}
