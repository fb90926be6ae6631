//! What differs between two codebooks: codes, their rules, domains, systems and settings. In the order of the new codebook,
//! what is gone behind it.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Code, Codebook, DomainUse, System};

/// What differs between two codebooks.
#[derive(Debug, Serialize)]
pub struct Changes {
    /// The old codebook.
    pub old: Version,
    /// The new one.
    pub new: Version,
    /// Whether nothing differs but the version.
    pub same: bool,
    /// Codes.
    pub codes: Vec<CodeChange>,
    /// Code systems.
    pub systems: Vec<KeyChange>,
    /// Domains.
    pub domains: Vec<KeyChange>,
    /// Everything else but the version.
    pub settings: Vec<KeyChange>,
}

/// Which codebook.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CodeChangeKind {
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// It has another label.
    Renamed,
    /// It stands under another main code, or in another system.
    Moved,
    /// It has another definition.
    Redefined,
    /// It has other rules.
    Rules,
}

/// A change of a code. A code that has changed in several ways has several.
#[derive(Debug, PartialEq, Serialize)]
pub struct CodeChange {
    /// The code.
    pub code: String,
    /// Its Swedish label, the new one where it has changed.
    pub label: String,
    /// What became of it.
    pub change: CodeChangeKind,
    /// What it was; nothing for a new code.
    pub from: Value,
    /// What it is; nothing for one that is gone.
    pub to: Value,
}

/// A change of something with keys.
#[derive(Debug, PartialEq, Serialize)]
pub struct KeyChange {
    /// The path of the key, as `coding.negation.within`, or `goal.label.sv` of a domain or system.
    pub key: String,
    /// What stood there; nothing where it is new.
    pub from: Value,
    /// What stands there; nothing where it is gone.
    pub to: Value,
}

impl Changes {
    /// What differs between two codebooks.
    pub fn between(old: &Codebook, new: &Codebook) -> Self {
        let version = |book: &Codebook| Version { id: book.id.clone(), version: book.version.clone() };
        let codes = codes(old, new);
        let systems = of_keys(&systems_of(old, new), &systems_of(new, old));
        let domains = of_keys(&domains_of(old, new), &domains_of(new, old));
        let settings = of_keys(&settings_of(old), &settings_of(new));
        let same = codes.is_empty() && [&systems, &domains, &settings].iter().all(|changes| changes.is_empty());
        Self { old: version(old), new: version(new), same, codes, systems, domains, settings }
    }

    /// Whether something has changed and the version has not.
    pub fn lacks_version(&self) -> bool {
        !self.same && self.old == self.new
    }
}

fn all_codes(book: &Codebook) -> impl Iterator<Item = (&System, &Code)> {
    book.systems.iter().flat_map(|system| system.codes.iter().map(move |code| (system, code)))
}

fn codes(old: &Codebook, new: &Codebook) -> Vec<CodeChange> {
    let find = |book: &'_ Codebook, id: &str| {
        all_codes(book).find(|(_, code)| code.id == id).map(|(s, c)| (s.id.clone(), c.clone()))
    };
    let mut changes = Vec::new();
    for (system, code) in all_codes(new) {
        match find(old, &code.id) {
            None => changes.push(change(code, CodeChangeKind::New, Value::Null, whole(&system.id, code))),
            Some((old_system, old_code)) => of_code((&old_system, &old_code), (&system.id, code), &mut changes),
        }
    }
    for (system, code) in all_codes(old).filter(|(_, code)| find(new, &code.id).is_none()) {
        changes.push(change(code, CodeChangeKind::Gone, whole(&system.id, code), Value::Null));
    }
    changes
}

fn whole(system: &str, code: &Code) -> Value {
    let mut value = json!(code);
    value["system"] = system.into();
    value
}

fn change(code: &Code, kind: CodeChangeKind, from: Value, to: Value) -> CodeChange {
    CodeChange { code: code.id.clone(), label: code.label.sv.clone(), change: kind, from, to }
}

fn of_code((old_system, old): (&str, &Code), (new_system, new): (&str, &Code), changes: &mut Vec<CodeChange>) {
    let place = |system: &str, code: &Code| json!({ "system": system, "parent": code.parent });
    let sides = [
        (CodeChangeKind::Renamed, json!(old.label), json!(new.label)),
        (CodeChangeKind::Moved, place(old_system, old), place(new_system, new)),
        (CodeChangeKind::Redefined, json!(old.definition), json!(new.definition)),
        (CodeChangeKind::Rules, json!(old.rules), json!(new.rules)),
    ];
    let differing = sides.into_iter().filter(|(_, from, to)| from != to);
    changes.extend(differing.map(|(kind, from, to)| change(new, kind, from, to)));
}

/// Everything at the top of a codebook but its version, domains and systems.
fn settings_of(book: &Codebook) -> Value {
    let mut value = json!(book);
    if let Value::Object(keys) = &mut value {
        keys.retain(|key, _| !matches!(key.as_str(), "version" | "domains" | "systems"));
    }
    value
}

fn domains_of(book: &Codebook, other: &Codebook) -> Value {
    let named = |used: &DomainUse| (used.id.word().to_owned(), json!(used));
    by_id(book.domains.iter().map(named), |id| other.domain(id).is_some())
}

/// Systems with the order of those codes that both codebooks have there; codes themselves are compared apart.
fn systems_of(book: &Codebook, other: &Codebook) -> Value {
    let counterpart = |id: &str| other.systems.iter().find(|system| system.id == id);
    let named = |system: &System| {
        let theirs = counterpart(&system.id).map_or(&[][..], |theirs| &theirs.codes);
        let both = system.codes.iter().filter(|code| theirs.iter().any(|their| their.id == code.id));
        let order: Vec<&str> = both.map(|code| code.id.as_str()).collect();
        (system.id.clone(), json!({ "label": system.label, ORDER: order }))
    };
    by_id(book.systems.iter().map(named), |id| counterpart(id).is_some())
}

/// Under what the order of ids is compared.
const ORDER: &str = "order";

/// Objects by their ids, each without its id, beside the order of those that both codebooks have.
fn by_id(named: impl Iterator<Item = (String, Value)>, is_in_both: impl Fn(&str) -> bool) -> Value {
    let (mut all, mut order) = (Map::new(), Vec::new());
    for (id, mut value) in named {
        if let Value::Object(keys) = &mut value {
            keys.shift_remove("id");
        }
        order.extend(is_in_both(&id).then(|| Value::from(id.clone())));
        all.insert(id, value);
    }
    all.insert(format!("({ORDER})"), Value::Array(order));
    Value::Object(all)
}

fn of_keys(old: &Value, new: &Value) -> Vec<KeyChange> {
    let mut changes = Vec::new();
    compare("", old, new, &mut changes);
    changes
}

/// Adds what differs below a path.
fn compare(path: &str, old: &Value, new: &Value, changes: &mut Vec<KeyChange>) {
    if let (Value::Object(old), Value::Object(new)) = (old, new) {
        let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        for (key, to) in new {
            compare(&below(key), old.get(key).unwrap_or(&Value::Null), to, changes);
        }
        for (key, from) in old.iter().filter(|(key, _)| !new.contains_key(*key)) {
            compare(&below(key), from, &Value::Null, changes);
        }
    } else if old != new {
        changes.push(KeyChange { key: path.to_owned(), from: old.clone(), to: new.clone() });
    }
}
