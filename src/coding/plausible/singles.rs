//! Single interventions whose codes have nothing in common with what rules find in their texts.

use std::collections::BTreeMap;

use super::Codes;
use crate::coding::fit::{Fit, Pair};
use crate::coding::telling::Listed;
use crate::diagnostic::Diagnostic;
use crate::msg;

impl Codes<'_> {
    /// Interventions whose codes have nothing in common with those of rules in any domain, although the rules rest on several
    /// matches: few of many, so that they are worth a look.
    pub(super) fn of_singles(&self, units: &[Pair]) -> Option<Diagnostic> {
        const ENOUGH: usize = 20;
        if units.len() >= ENOUGH && Fit::of(units).kappa() < 0.4 {
            return None;
        }
        let mut rows: BTreeMap<usize, Vec<&Pair>> = BTreeMap::new();
        units.iter().for_each(|unit| rows.entry(unit.row).or_default().push(unit));
        let sure = |unit: &&Pair| {
            let reading = self.rules.of(&self.interventions[unit.row].id, unit.domain).unwrap_or_default();
            reading.doubts.is_empty() && reading.codes.iter().map(|code| code.evidence.len()).sum::<usize>() > 1
        };
        let domains = self.domains().count().min(2);
        let apart =
            |units: &Vec<&Pair>| units.len() >= domains && units.iter().all(|u| !u.agrees) && units.iter().all(sure);
        let mut listed = Listed::default();
        rows.iter().filter(|(_, units)| apart(units)).for_each(|(row, _)| listed.add(self.interventions[*row], None));
        let count = listed.count();
        let message = msg!(
            "codes-far-from-texts",
            unit = self.sheet.unit.word(),
            count,
            funds = listed.reported(),
            names = listed.names()
        );
        (count > 0).then(|| Diagnostic::notice(self.sheet.place.clone(), message))
    }
}
