//! Bubble charts, proven from their geometry: the fourteen of the report and random ones.

use insats::aggregate::Aggregate;
use insats::codebook::{Codebook, Domain};
use insats::coding::Codings;
use insats::diagnostic::Diagnostics;
use insats::grant::Grant;
use insats::input::{Files, Input};
use insats::money::Kronor;
use insats::render::{BubbleLayout, Rect, bubble_layout};
use insats::report::{Bubble, BubbleMark, Content, Material};
use insats::study::Study;
use insats::weighting::Weighting;
use insats::wording::Language;
use proptest::prelude::*;

use crate::support::project;

const FRAME: Rect = Rect { left: 2.0, top: 20.0, right: 158.0, bottom: 141.0 };

/// What must hold of every chart.
fn check(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
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
    }
    let largest = layout.bubbles.first().ok_or("no bubbles")?;
    let funds = |mark: usize| chart.marks[mark].weighted.0 as f64;
    for bubble in &layout.bubbles {
        let areas = (bubble.radius / largest.radius).powi(2);
        let expected = funds(bubble.mark) / funds(largest.mark);
        if (areas - expected).abs() > 0.01 * expected {
            return Err(format!("the area of {bubble:?} is {areas} of the largest, its funds are {expected}"));
        }
    }
    for (index, label) in layout.labels.iter().enumerate() {
        if !layout.plot.contains(&label.rect) {
            return Err(format!("a label leaves the frame: {label:?}"));
        }
        if let Some(other) = layout.labels[..index].iter().find(|other| other.rect.overlaps(&label.rect)) {
            return Err(format!("two labels overlap: {label:?} and {other:?}"));
        }
        for (at, bubble) in layout.bubbles.iter().enumerate() {
            let own_inside = at == label.bubble && label.rect.inside_circle(bubble.x, bubble.y, bubble.radius);
            if !own_inside && label.rect.meets_circle(bubble.x, bubble.y, bubble.radius) {
                return Err(format!("a label lies over a bubble: {label:?} and {bubble:?}"));
            }
        }
    }
    Ok(())
}

fn charts_of_the_report() -> Vec<(String, Bubble)> {
    let mut messages = Diagnostics::new();
    let study = Study::load(&project("input/lagesrapport-2024")).expect("the study");
    let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "codebook").expect("the codebook");
    let declaration = insats::report::read(&study, &mut messages);
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    let codings = Codings::read(&study, &book, &input, &files, &mut messages);
    let weighting = Weighting::new(&input, study.weighting, &mut messages);
    let aggregate = Aggregate::new(&study, &book, &input, &codings, &weighting).expect("counts");
    let grant = Grant::default();
    let material = Material {
        aggregate: &aggregate,
        book: &book,
        declaration: &declaration,
        study: &study,
        grant: &grant,
        language: Language::Swedish,
    };
    let items = material.items(&mut messages);
    let bubbles = items.into_iter().filter_map(|item| match item.content {
        Content::Bubble(chart) => Some((item.id, chart)),
        _ => None,
    });
    bubbles.collect()
}

#[test]
fn the_charts_of_the_report_are_sound_and_their_larger_bubbles_named() {
    let charts = charts_of_the_report();
    assert_eq!(charts.len(), 14);
    for (id, chart) in charts {
        let layout = bubble_layout(&chart, &FRAME);
        check(&chart, &layout).unwrap_or_else(|problem| panic!("{id}: {problem}"));
        let named = |position: usize| layout.labels.iter().any(|label| label.bubble == position);
        // A bubble at least a third as wide as the largest is one that a reader sees first.
        let large = layout.bubbles.iter().filter(|b| b.radius >= layout.bubbles[0].radius / 3.0).count();
        let without: Vec<_> = (0..large).filter(|position| !named(*position)).collect();
        assert!(without.len() * 4 <= large, "{id}: of {large} large bubbles {without:?} go unnamed");
        assert!((0..3).all(named), "{id}: the three largest are named");
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
    prop::collection::vec(mark, 1..18).prop_map(|marks| Bubble {
        domains: vec![(Domain::Activity, "Aktiviteter".to_owned()), (Domain::Output, "Prestationer".to_owned())],
        marks: marks
            .into_iter()
            .map(|(series, label, interventions, kronor)| BubbleMark {
                series,
                code: label.to_string(),
                label: LABELS[label].to_owned(),
                interventions,
                weighted: Kronor(kronor + 1),
            })
            .collect(),
        uncoded: Vec::new(),
        interventions: 800,
        target: Kronor(600_000_000),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn random_charts_are_sound(chart in random_chart()) {
        let layout = bubble_layout(&chart, &FRAME);
        prop_assert_eq!(check(&chart, &layout), Ok(()));
    }
}
