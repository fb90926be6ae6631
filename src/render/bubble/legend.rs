//! The legend of a bubble chart: what marks mean to the left, sizes within one another to the right, under words of their own and above
//! the line of the axis: no circle of a size is to be taken for a bubble of the chart.

use super::hollow::{AT_EDGE, Look};
use super::{ABOVE_FRAME, HEAD, LARGEST, RIGHT_MARGIN, draw_hollow, totals};
use crate::money::Kronor;
use crate::msg;
use crate::render::axis::{round_below, round_up};
use crate::render::canvas::{Align, Canvas, Rect, Type, stroked};
use crate::render::flow::{self, flow};
use crate::render::font;
use crate::render::paper::Paper;
use crate::render::style::{AXIS, BODY, BUBBLE_OPACITY, GREY_INK, INK, JOINT, POINT, SERIES};
use crate::report::Bubble;
use crate::wording::Language;

/// From one line of keys to the next.
const LINE: f64 = 5.2;
/// Between two keys, and between keys and sizes.
const BETWEEN: f64 = 6.0;
/// The radius of a disc in the legend.
const DISC: f64 = 1.6;
const TO_WORDS: f64 = 1.2;
/// How long the line between two bubbles is there.
const JOINED: f64 = 6.0;
/// Space above circles.
const ABOVE: f64 = 1.5;
/// From a circle to what it stands for.
const TO_SIZE: f64 = 2.5;
const CAPITAL: f64 = font::CAPITALS * BODY * POINT;
const PLAIN: Type = Type { size: BODY, bold: false, color: INK, align: Align::Left };

/// A legend in its place.
#[derive(Clone, Debug)]
pub(super) struct Legend {
    keys: Vec<Laid>,
    /// The circles, the largest first, with their words.
    sizes: Vec<Size>,
    /// What they show, and the right edge of these words.
    heading: (String, f64),
    /// Where circles stand, and where their words begin.
    middle: f64,
    bottom: f64,
    words: f64,
    /// Where the totals of the area are written, and how.
    pub(super) totals: (f64, f64, Align),
    pub(super) height: f64,
}

/// A key in its place: its left edge and the middle of its first line, and its words in lines.
#[derive(Clone, Debug)]
struct Laid {
    key: Key,
    place: (f64, f64),
    lines: Vec<String>,
}

/// A circle that shows how much a size is.
#[derive(Clone, Debug, PartialEq)]
pub struct Size {
    /// So many units of the axis of funds.
    pub funds: f64,
    /// Its radius.
    pub radius: f64,
    /// The same in words.
    pub text: String,
}

#[derive(Clone, Debug)]
enum Key {
    Domain(usize, String),
    Joined(String),
    Hollow(String),
    Beyond(String),
}

impl Key {
    /// How wide its sign is.
    fn sign(&self) -> f64 {
        match self {
            Self::Domain(..) | Self::Hollow(_) => 2.0 * DISC,
            Self::Joined(_) => 4.0 * DISC + JOINED,
            Self::Beyond(_) => 2.0 * AT_EDGE,
        }
    }

    fn words(&self) -> &str {
        let (Self::Domain(_, words) | Self::Joined(words) | Self::Hollow(words) | Self::Beyond(words)) = self;
        words
    }

    fn width(&self) -> f64 {
        self.sign() + TO_WORDS + font::width(self.words(), BODY, false)
    }

    fn draw_sign(&self, canvas: &Canvas<'_>, (x, y): (f64, f64)) {
        let disc = |x: f64, series: usize| {
            canvas.disc(x, y, DISC, SERIES[series % SERIES.len()], BUBBLE_OPACITY, super::drawing::EDGE);
        };
        match self {
            Self::Domain(series, _) => disc(x + DISC, *series),
            Self::Joined(_) => {
                let (from, to) = (x + 2.0 * DISC, x + 2.0 * DISC + JOINED);
                canvas.dotted([[(from, y), (from, y), (to, y), (to, y)]], stroked(JOINT, super::drawing::JOINT_WIDTH));
                disc(x + DISC, 0);
                disc(to + DISC, 1);
            }
            Self::Hollow(_) => draw_hollow(canvas, (x + DISC, y), DISC, Look::Hollow, GREY_INK),
            Self::Beyond(_) => {
                draw_hollow(canvas, (x + AT_EDGE, y), AT_EDGE, Look::Beyond { right: true, up: false }, GREY_INK);
            }
        }
    }
}

impl Legend {
    /// The legend above a chart in a frame; `most_funds` are those of the largest bubble. Sizes stand beside the keys where there is
    /// room for both, else below them.
    pub(super) fn new(chart: &Bubble, looks: &[Look], most_funds: f64, frame: &Rect, language: Language) -> Self {
        let sizes = sizes(chart, most_funds, language);
        let largest = sizes.first().map_or(0.0, |size| size.radius);
        let wide = sizes.iter().map(|size| font::width(&size.text, BODY, false)).fold(0.0, f64::max);
        let words = frame.right - RIGHT_MARGIN - wide;
        let middle = words - TO_SIZE - largest;
        let heading = msg!("bubbles-size").text(language);
        let headed = middle - largest - TO_SIZE;
        let beside = if sizes.is_empty() {
            frame.right - RIGHT_MARGIN
        } else {
            headed - font::width(&heading, BODY, false) - BETWEEN
        };
        let explained = explained(chart, looks, language);
        let widest = explained.iter().map(Key::width).fold(0.0, f64::max);
        let is_beside = frame.left + widest <= beside;
        let (keys, lines) = placed(chart, explained, (frame, if is_beside { beside } else { frame.right }));
        // The totals stand in the line of the axis where there is room, else in one of their own.
        let axis = msg!("report-number-of-interventions").text(language);
        let in_line = [axis, totals(chart, language)].map(|text| font::width(&text, BODY, false) + BETWEEN);
        let right = frame.right - RIGHT_MARGIN;
        let is_in_line = frame.left + in_line.iter().sum::<f64>() - BETWEEN <= right;
        let circles = if sizes.is_empty() { 0.0 } else { 2.0 * largest + ABOVE };
        let keyed = LINE * lines as f64;
        let written = keyed + if is_in_line { 0.0 } else { LINE };
        let height = HEAD + if is_beside { circles.max(written) } else { written + circles };
        let bottom = frame.top + height;
        let totals = match is_in_line {
            true => (right, bottom - ABOVE_FRAME, Align::Right),
            false => (frame.left, frame.top + keyed + LINE / 2.0 + CAPITAL / 2.0, Align::Left),
        };
        Self { keys, sizes, heading: (heading, headed), middle, bottom: bottom - HEAD, words, totals, height }
    }

    /// The sizes that it shows, the largest first.
    pub(super) fn sizes(&self) -> &[Size] {
        &self.sizes
    }

    pub(super) fn draw(&self, canvas: &Canvas<'_>) {
        for Laid { key, place: (x, y), lines } in &self.keys {
            key.draw_sign(canvas, (*x, *y));
            for (line, text) in lines.iter().enumerate() {
                let baseline = y + LINE * line as f64 + CAPITAL / 2.0;
                canvas.text(text, x + key.sign() + TO_WORDS, baseline, PLAIN);
            }
        }
        if let Some(Size { radius, .. }) = self.sizes.first() {
            let (heading, right) = &self.heading;
            let baseline = self.bottom - 2.0 * radius + CAPITAL / 2.0;
            canvas.text(heading, *right, baseline, Type { align: Align::Right, ..PLAIN });
        }
        for Size { radius, text, .. } in &self.sizes {
            let top = self.bottom - 2.0 * radius;
            canvas.line((self.middle, top), (self.words - 0.8, top), stroked(AXIS, 0.15));
            canvas.circle(self.middle, self.bottom - radius, *radius, stroked(AXIS, 0.2));
            canvas.text(text, self.words, top + CAPITAL / 2.0, PLAIN);
        }
    }
}

/// What there is to explain besides the domains.
fn explained(chart: &Bubble, looks: &[Look], language: Language) -> Vec<Key> {
    let joined = (chart.joined && chart.has_pairs()).then(|| Key::Joined(msg!("bubbles-joined").text(language)));
    let hollow = looks.contains(&Look::Hollow).then(|| Key::Hollow(msg!("bubbles-hollow").text(language)));
    let beyond = looks.iter().any(|look| matches!(look, Look::Beyond { .. }));
    let beyond = beyond.then(|| Key::Beyond(msg!("bubbles-beyond").text(language)));
    joined.into_iter().chain(hollow).chain(beyond).collect()
}

/// The keys in their places: the domains one after another, then a line or more for each of the others; and how many lines that makes.
fn placed(chart: &Bubble, explained: Vec<Key>, (frame, right): (&Rect, f64)) -> (Vec<Laid>, usize) {
    let at = |left: f64, line: usize| (frame.left + left, frame.top + LINE * (line as f64 + 0.5));
    let entries = |names: &[&str], sign: f64| {
        flow(Paper::Wide, names.iter().copied(), right - frame.left, (sign + TO_WORDS, BETWEEN))
    };
    let mut all = Vec::new();
    let mut line = 0;
    let names: Vec<&str> = chart.domains.iter().map(|(_, name)| name.as_str()).collect();
    let domains = entries(&names, 2.0 * DISC);
    line += flow::lines(&domains);
    for ((series, (_, name)), entry) in chart.domains.iter().enumerate().zip(domains) {
        all.push(Laid {
            key: Key::Domain(series, name.clone()),
            place: at(entry.left, entry.line),
            lines: entry.lines,
        });
    }
    for key in explained {
        let own = entries(&[key.words()], key.sign());
        let lines: Vec<String> = own.into_iter().flat_map(|entry| entry.lines).collect();
        line += lines.len();
        all.push(Laid { place: at(0.0, line - lines.len()), key, lines });
    }
    (all, line)
}

/// A circle of a round amount at or above the largest bubble's, and smaller ones.
fn sizes(chart: &Bubble, most_funds: f64, language: Language) -> Vec<Size> {
    if most_funds <= 0.0 {
        return Vec::new();
    }
    let top = round_up(most_funds);
    // Their words have room below one another.
    let all = [top, round_below(top * 0.42), round_below(top * 0.0835)];
    let decimals = all.map(decimals).into_iter().max().unwrap_or(0);
    let size = |funds: f64| {
        let radius = LARGEST * (funds / most_funds).sqrt();
        Size { funds, radius, text: reference_size(funds, decimals, chart, language) }
    };
    all.map(size).into()
}

/// How many decimals a round amount needs.
fn decimals(funds: f64) -> usize {
    (0..3).find(|many| (funds * 10_f64.powi(*many)).fract().abs() < 1e-6).map_or(3, |many| many as usize)
}

/// What a reference size stands for: so many units of the axis.
fn reference_size(funds: f64, decimals: usize, chart: &Bubble, language: Language) -> String {
    const MILLION: i64 = 1_000_000;
    match chart.unit() {
        MILLION => language.in_millions(funds, decimals, chart.currency),
        unit => language.amount(Kronor((funds * unit as f64).round() as i64).into(), chart.currency),
    }
}
