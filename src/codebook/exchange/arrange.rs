//! Which codes of a file belong to which code system, and which is the main code of which.

use super::known::Known;
use super::{Node, Tree};
use crate::codebook::{MOST_DOMAINS, System};

/// The codes of a code system.
pub(super) struct Group<'t, 'b> {
    /// The system of the codebook in place.
    pub(super) system: Option<&'b System>,
    /// The category that is the system.
    pub(super) category: Option<&'t Node>,
    /// Its codes, each behind its main code.
    pub(super) members: Vec<Member<'t>>,
}

/// A code of a system.
pub(super) struct Member<'t> {
    pub(super) node: &'t Node,
    /// Where its main code stands among the members.
    pub(super) main: Option<usize>,
    /// Whether it stands deeper in the file than a subcode can.
    pub(super) is_deep: bool,
}

/// Whether nothing in a file stands below anything.
pub(super) fn is_flat(tree: &Tree) -> bool {
    tree.codes.iter().all(|code| code.children.is_empty() && code.is_codable)
}

/// Puts codes with dots in their names below what stands before the dot, as Taguette means it; says how many.
pub(super) fn split_dots(tree: &mut Tree) -> usize {
    if !is_flat(tree) || !tree.origin.to_lowercase().contains("taguette") {
        return 0;
    }
    let mut grown: Vec<Node> = Vec::new();
    let mut split = 0;
    for code in std::mem::take(&mut tree.codes) {
        let parts = code.name.split_once('.').map(|(main, rest)| (main.to_owned(), rest.to_owned()));
        let parts = parts.filter(|(main, rest)| !main.trim().is_empty() && !rest.trim().is_empty());
        let (main, below) = match parts {
            Some((main, rest)) => {
                (Node { name: main, is_codable: true, ..Node::default() }, Some(Node { name: rest, ..code }))
            }
            None => (code, None),
        };
        split += usize::from(below.is_some());
        let at = grown.iter().position(|there| there.name == main.name).unwrap_or(grown.len());
        if at == grown.len() {
            grown.push(main);
        } else if below.is_none() {
            grown[at] = Node { children: std::mem::take(&mut grown[at].children), ..main };
        }
        grown[at].children.extend(below);
    }
    tree.codes = grown;
    split
}

/// The code systems of a file: its categories at the top, as many as there can be domains, and one for what stands in none.
pub(super) fn groups<'t, 'b>(tree: &'t Tree, known: &Known<'b>) -> Vec<Group<'t, 'b>> {
    let is_new = |node: &&Node| !node.is_codable && known.system_of(node).is_none() && known.code_of(node).is_none();
    let in_place = known.book.map_or(0, |book| book.domains.len());
    let fits = tree.codes.iter().filter(is_new).count() + in_place <= MOST_DOMAINS;
    let single = known.book.and_then(|book| if let [only] = &*book.systems { Some(only) } else { None });
    let mut groups: Vec<Group<'t, 'b>> = Vec::new();
    for node in &tree.codes {
        let as_system = known.system_of(node);
        let category = (as_system.is_some() || (fits && is_new(&node))).then_some(node);
        let system = match category {
            Some(_) => as_system,
            None => known.code_of(node).map(|(system, _)| system).or(single),
        };
        let is_own = |group: &Group<'_, '_>| match (system, group.system) {
            (Some(own), Some(other)) => own.id == other.id,
            (None, None) => category.is_none() && group.category.is_none(),
            _ => false,
        };
        let at = groups.iter().position(is_own).unwrap_or(groups.len());
        if at == groups.len() {
            groups.push(Group { system, category: None, members: Vec::new() });
        }
        let group = &mut groups[at];
        group.category = group.category.or(category);
        match category {
            Some(category) => category.children.iter().for_each(|child| group.add(child, None, false)),
            None => group.add(node, None, false),
        }
    }
    groups
}

impl<'t> Group<'t, '_> {
    fn add(&mut self, node: &'t Node, main: Option<usize>, is_deep: bool) {
        let at = self.members.len();
        self.members.push(Member { node, main, is_deep });
        // Some programs make a category of a main code, with the code itself below it.
        let is_itself = |child: &Node| !node.is_codable && child.name == node.name;
        for child in &node.children {
            if is_itself(child) {
                let member = &mut self.members[at];
                member.node = if member.node.description.is_none() { child } else { member.node };
                child.children.iter().for_each(|below| self.add(below, Some(main.unwrap_or(at)), main.is_some()));
            } else {
                self.add(child, Some(main.unwrap_or(at)), main.is_some());
            }
        }
    }
}
