//! Texts in cells: as they are, wherever a cell can hold them so; in quotation marks with escapes, as in JSON, where it
//! cannot. Lists stand one below the other, or with commas between them; a pattern's weight stands before it in parentheses.

use serde_json::{Value, json};

use crate::codebook::Evidence;
use crate::signs::trimmed;
use crate::wording::Language;

/// What stands in a cell for a text.
pub(super) fn written(text: &str) -> String {
    if is_plain(text, true) { text.to_owned() } else { quoted(text) }
}

/// The text that a cell stands for; `None` where it is blank.
pub(super) fn said(cell: &str) -> Option<String> {
    let cell = trimmed(cell);
    (!cell.is_empty()).then(|| in_quotes(cell).unwrap_or_else(|| cell.to_owned()))
}

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    // Workbooks write signs as _x0041_, and signs that no file of theirs may hold.
    let escape = |text: String, sign: char, with: &str| text.replace(sign, with);
    let text = Value::from(text).to_string().replace("_x", "\\u005fx");
    let text = escape(escape(text, '\u{fffe}', "\\ufffe"), '\u{ffff}', "\\uffff");
    (0x7f..=0x9f)
        .filter_map(char::from_u32)
        .fold(text, |text, sign| escape(text, sign, &format!("\\u{:04x}", sign as u32)))
}

fn in_quotes(cell: &str) -> Option<String> {
    if cell.starts_with('"') { serde_json::from_str(cell).ok() } else { None }
}

/// Whether a text is read from a cell, or a line of one, as it stands.
fn is_plain(text: &str, lines: bool) -> bool {
    let fits = |c: char| (lines && c == '\n') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    // Spreadsheet programs read these as errors.
    let is_fault = text.starts_with("Err:") || (text.starts_with('#') && !text.contains(char::is_lowercase));
    !text.is_empty()
        && trimmed(text) == text
        && text.chars().all(fits)
        && !text.contains("_x")
        && !is_fault
        && in_quotes(text).is_none()
}

/// What stands in a cell for a list, each on its line.
pub(super) fn list<'t>(items: impl IntoIterator<Item = &'t String>) -> String {
    items.into_iter().map(|item| line(item)).collect::<Vec<_>>().join("\n")
}

/// What stands in a cell for names, with commas between them.
pub(super) fn names(items: &[String]) -> String {
    items.iter().map(|item| line(item)).collect::<Vec<_>>().join(", ")
}

fn line(text: &str) -> String {
    if is_plain(text, false) && !text.starts_with('(') { text.to_owned() } else { quoted(text) }
}

/// The list that a cell stands for.
pub(super) fn said_list(cell: &str) -> Vec<String> {
    cell.lines().filter_map(said).collect()
}

/// The names that a cell stands for.
pub(super) fn said_names(cell: &str) -> Vec<String> {
    cell.split([',', ';', '\n']).filter_map(said).collect()
}

/// What stands in a cell for patterns, each on its line.
pub(super) fn patterns<'e>(evidence: impl IntoIterator<Item = &'e Evidence>, language: Language) -> String {
    let one = |evidence: &Evidence| match evidence {
        Evidence::Plain(pattern) => line(pattern),
        Evidence::Weighted(weighted) => {
            let weight = language.with_decimal_sign(&weighted.weight.to_string());
            format!("({weight}) {}", line(&weighted.pattern))
        }
    };
    evidence.into_iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The patterns that a cell stands for; those lines whose weight is no number as they stand.
pub(super) fn said_patterns(cell: &str) -> (Vec<Value>, Vec<String>) {
    let (mut patterns, mut wrong) = (Vec::new(), Vec::new());
    for line in cell.lines().map(trimmed).filter(|line| !line.is_empty()) {
        let weighted = line.strip_prefix('(').map(|rest| rest.split_once(')').unwrap_or_default());
        match weighted {
            None => patterns.extend(said(line).map(Value::from)),
            Some((weight, pattern)) => match (number(weight), said(pattern)) {
                (Some(weight), Some(pattern)) => patterns.push(json!({ "pattern": pattern, "weight": weight })),
                _ => wrong.push(line.to_owned()),
            },
        }
    }
    (patterns, wrong)
}

/// A number, with a decimal comma or a point.
pub(super) fn number(text: &str) -> Option<f64> {
    trimmed(text).replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}
