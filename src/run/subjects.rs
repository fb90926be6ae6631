//! What the texts of a study speak of.

use super::findings::Findings;
use crate::manuscript::Subjects;
use crate::report::Noun;
use crate::wording::Language;

/// The areas, each with whom its survey asked; what sentences speak of one at a time: domains, and those who answer.
pub(super) fn subjects(findings: &Findings, items: &[String], language: Language) -> Subjects {
    let surveys = &findings.study.surveys;
    let noun = |level| Noun::Recipient(level).counted(2, language);
    let areas = surveys.iter().map(|s| (s.area.clone(), s.title.get(language).to_owned(), noun(s.level)));
    let domains = findings.book.domains();
    let domains = domains.map(|domain| format!("{} {}", domain.label(language), domain.plural(language)));
    let mut asked: Vec<String> = surveys.iter().map(|survey| noun(survey.level)).collect();
    asked.sort();
    asked.dedup();
    Subjects {
        areas: areas.collect(),
        families: vec![domains.collect(), asked],
        year: findings.study.year,
        items: items.to_vec(),
    }
}
