//! Values in messages: quoted, on one line, without contact data; and the known name that a wrong one is nearest to.

use std::collections::BTreeSet;

use crate::mask::without_contacts;
use crate::msg;
use crate::signs;
use crate::wording::{Arg, Message, joined};

/// A value from a file as a message may show it: quoted, one line, at most 60 characters; what cannot be seen, or is not the
/// letter that it looks like, escaped.
pub fn shown(value: &str) -> String {
    const LONGEST: usize = 60;
    quoted(value, LONGEST)
}

/// The same of a name that the user has to find again: whole.
pub fn shown_whole(value: &str) -> String {
    quoted(value, usize::MAX)
}

fn quoted(value: &str, longest: usize) -> String {
    // What respondents wrote to be reached by reaches no message.
    let value = &*without_contacts(value);
    let passes = signs::first_look_alike(value).is_some();
    let escaped = |c: char| is_unprintable(c) || passes && signs::look_alike(c).is_some();
    let mut text = String::from("\"");
    for (count, c) in value.chars().enumerate() {
        if count == longest {
            text.push('…');
            break;
        }
        match c {
            '"' => text.push_str("\\\""),
            c if escaped(c) => text.extend(c.escape_default()),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// Signs that a terminal would obey instead of showing, and those that nobody sees.
fn is_unprintable(c: char) -> bool {
    c.is_control() || signs::is_invisible(c) || signs::is_odd_space(c)
}

/// A text with what a terminal would obey escaped.
pub fn printable(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return text.into();
    }
    let escaped = |c: char| if is_unprintable(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(escaped).collect::<String>().into()
}

/// A part of a message as it is kept: what others' libraries say of a file may hold anything that stands in it.
pub(super) fn on_one_line(text: String) -> String {
    if text.contains(is_unprintable) { printable(&text).into_owned() } else { text }
}

/// The known name nearest to a wrong one, where one is near enough to be worth offering.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR_ENOUGH: f64 = 0.5;
    nearest_within(wrong, known, NEAR_ENOUGH)
}

/// The known name nearest to a wrong one, of those that are at least so like it, from 0 to 1 (the same).
pub fn nearest_within<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>, likeness: f64) -> Option<&'a str> {
    let wrong = signs::as_seen(wrong).to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(&wrong, &signs::as_seen(name).to_lowercase()), name))
        .filter(|(found, _)| *found >= likeness)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// Why a wrong name is not the known one that it looks like, where it is that alone.
pub fn look_alike<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Message> {
    let (sign, latin) = signs::first_look_alike(wrong)?;
    let seen = signs::as_seen(wrong).to_lowercase();
    let known = known.into_iter().find(|name| signs::as_seen(name).to_lowercase() == seen)?;
    let sign = sign.escape_default().to_string();
    Some(msg!("only-looks-like", name = shown(known), sign, letter = shown(&latin)))
}

/// Whether a text can be a name: letters, digits, `-` and `_`. Names become names of files and columns.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// "did you mean …?" for a wrong name, or the list of those that are known; nothing where none is.
pub fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Arg {
    const LONGEST_LIST: usize = 12;
    let mut seen = BTreeSet::new();
    let known: Vec<_> = known.into_iter().filter(|name| seen.insert(*name)).collect();
    if let Some(explained) = look_alike(wrong, known.iter().copied()) {
        return explained.into();
    }
    if let Some(name) = nearest(wrong, known.iter().copied()) {
        return msg!("did-you-mean", name = shown(name)).into();
    }
    if known.is_empty() {
        return Arg::nothing();
    }
    let mut names: Vec<_> = known.iter().take(LONGEST_LIST).map(|name| shown(name)).collect();
    if known.len() > LONGEST_LIST {
        names.push("…".to_owned());
    }
    msg!("known-are", names = joined(names, ", ")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_on_one_line_without_control_characters() {
        assert_eq!(shown("a\nb\u{1b}[31m"), r#""a\nb\u{1b}[31m""#);
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 63);
        // Blanks that nobody sees as such; those of numbers stay.
        assert_eq!(shown("a\u{2800}\u{3000}\u{2003}b"), r#""a\u{2800}\u{3000}\u{2003}b""#);
        assert_eq!(shown("1\u{a0}250\u{202f}000"), "\"1\u{a0}250\u{202f}000\"");
    }

    #[test]
    fn the_nearest_name_is_offered() {
        assert_eq!(nearest("lable", ["level", "label", "file"]), Some("label"));
        assert_eq!(nearest("xyz", ["level", "label"]), None);
    }
}
