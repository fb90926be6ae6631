//! Marks in the comments of a draft: words that are the same in every language, so that an editor finds them and a check
//! counts them, each with its reason in the study's language.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, printable};
use crate::msg;
use crate::wording::{Language, Message, first_of, joined};

/// What has to be looked at, and in which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// One of several readings.
    Unsure,
    /// It may not fit the new year.
    Check,
    /// It was put anew.
    Changed,
    /// It is not there this year.
    Missing,
}

impl Mark {
    const ALL: [Self; 4] = [Self::Unsure, Self::Check, Self::Changed, Self::Missing];

    fn word(self) -> &'static str {
        match self {
            Self::Unsure => "UNSURE",
            Self::Check => "CHECK",
            Self::Changed => "CHANGED",
            Self::Missing => "MISSING",
        }
    }
}

/// A mark and why it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reason {
    mark: Mark,
    why: Message,
}

impl Reason {
    /// A reason for a mark.
    pub(super) fn new(mark: Mark, why: Message) -> Self {
        Self { mark, why }
    }

    /// Its comment.
    pub(super) fn comment(&self, language: Language) -> String {
        comment(&format!("{}: {}", self.mark.word(), self.why.text(language)))
    }
}

/// A comment, wrapped, no control characters in it.
pub(super) fn comment(text: &str) -> String {
    const WIDTH: usize = 110;
    let mut lines = vec![String::from("#")];
    for word in printable(text).split_whitespace() {
        let last = lines.last().map_or(0, |l| l.chars().count());
        if last + word.chars().count() + 1 > WIDTH {
            lines.push(String::from("#"));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n") + "\n"
}

/// What stands at the top of a new draft.
pub(super) fn head() -> Message {
    msg!("drafted-head")
}

/// A text that was carried over, with what its marks mean at its top, where it has any; that of an earlier draft goes.
pub(super) fn with_head(text: &str, language: Language) -> String {
    let heads = [Language::Swedish, Language::English]
        .into_iter()
        .flat_map(|language| [head(), msg!("drafted-carried-head")].map(|head| comment(&head.text(language))));
    let bare = heads.into_iter().find_map(|head| text.strip_prefix(head.as_str())).unwrap_or(text).trim_start();
    if marks_in(bare).next().is_none() {
        return bare.to_owned();
    }
    format!("{}\n{bare}", comment(&msg!("drafted-carried-head").text(language)))
}

/// The marks in a text's comments, each with its line, counted from 1.
fn marks_in(text: &str) -> impl Iterator<Item = (Mark, usize)> {
    text.lines().enumerate().filter_map(|(at, line)| {
        let said = line.trim_start().strip_prefix('#')?.trim_start();
        let is_mark = |mark: &Mark| said.strip_prefix(mark.word()).is_some_and(|rest| rest.starts_with(':'));
        Mark::ALL.into_iter().find(is_mark).map(|mark| (mark, at + 1))
    })
}

/// Tells of the marks that are left in files, where there are any.
pub fn marks_left(files: &[(&str, String)]) -> Option<Diagnostic> {
    const MOST_LINES: usize = 40;
    let (mut places, mut count, mut first) = (Vec::new(), 0, None);
    for (file, text) in files {
        let mut by_mark: BTreeMap<Mark, Vec<String>> = BTreeMap::new();
        for (mark, line) in marks_in(text) {
            first.get_or_insert_with(|| Place::line(*file, line));
            by_mark.entry(mark).or_default().push(line.to_string());
        }
        for (mark, lines) in by_mark {
            count += lines.len();
            let of_mark = lines.len();
            let lines = first_of(lines, MOST_LINES, ", ");
            places.push(msg!("marks-in-file", mark = mark.word(), of_mark, file = *file, lines));
        }
    }
    first.map(|place| Diagnostic::notice(place, msg!("marks-left", count, places = joined(places, "; "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_counted_in_comments_alone() {
        let study = "# UNSURE står vid det osäkra.\ntitle = \"# UNSURE: no\"\n  # UNSURE: a\n#CHECK: b\n# see UNSURE: c\n# UNSURE: d\n";
        let told = marks_left(&[("study.toml", study.to_owned()), ("report.toml", "# MISSING: e\n".to_owned())]);
        let told = told.map(|told| told.told(Language::English)[0].clone()).unwrap_or_default();
        let expected = "4 marks of the draft are left: UNSURE in study.toml, lines 3, 6; CHECK in study.toml, line 4; \
                        MISSING in report.toml, line 1";
        assert_eq!(told, expected);
        assert_eq!(marks_left(&[("study.toml", "title = \"x\" # UNSURE\n".to_owned())]), None);
    }

    #[test]
    fn a_head_stands_once_and_only_over_marks() {
        let text = "# mine\n# CHANGED: x\na = 1\n";
        let once = with_head(text, Language::Swedish);
        assert!(once.ends_with(&format!("\n\n{text}")), "{once}");
        assert_eq!(with_head(&once, Language::Swedish), once);
        assert_eq!(with_head("a = 1\n", Language::English), "a = 1\n");
        let drafted = comment(&head().text(Language::Swedish)) + "\na = 1\n";
        assert_eq!(with_head(&drafted, Language::Swedish), "a = 1\n");
    }
}
