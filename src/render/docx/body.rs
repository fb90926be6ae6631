//! The text of a Word document: first page, contents and lists, chapters with their figures, tables and sentences; and that of the document
//! of appendices.

use super::contents::Listed;
use super::control::{Ids, control};
use super::field::{Bookmarks, kept_paragraph, paragraph, run};
use super::number::{Counters, References, counted};
use super::picture::{self, Named, Picture};
use super::prose::Written;
use super::setting::{Heading, Setting};
use super::styles::id;
use super::table::{self, Cells, Next, Shown};
use super::tag::Tagged;
use super::xml::Xml;
use crate::msg;
use crate::report::document::{Appendix, AppendixKind, Chapter, Document, Sentence};
use crate::report::{ALL_AREAS, Content, Item, Table};

/// A text that was written for a document, with the pictures that it shows.
#[derive(Debug)]
pub struct Text<'a> {
    /// Its blocks; the prefix `w` must be bound around them.
    pub xml: String,
    /// Its pictures: what they are called, and the bytes of their PNG.
    pub pictures: Vec<(Named, &'a [u8])>,
}

/// Names the picture of an item: the id of its relation, and its part, from the folder of the main one.
pub(super) type Naming<'n> = &'n mut dyn FnMut(&Item) -> (String, String);

/// The body while it is written.
struct Body<'a, 's> {
    xml: Xml,
    document: &'a Document,
    setting: &'s Setting,
    references: References,
    listed: Listed,
    counters: Counters,
    bookmarks: Bookmarks,
    ids: Ids,
    pictures: Vec<(Named, &'a [u8])>,
}

/// Writes contents, lists and chapters; before them a first page where the document has none. `picture` finds that of an item.
pub(super) fn report<'a>(
    document: &'a Document,
    picture: &dyn Fn(&str) -> Option<&'a Picture>,
    setting: &Setting,
    naming: Naming<'_>,
    with_front: bool,
) -> Text<'a> {
    let mut body = Body::new(document, setting);
    body.general_sentences();
    for chapter in &document.chapters {
        body.heading(0, id::HEADING, &chapter.title);
        body.sentences_of_chapter(chapter);
        chapter.items.iter().for_each(|item| body.item(item, picture(&item.id), naming));
    }
    body.finish(|front| {
        if with_front {
            front.front_page()
        }
    })
}

/// Writes the appendices: what the numbers rest on.
pub(super) fn appendices<'a>(document: &'a Document, setting: &Setting) -> Text<'a> {
    let mut body = Body::new(document, setting);
    // The report's own appendices keep their numbers.
    let first = document.items().filter_map(Item::appendix).max().unwrap_or(0) + 1;
    for (number, appendix) in (first..).zip(&document.appendices) {
        let word = msg!("report-appendix").text(document.language);
        body.heading(0, id::HEADING, &format!("{word}\u{a0}{number}. {}", appendix.title));
        body.appendix(appendix);
    }
    body.finish(|front| {
        front.paragraph(id::TITLE, &document.title);
        front.paragraph(id::SUBTITLE, &msg!("report-appendices").text(document.language));
        front.paragraph(id::BODY, &document.provenance);
    })
}

impl<'a, 's> Body<'a, 's> {
    fn new(document: &'a Document, setting: &'s Setting) -> Self {
        Self {
            xml: Xml::default(),
            document,
            setting,
            references: References::of(document),
            listed: Listed::default(),
            counters: Counters::default(),
            bookmarks: Bookmarks(setting.bookmark),
            ids: Ids::of(setting.controls.clone()),
            pictures: Vec::new(),
        }
    }

    /// Puts what stands before the contents, contents and lists in front of what was written.
    fn finish(self, front: impl FnOnce(&mut Self)) -> Text<'a> {
        let mut first = Self::new(self.document, self.setting);
        front(&mut first);
        let mut xml = first.xml;
        self.listed.write(&mut xml, self.setting, self.document.language);
        xml.append(&self.xml);
        Text { xml: xml.into_text(), pictures: self.pictures }
    }

    fn paragraph(&mut self, style: &'static str, text: &str) {
        if !text.is_empty() {
            paragraph(&mut self.xml, self.setting.styles.of(style), |x| run(x, text));
        }
    }

    /// A paragraph that a list leads to.
    fn listed(&mut self, style: &str, write: impl FnOnce(&mut Bookmarks, &mut Xml)) -> String {
        let Self { xml, bookmarks, setting, .. } = self;
        let bookmark = format!("_Toc{:06}", bookmarks.0);
        // Not every template keeps a caption to what it stands above.
        kept_paragraph(xml, setting.styles.of(style), |x| bookmarks.around(x, &bookmark, write));
        bookmark
    }

    /// A heading, which the contents list.
    fn heading(&mut self, level: usize, style: &'static str, text: &str) {
        let bookmark = self.listed(style, |_, x| run(x, text));
        self.listed.headings.push(Heading { level, text: text.to_owned(), bookmark: Some(bookmark) });
    }

    /// What stands above an item: its number, which is counted and referred to, and its title or headline.
    fn caption(&mut self, item: &Item) {
        let (mut counters, mut ids) = (std::mem::take(&mut self.counters), std::mem::take(&mut self.ids));
        let bookmark = self.listed(id::CAPTION, |bookmarks, x| {
            if counters.write(x, bookmarks, item) {
                run(x, ". ");
            }
            match &item.headline {
                Some(headline) => {
                    let tag = Tagged::Headline(&item.id).tag();
                    control(x, &mut ids, tag.as_deref(), item.name(), |x| run(x, &headline.text));
                }
                None => run(x, &item.title),
            }
        });
        (self.counters, self.ids) = (counters, ids);
        if let Some(counted) = counted(item) {
            let entry = Heading { level: 0, text: item.lead(), bookmark: Some(bookmark) };
            self.listed.captions.push((counted, entry));
        }
    }

    /// A paragraph that says something of an item, in a control of its own.
    fn words_of(&mut self, style: &'static str, tagged: Tagged<'_>, item: &Item, text: &str) {
        if text.is_empty() {
            return;
        }
        let Self { xml, setting, references, ids, .. } = self;
        paragraph(xml, setting.styles.of(style), |x| {
            control(x, ids, tagged.tag().as_deref(), item.name(), |x| references.write(x, text, &item.id));
        });
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
        self.table(&facts, Next::Other, &heading, "");
        for of_front in front.tables(*language) {
            self.paragraph(id::FRONT_HEADING, &of_front.heading);
            let cells = Cells::of(&of_front.table, &self.document.names);
            self.table(&cells, Next::Other, &of_front.heading, "");
        }
    }

    fn item(&mut self, item: &'a Item, picture: Option<&'a Picture>, naming: Naming<'_>) {
        self.caption(item);
        self.paragraph(id::EXPLANATION, item.subtitle());
        self.words_of(id::EXPLANATION, Tagged::Explanation(&item.id), item, &item.explanation);
        let named = picture.filter(|_| !item.is_text()).map(|picture| self.name(item, picture, naming));
        let Self { xml, setting, references, ids, document, .. } = self;
        control(xml, ids, Tagged::Item(&item.id).tag().as_deref(), item.name(), |x| {
            content(x, (item, picture.zip(named.as_ref())), document, setting, references);
        });
        self.words_of(id::NOTE, Tagged::Note(&item.id), item, &item.note);
        self.paragraph(id::SOURCE, &item.source);
        let own = self.document.sentences.iter().filter(|sentence| sentence.item.as_deref() == Some(&item.id));
        self.sentences(&own.collect::<Vec<_>>());
    }

    /// Names a picture, which the document has then.
    fn name(&mut self, item: &Item, picture: &'a Picture, naming: Naming<'_>) -> Named {
        let (relation, part) = naming(item);
        let named = Named { drawing: self.setting.drawing + self.pictures.len() as u64, relation, part };
        self.pictures.push((named.clone(), &picture.png));
        named
    }

    /// Whether a sentence stands below an item.
    fn is_of_item(&self, sentence: &Sentence) -> bool {
        sentence.item.is_some() && self.document.items().any(|item| sentence.item.as_deref() == Some(&item.id))
    }

    /// Whether a sentence is about no area that has a chapter.
    fn is_general(&self, sentence: &Sentence) -> bool {
        let has_chapter = self.document.chapters.iter().any(|chapter| chapter.areas.contains(&sentence.area));
        !self.is_of_item(sentence) && !has_chapter
    }

    /// The chapter that is about no area, before those of areas: it has what is about all of them.
    fn overview(&self) -> Option<&'a Chapter> {
        let is_own = |chapter: &&Chapter| chapter.items.iter().all(|item| item.appendix().is_none());
        self.document.chapters.first().filter(is_own).filter(|chapter| chapter.areas.is_empty())
    }

    /// Sentences about all areas in a chapter of their own, where no other has them.
    fn general_sentences(&mut self) {
        let document = self.document;
        let general: Vec<&Sentence> = document.sentences.iter().filter(|own| self.is_general(own)).collect();
        if self.overview().is_none() && !general.is_empty() {
            self.heading(0, id::HEADING, document.names.area(ALL_AREAS));
            self.sentences(&general);
        }
    }

    /// Sentences about the areas of a chapter, in the first chapter that is about them.
    fn sentences_of_chapter(&mut self, chapter: &Chapter) {
        let document = self.document;
        if self.overview().is_some_and(|overview| overview.id == chapter.id) {
            let general: Vec<&Sentence> = document.sentences.iter().filter(|own| self.is_general(own)).collect();
            self.sentences(&general);
        }
        for area in &chapter.areas {
            let first = document.chapters.iter().find(|own| own.areas.contains(area));
            if first.is_none_or(|first| first.id != chapter.id) {
                continue;
            }
            let is_of = |sentence: &&Sentence| sentence.area == *area && !self.is_of_item(sentence);
            let own: Vec<&Sentence> = document.sentences.iter().filter(is_of).collect();
            if chapter.areas.len() > 1 && !own.is_empty() {
                self.heading(1, id::SUBHEADING, document.names.area(area));
            }
            self.sentences(&own);
        }
    }

    fn sentences(&mut self, sentences: &[&Sentence]) {
        let Self { xml, setting, ids, .. } = self;
        for sentence in sentences {
            paragraph(xml, setting.styles.of(id::BODY), |x| {
                let tag = Tagged::Claim(&sentence.id).tag();
                control(x, ids, tag.as_deref(), &sentence.id, |x| run(x, &sentence.text));
            });
        }
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
        self.table(&Cells::of(table, &self.document.names), Next::Other, title, description);
    }

    fn table(&mut self, cells: &Cells, next: Next, title: &str, description: &str) {
        let shown = Shown { whole: self.setting.column, next, title, description };
        table::write(&mut self.xml, cells, &shown, &self.setting.styles);
    }
}

/// What the control of an item holds: its picture, its table, or its text.
fn content(
    x: &mut Xml,
    (item, picture): (&Item, Option<(&Picture, &Named)>),
    document: &Document,
    setting: &Setting,
    references: &References,
) {
    match (&item.content, picture) {
        (Content::Text(prose), _) => Written { setting, references, item: &item.id }.write(x, prose),
        (_, Some((picture, named))) => picture::write(x, item, picture, named, setting),
        (_, None) => {
            let cells = Cells::of(&item.table, &document.names);
            let whole = setting.column;
            let shown = Shown { whole, next: Next::Note, title: &item.title, description: &item.explanation };
            table::write(x, &cells, &shown, &setting.styles);
        }
    }
}

/// What the control of an item holds, for a document that is filled again: the blocks, in which the prefix `w` must be bound. `picture` is
/// that of a figure, with the names that it is to have there; without one a table or a text is written.
pub fn filled(item: &Item, picture: Option<(&Picture, &Named)>, document: &Document, setting: &Setting) -> String {
    let mut x = Xml::default();
    content(&mut x, (item, picture), document, setting, &References::of(document));
    x.into_text()
}
