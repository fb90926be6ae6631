//! The report as Word documents (Office Open XML, ISO/IEC 29500): the report itself, and beside it its appendices.
//!
//! Written by hand: the parts are few, no library at hand has alternative texts and cropped pictures, and what an editor
//! restyles should be styles and nothing else. Dates in the archive are fixed, so that the same report has the same bytes.
//!
//! What somebody may fill again stands in content controls ([`tag`]): the picture or table of every item, its note, the sentences of claims.
//! Captions stand outside, as fields that count, so that what editors make of them stays. [`text`] writes the same for a document that has
//! other styles ([`Setting`]), and [`filled`] the content of one control.

mod body;
mod caption;
mod contents;
mod control;
mod field;
mod number;
mod page;
mod picture;
mod properties;
mod prose;
mod setting;
mod short;
mod styles;
mod table;
pub mod tag;
mod template;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::msg;
use crate::report::{Document, Item};
use crate::wording::Language;
pub use body::{Text, filled};
pub use caption::caption;
use page::{LANDSCAPE, PORTRAIT, Page};
pub use picture::{Named, Picture};
pub use properties::core;
pub use setting::{Dialect, Heading, List, Setting};
pub use short::short;
use styles::id;
pub use template::{Added, Styles};
use xml::Xml;

/// The vocabulary of relations in a package.
const PACKAGE_RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The two vocabularies that a document of our own binds: its own, and that of relations.
const VOCABULARIES: [xml::Attribute<'_>; 2] = [("xmlns:w", &WORD), ("xmlns:r", &RELATIONS)];
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The language tag, by which Word spells and hyphenates.
fn language_tag(language: Language) -> String {
    msg!("word-language").text(language)
}

/// A report as a Word document; `picture` finds that of an item by its id.
///
/// # Errors
/// Those of the zip library; none is known for writing to memory.
pub fn docx<'a>(
    document: &'a Document,
    picture: &dyn Fn(&str) -> Option<&'a Picture>,
) -> Result<Vec<u8>, zip::result::ZipError> {
    let setting = Setting::default();
    let mut pictures = 0;
    let mut naming = |item: &Item| {
        pictures += 1;
        (format!("picture{pictures}"), format!("media/{}.png", item.id))
    };
    let text = body::report(document, picture, &setting, &mut naming, true);
    package(document, &document.title, &text, &PORTRAIT)
}

/// The appendices of a report as a Word document: claims, weights, what was left out, notices.
///
/// # Errors
/// Those of the zip library; none is known for writing to memory.
pub fn appendices(document: &Document) -> Result<Vec<u8>, zip::result::ZipError> {
    let setting = Setting { column: LANDSCAPE.column(), ..Setting::default() };
    package(document, &appendices_title(document), &body::appendices(document, &setting), &LANDSCAPE)
}

/// What the document of appendices is called.
pub fn appendices_title(document: &Document) -> String {
    format!("{}. {}", document.title, msg!("report-appendices").text(document.language))
}

/// The text of a report, for a document that has a first page of its own: contents, lists, chapters. `naming` names the picture of an item: the
/// id of its relation, and its part, from the folder of the main one.
pub fn text<'a>(
    document: &'a Document,
    picture: &dyn Fn(&str) -> Option<&'a Picture>,
    setting: &Setting,
    naming: &mut dyn FnMut(&Item) -> (String, String),
) -> Text<'a> {
    body::report(document, picture, setting, naming, false)
}

/// The text of the appendices, for a document that has styles of its own.
pub fn text_of_appendices<'a>(document: &'a Document, setting: &Setting) -> Text<'a> {
    body::appendices(document, setting)
}

/// A document of our own with a text.
fn package(document: &Document, title: &str, text: &Text<'_>, page: &Page) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let fixed = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let deflated = fixed.compression_method(CompressionMethod::Deflated);
    let mut part = |name: &str, bytes: &[u8], options| {
        archive.start_file(name, options)?;
        archive.write_all(bytes).map_err(zip::result::ZipError::from)
    };
    // Readers tell the format by the first part.
    part("[Content_Types].xml", &content_types(), deflated)?;
    part("_rels/.rels", &package_relations(), deflated)?;
    part("docProps/core.xml", &core(document, title), deflated)?;
    part("docProps/app.xml", &properties::app(document), deflated)?;
    part("word/document.xml", &main(text, page), deflated)?;
    part("word/_rels/document.xml.rels", &relations(&text.pictures), deflated)?;
    part("word/styles.xml", &styles::part(document.language), deflated)?;
    part("word/settings.xml", &settings(document.language), deflated)?;
    part("word/header.xml", &header(title), deflated)?;
    part("word/footer.xml", &footer(), deflated)?;
    for (named, png) in &text.pictures {
        // A PNG is compressed already.
        let stored = fixed.compression_method(CompressionMethod::Stored);
        part(&format!("word/{}", named.part), png, stored)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types() -> Vec<u8> {
    let mut x = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    let word = |kind: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
    x.element("Types", &[("xmlns", &namespace)], |x| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        x.leaf("Default", &[("Extension", &"rels"), ("ContentType", &relations)]);
        x.leaf("Default", &[("Extension", &"xml"), ("ContentType", &"application/xml")]);
        x.leaf("Default", &[("Extension", &"png"), ("ContentType", &"image/png")]);
        let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
        let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned();
        let parts = [
            ("/word/document.xml", word("document.main")),
            ("/word/styles.xml", word("styles")),
            ("/word/settings.xml", word("settings")),
            ("/word/header.xml", word("header")),
            ("/word/footer.xml", word("footer")),
            ("/docProps/core.xml", core),
            ("/docProps/app.xml", app),
        ];
        for (part, kind) in &parts {
            x.leaf("Override", &[("PartName", part), ("ContentType", kind)]);
        }
    });
    x.into_bytes()
}

fn package_relations() -> Vec<u8> {
    let mut x = Xml::part();
    x.element("Relationships", &[("xmlns", &PACKAGE_RELATIONS)], |x| {
        relation(x, "document", &format!("{RELATIONS}/officeDocument"), "word/document.xml");
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        relation(x, "core", core, "docProps/core.xml");
        relation(x, "app", &format!("{RELATIONS}/extended-properties"), "docProps/app.xml");
    });
    x.into_bytes()
}

fn relations(pictures: &[(Named, &[u8])]) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("Relationships", &[("xmlns", &PACKAGE_RELATIONS)], |x| {
        let parts = [
            ("styles", "styles", "styles.xml"),
            ("settings", "settings", "settings.xml"),
            ("header", "header", "header.xml"),
            ("footer", "footer", "footer.xml"),
        ];
        for (id, kind, target) in parts {
            relation(x, id, &format!("{RELATIONS}/{kind}"), target);
        }
        for (named, _) in pictures {
            relation(x, &named.relation, &format!("{RELATIONS}/image"), &named.part);
        }
    });
    x.into_bytes()
}

fn relation(x: &mut Xml, id: &str, kind: &str, target: &str) {
    x.leaf("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target)]);
}

fn main(text: &Text<'_>, page: &Page) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:document", &VOCABULARIES, |x| {
        x.element("w:body", &[], |x| {
            x.written(&text.xml);
            page.section(x);
        });
    });
    x.into_bytes()
}

fn settings(language: Language) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:settings", &[("xmlns:w", &WORD)], |x| {
        x.raw(r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>"#);
        // Without it Word opens the document as one of an old version.
        x.raw(r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#);
        x.leaf("w:themeFontLang", &[("w:val", &language_tag(language))]);
    });
    x.into_bytes()
}

fn header(title: &str) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:hdr", &[("xmlns:w", &WORD)], |x| field::paragraph(x, id::HEADER, |x| field::run(x, title)));
    x.into_bytes()
}

/// The number of the page.
fn footer() -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:ftr", &[("xmlns:w", &WORD)], |x| {
        field::paragraph(x, id::FOOTER, |x| field::field(x, " PAGE ", "1"));
    });
    x.into_bytes()
}
