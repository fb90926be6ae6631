//! Closed questions: columns that share a stem, or one column with few answers; their form, scale and follow-ups.

use super::block::folded;
use super::column::{of_joined, of_one};
use super::follows::follows;
use super::group::of_group;
use super::heading::Heading;
use super::joined::{joined, joined_by};
use super::label_list::Labels;
use super::layout::Layout;
use super::question_draft::{Form, QuestionDraft};
use super::single_answer::of_single;
use super::stem::{Group, group};
use super::stray::{tell_cases, tell_strays};
use super::table::Table;
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::joined as list_of;

/// The questions of headings, in their order, and the headings that are none.
pub fn questions(
    table: &Table<'_>,
    headings: &[Heading],
    labels: &Labels,
    per_intervention: bool,
) -> (Vec<QuestionDraft>, Vec<Heading>) {
    let mut found: Vec<QuestionDraft> = Vec::new();
    let names: Vec<&str> = headings.iter().map(|heading| heading.bare.as_str()).collect();
    let is = |of: &dyn Fn(&dyn Layout) -> bool| table.layout.is_some_and(of);
    let is_remark = |heading: &Heading| is(&|layout| layout.is_remark(&heading.bare));
    let is_summary =
        |heading: &Heading| is(&|layout| layout.is_summary(&heading.bare, &names)) && !is_ticked(table, heading);
    let (remarks, others): (Vec<Heading>, Vec<Heading>) = headings.iter().cloned().partition(is_remark);
    let (summaries, headings): (Vec<Heading>, Vec<Heading>) = others.into_iter().partition(is_summary);
    let mut left: Vec<Heading> = remarks.iter().chain(&summaries).cloned().collect();
    let mut rest = headings.as_slice();
    while !rest.is_empty() {
        let group = group(table, rest);
        let (members, after) = rest.split_at(group.as_ref().map_or(1, |g| g.size));
        rest = after;
        match of_members(table, group.as_ref(), members, labels) {
            own if own.is_empty() => left.extend(members.iter().cloned()),
            own => found.extend(own.into_iter().map(|question| QuestionDraft { per_intervention, ..question })),
        }
    }
    tell_mentions(&mut found);
    tell_remarks(&remarks, &mut found);
    tell_strays(table, &headings, &mut found);
    found.iter_mut().for_each(tell_cases);
    for index in 0..found.len() {
        let (earlier, later) = found.split_at_mut(index);
        if let Some(question) = later.first_mut() {
            distinguish(question, earlier);
            question.asked_if = follows(table, question, earlier, labels);
            if question.asked_if.is_some() && question.doubt.is_none() {
                question.doubt = Some(msg!("unsure-follow-up"));
            }
        }
    }
    (found, left)
}

/// Whether a column holds the ticks of an option: then it sums up nothing, though other names begin with its own.
fn is_ticked(table: &Table<'_>, heading: &Heading) -> bool {
    let ticks = table.layout.map_or(&[][..], Layout::ticks);
    let mut cells = heading.columns.iter().flat_map(|column| table.values(*column)).peekable();
    cells.peek().is_some() && cells.all(|text| ticks.contains(&text))
}

/// The questions of the headings of a group, or of one alone; none where they hold something else.
fn of_members(table: &Table<'_>, group: Option<&Group>, members: &[Heading], labels: &Labels) -> Vec<QuestionDraft> {
    let Some(group) = group else {
        return members.iter().filter_map(|heading| of_one(table, heading, labels)).collect();
    };
    if let Some(separator) = separator(table, members) {
        let several = |own: &Heading| of_joined(table, own, joined_by(table, &own.columns, &separator));
        return members.iter().map(several).collect();
    }
    let question = of_single(table, group, members, labels).or_else(|| of_group(table, group, members, labels));
    question.into_iter().collect()
}

/// What joins the answers in the columns of a group, where each is a question with several, as in a grid of boxes.
fn separator(table: &Table<'_>, members: &[Heading]) -> Option<String> {
    table.layout?;
    let columns: Vec<usize> = members.iter().flat_map(|member| member.columns.iter().copied()).collect();
    joined(table, &columns).map(|found| found.separator)
}

/// What people wrote beside an answer is no option: where its column is called as one would be, that is told.
fn tell_remarks(remarks: &[Heading], found: &mut [QuestionDraft]) {
    for question in found {
        let Some((before, behind)) = question.pattern.split_once("{option}") else { continue };
        let is_taken = |remark: &&Heading| {
            let option = remark.pattern.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
            option.is_some_and(|option| !(behind.starts_with(']') && option.contains("][")))
        };
        let names: Vec<String> = remarks.iter().filter(is_taken).map(|remark| shown(&remark.pattern)).collect();
        if !names.is_empty() {
            question.doubt_also(msg!("unsure-remarks", names = list_of(names, ", ")));
        }
    }
}

/// Columns that differ by a number alone and have the same answers are several mentions of one question: `Svar 1`, `Svar 2`.
fn tell_mentions(found: &mut [QuestionDraft]) {
    let mut told: Vec<usize> = Vec::new();
    for (index, question) in found.iter().enumerate().filter(|(_, q)| q.form == Form::Choice) {
        let numbered = question.stem.chars().any(|c| c.is_ascii_digit());
        let twin = |other: &QuestionDraft| {
            let shared = other.answers.iter().filter(|answer| question.answers.contains(answer)).count();
            other.form == Form::Choice
                && other.stem != question.stem
                && folded(&other.stem) == folded(&question.stem)
                && shared * 2 >= other.answers.len().min(question.answers.len())
        };
        if numbered && found.iter().any(twin) {
            told.push(index);
        }
    }
    for index in told {
        let Some(question) = found.get_mut(index) else { continue };
        question.doubt_also(msg!("unsure-mentions"));
    }
}

/// Gives the questions to interventions ids that none to respondents has.
pub fn distinguish_all(of_respondents: &[QuestionDraft], of_interventions: &mut [QuestionDraft]) {
    for at in 0..of_interventions.len() {
        let others = of_interventions.iter().enumerate().filter(|(other, _)| *other != at);
        let taken: Vec<QuestionDraft> = of_respondents.iter().chain(others.map(|(_, other)| other)).cloned().collect();
        of_interventions.iter_mut().skip(at).take(1).for_each(|question| distinguish(question, &taken));
    }
}

/// Gives a question an id that no earlier one has.
fn distinguish(question: &mut QuestionDraft, earlier: &[QuestionDraft]) {
    let taken = |id: &str| earlier.iter().any(|q| q.id == id);
    if taken(&question.id) {
        let free = (2..).map(|number| format!("{}_{number}", question.id)).find(|id| !taken(id));
        question.doubt_also(msg!("unsure-question-twice", id = question.id.as_str()));
        question.id = free.unwrap_or_default();
    }
}
