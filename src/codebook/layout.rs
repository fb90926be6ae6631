//! The one way of writing a codebook: short lists and objects stand on one line, patterns fill lines up to a width, the two
//! languages of a text stand below each other. Two codebooks that say the same are the same bytes.

use serde_json::{Map, Value};

/// The longest line of a list that fills lines, of a list on one line, and of an object on one line, in characters without
/// what follows.
const WIDTH: usize = 120;
const WIDEST_LIST: usize = 106;
const WIDEST_OBJECT: usize = 60;

/// What one level is set in.
const STEP: usize = 2;

/// A value as the text of a file, with a line end.
pub(super) fn laid_out(value: &Value) -> String {
    let mut text = String::new();
    put(value, 0, &mut text);
    text + "\n"
}

/// Adds a value that begins behind what the last line holds.
fn put(value: &Value, depth: usize, text: &mut String) {
    let line = on_one_line(value);
    let used = text.rsplit('\n').next().unwrap_or_default().chars().count();
    let widest = if value.is_array() { WIDEST_LIST } else { WIDEST_OBJECT };
    if !stands_apart(value) && used + line.chars().count() <= widest {
        *text += &line;
        return;
    }
    match value {
        Value::Array(items) if items.iter().all(is_small) => fill(items, depth + STEP, text),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                begin(at, depth + STEP, text);
                put(item, depth + STEP, text);
            }
            end(']', depth, text);
        }
        Value::Object(keys) => object(keys, depth, text),
        _ => *text += &line,
    }
}

fn object(keys: &Map<String, Value>, depth: usize, text: &mut String) {
    text.push('{');
    for (at, (key, value)) in keys.iter().enumerate() {
        begin(at, depth + STEP, text);
        *text += &format!("{}: ", quoted(key));
        put(value, depth + STEP, text);
    }
    end('}', depth, text);
}

/// A list whose items fill the lines.
fn fill(items: &[Value], depth: usize, text: &mut String) {
    text.push('[');
    let mut used = usize::MAX;
    for (at, item) in items.iter().enumerate() {
        let item = on_one_line(item);
        let length = item.chars().count();
        if used.saturating_add(length + 2) > WIDTH {
            begin(at, depth, text);
            used = depth + length;
        } else {
            *text += ", ";
            used += length + 2;
        }
        *text += &item;
    }
    end(']', depth - STEP, text);
}

/// Begins a line for an item or a key.
fn begin(at: usize, depth: usize, text: &mut String) {
    if at > 0 {
        text.push(',');
    }
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', depth));
}

fn end(sign: char, depth: usize, text: &mut String) {
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', depth));
    text.push(sign);
}

/// What holds a text in its languages, however short it is; and what holds such.
fn stands_apart(value: &Value) -> bool {
    match value {
        Value::Object(keys) => keys.contains_key("sv") || keys.values().any(stands_apart),
        Value::Array(items) => items.iter().any(stands_apart),
        _ => false,
    }
}

/// A pattern, with its weight or without, or another value that holds no other.
fn is_small(value: &Value) -> bool {
    match value {
        Value::Array(_) => false,
        Value::Object(keys) => keys.contains_key("pattern"),
        _ => true,
    }
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        Value::Object(keys) if keys.is_empty() => "{}".to_owned(),
        Value::Object(keys) => {
            let key = |(key, value): (&String, &Value)| format!("{}: {}", quoted(key), on_one_line(value));
            format!("{{ {} }}", keys.iter().map(key).collect::<Vec<_>>().join(", "))
        }
        Value::String(text) => quoted(text),
        // Whole numbers have no decimals, as people write them.
        other => {
            let text = other.to_string();
            text.strip_suffix(".0").map(ToOwned::to_owned).unwrap_or(text)
        }
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
