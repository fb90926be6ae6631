//! The library as other programs use it: errors are errors, and say as text what the console says.

use std::error::Error;

use insats::claims::token::Mistake;
use insats::codebook::pattern::Problem;
use insats::diagnostic::{Diagnostic, Diagnostics, Place};
use insats::output::OutputError;
use insats::register::{Level, Unresolved, resolve};
use insats::run::{Failure, Options, run};
use insats::wording::Language;

use crate::support::project;

// Its `main` is not called here.
#[allow(dead_code)]
#[path = "../../examples/codes.rs"]
mod codes;

fn is_error<E: Error + Send + Sync + 'static>() {}

#[test]
fn every_error_is_an_error() {
    is_error::<Failure>();
    is_error::<OutputError>();
    is_error::<Diagnostic>();
    is_error::<Diagnostics>();
    is_error::<Unresolved>();
    is_error::<Problem>();
    is_error::<Mistake>();
}

fn work(study: &str) -> Result<usize, Box<dyn Error + Send + Sync>> {
    let folder = tempfile::tempdir()?;
    let options = Options { out: Some(folder.path().join("out")), ..Options::default() };
    Ok(run(&project(study), &options, &|_| {})?.areas.len())
}

#[test]
fn a_failure_goes_through_a_question_mark_with_its_messages() {
    assert_eq!(work("tests/cases/readme-min-studie").expect("a run"), 1);
    let expected =
        std::fs::read_to_string(project("tests/cases/error-columns/expected/messages.txt")).expect("messages");
    assert_eq!(work("tests/cases/error-columns").expect_err("messages").to_string(), expected.trim_end());
}

#[test]
fn other_failures_say_their_reason() {
    let changed = Failure::Changed(vec!["a.csv".to_owned(), "b.csv".to_owned()]);
    assert_eq!(changed.to_string(), "changed while they were read, so nothing was written; run again: a.csv, b.csv");
    assert_eq!(Failure::Fault("x".to_owned()).to_string(), "a fault of the program: the library says \"x\"");
    let error = std::io::Error::other("no space");
    let full = Failure::from(OutputError::Io { what: insats::msg!("cannot-write", path = "out"), error });
    assert_eq!(full.to_string(), "cannot write out: the system says \"no space\"");
    assert_eq!(full.text(Language::Swedish), "kan inte skriva out: systemet säger \"no space\"");
    assert_eq!(full.source().expect("the machine's reason").to_string(), "no space");
    let asked = insats::msg!("repayment-without-amount", recipient = "Region Skåne", area = "\"a\"");
    let message = Diagnostic::warning(Place::line("a.csv", 2), asked);
    let told = "warning: a.csv, line 2\n    found     the row of Region Skåne for \"a\" has no amount\n    expected  an \
                amount in every row; 0 is one\n    to do     fill the amount in in a copy of the file; now it counts as if the row \
                were not there";
    assert_eq!(message.to_string(), told);
    assert!(resolve(Level::region(), "Region Skane").expect_err("no such region").to_string().contains("Region Skåne"));
    let mistake = insats::claims::parse::parse("interventions(a ++ 1").expect_err("a mistake");
    assert!(mistake.to_string().starts_with("character 17: "), "{mistake}");
}

/// The example of the library on a case whose README works the numbers out by hand.
#[test]
fn the_example_prints_the_table_of_codes() {
    let expected = "\
bu-region: 4 interventions, 1,000,000 kr
activity  G1           3        600,000 kr  Nya arbetssätt och metoder
activity  G1.1         2        400,000 kr  Handlingsplaner
activity  G1.2         2        300,000 kr  Digital teknik
activity  G2           1        300,000 kr  Bemanning
activity  not-coded    1        400,000 kr
output    G1           1        100,000 kr  Nya arbetssätt och metoder
output    G1.1         1        100,000 kr  Handlingsplaner
output    G2           1        300,000 kr  Bemanning
output    none         1        200,000 kr
output    not-coded    1        400,000 kr
goal      R1           2        300,000 kr  Bättre tillgänglighet
goal      R1.1         1        100,000 kr  Kortare väntetider
goal      R2           1        100,000 kr  Ökad kunskap
goal      none         1        300,000 kr
goal      not-coded    1        400,000 kr
effect    R1           1        200,000 kr  Bättre tillgänglighet
effect    R1.1         1        200,000 kr  Kortare väntetider
effect    none         2        400,000 kr
effect    not-coded    1        400,000 kr
theme     T1           2        400,000 kr  Suicidprevention
";
    assert_eq!(codes::table(&project("tests/cases/codes-main-and-sub")).expect("a table"), expected);
}
