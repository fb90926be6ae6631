//! Estimates of audit samples: what an independent program gives, and what thousands of samples of a study whose codes are known
//! come to.
//!
//! `tests/audit` has the material (its README says where it is from): the study of 2024 with people's codes, the rules' codes
//! and honest suggestions, and an implementation in Python that knows nothing of this one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::audit::design::{Drawable, Planned, allocate, strata};
use insats::audit::estimate::{Asked, Tally};
use insats::audit::interval::Caution;
use insats::audit::promise::promise;
use insats::audit::{Frame, Row, Stratum, estimates};
use insats::codebook::{Codebook, Domain};
use insats::coding::State;
use insats::ledger::{AreaId, CodeId, InterventionId, Selection};
use insats::money::Amount;
use insats::run::{Counted, count};
use insats::study::CodesFrom;

/// A file of `tests/audit`.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/audit").join(name)
}

/// The rows of a file of `tests/audit`, without its head.
fn rows(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(file(name)).expect("a file of tests/audit");
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

fn said(text: &str) -> Option<bool> {
    (!text.is_empty()).then_some(text == "yes")
}

#[test]
fn an_independent_program_gives_the_same_estimates_and_standard_errors() {
    let mut tallies: BTreeMap<(String, String, &str), Tally> = BTreeMap::new();
    for row in rows("designs.csv") {
        let weight = (said(&row[7]) == Some(true)).then(|| number(&row[2]) / number(&row[3]));
        for (measure, x) in [("number", 1.0), ("funds", number(&row[4]))] {
            let asked = Asked { weight, measure: x, machine: said(&row[5]) == Some(true), people: said(&row[6]) };
            for area in [&row[1], "all"] {
                tallies.entry((row[0].clone(), area.to_owned(), measure)).or_default().add(asked);
            }
        }
    }
    let (mut designs, mut compared) = (std::collections::BTreeSet::new(), 0);
    for row in rows("expected.csv") {
        let of = |area: &str, measure: &str| {
            let found = tallies.iter().find(|(key, _)| (&*key.0, &*key.1, key.2) == (&row[0], area, measure));
            *found.expect("the area").1
        };
        let own = of(&row[1], &row[2]);
        let caution = if row[2] == "number" { Caution::Numbers } else { Caution::Funds };
        let point = own.point(of("all", "number").rates());
        let interval = own.interval(point, caution);
        assert_eq!(interval.is_none(), row[5].is_empty(), "{row:?}");
        let (low, high) = interval.unzip();
        let found = [Some(point), Some(own.error()), low, high].into_iter().flatten();
        for (found, expected) in found.zip(&row[3..]) {
            let expected = number(expected);
            assert!(
                (found - expected).abs() <= 1e-6 * expected.abs().max(1.0),
                "{row:?}: {found} instead of {expected}"
            );
            compared += 1;
        }
        designs.insert(row[0].clone());
    }
    assert_eq!(designs.len(), 3);
    assert!(compared >= 60, "{compared}");
}

const AREAS: [&str; 7] =
    ["bu-region", "kunskap-region", "trauma-region", "kunskap-kommun", "bu-lan", "samsjuklighet-lan", "medverkan-lan"];

/// An intervention of the study in a domain.
struct Coded {
    intervention: usize,
    people: Vec<String>,
    rules: Vec<String>,
    honest: Vec<String>,
    /// Main codes with their probability, and whether they are accepted.
    suggested: Vec<(String, f64, bool)>,
}

/// The study of 2024: interventions with area and funds, and by domain what was coded.
struct Material {
    interventions: Vec<(usize, f64)>,
    domains: BTreeMap<String, Vec<Coded>>,
}

/// Whose codes the machine's are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Machine {
    Rules,
    Honest,
    /// The rules', a third of them swapped at random.
    Swapped,
}

/// Random numbers that are the same everywhere (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}

impl Material {
    fn read() -> Self {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (mut ids, mut material) = (BTreeMap::new(), Self { interventions: Vec::new(), domains: BTreeMap::new() });
        for row in rows("lagesrapport-2024.csv") {
            let intervention = *ids.entry(row[0].clone()).or_insert_with(|| {
                let area = AREAS.iter().position(|area| *area == row[1]).expect("an area");
                material.interventions.push((area, number(&row[2])));
                material.interventions.len() - 1
            });
            let accepted = row[6].split_whitespace().filter(|suggested| suggested.ends_with(":accepted"));
            let honest = accepted.map(|suggested| suggested.split(':').next().unwrap_or_default().to_owned()).collect();
            let suggested = row[6].split_whitespace().map(|suggested| {
                let parts: Vec<&str> = suggested.split(':').collect();
                (parts[0].to_owned(), number(parts[1]), parts[2] == "accepted")
            });
            let suggested = suggested.collect();
            let coded = Coded { intervention, people: words(&row[4]), rules: words(&row[5]), honest, suggested };
            material.domains.entry(row[3].clone()).or_default().push(coded);
        }
        material
    }

    /// The main codes of a domain that people gave.
    fn codes(&self, domain: &str) -> Vec<String> {
        let mut codes: Vec<String> = self.domains[domain].iter().flat_map(|coded| coded.people.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// What the machine says, by domain and row.
    fn machine(&self, machine: Machine) -> BTreeMap<&str, Vec<Vec<String>>> {
        let mut random = Random(1);
        let mut said = |(domain, coded): (&String, &Vec<Coded>)| {
            let codes = self.codes(domain);
            let of_row = |row: &Coded| match machine {
                Machine::Rules => row.rules.clone(),
                Machine::Honest => row.honest.clone(),
                Machine::Swapped => {
                    let mut swap = |code: &String| {
                        let others: Vec<&String> = codes.iter().filter(|other| *other != code).collect();
                        if random.below(3) == 0 { others[random.below(others.len())].clone() } else { code.clone() }
                    };
                    let mut swapped: Vec<String> = row.rules.iter().map(&mut swap).collect();
                    swapped.sort();
                    swapped.dedup();
                    swapped
                }
            };
            coded.iter().map(of_row).collect::<Vec<_>>()
        };
        self.domains.iter().map(|entry| (entry.0.as_str(), said(entry))).collect()
    }

    /// The strata of a sample, and the stratum of each intervention.
    fn design(&self, machine: &BTreeMap<&str, Vec<Vec<String>>>, size: usize) -> (Vec<usize>, Vec<Planned>) {
        let mut accepted = vec![true; self.interventions.len()];
        for (domain, coded) in &self.domains {
            for (row, codes) in coded.iter().zip(&machine[domain.as_str()]) {
                accepted[row.intervention] &= !codes.is_empty();
            }
        }
        let units = self.interventions.iter().zip(accepted).map(|((area, kronor), accepted)| Drawable {
            area: AreaId::new(*area),
            accepted,
            funds: Amount::from_ore((kronor * 100.0) as i64),
        });
        let (of, mut planned) = strata(&units.collect::<Vec<_>>(), size);
        allocate(&mut planned, size, false);
        assert_eq!(planned.iter().map(|stratum| stratum.sampled).sum::<usize>(), size);
        (of, planned)
    }
}

/// Draws a sample: by intervention, whether it is in it.
fn draw(planned: &[Planned], members: &mut [Vec<usize>], random: &mut Random, units: usize) -> Vec<bool> {
    let mut sampled = vec![false; units];
    for (stratum, units) in planned.iter().zip(members) {
        for at in 0..stratum.sampled {
            let other = at + random.below(units.len() - at);
            units.swap(at, other);
            sampled[units[at]] = true;
        }
    }
    sampled
}

/// The interventions of each stratum.
fn members(of: &[usize], strata: usize) -> Vec<Vec<usize>> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); strata];
    of.iter().enumerate().for_each(|(unit, stratum)| members[*stratum].push(unit));
    members
}

/// What many audits say of a code.
#[derive(Default)]
struct Held {
    held: usize,
    /// In how many an interval was given.
    given: usize,
    audits: usize,
    truth: f64,
    /// The sum of the points.
    points: f64,
    /// The sums of the points and of their squares before they are cut off at what is known, each less the truth.
    uncut: (f64, f64),
    width: f64,
    alone: f64,
}

impl Held {
    fn share(&self) -> f64 {
        if self.given == 0 { 1.0 } else { self.held as f64 / self.given as f64 }
    }

    /// How much the uncut points are off on average, in their standard errors.
    fn bias(&self) -> f64 {
        let n = self.audits as f64;
        let mean = self.uncut.0 / n;
        mean / (self.uncut.1 / n - mean * mean).max(1e-12).sqrt()
    }

    /// The same in standard errors of the simulation.
    fn simulated_bias(&self) -> f64 {
        self.bias() * (self.audits as f64).sqrt()
    }

    /// How much the points are off, of the truth.
    fn relative_bias(&self) -> f64 {
        self.points / self.audits as f64 / self.truth - 1.0
    }
}

/// A code in a domain, in an area or over all (`None`), and whether funds are counted.
type Cell = (String, String, Option<usize>, bool);

/// Draws many audits and asks what their intervals hold, for every main code with at least 20 interventions; in each area, too,
/// where `areas` asks for it.
fn audits(material: &Material, machine: Machine, size: usize, audits: usize, areas: bool) -> BTreeMap<Cell, Held> {
    let said = material.machine(machine);
    let (of, planned) = material.design(&said, size);
    let mut members = members(&of, planned.len());
    let mut random = Random(2024 + size as u64);
    let mut found: BTreeMap<Cell, Held> = BTreeMap::new();
    for _ in 0..audits {
        let sampled = draw(&planned, &mut members, &mut random, of.len());
        for domain in material.domains.keys() {
            of_domain(material, (domain, &said[domain.as_str()]), (&of, planned.len()), &sampled, areas, &mut found);
        }
    }
    found
}

fn of_domain(
    material: &Material,
    (domain, said): (&String, &[Vec<String>]),
    (of, strata): (&[usize], usize),
    sampled: &[bool],
    areas: bool,
    found: &mut BTreeMap<Cell, Held>,
) {
    let coded = &material.domains[domain];
    // Only rows with a text are in the frame of the domain; how many of a stratum were drawn there is what chance gave.
    let (mut all, mut drawn) = (vec![0.0; strata], vec![0.0_f64; strata]);
    for row in coded {
        all[of[row.intervention]] += 1.0;
        drawn[of[row.intervention]] += f64::from(u8::from(sampled[row.intervention]));
    }
    for code in material.codes(domain) {
        let mut tallies = [[Tally::default(); 2]; AREAS.len()];
        let mut truths = [[0.0; 2]; AREAS.len()];
        for (row, codes) in coded.iter().zip(said) {
            let (area, kronor) = material.interventions[row.intervention];
            let (truth, machine, is_read) =
                (row.people.contains(&code), codes.contains(&code), sampled[row.intervention]);
            let stratum = of[row.intervention];
            for (funds, measure) in [1.0, kronor].into_iter().enumerate() {
                let weight = is_read.then(|| all[stratum] / drawn[stratum].max(1.0));
                tallies[area][funds].add(Asked { weight, measure, machine, people: is_read.then_some(truth) });
                truths[area][funds] += if truth { measure } else { 0.0 };
            }
        }
        let of_numbers = tallies.iter().fold(Tally::default(), |sum, area| sum.plus(&area[0]));
        let rates = of_numbers.rates();
        for funds in [false, true] {
            let at = usize::from(funds);
            let sum = tallies.iter().fold(Tally::default(), |sum, area| sum.plus(&area[at]));
            let mut cells =
                vec![(None, sum, truths.map(|area| area[at]).iter().sum(), truths.map(|area| area[0]).iter().sum())];
            if areas {
                cells.extend(
                    (0..AREAS.len()).map(|area| (Some(area), tallies[area][at], truths[area][at], truths[area][0])),
                );
            }
            for (area, tally, truth, _) in cells.into_iter().filter(|cell: &(_, _, f64, f64)| cell.3 >= 20.0) {
                let caution = if funds { Caution::Funds } else { Caution::Numbers };
                let point = tally.point(rates);
                let held = found.entry((domain.clone(), code.clone(), area, funds)).or_default();
                held.audits += 1;
                held.truth = truth;
                held.points += point;
                let off = tally.uncut(rates) - truth;
                held.uncut = (held.uncut.0 + off, held.uncut.1 + off * off);
                let Some((low, high)) = tally.interval(point, caution) else { continue };
                let alone = tally.width_alone(caution);
                assert!(high - low <= 1.1 * alone + 1e-6, "{domain} {code} {area:?}: {low} to {high}, alone {alone}");
                // Numbers are told whole.
                let (low, high) = if funds { (low, high) } else { (low.round(), high.round()) };
                held.given += 1;
                held.held += usize::from((low..=high).contains(&truth));
                held.width += high - low;
                held.alone += alone;
            }
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Tells what was found, a line for numbers and one for funds, over areas and in areas.
fn tell(title: &str, found: &BTreeMap<Cell, Held>) {
    for in_areas in [false, true] {
        for funds in [false, true] {
            let cells: Vec<(&Cell, &Held)> =
                found.iter().filter(|(cell, _)| cell.2.is_some() == in_areas && cell.3 == funds).collect();
            if cells.is_empty() {
                continue;
            }
            let shares: Vec<f64> = cells.iter().map(|(_, held)| held.share()).collect();
            let worst = cells.iter().min_by(|a, b| a.1.share().total_cmp(&b.1.share())).expect("a cell");
            let most = |of: fn(&Held) -> f64| {
                *cells.iter().max_by(|a, b| of(a.1).abs().total_cmp(&of(b.1).abs())).expect("a cell")
            };
            let (biased, moved) = (most(Held::bias), most(Held::relative_bias));
            let ratios = cells.iter().filter(|(_, held)| held.given > 0).map(|(_, held)| held.width / held.alone);
            let ratios: Vec<f64> = ratios.collect();
            let refused = cells.iter().map(|(_, held)| 1.0 - held.given as f64 / held.audits as f64).sum::<f64>();
            println!(
                "{title} {} {}: {} codes, {:.2} refused; holds {:.3} on average, at least {:.3} ({:?}); width to that of the sample alone {:.2} (at most {:.2}); uncut points off by at most {:.3} of their standard error, {:.1} of the simulation's ({:?}); cut ones by {:.3} of the truth ({:?})",
                if in_areas { "areas" } else { "all" },
                if funds { "kronor" } else { "numbers" },
                cells.len(),
                refused / cells.len() as f64,
                shares.iter().sum::<f64>() / shares.len() as f64,
                worst.1.share(),
                worst.0,
                median(ratios.clone()),
                ratios.iter().copied().fold(0.0, f64::max),
                biased.1.bias(),
                biased.1.simulated_bias(),
                biased.0,
                moved.1.relative_bias(),
                moved.0,
            );
        }
    }
}

/// What must hold of intervals over all areas after so many audits: how often they hold the truth, and how wide they are; and of points
/// everywhere: uncut they are the truth on average.
fn must_hold(machine: Machine, found: &BTreeMap<Cell, Held>, (numbers, kronor): (f64, f64)) {
    let over_areas: Vec<(&Cell, &Held)> = found.iter().filter(|(cell, _)| cell.2.is_none()).collect();
    assert_eq!(over_areas.len(), 50, "25 main codes with at least 20 interventions, two measures");
    for (cell, held) in &over_areas {
        let limit = if cell.3 { kronor } else { numbers };
        assert!(held.share() >= limit, "{machine:?} {cell:?} holds the truth in {}", held.share());
    }
    // Of 50 codes, or 180 in areas, the largest of as many random numbers is about 3. The shares are quotients of what was seen: in areas,
    // where little was, that alone moves them a little.
    for (cell, held) in found {
        let (bias, simulated) = (held.bias(), held.simulated_bias());
        let in_area = cell.2.is_some() && bias.abs() < 0.15;
        assert!(
            simulated.abs() < 4.0 || in_area,
            "{machine:?} {cell:?} is off by {bias} standard errors ({simulated})"
        );
    }
    if machine == Machine::Rules {
        let widths = |funds: bool| {
            let of = over_areas.iter().filter(|(cell, _)| cell.3 == funds);
            median(of.map(|(_, held)| held.width / held.alone).collect())
        };
        assert!(
            widths(false) <= 0.51 && widths(true) <= 0.65,
            "half as wide as the sample alone, and for kronor less than two thirds"
        );
    }
}

#[test]
fn intervals_hold_the_truth() {
    let material = Material::read();
    for machine in [Machine::Rules, Machine::Honest, Machine::Swapped] {
        let found = audits(&material, machine, 200, 60, false);
        tell(&format!("{machine:?} 200"), &found);
        // Sixty audits: 0.94 less three standard errors of a share of 0.95.
        must_hold(machine, &found, (0.85, 0.85));
        let shares: Vec<f64> = found.values().map(Held::share).collect();
        assert!(shares.iter().sum::<f64>() / shares.len() as f64 > 0.95, "{machine:?}");
    }
}

/// Whether thousands of audits are asked for, which take minutes: `INSATS_SIMULATE=1 cargo test --release --test suite -- --ignored
/// --nocapture thousands_of`.
fn is_asked_for() -> bool {
    std::env::var_os("INSATS_SIMULATE").is_some()
}

/// The measured table of `docs/method.md`, on demand.
#[test]
#[ignore = "takes minutes"]
fn thousands_of_audits_hold_the_truth() {
    if !is_asked_for() {
        return;
    }
    let material = Material::read();
    for machine in [Machine::Rules, Machine::Honest, Machine::Swapped] {
        for size in [50, 200, 400] {
            let found = audits(&material, machine, size, if size == 200 { 2_000 } else { 500 }, true);
            tell(&format!("{machine:?} {size}"), &found);
            if size == 200 {
                must_hold(machine, &found, (0.94, 0.93));
            }
        }
    }
}

/// The promise of the model.
const TARGET: f64 = 0.95;

impl Material {
    /// A domain's frame of one audit, with suggestions.
    fn frame(&self, domain: &str, (of, planned): (&[usize], &[Planned]), sampled: &[bool]) -> Frame {
        let book = Codebook::load("codebook/psykisk-halsa.json".as_ref(), "the codebook").expect("the codebook");
        let codes = self.codes(domain);
        let id =
            |code: &String| codes.iter().position(|known| known == code).map_or(CodeId::new(codes.len()), CodeId::new);
        let mut strata: Vec<Stratum> =
            planned.iter().map(|stratum| Stratum { area: stratum.area, units: 0, sampled: 0 }).collect();
        let row = |coded: &Coded| {
            let is_read = sampled[coded.intervention];
            let stratum = of[coded.intervention];
            strata[stratum].units += 1;
            strata[stratum].sampled += usize::from(is_read);
            Row {
                intervention: InterventionId::new(coded.intervention),
                stratum,
                funds: Amount::ZERO,
                sampled: is_read,
                machine: coded.honest.iter().map(id).collect(),
                people: is_read.then(|| coded.people.iter().map(id).collect()),
                rules: Vec::new(),
                suggested: coded.suggested.iter().map(|(code, p, accepted)| (id(code), *p, *accepted)).collect(),
            }
        };
        let rows = self.domains[domain].iter().map(row).collect();
        Frame { domain: book.domain(domain).expect("the domain"), strata, rows }
    }
}

/// Draws many audits: by domain, in how many a threshold was found, in how many it kept the promise, and the mean share of what
/// is accepted today that stays automatic.
fn promises(material: &Material, size: usize, audits: usize) -> BTreeMap<String, (usize, usize, f64)> {
    let said = material.machine(Machine::Honest);
    let (of, planned) = material.design(&said, size);
    let (mut members, mut random) = (members(&of, planned.len()), Random(size as u64));
    let mut found: BTreeMap<String, (usize, usize, f64)> = BTreeMap::new();
    for _ in 0..audits {
        let sampled = draw(&planned, &mut members, &mut random, of.len());
        for domain in material.domains.keys() {
            let frame = material.frame(domain, (&of, &planned), &sampled);
            let main_of: Vec<CodeId> = (0..=material.codes(domain).len()).map(CodeId::new).collect();
            let promise = promise(&frame, &main_of, TARGET);
            let (given, kept, share) = found.entry(domain.clone()).or_default();
            let Some(step) = promise.kept else { continue };
            let accepted = material.domains[domain].iter().flat_map(|coded| {
                let accepted = coded.suggested.iter().filter(|(_, probability, _)| *probability >= step.threshold);
                accepted.map(|(code, ..)| coded.people.contains(code)).collect::<Vec<_>>()
            });
            let right = accepted.clone().filter(|right| *right).count() as f64;
            assert_eq!(accepted.clone().count(), step.accepted);
            *given += 1;
            *kept += usize::from(right >= TARGET * step.accepted as f64);
            *share += step.accepted as f64 / promise.today as f64;
        }
    }
    found.values_mut().for_each(|(_, _, share)| *share /= audits as f64);
    found
}

#[test]
fn promises_are_kept() {
    let found = promises(&Material::read(), 200, 40);
    println!("{found:?}");
    for (domain, (given, kept, share)) in found {
        assert!(given - kept <= 4, "{domain}: {given} given, {kept} kept");
        assert!(domain == "effect" || share >= 0.5, "{domain}: {share} of today's stay automatic");
    }
}

/// The curve of `docs/method.md`, on demand: percent of audits with a threshold, percent of what is accepted today that stays automatic.
#[test]
#[ignore = "takes minutes"]
fn thousands_of_promises_are_kept() {
    if !is_asked_for() {
        return;
    }
    let material = Material::read();
    println!("| read | {} |", material.domains.keys().cloned().collect::<Vec<_>>().join(" | "));
    for size in [50, 100, 200, 400, 600, 800] {
        let audits = if size == 200 { 500 } else { 200 };
        let found = promises(&material, size, audits);
        let percent = |share: f64| format!("{:.0}", 100.0 * share);
        let cells = found.values().map(|(given, kept, share)| {
            format!("{}, {} ({} broken)", percent(*given as f64 / audits as f64), percent(*share), given - kept)
        });
        println!("| {size} | {} |", cells.collect::<Vec<_>>().join(" | "));
        for (domain, (given, kept, share)) in found.into_iter().filter(|_| size == 200) {
            assert!(given - kept <= 25, "{domain}: {given} given, {kept} kept");
            assert!(domain == "effect" || share >= 0.5, "{domain}: {share} of today's stay automatic");
        }
    }
}

/// What a ledger says of every intervention that counts, by domain of interventions that is not optional.
fn codes_of(counted: &Counted) -> BTreeMap<Domain, Vec<Vec<CodeId>>> {
    let (ledger, all) = (&counted.ledger, counted.ledger.interventions.height());
    let domains = counted.book.domains().filter(|domain| domain.is_of_interventions() && !domain.is_optional());
    let of_domain = |domain: Domain| {
        let mut codes = vec![Vec::new(); all];
        for area in (0..ledger.areas.len()).map(AreaId::new) {
            for code in (0..ledger.main_codes(domain).len()).map(CodeId::new) {
                let counted = ledger.counted(Selection::Code(area, domain, code));
                counted.ids.interventions().for_each(|id| codes[id.at()].push(code));
            }
        }
        (domain, codes)
    };
    domains.map(of_domain).collect()
}

/// Frames in which every intervention that counts could be drawn: the rules' codes, and people's where they read one of `every`.
fn frames(rules: &Counted, people: &Counted, every: usize) -> Vec<Frame> {
    let (by_rules, by_people) = (codes_of(rules), codes_of(people));
    let frame = |(domain, machine): (Domain, Vec<Vec<CodeId>>)| {
        let ids = (0..machine.len()).map(InterventionId::new).filter(|id| rules.ledger.included(*id));
        let mut strata: Vec<Stratum> = (0..rules.ledger.areas.len())
            .map(|area| Stratum { area: AreaId::new(area), units: 0, sampled: 0 })
            .collect();
        let row = |id: InterventionId| {
            let area = rules.ledger.area_of(id).expect("an area");
            let sampled = id.at().is_multiple_of(every);
            strata[area.at()].units += 1;
            strata[area.at()].sampled += usize::from(sampled);
            Row {
                intervention: id,
                stratum: area.at(),
                funds: rules.ledger.weighted(id).unwrap_or(Amount::ZERO),
                sampled,
                machine: machine[id.at()].clone(),
                people: sampled.then(|| by_people[&domain][id.at()].clone()),
                rules: machine[id.at()].clone(),
                suggested: Vec::new(),
            }
        };
        let rows = ids.map(row).collect();
        Frame { domain, strata, rows }
    };
    by_rules.into_iter().map(frame).collect()
}

fn counted(codes: CodesFrom) -> Counted {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/lagesrapport-2024");
    count(&folder, Some(codes), &|_| {}).expect("the study of 2024")
}

#[test]
fn where_everything_is_read_estimates_are_todays_numbers() {
    let (rules, people) = (counted(CodesFrom::Rules), counted(CodesFrom::Final));
    let estimates = estimates(&frames(&rules, &people, 1), &rules.ledger);
    assert!(estimates.len() > 500, "{}", estimates.len());
    for (selection, estimated) in &estimates {
        let mut counted = people.ledger.counted(*selection);
        if let Selection::Without(area, domain, State::None) = selection {
            // The frame has what people did not code as read to be none.
            let gaps = State::GAPS.map(|state| people.ledger.counted(Selection::Without(*area, *domain, state)));
            counted.number += gaps.iter().map(|gap| gap.number).sum::<usize>();
            counted.funds = counted.funds + gaps.iter().map(|gap| gap.funds).sum();
        }
        assert_eq!((estimated.number, estimated.funds), (counted.number, counted.funds), "{selection:?}");
        assert!(estimated.numbers.is_some_and(|interval| interval.is_exact()), "{selection:?} {estimated:?}");
        assert!(estimated.amounts.is_some_and(|interval| interval.is_exact()), "{selection:?} {estimated:?}");
        assert_eq!(estimated.read, estimated.of);
    }
}

#[test]
fn estimates_reconcile() {
    let (rules, people) = (counted(CodesFrom::Rules), counted(CodesFrom::Final));
    let mut frames = frames(&rules, &people, 5);
    let main_of: BTreeMap<Domain, Vec<CodeId>> =
        frames.iter().map(|frame| (frame.domain, rules.ledger.main_codes(frame.domain))).collect();
    // In one domain every intervention has one main code at most: the first, with its subcodes.
    let single = frames[0].domain;
    for row in &mut frames[0].rows {
        let only_first = |codes: &mut Vec<CodeId>| {
            let first = codes.first().map(|code| main_of[&single][code.at()]);
            codes.retain(|code| Some(main_of[&single][code.at()]) == first);
        };
        only_first(&mut row.machine);
        row.people.iter_mut().for_each(only_first);
    }
    let found = estimates(&frames, &rules.ledger);
    let over: Vec<_> = found.iter().filter(|(selection, _)| selection.area() == Some(AreaId::ALL)).collect();
    assert_eq!(over.len() * (rules.ledger.areas.len() + 1), found.len());
    for (selection, all) in over {
        let areas = (0..rules.ledger.areas.len()).map(|area| &found[&selection.in_area(AreaId::new(area))]);
        assert_eq!(areas.clone().map(|area| area.number).sum::<usize>(), all.number, "{selection:?}");
        assert_eq!(areas.map(|area| area.funds).sum::<Amount>(), all.funds, "{selection:?}");
    }
    for (selection, estimated) in &found {
        let holds = estimated.numbers.is_some_and(|numbers| (numbers.low..=numbers.high).contains(&estimated.number));
        assert!(holds && estimated.number <= estimated.of, "{selection:?} {estimated:?}");
        let holds = estimated.amounts.is_none_or(|amounts| (amounts.low..=amounts.high).contains(&estimated.funds));
        assert!(holds, "{selection:?} {estimated:?}");
        if let Selection::Code(area, domain, code) = selection {
            let main = &found[&Selection::Code(*area, *domain, main_of[domain][code.at()])];
            assert!(estimated.number <= main.number && estimated.funds <= main.funds, "{selection:?}");
        }
    }
    for area in (0..rules.ledger.areas.len()).map(AreaId::new) {
        let all = rules.ledger.counted(Selection::Area(area));
        let mains = (0..main_of[&single].len()).map(CodeId::new).filter(|code| main_of[&single][code.at()] == *code);
        let parts = mains.map(|code| Selection::Code(area, single, code)).chain([Selection::Without(
            area,
            single,
            State::None,
        )]);
        let parts: Vec<_> = parts.map(|part| &found[&part]).collect();
        assert_eq!(parts.iter().map(|part| part.number).sum::<usize>(), all.number, "{area:?}");
        assert_eq!(parts.iter().map(|part| part.funds).sum::<Amount>(), all.funds, "{area:?}");
    }
}
