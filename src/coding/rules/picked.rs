//! Branch-free filtering into a buffer, and short lists read as one: for the scan, where mispredicted branches cost most.

/// A buffer that is filtered into without branches: every item is written, and overwritten by the next if it is not picked.
#[derive(Default)]
pub(super) struct Picked<T> {
    room: Vec<T>,
    count: usize,
}

impl<T: Copy + Default> Picked<T> {
    /// Makes room for so many more.
    #[inline]
    pub fn reserve(&mut self, more: usize) {
        if self.room.len() <= self.count + more {
            self.room.resize(2 * (self.count + more) + 1, T::default());
        }
    }

    /// Takes one that there is room for.
    #[inline]
    pub fn take_if(&mut self, picked: bool, one: T) {
        self.room[self.count] = one;
        self.count += usize::from(picked);
    }

    /// Takes some of so many, those that are told to be picked, in the place of what there was.
    #[inline]
    pub fn pick(&mut self, most: usize, all: impl Iterator<Item = (bool, T)>) {
        self.clear();
        self.reserve(most);
        let (room, mut count) = (self.room.as_mut_slice(), 0);
        for (picked, one) in all {
            room[count] = one;
            count += usize::from(picked);
        }
        self.count = count;
    }

    /// Takes all back.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    /// What was picked.
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        &self.room[..self.count]
    }
}

/// Short lists read as one, because the branch at the end of each would be mispredicted.
#[derive(Default)]
pub(super) struct Lists {
    lists: Picked<List>,
    items: u32,
}

/// A list that is not empty.
#[derive(Clone, Copy, Default)]
struct List {
    owner: u32,
    /// What makes a number among all items one among those of the list.
    shift: u32,
    /// Where it ends among all.
    end: u32,
}

impl Lists {
    /// Takes lists, each with its owner and where it stands: from and to.
    #[inline]
    pub fn take(&mut self, lists: impl ExactSizeIterator<Item = (u32, (u32, u32))>) {
        let (count, mut items) = (lists.len(), 0);
        let list = |(owner, (from, to)): (u32, (u32, u32))| {
            let shift = from.wrapping_sub(items);
            items += to - from;
            (to > from, List { owner, shift, end: items })
        };
        self.lists.pick(count, lists.map(list));
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
        let (lists, mut at) = (self.lists.as_slice(), 0);
        (0..self.items).map(move |item| {
            let List { owner, shift, end } = lists[at];
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
        let mut lists = Lists::default();
        for _ in 0..2 {
            lists.take([(7, (3, 5)), (8, (9, 9)), (9, (0, 1)), (4, (5, 6))].into_iter());
            assert_eq!(lists.each().collect::<Vec<_>>(), [(7, 3), (7, 4), (9, 0), (4, 5)]);
        }
        lists.take([(1, (2, 2))].into_iter());
        assert_eq!(lists.each().count(), 0);
    }
}
