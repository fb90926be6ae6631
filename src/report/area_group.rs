//! What an item calls an area that it shows beside others.

use crate::wording::Text;

/// An area as a group of an item, and what it is called there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaGroup {
    /// The area.
    pub area: String,
    /// The group's name; empty where there is only one.
    pub label: Text,
}
