//! Who was asked open questions, with the answers: a respondent each, in the order of the surveys.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::Response;
use super::asked::asked;
use super::questionnaire::Survey;
use super::respondent::Respondent;
use super::unit::{Texts, Unit};
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::{Study, TextName};

/// The respondents of surveys with open questions, answered or not.
pub(super) fn read(study: &Study, surveys: &[Survey], messages: &mut Diagnostics) -> Vec<Unit> {
    let names = study.texts_of(UnitKind::Respondent);
    let mut units = Vec::new();
    for survey in surveys {
        let Some(declared) = study.surveys.iter().find(|declared| declared.area == survey.area) else { continue };
        let mut given: Vec<(TextName, Vec<&str>)> = Vec::new();
        for question in declared.open() {
            let Some(answers) = survey.answers.iter().find(|answers| answers.question == question.id) else { continue };
            let Some(name) = names.iter().find(|name| name.word() == question.id) else { continue };
            let asked = asked(survey, question, answers);
            let texts = answers.responses.iter().zip(asked).map(|(response, asked)| match response {
                Response::Text(text) if asked && !study.complete.placeholders.has(text) => &**text,
                _ => "",
            });
            given.push((name, texts.collect()));
        }
        if given.is_empty() {
            continue;
        }
        let area: Arc<str> = survey.area.as_str().into();
        for (at, respondent) in survey.respondents.iter().enumerate() {
            let own = given.iter().filter_map(|(name, texts)| Some((*name, (*texts.get(at)?).to_owned())));
            units.push(unit(&area, respondent, Texts::new(names.shared(), &own.collect::<BTreeMap<_, _>>())));
        }
    }
    report_doubles(surveys, &units, messages);
    units
}

fn unit(area: &Arc<str>, respondent: &Respondent, texts: Texts) -> Unit {
    Unit {
        kind: UnitKind::Respondent,
        id: format!("{area}:{}", respondent.id).into(),
        area: Arc::clone(area),
        respondent: Arc::clone(&respondent.id),
        recipient: respondent.recipient.clone(),
        texts,
        funds: None,
        place: respondent.place.clone(),
    }
}

/// Codes name what they are given to by its id alone.
fn report_doubles(surveys: &[Survey], units: &[Unit], messages: &mut Diagnostics) {
    for intervention in surveys.iter().flat_map(|survey| &survey.interventions) {
        if intervention.id.contains(':') && units.iter().any(|unit| unit.id == intervention.id) {
            let message = msg!("intervention-named-as-answerer", intervention = shown(&intervention.id));
            messages.push(Diagnostic::error(intervention.place.clone(), message));
        }
    }
}
