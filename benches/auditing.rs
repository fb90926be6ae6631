//! How long it takes to draw an audit of a hundred thousand answers, and to estimate every code from it.
//!
//! Run with `cargo bench --bench auditing`. The promise, on two cores: at most 3 s together with reading the study, which `large`
//! measures.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::path::Path;
use std::time::Instant;

use insats::audit::design::{Drawable, allocate, strata};
use insats::audit::precision::precision;
use insats::audit::promise::promise;
use insats::audit::{Frame, Row, Stratum, estimates};
use insats::ledger::{CodeId, InterventionId, Ledger, Selection};
use insats::money::Amount;
use insats::run::count;
use insats::study::CodesFrom;

#[path = "large/rows.rs"]
mod rows;

const INTERVENTIONS: usize = 100_000;
const SIZE: usize = 400;

fn main() {
    let folder = std::env::temp_dir().join(format!("insats-audit-{}", std::process::id()));
    rows::write(&folder, Path::new(env!("CARGO_MANIFEST_DIR")), INTERVENTIONS);
    let counted = count(&folder, Some(CodesFrom::Rules), &|_| {}).expect("the study");
    std::fs::remove_dir_all(&folder).expect("the folder to go");
    let ledger = &counted.ledger;

    let start = Instant::now();
    let ids: Vec<InterventionId> = (0..ledger.interventions.height()).map(InterventionId::new).collect();
    let ids: Vec<InterventionId> = ids.into_iter().filter(|id| ledger.included(*id)).collect();
    let units = ids.iter().map(|id| Drawable {
        area: ledger.area_of(*id).expect("an area"),
        accepted: id.at() % 3 > 0,
        funds: ledger.weighted(*id).unwrap_or(Amount::ZERO),
    });
    let units: Vec<Drawable> = units.collect();
    let (of, mut planned) = strata(&units, SIZE);
    allocate(&mut planned, SIZE, false);
    println!("drawing from {} answers, {} strata: {:.2} s", ids.len(), planned.len(), start.elapsed().as_secs_f64());

    let domains = counted.book.domains().filter(|domain| domain.is_of_interventions() && !domain.is_optional());
    let frames: Vec<Frame> = domains
        .map(|domain| {
            let mut left: Vec<usize> = planned.iter().map(|stratum| stratum.sampled).collect();
            let strata = planned.iter().map(|of| Stratum { area: of.area, units: of.units, sampled: of.sampled });
            let codes = codes(ledger, domain);
            let row = |(id, stratum): (&InterventionId, &usize)| {
                let sampled = left[*stratum] > 0;
                left[*stratum] -= usize::from(sampled);
                let machine = codes[id.at()].clone();
                let suggested = machine.iter().map(|code| (*code, 0.97, true)).collect();
                Row {
                    intervention: *id,
                    stratum: *stratum,
                    funds: ledger.weighted(*id).unwrap_or(Amount::ZERO),
                    sampled,
                    people: sampled.then(|| machine.clone()),
                    rules: machine.clone(),
                    machine,
                    suggested,
                }
            };
            Frame { domain, strata: strata.collect(), rows: ids.iter().zip(&of).map(row).collect() }
        })
        .collect();

    let start = Instant::now();
    let found = estimates(&frames, ledger);
    println!("{} estimates by area and over areas: {:.2} s", found.len(), start.elapsed().as_secs_f64());
    let start = Instant::now();
    for frame in &frames {
        let main_of = ledger.main_codes(frame.domain);
        let (precision, promise) = (precision(frame, &main_of), promise(frame, &main_of, 0.95));
        println!(
            "{}: {} lines of precision, threshold {:?}",
            frame.domain,
            precision.len(),
            promise.kept.map(|step| step.threshold)
        );
    }
    println!("precision and promises: {:.2} s", start.elapsed().as_secs_f64());
}

/// The codes of every intervention.
fn codes(ledger: &Ledger, domain: insats::codebook::Domain) -> Vec<Vec<CodeId>> {
    let mut codes = vec![Vec::new(); ledger.interventions.height()];
    for area in (0..ledger.areas.len()).map(insats::ledger::AreaId::new) {
        for code in (0..ledger.main_codes(domain).len()).map(CodeId::new) {
            let counted = ledger.counted(Selection::Code(area, domain, code));
            counted.ids.interventions().for_each(|id| codes[id.at()].push(code));
        }
    }
    codes
}
