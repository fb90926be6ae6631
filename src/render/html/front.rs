//! The first page: what the report rests on, in totals.

use super::markup::{Attribute, Markup};
use super::table::{self, Look};
use super::{Page, appendix_id};
use crate::msg;
use crate::report::document::{AppendixKind, Fact};

/// So many kinds of notices are told on the first page; all are in their appendix.
const NOTICES: usize = 5;

/// Writes the first page.
pub(super) fn write(m: &mut Markup, page: &Page<'_>) {
    let language = page.language;
    let front = &page.document.front;
    m.element("section", &[("class", "first"), ("aria-labelledby", "page:title")], |m| {
        m.line("p", &[("class", "overline")], &front.subject(page.document.year, language));
        m.line("h1", &[("id", "page:title")], &page.document.title);
        if !page.document.provenance.is_empty() {
            m.line("p", &[("class", "provenance")], &page.document.provenance);
        }
        // What the filter shows instead, and what it has to say then, is hidden until it is used.
        m.line("p", &[("class", "scope"), ("hidden", "")], "");
        facts(m, &[("class", "facts"), ("data-of", "")], &front.facts_of_data(language));
        for area in &front.areas {
            let attributes = [("class", "facts"), ("data-of", area.area.as_str()), ("hidden", "")];
            facts(m, &attributes, &front.facts_of_area(area, language));
        }
        for of_front in front.tables(language) {
            let id = format!("page:{}", of_front.table.name);
            m.element("section", &[], |m| {
                m.line("h2", &[("id", &id)], &of_front.heading);
                if !of_front.is_by_area() {
                    for_all(m, page);
                }
                let look = Look { named_by: &id, names: &page.document.names, shares: &[], behind: &|_, _| None };
                table::write(m, &of_front.table, &look);
            });
        }
        notices(m, page);
        m.element("section", &[], |m| {
            m.line("h2", &[], &msg!("report-data-and-production").text(language));
            for_all(m, page);
            facts(m, &[("class", "making")], &front.facts_of_making(language));
        });
    });
}

/// What a filter leaves as it is says so while there is one.
fn for_all(m: &mut Markup, page: &Page<'_>) {
    let words = msg!("front-for-all").text(page.language);
    m.line("p", &[("class", "for-all"), ("hidden", "")], &words);
}

fn facts(m: &mut Markup, attributes: &[Attribute<'_>], facts: &[Fact]) {
    m.element("dl", attributes, |m| {
        for fact in facts {
            m.element("div", &[], |m| {
                m.line("dt", &[], &fact.label);
                m.line("dd", &[], &fact.value);
            });
        }
    });
}

/// The first notices, with the way to all of them.
fn notices(m: &mut Markup, page: &Page<'_>) {
    let Some(appendix) = page.document.appendix(AppendixKind::Notices) else { return };
    m.element("section", &[], |m| {
        m.line("h2", &[], &appendix.title);
        for_all(m, page);
        m.line("p", &[], &appendix.explanation);
        let rows = appendix.table.rows.len();
        if rows == 0 {
            return;
        }
        m.element("ul", &[("class", "notices")], |m| {
            for notice in page.document.foremost.iter().take(NOTICES) {
                m.element("li", &[], |m| {
                    m.line("p", &[], &notice.found);
                    m.line("p", &[("class", "place")], &notice.place);
                    if notice.more > 0 {
                        let more = msg!("notices-of-this-kind", count = notice.more).text(page.language);
                        m.line("p", &[("class", "place")], &more);
                    }
                });
            }
        });
        let all = msg!("all-notices", number = page.language.count(rows)).text(page.language);
        let address = format!("#{}", appendix_id(appendix.kind));
        m.element("p", &[], |m| m.line("a", &[("href", &address)], &all));
    });
}
