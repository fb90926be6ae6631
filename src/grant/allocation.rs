//! The distribution of a pot: a fixed amount to each, a supplement to some, the rest by a key.
//!
//! Source of the rules: the agreement on mental health and suicide prevention 2025 (each cell rounded half up, totals from
//! unrounded parts) and the distributions of 2021 and to primary care (largest remainder, so that cells sum to the pot).

use super::{Account, Field, keys};
use crate::coding::open::Sources;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::exact::Exact;
use crate::money::{Amount, Kronor};
use crate::msg;
use crate::register::{Level, Recipient, resolve};
use crate::study::{AllocationDeclaration, AllocationRounding, FieldKind, PartDeclaration, TOTAL, TotalsOf};
use crate::survey::{Placed, Values};
use crate::weighting::divide;
use crate::wording::{Arg, Message, Text};

/// What every recipient gets.
#[derive(Clone, Debug)]
pub struct Allocation {
    /// Its short name.
    pub id: String,
    /// What readers see.
    pub title: Text,
    /// Where it is declared.
    pub place: Place,
    /// The recipients' level.
    pub level: Level,
    /// The recipients, in the order of their codes.
    pub recipients: Vec<Recipient>,
    /// The pots, in the order of the declaration.
    pub parts: Vec<AllocationPart>,
    /// What every recipient gets in all.
    pub totals: Vec<Kronor>,
    /// How cells are made whole.
    pub rounding: AllocationRounding,
    /// What totals are made of.
    pub totals_of: TotalsOf,
    /// The cell of every recipient's name.
    places: Vec<Place>,
}

/// One pot.
#[derive(Clone, Debug)]
pub struct AllocationPart {
    /// Its short name.
    pub id: String,
    /// What readers see.
    pub label: Text,
    /// The pot.
    pub pot: Kronor,
    /// What every recipient gets, in whole kronor.
    pub amounts: Vec<Kronor>,
    /// What every recipient gets before rounding.
    exact: Vec<Exact>,
}

impl AllocationPart {
    /// What the cells sum to; with half-up rounding it may miss the pot by some kronor.
    pub fn sum(&self) -> Kronor {
        self.amounts.iter().copied().sum()
    }
}

impl Allocation {
    /// Distributes every pot; `None` where that cannot be done, which is reported.
    pub(super) fn new(declared: &AllocationDeclaration, account: &Account, messages: &mut Diagnostics) -> Option<Self> {
        let mut parts = Vec::new();
        for part in &declared.parts {
            match distribute(part, declared.rounding, account) {
                Ok(part) => parts.push(part),
                Err(of_part) => messages.extend(of_part),
            }
        }
        if parts.len() < declared.parts.len() {
            return None;
        }
        let totals = (0..account.returns.len()).map(|at| match declared.totals {
            TotalsOf::Cells => parts.iter().map(|part| part.amounts[at]).sum(),
            TotalsOf::Unrounded => {
                let exact = Exact::sum(parts.iter().map(|part| part.exact[at]));
                exact.map_or_else(|| parts.iter().map(|part| part.amounts[at]).sum(), Exact::kronor)
            }
        });
        let totals = totals.collect();
        Some(Self {
            id: declared.id.clone(),
            title: declared.title.clone(),
            place: declared.place.clone(),
            level: account.level,
            recipients: account.returns.iter().map(|r| r.recipient.clone()).collect(),
            parts,
            totals,
            rounding: declared.rounding,
            totals_of: declared.totals,
            places: account.returns.iter().map(|r| r.place.clone()).collect(),
        })
    }

    /// All pots together.
    pub fn pot(&self) -> Kronor {
        self.parts.iter().map(|part| part.pot).sum()
    }

    /// What every recipient gets of a part, or in all.
    pub fn of_part(&self, part: &str) -> impl Iterator<Item = (&Recipient, Kronor)> {
        let amounts = if part == TOTAL {
            self.totals.as_slice()
        } else {
            self.parts.iter().find(|p| p.id == part).map_or(&[][..], |p| p.amounts.as_slice())
        };
        self.recipients.iter().zip(amounts.iter().copied())
    }

    /// The published total of a part, or of all: the pot where totals come from unrounded parts, else what the cells sum to.
    pub fn column_total(&self, part: Option<&AllocationPart>) -> Kronor {
        match (self.totals_of, part) {
            (TotalsOf::Unrounded, Some(part)) => part.pot,
            (TotalsOf::Unrounded, None) => self.pot(),
            (TotalsOf::Cells, Some(part)) => part.sum(),
            (TotalsOf::Cells, None) => self.totals.iter().copied().sum(),
        }
    }

    /// The parts and the total as fields of the account.
    pub(super) fn fields(&self) -> Vec<Field> {
        let field = |id: &str, label: &Text, amounts: &[Kronor], total: Kronor| Field {
            id: format!("{}.{id}", self.id),
            label: label.clone(),
            kind: FieldKind::Money,
            options: Vec::new(),
            data: Values::Numbers(amounts.iter().zip(&self.places).map(cell).collect()),
            asked: None,
            total: Some(total.into()),
            sources: Sources::new(),
            blanks: Vec::new(),
        };
        let mut fields: Vec<Field> =
            self.parts.iter().map(|p| field(&p.id, &p.label, &p.amounts, self.column_total(Some(p)))).collect();
        fields.push(field(TOTAL, &self.title, &self.totals, self.column_total(None)));
        fields
    }
}

fn cell((kronor, place): (&Kronor, &Place)) -> Vec<Option<Placed>> {
    vec![Some(Placed { value: (*kronor).into(), place: place.clone() })]
}

fn distribute(
    part: &PartDeclaration,
    rounding: AllocationRounding,
    account: &Account,
) -> Result<AllocationPart, Diagnostics> {
    let fixed = fixed_amounts(part, account)?;
    let rest = part.pot - fixed.iter().copied().sum();
    let (by_key, amounts) = match &part.key {
        None if rest == Kronor(0) => (vec![Exact::ZERO; fixed.len()], fixed.clone()),
        None => {
            let absent = keys::add_absent(account).map_or_else(Arg::nothing, Arg::from);
            return Err(of_part(part, msg!("fixed-amounts-below-pot", rest, part = shown(&part.id), absent)));
        }
        Some(_) if rest < Kronor(0) => {
            let above = Kronor(0) - rest;
            return Err(of_part(part, msg!("fixed-amounts-above-pot", part = shown(&part.id), above)));
        }
        Some(key) => {
            let keys = key_values(part, &key.value, account)?;
            let whole = divide(rest.0, &keys);
            let exact = shares(rest, &keys)
                .ok_or_else(|| of_part(part, msg!("allocation-key-zero", part = shown(&part.id))))?;
            let amounts = match (rounding, whole) {
                (AllocationRounding::LargestRemainder, Some(whole)) => {
                    fixed.iter().zip(whole).map(|(fixed, share)| *fixed + Kronor(share)).collect()
                }
                _ => fixed.iter().zip(&exact).map(|(fixed, share)| *fixed + share.kronor()).collect(),
            };
            (exact, amounts)
        }
    };
    let exact = fixed.iter().zip(by_key).map(|(fixed, share)| Exact::from(*fixed).plus(share).unwrap_or(share));
    Ok(AllocationPart {
        id: part.id.clone(),
        label: part.label.clone(),
        pot: part.pot,
        exact: exact.collect(),
        amounts,
    })
}

/// What every recipient gets before the rest is divided.
fn fixed_amounts(part: &PartDeclaration, account: &Account) -> Result<Vec<Kronor>, Diagnostics> {
    let mut messages = Diagnostics::new();
    let mut fixed = vec![part.each; account.returns.len()];
    for supplement in &part.supplements {
        for named in &supplement.recipients {
            let of = shown(&account.id);
            let message = match resolve(account.level, &named.value) {
                Ok(recipient) => match account.returns.iter().position(|r| r.recipient == *recipient) {
                    Some(at) => {
                        fixed[at] = fixed[at] + supplement.amount;
                        continue;
                    }
                    None => msg!("supplement-without-share", recipient = &recipient.name, account = of),
                },
                Err(problem) => {
                    msg!("supplement-recipient-unknown", problem = problem.message(), account = of)
                }
            };
            messages.push(Diagnostic::error(named.place.clone(), message));
        }
    }
    if messages.has_errors() { Err(messages) } else { Ok(fixed) }
}

/// The key of every recipient, in hundredths.
fn key_values(part: &PartDeclaration, key: &str, account: &Account) -> Result<Vec<Amount>, Diagnostics> {
    let mut messages = Diagnostics::new();
    let mut all = Vec::new();
    let field = account.field(key);
    for (at, own) in account.returns.iter().enumerate() {
        match field.and_then(|field| field.number(at, 0)).map(|number| number.amount().ok_or(number)) {
            Some(Ok(key)) => all.push(key),
            Some(Err(number)) => {
                let (key, recipient, number) = (shown(key), &own.recipient.name, keys::number(number));
                let place = field.and_then(|field| field.place(at, 0)).unwrap_or(&own.place);
                let message = msg!("allocation-key-too-fine", key, recipient, number);
                messages.push(Diagnostic::error(place.clone(), message));
            }
            None => {
                let (recipient, part) = (&own.recipient.name, shown(&part.id));
                let message = msg!("allocation-key-missing", recipient, key = shown(key), part);
                messages.push(Diagnostic::error(own.place.clone(), message));
            }
        }
    }
    if messages.has_errors() { Err(messages) } else { Ok(all) }
}

/// Rest × key / all keys, exactly; `None` where all keys are zero.
fn shares(rest: Kronor, keys: &[Amount]) -> Option<Vec<Exact>> {
    let all: i128 = keys.iter().map(|key| i128::from(key.ore())).sum();
    keys.iter().map(|key| Exact::fraction(i128::from(rest.0) * i128::from(key.ore()), all)).collect()
}

/// A message about a part as it is declared.
fn of_part(part: &PartDeclaration, message: Message) -> Diagnostics {
    Diagnostic::error(part.place.clone(), message).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_pot_are_exact() {
        // 100 kr over 1 : 2 : 3 is 16 2/3, 33 1/3 and 50: together 100.
        let keys = [100, 200, 300].map(Amount::from_ore);
        let all = shares(Kronor(100), &keys).unwrap_or_default();
        assert_eq!(all.first().copied(), Exact::fraction(50, 3));
        assert_eq!(Exact::sum(all), Some(Exact::whole(100)));
        assert_eq!(shares(Kronor(100), &[Amount::from_ore(0)]), None);
    }
}
