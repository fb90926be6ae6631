//! The whole report as a Word document (Office Open XML, ISO/IEC 29500 transitional).
//!
//! Written by hand: the parts are few, no library at hand has alternative texts and cropped pictures, and what an editor
//! restyles should be styles and nothing else. Dates in the archive are fixed, so that the same report has the same bytes.

mod body;
mod contents;
mod picture;
mod prose;
mod styles;
mod table;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::msg;
use crate::report::Document;
use crate::wording::Language;
pub use picture::Picture;
use picture::Placed;
use styles::id;
use xml::Xml;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// Free paper at the sides, and above and below, in millimetres: a column is as wide as a figure.
const SIDES: f64 = 25.0;
const ENDS: f64 = 22.0;

/// A shape of pages, in millimetres.
struct Page {
    width: f64,
    height: f64,
    /// Whether the first is a title page, without header and footer.
    titled: bool,
}

const PORTRAIT: Page = Page { width: 210.0, height: 297.0, titled: true };
const LANDSCAPE: Page = Page { width: 297.0, height: 210.0, titled: false };

impl Page {
    /// The width of its text.
    fn column(&self) -> f64 {
        self.width - 2.0 * SIDES
    }

    fn write(&self, x: &mut Xml) {
        let (width, height) = (twips(self.width), twips(self.height));
        if self.width > self.height {
            x.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", &"landscape")]);
        } else {
            x.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        }
        let (side, end, edge) = (twips(SIDES), twips(ENDS), twips(ENDS / 2.0));
        x.leaf(
            "w:pgMar",
            &[
                ("w:top", &end),
                ("w:right", &side),
                ("w:bottom", &end),
                ("w:left", &side),
                ("w:header", &edge),
                ("w:footer", &edge),
                ("w:gutter", &0),
            ],
        );
    }
}

/// Millimetres in twentieths of a point.
fn twips(millimetres: f64) -> i64 {
    (millimetres / 25.4 * 1440.0).round() as i64
}

/// Millimetres in English Metric Units, of which 360 000 make a centimetre.
fn emus(millimetres: f64) -> i64 {
    (millimetres * 36_000.0).round() as i64
}

/// The language tag, by which Word spells and hyphenates.
fn tag(language: Language) -> String {
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
    let (text, pictures) = body::write(document, picture);
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
    part("docProps/core.xml", &properties(document), deflated)?;
    part("word/document.xml", &main(&text), deflated)?;
    part("word/_rels/document.xml.rels", &relations(&pictures), deflated)?;
    part("word/styles.xml", &styles::part(document.language), deflated)?;
    part("word/settings.xml", &settings(document.language), deflated)?;
    part("word/header.xml", &header(&document.title), deflated)?;
    part("word/footer.xml", &footer(), deflated)?;
    for picture in &pictures {
        // A PNG is compressed already.
        let stored = fixed.compression_method(CompressionMethod::Stored);
        part(&format!("word/{}", picture.part()), picture.png, stored)?;
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
        let parts = [
            ("/word/document.xml", word("document.main")),
            ("/word/styles.xml", word("styles")),
            ("/word/settings.xml", word("settings")),
            ("/word/header.xml", word("header")),
            ("/word/footer.xml", word("footer")),
            ("/docProps/core.xml", core),
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
    });
    x.into_bytes()
}

fn relations(pictures: &[Placed<'_>]) -> Vec<u8> {
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
        for picture in pictures {
            relation(x, &picture.relation(), &format!("{RELATIONS}/image"), &picture.part());
        }
    });
    x.into_bytes()
}

fn relation(x: &mut Xml, id: &str, kind: &str, target: &str) {
    x.leaf("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target)]);
}

/// Title, language, and what the report was made from; no author and no date.
fn properties(document: &Document) -> Vec<u8> {
    let mut x = Xml::part();
    let namespaces: [xml::Attribute<'_>; 2] = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
    ];
    let made_from = &document.front.made_from;
    x.element("cp:coreProperties", &namespaces, |x| {
        x.text("dc:title", &[], &document.title);
        let made_with = format!("{}, SHA-256 {}", made_from.program, made_from.fingerprint);
        let parts = [document.provenance.as_str(), &made_with];
        x.text("dc:description", &[], parts.join(" ").trim_start());
        x.text("dc:language", &[], &tag(document.language));
    });
    x.into_bytes()
}

fn main(text: &Xml) -> Vec<u8> {
    let mut x = Xml::part();
    let namespaces: [xml::Attribute<'_>; 5] = [
        ("xmlns:w", &WORD),
        ("xmlns:r", &RELATIONS),
        ("xmlns:wp", &PLACED),
        ("xmlns:a", &DRAWING),
        ("xmlns:pic", &PICTURE),
    ];
    x.element("w:document", &namespaces, |x| x.element("w:body", &[], |x| x.append(text)));
    x.into_bytes()
}

fn settings(language: Language) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:settings", &[("xmlns:w", &WORD)], |x| {
        x.raw(r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>"#);
        // Without it Word opens the document as one of an old version.
        x.raw(r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#);
        x.leaf("w:themeFontLang", &[("w:val", &tag(language))]);
    });
    x.into_bytes()
}

fn header(title: &str) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:hdr", &[("xmlns:w", &WORD)], |x| body::paragraph(x, id::HEADER, |x| body::run(x, title)));
    x.into_bytes()
}

/// The number of the page.
fn footer() -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:ftr", &[("xmlns:w", &WORD)], |x| {
        body::paragraph(x, id::FOOTER, |x| {
            contents::field_begins(x, " PAGE ");
            body::run(x, "1");
            contents::field_ends(x);
        });
    });
    x.into_bytes()
}
