//! How long somebody who codes waits where a study has ten thousand interventions: for the next one, and until a coding is on the
//! disk. Beside it, in the same run, what opening the study takes.
//!
//! Run with `cargo bench --bench review`. The promise: the next at most 50 ms (median).

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::fs;
use std::path::Path;
use std::time::Instant;

use insats::decisions::log::{Coding, Moment};
use insats::reviewing::{Asked, Order};
use insats::run::reviewing;
use insats::wording::Language;

#[path = "large/rows.rs"]
mod rows;

const INTERVENTIONS: usize = 10_000;
const TIMES: usize = 101;

fn main() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::temp_dir().join(format!("insats-review-{}", std::process::id()));
    rows::write(&folder, project, INTERVENTIONS);
    let start = Instant::now();
    let mut session = reviewing(&folder, "Anna", Language::Swedish, &|_| {}).expect("a session");
    let opening = start.elapsed().as_secs_f64();
    println!("opening {INTERVENTIONS} interventions  {opening:>8.2} s");
    let when = Moment::of_unix(1_772_439_300);
    for (name, order) in Order::WORDS {
        let (mut waited, mut saved) = (Vec::new(), Vec::new());
        let mut after = None;
        for _ in 0..TIMES {
            let start = Instant::now();
            let next = session.review().next(&Asked { order, after, ..Asked::default() });
            let json = serde_json::to_value(&next).expect("JSON");
            waited.push(start.elapsed().as_secs_f64());
            let unit = json["unit"]["id"].as_str().expect("a unit").to_owned();
            let start = Instant::now();
            let domains: Vec<_> = session.review().book().domains().collect();
            let coding = |domain| {
                let read = session.review().read(&unit, domain)?;
                Some(Coding { unit: unit.clone(), domain, codes: Vec::new(), memo: String::new(), unsure: false, read })
            };
            let codings = domains.into_iter().filter_map(coding).collect();
            session.code(codings, &when).expect("a coding");
            saved.push(start.elapsed().as_secs_f64());
            after = Some(unit);
        }
        let (next, save) = (median(waited), median(saved));
        let (next_ms, save_ms, share) = (next * 1e3, save * 1e3, opening / next);
        println!("{name:<10} next {next_ms:>7.2} ms, 1/{share:.0} of opening; saved in {save_ms:>7.2} ms");
    }
    fs::remove_dir_all(&folder).expect("the folder to go");
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
