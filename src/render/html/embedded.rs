//! What the script needs beside the page: its words, and the interventions behind the marks, each listed once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words;
use crate::report::Document;

#[derive(Serialize)]
struct Embedded<'a> {
    words: BTreeMap<&'static str, &'static str>,
    #[serde(flatten)]
    behind: Option<Behind<'a>>,
}

#[derive(Serialize)]
struct Behind<'a> {
    recipients: Vec<&'a str>,
    /// Id, title, position among the recipients, weighted kronor.
    interventions: Vec<(&'a str, &'a str, usize, i64)>,
    /// Positions of interventions by `area/domain/code`.
    marks: BTreeMap<String, &'a [usize]>,
}

/// The data as JSON that can stand in a script element.
pub(super) fn json(document: &Document) -> serde_json::Result<String> {
    let embedded = Embedded { words: words::of_script(document.language), behind: behind(document) };
    Ok(harmless(&serde_json::to_string(&embedded)?))
}

/// A `<` might begin `</script` or `<!--`; inside JSON it can only stand in a string, where its number may stand for it.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
}

fn behind(document: &Document) -> Option<Behind<'_>> {
    let behind = document.behind.as_ref()?;
    let mut recipients: Vec<&str> = behind.interventions.iter().map(|i| i.recipient.as_str()).collect();
    recipients.sort_unstable();
    recipients.dedup();
    let interventions = behind.interventions.iter().map(|i| {
        let recipient = recipients.binary_search(&i.recipient.as_str()).unwrap_or_default();
        (i.id.as_str(), i.title.as_str(), recipient, i.weighted.0)
    });
    let interventions = interventions.collect();
    let marks = behind
        .marks
        .iter()
        .map(|(mark, positions)| (format!("{}/{}/{}", mark.area, mark.domain, mark.code), positions.as_slice()));
    Some(Behind { marks: marks.collect(), interventions, recipients })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_their_element() {
        let text = "</script><!-- <script>\u{2028}\"";
        let json = harmless(&serde_json::to_string(text).unwrap_or_default());
        assert!(!json.contains('<'));
        assert_eq!(serde_json::from_str::<String>(&json).ok().as_deref(), Some(text));
    }
}
