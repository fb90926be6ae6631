//! Shapes of pages.

use super::xml::Xml;

/// Free paper at the sides, and above and below, in millimetres: a column is as wide as a figure.
const SIDES: f64 = 25.0;
const ENDS: f64 = 22.0;

/// A shape of pages, in millimetres.
pub(super) struct Page {
    width: f64,
    height: f64,
}

pub(super) const PORTRAIT: Page = Page { width: 210.0, height: 297.0 };
pub(super) const LANDSCAPE: Page = Page { width: 297.0, height: 210.0 };

impl Page {
    /// The width of its text.
    pub(super) fn column(&self) -> f64 {
        self.width - 2.0 * SIDES
    }

    /// The pages of a section: their shape, and header and footer on all but the document's first page.
    pub(super) fn section(&self, x: &mut Xml) {
        x.element("w:sectPr", &[], |x| {
            x.leaf("w:headerReference", &[("w:type", &"default"), ("r:id", &"header")]);
            x.leaf("w:footerReference", &[("w:type", &"default"), ("r:id", &"footer")]);
            self.write(x);
            x.leaf("w:titlePg", &[]);
        });
    }

    fn write(&self, x: &mut Xml) {
        let (width, height) = (twips(self.width), twips(self.height));
        if self.width > self.height {
            x.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", &"landscape")]);
        } else {
            x.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        }
        let (side, end, edge) = (twips(SIDES), twips(ENDS), twips(ENDS / 2.0));
        x.leaf(
            "w:pgMar",
            &[
                ("w:top", &end),
                ("w:right", &side),
                ("w:bottom", &end),
                ("w:left", &side),
                ("w:header", &edge),
                ("w:footer", &edge),
                ("w:gutter", &0),
            ],
        );
    }
}

/// Millimetres in twentieths of a point.
pub(super) fn twips(millimetres: f64) -> i64 {
    (millimetres / 25.4 * 1440.0).round() as i64
}

/// Millimetres in English Metric Units, of which 360 000 make a centimetre.
pub(super) fn emus(millimetres: f64) -> i64 {
    (millimetres * 36_000.0).round() as i64
}
