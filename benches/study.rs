//! How long the shipped study takes, beside what cannot be avoided: reading and hashing the same files.
//!
//! Run with `cargo bench`. Every figure is the median of several runs; the ratios hold on any machine.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use insats::diagnostic::Diagnostics;
use insats::read::Files;
use insats::render::Format;
use insats::run::{Options, Stage, run};
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
    let stages = stages(&study, &out);
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
    let [reading, counting] = stages;
    let share = counting.as_secs_f64() / reading.as_secs_f64();
    println!("counting {:.1} ms, {:.0} percent of reading", counting.as_secs_f64() * 1e3, share * 100.0);
}

/// How long a run reads, and how long it counts.
fn stages(study: &Path, out: &Path) -> [Duration; 2] {
    let begun = Mutex::new(Vec::new());
    let options = Options { out: Some(out.to_owned()), formats: vec![Format::Csv], ..Options::default() };
    let note = |stage| begun.lock().expect("the list").push((stage, Instant::now()));
    let times: Vec<[Duration; 2]> = (0..RUNS)
        .map(|_| {
            run(study, &options, &note).expect("a run");
            let begun = std::mem::take(&mut *begun.lock().expect("the list"));
            let until_next = |stage| {
                let at = begun.iter().position(|(begins, _)| *begins == stage).expect("the stage");
                begun[at + 1].1 - begun[at].1
            };
            [until_next(Stage::Reading), until_next(Stage::Counting)]
        })
        .collect();
    [0, 1].map(|at| {
        let mut of_stage: Vec<Duration> = times.iter().map(|run| run[at]).collect();
        of_stage.sort();
        of_stage[RUNS / 2]
    })
}

fn open(study: &Path) -> (Study, Files) {
    let study = Study::load(study).expect("the study");
    let mut messages = Diagnostics::new();
    let files = Files::read(&study, &mut messages);
    // A survey's file is opened when it is asked for.
    study.surveys.iter().for_each(|survey| drop(files.sheet(&survey.file, survey.sheet.as_deref(), &mut messages)));
    (study, files)
}

fn run_study(study: &Path, out: &Path, formats: &[Format]) {
    let options = Options { out: Some(out.to_owned()), formats: formats.to_vec(), ..Options::default() };
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
