//! Blocks of interventions that a person would not count, or count once: nothing but dashes, copies of another.

use super::intervention::Intervention;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::money::Amount;
use crate::read::Cell;
use crate::read::marks::is_not_shown;

/// Whether a cell of a block says nothing: blank, dashes or points, a nought, or `N/A`.
pub(super) fn says_nothing(cell: &Cell) -> bool {
    match cell {
        Cell::Blank => true,
        Cell::Number(number) => *number == 0.0,
        Cell::Shown(shown) => shown.number == 0.0,
        Cell::Text(text) => {
            let bare = text.trim();
            let is_sign = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '−' | '_' | '.' | ',' | '0');
            bare.chars().all(is_sign) || is_not_shown(bare) || matches!(bare.to_lowercase().as_str(), "0 kr" | "0 tkr")
        }
        Cell::Flag(_) | Cell::Fault(_) | Cell::Uncalculated => false,
    }
}

/// Tells of blocks that say nothing, once for all.
pub(super) fn report_nothing(blocks: &[(String, Place)], messages: &mut Diagnostics) {
    let Some((_, place)) = blocks.first() else { return };
    let listed = some_of(blocks.iter().map(|(id, _)| id.as_str()));
    let count = blocks.len();
    messages.push(
        Diagnostic::notice(
            place.clone(),
            format!("blocks that hold nothing but dashes or noughts: {count} ({listed})"),
        )
        .action("they are no interventions and count nowhere")
        .in_swedish(
            format!("block som bara innehåller streck eller nollor: {count} ({listed})"),
            "",
            "de är inga insatser och räknas ingenstans",
        ),
    );
}

/// Tells of interventions that repeat another of the same respondent in every text and the funds.
pub(super) fn report_copies(interventions: &[Intervention], messages: &mut Diagnostics) {
    let mut copies: Vec<(&Intervention, &Intervention)> = Vec::new();
    for of_one in interventions.chunk_by(|a, b| a.respondent == b.respondent) {
        for (at, later) in of_one.iter().enumerate().filter(|(_, i)| i.included() && !i.texts.is_empty()) {
            let same = |earlier: &&Intervention| {
                earlier.id != later.id && earlier.texts == later.texts && earlier.funds == later.funds
            };
            copies.extend(of_one[..at].iter().find(same).map(|earlier| (later, earlier)));
        }
    }
    let Some((first, _)) = copies.first() else { return };
    let listed = |word: &str| {
        let named: Vec<String> =
            copies.iter().map(|(later, earlier)| format!("{} {word} {}", later.id, earlier.id)).collect();
        some_of(named.iter().map(String::as_str))
    };
    let sum: Amount = copies.iter().filter_map(|(later, _)| later.funds).sum();
    let (count, kronor) = (copies.len(), sum.spaced());
    messages.push(
        Diagnostic::notice(
            first.place.clone(),
            format!(
                "interventions that repeat another of the same respondent word for word: {count} with {kronor} kr ({})",
                listed("as")
            ),
        )
        .expected("every intervention once")
        .action("ask the respondent whether it was filled in twice; both count")
        .in_swedish(
            format!(
                "insatser som ordagrant upprepar en annan från samma uppgiftslämnare: {count} med {kronor} kr ({})",
                listed("som")
            ),
            "varje insats en gång",
            "fråga uppgiftslämnaren om den har fyllts i två gånger; båda räknas",
        ),
    );
}

/// The first few, joined.
fn some_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    const NAMED: usize = 3;
    let mut names: Vec<&str> = names.take(NAMED + 1).collect();
    if names.len() > NAMED {
        names[NAMED] = "…";
    }
    names.join(", ")
}
