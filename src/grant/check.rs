//! Whether accounts add up. Nothing here stops a run: what does not add up is named, with its rows, as notices.

use super::{Account, Allocation, Field, Grant, blanks, measure::in_words, whole};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, column_letters, shown};
use crate::exact::Exact;
use crate::money::Kronor;
use crate::msg;
use crate::register::Recipient;
use crate::study::{self, AccountField, AllocationRounding, FieldForm, FieldKind, Study};
use crate::survey::Return;
use crate::wording::{Arg, Message, any_of, first_of};

/// Checks every account and allocation of a study.
pub(super) fn check(study: &Study, grant: &Grant, messages: &mut Diagnostics) {
    for declared in &study.accounts {
        let Some(account) = grant.account(&declared.id) else { continue };
        check_totals(declared, account, messages);
        blanks::report(account, messages);
        let mut missing = None;
        for field in &declared.fields {
            let Some(values) = account.field(&field.id) else { continue };
            let checked = Checked { study, grant, account, declared: field, field: values };
            checked.remainder(messages);
            checked.bound(messages);
            checked.parts(messages);
            checked.whole(messages);
            checked.distribution(messages);
            missing = missing.or_else(|| checked.unreturned());
            checked.follow_up(messages);
        }
        messages.push_all(missing.as_ref());
    }
    for allocation in &grant.allocations {
        check_rounding(allocation, messages);
    }
}

/// A row that says it is a total is the sum of the recipients' rows.
fn check_totals(declared: &study::Account, account: &Account, messages: &mut Diagnostics) {
    for total in &account.totals {
        for (id, option, printed) in &total.amounts {
            let Some(field) = account.field(id) else { continue };
            let Some(sum) = field.sum(*option).filter(|sum| *sum != printed.value) else { continue };
            let message = msg!(
                "total-is-not-the-sum",
                row = shown(&total.label),
                says = in_words(printed.value),
                field = name(field, *option),
                recipients = account.returns.len(),
                sum = in_words(sum),
                off = off(sum, printed.value),
                account = shown(&declared.id)
            );
            messages.push(Diagnostic::notice(printed.place.clone(), message));
        }
    }
}

/// A field of an account with its declaration.
struct Checked<'a> {
    study: &'a Study,
    grant: &'a Grant,
    account: &'a Account,
    declared: &'a AccountField,
    field: &'a Field,
}

impl Checked<'_> {
    fn returns(&self) -> impl Iterator<Item = (usize, &Return)> {
        self.account.returns.iter().enumerate()
    }

    fn other(&self, id: &str) -> Option<&Field> {
        self.account.field(id)
    }

    /// What is left of a sum is not below zero.
    fn remainder(&self, messages: &mut Diagnostics) {
        let FieldForm::Difference { from, less } = &self.declared.form else { return };
        let (Some(from), Some(less)) = (self.other(&from.value), self.other(&less.value)) else { return };
        for (at, own) in self.returns() {
            exceeds(own, at, less, from, messages);
        }
    }

    /// A sum is not above another that it is part of.
    fn bound(&self, messages: &mut Diagnostics) {
        let Some(most) = self.declared.at_most.as_ref().and_then(|most| self.other(&most.value)) else { return };
        for (at, own) in self.returns() {
            exceeds(own, at, self.field, most, messages);
        }
    }

    /// Shares of a whole are 100 percent together.
    fn parts(&self, messages: &mut Diagnostics) {
        if self.field.kind != FieldKind::Share || self.field.options.is_empty() {
            return;
        }
        let hundred = Exact::whole(100);
        for (at, own) in self.returns().filter(|(at, _)| self.field.answered(*at)) {
            let Some(sum) = self.sum(at).filter(|sum| *sum != hundred) else { continue };
            let (field, recipient, sum) = (label(self.field), &own.recipient.name, percent(sum));
            let message = msg!("shares-are-not-the-whole", field, recipient, sum);
            messages.push(Diagnostic::notice(self.row(at, own), message));
        }
    }

    /// The options of a sum are together what they are parts of.
    fn whole(&self, messages: &mut Diagnostics) {
        let Some(whole) = self.declared.parts_of.as_ref().and_then(|whole| self.other(&whole.value)) else { return };
        // Who filled in no part at all has left them out.
        for (at, own) in self.returns().filter(|(at, _)| self.field.answered(*at)) {
            let (Some(sum), Some(expected)) = (self.sum(at), whole.number(at, 0)) else { continue };
            if sum == expected {
                continue;
            }
            let message = msg!(
                "parts-are-not-the-whole",
                parts = label(self.field),
                recipient = &own.recipient.name,
                sum = in_words(sum),
                whole = label(whole),
                kronor = in_words(expected),
                off = off(sum, expected)
            );
            messages.push(Diagnostic::notice(self.row(at, own), message));
        }
    }

    /// What was distributed is what the returns say was granted or requisitioned.
    fn distribution(&self, messages: &mut Diagnostics) {
        let Some((allocation, part)) = self.allocated() else { return };
        for (at, own) in self.returns() {
            let allocated = allocation.of_part(part).find(|(recipient, _)| **recipient == own.recipient);
            let expected = allocated.map_or(Exact::ZERO, |(_, kronor)| kronor.into());
            let Some(returned) = self.field.number(at, 0) else { continue };
            if returned != expected {
                let message = msg!(
                    "returned-is-not-distributed",
                    field = label(self.field),
                    recipient = &own.recipient.name,
                    returned = in_words(returned),
                    distributed = in_words(expected),
                    off = off(returned, expected)
                );
                messages.push(Diagnostic::notice(self.row(at, own), message));
            }
        }
    }

    /// The part of an allocation that the field is held against.
    fn allocated(&self) -> Option<(&Allocation, &str)> {
        let named = self.declared.allocated.as_ref()?;
        let (allocation, part) = self.study.part_of_allocation(named, self.account.level).ok()?;
        Some((self.grant.allocations.iter().find(|own| own.id == allocation.id)?, part))
    }

    /// A warning of recipients that were given money and have no row in the account.
    fn unreturned(&self) -> Option<Diagnostic> {
        const NAMED: usize = 5;
        let (allocation, part) = self.allocated()?;
        let has_row = |recipient: &Recipient| self.account.returns.iter().any(|own| own.recipient == *recipient);
        let given = allocation.of_part(part).filter(|(_, kronor)| *kronor > Kronor(0));
        let missing: Vec<_> = given.filter(|(recipient, _)| !has_row(recipient)).collect();
        let told = |(recipient, kronor): &(&Recipient, Kronor)| {
            msg!("recipient-with-money", recipient = &recipient.name, kronor = *kronor)
        };
        let (part, count) = (shown(&format!("{}.{part}", allocation.id)), missing.len());
        let message =
            msg!("recipients-without-return", part, count, who = first_of(missing.iter().map(told), NAMED, ", "));
        let sheet = whole(&self.account.returns.first()?.place);
        (count > 0).then(|| Diagnostic::warning(sheet, message))
    }

    /// Nobody answers a follow-up question without having been asked: its base would be smaller than its count.
    fn follow_up(&self, messages: &mut Diagnostics) {
        let FieldForm::Question(question) = &self.declared.form else { return };
        let Some(condition) = &question.asked_if else { return };
        let stray: Vec<_> =
            self.returns().filter(|(at, _)| self.field.answered(*at) && !self.field.was_asked(*at)).collect();
        for (at, own) in stray {
            let (recipient, field) = (&own.recipient.name, shown(&self.field.id));
            let answers = any_of(condition.answers.iter().map(|answer| shown(&answer.value)));
            let question = shown(&condition.question.value);
            let message = msg!("follow-up-not-asked", recipient, field, answers, question);
            messages.push(Diagnostic::notice(self.row(at, own), message));
        }
    }

    fn sum(&self, at: usize) -> Option<Exact> {
        Exact::sum((0..self.field.width()).filter_map(|option| self.field.number(at, option)))
    }

    /// Where a recipient's values of the field stand.
    fn row(&self, at: usize, own: &Return) -> Place {
        self.field.place(at, 0).unwrap_or(&own.place).clone()
    }
}

/// Reports an amount that is above what it may be at most.
fn exceeds(own: &Return, at: usize, amount: &Field, most: &Field, messages: &mut Diagnostics) {
    let (Some(is), Some(at_most)) = (amount.number(at, 0), most.number(at, 0)) else { return };
    if is <= at_most {
        return;
    }
    let beside = most.place(at, 0).and_then(|other| cell(&other.spot));
    let message = msg!(
        "amount-above-another",
        recipient = &own.recipient.name,
        amount = label(amount),
        kronor = in_words(is),
        most = label(most),
        most_kronor = in_words(at_most),
        by = is.minus(at_most).map(in_words),
        expected = beside.map_or_else(|| msg!("at-most-as-much"), |cell| msg!("at-most-as-much-as-beside", cell))
    );
    let place = amount.place(at, 0).unwrap_or(&own.place).clone();
    messages.push(Diagnostic::notice(place, message));
}

/// Cells that were rounded one by one may miss the pot, and a row's total the sum of its cells: that is no error, but
/// whoever adds them up has to know.
fn check_rounding(allocation: &Allocation, messages: &mut Diagnostics) {
    if allocation.rounding != AllocationRounding::HalfUp {
        return;
    }
    let title = || msg!("in-quotes", text = &allocation.title);
    let off_parts: Vec<_> = allocation.parts.iter().filter(|part| part.sum() != part.pot).collect();
    for part in &off_parts {
        let (count, name, off) =
            (part.amounts.len(), msg!("in-quotes", text = &part.label), off(part.sum().into(), part.pot.into()));
        let message = msg!("rounded-amounts-miss-pot", count, part = name, sum = part.sum(), off);
        messages.push(Diagnostic::notice(allocation.place.clone(), message));
    }
    let cells = |at: usize| allocation.parts.iter().map(|part| part.amounts[at]).sum::<Kronor>();
    let differing: Vec<&str> = allocation
        .recipients
        .iter()
        .enumerate()
        .filter(|(at, _)| allocation.totals.get(*at).is_some_and(|total| *total != cells(*at)))
        .map(|(_, recipient)| recipient.name.as_str())
        .collect();
    if !differing.is_empty() {
        let (name, count, all) = (title(), differing.len(), allocation.recipients.len());
        let message = msg!("rounded-totals-miss-cells", allocation = name, count, all, names = differing.join(", "));
        messages.push(Diagnostic::notice(allocation.place.clone(), message));
    }
    let total: Kronor = allocation.totals.iter().copied().sum();
    // Totals that sum their cells are off by what the parts are off.
    let told = differing.is_empty() && !off_parts.is_empty();
    if total != allocation.pot() && !told {
        let count = allocation.totals.len();
        let message =
            msg!("rounded-totals-miss-pots", count, allocation = title(), sum = total, pot = allocation.pot());
        messages.push(Diagnostic::notice(allocation.place.clone(), message));
    }
}

/// How far one amount is from another, as `1 kr more`.
fn off(a: Exact, b: Exact) -> Message {
    if a > b {
        msg!("kronor-more", kronor = a.minus(b).map(in_words))
    } else {
        msg!("kronor-less", kronor = b.minus(a).map(in_words))
    }
}

fn percent(value: Exact) -> Arg {
    if value.is_whole() {
        in_words(value)
    } else {
        Arg::written(|language| language.in_message(&language.decimal(value.approximate(), 2)))
    }
}

fn label(field: &Field) -> String {
    shown(&field.label.sv)
}

fn name(field: &Field, option: usize) -> String {
    field.options.get(option).map_or_else(|| label(field), |option| format!("{}, {}", label(field), option.label.sv))
}

fn cell(spot: &Spot) -> Option<Arg> {
    match spot {
        Spot::Cell { row, column, .. } => Some(format!("{}{}", column_letters(*column), row + 1).into()),
        Spot::Field { column, .. } => Some(msg!("amount-column", letters = column_letters(*column)).into()),
        Spot::Whole | Spot::Line(_) => None,
    }
}
