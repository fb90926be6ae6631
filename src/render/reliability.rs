//! A reliability diagram: the observed share of right codings against their predicted probability; calibrated predictions lie
//! on the diagonal.

use super::canvas::{Align, Canvas, Rect, Type, filled, micrometres, stroked};
use super::font;
use super::paper::Paper;
use super::style::{BODY, GREY_INK, GRID, INK, PAPER, POINT, SERIES, TITLE, TYPEFACE};
use super::svg::{self, escape, millimetres};
use crate::msg;
use crate::wording::Language;

/// The side of the square, and the paper around it, in millimetres.
const SIDE: f64 = 80.0;
const LEFT: f64 = 14.0;
const TOP: f64 = 12.0;
const BELOW: f64 = 16.0;
const RIGHT: f64 = 6.0;

/// A point of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliabilityPoint {
    /// The mean probability of its codings.
    pub probability: f64,
    /// The share of them that are right.
    pub share: f64,
    /// The 95 percent interval of the share (Wilson).
    pub interval: (f64, f64),
    /// How many codings.
    pub codings: usize,
}

/// The diagram as SVG, with what the data are as metadata.
pub fn reliability_svg(
    id: &str,
    title: &str,
    provenance: &str,
    points: &[ReliabilityPoint],
    language: Language,
) -> String {
    let (width, height) = (LEFT + SIDE + RIGHT, TOP + SIDE + BELOW);
    let mut marks = String::new();
    {
        let canvas = Canvas::of_size(&mut marks, Paper::Wide, (width, height));
        canvas.rect(&Rect { left: 0.0, top: 0.0, right: width, bottom: height }, filled(PAPER, 1.0));
        let bold = Type { size: TITLE, bold: true, color: INK, align: Align::Left };
        canvas.text(title, 2.0, 2.0 + font::CAPITALS * TITLE * POINT, bold);
        draw_axes(&canvas, language);
        points.iter().for_each(|point| draw_point(&canvas, point));
    }
    let (width, height) = (millimetres(micrometres(width)), millimetres(micrometres(height)));
    let (tag, title) = (language.word(), escape(title));
    let description = escape(&description(points, language));
    let metadata = svg::provenance(provenance);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{tag}\" aria-labelledby=\"{id}-title {id}-desc\" \
         font-family=\"{TYPEFACE}\">\n<title id=\"{id}-title\">{title}</title>\n\
         <desc id=\"{id}-desc\">{description}</desc>\n{metadata}{marks}</svg>\n"
    )
}

fn x(probability: f64) -> f64 {
    LEFT + SIDE * probability
}

fn y(share: f64) -> f64 {
    TOP + SIDE * (1.0 - share)
}

fn draw_axes(canvas: &Canvas<'_>, language: Language) {
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    for tick in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0] {
        canvas.line((x(tick), y(0.0)), (x(tick), y(1.0)), stroked(GRID, 0.2));
        canvas.line((x(0.0), y(tick)), (x(1.0), y(tick)), stroked(GRID, 0.2));
        let text = language.decimal(tick, 1);
        canvas.text(&text, x(tick), y(0.0) + 2.5 + capital, look(Align::Middle));
        canvas.text(&text, LEFT - 1.5, y(tick) + capital / 2.0, look(Align::Right));
    }
    canvas.line((x(0.0), y(0.0)), (x(1.0), y(1.0)), stroked(GREY_INK, 0.25));
    let axis = msg!("report-probability-across-and-share-right").text(language);
    canvas.text(&axis, LEFT, y(0.0) + 7.0 + capital, look(Align::Left));
    let lines = msg!("report-lines-95-percent-intervals-wilson").text(language);
    canvas.text(&lines, LEFT, y(0.0) + 11.0 + capital, look(Align::Left));
}

fn draw_point(canvas: &Canvas<'_>, point: &ReliabilityPoint) {
    let at = x(point.probability);
    canvas.line((at, y(point.interval.0)), (at, y(point.interval.1)), stroked(SERIES[0], 0.4));
    canvas.circle(at, y(point.share), 1.2, filled(SERIES[0], 1.0));
}

fn description(points: &[ReliabilityPoint], language: Language) -> String {
    let one = |point: &ReliabilityPoint| {
        let (probability, share) = (language.decimal(point.probability, 2), language.decimal(point.share, 2));
        msg!("reliability-point", probability, share, codings = point.codings.to_string()).text(language)
    };
    points.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_probability_lies_on_the_diagonal() {
        assert_eq!((x(0.5) - x(0.0), y(0.0) - y(0.5)), (SIDE / 2.0, SIDE / 2.0));
        let point = ReliabilityPoint { probability: 0.5, share: 0.5, interval: (0.4, 0.6), codings: 96 };
        let svg = reliability_svg("r", "Mål & effekt", "", &[point], Language::Swedish);
        // 14 + 40 mm across, 12 + 40 mm down.
        assert!(svg.contains("cx=\"54\" cy=\"52\""), "{svg}");
        assert!(svg.contains("Mål &amp; effekt") && svg.contains("andel rätta 0,50 av 96"), "{svg}");
    }
}
