//! Scales that several questions share.

use super::question_draft::QuestionDraft;
use super::survey::SurveyDraft;

/// The scales that questions share, by name.
pub fn scales(surveys: &[SurveyDraft]) -> Vec<(String, Vec<String>)> {
    let mut scales: Vec<(String, Vec<String>)> = Vec::new();
    for question in surveys.iter().flat_map(|s| &s.questions).filter(|q| has_list(q)) {
        let shared =
            surveys.iter().flat_map(|s| &s.questions).filter(|q| has_list(q) && q.answers == question.answers).count()
                > 1;
        if !shared || scales.iter().any(|(_, answers)| *answers == question.answers) {
            continue;
        }
        let lower: Vec<String> = question.answers.iter().map(|a| a.to_lowercase()).collect();
        let is = |words: &[&str]| lower.iter().all(|a| words.contains(&a.as_str()));
        let name = match () {
            () if lower.iter().all(|a| a.contains("utsträckning")) => "extent".to_owned(),
            () if is(&["ja", "nej", "vet ej", "vet inte"]) => "yes-no".to_owned(),
            () => question.id.replace('_', "-"),
        };
        let taken = |name: &str| scales.iter().any(|(known, _)| known == name);
        let free = (2..).map(|n| format!("{name}-{n}")).find(|name| !taken(name));
        let name = if taken(&name) { free.unwrap_or_default() } else { name };
        scales.push((name, question.answers.clone()));
    }
    scales
}

/// Whether a question lists its answers as they stand in the cells.
fn has_list(question: &QuestionDraft) -> bool {
    question.codes.is_empty() && !question.answers.is_empty()
}
