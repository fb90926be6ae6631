//! Horizontal bars to their base: options to the left, number and share at the end of each bar, and hollow what is left to the base.
//! What has no code is last, and hatched.

use super::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use super::flow::{self, Entry, flow};
use super::font;
use super::hatch::hatching;
use super::paper::Paper;
use super::rows::Names;
use super::scale::{self, Scale};
use super::style::{AXIS, BODY, GRID, INK, POINT, SERIES};
use crate::report::{Bars, BarsGroup};
use crate::wording::{Language, NO_BREAK};

const LABELS: f64 = 66.0;
const BAR: f64 = 4.6;
/// Above and below a bar, so that those of groups keep apart.
const EDGE: f64 = 0.3;
const BETWEEN_OPTIONS: f64 = 3.2;
/// Space above what has no code.
const ABOVE_WITHOUT: f64 = 1.6;
const LEGEND: f64 = 7.0;
const LEGEND_LINE: f64 = 5.0;
const SWATCH: f64 = 4.2;
const BETWEEN_GROUPS: f64 = 6.0;
/// From the end of a bar to its value.
const TO_VALUE: f64 = 1.2;

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn bar(paper: Paper) -> f64 {
    paper.to_touch(BAR - 2.0 * EDGE) + 2.0 * EDGE
}

fn bars(paper: Paper, chart: &Bars) -> f64 {
    bar(paper) * chart.groups.len() as f64
}

fn slot(paper: Paper, chart: &Bars, option: &str) -> f64 {
    names(paper).slot(option, bars(paper, chart), BETWEEN_OPTIONS)
}

fn legend(paper: Paper, chart: &Bars) -> Vec<Entry> {
    let name = |group: &BarsGroup| {
        let base = group.bases.iter().max().copied().unwrap_or(0);
        format!("{} (n{NO_BREAK}={NO_BREAK}{base})", group.label)
    };
    let names: Vec<String> = chart.groups.iter().filter(|_| chart.groups.len() > 1).map(name).collect();
    let width = paper.width() - 4.0 - names_beside(paper);
    flow(paper, names.iter().map(String::as_str), width, (SWATCH, BETWEEN_GROUPS))
}

fn names_beside(paper: Paper) -> f64 {
    names(paper).beside()
}

fn legend_height(paper: Paper, chart: &Bars) -> f64 {
    match flow::lines(&legend(paper, chart)) {
        0 => 0.0,
        lines => LEGEND + (lines - 1) as f64 * LEGEND_LINE,
    }
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Bars) -> f64 {
    legend_height(paper, chart) + rows(paper, chart).1 + scale::HEIGHT
}

/// The options in the order of their rows, each with its top from that of the first row, and where the last row ends.
fn rows(paper: Paper, chart: &Bars) -> (Vec<(usize, f64)>, f64) {
    let is_without = |option: &usize| chart.without_code.contains(option);
    let (without, coded): (Vec<usize>, Vec<usize>) = (0..chart.options.len()).partition(is_without);
    let mut top = 0.0;
    let mut rows = Vec::new();
    for option in coded.iter().chain(&without) {
        if Some(option) == without.first() && !coded.is_empty() {
            top += ABOVE_WITHOUT;
        }
        rows.push((*option, top));
        top += slot(paper, chart, &chart.options[*option]);
    }
    (rows, top)
}

/// What a bar's length stands for.
fn value(chart: &Bars, group: &BarsGroup, option: usize) -> f64 {
    let (count, base) = (group.counts[option] as f64, group.bases[option] as f64);
    match (chart.shares, base > 0.0) {
        (false, _) => count,
        (true, true) => 100.0 * count / base,
        (true, false) => 0.0,
    }
}

/// What a bar's length would be if it stood for everyone.
fn whole(chart: &Bars, group: &BarsGroup, option: usize) -> f64 {
    if chart.shares { 100.0 } else { group.bases[option] as f64 }
}

/// How far a bar and its base reach, and how wide the value is that stands at its end.
struct Ends {
    value: f64,
    whole: f64,
    text: f64,
}

impl Ends {
    fn new(paper: Paper, chart: &Bars, (at, option): (usize, usize), language: Language) -> Self {
        let (value, whole) = (value(chart, &chart.groups[at], option), whole(chart, &chart.groups[at], option));
        Self { value, whole, text: paper.text(&chart.value_text(at, option, language), BODY, false) }
    }

    /// Whether the hollow rest holds the value.
    fn is_inside(&self, unit: f64) -> bool {
        (self.whole - self.value) * unit >= self.text + 2.0 * TO_VALUE
    }

    /// Where a bar and its base end.
    fn end(&self) -> f64 {
        self.value.max(self.whole)
    }
}

/// How long one is, and whether values stand inside the hollow rests; where one has no room there, all stand behind the bases.
fn scale_of(ends: &[Ends], end: f64, width: f64) -> (f64, bool) {
    let unit = width / end;
    if ends.iter().all(|own| own.is_inside(unit)) {
        return (unit, true);
    }
    let with_text = ends.iter().filter(|own| own.end() > 0.0);
    let unit = with_text.map(|own| (width - TO_VALUE - own.text) / own.end()).fold(unit, f64::min);
    (unit, false)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Bars, language: Language) {
    let paper = canvas.paper;
    let all = (0..chart.groups.len()).flat_map(|at| (0..chart.options.len()).map(move |option| (at, option)));
    let ends: Vec<Ends> = all.map(|(at, option)| Ends::new(paper, chart, (at, option), language)).collect();
    // Of nobody there is no base; and where more gave an answer than are known to be asked, the bars go on.
    let end = ends.iter().map(|own| own.whole.max(own.value)).fold(1.0, f64::max);
    let tick = paper.text(&language.decimal(end, 0), BODY, false) / 2.0;
    let plot = Rect {
        left: frame.left + names_beside(paper),
        top: frame.top + legend_height(paper, chart),
        right: frame.right - tick.max(1.0),
        bottom: frame.bottom - scale::HEIGHT,
    };
    let (unit, is_inside) = scale_of(&ends, end, plot.width());
    let x = |number: f64| plot.left + number * unit;
    let below = Scale { ticks: &[0.0, end], decimals: 0, name: &chart.axis, right: x(end), has_lines: false };
    below.draw(canvas, &plot, x, language);
    // Not through names, where they stand above the bars.
    let mut zeros = Vec::new();
    for (option, top) in rows(paper, chart).0 {
        let (name, top) = (&chart.options[option], plot.top + top);
        let slot = (slot(paper, chart, name), bars(paper, chart));
        let middle = names(paper).write(canvas, name, (frame.left, top), slot);
        draw_option(canvas, (&plot, middle), (unit, is_inside), chart, option, language);
        zeros.push((middle - slot.1 / 2.0, middle + slot.1 / 2.0));
    }
    let zeros = paper.either(vec![(plot.top, plot.bottom)], zeros);
    canvas.grid(zeros.into_iter().map(|(from, to)| [from, to].map(|y| (plot.left, y))), stroked(AXIS, 0.2));
    if chart.groups.len() > 1 {
        draw_legend(canvas, frame, chart);
    }
}

fn draw_option(
    canvas: &Canvas<'_>,
    (plot, middle): (&Rect, f64),
    (unit, is_inside): (f64, bool),
    chart: &Bars,
    option: usize,
    language: Language,
) {
    let look = |align| Type { size: BODY, bold: false, color: INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let height = bar(canvas.paper);
    let mut bar_top = middle - bars(canvas.paper, chart) / 2.0;
    for (series, group) in chart.groups.iter().enumerate() {
        let end = plot.left + value(chart, group, option) * unit;
        let bar = Rect { left: plot.left, top: bar_top + EDGE, right: end, bottom: bar_top + height - EDGE };
        let base = plot.left + whole(chart, group, option) * unit;
        if base > end {
            canvas.rect(&Rect { left: end, right: base, ..bar }, stroked(GRID, 0.25));
        }
        let title = chart.mark_title(series, option, language);
        let text = chart.value_text(series, option, language);
        let ends = Ends::new(canvas.paper, chart, (series, option), language);
        let behind = if is_inside { end } else { plot.left + ends.end() * unit };
        canvas.mark(&Mark { class: "mark", row: chart.row(series, option), title: &title, data: &[] }, || {
            let colour = SERIES[series % SERIES.len()];
            if chart.without_code.contains(&option) {
                canvas.grid(hatching(&bar), stroked(colour, 0.35));
                canvas.rect(&bar, stroked(colour, 0.3));
            } else {
                canvas.rect(&bar, filled(colour, 1.0));
            }
            canvas.text(&text, behind + TO_VALUE, bar_top + height / 2.0 + capital / 2.0, look(Align::Left));
        });
        bar_top += height;
    }
}

fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Bars) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for (series, Entry { left, line, lines }) in legend(canvas.paper, chart).iter().enumerate() {
        let x = frame.left + names_beside(canvas.paper) + left;
        let top = frame.top + *line as f64 * LEGEND_LINE;
        let mark = Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 };
        canvas.rect(&mark, filled(SERIES[series % SERIES.len()], 1.0));
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + at as f64 * LEGEND_LINE, look);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::series::marks;
    use super::super::style::WIDTH;
    use super::*;
    use crate::report::Noun;

    fn chart(without_code: Vec<usize>, counts: &[usize], shares: bool) -> Bars {
        let group = BarsGroup {
            area: "a".to_owned(),
            label: String::new(),
            counts: counts.to_vec(),
            bases: vec![21; counts.len()],
            unticked: false,
            selections: vec![None; counts.len()],
        };
        Bars {
            options: (0..counts.len()).map(|at| format!("O{at}")).collect(),
            without_code,
            groups: vec![group],
            axis: "Antal regioner".to_owned(),
            counted: Noun::Answer,
            shares,
            answer: None,
        }
    }

    fn drawn(chart: &Bars) -> String {
        let mut drawing = String::new();
        let height = height(Paper::Wide, chart);
        let frame = Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height };
        draw(&Canvas::new(&mut drawing, Paper::Wide, height), &frame, chart, Language::Swedish);
        drawing
    }

    #[test]
    fn bars_run_to_their_base_and_say_number_and_share() {
        let drawing = drawn(&chart(Vec::new(), &[11, 21, 0], false));
        let marks = marks(&drawing);
        // 11 of 21 is 52.4 percent.
        assert_eq!(marks[0].text.replace(NO_BREAK, " "), "11 av 21, 52 %");
        assert_eq!(marks[1].text.replace(NO_BREAK, " "), "21 av 21, 100 %");
        assert_eq!(marks[2].text.replace(NO_BREAK, " "), "0 av 21, 0 %");
        let lengths = [0, 1, 2].map(|at| marks[at].rects[0].width());
        assert!((lengths[0] / lengths[1] - 11.0 / 21.0).abs() < 1e-3, "{lengths:?}");
        // Before the marks stand what is hollow: 10 of 21 after the first bar, all of the third.
        assert!(drawing.contains(">21</text>") && !drawing.contains(">20</text>"), "{drawing}");
    }

    #[test]
    fn what_has_no_code_is_last_and_hatched() {
        let drawing = drawn(&chart(vec![0], &[4, 12], true));
        let marks = marks(&drawing);
        // Drawn last, yet the first row of the table.
        assert_eq!([marks[0].row, marks[1].row], [1, 0]);
        assert!(marks[1].rects[0].top > marks[0].rects[0].bottom);
        let of = |row: usize| drawing.split("<g class=\"mark\"").find(|g| g.contains(&format!("data-row=\"{row}\"")));
        assert!(of(0).is_some_and(|g| g.contains("<path") && g.contains("fill=\"none\"")), "{drawing}");
        assert!(of(1).is_some_and(|g| !g.contains("<path")), "{drawing}");
    }
}
