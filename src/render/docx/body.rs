//! The text of a Word document: first page, contents, chapters with their figures and tables, appendices.

use super::picture::{Picture, Placed};
use super::styles::id;
use super::table::{Cells, Next};
use super::xml::Xml;
use super::{LANDSCAPE, PORTRAIT, Page};
use crate::msg;
use crate::report::document::{Appendix, AppendixKind, Document};
use crate::report::{Content, Item, Table};

/// The body while it is written.
pub(super) struct Body<'a> {
    pub(super) xml: Xml,
    document: &'a Document,
    /// What the contents list: level from 0, text, bookmark.
    entries: Vec<(usize, String, String)>,
    pub(super) pictures: Vec<Placed<'a>>,
}

/// Writes a whole body; `picture` finds that of an item. Returns it with the pictures that it shows.
pub(super) fn write<'a>(
    document: &'a Document,
    picture: &dyn Fn(&str) -> Option<&'a Picture>,
) -> (Xml, Vec<Placed<'a>>) {
    let language = document.language;
    let mut front = Body::new(document);
    front.front_page();
    let mut body = Body::new(document);
    for chapter in &document.chapters {
        body.heading(0, id::HEADING, &chapter.title);
        chapter.items.iter().for_each(|item| body.item(item, picture(&item.id)));
    }
    body.section_ends(&PORTRAIT);
    // The report's own appendices keep their numbers.
    let first = document.items().filter_map(Item::appendix).max().unwrap_or(0) + 1;
    for (number, appendix) in (first..).zip(&document.appendices) {
        let word = msg!("report-appendix").text(language);
        body.heading(0, id::HEADING, &format!("{word}\u{a0}{number}. {}", appendix.title));
        body.appendix(appendix);
    }
    let mut xml = Xml::default();
    xml.append(&front.xml);
    super::contents::write(&mut xml, &body.entries, language);
    xml.append(&body.xml);
    section(&mut xml, &LANDSCAPE);
    (xml, body.pictures)
}

impl<'a> Body<'a> {
    fn new(document: &'a Document) -> Self {
        Self { xml: Xml::default(), document, entries: Vec::new(), pictures: Vec::new() }
    }

    pub(super) fn paragraph(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            paragraph(&mut self.xml, style, |x| run(x, text));
        }
    }

    /// A paragraph that the contents list, with a bookmark that they lead to.
    fn heading(&mut self, level: usize, style: &str, text: &str) {
        let number = self.entries.len() + 1;
        let bookmark = format!("_Toc{number:06}");
        paragraph(&mut self.xml, style, |x| {
            x.leaf("w:bookmarkStart", &[("w:id", &number), ("w:name", &bookmark)]);
            run(x, text);
            x.leaf("w:bookmarkEnd", &[("w:id", &number)]);
        });
        self.entries.push((level, text.to_owned(), bookmark));
    }

    fn front_page(&mut self) {
        let Document { language, front, title, year, .. } = self.document;
        self.paragraph(id::TITLE, title);
        let about = if front.areas.is_empty() {
            msg!("report-figures-and-tables").text(*language)
        } else {
            msg!("report-figures-and-tables-on-interventions").text(*language)
        };
        let subtitle = format!("{about} {year}");
        self.paragraph(id::SUBTITLE, &subtitle);
        self.paragraph(id::BODY, &self.document.provenance);
        let heading = msg!("report-the-data-in-brief").text(*language);
        self.paragraph(id::FRONT_HEADING, &heading);
        let head = [(msg!("report-what").text(*language), false), (msg!("report-value").text(*language), false)];
        let facts = Cells {
            head: head.to_vec(),
            rows: front.facts(*language).into_iter().map(|fact| vec![fact.label, fact.value]).collect(),
            more: None,
        };
        self.table(&facts, PORTRAIT.column(), Next::Other, &heading, "");
        for of_front in front.tables(*language) {
            self.paragraph(id::FRONT_HEADING, &of_front.heading);
            let cells = Cells::of(&of_front.table, &self.document.names);
            self.table(&cells, PORTRAIT.column(), Next::Other, &of_front.heading, "");
        }
    }

    fn item(&mut self, item: &'a Item, picture: Option<&'a Picture>) {
        self.heading(1, id::CAPTION, &item.lead());
        self.paragraph(id::EXPLANATION, item.subtitle());
        self.paragraph(id::EXPLANATION, &item.explanation);
        match picture {
            _ if item.is_text() => {
                if let Content::Text(prose) = &item.content {
                    super::prose::write(&mut self.xml, prose);
                }
            }
            Some(picture) => {
                let number = self.pictures.len() + 1;
                let picture = Placed::new(number, item, picture);
                paragraph(&mut self.xml, id::FIGURE, |x| picture.write(x));
                self.pictures.push(picture);
            }
            None => {
                let cells = Cells::of(&item.table, &self.document.names);
                self.table(&cells, PORTRAIT.column(), Next::Note, &item.title, &item.explanation);
            }
        }
        self.paragraph(id::NOTE, &item.note);
        self.paragraph(id::SOURCE, &item.source);
    }

    fn appendix(&mut self, appendix: &Appendix) {
        self.paragraph(id::BODY, &appendix.explanation);
        let Appendix { kind, title, explanation, table } = appendix;
        if table.rows.is_empty() {
            return;
        }
        if matches!(kind, AppendixKind::Weights | AppendixKind::Claims) {
            // Hundreds of rows: one table per area is easier to find one's way in.
            for (area, table) in table.divided_by("area") {
                let heading = self.document.names.area(&area).to_owned();
                self.heading(1, id::SUBHEADING, &heading);
                self.appendix_table(&table, &heading, explanation);
            }
        } else {
            self.appendix_table(table, title, explanation);
        }
    }

    fn appendix_table(&mut self, table: &Table, title: &str, description: &str) {
        self.table(&Cells::of(table, &self.document.names), LANDSCAPE.column(), Next::Other, title, description);
    }

    /// What follows stands on pages of another shape.
    fn section_ends(&mut self, page: &Page) {
        self.xml.element("w:p", &[], |x| x.element("w:pPr", &[], |x| section(x, page)));
    }
}

/// A paragraph in a style and what it holds.
pub(super) fn paragraph(x: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    x.element("w:p", &[], |x| {
        x.element("w:pPr", &[], |x| x.leaf("w:pStyle", &[("w:val", &style)]));
        inside(x);
    });
}

/// A text as part of a paragraph.
pub(super) fn run(x: &mut Xml, text: &str) {
    x.element("w:r", &[], |x| x.text("w:t", &[("xml:space", &"preserve")], text));
}

/// The pages of a section: its shape, and header and footer on all but the document's first page.
fn section(x: &mut Xml, page: &Page) {
    x.element("w:sectPr", &[], |x| {
        x.leaf("w:headerReference", &[("w:type", &"default"), ("r:id", &"header")]);
        x.leaf("w:footerReference", &[("w:type", &"default"), ("r:id", &"footer")]);
        page.write(x);
        if page.titled {
            x.leaf("w:titlePg", &[]);
        }
    });
}
