//! What a coder has said of an answer, as it stands in a row of their sheet: codes by domain, a memo, and what they are not sure of.

use std::collections::{BTreeMap, BTreeSet};

use crate::codebook::Domain;
use crate::coding::Codings;
use crate::msg;
use crate::wording::Language;

/// What stands between memos of several domains.
const BETWEEN: &str = " | ";

/// What a coder has said in a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The codes, in the order of the codebook; none of them where nothing fits.
    pub codes: Vec<String>,
    /// What the coder notes.
    pub memo: String,
    /// Whether the coder is not sure.
    pub unsure: bool,
}

/// What a coder has said of an answer, for what it reads now.
pub fn now(codings: &Codings, coder: &str, unit: &str, domain: Domain) -> Option<Said> {
    let own = codings.coders.get(coder)?;
    let codes = own.said(unit, domain)?.to_vec();
    let line = own.decision(unit, domain).and_then(|line| codings.log.decision(line));
    let (memo, unsure) = line.map(|line| (line.why.clone(), line.unsure)).unwrap_or_default();
    Some(Said { codes, memo, unsure })
}

/// The memo of a row: those of its domains, each once.
pub fn memo(said: &BTreeMap<Domain, Said>) -> String {
    let mut memos: Vec<&str> = Vec::new();
    for own in said.values().map(|own| own.memo.trim()).filter(|own| !own.is_empty()) {
        if !memos.contains(&own) {
            memos.push(own);
        }
    }
    memos.join(BETWEEN)
}

/// In which domains a row says that the coder is not sure: a word where that is all of them, else their names.
pub fn unsure(said: &BTreeMap<Domain, Said>, language: Language) -> String {
    let own: BTreeSet<Domain> = said.iter().filter(|(_, own)| own.unsure).map(|(domain, _)| *domain).collect();
    match own.len() {
        0 => String::new(),
        all if all == said.len() => msg!("sheet-yes").text(language),
        _ => own.iter().map(|domain| domain.label(language)).collect::<Vec<_>>().join("; "),
    }
}
