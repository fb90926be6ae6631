//! A single file is whole or not there, and what stood in its place is kept.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use insats::output::{OutputError, Single, Target};

use super::world::{World, said};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn an_old_file_is_replaced_only_with_force_and_every_one_is_kept() {
    let world = World::new();
    fs::create_dir(world.at("ut")).expect("a folder");
    for command in [&["learn", "ar/studie"][..], &["claims", "draft", "ar/studie"]] {
        let file = world.at("ut/fil");
        fs::write(&file, "ett").expect("a file");
        fs::write(world.at("ut/fil.bak"), "noll").expect("a file");
        let plain = world.insats(&[command, &["--out", "ut/fil"]].concat());
        assert_eq!(plain.status.code(), Some(2));
        assert!(said(&plain).contains("is there already, and is not overwritten"), "{}", said(&plain));
        let forced = || world.insats(&[command, &["--out", "ut/fil", "--force"]].concat());
        let first = forced();
        assert_eq!(first.status.code(), Some(0), "{}", said(&first));
        let told = String::from_utf8_lossy(&first.stdout).into_owned();
        assert!(told.contains("the former file is kept as ut/fil.bak.2"), "{told}");
        let written = fs::read(&file).expect("a file");
        assert!(forced().status.success());
        assert_eq!(names(&world.at("ut")), ["fil", "fil.bak", "fil.bak.2", "fil.bak.3"]);
        let kept = |name: &str| fs::read(world.at("ut").join(name)).expect("a file");
        assert_eq!([kept("fil.bak"), kept("fil.bak.2")], [b"noll".to_vec(), b"ett".to_vec()]);
        assert_eq!([kept("fil.bak.3"), kept("fil")], [written.clone(), written]);
        names(&world.at("ut")).iter().for_each(|name| fs::remove_file(world.at("ut").join(name)).expect("a file"));
    }
}

/// A model that the study declares is not read by learning, and can be made anew.
#[test]
fn a_declared_model_is_learned_anew() {
    let world = World::new();
    let old = fs::read(world.at("modell/m.json")).expect("a model");
    let learned = world.insats(&["learn", "ar/studie", "--out", "modell/m.json", "--force", "--promise", "0.9"]);
    assert_eq!(learned.status.code(), Some(0), "{}", said(&learned));
    assert_eq!(fs::read(world.at("modell/m.json.bak")).expect("a model"), old);
    assert_ne!(fs::read(world.at("modell/m.json")).expect("a model"), old);
}

/// Runs the program where no file may grow beyond a kilobyte, as on a disk that is nearly full.
#[cfg(unix)]
fn on_a_full_disk(world: &World, arguments: &[&str]) -> Output {
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
    Command::new("bash")
        .args(["-c", script, "bash", env!("CARGO_BIN_EXE_insats")])
        .args(arguments)
        .current_dir(world.at(""))
        .output()
        .expect("a shell")
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_and_nothing_else() {
    let world = World::new();
    fs::copy(world.at("modell/m.json"), world.at("m.json")).expect("a file");
    fs::write(world.at("utkast.csv"), "gammalt").expect("a file");
    assert!(world.insats(&["run", "ar/studie", "--out", "ut", "--formats", "csv", "--quiet"]).status.success());
    let before = world.snapshot();
    for command in [
        &["init", "ar/studie", "--force"][..],
        &["learn", "ar/studie", "--out", "m.json", "--force"],
        &["learn", "ar/studie", "--out", "ny.json"],
        &["claims", "draft", "ar/studie", "--out", "utkast.csv", "--force"],
        &["claims", "draft", "ar/studie", "--out", "nytt.csv"],
        &["run", "ar/studie", "--out", "ut"],
        &["evaluate", "ar/studie", "--out", "nytt"],
        &["evaluate", "ar/studie", "--out", "ny/mapp/ut"],
        &["learn", "ar/studie", "--out", "ny/mapp/ny.json"],
    ] {
        let output = on_a_full_disk(&world, command);
        assert_eq!(output.status.code(), Some(2), "{command:?}: {}", said(&output));
        assert!(said(&output).contains("File too large"), "{command:?}: {}", said(&output));
        assert_eq!(world.snapshot(), before, "{command:?}");
        assert!(!world.at("ny").exists(), "{command:?} left an empty folder");
    }
}

#[cfg(unix)]
#[test]
fn links_folders_devices_and_protected_files_are_refused_and_permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    fs::create_dir(world.at("mapp")).expect("a folder");
    fs::write(world.at("fil"), "x").expect("a file");
    world.link_to("fil", "lank");
    world.link_to("ingenstans", "hangande");
    fs::write(world.at("skyddad"), "x").expect("a file");
    fs::set_permissions(world.at("skyddad"), fs::Permissions::from_mode(0o444)).expect("permissions");
    let before = world.snapshot();
    for (place, word) in [
        ("mapp", "is no file"),
        ("lank", "symbolic link"),
        ("hangande", "symbolic link"),
        ("skyddad", "write-protected"),
        ("/dev/full", "is no file"),
        ("fil/ny", "cannot create"),
    ] {
        for command in [&["learn"][..], &["claims", "draft"]] {
            let output = world.insats(&[command, &["ar/studie", "--force", "--out", place]].concat());
            assert_eq!(output.status.code(), Some(2), "{place}");
            assert!(said(&output).contains(word), "{command:?} {place}: {}", said(&output));
            assert_eq!(world.snapshot(), before, "{command:?} {place}");
        }
    }
    fs::set_permissions(world.at("fil"), fs::Permissions::from_mode(0o640)).expect("permissions");
    assert!(world.insats(&["claims", "draft", "ar/studie", "--out", "fil", "--force"]).status.success());
    for name in ["fil", "fil.bak"] {
        assert_eq!(fs::metadata(world.at(name)).expect("a file").permissions().mode() & 0o777, 0o640, "{name}");
    }
}

#[test]
fn two_at_once_and_what_a_killed_one_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fil");
    // What a killed run leaves: the half-written file and a lock that nobody holds.
    fs::write(folder.path().join(".fil.insats-new"), "halv").expect("a file");
    fs::write(folder.path().join(".fil.insats-lock"), "").expect("a file");
    let first = Single::begin(Target::from(&path)).expect("a file");
    assert!(matches!(Single::begin(Target::from(&path)), Err(OutputError::Busy(_))));
    first.write(b"hel").expect("room");
    // Somebody else's file came there in the meantime.
    fs::write(&path, "en annans").expect("a file");
    assert!(matches!(first.commit(), Err(OutputError::Exists(_))));
    assert_eq!(
        (names(folder.path()), fs::read_to_string(&path).expect("a file")),
        (vec!["fil".to_owned()], "en annans".to_owned())
    );
    fs::remove_file(&path).expect("a file");
    let second = Single::begin(Target::from(&path)).expect("a file");
    second.write(b"hel").expect("room");
    assert_eq!(second.commit().expect("a place"), None);
    assert_eq!(
        (names(folder.path()), fs::read_to_string(&path).expect("a file")),
        (vec!["fil".to_owned()], "hel".to_owned())
    );
}
