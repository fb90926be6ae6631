//! How long a check takes where one export has 200 MB, and how much memory: the municipal export of 2024 over and over, with
//! ids of its own each time. Beside it, in the same run, what cannot be avoided: splitting the same bytes into fields.
//!
//! Then how long a whole run takes where a study has ten thousand, a hundred thousand and a million interventions.
//!
//! Run with `cargo bench --bench large`. The promises, on two cores: the check at most 10 s and 1.5 GiB; a run of a hundred
//! thousand at most 2.2 s, of a million at most 20 s and 4 GiB.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use insats::diagnostic::folded;
use insats::run::check;

#[path = "large/rows.rs"]
mod rows;

const SIZE: u64 = 200_000_000;
const EXPORT: &str = "kunskap-kommun.csv";

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

fn main() {
    whole_runs();
    check_of_an_export();
}

/// Runs the program on studies of rising size, as a user does.
fn whole_runs() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temporary = std::env::temp_dir().join(format!("insats-runs-{}", std::process::id()));
    for interventions in SIZES {
        let folder = temporary.join(interventions.to_string());
        let megabytes = rows::write(&folder, project, interventions) as f64 / 1e6;
        let start = Instant::now();
        let memory = run(&folder);
        let seconds = start.elapsed().as_secs_f64();
        let per_million = seconds * 1e6 / interventions as f64;
        println!(
            "run of {interventions:>9} interventions, {megabytes:>4.0} MB  {seconds:>6.2} s  {per_million:>5.1} s/million  {memory:>6.0} MB"
        );
    }
    fs::remove_dir_all(&temporary).expect("the folder to go");
}

/// Runs the program on a study with two threads and gives its peak memory in MB.
fn run(folder: &Path) -> f64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
    command.arg("run").arg(folder).args(["--formats", "html,svg,csv,txt,parquet", "--out"]).arg(folder.join("output"));
    let mut child =
        command.env("RAYON_NUM_THREADS", "2").stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program");
    let mut peak = 0.0;
    loop {
        peak = peak_memory(&child.id().to_string()).max(peak);
        if let Some(status) = child.try_wait().expect("the program") {
            assert!(status.success(), "the run of {} failed", folder.display());
            return peak;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn on_two_threads<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("threads").install(work)
}

fn check_of_an_export() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temporary = std::env::temp_dir().join(format!("insats-bench-{}", std::process::id()));
    let study = temporary.join("input/lagesrapport-2024");
    copy(&project.join("input/lagesrapport-2024"), &study);
    copy(&project.join("input/lagesrapport-2023"), &temporary.join("input/lagesrapport-2023"));
    copy(&project.join("codebook"), &temporary.join("codebook"));
    let rows = repeat(&project.join("input/lagesrapport-2024").join(EXPORT), &study.join(EXPORT));
    let megabytes = fs::metadata(study.join(EXPORT)).expect("the export").len() as f64 / 1e6;

    let before = peak_memory("self");
    let start = Instant::now();
    let checked = on_two_threads(|| check(&study, &|_| {}));
    let messages = folded(&checked.messages).len();
    let (seconds, memory) = (start.elapsed().as_secs_f64(), peak_memory("self"));

    let start = Instant::now();
    let fields = split(&study.join(EXPORT));
    let alone = start.elapsed().as_secs_f64();
    fs::remove_dir_all(&temporary).expect("the folder to go");

    println!("an export of {megabytes:.0} MB: {rows} rows, {fields} fields, {} interventions", checked.interventions);
    println!("check              {seconds:>6.2} s  {:>6.0} MB/s  {messages} different messages", megabytes / seconds);
    println!("splitting alone    {alone:>6.2} s  {:>6.0} MB/s  one thread, crate csv", megabytes / alone);
    println!("check in splits    {:>6.1}", seconds / alone);
    println!("peak memory        {memory:>6.0} MB, of which {before:.0} MB before the check");
}

/// Copies a folder with its folders.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Writes an export's rows over and over; from the second time on their ids say which time it is. Gives the number of rows.
fn repeat(from: &Path, to: &Path) -> usize {
    let mut bytes = Vec::new();
    File::open(from).and_then(|mut file| file.read_to_end(&mut bytes)).expect("the export");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
    let header = reader.byte_headers().expect("a header").clone();
    let records: Vec<csv::ByteRecord> = reader.into_byte_records().map(|record| record.expect("a row")).collect();
    let file = BufWriter::new(File::create(to).expect("a file"));
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(file);
    writer.write_byte_record(&header).expect("room");
    let (mut written, mut rows) = (0, 0);
    for time in 1.. {
        for record in &records {
            let id = record.get(0).unwrap_or_default();
            let own = if time == 1 { id.to_vec() } else { [id, format!("-r{time}").as_bytes()].concat() };
            writer.write_field(&own).expect("room");
            writer.write_record(record.iter().skip(1)).expect("room");
            written += record.as_slice().len() as u64 + record.len() as u64;
            rows += 1;
        }
        if written >= SIZE {
            break;
        }
    }
    writer
        .into_inner()
        .map_err(|error| error.to_string())
        .and_then(|mut file| file.flush().map_err(|e| e.to_string()))
        .expect("room");
    rows
}

/// Splits a file into fields with the csv crate, keeping nothing.
fn split(path: &Path) -> usize {
    let mut bytes = Vec::new();
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).expect("the export");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes.as_slice());
    let (mut record, mut fields) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("a row") {
        fields += record.len();
    }
    fields
}

/// The most memory that a process has had so far, in MB.
fn peak_memory(process: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or_default() / 1e3
}
