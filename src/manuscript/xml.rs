//! A part of a Word document as a light tree over its text: where each element begins and ends.
//!
//! What stands outside a control must stay byte for byte, so nothing is ever written back from a tree. The tree says
//! where things are, and [`Edits`] exchange exactly those bytes.

mod characters;
mod edits;
mod names;
mod read;

use std::ops::Range;

pub(super) use characters::escaped;
pub(super) use edits::Edits;

use super::space::Space;
use crate::wording::Message;

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
}

/// The line and the column of a byte, both counted from 1.
pub(super) fn spot(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = &bytes[..at.min(bytes.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.len() - before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1) + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    pub(super) fn tree(inner: &str) -> Tree {
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
}
