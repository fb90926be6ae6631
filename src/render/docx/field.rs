//! Paragraphs, their runs, fields and bookmarks. A field stands with its result, so that nothing has to be updated before it reads right.

use super::xml::Xml;

/// A paragraph in a style and what it holds.
pub(super) fn paragraph(x: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    x.element("w:p", &[], |x| {
        x.element("w:pPr", &[], |x| x.leaf("w:pStyle", &[("w:val", &style)]));
        inside(x);
    });
}

/// A paragraph that keeps to the next one.
pub(super) fn kept_paragraph(x: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    x.element("w:p", &[], |x| {
        x.element("w:pPr", &[], |x| {
            x.leaf("w:pStyle", &[("w:val", &style)]);
            x.leaf("w:keepNext", &[]);
        });
        inside(x);
    });
}

/// Opens a field: what follows, until it ends, is its result.
pub(super) fn begins(x: &mut Xml, instruction: &str) {
    x.raw(r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#);
    x.element("w:r", &[], |x| x.text("w:instrText", &[("xml:space", &"preserve")], instruction));
    x.raw(r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#);
}

pub(super) fn ends(x: &mut Xml) {
    x.raw(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
}

/// A field with its result.
pub(super) fn field(x: &mut Xml, instruction: &str, result: &str) {
    begins(x, instruction);
    run(x, result);
    ends(x);
}

/// A text as part of a paragraph.
pub(super) fn run(x: &mut Xml, text: &str) {
    x.element("w:r", &[], |x| x.text("w:t", &[("xml:space", &"preserve")], text));
}

/// The number of the next bookmark: each has its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bookmarks(pub(super) u64);

impl Bookmarks {
    /// Writes what a bookmark goes around.
    pub(super) fn around(&mut self, x: &mut Xml, name: &str, inside: impl FnOnce(&mut Self, &mut Xml)) {
        let id = self.0;
        self.0 += 1;
        x.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        inside(self, x);
        x.leaf("w:bookmarkEnd", &[("w:id", &id)]);
    }
}
