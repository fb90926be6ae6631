//! The texts of an earlier `study.toml`, each with its path and place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::study::names_column;

/// A text value, or a key that names a column, of an earlier file.
pub(super) struct Literal {
    pub path: Vec<String>,
    pub span: Range<usize>,
    pub text: String,
    pub is_key: bool,
}

/// Every text value of a table, and every key that names a column, with its path.
pub(super) fn walk(table: &DeTable<'_>, path: &mut Vec<String>, literals: &mut Vec<Literal>) {
    for (key, value) in table.iter() {
        let name = key.get_ref().to_string();
        if path.last().is_some_and(|p| p == "areas") {
            literals.push(Literal { path: path.clone(), span: key.span(), text: name.clone(), is_key: true });
        }
        path.push(name);
        walk_value(value, path, literals);
        path.pop();
    }
}

fn walk_value(value: &Spanned<DeValue<'_>>, path: &mut Vec<String>, literals: &mut Vec<Literal>) {
    match value.get_ref() {
        DeValue::String(text) => {
            literals.push(Literal { path: path.clone(), span: value.span(), text: text.to_string(), is_key: false });
        }
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(format!("{index:04}"));
                walk_value(item, path, literals);
                path.pop();
            }
        }
        DeValue::Table(table) => walk(table, path, literals),
        _ => {}
    }
}

/// Whether a value of a section names a column.
pub fn is_column(section: &str, path: &[String], is_key: bool) -> bool {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match (section, &names[..]) {
        (_, ["areas"]) => is_key,
        ("survey", ["respondent", "id" | "name" | "code"]) => true,
        ("survey", ["intervention", key]) => names_column(key),
        ("survey", ["question", _, "ticked" | "joined" | "items" | "choice"]) => true,
        ("survey", ["value_labels", "question" | "part" | "value" | "label"]) => true,
        ("requisitions", ["code" | "name"]) => true,
        ("register", ["code" | "name"] | ["other_names" | "numbers", _] | ["part_of", "column"]) => true,
        ("coding", ["intervention"] | ["domains", _]) => true,
        ("corrections", ["intervention" | "field" | "old" | "new" | "reason"]) => true,
        ("repayments", ["recipient" | "area" | "amount"]) => true,
        _ => false,
    }
}
