//! Whom a question was asked: those whose earlier answer leads to it, and of interventions those that count.

use super::answers::{Answers, Response};
use super::intervention::Intervention;
use super::likeness::is_other;
use super::questionnaire::Survey;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean_in_english, shown};
use crate::study::{self, AskedIf, Per, Question, QuestionForm};

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

/// Whether the earlier answer of a respondent, or about an intervention, leads to a follow-up question.
fn leads_to(survey: &Survey, condition: &AskedIf, per: Per, at: usize) -> bool {
    let Some(earlier) = survey.answers.iter().find(|a| a.question == condition.question.value) else { return false };
    let of_respondent = per == Per::Intervention && earlier.per == Per::Respondent;
    let at = if of_respondent { respondent_of(survey, at) } else { Some(at) };
    let answer = |at: &usize| earlier.answers.get(*at).is_some_and(|text| condition.names(text));
    let option = |at: &usize| earlier.options.get(*at).is_some_and(|text| condition.names(text));
    match at.and_then(|at| earlier.responses.get(at)) {
        Some(Response::Items(items)) => items.iter().flatten().any(answer),
        Some(Response::Choice(given)) => given.iter().any(answer),
        Some(Response::Ticked(ticked)) => ticked.iter().any(option),
        None => false,
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
        let whole = Place { sheet: declared.sheet.as_deref().map(Into::into), ..Place::file(&declared.file.value) };
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
        let (place, id, text) = (answer.place.clone(), shown(id), shown(&answer.value));
        let nearest = did_you_mean_in_english(&answer.value, known());
        // Options of cells are those that somebody chose; one that nobody chose may exist.
        messages.push(match by_columns || nearest.starts_with("did you mean") {
            true => Diagnostic::error(place, format!("{text} is no option of the question {id}"))
                .expected("options of the earlier question that lead to this one")
                .action(nearest),
            false => Diagnostic::warning(place, format!("nobody chose {text} in the question {id}"))
                .expected("options of the earlier question that lead to this one")
                .action(format!("look whether the option is spelt so; {nearest}"))
                .in_swedish(
                    format!("ingen har valt {text} i frågan {id}"),
                    "alternativ i den tidigare frågan som leder till denna",
                    "se efter om alternativet stavas så",
                ),
        });
    }
}

/// Tells which declared options nobody chose: perhaps the questionnaire has other words.
fn report_unused(question: &Question, answers: &Answers, whole: &Place, messages: &mut Diagnostics) {
    let QuestionForm::Joined { options, .. } = &question.form else { return };
    let chosen = |at: usize| {
        answers.responses.iter().any(|response| matches!(response, Response::Ticked(ticked) if ticked.contains(&at)))
    };
    // "Other" is there for what nobody foresees.
    let foreseen = options.iter().enumerate().filter(|(_, option)| !is_other(option));
    let unused: Vec<String> = foreseen.filter(|(at, _)| !chosen(*at)).map(|(_, option)| shown(option)).collect();
    // That nobody answered at all has been told; an answer that could not be read may be one of these.
    if messages.has_errors() || unused.is_empty() || !answers.responses.iter().any(Response::says_something) {
        return;
    }
    let (id, listed) = (shown(&question.id), unused.join(", "));
    messages.push(
        Diagnostic::notice(whole.clone(), format!("options of the question {id} that nobody chose: {listed}"))
            .action(format!("look whether its declaration ({}) spells them as the questionnaire does", question.place))
            .in_swedish(
                format!("alternativ i frågan {id} som ingen har valt: {listed}"),
                "",
                &format!(
                    "se efter om deklarationen ({}) stavar dem som enkäten",
                    question.place.told(crate::wording::Language::Swedish)
                ),
            ),
    );
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
        Per::Intervention => survey.interventions.get(*at).map(|i| (i.id.as_str(), &i.place)),
    };
    let who: Vec<_> = stray.iter().filter_map(who).collect();
    let Some((_, place)) = who.first() else { return };
    let mut names: Vec<&str> = who.iter().take(NAMED).map(|(id, _)| *id).collect();
    if who.len() > NAMED {
        names.push("…");
    }
    let (count, names) = (who.len(), names.join(", "));
    let (id, earlier) = (shown(&question.id), shown(&condition.question.value));
    let wanted = |or: &str| condition.answers.iter().map(|a| shown(&a.value)).collect::<Vec<_>>().join(or);
    let found = format!("{count} answered {id} without having answered {} to {earlier}: {names}", wanted(" or "));
    let swedish = format!("{count} har svarat på {id} utan att ha svarat {} på {earlier}: {names}", wanted(" eller "));
    messages.push(
        Diagnostic::notice((*place).clone(), found)
            .expected("an answer to a follow-up from those who were asked it")
            .action("these answers are left out, so that no count exceeds its base; ask those who gave them")
            .in_swedish(
                swedish,
                "svar på en följdfråga från dem som har fått den",
                "svaren är utelämnade, så att inget antal blir större än sin bas; fråga dem som lämnat dem",
            ),
    );
}

/// A figure of a question that nobody was asked, or that nobody answered, would show 0 of 0.
fn report_base(question: &Question, answers: &Answers, asked: &[bool], whole: &Place, messages: &mut Diagnostics) {
    let given = || answers.responses.iter().zip(asked).filter(|(_, asked)| **asked).map(|(response, _)| response);
    let id = shown(&question.id);
    let (found, swedish) = if !asked.iter().any(|asked| *asked) {
        (format!("nobody was asked the question {id}"), format!("ingen har fått frågan {id}"))
    } else if !given().any(Response::says_something) {
        (format!("nobody answered the question {id}"), format!("ingen har svarat på frågan {id}"))
    } else {
        return;
    };
    messages.push(
        Diagnostic::warning(whole.clone(), found)
            .expected("some answers; a figure of it shows 0 of 0")
            .action(format!("look at its declaration ({}), its columns, and whom it is asked of", question.place))
            .in_swedish(
                swedish,
                "några svar; en figur över den visar 0 av 0",
                &format!(
                    "se över deklarationen ({}), dess kolumner och vilka som får frågan",
                    question.place.told(crate::wording::Language::Swedish)
                ),
            ),
    );
}
