//! Every key, word and range of the schemas against what the decoders ask for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::value::{Form, Rule, Table, Value, When};
use super::{Declared, report, study, with_directive, without_directive};
use crate::diagnostic::Diagnostics;
use crate::study::recorded::{self, Asked};
use crate::study::{STUDY_FILE, Study, TextName, TextNames};

/// A study with every key, and its report.
const EVERY_KEY: &str = "tests/schema";

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Folders of studies: the shipped ones, the cases, and the one with every key.
fn folders() -> Vec<PathBuf> {
    let below = ["input", "tests/cases"].into_iter().flat_map(|folder| {
        let entries = std::fs::read_dir(project(folder)).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.join(STUDY_FILE).is_file())
    });
    let mut all: Vec<_> = below.chain([project(EVERY_KEY)]).collect();
    all.sort();
    all
}

/// A declaration file that decodes, with what was asked of it.
struct Decoded {
    name: String,
    document: Json,
    table: Table,
    asked: Vec<Asked>,
    /// The texts of interventions.
    texts: Vec<&'static str>,
}

fn document(text: &str) -> Json {
    let table: toml::Table = text.parse().expect("TOML");
    serde_json::to_value(table).expect("JSON")
}

/// The study of a folder and its report, as far as they are without errors.
fn decoded(folder: &Path) -> Vec<Decoded> {
    let (mut all, name) = (Vec::new(), |file: &str| format!("{}/{file}", folder.display()));
    let Ok(text) = std::fs::read_to_string(folder.join(STUDY_FILE)) else { return all };
    recorded::taken();
    let Ok(read) = Study::load(folder) else { return all };
    let texts: Vec<_> = TextNames::default().iter().chain(read.texts.iter()).map(TextName::word).collect();
    let mut asked = recorded::taken();
    // The study's own keys are asked for first; companions come after its top.
    let own = asked.iter().position(|asked| matches!(asked, Asked::Keys(path, _) if path.is_empty())).expect("a top");
    asked.truncate(own + 1);
    all.push(Decoded {
        name: name(STUDY_FILE),
        document: document(&text),
        table: study::study(),
        asked,
        texts: texts.clone(),
    });
    let Ok(text) = std::fs::read_to_string(read.path(&read.report.value)) else { return all };
    let mut messages = Diagnostics::new();
    crate::report::parse(&read, None, text.clone(), &mut messages);
    let asked = recorded::taken();
    if !messages.has_errors() {
        all.push(Decoded {
            name: name(&read.report.value),
            document: document(&text),
            table: report::report(),
            asked,
            texts,
        });
    }
    all
}

/// The table that stands at a path: what the document has there, and what the schema says of it with its address.
fn at<'a>(path: &str, document: &'a Json, table: &'a Table, address: &str) -> (&'a Json, &'a Table, String) {
    if path.is_empty() {
        return (document, table, address.to_owned());
    }
    let object = document.as_object().expect("a table");
    let (key, rest) = key_of(path, object.keys().map(String::as_str));
    let value = table.value(key).unwrap_or_else(|| panic!("{address}.{key} is not in the schema"));
    below(rest, &object[key], &value.form, &format!("{address}.{key}"))
}

/// The key with which a path begins, and what follows. Keys may hold dots.
fn key_of<'k>(path: &str, keys: impl Iterator<Item = &'k str>) -> (&'k str, String) {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
    let fitting = keys.filter(|key| path.strip_prefix(key).is_some_and(ends));
    let key = fitting.max_by_key(|key| key.len()).unwrap_or_else(|| panic!("no key begins {path}"));
    (key, path[key.len()..].to_owned())
}

fn below<'a>(rest: String, document: &'a Json, form: &'a Form, address: &str) -> (&'a Json, &'a Table, String) {
    match form {
        Form::Any(forms) => {
            let of_document = |form: &&Form| match form {
                Form::Table(_) | Form::Free(_) => document.is_object(),
                Form::List(..) => document.is_array(),
                _ => false,
            };
            below(rest, document, forms.iter().find(of_document).expect("a form"), address)
        }
        Form::List(item, _) => {
            let (number, rest) = rest[1..].split_once(']').expect("a number");
            let at = number.parse::<usize>().expect("a number") - 1;
            below(rest.to_owned(), &document[at], item, address)
        }
        Form::Free(value) => {
            let object = document.as_object().expect("a table");
            let (key, rest) = key_of(&rest[1..], object.keys().map(String::as_str));
            below(rest, &object[key], value, &format!("{address}.*"))
        }
        Form::Table(table) => at(rest.trim_start_matches('.'), document, table, address),
        other => panic!("{address} is {other:?}"),
    }
}

/// The kind that a table is of: its own keys and those of the kind.
fn kind_of<'t>(table: &'t Table, document: &Json) -> Vec<&'t Table> {
    let fits = |when: &When| match when {
        When::Has(keys) => keys.iter().any(|key| document.get(key).is_some()),
        When::Is(key, words) => document.get(key).and_then(Json::as_str).is_some_and(|word| words.contains(&word)),
        When::Otherwise => true,
    };
    let kind = table.kinds.iter().find(|(when, _)| fits(when)).map(|(_, kind)| kind);
    std::iter::once(table).chain(kind).collect()
}

/// Every table of a schema by its address, kinds apart.
fn addresses(address: &str, table: &Table, all: &mut BTreeSet<String>) {
    let kinds = table.kinds.iter().map(|(_, kind)| kind).filter(|_| !table.kinds.is_empty());
    if table.kinds.is_empty() {
        all.insert(format!("{address}: {}", sorted(table.keys.iter().map(|(key, _)| *key))));
    }
    for kind in kinds {
        let keys = table.keys.iter().chain(&kind.keys).map(|(key, _)| *key);
        all.insert(format!("{address}: {}", sorted(keys)));
    }
    let parts = std::iter::once(table).chain(table.kinds.iter().map(|(_, kind)| kind));
    for (key, value) in parts.flat_map(|part| &part.keys) {
        of_form(&format!("{address}.{key}"), &value.form, all);
    }
}

fn of_form(address: &str, form: &Form, all: &mut BTreeSet<String>) {
    match form {
        Form::Table(table) => addresses(address, table, all),
        Form::List(item, _) => of_form(address, item, all),
        Form::Free(value) => of_form(&format!("{address}.*"), value, all),
        Form::Any(forms) => forms.iter().for_each(|form| of_form(address, form, all)),
        Form::Text | Form::Words(_) | Form::Names(_) | Form::Integer(_) | Form::Number | Form::Flag => {}
    }
}

fn sorted<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    keys.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ")
}

/// The value of a key in the table at a path.
fn value_at<'d>(file: &'d Decoded, path: &str, key: &str) -> &'d Value {
    let (document, table, address) = at(path, &file.document, &file.table, "");
    let value = kind_of(table, document).into_iter().find_map(|part| part.keys.iter().find(|(own, _)| *own == key));
    value.map(|(_, value)| value).unwrap_or_else(|| panic!("{}: {address}.{key} is not in the schema", file.name))
}

/// The only range of whole numbers in a form.
fn range_of(form: &Form) -> Option<std::ops::RangeInclusive<i64>> {
    match form {
        Form::Integer(range) => Some(range.clone()),
        Form::List(item, _) => range_of(item),
        _ => None,
    }
}

/// A text with such a name would be read as the key, or stand twice in the data.
#[test]
fn no_text_of_interventions_may_be_named_as_another_key_of_them() {
    let of_survey = |key: &str| match &study::study().value("survey").expect("surveys").form {
        Form::List(item, _) => match &**item {
            Form::Table(survey) => survey.value(key).cloned(),
            _ => None,
        },
        _ => None,
    };
    let Form::Table(table) = of_survey("intervention").expect("interventions").form else { panic!("no table") };
    let texts: Vec<_> = TextNames::default().iter().map(TextName::word).collect();
    let others = table.all_keys().into_iter().filter(|key| !texts.contains(key));
    let free: Vec<_> = others.filter(|key| !crate::study::RESERVED.contains(key)).collect();
    assert!(free.is_empty(), "{free:?}");
}

#[test]
fn every_table_has_the_keys_words_and_ranges_that_its_decoder_asks_for() {
    let (mut seen, mut worded, mut ranged) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for file in folders().iter().flat_map(|folder| decoded(folder)) {
        for asked in &file.asked {
            match asked {
                Asked::Keys(path, keys) => {
                    let (document, table, address) = at(path, &file.document, &file.table, "");
                    let parts = kind_of(table, document);
                    // The texts of interventions are declared by the study.
                    let texts: Vec<&str> = match table.further {
                        Some(_) => file.texts.clone(),
                        None => Vec::new(),
                    };
                    let fixed = |key: &&str| !texts.contains(key);
                    let known = sorted(parts.iter().flat_map(|part| &part.keys).map(|(key, _)| *key));
                    let of_schema = parts.iter().flat_map(|part| &part.keys).map(|(key, _)| *key).filter(fixed);
                    let asked = sorted(keys.iter().copied().filter(fixed));
                    assert_eq!(sorted(of_schema), asked, "{}: {path}, schema (left), decoder", file.name);
                    seen.insert(format!("{address}: {known}"));
                }
                Asked::Words(path, key, words) => {
                    let value = value_at(&file, path, key);
                    let (Form::Words(known) | Form::Names(known)) = &value.form else {
                        panic!("{path}.{key} is no set of words")
                    };
                    let (mut known, mut words) = (known.clone(), words.iter().map(String::as_str).collect::<Vec<_>>());
                    known.sort_unstable();
                    words.sort_unstable();
                    if matches!(value.form, Form::Names(_)) {
                        // Which names there are, the file says.
                        known.retain(|word| words.contains(word));
                        words.retain(|word| known.contains(word));
                    }
                    assert_eq!(known, words, "{}: {path}.{key}, schema (left), decoder", file.name);
                    worded.insert((at(path, &file.document, &file.table, "").2, *key));
                }
                Asked::Range(path, key, range) => {
                    let known = range_of(&value_at(&file, path, key).form);
                    assert_eq!(known.as_ref(), Some(range), "{}: {path}.{key}, schema (left), decoder", file.name);
                    ranged.insert((at(path, &file.document, &file.table, "").2, *key));
                }
            }
        }
    }
    let mut all = BTreeSet::new();
    addresses("", &study::study(), &mut all);
    addresses("", &report::report(), &mut all);
    let unseen: Vec<_> = all.difference(&seen).collect();
    assert!(unseen.is_empty(), "no study here has these tables: {unseen:#?}");
    // The sets that the decoder asks for as words and ranges, so that a set that is only in the schema would be seen.
    assert!(worded.len() > 25 && ranged.len() > 15, "{} {}", worded.len(), ranged.len());
}

/// Tables hold at most one rule of a kind: two would stand under one key of JSON.
#[test]
fn rules_of_a_table_do_not_cover_each_other() {
    fn of(table: &Table) -> usize {
        let words = table.rules.iter().map(|rule| match rule {
            Rule::OneOf(_) | Rule::AtMostOne(_) => "oneOf",
            Rule::Either(..) | Rule::Where(..) => "if",
            Rule::With(..) => "dependencies",
        });
        let mut words: Vec<_> = words.chain((!table.kinds.is_empty()).then_some("if")).collect();
        words.sort_unstable();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all, "{:?}", table.rules);
        let kinds = table.kinds.iter().map(|(_, kind)| of(kind)).sum::<usize>();
        all + kinds + table.keys.iter().map(|(_, value)| in_form(&value.form)).sum::<usize>()
    }
    fn in_form(form: &Form) -> usize {
        match form {
            Form::Table(table) => of(table),
            Form::List(inner, _) | Form::Free(inner) => in_form(inner),
            Form::Any(forms) => forms.iter().map(in_form).sum(),
            _ => 0,
        }
    }
    assert!(of(&study::study()) > 10);
    assert!(of(&report::report()) > 6);
}

#[test]
fn the_line_for_editors_is_put_and_taken_away() {
    let drafted = with_directive(Declared::Study, "# A draft.\n");
    assert_eq!(drafted, "#:schema ./study.schema.json\n\n# A draft.\n");
    assert_eq!(without_directive(drafted), "# A draft.\n");
    assert_eq!(without_directive("# A draft.\n\n#:schema ./x\n".to_owned()), "# A draft.\n\n#:schema ./x\n");
}
