//! What parts refer to (`.rels`).

use super::{HEAD, Package};
use crate::diagnostic::Diagnostic;
use crate::manuscript::space::Space;
use crate::manuscript::xml::escaped;

/// What a part refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::manuscript) struct Relation {
    pub(in crate::manuscript) id: String,
    /// The last word of its type: `image`, `comments`.
    pub(in crate::manuscript) kind: String,
    pub(super) is_strict: bool,
    /// The part, from the root of the package; an address where it is outside.
    pub(in crate::manuscript) target: String,
    pub(in crate::manuscript) is_outside: bool,
}

impl Package {
    /// What a part refers to; the package as a whole has no name.
    pub(in crate::manuscript) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Diagnostic> {
        let list = relations_of(of);
        if !self.has(&list) {
            return Ok(Vec::new());
        }
        let tree = self.tree(&list)?;
        let folder = of.rsplit_once('/').map_or("", |(folder, _)| folder);
        let read = |id| {
            let [own, kind, target, mode] = ["Id", "Type", "Target", "TargetMode"]
                .map(|name| tree.attribute(id, Space::None, name).unwrap_or_default());
            let is_outside = mode == "External";
            Relation {
                id: own,
                is_strict: kind.starts_with(Space::Relations.address(true)),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: if is_outside { target } else { resolved(folder, &target) },
                is_outside,
            }
        };
        Ok(tree.children(tree.root()).map(read).collect())
    }

    /// The part that another refers to by a kind of relation, as its `comments`.
    pub(in crate::manuscript) fn related(&mut self, of: &str, kind: &str) -> Result<Option<String>, Diagnostic> {
        let found = self.relations(of)?.into_iter().find(|relation| relation.kind == kind && !relation.is_outside);
        Ok(found.map(|relation| relation.target))
    }

    /// Lets a part refer to another, and gives the relation's id.
    pub(in crate::manuscript) fn relate(&mut self, of: &str, kind: &str, target: &str) -> Result<String, Diagnostic> {
        let taken = self.relations(of)?;
        if let Some(known) = taken.iter().find(|relation| relation.target == target && !relation.is_outside) {
            return Ok(known.id.clone());
        }
        let free = |number: &usize| taken.iter().all(|relation| relation.id != format!("rIdInsats{number}"));
        let id = format!("rIdInsats{}", (1..).find(free).unwrap_or_default());
        let kind = if kind.contains(':') {
            kind.to_owned()
        } else {
            format!("{}/{kind}", Space::Relations.address(self.strict))
        };
        let entry = format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{}\"/>", escaped(target));
        let list = relations_of(of);
        if self.has(&list) {
            self.append(&list, &entry)?;
        } else {
            let address = "http://schemas.openxmlformats.org/package/2006/relationships";
            self.put(&list, format!("{HEAD}<Relationships xmlns=\"{address}\">{entry}</Relationships>"));
        }
        Ok(id)
    }
}

/// The part with the relations of another.
fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    resolved(folder, &format!("_rels/{name}.rels"))
}

/// A target from the root: absolute, or from the folder of the part that refers to it.
fn resolved(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
