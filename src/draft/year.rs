//! The year in what readers see: carried over to another year, texts that speak of the earlier one speak of the new one, and
//! those that speak of other years are pointed at, because no program knows what they mean.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::edits::{Edit, with_edits};
use super::literal::walk;
use super::mark::{Mark, Reason};
use super::survey::years;
use crate::msg;
use crate::wording::{Language, joined};

/// Keys of texts that readers see; everything under `phrase` is one.
const READ: [&str; 10] =
    ["title", "source", "note", "text", "heading", "label", "lead", "intro", "explanation", "alternative"];

/// A text with its year carried over, how many texts in it were changed, and the other years that they speak of.
pub struct Dated {
    /// The text of the file.
    pub text: String,
    /// How many texts speak of the new year now.
    pub changed: usize,
    /// The other years.
    pub others: BTreeSet<i64>,
}

/// Carries the year over in a `study.toml` or `report.toml`, with a remark above every line that was changed or is to be
/// looked at.
pub fn carry_year(text: &str, from: i64, to: i64, language: Language) -> Dated {
    let mut dated = Dated { text: text.to_owned(), changed: 0, others: BTreeSet::new() };
    if from == to {
        return dated;
    }
    let (table, _) = DeTable::parse_recoverable(text);
    let mut literals = Vec::new();
    walk(table.get_ref(), &mut Vec::new(), &mut literals);
    let mut edits: Vec<Edit> = Vec::new();
    for literal in literals.iter().filter(|literal| !literal.is_key && is_read(&literal.path)) {
        let written = &text[literal.span.clone()];
        let said: BTreeSet<i64> = years(std::iter::once(literal.text.as_str())).into_iter().collect();
        let others: Vec<i64> = said.iter().copied().filter(|year| ![from, to].contains(year)).collect();
        let has_old = said.contains(&from);
        let mut reasons = Vec::new();
        if has_old {
            let why = msg!("changed-year", from = from.to_string(), to = to.to_string());
            reasons.push(Reason::new(Mark::Changed, why));
            dated.changed += 1;
        }
        if !others.is_empty() {
            let years = joined(others.iter().map(i64::to_string), ", ");
            reasons.push(Reason::new(Mark::Check, msg!("check-years", years)));
            dated.others.extend(&others);
        }
        if !reasons.is_empty() {
            edits.push((literal.span.clone(), with_year(written, from, to), reasons));
        }
    }
    dated.text = with_edits(text, &mut edits, language);
    dated
}

/// Whether readers see the text at a path; languages are below its key.
fn is_read(path: &[String]) -> bool {
    let languages = |key: &&str| !matches!(*key, "sv" | "en");
    let last = path.iter().rev().map(String::as_str).find(languages).unwrap_or_default();
    let structural = path.first().is_some_and(|first| matches!(first.as_str(), "english" | "survey" | "requisitions"));
    !structural && (READ.contains(&last) || path.first().is_some_and(|first| first == "phrase"))
}

/// A text with one number for another, where it stands alone.
fn with_year(text: &str, from: i64, to: i64) -> String {
    let from = from.to_string();
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (found, _) in text.match_indices(&from) {
        let digit = |sign: Option<char>| sign.is_some_and(|c| c.is_ascii_digit());
        let alone = !digit(text[..found].chars().next_back()) && !digit(text[found + from.len()..].chars().next());
        if alone {
            new.push_str(&text[at..found]);
            new.push_str(&to.to_string());
            at = found + from.len();
        }
    }
    new + &text[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_for_readers_get_the_new_year_and_names_do_not() {
        let text = "source = \"Källa: Enkät 2024.\"\n\n[phrase]\nq = { sv = \"Har ni 2023 eller 2024?\", en = \"In 12024?\" }\n\n\
                    [[item]]\nid = \"figur-2024\"\nfile = \"serie-2024.csv\"\ntitle = \"Medel 2020–2024\"\n";
        let dated = carry_year(text, 2024, 2025, Language::English);
        let expected = "# CHANGED: 2024 became 2025; check that it is right.\nsource = \"Källa: Enkät 2025.\"\n\n[phrase]\n\
                        # CHANGED: 2024 became 2025; check that it is right.\n# CHECK: it speaks of 2023.\n\
                        q = { sv = \"Har ni 2023 eller 2025?\", en = \"In 12024?\" }\n\n[[item]]\nid = \"figur-2024\"\n\
                        file = \"serie-2024.csv\"\n\
                        # CHANGED: 2024 became 2025; check that it is right.\n# CHECK: it speaks of 2020.\n\
                        title = \"Medel 2020–2025\"\n";
        assert_eq!(dated.text, expected);
        assert_eq!((dated.changed, dated.others.into_iter().collect::<Vec<_>>()), (3, vec![2020, 2023]));
        assert_eq!(carry_year(text, 2025, 2025, Language::English).text, text);
    }
}
