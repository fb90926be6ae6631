//! The legend of a dumbbell chart.

use super::panel::RING;
use crate::msg;
use crate::render::bubble::totals;
use crate::render::canvas::Rect;
use crate::render::paper::Paper;
use crate::render::style::BODY;
use crate::report::{Bubble, DumbbellRow};
use crate::wording::Language;

const LEGEND_LINE: f64 = 5.0;
const BETWEEN_KEYS: f64 = 5.0;

/// A legend in its place.
pub(super) struct Legend {
    /// What stands in it, each with its left edge and middle.
    pub(super) keys: Vec<(Key, (f64, f64))>,
    pub(super) height: f64,
}

/// What stands in the legend.
pub(super) enum Key {
    Domain(usize, String),
    Difference(String),
    Totals(String),
}

impl Key {
    /// From the left edge of a dot, or line, to its words.
    pub(super) const DOT: f64 = 2.0 * RING + 1.2;
    pub(super) const LINE: f64 = 7.5;

    fn width(&self, paper: Paper) -> f64 {
        let (before, words) = match self {
            Self::Domain(_, words) => (Self::DOT, words),
            Self::Difference(words) => (Self::LINE, words),
            Self::Totals(words) => (0.0, words),
        };
        before + paper.text(words, BODY, false)
    }
}

/// What the marks mean, and the totals of the area at the right: in as many lines as it takes.
pub(super) fn legend(paper: Paper, chart: &Bubble, rows: &[DumbbellRow], frame: &Rect, language: Language) -> Legend {
    let mut keys: Vec<Key> = Vec::new();
    if chart.domains.len() > 1 {
        let names = chart.domains.iter().enumerate().map(|(series, (_, name))| Key::Domain(series, name.clone()));
        keys.extend(names);
    }
    if chart.joined && rows.iter().any(|row| row.dots.len() > 1) {
        keys.push(Key::Difference(msg!("dumbbell-difference").text(language)));
    }
    keys.push(Key::Totals(totals(chart, language)));
    let (mut x, mut line) = (frame.left, 0);
    let middle = |line: usize| frame.top + LEGEND_LINE * (line as f64 + 0.5);
    let mut placed = Vec::new();
    for key in keys {
        let width = key.width(paper);
        if x > frame.left && x + width > frame.right {
            (x, line) = (frame.left, line + 1);
        }
        let left = match key {
            Key::Totals(_) if x > frame.left => frame.right - width,
            _ => x,
        };
        x += width + BETWEEN_KEYS;
        placed.push((key, (left, middle(line))));
    }
    Legend { keys: placed, height: LEGEND_LINE * (line + 1) as f64 + 1.0 }
}
