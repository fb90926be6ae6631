//! Whether accounts add up. Nothing here stops a run: what does not add up is named, with its rows, as notices.

use super::{Account, Allocation, Field, Grant, blanks, measure::in_words};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::exact::Exact;
use crate::money::Kronor;
use crate::study::{self, AccountField, AllocationRounding, FieldForm, FieldKind, Study};
use crate::survey::Return;
use crate::wording::Language;

/// Checks every account and allocation of a study.
pub(super) fn check(study: &Study, grant: &Grant, messages: &mut Diagnostics) {
    for declared in &study.accounts {
        let Some(account) = grant.account(&declared.id) else { continue };
        check_totals(declared, account, messages);
        blanks::report(account, messages);
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
            let (what, row, id) = (name(field, *option), shown(&total.label), shown(&declared.id));
            let (says, recipients, sums_to) = (in_words(printed.value), account.returns.len(), in_words(sum));
            let (english, swedish) = off(sum, printed.value);
            let found = format!(
                "the row {row} says {says} kr for {what}, the {recipients} recipients sum to {sums_to} kr: {english}"
            );
            let swedish = format!(
                "raden {row} har {says} kr för {what}, men de {recipients} mottagarna summerar till {sums_to} kr: {swedish}"
            );
            messages.push(
                Diagnostic::notice(printed.place.clone(), found)
                    .expected("a total that is the sum of its rows")
                    .action(format!("find out which was changed; the rows of {id} count"))
                    .in_swedish(
                        swedish,
                        "en total som är summan av sina rader",
                        &format!("ta reda på vilket som har ändrats; raderna i {id} räknas"),
                    ),
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
            let (field, name, sum) = (label(self.field), &own.recipient.name, percent(sum));
            messages.push(
                Diagnostic::notice(self.row(at, own), format!("the shares of {field} for {name} sum to {sum} percent"))
                    .expected("100 percent")
                    .in_swedish(
                        format!("andelarna av {field} för {name} summerar till {} procent", sum.replace('.', ",")),
                        "100 procent",
                        "",
                    ),
            );
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
            let (parts, whole, name) = (label(self.field), label(whole), &own.recipient.name);
            let (english, swedish) = off(sum, expected);
            let (sum, expected) = (in_words(sum), in_words(expected));
            messages.push(
                Diagnostic::notice(
                    self.row(at, own),
                    format!("{parts} of {name} sums to {sum} kr, {whole} is {expected} kr: {english}"),
                )
                .expected("parts that make up the whole")
                .in_swedish(
                    format!("{parts} för {name} summerar till {sum} kr, men {whole} är {expected} kr: {swedish}"),
                    "delar som tillsammans är det hela",
                    "",
                ),
            );
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
                let (field, name) = (label(self.field), &own.recipient.name);
                let (english, swedish) = off(returned, expected);
                let (returned, expected) = (in_words(returned), in_words(expected));
                let found =
                    format!("{field} of {name} is {returned} kr, the distribution gives {expected} kr: {english}");
                let swedish =
                    format!("{field} för {name} är {returned} kr, men fördelningen ger {expected} kr: {swedish}");
                messages.push(
                    Diagnostic::notice(self.row(at, own), found)
                        .expected("what was distributed")
                        .action("check the digits against the decision")
                        .in_swedish(swedish, "det som har fördelats", "kontrollera siffrorna mot beslutet"),
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
            let (name, field, question) =
                (&own.recipient.name, shown(&self.field.id), shown(&condition.question.value));
            let answers: Vec<String> = condition.answers.iter().map(|answer| shown(&answer.value)).collect();
            messages.push(
                Diagnostic::notice(
                    self.row(at, own),
                    format!("{name} answered {field} but not {} in {question}", answers.join(" or ")),
                )
                .expected("an answer to a follow-up from those who were asked it")
                .action("the answer is left out, so that no count exceeds its base; ask the recipient")
                .in_swedish(
                    format!("{name} har svarat på {field} men inte {} på {question}", answers.join(" eller ")),
                    "svar på en följdfråga från dem som har fått den",
                    "svaret är utelämnat, så att inget antal blir större än sin bas; fråga mottagaren",
                ),
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
    let (name, of, than) = (&own.recipient.name, label(amount), label(most));
    let by = is.minus(at_most).map_or_else(String::new, in_words);
    let (is, at_most) = (in_words(is), in_words(at_most));
    let place = amount.place(at, 0).unwrap_or(&own.place).clone();
    let beside = |language| {
        let other = most.place(at, 0).and_then(|other| cell(&other.spot, language));
        other.map_or_else(String::new, |cell| format!(" ({}: {cell})", language.pick("bredvid", "beside")))
    };
    messages.push(
        Diagnostic::notice(place, format!("{name}: {of} {is} kr is above {than} {at_most} kr, by {by} kr"))
            .expected(format!("at most as much{}", beside(Language::English)))
            .action("one of the two is wrong; ask the recipient")
            .in_swedish(
                format!("{name}: {of}, {is} kr, är mer än {than}, {at_most} kr: {by} kr mer"),
                &format!("högst lika mycket{}", beside(Language::Swedish)),
                "ett av beloppen är fel; fråga mottagaren",
            ),
    );
}

/// Cells that were rounded one by one may miss the pot, and a row's total the sum of its cells: that is no error, but
/// whoever adds them up has to know.
fn check_rounding(allocation: &Allocation, messages: &mut Diagnostics) {
    if allocation.rounding != AllocationRounding::HalfUp {
        return;
    }
    for part in allocation.parts.iter().filter(|part| part.sum() != part.pot) {
        let (count, id, sum) = (part.amounts.len(), shown(&part.id), part.sum().spaced());
        let (english, swedish) = off(part.sum().into(), part.pot.into());
        let found = format!("the {count} rounded amounts of {id} sum to {sum} kr, {english} than the pot");
        let swedish = format!("de {count} avrundade beloppen i {id} summerar till {sum} kr, {swedish} än potten");
        messages.push(rounding_notice(allocation, found, swedish));
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
        let (id, count, all) = (shown(&allocation.id), differing.len(), allocation.recipients.len());
        let names = differing.join(", ");
        let found = format!(
            "the total of {id} is rounded from unrounded parts and is not the sum of its cells for {count} of {all}: {names}"
        );
        let swedish = format!(
            "totalen i {id} är avrundad från oavrundade delar och är inte summan av sina celler för {count} av {all}: {names}"
        );
        messages.push(rounding_notice(allocation, found, swedish));
    }
    let total: Kronor = allocation.totals.iter().copied().sum();
    if total != allocation.pot() {
        let (count, id) = (allocation.totals.len(), shown(&allocation.id));
        let (sum, pot) = (total.spaced(), allocation.pot().spaced());
        let found = format!("the {count} totals of {id} sum to {sum} kr, the pots to {pot} kr");
        let swedish = format!("de {count} totalerna i {id} summerar till {sum} kr, potterna till {pot} kr");
        messages.push(rounding_notice(allocation, found, swedish));
    }
}

fn rounding_notice(allocation: &Allocation, found: String, swedish: String) -> Diagnostic {
    Diagnostic::notice(allocation.place.clone(), found)
        .action("each cell is rounded by itself; rounding = \"largest-remainder\" makes cells sum to the pot")
        .in_swedish(
            swedish,
            "",
            "varje cell är avrundad för sig; med rounding = \"largest-remainder\" summerar cellerna till potten",
        )
}

/// How far one amount is from another, as `1 kr more` in English and Swedish.
fn off(a: Exact, b: Exact) -> (String, String) {
    let (more, difference) = if a > b { (true, a.minus(b)) } else { (false, b.minus(a)) };
    let kronor = difference.map_or_else(String::new, in_words);
    let (english, swedish) = if more { ("more", "mer") } else { ("less", "mindre") };
    (format!("{kronor} kr {english}"), format!("{kronor} kr {swedish}"))
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

fn cell(spot: &Spot, language: Language) -> Option<String> {
    match spot {
        Spot::Cell { row, column, .. } => Some(format!("{}{}", crate::diagnostic::column_letters(*column), row + 1)),
        Spot::Field { column, .. } => {
            let word = language.pick("kolumn", "column");
            Some(format!("{word} {}", crate::diagnostic::column_letters(*column)))
        }
        Spot::Whole | Spot::Line(_) => None,
    }
}
