//! Characters as they are read and as they are written.

use std::ops::Range;

use quick_xml::escape::{escape, unescape};

use super::{Id, Tree};

impl Tree {
    /// The characters of an element without elements in it, each with the bytes that it is written with.
    pub(in crate::manuscript) fn letters(&self, id: Id) -> Vec<(char, Range<usize>)> {
        let inner = self.inner(id);
        let (mut letters, mut at) = (Vec::new(), inner.start);
        while at < inner.end {
            let rest = &self.source[at..inner.end];
            if let Some(data) = rest.strip_prefix("<![CDATA[") {
                let from = at + rest.len() - data.len();
                let length = data.find("]]>").unwrap_or(data.len());
                letters
                    .extend(data[..length].char_indices().map(|(own, c)| (c, from + own..from + own + c.len_utf8())));
                at = from + length + "]]>".len();
                continue;
            }
            let length = match rest.as_bytes()[0] {
                b'<' => rest.find('>').map_or(rest.len(), |end| end + 1),
                b'&' => rest.find(';').map_or(rest.len(), |end| end + 1),
                _ => rest.chars().next().map_or(1, char::len_utf8),
            };
            let written = &rest[..length];
            if !written.starts_with('<') {
                let read = unescape(written).unwrap_or(std::borrow::Cow::Borrowed(written));
                letters.extend(read.chars().map(|c| (c, at..at + length)));
            }
            at += length;
        }
        letters
    }

    /// The text of an element without elements in it.
    pub(in crate::manuscript) fn text(&self, id: Id) -> String {
        self.letters(id).into_iter().map(|(c, _)| c).collect()
    }
}

/// Text as it stands in XML.
pub(in crate::manuscript) fn escaped(text: &str) -> String {
    // What XML 1.0 cannot hold at all would make the part unreadable.
    let lawful =
        |c: &char| !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    escape(text.chars().filter(lawful).collect::<String>()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::tests::tree;

    #[test]
    fn every_letter_knows_its_bytes() {
        let tree = tree("<x:t>å&amp;&#x41;<![CDATA[<b]]></x:t>");
        let letters = tree.letters(1);
        assert_eq!(letters.iter().map(|(c, _)| *c).collect::<String>(), "å&A<b");
        let written: Vec<&str> = letters.iter().map(|(_, at)| &tree.source()[at.clone()]).collect();
        assert_eq!(written, ["å", "&amp;", "&#x41;", "<", "b"]);
    }
}
