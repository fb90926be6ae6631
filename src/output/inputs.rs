//! What a command reads is never replaced, moved or removed by what it writes.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// How many symbolic links a path may lead through; more go round in a circle.
const MOST_LINKS: usize = 40;

/// The inputs, by name, that would go if something else took the place of one of the `targets`: a target is the file itself,
/// a folder on the way to it, or a link on that way. A target that does not exist harms nothing.
pub fn endangered<'i>(targets: &[PathBuf], inputs: impl IntoIterator<Item = (&'i str, &'i Path)>) -> Vec<&'i str> {
    let targets: BTreeSet<Mark> = targets.iter().flat_map(|target| marks_of_target(target)).collect();
    let in_the_way = |path: &Path| way(path).into_iter().flat_map(marks).any(|mark| targets.contains(&mark));
    inputs.into_iter().filter(|(_, path)| in_the_way(path)).map(|(name, _)| name).collect()
}

/// What an entry of a folder is known by. Neither alone is enough: a file system may take capitals for small letters, and
/// another may number its files anew each time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// Its name in the folder that it really stands in.
    Path(PathBuf),
    /// The number of its device, and its own on it.
    Number(u64, u64),
}

/// The marks of an entry whose folder is named without links.
fn marks(entry: PathBuf) -> impl Iterator<Item = Mark> {
    number(&entry).into_iter().chain([Mark::Path(entry)])
}

/// The marks of a target: where it is a link, also those of what it leads to.
fn marks_of_target(target: &Path) -> impl Iterator<Item = Mark> {
    [real_place(target), target.canonicalize().ok()].into_iter().flatten().flat_map(marks)
}

/// A target's own entry in the folder that it really stands in.
fn real_place(target: &Path) -> Option<PathBuf> {
    let parent = std::path::absolute(target).ok()?.parent()?.canonicalize().ok()?;
    Some(parent.join(target.file_name()?)).filter(|entry| entry.symlink_metadata().is_ok())
}

#[cfg(unix)]
fn number(entry: &Path) -> Option<Mark> {
    use std::os::unix::fs::MetadataExt;
    entry.symlink_metadata().ok().map(|metadata| Mark::Number(metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn number(entry: &Path) -> Option<Mark> {
    entry.canonicalize().ok().map(Mark::Path)
}

/// Every folder, link and file on the way to a file, from the root on; links are followed one by one.
fn way(path: &Path) -> Vec<PathBuf> {
    let parts =
        |path: &Path| path.components().rev().map(|part| part.as_os_str().to_owned()).collect::<Vec<OsString>>();
    let mut ahead = parts(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    let (mut here, mut entries, mut links) = (PathBuf::new(), Vec::new(), 0);
    while let Some(part) = ahead.pop() {
        match Path::new(&part).components().next() {
            Some(Component::ParentDir) => {
                here.pop();
            }
            Some(Component::Normal(_)) => {
                let entry = here.join(&part);
                match entry.read_link() {
                    Ok(target) if links < MOST_LINKS => {
                        links += 1;
                        ahead.extend(parts(&target));
                    }
                    _ => here.clone_from(&entry),
                }
                entries.push(entry);
            }
            // The root takes the place of everything before it.
            Some(Component::RootDir | Component::Prefix(_)) => here.push(&part),
            Some(Component::CurDir) | None => {}
        }
    }
    entries
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_folders_and_parents_of_an_input_are_found() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("study/in"))?;
        std::fs::create_dir_all(at("real"))?;
        std::fs::create_dir_all(at("elsewhere"))?;
        std::fs::write(at("real/file.csv"), "a")?;
        symlink("../../real/file.csv", at("study/in/link.csv"))?;
        symlink(at("study"), at("door"))?;
        symlink("circle", at("circle"))?;
        let input = at("door/in/link.csv");
        let found = |target: &str| !endangered(&[at(target)], [("file.csv", input.as_path())]).is_empty();
        for target in ["door", "study", "study/in", "study/in/link.csv", "real", "real/file.csv", "study/../real", ""] {
            assert!(found(target), "{target}");
        }
        for target in ["elsewhere", "study/out", "study/in/out", "real/file.csv.bak", "circle", "circle/x"] {
            assert!(!found(target), "{target}");
        }
        Ok(())
    }
}
