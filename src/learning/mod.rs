//! Codes learned from years that people have coded, each with a probability, and a promise of how often the accepted ones
//! are right.
//!
//! `features` turns a text into n-grams (`twins` joins those that always stand together), `solver` fits a linear model to
//! them, `folds` divides the material so that a model is tried on respondents and wordings that it has not seen. `signs` says
//! what of an answer, of its rules and of its companion speaks for a code; `judge` makes probabilities of that and decides
//! what is accepted; `calibration` has its mathematics. `trial` hears answers as they are heard by models that have not seen
//! them, and `quality` measures how good that is. `train` puts these together, `model` is the file that comes of it, `scoring`
//! and `suggest` apply it.

pub mod calibration;
pub mod declared;
pub mod drift;
pub mod evaluation;
pub mod features;
pub mod folds;
pub mod judge;
pub mod material;
pub mod model;
pub mod quality;
pub mod reading;
mod scoring;
pub mod signs;
pub mod solver;
pub mod suggest;
pub mod train;
mod trial;
pub mod twins;

pub use material::{Example, Material, RuleWord, System};
pub use model::Model;
pub use suggest::{Evidence, Suggester, Suggestion};
