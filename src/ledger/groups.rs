//! Rows of a frame by their keys.

use std::collections::BTreeMap;

use polars::frame::DataFrame;
use polars::prelude::{PolarsResult, UInt32Chunked};

/// What a missing key is, among keys that are positions.
pub(super) const NONE: u32 = u32::MAX;

/// The values of rows that share N keys, ascending.
#[derive(Debug)]
pub(super) struct Groups<const N: usize>(BTreeMap<[u32; N], Vec<u32>>);

impl<const N: usize> Groups<N> {
    /// Groups a frame: the `values` of all rows by their `keys`, both columns of `u32`. Row by row: the frame library's own
    /// grouping holds every row's keys a second time, and its number a third.
    pub(super) fn new(frame: &DataFrame, keys: [&str; N], values: &str) -> PolarsResult<Self> {
        let keys: Vec<&UInt32Chunked> = keys.iter().map(|key| frame.column(key)?.u32()).collect::<PolarsResult<_>>()?;
        let mut keys: Vec<_> = keys.into_iter().map(|column| column.iter()).collect();
        let mut groups: BTreeMap<[u32; N], Vec<u32>> = BTreeMap::new();
        for value in frame.column(values)?.u32()?.iter() {
            let mut key = [NONE; N];
            for (part, column) in key.iter_mut().zip(&mut keys) {
                *part = column.next().flatten().unwrap_or(NONE);
            }
            groups.entry(key).or_default().extend(value);
        }
        for group in groups.values_mut() {
            group.sort_unstable();
            group.shrink_to_fit();
        }
        Ok(Self(groups))
    }

    /// The values of a group; none where it has no row.
    pub(super) fn of(&self, key: [u32; N]) -> &[u32] {
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }
}
