//! What charts of accounts share: colours, the unit of the axis, values as they are written beside marks, and the legend.

use plotters::style::RGBColor;

use super::canvas::{Align, Canvas, Rect, Type, filled, stroked};
use super::flow::{self, Entry, flow};
use super::font;
use super::paper::Paper;
use super::style::{BODY, INK, POINT, SCALE, SERIES};
use crate::exact::Exact;
use crate::report::Percent;
use crate::report::account::{Filled, FilledColumn, Holds};
use crate::wording::Language;

/// The height of a line of the legend.
const LEGEND_LINE: f64 = 5.2;
/// A colour's square or line, and the space to its name.
const SWATCH: f64 = 4.4;
const BETWEEN: f64 = 5.0;

/// The colours of columns: two series or the four of a scale for bars; ink for the first line, then the scale's from its
/// end, which bars reach last.
pub(super) fn colours(columns: &[FilledColumn]) -> Vec<RGBColor> {
    let bars = columns.iter().filter(|column| !column.line).count();
    let palette: &[RGBColor] = if bars <= SERIES.len() { &SERIES } else { &SCALE };
    let mut of_bars = palette.iter().cycle().copied();
    let mut of_lines = std::iter::once(INK).chain(SCALE.into_iter().rev());
    let next = |column: &FilledColumn| if column.line { of_lines.next() } else { of_bars.next() };
    columns.iter().map(next).map(|colour| colour.unwrap_or(INK)).collect()
}

/// A number in the unit of the axis.
pub(super) fn in_unit(chart: &Filled, value: Exact) -> f64 {
    let money = chart.columns.first().is_some_and(|column| column.holds == Holds::Money);
    value.approximate() / if money { chart.kronor_in_unit() as f64 } else { 1.0 }
}

/// A number as it is written beside a mark: millions and thousands with one decimal, and something that would be nothing as less than
/// that; shares as the table has them; others whole.
pub(super) fn written(chart: &Filled, value: Exact, language: Language) -> String {
    let number = in_unit(chart, value);
    match chart.columns.first().map(|column| column.holds) {
        Some(Holds::Money) if chart.kronor_in_unit() > 1 => {
            language.funds_in_unit(value.kronor().into(), chart.kronor_in_unit())
        }
        Some(Holds::Percent { style, .. }) => match Percent::new(value, style) {
            Some(percent) => percent.number(language),
            None => language.decimal(number, style.decimals as usize),
        },
        _ => language.decimal(number, 0),
    }
}

fn legend(paper: Paper, columns: &[FilledColumn]) -> Vec<Entry> {
    let names = columns.iter().map(|column| column.label.as_str());
    flow(paper, names, paper.width() - 4.0, (SWATCH, BETWEEN))
}

/// The height of the legend.
pub(super) fn legend_height(paper: Paper, columns: &[FilledColumn]) -> f64 {
    flow::lines(&legend(paper, columns)) as f64 * LEGEND_LINE + 1.8
}

/// Draws the legend: a square for bars, a line for lines.
pub(super) fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, columns: &[FilledColumn], colours: &[RGBColor]) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for (Entry { left, line, lines }, (column, colour)) in
        legend(canvas.paper, columns).into_iter().zip(columns.iter().zip(colours))
    {
        let (x, top) = (frame.left + left, frame.top + line as f64 * LEGEND_LINE);
        if column.line {
            canvas.line((x, top + 1.5), (x + 3.2, top + 1.5), stroked(*colour, 0.7));
            canvas.circle(x + 1.6, top + 1.5, 0.8, filled(*colour, 1.0));
        } else {
            canvas.rect(&Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 }, filled(*colour, 1.0));
        }
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + at as f64 * LEGEND_LINE, look);
        }
    }
}

/// A mark of a drawing, for tests.
#[cfg(test)]
pub(super) struct Drawn {
    pub(super) row: usize,
    pub(super) title: String,
    pub(super) rects: Vec<Rect>,
    /// The last text.
    pub(super) text: String,
}

/// A chart of kronor with the rows A and B, for tests: name, whether it is a line, and amounts by column.
#[cfg(test)]
pub(super) fn amounts(columns: &[(&str, bool, &[i64])]) -> Filled {
    use crate::report::account::{Cell, FilledRow};
    let row = |label: &str| FilledRow { key: label.to_owned(), label: label.to_owned() };
    let column = |(label, line, amounts): &(&str, bool, &[i64])| FilledColumn {
        id: (*label).to_owned(),
        label: (*label).to_owned(),
        holds: Holds::Money,
        cells: amounts.iter().map(|amount| Cell { value: Some(Exact::whole(*amount)), base: None }).collect(),
        total: Cell::default(),
        line: *line,
    };
    Filled { rows: ["A", "B"].map(row).to_vec(), columns: columns.iter().map(column).collect(), ..Filled::default() }
}

/// The marks of a drawing in their order, for tests.
#[cfg(test)]
pub(super) fn marks(drawing: &str) -> Vec<Drawn> {
    let between = |text: &str, from: &str, to: &str| {
        let rest = text.split_once(from).map_or("", |(_, rest)| rest);
        rest.split_once(to).map_or(String::new(), |(value, _)| value.to_owned())
    };
    let mark = |group: &str| {
        let own = group.split("</g>").next().unwrap_or_default();
        let number = |rect: &str, name: &str| between(rect, &format!(" {name}=\""), "\"").parse().unwrap_or(f64::NAN);
        let rect = |rect: &str| {
            let (left, top) = (number(rect, "x"), number(rect, "y"));
            Rect { left, top, right: left + number(rect, "width"), bottom: top + number(rect, "height") }
        };
        Drawn {
            row: between(own, "data-row=\"", "\"").parse().unwrap_or(usize::MAX),
            title: between(own, "<title>", "</title>"),
            rects: own.split("<rect").skip(1).map(rect).collect(),
            text: own.rsplit_once("<text").map_or_else(String::new, |(_, text)| between(text, ">", "<")),
        }
    };
    drawing.split("<g class=\"mark\"").skip(1).map(mark).collect()
}
