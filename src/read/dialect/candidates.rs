//! The dialects that a text could be in.

use std::collections::BTreeMap;

use super::Dialect;
use super::score::Sample;
use crate::study::Reading;

/// Delimiters that need no evidence beyond standing there, the usual ones first.
pub(super) const USUAL: [char; 4] = [';', ',', '\t', '|'];

/// Marks that quote in files that people publish, the usual one first.
const QUOTES: [char; 10] = ['"', '\'', '`', '~', '”', '|', '^', '$', '*', '%'];

/// How many unusual delimiters are tried.
const MOST_UNUSUAL: usize = 8;

/// Every dialect that the sample gives reason to try.
pub(super) fn candidates(sample: &Sample<'_>, declared: &Reading) -> Vec<Dialect> {
    let delimiters = match &declared.delimiter {
        Some(delimiter) => vec![delimiter.clone()],
        None => delimiters(sample.text),
    };
    let mut all = Vec::new();
    for delimiter in delimiters {
        let quotes: Vec<Option<char>> = match declared.quote {
            Some(quote) => vec![quote],
            None => std::iter::once(None).chain(quotes(sample.text, &delimiter).map(Some)).collect(),
        };
        for quote in quotes {
            let escapes: Vec<Option<char>> = match declared.escape {
                Some(escape) => vec![escape],
                None => std::iter::once(None).chain(escapes(sample.text, &delimiter, quote).map(Some)).collect(),
            };
            let dialect = |escape| Dialect { delimiter: delimiter.clone(), quote, escape, skip: 0 };
            all.extend(escapes.into_iter().map(dialect));
        }
    }
    all
}

/// Signs that stand between fields: neither letters nor digits, brackets, marks or the signs of numbers.
fn delimiters(text: &str) -> Vec<String> {
    const NEVER: &str = ".\"'\n\r/()[]{}<>+%!?”“’`\\$€";
    let mut lines_with: BTreeMap<char, usize> = BTreeMap::new();
    let mut lines = 0;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        lines += 1;
        let mut seen: Vec<char> = Vec::new();
        for sign in line.chars().filter(|c| !c.is_alphanumeric() && !NEVER.contains(*c)) {
            if !seen.contains(&sign) {
                seen.push(sign);
                *lines_with.entry(sign).or_default() += 1;
            }
        }
    }
    let mut unusual: Vec<(char, usize)> = lines_with
        .iter()
        .map(|(sign, count)| (*sign, *count))
        .filter(|(sign, count)| !USUAL.contains(sign) && count * 5 >= lines && !sign.is_whitespace() || *sign == ' ')
        .collect();
    unusual.sort_by_key(|(sign, count)| (std::cmp::Reverse(*count), *sign));
    // Ids, dates and times have such signs in every line, too.
    const INSIDE: [char; 4] = ['-', '_', ':', ' '];
    let is_table = [';', '\t', '|'].iter().any(|sign| stands_in_all(text, *sign));
    unusual.retain(|(sign, _)| !(is_table && INSIDE.contains(sign)));
    let mut found: Vec<String> =
        USUAL.iter().filter(|sign| lines_with.contains_key(sign)).map(|sign| sign.to_string()).collect();
    found.extend(unusual.into_iter().take(MOST_UNUSUAL).map(|(sign, _)| sign.to_string()));
    for several in of_several_signs(text) {
        // Where every sign of a kind stands in a run, a single one separates nothing.
        found.retain(|single| !several.contains(single.as_str()) || several.len() == single.len());
        found.push(several);
    }
    found.extend(with_space(text));
    found.push(String::new());
    found
}

/// Whether a sign stands in every one of several lines.
fn stands_in_all(text: &str, sign: char) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    lines().nth(1).is_some() && lines().all(|line| line.contains(sign))
}

/// Runs of at least two signs that stand in nearly every line, and whose signs hardly ever stand alone.
fn of_several_signs(text: &str) -> Vec<String> {
    const PARTS: &str = "|~^#;:,§¤¦@&*=_-<>\t$+!\\";
    const NEARLY: usize = 8;
    let mut runs: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = 0;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        lines += 1;
        let mut seen: Vec<&str> = Vec::new();
        for run in line.split(|c: char| !PARTS.contains(c)).filter(|run| run.chars().count() > 1) {
            for unit in units(run) {
                if !seen.contains(&unit) {
                    seen.push(unit);
                    *runs.entry(unit).or_default() += 1;
                }
            }
        }
    }
    let mut found: Vec<(&str, usize)> = runs
        .into_iter()
        .filter(|(run, count)| *count * 10 >= lines * NEARLY && lines > 1 && !stands_alone(text, run))
        .collect();
    found.sort_by_key(|(run, count)| (std::cmp::Reverse(*count), std::cmp::Reverse(run.len()), *run));
    found.into_iter().take(2).map(|(run, _)| run.to_owned()).collect()
}

/// Whether the first sign of a run also stands without the rest of it: more than now and then, or several times in a line
/// without the run, as in the header of a table with blank columns.
fn stands_alone(text: &str, run: &str) -> bool {
    const NOW_AND_THEN: usize = 10;
    let sign = run.chars().next().unwrap_or_default();
    let (mut alone, mut all) = (0, 0);
    for line in text.lines() {
        let runs = line.matches(run).count();
        let rest = line.replace(run, "").matches(sign).count();
        if runs == 0 && rest > 1 {
            return true;
        }
        alone += rest;
        all += rest + runs;
    }
    alone * NOW_AND_THEN > all
}

/// A usual delimiter and a space, where nearly every line has them: such files need no quotes around decimal commas.
fn with_space(text: &str) -> impl Iterator<Item = String> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let all = lines().count();
    [", ", "; "]
        .into_iter()
        .filter(move |sign| all > 1 && lines().filter(|l| l.contains(sign)).count() * 10 >= all * 8)
        .map(str::to_owned)
}

/// A run of signs, and the shortest part that it repeats: empty fields make `||||` of `||`.
fn units(run: &str) -> Vec<&str> {
    let boundaries = run.char_indices().map(|(at, _)| at).skip(2);
    let mut all: Vec<&str> = boundaries
        .filter_map(|at| {
            let unit = &run[..at];
            (run.len().is_multiple_of(at) && run == unit.repeat(run.len() / at)).then_some(unit)
        })
        .collect();
    all.push(run);
    all
}

/// Marks that stand where a quoted field would begin and where one would end.
fn quotes<'a>(text: &'a str, delimiter: &'a str) -> impl Iterator<Item = char> + 'a {
    QUOTES.into_iter().filter(|quote| text.contains(*quote)).filter(move |quote| {
        if delimiter.contains(*quote) {
            return false;
        }
        let (mut begins, mut ends, mut all) = (0_usize, 0_usize, 0_usize);
        for line in text.lines() {
            let fields: Vec<&str> = if delimiter.is_empty() { vec![line] } else { line.split(delimiter).collect() };
            for field in fields {
                let field = field.trim();
                begins += usize::from(field.starts_with(*quote));
                ends += usize::from(field.ends_with(*quote) && field.len() > quote.len_utf8());
                all += field.matches(*quote).count();
            }
        }
        let usual = matches!(quote, '"' | '\'');
        begins > 0 && ends > 0 && (usual || (begins >= 2 && begins == ends && begins + ends == all))
    })
}

/// Signs that stand before a mark or delimiter as if to protect it.
fn escapes<'a>(text: &'a str, delimiter: &'a str, quote: Option<char>) -> impl Iterator<Item = char> + 'a {
    const ESCAPES: [char; 6] = ['\\', '^', '~', '!', '@', '#'];
    ESCAPES.into_iter().filter(|escape| text.contains(*escape)).filter(move |escape| {
        if delimiter.contains(*escape) || quote == Some(*escape) {
            return false;
        }
        let before = |sign: &str| !sign.is_empty() && text.contains(&format!("{escape}{sign}"));
        before(delimiter) || quote.is_some_and(|quote| before(&quote.to_string()))
    })
}
