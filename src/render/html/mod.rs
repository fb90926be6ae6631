//! The whole report as one page: `rapport.html`.
//!
//! The page is complete without its script; the script makes it interactive. Style and script stand inside and are
//! allowed by their hashes, so the page works from a disk, asks for nothing, and runs nothing that is not ours. Ids of
//! the page's own parts have a colon, which ids of items cannot have.

mod contents;
mod embedded;
mod front;
mod item;
mod looks;
mod markup;
mod policy;
mod prose;
mod script;
mod shares;
mod table;
mod words;

use markup::Markup;
use script::SCRIPT;

use crate::msg;
use crate::render::Figures;
use crate::report::Document;
use crate::report::document::AppendixKind;
use crate::wording::Language;

/// In this order: later rules go before earlier ones of the same weight.
const STYLE: &str = concat!(
    include_str!("style/colours.css"),
    include_str!("style/base.css"),
    include_str!("style/layout.css"),
    include_str!("style/controls.css"),
    include_str!("style/front.css"),
    include_str!("style/item.css"),
    include_str!("style/chart.css"),
    include_str!("style/table.css"),
    include_str!("style/beside.css"),
    include_str!("style/narrow.css"),
    include_str!("style/forced.css"),
    include_str!("style/print.css"),
);

/// What the parts of a page are made with.
struct Page<'a> {
    document: &'a Document,
    figures: &'a Figures,
    language: Language,
}

/// The page of a report.
///
/// # Errors
/// Those of the JSON library; none is known for these data.
pub fn html(document: &Document, figures: &Figures) -> serde_json::Result<String> {
    let page = Page { document, figures, language: document.language };
    let (words, data) = (embedded::words(&page)?, embedded::data(&page)?);
    let style = format!("{STYLE}{}", looks::rules(figures));
    let mut m = Markup::default();
    m.raw("<!DOCTYPE html>\n");
    m.element("html", &[("lang", page.language.word())], |m| {
        m.element("head", &[], |m| head(m, document, &style));
        m.element("body", &[], |m| {
            let skip = msg!("report-to-figures-and-tables").text(page.language);
            m.line("a", &[("class", "skip"), ("href", "#page:report")], &skip);
            m.raw(looks::PATTERNS_OF_PAGE);
            m.element("main", &[("class", "page")], |m| {
                front::write(m, &page);
                contents::write(m, &page);
                m.element("div", &[("class", "report"), ("id", "page:report"), ("tabindex", "-1")], |m| {
                    report(m, &page);
                    // Figures are at work while the browser still reads the long tables after them.
                    for_script(m, &page, &words, &data);
                    for appendix in &document.appendices {
                        item::write_appendix(m, &page, appendix);
                    }
                });
            });
        });
    });
    Ok(m.finish())
}

fn head(m: &mut Markup, document: &Document, style: &str) {
    m.open("meta", &[("charset", "utf-8")]);
    let policy = policy::policy(style, SCRIPT);
    m.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    m.open("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    m.open("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    m.open("meta", &[("name", "generator"), ("content", &document.front.made_from.program)]);
    if !document.provenance.is_empty() {
        m.open("meta", &[("name", "description"), ("content", &document.provenance)]);
    }
    m.line("title", &[], &document.title);
    // Browsers ask the server for an icon unless the page brings one.
    m.open("link", &[("rel", "icon"), ("href", "data:,")]);
    m.element("style", &[], |m| m.raw(style));
}

fn report(m: &mut Markup, page: &Page<'_>) {
    let nothing = msg!("report-no-figure-or-table-matches").text(page.language);
    m.line("p", &[("class", "nothing"), ("hidden", "")], &nothing);
    for chapter in &page.document.chapters {
        item::write_chapter(m, page, chapter);
    }
}

/// Markup that only the script uses; hidden without it.
fn for_script(m: &mut Markup, page: &Page<'_>, words: &str, data: &str) {
    let how = msg!("report-move-between-the-parts-of").text(page.language);
    m.line("p", &[("id", "page:marks"), ("hidden", "")], &how);
    m.line("p", &[("class", "said unseen"), ("role", "status")], "");
    if page.document.behind.is_some() {
        m.element("dialog", &[("class", "behind"), ("aria-labelledby", "page:behind")], |m| {
            m.element("header", &[], |m| {
                m.element("div", &[], |m| {
                    m.line("h2", &[("id", "page:behind")], "");
                    m.line("p", &[], "");
                });
                m.line("button", &[("type", "button")], &msg!("report-close").text(page.language));
            });
            m.element("div", &[("class", "list")], |_| {});
        });
    }
    for (class, json) in [("words", words), ("data", data)] {
        m.element("script", &[("type", "application/json"), ("class", class)], |m| m.raw(json));
    }
    m.element("script", &[], |m| m.raw(SCRIPT));
}

/// The id of an appendix.
fn appendix_id(kind: AppendixKind) -> &'static str {
    match kind {
        AppendixKind::Claims => "page:claims",
        AppendixKind::Weights => "page:weights",
        AppendixKind::Excluded => "page:excluded",
        AppendixKind::Notices => "page:notices",
    }
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, STYLE};

    #[test]
    fn style_and_script_stay_in_their_elements() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--"));
        }
    }
}
