//! A pattern is tried over all texts, and added to the codebook's rules as a new version.

use super::job::unchanged;
use super::{Failure, fault};
use crate::codebook::Codebook;
use crate::coding::effect::NewPattern;
use crate::coding::rules::{RuleCodings, Rulebook};
use crate::decisions::Lock;
use crate::decisions::log::{AddedPattern, Line, Moment, RuleAdded};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::output::{Single, Target};
use crate::read::Watch;
use crate::study::{STUDY_FILE, Study};
use crate::survey::Unit;

/// A codebook with one pattern more, and what its rules give.
#[derive(Debug)]
pub struct Tried {
    /// The codebook, of the next version.
    pub book: Codebook,
    /// What its rules give the units.
    pub rules: RuleCodings,
}

/// Tries a pattern over units.
///
/// # Errors
/// [`Failure`]: there is no such code, or the pattern is none.
pub fn try_pattern(book: &Codebook, new: &NewPattern, units: &[&Unit]) -> Result<Tried, Failure> {
    let NewPattern { domain, code, pattern } = new;
    let book = book.with_pattern(*domain, code, pattern, pattern)?;
    let rules = RuleCodings::new(&Rulebook::new(&book).map_err(fault)?, units);
    Ok(Tried { book, rules })
}

/// Who adds a pattern, when and why.
#[derive(Clone, Debug)]
pub struct Adding<'a> {
    /// Who.
    pub who: &'a str,
    /// When.
    pub when: &'a Moment,
    /// Why.
    pub why: &'a str,
}

/// Puts the codebook with the pattern in the place of the study's, and gives the line of the log that says so, which is not
/// written yet. The watch then holds the new file.
///
/// # Errors
/// [`Failure`]: a file of the study was changed since it was read, the study has no codebook of its own, or the machine refuses:
/// nothing has been written then.
pub fn save_pattern(
    (study, book): (&Study, &Codebook),
    (new, tried): (&NewPattern, &Tried),
    adding: &Adding<'_>,
    watch: &mut Watch,
) -> Result<Line, Failure> {
    let Some(declared) = &study.codebook else {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("rule-without-codebook")).into());
    };
    let path = study.path(&declared.value);
    // Whoever else adds a rule waits behind this, and then finds the file changed.
    let single = Single::begin(Target { path: &path, force: true })?.without_old();
    unchanged(watch)?;
    single.write(tried.book.to_json().map_err(fault)?.as_bytes())?;
    Single::commit_all(vec![single])?;
    watch.forget(&declared.value);
    watch.add(&declared.value, &path);
    let rule = AddedPattern {
        domain: new.domain.word().to_owned(),
        code: new.code.clone(),
        pattern: new.pattern.clone(),
        from: Lock::new(book).codebook,
        to: Lock::new(&tried.book).codebook,
    };
    let (who, why) = (adding.who.to_owned(), adding.why.trim().to_owned());
    Ok(Line::Rule(RuleAdded { who, when: adding.when.clone(), why, rule }))
}
