//! From a file to a codebook: with what the file cannot hold kept from the codebook in place, or to a new one.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::arrange::{Group, Member, groups, is_flat, split_dots};
use super::guid::plain;
use super::known::{Known, first_word};
use super::lines::Lines;
use super::merge::{id_from, is_same, kept, ordered};
use super::parse::parse;
use super::write::named;
use super::{Node, Set, Tree, id_in, listed};
use crate::codebook::{Code, Codebook, Domain, DomainUse, System, check};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, is_name};
use crate::msg;
use crate::wording::{Message, Text, joined, library_says};

/// A codebook that was read from a file.
#[derive(Debug)]
pub struct Exchanged {
    /// The codebook.
    pub book: Codebook,
    /// What was kept, made or passed over.
    pub notices: Diagnostics,
}

/// Reads a file; `name` is how messages call it, `stem` what a new codebook is called, `old` the codebook in place.
///
/// # Errors
/// What no codebook can be made of, each problem with its line.
pub fn read(text: &str, name: &str, stem: &str, old: Option<&Codebook>) -> Result<Exchanged, Diagnostics> {
    let mut tree = parse(text.trim_start_matches('\u{feff}'), name)?;
    let known = Known::new(old);
    let begins_with_ids = known.begins_with_ids(&tree);
    let split = if begins_with_ids { 0 } else { split_dots(&mut tree) };
    let mut reader = Reader::new(&tree, &known, name, begins_with_ids);
    let groups = groups(&tree, &known);
    let systems = reader.systems(&groups, stem);
    let domains = reader.domains(&systems);
    let mut value =
        old.map_or_else(|| Ok(new_book(stem)), serde_json::to_value).map_err(|error| reader.refused(error))?;
    value["domains"] = Value::Array(domains);
    value["systems"] = Value::Array(systems.into_iter().map(|system| system.value).collect());
    let book: Codebook = serde_json::from_value(value).map_err(|error| reader.refused(error))?;
    let problems = check::check(&book, &reader.lines);
    if problems.has_errors() {
        return Err(problems);
    }
    reader.tell(&groups, &book, split);
    reader.notices.extend(problems);
    Ok(Exchanged { book, notices: reader.notices })
}

/// A codebook of which nothing is known but what it is called.
fn new_book(stem: &str) -> Value {
    json!({ "id": id_from(stem, &mut BTreeSet::new()), "version": "1", "title": { "sv": stem } })
}

/// A system as it will stand in the codebook.
struct Made {
    id: String,
    label: String,
    /// The identifiers of its category and its codes.
    guids: BTreeSet<String>,
    is_new: bool,
    value: Value,
}

struct Reader<'t, 'b> {
    tree: &'t Tree,
    known: &'t Known<'b>,
    begins_with_ids: bool,
    is_flat: bool,
    /// Whether the program that wrote the file keeps descriptions.
    describes: bool,
    taken: BTreeSet<String>,
    lines: Lines,
    /// Codes whose ids were made from their names, and codes with an English label although the Swedish one has changed.
    made: Vec<String>,
    outdated: Vec<String>,
    notices: Diagnostics,
}

impl<'t, 'b> Reader<'t, 'b> {
    fn new(tree: &'t Tree, known: &'t Known<'b>, name: &str, begins_with_ids: bool) -> Self {
        let mut left: Vec<&Node> = tree.codes.iter().collect();
        let mut describes = false;
        while let Some(node) = left.pop() {
            left.extend(&node.children);
            describes |= node.description.is_some() && id_in(node.description.as_ref()).is_none();
        }
        let codes = known.book.iter().flat_map(|book| &book.systems).flat_map(|system| &system.codes);
        Self {
            tree,
            known,
            begins_with_ids,
            is_flat: is_flat(tree),
            describes,
            taken: codes.map(|code| code.id.clone()).collect(),
            lines: Lines { file: name.to_owned(), codes: Vec::new() },
            made: Vec::new(),
            outdated: Vec::new(),
            notices: Diagnostics::new(),
        }
    }

    fn refused(&self, error: serde_json::Error) -> Diagnostic {
        Diagnostic::error(Place::file(&self.lines.file), msg!("codebook-malformed", reason = library_says(error)))
    }

    /// The systems in the order of the codebook in place, what is new behind them; one that the file lacks has no codes.
    fn systems(&mut self, groups: &[Group<'t, 'b>], stem: &str) -> Vec<Made> {
        let mut made: Vec<Made> = Vec::new();
        for system in self.known.book.iter().flat_map(|book| &book.systems) {
            let group = groups.iter().find(|group| group.system.is_some_and(|own| own.id == system.id));
            let named_now = group.and_then(|group| group.category).map(|category| category.name.as_str());
            let label = match named_now {
                Some(name) if !is_same(name, named(&system.label, &system.id)) => {
                    Text { sv: name.to_owned(), ..system.label.clone() }
                }
                _ => system.label.clone(),
            };
            made.push(self.system((&system.id, &label), group, Some(system)));
        }
        let mut ids: BTreeSet<String> = made.iter().map(|system| system.id.clone()).collect();
        for group in groups.iter().filter(|group| group.system.is_none()) {
            let said = group.category.and_then(|category| id_in(category.description.as_ref()));
            let label = group.category.map_or(stem, |category| category.name.as_str());
            let id = match said {
                Some(said) if ids.insert(said.to_owned()) => said.to_owned(),
                _ => id_from(label, &mut ids),
            };
            made.push(self.system((&id, &Text { sv: label.to_owned(), en: None }), Some(group), None));
        }
        made
    }

    fn system(&mut self, (id, label): (&str, &Text), group: Option<&Group<'t, 'b>>, old: Option<&System>) -> Made {
        let members = group.map(|group| group.members.as_slice()).unwrap_or_default();
        let codes = self.codes(members);
        let codes = ordered(codes, old);
        let nodes = members.iter().map(|member| member.node).chain(group.and_then(|group| group.category));
        let guids = nodes.map(|node| plain(&node.guid)).filter(|guid| !guid.is_empty()).collect();
        let value = json!({ "id": id, "label": label, "codes": codes });
        Made { id: id.to_owned(), label: label.sv.clone(), guids, is_new: old.is_none(), value }
    }

    fn codes(&mut self, members: &[Member<'t>]) -> Vec<Code> {
        let named: Vec<(String, String)> = members.iter().map(|member| self.id_and_label(member.node)).collect();
        let code = |(member, (id, label)): (&Member<'t>, &(String, String))| {
            let old = self.known.code(id).map(|(_, code)| code);
            let from_old = || old.and_then(|old| old.parent.clone()).filter(|_| self.is_flat);
            let parent = member.main.map(|main| named[main].0.clone()).or_else(from_old);
            let parent = parent.filter(|parent| named.iter().any(|(other, _)| other == parent));
            let description = member.node.description.clone();
            let definition = match old {
                Some(old) if description.is_none() && !self.describes => old.definition.clone(),
                _ => kept(description.unwrap_or_default(), old.map(|old| &old.definition)),
            };
            let label = kept(label.clone(), old.map(|old| &old.label));
            let is_outdated = old.is_some_and(|old| old.label != label && label.en.is_some());
            let rules = old.map(|old| old.rules.clone()).unwrap_or_default();
            (Code { id: id.clone(), parent, label, definition, rules }, member.node.line, is_outdated)
        };
        let made: Vec<_> = members.iter().zip(&named).map(code).collect();
        self.lines.codes.extend(made.iter().map(|(code, line, _)| (code.id.clone(), *line)));
        self.outdated.extend(made.iter().filter(|(.., is_outdated)| *is_outdated).map(|(code, ..)| code.id.clone()));
        made.into_iter().map(|(code, ..)| code).collect()
    }

    /// The id of a code and its label: the id begins its name, or is known by its identifier, or is made from its name.
    fn id_and_label(&mut self, node: &Node) -> (String, String) {
        let (word, rest) = node.name.split_once(' ').unwrap_or((&node.name, ""));
        if let Some((_, code)) = self.known.code_of(node) {
            let label = if code.id == word { rest } else { &node.name };
            return (code.id.clone(), label.to_owned());
        }
        let is_id = |word: &&str| !word.contains([',', ';']) && !word.contains(char::is_whitespace);
        if self.begins_with_ids
            && let Some(id) = first_word(&node.name).filter(is_id)
        {
            return (id.to_owned(), rest.to_owned());
        }
        let id = id_from(&node.name, &mut self.taken);
        self.made.push(id.clone());
        (id, node.name.clone())
    }

    /// The domains of the codebook in place, or those that sets say; and one for each system that is new, where no set is one.
    fn domains(&mut self, systems: &[Made]) -> Vec<Value> {
        let said: Vec<(&str, &Set)> = self.tree.sets.iter().filter_map(of_domain).collect();
        let passed = self.tree.sets.len() - said.len();
        if passed > 0 {
            self.notice(msg!("qdc-sets-left", sets = passed));
        }
        if self.known.book.is_some() || said.is_empty() {
            let mut domains = self.domains_in_place(&said);
            let word = |own: &Value| own["id"].as_str().map(ToOwned::to_owned);
            let mut ids: BTreeSet<String> = domains.iter().filter_map(word).collect();
            for system in systems.iter().filter(|system| system.is_new) {
                let is_fit = is_name(&system.id) && ids.insert(system.id.clone());
                let id = if is_fit { system.id.clone() } else { id_from(&system.label, &mut ids) };
                domains.push(declared(&id, &system.label, system));
            }
            return domains;
        }
        let of_set = |(id, set): (&str, &Set)| {
            let members: BTreeSet<String> = set.members.iter().map(|guid| plain(guid)).collect();
            let system = systems.iter().find(|system| !system.guids.is_disjoint(&members))?;
            Some(declared(id, &set.name, system))
        };
        said.into_iter().filter_map(of_set).collect()
    }

    /// The domains of the codebook in place, under the names that sets give them.
    fn domains_in_place(&self, said: &[(&str, &Set)]) -> Vec<Value> {
        let declared = |used: &DomainUse| {
            let mut value = json!(used);
            let set = said.iter().find(|(id, _)| *id == used.id.word());
            if let Some((_, set)) = set.filter(|(_, set)| !is_same(&set.name, named(&used.label, used.id.word()))) {
                value["label"]["sv"] = set.name.as_str().into();
            }
            value
        };
        self.known.book.iter().flat_map(|book| &book.domains).map(declared).collect()
    }

    fn notice(&mut self, message: Message) {
        self.notices.push(Diagnostic::notice(Place::file(&self.lines.file), message));
    }

    /// What was kept and what was made.
    fn tell(&mut self, groups: &[Group<'t, 'b>], book: &Codebook, split: usize) {
        let ids = book.systems.iter().flat_map(|system| &system.codes).map(|code| code.id.as_str());
        let new = ids.filter(|id| self.known.code(id).is_none()).count();
        let domains = joined(book.domains().map(Domain::word), ", ");
        match self.known.book {
            Some(_) => self.notice(msg!("qdc-kept", new)),
            None => self.notice(msg!("qdc-new-book", domains)),
        }
        if split > 0 {
            self.notice(msg!("qdc-dots-split", codes = split));
        }
        let deep = groups.iter().flat_map(|group| &group.members).filter(|member| member.is_deep).count();
        if deep > 0 {
            self.notice(msg!("qdc-deep", codes = deep));
        }
        if !self.made.is_empty() {
            let named = listed(self.made.iter());
            self.notice(msg!("qdc-ids-made", named));
        }
        if !self.outdated.is_empty() {
            let named = listed(self.outdated.iter());
            self.notice(msg!("qdc-english-kept", named));
        }
    }
}

/// The id of the domain that a set is.
fn of_domain(set: &Set) -> Option<(&str, &Set)> {
    id_in(set.description.as_ref()).filter(|id| is_name(id)).map(|id| (id, set))
}

fn declared(id: &str, label: &str, system: &Made) -> Value {
    json!({ "id": id, "label": { "sv": label }, "plural": { "sv": label }, "system": system.id })
}
