//! Readers of foreign formats are not ours; where one of them panics on a damaged file, the file is refused and the program
//! goes on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

static READING: AtomicUsize = AtomicUsize::new(0);

/// Whether a foreign reader is at work somewhere: what panics then is reported as a damaged file, not as a fault.
pub fn is_reading() -> bool {
    READING.load(Ordering::SeqCst) > 0
}

/// What a foreign reader gives; `None` where it panicked.
pub(super) fn shielded<T>(read: impl FnOnce() -> T) -> Option<T> {
    READING.fetch_add(1, Ordering::SeqCst);
    // What a panic leaves half done is dropped with the reader.
    let result = catch_unwind(AssertUnwindSafe(read));
    READING.fetch_sub(1, Ordering::SeqCst);
    result.ok()
}
