//! Whatever a command reads, it notices that somebody has changed it in the meantime; then it writes nothing.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use insats::output::Target;
use insats::run::{
    Asker, Failure, Measuring, Options, Stage, agreement, allocate, check, code, draft_claims, evaluate, explain,
    learn, run, suggest, verify, watched,
};
use insats::wording::Language;

use super::world::World;

type Progress<'a> = &'a (dyn Fn(Stage) + Sync);

/// Every command that reads a study, and the stage at which it has read everything.
const COMMANDS: [(&str, Stage); 10] = [
    ("run", Stage::Writing),
    ("agreement", Stage::Writing),
    ("code", Stage::Writing),
    ("evaluate", Stage::Writing),
    ("suggest", Stage::Writing),
    ("allocate", Stage::Writing),
    ("learn", Stage::Writing),
    ("draft", Stage::Claims),
    ("verify", Stage::Claims),
    ("explain", Stage::Counting),
];

/// Files of all kinds: declared, of the earlier study, reached through a link, given on the command line.
const READ: [&str; 8] = [
    "ar/studie/study.toml",
    "ar/studie/report.toml",
    "verkliga/enkat.csv",
    "ar/studie/konton/svar.csv",
    "kodbok/kodbok.json",
    "tidigare/2023/study.toml",
    "tidigare/2023/svar.csv",
    "modell/given.json",
];

fn work(command: &str, world: &World, out: &Path, progress: Progress) -> Result<(), Failure> {
    let (study, model) = (world.at("ar/studie"), world.at("modell/given.json"));
    let options = Options { out: Some(out.to_owned()), ..Options::default() };
    match command {
        "run" => run(&study, &options, progress).map(drop),
        "agreement" => agreement(&study, &options, progress).map(drop),
        "code" => code(&study, &options, progress).map(drop),
        "evaluate" => evaluate(&study, &options, Measuring { model: Some(&model), details: true }, progress).map(drop),
        "suggest" => suggest(&study, &options, Some(&model), 5.0, progress).map(drop),
        "allocate" => allocate(&study, &options, progress).map(drop),
        "learn" => learn(&[study], out, None, 0.95, progress).map(drop),
        "draft" => draft_claims(&study, &options, Some(Target::from(out)), progress).map(drop),
        "verify" => verify(&study, Some(&world.at("text.md")), &options, progress).map(drop),
        _ => explain(
            &study,
            &["B-1-1".to_owned()],
            None,
            Asker { language: Language::English, sees_texts: true },
            progress,
        )
        .map(drop),
    }
}

/// Gives a file another time of change.
fn touch(path: &Path) {
    let file = File::options().write(true).open(path).expect("a file");
    let old = file.metadata().and_then(|m| m.modified()).expect("a time");
    file.set_modified(old + Duration::from_secs(1)).expect("a time");
}

fn is_read(command: &str, file: &str) -> bool {
    file != "modell/given.json" || matches!(command, "evaluate" | "suggest")
}

#[test]
fn every_command_notices_every_file() {
    let world = World::new();
    fs::copy(world.at("modell/m.json"), world.at("modell/given.json")).expect("a model");
    fs::write(world.at("text.md"), "Fyra insatser.\n").expect("a text");
    for (command, moment) in COMMANDS {
        let out = world.at("ut");
        for file in READ.iter().filter(|file| is_read(command, file)) {
            let path: PathBuf = world.at(file);
            let save = |stage: Stage| {
                if stage == moment {
                    touch(&path);
                }
            };
            let name = Path::new(file).file_name().expect("a name").to_string_lossy().into_owned();
            match work(command, &world, &out, &save) {
                Err(Failure::Changed(files)) => {
                    assert!(files.len() == 1 && files[0].ends_with(&name), "{command} {file}: {files:?}");
                }
                other => panic!("{command} {file}: {other:?}"),
            }
            assert!(!out.exists(), "{command} {file}: something was written");
        }
        work(command, &world, &out, &|_| {}).unwrap_or_else(|failure| panic!("{command}: {failure:?}"));
        let _ = fs::remove_dir_all(&out);
        let _ = fs::remove_file(&out);
    }
}

#[test]
fn a_check_a_manuscript_and_a_single_file_are_watched_too() {
    let world = World::new();
    fs::write(world.at("text.md"), "Fyra insatser.\n").expect("a text");
    let text = world.at("text.md");
    let save = |stage: Stage| {
        if stage == Stage::Claims {
            touch(&text);
        }
    };
    let verified = verify(&world.at("ar/studie"), Some(&text), &Options::default(), &save);
    assert!(matches!(verified, Err(Failure::Changed(_))), "{verified:?}");
    let export = world.at("verkliga/enkat.csv");
    let save = |stage: Stage| {
        if stage == Stage::Claims {
            touch(&export);
        }
    };
    let checked = check(&world.at("ar/studie"), &save);
    let found: Vec<_> =
        checked.messages.sorted().iter().map(|m| format!("{}: {}", m.place, m.told(Language::English)[0])).collect();
    assert!(found.iter().any(|m| m == "enkat.csv: the file was changed while it was read"), "{found:?}");
    let half = watched(&[&export], || {
        touch(&export);
        Ok(())
    });
    assert!(matches!(half, Err(Failure::Changed(_))));
}
