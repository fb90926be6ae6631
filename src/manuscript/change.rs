//! What is to be done with a text in a control: nothing, a proposal, or a word to the editor who has changed it.

use super::words::same;

/// What a control showed when it was last filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The text that was written or proposed.
    pub(super) shown: String,
    /// The text that stood there before.
    pub(super) over: String,
}

/// A text as it stands now.
pub(super) struct Now<'t> {
    /// With proposals of this program taken back.
    pub(super) before: &'t str,
    /// With them accepted.
    pub(super) after: &'t str,
    /// Whether any are pending.
    pub(super) is_pending: bool,
    /// Whether it is only a word to fill in, or nothing.
    pub(super) is_empty: bool,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// It says so already.
    Same,
    /// It is proposed already.
    Pending,
    /// Nothing stands there yet.
    Write,
    /// Another text is proposed, in place of any proposal that is pending.
    Propose,
    /// The proposal is no longer true, and what stood before it is: it is taken back.
    TakeBack,
    /// An editor has rejected this before.
    Rejected,
    /// An editor has changed the text.
    Edited,
}

/// Decides for the text that a control is to show.
pub(super) fn decide(now: &Now<'_>, known: Option<&Known>, value: &str) -> Decision {
    let Now { before, after, is_pending, is_empty } = *now;
    if is_empty && !is_pending {
        return Decision::Write;
    }
    if same(after, value) {
        return if is_pending { Decision::Pending } else { Decision::Same };
    }
    let Some(known) = known else {
        return if is_pending && same(before, value) { Decision::TakeBack } else { Decision::Propose };
    };
    let is_ours = same(after, &known.shown) || same(before, &known.over) && (is_pending || same(before, after));
    match is_pending {
        _ if !is_ours => Decision::Edited,
        true if same(before, value) => Decision::TakeBack,
        true => Decision::Propose,
        // What was proposed is gone, and what stood before it is there again.
        false if same(after, &known.over) && !same(after, &known.shown) && same(&known.shown, value) => {
            Decision::Rejected
        }
        false => Decision::Propose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Before, after, what was shown and over what, the value.
    fn decided(before: &str, after: &str, known: Option<(&str, &str)>, value: &str) -> Decision {
        let known = known.map(|(shown, over)| Known { shown: shown.to_owned(), over: over.to_owned() });
        let now = Now { before, after, is_pending: before != after, is_empty: after.is_empty() };
        decide(&now, known.as_ref(), value)
    }

    #[test]
    fn every_case_of_the_handbook() {
        use Decision::*;
        // First filling: an empty control, one that is right, one that somebody has written in.
        assert_eq!(decided("", "", None, "12"), Write);
        assert_eq!(decided("12", "12", None, "12"), Same);
        assert_eq!(decided("11", "11", None, "12"), Propose);
        // Again: nothing new; a new number over an accepted, a plain, a pending one.
        assert_eq!(decided("12", "12", Some(("12", "11")), "12"), Same);
        assert_eq!(decided("12", "12", Some(("12", "11")), "13"), Propose);
        assert_eq!(decided("12", "12", Some(("12", "")), "13"), Propose);
        assert_eq!(decided("11", "12", Some(("12", "11")), "12"), Pending);
        assert_eq!(decided("11", "12", Some(("12", "11")), "13"), Propose);
        assert_eq!(decided("11", "12", Some(("12", "11")), "11"), TakeBack);
        // Rejected: not again, but another number is.
        assert_eq!(decided("11", "11", Some(("12", "11")), "12"), Rejected);
        assert_eq!(decided("11", "11", Some(("12", "11")), "13"), Propose);
        // Changed by an editor, beside a proposal or not.
        assert_eq!(decided("about 12", "about 12", Some(("12", "11")), "13"), Edited);
        assert_eq!(decided("about 11", "about 12", Some(("12", "11")), "13"), Edited);
        assert_eq!(decided("13", "13", Some(("12", "11")), "13"), Same);
    }
}
