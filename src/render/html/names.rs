//! What readers call what files name by a word: areas and domains.

use std::collections::BTreeMap;

use crate::codebook::Domain;
use crate::report::{Content, Document};

/// Names of areas and domains, and the places of areas, by which the page refers to them.
pub(super) struct Names {
    /// Area and title, in the order of the study.
    pub(super) areas: Vec<(String, String)>,
    /// The domains of the report's items, in the order of the logic of change.
    pub(super) domains: BTreeMap<Domain, String>,
}

impl Names {
    pub(super) fn new(document: &Document) -> Self {
        let mut domains = BTreeMap::new();
        for item in document.items() {
            if let Content::Bubble(bubble) = &item.content {
                domains.extend(bubble.domains.iter().cloned());
            }
        }
        let areas = document.front.areas.iter().map(|area| (area.area.clone(), area.title.clone())).collect();
        Self { areas, domains }
    }

    /// The name of what a cell of a column holds, where readers call it something else.
    pub(super) fn of(&self, column: &str, word: &str) -> Option<&str> {
        match column {
            "area" => self.areas.iter().find(|(area, _)| area == word).map(|(_, title)| title.as_str()),
            "domain" => self.domains.get(&Domain::from_word(word)?).map(String::as_str),
            _ => None,
        }
    }

    /// The places of areas, as the page's script compares them: ids may hold spaces, places do not.
    pub(super) fn places(&self, areas: &[String]) -> String {
        let places = areas.iter().filter_map(|area| self.areas.iter().position(|(known, _)| known == area));
        places.map(|place| place.to_string()).collect::<Vec<_>>().join(" ")
    }
}
