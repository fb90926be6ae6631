//! Label placement for bubbles: greedy assignment, then local search.
//!
//! [`super::places`] lists candidate positions for every bubble, each with a cost. The search picks one per bubble so that no
//! two labels conflict and the sum of costs is small. Greedy: in order of size, every bubble takes its cheapest free candidate.
//! Local search: every bubble in turn tries its cheaper candidates, moving labels that conflict, and keeps a move that lowers
//! the sum. Deterministic: no randomness and no time limit.

use super::block::Block;
use super::canvas::Rect;
use super::places::{MARGIN, Name, Place, Scene, blocks, letter_block};
use super::plane::{Line, cross_each_other, crosses, grow};

/// The largest number of passes of the local search.
const ROUNDS: usize = 4;
/// The largest number of conflicting labels that a move may displace.
const MOST_MOVED: usize = 3;
/// Between two names: more than between the lines of one, or they read as one.
const BETWEEN_NAMES: f64 = 1.2;
/// From a letter to a name beside it: more than between two words.
const TO_LETTER: f64 = 2.5;
/// The cost of a bubble without a label.
const WITHOUT: f64 = 1000.0;

/// A label that found its place.
#[derive(Clone, Debug)]
pub struct Label {
    /// Position of its bubble among those given.
    pub bubble: usize,
    /// Its lines: the name, or a letter that the key explains.
    pub lines: Vec<String>,
    /// The space that its ink takes.
    pub rect: Rect,
    /// The space of every line, where it lies inside its bubble; else the whole.
    pub rows: Vec<Rect>,
    /// From the bubble to the label, where it stands apart.
    pub leader: Option<[(f64, f64); 2]>,
    /// Whether it lies inside its bubble.
    pub inside: bool,
    /// Whether it is a letter.
    pub lettered: bool,
    /// Whether it is in bold letters.
    pub bold: bool,
    /// The baseline of every line.
    pub baselines: Vec<f64>,
}

/// Finds places for the labels of a scene's circles, the largest of which come first. `letter` is the widest letter that
/// may be needed, with its size; what stands in a lettered label is filled in afterwards. A bubble in a crowd may be left without one.
pub(super) fn place(scene: &Scene<'_>, names: &[Name<'_>], (letter, size): (&str, f64)) -> Vec<Label> {
    let circles = scene.circles;
    let letter = letter_block(letter, size);
    let wrapped: Vec<Vec<Block>> = names.iter().map(blocks).collect();
    let places: Vec<Vec<Place>> =
        wrapped.iter().enumerate().map(|(bubble, blocks)| scene.places(bubble, blocks, &letter)).collect();
    let mut search = Search { places: &places, chosen: vec![None; circles.len()] };
    search.begin();
    search.improve();
    let found = search.chosen.iter().zip(&places).map(|(at, of)| Some(of[(*at)?].clone()));
    let label = |(bubble, place): (usize, Option<Place>)| {
        let place = place?;
        let block = place.block.map_or(&letter, |index| &wrapped[bubble][index]);
        Some(Label {
            bubble,
            lines: if place.block.is_some() { block.lines.clone() } else { Vec::new() },
            rect: place.rect,
            rows: if place.inside { block.rows(&place.rect).collect() } else { vec![place.rect] },
            leader: place.leader,
            inside: place.inside,
            lettered: place.block.is_none(),
            bold: place.block.is_none() || names[bubble].bold,
            baselines: block.baselines(place.rect.top).collect(),
        })
    };
    found.enumerate().filter_map(label).collect()
}

/// The state of the search: the candidate of every bubble.
struct Search<'a> {
    places: &'a [Vec<Place>],
    chosen: Vec<Option<usize>>,
}

impl Search<'_> {
    /// Greedy assignment, the largest first.
    fn begin(&mut self) {
        for bubble in 0..self.places.len() {
            self.chosen[bubble] = self.cheapest_free(bubble);
        }
    }

    /// A pass of local search over all bubbles.
    fn improve(&mut self) {
        for _ in 0..ROUNDS {
            let mut better = false;
            for bubble in 0..self.places.len() {
                better |= self.improve_one(bubble);
            }
            if !better {
                return;
            }
        }
    }

    fn improve_one(&mut self, bubble: usize) -> bool {
        for place in 0..self.places[bubble].len() {
            let gain = self.cost(bubble) - self.places[bubble][place].cost;
            if gain <= 1e-9 {
                return false;
            }
            let moved = self.in_the_way(bubble, place);
            if moved.len() > MOST_MOVED {
                continue;
            }
            let before = self.chosen.clone();
            let old: f64 = moved.iter().map(|other| self.cost(*other)).sum();
            self.chosen[bubble] = Some(place);
            for other in &moved {
                self.chosen[*other] = None;
            }
            for other in &moved {
                self.chosen[*other] = self.cheapest_free(*other);
            }
            let new: f64 = moved.iter().map(|other| self.cost(*other)).sum();
            if new - old < gain - 1e-9 {
                return true;
            }
            self.chosen = before;
        }
        false
    }

    fn cost(&self, bubble: usize) -> f64 {
        self.chosen[bubble].map_or(WITHOUT, |place| self.places[bubble][place].cost)
    }

    fn cheapest_free(&self, bubble: usize) -> Option<usize> {
        (0..self.places[bubble].len()).find(|place| self.blockers(bubble, *place).next().is_none())
    }

    fn in_the_way(&self, bubble: usize, place: usize) -> Vec<usize> {
        self.blockers(bubble, place).take(MOST_MOVED + 1).collect()
    }

    /// The other bubbles whose labels conflict with a candidate.
    fn blockers(&self, bubble: usize, place: usize) -> impl Iterator<Item = usize> {
        let wanted = &self.places[bubble][place];
        let others = self.chosen.iter().enumerate().filter(move |(other, _)| *other != bubble);
        others.filter_map(move |(other, at)| in_each_others_way(wanted, &self.places[other][(*at)?]).then_some(other))
    }
}

/// Whether two labels overlap, or a leader runs through the other's text or leader.
fn in_each_others_way(a: &Place, b: &Place) -> bool {
    let runs_through = |line: Option<Line>, text: &Rect| line.is_some_and(|line| crosses(&line, &grow(text, 0.3)));
    are_too_near(a, b)
        || runs_through(a.leader, &b.rect)
        || runs_through(b.leader, &a.rect)
        || matches!((a.leader, b.leader), (Some(a), Some(b)) if cross_each_other(&a, &b))
}

/// Whether there is too little free space between two labels, both across and upwards.
fn are_too_near(a: &Place, b: &Place) -> bool {
    let (across, upwards) = match (a.block, b.block) {
        (Some(_), Some(_)) => (BETWEEN_NAMES, BETWEEN_NAMES),
        (None, None) => (MARGIN, MARGIN),
        _ => (TO_LETTER, MARGIN),
    };
    let (a, b) = (&a.rect, &b.rect);
    (a.left - b.right).max(b.left - a.right) < across && (a.top - b.bottom).max(b.top - a.bottom) < upwards
}
