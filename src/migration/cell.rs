//! The codes in a cell of a coding sheet, by a new codebook. What stands around them stays.

use super::fate::Fate;
use super::plan::Plan;
use crate::coding::DOUBT;
use crate::read::plain;
use crate::study::{Blank, CodingSheet};

/// What a cell says by the new codebook.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct New {
    /// Its text.
    pub(super) text: String,
    /// The codes that a person has to decide about.
    pub(super) open: Vec<String>,
}

/// Why a cell cannot say it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cannot {
    /// A code is to go that a coding has.
    HasUnused(String),
    /// No code is left, and the sheet has no word for that.
    SayNone,
}

/// A cell by the new codebook; `None` where it stays as it is.
pub(super) fn recoded(text: &str, sheet: &CodingSheet, plan: &Plan) -> Result<Option<New>, Cannot> {
    let is_none = sheet.none.as_deref().is_some_and(|none| plain(none).to_lowercase() == plain(text).to_lowercase());
    let tokens = tokens(text, &sheet.separator);
    let codes: Vec<String> = tokens.iter().map(|(_, token)| plain(code_of(token))).collect();
    if is_none || codes.iter().all(|code| plan.fate(code).is_none()) {
        return Ok(None);
    }
    let (mut kept, mut open): (Vec<Kept>, Vec<String>) = (Vec::new(), Vec::new());
    for (at, ((_, token), code)) in tokens.iter().zip(codes).enumerate() {
        let doubt = if token.ends_with(DOUBT) { "?" } else { "" };
        let (now, new) = match plan.fate(&code) {
            None => (code.clone(), (*token).to_owned()),
            Some(Fate::To(now)) => (now.clone(), format!("{now}{doubt}")),
            Some(Fate::None) => continue,
            Some(Fate::Unused) => return Err(Cannot::HasUnused(code)),
            Some(Fate::Open(_)) => {
                open.push(code.clone());
                (code.clone(), format!("{code}{DOUBT}"))
            }
        };
        // Of several codes that become one it says one; a code that stood there twice stays so.
        if !kept.iter().any(|other| other.now == now && other.code != code) {
            kept.push(Kept { at, code, now, new });
        }
    }
    let text = if kept.is_empty() { nothing(sheet)?.to_owned() } else { joined(text, &tokens, &kept) };
    Ok(Some(New { text, open }))
}

/// A code that stays in a cell: where it stood among the others, what it was and is, and how that is written.
struct Kept {
    at: usize,
    code: String,
    now: String,
    new: String,
}

/// What says that nothing fits.
fn nothing(sheet: &CodingSheet) -> Result<&str, Cannot> {
    match (&sheet.none, sheet.blank) {
        (Some(none), _) => Ok(none),
        (None, Blank::None) => Ok(""),
        (None, Blank::NotCoded) => Err(Cannot::SayNone),
    }
}

/// The code of a token, without a mark of doubt.
fn code_of(token: &str) -> &str {
    token.strip_suffix(DOUBT).unwrap_or(token).trim_end()
}

/// What stands between the signs of a cell, without the blanks around it, each with where it begins.
fn tokens<'t>(text: &'t str, separator: &str) -> Vec<(usize, &'t str)> {
    let sign = separator.trim();
    let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let parts: Vec<&str> = match sign {
        "" => text.split_whitespace().collect(),
        sign => text.split(sign).map(str::trim).collect(),
    };
    parts.into_iter().filter(|part| !plain(part).is_empty()).map(|part| (at(part), part)).collect()
}

/// The text with other tokens; those that are left out go with the sign before them.
fn joined(text: &str, tokens: &[(usize, &str)], kept: &[Kept]) -> String {
    let end = |at: usize| tokens.get(at).map_or(0, |(start, token)| start + token.len());
    let mut new = text[..tokens.first().map_or(0, |(start, _)| *start)].to_owned();
    for (number, kept) in kept.iter().enumerate() {
        if number > 0 {
            new += &text[end(kept.at - 1)..tokens[kept.at].0];
        }
        new += &kept.new;
    }
    new + &text[tokens.len().checked_sub(1).map_or(0, end)..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migration::testing::{plan, sheet};

    const MAP: &str = r#"
        version = "2"
        [[rename]]
        system = "s"
        code = "1a"
        to = "1x"
        [[rename]]
        system = "s"
        code = "11"
        to = "1a"
        [[merge]]
        system = "s"
        codes = ["2", "2b"]
        into = "2"
        [[split]]
        system = "s"
        code = "3"
        into = ["3", "31"]
        [[new]]
        system = "s"
        code = "31"
        label = "Tre"
        definition = "Tre."
        [[gone]]
        system = "s"
        code = "4"
        to = "none"
        [[gone]]
        system = "s"
        code = "5"
    "#;

    fn of(text: &str, keys: &str) -> Result<Option<String>, Cannot> {
        recoded(text, &sheet(keys), &plan(MAP)).map(|new| new.map(|new| new.text))
    }

    fn new(text: &str) -> Result<Option<String>, Cannot> {
        Ok(Some(text.to_owned()))
    }

    #[test]
    fn codes_are_met_whole_and_everything_around_them_stays() {
        assert_eq!(of("1", ""), Ok(None));
        assert_eq!(of("", ""), Ok(None));
        assert_eq!(of("1a", ""), new("1x"));
        // What was 11 is 1a now, which was 1a is 1x: both at once.
        assert_eq!(of(" 11 ;1a;1", ""), new(" 1a ;1x;1"));
        assert_eq!(of("1a; 1a; 1", ""), new("1x; 1x; 1"));
        assert_eq!(of("1a?; 1", ""), new("1x?; 1"));
        assert_eq!(of("1a / 11", "separator = \"/\""), new("1x / 1a"));
        assert_eq!(of("1a  11\t1", "separator = \" \""), new("1x  1a\t1"));
    }

    #[test]
    fn codes_that_become_one_stand_once() {
        assert_eq!(of("2; 2b", ""), new("2"));
        assert_eq!(of("2b; 1; 2", ""), new("2; 1"));
        assert_eq!(of("2b", ""), new("2"));
        // What no change names stays as it is, also where it stands twice.
        assert_eq!(of("1;1;2b", ""), new("1;1;2"));
    }

    #[test]
    fn what_a_person_has_to_decide_is_marked_and_the_rest_is_kept() {
        assert_eq!(of("1; 3", ""), new("1; 3?"));
        let found = recoded("3; 1a", &sheet(""), &plan(MAP));
        assert_eq!(found.map(|new| new.map(|new| new.open)), Ok(Some(vec!["3".to_owned()])));
    }

    #[test]
    fn what_has_no_code_any_more_says_so_as_its_sheet_says_it() {
        assert_eq!(of("4; 1", ""), new("1"));
        assert_eq!(of("1; 4", ""), new("1"));
        assert_eq!(of("4", ""), new(""));
        assert_eq!(of("4", "none = \"ingen\""), new("ingen"));
        assert_eq!(of("Ingen", "none = \"ingen\""), Ok(None));
        assert_eq!(of("4", "blank = \"not-coded\""), Err(Cannot::SayNone));
        assert_eq!(of("1; 5", ""), Err(Cannot::HasUnused("5".to_owned())));
    }
}
