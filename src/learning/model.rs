//! The model file: what was learned, from what, and how good it is. It holds n-grams that at least three respondents wrote,
//! numbers, and nothing else of any answer.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::judge::Judge;
use super::material::{Origin, System, systems};
use super::quality::Quality;
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::read::hex;
use crate::wording::{Arg, Message, joined, library_says};

/// The version of the file format.
pub const FORMAT: u32 = 3;
/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// A model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// [`FORMAT`].
    pub format: u32,
    /// The SHA-256 of the model with this field empty: a file that was changed or cut off is noticed.
    pub checksum: String,
    /// The codebook whose codes it gives.
    pub codebook: CodebookVersion,
    /// How it was learned.
    pub settings: Settings,
    /// What it was learned from.
    pub data: Vec<Origin>,
    /// One per code system.
    pub systems: Vec<LearnedSystem>,
}

/// A codebook and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodebookVersion {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its rules and codes: the weights of rules were fitted to these.
    pub sha256: String,
}

/// How a model was learned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The promised precision of accepted codings.
    pub promise: f64,
    /// C of the logistic regression.
    pub cost: f64,
    /// The scale of a domain's own weights beside the shared ones.
    pub own: f32,
    /// In how many respondents' answers an n-gram must stand.
    pub respondents: usize,
    /// How many weights a code keeps at most.
    pub weights: usize,
}

/// What was learned about a code system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnedSystem {
    /// The codes, in the order of the codebook.
    pub codes: Vec<String>,
    /// The main code of each, as a position.
    pub mains: Vec<usize>,
    /// The n-grams.
    pub ngrams: Vec<String>,
    /// The inverse document frequency of each.
    pub rarity: Vec<f32>,
    /// The domains.
    pub domains: Vec<LearnedDomain>,
}

/// What was learned about a domain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnedDomain {
    /// The domain, by the word of the codebook.
    pub domain: String,
    /// The weights of every code; none for codes that too few answers have.
    pub weights: Vec<Option<Weights>>,
    /// How scores become decisions.
    pub judge: Judge,
    /// What the answers of each area were like, for noticing that new ones differ.
    pub usual: BTreeMap<String, Usual>,
    /// How good it is.
    pub quality: Quality,
}

/// What answers are usually like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usual {
    /// Answers.
    pub answers: usize,
    /// The share of an answer's different words that are known, on average, where the answer's own respondent is not counted.
    pub known_words: f64,
    /// The share of answers that people gave every code.
    pub shares: Vec<f64>,
}

/// The weights of a code: whole numbers times a scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The intercept.
    pub constant: f32,
    /// The value of one step.
    pub scale: f32,
    /// The n-grams: the first as a number, each further one as the distance from the one before.
    pub ngrams: Vec<u32>,
    /// Their weights.
    pub weights: Vec<i16>,
}

/// The largest whole number that a weight is written as.
const STEPS: f32 = 1000.0;

impl Weights {
    /// Keeps the `most` largest weights (the last of `dense` is the constant) as whole numbers.
    pub fn new(dense: &[f32], most: usize) -> Self {
        let Some((constant, weights)) = dense.split_last() else { return Self::default() };
        let largest = weights.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        if largest == 0.0 {
            return Self { constant: *constant, ..Self::default() };
        }
        let scale = largest / STEPS;
        let mut kept: Vec<(u32, i16)> = (0..).zip(weights.iter().map(|w| (w / scale).round() as i16)).collect();
        kept.retain(|(_, weight)| *weight != 0);
        if kept.len() > most {
            kept.select_nth_unstable_by_key(most, |(number, weight)| {
                (std::cmp::Reverse(weight.unsigned_abs()), *number)
            });
            kept.truncate(most);
            kept.sort_unstable_by_key(|(number, _)| *number);
        }
        let mut before = 0;
        let distances = kept.iter().map(|(number, _)| number - std::mem::replace(&mut before, *number)).collect();
        Self {
            constant: *constant,
            scale,
            ngrams: distances,
            weights: kept.iter().map(|(_, weight)| *weight).collect(),
        }
    }

    /// Every n-gram's number with its weight.
    pub fn entries(&self) -> impl Iterator<Item = (usize, f32)> {
        let mut number = 0_usize;
        self.ngrams.iter().zip(&self.weights).map(move |(distance, weight)| {
            number += *distance as usize;
            (number, f32::from(*weight) * self.scale)
        })
    }

    /// As many numbers as there are n-grams, and the constant.
    pub fn dense(&self, ngrams: usize) -> Vec<f32> {
        let mut dense = vec![0.0; ngrams + 1];
        self.entries().for_each(|(number, weight)| dense[number] = weight);
        dense[ngrams] = self.constant;
        dense
    }
}

impl Model {
    /// The bytes of the file: always the same for the same model.
    ///
    /// # Errors
    /// Those of serde_json: numbers that are not finite.
    pub fn to_json(&self) -> serde_json::Result<String> {
        let checksum = self.compute_checksum()?;
        Ok(serde_json::to_string(&Self { checksum, ..self.clone() })? + "\n")
    }

    fn compute_checksum(&self) -> serde_json::Result<String> {
        let empty = Self { checksum: String::new(), ..self.clone() };
        Ok(hex(&Sha256::digest(serde_json::to_vec(&empty)?)))
    }

    /// Reads a model and makes sure that it belongs to the codebook; `name` is how messages call the file.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn load(path: &Path, name: &str, book: &Codebook) -> Result<Self, Diagnostic> {
        let error = |message: Message| Diagnostic::error(Place::file(name), message);
        let unreadable = |e: std::io::Error| error(msg!("model-unreadable", error = &e));
        let size = std::fs::metadata(path).map_err(unreadable)?.len();
        if size > LARGEST {
            let [size, most] = [size, LARGEST].map(|bytes| (bytes >> 20).to_string());
            return Err(error(msg!("model-too-large", size, most)));
        }
        let bytes = std::fs::read(path).map_err(unreadable)?;
        Self::parse(&bytes, name, book)
    }

    /// Reads the bytes of a model; see [`Self::load`].
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn parse(bytes: &[u8], name: &str, book: &Codebook) -> Result<Self, Diagnostic> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let error = |message: Message| Diagnostic::error(Place::file(name), message);
        let Version { format } =
            serde_json::from_slice(bytes).map_err(|e| error(msg!("model-not-whole", error = library_says(e))))?;
        if format != FORMAT {
            let [format, known] = [format, FORMAT].map(|format| format.to_string());
            return Err(error(msg!("model-of-other-format", format, known)));
        }
        let damaged = |e: serde_json::Error| error(msg!("model-damaged", error = library_says(e)));
        let model: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        if model.compute_checksum().map_err(damaged)? != model.checksum {
            return Err(error(msg!("model-changed")));
        }
        model.fits(book, name)?;
        if !model.is_sound() {
            return Err(error(msg!("model-unsound")));
        }
        Ok(model)
    }

    fn fits(&self, book: &Codebook, name: &str) -> Result<(), Diagnostic> {
        let of = |id: &str, version: &str| format!("{} {}", shown(id), shown(version));
        let mine = of(&self.codebook.id, &self.codebook.version);
        let theirs = of(&book.id, &book.version);
        if mine != theirs {
            let differences = differences(&self.systems, &systems(book));
            let message = msg!("model-of-other-codebook", codebook = mine, own = theirs, differences);
            return Err(Diagnostic::error(Place::file(name), message));
        }
        let layouts = systems(book);
        let own = self
            .systems
            .iter()
            .map(|s| (s.domains.iter().map(|d| d.domain.as_str()).collect::<Vec<_>>(), &s.codes, &s.mains));
        let now = layouts.iter().map(|s| (s.domains.iter().map(|d| d.word()).collect(), &s.codes, &s.mains));
        if !own.eq(now) {
            let differences = differences(&self.systems, &layouts);
            let message = msg!("model-of-other-codes", codebook = theirs, differences);
            return Err(Diagnostic::error(Place::file(name), message));
        }
        Ok(())
    }

    /// Whether lengths and numbers fit together, so that nothing can go wrong in use.
    fn is_sound(&self) -> bool {
        self.systems.iter().all(|system| {
            let (codes, ngrams) = (system.codes.len(), system.ngrams.len());
            let weights = |w: &Weights| {
                let last: u64 = w.ngrams.iter().map(|distance| u64::from(*distance)).sum();
                w.ngrams.len() == w.weights.len() && (w.ngrams.is_empty() || last < ngrams as u64)
            };
            let domain = |d: &LearnedDomain| {
                d.weights.len() == codes
                    && d.weights.iter().flatten().all(weights)
                    && [d.judge.calibration.len(), d.judge.accepted_from.len()] == [codes; 2]
                    && d.usual.values().all(|usual| usual.shares.len() == codes)
            };
            system.rarity.len() == ngrams
                && system.mains.len() == codes
                && system.mains.iter().all(|main| *main < codes && system.mains[*main] == *main)
                && system.domains.iter().all(domain)
        })
    }

    /// Whether the rules have changed since the model was made.
    pub fn rules_changed(&self, book: &Codebook) -> bool {
        fingerprint(book) != self.codebook.sha256
    }

    /// The learned domain and its system.
    pub fn domain(&self, domain: Domain) -> Option<(&LearnedSystem, &LearnedDomain)> {
        let own = |system: &'_ LearnedSystem| system.domains.iter().position(|d| d.domain == domain.word());
        self.systems.iter().find_map(|system| own(system).map(|at| (system, &system.domains[at])))
    }
}

/// How the codes of a model and those of a codebook differ.
fn differences(learned: &[LearnedSystem], layouts: &[System]) -> Arg {
    let mine: Vec<&str> = learned.iter().flat_map(|system| &system.codes).map(String::as_str).collect();
    let theirs: Vec<&str> = layouts.iter().flat_map(|system| &system.codes).map(String::as_str).collect();
    let lacking = |of: &[&str], among: &[&str]| {
        of.iter().filter(|code| !among.contains(code)).copied().collect::<Vec<_>>().join(" ")
    };
    let (gone, new) = (lacking(&mine, &theirs), lacking(&theirs, &mine));
    if gone.is_empty() && new.is_empty() {
        return msg!("model-codes-same").into();
    }
    let gone = (!gone.is_empty()).then(|| msg!("model-codes-gone", codes = gone));
    let new = (!new.is_empty()).then(|| msg!("model-codes-new", codes = new));
    joined([gone, new].into_iter().flatten(), "; ")
}

/// The hash of a codebook's content, whatever its file looks like.
pub fn fingerprint(book: &Codebook) -> String {
    // Models keep the hash: it must not follow how codebooks are written.
    hex(&Sha256::digest(serde_json::to_string_pretty(book).map(|text| text + "\n").unwrap_or_default().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_keep_the_largest_and_come_back() {
        let dense = [0.5, -1.0, 0.0, 0.0004, 0.25, 0.125];
        let weights = Weights::new(&dense, 2);
        assert_eq!(
            (weights.ngrams.as_slice(), weights.weights.as_slice()),
            ([0, 1].as_slice(), [500, -1000].as_slice())
        );
        assert_eq!(weights.dense(5), [0.5, -1.0, 0.0, 0.0, 0.0, 0.125]);
        // 0.0004 of 1 is less than half a thousandth.
        assert_eq!(Weights::new(&dense, 9).ngrams, [0, 1, 3]);
    }
}
