//! Where what has no code is drawn: hollow, where its numbers are; at the edge, where the axes would have to be stretched for it.

use super::whiskers::ends;
use crate::report::{Bubble, Dot};

/// Axes reach at most so many times as far as codes need.
const MOST_STRETCHED: f64 = 2.0;
/// How far the corners of a mark at the edge are from its middle.
pub(super) const AT_EDGE: f64 = 2.4;

/// How a bubble is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A code: a disc of its domain's colour.
    Filled,
    /// What has no code: a dashed circle without a fill.
    Hollow,
    /// What has no code, and is farther out than the axes reach: a dashed triangle at the edge that points there. It has no size.
    Beyond {
        /// Its funds are beyond the right edge.
        right: bool,
        /// Its number is beyond the upper edge.
        up: bool,
    },
}

impl Look {
    /// Whether it is beyond the right edge, and the upper one.
    pub(super) fn beyond(self) -> [bool; 2] {
        match self {
            Self::Beyond { right, up } => [right, up],
            Self::Filled | Self::Hollow => [false; 2],
        }
    }
}

/// How far out a dot reaches, in funds and in number, with its interval.
fn reach(dot: &Dot, unit: i64) -> [f64; 2] {
    let [funds, number] = ends(dot.estimated.as_ref(), unit);
    let farthest = |value: f64, ends: Option<[f64; 2]>| ends.map_or(value, |[_, high]| value.max(high));
    [farthest(dot.funds.in_unit(unit), funds), farthest(dot.interventions as f64, number)]
}

/// How all dots of a chart are drawn.
pub(super) fn looks(chart: &Bubble, dots: &[Dot]) -> Vec<Look> {
    let unit = chart.unit();
    let codes = dots.iter().filter(|dot| !dot.is_without_code).map(|dot| reach(dot, unit));
    let most = codes.fold([0.0_f64; 2], |[funds, number], own| [funds.max(own[0]), number.max(own[1])]);
    // An axis on which no code needs anything is as long as it has to be.
    let is_beyond = |own: f64, most: f64| most > 0.0 && own > most * MOST_STRETCHED;
    let look = |dot: &Dot| {
        let own = reach(dot, unit);
        match [is_beyond(own[0], most[0]), is_beyond(own[1], most[1])] {
            _ if !dot.is_without_code => Look::Filled,
            [false, false] => Look::Hollow,
            [right, up] => Look::Beyond { right, up },
        }
    };
    dots.iter().map(look).collect()
}
