//! The registers that came with the program. Source: Statistics Sweden's codes and names, population on 31 December 2024.

use super::content::Row;
use super::{Level, names};
use crate::exact::Exact;

/// Regions, counties, municipalities.
pub(super) const COUNT: usize = 3;

const TERRITORIES: &str = include_str!("regioner-och-lan.csv");
const MUNICIPALITIES: &str = include_str!("kommuner.csv");

/// The rows of the register at a place.
pub(super) fn rows(at: usize) -> Vec<Row> {
    let source = if at == 2 { MUNICIPALITIES } else { TERRITORIES };
    let row = |line: &str| {
        let fields: Vec<_> = line.split(',').collect();
        let [code, first, second, population] = fields[..] else { return None };
        let (name, sister) = match at {
            0 => (first, Some(second)),
            1 => (second, Some(first)),
            _ => (first, None),
        };
        let parent = || super::find(Level::county(), second).cloned();
        Some(Row {
            code: code.to_owned(),
            name: name.to_owned(),
            spellings: names::established(code, name, sister),
            numbers: vec![Exact::decimal(population.trim())],
            parent: if at == 2 { parent() } else { None },
        })
    };
    source.lines().skip(1).filter_map(row).collect()
}
