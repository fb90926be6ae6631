//! Whether accounts add up. Nothing here stops a run: what does not add up is named, with its rows, as notices.

use super::{Account, Allocation, Field, Grant, measure::in_words};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::exact::Exact;
use crate::input::Return;
use crate::money::Kronor;
use crate::study::{self, AccountField, AllocationRounding, FieldForm, FieldKind, Study};

/// Checks every account and allocation of a study.
pub(super) fn check(study: &Study, grant: &Grant, messages: &mut Diagnostics) {
    for declared in &study.accounts {
        let Some(account) = grant.account(&declared.id) else { continue };
        check_totals(declared, account, messages);
        for field in &declared.fields {
            let Some(values) = account.field(&field.id) else { continue };
            let checked = Checked { study, grant, account, declared: field, field: values };
            checked.remainder(messages);
            checked.bound(messages);
            checked.parts(messages);
            checked.whole(messages);
            checked.distribution(messages);
            checked.follow_up(messages);
        }
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
            let what = name(field, *option);
            let found = format!(
                "the row {} says {} kr for {what}, the {} recipients sum to {} kr: {} kr {}",
                shown(&total.label),
                in_words(printed.value),
                account.returns.len(),
                in_words(sum),
                off(sum, printed.value),
                if sum > printed.value { "more" } else { "less" }
            );
            messages.push(
                Diagnostic::notice(printed.place.clone(), found)
                    .expected("a total that is the sum of its rows")
                    .action(format!("find out which was changed; the rows of {} count", shown(&declared.id))),
            );
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
            let found = format!(
                "the shares of {} for {} sum to {} percent",
                label(self.field),
                own.recipient.name,
                percent(sum)
            );
            messages.push(Diagnostic::notice(self.row(at, own), found).expected("100 percent"));
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
            let found = format!(
                "{} of {} sums to {} kr, {} is {} kr: {} kr {}",
                label(self.field),
                own.recipient.name,
                in_words(sum),
                label(whole),
                in_words(expected),
                off(sum, expected),
                if sum > expected { "more" } else { "less" }
            );
            messages.push(Diagnostic::notice(self.row(at, own), found).expected("parts that make up the whole"));
        }
    }

    /// What was distributed is what the returns say was granted or requisitioned.
    fn distribution(&self, messages: &mut Diagnostics) {
        let Some(named) = &self.declared.allocated else { return };
        let Ok((allocation, part)) = self.study.part_of_allocation(named, self.account.level) else { return };
        let Some(allocation) = self.grant.allocations.iter().find(|own| own.id == allocation.id) else { return };
        for (at, own) in self.returns() {
            let allocated = allocation.of_part(part).find(|(recipient, _)| **recipient == own.recipient);
            let expected = allocated.map_or(Exact::ZERO, |(_, kronor)| kronor.into());
            let Some(returned) = self.field.number(at, 0) else { continue };
            if returned != expected {
                let found = format!(
                    "{} of {} is {} kr, the distribution gives {} kr: {} kr {}",
                    label(self.field),
                    own.recipient.name,
                    in_words(returned),
                    in_words(expected),
                    off(returned, expected),
                    if returned > expected { "more" } else { "less" }
                );
                let place = self.field.place(at, 0).unwrap_or(&own.place).clone();
                messages.push(
                    Diagnostic::notice(place, found)
                        .expected("what was distributed")
                        .action("check the digits against the decision"),
                );
            }
        }
    }

    /// Nobody answers a follow-up question without having been asked: its base would be smaller than its count.
    fn follow_up(&self, messages: &mut Diagnostics) {
        let FieldForm::Question(question) = &self.declared.form else { return };
        let Some(condition) = &question.asked_if else { return };
        let stray: Vec<_> =
            self.returns().filter(|(at, _)| self.field.answered(*at) && !self.field.was_asked(*at)).collect();
        for (at, own) in stray {
            let found = format!(
                "{} answered {} but not {} in {}",
                own.recipient.name,
                shown(&self.field.id),
                condition.answers.iter().map(|answer| shown(answer)).collect::<Vec<_>>().join(" or "),
                shown(&condition.question.value)
            );
            messages.push(
                Diagnostic::notice(self.row(at, own), found)
                    .expected("an answer to a follow-up from those who were asked it")
                    .action("the answer is left out, so that no count exceeds its base; ask the recipient"),
            );
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
    let found = format!(
        "{}: {} {} kr is above {} {} kr, by {} kr",
        own.recipient.name,
        label(amount),
        in_words(is),
        label(most),
        in_words(at_most),
        off(is, at_most)
    );
    let place = amount.place(at, 0).unwrap_or(&own.place).clone();
    let beside =
        most.place(at, 0).and_then(|other| cell(&other.spot)).map_or_else(String::new, |c| format!(" (beside: {c})"));
    messages.push(
        Diagnostic::notice(place, found)
            .expected(format!("at most as much{beside}"))
            .action("one of the two is wrong; ask the recipient"),
    );
}

/// Cells that were rounded one by one may miss the pot, and a row's total the sum of its cells: that is no error, but
/// whoever adds them up has to know.
fn check_rounding(allocation: &Allocation, messages: &mut Diagnostics) {
    if allocation.rounding != AllocationRounding::HalfUp {
        return;
    }
    for part in allocation.parts.iter().filter(|part| part.sum() != part.pot) {
        let found = format!(
            "the {} rounded amounts of {} sum to {} kr, {} kr {} than the pot",
            part.amounts.len(),
            shown(&part.id),
            part.sum().spaced(),
            Kronor((part.sum() - part.pot).0.abs()).spaced(),
            if part.sum() > part.pot { "more" } else { "less" }
        );
        messages.push(rounding_notice(allocation, found));
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
        let found = format!(
            "the total of {} is rounded from unrounded parts and is not the sum of its cells for {} of {}: {}",
            shown(&allocation.id),
            differing.len(),
            allocation.recipients.len(),
            differing.join(", ")
        );
        messages.push(rounding_notice(allocation, found));
    }
    let total: Kronor = allocation.totals.iter().copied().sum();
    if total != allocation.pot() {
        let found = format!(
            "the {} totals of {} sum to {} kr, the pots to {} kr",
            allocation.totals.len(),
            shown(&allocation.id),
            total.spaced(),
            allocation.pot().spaced()
        );
        messages.push(rounding_notice(allocation, found));
    }
}

fn rounding_notice(allocation: &Allocation, found: String) -> Diagnostic {
    Diagnostic::notice(allocation.place.clone(), found)
        .action("each cell is rounded by itself; rounding = \"largest-remainder\" makes cells sum to the pot")
}

fn off(a: Exact, b: Exact) -> String {
    let difference = if a > b { a.minus(b) } else { b.minus(a) };
    difference.map_or_else(String::new, in_words)
}

fn percent(value: Exact) -> String {
    if value.is_whole() { in_words(value) } else { format!("{:.2}", value.approximate()) }
}

fn label(field: &Field) -> String {
    shown(&field.label.sv)
}

fn name(field: &Field, option: usize) -> String {
    field.options.get(option).map_or_else(|| label(field), |option| format!("{}, {}", label(field), option.label.sv))
}

fn cell(spot: &Spot) -> Option<String> {
    match spot {
        Spot::Cell { row, column } => Some(format!("{}{}", crate::diagnostic::column_letters(*column), row + 1)),
        Spot::Field { column, .. } => Some(format!("column {}", crate::diagnostic::column_letters(*column))),
        Spot::Whole | Spot::Line(_) => None,
    }
}
