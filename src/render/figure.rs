//! A whole figure: title and explanation above the chart, note and source below it, in one SVG.

use super::canvas::{Align, Canvas, Rect, Type, block_height};
use super::style::{BODY, GREY_INK, INK, PAPER, SMALL, TITLE, TYPEFACE, WIDTH};
use super::svg::{escape, millimetres};
use super::{bars, bubble, canvas, columns, font, likert, stacked};
use crate::report::{Content, Item};
use crate::wording::Language;

/// Distance between the blocks of a figure, in millimetres.
const GAP: f64 = 2.4;
/// Free paper around everything.
const BORDER: f64 = 2.0;

/// A block of text that runs the width of the figure.
struct Paragraph {
    lines: Vec<String>,
    look: Type,
}

impl Paragraph {
    fn new(text: &str, size: f64, bold: bool, grey: bool) -> Self {
        let color = if grey { GREY_INK } else { INK };
        let look = Type { size, bold, color, align: Align::Left };
        let wrap = if bold { font::balanced } else { font::wrap };
        Self { lines: wrap(text, size, bold, WIDTH - 2.0 * BORDER), look }
    }

    fn height(&self) -> f64 {
        if self.lines.is_empty() { 0.0 } else { block_height(self.lines.len(), self.look.size) + GAP }
    }

    /// Draws the block and returns where the next begins.
    fn draw(&self, canvas: &Canvas<'_>, top: f64) -> f64 {
        canvas.lines(&self.lines, BORDER, top, self.look);
        top + self.height()
    }
}

/// A figure as SVG; `None` for an item that is not drawn.
pub fn svg(item: &Item, language: Language) -> Option<String> {
    let above = [
        Paragraph::new(&format!("{}. {}", item.number, item.title), TITLE, true, false),
        Paragraph::new(&item.explanation, BODY, false, true),
    ];
    let below = [Paragraph::new(&item.note, SMALL, false, true), Paragraph::new(&item.source, SMALL, false, true)];
    let heights = |all: &[Paragraph]| all.iter().map(Paragraph::height).sum::<f64>();
    let top = BORDER + heights(&above);
    let frame = Rect { left: BORDER, top, right: WIDTH - BORDER, bottom: top };
    let layout = match &item.content {
        Content::Bubble(chart) => Some(bubble::layout(chart, &frame)),
        _ => None,
    };
    let chart_height = match &item.content {
        Content::Bubble(_) => layout.as_ref().map_or(0.0, bubble::height),
        Content::Bars(chart) => bars::height(chart),
        Content::Likert(chart) => likert::height(chart, language),
        Content::Stacked(chart) => stacked::height(chart),
        Content::Columns(chart) => columns::height(chart),
        Content::Table => return None,
    };
    let frame = Rect { bottom: top + chart_height, ..frame };
    let height = frame.bottom + GAP + heights(&below) + BORDER - GAP;
    let mut marks = String::new();
    {
        let canvas = Canvas::new(&mut marks, WIDTH, height);
        canvas.rect(&Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height }, canvas::filled(PAPER, 1.0));
        above.iter().fold(BORDER, |top, paragraph| paragraph.draw(&canvas, top));
        match &item.content {
            Content::Bubble(chart) => {
                if let Some(layout) = &layout {
                    bubble::draw(&canvas, &frame, chart, layout, language);
                }
            }
            Content::Bars(chart) => bars::draw(&canvas, &frame, chart, language),
            Content::Likert(chart) => likert::draw(&canvas, &frame, chart, language),
            Content::Stacked(chart) => stacked::draw(&canvas, &frame, chart, language),
            Content::Columns(chart) => columns::draw(&canvas, &frame, chart, language),
            Content::Table => {}
        }
        below.iter().fold(frame.bottom + GAP, |top, paragraph| paragraph.draw(&canvas, top));
    }
    Some(document(item, language, height, &marks))
}

fn document(item: &Item, language: Language, height: f64, marks: &str) -> String {
    let (width, height) = (millimetres(canvas::micrometres(WIDTH)), millimetres(canvas::micrometres(height)));
    let (id, tag) = (&item.id, language.word());
    let title = escape(&format!("{}. {}", item.number, item.title));
    let description = escape(item.alternative.trim());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{tag}\" aria-labelledby=\"{id}-title {id}-desc\" \
         font-family=\"{TYPEFACE}\">\n<title id=\"{id}-title\">{title}</title>\n\
         <desc id=\"{id}-desc\">{description}</desc>\n{marks}</svg>\n"
    )
}
