//! A codebook as programs for qualitative analysis exchange it (REFI-QDA 1.5, `.qdc`): a tree of names with descriptions, and
//! sets of its members. It holds Swedish labels and definitions of codes, their order and main codes, code systems and which
//! domains use them; what it cannot hold is kept from the codebook in place.
//!
//! Tools keep names and descriptions, and most of them give new identifiers. A code's id therefore begins its name; the id of a
//! system or a domain, whose name is not its own, is its description.

mod arrange;
mod guid;
mod known;
mod lines;
mod merge;
mod parse;
mod read;
mod write;
mod xml;

pub use read::{Exchanged, read};
pub use write::{Written, write};

use crate::diagnostic::shown;
use crate::msg;
use crate::wording::{Arg, joined};

/// The program that wrote the file, as its files say.
const ORIGIN: &str = "insats";
/// What stands before the id of a system or a domain in its description.
const ID: &str = "id:";

/// What a file holds.
#[derive(Debug, Default)]
struct Tree {
    origin: String,
    codes: Vec<Node>,
    sets: Vec<Set>,
}

/// A code, or a category of codes.
#[derive(Clone, Debug, Default)]
struct Node {
    guid: String,
    name: String,
    is_codable: bool,
    description: Option<String>,
    children: Vec<Node>,
    /// The line of the file where it begins.
    line: usize,
}

/// A set of codes: those of a domain.
#[derive(Debug, Default)]
struct Set {
    guid: String,
    name: String,
    description: Option<String>,
    members: Vec<String>,
}

/// Ids as messages list them, the first of many.
fn listed<'i>(ids: impl ExactSizeIterator<Item = &'i String>) -> Arg {
    const MOST: usize = 8;
    let more = ids.len().saturating_sub(MOST);
    let named = joined(ids.take(MOST).map(|id| shown(id)), ", ");
    if more == 0 { named } else { msg!("codebook-and-more", named, more).into() }
}

/// The id that a description is.
fn id_in(description: Option<&String>) -> Option<&str> {
    description?.strip_prefix(ID)?.strip_prefix(' ')
}
