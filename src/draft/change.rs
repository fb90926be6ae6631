//! What changed from one year to the next.

/// What became of something that was declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It has another name now.
    Renamed,
    /// It is there no more.
    Missing,
    /// It was not there.
    New,
}

/// A change from one year to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The file of the new year.
    pub file: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// The name: of the earlier year, or for something new its own.
    pub name: String,
    /// The name that it has now, or the nearest one.
    pub nearest: Option<String>,
}
