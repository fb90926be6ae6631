//! Contents by area, and above them the search and the filters.

use std::collections::BTreeSet;

use super::markup::Markup;
use super::{Page, appendix_id, item};
use crate::codebook::Domain;
use crate::msg;
use crate::report::document::Chapter;

/// Writes search, filters and contents.
pub(super) fn write(m: &mut Markup, page: &Page<'_>) {
    let language = page.language;
    m.element("div", &[("class", "side"), ("id", "page:contents")], |m| {
        search(m, page);
        filters(m, page);
        m.element("nav", &[("aria-labelledby", "page:contents-title")], |m| {
            m.line("h2", &[("id", "page:contents-title")], &msg!("report-contents").text(language));
            m.element("ol", &[], |m| {
                for chapter in &page.document.chapters {
                    write_chapter(m, chapter);
                }
                for appendix in &page.document.appendices {
                    let address = format!("#{}", appendix_id(appendix.kind));
                    m.element("li", &[], |m| m.line("a", &[("href", &address)], &appendix.title));
                }
            });
        });
    });
    let back = msg!("report-contents-and-filters").text(language);
    m.line("a", &[("class", "back"), ("href", "#page:contents")], &back);
}

fn write_chapter(m: &mut Markup, chapter: &Chapter) {
    m.element("li", &[("class", "has-items")], |m| {
        m.element("details", &[], |m| {
            m.line("summary", &[], &chapter.title);
            m.element("ol", &[], |m| {
                for item in &chapter.items {
                    m.element("li", &[], |m| {
                        m.element("a", &[("href", &format!("#{}", item.id))], |m| {
                            if !item.number.is_empty() {
                                m.line("b", &[], &item.number);
                            }
                            m.text(&item.title);
                        });
                    });
                }
            });
        });
    });
}

/// The search works by the script and is shown by it.
fn search(m: &mut Markup, page: &Page<'_>) {
    m.element("div", &[("class", "search"), ("role", "search"), ("hidden", "")], |m| {
        m.element("label", &[], |m| {
            m.text(&msg!("report-search").text(page.language));
            m.open("input", &[("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")]);
        });
        m.line("p", &[("class", "found"), ("role", "status")], "");
        m.element("div", &[("class", "hits")], |_| {});
    });
}

/// The filters work by the script and are shown by it.
fn filters(m: &mut Markup, page: &Page<'_>) {
    let language = page.language;
    let heading = msg!("report-filter").text(language);
    m.element("div", &[("class", "filters"), ("role", "group"), ("aria-label", &heading), ("hidden", "")], |m| {
        let areas = &page.document.front.areas;
        let areas: Vec<_> = areas.iter().map(|area| (area.area.as_str(), area.title.as_str())).collect();
        let all = msg!("report-all-areas-2").text(language);
        select(m, "area", &msg!("report-area").text(language), &all, &areas);
        let shown: BTreeSet<Domain> = page.document.items().flat_map(item::domains).collect();
        let domains: Vec<_> = shown.into_iter().map(|d| (d.word(), page.document.names.domain(d))).collect();
        let all = msg!("report-all-domains").text(language);
        select(m, "domain", &msg!("report-domain").text(language), &all, &domains);
        m.line("p", &[("class", "status"), ("role", "status")], "");
    });
}

/// A choice among several; among one or none there is nothing to choose.
fn select(m: &mut Markup, name: &str, label: &str, all: &str, options: &[(&str, &str)]) {
    if options.len() < 2 {
        return;
    }
    m.element("label", &[], |m| {
        m.text(label);
        m.element("select", &[("name", name)], |m| {
            m.line("option", &[("value", "")], all);
            for (value, name) in options {
                m.line("option", &[("value", value)], name);
            }
        });
    });
}
