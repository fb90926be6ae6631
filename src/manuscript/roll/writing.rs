//! What was decided is written: exchanges as tracked changes, and comments.

use std::collections::{BTreeMap, BTreeSet};

use super::exchange::in_order;
use super::{Exchange, Rolling};
use crate::diagnostic::Diagnostic;
use crate::manuscript::comment::{Comments, place};
use crate::manuscript::letters::letters;
use crate::manuscript::package::Package;
use crate::manuscript::parts::{self, Kind, Part};
use crate::manuscript::revision::Stamp;
use crate::manuscript::rewrite::{Manner, rewrite_at};
use crate::manuscript::space::Space;
use crate::manuscript::text::Source;
use crate::manuscript::xml::Edits;
use crate::msg;
use crate::wording::{Language, Message};

/// A document while it is written.
pub(super) struct Writing<'p> {
    parts: &'p [Part],
    language: Language,
    comments: Comments,
    stamp: Stamp,
    /// What is put in the place of letters of a paragraph.
    exchanges: BTreeMap<Source, Vec<Exchange>>,
    pub(super) edits: Vec<Edits>,
}

impl<'p> Writing<'p> {
    pub(super) fn new(package: &mut Package, parts: &'p [Part], rolling: &Rolling<'_>) -> Result<Self, Diagnostic> {
        let comments = Comments::read(package)?;
        let sources = parts.iter().map(|part| part.tree.source()).chain(comments.source());
        let stamp = Stamp::new(rolling.day, sources);
        let edits = parts.iter().map(|_| Edits::default()).collect();
        Ok(Self { parts, language: rolling.language, comments, stamp, exchanges: BTreeMap::new(), edits })
    }

    /// Puts something in the place of letters of a paragraph, once it is written.
    pub(super) fn exchange(&mut self, source: Source, exchanges: impl IntoIterator<Item = Exchange>) {
        self.exchanges.entry(source).or_default().extend(exchanges);
    }

    /// Writes the exchanges; gives the paragraphs in which it could not, because of a field.
    pub(super) fn write(&mut self) -> BTreeSet<Source> {
        let mut fixed = BTreeSet::new();
        for (source, of_paragraph) in &self.exchanges {
            let (Some(part), Some(edits)) = (self.parts.get(source.part), self.edits.get_mut(source.part)) else {
                continue;
            };
            let all = letters(&part.tree, source.paragraph);
            let mut manner = Manner::Tracked(&mut self.stamp);
            if rewrite_at(&part.tree, &all, &in_order(of_paragraph), &mut manner, edits).is_err() {
                fixed.insert(*source);
            }
        }
        fixed
    }

    /// Comments a paragraph; on a note at its reference. Headers have no comments.
    pub(super) fn comment(&mut self, source: Source, sentence: &str, comment: Option<&Message>) {
        let (Some(comment), Some(part), Some(first)) = (comment, self.parts.get(source.part), self.parts.first())
        else {
            return;
        };
        let main = &first.tree;
        let at = match part.kind {
            Kind::Main => place(main, source.paragraph),
            Kind::Notes(note, reference) => {
                parts::reference(main, &part.tree, (note, reference), source.paragraph).map(|run| main.whole(run))
            }
            Kind::Margin => None,
        };
        let (Some(at), Some(edits)) = (at, self.edits.first_mut()) else { return };
        let w = main.prefix(Space::Word, main.root()).unwrap_or_default();
        let quoted = msg!("roll-comment-of", sentence = shortened(sentence)).text(self.language);
        let text = format!("{quoted}\n{}", comment.text(self.language));
        self.comments.add(&text, at, &w, &mut self.stamp, edits);
    }

    /// Puts everything into the document.
    pub(super) fn finish(self, package: &mut Package) -> Result<(), Diagnostic> {
        for (part, edits) in self.parts.iter().zip(self.edits).filter(|(_, edits)| !edits.is_empty()) {
            package.put(&part.name, edits.apply(part.tree.source()));
        }
        self.comments.write(package)
    }
}

/// The beginning of a sentence, for a comment that speaks of it.
fn shortened(sentence: &str) -> String {
    const LONGEST: usize = 90;
    match sentence.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}
