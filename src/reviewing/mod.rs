//! What one coder sees of a study: what there is to code, in which order, with which texts and suggestions, and what others have
//! coded as far as that may be seen.
//!
//! Whoever double codes sees neither the other's codes nor suggestions (`access`). What somebody does is a line of the log; `follow`
//! keeps up with the lines, and `said` reads them, so that nothing is settled anew for every question. `queue` says what comes next, `shown` what is to be
//! seen of it, `alike` which texts are nearly the same, `settling` where coders differ, `progress` how far they have come.

mod about;
mod access;
mod alike;
mod answers;
mod examples;
mod follow;
mod marks;
mod progress;
mod queue;
mod rule;
mod said;
mod settling;
mod shown;
mod slot;
mod suggested;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;
use sha2::{Digest, Sha256};

pub use about::About;
pub use alike::Alike;
pub use examples::Examples;
pub use progress::Progress;
pub use queue::{Asked, Order, Wanted};
pub use rule::RuleEffect;
pub use settling::{Difference, Differences};
pub use shown::{Next, Shown};
pub use suggested::{Suggested, Suggestions, suggestions};

use crate::codebook::{Codebook, Domain};
use crate::coding::Codings;
use crate::coding::blind::Blind;
use crate::coding::rules::{RuleCodings, domains_of};
use crate::decisions::log::{Carrying, LineId, Log, Subject};
use crate::decisions::{Fingerprint, Lock};
use crate::money::Amount;
use crate::study::Study;
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;
use crate::wording::Language;

use access::Access;
use slot::Slot;

/// What a review is made of.
pub struct Material {
    /// What the study declares.
    pub study: Study,
    /// Its codebook.
    pub book: Codebook,
    /// Its answers.
    pub input: Input,
    /// What people have coded so far.
    pub codings: Codings,
    /// What the codebook's rules say.
    pub rules: RuleCodings,
    /// Funds as they count.
    pub weighting: Weighting,
    /// What is suggested.
    pub suggestions: Suggestions,
    /// The answers that are held back from whoever writes rules.
    pub held_back: BTreeSet<(String, Domain)>,
    /// The interventions that were drawn to be audited.
    pub audited: BTreeSet<String>,
}

/// A study as one coder sees it.
pub struct Review {
    study: Study,
    book: Codebook,
    /// Id and version of the codebook, as lines name it.
    codebook: String,
    input: Input,
    rules: RuleCodings,
    coder: String,
    /// The language of whoever codes.
    language: Language,
    units: Vec<Reviewed>,
    by_id: HashMap<Arc<str>, usize>,
    slots: Vec<Slot>,
    /// Who may see and code what, by unit.
    access: Vec<Access>,
    alike: Alike,
    answers: answers::Places,
    log: Log,
    /// The lines of a subject, in the order in which they were written.
    lines: BTreeMap<Subject, Vec<LineId>>,
    /// The lines of a subject that no other follows.
    heads: BTreeMap<Subject, Vec<LineId>>,
    undone: BTreeSet<LineId>,
    /// Codes as they are called now.
    carrying: Carrying,
    /// What was said of texts that stand under another id now, by where they stand, and where they stand by what was said.
    moved: said::Moved,
    /// What anybody reads blind: what reads the same has neither suggestions nor marks.
    blind: Blind,
    /// How many slots that the coder has yet to code blindly read so.
    hidden: HashMap<(Domain, u64), usize>,
    /// How many units the coder has yet to code blindly.
    blind_left: usize,
    /// How far coders agree, until somebody says something else.
    agreed: progress::Agreed,
    /// The domains that each coder has used.
    used: BTreeSet<(String, Domain)>,
    /// What somebody said who saw nothing to code.
    nothing: slot::Said,
    /// What sheets say where no line does, by coder; under no name what the final sheet says.
    cells: HashMap<(usize, Option<String>), Vec<String>>,
    /// The answers that are held back from whoever writes rules.
    held_back: BTreeSet<(String, Domain)>,
    /// The coder's own decisions, in the order in which they were made.
    own: Vec<LineId>,
    /// Grows when lines of others arrive.
    version: u64,
}

/// A unit that is coded.
struct Reviewed {
    unit: Unit,
    /// Where its slots begin and end.
    slots: std::ops::Range<usize>,
    funds: Option<Amount>,
    /// Whether it was drawn to be audited.
    is_audited: bool,
    /// The places of its area and recipient among all, in the order of the study and of names.
    area: usize,
    recipient: usize,
    /// Its place where the order is random.
    random: u64,
}

impl Review {
    /// A study as a coder sees it.
    pub fn new(material: Material, coder: &str, language: Language) -> Self {
        let Material { study, book, input, codings, rules, weighting, mut suggestions, held_back, audited } = material;
        let (mut units, mut slots, mut by_id) = (Vec::new(), Vec::new(), HashMap::new());
        let (mut cells, mut moved) = (HashMap::new(), said::Moved::default());
        let places = Places::of(&input);
        for unit in input.units() {
            let from = slots.len();
            for domain in domains_of(&book, unit).filter(|domain| !book.codes(*domain).is_empty()) {
                let mut slot = Slot::new(units.len(), unit, domain, coder, &codings);
                slot.suggested = suggestions.remove(&(Arc::clone(&unit.id), domain)).unwrap_or_default();
                slot.cells(slots.len(), &codings, unit, &mut cells);
                moved.find(slots.len(), unit, domain, &codings);
                slots.push(slot);
            }
            if slots.len() == from {
                continue;
            }
            if slots[from..].iter().all(|slot: &Slot| !slot.required) {
                slots[from..].iter_mut().for_each(|slot| slot.required = true);
            }
            by_id.insert(Arc::clone(&unit.id), units.len());
            units.push(Reviewed {
                slots: from..slots.len(),
                funds: weighting.money.and_then(|_| weighting.of(&unit.id)),
                area: places.areas[&*unit.area],
                recipient: places.recipients[&*unit.recipient.name],
                random: random(coder, &unit.id),
                is_audited: audited.contains(&*unit.id),
                unit: unit.clone(),
            });
        }
        let alike = Alike::new(units.iter().map(|own| &own.unit));
        let mut review = Self {
            codebook: Lock::new(&book).codebook,
            answers: answers::Places::of(&input),
            log: codings.log,
            coder: coder.to_owned(),
            access: Vec::new(),
            lines: BTreeMap::new(),
            heads: BTreeMap::new(),
            undone: BTreeSet::new(),
            carrying: Carrying::default(),
            moved,
            blind: Blind::default(),
            hidden: HashMap::new(),
            blind_left: 0,
            agreed: progress::Agreed::default(),
            used: BTreeSet::new(),
            nothing: slot::Said::default(),
            own: Vec::new(),
            version: 0,
            study,
            book,
            input,
            rules,
            language,
            units,
            by_id,
            slots,
            alike,
            cells,
            held_back,
        };
        review.begin();
        review
    }

    /// Who codes.
    pub fn coder(&self) -> &str {
        &self.coder
    }

    /// The study.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Its codebook.
    pub fn book(&self) -> &Codebook {
        &self.book
    }

    /// What has been decided and coded.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The language of whoever codes.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Grows when lines of others arrive.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// A unit by its id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.by_id.get(id).map(|at| &self.units[*at].unit)
    }

    /// Whether the coder may code a unit.
    pub fn is_mine(&self, unit: &str) -> bool {
        self.by_id.get(unit).is_some_and(|at| self.access[*at].mine)
    }

    /// The place of a unit's slot in a domain.
    fn slot(&self, unit: &str, domain: Domain) -> Option<usize> {
        let of = self.units.get(*self.by_id.get(unit)?)?;
        of.slots.clone().find(|at| self.slots[*at].domain == domain)
    }

    /// The text that a unit's coding in a domain would be given to: `None` where there is no such unit or domain.
    pub fn read(&self, unit: &str, domain: Domain) -> Option<Option<Fingerprint>> {
        self.slot(unit, domain).map(|at| self.slots[at].read)
    }

    /// Funds as a person reads them; empty in a study without funds.
    fn amount(&self, funds: Option<Amount>) -> String {
        let both = funds.zip(self.study.money);
        both.map(|(funds, money)| self.language.amount(funds, money.currency())).unwrap_or_default()
    }
}

/// The places of areas and recipients among all.
struct Places<'i> {
    areas: BTreeMap<&'i str, usize>,
    recipients: BTreeMap<&'i str, usize>,
}

impl<'i> Places<'i> {
    fn of(input: &'i Input) -> Self {
        let mut areas = BTreeMap::new();
        for unit in input.units() {
            let next = areas.len();
            areas.entry(&*unit.area).or_insert(next);
        }
        let names: BTreeSet<&str> = input.units().map(|unit| &*unit.recipient.name).collect();
        Self { areas, recipients: names.into_iter().zip(0..).collect() }
    }
}

/// A place that is random, and the same for a coder whenever it is asked for.
fn random(coder: &str, unit: &str) -> u64 {
    let hash = Sha256::digest(format!("{coder}\u{1f}{unit}"));
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
