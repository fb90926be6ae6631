//! One answer of an audit's frame: what was frozen of it, whether it is in the sample, and what the estimates of its area rest on.

use super::draws::Drawn;
use super::frozen::Value;
use super::join::Joined;
use crate::codebook::Domain;

/// An answer of the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// What the machine said when it was drawn from.
    pub value: &'a Value,
    /// On which day that was.
    pub day: &'a str,
    /// Whether it is in the sample.
    pub is_sampled: bool,
    /// Whether people have coded it: until then the sample is read without knowing what the machine said.
    pub is_read: bool,
    /// How far its stratum is drawn.
    pub stratum: Extent,
    /// How far its area is drawn.
    pub area: Extent,
}

/// How many answers of a domain are in the frame, and what is known of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// In the frame.
    pub frame: usize,
    /// Of them in the sample.
    pub sample: usize,
    /// Of these coded by people.
    pub read: usize,
    /// Coded by people beside the sample.
    pub beside: usize,
}

impl Answer<'_> {
    /// Whether nobody may know yet what the machine said of it.
    pub fn is_blind(&self) -> bool {
        self.is_sampled && !self.is_read
    }

    /// How many answers of its stratum it stands for.
    pub fn weight(&self) -> f64 {
        self.stratum.frame as f64 / self.stratum.sample.max(1) as f64
    }
}

impl<'a> Joined<'a> {
    /// An answer; `None` where it is not in the frame.
    pub fn answer(&self, intervention: &str, domain: Domain) -> Option<Answer<'a>> {
        let rows = self.rows.get(&domain)?;
        let row = rows.iter().find(|row| *row.unit.id == *intervention)?;
        let strata = &self.audit().strata;
        let drawn = strata.get(row.frozen.stratum)?;
        let extent = |is_part: &dyn Fn(usize, &Drawn) -> bool| {
            let mut extent = Extent::default();
            let of = |at: usize| strata.get(at).is_some_and(|own| is_part(at, own));
            for own in rows.iter().filter(|own| of(own.frozen.stratum)) {
                extent.frame += 1;
                extent.sample += usize::from(own.is_sampled);
                extent.read += usize::from(own.is_sampled && own.people.is_some());
                extent.beside += usize::from(!own.is_sampled && own.people.is_some());
            }
            extent
        };
        Some(Answer {
            value: &row.frozen.value,
            day: self.audit().designs.get(drawn.draw.checked_sub(1)?)?.when.get(..10)?,
            is_sampled: row.is_sampled,
            is_read: row.people.is_some(),
            stratum: extent(&|at, _| at == row.frozen.stratum),
            area: extent(&|_, own| own.area == drawn.area),
        })
    }
}
