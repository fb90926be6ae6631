//! A ranked dumbbell chart of what bubbles show: a row per code with a dot per domain, numbers in the left panel and funds in the
//! right one, what has no code last and hatched. Values stand beside the dots, so that there is no axis to read them from.

mod layout;
mod legend;
mod panel;

pub(super) use layout::{Layout, layout};

use layout::{CAPITAL, Laid, TO_PANELS, WHISKER};
use legend::Key;
use panel::{DISC, Panel, RING, TO_VALUE, dot_radius};

use super::bubble::whiskers::cap;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::change::beside;
use super::font;
use super::hatch::hatching;
use super::plane::Line;
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, SERIES, SERIES_INK};
use crate::report::Dot;
use crate::wording::Language;

const PLAIN: Type = Type { size: BODY, bold: false, color: INK, align: Align::Left };

/// Draws a chart that has been laid out in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, layout: &Layout<'_>, language: Language) {
    draw_legend(canvas, layout);
    for panel in &layout.panels {
        let top = layout.top - block_height(panel.head.len(), BODY) - 1.0;
        canvas.lines(&panel.head, panel.head_left(), top, Type { color: GREY_INK, ..PLAIN });
        for laid in &layout.rows {
            draw_ground(canvas, panel, laid);
        }
        // Under the dots, and not through names.
        let rows = layout.rows.iter().map(|laid| (laid.middle - laid.line / 2.0, laid.middle + laid.line / 2.0));
        let all = vec![(layout.top, layout.bottom)];
        let zeros = if layout.names_above { rows.collect() } else { all };
        let zeros = zeros.into_iter().map(|(from, to)| [from, to].map(|y| (panel.zero, y)));
        canvas.grid(zeros, stroked(AXIS, 0.2));
    }
    for laid in &layout.rows {
        draw_row(canvas, layout, laid, language);
    }
}

fn draw_legend(canvas: &Canvas<'_>, layout: &Layout<'_>) {
    for (key, (x, y)) in &layout.legend.keys {
        let baseline = y + CAPITAL / 2.0;
        match key {
            Key::Domain(series, name) => {
                draw_dot(canvas, (x + RING, *y), *series);
                canvas.text(name, x + Key::DOT, baseline, PLAIN);
            }
            Key::Difference(words) => {
                canvas.line((*x, *y), (x + Key::LINE - 1.4, *y), stroked(AXIS, 0.5));
                canvas.text(words, x + Key::LINE, baseline, PLAIN);
            }
            Key::Totals(words) => canvas.text(words, *x, baseline, Type { color: GREY_INK, ..PLAIN }),
        }
    }
}

/// The first domain has a disc, the second a wider ring, so that both are seen in the same place and without their colours.
fn draw_dot(canvas: &Canvas<'_>, (x, y): (f64, f64), series: usize) {
    let colour = SERIES[series % SERIES.len()];
    if series == 0 {
        canvas.circle(x, y, DISC, filled(colour, 1.0));
    } else {
        canvas.circle(x, y, RING, filled(PAPER, 1.0));
        canvas.circle(x, y, RING, stroked(colour, 0.5));
    }
}

fn draw_row(canvas: &Canvas<'_>, layout: &Layout<'_>, laid: &Laid, language: Language) {
    let block = block_height(laid.lines.len(), BODY) - font::DESCENDERS * BODY * POINT;
    if layout.names_above {
        canvas.lines(&laid.lines, layout.frame.left, laid.top, PLAIN);
    } else {
        let right = layout.frame.left + layout.names - TO_PANELS;
        canvas.lines(&laid.lines, right, laid.middle - block / 2.0, Type { align: Align::Right, ..PLAIN });
    }
    let joints: Vec<Line> = layout.panels.iter().filter_map(|panel| joint(layout, panel, laid)).collect();
    if !joints.is_empty() {
        canvas.joints(|| canvas.grid(joints, stroked(AXIS, 0.5)));
    }
    // A disc lies over a ring.
    for dot in laid.row.dots.iter().rev() {
        draw_mark(canvas, layout, (laid, dot), language);
    }
    for panel in &layout.panels {
        draw_values(canvas, layout, panel, laid, language);
    }
}

/// What lies under the dots: a line that leads from the name on, or hatching for what has no code.
fn draw_ground(canvas: &Canvas<'_>, panel: &Panel, laid: &Laid) {
    let half = laid.line / 2.0;
    let area = Rect { left: panel.left, top: laid.middle - half, right: panel.right, bottom: laid.middle + half };
    if laid.row.is_without_code {
        canvas.grid(hatching(&area), stroked(GRID, 0.3));
    } else {
        canvas.line((panel.zero, laid.middle), (panel.right, laid.middle), stroked(GRID, 0.2));
    }
}

/// From the edge of one dot to that of the other, where they stand apart.
fn joint(layout: &Layout<'_>, panel: &Panel, laid: &Laid) -> Option<Line> {
    let mut ends: Vec<(f64, f64)> =
        laid.row.dots.iter().map(|dot| (panel.x(layout.chart, dot), dot_radius(dot.series))).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let [(from, first), (to, second)] = ends[..] else { return None };
    let (from, to) = (from + first, to - second);
    (layout.chart.joined && from < to).then_some([(from, laid.middle), (to, laid.middle)])
}

/// The dots of one number, one in each panel, as a mark; then what it may be.
fn draw_mark(canvas: &Canvas<'_>, layout: &Layout<'_>, (laid, dot): (&Laid, &Dot), language: Language) {
    let chart = layout.chart;
    let title = chart.dot_title(dot, language);
    let domain = chart.domains.get(dot.series).map_or("", |(domain, _)| domain.word());
    let data = [("domain", domain), ("code", dot.code.as_str())];
    canvas.mark(&Mark { class: "mark", row: dot.row, title: &title, data: &data }, || {
        for panel in &layout.panels {
            draw_dot(canvas, (panel.x(layout.chart, dot), laid.middle), dot.series);
        }
    });
    let y = laid.middle + if dot.series == 0 { -WHISKER } else { WHISKER };
    let own = layout.panels.iter().filter_map(|panel| panel.interval(layout.chart, dot));
    let lines: Vec<Line> = own.map(|ends| ends.map(|x| (x, y))).collect();
    if !lines.is_empty() {
        let caps = lines.iter().flat_map(|line| line.map(|end| cap(line, end)));
        let colour = SERIES_INK[dot.series % SERIES_INK.len()];
        let all: Vec<Line> = caps.chain(lines.iter().copied()).collect();
        let group = Mark { class: "whisker", row: dot.row, title: "", data: &[] };
        canvas.mark(&group, || canvas.grid(all, stroked(colour, 0.25)));
    }
}

/// The values beside the dots. They are no part of a mark: its name has the same numbers among other words.
fn draw_values(canvas: &Canvas<'_>, layout: &Layout<'_>, panel: &Panel, laid: &Laid, language: Language) {
    let dot = |series: usize| laid.row.dots.iter().find(|dot| dot.series == series);
    let at = [0, 1].map(|series| dot(series).map(|dot| panel.x(layout.chart, dot)));
    let texts =
        [0, 1].map(|series| dot(series).map(|dot| panel.written(layout.chart, dot, language)).unwrap_or_default());
    let (left, right) = panel.drawn(layout.chart, &laid.row);
    let placed = beside(at, [&texts[0], &texts[1]], (left - TO_VALUE, right + TO_VALUE));
    // One text for two dots goes with neither.
    let is_shared = placed.len() < laid.row.dots.len();
    for (series, x, align) in placed {
        let width = canvas.paper.text(&texts[series], BODY, false);
        let x = if align == Align::Right { panel.end_before(x, width) } else { x };
        let color = if is_shared { INK } else { SERIES_INK[series % SERIES_INK.len()] };
        let look = Type { color, align, ..PLAIN };
        let write = || canvas.halo(|| canvas.text(&texts[series], x, laid.middle + CAPITAL / 2.0, look));
        match dot(series).filter(|_| !is_shared) {
            Some(dot) => canvas.mark(&Mark { class: "label", row: dot.row, title: "", data: &[] }, write),
            None => write(),
        }
    }
}
