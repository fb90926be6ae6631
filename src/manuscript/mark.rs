//! A copy of a Word document with a comment at every place of which there is something to say.
//!
//! A number in the running text has its comment around its own letters. Notes and text boxes have no comments of their own in
//! every version of Word: theirs stand at the note's reference, or around the run that holds the box, and say where.

use std::collections::BTreeSet;
use std::ops::Range;

use super::comment::{Comments, place, take_marks};
use super::cut::Cuts;
use super::docx::Document;
use super::letters::letters;
use super::parts::{self, Kind};
use super::remark::Remark;
use super::revision::Stamp;
use super::space::Space;
use super::text::Setting;
use super::xml::{Edits, Id, Tree};
use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::wording::Language;

/// A marked document.
#[derive(Debug)]
pub struct Marked {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many comments were put in.
    pub comments: usize,
    /// Of how many places in headers and footers nothing could be said, since Word has no comments there.
    pub elsewhere: usize,
}

/// Puts remarks into a document as comments; earlier ones by this program that nobody has answered go.
///
/// # Errors
/// A part that cannot be read.
pub fn mark(
    document: Document,
    remarks: &[Remark<'_>],
    day: Option<Day>,
    language: Language,
) -> Result<Marked, Diagnostic> {
    let Document { mut package, parts: read, .. } = document;
    let mut comments = Comments::read(&mut package)?;
    let gone = comments.keep_only(&BTreeSet::new()).clone();
    let mut stamp = Stamp::new(day, read.iter().map(|part| part.tree.source()));
    let Some(main) = read.first() else { return Ok(Marked { bytes: package.write()?, comments: 0, elsewhere: 0 }) };
    let tree = &main.tree;
    let (mut cuts, mut edits) = (Cuts::default(), Edits::default());
    let mut told: Vec<(Range<usize>, String, Id)> = Vec::new();
    let mut elsewhere = 0;
    for remark in remarks {
        let source = remark.sentence.source;
        let Some(part) = read.get(source.part) else { continue };
        let text = remark.text(language);
        match part.kind {
            Kind::Main if remark.sentence.setting != Setting::Box && !is_boxed(tree, source.paragraph) => {
                if let Some(bytes) = around(tree, source.paragraph, remark, &mut cuts) {
                    told.push((bytes, text, source.paragraph));
                }
            }
            Kind::Main => {
                let own = msg!("mark-in-box", text = remark.sentence.text.as_str()).text(language);
                let bytes = place(tree, source.paragraph);
                told.extend(bytes.map(|bytes| (bytes, format!("{own}\n{text}"), source.paragraph)));
            }
            Kind::Notes(note, reference) => {
                let own = msg!("mark-in-note", text = remark.sentence.text.as_str()).text(language);
                let run = parts::reference(tree, &part.tree, (note, reference), source.paragraph);
                let at = run.and_then(|run| Some((place(tree, run)?, run)));
                told.extend(at.map(|(bytes, run)| (bytes, format!("{own}\n{text}"), run)));
            }
            Kind::Margin => elsewhere += 1,
        }
    }
    told.retain(|(_, text, _)| !comments.is_answered(text));
    told.sort_by_key(|(bytes, ..)| (bytes.start, bytes.end));
    cuts.close(tree, &mut edits);
    for (bytes, text, id) in &told {
        let w = tree.prefix(Space::Word, *id).unwrap_or_default();
        comments.add(text, bytes.clone(), &w, &mut stamp, &mut edits);
    }
    cuts.open(tree, &mut stamp, &mut edits);
    take_marks(tree, &gone, &mut edits);
    if !edits.is_empty() {
        let text = edits.apply(tree.source());
        package.put(&main.name, text);
    }
    comments.write(&mut package)?;
    Ok(Marked { bytes: package.write()?, comments: told.len(), elsewhere })
}

/// Whether an element stands in a text box, which is read with its captions and tables.
fn is_boxed(tree: &Tree, id: Id) -> bool {
    tree.above(id).any(|above| tree.word(above) == "txbxContent")
}

/// The bytes between runs around what a remark is about. What stands in the result of a field, which Word may write anew, has
/// its comment around the field.
fn around(tree: &Tree, paragraph: Id, remark: &Remark<'_>, cuts: &mut Cuts) -> Option<Range<usize>> {
    let all = letters(tree, paragraph);
    let fields = super::field::fields(tree, paragraph, &all);
    let places = remark.sentence.places(&remark.range);
    let (first, last) = (*places.first()?, *places.last()?);
    let field = |letter: usize| {
        let holding = fields.iter().filter(|field| field.result.contains(&letter));
        holding.map(|field| field.whole.clone()).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
    };
    let start = match field(first) {
        Some(whole) => whole.start,
        None => cuts.at(tree, &all, first, false)?,
    };
    let end = match field(last) {
        Some(whole) => whole.end,
        None => cuts.at(tree, &all, last, true)?,
    };
    Some(start..end.max(start))
}
