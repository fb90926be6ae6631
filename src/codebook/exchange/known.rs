//! What the codebook in place knows of a file that comes back to it.

use std::collections::BTreeMap;

use super::guid::plain;
use super::write::{named, tree};
use super::{Node, Tree, id_in};
use crate::codebook::{Code, Codebook, System};

/// The codebook in place, if there is one, by what files say of it.
pub(super) struct Known<'b> {
    pub(super) book: Option<&'b Codebook>,
    codes: BTreeMap<&'b str, (&'b System, &'b Code)>,
    /// The codes and systems by their identifiers in files.
    code_guids: BTreeMap<String, &'b str>,
    system_guids: BTreeMap<String, &'b str>,
}

impl<'b> Known<'b> {
    pub(super) fn new(book: Option<&'b Codebook>) -> Self {
        let mut own = Self { book, codes: BTreeMap::new(), code_guids: BTreeMap::new(), system_guids: BTreeMap::new() };
        let Some(book) = book else { return own };
        for system in &book.systems {
            own.codes.extend(system.codes.iter().map(|code| (code.id.as_str(), (system, code))));
        }
        for (category, system) in tree(book).codes.iter().zip(&book.systems) {
            own.system_guids.insert(plain(&category.guid), &system.id);
            for node in category.children.iter().flat_map(|main| std::iter::once(main).chain(&main.children)) {
                let id = first_word(&node.name).and_then(|id| own.codes.get_key_value(id));
                own.code_guids.extend(id.map(|(id, _)| (plain(&node.guid), *id)));
            }
        }
        own
    }

    /// A code by its id.
    pub(super) fn code(&self, id: &str) -> Option<(&'b System, &'b Code)> {
        self.codes.get(id).copied()
    }

    /// The code whose id begins a name, or else whose identifier a node has.
    pub(super) fn code_of(&self, node: &Node) -> Option<(&'b System, &'b Code)> {
        let named = first_word(&node.name).and_then(|id| self.code(id));
        named.or_else(|| self.code_guids.get(&plain(&node.guid)).and_then(|id| self.code(id)))
    }

    /// The code system that a category is.
    pub(super) fn system_of(&self, node: &Node) -> Option<&'b System> {
        let systems = self.book.map(|book| book.systems.as_slice()).unwrap_or_default();
        let called = |id: &str| systems.iter().find(|system| system.id == id);
        let by_guid = self.system_guids.get(&plain(&node.guid)).and_then(|id| called(id));
        let by_id = || id_in(node.description.as_ref()).and_then(called);
        let is_named = |system: &&System| named(&system.label, &system.id) == node.name;
        let by_name = || if node.is_codable { None } else { systems.iter().find(is_named) };
        by_guid.or_else(by_id).or_else(by_name)
    }

    /// Whether names of codes begin with their ids: in files of this program, and where all that are unknown begin with words
    /// with digits, each with its own.
    pub(super) fn begins_with_ids(&self, tree: &Tree) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut is_numbered = |node: &Node| {
            let word = first_word(&node.name).filter(|word| word.contains(|c: char| c.is_ascii_digit()));
            word.is_some_and(|word| !word.contains([',', ';']) && seen.insert(word.to_owned()))
        };
        let mut left: Vec<&Node> = tree.codes.iter().collect();
        let mut all = true;
        while let Some(node) = left.pop() {
            left.extend(&node.children);
            all = all && (!node.is_codable || self.code_of(node).is_some() || is_numbered(node));
        }
        all || tree.origin.starts_with(super::ORIGIN)
    }
}

/// What stands before the first space of a name.
pub(super) fn first_word(name: &str) -> Option<&str> {
    name.split(' ').next().filter(|word| !word.is_empty())
}
