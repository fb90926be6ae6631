//! Coding sheets: missing, blank, doubled, or sorted apart from their ids.
