//! A Word document as sentences: its body with tables and text boxes, its notes, its headers and footers.
//!
//! What tracked changes delete is not read, what they insert is; codes of fields are not read, their results are. Of a drawing
//! with a copy for older programs only the drawing is read, and lists of contents say nothing of their own.

use std::collections::BTreeMap;
use std::ops::Range;

use super::control::{Named, controls};
use super::field::Field;
use super::grid;
use super::letters::{Letter, State, letters};
use super::package::Package;
use super::parts::{Kind, Part};
use super::space::Space;
use super::style::{Role, Styles};
use super::text::{CellPlace, Headings, Paragraph, Sentence, Setting, Source};
use super::xml::{Id, Tree};
use crate::diagnostic::Diagnostic;

/// A Word document that has been read.
pub struct Document {
    pub(super) package: Package,
    pub(super) parts: Vec<Part>,
    /// Its sentences.
    pub(super) sentences: Vec<Sentence>,
    /// Its captions, in order, with the fields that refer to them.
    pub(super) fields: Vec<(Source, Field)>,
}

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    /// What is no Word document, or is not understood, with part and place.
    pub fn read(bytes: Vec<u8>, name: &str) -> Result<Self, Diagnostic> {
        let mut package = Package::open(bytes, name)?;
        let main = package.main().to_owned();
        let styles = match package.related(&main, "styles")?.filter(|name| package.has(name)) {
            Some(name) => Styles::read(&package.tree(&name)?),
            None => Styles::default(),
        };
        let mut parts = super::parts::read(&mut package)?;
        parts[1..].sort_by_key(|part| part.kind == Kind::Margin);
        let mut reader = Reader { styles, ..Reader::default() };
        for (at, part) in parts.iter().enumerate() {
            reader.read(at, part);
        }
        let Reader { sentences, fields, .. } = reader;
        Ok(Self { package, parts, sentences, fields })
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    sentences: Vec<Sentence>,
    fields: Vec<(Source, Field)>,
    /// The bytes of controls in the part that name a claim, and its id.
    controls: Vec<(Range<usize>, String)>,
    /// How many paragraphs there were.
    count: usize,
    /// What notes are notes to.
    notes: BTreeMap<(&'static str, String), (Vec<String>, String)>,
}

impl Reader {
    fn read(&mut self, at: usize, part: &Part) {
        let tree = &part.tree;
        let mut headings = Headings::default();
        let mut cells: BTreeMap<Id, CellPlace> = BTreeMap::new();
        self.controls = claims(tree);
        for id in 0..tree.len() {
            match tree.word(id) {
                "tbl" if !is_copy(tree, id) => {
                    let caption = self.caption(tree, id);
                    let of_table = grid::numbers(tree, id).into_iter();
                    cells.extend(
                        of_table.map(|cell| (cell.0, CellPlace { caption: caption.clone(), table: id, ..cell.1 })),
                    );
                }
                "p" if !is_copy(tree, id) => {
                    self.count += 1;
                    self.paragraph(at, part, id, &mut headings, &cells);
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, at: usize, part: &Part, id: Id, headings: &mut Headings, cells: &BTreeMap<Id, CellPlace>) {
        let tree = &part.tree;
        let source = Source { part: at, paragraph: id };
        let role = self.styles.role(tree, id);
        if role == Role::Contents || tree.is_empty(id) {
            return;
        }
        let all = letters(tree, id);
        let fields = super::field::fields(tree, id, &all);
        let is_numbered = fields.iter().any(|field| field.is("SEQ"));
        self.fields.extend(fields.into_iter().map(|field| (source, field)));
        let cell = tree.above(id).find(|above| tree.word(*above) == "tc");
        let is_boxed = tree.above(id).any(|above| tree.word(above) == "txbxContent");
        let setting = match part.kind {
            _ if role == Role::Caption || is_numbered => Setting::Caption,
            Kind::Margin => Setting::Margin,
            Kind::Notes(..) => Setting::Note,
            Kind::Main if is_boxed => Setting::Box,
            Kind::Main if cell.is_some() => Setting::Cell,
            Kind::Main => Setting::Text,
        };
        let paragraph = Paragraph {
            letters: shown(&all),
            heading: match role {
                Role::Heading(level) if cell.is_none() && part.kind == Kind::Main && !is_boxed => Some(level),
                _ => None,
            },
            number: self.count,
            setting,
            cell: cell.and_then(|cell| cells.get(&cell)).cloned(),
            source,
            controls: self.controlled(tree, id, &all),
            note_to: self.note_to(part, id),
        };
        let from = self.sentences.len();
        headings.read(paragraph, &mut self.sentences);
        if part.kind == Kind::Main {
            self.remember_notes(tree, id, &all, from, headings);
        }
    }

    /// The letters of a paragraph that stand in controls which name a claim.
    fn controlled(&self, tree: &Tree, id: Id, all: &[Letter]) -> Vec<(Range<usize>, String)> {
        let own = tree.whole(id);
        let meets = self.controls.iter().filter(|(bytes, _)| bytes.start < own.end && own.start < bytes.end);
        let before = |byte: usize| all.partition_point(|letter| letter.at.start < byte);
        meets.map(|(bytes, claim)| (before(bytes.start)..before(bytes.end), claim.clone())).collect()
    }

    /// What the note that a paragraph stands in is a note to.
    fn note_to(&self, part: &Part, id: Id) -> Option<(Vec<String>, String)> {
        let Kind::Notes(note, reference) = part.kind else { return None };
        let own = part.tree.above(id).find(|above| part.tree.word(*above) == note)?;
        let number = part.tree.attribute(own, Space::Word, "id")?;
        self.notes.get(&(reference, number)).cloned()
    }

    /// Remembers the notes that a paragraph refers to, with the sentences that they are notes to.
    fn remember_notes(&mut self, tree: &Tree, id: Id, all: &[Letter], from: usize, headings: &Headings) {
        for own in tree.inside(id) {
            let kind = match tree.word(own) {
                "footnoteReference" => "footnoteReference",
                "endnoteReference" => "endnoteReference",
                _ => continue,
            };
            let Some(number) = tree.attribute(own, Space::Word, "id") else { continue };
            let before = all.iter().take_while(|letter| letter.at.end <= tree.whole(own).start).count();
            let sentences = self.sentences.get(from..).unwrap_or_default();
            let sentence = sentences.iter().rfind(|s| s.letters.first().is_some_and(|first| *first < before.max(1)));
            let text = sentence.map(|sentence| sentence.text.clone()).unwrap_or_default();
            self.notes.insert((kind, number), (headings.texts(), text));
        }
    }

    /// The caption of a table: the paragraph right above it, or below.
    fn caption(&self, tree: &Tree, table: Id) -> String {
        let outer = tree.above(table).find(|above| !matches!(tree.word(*above), "sdtContent" | "sdt" | "ins"));
        let Some(outer) = outer else { return String::new() };
        let paragraphs: Vec<Id> = tree.children(outer).collect();
        let own = paragraphs.iter().position(|child| tree.whole(*child).contains(&tree.whole(table).start));
        let Some(own) = own else { return String::new() };
        let beside = [own.checked_sub(1), Some(own + 1)].into_iter().flatten();
        let captions = beside.filter_map(|at| paragraphs.get(at)).filter_map(|id| {
            let id = if tree.word(*id) == "p" { *id } else { tree.inside(*id).find(|id| tree.word(*id) == "p")? };
            (self.styles.role(tree, id) == Role::Caption).then_some(id)
        });
        captions.map(|id| shown(&letters(tree, id)).into_iter().map(|(c, _)| c).collect()).next().unwrap_or_default()
    }
}

/// The bytes of controls that name a claim, the inner ones first, and the claim's id.
fn claims(tree: &Tree) -> Vec<(Range<usize>, String)> {
    let named = controls(tree).into_iter().filter_map(|control| match control.named? {
        Named::Claim(id) | Named::Number(id, _) => Some((tree.whole(control.sdt), id)),
        Named::Item(_) | Named::Headline(_) | Named::Explanation(_) | Named::Note(_) => None,
    });
    let mut found: Vec<_> = named.collect();
    found.sort_by_key(|(bytes, _)| bytes.len());
    found
}

/// Whether an element stands in a copy for older programs.
fn is_copy(tree: &Tree, id: Id) -> bool {
    tree.above(id).any(|above| tree.name_in(Space::Compatibility, above) == Some("Fallback"))
}

/// What is read of letters: everything but what is deleted.
fn shown(all: &[Letter]) -> Vec<(char, usize)> {
    let read = |letter: &Letter| matches!(letter.state, State::Plain | State::Inserted | State::OwnInserted);
    all.iter().enumerate().filter(|(_, letter)| read(letter)).map(|(at, letter)| (letter.c, at)).collect()
}
