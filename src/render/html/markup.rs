//! HTML that is being written. Text and the values of attributes are escaped here, so that no other place can forget to.

use crate::render::svg::escape;

/// A piece of HTML.
#[derive(Default)]
pub(super) struct Markup(String);

/// Elements that end in the middle of a line.
const SMALL: [&str; 4] = ["td", "th", "a", "dt"];

/// An attribute and its value.
pub(super) type Attribute<'a> = (&'a str, &'a str);

impl Markup {
    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            if !value.is_empty() {
                self.0.push_str("=\"");
                self.0.push_str(&escape(value));
                self.0.push('"');
            }
        }
        self.0.push('>');
    }

    /// Ends an element; cells and other small parts share a line, because every line is one more text for the browser.
    pub(super) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        if !SMALL.contains(&name) {
            self.0.push('\n');
        }
    }

    /// An element with whatever is written inside.
    pub(super) fn element(&mut self, name: &str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// An element that holds nothing but text.
    pub(super) fn line(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |m| m.text(text));
    }

    /// A part of a line in elements, the outermost first.
    pub(super) fn inline(&mut self, names: &[&str], text: &str) {
        names.iter().for_each(|name| self.open(name, &[]));
        self.text(text);
        for name in names.iter().rev() {
            self.0.push_str("</");
            self.0.push_str(name);
            self.0.push('>');
        }
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&escape(text));
    }

    /// What is HTML already: a drawing of ours, the style, the script, the embedded data.
    pub(super) fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_text_nor_attributes_can_break_out() {
        let mut markup = Markup::default();
        markup.line("p", &[("title", "\"><script>"), ("hidden", "")], "</p><img src=x onerror=alert(1)>&amp;");
        let expected = "<p title=\"&quot;&gt;&lt;script&gt;\" hidden>\
                        &lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;</p>\n";
        assert_eq!(markup.finish(), expected);
    }
}
