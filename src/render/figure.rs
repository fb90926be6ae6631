//! A whole figure: title and explanation above the chart, note and source below it, in one SVG.

use std::collections::BTreeMap;

use super::canvas::{self, Align, Canvas, Rect, Type, block_height, micrometres};
use super::drawing::{self, Drawing, draw_chart, part};
use super::font;
use super::paper::{BORDER, Paper};
use super::picture;
use super::style::{BODY, GREY_INK, INK, PAPER, SMALL, TITLE, TYPEFACE, WIDTH};
use super::svg::{escape, millimetres};
use crate::report::{Content, Item};
use crate::wording::Language;

/// Distance between the blocks of a figure, in millimetres.
const GAP: f64 = 2.4;

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
    /// The same chart in other layouts and forms, for a page.
    others: Vec<Drawing>,
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
        let above = [
            Paragraph::new(&item.lead(), TITLE, true, false),
            Paragraph::new(item.subtitle(), BODY, false, false),
            Paragraph::new(&item.explanation, BODY, false, true),
        ];
        let below = [Paragraph::new(&item.note, SMALL, false, true), Paragraph::new(&item.source, SMALL, false, true)];
        let heights = |all: &[Paragraph]| all.iter().map(Paragraph::height).sum::<f64>();
        let top = BORDER + heights(&above);
        let (chart, chart_height) = draw_chart(&item.content, language, (Paper::Wide, top))?;
        let frame = Rect { left: BORDER, top, right: WIDTH - BORDER, bottom: top + chart_height };
        let height = frame.bottom + GAP + heights(&below) + BORDER - GAP;
        let paragraphs = |all: &[Paragraph], top: f64| {
            part((Paper::Wide, height), |canvas| {
                all.iter().fold(top, |top, paragraph| paragraph.draw(canvas, top));
            })
        };
        let whole = Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height };
        Some(Self {
            paper: part((Paper::Wide, height), |canvas| canvas.rect(&whole, canvas::filled(PAPER, 1.0))),
            above: paragraphs(&above, BORDER),
            chart,
            below: paragraphs(&below, frame.bottom + GAP),
            frame,
            height,
            others: Vec::new(),
        })
    }

    /// The figure as an SVG file of its own.
    pub fn svg(&self, item: &Item, language: Language) -> String {
        let (id, title) = (&item.id, escape(&item.lead()));
        let description = escape(item.alternative.trim());
        let [open, before, after] = self.around(item, language);
        format!(
            "{open}<title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n{before}{}{after}",
            self.chart
        )
    }

    /// What the figure's file has before its title and description, between these and its chart, and after it.
    fn around(&self, item: &Item, language: Language) -> [String; 3] {
        let (width, height) = self.size();
        let Self { paper, above, below, .. } = self;
        let (id, tag) = (&item.id, language.word());
        let open = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{tag}\" aria-labelledby=\"{id}-title {id}-desc\" \
             font-family=\"{TYPEFACE}\">\n"
        );
        let metadata = super::svg::provenance(&item.provenance);
        [open, format!("{metadata}{paper}{above}"), format!("{below}</svg>\n")]
    }

    /// The figure with what a page needs besides: the chart laid out for narrow windows, and in its other form.
    #[must_use]
    pub fn for_page(mut self, item: &Item, language: Language) -> Self {
        self.others = drawing::others(item, language);
        self
    }

    /// What the figure's file has around what a page shows of it, which is title and words, and the chart or the picture: so a
    /// page can make the file without holding these twice.
    pub(super) fn around_shown(&self, item: &Item, language: Language) -> [String; 3] {
        let [open, before, after] = self.around(item, language);
        let [begin, end] = match &item.content {
            Content::Picture(seen) => picture::around(seen, &self.frame),
            _ => Default::default(),
        };
        [open, before + &begin, end + &after]
    }

    /// The chart in a page, which has the words around it as text of its own. After it stand its other layouts
    /// and forms; the page shows the one that fits.
    pub(super) fn inline(&self, item: &Item, named_by: &str, described_by: &str) -> String {
        let (width, _) = self.size();
        let Self { paper, chart, .. } = self;
        let Window { top, bottom, .. } = self.window();
        let [top, tall] = [top, bottom - top].map(|length| millimetres(micrometres(length)));
        let attributes = format!(
            "role=\"img\" aria-labelledby=\"{named_by}\" aria-describedby=\"{described_by}\" font-family=\"{TYPEFACE}\""
        );
        let class = drawing::class(Paper::Wide, drawing::form(&item.content));
        let others: String = self.others.iter().map(|other| other.svg(&attributes)).collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" viewBox=\"0 {top} {width} {tall}\" \
             {attributes}>\n{paper}{chart}</svg>{others}",
        )
    }

    /// All drawings of the chart.
    pub(super) fn drawings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.chart.as_str()).chain(self.others.iter().map(Drawing::elements))
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
