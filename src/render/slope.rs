//! A slope chart: a line per code from what it was at the left to what it is at the right, with name and number at both ends. Names that
//! would lie over each other are moved apart, and a thin line leads to where they belong. What grows, shrinks and stays differs in colour
//! and, first of all, in slope.

use plotters::style::RGBColor;

use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::change::dashed;
use super::font;
use super::spread::spread;
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, SLOPE};
use crate::msg;
use crate::report::years::{Years, YearsDrawing};
use crate::wording::Language;

/// Names and numbers of a year take no more than this, unless a word is longer.
const LABELS: f64 = 50.0;
/// Where leaders run from what is drawn to a name that was moved.
const LEADERS: f64 = 6.0;
/// Free beside a leader.
const BESIDE: f64 = 0.8;
/// Between a number and its name.
const TO_NAME: f64 = 1.6;
const BETWEEN: f64 = 1.5;
/// The line of the legend, and that of the years.
const LEGEND: f64 = 5.4;
const YEARS: f64 = 5.6;
/// No chart is lower than this.
const LOWEST: f64 = 60.0;
/// So much more than names need, so that not all of them are moved.
const ROOM: f64 = 1.25;
/// A name that is moved less than this needs no leader.
const MOVED: f64 = 0.5;
const DOT: f64 = 1.15;
const CAPITAL: f64 = font::CAPITALS * BODY * POINT;
const PLAIN: Type = Type { size: BODY, bold: false, color: INK, align: Align::Left };

/// The years that are compared, with the side on which their names stand.
fn ends(chart: &Years) -> [(usize, Align); 2] {
    [(0, Align::Right), (chart.years.len() - 1, Align::Left)]
}

/// The names of one year.
struct Names {
    /// How wide the numbers are.
    numbers: f64,
    /// The rows that have a number, with the lines and height of their names, the largest number first.
    rows: Vec<(usize, Vec<String>, f64)>,
}

impl Names {
    fn new(chart: &Years, year: usize, language: Language) -> Self {
        let there = || (0..chart.rows.len()).filter(|row| chart.value(*row, year).is_some());
        let numbers = there().map(|row| font::width(&chart.written(row, year, language), BODY, true));
        let numbers = numbers.fold(0.0, f64::max);
        let mut rows: Vec<usize> = there().collect();
        // Of those that are equal here, the one that is larger in the other year stands above.
        let other = if year == 0 { chart.years.len() - 1 } else { 0 };
        rows.sort_by_key(|row| std::cmp::Reverse((chart.value(*row, year), chart.value(*row, other))));
        let name = |row: usize| {
            let lines = font::balanced(&chart.rows[row].label, BODY, false, LABELS - numbers - TO_NAME);
            let height = block_height(lines.len(), BODY) + BETWEEN;
            (row, lines, height)
        };
        Self { numbers, rows: rows.into_iter().map(name).collect() }
    }

    fn height(&self) -> f64 {
        self.rows.iter().map(|(_, _, height)| height).sum()
    }

    /// How wide numbers and names are.
    fn width(&self) -> f64 {
        let lines = self.rows.iter().flat_map(|(_, lines, _)| lines).map(|line| font::width(line, BODY, false));
        lines.fold(0.0, f64::max) + TO_NAME + self.numbers
    }

    /// How far above and below its number the outermost name reaches.
    fn reach(&self) -> f64 {
        self.rows.iter().map(|(_, _, height)| height / 2.0).fold(0.0, f64::max)
    }
}

fn names(chart: &Years, language: Language) -> [Names; 2] {
    ends(chart).map(|(year, _)| Names::new(chart, year, language))
}

/// The height of a chart in millimetres.
pub(super) fn height(chart: &Years, language: Language) -> f64 {
    let needed = names(chart, language).iter().map(Names::height).fold(0.0, f64::max);
    LEGEND + YEARS + (ROOM * needed).max(LOWEST)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Years, language: Language) {
    let names = names(chart, language);
    let reach = names.iter().map(Names::reach).fold(0.0, f64::max);
    let heads = ends(chart).map(|(year, _)| font::width(&chart.year_with_base(year, language), BODY, true) - LEADERS);
    let beside = names.iter().map(Names::width).chain(heads).fold(0.0, f64::max) + LEADERS;
    let top = frame.top + LEGEND + YEARS;
    let plot =
        Rect { left: frame.left + beside, top: top + reach, right: frame.right - beside, bottom: frame.bottom - reach };
    let cells = (0..chart.rows.len()).flat_map(|row| ends(chart).map(|(year, _)| chart.value(row, year)));
    let largest = cells.flatten().map(|value| chart.in_unit(value, language)).fold(0.0, f64::max);
    let scale = if largest > 0.0 { plot.height() / largest } else { 0.0 };
    // From nothing on, as bars: half as much is half as high.
    let y = |row: usize, year: usize| Some(plot.bottom - chart.in_unit(chart.value(row, year)?, language) * scale);
    draw_legend(canvas, frame, chart, language);
    canvas.grid([[(plot.left, plot.bottom), (plot.right, plot.bottom)]], stroked(GRID, 0.25));
    for ((year, side), names) in ends(chart).into_iter().zip(&names) {
        let x = if side == Align::Right { plot.left } else { plot.right };
        canvas.line((x, plot.top), (x, plot.bottom), stroked(AXIS, 0.2));
        let head = chart.year_with_base(year, language);
        let bold = Type { bold: true, align: side, ..PLAIN };
        canvas.text(&head, x, frame.top + LEGEND + CAPITAL, bold);
        let places = (year, side, x, (top, frame.bottom));
        draw_names(canvas, places, names, chart, &y, language);
    }
    for row in 0..chart.rows.len() {
        let at = ends(chart).map(|(year, _)| y(row, year));
        let change = chart.change_written(row, language);
        let title = chart.mark_title(row, ends(chart).into_iter().map(|(year, _)| year), language) + "; " + &change;
        let mark = Mark { class: "mark", row: chart.row(YearsDrawing::Change, row, 0), title: &title, data: &[] };
        let colour = Way::of(chart, row, language).colour();
        canvas.mark(&mark, || {
            if let [Some(then), Some(now)] = at {
                let ends = [(plot.left, then), (plot.right, now)];
                match chart.is_comparable() {
                    true => canvas.line(ends[0], ends[1], stroked(colour, 0.55)),
                    false => dashed(canvas, ends),
                }
            }
            if let Some(then) = at[0] {
                canvas.circle(plot.left, then, DOT, filled(PAPER, 1.0));
                canvas.circle(plot.left, then, DOT, stroked(colour, 0.4));
            }
            at[1].into_iter().for_each(|now| canvas.circle(plot.right, now, DOT, filled(colour, 1.0)));
        });
    }
}

/// Names and numbers beside an axis.
fn draw_names(
    canvas: &Canvas<'_>,
    (year, side, x, edges): (usize, Align, f64, (f64, f64)),
    names: &Names,
    chart: &Years,
    y: &impl Fn(usize, usize) -> Option<f64>,
    language: Language,
) {
    let outwards = if side == Align::Right { -1.0 } else { 1.0 };
    let wanted: Vec<f64> = names.rows.iter().filter_map(|(row, ..)| y(*row, year)).collect();
    let heights: Vec<f64> = names.rows.iter().map(|(_, _, height)| *height).collect();
    for (((row, lines, _), from), to) in names.rows.iter().zip(&wanted).zip(spread(&wanted, &heights, edges)) {
        let number = x + outwards * LEADERS;
        if (from - to).abs() > MOVED {
            let ends = [(x + outwards * (DOT + 0.5), *from), (number - outwards * BESIDE, to)];
            canvas.line(ends[0], ends[1], stroked(AXIS, 0.2));
        }
        let bold = Type { bold: true, align: side, ..PLAIN };
        canvas.text(&chart.written(*row, year, language), number, to + CAPITAL / 2.0, bold);
        let name = number + outwards * (names.numbers + TO_NAME);
        let text_top = to - (block_height(lines.len(), BODY) - font::DESCENDERS * BODY * POINT) / 2.0;
        canvas.lines(lines, name, text_top, Type { align: side, ..PLAIN });
    }
}

/// Which way a row goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Grows,
    Shrinks,
    Stays,
}

impl Way {
    const ALL: [Self; 3] = [Self::Grows, Self::Shrinks, Self::Stays];

    /// By what is written: what reads the same stays.
    fn of(chart: &Years, row: usize, language: Language) -> Self {
        let [then, now] = ends(chart).map(|(year, _)| chart.written(row, year, language));
        match chart.change(row) {
            Some(change) if then != now && change > crate::exact::Exact::ZERO => Self::Grows,
            Some(_) if then != now => Self::Shrinks,
            _ => Self::Stays,
        }
    }

    fn colour(self) -> RGBColor {
        match self {
            Self::Grows => SLOPE[0],
            Self::Shrinks => SLOPE[1],
            Self::Stays => SLOPE[2],
        }
    }

    fn name(self, language: Language) -> String {
        match self {
            Self::Grows => msg!("slope-grows"),
            Self::Shrinks => msg!("slope-shrinks"),
            Self::Stays => msg!("slope-stays"),
        }
        .text(language)
    }
}

/// What is counted, and what the colours mean that there are.
fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Years, language: Language) {
    let baseline = frame.top + CAPITAL;
    canvas.text(&chart.axis, frame.left, baseline, Type { color: GREY_INK, ..PLAIN });
    let both = |row: &usize| chart.change(*row).is_some();
    let there: Vec<Way> = (0..chart.rows.len()).filter(both).map(|row| Way::of(chart, row, language)).collect();
    let mut right = frame.right;
    for way in Way::ALL.into_iter().rev().filter(|way| there.contains(way)) {
        let name = way.name(language);
        canvas.text(&name, right, baseline, Type { align: Align::Right, ..PLAIN });
        let line = right - font::width(&name, BODY, false) - 1.4;
        let middle = baseline - CAPITAL / 2.0;
        canvas.line((line - 6.0, middle), (line, middle), stroked(way.colour(), 0.55));
        right = line - 6.0 - 4.5;
    }
}
