//! From the text of a part to its elements.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Bound, Element, Id, Malformed, Tree};
use crate::manuscript::space::Space;
use crate::msg;
use crate::wording::library_says;

/// No text stands so deep; what goes through a tree from element to element is bounded by it.
const DEEPEST: usize = 1_000;

impl Tree {
    /// Reads a part.
    ///
    /// # Errors
    /// Text that is not UTF-8, not well-formed, or that declares a document type, whose entities could be anything.
    pub(in crate::manuscript) fn read(bytes: Vec<u8>) -> Result<Self, Malformed> {
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
}

/// Whether a reference stands for a character, or is one of the five that XML knows.
fn is_known(reference: &BytesRef<'_>) -> bool {
    match reference.is_char_ref() {
        true => matches!(reference.resolve_char_ref(), Ok(Some(c)) if c >= ' ' || c.is_whitespace()),
        false => ["lt", "gt", "amp", "quot", "apos"].contains(&reference.xml10_content().as_ref()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
