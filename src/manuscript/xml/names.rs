//! Names of elements, and attributes by their names: a document may have any prefix for a namespace, and several.

use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;

use super::{Id, Tree};
use crate::manuscript::space::Space;

impl Tree {
    /// What a prefix is bound to at a byte: by the innermost element that binds it.
    pub(super) fn space_of(&self, prefix: &str, at: usize) -> Space {
        let bound = self.bound.iter().rev().find(|bound| bound.prefix == prefix && bound.within.contains(&at));
        bound.map_or(Space::Other, |bound| bound.space)
    }

    /// The prefix of a namespace at an element, with its colon; `None` where none is bound to it.
    pub(in crate::manuscript) fn prefix(&self, space: Space, id: Id) -> Option<String> {
        let at = self.elements[id].tag.start;
        let bound = self.bound.iter().rev().find(|bound| {
            bound.space == space && bound.within.contains(&at) && self.space_of(&bound.prefix, at) == space
        })?;
        Some(if bound.prefix.is_empty() { String::new() } else { format!("{}:", bound.prefix) })
    }

    /// The name of an element as it is written, with its own prefix: a document may have several for a namespace.
    pub(in crate::manuscript) fn name(&self, id: Id) -> &str {
        let tag = self.source[self.tag(id)].trim_start_matches('<');
        tag.split(|c: char| c.is_whitespace() || "/>".contains(c)).next().unwrap_or_default()
    }

    /// An attribute, its references resolved.
    pub(in crate::manuscript) fn attribute(&self, id: Id, space: Space, name: &str) -> Option<String> {
        self.attributed(id, |own, local| own == space && local == name)
    }

    /// An attribute by its name alone, whatever namespace it is of: those of later versions of Word are many.
    pub(in crate::manuscript) fn local_attribute(&self, id: Id, name: &str) -> Option<String> {
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
    pub(in crate::manuscript) fn value(&self, id: Id, child: &str) -> Option<String> {
        self.child(id, child).and_then(|child| self.attribute(child, Space::Word, "val"))
    }
}
