//! Estimates in figures, tables and claims, with intervals made by hand: the study of `tests/cases/claims`, where R-1-1 has
//! the activity G5 (545 455 kr), R-1-2 G1 and G2 (1 454 545 kr) and R-2-1 G4 (2 000 000 kr).

use std::fs;
use std::path::Path;

use insats::codebook::Codebook;
use insats::coding::{Codings, State};
use insats::diagnostic::Diagnostics;
use insats::ledger::{AreaId, Estimated, Estimates, Interval, Ledger, Selection};
use insats::money::Amount;
use insats::read::Files;
use insats::run::{Failure, Options, run};
use insats::study::{CodesFrom, Study};
use insats::survey::Input;
use insats::weighting::Weighting;

use crate::support::{project, shown};

/// A study that was read, with the estimates of its only area.
struct Read {
    book: Codebook,
    ledger: Ledger,
}

impl Read {
    fn new(folder: &Path) -> Self {
        let mut messages = Diagnostics::new();
        let study = Study::load(folder).expect("the study");
        let file = study.codebook.clone().expect("a codebook").value;
        let book = Codebook::load(&study.path(&file), "codebook").expect("the codebook");
        let files = Files::read(&study, &mut messages);
        let input = Input::read(&study, &files, &mut messages);
        let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
        codings.settle(codings.choose(None, &study), &book, &input, &mut messages).expect("codes");
        let weighting = Weighting::new(&input, study.money, &mut messages);
        let ledger = Ledger::new(&study, &book, &input, &codings, &weighting).expect("counts");
        Self { book, ledger }
    }

    /// What a code of activities comes to.
    fn activity(&self, code: &str) -> Selection {
        let domain = self.book.domain("activity").expect("a domain");
        Selection::Code(AreaId::new(0), domain, self.ledger.code_id(domain, code).expect("a code"))
    }

    /// Those without an activity, by why.
    fn without(&self, state: State) -> Selection {
        Selection::Without(AreaId::new(0), self.book.domain("activity").expect("a domain"), state)
    }
}

/// A number and its kronor, with what they may be at least and at most.
fn estimate(number: [usize; 3], kronor: [i64; 3]) -> Estimated {
    let [amount, least, most] = kronor.map(|kronor| Amount::from_kronor(kronor).expect("an amount"));
    Estimated {
        number: number[0],
        numbers: Some(Interval { low: number[1], high: number[2] }),
        funds: amount,
        amounts: Some(Interval { low: least, high: most }),
        read: 2,
        of: 3,
    }
}

#[test]
fn estimates_take_the_place_of_what_was_counted() {
    let mut read = Read::new(&project("tests/cases/claims"));
    let (g1, g4) = (read.activity("G1"), read.activity("G4"));
    let own = estimate([2, 1, 3], [2_000_000, 1_454_545, 4_000_000]);
    let none = estimate([0, 0, 1], [0, 0, 545_455]);
    read.ledger.take_estimates(Estimates::from([(g1, own.clone()), (read.without(State::None), none.clone())]));

    let counted = read.ledger.counted(g1);
    assert_eq!((counted.number, counted.funds, counted.base), (2, own.funds, 3));
    assert_eq!(counted.estimated, Some(&own));
    // Who is behind the number is who is known to be: R-1-2.
    assert_eq!(counted.ids.interventions().count(), 1);
    assert_eq!(read.ledger.as_coded(g1).number, 1);
    assert_eq!(read.ledger.counted(g4).estimated, None);
    assert_eq!(read.ledger.counted(g4).number, 1);
    // What has no code is estimated as a whole; nothing waits beside it.
    assert_eq!(read.ledger.counted(read.without(State::None)).estimated, Some(&none));
    for gap in State::GAPS.map(|state| read.without(state)) {
        let counted = read.ledger.counted(gap);
        assert_eq!(counted.number, 0);
        assert!(counted.estimated.is_some_and(|own| own.numbers == Some(Interval { low: 0, high: 0 })));
    }
}

#[test]
fn estimates_of_codes_that_were_never_audited_are_an_error() {
    let out = tempfile::tempdir().expect("a folder");
    let codes = Some(CodesFrom::Estimated);
    let options = Options { out: Some(out.path().join("out")), language: None, codes, formats: Vec::new() };
    match run(&project("tests/cases/claims"), &options, &|_| {}) {
        Err(Failure::Input(messages)) => {
            assert!(shown(&messages).contains("have not been audited"), "{}", shown(&messages))
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it ran"),
    }
    assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 0);
}
