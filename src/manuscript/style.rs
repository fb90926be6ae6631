//! What the paragraphs of a Word document are: headings, captions, lists of contents.

use std::collections::BTreeMap;

use super::space::Space;
use super::xml::{Id, Tree};

/// What a style is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of a level.
    Heading(usize),
    /// A caption.
    Caption,
    /// A line of a table of contents, or of figures.
    Contents,
    /// Anything else.
    Other,
}

/// The styles of a document, by their ids.
#[derive(Default)]
pub(super) struct Styles {
    roles: BTreeMap<String, Role>,
}

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read(tree: &Tree) -> Self {
        let mut own = BTreeMap::new();
        let mut based = BTreeMap::new();
        for style in tree.children(tree.root()).filter(|id| tree.word(*id) == "style") {
            let Some(id) = tree.attribute(style, Space::Word, "styleId") else { continue };
            let name = tree.value(style, "name").unwrap_or_default();
            let level = tree.child(style, "pPr").and_then(|properties| tree.value(properties, "outlineLvl"));
            let level = level.and_then(|level| level.parse::<usize>().ok()).filter(|level| *level < 9);
            let role = match (by_name(&name), by_name(&id), level) {
                (Role::Other, Role::Other, Some(level)) => Role::Heading(level + 1),
                (Role::Other, role, _) | (role, ..) => role,
            };
            own.insert(id.clone(), role);
            if let Some(above) = tree.value(style, "basedOn") {
                based.insert(id, above);
            }
        }
        let role = |id: &String| {
            let chain = std::iter::successors(Some(id), |id| based.get(*id)).take(20);
            chain.filter_map(|id| own.get(id)).copied().find(|role| *role != Role::Other).unwrap_or(Role::Other)
        };
        Self { roles: own.keys().map(|id| (id.clone(), role(id))).collect() }
    }

    /// What a paragraph is.
    pub(super) fn role(&self, tree: &Tree, paragraph: Id) -> Role {
        let Some(properties) = tree.child(paragraph, "pPr") else { return Role::Other };
        let level = tree.value(properties, "outlineLvl").and_then(|level| level.parse::<usize>().ok());
        if let Some(level) = level.filter(|level| *level < 9) {
            return Role::Heading(level + 1);
        }
        let Some(style) = tree.value(properties, "pStyle") else { return Role::Other };
        self.roles.get(&style).copied().unwrap_or_else(|| by_name(&style))
    }
}

/// What styles are for by the names that Word gives them, in Swedish and English: `Rubrik2`, `heading 1`, `caption`.
fn by_name(name: &str) -> Role {
    let name: String = name.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let level = |start: &str| name.strip_prefix(start).and_then(|rest| rest.parse::<usize>().ok());
    if ["title", "titel", "rubrik"].contains(&name.as_str()) {
        return Role::Heading(0);
    }
    if let Some(level) = level("heading").or_else(|| level("rubrik")) {
        return Role::Heading(level);
    }
    let contents = ["toc", "innehåll", "innehll", "tableoffigures", "figurförteckning", "figurfrteckning"];
    if contents
        .iter()
        .any(|start| name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || level(start).is_some()))
    {
        return Role::Contents;
    }
    let captions = ["caption", "beskrivning", "bildtext", "figurrubrik", "tabellrubrik", "figurtext", "tabelltitel"];
    if captions.contains(&name.as_str()) { Role::Caption } else { Role::Other }
}
