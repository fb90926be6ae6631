//! One list of requisitioned funds over all areas: a row per recipient and area.

use super::check_recipient;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::money::Denomination;
use crate::msg;
use crate::register::Level;
use crate::study::decode::{Declared, Section};
use crate::study::money::{MoneyForm, decode_money};
use crate::study::reading::{Reading, decode_reading};
use crate::study::register::Levels;

/// A list of requisitioned funds: one row per recipient and area.
#[derive(Clone, Debug)]
pub struct RequisitionList {
    /// Where the declaration stands.
    pub place: Place,
    /// The file.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The recipients' level, where all are of one.
    pub level: Option<Level>,
    /// The column that says a row's level.
    pub level_column: Option<Declared<String>>,
    /// The column with the recipient's code.
    pub code: Option<Declared<String>>,
    /// The column with the recipient's name.
    pub name: Option<Declared<String>>,
    /// The column that says the area.
    pub area: Declared<String>,
    /// The column with the requisitioned amount.
    pub amount: Declared<String>,
    /// The column with the repaid amount.
    pub repaid: Option<Declared<String>>,
    /// The list's words for areas.
    pub areas: Vec<ListedArea>,
    /// The list's words for areas that are not evaluated here.
    pub other_areas: Vec<String>,
    /// Labels of rows that are totals, not recipients.
    pub totals: Vec<String>,
    /// What a bare number counts.
    pub money: MoneyForm,
}

/// What a list calls an area, and the area of the study; several where the level decides which is meant.
#[derive(Clone, Debug)]
pub struct ListedArea {
    /// As the list has it.
    pub word: String,
    /// The areas, one for a level.
    pub areas: Vec<Declared<String>>,
}

pub(super) fn decode_list(
    section: &Section<'_>,
    levels: &Levels,
    denomination: Denomination,
) -> Option<RequisitionList> {
    let file = section.required_text("file", msg!("key-requisitions-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let level = levels.named(section);
    let level_column = section.text("level_column");
    let code = section.text("code");
    let name = section.text("name");
    let area = section.required_text("area", msg!("key-row-area-column"));
    let amount = section.required_text("amount", msg!("key-requisitioned-column"));
    let repaid = section.text("repaid");
    let areas = decode_areas(section);
    let other_areas = section.texts("other_areas");
    let totals = section.texts("totals");
    let money = decode_money(section, denomination);
    check_recipient(section, &code, &name);
    section.require("areas", msg!("key-listed-areas"));
    if let (Some(_), Some(column)) = (level, &level_column) {
        section.report(Diagnostic::error(column.place.clone(), msg!("level-said-twice")));
    }
    if let (Some(amount), Some(repaid)) = (&amount, &repaid)
        && amount.value == repaid.value
    {
        let message = msg!("column-of-both-amounts", column = shown(&repaid.value));
        section.report(Diagnostic::error(repaid.place.clone(), message));
    }
    for listed in areas.iter().filter(|listed| other_areas.contains(&listed.word)) {
        let message = msg!("listed-area-twice", word = shown(&listed.word));
        section.report(Diagnostic::error(section.place(), message));
    }
    Some(RequisitionList {
        place: section.place(),
        file: file?,
        reading,
        sheet: sheet.map(|s| s.value),
        level,
        level_column,
        code,
        name,
        area: area?,
        amount: amount?,
        repaid,
        areas,
        other_areas,
        totals,
        money,
    })
}

/// A list's words for areas.
pub(super) fn decode_areas(section: &Section<'_>) -> Vec<ListedArea> {
    let areas = section.pairs_of_lists("areas");
    areas.into_iter().map(|(word, areas)| ListedArea { word, areas }).collect()
}

/// Reports areas of a word that are none of the study's.
pub(super) fn check_known(listed: &ListedArea, known: &[&str], messages: &mut Diagnostics) {
    for area in listed.areas.iter().filter(|area| !known.contains(&area.value.as_str())) {
        let suggestion = did_you_mean(&area.value, known.iter().copied());
        let (word, name) = (shown(&listed.word), shown(&area.value));
        let message = msg!("listed-area-unknown", word, area = name, suggestion);
        messages.push(Diagnostic::error(area.place.clone(), message));
    }
}

/// Checks that the areas of lists are areas of the study which nothing else gives requisitions to.
pub(super) fn check_areas<'s>(
    lists: &'s [RequisitionList],
    known: &[&str],
    given: &mut Vec<&'s str>,
    messages: &mut Diagnostics,
) {
    for list in lists {
        list.areas.iter().for_each(|listed| check_known(listed, known, messages));
        let own: Vec<&'s Declared<String>> = list.areas.iter().flat_map(|listed| &listed.areas).collect();
        for area in own.iter().filter(|area| known.contains(&area.value.as_str())) {
            if given.contains(&area.value.as_str()) {
                let message = msg!("area-of-two-requisition-lists", area = shown(&area.value));
                messages.push(Diagnostic::error(area.place.clone(), message));
            }
        }
        given.extend(own.iter().map(|area| area.value.as_str()));
    }
}
