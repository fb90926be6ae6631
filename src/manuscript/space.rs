//! The namespaces of Office Open XML: each has an address in ECMA-376's transitional form and one in its strict form.

/// A namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// Attributes without a prefix.
    None,
    /// `xml:space` and its like.
    Xml,
    /// WordprocessingML.
    Word,
    /// Relations of a part.
    Relations,
    /// DrawingML.
    Drawing,
    /// Drawings in a text.
    Placed,
    /// Pictures.
    Picture,
    /// Choices for programs that understand more, or less.
    Compatibility,
    /// Any other.
    Other,
}

const BOTH: [(Space, &str, &str); 6] = [
    (
        Space::Word,
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        Space::Relations,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (
        Space::Drawing,
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ),
    (
        Space::Placed,
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ),
    (
        Space::Picture,
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "http://purl.oclc.org/ooxml/drawingml/picture",
    ),
    (
        Space::Compatibility,
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
    ),
];

impl Space {
    /// The namespace of an address, and whether only the strict form writes it so.
    pub(super) fn of(address: &str) -> (Self, bool) {
        let found = BOTH.iter().find(|(_, usual, strict)| [*usual, *strict].contains(&address));
        found.map_or((Self::Other, false), |(space, usual, _)| (*space, *usual != address))
    }

    /// Its address in a form.
    pub(super) fn address(self, strict: bool) -> &'static str {
        let found = BOTH.iter().find(|(space, ..)| *space == self);
        found.map_or("", |(_, usual, of_strict)| if strict { of_strict } else { usual })
    }
}
