//! Controls get the names of this year.

use super::{Former, Titled};
use crate::manuscript::control::{Named, controls};
use crate::manuscript::xml::{Edits, Tree};

/// Gives controls the names of this year: of its claims, and of the items that show the same.
pub(super) fn retag(tree: &Tree, former: &[Former], items: &[Titled], edits: &mut Edits) {
    for control in controls(tree) {
        let Some(named) = &control.named else { continue };
        let id = named.id();
        let now = match named {
            Named::Claim(_) | Named::Number(..) => {
                former.iter().find(|claim| claim.id == id).and_then(|claim| claim.id_now.as_ref())
            }
            Named::Item(_) | Named::Headline(_) | Named::Explanation(_) | Named::Note(_) => {
                items.iter().find(|item| item.id == id).and_then(|item| item.now.as_ref()).map(|(now, _)| now)
            }
        };
        let (Some(now), Some(tag)) = (now.filter(|now| *now != id), tree.child(control.properties, "tag")) else {
            continue;
        };
        edits.replace(tree.whole(tag), tree.written(tag).replacen(&format!("/{id}"), &format!("/{now}"), 1));
    }
}

/// The ids of claims of last year that controls of a part name.
pub(super) fn claims_named(tree: &Tree, former: &[Former]) -> Vec<String> {
    let id = |named: Named| match named {
        Named::Claim(id) | Named::Number(id, _) => Some(id),
        Named::Item(_) | Named::Headline(_) | Named::Explanation(_) | Named::Note(_) => None,
    };
    let named = controls(tree).into_iter().filter_map(|control| id(control.named?));
    named.filter(|id| former.iter().any(|claim| claim.id == *id)).collect()
}
