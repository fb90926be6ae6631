//! The numbers that a report declares for manuscripts: reckoned, and what is wrong with them.

use super::fill_in::told;
use super::findings::Findings;
use super::job::Job;
use super::verify;
use crate::claims::{Facts, NoNumber, breaks_of, quantity};
use crate::compare::Pair;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, shown, shown_whole};
use crate::manuscript::{Numbered, UNKNOWN};
use crate::msg;
use crate::render::docx::tag;
use crate::report::{Item, Material, NumberDeclaration};
use crate::wording::{Language, Message};

/// A number that was reckoned.
struct Reckoned {
    number: Numbered,
    /// What cannot be asked.
    wrong: Vec<Diagnostic>,
    /// What the data do not say.
    unknown: Vec<Diagnostic>,
}

impl Job<'_> {
    /// Tells what is wrong with the numbers: their names, and what they ask for.
    pub(super) fn check_numbers(&mut self, findings: &Findings, material: &Material<'_>, facts: &Facts<'_>) {
        for declared in &findings.declaration.numbers {
            let Reckoned { number, wrong, .. } = reckoned(declared, findings, material, facts);
            self.messages.push_all(&amiss(declared, &number, findings));
            self.messages.push_all(&wrong);
        }
    }
}

/// Every number by its id, as controls show it.
pub(super) fn numbers<'f>(
    findings: &'f Findings,
    items: &[Item],
    years: &[Pair<'_>],
    language: Language,
) -> Vec<(&'f str, Numbered)> {
    let all = reckon(findings, items, years, language);
    all.into_iter().map(|(declared, own)| (declared.id.as_str(), own.number)).collect()
}

/// Which numbers the data do not say. A manuscript tells it in a comment.
pub(super) fn unknown(findings: &Findings, items: &[Item], years: &[Pair<'_>], language: Language) -> Diagnostics {
    let mut told = Diagnostics::new();
    let all = reckon(findings, items, years, language);
    let unknown = all.into_iter().flat_map(|(_, own)| own.unknown);
    for mut unknown in unknown {
        unknown.severity = Severity::Warning;
        told.push(unknown);
    }
    told
}

fn reckon<'f>(
    findings: &'f Findings,
    items: &[Item],
    years: &[Pair<'_>],
    language: Language,
) -> Vec<(&'f NumberDeclaration, Reckoned)> {
    let declared = &findings.declaration.numbers;
    if declared.is_empty() {
        return Vec::new();
    }
    let (facts, material) = (verify::facts(findings, items, years, language), findings.material(years, language));
    declared.iter().map(|own| (own, reckoned(own, findings, &material, &facts))).collect()
}

/// Fills in what a number asks for; what the data do not say is a dash.
fn reckoned(declared: &NumberDeclaration, findings: &Findings, material: &Material<'_>, facts: &Facts<'_>) -> Reckoned {
    let (mut wrong, mut unknown, mut doubts) = (Vec::new(), Vec::new(), Vec::new());
    let words = &findings.claims.words;
    let mut text = declared.text(material);
    let mut filled = Vec::new();
    for (at, blank) in text.blanks() {
        let found = quantity(&blank.asked, facts, words);
        match &found {
            Ok(_) => doubts.extend(breaks_of(&blank.asked, facts, words).into_iter().map(Doubt::Broken)),
            Err(NoNumber::Wrong(_)) => {}
            Err(NoNumber::Unknown(reason)) => doubts.push(Doubt::Unknown(reason.clone())),
        }
        let value = found.unwrap_or_else(|none| {
            let all = if matches!(none, NoNumber::Unknown(_)) { &mut unknown } else { &mut wrong };
            all.push(told(none, blank));
            UNKNOWN.to_owned()
        });
        filled.push((at, value));
    }
    filled.iter().for_each(|(at, value)| text.fill(*at, value));
    let (text, places) = text.filled();
    // An unknown number stands before years that cannot be compared.
    doubts.sort_by_key(|doubt| matches!(doubt, Doubt::Broken(_)));
    let doubt = doubts.into_iter().next().map(|doubt| doubt.told(&declared.id));
    Reckoned { number: Numbered::new(text, &places, doubt), wrong, unknown }
}

/// What an editor should know of a number.
enum Doubt {
    /// The data do not say it; why.
    Unknown(Message),
    /// It speaks of years that cannot be compared; why.
    Broken(String),
}

impl Doubt {
    fn told(self, number: &str) -> Message {
        let number = number.to_owned();
        match self {
            Self::Unknown(because) => msg!("fill-comment-number-unknown", number, because),
            Self::Broken(because) => msg!("fill-comment-number-broken", number, because),
        }
    }
}

/// What is wrong with a number as a whole.
fn amiss(declared: &NumberDeclaration, number: &Numbered, findings: &Findings) -> Vec<Diagnostic> {
    let NumberDeclaration { id, place, text_place, .. } = declared;
    let mut found = Vec::new();
    let mut wrong = |place: &Place, message| found.push(Diagnostic::error(place.clone(), message));
    if let Some(claim) = findings.claims.claims.iter().find(|claim| claim.id == *id) {
        wrong(place, msg!("number-of-claim", number = shown(id), claim = claim.place.clone()));
    }
    // The tag of its last number is the longest.
    let last = if number.count() > 1 { format!("{id}/{}", number.count()) } else { id.clone() };
    if tag::number(&last).is_none() {
        let tag = format!("{}number/{last}", tag::PREFIX);
        wrong(
            place,
            msg!("number-id-too-long", number = shown_whole(id), tag = shown_whole(&tag), most = tag::LONGEST),
        );
    }
    if number.count() == 0 {
        wrong(text_place, msg!("number-without-number", number = shown(id)));
    }
    found
}
