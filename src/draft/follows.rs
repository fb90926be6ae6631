//! Questions that only some are asked, by their answer to an earlier one.

use super::answers::meaning;
use super::label_list::Labels;
use super::question_draft::{Form, QuestionDraft};
use super::survey::SurveyDraft;
use super::table::Table;
use crate::msg;
use crate::read::mark;
use crate::read::marks::is_not_shown;

/// The nearest earlier question one of whose answers always stands where this one is answered, and seldom where it is not.
pub fn follows(
    table: &Table<'_>,
    question: &QuestionDraft,
    earlier: &[QuestionDraft],
    labels: &Labels,
) -> Option<(String, String)> {
    if question.per_intervention || question.pattern.contains("{n}") {
        return None;
    }
    let says = |row: usize, column: &usize| {
        let cell = table.cell(row, *column);
        !cell.is_blank()
            && !is_not_shown(&cell.text())
            && (question.form != Form::Ticked || mark(&cell.text()) == Some(true))
    };
    let answered: Vec<bool> =
        table.rows.iter().map(|row| question.columns.iter().any(|column| says(*row, column))).collect();
    let blank = answered.iter().filter(|a| !**a).count();
    let given = answered.len() - blank;
    if blank == 0 || given < 2 {
        return None;
    }
    earlier.iter().rev().filter(|q| !q.answers.is_empty() && !q.pattern.contains("{n}")).find_map(|condition| {
        condition.answers.iter().find_map(|answer| {
            let has = |row: usize| {
                condition.columns.iter().any(|column| {
                    let name = table.names.get(*column).map_or("", String::as_str);
                    let value = crate::read::tidy(table.cell(row, *column));
                    let meant = meaning(labels, name, &value).or_else(|| table.meaning(*column, &value));
                    let value = meant.unwrap_or(value);
                    value.to_lowercase() == answer.to_lowercase()
                })
            };
            let led: Vec<bool> = table.rows.iter().map(|row| has(*row)).collect();
            let leads = led.iter().filter(|l| **l).count();
            let only_then = answered.iter().zip(&led).all(|(answered, led)| !answered || *led);
            let nearly_always = given * 10 >= leads * 7;
            (only_then && nearly_always && leads < led.len()).then(|| (condition.id.clone(), answer.clone()))
        })
    })
}

/// A question that follows up an earlier one in another survey does so here, too, where it is asked in the same words and
/// the earlier one is there: where everybody gave the answer that leads to it, the cells do not tell.
pub fn share_follow_ups(surveys: &mut [SurveyDraft]) {
    let known: Vec<(String, String, String, String)> = surveys
        .iter()
        .flat_map(|s| s.questions.iter().map(move |q| (s, q)))
        .filter_map(|(s, q)| {
            let (earlier, answer) = q.asked_if.clone()?;
            Some((q.stem.to_lowercase(), earlier, answer, s.area.clone()))
        })
        .collect();
    for survey in surveys {
        for index in 1..survey.questions.len() {
            let (before, after) = survey.questions.split_at_mut(index);
            let Some(question) = after.first_mut().filter(|q| q.asked_if.is_none()) else { continue };
            let stem = question.stem.to_lowercase();
            let there = |id: &str, answer: &String| before.iter().any(|q| q.id == id && q.answers.contains(answer));
            let same = known.iter().find(|(words, id, answer, _)| *words == stem && there(id, answer));
            if let Some((_, id, answer, area)) = same {
                question.asked_if = Some((id.clone(), answer.clone()));
                question.doubt_also(msg!("unsure-follow-up-as-in", area));
            }
        }
    }
}
