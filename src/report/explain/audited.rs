//! What an audit knows of an answer: what was frozen, whether it is in the sample, and what its area's estimate rests on.

use std::fmt::Write as _;

use super::Basis;
use crate::audit::{Answer, Source};
use crate::codebook::Domain;
use crate::msg;
use crate::survey::Unit;
use crate::wording::{Arg, Message, joined};

/// What is known of an answer of the frame; nothing where there is no audit, or it is not in the frame. What was frozen is not told of what
/// is read blind.
pub(super) fn told(basis: &Basis<'_>, unit: &Unit, domain: Domain) -> String {
    let Some(answer) = basis.audit.and_then(|audit| audit.answer(&unit.id, domain)) else { return String::new() };
    let area = &*unit.area;
    let mut page = String::new();
    let mut line = |message: Message| {
        let _ = writeln!(page, "  {}", basis.text(message));
    };
    if !answer.is_blind() && !basis.blind.has(unit, domain) {
        line(msg!("explain-frozen", day = answer.day, codes = codes(&answer)));
    }
    let (sample, units) = (answer.stratum.sample, answer.stratum.frame);
    let weight = basis.language.decimal(answer.weight(), 2);
    line(match (answer.is_sampled, answer.is_read) {
        (true, true) => msg!("explain-in-sample", sample, units, weight),
        (true, false) => msg!("explain-in-sample-unread", sample, units, weight),
        (false, true) => msg!("explain-beside-sample"),
        (false, false) => msg!("explain-not-in-sample", sample, units),
    });
    let own = answer.area;
    let (frame, beside) = (own.frame, own.beside);
    line(msg!("explain-estimate-rests-on", area, frame, sample = own.sample, read = own.read, beside));
    page
}

/// The codes that were frozen, and where they came from.
fn codes(answer: &Answer<'_>) -> Arg {
    let codes = joined(&answer.value.codes, "; ");
    match answer.value.source {
        Source::None => msg!("explain-frozen-nothing").into(),
        Source::Rules => msg!("explain-frozen-by", codes, source = msg!("explain-source-rules")).into(),
        Source::Suggestions => msg!("explain-frozen-by", codes, source = msg!("explain-source-suggestions")).into(),
    }
}
