//! A manuscript as sentences, each with the headings above it and the place of every letter.

use std::ops::Range;

use super::prose::{own_heading, split, tidy};
use super::xml::Id;
use crate::claims::numbers::figures;

/// Places in texts are line and column as one number; no line is longer than so many bits can count.
pub(super) const COLUMN_BITS: u32 = 24;

/// What a sentence stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// The running text.
    #[default]
    Text,
    /// A heading.
    Heading,
    /// What stands above or below a figure or table.
    Caption,
    /// A cell of a table.
    Cell,
    /// A note, at the foot or at the end.
    Note,
    /// A text box.
    Box,
    /// A header or footer.
    Margin,
}

/// Where a number stands in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellPlace {
    /// What stands at the beginning of its row.
    pub row: String,
    /// What stands above its column.
    pub column: String,
    /// The caption of the table.
    pub caption: String,
    /// Which table of its part it is, counted as they stand.
    pub table: usize,
}

/// One sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, on one line.
    pub text: String,
    /// The headings above it, the outermost first.
    pub headings: Vec<String>,
    /// The sentence before it in its paragraph; of a note, the one that it is a note to.
    pub before: String,
    /// The line on which its paragraph begins, or in Word the number of the paragraph, counted from 1.
    pub paragraph: usize,
    /// What it stands in.
    pub setting: Setting,
    /// Where it stands in a table, where it does.
    pub cell: Option<CellPlace>,
    /// Content controls that name a claim: the letters that they are around, and the claim's id.
    pub(super) controls: Vec<(Range<usize>, String)>,
    /// Of each character, where it stands: in a text the line and column, in Word the letter of its paragraph.
    pub(super) letters: Vec<usize>,
    /// In Word, the part and the paragraph.
    pub(super) source: Source,
}

/// A paragraph of a part of a Word document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    pub(super) part: usize,
    pub(super) paragraph: Id,
}

impl Sentence {
    /// The line and column where bytes of the sentence begin, counted from 1; `None` in Word, which has no lines.
    pub fn spot(&self, bytes: &Range<usize>) -> Option<(usize, usize)> {
        let place = self.places(bytes).first().filter(|_| self.source == Source::default())?;
        Some((place >> COLUMN_BITS, place & ((1 << COLUMN_BITS) - 1)))
    }

    /// The places of the characters that some bytes of the text are written with.
    pub(super) fn places(&self, bytes: &Range<usize>) -> &[usize] {
        let count = |to: usize| self.text.get(..to).map_or(0, |text| text.chars().count());
        self.letters.get(count(bytes.start)..count(bytes.end)).unwrap_or_default()
    }
}

/// A paragraph: its characters, each with its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) letters: Vec<(char, usize)>,
    /// The level of a heading.
    pub(super) heading: Option<usize>,
    pub(super) number: usize,
    pub(super) setting: Setting,
    pub(super) cell: Option<CellPlace>,
    pub(super) source: Source,
    pub(super) controls: Vec<(Range<usize>, String)>,
    /// What a note is a note to: its headings and sentence.
    pub(super) note_to: Option<(Vec<String>, String)>,
}

impl Paragraph {
    /// Its text on one line.
    pub(super) fn text(&self) -> String {
        tidy(&self.letters).into_iter().map(|(c, _)| c).collect()
    }
}

/// The sentences of paragraphs, under the headings among them.
pub(super) fn of_paragraphs(paragraphs: impl IntoIterator<Item = Paragraph>) -> Vec<Sentence> {
    let mut above = Headings::default();
    let mut sentences = Vec::new();
    for paragraph in paragraphs {
        above.read(paragraph, &mut sentences);
    }
    sentences
}

/// The headings that are open while paragraphs are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings {
    open: Vec<(usize, String)>,
}

impl Headings {
    /// Their texts, the outermost first.
    pub(super) fn texts(&self) -> Vec<String> {
        self.open.iter().map(|(_, text)| text.clone()).collect()
    }

    /// Adds the sentences of a paragraph.
    pub(super) fn read(&mut self, paragraph: Paragraph, sentences: &mut Vec<Sentence>) {
        let letters = tidy(&paragraph.letters);
        let text: String = letters.iter().map(|(c, _)| *c).collect();
        let places: Vec<usize> = letters.iter().map(|(_, place)| *place).collect();
        let of = |range: Range<usize>, headings: Vec<String>, before: String| {
            let count = |to: usize| text[..to].chars().count();
            Sentence {
                text: text[range.clone()].to_owned(),
                headings,
                before,
                paragraph: paragraph.number,
                setting: paragraph.setting,
                cell: paragraph.cell.clone(),
                letters: places[count(range.start)..count(range.end)].to_vec(),
                source: paragraph.source,
                controls: paragraph.controls.clone(),
            }
        };
        if let Some(level) = paragraph.heading {
            self.open.retain(|(above, _)| *above < level);
            // A heading may count, too; its own number does not.
            let own = own_heading(&text);
            if !figures(&text[own..]).is_empty() {
                sentences
                    .push(Sentence { setting: Setting::Heading, ..of(own..text.len(), self.texts(), String::new()) });
            }
            self.open.push((level, text));
            return;
        }
        let (headings, mut before) = match paragraph.note_to {
            Some((headings, before)) => (headings, before),
            None => (self.texts(), String::new()),
        };
        for range in split(&text) {
            let sentence = of(range, headings.clone(), before);
            before = sentence.text.clone();
            sentences.push(sentence);
        }
    }
}
