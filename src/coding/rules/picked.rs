//! Things picked out of many without a branch.

/// What was picked out of much. Whether a thing is picked cannot be foreseen, so it is written down in any case, and the
/// next is written over it if it is not.
#[derive(Default)]
pub(super) struct Picked<T> {
    room: Vec<T>,
    count: usize,
}

impl<T: Copy + Default> Picked<T> {
    /// Makes room for so many more.
    #[inline]
    pub fn reserve(&mut self, more: usize) {
        if self.room.len() < self.count + more {
            self.room.resize(2 * (self.count + more), T::default());
        }
    }

    /// Takes one that there is room for.
    #[inline]
    pub fn take_if(&mut self, picked: bool, one: T) {
        self.room[self.count] = one;
        self.count += usize::from(picked);
    }

    /// Takes all back.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    /// What was picked.
    pub fn as_slice(&self) -> &[T] {
        &self.room[..self.count]
    }
}
