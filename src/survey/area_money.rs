//! How the money of an area is declared: where to look when it is off.

use std::collections::BTreeMap;

use crate::diagnostic::Place;
use crate::study::{MoneyForm, Study};

/// How the requisitions and the reported funds of an area are declared.
#[derive(Clone, Debug)]
pub struct AreaMoney {
    /// The requisitions; `None` where they are the result of an allocation.
    pub requisitions: Option<MoneyForm>,
    /// Where the area is named there.
    pub area: Place,
    /// The reported funds.
    pub survey: MoneyForm,
    /// The files of requisitions and of the survey.
    pub file: (String, String),
}

/// Of every survey's area.
pub(super) fn area_money(study: &Study) -> BTreeMap<String, AreaMoney> {
    let sheets = study.requisitions.iter().flat_map(|r| r.areas.iter().map(move |(_, area)| (area, &r.money, &r.file)));
    let lists = study
        .requisition_lists
        .iter()
        .flat_map(|r| r.areas.iter().flat_map(|listed| &listed.areas).map(move |area| (area, &r.money, &r.file)));
    let named: Vec<_> = sheets.chain(lists).collect();
    let of = |survey: &crate::study::Survey| {
        let found = named.iter().find(|(area, ..)| area.value == survey.area);
        AreaMoney {
            requisitions: found.map(|(_, form, _)| (*form).clone()),
            area: found.map(|(area, ..)| area.place.clone()).unwrap_or_default(),
            survey: survey.fields.money.clone(),
            file: (found.map(|(.., file)| file.value.clone()).unwrap_or_default(), survey.file.value.clone()),
        }
    };
    study.surveys.iter().map(|survey| (survey.area.clone(), of(survey))).collect()
}
