//! Contact data inside respondents' texts: told, because texts are coded by people and may reach outputs.

use rayon::prelude::*;

use super::without_contacts;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::TextName;
use crate::survey::{Intervention, Survey};
use crate::wording::{Arg, joined};

/// How many texts are named.
const NAMED: usize = 5;

/// Tells which texts that reach outputs hold contact data: all, where the study says so.
pub(in crate::survey) fn report(survey: &Survey, texts_in_output: bool, messages: &mut Diagnostics) {
    if !texts_in_output {
        return;
    }
    let texts =
        survey.interventions.par_iter().flat_map_iter(|i| i.texts.iter().map(move |(field, text)| (i, field, text)));
    let found: Vec<_> =
        texts.filter(|(.., text)| matches!(without_contacts(text), std::borrow::Cow::Owned(_))).collect();
    let Some((first, ..)) = found.first() else { return };
    let of_one = |(i, field, _): &(&Intervention, TextName, &str)| {
        let field = Arg::written(|language| field.label(language).to_owned());
        msg!("field-of", field, intervention = shown(&i.id))
    };
    let texts = joined(found.iter().take(NAMED).map(of_one), ", ");
    let (count, more) = (found.len(), found.len().saturating_sub(NAMED));
    messages.push(Diagnostic::notice(first.place.clone(), msg!("texts-with-contacts", count, texts, more)));
}

/// Tells of answers that are masked, because they hold contact data: their cells, and how many there are.
pub(in crate::survey) fn report_answers(question: &str, masked: &[Place], messages: &mut Diagnostics) {
    let Some(first) = masked.first() else { return };
    let message = msg!("answers-with-contacts", question = shown(question), count = masked.len());
    messages.push(Diagnostic::warning(first.clone(), message));
}
