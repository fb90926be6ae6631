//! Agreement between coders, against independent tools and against what must always hold.

use std::collections::BTreeSet;

use insats::codebook::Codebook;
use insats::codebook::UnitKind;
use insats::coding::Codings;
use insats::coding::agreement::{Agreement, CodeLevel, agreement};
use insats::coding::reliability::{Measure, Ratings, masi, nominal};
use insats::diagnostic::Diagnostics;
use insats::read::Files;
use insats::study::Study;
use insats::survey::Input;
use insats::weighting::Weighting;
use proptest::prelude::*;

use crate::support::project;

fn of_the_shipped_study() -> Agreement {
    let mut messages = Diagnostics::new();
    let study = Study::load(&project("input/lagesrapport-2024")).expect("the study");
    let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "codebook").expect("the codebook");
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    let codings = Codings::read(&study, &book, &input, &files, &mut messages);
    let weighting = Weighting::new(&input, study.money, &mut messages);
    agreement(&book, &codings, &weighting, 0).expect("two coders")
}

/// Whole code sets of the two coders of 2024: kappa by scikit-learn 1.x (`cohen_kappa_score` on the sets as labels),
/// nominal alpha by the Python package `krippendorff`, alpha with MASI by NLTK's `AnnotationTask` (two empty sets equal).
#[test]
fn the_coders_of_2024_agree_as_independent_tools_say() {
    let found = of_the_shipped_study();
    assert_eq!(found.units[&UnitKind::Intervention].len(), 432);
    let expected = [
        ("activity", CodeLevel::Main, 0.9015, 0.9016, 0.9027),
        ("activity", CodeLevel::Sub, 0.8118, 0.8120, 0.8141),
        ("output", CodeLevel::Main, 0.7013, 0.7015, 0.7544),
        ("output", CodeLevel::Sub, 0.4806, 0.4809, 0.5672),
        ("goal", CodeLevel::Main, 0.7159, 0.7162, 0.7619),
        ("goal", CodeLevel::Sub, 0.5431, 0.5433, 0.6074),
        ("effect", CodeLevel::Main, 0.8393, 0.8394, 0.8650),
        ("effect", CodeLevel::Sub, 0.7187, 0.7190, 0.7586),
    ];
    for (domain, level, kappa, alpha, with_masi) in expected {
        for (measure, value) in [("cohen_kappa", kappa), ("alpha_nominal", alpha), ("alpha_masi", with_masi)] {
            let row = found.rows.iter().find(|r| {
                r.domain.word() == domain
                    && r.level == level
                    && r.code.is_none()
                    && !r.by_funds
                    && r.measure.word() == measure
            });
            let own = row.and_then(|r| r.value).unwrap_or(f64::NAN);
            assert!((own - value).abs() < 0.000_06, "{domain}, {}, {measure}: {own}, not {value}", level.word());
        }
    }
}

/// A settled sheet is what the coders agree on, so a study that declares it as final reads exactly those codes.
#[test]
fn what_coders_agree_on_is_not_listed_as_a_difference() {
    let found = of_the_shipped_study();
    for difference in &found.disagreements {
        let given: BTreeSet<_> = difference.codes.iter().flatten().collect();
        assert!(given.len() > 1, "{difference:?}");
    }
}

fn random_sets() -> impl Strategy<Value = Vec<Vec<Option<BTreeSet<String>>>>> {
    let codes = prop::sample::subsequence(vec!["a", "b", "c", "d"], 0..4);
    let set = prop::option::weighted(0.9, codes.prop_map(|c| c.into_iter().map(str::to_owned).collect()));
    prop::collection::vec(prop::collection::vec(set, 3), 2..40)
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    }
}

proptest! {
    #[test]
    fn neither_the_order_of_coders_nor_of_units_matters(units in random_sets(), turn in 0..3_usize) {
        let mut turned: Vec<_> = units.iter().rev().cloned().collect();
        turned.iter_mut().for_each(|unit| unit.rotate_left(turn));
        for measure in [Measure::PercentAgreement, Measure::Alpha, Measure::FleissKappa] {
            prop_assert!(close(
                Ratings::new(&units, masi).measure(measure),
                Ratings::new(&turned, masi).measure(measure),
            ));
        }
    }

    #[test]
    fn renaming_the_codes_changes_nothing(units in random_sets()) {
        let renamed: Vec<Vec<Option<BTreeSet<String>>>> = units
            .iter()
            .map(|unit| unit.iter().map(|set| set.as_ref().map(|s| s.iter().map(|c| format!("x{c}")).collect())).collect())
            .collect();
        for measure in [Measure::PercentAgreement, Measure::Alpha] {
            prop_assert!(close(
                Ratings::new(&units, nominal).measure(measure),
                Ratings::new(&renamed, nominal).measure(measure),
            ));
        }
    }

    #[test]
    fn identical_coders_have_an_alpha_of_one(units in random_sets()) {
        let same: Vec<Vec<Option<BTreeSet<String>>>> = units.iter().map(|unit| vec![unit[0].clone(); 3]).collect();
        let alpha = Ratings::new(&same, masi).measure(Measure::Alpha);
        prop_assert!(alpha.is_none_or(|a| (a - 1.0).abs() < 1e-12));
    }

    #[test]
    fn alpha_never_exceeds_one(units in random_sets()) {
        prop_assert!(Ratings::new(&units, masi).measure(Measure::Alpha).is_none_or(|a| a <= 1.0 + 1e-12));
    }
}
