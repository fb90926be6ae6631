//! The skeleton of `report.toml`: an item for everything that can be shown.

use super::Found;
use super::question::{Form, QuestionDraft};
use super::survey::SurveyDraft;
use super::write::quoted;
use crate::codebook::Domain;

/// The text of `report.toml`.
pub fn report(found: &Found) -> String {
    let mut text = String::from(
        "# A skeleton made by insats init: one item for everything that can be shown. Remove what the report does not need,\n\
         # put the items in its order, and word titles and notes. docs/reference/report.md explains the kinds and keys.\n\n",
    );
    text += &format!("source = {}\n", quoted(&format!("Källa: Enkät {}.", found.year.value)));
    let coded: Vec<Domain> = found.codings.iter().flat_map(|c| c.domains.iter().map(|(domain, _)| *domain)).collect();
    let mut number = 0;
    for survey in &found.surveys {
        text += &format!("\n# {}\n", crate::diagnostic::printable(survey.title.as_deref().unwrap_or(&survey.area)));
        for (domains, title) in [
            (
                [Domain::Activity, Domain::Output],
                "Antal insatser och använda medel, efter aktiviteter och prestationer",
            ),
            ([Domain::Goal, Domain::Effect], "Antal insatser och använda medel, efter mål och effekter"),
        ] {
            let shown: Vec<String> = domains.iter().filter(|d| coded.contains(d)).map(|d| quoted(d.word())).collect();
            if !shown.is_empty() {
                let keys = format!("domains = [{}]\n", shown.join(", "));
                text += &item(
                    &mut number,
                    survey,
                    "bubble",
                    &keys,
                    title,
                    "Totalt har {interventions} insatser redovisats.",
                );
            }
        }
        for question in &survey.questions {
            text += &of_question(&mut number, survey, question);
        }
    }
    text
}

fn of_question(number: &mut usize, survey: &SurveyDraft, question: &QuestionDraft) -> String {
    let mut keys = format!("question = {}\n", quoted(&question.id));
    let yes = question.counted.first();
    let kind = match (&question.form, yes) {
        (Form::Items, None) => "likert",
        (Form::Items, Some(answer)) => {
            keys += &format!("answer = {}\n", quoted(answer));
            "bars"
        }
        _ => "bars",
    };
    let title = question.stem.trim_end_matches(['?', '.', ':']);
    let per_respondent = !question.per_intervention && !question.pattern.contains("{n}");
    let note = if per_respondent { "{answered}" } else { "Totalt har {interventions} insatser redovisats." };
    item(number, survey, kind, &keys, title, note)
}

fn item(number: &mut usize, survey: &SurveyDraft, kind: &str, keys: &str, title: &str, note: &str) -> String {
    *number += 1;
    // Braces of a column's name are no placeholders of a text.
    let title: String = title.chars().filter(|c| !matches!(c, '{' | '}')).collect();
    format!(
        "\n[[item]]\nid = \"figur-{number:02}\"\nkind = {}\narea = {}\n{keys}title = {}\nnote = {}\n",
        quoted(kind),
        quoted(&survey.area),
        quoted(&title),
        quoted(note)
    )
}
