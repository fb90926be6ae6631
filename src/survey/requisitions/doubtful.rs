//! Repayments that are probably not what they seem: in another unit, taken twice, or the requisitions themselves.

use std::collections::BTreeMap;

use super::Funds;
use super::repayments::Repayment;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Kronor;
use crate::register::Recipient;
use crate::study::{MoneyForm, Repayments};

/// Repaid is at most one part in so many: of the repayments of the shipped study of 2024 each is a tenth or more.
const THOUSANDTH: i64 = 1_000;

/// Warns of repayments that are doubtful beside what was requisitioned; `funds` holds what lists of requisitions say, with
/// their own columns of repayments. Each kind is told once, at its first.
pub(super) fn report(
    all: &[Repayment],
    funds: &Funds,
    declared: &Repayments,
    place: impl Fn(usize) -> Place,
    messages: &mut Diagnostics,
) {
    let paid: Vec<&Repayment> = all.iter().filter(|repayment| repayment.kronor > Kronor(0)).collect();
    let requisitioned = |repayment: &Repayment| funds.get(&repayment.key()).map_or(Kronor(0), |r| r.requisitioned);
    let is_small = |repayment: &&&Repayment| {
        repayment.kronor.0.checked_mul(THOUSANDTH).is_some_and(|kronor| kronor <= requisitioned(repayment).0)
    };
    let small: Vec<&Repayment> = paid.iter().filter(is_small).copied().collect();
    if let Some(first) = small.first() {
        let of = requisitioned(first);
        messages.push(too_small(first, of, (small.len(), paid.len()), &declared.money, place(first.row)));
    }
    let is_all = |repayment: &&&Repayment| repayment.kronor == requisitioned(repayment);
    let whole = paid.iter().filter(is_all).count();
    if let [first, _, ..] = paid[..]
        && whole == paid.len()
    {
        messages.push(everything(whole, place(first.row)));
    }
    report_taken_twice(&paid, funds, place, messages);
}

/// What a list of requisitions says of a recipient.
pub(super) struct InList<'r> {
    pub(super) recipient: &'r Recipient,
    pub(super) repaid: Kronor,
    pub(super) requisitioned: Kronor,
    /// The cell of what was repaid.
    pub(super) place: Place,
}

/// A message for repayments in a list's own column that are a thousandth or less of the requisitions, at the first.
pub(super) fn small_in_list(all: &[InList<'_>]) -> Option<Diagnostic> {
    let paid = all.iter().filter(|one| one.repaid > Kronor(0));
    let is_small =
        |one: &&InList<'_>| one.repaid.0.checked_mul(THOUSANDTH).is_some_and(|kronor| kronor <= one.requisitioned.0);
    let small: Vec<&InList<'_>> = paid.clone().filter(is_small).collect();
    let first = small.first()?;
    let (name, count, all) = (&first.recipient.name, small.len(), paid.count());
    let (kronor, of) = (first.repaid.spaced(), first.requisitioned.spaced());
    let message = Diagnostic::warning(
        first.place.clone(),
        format!("{name} repaid {kronor} kr of {of} kr, a thousandth or less ({count} of {all} in the column)"),
    );
    Some(
        message
            .expected("repayments in the unit of the requisitions beside them")
            .action("look the amounts up; write their unit beside them in a copy of the list, as 450 tkr")
            .in_swedish(
                format!("{name} har återbetalat {kronor} kr av {of} kr, en tusendel eller mindre ({count} av {all} i kolumnen)"),
                "återbetalningar i samma enhet som de rekvirerade medlen bredvid",
                "kontrollera beloppen; skriv enheten efter dem i en kopia av listan, som 450 tkr",
            ),
    )
}

/// A message for a list of repayments without any.
pub(super) fn no_repayments(place: Place) -> Diagnostic {
    Diagnostic::warning(place, "there are no repayments below the header")
        .expected("a row for each repayment")
        .action("fill the list in; if nothing was repaid, remove [repayments] from study.toml")
        .in_swedish(
            "det finns inga återbetalningar under rubriken",
            "en rad för varje återbetalning",
            "fyll i listan; om inget har återbetalats, ta bort [repayments] ur study.toml",
        )
}

/// A message for repayments of a thousandth or less of the requisition, at the first.
fn too_small(
    first: &Repayment,
    requisitioned: Kronor,
    (count, all): (usize, usize),
    form: &MoneyForm,
    place: Place,
) -> Diagnostic {
    let (name, area) = (&first.recipient.name, shown(&first.area));
    let (kronor, of) = (first.kronor.spaced(), requisitioned.spaced());
    let word = form.unit.checked_mul(1_000).map(MoneyForm::word_of).filter(|word| !word.is_empty());
    let (action, todo) = match word {
        Some(word) if count == all => (
            format!(
                "if the list is in another unit, set unit = \"{word}\" under [repayments]; else look the amounts up"
            ),
            format!(
                "om listan har en annan enhet, ange unit = \"{word}\" under [repayments]; kontrollera annars beloppen"
            ),
        ),
        _ => (
            "look the amounts up; write their unit beside them in a copy of the list, as 450 tkr".to_owned(),
            "kontrollera beloppen; skriv enheten efter dem i en kopia av listan, som 450 tkr".to_owned(),
        ),
    };
    Diagnostic::warning(
        place,
        format!("{name} repaid {kronor} kr of {of} kr for {area}, a thousandth or less ({count} of {all} in the list)"),
    )
    .expected(format!("repayments in the unit that the study declares: {}", form.word()))
    .action(action)
    .in_swedish(
        format!("{name} har återbetalat {kronor} kr av {of} kr för {area}, en tusendel eller mindre ({count} av {all} i listan)"),
        &format!("återbetalningar i den enhet som undersökningen anger: {}", form.word()),
        &todo,
    )
}

/// A message for a list in which everybody repaid everything.
fn everything(count: usize, place: Place) -> Diagnostic {
    Diagnostic::warning(
        place,
        format!("all {count} repayments are exactly what was requisitioned: nothing is left to divide"),
    )
    .expected("a column with what was repaid")
    .action("look whether \"amount\" under [repayments] names the right column, and \"file\" the right list")
    .in_swedish(
        format!("alla {count} återbetalningar är precis vad som har rekvirerats: inget återstår att fördela"),
        "en kolumn med vad som har återbetalats",
        "se efter om \"amount\" under [repayments] anger rätt kolumn, och \"file\" rätt lista",
    )
}

/// Warns of recipients whose repayments stand in the column `repaid` of a list and in `[repayments]`, too: both are taken.
fn report_taken_twice(paid: &[&Repayment], funds: &Funds, place: impl Fn(usize) -> Place, messages: &mut Diagnostics) {
    let mut sums: BTreeMap<_, (Kronor, &Repayment)> = BTreeMap::new();
    for repayment in paid {
        let sum = sums.entry(repayment.key()).or_insert((Kronor(0), repayment));
        sum.0 = sum.0 + repayment.kronor;
    }
    let listed = |key| funds.get(key).filter(|requisition| requisition.repaid > Kronor(0));
    let twice: Vec<_> = sums.iter().filter_map(|(key, (sum, first))| Some((listed(key)?, *sum, *first))).collect();
    let Some((requisition, sum, first)) = twice.first() else { return };
    let (name, area) = (&first.recipient.name, shown(&first.area));
    let (own, sum) = (requisition.repaid.spaced(), sum.spaced());
    let same = twice.iter().filter(|(requisition, sum, _)| requisition.repaid == *sum).count();
    let other = &requisition.place;
    let count =
        if twice.len() == 1 { "1 recipient has".to_owned() } else { format!("{} recipients have", twice.len()) };
    let number = twice.len();
    let list = Place { spot: crate::diagnostic::Spot::Whole, ..other.clone() };
    messages.push(
        Diagnostic::warning(
            place(first.row),
            format!(
                "{count} repayments here and in the column \"repaid\" of {list}, {same} of them of the same sum: {name} {sum} kr here and {own} kr there for {area}"
            ),
        )
        .expected("every repayment in one place")
        .action("both are taken from what was requisitioned; if they are the same payments, remove the key \"repaid\" or [repayments]")
        .in_swedish(
            format!(
                "{number} mottagare har återbetalningar här och i kolumnen \"repaid\" i {}, {same} av dem med samma summa: {name} {sum} kr här och {own} kr där för {area}",
                list.told(crate::wording::Language::Swedish)
            ),
            "varje återbetalning på ett ställe",
            "båda dras av från det rekvirerade; om det är samma betalningar, ta bort nyckeln \"repaid\" eller [repayments]",
        ),
    );
}
