//! The chart of a figure, drawn on a paper; and once more in the layouts and forms that a page offers besides.

use super::canvas::{Canvas, Rect, filled, micrometres};
use super::paper::{BORDER, Paper};
use super::style::PAPER;
use super::svg::{self, millimetres};
use super::{
    attained, bars, bubble, change, columns, dumbbell, heat, likert, overview, panels, picture, slope, stacked,
};
use crate::report::{Bubble, BubbleForm, Content, Item};
use crate::wording::Language;

/// A chart by itself.
pub(super) struct Drawing {
    paper: Paper,
    form: Option<BubbleForm>,
    chart: String,
    height: f64,
}

impl Drawing {
    fn new(content: &Content, language: Language, paper: Paper) -> Option<Self> {
        let (chart, height) = draw_chart(content, language, (paper, BORDER))?;
        Some(Self { paper, form: form(content), chart, height: height + 2.0 * BORDER })
    }

    pub(super) fn elements(&self) -> &str {
        &self.chart
    }

    /// The drawing with attributes of its root.
    pub(super) fn svg(&self, attributes: &str) -> String {
        let size = (self.paper.width(), self.height);
        let whole = Rect { left: 0.0, top: 0.0, right: size.0, bottom: size.1 };
        let ground = part((self.paper, self.height), |canvas| canvas.rect(&whole, filled(PAPER, 1.0)));
        let [width, height] = [size.0, size.1].map(|length| millimetres(micrometres(length)));
        let (class, looks) = (class(self.paper, self.form), svg::usual_text());
        let chart = svg::with_usual_text(&svg::without_names(&self.chart));
        format!("<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\"{looks} {attributes}>\n{ground}{chart}</svg>")
    }
}

/// In which form a chart is drawn that has several.
pub(super) fn form(content: &Content) -> Option<BubbleForm> {
    if let Content::Bubble(chart) = content { Some(chart.form) } else { None }
}

/// What the style of a page knows a drawing by.
pub(super) fn class(paper: Paper, form: Option<BubbleForm>) -> String {
    let paper = paper.either("wide", "narrow");
    form.map_or_else(|| paper.to_owned(), |form| format!("{paper} {}", form.word()))
}

/// Whatever a page offers of a chart besides what files have: bubbles as a dumbbell chart, and all laid out for narrow windows. A
/// picture is as it was made.
pub(super) fn others(item: &Item, language: Language) -> Vec<Drawing> {
    let content = &item.content;
    let narrow = || Drawing::new(content, language, Paper::Narrow);
    match content {
        Content::Picture(_) => Vec::new(),
        Content::Bubble(chart) if chart.form == BubbleForm::Bubble => {
            let dumbbell = Content::Bubble(Bubble { form: BubbleForm::Dumbbell, ..chart.clone() });
            let both = [Paper::Wide, Paper::Narrow].map(|paper| Drawing::new(&dumbbell, language, paper));
            both.into_iter().chain([narrow()]).flatten().collect()
        }
        _ => narrow().into_iter().collect(),
    }
}

/// A chart below `top` on a paper, and its height.
pub(super) fn draw_chart(content: &Content, language: Language, (paper, top): (Paper, f64)) -> Option<(String, f64)> {
    let frame = |height: f64| Rect { left: BORDER, top, right: paper.width() - BORDER, bottom: top + height };
    let drawn = |height: f64, draw: &dyn Fn(&Canvas<'_>)| Some((part((paper, top + height), draw), height));
    match content {
        Content::Bubble(chart) if chart.form == BubbleForm::Dumbbell => {
            let layout = dumbbell::layout(paper, chart, &frame(0.0), language);
            drawn(layout.height(), &|canvas| dumbbell::draw(canvas, &layout, language))
        }
        Content::Bubble(chart) => {
            let layout = bubble::layout_on(paper, chart, &frame(0.0), language);
            let height = bubble::height(&layout);
            drawn(height, &|canvas| bubble::draw(canvas, &frame(height), chart, &layout, language))
        }
        Content::Bars(chart) | Content::Response(chart) => {
            let height = bars::height(paper, chart);
            drawn(height, &|canvas| bars::draw(canvas, &frame(height), chart, language))
        }
        Content::Likert(chart) => {
            let height = likert::height(paper, chart, language);
            drawn(height, &|canvas| likert::draw(canvas, &frame(height), chart, language))
        }
        // What has no room beside one another stands below one another.
        Content::Columns(chart) if paper == Paper::Wide || columns::fits(paper, chart) => {
            let height = columns::height(paper, chart);
            drawn(height, &|canvas| columns::draw(canvas, &frame(height), chart, language))
        }
        Content::Stacked(chart) | Content::Columns(chart) => {
            let height = stacked::height(paper, chart);
            drawn(height, &|canvas| stacked::draw(canvas, &frame(height), chart, language))
        }
        // The names of a slope chart need room at both sides.
        Content::Change(chart) if chart.slope && paper == Paper::Wide => {
            let height = slope::height(chart, language);
            drawn(height, &|canvas| slope::draw(canvas, &frame(height), chart, language))
        }
        Content::Change(chart) => {
            let height = change::height(paper, chart, language);
            drawn(height, &|canvas| change::draw(canvas, &frame(height), chart, language))
        }
        Content::Series(chart) => {
            let height = panels::height(paper, chart);
            drawn(height, &|canvas| panels::draw(canvas, &frame(height), chart, language))
        }
        Content::Table | Content::Text(_) => None,
        Content::Picture(seen) => {
            let (_, height) = picture::size(seen, frame(0.0).width());
            Some((picture::draw(seen, &frame(height)), height))
        }
        Content::Panels(chart) => {
            let layout = overview::layout(paper, chart, language);
            drawn(layout.height, &|canvas| overview::draw(canvas, &frame(layout.height), chart, &layout, language))
        }
        Content::Heat(chart) => {
            let layout = heat::layout(paper, chart, &frame(0.0), language);
            drawn(layout.height, &|canvas| heat::draw(canvas, &frame(layout.height), chart, &layout, language))
        }
        Content::Attained(chart) => {
            let height = attained::height(paper, chart, language);
            drawn(height, &|canvas| attained::draw(canvas, &frame(height), chart, language))
        }
    }
}

/// What is drawn on a paper of a height, as SVG elements.
pub(super) fn part((paper, height): (Paper, f64), draw: impl FnOnce(&Canvas<'_>)) -> String {
    let mut marks = String::new();
    draw(&Canvas::new(&mut marks, paper, height));
    marks
}
