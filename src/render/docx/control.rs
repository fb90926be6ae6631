//! Content controls: what Word, and whoever fills the document again, knows by its tag.

use std::collections::BTreeSet;

use super::xml::Xml;

/// The ids of controls that are in use, each once in a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(BTreeSet<u32>);

impl Ids {
    /// Those that a document has already.
    pub(super) fn of(taken: BTreeSet<u32>) -> Self {
        Self(taken)
    }

    /// The id of a control: of its tag, so that it is the same whatever stands around it.
    fn of_tag(&mut self, tag: &str) -> u32 {
        // FNV-1a; Word takes ids of 31 bits, and 0 for none.
        let hash = tag.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut id = (hash & 0x7fff_ffff).max(1);
        while !self.0.insert(id) {
            id = (id % 0x7fff_ffff) + 1;
        }
        id
    }
}

/// Writes what a control holds inside it; without one where there is no tag. `called` is what Word shows on its frame.
pub(super) fn control(x: &mut Xml, ids: &mut Ids, tag: Option<&str>, called: &str, inside: impl FnOnce(&mut Xml)) {
    let Some(tag) = tag else { return inside(x) };
    let id = ids.of_tag(tag);
    let called: String = called.chars().take(super::tag::LONGEST).collect();
    x.element("w:sdt", &[], |x| {
        x.element("w:sdtPr", &[], |x| {
            x.leaf("w:alias", &[("w:val", &called)]);
            x.leaf("w:tag", &[("w:val", &tag)]);
            x.leaf("w:id", &[("w:val", &id)]);
        });
        x.element("w:sdtContent", &[], inside);
    });
}
