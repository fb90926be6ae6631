//! Codes learned from years that people have coded, each with a probability, and a promise of how often the accepted ones
//! are right.
//!
//! `features` turns a text into n-grams (`twins` joins those that always stand together), `solver` fits a linear model to them, `folds` divides the material so that a model
//! is tried on respondents and wordings that it has not seen, `judge` makes probabilities of scores, joins them with what the
//! codebook's rules say, and decides what is accepted; `calibration` has its mathematics, `quality` measures it. `train` puts
//! these together, `model` is the file that comes of it, `suggest` applies it.

pub mod calibration;
pub mod features;
pub mod folds;
pub mod judge;
pub mod material;
pub mod model;
pub mod quality;
mod scoring;
pub mod solver;
pub mod suggest;
pub mod train;
pub mod twins;

pub use material::{Example, Material, RuleWord, System};
pub use model::Model;
pub use suggest::{Suggester, Suggestion};
