//! Codes learned from years that people have coded, each with a probability, and a promise of how often the accepted ones
//! are right.
//!
//! Two stages. The first is one linear model per code on n-grams of an answer: `features` extracts them, `merged` replaces
//! identical feature columns by one, `solver` fits the weights. The second, `judge`, is a small logistic regression per domain
//! on `judge_features` (the calibrated score of the first stage, the rules, the intervention's other answers); it gives
//! probabilities and decides what is accepted. `calibration` has the mathematics.
//!
//! Both are validated by cross-validation: `folds` divides the material so that no respondent and no wording stands in a test
//! cell and in what its model is trained on, `out_of_fold` predicts each answer by the model that has not seen it, `quality`
//! measures the predictions, `predictions` lists them. `train` puts these together, `model` is the file format, `scoring` and `suggest` apply a model;
//! `declared` finds the one that a study declares, `evaluation` measures one on coded answers, `drift` compares a study's texts
//! with the training material, `reading` is what it leaves to people, `work_list` the answers that they should look at first.

pub mod calibration;
pub mod declared;
pub mod drift;
pub mod evaluation;
pub mod features;
pub mod folds;
pub mod judge;
pub mod judge_features;
pub mod material;
pub mod merged;
pub mod model;
mod out_of_fold;
pub mod predictions;
pub mod quality;
pub mod reading;
mod scoring;
pub mod solver;
pub mod suggest;
pub mod train;
pub mod work_list;

pub use material::{CodeByRules, Example, Material, System};
pub use model::Model;
pub use suggest::{Evidence, Suggester, Suggestion};
