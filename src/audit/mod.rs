//! Audits: what rules and suggestions say of a study is written down, a random sample of it is read by people, and what follows for
//! the rest.
//!
//! `design` divides interventions into strata and says how many of each are read; `draw` draws them and freezes what the machine said;
//! `frozen` is the file format; `draws` reads the draws of a study and holds them together; `join` says what has become of them: what
//! people gave, what waits, what is new, edited and gone, and `answer` one answer of it. `frame` is what is known of a domain once people have read the sample. From it
//! come numbers with intervals (`verdict`, `estimate`, for every code `estimates`), how good rules and suggestions are (`precision`), and the
//! thresholds at which a promise holds (`promise`).

mod answer;
mod decides;
pub mod design;
mod draw;
mod draws;
pub mod estimate;
mod estimates;
pub mod frame;
mod frozen;
pub mod interval;
mod join;
pub mod precision;
pub mod promise;
mod round;
mod verdict;

pub use answer::{Answer, Extent};
pub use decides::decides;
pub use draw::{Draw, Machine, PER_AREA, Wanted, draw, usual_domains};
pub use draws::{Audit, Drawn, FrozenRow, name, values_name};
pub use estimates::estimates;
pub use frame::{Frame, Row, Stratum};
pub use frozen::{Design, FORMAT, Source, Suggested, Value};
pub use join::{DomainStanding, Joined, Standing, Waiting, main_codes};

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
