//! Figures over years: the shipped ones against values that an independent program made, gaps and breaks, and whether what is drawn is
//! inside the drawing and apart.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use insats::render::Format;
use insats::run::{Options, run};
use insats::wording::Language;
use ttf_parser::Face;

use crate::expected::{Compared, Row};
use crate::support::{project, rows, run_into};
use crate::years::{known, number, write};

/// The figures of appendix 2 that show codes of one area: their numbers and parts are those expected.
#[test]
fn the_figures_of_the_appendix_have_the_expected_values() {
    let run = Compared::new("lagesrapport-2024", &[Format::Csv]);
    let expected = run.expected("compare-codes.csv");
    let find = |area: &str, domain: &str, code: &str| -> Option<&Row> {
        expected.iter().find(|row| row["area"] == area && row["domain"] == domain && row["code"] == code)
    };
    let figure = |number: usize| rows(&run.out().join(format!("figures/bilaga-2-figur-{number:02}.csv")));
    let parts = |unit: &'static str, volume: &'static str, suffix: &'static str| {
        let names = [("left", "leavers"), ("joined", "joiners"), (volume, volume), ("content", "content")];
        names.map(|(ours, theirs)| (format!("{ours}_{unit}"), format!("{theirs}{suffix}")))
    };
    let near = |own: &Row, row: &Row, (ours, theirs): (&str, &str), within: f64| {
        let apart = (number(own, ours) - number(row, theirs)).abs();
        assert!(apart <= within, "{ours}: {} and {} of {row:?}", own[ours], row[theirs]);
    };
    let mut seen = 0;
    for (at, area) in [(1, "bu-region"), (3, "kunskap-kommun")] {
        for own in figure(at) {
            let row = find(area, "activity", &own["code"]).expect("a code");
            seen += 1;
            for (ours, theirs) in [("interventions_2023", "n_2023"), ("interventions_2024", "n_2024")] {
                assert_eq!(own[ours], row[theirs], "{row:?}");
            }
            for (ours, theirs) in [("share_2023", "share_2023"), ("share_2024", "share_2024")] {
                near(&own, row, (ours, theirs), 6e-7);
            }
            for (ours, theirs) in parts("interventions", "volume", "_n") {
                near(&own, row, (&ours, &theirs), 6e-7);
            }
        }
        for own in figure(at + 1) {
            let row = find(area, "activity", &own["code"]).expect("a code");
            seen += 1;
            for (ours, theirs) in [("weighted_2023_kr", "kr_2023"), ("weighted_2024_kr", "kr_2024")] {
                near(&own, row, (ours, theirs), 0.005);
            }
            for (ours, theirs) in parts("kr", "funds", "") {
                near(&own, row, (&ours, &theirs), 0.005);
            }
            let change = number(row, "kr_2024") - number(row, "kr_2023");
            assert!((number(&own, "change_kr") - change).abs() <= 0.011, "{own:?}");
        }
    }
    for (at, area) in [(7, "bu-region"), (8, "bu-lan")] {
        for own in figure(at) {
            let row = find(area, "goal", &own["code"]).expect("a code");
            seen += 1;
            assert_eq!(own["interventions"], row[&format!("n_{}", own["year"])], "{row:?}");
            assert_eq!(own["comparable"] == "false", area == "bu-lan" && own["year"] == "2023", "{own:?}");
        }
    }
    // Five activities four times, eight goals twice in two years.
    assert_eq!(seen, 4 * 5 + 2 * 8 * 2);
    // All comparable areas: numbers are sums over the four.
    for own in figure(6) {
        let areas = ["bu-region", "samsjuklighet-lan", "kunskap-region", "kunskap-kommun"];
        let sum = |column: &str| -> f64 {
            areas.iter().filter_map(|area| find(area, "effect", &own["code"])).map(|row| number(row, column)).sum()
        };
        assert_eq!(number(&own, "interventions_2023"), sum("n_2023"), "{own:?}");
        assert_eq!(number(&own, "interventions_2024"), sum("n_2024"), "{own:?}");
    }
}

const SERIES: &str = r#"
[[item]]
id = "figur-1"
kind = "series"
area = "a"
domain = "activity"
title = "Serie"
"#;

/// 2022 cannot be compared, 2023 had no such area, 2024 is this year; by figure and ending what a run wrote.
fn with_gap_and_break(root: &Path) -> BTreeMap<&'static str, String> {
    let [first, second, own] = ["first", "second", "now"].map(|name| root.join(name));
    write(&first, 2022, "", &known());
    write(&second, 2023, "", &known());
    let declared = second.join("study.toml");
    let text = fs::read_to_string(&declared).expect("declarations");
    fs::write(&declared, text.replace("Medel = \"a\"", "Medel = \"b\"").replace("area = \"a\"", "area = \"b\""))
        .expect("a file");
    let earlier = "[limits]\noutside = [\"../first\", \"../second\"]\n\
                   [[earlier]]\nstudy = \"../first\"\n[earlier.break]\na = \"Frågan löd annorlunda.\"\n[[earlier]]\nstudy = \"../second\"\n";
    write(&own, 2024, earlier, &known());
    fs::write(own.join("report.toml"), SERIES).expect("a report");
    let out = root.join("out");
    run_into(&own, &out, &[Format::Csv, Format::Svg, Format::Txt]).expect("a run");
    let read = |ending: &'static str| {
        (ending, fs::read_to_string(out.join(format!("figures/figur-1.{ending}"))).expect("a figure"))
    };
    ["csv", "svg", "txt"].map(read).into_iter().collect()
}

#[test]
fn a_year_without_the_area_is_a_gap_and_a_broken_one_stands_apart() {
    let root = tempfile::tempdir().expect("a folder");
    let found = with_gap_and_break(root.path());
    // G1 and G5 have two interventions each, of three.
    let expected = [("2022", "false", "2", "3"), ("2023", "true", "", ""), ("2024", "true", "2", "3")];
    let table = rows(&root.path().join("out/figures/figur-1.csv"));
    for code in ["G1", "G5"] {
        let own = table.iter().filter(|row| row["code"] == code);
        let own = own.map(|row| ["year", "comparable", "interventions", "base"].map(|column| row[column].as_str()));
        let own: Vec<_> = own.map(|[year, comparable, number, base]| (year, comparable, number, base)).collect();
        assert_eq!(own, expected, "{code}");
    }
    // Nothing joins the years: the only lines are grids, the axis and dashes of the break, none in the colour of the series.
    let strokes = found["svg"].matches("stroke=\"#1b4f8a\"").count();
    // A ring for 2022 in each of the two panels.
    assert_eq!(strokes, 2, "{}", found["svg"]);
    for told in ["2022 och 2024 kan inte jämföras: Frågan löd annorlunda.", "För 2023 finns inga uppgifter."] {
        assert!(found["txt"].contains(told), "{}", found["txt"]);
    }
    inside_and_apart("series", &found["svg"]);
}

/// A text of a drawing: what it says and the space of its line, from capitals to baseline.
pub(crate) struct Text {
    pub(crate) said: String,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// Reads the texts of an SVG and measures them in the typeface that it names.
pub(crate) fn texts(svg: &str) -> Vec<Text> {
    let font = |name: &str| fs::read(project(&format!("src/render/fonts/LiberationSans-{name}.ttf"))).expect("a font");
    let (regular, bold) = (font("Regular"), font("Bold"));
    let faces = [&regular, &bold].map(|bytes| Face::parse(bytes, 0).expect("a typeface"));
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!(" {name}=\""))?.1;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    // Drawings of a page say the usual size once.
    let usual = svg.split_once('>').and_then(|(tag, _)| attribute(tag, "font-size"));
    let read = |text: &str| {
        let (tag, rest) = text.split_once('>').expect("a tag");
        let said = rest.split_once("</text>").expect("a text").0;
        let plain = said.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        let size = attribute(tag, "font-size").or_else(|| usual.clone());
        let size: f64 = size.map_or(1.0, |size| size.parse().expect("a number"));
        let face = &faces[usize::from(tag.contains("font-weight"))];
        let advance = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(1200);
        let units: u32 = plain.chars().map(|c| u32::from(advance(c))).sum();
        let width = f64::from(units) / f64::from(face.units_per_em()) * size;
        let [x, y] = ["x", "y"].map(|name| attribute(tag, name).expect("a place").parse::<f64>().expect("a number"));
        let left = match attribute(tag, "text-anchor").as_deref() {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        Text { said: plain, left, top: y - 0.716 * size, right: left + width, bottom: y }
    };
    svg.split("<text").skip(1).map(read).collect()
}

/// Every text lies inside the drawing, and none over another.
pub(crate) fn inside_and_apart(name: &str, svg: &str) {
    let size = |name: &str| -> f64 {
        let rest = svg.split_once(&format!(" {name}=\"")).expect("a size").1;
        rest.split_once("mm").expect("millimetres").0.parse().expect("a number")
    };
    let (width, height) = (size("width"), size("height"));
    let texts = texts(svg);
    assert!(texts.len() > 10, "{name}");
    for (at, own) in texts.iter().enumerate() {
        let inside = own.left >= 0.0 && own.top >= 0.0 && own.right <= width + 0.01 && own.bottom <= height;
        assert!(inside, "{name}: {} leaves the drawing", own.said);
        let over = |other: &&Text| {
            own.left < other.right && other.left < own.right && own.top < other.bottom && other.top < own.bottom
        };
        if let Some(other) = texts[..at].iter().find(over) {
            panic!("{name}: {} lies over {}", own.said, other.said);
        }
    }
}

#[test]
fn figures_over_years_are_sound_in_both_languages() {
    for language in [Language::Swedish, Language::English] {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("out");
        let options = Options {
            out: Some(out.clone()),
            language: Some(language),
            formats: vec![Format::Svg],
            ..Options::default()
        };
        run(&project("input/lagesrapport-2024"), &options, &|_| {}).expect("a run");
        for number in 1..=8 {
            let name = format!("bilaga-2-figur-{number:02}");
            let svg = fs::read_to_string(out.join(format!("figures/{name}.svg"))).expect("a figure");
            inside_and_apart(&name, &svg);
            let marks = svg.matches("<g class=\"mark\"").count();
            assert!(marks >= 3 && marks == svg.matches("data-row=").count(), "{name}: {marks}");
        }
    }
}

/// A few codes with a long way, many with a short one, shares that all but stand still, and options.
const SLOPES: &str = r#"
[[item]]
id = "figur-1"
kind = "change"
area = "bu-region"
domain = "activity"
draw = "slope"
[[item]]
id = "figur-2"
kind = "change"
area = "kunskap-kommun"
domain = "goal"
measure = "funds"
draw = "slope"
[[item]]
id = "figur-3"
kind = "change"
domain = "effect"
measure = "share"
draw = "slope"
[[item]]
id = "figur-4"
kind = "change"
area = "kunskap-kommun"
domain = "activity"
main = "G1"
measure = "share_of_funds"
draw = "slope"
[[item]]
id = "figur-5"
kind = "change"
area = "kunskap-kommun"
question = "influence"
answer = "Ja"
draw = "slope"
"#;

/// The ends of the thin dark lines of a drawing: axes and leaders.
fn thin_lines(svg: &str) -> Vec<[(f64, f64); 2]> {
    let lines = svg.split("<polyline").skip(1).map(|rest| rest.split_once('>').expect("a tag").0);
    let dark = lines.filter(|tag| tag.contains("#6e6e6e") && tag.contains("stroke-width=\"0.2\""));
    let point = |text: &str| {
        let (x, y) = text.split_once(',').expect("a point");
        (x.parse().expect("a number"), y.parse().expect("a number"))
    };
    let ends = |tag: &str| {
        let points = tag.split_once("points=\"").expect("points").1.split_once('"').expect("points").0;
        let points: Vec<(f64, f64)> = points.split_whitespace().map(point).collect();
        [points[0], points[1]]
    };
    dark.map(ends).collect()
}

#[test]
fn slopes_are_sound_in_both_languages() {
    for language in [Language::Swedish, Language::English] {
        let root = tempfile::tempdir().expect("a folder");
        let study = crate::crossing_years::with_report(root.path(), SLOPES);
        let out = root.path().join("out");
        let options = Options {
            out: Some(out.clone()),
            language: Some(language),
            formats: vec![Format::Svg, Format::Csv],
            ..Options::default()
        };
        run(&study, &options, &|_| {}).expect("a run");
        for number in 1..=5 {
            let name = format!("figur-{number}");
            let svg = fs::read_to_string(out.join(format!("figures/{name}.svg"))).expect("a figure");
            inside_and_apart(&name, &svg);
            let table = rows(&out.join(format!("figures/{name}.csv")));
            assert_eq!(svg.matches("<g class=\"mark\"").count(), table.len(), "{name}");
            // A leader ends before its number, and runs through no other text.
            let (lines, texts) = (thin_lines(&svg), texts(&svg));
            assert!(lines.len() >= 2, "{name}");
            for [from, to] in lines {
                for step in 0..=20 {
                    let at = |a: f64, b: f64| a + (b - a) * f64::from(step) / 20.0;
                    let (x, y) = (at(from.0, to.0), at(from.1, to.1));
                    let over = |text: &&Text| text.left < x && x < text.right && text.top < y && y < text.bottom;
                    if let Some(text) = texts.iter().find(over) {
                        panic!("{name}: a line runs through {}", text.said);
                    }
                }
            }
        }
    }
}

#[test]
fn an_item_over_years_says_what_is_to_be_declared() {
    let root = tempfile::tempdir().expect("a folder");
    let own = root.path().join("now");
    write(&own, 2024, "", &known());
    fs::write(own.join("report.toml"), SERIES).expect("a report");
    let failed = run_into(&own, &root.path().join("out"), &[Format::Csv]).expect_err("nothing to compare with");
    let insats::run::Failure::Input(messages) = failed else { panic!("{failed:?}") };
    let told = crate::support::shown(&messages);
    assert!(told.contains("report.toml, line 2") && told.contains("no earlier year is declared beside 2024"), "{told}");
}

/// Shares change by percentage points, and say so where no head of a column does: A1 (X before) has 300 of 550, then 80 of 980, which is
/// 54.5 and 8.2 percent. Funds and numbers change by themselves.
#[test]
fn changes_of_shares_are_told_in_percentage_points() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    run_into(&project("tests/cases/earlier-year"), &out, &[Format::Txt]).unwrap_or_else(|failure| panic!("{failure}"));
    let text =
        |id: &str| fs::read_to_string(out.join(format!("figures/{id}.txt"))).expect("a text").replace('\u{a0}', " ");
    let shares = text("figur-4");
    assert!(shares.contains("−46,4 procentenheter"), "{shares}");
    assert!(!text("figur-2").contains("procentenheter") && !text("figur-7").contains("procentenheter"));
}
