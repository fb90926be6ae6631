//! Locks by a new codebook.

use super::plan::Plan;
use crate::decisions::{Definition, Lock};

/// A lock by the new codebook. A code that a change names is defined as there, for whoever wrote the change says that its
/// codings hold; all others are as when they were given.
pub fn recoded(lock: &Lock, plan: &Plan) -> Lock {
    lock.recoded(&plan.book, |domain, code, definition| {
        let now = plan.now(code)?;
        let new = plan.book.domain(domain).and_then(|domain| plan.book.code(domain, now));
        let defined = new.filter(|_| plan.touches(now)).map_or(definition, Definition::of);
        Some((now.to_owned(), defined))
    })
}
