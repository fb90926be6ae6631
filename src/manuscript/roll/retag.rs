//! Controls get the names of this year.

use super::Former;
use crate::manuscript::control::{Named, controls};
use crate::manuscript::xml::{Edits, Tree};

/// Gives controls the names of this year's claims.
pub(super) fn retag(tree: &Tree, former: &[Former], edits: &mut Edits) {
    for control in controls(tree) {
        let Some(Named::Claim(id) | Named::Number(id, _)) = &control.named else { continue };
        let now = former.iter().find(|claim| claim.id == *id).and_then(|claim| claim.id_now.as_ref());
        let (Some(now), Some(tag)) = (now, tree.child(control.properties, "tag")) else { continue };
        edits.replace(tree.whole(tag), tree.written(tag).replacen(&format!("/{id}"), &format!("/{now}"), 1));
    }
}
