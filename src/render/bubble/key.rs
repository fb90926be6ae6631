//! What stands below a bubble chart: the names that letters stand for, and bubbles for whose name there is no place.

use super::{BubbleLayout, Placed};
use crate::msg;
use crate::render::canvas::{Align, Canvas, Mark, Rect, Type};
use crate::render::font;
use crate::render::labels::Label;
use crate::render::paper::Paper;
use crate::render::style::{BODY, INK, LEADING, POINT, SERIES_INK};
use crate::report::{Bubble, Dot};
use crate::wording::Language;

/// Space above the key, and between its columns.
const GAP: f64 = 3.0;
/// From a letter of the key to what it stands for.
const INDENT: f64 = 4.5;
/// The letters, without those that look like a one or a nought.
const LETTERS: &str = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The letter of a code by its place in the key; two letters where there are more codes than letters.
fn written(place: usize) -> String {
    let many = LETTERS.len();
    let letter = |at: usize| LETTERS.get(at..=at).unwrap_or_default();
    let first = (place / many).checked_sub(1).map_or("", |at| letter(at % many));
    format!("{first}{}", letter(place % many))
}

/// The widest of so many letters.
pub(super) fn widest(codes: usize) -> String {
    let wide = |letter: &String| font::width(letter, BODY, true);
    (0..codes).map(written).max_by(|a, b| wide(a).total_cmp(&wide(b))).unwrap_or_default()
}

/// Gives letters to the codes of which a bubble has no name beside it, in the order of the codebook, and returns their key. Both
/// bubbles of a code have the same letter; their colours tell them apart. A number could be taken for the bubble's value.
pub(super) fn letter(
    dots: &[Dot],
    names: &[String],
    bubbles: &[Placed],
    labels: &mut [Label],
) -> Vec<(String, String)> {
    let same = |a: usize, b: usize| dots[a].code == dots[b].code && names[a] == names[b];
    let lettered = |label: &&Label| label.lettered;
    let wanted: Vec<usize> = labels.iter().filter(lettered).map(|label| bubbles[label.bubble].mark).collect();
    let mut codes: Vec<usize> = Vec::new();
    for one in 0..dots.len() {
        if codes.iter().all(|earlier| !same(*earlier, one)) && wanted.iter().any(|other| same(*other, one)) {
            codes.push(one);
        }
    }
    // The order of the codebook holds within a domain; a code that only a later domain has comes where its id belongs.
    codes.sort_by_key(|at| (dots[*at].is_without_code, dots[*at].code.len(), dots[*at].code.clone()));
    for label in labels.iter_mut().filter(|label| label.lettered) {
        let own = bubbles[label.bubble].mark;
        let letter = codes.iter().position(|one| same(*one, own)).map(written);
        label.lines = letter.into_iter().collect();
    }
    codes.iter().enumerate().map(|(index, at)| (written(index), names[*at].clone())).collect()
}

/// What is written below a chart, line by line.
#[derive(Clone, Debug)]
pub(super) struct Below {
    size: f64,
    left: f64,
    width: f64,
    columns: usize,
    /// Lines of a column.
    rows: usize,
    /// The names of the key, in lines.
    names: Vec<Vec<String>>,
    /// What has no place in the chart, with the position of its dot, under a heading.
    unnamed: Vec<(Vec<String>, usize)>,
    heading: String,
}

impl Below {
    pub(super) fn new(
        chart: &Bubble,
        dots: &[Dot],
        (key, unnamed): (&[(String, String)], &[usize]),
        (frame, plot): (&Rect, &Rect),
        (paper, language): (Paper, Language),
    ) -> Self {
        let size = paper.small();
        let names = key.iter().map(|(_, name)| INDENT + paper.text(name, size, false) + GAP);
        let widest = names.fold(1.0, f64::max);
        // A name that is wider than the frame of the chart begins before it.
        let left = if widest > plot.width() { frame.left } else { plot.left };
        let width = plot.right - left;
        let columns = ((width / widest) as usize).clamp(1, key.len().max(1));
        let room = width / columns as f64 - INDENT;
        let names: Vec<_> = key.iter().map(|(_, name)| paper.wrap(name, size, room)).collect();
        // Where names stand beside one another, each has one line.
        let rows = names.iter().map(Vec::len).sum::<usize>().div_ceil(columns);
        let told = |at: &usize| (paper.wrap(&chart.bubble_title(&dots[*at], language), size, width), *at);
        let heading = msg!("bubbles-without-place").text(language);
        let unnamed = unnamed.iter().map(told).collect();
        Self { size, left, width, columns: key.len().div_ceil(rows.max(1)), rows, names, unnamed, heading }
    }

    fn lines(&self) -> usize {
        let listed: usize = self.unnamed.iter().map(|(lines, _)| lines.len()).sum();
        self.rows + if listed == 0 { 0 } else { 1 + listed }
    }

    /// From one line to the next.
    fn line(&self) -> f64 {
        LEADING * self.size * POINT
    }

    pub(super) fn height(&self) -> f64 {
        if self.lines() == 0 { 0.0 } else { GAP + self.line() * self.lines() as f64 + self.above_list() }
    }

    /// Between the key and the list.
    fn above_list(&self) -> f64 {
        if self.rows == 0 || self.unnamed.is_empty() { 0.0 } else { GAP / 2.0 }
    }

    pub(super) fn draw(&self, canvas: &Canvas<'_>, top: f64, layout: &BubbleLayout) {
        let left = self.left;
        let widest = self.width / self.columns.max(1) as f64;
        let look = |bold, color| Type { size: self.size, bold, color, align: Align::Left };
        let capital = font::CAPITALS * self.size * POINT;
        let baseline = |line: usize| top + GAP + capital + self.line() * line as f64;
        let mut at = 0;
        for ((letter, _), lines) in layout.key.iter().zip(&self.names) {
            let (x, line) = (left + widest * (at / self.rows) as f64, at % self.rows);
            canvas.text(letter, x, baseline(line), look(true, INK));
            for (index, text) in lines.iter().enumerate() {
                canvas.text(text, x + INDENT, baseline(line + index), look(false, INK));
            }
            at += lines.len();
        }
        if self.unnamed.is_empty() {
            return;
        }
        let baseline = |line: usize| baseline(line) + self.above_list();
        canvas.text(&self.heading, left, baseline(self.rows), look(true, INK));
        let mut line = self.rows + 1;
        for (lines, at) in &self.unnamed {
            let dot = &layout.dots[*at];
            canvas.mark(&Mark { class: "label", row: dot.row, title: "", data: &[] }, || {
                for (index, text) in lines.iter().enumerate() {
                    canvas.text(
                        text,
                        left,
                        baseline(line + index),
                        look(false, SERIES_INK[dot.series % SERIES_INK.len()]),
                    );
                }
            });
            line += lines.len();
        }
    }
}
