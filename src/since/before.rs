//! The state of a study at an earlier run, built again from the run's data files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

use super::folder::{Folder, Rows, amount, text};
use super::note::Note;
use super::now::{Now, id};
use super::state::{Answers, By, Codes, Count, Counting, Entry, Piece, State, Tally, Targets, Texts, Tree, Who};
use crate::coding::State as Standing;
use crate::coding::blind::READ_BLIND;
use crate::decisions::Fingerprint;
use crate::money::Amount;
use crate::read::Watch;
use crate::study::{CodesFrom, Completeness, Money, Study, WeightingScope};

/// What an export said of an intervention that a correction changed.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    pub funds: Option<Amount>,
    pub text: Option<Fingerprint>,
}

/// A study as it was.
pub(super) struct Before {
    pub state: State,
    /// What was counted then, by the files.
    pub recorded: Tally,
    /// Whether the counts of codes are known.
    pub codes_recorded: bool,
    /// Whether codes are known.
    pub codes_known: bool,
    /// How funds are compared; none where they cannot be.
    pub money: Option<Money>,
    /// The fingerprints of all texts, by intervention; `None` where they are not known.
    pub texts: Option<Texts>,
    /// What exports said before corrections; `None` where it is not known.
    pub patches: Option<HashMap<Arc<str>, Patch>>,
    /// Who was set aside, by area and id; `None` where it is not known.
    pub aside: Option<Who>,
    /// When an intervention was complete; `None` where it is not known.
    pub complete: Option<Completeness>,
    /// Whether the funds of those who had not answered are known.
    pub targets_whole: bool,
    /// Whether it is known of every coding without a code why it has none.
    pub states_known: bool,
    /// Which codes counted.
    pub choice: String,
    /// The domains, by place among all.
    pub domains: BTreeSet<usize>,
}

/// Reads an earlier state.
pub(super) struct Reader<'r> {
    pub folder: &'r Folder,
    pub study: &'r Study,
    /// The study as it is.
    pub now: Now<'r>,
    /// The domains of the codebook as it is now, with their places; others are added.
    pub domains: Vec<String>,
    /// Whether each of them, as they are now, has to have codes.
    pub required: Vec<bool>,
    /// The main codes as they are now.
    pub tree: &'r Tree,
    pub watch: &'r mut Watch,
    pub notes: Vec<Note>,
}

impl Reader<'_> {
    /// What was; `None` where the file of interventions says nothing.
    pub(super) fn read(&mut self) -> Option<Before> {
        let interventions = self.table("data/interventions.csv")?;
        let unit = interventions.money("reported").map(|(_, unit)| unit.to_owned());
        let counting = self.counting(unit.as_deref());
        let money = self.study.money.filter(|_| counting.is_some());
        let (answers, weighted) = self.answers(&interventions, counting)?;
        let (targets, who, targets_whole) = match counting {
            Some(Counting { scope: WeightingScope::Recipient | WeightingScope::Area, .. }) => {
                self.targets(&answers, &weighted)
            }
            _ => (Targets::new(), BTreeSet::new(), true),
        };
        let answered = answers.iter().map(|piece| (Arc::clone(&piece.area), Arc::clone(&piece.recipient)));
        let who = who.into_iter().chain(answered).collect();
        let mut recorded = Tally::default();
        for (piece, funds) in answers.iter().zip(&weighted).filter(|(piece, _)| piece.counts) {
            *recorded.areas.entry(Arc::clone(&piece.area)).or_default() += Count { number: 1, funds: *funds };
        }
        let mut codes_recorded = self.recorded_codes(counting.is_some(), &mut recorded);
        let (codes, states_known) = self.codes(&answers, &recorded, codes_recorded).unzip();
        if self.is_estimated() {
            // What stands there are no counts.
            recorded.cells.clear();
            codes_recorded = false;
        }
        let (texts, patches) = self.basis();
        let main_codes = self.folder.manifest.codebook.as_ref().and_then(|book| book.main_codes.clone());
        let domains = match &main_codes {
            Some(known) => known.keys().map(|word| self.domain(word)).collect(),
            None => (0..self.domains.len()).collect(),
        };
        let tree = match main_codes {
            Some(known) => self.tree_of(&known),
            None => {
                self.notes.push(Note::NoMainCodes);
                self.tree.clone()
            }
        };
        Some(Before {
            codes_known: codes.is_some(),
            state: State {
                answers: Arc::new(Answers { pieces: answers, who }),
                targets: Arc::new(targets),
                codes: Arc::new(codes.unwrap_or_default()),
                tree: Arc::new(tree),
                counting,
            },
            recorded,
            codes_recorded,
            money,
            texts,
            patches,
            aside: self.aside(),
            complete: self.complete(),
            targets_whole,
            states_known: states_known.unwrap_or(true),
            choice: self.folder.manifest.settings.codes.clone(),
            domains,
        })
    }

    /// Whether numbers of codes were estimated then.
    fn is_estimated(&self) -> bool {
        self.folder.manifest.settings.codes == CodesFrom::Estimated.word()
    }

    /// A table, and a note where it says nothing.
    fn table(&mut self, file: &'static str) -> Option<Rows> {
        match self.folder.table(file, self.watch) {
            Ok(rows) => Some(rows),
            Err(why) => {
                self.notes.push(Note::of_file(file, why));
                None
            }
        }
    }

    /// How funds were counted; none where they cannot be compared with those of now.
    fn counting(&mut self, unit: Option<&str>) -> Option<Counting> {
        let now = self.study.money;
        let (unit, now) = match (unit, now) {
            (None, None) => return None,
            (Some(unit), Some(now)) => (unit, now),
            (before, _) => {
                self.notes.push(if before.is_some() { Note::FundsBeforeOnly } else { Note::FundsNowOnly });
                return None;
            }
        };
        if unit != now.currency().suffix() {
            self.notes.push(Note::OtherCurrency { before: unit.to_owned(), now: now.currency().suffix() });
            return None;
        }
        let settings = &self.folder.manifest.settings;
        let word = settings.weighting_per.as_deref();
        let scope = WeightingScope::WORDS.into_iter().find(|(known, _)| Some(*known) == word);
        let scope = scope.map_or(now.weighting, |(_, scope)| scope);
        let decimals = settings.decimals.filter(|decimals| *decimals <= 2);
        let step = decimals.map_or(now.denomination.step(), |decimals| 10_i64.pow(2 - decimals));
        Some(Counting { scope, step })
    }

    /// The interventions, and their funds as they counted.
    fn answers(&mut self, table: &Rows, counting: Option<Counting>) -> Option<(Vec<Piece>, Vec<Amount>)> {
        let columns = ["intervention_id", "area", "respondent_id", "recipient_code", "included"];
        let [id, area, respondent, recipient, included] = table.columns(columns)?;
        let reported = table.money("reported").filter(|_| counting.is_some()).map(|(at, _)| at);
        let weighted = table.money("weighted").filter(|_| counting.is_some()).map(|(at, _)| at).or(reported);
        let mut known: HashMap<String, Arc<str>> = HashMap::new();
        let mut once = |cell: &str| Arc::clone(known.entry_ref(text(cell)).or_insert_with(|| text(cell).into()));
        let funds = |row: &csv::StringRecord, at: Option<usize>| at.and_then(|at| amount(row.get(at)?));
        let piece = |row: &csv::StringRecord| {
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let piece = Piece {
                id: text(cell(id)).into(),
                area: once(cell(area)),
                respondent: once(cell(respondent)),
                recipient: once(cell(recipient)),
                funds: funds(row, reported),
                counts: cell(included) == "true",
            };
            (piece, funds(row, weighted).unwrap_or_default())
        };
        Some(table.rows.iter().map(piece).unzip())
    }

    /// T by area and recipient, who answered, and whether it is known of those who did not.
    fn targets(&mut self, pieces: &[Piece], weighted: &[Amount]) -> (Targets, Who, bool) {
        let read = |rows: &Rows| -> Option<Targets> {
            let [area, recipient] = rows.columns(["area", "recipient_code"])?;
            let (requisitioned, _) = rows.money("requisitioned")?;
            let (repaid, _) = rows.money("repaid")?;
            let target = |row: &csv::StringRecord| {
                let cell = |at: usize| row.get(at).unwrap_or_default();
                let target = amount(cell(requisitioned))? - amount(cell(repaid))?;
                Some(((text(cell(area)).into(), text(cell(recipient)).into()), target))
            };
            rows.rows.iter().map(target).collect()
        };
        let weights = self.table("data/weights.csv").as_ref().and_then(read);
        let who = weights.iter().flat_map(BTreeMap::keys).cloned().collect();
        if let Some(all) = self.table("data/requisitions.csv").as_ref().and_then(read) {
            return (all, who, true);
        }
        if let Some(answered) = weights {
            return (answered, who, false);
        }
        // What interventions got is T, but for what could not be divided.
        let mut got = Targets::new();
        for (piece, funds) in pieces.iter().zip(weighted).filter(|(piece, _)| piece.counts) {
            let own = got.entry((Arc::clone(&piece.area), Arc::clone(&piece.recipient))).or_default();
            *own = Amount::from_ore(own.ore().saturating_add(funds.ore()));
        }
        (got, who, false)
    }

    /// What was counted by codes; whether it is known.
    fn recorded_codes(&mut self, with_funds: bool, recorded: &mut Tally) -> bool {
        let Some(table) = self.table("data/codes.csv") else { return false };
        let Some([area, domain, code, number]) = table.columns(["area", "domain", "code", "interventions"]) else {
            return false;
        };
        let funds = ["weighted", "reported"].into_iter().find_map(|what| table.money(what)).map(|(at, _)| at);
        for row in &table.rows {
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let Ok(number) = cell(number).parse::<u32>() else { continue };
            let funds = funds.filter(|_| with_funds).and_then(|at| amount(cell(at))).unwrap_or_default();
            let key = (text(cell(area)).into(), self.domain(text(cell(domain))), text(cell(code)).into());
            *recorded.cells.entry(key).or_default() += Count { number: number.into(), funds };
        }
        true
    }

    /// The codes of every intervention that counted, and whether it is known why others have none.
    fn codes(&mut self, pieces: &[Piece], recorded: &Tally, states: bool) -> Option<(Codes, bool)> {
        let table = self.table("data/codings.csv")?;
        let [id, domain, code, source] = table.columns(["intervention_id", "domain", "code", "source"])?;
        let mut codes: Codes = pieces.iter().filter(|p| p.counts).map(|p| (Arc::clone(&p.id), Vec::new())).collect();
        let mut known: HashMap<String, Arc<str>> = HashMap::new();
        let mut blind: BTreeSet<(&str, usize)> = BTreeSet::new();
        for row in &table.rows {
            let cell = |at: usize| row.get(at).unwrap_or_default();
            // Those of answers to open questions are about no intervention.
            if !codes.contains_key(text(cell(id))) {
                continue;
            }
            let at = self.domain(cell(domain));
            if cell(source) == READ_BLIND {
                blind.insert((text(cell(id)), at));
                continue;
            }
            let Some(own) = codes.get_mut(text(cell(id))) else { continue };
            own.resize(own.len().max(at + 1), None);
            let by = if ["final", "coders"].contains(&cell(source)) { By::People } else { By::Rules };
            let entry = own[at].get_or_insert_with(|| Entry { codes: Vec::new(), by, state: None });
            entry.codes.push(Arc::clone(known.entry_ref(cell(code)).or_insert_with(|| cell(code).into())));
        }
        self.fill_blind(&blind, &mut codes);
        let waiting = self.waiting();
        let of_people = self.folder.manifest.settings.codes != "rules";
        // In these there was a state for what had no code.
        let stateful: BTreeSet<(&str, usize)> = recorded
            .cells
            .keys()
            .filter(|(_, _, code)| is_state(code))
            .map(|(area, domain, _)| (&**area, *domain))
            .collect();
        for piece in pieces.iter().filter(|piece| piece.counts) {
            let Some(own) = codes.get_mut(&piece.id) else { continue };
            own.resize(self.domains.len(), None);
            for (at, entry) in own.iter_mut().enumerate().filter(|(_, entry)| entry.is_none()) {
                let waits = waiting.as_ref().and_then(|all| all.get(&(Arc::clone(&piece.id), at)).copied());
                // Where numbers are estimated, a state that is estimated to be nobody's is not told.
                let has_state = stateful.contains(&(&*piece.area, at))
                    || self.is_estimated() && self.required.get(at) == Some(&true);
                let state = waits.or(has_state.then_some(Standing::None));
                let by = if state == Some(Standing::None) && of_people { By::People } else { By::Nobody };
                *entry = Some(Entry { codes: Vec::new(), by, state: state.map(Standing::word) });
            }
        }
        Some((codes, waiting.is_some() && states))
    }

    /// What the folder does not say, because it was read blind then, is taken to be what a machine says now.
    fn fill_blind(&mut self, blind: &BTreeSet<(&str, usize)>, codes: &mut Codes) {
        if blind.is_empty() {
            return;
        }
        let by_id: HashMap<Arc<str>, &str> =
            self.now.input.interventions().map(|own| (id(own), &*own.unit.id)).collect();
        for (own, at) in blind {
            let known = by_id.get(*own).zip(self.now.domains().nth(*at));
            let (Some((now, domain)), Some(entries)) = (known, codes.get_mut(*own)) else { continue };
            entries.resize(entries.len().max(at + 1), None);
            entries[*at] = Some(self.now.by_machine(now, domain));
        }
        self.notes.push(Note::ReadBlind(blind.len()));
    }

    /// The codings that somebody had yet to decide on; `None` where they are not known.
    fn waiting(&mut self) -> Option<HashMap<(Arc<str>, usize), Standing>> {
        let table = self.table("data/waiting.csv")?;
        let [id, domain, state] = table.columns(["intervention_id", "domain", "state"])?;
        let mut waiting = HashMap::new();
        for row in &table.rows {
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let state = Standing::GAPS.into_iter().find(|known| known.word() == cell(state))?;
            waiting.insert((text(cell(id)).into(), self.domain(cell(domain))), state);
        }
        Some(waiting)
    }

    /// The fingerprints of texts, and what exports said before corrections.
    fn basis(&mut self) -> (Option<Texts>, Option<HashMap<Arc<str>, Patch>>) {
        let Some(table) = self.table("data/basis.csv") else { return (None, None) };
        let columns = ["intervention_id", "texts_sha256", "exported_included", "exported_sha256"];
        let Some([id, own, included, exported]) = table.columns(columns) else { return (None, None) };
        let funds = table.money("exported").filter(|(at, _)| ![included, exported].contains(at)).map(|(at, _)| at);
        let (mut texts, mut patches) = (HashMap::new(), HashMap::new());
        for row in &table.rows {
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let id: Arc<str> = text(cell(id)).into();
            if !cell(included).is_empty() {
                let funds = funds.and_then(|at| amount(cell(at)));
                patches.insert(Arc::clone(&id), Patch { funds, text: cell(exported).parse().ok() });
            }
            texts.insert(id, cell(own).parse().ok());
        }
        (Some(texts), Some(patches))
    }

    fn aside(&mut self) -> Option<Who> {
        let aside = self.folder.manifest.set_aside.as_ref()?;
        Some(aside.iter().map(|own| (own.area.as_str().into(), own.respondent.as_str().into())).collect())
    }

    /// When an intervention was complete; nothing where a text that was required is none of the study's any more.
    fn complete(&mut self) -> Option<Completeness> {
        let complete = self.folder.manifest.settings.complete.as_ref()?;
        let requires = complete.requires.iter().map(|word| self.study.texts.field(word)).collect::<Option<_>>()?;
        Some(Completeness { requires, placeholders: complete.placeholders.iter().collect() })
    }

    fn tree_of(&mut self, known: &BTreeMap<String, BTreeMap<String, String>>) -> Tree {
        let mut tree = vec![BTreeMap::new(); self.domains.len()];
        for (domain, mains) in known {
            let at = self.domain(domain);
            tree.resize(tree.len().max(at + 1), BTreeMap::new());
            tree[at] = mains.iter().map(|(code, main)| (code.as_str().into(), main.as_str().into())).collect();
        }
        tree
    }

    /// The place of a domain; one that the codebook has no longer is added. More than any codebook has are one.
    fn domain(&mut self, word: &str) -> usize {
        const MOST: usize = 512;
        let known = self.domains.iter().position(|known| known == word);
        known.unwrap_or_else(|| {
            if self.domains.len() < MOST {
                self.domains.push(word.to_owned());
            }
            self.domains.len() - 1
        })
    }
}

/// Whether a word of files is that of a state, not of a code.
pub(super) fn is_state(word: &str) -> bool {
    word == Standing::UNCODED || Standing::WITHOUT_CODE.iter().any(|state| state.word() == word)
}
