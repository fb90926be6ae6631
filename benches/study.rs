//! How long the shipped study takes, beside what cannot be avoided: reading and hashing the same files.
//!
//! Run with `cargo bench`. Every figure is the median of several runs; the ratios hold on any machine.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::path::Path;
use std::time::{Duration, Instant};

use insats::diagnostic::Diagnostics;
use insats::read::Files;
use insats::render::Format;
use insats::run::{Options, run};
use insats::study::Study;
use insats::survey::Input;

const RUNS: usize = 7;

fn main() {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/lagesrapport-2024");
    let out = std::env::temp_dir().join(format!("insats-bench-{}", std::process::id()));
    let all = Format::WORDS.map(|(_, format)| format);
    let undrawn: Vec<Format> = all.into_iter().filter(|f| *f != Format::Png).collect();

    let opened = median(|| drop(open(&study)));
    let read = median(|| {
        let (study, files) = open(&study);
        drop(Input::read(&study, &files, &mut Diagnostics::new()));
    });
    let without = median(|| run_study(&study, &out, &undrawn));
    let with = median(|| run_study(&study, &out, &all));
    let _ = std::fs::remove_dir_all(&out);

    println!("{:<46} {:>9} {:>16}", "stage (median of 7)", "ms", "times opening");
    for (name, time) in [
        ("opening: declarations, files, hashes, cells", opened),
        ("reading: opening, then surveys and funds", read),
        ("whole run without PNG", without),
        ("whole run", with),
    ] {
        println!("{name:<46} {:>9.0} {:>16.1}", time.as_secs_f64() * 1e3, time.as_secs_f64() / opened.as_secs_f64());
    }
}

fn open(study: &Path) -> (Study, Files) {
    let study = Study::load(study).expect("the study");
    let files = Files::read(&study, &mut Diagnostics::new());
    (study, files)
}

fn run_study(study: &Path, out: &Path, formats: &[Format]) {
    let options = Options { out: Some(out.to_owned()), language: None, codes: None, formats: formats.to_vec() };
    run(study, &options, &|_| {}).expect("a run");
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
