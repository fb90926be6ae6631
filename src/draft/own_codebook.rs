//! The codebook of a draft: the one that the earlier study names and that is there, one near, a copy of the earlier study's, or the
//! program's own.

use std::path::Path;

use super::Earlier;
use super::programme::Programme;
use super::sources::codebook_near;
use super::survey::Guess;
use crate::codebook::Codebook;
use crate::msg;

/// The codebook that comes with the program.
const CODEBOOK: &str = include_str!("../../codebook/psykisk-halsa.json");

/// The name under which it is written where none is near.
const BUILT_IN: &str = "codebook.json";

/// The codebook of a draft.
pub struct OwnCodebook {
    /// Its path from the study's folder.
    pub path: Guess<String>,
    /// What it says that headers may speak of.
    pub programme: Programme,
    /// Its text, where it has to be written beside the draft.
    pub text: Option<String>,
}

/// A codebook of an earlier study.
pub struct EarlierCodebook {
    /// Its path, as the study has it.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl OwnCodebook {
    /// The codebook for a folder.
    pub fn of(folder: &Path, earlier: Option<&Earlier>) -> Self {
        let earlier = earlier.and_then(|earlier| earlier.codebook.as_ref());
        if let Some(kept) = earlier.filter(|own| folder.join(&own.path).is_file()) {
            let codebook = Codebook::load(&folder.join(&kept.path), "codebook");
            // One with errors is kept, too: a check tells of them.
            let programme = codebook.map_or_else(|_| Programme::default(), |own| Programme::of(&own));
            return Self { path: Guess::sure(kept.path.clone()), programme, text: None };
        }
        if let Some((path, codebook)) = codebook_near(folder) {
            return Self { path, programme: Programme::of(&codebook), text: None };
        }
        earlier.and_then(Self::copied).unwrap_or_else(Self::built_in)
    }

    /// A copy of that of the earlier study, where it can be read.
    fn copied(earlier: &EarlierCodebook) -> Option<Self> {
        let name = Path::new(&earlier.path).file_name()?.to_string_lossy().into_owned();
        let codebook = Codebook::parse(&earlier.text, &name).ok()?;
        let path = Guess { value: name, doubt: Some(msg!("unsure-codebook-of-earlier")) };
        Some(Self { path, programme: Programme::of(&codebook), text: Some(earlier.text.clone()) })
    }

    fn built_in() -> Self {
        let path = Guess { value: BUILT_IN.to_owned(), doubt: Some(msg!("unsure-codebook")) };
        let programme =
            Codebook::parse(CODEBOOK, BUILT_IN).map_or_else(|_| Programme::default(), |own| Programme::of(&own));
        Self { path, programme, text: Some(CODEBOOK.to_owned()) }
    }
}
