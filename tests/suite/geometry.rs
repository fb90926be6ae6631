//! Bubble charts, proven from their geometry: the fourteen of the report and random ones.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use insats::codebook::Codebook;
use insats::coding::{Codings, State};
use insats::diagnostic::Diagnostics;
use insats::grant::Grant;
use insats::ledger::{AreaId, CodeId, Estimated, Interval, Ledger, Selection};
use insats::money::{Amount, Currency, Kronor};
use insats::read::Files;
use insats::render::{Format, Look, Placed, Rect, bubble_layout};
use insats::report::{Bubble, BubbleForm, BubbleMark, Content, Item, Material, Value, WithoutCode};
use insats::study::Study;
use insats::survey::Input;
use insats::weighting::Weighting;
use insats::wording::Language;
use proptest::prelude::*;

use crate::bubble_rules::check;
use crate::support::{domain_of_codebook, project, run_into};

const FRAME: Rect = Rect { left: 2.0, top: 20.0, right: 158.0, bottom: 141.0 };

/// The report's items in a language; read once for all tests.
pub(crate) fn items_of_the_report(language: Language) -> &'static [Item] {
    static SWEDISH: LazyLock<Vec<Item>> = LazyLock::new(|| read_items(Language::Swedish));
    static ENGLISH: LazyLock<Vec<Item>> = LazyLock::new(|| read_items(Language::English));
    if language == Language::Swedish { &SWEDISH } else { &ENGLISH }
}

fn read_items(language: Language) -> Vec<Item> {
    let mut messages = Diagnostics::new();
    let study = Study::load(&project("input/lagesrapport-2024")).expect("the study");
    let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "codebook").expect("the codebook");
    let declaration = insats::report::read(&study, Some(&book), &mut messages);
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
    codings.settle(codings.choose(None, &study), &book, &input, &mut messages).expect("codes");
    let weighting = Weighting::new(&input, study.money, &mut messages);
    let ledger = Ledger::new(&study, &book, &input, &codings, &weighting).expect("counts");
    let grant = Grant::default();
    let (study, input, weighting, grant) = (&study, &input, &weighting, &grant);
    let material = Material {
        input,
        weighting,
        ledger: &ledger,
        book: &book,
        declaration: &declaration,
        years: &[],
        study,
        grant,
        language,
    };
    let mut items = material.items(&mut messages);
    // Its appendices have tests of their own.
    items.retain(|item| item.appendix().is_none());
    items
}

fn charts_of_the_report(language: Language) -> Vec<(String, Bubble)> {
    let bubbles = items_of_the_report(language).iter().filter_map(|item| match &item.content {
        Content::Bubble(chart) => Some((item.id.clone(), chart.clone())),
        _ => None,
    });
    bubbles.collect()
}

/// The groups of a class in a drawing: their row, and what follows in the same line and the next.
fn groups<'s>(svg: &'s str, class: &str) -> Vec<(usize, &'s str)> {
    let lead = format!("<g class=\"{class}\" data-row=\"");
    let groups = svg.split(lead.as_str()).skip(1).map(|group| {
        let (row, rest) = group.split_once('"').expect("a row");
        (row.parse().expect("a number"), rest)
    });
    groups.collect()
}

#[test]
fn every_mark_names_the_row_that_it_shows() {
    for language in [Language::Swedish, Language::English] {
        assert_eq!(items_of_the_report(language).iter().filter(|item| item.is_figure()).count(), 39);
        for item in items_of_the_report(language).iter().filter(|item| item.is_figure()) {
            let svg = insats::render::svg(item, language).expect("a figure");
            let (rows, marks) = (&item.table.rows, groups(&svg, "mark"));
            let text = |row: usize, id: &str| match &rows[row][item.table.column(id).expect("a column")] {
                Value::Integer(number) => number.to_string(),
                word => word.word().expect("a word or a number").into_owned(),
            };
            let shown: BTreeSet<usize> = marks.iter().map(|(row, _)| *row).collect();
            assert_eq!(shown.len(), marks.len(), "{}: a row is shown twice", item.id);
            for row in 0..rows.len() {
                let has_mark = match &item.content {
                    Content::Likert(_) => text(row, "count") != "0",
                    _ => true,
                };
                assert_eq!(shown.contains(&row), has_mark, "{}: row {row}", item.id);
            }
            for (row, group) in marks {
                let title =
                    group.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).expect("a title").0;
                let (name, number) = match &item.content {
                    Content::Bubble(_) => {
                        let codes =
                            format!(" data-domain=\"{}\" data-code=\"{}\">", text(row, "domain"), text(row, "code"));
                        assert!(group.starts_with(&codes), "{}: row {row}: {group:.80}", item.id);
                        (text(row, "label"), text(row, "interventions"))
                    }
                    _ => (text(row, "option"), text(row, "count")),
                };
                assert!(title.contains(&name) && title.contains(&number), "{}: row {row}: {title}", item.id);
            }
        }
    }
}

#[test]
fn joined_bubbles_are_joined_from_edge_to_edge() {
    for (id, mut chart) in charts_of_the_report(Language::Swedish) {
        let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
        let of = |mark: &BubbleMark| {
            layout.bubbles.iter().find(|b| chart.marks.get(b.mark) == Some(mark)).expect("a bubble")
        };
        let pairs = chart.marks.iter().filter(|m| m.series == 0).filter_map(|one| {
            let other = chart.marks.iter().find(|m| m.series == 1 && m.code == one.code)?;
            Some((of(one), of(other)))
        });
        let apart = pairs.filter(|(a, b)| (a.x - b.x).hypot(a.y - b.y) > a.radius + b.radius);
        let apart: Vec<_> = apart.collect();
        assert_eq!(layout.joints.len(), apart.len(), "{id}");
        for (a, b) in apart {
            let on_edge = |p: (f64, f64), c: &Placed| ((p.0 - c.x).hypot(p.1 - c.y) - c.radius).abs() < 1e-9;
            assert!(
                layout.joints.iter().any(|joint| on_edge(joint.whole[0], a) && on_edge(joint.whole[3], b)),
                "{id}: {a:?} and {b:?}"
            );
        }
        chart.joined = false;
        assert!(bubble_layout(&chart, &FRAME, Language::Swedish).joints.is_empty(), "{id}");
    }
}

/// What has no code, and one for the legend where there is any.
fn hollow_in_drawing(chart: &Bubble) -> usize {
    let many = chart.without_code.len();
    many + usize::from(many > 0)
}

/// The three circles without a fill are those of sizes: within one another on a common ground.
fn sizes_stand_on_one_line(svg: &str) -> Result<(), String> {
    let circles = svg.split("<circle ").skip(1).map(|rest| rest.split("/>").next().expect("an end"));
    let value = |circle: &str, name: &str| -> f64 {
        let (_, rest) = circle.split_once(&format!("{name}=\"")).expect("the attribute");
        rest.split('"').next().expect("a value").parse().expect("a number")
    };
    let sizes = circles.filter(|circle| circle.contains("fill=\"none\""));
    let sizes: Vec<[f64; 3]> = sizes.map(|circle| ["cx", "cy", "r"].map(|name| value(circle, name))).collect();
    let [[x, y, radius], ..] = sizes[..] else { return Err("no sizes".to_owned()) };
    let nested = sizes.iter().all(|own| own[0] == x && (own[1] + own[2] - y - radius).abs() < 0.002);
    if nested && sizes.len() == 3 { Ok(()) } else { Err(format!("{sizes:?}")) }
}

#[test]
fn what_is_drawn_is_what_was_laid_out() {
    for item in items_of_the_report(Language::Swedish) {
        let Content::Bubble(chart) = &item.content else { continue };
        let svg = insats::render::svg(item, Language::Swedish).expect("a figure");
        let all = chart.marks.len() + chart.without_code.len();
        assert_eq!(groups(&svg, "mark").len(), all, "{}", item.id);
        assert_eq!(groups(&svg, "label").len(), all, "{}", item.id);
        let dashed = svg.lines().filter(|line| line.contains("stroke-dasharray") && !line.starts_with("<path "));
        assert_eq!(dashed.count(), hollow_in_drawing(chart), "{}", item.id);
        sizes_stand_on_one_line(&svg).unwrap_or_else(|problem| panic!("{}: {problem}", item.id));
        for (letter, name) in bubble_layout(chart, &FRAME, Language::Swedish).key {
            assert!(
                svg.contains(&format!(">{letter}</text>")) && svg.contains(&format!(">{name}</text>")),
                "{}",
                item.id
            );
        }
        let sizes = svg.split("font-size=\"").skip(1).map(|rest| rest.split('"').next().expect("a size"));
        // 7.5 points are 2.646 mm.
        assert!(sizes.map(|size| size.parse::<f64>().expect("a number")).all(|size| size >= 2.645), "{}", item.id);
    }
}

#[test]
fn the_charts_of_the_report_are_sound_and_their_larger_bubbles_named() {
    for language in [Language::Swedish, Language::English] {
        let charts = charts_of_the_report(language);
        assert_eq!(charts.len(), 14);
        for (id, chart) in charts {
            let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
            check(&chart, &layout).unwrap_or_else(|problem| panic!("{id}: {problem}"));
            let letter = |position: usize| layout.labels.iter().any(|l| l.bubble == position && l.lettered);
            // A bubble at least a third as wide as the largest is one that a reader sees first.
            let large = layout.bubbles.iter().filter(|b| b.radius >= layout.bubbles[0].radius / 3.0).count();
            let without: Vec<_> = (0..large).filter(|position| letter(*position)).collect();
            assert!(without.len() * 3 <= large, "{id}: of {large} large bubbles {without:?} have mere letters");
            assert!(!(0..3).any(letter), "{id}: the three largest are named");
            // What has no place at all lies among others: it is listed with its numbers.
            assert!(layout.unnamed.len() <= 1, "{id}: {:?} have no place", layout.unnamed);
            for at in &layout.unnamed {
                let own = layout.bubbles.iter().find(|bubble| bubble.mark == *at).expect("a bubble");
                let meets = |b: &&Placed| b.mark != *at && (b.x - own.x).hypot(b.y - own.y) < b.radius + own.radius;
                assert!(layout.bubbles.iter().filter(meets).count() >= 2, "{id}: {own:?} has room");
            }
            let hollow = layout.bubbles.iter().filter(|bubble| bubble.look == Look::Hollow);
            assert_eq!(hollow.count(), chart.without_code.len(), "{id}: all of it fits the axes");
        }
    }
}

const LABELS: [&str; 5] = [
    "Implementering och utveckling av nya arbetssätt och metoder",
    "Personal- och resursförstärkning",
    "Samverkan, samarbete och samordning",
    "Ökad tillgänglighet",
    "Förbättrade förutsättningar och mindre risker",
];

fn random_chart() -> impl Strategy<Value = Bubble> {
    let mark = (0..2_usize, 0..LABELS.len(), 1..800_usize, 0..600_000_000_i64);
    let without = prop::collection::vec((0..2_usize, 0..3_usize, 1..2000_usize, 0..2_000_000_000_i64), 0..4);
    (prop::collection::vec(mark, 1..18), without).prop_map(|(marks, without)| with_gaps(chart_of(marks), without))
}

/// The same chart with what has no code: by domain and state.
fn with_gaps(mut chart: Bubble, gaps: Vec<(usize, usize, usize, i64)>) -> Bubble {
    for (series, state, interventions, kronor) in gaps {
        let (state, funds) = (State::WITHOUT_CODE[state], Kronor(kronor + 1).into());
        if chart.without_code.iter().all(|gap| (gap.series, gap.state) != (series, state)) {
            chart.without_code.push(WithoutCode { series, state, interventions, funds, estimated: None });
        }
    }
    chart.without_code.sort_by_key(|gap| (gap.series, gap.state));
    chart
}

/// Many bubbles in one place, of which only some leave room for a name.
fn crowded_chart() -> impl Strategy<Value = Bubble> {
    let mark = (0..2_usize, 0..LABELS.len(), 390..420_usize, 280_000_000..320_000_000_i64);
    let far = (0..2_usize, 0..LABELS.len(), Just(800_usize), Just(600_000_000_i64));
    (prop::collection::vec(mark, 12..30), far).prop_map(|(mut marks, far)| {
        marks.push(far);
        chart_of(marks)
    })
}

/// The case `states` works the numbers out by hand.
#[test]
fn what_has_no_code_is_drawn_and_explained() {
    let root = tempfile::tempdir().expect("a folder");
    run_into(&project("tests/cases/states"), root.path(), &[Format::Svg, Format::Txt]).expect("a run");
    let read = |name: &str| std::fs::read_to_string(root.path().join("figures").join(name)).expect("a figure");
    let svg = read("figur-1.svg").replace('\u{a0}', " ");
    // Of each domain what nobody has coded is beyond the axis of funds; the other gaps stand where they are. The legend has one of each.
    let hollow = |shape: &str| svg.split(&format!("<{shape} ")).skip(1).filter(|rest| is_dashed(rest)).count();
    assert_eq!([hollow("polygon"), hollow("circle")], [3, 3]);
    for words in ["insatser utan kod<", "insatser utan kod, utanför axlarna: talen står intill"] {
        assert!(svg.contains(words), "{words}: {svg}");
    }
    let titles = [
        "Aktiviteter: Ännu utan kod. 2 insatser (50 %), 0,7 mnkr (70 %)",
        "Aktiviteter: Oavgjort. 1 insats (25 %), 0,2 mnkr (20 %)",
        "Mål: Ingen kod passar. 1 insats (25 %), 0,1 mnkr (10 %)",
        "Mål: Ännu utan kod. 2 insatser (50 %), 0,7 mnkr (70 %)",
    ];
    for title in titles {
        assert!(svg.contains(&format!("<title>{title}</title>")), "{title}: {svg}");
    }
    assert!(read("figur-1.txt").contains("Cirklar och trianglar med streckad kant är insatser utan kod."));
}

fn is_dashed(element: &str) -> bool {
    element.split_once("/>").is_some_and(|(attributes, _)| attributes.contains("stroke-dasharray"))
}

/// 200 interventions with 100 million have a code. 400 with 200 million reach twice as far, and stand where they are; one more, or a
/// krona, is beyond the axes.
#[test]
fn what_has_no_code_stands_at_the_edge_only_where_axes_would_be_stretched() {
    let laid = |interventions: usize, kronor: i64| {
        let chart = with_gaps(chart_of(vec![(0, 0, 200, 99_999_999)]), vec![(1, 0, interventions, kronor - 1)]);
        let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
        assert_eq!(check(&chart, &layout), Ok(()));
        let label = layout.labels.iter().find(|label| layout.bubbles[label.bubble].mark == 1).expect("a label");
        let bubble = *layout.bubbles.iter().find(|bubble| bubble.mark == 1).expect("a bubble");
        (bubble, label.lines.join(" ").replace('\u{a0}', " "))
    };
    let (bubble, label) = laid(400, 200_000_000);
    assert_eq!((bubble.look, &*label), (Look::Hollow, "Ingen kod passar: 400 av 800 insatser, 200,0 mnkr"));
    let look = |right: bool, up: bool| Look::Beyond { right, up };
    assert_eq!(laid(401, 200_000_000).0.look, look(false, true));
    assert_eq!(laid(400, 200_000_001).0.look, look(true, false));
    let (bubble, label) = laid(800, 500_000_000);
    assert_eq!((bubble.look, &*label), (look(true, true), "Ingen kod passar: 800 av 800 insatser, 500,0 mnkr"));
}

/// A chart whose numbers are estimated, each with an interval of its own width to either side; every fifth has none.
pub(crate) fn estimated(mut chart: Bubble) -> Bubble {
    for (at, mark) in chart.marks.iter_mut().enumerate().filter(|(at, _)| at % 5 != 4) {
        let (number, ore, part) = (mark.interventions, mark.funds.ore(), at % 4 + 2);
        let numbers = Interval { low: number - number / part, high: (number + number / (part + 1)).min(800) };
        let funds = |ore: i64| Amount::from_ore(ore);
        let amounts = Interval { low: funds(ore - ore / part as i64), high: funds(ore + ore / (part as i64 + 1)) };
        let (numbers, amounts, funds) = (Some(numbers), Some(amounts), mark.funds);
        mark.estimated = Some(Estimated { number, numbers, funds, amounts, read: 200, of: 800 });
    }
    chart
}

#[test]
fn whiskers_end_where_the_intervals_do() {
    // 100 and 300 interventions with 100 and 200 million.
    let mut chart = chart_of(vec![(0, 0, 100, 99_999_999), (1, 1, 300, 199_999_999)]);
    let amount = |millions: i64| Amount::from_kronor(1_000_000 * millions).expect("an amount");
    let numbers = Some(Interval { low: 60, high: 150 });
    let amounts = Some(Interval { low: amount(80), high: amount(250) });
    let funds = amount(100);
    chart.marks[0].estimated = Some(Estimated { number: 100, numbers, funds, amounts, read: 200, of: 800 });
    // An interval that was refused, and one that is a single number, have no line.
    let numbers = Some(Interval { low: 300, high: 300 });
    let funds = amount(200);
    chart.marks[1].estimated = Some(Estimated { number: 300, numbers, funds, amounts: None, read: 800, of: 800 });
    let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
    assert_eq!(check(&chart, &layout), Ok(()));
    let of = |mark: usize| layout.bubbles.iter().find(|bubble| bubble.mark == mark).expect("a bubble");
    let (one, other) = (of(0), of(1));
    // From 100 to 200 million, and from 100 to 300 interventions.
    let (million, intervention) = ((other.x - one.x) / 100.0, (other.y - one.y) / 200.0);
    let [own] = &layout.whiskers[..] else { panic!("{:?}", layout.whiskers) };
    assert_eq!(layout.bubbles[own.bubble], *one);
    let [across, upward] = &own.lines[..] else { panic!("{own:?}") };
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    assert!(near(across[0].0, one.x - 20.0 * million) && near(across[1].0, one.x + 150.0 * million), "{across:?}");
    assert!(
        near(upward[0].1, one.y - 40.0 * intervention) && near(upward[1].1, one.y + 50.0 * intervention),
        "{upward:?}"
    );
}

#[test]
fn whiskers_are_drawn_above_all_bubbles_and_below_labels() {
    let (id, chart) = charts_of_the_report(Language::Swedish).remove(0);
    let item = items_of_the_report(Language::Swedish).iter().find(|item| item.id == id).expect("the item");
    let without = insats::render::svg(item, Language::Swedish).expect("a figure");
    assert!(!without.contains("class=\"whisker\""));
    let item = Item { content: Content::Bubble(estimated(chart)), ..item.clone() };
    let svg = insats::render::svg(&item, Language::Swedish).expect("a figure");
    let place = |class: &str, last: bool| {
        let group = format!("<g class=\"{class}\"");
        if last { svg.rfind(&group) } else { svg.find(&group) }.expect("a group")
    };
    assert!(place("mark", true) < place("whisker", false) && place("whisker", true) < place("label", false));
}

fn chart_of(marks: Vec<(usize, usize, usize, i64)>) -> Bubble {
    Bubble {
        form: BubbleForm::Bubble,
        has_funds: true,
        area: None,
        domains: vec![
            (domain_of_codebook("activity"), "Aktiviteter".to_owned()),
            (domain_of_codebook("output"), "Prestationer".to_owned()),
        ],
        marks: marks
            .into_iter()
            .map(|(series, label, interventions, kronor)| BubbleMark {
                selection: Selection::Code(AreaId::new(0), domain_of_codebook("activity"), CodeId::new(label)),
                series,
                code: label.to_string(),
                label: LABELS[label].to_owned(),
                interventions,
                funds: Kronor(kronor + 1).into(),
                estimated: None,
            })
            .collect(),
        without_code: Vec::new(),
        joined: true,
        interventions: 800,
        funds: Kronor(600_000_000).into(),
        weighted: true,
        currency: Currency::Sek,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn random_charts_are_sound(chart in random_chart()) {
        let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_charts_with_intervals_are_sound(chart in random_chart().prop_map(estimated)) {
        let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn crowded_charts_are_sound(chart in crowded_chart()) {
        let layout = bubble_layout(&chart, &FRAME, Language::Swedish);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}
