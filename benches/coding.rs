//! How fast the codebook's rules code the texts of 2024, repeated to a million interventions, beside a plain loop over the
//! patterns and a scan of the same bytes that keeps nothing.
//!
//! Run with `cargo bench --bench coding`. The ratios hold on any machine.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use aho_corasick::automaton::Automaton;
use aho_corasick::{Anchored, dfa::DFA};
use insats::codebook::Codebook;
use insats::codebook::pattern::Pattern;
use insats::coding::rules::{RuleCodings, Rulebook};
use insats::diagnostic::Diagnostics;
use insats::read::Files;
use insats::study::Study;
use insats::survey::{Input, Unit};
use regex::Regex;

const INTERVENTIONS: usize = 1_000_000;
/// Everything is measured so often in turn, for a machine's speed may change in between.
const ROUNDS: usize = 5;

/// The texts that are coded; each is read once, also where themes are read from all.
fn texts_of(intervention: &Unit) -> impl Iterator<Item = &str> {
    intervention.texts.names().iter().map(|name| intervention.text(*name))
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/lagesrapport-2024");
    let study = Study::load(&folder).expect("the study");
    let file = study.codebook.as_ref().expect("a codebook");
    let book = Codebook::load(&study.path(&file.value), "the codebook").expect("the codebook");
    let rulebook = Rulebook::new(&book).expect("rules");
    let mut messages = Diagnostics::new();
    let input = Input::read(&study, &Files::read(&study, &mut messages), &mut messages);
    let once: Vec<&Unit> = input.units().collect();
    let many: Vec<&Unit> = once.iter().copied().cycle().take(INTERVENTIONS).collect();
    let texts: Vec<&str> = once.iter().flat_map(|i| texts_of(i)).collect();
    let size = |times: f64| bytes(&texts) * times;
    let repeated = INTERVENTIONS as f64 / once.len() as f64;

    let sample = &texts[..texts.len() / 20];
    let by_loop = plain_loop(&rulebook, sample);
    let before = memory();
    let mut peak = before;
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let limit = scan(&rulebook, &many);
        let [one, two] = [1, 2].map(|threads| {
            let (time, most) = code(threads, &rulebook, &many);
            peak = peak.max(most);
            time
        });
        rounds.push([limit, one, two].map(|time| time.as_secs_f64()));
    }

    let median = |of: &dyn Fn(&[f64; 3]) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[ROUNDS / 2]
    };
    println!(
        "{} patterns, {INTERVENTIONS} interventions, {:.0} MB of text; medians of {ROUNDS} rounds\n",
        rulebook.patterns().len(),
        size(repeated) / 1e6
    );
    println!("{:<52} {:>8} {:>10}", "", "MB/s", "of limit");
    let limit = |round: &[f64; 3]| size(repeated) / 1e6 / round[0];
    let coder = |round: &[f64; 3], threads: usize| size(repeated) / 1e6 / round[threads];
    let plain = bytes(sample) / 1e6 / by_loop.as_secs_f64();
    for (name, rate) in [
        ("a scan that keeps nothing (the practical limit)", &limit as &dyn Fn(&[f64; 3]) -> f64),
        ("a plain loop over the patterns with regex", &|_| plain),
        ("the coder, one thread", &|round| coder(round, 1)),
        ("the coder, two threads", &|round| coder(round, 2)),
    ] {
        let of_limit = median(&|round| rate(round) / limit(round));
        println!("{name:<52} {:>8.1} {:>9.0}%", median(rate), 100.0 * of_limit);
    }
    let apart: Vec<String> = rounds.iter().map(|round| format!("{:.2}", round[1] / round[2])).collect();
    println!(
        "\ntwo threads over one: {:.2} times (rounds: {})",
        median(&|round| round[1] / round[2]),
        apart.join(", ")
    );
    println!("memory beyond the texts: {:.2} GiB", peak.saturating_sub(before) as f64 / (1 << 20) as f64);
}

/// The size of texts, in bytes.
fn bytes(texts: &[&str]) -> f64 {
    texts.iter().map(|text| text.len()).sum::<usize>() as f64
}

/// Codes with so many threads; how long it took, and the most memory held (KiB).
fn code(threads: usize, rulebook: &Rulebook, interventions: &[&Unit]) -> (Duration, usize) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let start = Instant::now();
    let codings = pool.install(|| RuleCodings::new(rulebook, interventions));
    let time = start.elapsed();
    black_box(&codings);
    (time, memory())
}

/// A scan of the same texts with the automaton of all literals, in whatever case they are written.
fn scan(rulebook: &Rulebook, interventions: &[&Unit]) -> Duration {
    let literals = rulebook.scanner().literals();
    let automaton = DFA::builder().ascii_case_insensitive(true).build(literals).expect("an automaton");
    let start = Instant::now();
    for text in interventions.iter().flat_map(|intervention| texts_of(intervention)) {
        let mut state = automaton.start_state(Anchored::No).expect("a start");
        for byte in text.bytes() {
            state = automaton.next_state(Anchored::No, state, byte);
        }
        black_box(state);
    }
    start.elapsed()
}

/// Every pattern as a regular expression, one after the other.
fn plain_loop(rulebook: &Rulebook, texts: &[&str]) -> Duration {
    let expression = |pattern: &String| match Pattern::parse(pattern) {
        Ok(Pattern::Words(_)) => {
            let words: Vec<_> = pattern.split_whitespace().map(regex::escape).collect();
            let source = words.join(r"\W+").replace(r"\*", r"\w*").replace(r"\?", r"\w");
            Regex::new(&format!(r"(?i)\b{source}\b")).expect("an expression")
        }
        _ => Regex::new(pattern.trim_start_matches("re:")).expect("an expression"),
    };
    let expressions: Vec<_> = rulebook.patterns().iter().map(expression).collect();
    let start = Instant::now();
    for text in texts {
        for expression in &expressions {
            black_box(expression.find_iter(text).count());
        }
    }
    start.elapsed()
}

/// The memory of this process, in KiB; 0 where the system does not tell.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
