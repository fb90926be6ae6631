//! What the texts of a study speak of.

use super::findings::Findings;
use crate::codebook::Codebook;
use crate::manuscript::{ReportItem, Subjects};
use crate::report::document::Names;
use crate::report::{Item, ItemDeclaration, Noun};
use crate::study::Study;
use crate::wording::Language;

/// The figures and tables of a report with their declarations, as a manuscript may show them.
pub(super) fn report_items(
    items: &[Item],
    declared: &[ItemDeclaration],
    study: &Study,
    language: Language,
) -> Vec<ReportItem> {
    let names = Names::new(study, language);
    let one = |(at, item): (usize, &Item)| {
        let (columns, rows) = names.cells(&item.table);
        let declared = declared.get(at).filter(|declared| declared.id == item.id);
        let shows = declared.and_then(|declared| declared.shows(|area| area, |question| question));
        let all = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        ReportItem {
            areas: shows.as_ref().map(|shows| all(shows.areas())).unwrap_or_default(),
            kind: shows.as_ref().map(|shows| shows.kind().to_owned()).unwrap_or_default(),
            asked: shows.as_ref().map(|shows| all(shows.asked())).unwrap_or_default(),
            number: item.number.clone(),
            title: item.title.clone(),
            texts: format!("{} {}", item.explanation, item.note).trim().to_owned(),
            heads: columns.into_iter().map(|column| (column.label.clone(), column.is_number())).collect(),
            rows,
        }
    };
    items.iter().enumerate().map(one).collect()
}

/// The areas, each with whom its survey asked; what sentences speak of one at a time: domains, and those who answer.
pub(super) fn subjects(findings: &Findings, items: Vec<ReportItem>, language: Language) -> Subjects {
    of_study(&findings.study, &findings.book, items, language)
}

/// The same of a study by itself, as one of an earlier year.
pub(super) fn of_study(study: &Study, book: &Codebook, items: Vec<ReportItem>, language: Language) -> Subjects {
    let noun = |level| Noun::Recipient(level).counted(2, language);
    let areas = study.surveys.iter().map(|s| (s.area.clone(), s.title.get(language).to_owned(), noun(s.level)));
    let domains = book.domains().map(|domain| format!("{} {}", domain.label(language), domain.plural(language)));
    let mut asked: Vec<String> = study.surveys.iter().map(|survey| noun(survey.level)).collect();
    asked.sort();
    asked.dedup();
    Subjects {
        areas: areas.collect(),
        families: vec![domains.collect(), asked],
        year: study.year,
        items,
        language,
        ..Subjects::default()
    }
}
