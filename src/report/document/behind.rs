//! The interventions behind the marks of bubble charts: who looks at a bubble can see what it is made of.

use std::collections::BTreeMap;

use super::Sources;
use crate::codebook::Domain;
use crate::money::Kronor;
use crate::study::Field;

/// Interventions by mark.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// Every included intervention, once.
    pub interventions: Vec<Listed>,
    /// Positions in `interventions`, for every mark of every area: those with most weighted funds first.
    pub marks: BTreeMap<Mark, Vec<usize>>,
}

/// A mark: an area, a domain, and a main code of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The area.
    pub area: String,
    /// The domain.
    pub domain: Domain,
    /// The main code.
    pub code: String,
}

/// An intervention as a reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// The recipient's name.
    pub recipient: String,
    /// Weighted funds.
    pub weighted: Kronor,
}

impl Behind {
    pub(super) fn new(sources: &Sources<'_>) -> Self {
        let book = sources.material.book;
        let mut behind = Self::default();
        for intervention in sources.input.interventions().filter(|i| i.included()) {
            let position = behind.interventions.len();
            behind.interventions.push(Listed {
                id: intervention.id.clone(),
                title: intervention.text(Field::Title).to_owned(),
                recipient: intervention.recipient.name.clone(),
                weighted: sources.weighting.of(&intervention.id).unwrap_or_default(),
            });
            for domain in Domain::ALL {
                for (code, _) in sources.codings.of(&intervention.id, domain) {
                    let main = book.code(domain, code).map_or(code.as_str(), |c| c.main());
                    let mark = Mark { area: intervention.area.clone(), domain, code: main.to_owned() };
                    let positions = behind.marks.entry(mark).or_default();
                    // Two subcodes of one main code count once.
                    if positions.last() != Some(&position) {
                        positions.push(position);
                    }
                }
            }
        }
        let interventions = &behind.interventions;
        for positions in behind.marks.values_mut() {
            // Equal funds keep the order of the surveys.
            positions.sort_by_key(|position| std::cmp::Reverse(interventions[*position].weighted));
        }
        behind
    }
}
