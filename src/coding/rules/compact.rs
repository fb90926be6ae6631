//! Branch-free filtering into a buffer, and short lists read as one: for the scan, where mispredicted branches cost most.

/// A buffer that is filtered into without branches: every item is written, and overwritten by the next if it is
/// not to be kept.
#[derive(Default)]
pub(super) struct CompactBuffer<T> {
    buffer: Vec<T>,
    count: usize,
}

impl<T: Copy + Default> CompactBuffer<T> {
    /// Makes room for so many more.
    #[inline]
    pub fn reserve(&mut self, more: usize) {
        if self.buffer.len() <= self.count + more {
            self.buffer.resize(2 * (self.count + more) + 1, T::default());
        }
    }

    /// Adds an item if it is to be kept. There must be room.
    #[inline]
    pub fn push_if(&mut self, keep: bool, one: T) {
        self.buffer[self.count] = one;
        self.count += usize::from(keep);
    }

    /// Replaces what there was by those of at most so many items that are to be kept.
    #[inline]
    pub fn fill_if(&mut self, most: usize, all: impl Iterator<Item = (bool, T)>) {
        self.clear();
        self.reserve(most);
        let (buffer, mut count) = (self.buffer.as_mut_slice(), 0);
        for (keep, one) in all {
            buffer[count] = one;
            count += usize::from(keep);
        }
        self.count = count;
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    /// What was kept.
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        &self.buffer[..self.count]
    }
}

/// Short lists read as one, because the branch at the end of each would be mispredicted.
#[derive(Default)]
pub(super) struct FlattenedRanges {
    ranges: CompactBuffer<FlattenedRange>,
    items: u32,
}

/// A list that is not empty.
#[derive(Clone, Copy, Default)]
struct FlattenedRange {
    owner: u32,
    /// Added to an item's number among all, it gives the item's place in the list's buffer.
    shift: u32,
    /// Where the list ends among all items.
    end: u32,
}

impl FlattenedRanges {
    /// Takes lists, each with its owner and where it stands: from and to.
    #[inline]
    pub fn set(&mut self, ranges: impl ExactSizeIterator<Item = (u32, (u32, u32))>) {
        let (count, mut items) = (ranges.len(), 0);
        let range = |(owner, (from, to)): (u32, (u32, u32))| {
            let shift = from.wrapping_sub(items);
            items += to - from;
            (to > from, FlattenedRange { owner, shift, end: items })
        };
        self.ranges.fill_if(count, ranges.map(range));
        self.items = items;
    }

    /// How many items there are.
    #[inline]
    pub fn items(&self) -> usize {
        self.items as usize
    }

    /// Every item, with the owner of its list.
    #[inline]
    pub fn each(&self) -> impl Iterator<Item = (u32, u32)> {
        let (ranges, mut at) = (self.ranges.as_slice(), 0);
        (0..self.items).map(move |item| {
            let FlattenedRange { owner, shift, end } = ranges[at];
            at += usize::from(item + 1 == end);
            (owner, item.wrapping_add(shift))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_gone_through_as_one() {
        let mut ranges = FlattenedRanges::default();
        for _ in 0..2 {
            ranges.set([(7, (3, 5)), (8, (9, 9)), (9, (0, 1)), (4, (5, 6))].into_iter());
            assert_eq!(ranges.each().collect::<Vec<_>>(), [(7, 3), (7, 4), (9, 0), (4, 5)]);
        }
        ranges.set([(1, (2, 2))].into_iter());
        assert_eq!(ranges.each().count(), 0);
    }
}
