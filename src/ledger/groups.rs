//! Rows of a frame by their keys, grouped by polars.

use std::collections::BTreeMap;

use polars::frame::DataFrame;
use polars::prelude::{GroupsIndicator, PolarsResult};

/// What a missing key is, among keys that are positions.
pub(super) const NONE: u32 = u32::MAX;

/// The values of rows that share N keys, ascending.
#[derive(Debug)]
pub(super) struct Groups<const N: usize>(BTreeMap<[u32; N], Vec<u32>>);

impl<const N: usize> Groups<N> {
    /// Groups a frame: the `values` of all rows by their `keys`, both columns of `u32`.
    pub(super) fn new(frame: &DataFrame, keys: [&str; N], values: &str) -> PolarsResult<Self> {
        let mut groups = BTreeMap::new();
        if frame.height() == 0 {
            return Ok(Self(groups));
        }
        let columns = keys.map(|key| frame.column(key).and_then(|column| column.u32()));
        let values = frame.column(values)?.u32()?;
        for members in frame.group_by(keys)?.get_groups().iter() {
            let rows: Vec<usize> = match members {
                GroupsIndicator::Idx((_, all)) => all.iter().map(|row| *row as usize).collect(),
                GroupsIndicator::Slice([first, length]) => (first as usize..(first + length) as usize).collect(),
            };
            let Some(first) = rows.first() else { continue };
            let mut key = [NONE; N];
            for (part, column) in key.iter_mut().zip(&columns) {
                let column = column.as_ref().map_err(Clone::clone)?;
                *part = column.get(*first).unwrap_or(NONE);
            }
            let mut group: Vec<u32> = rows.into_iter().filter_map(|row| values.get(row)).collect();
            group.sort_unstable();
            groups.insert(key, group);
        }
        Ok(Self(groups))
    }

    /// The values of a group; none where it has no row.
    pub(super) fn of(&self, key: [u32; N]) -> &[u32] {
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }
}
