//! Several answers that stand joined in a cell: by which sign, as the tool writes them or as the cells tell, and which there are.

mod spaced;

use std::collections::BTreeSet;

use super::layout::{Answers, Layout};
use super::table::{Filled, Table};
use crate::diagnostic::shown;
use crate::msg;
use crate::read::marks::is_not_shown;
use crate::read::plain;
use crate::wording::{Message, alphabetical, joined as list_of};
use spaced::spaced;

/// The most options that are joined in a cell.
const MOST_OPTIONS: usize = 60;

/// The longest option.
const LONGEST: usize = 160;

/// The answers of a column in which several stand in a cell.
pub struct JoinedAnswers {
    /// What stands between two of them.
    pub separator: String,
    /// Those that occur, in the order of the alphabet.
    pub options: Vec<String>,
    /// What is unsure.
    pub doubt: Option<Message>,
    /// The answers of every cell.
    pub cells: Vec<Vec<String>>,
}

/// The answers in columns, where several of them stand joined in a cell.
pub fn joined(table: &Table<'_>, columns: &[usize]) -> Option<JoinedAnswers> {
    let texts = texts(table, columns);
    let found = match table.layout.map_or(Answers::ANY, Layout::answers) {
        Answers::Joined(signs) => signs.iter().find_map(|sign| by_sign(&texts, sign, continued(&texts, sign))),
        Answers::Tight(sign) => by_sign(&texts, sign, |_, part| part.starts_with(' ')).map(of_tight),
        Answers::Ended(sign) => ended(&texts, sign),
        Answers::Spaced => spaced(&texts, table.is_by_codes()),
    };
    found.map(|found| match is_ranking(&found) {
        true => JoinedAnswers { doubt: Some(msg!("unsure-ranking")), ..found },
        false => found,
    })
}

/// Joined answers of a tool that puts no space behind the sign: one with a space is an option's own.
fn of_tight(found: JoinedAnswers) -> JoinedAnswers {
    let whole = found.options.iter().find(|option| option.contains(&found.separator));
    let doubt = whole.map(|option| msg!("unsure-sign-with-space", option = shown(option)));
    JoinedAnswers { doubt: doubt.or(found.doubt), ..found }
}

/// The answers in columns whose answers stand joined by a sign in others of the same kind, however few have several.
pub fn joined_by(table: &Table<'_>, columns: &[usize], separator: &str) -> JoinedAnswers {
    let texts = texts(table, columns);
    let goes_on = continued(&texts, separator);
    let cells: Vec<Vec<String>> = texts.iter().map(|text| parts_of(text, separator, &goes_on)).collect();
    let options = cells.iter().flatten().cloned().collect();
    let doubt = doubt_of_separator(&texts, separator);
    JoinedAnswers { separator: separator.to_owned(), ..answers(options, doubt, cells) }
}

/// What stands in columns where the question was shown.
fn texts(table: &Table<'_>, columns: &[usize]) -> Vec<String> {
    let shown = |filled: &&Filled<'_>| !is_not_shown(&filled.text);
    let filled = columns.iter().flat_map(|column| table.filled(*column)).filter(shown);
    filled.map(|filled| filled.cell.text()).collect()
}

/// What is unsure about answers that were read as single ones: a sign that joins several stands between others of them.
pub fn may_be_joined(table: &Table<'_>, answers: &BTreeSet<String>) -> Option<Message> {
    let signs: &[&str] = match table.layout.map_or(Answers::ANY, Layout::answers) {
        Answers::Joined(signs) => signs,
        Answers::Tight(sign) => &[sign],
        Answers::Ended(_) => &[],
        Answers::Spaced => &[" "],
    };
    let several = |answer: &&String| {
        signs.iter().any(|sign| {
            let parts: Vec<String> = answer.split(sign).map(plain).collect();
            parts.len() > 1 && parts.iter().all(|part| answers.contains(part))
        })
    };
    let found: Vec<String> = answers.iter().filter(several).map(|answer| shown(answer)).collect();
    (!found.is_empty()).then(|| msg!("unsure-maybe-joined", answers = list_of(found, ", ")))
}

/// Behind a comma a small letter goes on with the same answer, unless the part begins a cell, too.
fn continued(texts: &[String], sign: &str) -> impl Fn(&str, &str) -> bool {
    let first = |text: &String| text.split(sign).next().map(plain);
    let firsts: BTreeSet<String> = texts.iter().filter_map(first).collect();
    move |sign, part| sign == "," && part.trim_start().starts_with(char::is_lowercase) && !firsts.contains(&plain(part))
}

/// The answers in a cell, where a part may go on with the one before.
fn parts_of(text: &str, sign: &str, goes_on: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(sign) {
        match parts.last_mut() {
            Some(last) if goes_on(sign, part) => last.push_str(&format!("{sign}{part}")),
            _ => parts.push(part.to_owned()),
        }
    }
    parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()).collect()
}

/// The answers joined by a sign, where the cells are lists of few options that come back; sentences with commas have parts that
/// never do.
fn by_sign(texts: &[String], sign: &str, goes_on: impl Fn(&str, &str) -> bool) -> Option<JoinedAnswers> {
    let cells: Vec<Vec<String>> = texts.iter().map(|text| parts_of(text, sign, &goes_on)).collect();
    let wholes: BTreeSet<&String> = texts.iter().collect();
    let options: BTreeSet<&String> = cells.iter().flatten().collect();
    let is_list = |(text, parts): &(&String, &Vec<String>)| parts.len() > 1 || text.trim_end().ends_with(sign);
    let split = texts.iter().zip(&cells).filter(is_list).count();
    let all = cells.iter().map(Vec::len).sum::<usize>();
    let short = options.len() <= MOST_OPTIONS && options.iter().all(|option| option.chars().count() <= LONGEST);
    let lists = split > 0 && split * 10 >= texts.len() && options.len() < wholes.len().max(2) + 1;
    let again = all >= options.len() * 2 || (split > 1 && all > options.len() + 1);
    if !(short && lists && again && options.len() > 1) {
        return None;
    }
    let whole = options.iter().find(|option| option.contains(sign));
    let doubt = match whole {
        Some(option) => Some(msg!("unsure-whole-options", option = shown(option))),
        None => doubt_of_separator(texts, sign),
    };
    let spaced = format!(" {sign} ");
    let is_spaced = texts.iter().all(|text| text.matches(sign).count() == text.matches(&spaced).count());
    let options = options.into_iter().cloned().collect();
    Some(JoinedAnswers {
        separator: if is_spaced { spaced } else { sign.to_owned() },
        ..answers(options, doubt, cells)
    })
}

/// The answers of which each is followed by a sign, the last, too: then they are several, however few.
fn ended(texts: &[String], sign: &str) -> Option<JoinedAnswers> {
    if texts.is_empty() || !texts.iter().all(|text| text.trim_end().ends_with(sign)) {
        return None;
    }
    let cells: Vec<Vec<String>> = texts.iter().map(|text| parts_of(text, sign, |_, _| false)).collect();
    let options: BTreeSet<String> = cells.iter().flatten().cloned().collect();
    let is_list = options.len() <= MOST_OPTIONS && options.iter().all(|option| option.chars().count() <= LONGEST);
    is_list.then(|| JoinedAnswers { separator: sign.to_owned(), ..answers(options, None, cells) })
}

/// Joined answers, but for what joins them.
fn answers(options: BTreeSet<String>, doubt: Option<Message>, cells: Vec<Vec<String>>) -> JoinedAnswers {
    let mut options: Vec<String> = options.into_iter().collect();
    options.sort_by_cached_key(|option| alphabetical(option));
    JoinedAnswers { separator: String::new(), options, doubt, cells }
}

/// Whether every cell has all options, in different orders: then they were ranked.
fn is_ranking(found: &JoinedAnswers) -> bool {
    const FEWEST: usize = 3;
    let orders: BTreeSet<&Vec<String>> = found.cells.iter().collect();
    let all = |cell: &&Vec<String>| found.options.iter().all(|option| cell.contains(option));
    found.options.len() >= FEWEST && orders.len() > 1 && orders.iter().all(all)
}

/// What is unsure about a separator: a comma stands in texts, too, and where a part in small letters only ever follows another
/// part, both are one option.
fn doubt_of_separator(texts: &[String], separator: &str) -> Option<Message> {
    let small = |part: &str| part.chars().next().is_some_and(char::is_lowercase);
    let lists: Vec<Vec<String>> = texts.iter().map(|text| text.split(separator).map(plain).collect()).collect();
    let parts: BTreeSet<&String> = lists.iter().flatten().filter(|part| small(part)).collect();
    let begins = |part: &&&String| lists.iter().any(|list| list.first() == Some(**part));
    let mixed = lists.iter().flatten().any(|part| !small(part));
    let inside: Vec<String> = parts.iter().filter(|part| mixed && !begins(part)).map(|part| shown(part)).collect();
    if !inside.is_empty() {
        return Some(msg!("unsure-separator", parts = list_of(inside, ", ")));
    }
    (separator == ",").then(|| msg!("unsure-comma"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(cells: &[&str], by: impl Fn(&[String]) -> Option<JoinedAnswers>) -> Option<Vec<String>> {
        let texts: Vec<String> = cells.iter().map(|text| (*text).to_owned()).collect();
        by(&texts).map(|found| found.options)
    }

    #[test]
    fn a_small_letter_goes_on_unless_it_begins_a_cell() {
        let by_comma = |texts: &[String]| by_sign(texts, ",", continued(texts, ","));
        let cells = ["Barn, unga, Vuxna", "Vuxna", "Barn, unga", "Vuxna, Barn, unga"];
        assert_eq!(options(&cells, by_comma), Some(vec!["Barn, unga".to_owned(), "Vuxna".to_owned()]));
        let cells = ["Vård, skola", "Vård", "skola", "Vård, skola, Vuxna", "Vuxna"];
        let expected = ["skola", "Vuxna", "Vård"].map(str::to_owned).to_vec();
        assert_eq!(options(&cells, by_comma), Some(expected));
    }

    #[test]
    fn answers_that_each_end_in_a_sign_are_several_and_a_ranking_is_told() {
        let by_semicolon = |texts: &[String]| ended(texts, ";");
        assert_eq!(options(&["Vuxna;"], by_semicolon), Some(vec!["Vuxna".to_owned()]));
        assert_eq!(options(&["Ja, om vi får medel", "Nej;"], by_semicolon), None);
        let ranked = ["A;B;C;", "C;A;B;"].map(str::to_owned);
        assert!(ended(&ranked, ";").is_some_and(|found| is_ranking(&found)));
        let chosen = ["A;B;C;", "A;B;"].map(str::to_owned);
        assert!(ended(&chosen, ";").is_some_and(|found| !is_ranking(&found)));
    }
}
