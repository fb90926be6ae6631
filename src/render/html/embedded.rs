//! What the script needs beside the page: its words at once; and, when a reader asks for them, the words around the
//! drawings and the interventions behind the numbers, each listed once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Page, words};
use crate::money::Amount;
use crate::report::document;

#[derive(Serialize)]
struct Embedded<'a> {
    /// By the id of a figure, the words above the chart and below it, as SVG elements.
    captions: BTreeMap<&'a str, [&'a str; 2]>,
    #[serde(flatten)]
    behind: Option<Behind<'a>>,
}

#[derive(Serialize)]
struct Behind<'a> {
    recipients: Vec<&'a str>,
    /// Id, title, position among the recipients, funds.
    interventions: Vec<(&'a str, &'a str, usize, Option<Amount>)>,
    /// Name and head of the column of funds.
    #[serde(skip_serializing_if = "Option::is_none")]
    funds: Option<[&'a str; 2]>,
    /// Name, positions of interventions, how many there are in all and their funds; cells have the number of their list.
    lists: Vec<(&'a str, &'a [usize], usize, Amount)>,
}

/// The script's words as JSON that can stand in a script element.
pub(super) fn words(page: &Page<'_>) -> serde_json::Result<String> {
    Ok(harmless(&serde_json::to_string(&words::of_script(page.language))?))
}

/// The data as JSON that can stand in a script element.
pub(super) fn data(page: &Page<'_>) -> serde_json::Result<String> {
    let captions = page.figures.iter().map(|(id, figure)| (id.as_str(), figure.captions())).collect();
    let embedded = Embedded { captions, behind: page.document.behind.as_ref().map(behind) };
    Ok(harmless(&serde_json::to_string(&embedded)?))
}

/// A `<` might begin `</script` or `<!--`; inside JSON it can only stand in a string, where its number may stand for it.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
}

fn behind(behind: &document::Behind) -> Behind<'_> {
    let mut recipients: Vec<&str> = behind.interventions.iter().map(|i| i.recipient.as_str()).collect();
    recipients.sort_unstable();
    recipients.dedup();
    let interventions = behind.interventions.iter().map(|i| {
        let recipient = recipients.binary_search(&i.recipient.as_str()).unwrap_or_default();
        (i.id.as_str(), i.title.as_str(), recipient, i.funds)
    });
    let interventions = interventions.collect();
    let lists = behind.lists.iter();
    let lists = lists.map(|list| (list.name.as_str(), list.interventions.as_slice(), list.count, list.total));
    let funds = behind.funds.as_ref().map(|column| [column.id.as_str(), column.label.as_str()]);
    Behind { lists: lists.collect(), interventions, funds, recipients }
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
