//! Cross tables: how many interventions, or respondents, have both of two things, or their funds; as a table or with colours.

mod build;
mod declare;
mod panels;
mod side;
mod then;
mod words;
mod years;

pub use build::{Cell, Crossed};
pub use declare::{CodeLevel, CrossDrawing, CrossItem, Measure as CrossMeasure, Measure, ShareOf, Side, Way};
pub use side::{Value, Values};

pub(super) use build::{BETWEEN, check, percent, together};
pub(super) use declare::{decode, decode_areas_together, decode_measure};
pub(super) use words::{base_of, of_areas, outside};

use super::Material;

/// Fills a cross table in.
pub(super) fn build(material: &Material<'_>, item: &CrossItem) -> Crossed {
    if item.is_over_years() { years::build(material, item) } else { build::build(material, item) }
}

/// Sentences for the note of a cross table.
pub(super) fn sentences(material: &Material<'_>, item: &CrossItem, crossed: &Crossed) -> Vec<String> {
    match item.is_over_years() {
        true => years::sentences(material, item, crossed),
        false => words::sentences(material, &item.areas, crossed),
    }
}
