//! A manuscript against the claims: which numbers are declared, which are not, and which claims no sentence carries.

mod blocks;
mod caption;
mod change;
mod clause;
mod comment;
mod control;
mod cut;
mod docx;
mod empty;
mod field;
mod fill;
mod gap;
mod grid;
mod heads;
mod item;
mod known;
mod letters;
mod mark;
mod memory;
mod named;
mod number;
mod package;
mod pair;
mod parts;
mod plain;
mod prose;
mod reference;
mod remark;
mod report;
mod revision;
mod rewrite;
mod roll;
mod setting;
mod space;
mod start;
mod style;
mod subjects;
mod table;
mod text;
mod title;
mod told;
mod unit;
mod vocabulary;
mod words;
mod xml;

use std::collections::BTreeSet;

pub use control::Named;
pub use docx::Document;
pub use fill::{fill, named};
pub use item::{PICTURE, Shown};
pub use mark::{Marked, mark};
pub use number::{Numbered, UNKNOWN};
pub use package::Package;
pub use pair::{Paired, Pairing, Standing};
pub use plain::sentences;
pub use reference::{Amiss, Doubt};
pub use remark::{Judged, Remark, What, remarks};
pub use roll::{
    Fate, Former, Retitled, Rolled, RolledDocument, Rolling, Titled, advanced, differs_in_numbers_only, roll,
};
pub use start::{Started, start, start_appendices};
pub use subjects::{ReportItem, Subjects};
pub use text::{CellPlace, Sentence, Setting};
pub use told::{Done, Filling, Says, Text, Told};
pub use words::same as same_text;

use crate::claims::Claims;
use reference::Spoken;
use reference::numbering::Numbering;

/// A sentence with its numbers and the claims that cover them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The sentence.
    pub sentence: Sentence,
    /// Its numbers and quantifying words; at least one.
    pub paired: Vec<Paired>,
}

/// A manuscript compared with a study's claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The sentences with numbers or quantifying words, in order.
    pub read: Vec<Read>,
    /// The positions of the claims that no sentence carries.
    pub missing: Vec<usize>,
    /// References and captions that do not fit, and cells that say something else than the report.
    pub references: Vec<Doubt>,
}

impl Comparison {
    /// Compares sentences with claims. `truths` are the sentences that would be true of claims that fail.
    pub fn new(sentences: Vec<Sentence>, claims: &Claims, truths: &[Option<String>], subjects: &Subjects) -> Self {
        let numbering = Numbering::read(&sentences, &subjects.items);
        let pairing = Pairing::new(&claims.claims, truths, subjects);
        let mut paired = pairing.pair_all(&sentences);
        let spoken = Spoken::new(&sentences, &paired, &claims.claims, subjects);
        let mut references = reference::doubts(&sentences, &spoken, &numbering);
        let held = report::held(&sentences, subjects, &numbering);
        for at in held.same {
            paired[at].iter_mut().for_each(Paired::is_shown);
        }
        let of_data = known::hold(&sentences, &mut paired, &pairing, subjects);
        // What differs from a claim is said with the claim.
        let is_told = |doubt: &Doubt| {
            let own = sentences.iter().zip(&paired).filter(|(sentence, _)| **sentence == doubt.sentence);
            own.flat_map(|(_, paired)| paired).any(Paired::differs)
        };
        // Further numbers of a caption may be right by a claim.
        let is_claimed = |doubt: &Doubt| {
            let own = sentences.iter().zip(&paired).filter(|(sentence, _)| **sentence == doubt.sentence);
            let is_right = |own: &Paired| {
                let is_here = own.figure.range.start < doubt.range.end && doubt.range.start < own.figure.range.end;
                is_here && matches!(own.standing, Standing::Same | Standing::True)
            };
            matches!(doubt.what, Amiss::Beside(..)) && own.flat_map(|(_, paired)| paired).any(is_right)
        };
        let is_new = |doubt: &Doubt| !of_data.iter().any(|own| own.sentence == doubt.sentence);
        let of_items = held.doubts.into_iter().filter(|doubt| !is_told(doubt) && !is_claimed(doubt));
        references.extend(of_items.filter(is_new));
        references.extend(of_data);
        let carried: BTreeSet<usize> = paired.iter().flatten().filter_map(|paired| paired.claim).collect();
        let read = sentences.into_iter().zip(paired).filter(|(_, paired)| !paired.is_empty());
        let read = read.map(|(sentence, paired)| Read { sentence, paired }).collect();
        let missing = (0..claims.claims.len()).filter(|at| !carried.contains(at)).collect();
        Self { read, missing, references }
    }

    /// Compares a Word document with claims; its fields are read, too.
    pub fn of_document(document: &Document, claims: &Claims, truths: &[Option<String>], subjects: &Subjects) -> Self {
        let mut compared = Self::new(document.sentences().to_vec(), claims, truths, subjects);
        // What a field shows is told once, with what it leads to.
        let mut of_fields = reference::of_fields(document);
        compared.references.retain(|own| {
            let holds = |field: &&mut Doubt| {
                field.sentence == own.sentence
                    && field.range.end >= own.range.end
                    && field.range.start <= own.range.start
            };
            let Some(field) = of_fields.iter_mut().find(holds) else { return true };
            field.take_in(own);
            false
        });
        compared.references.extend(of_fields);
        compared
    }

    /// How many numbers and quantifying words there are, and how many of them a claim or a table of the report covers.
    pub fn counts(&self) -> (usize, usize) {
        let all = self.read.iter().flat_map(|r| &r.paired);
        (all.clone().count(), all.filter(|p| p.is_covered()).count())
    }
}
