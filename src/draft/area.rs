//! Which column of requisitions belongs to which survey.
//!
//! The two are brought together by what they say: words that their names share, and amounts, because what a recipient
//! requisitioned and what it reports to have used are of one size.

use super::beside::RequisitionsDraft;
use super::survey::SurveyDraft;

/// A column of requisitions, the survey that it belongs to, and what is unsure.
pub struct Assignment {
    /// The sheet, by its place in the draft.
    pub sheet: usize,
    /// The place of the column, or of a list's word, among the amounts.
    pub index: usize,
    /// The column.
    pub column: String,
    /// The area.
    pub area: String,
    /// What is unsure.
    pub doubt: Option<String>,
}

/// How far apart amounts may be on the whole before words have to say that a column belongs to a survey: a factor of two.
const NEAR: f64 = std::f64::consts::LN_2;

/// What a shared word is worth, in the same measure.
const WORD: f64 = 0.7;

/// Assigns columns to surveys, the closest pairs first, each once.
pub fn assign(requisitions: &[RequisitionsDraft], surveys: &[SurveyDraft]) -> Vec<Assignment> {
    let mut pairs: Vec<(f64, f64, usize, usize, usize)> = Vec::new();
    for (sheet, declared) in requisitions.iter().enumerate() {
        for (column, (name, amounts)) in declared.amounts.iter().enumerate() {
            for (survey, drafted) in surveys.iter().enumerate() {
                if drafted.level.value != declared.level_of(column) {
                    continue;
                }
                let apart = distance(amounts, &drafted.reported);
                let shared = shared_words(name, &drafted.file) as f64;
                pairs.push((apart - WORD * shared, apart - WORD * shared.min(1.0), sheet, column, survey));
            }
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (a.2, a.3, a.4).cmp(&(b.2, b.3, b.4))));
    let (mut columns, mut taken) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for (_, cost, sheet, column, survey) in &pairs {
        if columns.contains(&(*sheet, *column)) || taken.contains(survey) {
            continue;
        }
        columns.push((*sheet, *column));
        taken.push(*survey);
        let rivals: Vec<String> = pairs
            .iter()
            .filter(|(_, other, s, c, v)| (s, c) == (sheet, column) && v != survey && (other - cost).abs() < 0.2)
            .map(|(.., v)| crate::diagnostic::shown(&surveys[*v].area))
            .collect();
        let doubt = match () {
            () if !rivals.is_empty() => Some(format!("the amounts would also do for {}", rivals.join(", "))),
            () if thousandfold(&requisitions[*sheet].amounts[*column].1, &surveys[*survey].reported) => Some(
                "one side is about a thousand times the other; one of them may be in thousands of kronor (unit)"
                    .to_owned(),
            ),
            () if *cost > NEAR => Some("neither names nor amounts say so; it is what was left".to_owned()),
            () => None,
        };
        found.push(Assignment {
            sheet: *sheet,
            index: *column,
            column: requisitions[*sheet].amounts[*column].0.clone(),
            area: surveys[*survey].area.clone(),
            doubt,
        });
    }
    found.sort_by_key(|a| (a.sheet, a.index));
    found
}

/// Whether one side is some thousand times the other, in the middle of the recipients that have both.
fn thousandfold(
    requisitioned: &std::collections::BTreeMap<String, f64>,
    reported: &std::collections::BTreeMap<String, f64>,
) -> bool {
    let both = requisitioned.iter().filter_map(|(code, t)| reported.get(code).map(|s| (*t, *s)));
    let mut times: Vec<f64> = both.filter(|(t, s)| *t > 0.0 && *s > 0.0).map(|(t, s)| (t / s).log10().abs()).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).is_some_and(|times| (2.5..3.5).contains(times))
}

/// The median over recipients of how many times one amount is the other, as a logarithm; far apart without common ones.
fn distance(
    requisitioned: &std::collections::BTreeMap<String, f64>,
    reported: &std::collections::BTreeMap<String, f64>,
) -> f64 {
    const FAR: f64 = 3.0;
    let both = requisitioned.iter().filter_map(|(code, t)| reported.get(code).map(|s| (*t, *s)));
    let mut apart: Vec<f64> =
        both.filter(|(t, s)| *t > 0.0 && *s > 0.0).map(|(t, s)| (t / s).ln().abs().min(FAR)).collect();
    apart.sort_by(f64::total_cmp);
    apart.get(apart.len() / 2).copied().unwrap_or(FAR)
}

/// How many words of a file's name begin a word of a column's name, or the other way round.
fn shared_words(column: &str, file: &str) -> usize {
    const SHORTEST: usize = 4;
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.chars().count() >= SHORTEST)
            .map(str::to_owned)
            .collect()
    };
    let (of_column, of_file) = (words(column), words(file));
    of_file.iter().filter(|f| of_column.iter().any(|c| c.starts_with(*f) || f.starts_with(c))).count()
}
