//! Rooms use only rooms below them, and files of a room use each other one way.
//!
//! Every path in the sources that begins with `crate`, `super`, `self` or a module is resolved to the file it leads to;
//! a re-export is followed to where the name is defined. The order of rooms is the table in ARCHITECTURE.md. A file and the
//! files in its own folder are one module with its parts, so that a part may use what the module holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files that may use each other in a circle, with the reason. A circle that is not listed fails the test, and so does one
/// that is listed and gone.
const CIRCLES: [(&str, &str); 14] = [
    (
        "claims/breakdown claims/estimated claims/measure claims/select",
        "a quantity holds conditions and breakdowns, which hold quantities",
    ),
    ("claims/syntax/measure claims/syntax/quantity", "a measure holds conditions, which compare quantities"),
    ("coding/plausible/misplaced coding/plausible/shifted", "a shift is told by what is misplaced, and the reverse"),
    ("draft/beside draft/list", "sums beside a list are read as the list is"),
    ("learning/judge learning/judge_features", "the judge's features are made of answers that are judged"),
    ("learning/out_of_fold learning/train", "what is learned is tried in folds, which learn"),
    (
        "read/amount read/grid read/looks read/looks/number_format read/row",
        "a cell keeps how it is shown, which is read as an amount",
    ),
    ("read/dialect/candidates read/dialect/score", "candidates are cut off by their score"),
    (
        "read/format read/looks/siblings read/looks/xlsx read/package read/workbook",
        "a package is a format, and a workbook is told by its package",
    ),
    ("register/built_in register/content register/level", "a register holds its recipients, who know their register"),
    ("render/canvas render/plane render/svg", "one drawing surface in three files"),
    ("report/account/column report/account/declare", "a declared column computes from declared columns"),
    ("report/aims report/declare report/fill report/number report/text", "declarations are filled while they are read"),
    ("study/question study/question_check study/survey", "questions are checked as they are decoded"),
];

/// Circles that are being taken apart: nothing is held there for now.
const REWRITTEN: [&str; 1] = ["survey/requisitions"];

type Module = Vec<String>;

struct Source {
    /// Paths that it uses, resolved as far as the names in it tell.
    uses: BTreeSet<Module>,
    /// Names that it hands on, with where they come from.
    exports: BTreeMap<String, Module>,
}

/// The names, `::` and the signs of `use` declarations; nothing of comments and unit tests.
fn tokens(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let code = code.join("\n");
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let (mut tokens, mut word) = (Vec::new(), String::new());
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign.is_alphanumeric() || sign == '_' {
            word.push(sign);
            continue;
        }
        if !word.is_empty() {
            tokens.push(std::mem::take(&mut word));
        }
        if sign == ':' && signs.peek() == Some(&':') {
            signs.next();
            tokens.push("::".to_owned());
        } else if !sign.is_whitespace() {
            tokens.push(sign.to_string());
        }
    }
    tokens
}

/// The paths of a `use` tree that begins at a token, each with the name that it gets; and the token behind it.
fn tree(tokens: &[String], mut at: usize, before: &[String]) -> (Vec<(Module, String)>, usize) {
    let mut path = before.to_vec();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") => {
                let mut all = Vec::new();
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    let (paths, next) = tree(tokens, at, &path);
                    all.extend(paths);
                    at = next + usize::from(tokens.get(next).is_some_and(|token| token == ","));
                }
                return (all, at + 1);
            }
            Some("::") => at += 1,
            Some("as") => {
                let name = tokens.get(at + 1).cloned().unwrap_or_default();
                return (vec![(path, name)], at + 2);
            }
            Some("self") if !path.is_empty() && path.last().is_some_and(|last| last != "super") => at += 1,
            Some(name) if name.starts_with(|c: char| c.is_alphanumeric() || c == '_') => {
                path.push(name.to_owned());
                at += 1;
            }
            Some("*") => at += 1,
            _ => {
                let name = path.last().cloned().unwrap_or_default();
                return (vec![(path, name)], at);
            }
        }
    }
}

/// A path from the crate's root; `None` for other crates.
fn absolute(path: &[String], module: &[String], modules: &BTreeSet<Module>) -> Option<Module> {
    let first = path.first()?.as_str();
    let from = |base: &[String], rest: &[String]| Some([base, rest].concat());
    match first {
        "crate" | "insats" => from(&[], &path[1..]),
        "self" => from(module, &path[1..]),
        "super" => {
            let up = path.iter().take_while(|part| *part == "super").count();
            from(&module[..module.len().checked_sub(up)?], &path[up..])
        }
        _ => {
            let own = [module, &path[..1]].concat();
            if modules.contains(&own) { from(module, path) } else { None }
        }
    }
}

fn read(module: &[String], text: &str, modules: &BTreeSet<Module>) -> Source {
    let tokens = tokens(text);
    let mut source = Source { uses: BTreeSet::new(), exports: BTreeMap::new() };
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            let is_export = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
            let (paths, next) = tree(&tokens, at + 1, &[]);
            for (path, name) in paths {
                let Some(path) = absolute(&path, module, modules) else { continue };
                if is_export {
                    source.exports.insert(name, path);
                } else {
                    source.uses.insert(path);
                }
            }
            at = next.max(at + 1);
        } else if tokens.get(at + 1).is_some_and(|token| token == "::") && (at == 0 || tokens[at - 1] != "::") {
            let mut path = vec![tokens[at].clone()];
            while tokens.get(at + 1).is_some_and(|token| token == "::") {
                path.extend(tokens.get(at + 2).cloned());
                at += 2;
            }
            source.uses.extend(absolute(&path, module, modules));
            at += 1;
        } else {
            at += 1;
        }
    }
    source
}

/// The file that a path leads to.
fn file_of(path: &[String], sources: &BTreeMap<Module, Source>, depth: usize) -> Module {
    let known = (0..=path.len()).rev().find(|length| sources.contains_key(&path[..*length])).unwrap_or_default();
    let module = path[..known].to_vec();
    let exported = path.get(known).and_then(|name| sources.get(&module)?.exports.get(name));
    match exported.filter(|_| depth < 5) {
        Some(from) => file_of(&[from.as_slice(), &path[known + 1..]].concat(), sources, depth + 1),
        None => module,
    }
}

fn collect(folder: &Path, at: &[String], all: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            collect(&path, &[at, &[name]].concat(), all);
        } else if let Some(stem) = name.strip_suffix(".rs") {
            let module = match stem {
                "mod" | "lib" => at.to_vec(),
                stem => [at, &[stem.to_owned()]].concat(),
            };
            all.insert(module, fs::read_to_string(&path).expect("a text"));
        }
    }
}

/// Every file with the files that it uses.
fn graph() -> BTreeMap<Module, BTreeSet<Module>> {
    let mut texts = BTreeMap::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[], &mut texts);
    let modules: BTreeSet<Module> = texts.keys().cloned().collect();
    let sources: BTreeMap<Module, Source> =
        texts.iter().map(|(module, text)| (module.clone(), read(module, text, &modules))).collect();
    let used = |module: &Module, source: &Source| {
        let files = source.uses.iter().map(|path| file_of(path, &sources, 0));
        files.filter(|file| !file.is_empty() && file != module).collect()
    };
    sources.iter().map(|(module, source)| (module.clone(), used(module, source))).collect()
}

/// The rooms as ARCHITECTURE.md lists them, the highest first.
fn rooms() -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).expect("a text");
    let rooms =
        text.split("\n## Rooms\n").nth(1).expect("the table of rooms").split("\n## ").next().unwrap_or_default();
    let cells = rooms.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    cells.flat_map(|cell| cell.split(['`', ',', ' ']).filter(|name| !name.is_empty()).map(str::to_owned)).collect()
}

#[test]
fn rooms_use_only_rooms_below_them() {
    let rooms = rooms();
    let level = |module: &Module| rooms.iter().position(|room| Some(room) == module.first());
    let mut wrong = Vec::new();
    for (file, used) in graph().iter().filter(|(file, _)| !file.is_empty()) {
        let own = level(file);
        assert!(own.is_some(), "{} stands in no room of ARCHITECTURE.md", file.join("/"));
        let upwards = used.iter().filter(|other| other.first() != file.first() && level(other) < own);
        wrong.extend(upwards.map(|other| format!("{} uses {}", file.join("/"), other.join("/"))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Everything that can be reached from a file within its room.
fn reached(from: &Module, graph: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<Module> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from.clone()]);
    while let Some(file) = open.pop() {
        let next = graph.get(&file).into_iter().flatten();
        let next = next.filter(|other| other.first() == from.first() && !file.starts_with(other));
        open.extend(next.filter(|other| found.insert((*other).clone())).cloned());
    }
    found
}

#[test]
fn files_of_a_room_use_each_other_one_way() {
    let graph = graph();
    let reached: BTreeMap<&Module, BTreeSet<Module>> = graph.keys().map(|file| (file, reached(file, &graph))).collect();
    let mut circles = BTreeSet::new();
    for (file, others) in &reached {
        if others.contains(*file) {
            let circle = others.iter().filter(|other| reached.get(other).is_some_and(|back| back.contains(*file)));
            circles.insert(circle.map(|module| module.join("/")).collect::<Vec<_>>().join(" "));
        }
    }
    circles.retain(|circle| !REWRITTEN.iter().any(|folder| circle.starts_with(folder)));
    let listed: BTreeSet<String> = CIRCLES.iter().map(|(circle, _)| (*circle).to_owned()).collect();
    let new: Vec<_> = circles.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&circles).collect();
    assert!(new.is_empty() && gone.is_empty(), "new circles: {new:#?}\ngone: {gone:#?}");
}
