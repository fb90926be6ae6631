//! Contact data inside respondents' texts: told, because texts are coded by people and may reach outputs.

use super::without_contacts;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::study::Field;
use crate::survey::Survey;

/// How many texts are named.
const NAMED: usize = 5;

/// Tells which texts that reach outputs hold contact data: titles always do, the others where the study says so.
pub(in crate::survey) fn report(survey: &Survey, texts_in_output: bool, messages: &mut Diagnostics) {
    let reaches = |field: &Field| *field == Field::Title || texts_in_output;
    let texts = survey.interventions.iter().flat_map(|i| i.texts.iter().map(move |(field, text)| (i, field, text)));
    let found: Vec<_> = texts
        .filter(|(_, field, text)| reaches(field) && matches!(without_contacts(text), std::borrow::Cow::Owned(_)))
        .collect();
    let Some((first, ..)) = found.first() else { return };
    let named = |of: &str| {
        let list: Vec<String> =
            found.iter().take(NAMED).map(|(i, field, _)| format!("{} {of} {}", field.word(), shown(&i.id))).collect();
        let more = found.len().saturating_sub(NAMED);
        list.join(", ") + &if more > 0 { format!(" + {more}") } else { String::new() }
    };
    let english = format!(
        "{} texts seem to hold an e-mail address, a telephone number or a personal identity number: {}",
        found.len(),
        named("of")
    );
    let swedish = format!(
        "{} texter tycks innehålla en e-postadress, ett telefonnummer eller ett personnummer: {}",
        found.len(),
        named("för")
    );
    messages.push(
        Diagnostic::notice(first.place.clone(), english)
            .expected("texts without personal data")
            .action(
                "outputs have […] in their place; take them out in a copy of the export if coders should not read them",
            )
            .in_swedish(
                swedish,
                "texter utan personuppgifter",
                "i utdata står […] i stället; ta bort dem i en kopia av exporten om kodarna inte ska läsa dem",
            ),
    );
}
