//! Numbered blocks: which number in a column's name is that of an intervention.

use std::collections::{BTreeMap, BTreeSet};

/// Words that a block is called by; where an export has but one block, only they tell it.
const BLOCK_WORDS: [&str; 9] =
    ["insats", "insatsen", "åtgärd", "aktivitet", "projekt", "intervention", "activity", "post", "i"];

/// The largest number of a block.
const MOST_BLOCKS: u32 = 400;

/// What surrounds a block's number in every name: all that stands before it, or what stands right before and all behind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Surrounding {
    /// `Insats {n}: …`
    Front(String),
    /// `… [insats {n}]`
    Back(String, String),
}

/// A column of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockColumn {
    /// The column.
    pub column: usize,
    /// The number of its block.
    pub number: u32,
    /// Its name with `{n}` for the number.
    pub pattern: String,
    /// Its name without the number and what surrounds it.
    pub bare: String,
}

/// The columns that stand in numbered blocks; none where no number repeats names.
pub fn block_columns(names: &[(usize, &str)]) -> Vec<BlockColumn> {
    let mut found: BTreeMap<Surrounding, Vec<BlockColumn>> = BTreeMap::new();
    for (column, name) in names {
        for (surrounding, block) in readings(*column, name) {
            found.entry(surrounding).or_default().push(block);
        }
    }
    let best = found.into_iter().filter(|(s, columns)| is_block(s, columns)).max_by_key(|(surrounding, columns)| {
        let specific = match surrounding {
            Surrounding::Front(before) => before.len(),
            Surrounding::Back(before, behind) => before.len() + behind.len(),
        };
        (repeated(columns), specific)
    });
    best.map(|(_, columns)| columns).unwrap_or_default()
}

/// Columns beside the blocks whose names are those of a block, but for spaces, signs, capitals or a letter, each with the
/// pattern that it nearly has: `Insats3: Kronor` beside `Insats {n}: Kronor`.
pub fn oddly_spelt(names: &[(usize, &str)], blocks: &[BlockColumn]) -> Vec<(usize, String)> {
    const NEAR: f64 = 0.85;
    const SHORT: usize = 8;
    let patterns: BTreeMap<String, &str> =
        blocks.iter().map(|b| (folded(&b.pattern.replacen("{n}", "", 1)), b.pattern.as_str())).collect();
    let is_block = |column: usize| blocks.iter().any(|b| b.column == column);
    let beside =
        names.iter().filter(|(column, name)| !is_block(*column) && name.contains(|c: char| c.is_ascii_digit()));
    let near = |name: &str| {
        let own = folded(name);
        let likeness = |known: &str| match () {
            () if known == own => 1.0,
            () if own.chars().count() < SHORT => 0.0,
            () => strsim::normalized_damerau_levenshtein(known, &own),
        };
        let scored = patterns.iter().map(|(known, pattern)| (likeness(known), *pattern));
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(likeness, _)| *likeness >= NEAR).map(|(_, pattern)| pattern)
    };
    beside.filter_map(|(column, name)| near(name).map(|pattern| (*column, pattern.to_owned()))).collect()
}

/// The letters of a name in lower case: what is left when spelling is not looked at.
pub fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// How many columns have a name that several blocks share.
fn repeated(columns: &[BlockColumn]) -> usize {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    columns.iter().for_each(|c| *numbers.entry(c.pattern.as_str()).or_default() += 1);
    let several = numbers.values().filter(|count| **count > 1).sum::<usize>();
    // With a single block no name is shared; then all count a little.
    if several > 0 { several * 2 } else { columns.len() }
}

/// Blocks are numbered from 1 (or 0) with at most few gaps, and have at least two columns each; a single block is one only
/// by its word.
fn is_block(surrounding: &Surrounding, columns: &[BlockColumn]) -> bool {
    let numbers: BTreeSet<u32> = columns.iter().map(|c| c.number).collect();
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return false };
    let patterns: BTreeSet<&str> = columns.iter().map(|c| c.pattern.as_str()).collect();
    let dense = *first <= 1 && numbers.len() * 4 >= (*last as usize) * 3;
    let word = match surrounding {
        Surrounding::Front(before) | Surrounding::Back(before, _) => {
            let letters: String = before.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
            BLOCK_WORDS.contains(&letters.as_str())
        }
    };
    let shared = columns.len() > patterns.len();
    dense && patterns.len() > 1 && (word || (shared && numbers.len() > 1))
}

/// Every number in a name, and what surrounds it.
fn readings(column: usize, name: &str) -> Vec<(Surrounding, BlockColumn)> {
    let mut all = Vec::new();
    let bytes = name.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = (at..bytes.len()).find(|i| !bytes[*i].is_ascii_digit()).unwrap_or(bytes.len());
        let (before, behind) = (&name[..at], &name[end..]);
        if let Some(number) = name[at..end].parse().ok().filter(|n| *n <= MOST_BLOCKS) {
            let pattern = format!("{before}{{n}}{behind}");
            let block = |bare: &str| BlockColumn {
                column,
                number,
                pattern: pattern.clone(),
                bare: bare.trim_start_matches(is_joint).trim_end_matches(|c| is_joint(c) && c != ')').to_owned(),
            };
            if before.chars().count() <= 24 && behind.chars().next().is_some_and(|c| !c.is_alphanumeric()) {
                all.push((Surrounding::Front(before.to_owned()), block(behind)));
            }
            if behind.chars().count() <= 3 && !behind.contains(char::is_alphanumeric) {
                let start = near_word(before);
                let near = &before[start..];
                all.push((Surrounding::Back(near.to_owned(), behind.to_owned()), block(&before[..start])));
            }
        }
        at = end;
    }
    all
}

/// What stands between a block's number and a name.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || ":.-–—_/|)".contains(c)
}

/// Where the last word before a number begins, with the bracket or sign before it: ` [insats ` of `Namn [insats `.
fn near_word(before: &str) -> usize {
    let trimmed = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let between = &before[trimmed.len()..];
    if let Some(bare) = before.strip_suffix(['(', '[']) {
        // `Namn (1)` and `Gjort? (1)`: the bracket is the block's, the question mark the name's.
        return bare.trim_end().len();
    }
    if !between.is_empty() && !between.contains(' ') {
        // `Namn_1`: only signs stand between.
        return trimmed.len();
    }
    let word = trimmed.trim_end_matches(char::is_alphanumeric);
    word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '?').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(names: &[&str]) -> Vec<(u32, String, String)> {
        let named: Vec<(usize, &str)> = names.iter().copied().enumerate().collect();
        block_columns(&named).into_iter().map(|b| (b.number, b.pattern, b.bare)).collect()
    }

    #[test]
    fn the_number_of_a_block_is_told_from_other_numbers() {
        let found = patterns(&[
            "Id",
            "Insats 1: Namn",
            "Insats 1: Målgrupp – Barn 0–6 år",
            "Insats 2: Namn",
            "Insats 2: Målgrupp – Barn 0–6 år",
            "Insats 2: Målgrupp – Andra (vilka?)",
            "Implementerat 2023 eller tidigare?",
        ]);
        let first = [(1, "Namn"), (1, "Målgrupp – Barn 0–6 år")];
        let second = [(2, "Namn"), (2, "Målgrupp – Barn 0–6 år"), (2, "Målgrupp – Andra (vilka?)")];
        let expected: Vec<_> = first
            .into_iter()
            .chain(second)
            .map(|(n, bare)| (n, format!("Insats {{n}}: {bare}"), bare.to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blocks_are_numbered_in_front_or_behind() {
        let cases: [(&[&str], &str, &str); 7] = [
            (&["Gjort? (1)", "Medel i kr (1)", "Gjort? (2)", "Medel i kr (2)"], "Gjort? ({n})", "Gjort?"),
            (&["Namn (1)", "Medel i kr (1)", "Namn (2)", "Medel i kr (2)"], "Namn ({n})", "Namn"),
            (&["Namn [insats 1]", "Kr [insats 1]", "Namn [insats 2]", "Kr [insats 2]"], "Namn [insats {n}]", "Namn"),
            (&["I1 Namn", "I1 Kr", "I2 Namn", "I2 Kr"], "I{n} Namn", "Namn"),
            (&["namn_1", "kr_1", "namn_2", "kr_2"], "namn_{n}", "namn"),
            (&["Åtgärd 1 - Namn", "Åtgärd 1 - Kr"], "Åtgärd {n} - Namn", "Namn"),
            (&["1. Namn", "1. Kr", "2. Namn", "2. Kr"], "{n}. Namn", "Namn"),
        ];
        for (names, pattern, bare) in cases {
            let found = patterns(names);
            assert_eq!(found.len(), names.len(), "{names:?}");
            assert_eq!((found[0].1.as_str(), found[0].2.as_str()), (pattern, bare));
        }
    }

    #[test]
    fn numbers_that_repeat_no_names_make_no_blocks() {
        assert!(patterns(&["Fråga 1: Ja?", "Fråga 2: Nej?", "Kostnad 2024"]).is_empty());
    }
}
