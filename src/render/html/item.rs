//! Chapters with their figures and tables, and the appendices.

use super::markup::Markup;
use super::table::{self, Look};
use super::{Page, appendix_id, prose, shares};
use crate::codebook::Domain;
use crate::msg;
use crate::render::picture;
use crate::report::document::{Appendix, Chapter};
use crate::report::{Bubble, BubbleForm, Content, Item, Prose};
use crate::wording::Language;

/// A table of more rows is folded in; the page stays easy to look over.
const LONG: usize = 60;

/// Writes a chapter.
pub(super) fn write_chapter(m: &mut Markup, page: &Page<'_>, chapter: &Chapter) {
    let (id, title) = (format!("page:{}", chapter.id), format!("page:{}-title", chapter.id));
    m.element("section", &[("class", "chapter"), ("id", &id), ("aria-labelledby", &title)], |m| {
        m.line("h2", &[("id", &title)], &chapter.title);
        for item in &chapter.items {
            write_item(m, page, item);
        }
    });
}

/// Writes an appendix.
pub(super) fn write_appendix(m: &mut Markup, page: &Page<'_>, appendix: &Appendix) {
    let id = appendix_id(appendix.kind);
    let title = format!("{id}-title");
    m.element("section", &[("class", "appendix"), ("id", id), ("aria-labelledby", &title)], |m| {
        m.line("h2", &[("id", &title)], &appendix.title);
        m.line("p", &[("class", "explanation")], &appendix.explanation);
        let rows = appendix.table.rows.len();
        if rows == 0 {
            return;
        }
        let look = Look { named_by: &title, names: &page.document.names, shares: &[], behind: &|_, _| None };
        if rows <= LONG {
            table::write(m, &appendix.table, &look);
            return;
        }
        let show = msg!("show-table", number = page.language.count(rows)).text(page.language);
        folded(m, "more", &show, |m| table::write(m, &appendix.table, &look));
    });
}

fn folded(m: &mut Markup, class: &str, summary: &str, inside: impl FnOnce(&mut Markup)) {
    m.element("details", &[("class", class)], |m| {
        m.line("summary", &[], summary);
        inside(m);
    });
}

/// A text that somebody wrote, with note and source below it.
fn write_text(m: &mut Markup, item: &Item, prose: &Prose) {
    let title = format!("{}:title", item.id);
    let class = if prose.callout { "item text callout" } else { "item text" };
    let attributes =
        [("class", class), ("id", &item.id), ("data-areas", ""), ("data-domains", ""), ("aria-labelledby", &title)];
    m.element("section", &attributes, |m| {
        m.line("h3", &[("id", &title)], &item.lead());
        if !item.subtitle().is_empty() {
            m.line("p", &[("class", "subtitle")], item.subtitle());
        }
        if !item.explanation.is_empty() {
            m.line("p", &[("class", "explanation")], &item.explanation);
        }
        prose::write(m, prose);
        for text in [&item.note, &item.source].into_iter().filter(|text| !text.is_empty()) {
            m.line("p", &[("class", "below")], text);
        }
        tools(m);
    });
}

/// What the script offers of an item stands here.
fn tools(m: &mut Markup) {
    m.element("div", &[("class", "tools"), ("hidden", "")], |_| {});
}

fn write_item(m: &mut Markup, page: &Page<'_>, item: &Item) {
    if let Content::Text(prose) = &item.content {
        return write_text(m, item, prose);
    }
    let title = format!("{}:title", item.id);
    let domains: Vec<&str> = domains(item).into_iter().map(Domain::word).collect();
    let areas = item.areas.join(" ");
    let attributes = [
        ("class", "item"),
        ("id", item.id.as_str()),
        ("data-areas", &areas),
        ("data-domains", &domains.join(" ")),
        ("aria-labelledby", &title),
    ];
    m.element("figure", &attributes, |m| {
        m.line("h3", &[("id", &title)], &item.lead());
        if !item.subtitle().is_empty() {
            m.line("p", &[("class", "subtitle")], item.subtitle());
        }
        if !item.explanation.is_empty() {
            m.line("p", &[("class", "explanation")], &item.explanation);
        }
        let shares = shares::of(item, page.language);
        let behind = |row, column| page.document.behind.as_ref()?.of(&item.id, row, column);
        let look = Look { named_by: &title, names: &page.document.names, shares: &shares, behind: &behind };
        if item.is_figure() {
            write_figure(m, page, item, &look);
        } else {
            tools(m);
            table::write(m, &item.table, &look);
        }
        m.element("figcaption", &[], |m| {
            for text in [&item.note, &item.source].into_iter().filter(|text| !text.is_empty()) {
                m.line("p", &[], text);
            }
        });
    });
}

fn write_figure(m: &mut Markup, page: &Page<'_>, item: &Item, look: &Look<'_>) {
    let language = page.language;
    let words = format!("{}:words", item.id);
    write_switch(m, item, language);
    m.element("div", &[("class", "chart")], |m| {
        let drawing = match &item.content {
            Content::Picture(seen) => Some(picture::html(seen)),
            _ => page.figures.get(&item.id).map(|figure| figure.inline(item, look.named_by, &words)),
        };
        // Line ends between elements would only be more for the browser to hold.
        m.raw(&drawing.unwrap_or_default().replace(">\n<", "><"));
    });
    tools(m);
    if item.has_table() {
        folded(m, "more", &msg!("report-data-as-a-table").text(language), |m| table::write(m, &item.table, look));
    }
    folded(m, "more words", &msg!("report-the-figure-in-words").text(language), |m| {
        m.element("div", &[("id", &words)], |m| {
            for paragraph in in_words(item) {
                m.line("p", &[], paragraph);
            }
        });
    });
}

/// Bubbles are offered as a dumbbell chart, too; the script shows the switch. Which form is shown is said by the item
/// (`data-form`), and without that by the window: the dumbbell chart where it is narrow.
fn write_switch(m: &mut Markup, item: &Item, language: Language) {
    let Content::Bubble(Bubble { form: BubbleForm::Bubble, .. }) = item.content else { return };
    let label = msg!("report-form-of-the-figure").text(language);
    m.element("div", &[("class", "forms"), ("role", "group"), ("aria-label", &label), ("hidden", "")], |m| {
        for (form, name) in
            [(BubbleForm::Bubble, msg!("report-form-bubbles")), (BubbleForm::Dumbbell, msg!("report-form-dumbbell"))]
        {
            m.line("button", &[("type", "button"), ("value", form.word())], &name.text(language));
        }
    });
}

/// The text alternative without what the page says around the figure: title, note and source.
fn in_words(item: &Item) -> impl Iterator<Item = &str> {
    let around = [item.note.as_str(), item.source.as_str()];
    item.alternative.trim().split("\n\n").skip(1).filter(move |paragraph| !around.contains(paragraph))
}

/// The domains that an item shows.
pub(super) fn domains(item: &Item) -> Vec<Domain> {
    match &item.content {
        Content::Bubble(chart) => chart.domains.iter().map(|(domain, _)| *domain).collect(),
        Content::Table => {
            let mut domains: Vec<Domain> = item.table.columns.iter().filter_map(|column| column.domain).collect();
            domains.dedup();
            domains
        }
        Content::Change(years) | Content::Series(years) => years.domain.into_iter().collect(),
        Content::Bars(_) | Content::Likert(_) | Content::Stacked(_) | Content::Columns(_) | Content::Response(_) => {
            Vec::new()
        }
        Content::Picture(_) | Content::Text(_) => Vec::new(),
        // The filter by domain hides rows of one domain, and these have two in every row.
        Content::Heat(_) | Content::Panels(_) | Content::Attained(_) => Vec::new(),
    }
}
