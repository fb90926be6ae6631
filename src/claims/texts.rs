//! Texts that names in assertions mean: how they are compared, and what is told of a name that means none.

use std::borrow::Cow;

use super::syntax::Named;
use super::token::Mistake;
use crate::diagnostic::{did_you_mean, shown};
use crate::msg;

/// A text as it is compared: without regard to case, and to kinds of space, dash and quotation mark.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => key.push('-'),
            '”' | '“' | '„' | '»' | '«' | '"' => key.push('\''),
            '’' | '‘' => key.push('\''),
            c if c.is_whitespace() => {
                if !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            c => key.extend(c.to_lowercase()),
        }
    }
    key.trim().to_owned()
}

/// The position of the one text that a name means: the same text, or the only one that begins so where the name ends in
/// an ellipsis.
pub fn position(name: &str, among: &[impl AsRef<str>]) -> Option<usize> {
    position_of_key(name, among.iter().map(|text| key(text.as_ref())))
}

fn position_of_key(name: &str, among: impl Iterator<Item = impl AsRef<str>>) -> Option<usize> {
    let wanted = key(name);
    let beginning = wanted.strip_suffix('…').or_else(|| wanted.strip_suffix("...")).map(str::trim_end);
    let is_meant = |text: &str| beginning.map_or(text == wanted, |beginning| text.starts_with(beginning));
    let mut found = among.enumerate().filter(|(_, text)| is_meant(text.as_ref()));
    let first = found.next().map(|(at, _)| at);
    first.filter(|_| found.next().is_none())
}

/// Texts that names are looked up in many times.
pub struct Texts<'a> {
    /// As they stand.
    pub shown: Cow<'a, [String]>,
    keys: Vec<String>,
}

impl<'a> Texts<'a> {
    /// Prepares them for looking up.
    pub fn new(shown: &'a [String]) -> Self {
        Self { keys: shown.iter().map(|text| key(text)).collect(), shown: Cow::Borrowed(shown) }
    }

    /// The same under other names, and where each of them stands then: those that read alike are one.
    pub fn renamed(&self, new: impl Fn(&str) -> String) -> (Self, Vec<usize>) {
        let (mut shown, mut keys, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for text in self.shown.iter().map(|text| new(text)) {
            let wanted = key(&text);
            let known = keys.iter().position(|known| *known == wanted);
            places.push(known.unwrap_or(keys.len()));
            if known.is_none() {
                shown.push(text);
                keys.push(wanted);
            }
        }
        (Self { shown: Cow::Owned(shown), keys }, places)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// The position of the one text that a name means.
    pub fn position(&self, name: &str) -> Option<usize> {
        position_of_key(name, self.keys.iter())
    }
}

/// What a text in an assertion names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An item of a question.
    Item,
    /// An answer to a question.
    Answer,
    /// A value of a ranking.
    Ranked,
}

/// The message for a text that is not among those of a question, or that several of them begin with.
pub fn unknown_text(name: &Named, kind: Kind, known: &[impl AsRef<str>]) -> Mistake {
    let wanted = key(&name.text);
    let beginning = wanted.strip_suffix('…').map(str::trim_end);
    let begin_so = beginning.map_or(0, |b| known.iter().filter(|text| key(text.as_ref()).starts_with(b)).count());
    let (text, suggestion) = (shown(&name.text), did_you_mean(&name.text, known.iter().map(AsRef::as_ref)));
    let message = match begin_so {
        2.. => msg!("several-begin-so", count = begin_so, text, suggestion),
        _ => match kind {
            Kind::Item => msg!("assertion-item-unknown", text, suggestion),
            Kind::Answer => msg!("assertion-answer-unknown", text, suggestion),
            Kind::Ranked => msg!("assertion-value-unknown", text, suggestion),
        },
    };
    Mistake::new(name.span, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_as_people_read_them() {
        let options = ["Barn 0–6 år", "Barn och unga 7–17 år", "Hbtqi+"];
        assert_eq!(position("barn 0-6\u{a0}år", &options), Some(0));
        assert_eq!(position("Barn och…", &options), Some(1));
        assert_eq!(position("Barn…", &options), None);
        assert_eq!(position("Barn", &options), None);
    }
}
