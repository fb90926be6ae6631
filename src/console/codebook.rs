//! What the commands print that edit and compare codebooks.

use insats::codebook::diff::{Changes, CodeChange, CodeChangeKind, KeyChange};
use insats::diagnostic::{Diagnostic, printable, shown};
use insats::msg;
use insats::run::{ExportedCodebook, ImportedCodebook};
use insats::wording::{Message, joined};
use serde_json::Value;

use super::{Console, shown_path};

impl Console {
    /// A codebook that was written as a workbook or for exchange.
    pub fn exported(&self, exported: &ExportedCodebook) {
        if self.quiet {
            return;
        }
        let ExportedCodebook { codes, rules, file, kept, notices } = exported;
        let (codes, file) = (*codes, shown_path(file));
        let written = match *rules {
            Some(rules) => msg!("codebook-exported", codes, rules, file),
            None => msg!("codebook-exchanged", codes, file),
        };
        self.print(&format!("{}{}\n{}", self.listed(notices), self.text(written), self.kept_as(kept)));
    }

    /// A codebook that was read from a file.
    pub fn imported(&self, imported: &ImportedCodebook) {
        if self.quiet {
            return;
        }
        let ImportedCodebook { codes, rules, file, kept, changes, written, notices } = imported;
        let mut text = self.listed(notices);
        text += &changes.iter().map(|changes| self.changes_of(changes)).collect::<String>();
        let (codes, rules, file) = (*codes, *rules, shown_path(file));
        let end = match written {
            true => msg!("codebook-imported", codes, rules, file),
            false => msg!("codebook-same-already", codes, rules, file),
        };
        text += &format!("{}\n{}", self.text(end), self.kept_as(kept));
        self.print(&text);
    }

    fn listed(&self, notices: &[Diagnostic]) -> String {
        notices.iter().map(|notice| format!("{}\n", notice.text(self.language))).collect()
    }

    /// What differs between two codebooks.
    pub fn compared(&self, changes: &Changes, json: bool) {
        let text = match json {
            true => serde_json::to_string_pretty(changes).unwrap_or_default() + "\n",
            false => self.changes_of(changes),
        };
        self.print(&text);
    }

    fn changes_of(&self, changes: &Changes) -> String {
        let version = |version: &insats::codebook::diff::Version| format!("{} {}", version.id, version.version);
        let (old, new) = (version(&changes.old), version(&changes.new));
        let mut text = match changes.same {
            true => format!("{}\n", self.text(msg!("codebook-no-changes", old = shown(&old), new = shown(&new)))),
            false => format!("{}\n", self.text(msg!("codebook-changes", old = shown(&old), new = shown(&new)))),
        };
        text += &self.section(msg!("codebook-changed-codes"), changes.codes.iter().map(|change| self.code(change)));
        let of_keys = [
            (msg!("codebook-changed-systems"), &changes.systems),
            (msg!("codebook-changed-domains"), &changes.domains),
            (msg!("codebook-changed-settings"), &changes.settings),
        ];
        for (head, changes) in of_keys {
            text += &self.section(head, changes.iter().map(|change| self.key(change)));
        }
        text
    }

    fn section(&self, head: Message, lines: impl Iterator<Item = String>) -> String {
        let lines: String = lines.map(|line| format!("  {}\n", printable(&line))).collect();
        if lines.is_empty() { lines } else { format!("{}:\n{lines}", self.text(head)) }
    }

    fn code(&self, change: &CodeChange) -> String {
        let (code, label) = (change.code.as_str(), change.label.as_str());
        let side = |side: &Value, key: &str| side[key].as_str().map_or_else(|| "–".to_owned(), ToOwned::to_owned);
        let both = |key: &str| (side(&change.from, key), side(&change.to, key));
        self.text(match change.change {
            CodeChangeKind::New => msg!("codebook-code-new", code, label),
            CodeChangeKind::Gone => msg!("codebook-code-gone", code, label),
            CodeChangeKind::Renamed => {
                let language = if both("sv").0 == both("sv").1 { "en" } else { "sv" };
                let (from, to) = both(language);
                msg!("codebook-code-renamed", code, from = shown(&from), to = shown(&to))
            }
            CodeChangeKind::Moved => {
                let key = if both("parent").0 == both("parent").1 { "system" } else { "parent" };
                let (from, to) = both(key);
                msg!("codebook-code-moved", code, label, from, to)
            }
            CodeChangeKind::Redefined => msg!("codebook-code-redefined", code, label),
            CodeChangeKind::Rules => {
                let (gone, new) = differing(&patterns(&change.from), &patterns(&change.to));
                msg!("codebook-code-rules", code, label, new = self.several(&new), gone = self.several(&gone))
            }
        })
    }

    fn key(&self, change: &KeyChange) -> String {
        let key = change.key.as_str();
        let texts = |value: &Value| value.as_array().map(|items| items.iter().map(told).collect::<Vec<_>>());
        self.text(match (&change.from, &change.to, texts(&change.from), texts(&change.to)) {
            (Value::Null, to, ..) => msg!("codebook-key-new", key, to = told(to)),
            (from, Value::Null, ..) => msg!("codebook-key-gone", key, from = told(from)),
            (.., Some(from), Some(to)) if differing(&from, &to) != (Vec::new(), Vec::new()) => {
                let (gone, new) = differing(&from, &to);
                msg!("codebook-key-list", key, new = self.several(&new), gone = self.several(&gone))
            }
            (from, to, ..) => msg!("codebook-key-changed", key, from = told(from), to = told(to)),
        })
    }

    /// Several texts, the first of many.
    fn several(&self, texts: &[String]) -> String {
        const MOST: usize = 8;
        let named = joined(texts.iter().take(MOST).map(|text| shown(text)), ", ");
        match texts.len() {
            0 => "–".to_owned(),
            count if count > MOST => self.text(msg!("codebook-and-more", named, more = count - MOST)),
            _ => named.text(self.language),
        }
    }
}

/// A value as a message quotes it.
fn told(value: &Value) -> String {
    match value {
        Value::String(text) => shown(text),
        other => other.to_string(),
    }
}

/// The patterns of rules, with their weights where they have one.
fn patterns(rules: &Value) -> Vec<String> {
    match rules {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(patterns).collect(),
        Value::Object(keys) => match (keys.get("pattern").and_then(Value::as_str), keys.get("weight")) {
            (Some(pattern), Some(weight)) => vec![format!("({weight}) {pattern}")],
            _ => keys
                .iter()
                .filter(|(key, _)| !matches!(key.as_str(), "domains" | "scope"))
                .flat_map(|(_, v)| patterns(v))
                .collect(),
        },
        _ => Vec::new(),
    }
}

/// What stands in the first list alone, and in the second alone, each as often as it does.
fn differing(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let without = |all: &[String], others: &[String]| {
        let mut others = others.to_vec();
        let mut left = Vec::new();
        for text in all {
            match others.iter().position(|other| other == text) {
                Some(at) => drop(others.swap_remove(at)),
                None => left.push(text.clone()),
            }
        }
        left
    };
    (without(old, new), without(new, old))
}
