//! A study with everything that a command may read, spread over folders and links.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::{copy_folder, project};

/// What the study of `codes-best` gets in addition: claims, an account, an allocation, and an earlier study.
const MORE: &str = r#"
[[account]]
id = "svar"
level = "region"
file = "konton/svar.csv"
recipient = "Region"

[account.field]
beviljat = { money = "Beviljat (tkr)", unit = "tkr" }
fungerar = { choice = "Fungerar vården?", answers = ["1", "2", "3", "4", "5"] }

[measure]
beviljat = { sum = "beviljat" }
fungerar = { count = "fungerar", answers = ["4", "5"] }

[[earlier]]
study = "../../tidigare/2023"

[[allocation]]
id = "egen"
rounding = "largest-remainder"
part = [{ id = "lika", pot = 90, each = 30 }]

[limits]
outside = ["../.."]
"#;

const CLAIMS: &str = "id,area,statement,assertion\nP-1,all,Fyra insatser.,interventions = 4\n";

/// A folder with a study in `ar/studie`, its codebook in `kodbok`, its model in `modell`, the earlier study in
/// `tidigare/2023`; its export is a link into `verkliga`, and `dorr` a link to the study.
pub struct World {
    folder: tempfile::TempDir,
}

impl World {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let world = Self { folder };
        let study = world.at("ar/studie");
        copy_folder(&project("tests/cases/codes-best"), &study);
        fs::remove_dir_all(study.join("expected")).expect("a folder");
        copy_folder(&project("tests/cases/grant-years/2023"), &world.at("tidigare/2023"));
        for name in ["kodbok", "modell", "verkliga", "ar/studie/konton"] {
            fs::create_dir_all(world.at(name)).expect("a folder");
        }
        fs::copy(project("tests/cases/grant-years/svar.csv"), study.join("konton/svar.csv")).expect("a file");
        fs::rename(study.join("kodbok.json"), world.at("kodbok/kodbok.json")).expect("a file");
        fs::write(study.join("claims.csv"), CLAIMS).expect("a file");
        let declared = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        let declared = declared.replace("\"kodbok.json\"", "\"../../kodbok/kodbok.json\"\nclaims = \"claims.csv\"");
        fs::write(study.join("study.toml"), format!("{declared}{MORE}")).expect("study.toml");
        world.link("enkat.csv");
        let learned = world.insats(&["learn", "ar/studie", "--out", "modell/m.json", "--quiet"]);
        assert!(learned.status.success(), "{}", said(&learned));
        let declared = fs::read_to_string(study.join("study.toml")).expect("study.toml");
        fs::write(study.join("study.toml"), format!("model = \"../../modell/m.json\"\n{declared}"))
            .expect("study.toml");
        world
    }

    /// The study's export moves to `verkliga`; a link stands in its place.
    #[cfg(unix)]
    fn link(&self, name: &str) {
        fs::rename(self.at("ar/studie").join(name), self.at("verkliga").join(name)).expect("a file");
        self.link_to(&format!("../../verkliga/{name}"), &format!("ar/studie/{name}"));
        self.link_to("ar/studie", "dorr");
    }

    #[cfg(not(unix))]
    fn link(&self, _: &str) {}

    #[cfg(unix)]
    pub fn link_to(&self, target: &str, link: &str) {
        std::os::unix::fs::symlink(target, self.at(link)).expect("a link");
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, started in the world's folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    pub fn insats(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program")
    }

    /// Every file and link below the folder: bytes, or where a link leads.
    pub fn snapshot(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = BTreeMap::new();
        collect(self.folder.path(), "", &mut all);
        all
    }

    /// What of a snapshot is not there any more as it was, under its own name or as `.bak`; and what lies about.
    pub fn lost(&self, before: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let now = self.snapshot();
        let is_there = |name: &str, bytes: &[u8]| now.get(name).is_some_and(|found| found == bytes);
        let gone =
            before.iter().filter(|(name, bytes)| !is_there(name, bytes) && !is_there(&format!("{name}.bak"), bytes));
        let leftovers = now.keys().filter(|name| name.contains(".insats-"));
        gone.map(|(name, _)| name).chain(leftovers).cloned().collect()
    }
}

fn collect(folder: &Path, below: &str, all: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().expect("a kind");
        if kind.is_symlink() {
            let target = fs::read_link(entry.path()).expect("a link");
            all.insert(name, target.to_string_lossy().into_owned().into_bytes());
        } else if kind.is_dir() {
            collect(&entry.path(), &format!("{name}/"), all);
        } else {
            all.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
