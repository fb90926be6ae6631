//! The contents: a field that Word can update, filled in beforehand so that it reads well before anyone does. Pages are
//! known to the word processor alone; their numbers come with the first update.

use super::body::{paragraph, run};
use super::styles::id;
use super::xml::Xml;
use crate::msg;
use crate::wording::Language;

/// Headings and captions of two levels, with links.
const FIELD: &str = r#" TOC \o "1-2" \h \z \u "#;

/// Writes the contents from level, text and bookmark of what they list.
pub(super) fn write(x: &mut Xml, entries: &[(usize, String, String)], language: Language) {
    x.element("w:sdt", &[], |x| {
        x.raw(r#"<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"#);
        x.element("w:sdtContent", &[], |x| {
            paragraph(x, id::CONTENTS_HEADING, |x| run(x, &msg!("report-contents").text(language)));
            for (index, (level, text, bookmark)) in entries.iter().enumerate() {
                paragraph(x, id::CONTENTS[(*level).min(1)], |x| {
                    if index == 0 {
                        field_begins(x, FIELD);
                    }
                    x.element("w:hyperlink", &[("w:anchor", bookmark), ("w:history", &1)], |x| {
                        run(x, text);
                    });
                    if index + 1 == entries.len() {
                        field_ends(x);
                    }
                });
            }
        });
    });
}

/// Opens a field: what follows, until it ends, is its result.
pub(super) fn field_begins(x: &mut Xml, instruction: &str) {
    x.raw(r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#);
    x.element("w:r", &[], |x| x.text("w:instrText", &[("xml:space", &"preserve")], instruction));
    x.raw(r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#);
}

pub(super) fn field_ends(x: &mut Xml) {
    x.raw(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
}
