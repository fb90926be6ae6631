//! Last year's manuscript speaks of this year: a number that a claim of last year covers becomes the number of now, as a tracked
//! change; where the claim no longer holds a comment says so.

mod caption;
mod carried;
mod exchange;
mod retag;
mod sentence;
mod writing;
mod years;

use std::collections::BTreeSet;

pub use caption::{Retitled, Titled};
pub use exchange::differs_in_numbers_only;
pub use years::advanced;

use super::Comparison;
use super::docx::Document;
use super::package::Package;
use super::revision::has_own;
use super::text::Source;
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::wording::{Language, Message};
use carried::carried;
use retag::{claims_named, retag};
use sentence::of_sentence;
use writing::Writing;
use years::names;

/// What has become of a claim of last year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its sentence is true of this year, too.
    Holds,
    /// Its sentence is true with these numbers.
    Says(String),
    /// Its sentence no longer holds; what is true.
    Otherwise(String),
    /// This year's data do not say; why.
    Unknown(String),
}

/// A claim of last year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Its id.
    pub id: String,
    /// Its sentence, as it was then.
    pub statement: String,
    /// What has become of it.
    pub fate: Fate,
    /// The id of this year's claim that says the same, where there is one and it is another.
    pub id_now: Option<String>,
    /// Whether it names years itself, which then are not advanced.
    pub names_years: bool,
}

/// How a manuscript is rolled.
#[derive(Clone, Copy, Debug)]
pub struct Rolling<'r> {
    /// The year that it speaks of.
    pub then: i64,
    /// The year that it is to speak of.
    pub now: i64,
    /// What last year's report called its items.
    pub titles: &'r [Titled],
    /// The day that the study's data are of.
    pub day: Option<Day>,
    /// The language of comments.
    pub language: Language,
}

/// What was done with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rolled {
    /// The ids of the claims that it carries.
    pub claims: Vec<String>,
    /// The sentence, as it was.
    pub sentence: String,
    /// It has been rewritten, or a number of it exchanged.
    pub is_rewritten: bool,
    /// A comment says why it has to be looked at.
    pub comment: Option<Message>,
    /// A control around it, or around a number of it, names a claim.
    pub is_in_control: bool,
}

/// A manuscript that was rolled.
pub struct RolledDocument {
    /// The document.
    pub package: Package,
    /// The sentences that carry claims of last year.
    pub sentences: Vec<Rolled>,
    /// The captions and headings that had to change, or have to be looked at.
    pub captions: Vec<Retitled>,
    /// The ids of claims of last year that controls name.
    pub named: BTreeSet<String>,
    /// The sentences with numbers that no claim of last year covers.
    pub uncovered: Vec<String>,
    /// The sentences and headings that name last year, carry no claim and were left.
    pub of_last_year: Vec<String>,
}

impl std::fmt::Debug for RolledDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RolledDocument").field("sentences", &self.sentences.len()).finish_non_exhaustive()
    }
}

/// What is put in the place of letters of a paragraph.
type Exchange = (std::ops::Range<usize>, String);

/// Rolls a manuscript that was compared with last year's claims; `former` are these, in the same order.
///
/// # Errors
/// A document with proposals by this program that nobody has decided on.
pub fn roll(
    document: Document,
    compared: &Comparison,
    former: &[Former],
    rolling: &Rolling<'_>,
) -> Result<RolledDocument, Diagnostic> {
    let Document { mut package, parts, sentences: read, .. } = document;
    if parts.iter().any(|part| has_own(&part.tree, part.tree.root())) {
        return Err(Diagnostic::error(Place::file(package.file()), msg!("roll-undecided")));
    }
    let mut captions = caption::read(&mut package, &parts, rolling)?;
    let of_items = captions.of_items();
    let mut writing = Writing::new(&mut package, &parts, rolling)?;
    let (mut sentences, mut uncovered) = (Vec::new(), Vec::new());
    let mut carrying: BTreeSet<Source> = BTreeSet::new();
    let mut of_last_year: Vec<(Source, String)> = Vec::new();
    for own in carried(&read, compared, former, &parts).iter().filter(|own| !of_items.contains(&own.sentence.source)) {
        let source = own.sentence.source;
        if own.is_uncovered() {
            uncovered.push(own.sentence.text.clone());
        }
        if let Some((rolled, exchanges)) = of_sentence(own, former, rolling) {
            carrying.insert(source);
            writing.exchange(source, exchanges);
            sentences.push((source, rolled));
        } else if own.is_running() && names(&own.sentence.text, rolling.then) {
            of_last_year.push((source, own.sentence.text.clone()));
        }
    }
    captions.settle(&carrying, rolling);
    of_last_year.extend(captions.headings);
    of_last_year.sort_by_key(|(source, _)| *source);
    for (source, exchange, _) in &captions.found {
        writing.exchange(*source, exchange.clone());
    }
    let fixed = writing.write();
    parts.iter().zip(&mut writing.edits).for_each(|(part, edits)| retag(&part.tree, former, rolling.titles, edits));
    for (source, rolled) in &mut sentences {
        if fixed.contains(source) && rolled.is_rewritten {
            rolled.is_rewritten = false;
            rolled.comment = rolled.comment.take().or_else(|| Some(msg!("roll-comment-fixed")));
        }
        writing.comment(*source, &rolled.sentence, rolled.comment.as_ref());
    }
    for (source, _, own) in &captions.found {
        writing.comment(*source, &own.old, own.comment.as_ref());
    }
    writing.finish(&mut package)?;
    let named = parts.iter().flat_map(|part| claims_named(&part.tree, former)).collect();
    let of_last_year = of_last_year.into_iter().map(|(_, text)| text).collect();
    let sentences = sentences.into_iter().map(|(_, rolled)| rolled).collect();
    let captions = captions.found.into_iter().map(|(.., own)| own).collect();
    Ok(RolledDocument { package, sentences, captions, named, uncovered, of_last_year })
}
