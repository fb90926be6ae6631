//! Blocks of interventions that a person would not count, or count once: nothing but dashes, copies of another.

use super::intervention::{Intervention, with_funds};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::read::Cell;
use crate::read::marks::is_not_shown;
use crate::wording::first_of;

/// So many are named.
const NAMED: usize = 3;

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

/// Whether nobody wrote anything into a cell: it is blank, or the tool did not show its question.
pub(super) fn is_left_out(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => is_not_shown(text),
        cell => cell.is_blank(),
    }
}

/// Tells of blocks that say nothing, once for all.
pub(super) fn report_nothing(blocks: &[(String, Place)], messages: &mut Diagnostics) {
    let Some((_, place)) = blocks.first() else { return };
    let named = first_of(blocks.iter().map(|(id, _)| id), NAMED, ", ");
    messages.push(Diagnostic::notice(place.clone(), msg!("blocks-of-nothing", count = blocks.len(), blocks = named)));
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
    let funds = with_funds(copies.iter().map(|(later, _)| *later));
    let pair = |(later, earlier): &(&Intervention, &Intervention)| {
        msg!("intervention-as", later = &later.id, earlier = &earlier.id)
    };
    let (count, pairs) = (copies.len(), first_of(copies.iter().map(pair), NAMED, ", "));
    let message = msg!("interventions-repeated", count, funds, pairs);
    messages.push(Diagnostic::notice(first.place.clone(), message));
}
