//! A small codebook and sheets for the tests of this room.

use super::{Map, Plan};
use crate::codebook::Codebook;
use crate::study::{CodingSheet, Source, decode_coding};

/// Main codes 1 to 5, with 1a and 11 under 1, and 2b under 2.
pub(super) fn book() -> Codebook {
    let code = |id: &str, parent: &str| {
        let parent = if parent.is_empty() { String::new() } else { format!(r#""parent": "{parent}", "#) };
        format!(
            r#"{{"id": "{id}", {parent}"label": {{"sv": "Kod {id}"}}, "definition": {{"sv": "Det som är {id}."}}}}"#
        )
    };
    let codes = [("1", ""), ("1a", "1"), ("11", "1"), ("2", ""), ("2b", "2"), ("3", ""), ("4", ""), ("5", "")];
    let codes = codes.map(|(id, parent)| code(id, parent)).join(", ");
    let text = format!(
        r#"{{"id": "liten", "version": "1", "title": {{"sv": "Liten"}}, "domains": [{{"id": "activity", "label": {{"sv": "A"}},
        "plural": {{"sv": "A"}}, "system": "s"}}], "systems": [{{"id": "s", "label": {{"sv": "S"}}, "codes": [{codes}]}}]}}"#
    );
    Codebook::parse(&text, "liten.json").unwrap_or_default()
}

/// What a map means for it.
pub(super) fn plan(map: &str) -> Plan {
    let book = book();
    let plan = Map::parse(map, "map.toml", &book).and_then(|map| Plan::new(&map, &book, &[]));
    plan.unwrap_or_else(|wrong| panic!("{wrong}"))
}

/// All problems of a map, with their lines.
pub(super) fn problems(map: &str) -> Vec<(usize, &'static str)> {
    let book = book();
    let wrong =
        Map::parse(map, "map.toml", &book).and_then(|map| Plan::new(&map, &book, &[])).err().unwrap_or_default();
    let line = |place: &crate::diagnostic::Place| match place.spot {
        crate::diagnostic::Spot::Line(line) => line,
        _ => 0,
    };
    wrong.sorted().into_iter().map(|message| (line(&message.place), message.name())).collect()
}

/// A final sheet with further keys.
pub(super) fn sheet(keys: &str) -> CodingSheet {
    let text = format!(
        "role = \"final\"\nfile = \"koder.csv\"\nintervention = \"Id\"\ndomains = {{ activity = \"A\" }}\n{keys}"
    );
    let source = Source::new("study.toml", text);
    let sheet = source.decode(decode_coding);
    sheet.unwrap_or_else(|| panic!("{}", source.into_messages()))
}
