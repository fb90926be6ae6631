//! A part of a Word document as a light tree over its text: where each element begins and ends.
//!
//! What stands outside a control must stay byte for byte, so nothing is ever written back from a tree. The tree says
//! where things are, and [`Edits`] exchange exactly those bytes.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::space::Space;
use crate::msg;
use crate::wording::{Message, library_says};

/// No text stands so deep; what goes through a tree from element to element is bounded by it.
const DEEPEST: usize = 1_000;

/// An element of a tree, by its number in the order of the document.
pub(super) type Id = usize;

struct Element {
    space: Space,
    /// Its name without prefix.
    name: Range<usize>,
    /// Its start tag.
    tag: Range<usize>,
    /// What stands between its tags; empty for an empty element.
    inner: Range<usize>,
    whole: Range<usize>,
    parent: Option<Id>,
    /// The number of the first element behind it and all that it holds.
    next: Id,
}

/// A prefix and what it is bound to, within an element.
struct Bound {
    prefix: String,
    space: Space,
    within: Range<usize>,
}

/// A part: its text, and where its elements are.
pub(super) struct Tree {
    source: String,
    elements: Vec<Element>,
    bound: Vec<Bound>,
    strict: bool,
}

/// Why a part cannot be read, and at which byte.
pub(super) struct Malformed {
    pub(super) at: usize,
    pub(super) why: Message,
}

impl Tree {
    /// Reads a part.
    ///
    /// # Errors
    /// Text that is not UTF-8, not well-formed, or that declares a document type, whose entities could be anything.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, Malformed> {
        let source = String::from_utf8(bytes)
            .map_err(|error| Malformed { at: error.utf8_error().valid_up_to(), why: msg!("part-not-utf8") })?;
        // XML 1.0 has no place for them, and Word refuses them.
        if let Some(at) = source.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
            return Err(Malformed { at, why: msg!("part-with-control-characters") });
        }
        let mut tree = Self { source, elements: Vec::new(), bound: Vec::new(), strict: false };
        tree.lay_out()?;
        Ok(tree)
    }

    fn lay_out(&mut self) -> Result<(), Malformed> {
        let source = std::mem::take(&mut self.source);
        let mut reader = Reader::from_str(&source);
        let mut open: Vec<Id> = Vec::new();
        let failed = |reader: &Reader<&[u8]>, error: &dyn std::fmt::Display| Malformed {
            at: usize::try_from(reader.error_position()).unwrap_or_default(),
            why: msg!("part-not-xml", error = library_says(error)),
        };
        let position = |reader: &Reader<&[u8]>| usize::try_from(reader.buffer_position()).unwrap_or_default();
        loop {
            let from = position(&reader);
            let event = reader.read_event().map_err(|error| failed(&reader, &error))?;
            let to = position(&reader);
            match event {
                Event::Start(start) => {
                    let id = self.begin(&start, from..to, open.last().copied())?;
                    open.push(id);
                    if open.len() > DEEPEST {
                        return Err(Malformed { at: from, why: msg!("part-too-deep", most = DEEPEST) });
                    }
                }
                Event::Empty(start) => {
                    let id = self.begin(&start, from..to, open.last().copied())?;
                    self.elements[id].inner = to..to;
                    self.end(id, to);
                }
                Event::End(_) => {
                    if let Some(id) = open.pop() {
                        self.elements[id].inner.end = from;
                        self.end(id, to);
                    }
                }
                Event::GeneralRef(reference) if !is_known(&reference) => {
                    return Err(Malformed { at: from, why: msg!("part-with-unknown-entity") });
                }
                Event::DocType(_) => return Err(Malformed { at: from, why: msg!("part-with-document-type") }),
                Event::Eof => break,
                _ => {}
            }
        }
        if let Some(id) = open.last() {
            return Err(Malformed { at: self.elements[*id].tag.start, why: msg!("part-cut-short") });
        }
        if self.elements.is_empty() {
            return Err(Malformed { at: 0, why: msg!("part-empty") });
        }
        self.source = source;
        Ok(())
    }

    fn begin(&mut self, start: &BytesStart<'_>, tag: Range<usize>, parent: Option<Id>) -> Result<Id, Malformed> {
        let id = self.elements.len();
        for attribute in start.attributes() {
            let attribute = attribute
                .map_err(|error| Malformed { at: tag.start, why: msg!("part-not-xml", error = library_says(error)) })?;
            let key: &str = attribute.key.as_ref();
            let Some(prefix) = key.strip_prefix("xmlns").and_then(|rest| rest.strip_prefix(':').or(Some(rest))) else {
                continue;
            };
            if key != "xmlns" && !key.starts_with("xmlns:") {
                continue;
            }
            let (space, strict) = Space::of(attribute.value.as_ref());
            self.strict |= strict;
            self.bound.push(Bound { prefix: prefix.to_owned(), space, within: tag.start..usize::MAX });
        }
        let name = start.name();
        let name: &str = name.as_ref();
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let space = self.space_of(prefix, tag.start);
        let behind = tag.start + 1 + name.len();
        self.elements.push(Element {
            space,
            name: behind - local.len()..behind,
            inner: tag.end..tag.end,
            whole: tag.clone(),
            tag,
            parent,
            next: id + 1,
        });
        Ok(id)
    }

    fn end(&mut self, id: Id, to: usize) {
        let next = self.elements.len();
        let element = &mut self.elements[id];
        element.whole.end = to;
        element.next = next;
        let start = element.tag.start;
        self.bound.iter_mut().filter(|bound| bound.within.start == start).for_each(|bound| bound.within.end = to);
    }

    /// What a prefix is bound to at a byte: by the innermost element that binds it.
    fn space_of(&self, prefix: &str, at: usize) -> Space {
        let bound = self.bound.iter().rev().find(|bound| bound.prefix == prefix && bound.within.contains(&at));
        bound.map_or(Space::Other, |bound| bound.space)
    }

    /// The prefix of a namespace at an element, with its colon; `None` where none is bound to it.
    pub(super) fn prefix(&self, space: Space, id: Id) -> Option<String> {
        let at = self.elements[id].tag.start;
        let bound = self.bound.iter().rev().find(|bound| {
            bound.space == space && bound.within.contains(&at) && self.space_of(&bound.prefix, at) == space
        })?;
        Some(if bound.prefix.is_empty() { String::new() } else { format!("{}:", bound.prefix) })
    }

    /// The name of an element as it is written, with its own prefix: a document may have several for a namespace.
    pub(super) fn name(&self, id: Id) -> &str {
        let tag = self.source[self.tag(id)].trim_start_matches('<');
        tag.split(|c: char| c.is_whitespace() || "/>".contains(c)).next().unwrap_or_default()
    }

    /// The text of the part.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// Whether it is written in the namespaces of strict Office Open XML.
    pub(super) fn is_strict(&self) -> bool {
        self.strict
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Id {
        0
    }

    /// How many elements there are.
    pub(super) fn len(&self) -> usize {
        self.elements.len()
    }

    /// The name of an element of the namespace, without prefix; `None` for an element of another.
    pub(super) fn name_in(&self, space: Space, id: Id) -> Option<&str> {
        let element = &self.elements[id];
        (element.space == space).then(|| &self.source[element.name.clone()])
    }

    /// The name of an element of WordprocessingML, or nothing.
    pub(super) fn word(&self, id: Id) -> &str {
        self.name_in(Space::Word, id).unwrap_or_default()
    }

    /// Where an element stands.
    pub(super) fn whole(&self, id: Id) -> Range<usize> {
        self.elements[id].whole.clone()
    }

    /// Where its start tag stands.
    pub(super) fn tag(&self, id: Id) -> Range<usize> {
        self.elements[id].tag.clone()
    }

    /// What stands between its tags.
    pub(super) fn inner(&self, id: Id) -> Range<usize> {
        self.elements[id].inner.clone()
    }

    /// Whether it has no end tag, as `<w:p/>`.
    pub(super) fn is_empty(&self, id: Id) -> bool {
        let element = &self.elements[id];
        element.whole == element.tag
    }

    /// An element as it is written.
    pub(super) fn written(&self, id: Id) -> &str {
        &self.source[self.whole(id)]
    }

    /// The element that holds it.
    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.elements[id].parent
    }

    /// The elements that hold it, the innermost first.
    pub(super) fn above(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.parent(id), |id| self.parent(*id))
    }

    /// The elements right inside it.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        let end = self.elements[id].next;
        let within = move |id: &Id| *id < end;
        std::iter::successors(Some(id + 1).filter(within), move |id| Some(self.elements[*id].next).filter(within))
    }

    /// All elements inside it, in order.
    pub(super) fn inside(&self, id: Id) -> Range<Id> {
        id + 1..self.elements[id].next
    }

    /// The first child of WordprocessingML of a name.
    pub(super) fn child(&self, id: Id, name: &str) -> Option<Id> {
        self.children(id).find(|child| self.word(*child) == name)
    }

    /// An attribute, its references resolved.
    pub(super) fn attribute(&self, id: Id, space: Space, name: &str) -> Option<String> {
        self.attributed(id, |own, local| own == space && local == name)
    }

    /// An attribute by its name alone, whatever namespace it is of: those of later versions of Word are many.
    pub(super) fn local_attribute(&self, id: Id, name: &str) -> Option<String> {
        self.attributed(id, |_, local| local == name)
    }

    fn attributed(&self, id: Id, is: impl Fn(Space, &str) -> bool) -> Option<String> {
        let tag = &self.source[self.tag(id)];
        let inside = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let length = inside.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inside.len());
        let start = BytesStart::from_content(inside, length);
        let at = self.elements[id].tag.start;
        for attribute in start.attributes().with_checks(false).flatten() {
            let key: &str = attribute.key.as_ref();
            let (prefix, local) = key.split_once(':').unwrap_or(("", key));
            let own = match prefix {
                "" => Space::None,
                "xml" => Space::Xml,
                prefix => self.space_of(prefix, at),
            };
            if is(own, local) {
                let raw: &str = attribute.value.as_ref();
                return Some(unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned));
            }
        }
        None
    }

    /// The attribute `w:val` of a child, as `w:tag` of a control's properties.
    pub(super) fn value(&self, id: Id, child: &str) -> Option<String> {
        self.child(id, child).and_then(|child| self.attribute(child, Space::Word, "val"))
    }

    /// The characters of an element without elements in it, each with the bytes that it is written with.
    pub(super) fn letters(&self, id: Id) -> Vec<(char, Range<usize>)> {
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
    pub(super) fn text(&self, id: Id) -> String {
        self.letters(id).into_iter().map(|(c, _)| c).collect()
    }
}

/// Whether a reference stands for a character, or is one of the five that XML knows.
fn is_known(reference: &BytesRef<'_>) -> bool {
    match reference.is_char_ref() {
        true => matches!(reference.resolve_char_ref(), Ok(Some(c)) if c >= ' ' || c.is_whitespace()),
        false => ["lt", "gt", "amp", "quot", "apos"].contains(&reference.xml10_content().as_ref()),
    }
}

/// The line and the column of a byte, both counted from 1.
pub(super) fn spot(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = &bytes[..at.min(bytes.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.len() - before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1) + 1;
    (line, column)
}

/// Text as it stands in XML.
pub(super) fn escaped(text: &str) -> String {
    // What XML 1.0 cannot hold at all would make the part unreadable.
    let lawful =
        |c: &char| !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    escape(text.chars().filter(lawful).collect::<String>()).into_owned()
}

/// Exchanges of bytes in one part; none reaches into another.
#[derive(Default)]
pub(super) struct Edits {
    edits: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Puts a text in the place of bytes.
    pub(super) fn replace(&mut self, bytes: Range<usize>, text: impl Into<String>) {
        self.edits.push((bytes, text.into()));
    }

    /// Puts a text between bytes.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The text with all of them made; what is inserted at one byte stands in the order in which it came. An edit within one
    /// that came before it is left out.
    pub(super) fn apply(mut self, source: &str) -> String {
        self.edits.sort_by_key(|(bytes, _)| (bytes.start, bytes.end));
        let mut text = String::with_capacity(source.len() + self.edits.iter().map(|(_, t)| t.len()).sum::<usize>());
        let mut at = 0;
        for (bytes, new) in self.edits {
            if bytes.start < at {
                continue;
            }
            text.push_str(&source[at..bytes.start]);
            text.push_str(&new);
            at = bytes.end;
        }
        text.push_str(&source[at..]);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    fn tree(inner: &str) -> Tree {
        Tree::read(format!("<x:document xmlns:x=\"{WORD}\">{inner}</x:document>").into_bytes()).ok().unwrap()
    }

    #[test]
    fn elements_are_found_by_namespace_whatever_their_prefix() {
        let tree = tree("<x:p x:a=\"1 &amp; 2\"><x:r><x:t>a</x:t></x:r><y:q xmlns:y=\"other\"/></x:p><x:p/>");
        let names: Vec<&str> = (0..tree.len()).map(|id| tree.word(id)).collect();
        assert_eq!(names, ["document", "p", "r", "t", "", "p"]);
        assert_eq!(tree.children(0).collect::<Vec<_>>(), [1, 5]);
        assert_eq!(tree.attribute(1, Space::Word, "a").as_deref(), Some("1 & 2"));
        assert_eq!(tree.written(5), "<x:p/>");
        assert_eq!(tree.prefix(Space::Word, 3).as_deref(), Some("x:"));
        assert_eq!(tree.above(3).collect::<Vec<_>>(), [2, 1, 0]);
    }

    #[test]
    fn every_letter_knows_its_bytes() {
        let tree = tree("<x:t>å&amp;&#x41;<![CDATA[<b]]></x:t>");
        let letters = tree.letters(1);
        assert_eq!(letters.iter().map(|(c, _)| *c).collect::<String>(), "å&A<b");
        let written: Vec<&str> = letters.iter().map(|(_, at)| &tree.source()[at.clone()]).collect();
        assert_eq!(written, ["å", "&amp;", "&#x41;", "<", "b"]);
    }

    #[test]
    fn what_is_no_whole_part_is_refused_with_its_place() {
        let place = |text: &str| Tree::read(text.as_bytes().to_vec()).err().map(|wrong| wrong.at);
        assert_eq!(place("<a><b></a>"), Some(6));
        assert_eq!(place("<a><b>"), Some(3));
        assert_eq!(place("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>"), Some(0));
        assert_eq!(place(""), Some(0));
        assert_eq!(place("<a b=\"1\" b=\"2\"/>"), Some(0));
        assert!(Tree::read(vec![b'<', b'a', 0xff]).is_err_and(|wrong| wrong.at == 2));
    }

    #[test]
    fn edits_touch_nothing_else() {
        let mut edits = Edits::default();
        edits.insert(3, "x");
        edits.replace(0..1, "");
        edits.insert(3, "y");
        assert_eq!(edits.apply("abcdef"), "bcxydef");
    }
}
