//! How fast a model suggests codes for the texts of 2024, repeated to a million interventions, on one and two threads; and how
//! much memory that takes beyond the texts and the rule codes.
//!
//! Run with `cargo bench --bench suggesting`. The model is learned first, which takes some seconds, and is timed, too.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use insats::coding::rules::{RuleCodings, Rulebook, text};
use insats::diagnostic::Diagnostics;
use insats::learning::{Model, Suggester};
use insats::read::Files;
use insats::run::{PROMISE, learn};
use insats::study::Study;
use insats::survey::{Input, Unit};

const INTERVENTIONS: usize = 1_000_000;
/// Interventions whose suggestions are held at a time, as someone who writes them out would.
const AT_A_TIME: usize = 10_000;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/lagesrapport-2024");
    let file = std::env::temp_dir().join(format!("insats-bench-{}.json", std::process::id()));
    let start = Instant::now();
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("threads");
    let summary = two.install(|| learn(std::slice::from_ref(&folder), &file, None, PROMISE, &|_| {})).expect("a model");
    println!(
        "learning, two threads: {:.1} s; the file has {:.1} MB",
        start.elapsed().as_secs_f64(),
        summary.size as f64 / 1e6
    );

    let study = Study::load(&folder).expect("the study");
    let declared = study.codebook.as_ref().expect("a codebook");
    let book = insats::codebook::Codebook::load(&study.path(&declared.value), "the codebook").expect("the codebook");
    let model = Model::load(&file, "the model", &book).expect("the model");
    std::fs::remove_file(&file).expect("the file to go");
    let mut messages = Diagnostics::new();
    let input = Input::read(&study, &Files::read(&study, &mut messages), &mut messages);
    let once: Vec<&Unit> = input.units().collect();
    let rulebook = Rulebook::new(&book).expect("rules");
    let rules = RuleCodings::new(&rulebook, &once);
    let many: Vec<&Unit> = once.iter().copied().cycle().take(INTERVENTIONS).collect();
    let suggester = Suggester::new(&model, &book);
    let size: usize = once.iter().flat_map(|i| suggester.domains().map(|d| text(i, d).len())).sum();
    let megabytes = size as f64 * INTERVENTIONS as f64 / once.len() as f64 / 1e6;
    println!("{INTERVENTIONS} interventions, {megabytes:.0} MB of text");
    for threads in [1, 2] {
        let before = memory();
        let speed = |time: Duration| megabytes / time.as_secs_f64();
        let (alone, most) = in_parts(threads, &many, |part| suggester.suggest_all(part, &rules));
        let (all, _) = in_parts(threads, &many[..INTERVENTIONS / 5], |part| {
            suggester.suggest_all(part, &RuleCodings::new(&rulebook, part))
        });
        println!(
            "{threads} threads: {:.1} MB/s, {:.1} with the reading of the rules; memory beyond what was there: {:.0} MiB",
            speed(alone),
            speed(all * 5),
            most.saturating_sub(before) as f64 / 1024.0
        );
    }
}

/// Works with so many threads, some interventions at a time; how long it took, and the most memory held (KiB).
fn in_parts<T: Send>(threads: usize, many: &[&Unit], work: impl Fn(&[&Unit]) -> T + Sync) -> (Duration, usize) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let (start, mut most) = (Instant::now(), 0);
    for part in many.chunks(AT_A_TIME) {
        let made = pool.install(|| work(part));
        most = most.max(memory());
        black_box(made);
    }
    (start.elapsed(), most)
}

/// The memory of this process, in KiB; 0 where the system does not tell.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
