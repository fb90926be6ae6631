//! The names of a legend, one after another in as many lines as it takes.

use super::paper::Paper;
use super::style::BODY;

/// A name in its place: its left edge and first line, and its text in lines.
pub(super) struct Entry {
    pub(super) left: f64,
    pub(super) line: usize,
    pub(super) lines: Vec<String>,
}

/// As many names in a line of a width as fit; before each is room for its mark.
pub(super) fn flow<'n>(
    paper: Paper,
    names: impl IntoIterator<Item = &'n str>,
    width: f64,
    (mark, between): (f64, f64),
) -> Vec<Entry> {
    let (mut left, mut line) = (0.0, 0);
    let mut all = Vec::new();
    for name in names {
        let lines = paper.wrap(name, BODY, width - mark);
        let own = mark + lines.iter().map(|line| paper.text(line, BODY, false)).fold(0.0, f64::max) + between;
        if left > 0.0 && left + own - between > width {
            (left, line) = (0.0, line + 1);
        }
        let taken = lines.len();
        all.push(Entry { left, line, lines });
        if taken > 1 {
            (left, line) = (0.0, line + taken);
        } else {
            left += own;
        }
    }
    all
}

/// How many lines a legend takes.
pub(super) fn lines(legend: &[Entry]) -> usize {
    legend.iter().map(|entry| entry.line + entry.lines.len()).max().unwrap_or(0)
}
