//! Declared things that are everywhere referred to: kept once for the whole process, and referred to by a small handle.
//!
//! Domains of codebooks and texts of interventions are named in maps, frames and messages of a million interventions. There
//! are only as many as the files that were read declare, so none is ever given back.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Mutex, PoisonError};

/// A handle of a value that is kept for the whole process; equal values have the same.
#[derive(Debug)]
pub(crate) struct Interned<T: 'static>(&'static T);

/// The values of one type that are known.
pub(crate) type Known<T> = Mutex<BTreeSet<&'static T>>;

impl<T: Ord> Interned<T> {
    /// The handle of a value.
    pub fn new(known: &Known<T>, value: T) -> Self {
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(same) = known.get(&value) {
            return Self(same);
        }
        let kept: &'static T = Box::leak(Box::new(value));
        known.insert(kept);
        Self(kept)
    }
}

impl<T> Interned<T> {
    /// The value.
    pub fn get(self) -> &'static T {
        self.0
    }
}

impl<T> Clone for Interned<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Interned<T> {}

impl<T> Deref for Interned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}

impl<T> PartialEq for Interned<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> Eq for Interned<T> {}

impl<T: Ord> PartialOrd for Interned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord> Ord for Interned<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        if self == other { Ordering::Equal } else { self.0.cmp(other.0) }
    }
}

impl<T: Hash> Hash for Interned<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
