//! The parts of a document that hold text: the main one, and those that it refers to.

use super::package::Package;
use super::space::Space;
use super::xml::{Id, Tree};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The text.
    Main,
    /// Notes at the foot of pages, or at the end: the name of a note, and of what refers to it.
    Notes(&'static str, &'static str),
    /// A header or a footer.
    Margin,
}

/// A part with text.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) tree: Tree,
}

/// The parts of a document with text, the main one first.
///
/// # Errors
/// A part that cannot be read.
pub(super) fn read(package: &mut Package) -> Result<Vec<Part>, Diagnostic> {
    let main = package.main().to_owned();
    let mut parts = vec![Part { tree: package.tree(&main)?, name: main.clone(), kind: Kind::Main }];
    for relation in package.relations(&main)? {
        let kind = match relation.kind.as_str() {
            "header" | "footer" => Kind::Margin,
            "footnotes" => Kind::Notes("footnote", "footnoteReference"),
            "endnotes" => Kind::Notes("endnote", "endnoteReference"),
            _ => continue,
        };
        if relation.is_outside
            || !package.has(&relation.target)
            || parts.iter().any(|part| part.name == relation.target)
        {
            continue;
        }
        parts.push(Part { tree: package.tree(&relation.target)?, name: relation.target, kind });
    }
    Ok(parts)
}

/// Where in the main part a comment on an element of notes can stand: the run of the reference to its note.
pub(super) fn reference(main: &Tree, tree: &Tree, (note, reference): (&str, &str), id: Id) -> Option<Id> {
    let own = tree.above(id).find(|above| tree.word(*above) == note)?;
    let number = tree.attribute(own, Space::Word, "id")?;
    let is_it =
        |id: &Id| main.word(*id) == reference && main.attribute(*id, Space::Word, "id").as_ref() == Some(&number);
    let found = (0..main.len()).find(is_it)?;
    main.above(found).find(|above| main.word(*above) == "r")
}

/// A part as it is after edits of this program.
///
/// # Errors
/// Only where an edit made it something that cannot be read: a fault of the program, told by name and place.
pub(super) fn again(file: &str, name: &str, text: String) -> Result<Tree, Diagnostic> {
    let bytes = text.into_bytes();
    Tree::read(bytes).map_err(|wrong| {
        let why = wrong.why;
        let message =
            msg!("manuscript-part-malformed", part = shown(name), line = "1", column = (wrong.at + 1).to_string(), why);
        Diagnostic::error(Place::file(file), message)
    })
}
