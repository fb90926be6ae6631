//! What `insats explain` says: from an intervention to the figures it is counted in, and from a place in a figure to the
//! interventions behind it.

mod audited;
mod cell;

use std::fmt::Write as _;

use super::Material;
use crate::audit::Joined;
use crate::codebook::{Domain, UnitKind};
use crate::coding::blind::Blind;
use crate::coding::rules::{PatternMatch, domains_of, text};
use crate::coding::{Codings, Source};
use crate::compare::Pair;
use crate::decisions::log::Decision;
use crate::diagnostic::{Diagnostics, did_you_mean, shown};
use crate::ledger::{InterventionId, RespondentId};
use crate::mask::{MASK, without_contacts};
use crate::money::Currency;
use crate::msg;
use crate::survey::{Input, Intervention, Respondent, Survey, Unit};
use crate::weighting::Weighting;
use crate::wording::{Arg, Language, Message, joined};

/// What an explanation rests on.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// What items are made from, in the language of the study.
    pub material: Material<'a>,
    /// Interventions and respondents.
    pub input: &'a Input,
    /// The codes that count, and what the rules say beside them.
    pub codings: &'a Codings,
    /// What is read blind: what a machine says of it is not told.
    pub blind: &'a Blind,
    /// Weighted kronor.
    pub weighting: &'a Weighting,
    /// What was drawn to be audited.
    pub audit: Option<&'a Joined<'a>>,
    /// The language of who asks; labels of codes and titles of items come in the study's.
    pub language: Language,
    /// Whether titles and texts of respondents are shown.
    pub texts: bool,
}

impl Basis<'_> {
    fn currency(&self) -> Currency {
        self.material.study.currency()
    }

    /// A message in the language of who asks.
    fn text(&self, message: Message) -> String {
        message.in_currency(self.currency()).text(self.language)
    }

    /// What a respondent wrote, or how it is to be seen.
    fn wording(&self, text: String) -> String {
        if text.is_empty() { text } else { Arg::wording(text, self.texts).text(self.language) }
    }
}

/// Explains an intervention or who answered an open question (one word: its id), an item (its id: what can be asked of it), or a cell of an item: its id, then
/// a domain and a code, or the name of an answer as the item shows it.
///
/// # Errors
/// There is no such intervention, item, domain or code.
pub fn explain(basis: &Basis<'_>, words: &[String]) -> Result<String, Diagnostics> {
    match words {
        [id] => intervention(basis, id),
        [item, words @ ..] if !words.is_empty() => cell::behind(basis, item, words),
        _ => Err(cell::wrong(msg!("nothing-to-explain", wanted = msg!("wanted-to-explain"))).into()),
    }
}

fn intervention(basis: &Basis<'_>, id: &str) -> Result<String, Diagnostics> {
    let all = || basis.input.interventions();
    let Some((at, found)) = all().enumerate().find(|(_, i)| &*i.id == id) else {
        let page = answerer(basis, id).or_else(|| cell::cells(basis, id));
        if let Some(page) = page {
            return Ok(page);
        }
        let known = |pair: &&Pair<'_>| pair.earlier.input.interventions().any(|own| &*own.id == id);
        if let Some(pair) = basis.material.years.iter().find(known) {
            let (year, study) = (pair.earlier.year().to_string(), &pair.earlier.declared.study.value);
            let message = msg!("intervention-of-earlier-year", id = shown(id), year, study);
            return Err(cell::wrong(message).into());
        }
        let answerers = basis.input.open.iter().map(|unit| &*unit.id);
        let suggestion = did_you_mean(id, all().map(|i| &*i.id).chain(answerers));
        return Err(cell::wrong(msg!("intervention-to-explain-unknown", id = shown(id), suggestion)).into());
    };
    let mut page = format!("{}  {}  {}\n", found.id, found.area, found.recipient.name);
    if !found.title().is_empty() {
        let _ = writeln!(page, "{}", basis.wording(clean(found.title())));
    }
    match found.exclusion {
        Some(reason) => {
            let _ = writeln!(page, "\n{}", basis.text(msg!("explain-excluded", reason)));
        }
        None => {
            page += &funds(basis, found);
            domains_of(basis.material.book, found).for_each(|domain| page += &coded(basis, found, domain));
        }
    }
    Ok(page + &cell::counted_in(basis, found, InterventionId::new(at)))
}

/// Who answered open questions: the codes, and where the answers are counted.
fn answerer(basis: &Basis<'_>, id: &str) -> Option<String> {
    let found = basis.input.open.iter().find(|unit| &*unit.id == id)?;
    let mut page = format!("{}  {}  {}\n", found.id, found.area, found.recipient.name);
    if found.texts.is_empty() {
        page += &format!("\n{}\n", basis.text(msg!("explain-no-answer")));
    }
    domains_of(basis.material.book, found).for_each(|domain| page += &coded(basis, found, domain));
    let respondents = basis.input.surveys.iter().flat_map(|survey| survey.respondents.iter().map(move |r| (survey, r)));
    let same = |(survey, respondent): (&Survey, &Respondent)| {
        found.kind == UnitKind::Respondent && *found.area == survey.area && found.respondent == respondent.id
    };
    if let Some(at) = respondents.into_iter().position(same) {
        page += &cell::answers_counted_in(basis, RespondentId::new(at));
    }
    Some(page)
}

/// Reported and weighted funds, with T, S and J of the recipient; nothing in a study without funds.
fn funds(basis: &Basis<'_>, intervention: &Intervention) -> String {
    if basis.weighting.money.is_none() {
        return String::new();
    }
    let reported = intervention.funds.map_or_else(|| "–".into(), Arg::from);
    let weighted = basis.weighting.of(&intervention.id).filter(|_| basis.weighting.is_by_requisitions());
    let message = match weighted {
        Some(weighted) => msg!("explain-funds", reported, weighted),
        None => msg!("explain-reported", reported),
    };
    let mut text = format!("\n{}\n", basis.text(message));
    let weights = basis.weighting.weights.iter();
    let own = weights.filter(|w| *w.area == *intervention.area && w.recipient.code == intervention.recipient.code);
    for weight in own {
        let factor = weight.factor.map_or_else(|| "–".to_owned(), |factor| basis.language.decimal(factor.value(), 6));
        let of_recipient = msg!(
            "explain-weights",
            recipient = &weight.recipient.name,
            area = &*weight.area,
            target = weight.target,
            requisitioned = weight.requisitioned,
            repaid = weight.repaid,
            reported = weight.reported,
            factor
        );
        let _ = writeln!(text, "{}", basis.text(of_recipient));
    }
    text + &format!("{}\n", basis.text(msg!("explain-reported-at", place = &intervention.place)))
}

/// The codes in a domain, who gave them, and the text with the evidence of the rules in brackets. Of what is read blind only what
/// people gave.
fn coded(basis: &Basis<'_>, intervention: &Unit, domain: Domain) -> String {
    let Basis { codings, material, .. } = basis;
    let is_blind = basis.blind.has(intervention, domain);
    let is_hidden = basis.blind.hides(codings, intervention, domain);
    let reading = codings.rules.of(&intervention.id, domain).filter(|_| !is_blind);
    let given = codings.of(&intervention.id, domain);
    if !is_blind && domain.is_optional() && given.len() == 0 && reading.as_ref().is_none_or(|r| r.codes.is_empty()) {
        return String::new();
    }
    let label = |code: &str| material.book.code(domain, code).map_or("", |c| c.label.get(material.language)).to_owned();
    let mut page = format!("\n{}\n", domain.label(basis.language));
    if is_blind {
        let _ = writeln!(page, "  {}", basis.text(msg!("explain-read-blind")));
    }
    for (code, source) in given.clone().filter(|_| !is_hidden) {
        let by = match codings.coder(domain, &intervention.id, source) {
            by if by.is_empty() => String::new(),
            by => format!(" ({by})"),
        };
        let counts = msg!("explain-counts-as", code, label = label(code), source = given_by(source), coders = by);
        let _ = writeln!(page, "  {}", basis.text(counts));
    }
    if given.len() == 0 && !is_hidden {
        let _ = writeln!(page, "  {}", basis.text(msg!("explain-no-code")));
    }
    if let Some(decision) = codings.decision(&intervention.id, domain) {
        let (who, day, why) = (clean(&decision.who), decision.when.day(), clean(&decision.why));
        let _ = writeln!(page, "  {}", basis.text(msg!("explain-decided", who, day, why)));
    }
    for coding in codings.given_here(&intervention.id, domain) {
        let _ = writeln!(page, "  {}", basis.text(coded_by(coding)));
    }
    let mut all: Vec<&PatternMatch> = Vec::new();
    for code in reading.iter().flat_map(|reading| &reading.codes) {
        let evidence: Vec<_> = code.evidence.iter().map(|seen| clean(&seen.to_string())).collect();
        let (score, evidence) = (code.score.to_string(), evidence.join("; "));
        let say = msg!("explain-rules-say", code = &code.code, label = label(&code.code), score, evidence);
        let _ = writeln!(page, "  {}", basis.text(say));
        all.extend(&code.evidence);
    }
    if reading.as_ref().is_some_and(|reading| reading.codes.is_empty()) {
        let _ = writeln!(page, "  {}", basis.text(msg!("explain-rules-say-nothing")));
    }
    for doubt in reading.iter().flat_map(|reading| &reading.doubts) {
        let _ = writeln!(page, "  {}", basis.text(msg!("explain-doubt", doubt)));
    }
    page += &audited::told(basis, intervention, domain);
    if !domain.is_optional() {
        let text = highlighted(&text(intervention, domain), &all);
        let text = if text.is_empty() { basis.text(msg!("explain-no-text")) } else { basis.wording(text) };
        let _ = writeln!(page, "  {text}");
    }
    page
}

/// What a coder gave, with the memo.
fn coded_by(coding: &Decision) -> Message {
    let codes: Arg = match coding.codes.as_slice() {
        [] => msg!("accept-none").into(),
        codes => joined(codes, "; "),
    };
    let (who, day) = (clean(&coding.who), coding.when.day());
    let unsure: Arg = if coding.unsure { msg!("explain-unsure").into() } else { "".into() };
    let memo = if coding.why.is_empty() { String::new() } else { format!(": {}", clean(&coding.why)) };
    msg!("explain-coded", who, day, codes, unsure, memo)
}

/// Where codes come from.
fn given_by(source: Source) -> Message {
    match source {
        Source::Final => msg!("explain-source-final"),
        Source::Coders => msg!("explain-source-coders"),
        Source::Rules => msg!("explain-source-rules"),
        Source::Suggestions => msg!("explain-source-suggestions"),
    }
}

/// The text on one line, with what the rules found in brackets, and contact data masked.
fn highlighted(text: &str, evidence: &[&PatternMatch]) -> String {
    let mut marked = String::new();
    let contacts = crate::mask::contacts(text, false);
    for (at, (byte, c)) in text.char_indices().enumerate().map(|(at, c)| (at + 1, c)) {
        if let Some(contact) = contacts.iter().find(|contact| contact.contains(&byte)) {
            if contact.start == byte {
                marked += MASK;
            }
            continue;
        }
        let starts = evidence.iter().any(|seen| seen.span.from == at);
        let inside = |at: usize| evidence.iter().any(|seen| (seen.span.from..=seen.span.to).contains(&at));
        if starts && !inside(at - 1) {
            marked.push('[');
        }
        marked.push(if c.is_control() { ' ' } else { c });
        if inside(at) && !inside(at + 1) {
            marked.push(']');
        }
    }
    marked
}

fn clean(text: &str) -> String {
    without_contacts(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
