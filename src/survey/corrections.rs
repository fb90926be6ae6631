//! Corrections: what respondents have confirmed, kept beside the exports, which are never edited.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::ids::{Absent, Ids};
use super::joined;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::mask::without_contacts;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::looks::shared_amount;
use crate::read::{Cell, Files, plain, tidy};
use crate::study::{self, Field, MoneyForm, Study};

/// One correction.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The intervention.
    pub intervention: String,
    /// The field.
    pub field: Field,
    /// The value as exported.
    pub old: String,
    /// The value that stands for it; read as if it stood in the cell.
    pub new: String,
    /// Why.
    pub reason: String,
    /// Where it is declared.
    pub place: Place,
    new_place: Place,
}

/// All corrections of a study, by intervention and field.
#[derive(Debug, Default)]
pub struct Corrections {
    by_target: BTreeMap<(String, Field), Correction>,
}

impl Corrections {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_target.is_empty()
    }
}

/// What became of the corrections whose intervention and field a survey has.
pub(super) type Met = BTreeMap<(String, Field), Meeting>;

/// A correction's intervention and field were met.
#[derive(Clone, Debug)]
pub(super) enum Meeting {
    /// And so was the old value.
    Applied,
    /// And so was the old value; the new one is the same.
    ChangesNothing,
    /// But the value is another.
    Differs(String),
}

impl Correction {
    /// Whether the new value is read as the old one is.
    fn changes_nothing(&self, form: &MoneyForm) -> bool {
        plain(&self.old) == plain(&self.new) || self.is_same_amount(&Cell::Text(self.new.clone()), form)
    }

    /// Whether a cell of the funds holds the same amount as the old value, in whatever form: `1 250 €` is `1250`. The sign before
    /// decimals is the column's, or the one that the list is written with.
    fn is_same_amount(&self, cell: &Cell, form: &MoneyForm) -> bool {
        if self.field != Field::Funds {
            return false;
        }
        let old = Cell::Text(self.old.clone());
        let read = |cell: &Cell, form: &MoneyForm| amount_as(cell, form).ok().flatten();
        let exported = read(cell, form);
        let any_sign = MoneyForm { decimal: None, ..form.clone() };
        exported.is_some() && [form, &any_sign].into_iter().any(|form| read(&old, form) == exported)
    }

    /// A warning where an amount takes the place of a text: it was probably meant for the funds. A text in the place of an
    /// amount cannot be read, which is told there.
    fn number_for_text(&self, name: &str, declared: &study::Corrections, form: &MoneyForm) -> Option<Diagnostic> {
        let is_amount = |text: &str| matches!(amount_as(&Cell::Text(text.to_owned()), form), Ok(Some(_)));
        if self.field == Field::Funds || !is_amount(&self.new) || is_amount(&self.old) {
            return None;
        }
        let funds = declared.fields.iter().find(|(_, field)| *field == Field::Funds);
        let funds = shown(funds.map_or(Field::Funds.word(), |(word, _)| word));
        let (intervention, new, name, field) =
            (shown(&self.intervention), shown(&self.new), shown(name), self.field.word());
        let message = msg!("correction-of-text-is-number", intervention, new, name, field, funds);
        Some(Diagnostic::warning(self.new_place.clone(), message))
    }
}

impl Corrections {
    /// Reads the declared list; none where the study has none.
    pub fn read(study: &Study, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut all = Self::default();
        let Some(declared) = &study.corrections else { return all };
        let form = MoneyForm { denomination: study.denomination, ..MoneyForm::of(1) };
        let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return all };
        let grid = &*grid;
        let wanted = [&declared.intervention, &declared.field, &declared.old, &declared.new, &declared.reason];
        let Some(columns) = Columns::simple(grid, &wanted, messages) else { return all };
        let found = wanted.map(|name| columns.column(name, messages));
        let id_rest = joined::rest(&columns, &declared.intervention_rest, messages);
        let [Some(intervention), Some(field), Some(old), Some(new), Some(reason)] = found else { return all };
        let Some(id_rest) = id_rest else { return all };
        columns.tell(&[], messages);
        if columns.rows().next().is_none() {
            messages.push(Diagnostic::warning(grid.whole(), msg!("corrections-missing")));
        }
        for row in columns.rows() {
            let name = tidy(grid.cell(row, field));
            let Some(target) = field_named(declared, &name) else {
                let known = declared.fields.iter().map(|(n, _)| n.as_str());
                let message =
                    msg!("field-not-correctable", field = shown(&name), suggestion = did_you_mean(&name, known));
                messages.push(Diagnostic::error(grid.place(row, field), message));
                continue;
            };
            let correction = Correction {
                intervention: joined::read(&columns, row, intervention, &id_rest, messages),
                field: target,
                old: tidy(grid.cell(row, old)),
                new: grid.cell(row, new).text(),
                // It reaches the manifest.
                reason: without_contacts(&tidy(grid.cell(row, reason))).into_owned(),
                place: grid.place(row, intervention),
                new_place: grid.place(row, new),
            };
            if target == Field::Funds {
                messages.extend(shared_amount(grid, row, new).map(Diagnostics::from).unwrap_or_default());
            }
            if correction.reason.is_empty() {
                let message = msg!("correction-without-reason", intervention = shown(&correction.intervention));
                messages.push(Diagnostic::error(grid.place(row, reason), message));
            }
            messages.push_all(correction.number_for_text(&name, declared, &form).as_ref());
            all.add(correction, &name, messages);
        }
        all
    }

    fn add(&mut self, correction: Correction, field_name: &str, messages: &mut Diagnostics) {
        let key = (correction.intervention.clone(), correction.field);
        if let Some(earlier) = self.by_target.get(&key) {
            let (intervention, other) = (&correction.intervention, &earlier.place);
            let message = msg!("correction-twice", field = field_name, intervention, other);
            messages.push(Diagnostic::error(correction.place.clone(), message));
        }
        self.by_target.insert(key, correction);
    }

    /// The cell as corrected, and the place of the correction: where intervention, field and old value match; `form` is how
    /// the column of funds is meant.
    pub(super) fn apply(
        &self,
        (intervention, field): (&str, Field),
        cell: &Cell,
        form: &MoneyForm,
        met: &mut Met,
    ) -> Option<(Cell, Place)> {
        let key = (intervention.to_owned(), field);
        let correction = self.by_target.get(&key)?;
        let value = plain(&cell.text());
        // A correction may quote the number that is stored, or what the cell shows.
        let stored = matches!(cell, Cell::Shown(shown) if shown.number.to_string() == correction.old);
        if correction.old != value && !stored && !correction.is_same_amount(cell, form) {
            met.insert(key, Meeting::Differs(value));
            return None;
        }
        met.insert(key, if correction.changes_nothing(form) { Meeting::ChangesNothing } else { Meeting::Applied });
        let new = if correction.new.trim().is_empty() { Cell::Blank } else { Cell::Text(correction.new.clone()) };
        Some((new, correction.new_place.clone()))
    }

    /// Whether any correction is of an intervention.
    pub(super) fn concern(&self, intervention: &str) -> bool {
        self.by_target.keys().any(|(id, _)| id == intervention)
    }

    /// Reports every correction that matched nothing, or changes nothing.
    pub(super) fn report_unmatched(&self, met: &Met, ids: &Ids<'_>, messages: &mut Diagnostics) {
        for (key, correction) in &self.by_target {
            match met.get(key) {
                Some(Meeting::Applied) => {}
                Some(Meeting::ChangesNothing) => messages.push(nothing_changed(correction)),
                Some(Meeting::Differs(value)) => {
                    let message = msg!(
                        "correction-of-other-value",
                        field = correction.field.word(),
                        intervention = shown(&correction.intervention),
                        value = shown(value),
                        old = shown(&correction.old)
                    );
                    messages.push(Diagnostic::error(correction.place.clone(), message));
                }
                None => messages.push(of_nothing(correction, ids)),
            }
        }
    }

    /// All corrections, by intervention and field.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        self.by_target.values()
    }
}

/// A message for a correction to the same value.
fn nothing_changed(correction: &Correction) -> Diagnostic {
    let (intervention, old) = (shown(&correction.intervention), shown(&correction.old));
    let message = msg!("correction-changes-nothing", intervention, field = correction.field.word(), old);
    Diagnostic::warning(correction.new_place.clone(), message)
}

/// The message for a correction whose intervention or field was not met.
fn of_nothing(correction: &Correction, ids: &Ids<'_>) -> Diagnostic {
    let (id, field, place) = (&correction.intervention, correction.field.word(), correction.place.clone());
    let intervention = shown(id);
    if ids.find(id).is_some() {
        return Diagnostic::error(place, msg!("correction-without-column", intervention, field));
    }
    match ids.absent(id) {
        Absent::SetAside { respondent, reason } => {
            let message = msg!("correction-set-aside", intervention, respondent = shown(respondent), reason);
            Diagnostic::notice(place, message)
        }
        Absent::Unread => Diagnostic::notice(place, msg!("correction-of-unread", intervention, field)).follows(),
        Absent::Alike(_) => {
            Diagnostic::error(place, msg!("correction-of-near-id", intervention, field, suggestion = ids.near(id)))
        }
        Absent::NoBlock { .. } | Absent::Unknown => {
            Diagnostic::error(place, msg!("correction-of-nothing", intervention, field))
        }
    }
}

fn field_named(declared: &study::Corrections, name: &str) -> Option<Field> {
    let own = declared.fields.iter().find(|(n, _)| plain(n).to_lowercase() == name.to_lowercase());
    own.map(|(_, field)| *field).or_else(|| declared.texts.field(name))
}
