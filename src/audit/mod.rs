//! Audit samples: a random sample of what rests on rules or suggestions, coded by people, and what it says of all.
//!
//! `design` divides interventions into strata and says how many of each are read; `frame` is what is known of a domain once
//! people have read the sample. From it come numbers with intervals (`estimate`, for every code `estimates`), how good rules
//! and suggestions are (`precision`), and the thresholds at which a promise holds (`promise`).

mod decides;
pub mod design;
pub mod estimate;
pub mod estimates;
pub mod frame;
pub mod interval;
pub mod precision;
pub mod promise;
mod round;

pub use decides::decides;
pub use estimates::{Question, estimates, over_areas};
pub use frame::{Frame, Row, Stratum};

#[cfg(test)]
pub(crate) mod testing {
    //! Frames for tests.

    use super::{Frame, Row, Stratum};
    use crate::codebook::Codebook;
    use crate::ledger::{AreaId, CodeId, InterventionId};
    use crate::money::Amount;

    /// A row of a stratum with codes by rules, and what people say.
    pub fn row(stratum: usize, rules: &[usize], people: Option<&[usize]>) -> Row {
        let codes = |codes: &[usize]| codes.iter().map(|code| CodeId::new(*code)).collect::<Vec<_>>();
        Row {
            intervention: InterventionId::new(0),
            stratum,
            funds: Amount::from_ore(100),
            sampled: people.is_some(),
            machine: codes(rules),
            people: people.map(codes),
            rules: codes(rules),
            suggested: Vec::new(),
        }
    }

    /// A frame of one area, with strata as (units, sampled).
    pub fn frame(strata: &[(usize, usize)], rows: Vec<Row>) -> Frame {
        let book = Codebook::load("codebook/psykisk-halsa.json".as_ref(), "codebook").unwrap();
        let area = AreaId::new(0);
        let strata = strata.iter().map(|(units, sampled)| Stratum { area, units: *units, sampled: *sampled }).collect();
        Frame { domain: book.domain("activity").unwrap(), strata, rows }
    }
}
