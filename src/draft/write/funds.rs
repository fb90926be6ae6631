//! What `study.toml` says of requisitioned and repaid funds.

use std::collections::BTreeSet;

use super::{Writer, list_of, quoted};
use crate::diagnostic::shown;
use crate::draft::Found;
use crate::draft::area::Assignment;
use crate::draft::beside::{RepaymentsDraft, RequisitionsDraft};
use crate::draft::list::ListDraft;
use crate::msg;
use crate::wording::joined;

impl Writer {
    pub(super) fn requisitions(&mut self, found: &Found, index: usize, sheet: &RequisitionsDraft) {
        let assigned: Vec<_> = found.assignments.iter().filter(|a| a.sheet == index).collect();
        let none = assigned.is_empty();
        if none {
            self.unsure(|| sheet.file.as_str(), Some(&msg!("unsure-no-survey-for-sheet")));
            self.line("");
            return;
        }
        let file = sheet.file.as_str();
        self.line("[[requisitions]]");
        self.file(&sheet.file, sheet.sheet.as_deref());
        if let Some(list) = &sheet.list {
            self.requisition_list(sheet, list, &assigned);
            return;
        }
        let repaid =
            sheet.as_repayments.as_ref().map(|list| msg!("unsure-may-be-repaid", column = shown(&list.columns[1])));
        self.unsure(|| msg!("remark-funds", file), repaid.as_ref());
        if !sheet.repaid.is_empty() {
            let columns = joined(sheet.repaid.iter().map(|name| shown(name)), ", ");
            self.unsure(|| msg!("remark-repaid", file), Some(&msg!("unsure-repaid-without-area", columns)));
        }
        self.unsure(|| msg!("remark-level", of = file), sheet.level.doubt.as_ref());
        self.text_key("level", sheet.level.value.word());
        self.optional("code", sheet.code.as_deref());
        self.optional("name", sheet.name.as_deref());
        self.unit(sheet, &assigned);
        if !sheet.totals.is_empty() {
            self.key("totals", &list_of(&sheet.totals));
        }
        self.line("\n[requisitions.areas]");
        for assignment in assigned {
            self.unsure(|| msg!("remark-area", column = quoted(&assignment.column)), assignment.doubt.as_ref());
            self.text_key(&quoted(&assignment.column), &assignment.area);
        }
        for (column, _) in &sheet.amounts {
            if !found.assignments.iter().any(|a| a.sheet == index && a.column == *column) {
                self.comment(&msg!("drafted-column-without-survey", column = quoted(column)));
            }
        }
        self.line("");
    }

    /// What bare numbers count, where that is not kronor; one unit counts for all columns.
    fn unit(&mut self, sheet: &RequisitionsDraft, assigned: &[&Assignment]) {
        let units: BTreeSet<&str> = assigned.iter().filter_map(|a| sheet.units.get(a.index).copied()).collect();
        if units.len() > 1 {
            let doubt = msg!("unsure-units", units = joined(units.iter().copied(), ", "));
            self.unsure(|| msg!("remark-unit", file = sheet.file.as_str()), Some(&doubt));
        }
        if let Some(unit) = units.into_iter().find(|unit| *unit != "kr") {
            self.unit_key(unit);
        }
    }

    /// A list over all areas; words that no survey goes with are left out, which has to be looked at.
    fn requisition_list(&mut self, sheet: &RequisitionsDraft, list: &ListDraft, assigned: &[&Assignment]) {
        let one_level = list.levels.iter().all(|level| *level == sheet.level.value);
        if one_level {
            self.text_key("level", sheet.level.value.word());
        } else {
            self.optional("level_column", list.level.as_deref());
        }
        self.optional("code", sheet.code.as_deref());
        self.optional("name", sheet.name.as_deref());
        self.text_key("area", &list.area);
        self.unsure(|| msg!("remark-amount", file = sheet.file.as_str()), list.doubt.as_ref());
        self.text_key("amount", &list.amount);
        self.optional("repaid", list.repaid.as_deref());
        self.unit(sheet, assigned);
        if !sheet.totals.is_empty() {
            self.key("totals", &list_of(&sheet.totals));
        }
        let words: BTreeSet<&str> = sheet.amounts.iter().map(|(word, _)| word.as_str()).collect();
        let areas_of = |word: &str| areas_of(assigned.iter().copied(), word);
        let others: Vec<String> =
            words.iter().filter(|word| areas_of(word).is_empty()).map(|word| (*word).to_owned()).collect();
        if !others.is_empty() {
            let what = || msg!("remark-areas", file = sheet.file.as_str());
            self.unsure(what, Some(&msg!("unsure-words-without-survey")));
            self.key("other_areas", &list_of(&others));
        }
        self.line("\n[requisitions.areas]");
        for word in words {
            let areas = areas_of(word);
            for assignment in assigned.iter().filter(|a| a.column == word) {
                self.unsure(|| msg!("remark-area", column = quoted(word)), assignment.doubt.as_ref());
            }
            match areas.as_slice() {
                [] => {}
                [one] => self.text_key(&quoted(word), one),
                several => self.key(&quoted(word), &list_of(several)),
            }
        }
        self.line("");
    }

    pub(super) fn repayments(&mut self, found: &Found, repayments: &RepaymentsDraft) {
        self.unsure(|| msg!("remark-columns", of = repayments.file.as_str()), repayments.doubt.as_ref());
        self.line("[repayments]");
        self.file(&repayments.file, repayments.sheet.as_deref());
        for (key, column) in ["recipient", "area", "amount"].iter().zip(&repayments.columns) {
            self.text_key(key, column);
        }
        let entry = |word: &String| match areas_of(found.assignments.iter(), word).as_slice() {
            [] => None,
            [one] if one == word => None,
            [one] => Some(format!("{} = {}", quoted(word), quoted(one))),
            several => Some(format!("{} = {}", quoted(word), list_of(several))),
        };
        let areas: Vec<String> = repayments.words.iter().filter_map(entry).collect();
        if !areas.is_empty() {
            self.key("areas", &format!("{{ {} }}", areas.join(", ")));
        }
        self.unit_key(repayments.unit);
        self.line("");
    }
}

/// The areas to which a list's word was assigned, each once.
fn areas_of<'a>(assignments: impl Iterator<Item = &'a Assignment>, word: &str) -> Vec<String> {
    let mut areas: Vec<String> = Vec::new();
    for assignment in assignments.filter(|assignment| assignment.column == word) {
        if !areas.contains(&assignment.area) {
            areas.push(assignment.area.clone());
        }
    }
    areas
}
