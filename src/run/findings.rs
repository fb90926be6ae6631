//! What commands rest on.

use std::collections::BTreeMap;

use crate::audit::Audit;
use crate::claims::Claims;
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::compare::{Earlier, Pair, Side};
use crate::grant::Grant;
use crate::learning::declared::Thresholds;
use crate::ledger::Ledger;
use crate::read::Files;
use crate::report::{Declaration, ItemDeclaration, Material};
use crate::study::Study;
use crate::survey::Input;
use crate::weighting::Weighting;
use crate::wording::Language;

/// Everything that has been read, coded, weighted and counted.
pub(super) struct Findings {
    pub study: Study,
    pub book: Codebook,
    pub declaration: Declaration,
    pub files: Files,
    pub grant: Grant,
    pub input: Input,
    pub codings: Codings,
    pub weighting: Weighting,
    pub ledger: Ledger,
    pub claims: Claims,
    /// What was drawn to be audited.
    pub audit: Option<Audit>,
    /// From which probability suggestions are accepted, where an audit says so.
    pub thresholds: Option<Thresholds>,
    /// The studies of earlier years, the earliest first, where the command asks for them.
    pub earlier: Vec<Earlier>,
    /// The claims of these, by year.
    pub claims_of_earlier: BTreeMap<i64, Claims>,
    /// The items of their reports with their titles, by year.
    pub items_of_earlier: BTreeMap<i64, Vec<(ItemDeclaration, String)>>,
    /// The files that these were made from, each with its SHA-256.
    pub inputs_of_earlier: Vec<(String, String)>,
}

impl Findings {
    /// What items are made from; `years` are its [`pairs`](Self::pairs).
    pub(super) fn material<'a>(&'a self, years: &'a [Pair<'a>], language: Language) -> Material<'a> {
        let Self { study, ledger, book, grant, declaration, input, weighting, .. } = self;
        Material { study, input, weighting, ledger, book, grant, declaration, years, language }
    }

    /// This year beside each earlier one.
    pub(super) fn pairs(&self) -> Vec<Pair<'_>> {
        self.earlier.iter().map(|own| Pair::new(self.side(), own)).collect()
    }

    /// This year, to stand beside others.
    pub(super) fn side(&self) -> Side<'_> {
        let Self { study, book, input, codings, weighting, ledger, .. } = self;
        Side { study, book, input, codings, weighting, ledger }
    }
}

/// Everything that has been read, coded and weighted.
pub(super) struct Weighed {
    pub study: Study,
    pub book: Codebook,
    pub declaration: Declaration,
    pub files: Files,
    pub input: Input,
    pub codings: Codings,
    pub weighting: Weighting,
    pub claims: Claims,
    pub grant: Grant,
    pub audit: Option<Audit>,
    /// From which probability suggestions are accepted, where an audit says so.
    pub thresholds: Option<Thresholds>,
}
