//! What the script needs beside the page: its words at once; and, when a reader asks for them, the numbers of items as CSV
//! files, what the files of figures have around their charts, and the interventions behind the numbers, each listed once.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Error;

use super::{Page, words};
use crate::money::Amount;
use crate::msg;
use crate::render::{CsvReader, csv_for};
use crate::report::{Item, document};

#[derive(Serialize)]
struct Embedded<'a> {
    /// By the id of a figure, what its SVG file has around what the page shows of it: before title and description, between
    /// these and the chart, and after it.
    around: BTreeMap<&'a str, [String; 3]>,
    /// By the id of an item, its CSV files: for programs, and for a Swedish Excel.
    csv: BTreeMap<&'a str, [String; 2]>,
    /// What a citation has before the item and after it.
    citation: [String; 2],
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
    /// Name, positions of interventions as steps from one to the next, how many there are in all and their funds; cells have the
    /// number of their list. Steps are short, and lists are most of what is embedded.
    lists: Vec<(&'a str, Vec<usize>, usize, Amount)>,
}

/// The script's words as JSON that can stand in a script element.
pub(super) fn words(page: &Page<'_>) -> serde_json::Result<String> {
    Ok(harmless(&serde_json::to_string(&words::of_script(page.language))?))
}

/// The data as JSON that can stand in a script element.
pub(super) fn data(page: &Page<'_>) -> serde_json::Result<String> {
    let items = || page.document.items();
    let drawn = |item: &Item| page.figures.get(&item.id).map(|figure| figure.around_shown(item, page.language));
    let embedded = Embedded {
        around: items().filter_map(|item| Some((item.id.as_str(), drawn(item)?))).collect(),
        csv: items().filter(|item| item.has_table()).map(|item| csv(page, item)).collect::<Result<_, Error>>()?,
        citation: citation(page.document),
        behind: page.document.behind.as_ref().map(behind),
    };
    Ok(harmless(&serde_json::to_string(&embedded)?))
}

/// The files of a run as they are: a page that made them from its own cells would have to know all rules of [`csv_for`].
fn csv<'a>(page: &Page<'a>, item: &'a Item) -> Result<(&'a str, [String; 2]), Error> {
    let file = |reader| String::from_utf8(csv_for(&item.table, reader).map_err(Error::custom)?).map_err(Error::custom);
    Ok((&item.id, [file(CsvReader::Programs)?, file(CsvReader::People(&page.document.names))?]))
}

/// Who, and what report, before the item; of which data after it. A file has no date of its own: what tells one version from
/// another is the checksum of its data.
fn citation(document: &document::Document) -> [String; 2] {
    let made_from = &document.front.made_from;
    let (checksum, program) = (made_from.checksum(), made_from.program.as_str());
    let data = msg!("cited-data", year = document.year.to_string(), checksum, program).text(document.language);
    let sentences = |all: [&str; 2]| {
        let all = all.into_iter().filter(|text| !text.is_empty());
        let ended = |text: &str| if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") };
        all.map(ended).collect::<Vec<_>>().join(" ")
    };
    [sentences([&document.publisher, &document.title]), sentences([&data, &document.provenance])]
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
    let lists = lists.map(|list| (list.name.as_str(), steps(&list.interventions), list.count, list.total));
    let funds = behind.funds.as_ref().map(|column| [column.id.as_str(), column.label.as_str()]);
    Behind { lists: lists.collect(), interventions, funds, recipients }
}

/// Rising positions, each as its distance from the one before.
fn steps(positions: &[usize]) -> Vec<usize> {
    let before = std::iter::once(0).chain(positions.iter().copied());
    positions.iter().zip(before).map(|(position, before)| position - before).collect()
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
