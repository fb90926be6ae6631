//! What somebody put or changed in an output folder stays.

use std::fs;

use super::world::{World, said};

fn run(world: &World) -> std::process::Output {
    world.insats(&["run", "ar/studie", "--out", "ut", "--formats", "csv", "--quiet"])
}

#[test]
fn what_insats_did_not_write_is_named_and_kept() {
    let world = World::new();
    assert!(run(&world).status.success());
    for (name, text) in [("anteckningar.docx", "ett halvår"), ("data/egen.csv", "1"), ("egna/bilder/karta.png", "2")] {
        let path = world.at("ut").join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, text).expect("a file");
        let before = world.snapshot();
        let output = run(&world);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said(&output).contains(&format!("what insats did not write, or what was changed since: {name};")),
            "{}",
            said(&output)
        );
        assert_eq!(world.snapshot(), before);
        fs::remove_file(path).expect("a file");
    }
    // Somebody has made the folders that are empty now, and a link.
    let refused = |name: &str| {
        let before = world.snapshot();
        let output = run(&world);
        assert_eq!((output.status.code(), world.snapshot()), (Some(2), before), "{name}");
        assert!(said(&output).contains(&format!("changed since: {name};")), "{}", said(&output));
    };
    refused("egna/bilder/");
    fs::remove_dir_all(world.at("ut/egna")).expect("a folder");
    #[cfg(unix)]
    {
        world.link_to("../modell", "ut/lank");
        refused("lank");
        fs::remove_file(world.at("ut/lank")).expect("a link");
    }
    // What systems leave behind, and what was removed, stop nobody.
    fs::write(world.at("ut/.DS_Store"), "").expect("a file");
    fs::remove_file(world.at("ut/data/notices.csv")).expect("a file");
    assert!(run(&world).status.success());
    assert!(world.at("ut/data/notices.csv").is_file() && world.at("modell/m.json").is_file());
}

/// A sheet for settling differences is made to be filled in by hand.
#[test]
fn what_was_changed_by_hand_is_kept() {
    let world = World::new();
    let agreement = || world.insats(&["agreement", "ar/studie", "--out", "ut", "--quiet"]);
    assert!(agreement().status.success());
    let sheet = world.at("ut/adjudication.csv");
    let text = fs::read_to_string(&sheet).expect("a sheet");
    fs::write(&sheet, text.replacen("B-1-1", "B-1-1 ", 1) + "B-1-9,G2\n").expect("a sheet");
    let before = world.snapshot();
    let output = agreement();
    assert!(said(&output).contains("since: adjudication.csv;"), "{}", said(&output));
    assert_eq!((output.status.code(), world.snapshot()), (Some(2), before));
    fs::rename(&sheet, world.at("ar/ifylld.csv")).expect("a sheet");
    assert!(agreement().status.success());
    assert_eq!(fs::read_to_string(&sheet).expect("a sheet"), text);
}

/// Earlier versions did not list what they wrote; it is known by its names.
#[test]
fn an_output_of_an_earlier_version_is_replaced() {
    let world = World::new();
    assert!(run(&world).status.success());
    let manifest = world.at("ut/manifest.json");
    let mut old: serde_json::Value = serde_json::from_slice(&fs::read(&manifest).expect("a manifest")).expect("JSON");
    assert!(old.as_object_mut().expect("an object").remove("outputs").is_some());
    fs::write(&manifest, old.to_string()).expect("a manifest");
    fs::write(world.at("ut/data/gammal.csv"), "").expect("a file");
    fs::write(world.at("ut/medel.csv"), "").expect("a file");
    assert!(said(&run(&world)).contains("since: medel.csv;"));
    fs::remove_file(world.at("ut/medel.csv")).expect("a file");
    assert!(run(&world).status.success());
    assert!(!world.at("ut/data/gammal.csv").exists());
}

#[cfg(unix)]
#[test]
fn links_files_and_folders_in_the_way_are_refused_and_permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    world.link_to("ingenstans", "hangande");
    fs::create_dir(world.at("tom")).expect("a folder");
    world.link_to("tom", "lank");
    fs::write(world.at("fil"), "x").expect("a file");
    for (place, word) in [
        ("hangande", "symbolic link"),
        ("hangande/ut", "cannot create"),
        ("lank", "symbolic link"),
        ("lank/", "symbolic link"),
        ("lank/.", "symbolic link"),
        ("hangande/", "symbolic link"),
        ("fil", "exists and was not written by insats"),
    ] {
        let before = world.snapshot();
        let output = world.insats(&["code", "ar/studie", "--out", place]);
        assert_eq!(output.status.code(), Some(2), "{place}");
        assert!(said(&output).contains(word), "{place}: {}", said(&output));
        assert_eq!(world.snapshot(), before);
    }
    fs::set_permissions(world.at("tom"), fs::Permissions::from_mode(0o750)).expect("permissions");
    assert!(world.insats(&["code", "ar/studie", "--out", "lank/../tom", "--quiet"]).status.success());
    let mode = fs::metadata(world.at("tom")).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o750);
}

/// Whoever is told that nothing was written finds nothing beside the target, either.
#[test]
fn the_default_folder_is_refused_as_any_other() {
    let world = World::new();
    fs::create_dir_all(world.at("output")).expect("a folder");
    fs::rename(world.at("ar/studie"), world.at("output/studie")).expect("a folder");
    let toml = world.at("output/studie/study.toml");
    let text = fs::read_to_string(&toml).expect("study.toml");
    let before = world.snapshot();
    // Without --out the target is output/studie: the study itself.
    let output = world.insats(&["run", "output/studie"]);
    assert!(said(&output).contains("would take the place of what is read"), "{}", said(&output));
    assert_eq!(world.snapshot(), before);
    assert_eq!(fs::read_to_string(&toml).expect("study.toml"), text);
}
