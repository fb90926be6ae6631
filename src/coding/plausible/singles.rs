//! Single interventions whose codes have nothing in common with what rules find in their texts.

use std::collections::BTreeMap;

use super::Codes;
use crate::coding::fit::{Fit, Unit};
use crate::coding::telling::{Listed, counted};
use crate::diagnostic::Diagnostic;
use crate::wording::Language;

impl Codes<'_> {
    /// Interventions whose codes have nothing in common with those of rules in any domain, although the rules rest on several
    /// matches: few of many, so that they are worth a look.
    pub(super) fn of_singles(&self, units: &[Unit]) -> Option<Diagnostic> {
        const ENOUGH: usize = 20;
        if units.len() >= ENOUGH && Fit::of(units).kappa() < 0.4 {
            return None;
        }
        let mut rows: BTreeMap<usize, Vec<&Unit>> = BTreeMap::new();
        units.iter().for_each(|unit| rows.entry(unit.row).or_default().push(unit));
        let sure = |unit: &&Unit| {
            let reading = self.rules.of(&self.interventions[unit.row].id, unit.domain).unwrap_or_default();
            reading.doubts.is_empty() && reading.codes.iter().map(|code| code.evidence.len()).sum::<usize>() > 1
        };
        let domains = self.domains().count().min(2);
        let apart =
            |units: &Vec<&Unit>| units.len() >= domains && units.iter().all(|u| !u.agrees) && units.iter().all(sure);
        let mut listed = Listed::default();
        rows.iter().filter(|(_, units)| apart(units)).for_each(|(row, _)| listed.add(self.interventions[*row], None));
        let count = listed.count();
        let found = format!(
            "{} no code in common with what the codebook's rules find in the texts, {} reported kr: {}",
            counted(count, "intervention has", "interventions have"),
            listed.kronor(),
            listed.named(Language::English)
        );
        let swedish = format!(
            "{} ingen kod gemensam med vad kodbokens regler finner i texterna, {} redovisade kronor: {}",
            counted(count, "insats har", "insatser har"),
            listed.kronor(),
            listed.named(Language::Swedish)
        );
        let message = Diagnostic::notice(self.sheet.place.clone(), found)
            .action("look whether the codes belong to these texts; the file review.csv of \"insats code\" lists what rules say")
            .in_swedish(
                swedish,
                "",
                "se efter om koderna hör till texterna; review.csv från ”insats code” visar vad reglerna säger",
            );
        (count > 0).then_some(message)
    }
}
