//! The skeleton of `report.toml`: an item for everything that can be shown.

use std::collections::BTreeMap;

use super::Found;
use super::mark::comment;
use super::question_draft::{Form, QuestionDraft};
use super::survey::SurveyDraft;
use super::write::{STUDY_LANGUAGE, quoted};
use crate::codebook::Domain;
use crate::diagnostic::printable;
use crate::msg;
use crate::wording::{Message, all_of};

/// An item before it is written.
struct Drafted {
    kind: &'static str,
    keys: String,
    title: String,
    note: Message,
}

/// The text of `report.toml`.
pub fn report(found: &Found) -> String {
    let mut text = comment(&msg!("drafted-skeleton-head").text(found.language)) + "\n";
    let source = msg!("drafted-source", year = found.year.value.to_string()).text(STUDY_LANGUAGE);
    text += &format!("source = {}\n", quoted(&source));
    let coded: Vec<Domain> = found.codings.iter().flat_map(|c| c.domains.iter().map(|(domain, _)| *domain)).collect();
    let all: Vec<(&SurveyDraft, Vec<Drafted>)> = found.surveys.iter().map(|s| (s, items(s, found, &coded))).collect();
    let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
    for item in all.iter().flat_map(|(_, items)| items) {
        *titles.entry(&item.title).or_default() += 1;
    }
    let mut number = 0;
    for (survey, items) in &all {
        let of_survey = survey.title.as_deref().unwrap_or(&survey.area);
        text += &format!("\n# {}\n", printable(of_survey));
        for item in items {
            number += 1;
            // Two items of one title would be one to readers.
            let alone = titles.get(item.title.as_str()).is_none_or(|count| *count < 2);
            let (title, area) = (item.title.as_str(), of_survey);
            let named = || bare(&msg!("drafted-title-of-area", title, area).text(STUDY_LANGUAGE));
            let title = if alone { item.title.clone() } else { named() };
            text += &written(number, survey, item, &title);
        }
    }
    text
}

/// What can be shown of a survey: its codes, two domains in a figure, and its questions.
fn items(survey: &SurveyDraft, found: &Found, coded: &[Domain]) -> Vec<Drafted> {
    // A bubble lies at its funds.
    let figures = if found.has_money { found.programme.figures() } else { Vec::new() };
    let of_codes = figures.into_iter().filter_map(|domains| {
        let shown: Vec<Domain> = domains.into_iter().filter(|domain| coded.contains(domain)).collect();
        let words: Vec<String> = shown.iter().map(|domain| quoted(domain.word())).collect();
        (!shown.is_empty()).then(|| Drafted {
            kind: "bubble",
            keys: format!("domains = [{}]\n", words.join(", ")),
            title: msg!("drafted-title-of-codes", domains = all_of(shown.into_iter().map(in_running_text)))
                .text(STUDY_LANGUAGE),
            note: msg!("drafted-note-interventions"),
        })
    });
    of_codes.chain(survey.questions.iter().map(of_question)).collect()
}

/// What the codes of a domain are called, in running text.
fn in_running_text(domain: Domain) -> String {
    let mut letters = domain.plural(STUDY_LANGUAGE).chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

fn of_question(question: &QuestionDraft) -> Drafted {
    let mut keys = format!("question = {}\n", quoted(&question.id));
    let kind = match (&question.form, question.counted.first()) {
        (Form::Items, None) => "likert",
        (Form::Items, Some(answer)) => {
            keys += &format!("answer = {}\n", quoted(answer));
            "bars"
        }
        _ => "bars",
    };
    let title = question.stem.trim_end_matches(['?', '.', ':']);
    let per_respondent = !question.per_intervention && !question.pattern.contains("{n}");
    let note = if per_respondent { msg!("drafted-note-answered") } else { msg!("drafted-note-interventions") };
    Drafted { kind, keys, title: bare(title), note }
}

/// A text without braces: those of a column's name are no placeholders.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '{' | '}')).collect()
}

fn written(number: usize, survey: &SurveyDraft, item: &Drafted, title: &str) -> String {
    let Drafted { kind, keys, note, .. } = item;
    let (area, note) = (quoted(&survey.area), quoted(&note.text(STUDY_LANGUAGE)));
    format!(
        "\n[[item]]\nid = \"figur-{number:02}\"\nkind = \"{kind}\"\narea = {area}\n{keys}title = {}\nnote = {note}\n",
        quoted(title)
    )
}
