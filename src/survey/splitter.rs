//! Several answers in one cell: where one ends and the next begins.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{composed, plain};
use crate::wording::joined;

/// What stands in a kind of cell, part by part, and in how many cells.
pub(super) type Kind = (Vec<String>, usize);

/// How the cells of a question are taken apart.
pub(super) struct Splitter<'a> {
    separator: &'a str,
    /// Declared options in which the separator stands, the longest first.
    whole: Vec<Regex>,
    declared: bool,
}

impl<'a> Splitter<'a> {
    /// With the declared options; none: those that occur.
    pub(super) fn new(separator: &'a str, options: &[String]) -> Self {
        let mut longest: Vec<&String> = options.iter().collect();
        longest.sort_by_key(|option| std::cmp::Reverse(option.chars().count()));
        let needed = options.iter().any(|option| option.contains(separator.trim_matches(' ')));
        let form = |option: &&String| {
            let words: Vec<String> = option.split_whitespace().map(regex::escape).collect();
            Regex::new(&format!(r"(?i)^\s*{}", words.join(r"\s+"))).ok()
        };
        let whole = longest.iter().filter(|_| needed).filter_map(form).collect();
        Self { separator, whole, declared: !options.is_empty() }
    }

    /// The answers that stand in a cell's text.
    pub(super) fn parts(&self, text: &str) -> Vec<String> {
        let parts = if !self.whole.is_empty() {
            self.by_options(&composed(text))
        } else if self.declared {
            text.split(self.separator).map(plain).collect()
        } else {
            outside_brackets(text, self.separator)
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// Takes off the longest option that the rest begins with; where none does, what stands before the next separator.
    fn by_options(&self, text: &str) -> Vec<String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while !rest.is_empty() && !self.separator.is_empty() {
            let ends_well = |length: &usize| self.after_separator(&rest[*length..]).is_some();
            let length = self.whole.iter().filter_map(|option| option.find(rest)).map(|m| m.end()).find(ends_well);
            let length = length.or_else(|| rest.find(self.separator)).unwrap_or(rest.len());
            parts.push(plain(&rest[..length]));
            rest = self.after_separator(&rest[length..]).unwrap_or_default();
        }
        parts
    }

    /// What stands behind the separator that a text begins with; all is over at its end.
    fn after_separator<'t>(&self, text: &'t str) -> Option<&'t str> {
        if text.trim().is_empty() {
            return Some("");
        }
        let trimmed = text.trim_start_matches([' ', '\u{a0}']);
        text.strip_prefix(self.separator).or_else(|| trimmed.strip_prefix(self.separator))
    }
}

/// The parts between separators that stand in no brackets, where all brackets are closed.
fn outside_brackets(text: &str, separator: &str) -> Vec<String> {
    let plainly = || text.split(separator).map(plain).collect();
    let (mut depth, mut parts, mut from) = (0_usize, Vec::new(), 0);
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 0 => return plainly(),
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 && at >= from && text[at..].starts_with(separator) {
            parts.push(plain(&text[from..at]));
            from = at + separator.len();
        }
    }
    if depth > 0 {
        return plainly();
    }
    parts.push(plain(text.get(from..).unwrap_or_default()));
    parts
}

/// Tells where undeclared options look as if they had been split in two, or as if two had not been parted.
pub(super) fn report_suspicious(
    question: &str,
    separator: &str,
    cells: &[Kind],
    place: &Place,
    messages: &mut Diagnostics,
) {
    let (halves, unparted) = (halves(separator, cells), unparted(separator, cells));
    let cut = cut(separator, cells);
    let maybe: Vec<String> = maybe_unparted(separator, cells).into_iter().filter(|p| !unparted.contains(p)).collect();
    let (question, separator) = (shown(question), shown(separator));
    if !cut.is_empty() {
        let options = joined(cut.iter().map(|part| shown(part)), ", ");
        messages.push(Diagnostic::warning(place.clone(), msg!("options-cut", question = &question, options)));
    }
    if !halves.is_empty() {
        let of_one = |(a, b, count): &(String, String, usize)| {
            msg!("option-behind", option = shown(b), other = shown(a), count = *count)
        };
        let options = joined(halves.iter().map(of_one), ", ");
        let message = msg!("options-never-alone", question = &question, options, separator = &separator);
        messages.push(Diagnostic::warning(place.clone(), message));
    }
    if !unparted.is_empty() {
        let options = joined(unparted.iter().map(|part| shown(part)), ", ");
        let message = msg!("options-unparted", question = &question, options, separator = &separator);
        messages.push(Diagnostic::warning(place.clone(), message));
    }
    if !maybe.is_empty() {
        let options = joined(maybe.iter().map(|part| shown(part)), ", ");
        let message = msg!("options-maybe-unparted", question, options, separator);
        messages.push(Diagnostic::notice(place.clone(), message));
    }
}

fn parts_of(cells: &[Kind]) -> impl Iterator<Item = &String> {
    cells.iter().flat_map(|(cell, _)| cell)
}

/// Parts that stand only behind one other: first, second, how often. Behind a comma a small letter is enough of a sign.
fn halves(separator: &str, cells: &[Kind]) -> Vec<(String, String, usize)> {
    const MOST: usize = 5;
    let mut total: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (cell, times) in cells {
        cell.iter().for_each(|part| *total.entry(part.as_str()).or_default() += times);
        cell.windows(2).for_each(|pair| *pairs.entry((pair[0].as_str(), pair[1].as_str())).or_default() += times);
    }
    let comma = separator.contains(',');
    let starts = |text: &str, large: bool| {
        text.chars().next().is_some_and(|c| if large { c.is_uppercase() } else { c.is_lowercase() })
    };
    let is_half = |(first, second): (&str, &str), count: usize| {
        let goes_on = starts(first, true) && starts(second, false);
        let inseparable = total.get(first) == Some(&count);
        total.get(second) == Some(&count)
            && match (comma, goes_on) {
                (true, true) => true,
                (true, false) => inseparable && count >= 2,
                (false, true) => inseparable && count >= 2,
                (false, false) => false,
            }
    };
    let found = pairs.iter().filter(|(pair, count)| is_half(**pair, **count));
    found.map(|((a, b), n)| ((*a).to_owned(), (*b).to_owned(), *n)).take(MOST).collect()
}

/// Signs by which cells are usually joined.
const USUAL: [char; 5] = [';', ',', '|', '/', '\n'];

/// Parts that occur once and that another usual separator would part into several, one of which is a frequent option.
fn maybe_unparted(separator: &str, cells: &[Kind]) -> Vec<String> {
    const MOST: usize = 5;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (cell, times) in cells {
        cell.iter().for_each(|part| *counts.entry(part.to_lowercase()).or_default() += times);
    }
    let times = |part: &str| counts.get(&plain(part).to_lowercase()).copied().unwrap_or_default();
    let is_several = |part: &&String| {
        let mut others = USUAL.into_iter().filter(|sign| !separator.contains(*sign) && part.contains(*sign));
        times(part) == 1 && others.any(|sign| part.split(sign).any(|piece| times(piece) > 1))
    };
    let mut found: Vec<String> = parts_of(cells).filter(is_several).cloned().collect();
    found.sort_unstable();
    found.truncate(MOST);
    found
}

/// Parts that another usual separator would part into options that also stand alone.
fn unparted(separator: &str, cells: &[Kind]) -> Vec<String> {
    const USUAL: [char; 5] = [';', ',', '|', '/', '\n'];
    const WORDS: [&str; 5] = [" och ", " samt ", " & ", " and ", " + "];
    const MOST: usize = 5;
    let mut alone: Vec<String> = parts_of(cells).map(|part| part.to_lowercase()).collect();
    alone.sort_unstable();
    alone.dedup();
    let known = |part: &str| alone.binary_search(&plain(&part.to_lowercase())).is_ok();
    let is_several = |part: &&String| {
        let others = USUAL.into_iter().filter(|sign| !separator.contains(*sign) && part.contains(*sign));
        let by_word = |word: &&str| part.contains(*word) && part.split(*word).all(known);
        others.into_iter().any(|sign| part.split(sign).filter(|p| !p.trim().is_empty()).all(known))
            || WORDS.iter().any(by_word)
    };
    let mut found: Vec<String> = parts_of(cells).filter(is_several).cloned().collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(MOST);
    found
}

/// Parts at the end of cells that were probably cut: several different cells of one length end in the beginning of another
/// part, at least one of them within a word.
fn cut(separator: &str, cells: &[Kind]) -> Vec<String> {
    const SHORTEST: usize = 20;
    const FEWEST: usize = 2;
    let all: BTreeSet<&str> = parts_of(cells).map(String::as_str).collect();
    // In their order, what begins with a part stands right behind it.
    let longer = |part: &str| {
        let mut behind = all.range::<str, _>((Bound::Excluded(part), Bound::Unbounded));
        behind.next().and_then(|next| next.strip_prefix(part))
    };
    let between = separator.trim().chars().count() + 1;
    let mut by_length: BTreeMap<usize, BTreeMap<&[String], bool>> = BTreeMap::new();
    for (cell, _) in cells {
        let Some(rest) = cell.last().and_then(|last| longer(last)) else { continue };
        let length = cell.iter().map(|part| part.chars().count() + between).sum::<usize>() - between;
        let within = rest.starts_with(char::is_alphanumeric);
        by_length.entry(length).or_default().insert(cell, within);
    }
    let is_cut = |(length, cells): &(&usize, &BTreeMap<&[String], bool>)| {
        **length >= SHORTEST && cells.len() >= FEWEST && cells.values().any(|within| *within)
    };
    let found = by_length.iter().filter(is_cut).flat_map(|(_, cells)| cells.keys());
    let parts: BTreeSet<&String> = found.filter_map(|cell| cell.last()).collect();
    parts.into_iter().cloned().collect()
}

/// The sign by which a part falls into known options, where the declared separator does not part it.
pub(super) fn other_separator(part: &str, is_known: impl Fn(&str) -> bool) -> Option<char> {
    let usual = [';', ',', '|', '/'].into_iter().filter(|sign| part.contains(*sign));
    usual.into_iter().find(|sign| part.split(*sign).all(|p| p.trim().is_empty() || is_known(&plain(p))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn once(texts: &[&str]) -> Kind {
        (owned(texts), 1)
    }

    fn cells(separator: &str, texts: &[&str]) -> Vec<Kind> {
        texts.iter().map(|text| (Splitter::new(separator, &[]).parts(text), 1)).collect()
    }

    #[test]
    fn declared_options_are_found_whole() {
        let options = owned(&["Barn, unga och deras familjer", "Vuxna", "Äldre", "Äldre, även anhöriga"]);
        let splitter = Splitter::new(",", &options);
        assert_eq!(splitter.parts("Barn, unga och deras familjer, Vuxna"), ["Barn, unga och deras familjer", "Vuxna"]);
        assert_eq!(splitter.parts("vuxna, Äldre, äldre,  även anhöriga, "), ["vuxna", "Äldre", "äldre, även anhöriga"]);
        assert_eq!(splitter.parts("Vuxna, Okänd, Äldre"), ["Vuxna", "Okänd", "Äldre"]);
        assert_eq!(splitter.parts("Äldreboende, Vuxna"), ["Äldreboende", "Vuxna"]);
        assert!(splitter.parts(" , ").is_empty());
        let lines = Splitter::new("\n", &options);
        assert_eq!(lines.parts("Äldre, även anhöriga\nVuxna\n"), ["Äldre, även anhöriga", "Vuxna"]);
    }

    #[test]
    fn a_separator_in_brackets_parts_nothing() {
        let splitter = Splitter::new(",", &[]);
        assert_eq!(splitter.parts("Skola (förskola, gymnasium), Vård"), ["Skola (förskola, gymnasium)", "Vård"]);
        assert_eq!(splitter.parts("Skola (förskola, Vård"), ["Skola (förskola", "Vård"]);
        assert_eq!(splitter.parts("a), b"), ["a)", "b"]);
    }

    #[test]
    fn halves_of_an_option_never_stand_alone() {
        let cells = |texts: &[&str]| cells(",", texts);
        let found = halves(",", &cells(&["Barn, unga, Vuxna", "Barn, unga", "Vuxna", "Äldre, även anhöriga", "Äldre"]));
        let expected = [("Barn", "unga", 2), ("Äldre", "även anhöriga", 1)];
        assert_eq!(found, expected.map(|(a, b, n)| (a.to_owned(), b.to_owned(), n)));
        // Two that are ticked together once, and letters that are always small, say nothing.
        assert!(halves(",", &cells(&["Barn, Vuxna", "Äldre"])).is_empty());
        assert!(halves(",", &cells(&["barn, vuxna", "barn", "vuxna, äldre"])).is_empty());
        assert_eq!(unparted(";", &[once(&["Barn", "Vuxna"]), once(&["Barn, Vuxna"])]), ["Barn, Vuxna"]);
        let by_word = [once(&["Vuxna"]), once(&["Äldre"]), once(&["Vuxna och Äldre"]), once(&["Hem och skola"])];
        assert_eq!(unparted(";", &by_word), ["Vuxna och Äldre"]);
    }

    /// Two cells of 23 signs that end in "Primärvår" and "Elevhäl", which stand whole elsewhere.
    #[test]
    fn options_that_were_cut_at_one_length_are_told() {
        let cells = |texts: &[&str]| cells(";", texts);
        let cut_cells = ["Socialtjänst; Primärvår", "Barnmottagning; Elevhäl", "Primärvård", "Elevhälsa"];
        assert_eq!(cut(";", &cells(&cut_cells)), ["Elevhäl", "Primärvår"]);
        // One alone, of different lengths, or an option of its own.
        assert!(cut(";", &cells(&["Socialtjänst; Primärvår", "Primärvård", "Elevhälsa"])).is_empty());
        assert!(
            cut(";", &cells(&["Socialtjänst; Primärvår", "Barnmottagning; Elevhä", "Primärvård", "Elevhälsa"]))
                .is_empty()
        );
        assert!(cut(";", &cells(&["Socialtjänsten; Barn", "Barn", "Äldre; Barn", "Barnhälsa"])).is_empty());
        // One piece is known and frequent, the whole occurs once; twice, or beside a rare piece, it is an option.
        let maybe = |texts: &[&str]| maybe_unparted(";", &[once(texts)]);
        assert_eq!(maybe(&["Barn", "Barn", "Barn, Vuxna"]), ["Barn, Vuxna"]);
        assert!(maybe(&["Barn", "Barn", "Barn, Vuxna", "barn, vuxna"]).is_empty());
        assert!(maybe(&["Barn", "Barn, Vuxna"]).is_empty());
    }
}
