//! How a pot is distributed, as declared: a fixed amount to each recipient, a supplement to some, the rest by a key.

use super::account::name;
use super::decode::{Declared, Section};
use super::text;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::money::Kronor;
use crate::msg;
use crate::wording::{Text, any_of};

/// The distribution of one or several pots over the recipients of an account.
#[derive(Clone, Debug)]
pub struct AllocationDeclaration {
    /// Its short name.
    pub id: String,
    /// What readers see.
    pub title: Text,
    /// Where the declaration stands.
    pub place: Place,
    /// The account whose recipients share; the study's only one where none is named.
    pub account: Option<Declared<String>>,
    /// How a recipient's part is made whole kronor.
    pub rounding: AllocationRounding,
    /// What a recipient's total is made of.
    pub totals: TotalsOf,
    /// The pots, each a part of what a recipient gets.
    pub parts: Vec<PartDeclaration>,
}

/// How parts of a pot become whole kronor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationRounding {
    /// Each cell by itself, halves up: the cells may miss the pot by some kronor.
    HalfUp,
    /// Down, and what is left to the largest remainders: the cells sum to the pot.
    LargestRemainder,
}

impl AllocationRounding {
    const WORDS: [(&'static str, Self); 2] = [("half-up", Self::HalfUp), ("largest-remainder", Self::LargestRemainder)];
}

/// What a recipient's total is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalsOf {
    /// The rounded cells.
    Cells,
    /// The unrounded parts; rounded itself.
    Unrounded,
}

/// One pot.
#[derive(Clone, Debug)]
pub struct PartDeclaration {
    /// Its short name.
    pub id: String,
    /// What readers see.
    pub label: Text,
    /// Where the declaration stands.
    pub place: Place,
    /// The pot.
    pub pot: Kronor,
    /// What every recipient gets first.
    pub each: Kronor,
    /// Further fixed amounts to named recipients.
    pub supplements: Vec<Supplement>,
    /// The field by which the rest is divided; nothing is left where there is none.
    pub key: Option<Declared<String>>,
}

/// A fixed amount to named recipients.
#[derive(Clone, Debug)]
pub struct Supplement {
    /// What each of them gets.
    pub amount: Kronor,
    /// Their names or codes.
    pub recipients: Vec<Declared<String>>,
}

/// Where another study's result is taken from.
#[derive(Clone, Debug)]
pub struct AllocationSource {
    /// The other study's folder; this study where none is named.
    pub study: Option<Declared<String>>,
    /// The allocation.
    pub id: Declared<String>,
}

const LARGEST: i64 = 1_000_000_000_000;

/// Reads one `[[allocation]]`.
pub(super) fn decode_allocation(section: &Section<'_>) -> Option<AllocationDeclaration> {
    let id = name(section, msg!("key-account-name"));
    let title = text(section, "title");
    let account = section.text("account");
    let rounding = section.word("rounding", &AllocationRounding::WORDS);
    let totals = section.word("totals", &[("cells", TotalsOf::Cells), ("unrounded", TotalsOf::Unrounded)]);
    let parts = section.sections("part", decode_part);
    section.require("rounding", any_of(AllocationRounding::WORDS.map(|(word, _)| word)));
    section.require("part", msg!("key-allocation-parts"));
    let id = id?;
    for (index, part) in parts.iter().enumerate() {
        let taken = parts[..index].iter().any(|earlier| earlier.id == part.id);
        if taken || part.id == TOTAL {
            section.report(Diagnostic::error(part.place.clone(), msg!("part-name-taken", part = shown(&part.id))));
        }
    }
    Some(AllocationDeclaration {
        title: title.unwrap_or_else(|| Text { sv: id.clone(), en: None }),
        id,
        place: section.place(),
        account,
        rounding: rounding?,
        totals: totals.unwrap_or(TotalsOf::Cells),
        parts,
    })
}

/// The name of what a recipient gets in all.
pub const TOTAL: &str = "total";

fn decode_part(section: &Section<'_>) -> Option<PartDeclaration> {
    let id = name(section, msg!("key-part-name"));
    let label = text(section, "title");
    let pot = section.integer("pot", 0..=LARGEST);
    let each = section.integer("each", 0..=LARGEST);
    let supplements = section.sections("supplement", |s| {
        let amount = s.integer("amount", 0..=LARGEST);
        let recipients = s.declared_texts("recipients");
        s.require("amount", msg!("key-supplement-amount"));
        s.require("recipients", msg!("key-supplement-recipients"));
        Some(Supplement { amount: Kronor(amount?), recipients })
    });
    let key = section.text("key");
    section.require("pot", msg!("key-pot"));
    let id = id?;
    Some(PartDeclaration {
        label: label.unwrap_or_else(|| Text { sv: id.clone(), en: None }),
        id,
        place: section.place(),
        pot: Kronor(pot?),
        each: Kronor(each.unwrap_or(0)),
        supplements,
        key,
    })
}

/// Reads `allocation = { study = "…", id = "…" }`, or the id alone.
pub(super) fn decode_source(section: &Section<'_>) -> Option<AllocationSource> {
    if section.is_table("allocation") {
        return section.section("allocation", |s| {
            let study = s.text("study");
            let id = s.required_text("id", msg!("key-allocation-name"));
            Some(AllocationSource { study, id: id? })
        });
    }
    section.text("allocation").map(|id| AllocationSource { study: None, id })
}
