//! A writer of XML that cannot leave an element open or a text unescaped.

use std::fmt::{Display, Write as _};

use crate::render::svg::escape;

/// An attribute: its name, and its value before it is escaped.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);

/// XML that grows.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// The first line of every part.
    pub(super) fn part() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() }
    }

    /// An element and what is inside it.
    pub(super) fn element(&mut self, name: &str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.text.push('>');
        inside(self);
        // Writing to a string cannot fail.
        let _ = write!(self.text, "</{name}>");
    }

    /// An element without anything inside.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with text.
    pub(super) fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |x| x.text.push_str(&escape(text)));
    }

    /// XML that has been written elsewhere.
    pub(super) fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    /// A text that was written for a document.
    pub(super) fn written(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// XML that stands in this program.
    pub(super) fn raw(&mut self, xml: &'static str) {
        self.text.push_str(xml);
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        let _ = write!(self.text, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.text, " {name}=\"{}\"", escape(&value.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_text() {
        let mut x = Xml::default();
        x.element("w:p", &[("w:name", &"\"<a>\" & b")], |x| x.text("w:t", &[], "<w:p>\u{1}=1+1</w:p>"));
        let expected = "<w:p w:name=\"&quot;&lt;a&gt;&quot; &amp; b\"><w:t>&lt;w:p&gt;=1+1&lt;/w:p&gt;</w:t></w:p>";
        assert_eq!(String::from_utf8(x.into_bytes()).as_deref(), Ok(expected));
    }
}
