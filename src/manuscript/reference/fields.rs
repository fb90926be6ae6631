//! References of a Word document that are fields: what they show beside what they lead to.

use std::collections::BTreeMap;
use std::ops::Range;

use super::number::{first, of_caption};
use super::{Amiss, Doubt};
use crate::manuscript::docx::Document;
use crate::manuscript::space::Space;
use crate::manuscript::text::{Sentence, Setting, Source};

/// References of a Word document, as fields, that show another number than the caption that they lead to.
pub(in crate::manuscript) fn of_fields(document: &Document) -> Vec<Doubt> {
    let Some(main) = document.parts.first() else { return Vec::new() };
    let tree = &main.tree;
    let mut bookmarks = BTreeMap::new();
    for id in (0..tree.len()).filter(|id| tree.word(*id) == "bookmarkStart") {
        let Some(name) = tree.attribute(id, Space::Word, "name") else { continue };
        let paragraph = tree.above(id).find(|above| tree.word(*above) == "p");
        bookmarks.insert(name.to_lowercase(), paragraph);
    }
    let caption = |paragraph: usize| {
        let source = Source { part: 0, paragraph };
        let mut own = document.sentences.iter().filter(|s| s.source == source && s.setting == Setting::Caption);
        own.find_map(|s| s.text.get(..of_caption(&s.text)?.2.end).map(str::to_owned))
    };
    let mut doubts = Vec::new();
    for (source, field) in document.fields.iter().filter(|(_, field)| field.is("REF")) {
        let is_of_headings = field.code.split_whitespace().any(|word| ["\\r", "\\n", "\\w", "\\p"].contains(&word));
        let Some(name) = field.of().filter(|_| !is_of_headings) else { continue };
        let Some((sentence, range)) = place(document, *source, &field.result) else { continue };
        let shown = sentence.text[range.clone()].to_owned();
        doubts.extend(match bookmarks.get(&name.to_lowercase()) {
            None => Some(Doubt::of(&sentence, range, Amiss::Lost(shown))),
            Some(paragraph) => paragraph
                .and_then(caption)
                .filter(|caption| first(&shown).is_some_and(|own| first(caption) != Some(own)))
                .map(|caption| other(&sentence, range, shown, caption)),
        });
    }
    doubts
}

/// A reference to another number than it shows.
fn other(sentence: &Sentence, range: Range<usize>, shown: String, caption: String) -> Doubt {
    let number = |text: &str| text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let new = caption.get(number(&caption)..).unwrap_or_default().to_owned();
    let place = range.start + number(&shown)..range.end;
    Doubt::of(sentence, range, Amiss::Other(shown, caption)).with(&place, &new)
}

/// The sentence that letters of a paragraph stand in, and their bytes in it.
fn place(document: &Document, source: Source, letters: &Range<usize>) -> Option<(Sentence, Range<usize>)> {
    let sentence = document
        .sentences
        .iter()
        .find(|s| s.source == source && s.letters.iter().any(|letter| letters.contains(letter)))?;
    let mut bytes = sentence.text.char_indices().zip(&sentence.letters).filter(|(_, letter)| letters.contains(letter));
    let ((start, first), _) = bytes.next()?;
    let end = bytes.last().map_or(start + first.len_utf8(), |((at, c), _)| at + c.len_utf8());
    Some((sentence.clone(), start..end))
}
