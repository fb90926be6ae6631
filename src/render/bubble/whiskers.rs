//! Whiskers: what the number and the funds of a bubble may be, as lines through its middle.

use super::{Placed, Scale};
use crate::ledger::Estimated;
use crate::render::plane::Line;
use crate::report::Dot;

/// Half the length of the strokes that end a whisker.
pub(in crate::render) const CAP: f64 = 0.7;
/// A whisker shorter than this is not to be seen.
const SHORTEST: f64 = 0.15;

/// The whiskers of a bubble.
#[derive(Clone, Debug, PartialEq)]
pub struct Whiskers {
    /// Position among the layout's bubbles.
    pub bubble: usize,
    /// From end to end: of the funds, of the number.
    pub lines: Vec<Line>,
    /// The strokes at their ends.
    pub caps: Vec<Line>,
}

/// The ends of the intervals of a mark, of its funds and its number, where it has any.
pub(in crate::render) fn ends(estimated: Option<&Estimated>, unit: i64) -> [Option<[f64; 2]>; 2] {
    let Some(own) = estimated else { return [None, None] };
    let funds = own.amounts.map(|ends| [ends.low, ends.high].map(|end| end.in_unit(unit)));
    [funds, own.numbers.map(|ends| [ends.low, ends.high].map(|end| end as f64))]
}

/// The whiskers of all bubbles; none where everything was counted.
pub(super) fn of(dots: &[Dot], unit: i64, bubbles: &[Placed], (x, y): (&Scale, &Scale)) -> Vec<Whiskers> {
    let of_bubble = |(at, bubble): (usize, &Placed)| {
        let [funds, number] = ends(dots[bubble.mark].estimated.as_ref(), unit);
        let across = funds.map(|ends| ends.map(|end| (x.at(end), bubble.y)));
        let upward = number.map(|ends| ends.map(|end| (bubble.x, y.at(end))));
        let is_seen = |line: &Line| (line[0].0 - line[1].0).hypot(line[0].1 - line[1].1) >= SHORTEST;
        let lines: Vec<Line> = across.into_iter().chain(upward).filter(is_seen).collect();
        let caps = lines.iter().flat_map(|line| line.map(|end| cap(line, end))).collect();
        Whiskers { bubble: at, lines, caps }
    };
    // What is at the edge has no place that an interval could be drawn around.
    let placed = bubbles.iter().enumerate().filter(|(_, bubble)| !bubble.is_at_edge());
    placed.map(of_bubble).filter(|whiskers| !whiskers.lines.is_empty()).collect()
}

/// The stroke at an end of a line, across it.
pub(in crate::render) fn cap([from, to]: &Line, (x, y): (f64, f64)) -> Line {
    if from.1 == to.1 { [(x, y - CAP), (x, y + CAP)] } else { [(x - CAP, y), (x + CAP, y)] }
}
