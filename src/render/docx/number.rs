//! The numbers of captions, and what refers to them. A number is a field that counts (`SEQ`), and is told where to begin wherever the
//! report's own number is not the next; a reference is a field that reads a bookmark around it (`REF`).

use std::collections::BTreeMap;

use super::field::{Bookmarks, begins, ends, field, run};
use super::xml::Xml;
use crate::report::{Document, Item};
use crate::wording::NO_BREAK;

/// The longest name of a bookmark, in characters.
const LONGEST: usize = 40;

/// A number in parts: `Bilaga 3, tabell 14b` is "Bilaga 3, tabell ", 14 and "b", and counts as "Tabell".
#[derive(Debug, PartialEq, Eq)]
struct Parts<'a> {
    label: &'a str,
    digits: &'a str,
    after: &'a str,
    counted: String,
}

impl<'a> Parts<'a> {
    fn of(number: &'a str) -> Option<Self> {
        let (label, own) = number.rsplit_once(NO_BREAK)?;
        let end = own.find(|c: char| !c.is_ascii_digit()).unwrap_or(own.len());
        let (digits, after) = own.split_at(end);
        let word = label.rsplit([' ', NO_BREAK]).next().unwrap_or(label);
        let is_name = word.chars().all(char::is_alphanumeric) && word.starts_with(char::is_alphabetic);
        let is_small = digits.len() <= 6 && digits.parse::<u64>().is_ok_and(|digits| digits.to_string() == own[..end]);
        (is_name && is_small && word.chars().count() <= LONGEST).then(|| Self {
            label: &number[..label.len() + NO_BREAK.len_utf8()],
            digits,
            after,
            counted: capital(word),
        })
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What an item's number is counted as, as `Figur`; `None` for one that has no number.
pub(super) fn counted(item: &Item) -> Option<String> {
    Parts::of(&item.number).map(|parts| parts.counted)
}

/// The numbers of captions as they are counted.
#[derive(Debug, Default)]
pub(super) struct Counters(BTreeMap<String, u64>);

impl Counters {
    /// The field that gives a number here.
    fn instruction(&mut self, parts: &Parts<'_>) -> String {
        let number: u64 = parts.digits.parse().unwrap_or_default();
        let last = self.0.insert(parts.counted.clone(), number);
        let how = if last.unwrap_or(0) + 1 == number {
            String::new()
        } else if last == Some(number) {
            // 20b goes on from 20a.
            r" \c".to_owned()
        } else {
            format!(r" \r {number}")
        };
        format!(r" SEQ {} \* ARABIC{how} ", parts.counted)
    }

    /// Writes the number of an item without bookmarks, since nothing refers to it yet; says whether it has any.
    pub(super) fn alone(&mut self, x: &mut Xml, item: &Item) -> bool {
        let Some(parts) = Parts::of(&item.number) else {
            run(x, &item.number);
            return !item.number.is_empty();
        };
        let instruction = self.instruction(&parts);
        run(x, parts.label);
        field(x, &instruction, parts.digits);
        if !parts.after.is_empty() {
            run(x, parts.after);
        }
        true
    }

    /// Writes the number of an item, with bookmarks that references read; says whether it has any.
    pub(super) fn write(&mut self, x: &mut Xml, bookmarks: &mut Bookmarks, item: &Item) -> bool {
        let Some(parts) = Parts::of(&item.number) else {
            run(x, &item.number);
            return !item.number.is_empty();
        };
        let instruction = self.instruction(&parts);
        bookmarks.around(x, &bookmark("_Ref_", &item.id), |bookmarks, x| {
            run(x, parts.label);
            bookmarks.around(x, &bookmark("_RefNr_", &item.id), |_, x| {
                field(x, &instruction, parts.digits);
                if !parts.after.is_empty() {
                    run(x, parts.after);
                }
            });
        });
        true
    }
}

/// The name of an item's bookmark; it is hidden, as those that Word makes.
fn bookmark(kind: &str, id: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if id.chars().all(fits) && kind.len() + id.len() <= LONGEST {
        return format!("{kind}{}", id.replace('-', "_"));
    }
    let start: String = id.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
    // FNV-1a: what cannot stand in a name still tells two apart.
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{kind}{start}_{hash:08x}")
}

/// The items that texts may refer to by their numbers.
#[derive(Debug, Default)]
pub(super) struct References {
    /// Number and id; the longest first, so that "tabell 1" is not found in "tabell 12".
    known: Vec<(String, String)>,
}

impl References {
    pub(super) fn of(document: &Document) -> Self {
        let numbered = document.items().filter(|item| Parts::of(&item.number).is_some());
        let mut known: Vec<_> = numbered.map(|item| (item.number.clone(), item.id.clone())).collect();
        known.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        Self { known }
    }

    /// Writes a text of which every reference to an item is a field; `own` is not referred to.
    pub(super) fn write(&self, x: &mut Xml, text: &str, own: &str) {
        let mut rest = text;
        while let Some((at, length, number, id)) = self.next(rest, own) {
            if at > 0 {
                run(x, &rest[..at]);
            }
            reference(x, &rest[at..at + length], number, id);
            rest = &rest[at + length..];
        }
        if !rest.is_empty() || text.is_empty() {
            run(x, rest);
        }
    }

    /// The next reference: where, how long, and to what.
    fn next<'a>(&'a self, text: &str, own: &str) -> Option<(usize, usize, &'a str, &'a str)> {
        let is_start = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
        let starts = text.char_indices().map(|(at, _)| at).filter(|at| is_start(*at));
        for at in starts {
            for (number, id) in &self.known {
                if let Some(length) = begins_with(&text[at..], number).filter(|_| id != own) {
                    return Some((at, length, number, id));
                }
            }
        }
        None
    }
}

/// How long a number is with which a text begins, small or capital, with whichever kind of space.
fn begins_with(text: &str, number: &str) -> Option<usize> {
    let same = |a: char, b: char| a == b || (b == NO_BREAK && a == ' ') || a.to_lowercase().eq(b.to_lowercase());
    let mut behind = text.chars();
    let mut length = 0;
    for expected in number.chars() {
        let found = behind.next().filter(|found| same(*found, expected))?;
        length += found.len_utf8();
    }
    let ends = behind.next().is_none_or(|c| !c.is_alphanumeric());
    ends.then_some(length)
}

/// A reference as it was written: the whole number, or, where its word is written otherwise, that word and the number alone.
fn reference(x: &mut Xml, written: &str, number: &str, id: &str) {
    if written == number {
        return field(x, &format!(r" REF {} \h ", bookmark("_Ref_", id)), written);
    }
    let own = Parts::of(number).map_or(0, |parts| parts.digits.len() + parts.after.len());
    let (label, digits) = written.split_at(written.len() - own);
    run(x, label);
    begins(x, &format!(r" REF {} \h ", bookmark("_RefNr_", id)));
    run(x, digits);
    ends(x);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(all: &[&str]) -> Vec<String> {
        let mut counters = Counters::default();
        let field = |number: &&str| {
            let parts = Parts::of(number).map(|parts| counters.instruction(&parts));
            parts.unwrap_or_default().trim().to_owned()
        };
        all.iter().map(field).collect()
    }

    #[test]
    fn numbers_count_and_are_told_where_they_do_not() {
        assert_eq!(
            numbers(&[
                "Figur\u{a0}2",
                "Figur\u{a0}3",
                "Tabell\u{a0}1",
                "Figur\u{a0}20a",
                "Figur\u{a0}20b",
                "Figur\u{a0}21"
            ]),
            [
                r"SEQ Figur \* ARABIC \r 2",
                r"SEQ Figur \* ARABIC",
                r"SEQ Tabell \* ARABIC",
                r"SEQ Figur \* ARABIC \r 20",
                r"SEQ Figur \* ARABIC \c",
                r"SEQ Figur \* ARABIC",
            ]
        );
        // A table of an appendix counts as a table.
        assert_eq!(numbers(&["Tabell\u{a0}4", "Bilaga\u{a0}3, tabell\u{a0}1"])[1], r"SEQ Tabell \* ARABIC \r 1");
        assert_eq!(numbers(&["", "Figur"]), ["", ""]);
    }

    #[test]
    fn names_of_bookmarks_differ_and_are_short_enough() {
        assert_eq!(bookmark("_Ref_", "figur-02"), "_Ref_figur_02");
        let (a, b) = (bookmark("_RefNr_", "figur_1-2"), bookmark("_RefNr_", "figur-1-2"));
        assert!(a != b && a.len() <= LONGEST, "{a} {b}");
        assert!(bookmark("_RefNr_", &"å".repeat(120)).len() <= LONGEST);
    }

    #[test]
    fn a_text_refers_to_items_that_there_are() {
        let known = ["Figur\u{a0}3", "Figur\u{a0}31", "Bilaga\u{a0}1, tabell\u{a0}3", "Tabell\u{a0}3"];
        let mut known: Vec<_> =
            known.iter().map(|n| ((*n).to_owned(), n.to_lowercase().replace(['\u{a0}', ' ', ','], "-"))).collect();
        known.sort_by_key(|(number, _)| std::cmp::Reverse(number.len()));
        let references = References { known };
        let written = |text: &str| {
            let mut x = Xml::default();
            references.write(&mut x, text, "tabell-3");
            let xml = String::from_utf8(x.into_bytes()).unwrap_or_default();
            let shown: String =
                xml.split("<w:t ").skip(1).filter_map(|t| t.split('>').nth(1)?.split('<').next()).collect();
            (shown, xml.matches(" REF ").map(str::trim).count(), xml)
        };
        let text = "Figur\u{a0}3 och figur 31, men inte figur 32, 3 figur 3a eller tabell 3; bilaga\u{a0}1, tabell 3.";
        let (shown, fields, xml) = written(text);
        assert_eq!((shown.as_str(), fields), (text, 3));
        assert!(xml.contains(" REF _Ref_figur_3 ") && xml.contains(" REF _RefNr_figur_31 "), "{xml}");
        assert_eq!(written("").0, "");
    }
}
