//! What a document gives to what is written into it: its styles, its dialect, the room on its pages.

use super::package::{HEAD, Package};
use super::space::Space;
use super::xml::{Edits, Id, Tree};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::render::docx::{Dialect, Setting, Styles};
use crate::wording::Language;

const STYLES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

/// What a document gives.
///
/// # Errors
/// Styles or settings that cannot be read.
pub(super) fn of(package: &mut Package) -> Result<Setting, Diagnostic> {
    let main = package.main().to_owned();
    let dialect = if package.is_strict() { Dialect::Strict } else { Dialect::Transitional };
    let styles = match package.related(&main, "styles")? {
        Some(part) => package.tree(&part)?.source().to_owned(),
        None => String::from("<none/>"),
    };
    let table = match package.related(&main, "settings")? {
        Some(part) => package.tree(&part).map(|settings| settings.value(settings.root(), "defaultTableStyle"))?,
        None => None,
    };
    let wrong = |_| Diagnostic::error(Place::file(package.file()), msg!("manuscript-not-word"));
    let styles = Styles::of_template(&styles, table.as_deref()).map_err(wrong)?;
    Ok(Setting { styles, dialect, ..Setting::default() })
}

/// A text in which the prefix `w` is bound, for an element in which it may not be.
pub(super) fn bound(tree: &Tree, at: Id, text: &str) -> String {
    if tree.prefix(Space::Word, at).as_deref() == Some("w:") {
        return text.to_owned();
    }
    let address = Space::Word.address(tree.is_strict());
    let mut text = text.to_owned();
    for (name, end) in [("p", '>'), ("tbl", '>'), ("sdt", '>'), ("style", ' ')] {
        text = text.replace(&format!("<w:{name}{end}"), &format!("<w:{name} xmlns:w=\"{address}\"{end}"));
    }
    text
}

/// Adds the styles that a text uses and its document has not.
pub(super) fn add_styles(
    package: &mut Package,
    setting: &Setting,
    text: &str,
    language: Language,
) -> Result<Vec<String>, Diagnostic> {
    let added = setting.styles.added(text, language);
    if added.xml.is_empty() {
        return Ok(Vec::new());
    }
    let main = package.main().to_owned();
    let Some(part) = package.related(&main, "styles")? else {
        let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let part = format!("{folder}styles.xml");
        let address = Space::Word.address(package.is_strict());
        package.put(&part, format!("{HEAD}<w:styles xmlns:w=\"{address}\">{}</w:styles>", added.xml));
        package.declare(&part, STYLES)?;
        package.relate(&main, "styles", &part)?;
        return Ok(added.names);
    };
    let tree = package.tree(&part)?;
    let mut edits = Edits::default();
    edits.insert(tree.inner(tree.root()).end, bound(&tree, tree.root(), &added.xml));
    package.put(&part, edits.apply(tree.source()));
    Ok(added.names)
}

/// Twentieths of a point in millimetres.
pub(super) fn millimetres(twips: f64) -> f64 {
    twips / 1440.0 * 25.4
}

/// The width of the text in the section that a byte belongs to, in millimetres.
pub(super) fn column(tree: &Tree, at: usize) -> Option<f64> {
    let section = (0..tree.len()).find(|id| tree.word(*id) == "sectPr" && tree.whole(*id).start >= at)?;
    let [width, _] = size(tree, section)?;
    Some(millimetres(width - margins(tree, section)))
}

/// The room for an element, in millimetres: in its cell, or else in the column of its section.
pub(super) fn room(tree: &Tree, id: Id) -> Option<f64> {
    let cell = tree.above(id).find(|above| tree.word(*above) == "tc");
    let width = cell.and_then(|cell| tree.child(tree.child(cell, "tcPr")?, "tcW"));
    let is_twips = |width: &Id| tree.attribute(*width, Space::Word, "type").is_none_or(|kind| kind == "dxa");
    let of_cell = width.filter(is_twips).and_then(|width| number(tree, width, "w")).filter(|width| *width > 0.0);
    let column = column(tree, tree.whole(id).end);
    match (of_cell.map(millimetres), column) {
        (Some(cell), Some(column)) => Some(cell.min(column)),
        (cell, column) => cell.or(column),
    }
}

fn number(tree: &Tree, id: Id, name: &str) -> Option<f64> {
    let written = tree.attribute(id, Space::Word, name)?;
    // The strict form may write other units.
    let units = [("mm", 1440.0 / 25.4), ("cm", 14400.0 / 25.4), ("in", 1440.0), ("pt", 20.0)];
    let of_unit = units.iter().find_map(|(unit, twips)| Some(written.strip_suffix(unit)?.parse::<f64>().ok()? * twips));
    of_unit
        .or_else(|| written.parse().ok())
        .filter(|number: &f64| number.is_finite() && (0.0..=40_000.0).contains(number))
}

/// Width and height of a section's pages, in twentieths of a point.
pub(super) fn size(tree: &Tree, section: Id) -> Option<[f64; 2]> {
    let size = tree.child(section, "pgSz")?;
    Some([number(tree, size, "w")?, number(tree, size, "h")?])
}

/// What a section's pages have beside their text, to the left and right.
pub(super) fn margins(tree: &Tree, section: Id) -> f64 {
    let margins = tree.child(section, "pgMar");
    let names = ["left", "right", "start", "end", "gutter"];
    names.iter().filter_map(|name| number(tree, margins?, name)).sum()
}
