//! Grouping rows of small numbers: the one place where counting is done.

use std::collections::BTreeMap;

use polars::frame::DataFrame;
use polars::prelude::{Column, GroupsIndicator, NamedFrom, PolarsResult, Series};

/// How many rows fall into a group, and the sum of their values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) count: usize,
    pub(super) sum: i64,
}

/// Rows of N keys and a value.
#[derive(Default)]
pub(super) struct Rows<const N: usize> {
    rows: Vec<([u32; N], i64)>,
}

impl<const N: usize> Rows<N> {
    pub(super) fn push(&mut self, keys: [u32; N], value: i64) {
        self.rows.push((keys, value));
    }

    /// The groups by their keys. Integer sums, so neither the order of rows nor the number of threads matters.
    pub(super) fn grouped(&self) -> PolarsResult<BTreeMap<[u32; N], Group>> {
        let mut groups = BTreeMap::new();
        if self.rows.is_empty() {
            return Ok(groups);
        }
        let names: Vec<String> = (0..N).map(|i| format!("key{i}")).collect();
        let columns = names.iter().enumerate().map(|(index, name)| {
            let keys: Vec<u32> = self.rows.iter().map(|(keys, _)| keys[index]).collect();
            Column::from(Series::new(name.as_str().into(), keys))
        });
        let frame = DataFrame::new_infer_height(columns.collect())?;
        let by_key = frame.group_by(names.iter().map(String::as_str))?;
        for members in by_key.get_groups().iter() {
            let rows: Vec<_> = match members {
                GroupsIndicator::Idx((_, all)) => all.iter().map(|row| *row as usize).collect(),
                GroupsIndicator::Slice([first, length]) => (first as usize..(first + length) as usize).collect(),
            };
            let Some(keys) = rows.first().map(|row| self.rows[*row].0) else { continue };
            let sum = rows.iter().map(|row| self.rows[*row].1).sum();
            groups.insert(keys, Group { count: rows.len(), sum });
        }
        Ok(groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_and_summed_by_their_keys() {
        let mut rows = Rows::<2>::default();
        for (keys, value) in [([1, 2], 10), ([1, 3], 5), ([1, 2], -4)] {
            rows.push(keys, value);
        }
        let groups = rows.grouped().unwrap_or_default();
        assert_eq!(groups.get(&[1, 2]), Some(&Group { count: 2, sum: 6 }));
        assert_eq!(groups.get(&[1, 3]), Some(&Group { count: 1, sum: 5 }));
        assert_eq!(groups.len(), 2);
    }
}
