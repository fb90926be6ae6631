//! Every command that writes, with every option that names a place, on inputs, their folders, parents and links to them.

use std::fs;

use super::world::{World, said};

/// The commands that write a folder.
const FOLDERS: [&str; 6] = ["run", "agreement", "code", "evaluate", "suggest", "allocate"];

/// The commands that write a file.
const FILES: [&[&str]; 2] = [&["learn"], &["claims", "draft"]];

/// Folders that hold what is read, and ways to them.
const HOLDING: [&str; 15] = [
    "ar/studie",
    "ar/studie/",
    "ar/../ar/studie",
    "ar/studie/konton",
    "ar",
    "kodbok",
    "modell",
    "tidigare",
    "tidigare/2023",
    "verkliga",
    "dorr",
    "dorr/",
    "dorr/konton",
    "dorr/../../kodbok",
    "lank-till-konton",
];

/// What is read, and ways to it.
const READ: [&str; 14] = [
    "ar/studie/study.toml",
    "ar/studie/report.toml",
    "ar/studie/claims.csv",
    "ar/studie/slutlig.csv",
    "ar/studie/kodare-a.csv",
    "ar/studie/rekvirerade-medel.csv",
    "ar/studie/enkat.csv",
    "ar/studie/konton/svar.csv",
    "dorr/konton/svar.csv",
    "verkliga/enkat.csv",
    "kodbok/kodbok.json",
    "tidigare/2023/svar.csv",
    "tidigare/2023/study.toml",
    "lank-till-slutlig.csv",
];

fn world() -> World {
    let world = World::new();
    world.link_to("ar/studie/konton", "lank-till-konton");
    world.link_to("ar/studie/slutlig.csv", "lank-till-slutlig.csv");
    world
}

/// Tries places one after the other; each has to be refused with exit code 2 and this word, and all files must be there after it.
fn refuses(world: &World, command: &[&str], places: &[&str], word: &str) {
    let before = world.snapshot();
    for (number, place) in places.iter().enumerate() {
        // The study is reached through a link, too, and the place by its whole path.
        let study = if number % 2 == 0 { "ar/studie" } else { "dorr" };
        let whole = world.at(place).to_string_lossy().into_owned();
        let place = if number % 3 == 0 { whole.as_str() } else { place };
        let output = world.insats(&[command, &[study, "--out", place]].concat());
        let tried = format!("{command:?} {study} --out {place}: {}", said(&output));
        assert_eq!(output.status.code(), Some(2), "{tried}");
        assert!(said(&output).contains(word), "{tried}");
        assert_eq!(world.lost(&before), [""; 0], "{tried}");
    }
    assert_eq!(world.snapshot(), before, "{command:?} wrote something");
}

const IN_THE_WAY: &str = "would take the place of what is read";

/// A manifest of ours does not make a folder ours whose files are read: the study inside an earlier output, a copied manifest.
#[test]
fn no_folder_with_an_input_is_replaced() {
    let world = world();
    let output = world.insats(&["run", "ar/studie", "--out", "ut", "--formats", "csv", "--quiet"]);
    assert!(output.status.success(), "{}", said(&output));
    for folder in HOLDING.iter().map(|place| world.at(place)).chain([world.at("")]) {
        fs::copy(world.at("ut/manifest.json"), folder.join("manifest.json")).expect("a copy");
    }
    for command in FOLDERS {
        refuses(&world, &[command], &HOLDING, IN_THE_WAY);
        refuses(&world, &[command], &READ, IN_THE_WAY);
        let whole = world.at("").to_string_lossy().into_owned();
        refuses(&world, &[command], &[&whole], IN_THE_WAY);
        refuses(&world, &[command], &[".", "..", "ar/..", "ar/."], "");
    }
}

#[test]
fn folders_of_its_own_are_allowed_also_inside_the_study() {
    let world = world();
    for command in FOLDERS {
        let mut before = world.snapshot();
        for place in
            [&format!("ar/studie/output/{command}"), &format!("ut/{command}"), &format!("dorr/output/{command}-2")]
        {
            // Twice: what insats wrote it replaces.
            for _ in 0..2 {
                let output = world.insats(&[command, "dorr", "--out", place, "--quiet"]);
                assert_eq!(output.status.code(), Some(0), "{command} {place}: {}", said(&output));
                assert_eq!(world.lost(&before), [""; 0], "{command} {place}");
            }
        }
        let model = ["--model", "modell/m.json"];
        if matches!(command, "evaluate" | "suggest") {
            let outside = fs::read_to_string(world.at("ar/studie/study.toml")).expect("study.toml");
            fs::write(world.at("ar/studie/study.toml"), outside.replacen("model = ", "# model = ", 1))
                .expect("study.toml");
            before = world.snapshot();
            let output = world.insats(&[&[command, "ar/studie", "--out", "modell"], &model[..]].concat());
            assert!(said(&output).contains(IN_THE_WAY), "{}", said(&output));
            assert_eq!(world.lost(&before), [""; 0]);
            fs::write(world.at("ar/studie/study.toml"), outside).expect("study.toml");
        }
    }
}

#[test]
fn no_input_is_overwritten_by_a_file() {
    let world = world();
    for command in FILES {
        for force in [&[][..], &["--force"]] {
            refuses(&world, &[command, force].concat(), &READ, IN_THE_WAY);
            refuses(&world, &[command, force].concat(), &HOLDING, "");
        }
    }
    refuses(&world, &["claims", "draft", "--force"], &["modell/m.json"], IN_THE_WAY);
}

/// The earlier study is read, so a draft never takes its place, whatever it is called.
#[test]
fn init_overwrites_nothing_that_it_reads() {
    let world = world();
    let before = world.snapshot();
    for (folder, from) in
        [("ar/studie", "ar/studie"), ("ar/studie", "dorr"), ("dorr", "ar/studie"), ("tidigare/2023", "tidigare/2023")]
    {
        for force in [&[][..], &["--force"]] {
            let output = world.insats(&[&["init", folder, "--from", from], force].concat());
            assert!(!output.status.success(), "{folder} {from}");
            assert!(force.is_empty() || said(&output).contains(IN_THE_WAY), "{}", said(&output));
            assert_eq!(world.lost(&before), [""; 0], "{folder} {from}");
        }
    }
    assert_eq!(world.snapshot(), before);
    let refused = world.insats(&["init", "ar/studie"]);
    assert_eq!((refused.status.code(), world.snapshot()), (Some(1), before.clone()), "{}", said(&refused));
    let forced = world.insats(&["init", "ar/studie", "--force"]);
    // An export with one answer is not recognised as a survey, which is exit code 1; the draft is written all the same.
    assert_eq!(forced.status.code(), Some(1), "{}", said(&forced));
    assert_eq!(world.lost(&before), [""; 0]);
    assert!(world.at("ar/studie/study.toml.bak").is_file() && world.at("ar/studie/report.toml.bak").is_file());
}

/// What is touched beside the target is no input, either.
#[test]
fn a_study_under_the_names_of_half_written_outputs() {
    for name in ["ar/.ut.insats-new", "ar/.ut.insats-old"] {
        let world = world();
        fs::rename(world.at("ar/studie"), world.at(name)).expect("a folder");
        let before = world.snapshot();
        let output = world.insats(&["run", name, "--out", "ar/ut"]);
        assert!(said(&output).contains(IN_THE_WAY), "{}", said(&output));
        assert_eq!(world.snapshot(), before);
    }
}
