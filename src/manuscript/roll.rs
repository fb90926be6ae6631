//! Last year's manuscript speaks of this year: a number that a claim of last year covers becomes the number of now, as a tracked
//! change; where the claim no longer holds a comment says so.

mod exchange;
mod retag;
mod sentence;
mod years;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use exchange::differs_in_numbers_only;

use super::comment::{Comments, place};
use super::docx::Document;
use super::letters::letters;
use super::package::Package;
use super::parts::{self, Kind};
use super::revision::{Stamp, has_own};
use super::rewrite::{Manner, rewrite};
use super::space::Space;
use super::text::Source;
use super::xml::Edits;
use super::{Comparison, Read};
use crate::claims::numbers::Value;
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::wording::{Language, Message};
use exchange::exchanged;
use retag::retag;
use sentence::of_sentence;

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
pub struct Rolling {
    /// The year that it speaks of.
    pub then: i64,
    /// The year that it is to speak of.
    pub now: i64,
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
    /// Its number has been exchanged.
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
    /// The sentences with numbers that no claim of last year covers.
    pub uncovered: Vec<String>,
}

/// What is put in the place of letters of a paragraph.
type Exchanges = BTreeMap<Source, Vec<(Range<usize>, String)>>;

impl std::fmt::Debug for RolledDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RolledDocument").field("sentences", &self.sentences.len()).finish_non_exhaustive()
    }
}

/// Rolls a manuscript that was compared with last year's claims; `former` are these, in the same order.
///
/// # Errors
/// A document with proposals by this program that nobody has decided on.
pub fn roll(
    document: Document,
    compared: &Comparison,
    former: &[Former],
    rolling: &Rolling,
) -> Result<RolledDocument, Diagnostic> {
    let Document { mut package, parts: read, .. } = document;
    if read.iter().any(|part| has_own(&part.tree, part.tree.root())) {
        return Err(Diagnostic::error(Place::file(package.file()), msg!("roll-undecided")));
    }
    let mut comments = Comments::read(&mut package)?;
    let mut stamp = Stamp::new(rolling.day, read.iter().map(|part| part.tree.source()).chain(comments.source()));
    let mut exchanges = Exchanges::new();
    let mut sentences = Vec::new();
    let mut sources = Vec::new();
    for read in &compared.read {
        if let Some(rolled) = of_sentence(read, former, rolling, &mut exchanges) {
            sources.push(read.sentence.source);
            sentences.push(rolled);
        }
    }
    let mut edits: Vec<Edits> = read.iter().map(|_| Edits::default()).collect();
    let mut fixed: BTreeSet<Source> = BTreeSet::new();
    for (source, of_paragraph) in &exchanges {
        let tree = &read[source.part].tree;
        let all = letters(tree, source.paragraph);
        let new = exchanged(&all, of_paragraph);
        let mut manner = Manner::Tracked(&mut stamp);
        if rewrite(tree, &all, &new, &mut manner, &mut edits[source.part]).is_err() {
            fixed.insert(*source);
        }
    }
    read.iter().zip(&mut edits).for_each(|(part, edits)| retag(&part.tree, former, edits));
    let main = &read[0].tree;
    let w = main.prefix(Space::Word, main.root()).unwrap_or_default();
    for (rolled, source) in sentences.iter_mut().zip(sources) {
        if fixed.contains(&source) && rolled.is_rewritten {
            rolled.is_rewritten = false;
            rolled.comment = rolled.comment.take().or_else(|| Some(msg!("roll-comment-fixed")));
        }
        let Some(comment) = &rolled.comment else { continue };
        let part = &read[source.part];
        let at = match part.kind {
            Kind::Main => place(main, source.paragraph),
            Kind::Notes(note, reference) => {
                parts::reference(main, &part.tree, (note, reference), source.paragraph).map(|run| main.whole(run))
            }
            Kind::Margin => None,
        };
        if let Some(at) = at {
            let quoted = msg!("roll-comment-of", sentence = shortened(&rolled.sentence)).text(rolling.language);
            let text = format!("{quoted}\n{}", comment.text(rolling.language));
            comments.add(&text, at, &w, &mut stamp, &mut edits[0]);
        }
    }
    for (part, edits) in read.iter().zip(edits).filter(|(_, edits)| !edits.is_empty()) {
        package.put(&part.name, edits.apply(part.tree.source()));
    }
    comments.write(&mut package)?;
    let is_open = |read: &&Read| read.paired.iter().any(|own| own.claim.is_none() && own.figure.value != Value::Word);
    let uncovered = compared.read.iter().filter(is_open).map(|read| read.sentence.text.clone()).collect();
    Ok(RolledDocument { package, sentences, uncovered })
}

/// The beginning of a sentence, for a comment that speaks of it.
fn shortened(sentence: &str) -> String {
    const LONGEST: usize = 90;
    match sentence.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}
