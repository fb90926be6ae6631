//! A whole figure: title and explanation above the chart, note and source below it, in one SVG.

use std::collections::BTreeMap;

use super::canvas::{Align, Canvas, Rect, Type, block_height, micrometres};
use super::style::{BODY, GREY_INK, INK, PAPER, SMALL, TITLE, TYPEFACE, WIDTH};
use super::svg::{escape, millimetres};
use super::{
    attained, bars, bubble, canvas, change, columns, dumbbell, font, heat, likert, panels, picture, slope, stacked,
};
use crate::report::{Bubble, BubbleForm, Content, Item};
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

/// A figure as it is drawn, in parts: a page or a document has the words around the chart as text of its own.
pub struct Figure {
    paper: String,
    above: String,
    chart: String,
    below: String,
    /// Where the chart is.
    frame: Rect,
    height: f64,
    narrow: Option<Narrow>,
}

/// A chart laid out anew for a narrow window.
struct Narrow {
    chart: String,
    height: f64,
}

impl Narrow {
    /// Where such a window is 350 pixels wide, the words of a chart are as high as 12 of them.
    const WIDTH: f64 = 82.0;

    /// `None` for what has one layout alone.
    fn new(item: &Item, language: Language) -> Option<Self> {
        let Content::Bubble(Bubble { form: BubbleForm::Dumbbell, .. }) = &item.content else { return None };
        let (chart, height) = draw_chart(item, language, (Self::WIDTH, BORDER))?;
        Some(Self { chart, height: height + 2.0 * BORDER })
    }

    fn svg(&self, attributes: &str) -> String {
        let [width, height] = [Self::WIDTH, self.height].map(|length| millimetres(micrometres(length)));
        let paper = Rect { left: 0.0, top: 0.0, right: Self::WIDTH, bottom: self.height };
        let paper = part((Self::WIDTH, self.height), |canvas| canvas.rect(&paper, canvas::filled(PAPER, 1.0)));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"narrow\" viewBox=\"0 0 {width} {height}\" {attributes}>\n{paper}{}</svg>",
            self.chart
        )
    }
}

/// The figures of a report by the ids of their items.
pub type Figures = BTreeMap<String, Figure>;

/// The chart of a figure, between its title and its note, in millimetres from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Width of the whole figure.
    pub width: f64,
    /// Height of the whole figure.
    pub height: f64,
    /// Where the chart begins.
    pub top: f64,
    /// Where it ends.
    pub bottom: f64,
}

impl Figure {
    /// Draws an item; `None` for one that is not drawn.
    pub fn new(item: &Item, language: Language) -> Option<Self> {
        let above =
            [Paragraph::new(&item.heading(), TITLE, true, false), Paragraph::new(&item.explanation, BODY, false, true)];
        let below = [Paragraph::new(&item.note, SMALL, false, true), Paragraph::new(&item.source, SMALL, false, true)];
        let heights = |all: &[Paragraph]| all.iter().map(Paragraph::height).sum::<f64>();
        let top = BORDER + heights(&above);
        let (chart, chart_height) = draw_chart(item, language, (WIDTH, top))?;
        let frame = Rect { left: BORDER, top, right: WIDTH - BORDER, bottom: top + chart_height };
        let height = frame.bottom + GAP + heights(&below) + BORDER - GAP;
        let paragraphs = |all: &[Paragraph], top: f64| {
            part((WIDTH, height), |canvas| {
                all.iter().fold(top, |top, paragraph| paragraph.draw(canvas, top));
            })
        };
        let whole = Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height };
        Some(Self {
            paper: part((WIDTH, height), |canvas| canvas.rect(&whole, canvas::filled(PAPER, 1.0))),
            above: paragraphs(&above, BORDER),
            chart,
            below: paragraphs(&below, frame.bottom + GAP),
            frame,
            height,
            narrow: Narrow::new(item, language),
        })
    }

    /// The figure as an SVG file of its own.
    pub fn svg(&self, item: &Item, language: Language) -> String {
        let (width, height) = self.size();
        let Self { paper, above, chart, below, .. } = self;
        let (id, tag) = (&item.id, language.word());
        let title = escape(&item.heading());
        let description = escape(item.alternative.trim());
        let metadata = super::svg::provenance(&item.provenance);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{tag}\" aria-labelledby=\"{id}-title {id}-desc\" \
             font-family=\"{TYPEFACE}\">\n<title id=\"{id}-title\">{title}</title>\n\
             <desc id=\"{id}-desc\">{description}</desc>\n{metadata}{paper}{above}{chart}{below}</svg>\n"
        )
    }

    /// The chart in a page, which has the words around it as text of its own. Where a reader wants the drawing by itself,
    /// the page can show all of it (`data-whole`) with its [`captions`](Self::captions). What can be laid out anew for a narrow
    /// window is there a second time; the page shows the one that fits.
    pub(super) fn inline(&self, named_by: &str, described_by: &str) -> String {
        let (width, height) = self.size();
        let Self { paper, chart, .. } = self;
        let Window { top, bottom, .. } = self.window();
        let [top, tall] = [top, bottom - top].map(|length| millimetres(micrometres(length)));
        let attributes = format!(
            "role=\"img\" aria-labelledby=\"{named_by}\" aria-describedby=\"{described_by}\" font-family=\"{TYPEFACE}\""
        );
        let class = if self.narrow.is_some() { " class=\"wide\"" } else { "" };
        let narrow = self.narrow.as_ref().map(|narrow| narrow.svg(&attributes)).unwrap_or_default();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"{class} viewBox=\"0 {top} {width} {tall}\" \
             data-whole=\"0 0 {width} {height}\" {attributes}>\n{paper}{chart}</svg>{narrow}",
        )
    }

    /// Whether it is also laid out for narrow windows.
    pub(super) fn is_also_narrow(&self) -> bool {
        self.narrow.is_some()
    }

    /// The words above the chart and below it, as SVG elements.
    pub(super) fn captions(&self) -> [&str; 2] {
        [&self.above, &self.below]
    }

    /// The part that a document shows which has title, note and source as text of its own.
    pub fn window(&self) -> Window {
        let Rect { top, bottom, .. } = self.frame;
        Window { width: WIDTH, height: self.height, top: top - GAP / 2.0, bottom: bottom + GAP / 2.0 }
    }

    /// Width and height as SVG writes them.
    fn size(&self) -> (String, String) {
        (millimetres(micrometres(WIDTH)), millimetres(micrometres(self.height)))
    }
}

/// A figure as SVG; `None` for an item that is not drawn.
pub fn svg(item: &Item, language: Language) -> Option<String> {
    Some(Figure::new(item, language)?.svg(item, language))
}

/// The chart of an item below `top` on a paper of a width, and its height.
fn draw_chart(item: &Item, language: Language, (width, top): (f64, f64)) -> Option<(String, f64)> {
    let frame = |height: f64| Rect { left: BORDER, top, right: width - BORDER, bottom: top + height };
    let part = |height: f64, draw: &dyn Fn(&Canvas<'_>)| part((width, height), draw);
    match &item.content {
        Content::Bubble(chart) if chart.form == BubbleForm::Dumbbell => {
            let layout = dumbbell::layout(chart, &frame(0.0), language);
            let height = layout.height();
            Some((part(top + height, &|canvas| dumbbell::draw(canvas, &layout, language)), height))
        }
        Content::Bubble(chart) => {
            let layout = bubble::layout(chart, &frame(0.0));
            let height = bubble::height(&layout);
            Some((part(top + height, &|canvas| bubble::draw(canvas, &frame(height), chart, &layout, language)), height))
        }
        Content::Bars(chart) | Content::Response(chart) => {
            let height = bars::height(chart);
            Some((part(top + height, &|canvas| bars::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Likert(chart) => {
            let height = likert::height(chart, language);
            Some((part(top + height, &|canvas| likert::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Stacked(chart) => {
            let height = stacked::height(chart);
            Some((part(top + height, &|canvas| stacked::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Columns(chart) => {
            let height = columns::height(chart);
            Some((part(top + height, &|canvas| columns::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Change(chart) if chart.slope => {
            let height = slope::height(chart, language);
            Some((part(top + height, &|canvas| slope::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Change(chart) => {
            let height = change::height(chart, language);
            Some((part(top + height, &|canvas| change::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Series(chart) => {
            let height = panels::height(chart);
            Some((part(top + height, &|canvas| panels::draw(canvas, &frame(height), chart, language)), height))
        }
        Content::Table | Content::Text(_) => None,
        Content::Picture(seen) => {
            let (_, height) = picture::size(seen, frame(0.0).width());
            Some((picture::draw(seen, &frame(height)), height))
        }
        Content::Heat(chart) => {
            let layout = heat::layout(chart, &frame(0.0), language);
            let height = layout.height;
            Some((part(top + height, &|canvas| heat::draw(canvas, &frame(height), chart, &layout, language)), height))
        }
        Content::Attained(chart) => {
            let height = attained::height(chart, language);
            Some((part(top + height, &|canvas| attained::draw(canvas, &frame(height), chart, language)), height))
        }
    }
}

/// What is drawn on a paper of a size, as SVG elements.
fn part((width, height): (f64, f64), draw: impl FnOnce(&Canvas<'_>)) -> String {
    let mut marks = String::new();
    draw(&Canvas::new(&mut marks, width, height));
    marks
}
