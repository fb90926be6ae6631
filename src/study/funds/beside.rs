//! What stands beside requisitions and repayments: what recipients were allocated, and what further sources say they repaid.
//! Nothing is weighted by it; it is what the funds are reconciled with.

use super::list::{check_known, decode_list};
use super::{Repayments, RequisitionList, Requisitions, decode_repayments, decode_requisitions};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::money::Denomination;
use crate::msg;
use crate::study::decode::{Declared, Section};
use crate::study::reading::Reading;
use crate::study::register::Levels;

/// Funds by other sources than those that decide what counts.
#[derive(Clone, Debug, Default)]
pub struct FundsBeside {
    /// Sheets of allocated funds, with a column per area.
    pub allocated: Vec<Requisitions>,
    /// Lists of allocated funds, with a row per recipient and area.
    pub allocated_lists: Vec<RequisitionList>,
    /// Lists of repayments by other sources.
    pub repaid: Vec<Repayments>,
}

/// Reads every `[[allocated]]` and `[[other_repayments]]`.
pub(in crate::study) fn decode_beside(top: &Section<'_>, levels: &Levels, denomination: Denomination) -> FundsBeside {
    let mut beside = FundsBeside::default();
    top.sections("allocated", |section| {
        if section.has("area") || section.has("amount") {
            beside.allocated_lists.extend(decode_list(section, levels, denomination));
        } else {
            beside.allocated.extend(decode_requisitions(section, levels, denomination));
        }
        Some(())
    });
    beside.repaid = top.sections("other_repayments", |section| decode_repayments(section, denomination));
    beside
}

impl FundsBeside {
    /// The files, each with its sheet and how it is read.
    pub fn files(&self) -> impl Iterator<Item = (&Declared<String>, Option<&str>, &Reading)> {
        let sheets = self.allocated.iter().map(|own| (&own.file, own.sheet.as_deref(), &own.reading));
        let lists = self.allocated_lists.iter().map(|own| (&own.file, own.sheet.as_deref(), &own.reading));
        let repaid = self.repaid.iter().map(|own| (&own.file, own.sheet.as_deref(), &own.reading));
        sheets.chain(lists).chain(repaid)
    }

    /// Where an area's allocated funds are declared; `None` where they are not.
    pub fn place_of_allocated(&self, area: &str) -> Option<&Place> {
        let of_sheets = self.allocated.iter().flat_map(|own| &own.areas).map(|(_, area)| area);
        let of_lists = self.allocated_lists.iter().flat_map(|own| &own.areas).flat_map(|listed| &listed.areas);
        of_sheets.chain(of_lists).find(|own| own.value == area).map(|own| &own.place)
    }

    /// Checks that the areas which they name are areas of the study.
    pub(super) fn check(&self, known: &[&str], messages: &mut Diagnostics) {
        for (column, area) in self.allocated.iter().flat_map(|own| &own.areas) {
            if !known.contains(&area.value.as_str()) {
                let suggestion = did_you_mean(&area.value, known.iter().copied());
                let (column, name) = (shown(column), shown(&area.value));
                let message = msg!("requisition-column-of-no-area", column, area = name, suggestion);
                messages.push(Diagnostic::error(area.place.clone(), message));
            }
        }
        let of_lists = self.allocated_lists.iter().flat_map(|own| &own.areas);
        let repaid = self.repaid.iter().flat_map(|own| &own.areas);
        of_lists.chain(repaid).for_each(|listed| check_known(listed, known, messages));
    }
}
