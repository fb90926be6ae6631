//! Bubble charts: interventions against funds, one bubble per main code and domain.

use super::Material;
use super::table::{Column, Kind, Table, Value};
use crate::codebook::Domain;
use crate::money::Kronor;

/// A bubble chart.
#[derive(Clone, Debug)]
pub struct Bubble {
    /// The domains, with their names in the plural.
    pub domains: Vec<(Domain, String)>,
    /// The bubbles, by domain and within it in the order of the codebook; codes that nothing has are left out.
    pub marks: Vec<BubbleMark>,
    /// Interventions without a code, per domain.
    pub uncoded: Vec<(Domain, usize, Kronor)>,
    /// Whether a line joins the bubbles of a code, from one domain to the next.
    pub joined: bool,
    /// All interventions of the area (n).
    pub interventions: usize,
    /// T of the area.
    pub target: Kronor,
}

/// One bubble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BubbleMark {
    /// Position among the chart's domains.
    pub series: usize,
    /// The main code.
    pub code: String,
    /// Its label.
    pub label: String,
    /// Distinct interventions: the vertical position.
    pub interventions: usize,
    /// Weighted funds: the horizontal position and the area.
    pub weighted: Kronor,
}

pub(super) fn build(material: &Material<'_>, area: &str, domains: &[Domain], joined: bool) -> Bubble {
    let mut marks = Vec::new();
    for (series, domain) in domains.iter().enumerate() {
        for code in material.book.codes(*domain).iter().filter(|c| c.parent.is_none()) {
            let (interventions, weighted) = material.aggregate.code(area, *domain, &code.id);
            if interventions > 0 {
                let label = code.label.get(material.language).to_owned();
                marks.push(BubbleMark { series, code: code.id.clone(), label, interventions, weighted });
            }
        }
    }
    let total = material.aggregate.area(area);
    let uncoded = domains.iter().map(|domain| {
        let (interventions, weighted) = material.aggregate.uncoded(area, *domain);
        (*domain, interventions, weighted)
    });
    Bubble {
        domains: domains.iter().map(|d| (*d, material.book.domain_plural(*d, material.language).to_owned())).collect(),
        marks,
        uncoded: uncoded.collect(),
        joined,
        interventions: total.map_or(0, |t| t.interventions),
        target: total.map_or(Kronor(0), |t| t.target),
    }
}

impl Bubble {
    /// The row of a mark in the chart's table, where the uncoded end their domain.
    pub fn row(&self, mark: usize) -> usize {
        let series = self.marks.get(mark).map_or(0, |m| m.series);
        mark + self.uncoded.iter().take(series).filter(|(_, interventions, _)| *interventions > 0).count()
    }

    /// The numbers of the chart, the uncoded included.
    pub(super) fn table(&self, name: &str, material: &Material<'_>) -> Table {
        let language = material.language;
        let columns = vec![
            Column::new("domain", language.pick("Område", "Domain"), Kind::Text),
            Column::new("code", language.pick("Kod", "Code"), Kind::Text),
            Column::new("label", language.pick("Benämning", "Label"), Kind::Text),
            Column::new("interventions", language.pick("Antal insatser", "Interventions"), Kind::Integer),
            Column::new("weighted_kr", language.pick("Använda medel (kr)", "Funds used (SEK)"), Kind::Kronor),
        ];
        let mut table = Table::new(name, columns);
        for (series, (domain, _)) in self.domains.iter().enumerate() {
            for mark in self.marks.iter().filter(|m| m.series == series) {
                table.rows.push(vec![
                    domain.word().into(),
                    mark.code.as_str().into(),
                    mark.label.as_str().into(),
                    mark.interventions.into(),
                    mark.weighted.into(),
                ]);
            }
            if let Some((_, interventions, weighted)) = self.uncoded.get(series).filter(|(_, n, _)| *n > 0) {
                let label = Value::from(super::data::uncoded_label(language));
                table.rows.push(vec![
                    domain.word().into(),
                    super::data::UNCODED.into(),
                    label,
                    (*interventions).into(),
                    (*weighted).into(),
                ]);
            }
        }
        table
    }
}
