//! Inputs that fuzzers found telling, kept in `tests/fuzz/<target>`, run as ordinary tests.

use crate::hostile;
use crate::support::{files, project};

#[test]
fn kept_inputs_hold() {
    type Target = (&'static str, fn(&[u8]));
    let targets: [Target; 8] = [
        ("amounts", hostile::amounts),
        ("names", hostile::names),
        ("codebook", hostile::codebook),
        ("study", hostile::study),
        ("report", hostile::report),
        ("csv", hostile::csv),
        ("xlsx", hostile::xlsx),
        ("sav", hostile::sav),
    ];
    let kept = std::fs::read_dir(project("tests/fuzz")).expect("kept inputs").count();
    let programs = std::fs::read_dir(project("fuzz/fuzz_targets")).expect("fuzz targets").count();
    assert_eq!((kept, programs), (targets.len(), targets.len()), "a folder of inputs or a fuzz target is not run here");
    for (target, holds) in targets {
        let inputs = files(&project("tests/fuzz").join(target));
        assert!(inputs.len() >= 3, "{target} has {} inputs", inputs.len());
        for (name, bytes) in inputs {
            let result = std::panic::catch_unwind(|| holds(&bytes));
            assert!(result.is_ok(), "tests/fuzz/{target}/{name}");
        }
    }
}
