//! What stands over columns.

/// A column, or the columns of all blocks that share a pattern.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The name, with `{n}` for the number of a block.
    pub pattern: String,
    /// The name without the block's words.
    pub bare: String,
    /// The columns.
    pub columns: Vec<usize>,
}
