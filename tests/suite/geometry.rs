//! Bubble charts, proven from their geometry: the fourteen of the report and random ones.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use insats::codebook::Codebook;
use insats::coding::Codings;
use insats::diagnostic::Diagnostics;
use insats::grant::Grant;
use insats::ledger::{AreaId, CodeId, Estimated, Interval, Ledger, Selection};
use insats::money::{Amount, Currency, Kronor};
use insats::read::Files;
use insats::render::{BubbleLayout, Rect, bubble_layout};
use insats::report::{Bubble, BubbleForm, BubbleMark, Content, Item, Material, Value};
use insats::study::Study;
use insats::survey::Input;
use insats::weighting::Weighting;
use insats::wording::Language;
use proptest::prelude::*;

use crate::support::{domain_of_codebook, project};

const FRAME: Rect = Rect { left: 2.0, top: 20.0, right: 158.0, bottom: 141.0 };

/// What must hold of every chart.
fn check(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
    bubbles_are_whole_and_to_scale(chart, layout)?;
    every_bubble_is_named(chart, layout)?;
    labels_are_free(layout)?;
    leaders_are_free(layout)?;
    whiskers_are_whole(layout)
}

/// What numbers may be lies inside the axes, with the strokes at its ends, and runs through its bubble's middle.
fn whiskers_are_whole(layout: &BubbleLayout) -> Result<(), String> {
    for own in &layout.whiskers {
        let bubble = &layout.bubbles[own.bubble];
        let inside = |(x, y): &(f64, f64)| layout.plot.contains(&Rect { left: *x, top: *y, right: *x, bottom: *y });
        if !own.lines.iter().chain(&own.caps).flatten().all(inside) {
            return Err(format!("an interval leaves the axes: {own:?}"));
        }
        let through = |[from, to]: &[(f64, f64); 2]| {
            (from.1 == bubble.y && to.1 == bubble.y) || (from.0 == bubble.x && to.0 == bubble.x)
        };
        if !own.lines.iter().all(through) || own.caps.len() != 2 * own.lines.len() {
            return Err(format!("an interval is not its bubble's: {own:?} and {bubble:?}"));
        }
    }
    Ok(())
}

/// Whether a line runs through a rectangle: what is left of it between the edges, one pair after the other (Liang and
/// Barsky 1984).
fn runs_through([from, to]: [(f64, f64); 2], rect: &Rect) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let axes = [(from.0, to.0 - from.0, rect.left, rect.right), (from.1, to.1 - from.1, rect.top, rect.bottom)];
    for (start, run, least, most) in axes {
        if run == 0.0 {
            if start <= least || start >= most {
                return false;
            }
            continue;
        }
        let (one, other) = ((least - start) / run, (most - start) / run);
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    enters < leaves
}

/// No leader runs through a label, its own included, or crosses another leader.
fn leaders_are_free(layout: &BubbleLayout) -> Result<(), String> {
    let leaders = || layout.labels.iter().enumerate().filter_map(|(at, label)| Some((at, label.leader?)));
    for (at, leader) in leaders() {
        if let Some(label) = layout.labels.iter().find(|label| label.rows.iter().any(|row| runs_through(leader, row))) {
            return Err(format!("the leader of {:?} runs through {:?}", layout.labels[at].lines, label.lines));
        }
        if let Some((other, _)) = leaders().find(|(other, line)| *other < at && cross(leader, *line)) {
            let lines = |at: usize| &layout.labels[at].lines;
            return Err(format!("the leaders of {:?} and {:?} cross", lines(at), lines(other)));
        }
    }
    Ok(())
}

/// Whether two lines cross: the ends of each lie on different sides of the other.
fn cross(a: [(f64, f64); 2], b: [(f64, f64); 2]) -> bool {
    let side = |[p, q]: [(f64, f64); 2], r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b[0]) * side(a, b[1]) < 0.0 && side(b, a[0]) * side(b, a[1]) < 0.0
}

#[test]
fn a_line_through_a_rectangle_is_seen() {
    let rect = Rect { left: 1.0, top: 1.0, right: 3.0, bottom: 2.0 };
    assert!(runs_through([(0.0, 0.0), (4.0, 3.0)], &rect));
    assert!(runs_through([(2.0, 0.0), (2.0, 1.5)], &rect), "it ends inside");
    assert!(!runs_through([(0.0, 0.0), (0.9, 0.9)], &rect), "it ends before");
    assert!(!runs_through([(0.0, 3.0), (4.0, 2.5)], &rect), "it passes by");
    assert!(cross([(0.0, 0.0), (2.0, 2.0)], [(0.0, 2.0), (2.0, 0.0)]));
    assert!(!cross([(0.0, 0.0), (2.0, 2.0)], [(3.0, 0.0), (3.0, 9.0)]));
}

fn bubbles_are_whole_and_to_scale(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
    let largest = layout.bubbles.first().ok_or("no bubbles")?;
    let funds = |mark: usize| chart.marks[mark].funds.rounded().0 as f64;
    for bubble in &layout.bubbles {
        let whole = Rect {
            left: bubble.x - bubble.radius,
            top: bubble.y - bubble.radius,
            right: bubble.x + bubble.radius,
            bottom: bubble.y + bubble.radius,
        };
        if !layout.plot.contains(&whole) {
            return Err(format!("a bubble leaves the axes: {bubble:?}"));
        }
        let areas = (bubble.radius / largest.radius).powi(2);
        let expected = funds(bubble.mark) / funds(largest.mark);
        if (areas - expected).abs() > 0.01 * expected {
            return Err(format!("the area of {bubble:?} is {areas} of the largest, its funds are {expected}"));
        }
    }
    let sorted = layout.bubbles.windows(2).all(|pair| pair[0].radius >= pair[1].radius);
    if sorted { Ok(()) } else { Err("a large bubble lies over a smaller one".to_owned()) }
}

/// Every bubble has one label: its whole name, or a number that stands for its name in the key.
fn every_bubble_is_named(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
    let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (position, bubble) in layout.bubbles.iter().enumerate() {
        let name = &chart.marks[bubble.mark].label;
        let labels: Vec<_> = layout.labels.iter().filter(|label| label.bubble == position).collect();
        let [label] = labels[..] else { return Err(format!("{name} has {} labels", labels.len())) };
        let text = label.lines.concat();
        let means_it = match layout.key.iter().find(|(number, _)| label.numbered && number.to_string() == text) {
            Some((_, meaning)) => meaning == name,
            None => words(&text) == words(name),
        };
        if !means_it {
            return Err(format!("{name} is labelled {text:?}"));
        }
    }
    let numbers: Vec<_> = layout.key.iter().map(|(number, _)| *number).collect();
    if numbers == (1..=numbers.len()).collect::<Vec<_>>() { Ok(()) } else { Err(format!("the key has {numbers:?}")) }
}

/// No label overlaps another label, a bubble that is not its own, or the frame.
fn labels_are_free(layout: &BubbleLayout) -> Result<(), String> {
    for (index, label) in layout.labels.iter().enumerate() {
        if !layout.plot.contains(&label.rect) {
            return Err(format!("a label leaves the frame: {label:?}"));
        }
        if let Some(other) = layout.labels[..index].iter().find(|other| other.rect.overlaps(&label.rect)) {
            return Err(format!("two labels overlap: {label:?} and {other:?}"));
        }
        // In a crowd a number may have to stand on bubbles; a name never does.
        let bubbles = layout.bubbles.iter().enumerate().filter(|_| !label.numbered);
        for (at, bubble) in bubbles {
            let (x, y, radius) = (bubble.x, bubble.y, bubble.radius);
            let own = at == label.bubble && label.rows.iter().all(|row| row.inside_circle(x, y, radius));
            if !own && label.rows.iter().any(|row| row.meets_circle(x, y, radius)) {
                return Err(format!("a name lies over a bubble: {label:?} and {bubble:?}"));
            }
        }
    }
    Ok(())
}

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
                    Content::Bubble(_) => !crate::expected::WITHOUT_CODE.contains(&&*text(row, "code")),
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
        let layout = bubble_layout(&chart, &FRAME);
        let of = |mark: &BubbleMark| layout.bubbles.iter().find(|b| chart.marks[b.mark] == *mark).expect("a bubble");
        let pairs = chart.marks.iter().filter(|m| m.series == 0).filter_map(|one| {
            let other = chart.marks.iter().find(|m| m.series == 1 && m.code == one.code)?;
            Some((of(one), of(other)))
        });
        let apart = pairs.filter(|(a, b)| (a.x - b.x).hypot(a.y - b.y) > a.radius + b.radius);
        let apart: Vec<_> = apart.collect();
        assert_eq!(layout.joints.len(), apart.len(), "{id}");
        for (a, b) in apart {
            let on_edge =
                |p: (f64, f64), c: &insats::render::Placed| ((p.0 - c.x).hypot(p.1 - c.y) - c.radius).abs() < 1e-9;
            assert!(
                layout.joints.iter().any(|[from, to]| on_edge(*from, a) && on_edge(*to, b)),
                "{id}: {a:?} and {b:?}"
            );
        }
        chart.joined = false;
        assert!(bubble_layout(&chart, &FRAME).joints.is_empty(), "{id}");
    }
}

#[test]
fn what_is_drawn_is_what_was_laid_out() {
    for item in items_of_the_report(Language::Swedish) {
        let Content::Bubble(chart) = &item.content else { continue };
        let svg = insats::render::svg(item, Language::Swedish).expect("a figure");
        assert_eq!(groups(&svg, "mark").len(), chart.marks.len(), "{}", item.id);
        assert_eq!(groups(&svg, "label").len(), chart.marks.len(), "{}", item.id);
        for (number, name) in bubble_layout(chart, &FRAME).key {
            assert!(
                svg.contains(&format!(">{number}</text>")) && svg.contains(&format!(">{name}</text>")),
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
            let layout = bubble_layout(&chart, &FRAME);
            check(&chart, &layout).unwrap_or_else(|problem| panic!("{id}: {problem}"));
            let number = |position: usize| layout.labels.iter().any(|l| l.bubble == position && l.numbered);
            // A bubble at least a third as wide as the largest is one that a reader sees first.
            let large = layout.bubbles.iter().filter(|b| b.radius >= layout.bubbles[0].radius / 3.0).count();
            let without: Vec<_> = (0..large).filter(|position| number(*position)).collect();
            assert!(without.len() * 4 <= large, "{id}: of {large} large bubbles {without:?} have mere numbers");
            assert!(!(0..3).any(number), "{id}: the three largest are named");
            for label in layout.labels.iter().filter(|label| label.numbered) {
                let over = |(at, bubble): (usize, &insats::render::Placed)| {
                    at != label.bubble && label.rect.meets_circle(bubble.x, bubble.y, bubble.radius)
                };
                let crowded = layout.bubbles.iter().enumerate().any(over);
                assert!(!crowded, "{id}: a number lies over another bubble: {label:?}");
            }
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
    prop::collection::vec(mark, 1..18).prop_map(chart_of)
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
    let layout = bubble_layout(&chart, &FRAME);
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
        let layout = bubble_layout(&chart, &FRAME);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_charts_with_intervals_are_sound(chart in random_chart().prop_map(estimated)) {
        let layout = bubble_layout(&chart, &FRAME);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn crowded_charts_are_sound(chart in crowded_chart()) {
        let layout = bubble_layout(&chart, &FRAME);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}
