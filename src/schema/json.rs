//! Declarations as JSON Schema, draft 7: the newest that the Taplo family of TOML editors reads.
//!
//! Everything stands where it is used. Beside a `$ref` that draft ignores descriptions, and Taplo shows no keys of a table
//! with `allOf`, so kinds of a table are `if`, `then`, `else`.

use serde_json::{Map, Value as Json, json};

use super::value::{Form, Rule, Table, Value, When};
use crate::wording::Language;

/// A whole file.
pub(super) fn document(name: &str, about: String, table: &Table, language: Language) -> Json {
    let mut all = Map::new();
    all.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    all.insert("title".to_owned(), json!(name));
    all.insert("description".to_owned(), json!(about));
    all.extend(of_table(table, language));
    Json::Object(all)
}

fn of_value(value: &Value, language: Language) -> Json {
    let mut all = Map::new();
    if let Some(about) = &value.about {
        all.insert("description".to_owned(), json!(about.text(language)));
    }
    all.extend(of_form(&value.form, language));
    if let Some(default) = &value.default {
        all.insert("default".to_owned(), default.clone());
    }
    Json::Object(all)
}

fn of_form(form: &Form, language: Language) -> Map<String, Json> {
    let inner = |form: &Form| Json::Object(of_form(form, language));
    let all = match form {
        Form::Text => json!({ "type": "string" }),
        Form::Words(words) => json!({ "type": "string", "enum": words }),
        Form::Names(words) => json!({ "anyOf": [{ "type": "string", "enum": words }, { "type": "string" }] }),
        Form::Integer(range) => json!({ "type": "integer", "minimum": range.start(), "maximum": range.end() }),
        Form::Number => json!({ "type": "number" }),
        Form::Flag => json!({ "type": "boolean" }),
        Form::List(item, count) => {
            let mut list = json!({ "type": "array", "items": inner(item) });
            if *count.start() > 0 {
                list["minItems"] = json!(count.start());
            }
            if *count.end() < usize::MAX {
                list["maxItems"] = json!(count.end());
            }
            list
        }
        Form::Table(table) => return of_table(table, language),
        Form::Free(value) => json!({ "type": "object", "additionalProperties": inner(value) }),
        Form::Any(forms) => json!({ "anyOf": forms.iter().map(inner).collect::<Vec<_>>() }),
    };
    into_map(all)
}

fn into_map(json: Json) -> Map<String, Json> {
    if let Json::Object(map) = json { map } else { Map::new() }
}

fn of_table(table: &Table, language: Language) -> Map<String, Json> {
    let known = table.all_keys();
    let values = known.iter().filter_map(|key| Some(((*key).to_owned(), of_value(&table.widest(key)?, language))));
    let mut all = Map::new();
    all.insert("type".to_owned(), json!("object"));
    all.insert("properties".to_owned(), Json::Object(values.collect()));
    let further = table.further.as_ref().map(|form| Json::Object(of_form(form, language)));
    all.insert("additionalProperties".to_owned(), further.unwrap_or(json!(false)));
    bind(table, &mut all);
    let kinds = table.kinds.iter().rev().fold(None, |otherwise, (when, kind)| {
        let then = of_kind(kind, table, language);
        Some(match when {
            When::Otherwise => then,
            when => {
                let mut chain = Map::new();
                chain.insert("if".to_owned(), condition(when));
                chain.insert("then".to_owned(), Json::Object(then));
                chain.extend(otherwise.map(|otherwise| ("else".to_owned(), Json::Object(otherwise))));
                chain
            }
        })
    });
    all.extend(kinds.unwrap_or_default());
    all
}

/// What a kind asks for beyond the table that holds the keys of all kinds.
fn of_kind(kind: &Table, table: &Table, language: Language) -> Map<String, Json> {
    let own = table.keys.iter().map(|(key, _)| *key);
    let names: Vec<_> = own.chain(kind.keys.iter().map(|(key, _)| *key)).collect();
    let mut all = match table.further {
        None => into_map(json!({ "propertyNames": { "enum": names } })),
        // Beside the keys that the file declares itself, those of other kinds are none of this one.
        Some(_) => {
            let others: Vec<_> = table.all_keys().into_iter().filter(|key| !names.contains(key)).collect();
            match others.is_empty() {
                true => Map::new(),
                false => into_map(json!({ "propertyNames": { "not": { "enum": others } } })),
            }
        }
    };
    let narrower = kind.keys.iter().map(|(key, value)| (*key, value, of_value(value, language)));
    let narrower =
        narrower.filter(|(key, _, own)| table.widest(key).map(|all| of_value(&all, language)).as_ref() != Some(own));
    let narrower: Map<_, _> =
        narrower.map(|(key, value, _)| (key.to_owned(), Json::Object(of_form(&value.form, language)))).collect();
    if !narrower.is_empty() {
        all.insert("properties".to_owned(), Json::Object(narrower));
    }
    bind(kind, &mut all);
    all
}

fn condition(when: &When) -> Json {
    match when {
        When::Has(keys) if keys.len() == 1 => json!({ "required": keys }),
        When::Has(keys) => json!({ "anyOf": keys.iter().map(|key| json!({ "required": [key] })).collect::<Vec<_>>() }),
        When::Is(key, words) => json!({ "properties": { *key: { "enum": words } }, "required": [key] }),
        When::Otherwise => json!(true),
    }
}

/// What must be there, and what must hold between keys.
fn bind(table: &Table, all: &mut Map<String, Json>) {
    if !table.required.is_empty() {
        all.insert("required".to_owned(), json!(table.required));
    }
    for rule in &table.rules {
        let bound = match rule {
            Rule::OneOf(keys) => json!({ "oneOf": alone(keys) }),
            Rule::AtMostOne(keys) => {
                let none = json!({ "not": { "anyOf": alone(keys) } });
                let all = [alone(keys), vec![none]].concat();
                json!({ "oneOf": all })
            }
            Rule::Either(one, other) => {
                json!({ "if": { "not": { "required": [one] } }, "then": { "required": [other] } })
            }
            Rule::With(key, needed) => json!({ "dependencies": { *key: needed } }),
            Rule::Where(key, word, needed) => json!({
                "if": condition(&When::Is(key, vec![word])),
                "then": { "required": [needed] },
            }),
        };
        all.extend(into_map(bound));
    }
}

fn alone(keys: &[&str]) -> Vec<Json> {
    keys.iter().map(|key| json!({ "required": [key] })).collect()
}
