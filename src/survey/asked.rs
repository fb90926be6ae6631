//! Whom a question was asked: those whose earlier answer leads to it, and of interventions those that count.

use super::answers::{Answers, Response};
use super::intervention::Intervention;
use super::likeness::is_other;
use super::questionnaire::Survey;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, look_alike, nearest, shown};
use crate::msg;
use crate::study::{self, AskedIf, Per, Question, QuestionForm};
use crate::wording::{any_of, first_of, joined};

/// Who was asked, in the order of the responses.
pub fn asked(survey: &Survey, question: &Question, answers: &Answers) -> Vec<bool> {
    let leads = |at: usize| question.asked_if.as_ref().is_none_or(|c| leads_to(survey, c, question.per, at));
    let counts = |at: usize| match question.per {
        Per::Intervention => survey.interventions.get(at).is_some_and(Intervention::included),
        Per::Respondent => true,
    };
    let shown = |at: usize| !answers.not_shown.contains(&at);
    (0..answers.responses.len()).map(|at| counts(at) && shown(at) && leads(at)).collect()
}

/// Whether the earlier answer of a respondent, or about an intervention, leads to a follow-up question. An answer to a question
/// that was not asked leads nowhere.
fn leads_to(survey: &Survey, condition: &AskedIf, per: Per, at: usize) -> bool {
    let Some(earlier) = survey.answers.iter().find(|a| a.question == condition.question.value) else { return false };
    let of_respondent = per == Per::Intervention && earlier.per == Per::Respondent;
    let at = if of_respondent { respondent_of(survey, at) } else { Some(at) };
    // The declarations let a question follow only on one before it, so that this ends.
    if !at.zip(earlier.asked_if.as_ref()).is_none_or(|(at, before)| leads_to(survey, before, earlier.per, at)) {
        return false;
    }
    let answer = |at: &u32| earlier.answers.get(*at as usize).is_some_and(|text| condition.names(text));
    let option = |at: &u32| earlier.options.get(*at as usize).is_some_and(|text| condition.names(text));
    match at.and_then(|at| earlier.responses.get(at)) {
        Some(Response::Items(items)) => items.iter().flatten().any(answer),
        Some(Response::Choice(given)) => given.iter().any(answer),
        Some(Response::Ticked(ticked)) => ticked.iter().any(option),
        Some(Response::Text(_)) | None => false,
    }
}

fn respondent_of(survey: &Survey, intervention: usize) -> Option<usize> {
    let id = &survey.interventions.get(intervention)?.respondent;
    survey.respondents.binary_search_by(|r| r.id.cmp(id)).ok()
}

/// Tells where a question was answered by some who were not asked it, and where nobody could answer or nobody did.
pub(super) fn report(declared: &study::Survey, survey: &Survey, messages: &mut Diagnostics) {
    for question in &declared.questions {
        let Some(answers) = survey.answers.iter().find(|a| a.question == question.id) else { continue };
        let asked = asked(survey, question, answers);
        let (file, sheet) = declared.table_of(question.per);
        let whole = Place { sheet: sheet.map(Into::into), ..Place::file(&file.value) };
        report_base(question, answers, &asked, &whole, messages);
        report_unused(question, answers, &whole, messages);
        if let Some(condition) = &question.asked_if {
            report_condition(declared, survey, condition, messages);
            report_strays(survey, question, condition, answers, messages);
        }
    }
}

/// An answer that leads to a follow-up and is no option of the earlier question, where the export says which there are: its
/// columns, or the parts of its cells. What a declaration says of them has been checked.
fn report_condition(declared: &study::Survey, survey: &Survey, condition: &AskedIf, messages: &mut Diagnostics) {
    let id = &condition.question.value;
    let Some(earlier) = survey.answers.iter().find(|a| a.question == *id) else { return };
    let form = declared.questions.iter().find(|q| q.id == *id).map(|q| &q.form);
    let by_columns = match form {
        Some(QuestionForm::Ticked { .. }) => true,
        Some(QuestionForm::Joined { options, .. }) if options.is_empty() => false,
        _ => return,
    };
    let known = || earlier.options.iter().map(String::as_str);
    for answer in condition.answers.iter().filter(|answer| !known().any(|option| option == answer.value)) {
        let (place, question, option) = (answer.place.clone(), shown(id), shown(&answer.value));
        let suggestion = did_you_mean(&answer.value, known());
        let is_near = look_alike(&answer.value, known()).is_some() || nearest(&answer.value, known()).is_some();
        // Options of cells are those that somebody chose; one that nobody chose may exist.
        messages.push(match by_columns || is_near {
            true => Diagnostic::error(place, msg!("condition-option-unknown", option, question, suggestion)),
            false => Diagnostic::warning(place, msg!("condition-option-unchosen", option, question, suggestion)),
        });
    }
}

/// Tells which declared options nobody chose: perhaps the questionnaire has other words.
fn report_unused(question: &Question, answers: &Answers, whole: &Place, messages: &mut Diagnostics) {
    let QuestionForm::Joined { options, .. } = &question.form else { return };
    let chosen = |at: usize| answers.responses.iter().any(|response| response.ticks(at));
    // "Other" is there for what nobody foresees.
    let foreseen = options.iter().enumerate().filter(|(_, option)| !is_other(option));
    let unused: Vec<String> = foreseen.filter(|(at, _)| !chosen(*at)).map(|(_, option)| shown(option)).collect();
    // That nobody answered at all has been told; an answer that could not be read may be one of these.
    if messages.has_errors() || unused.is_empty() || !answers.responses.iter().any(Response::says_something) {
        return;
    }
    let (question, options, declaration) = (shown(&question.id), joined(unused, ", "), &question.place);
    messages.push(Diagnostic::notice(whole.clone(), msg!("options-unchosen", question, options, declaration)));
}

/// An answer to a follow-up question by somebody who was not asked it is left out, so that no count exceeds its base.
fn report_strays(
    survey: &Survey,
    question: &Question,
    condition: &AskedIf,
    answers: &Answers,
    messages: &mut Diagnostics,
) {
    const NAMED: usize = 3;
    let counts = |at: &usize| {
        question.per == Per::Respondent || survey.interventions.get(*at).is_some_and(Intervention::included)
    };
    let said = answers.responses.iter().enumerate().filter(|(_, response)| response.says_something()).map(|(at, _)| at);
    let stray: Vec<usize> = said.filter(|at| counts(at) && !leads_to(survey, condition, question.per, *at)).collect();
    let who = |at: &usize| match question.per {
        Per::Respondent => survey.respondents.get(*at).map(|r| (&*r.id, &r.place)),
        Per::Intervention => survey.interventions.get(*at).map(|i| (&*i.id, &i.place)),
    };
    let who: Vec<_> = stray.iter().filter_map(who).collect();
    let Some((_, place)) = who.first() else { return };
    let place = (*place).clone();
    let count = who.len();
    let who = first_of(who.iter().map(|(id, _)| *id), NAMED, ", ");
    let (question, earlier) = (shown(&question.id), shown(&condition.question.value));
    let wanted = any_of(condition.answers.iter().map(|answer| shown(&answer.value)));
    messages.push(Diagnostic::notice(place, msg!("follow-up-stray", count, question, wanted, earlier, who)));
}

/// A figure of a question that nobody was asked, or that nobody answered, would show 0 of 0.
fn report_base(question: &Question, answers: &Answers, asked: &[bool], whole: &Place, messages: &mut Diagnostics) {
    let given = answers.responses.iter().zip(asked).filter(|(_, asked)| **asked).map(|(response, _)| response);
    let count = asked.iter().filter(|asked| **asked).count();
    let answered = given.filter(|response| response.says_something()).count();
    if answered > 0 {
        if question.asked_if.is_some() && answered < count {
            let (blank, question, declaration) = (count - answered, shown(&question.id), &question.place);
            let message = msg!("follow-up-left-blank", blank, asked = count, question, declaration);
            messages.push(Diagnostic::notice(whole.clone(), message));
        }
        return;
    }
    let (question, declaration) = (shown(&question.id), &question.place);
    messages.push(Diagnostic::warning(
        whole.clone(),
        msg!("question-nobody-answered", asked = count, question, declaration),
    ));
}
