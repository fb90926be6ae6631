//! The panels of a dumbbell chart: a scale each, and where values stand beside their dots.

use crate::msg;
use crate::render::bubble::whiskers;
use crate::render::font;
use crate::render::paper::Paper;
use crate::render::style::BODY;
use crate::report::{Bubble, Dot, DumbbellRow};
use crate::wording::Language;

pub(super) const DISC: f64 = 1.25;
pub(super) const RING: f64 = 1.65;
pub(super) const TO_VALUE: f64 = 0.9;
/// Between the axis and a value before it.
const FROM_AXIS: f64 = 0.7;

pub(super) fn dot_radius(series: usize) -> f64 {
    if series == 0 { DISC } else { RING }
}

/// What a row needs of a scale: from where to where it reaches, and how wide the values beside its dots are.
struct Needed {
    low: f64,
    high: f64,
    left: Option<f64>,
    right: f64,
}

impl Needed {
    /// How far it reaches to the left of zero.
    fn before(&self, scale: f64) -> f64 {
        let dot = self.low * scale - RING;
        let value = self.left.map(|width| width - clear_of_axis(dot - TO_VALUE, width, 0.0));
        value.unwrap_or(0.0).max(-dot)
    }

    /// How far it reaches to the right of the largest value of all rows.
    fn after(&self, scale: f64, largest: f64) -> f64 {
        RING + TO_VALUE + self.right - (largest - self.high) * scale
    }
}

/// Where a text ends that would end somewhere else: before the axis, where it would stand across it.
fn clear_of_axis(end: f64, width: f64, axis: f64) -> f64 {
    let is_across = end > axis - FROM_AXIS && end - width < axis + FROM_AXIS;
    if is_across { axis - FROM_AXIS } else { end }
}

/// One of the two measures, on a scale of its own from zero on.
pub(super) struct Panel {
    paper: Paper,
    is_of_funds: bool,
    pub(super) head: Vec<String>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) zero: f64,
    scale: f64,
}

impl Panel {
    /// Fits the values of all rows with what is written beside them between two edges.
    pub(super) fn new(
        paper: Paper,
        (chart, rows): (&Bubble, &[DumbbellRow]),
        is_of_funds: bool,
        (left, right): (f64, f64),
        language: Language,
    ) -> Self {
        let head = match is_of_funds {
            true => msg!("funds-axis", unit = chart.currency.in_unit(chart.unit())),
            false => msg!("report-number-of-interventions"),
        };
        let head = head.text(language);
        let widest = right - left;
        let head = paper.either(font::balanced(&head, BODY, false, widest), paper.wrap(&head, BODY, widest));
        let mut panel = Self { paper, is_of_funds, head, left, right, zero: left, scale: 0.0 };
        let rows: Vec<_> = rows.iter().map(|row| panel.needed(chart, row, language)).collect();
        let largest = rows.iter().map(|row| row.high).fold(0.0, f64::max);
        let (mut before, mut after) = (RING, RING);
        // What is set aside depends on the scale and the scale on it: both only grow, and a few rounds settle them.
        for _ in 0..24 {
            panel.scale = if largest > 0.0 { ((right - left - before - after) / largest).max(0.0) } else { 0.0 };
            before = rows.iter().map(|row| row.before(panel.scale)).fold(before, f64::max);
            after = rows.iter().map(|row| row.after(panel.scale, largest)).fold(after, f64::max);
        }
        panel.zero = left + before;
        panel
    }

    fn needed(&self, chart: &Bubble, row: &DumbbellRow, language: Language) -> Needed {
        let ends = row.dots.iter().map(|dot| self.ends(chart, dot));
        let [low, high] = ends.fold([f64::MAX, 0.0], |[low, high], ends| [low.min(ends[0]), high.max(ends[1])]);
        let mut texts: Vec<(f64, String)> =
            row.dots.iter().map(|dot| (self.value(chart, dot), self.written(chart, dot, language))).collect();
        texts.sort_by(|a, b| a.0.total_cmp(&b.0));
        texts.dedup_by(|a, b| a.1 == b.1);
        let widths: Vec<f64> = texts.iter().map(|(_, text)| self.paper.text(text, BODY, false)).collect();
        let left = widths.first().copied().filter(|_| widths.len() > 1);
        Needed { low, high, left, right: widths.last().copied().unwrap_or(0.0) }
    }

    /// Where a value ends that stands to the left of its dot.
    pub(super) fn end_before(&self, end: f64, width: f64) -> f64 {
        clear_of_axis(end, width, self.zero)
    }

    /// Where the head begins: with the scale, where there is room.
    pub(super) fn head_left(&self) -> f64 {
        let wide = self.head.iter().map(|line| self.paper.text(line, BODY, false)).fold(0.0, f64::max);
        if self.zero + wide <= self.right { self.zero } else { self.left }
    }

    fn value(&self, chart: &Bubble, dot: &Dot) -> f64 {
        if self.is_of_funds { dot.funds.in_unit(chart.unit()) } else { dot.interventions as f64 }
    }

    /// The ends of what a value may be, where it is estimated.
    fn estimated(&self, chart: &Bubble, dot: &Dot) -> Option<[f64; 2]> {
        let [funds, number] = whiskers::ends(dot.estimated.as_ref(), chart.unit());
        if self.is_of_funds { funds } else { number }
    }

    /// The least and the largest value that is drawn of a dot.
    fn ends(&self, chart: &Bubble, dot: &Dot) -> [f64; 2] {
        let value = self.value(chart, dot);
        let [low, high] = self.estimated(chart, dot).unwrap_or([value; 2]);
        [low.min(value), high.max(value)]
    }

    fn at(&self, value: f64) -> f64 {
        self.zero + value * self.scale
    }

    pub(super) fn x(&self, chart: &Bubble, dot: &Dot) -> f64 {
        self.at(self.value(chart, dot))
    }

    pub(super) fn interval(&self, chart: &Bubble, dot: &Dot) -> Option<[f64; 2]> {
        Some(self.estimated(chart, dot)?.map(|end| self.at(end)))
    }

    /// From where to where the dots of a row and their intervals reach.
    pub(super) fn drawn(&self, chart: &Bubble, row: &DumbbellRow) -> (f64, f64) {
        let ends = row.dots.iter().map(|dot| self.ends(chart, dot).map(|end| self.at(end)));
        ends.fold((f64::MAX, f64::MIN), |(left, right), ends| (left.min(ends[0] - RING), right.max(ends[1] + RING)))
    }

    /// A value as it stands beside its dot.
    pub(super) fn written(&self, chart: &Bubble, dot: &Dot, language: Language) -> String {
        match self.is_of_funds {
            true => chart.beside_dot(dot.funds, language),
            false => language.count(dot.interventions),
        }
    }
}
