//! What is wrong in a codebook's JSON, as the library says it, as messages; what it says in words that are not known here
//! is quoted.

use crate::msg;
use crate::wording::{Arg, Message, Say, library_says};

/// Slips in the writing.
const SLIPS: [(&str, Say); 17] = [
    ("EOF while parsing a list", || msg!("json-end-in-list")),
    ("EOF while parsing an object", || msg!("json-end-in-object")),
    ("EOF while parsing a string", || msg!("json-end-in-string")),
    ("EOF while parsing a value", || msg!("json-end-in-value")),
    ("expected \":\"", || msg!("json-colon")),
    ("expected \",\" or \"]\"", || msg!("json-comma-or-bracket")),
    ("expected \",\" or \"}\"", || msg!("json-comma-or-brace")),
    ("expected ident", || msg!("json-ident")),
    ("expected value", || msg!("json-value")),
    ("invalid escape", || msg!("json-escape")),
    ("invalid number", || msg!("json-number")),
    ("control character (\\u0000-\\u001F) found while parsing a string", || msg!("json-control")),
    ("key must be a string", || msg!("json-key-string")),
    ("trailing comma", || msg!("json-trailing-comma")),
    ("trailing characters", || msg!("json-trailing")),
    ("expected a pattern as \"utbild*\", or {\"pattern\": \"utbild*\", \"weight\": 2}", || msg!("json-pattern")),
    ("expected a pattern, or a list of patterns of which one is enough", || msg!("json-alternatives")),
];

/// What the library says of a text that is no JSON, or not that which was wanted; places are told otherwise.
pub fn json_says(error: &serde_json::Error) -> Arg {
    let position = format!(" at line {} column {}", error.line(), error.column());
    told(&error.to_string().replace(&position, "").replace('`', "\""))
}

/// What the library says, as an argument of a message.
fn told(said: &str) -> Arg {
    if let Some((_, say)) = SLIPS.iter().find(|(text, _)| *text == said) {
        return say().into();
    }
    of_keys(said).map_or_else(|| library_says(said).into(), Into::into)
}

/// Keys and words that are not known, missing or twice, and values of another kind.
fn of_keys(said: &str) -> Option<Message> {
    let behind = |beginning: &str| said.strip_prefix(beginning);
    let parts = |beginning: &str, between: &str| behind(beginning).and_then(|rest| rest.split_once(between));
    if let Some(key) = behind("missing field ") {
        Some(msg!("json-missing-key", key))
    } else if let Some(key) = behind("duplicate field ") {
        Some(msg!("json-key-twice", key))
    } else if let Some((key, keys)) = parts("unknown field ", ", expected one of ") {
        Some(msg!("json-unknown-key", key, keys))
    } else if let Some((word, words)) = parts("unknown variant ", ", expected one of ") {
        Some(msg!("json-unknown-word", word, words))
    } else {
        let (found, wanted) = parts("invalid type: ", ", expected ")?;
        Some(msg!("json-other-type", found = found_kind(found), wanted = wanted_kind(wanted)))
    }
}

/// A kind of value that stands there, and the value.
fn found_kind(found: &str) -> Arg {
    let value = |kind: &str| found.strip_prefix(kind).map(str::trim);
    match (value("string"), value("integer").or(value("floating point")), value("boolean")) {
        (Some(text), ..) => msg!("json-found-text", text).into(),
        (_, Some(number), _) => msg!("json-found-number", number).into(),
        (.., Some(word)) => msg!("json-found-word", word).into(),
        _ => wanted_kind(found),
    }
}

/// A kind of value.
fn wanted_kind(wanted: &str) -> Arg {
    match wanted {
        "a string" => msg!("json-text").into(),
        "a sequence" | "sequence" => msg!("json-list").into(),
        "a map" | "map" => msg!("json-object").into(),
        "f64" => msg!("json-a-number").into(),
        of_object if of_object.starts_with("struct ") => msg!("json-object").into(),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::Codebook;
    use crate::wording::Language;

    #[test]
    fn english_is_what_the_library_says() {
        for (said, say) in SLIPS {
            assert_eq!(say().text(Language::English), said);
        }
    }

    #[test]
    fn common_slips_are_told_in_swedish() {
        for (text, expected) in [
            ("{\"systems\": [1, 2", "fel slags värde: talet \"1\"; här väntades ett objekt, { … }"),
            ("{\"systems\": [", "filen tar slut mitt i en lista"),
            ("{\"system\": []}", "okänd nyckel \"system\"; här väntades någon av"),
            ("{\"domains\": [],}", "ett komma för mycket, före ] eller }"),
            ("{\"domains\" []}", "här väntades \":\""),
            ("{}", "nyckeln \"id\" saknas"),
            ("{\"id\": \"a\" \"version\": \"b\"}", "här väntades \",\" eller \"}\""),
        ] {
            let wrong = Codebook::parse(text, "codebook.json").err().unwrap_or_default();
            let told = wrong.sorted().first().map(|message| message.told(Language::Swedish)).unwrap_or_default();
            assert!(told[0].starts_with(expected), "{text}: {}", told[0]);
        }
    }
}
