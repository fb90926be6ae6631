//! Last year's manuscript speaks of this year: a number that a claim of last year covers becomes the number of now, as a tracked
//! change; where the claim no longer holds a comment says so.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::comment::{Comments, place};
use super::control::{Named, controls};
use super::docx::Document;
use super::letters::{Letter, State, letters};
use super::package::Package;
use super::pair::Standing;
use super::parts::{self, Kind};
use super::revision::{Stamp, has_own};
use super::rewrite::{Manner, rewrite};
use super::space::Space;
use super::text::{Sentence, Source};
use super::words::same;
use super::xml::{Edits, Tree};
use super::{Comparison, Read};
use crate::claims::numbers::{Figure, Value, figures};
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::wording::{Language, Message};

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

/// Decides for a sentence; `None` for one that carries no claim.
fn of_sentence(read: &Read, former: &[Former], rolling: &Rolling, exchanges: &mut Exchanges) -> Option<Rolled> {
    let sentence = &read.sentence;
    let mut of_claims: Vec<&Former> = Vec::new();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut comment: Option<Message> = None;
    for paired in &read.paired {
        let Some(claim) = paired.claim.and_then(|claim| former.get(claim)) else { continue };
        if !of_claims.iter().any(|known| known.id == claim.id) {
            of_claims.push(claim);
        }
        match &claim.fate {
            Fate::Holds if paired.standing == Standing::Other && paired.figure.value != Value::Word => {
                let (claim, text) = (claim.id.clone(), claim.statement.clone());
                comment = comment.or(Some(msg!("roll-comment-number", claim, year = year(rolling.now), text)));
            }
            Fate::Holds => {}
            Fate::Says(_) if paired.figure.value == Value::Word || paired.standing == Standing::True => {}
            Fate::Says(new) => match number_of(claim, new, paired.stated, &paired.figure, &sentence.text) {
                Some((range, text)) if paired.standing == Standing::Same => {
                    found.extend(places(sentence, &range).map(|at| (at, text)));
                }
                _ => {
                    let claim = claim.id.clone();
                    comment = comment.or(Some(msg!(
                        "roll-comment-number",
                        claim,
                        year = year(rolling.now),
                        text = new.clone()
                    )));
                }
            },
            Fate::Otherwise(text) => {
                comment = comment.or_else(|| Some(no_longer(claim, text, rolling)));
            }
            Fate::Unknown(because) => {
                let (claim, because) = (claim.id.clone(), because.clone());
                comment = comment.or(Some(msg!("roll-comment-unknown", claim, year = year(rolling.now), because)));
            }
        }
    }
    if of_claims.is_empty() {
        return None;
    }
    // A sentence of its own in a control is exchanged whole where it no longer holds: no number of last year stays there.
    let otherwise = of_claims.iter().find_map(|claim| match &claim.fate {
        Fate::Otherwise(text) if is_alone(sentence, claim) => Some(text.clone()),
        _ => None,
    });
    if let Some(text) = otherwise {
        found = places(sentence, &(0..sentence.text.len())).map(|at| (at, text)).into_iter().collect();
    } else if !of_claims.iter().any(|claim| claim.names_years) {
        found.extend(years(sentence, rolling));
    }
    let is_rewritten = !found.is_empty();
    exchanges.entry(sentence.source).or_default().extend(found);
    let claims = of_claims.iter().map(|claim| claim.id.clone()).collect();
    let is_in_control = sentence.controls.iter().any(|(_, id)| of_claims.iter().any(|claim| claim.id == *id));
    Some(Rolled { claims, sentence: sentence.text.clone(), is_rewritten, comment, is_in_control })
}

fn no_longer(claim: &Former, text: &str, rolling: &Rolling) -> Message {
    let (then, now) = (year(rolling.then), year(rolling.now));
    msg!("roll-comment-otherwise", claim = claim.id.clone(), then, now, text = text.to_owned())
}

fn year(year: i64) -> String {
    year.to_string()
}

/// Whether a sentence is nothing but a claim's own, in a control of its name.
fn is_alone(sentence: &Sentence, claim: &Former) -> bool {
    sentence.controls.iter().any(|(_, id)| *id == claim.id) && same(&sentence.text, &claim.statement)
}

/// Where a number of a sentence stands in its bytes, and what stands there now.
fn number_of(
    claim: &Former,
    new: &str,
    stated: Option<usize>,
    figure: &Figure,
    sentence: &str,
) -> Option<(Range<usize>, String)> {
    let (then, now) = (figures(&claim.statement), figures(new));
    let at = stated?;
    let (then, now) = (then.get(at)?, now.get(at).filter(|_| then.len() == now.len())?);
    let unit = |text: &str, figure: &Figure| -> String {
        let behind = text.get(figure.digits.end..figure.range.end).unwrap_or_default();
        behind.split_whitespace().collect()
    };
    if unit(&claim.statement, then) == unit(new, now) {
        let digits = new.get(now.digits.clone())?;
        return Some((figure.digits.clone(), as_written(digits, sentence.get(figure.digits.clone())?)));
    }
    let text = new.get(now.range.clone())?;
    Some((figure.range.clone(), as_written(text, sentence.get(figure.range.clone())?)))
}

/// A number in words begins as small or as large as the one before it.
fn as_written(new: &str, old: &str) -> String {
    let mut letters = new.chars();
    let first = match (letters.next(), old.chars().next()) {
        (Some(new), Some(old)) if old.is_lowercase() => new.to_lowercase().collect::<String>(),
        (Some(new), Some(old)) if old.is_uppercase() => new.to_uppercase().collect(),
        (new, _) => new.into_iter().collect(),
    };
    first + letters.as_str()
}

/// The letters that some bytes of a sentence are written with.
fn places(sentence: &Sentence, bytes: &Range<usize>) -> Option<Range<usize>> {
    let places = sentence.places(bytes);
    Some(*places.first()?..*places.last()? + 1)
}

/// Last year's name, where a sentence says it.
fn years(sentence: &Sentence, rolling: &Rolling) -> Vec<(Range<usize>, String)> {
    let then = year(rolling.then);
    let is_whole = |at: usize| {
        let [before, behind] = [&sentence.text[..at], &sentence.text[at + then.len()..]];
        !before.ends_with(|c: char| c.is_alphanumeric()) && !behind.starts_with(|c: char| c.is_alphanumeric())
    };
    let found = sentence.text.match_indices(&then).map(|(at, _)| at).filter(|at| is_whole(*at));
    found.filter_map(|at| Some((places(sentence, &(at..at + then.len()))?, year(rolling.now)))).collect()
}

/// The text of a paragraph with letters exchanged.
fn exchanged(all: &[Letter], exchanges: &[(Range<usize>, String)]) -> String {
    let mut sorted: Vec<_> = exchanges.iter().collect();
    sorted.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
    let (mut text, mut behind) = (String::new(), 0);
    let shown = |from: usize, to: usize| {
        let letters = all.get(from..to).unwrap_or_default().iter();
        letters
            .filter(|letter| matches!(letter.state, State::Plain | State::Inserted))
            .map(|letter| letter.c)
            .collect::<String>()
    };
    for (at, new) in sorted {
        if at.start < behind {
            continue;
        }
        text += &shown(behind, at.start);
        text += new;
        behind = at.end;
    }
    text + &shown(behind, all.len())
}

/// Gives controls the names of this year's claims.
fn retag(tree: &Tree, former: &[Former], edits: &mut Edits) {
    for control in controls(tree) {
        let Some(Named::Claim(id) | Named::Number(id, _)) = &control.named else { continue };
        let now = former.iter().find(|claim| claim.id == *id).and_then(|claim| claim.id_now.as_ref());
        let (Some(now), Some(tag)) = (now, tree.child(control.properties, "tag")) else { continue };
        edits.replace(tree.whole(tag), tree.written(tag).replacen(&format!("/{id}"), &format!("/{now}"), 1));
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

/// Whether a sentence is another with other numbers.
pub fn differs_in_numbers_only(one: &str, other: &str) -> bool {
    let without = |text: &str| {
        let (mut made, mut at) = (String::new(), 0);
        for figure in figures(text).iter().filter(|figure| figure.value != Value::Word) {
            made += text.get(at..figure.digits.start).unwrap_or_default();
            made.push('#');
            at = figure.digits.end;
        }
        made + text.get(at..).unwrap_or_default()
    };
    let comparable = |text: &str| without(text).to_lowercase();
    same(&comparable(one), &comparable(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_alone_make_a_sentence_another() {
        let then = "Inom området har 118 insatser redovisats.";
        assert!(differs_in_numbers_only(then, "Inom området har 133 insatser redovisats."));
        assert!(differs_in_numbers_only("Fyra insatser har tagits bort.", "Elva insatser har tagits bort."));
        assert!(!differs_in_numbers_only(then, "Arbetssätt har plats 2."));
    }

    #[test]
    fn a_number_in_words_begins_as_it_did() {
        assert_eq!(as_written("Elva", "fyra"), "elva");
        assert_eq!(as_written("elva", "Fyra"), "Elva");
        assert_eq!(as_written("133", "118"), "133");
    }
}
