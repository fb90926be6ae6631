//! How many, and how much money, when a random sample of them was read: the point, its standard error, and an interval.
//!
//! What the machine says of every row divides them in two, its yes and its no. In each a share of what nobody has read is
//! taken to be yes: the share that was seen in the sample, weighted by how many each sampled row stands for
//! (post-stratification; Särndal, Swensson and Wretman 1992, ch. 7). The point of an area, and of funds, uses the shares of all
//! areas by number, corrected by what its own sample differs from them (the regression estimator, ch. 6): so points of areas add up. The
//! interval comes from the area's own sample: of each share the exact interval at its effective sample size (Korn and Graubard
//! 1998), and the distances of both to their shares combined as squares (MOVER, Zou and Donner 2008). A normal interval
//! would be far too short where few errors were seen or none. `docs/method.md` has the formulas.

use super::interval::Caution;
use super::verdict::Verdict;

/// A row, as a yes-or-no question sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// How many rows it stands for where it was sampled and read.
    pub weight: Option<f64>,
    /// 1, or its funds.
    pub measure: f64,
    /// What the machine says.
    pub machine: bool,
    /// What people say, where they have read it.
    pub people: Option<bool>,
}

/// Rows of a frame, counted for a yes-or-no question in one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// By what the machine says: no, yes.
    verdicts: [Verdict; 2],
    /// Yes in the sample.
    read_yes: f64,
    /// Yes among all that people have read, sampled or not.
    known_yes: f64,
    /// No among them.
    known_no: f64,
    /// All rows.
    all: f64,
}

/// The shares of yes by what the machine says: no, yes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates([f64; 2]);

/// Funds of which the sample is worth fewer equal rows than this get no interval, unless hardly any are unread: a single amount
/// that was not drawn may be a large part of them.
const FEWEST: f64 = 6.0;

/// What is hardly any, of all funds.
const HARDLY_ANY: f64 = 0.1;

/// An interval is at most so many times as wide as that of the sample alone.
const WIDEST: f64 = 1.1;

impl Tally {
    /// Counts a row.
    pub fn add(&mut self, row: Asked) {
        let (x, yes) = (row.measure, row.people == Some(true));
        let verdict = &mut self.verdicts[usize::from(row.machine)];
        match row.weight {
            Some(weight) => {
                verdict.sampled(weight, x, yes);
                self.read_yes += if yes { x } else { 0.0 };
            }
            None => verdict.unread(x),
        }
        self.known(x, row.people);
    }

    /// Counts what people know, outside every sample.
    pub fn known(&mut self, measure: f64, people: Option<bool>) {
        self.all += measure;
        match people {
            Some(true) => self.known_yes += measure,
            Some(false) => self.known_no += measure,
            None => {}
        }
    }

    /// Counts rows outside the frame that are known to be yes.
    pub fn certain(&mut self, measure: f64) {
        self.known(measure, Some(true));
        self.read_yes += measure;
    }

    /// This and another part's.
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            verdicts: [0, 1].map(|at| self.verdicts[at].plus(&other.verdicts[at])),
            read_yes: self.read_yes + other.read_yes,
            known_yes: self.known_yes + other.known_yes,
            known_no: self.known_no + other.known_no,
            all: self.all + other.all,
        }
    }

    /// The shares of yes in the sample.
    pub fn rates(&self) -> Rates {
        Rates([0, 1].map(|machine| self.verdicts[machine].rate(machine)))
    }

    /// What people have read to be yes: no estimate is below.
    pub fn least(&self) -> f64 {
        self.known_yes
    }

    /// All but what people have read to be no: no estimate is above.
    pub fn most(&self) -> f64 {
        self.all - self.known_no
    }

    /// A value, moved between what people know.
    fn within(&self, value: f64) -> f64 {
        value.min(self.most()).max(self.least())
    }

    /// The point by the shares of all areas (for funds, too, those of numbers), between what is known.
    pub fn point(&self, rates: Rates) -> f64 {
        self.within(self.uncut(rates))
    }

    /// The same before it is cut off at what is known: on average over samples that is the truth.
    pub fn uncut(&self, rates: Rates) -> f64 {
        self.read_yes + self.verdicts.iter().zip(rates.0).map(|(own, rate)| own.corrected(rate)).sum::<f64>()
    }

    /// All rows, and what is certain.
    pub fn all(&self) -> f64 {
        self.all
    }

    /// The standard error of the point.
    pub fn error(&self) -> f64 {
        let [no, yes] = self.verdicts;
        (no.variance(0) + yes.variance(1)).sqrt()
    }

    /// The 95 percent interval around a point; `None` where it is refused: nothing of what is unread was sampled, or, of funds, too
    /// little. That is decided by what was drawn, not by what people say of it.
    pub fn interval(&self, point: f64, caution: Caution) -> Option<(f64, f64)> {
        let [no, yes] = self.verdicts;
        let alone = no.plus(&yes);
        let is_little = caution == Caution::Funds && alone.effective() < FEWEST && alone.open() > HARDLY_ANY * self.all;
        if alone.open() > 0.0 && (!alone.says() || is_little) {
            return None;
        }
        let (of_no, of_yes) = (no.distances(0, caution), yes.distances(1, caution));
        let own = self.within(self.read_yes + no.rate(0) * no.open() + yes.rate(1) * yes.open());
        let (below, above) = (of_no.0.hypot(of_yes.0), of_no.1.hypot(of_yes.1));
        let ends = ((own - below).max(self.least()), (own + above).min(self.most()));
        Some(no_wider(ends, own, point, WIDEST * self.width(&alone, caution)))
    }

    /// How wide the interval of the sample alone is, without a machine.
    pub fn width_alone(&self, caution: Caution) -> f64 {
        self.width(&self.verdicts[0].plus(&self.verdicts[1]), caution)
    }

    fn width(&self, alone: &Verdict, caution: Caution) -> f64 {
        let own = self.within(self.read_yes + alone.rate(0) * alone.open());
        let (below, above) = alone.distances(0, caution);
        (own + above).min(self.most()) - (own - below).max(self.least())
    }
}

/// An interval around its own middle that is to hold a point and to be no wider than `widest`: the machine may cost precision where it is
/// worth little. What it has to stretch on one side it loses on the other.
fn no_wider((low, high): (f64, f64), own: f64, point: f64, widest: f64) -> (f64, f64) {
    let narrowed = if high - low > widest { widest / (high - low) } else { 1.0 };
    let (low, high) = (own - narrowed * (own - low), own + narrowed * (high - own));
    if point > high {
        (low.max(point - widest).min(point), point)
    } else if point < low {
        (point, high.min(point + widest).max(point))
    } else {
        (low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::super::interval::share;
    use super::*;

    /// The example of `docs/method.md`: 40 interventions, every fourth read; the machine says yes to 20.
    fn example() -> Tally {
        let mut tally = Tally::default();
        for at in 0..40 {
            let machine = at < 20;
            // Of each twenty five are read. Of the machine's yes four are right, of its no none is wrong.
            let read = at % 4 == 0;
            let people = read.then_some(machine && at != 0);
            tally.add(Asked { weight: read.then_some(4.0), measure: 1.0, machine, people });
        }
        tally
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-6, "{found} instead of {expected}");
    }

    #[test]
    fn the_point_is_what_was_read_and_the_share_of_what_was_not() {
        let tally = example();
        // 4 were read to be yes. Of 15 unread yes of the machine 4/5 = 12, of 15 unread no 0: 16.
        near(tally.point(tally.rates()), 16.0);
        // n_eff of each: Σ(w−1)x = 15, Σ(w−1)²x² = 45, u = 15, Σx² = 15: 1 / (45/225 + 15/225) = 3.75 = n (N − n) / N.
        near(tally.verdicts[1].effective(), 3.75);
        // Variance 15² · 0.8 · 0.2 / 3.75 = 9.6, that of the no 0.
        near(tally.error(), 9.6_f64.sqrt());
    }

    #[test]
    fn distances_are_combined_as_squares() {
        let tally = example();
        let (low, high) = tally.interval(16.0, Caution::Exact).unwrap_or_default();
        let (below, above) =
            (15.0 * (0.8 - share(3.0, 3.75, Caution::Exact).0), 15.0 * (share(3.0, 3.75, Caution::Exact).1 - 0.8));
        // 0 of 3.75: nothing below; above 1 − 0.025^(1/3.75) = 0.626106, 15 times that 9.391590.
        near(share(0.0, 3.75, Caution::Exact).1, 1.0 - 0.025_f64.powf(1.0 / 3.75));
        near(low, 16.0 - below);
        near(high, 16.0 + above.hypot(15.0 * (1.0 - 0.025_f64.powf(1.0 / 3.75))));
    }

    #[test]
    fn no_interval_is_wider_than_the_samples_by_more_than_a_tenth_and_all_hold_their_points() {
        let mut state = 7_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let (mut given, mut at_the_limit) = (0, 0);
        for _ in 0..2_000 {
            let (mut tally, wrong) = (Tally::default(), random(10));
            for _ in 0..8 + random(60) {
                let machine = random(4) == 0;
                let people = Some(machine != (random(10) < wrong));
                let weight = (random(3) == 0).then(|| 1.0 + random(8) as f64 / 2.0);
                // Some are known beside the sample; amounts differ a thousandfold.
                let people = if weight.is_some() || random(12) == 0 { people } else { None };
                tally.add(Asked { weight, measure: 10_f64.powi(random(4) as i32), machine, people });
            }
            let point = tally.within(tally.most() * random(101) as f64 / 100.0);
            for caution in [Caution::Numbers, Caution::Funds] {
                let Some((low, high)) = tally.interval(point, caution) else { continue };
                let widest = 1.1 * tally.width_alone(caution);
                let (few, own) = (1e-9 * tally.all(), tally.least()..=tally.most());
                assert!((low..=high).contains(&point), "{low} to {high} does not hold {point}");
                assert!(high - low <= widest + few, "{low} to {high} is wider than {widest}");
                assert!(own.contains(&(low + few).min(point)) && own.contains(&(high - few).max(point)));
                given += 1;
                at_the_limit += usize::from(high - low > widest - few);
            }
        }
        assert!(given > 2_000 && at_the_limit > 200, "{given} {at_the_limit}");
    }

    #[test]
    fn where_all_is_read_the_interval_is_empty() {
        let mut tally = Tally::default();
        for at in 0..7 {
            tally.add(Asked { weight: Some(1.0), measure: 10.0, machine: at > 3, people: Some(at > 1) });
        }
        near(tally.point(tally.rates()), 50.0);
        assert_eq!(tally.interval(50.0, Caution::Numbers), Some((50.0, 50.0)));
        near(tally.error(), 0.0);
    }

    #[test]
    fn what_people_know_outside_the_sample_bounds_but_does_not_move_the_point() {
        let mut tally = example();
        // Ten of the unread are known to be no: 4 + 6 were read to be yes or no in the sample, so at most 24 are yes.
        tally.known_no += 10.0;
        near(tally.point(tally.rates()), 16.0);
        assert!(tally.interval(16.0, Caution::Numbers).is_some_and(|(low, high)| low < 16.0 && high == 24.0));
        // All but one are: 4 were read to be yes, at most one more is.
        tally.known_no += 19.0;
        near(tally.point(tally.rates()), 5.0);
        assert!(tally.interval(5.0, Caution::Numbers).is_some_and(|(low, high)| low >= 4.0 && high == 5.0));
    }

    #[test]
    fn nothing_sampled_is_refused() {
        let mut tally = Tally::default();
        tally.add(Asked { weight: None, measure: 1.0, machine: true, people: None });
        assert_eq!(tally.interval(1.0, Caution::Numbers), None);
        near(tally.point(tally.rates()), 1.0);
    }

    #[test]
    fn points_of_areas_add_up() {
        let (mut one, mut two) = (example(), Tally::default());
        two.add(Asked { weight: Some(3.0), measure: 1.0, machine: true, people: Some(false) });
        (0..4).for_each(|_| two.add(Asked { weight: None, measure: 1.0, machine: true, people: None }));
        one.certain(2.0);
        let both = one.plus(&two);
        near(one.point(both.rates()) + two.point(both.rates()), both.point(both.rates()));
    }
}
