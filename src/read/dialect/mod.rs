//! How a delimited text is written: encoding, delimiter, quotation mark, escape sign.
//!
//! What is not declared is detected by the measure of data consistency of G. J. J. van den Burg, A. Nazábal and C. Sutton,
//! "Wrangling messy CSV files by detecting row and type patterns" (Data Mining and Knowledge Discovery 33, 2019): the
//! dialect is right whose rows are alike and whose cells are of a known kind. `candidates` lists the dialects that a text
//! could be in, `score` measures them, `split` splits by the best; one piece of code serves `run`, `check`, `init`, `peek`.

mod candidates;
mod encoding;
mod kind;
mod score;
mod split;

pub use encoding::{Certainty, Decoded, decode};
pub use kind::{Kind, kind};
pub use split::{Record, Records, records};

use crate::diagnostic::shown;
use crate::msg;
use crate::study::Reading;
use crate::wording::Arg;

/// How a text is split into records and fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between two fields; nothing where a record is one field.
    pub delimiter: String,
    /// The mark that a field may be quoted by.
    pub quote: Option<char>,
    /// The sign that takes the meaning from a mark or delimiter behind it; a mark is also doubled.
    pub escape: Option<char>,
    /// How many lines at the top are passed over.
    pub skip: usize,
}

impl Default for Dialect {
    /// The dialect of Swedish spreadsheets.
    fn default() -> Self {
        Self { delimiter: ";".to_owned(), quote: Some('"'), escape: None, skip: 0 }
    }
}

/// A sign as people name it: `tab`, `space`, or the sign itself in quotes.
pub fn sign_name(sign: &str) -> Arg {
    match sign {
        "" => msg!("sign-none").into(),
        "\t" => msg!("sign-tab").into(),
        " " => msg!("sign-space").into(),
        sign => shown(sign).into(),
    }
}

/// A dialect, and how sure it is.
#[derive(Clone, Debug)]
pub struct Detected {
    /// The dialect.
    pub dialect: Dialect,
    /// How sure the delimiter is.
    pub certainty: Certainty,
    /// Whether the quotation mark was seen at work; otherwise it is the usual one.
    pub quotes_seen: bool,
    /// The next best delimiter, where the choice is unsure.
    pub alternative: Option<String>,
}

/// Detects the dialect of a text; what `declared` says is taken as it is.
pub fn detect(text: &str, declared: &Reading) -> Detected {
    let skip = declared.skip.unwrap_or(0);
    let sample = score::sample(text, skip);
    let candidates = candidates::candidates(&sample, declared);
    score::best(&sample, candidates, declared, skip)
}

#[cfg(test)]
mod tests;
