//! Candidate positions for the label of a bubble, with the cost of each.
//!
//! In the order of preference: the name inside its bubble; close beside it; farther off with a leader; a number in or
//! beside the bubble, which a key under the chart explains. The larger a bubble, the more a mere number costs. Names never
//! lie over a bubble other than their own; numbers do so only where a crowd leaves them no choice.

use super::block::Block;
use super::canvas::Rect;
use super::plane::{Circle, Line, around, crosses, distance_to, grow};
use super::style::{BODY, SMALL};

/// Distances from the edge of the bubble, in millimetres.
const DISTANCES: [f64; 9] = [0.7, 1.4, 3.0, 5.0, 7.5, 10.5, 14.0, 19.0, 26.0];
/// Directions, in sixteenths of a turn, the preferred first: right, left, above, below, then between.
const DIRECTIONS: [u32; 16] = [0, 8, 12, 4, 1, 15, 7, 9, 2, 14, 6, 10, 3, 13, 5, 11];
/// A label nearer than this needs no leader.
const NEAR: f64 = 1.5;
/// A label farther off is tried in half of the directions.
const FAR: f64 = 8.0;
/// Free space around a label.
pub(super) const MARGIN: f64 = 0.5;
/// Free space between text and the edge of its own bubble.
const PADDING: f64 = 0.5;
/// How many lines a name may have beside a bubble, and inside it.
const LINES_BESIDE: usize = 3;
const LINES_INSIDE: usize = 5;
/// No more places than this are tried for a name.
const MOST_PLACES: usize = 120;

/// Costs; one is a name close beside its bubble.
mod cost {
    pub(super) const BESIDE: f64 = 1.0;
    pub(super) const LINE: f64 = 0.3;
    pub(super) const DIRECTION: f64 = 0.05;
    pub(super) const LEADER: f64 = 1.2;
    pub(super) const MILLIMETRE: f64 = 0.2;
    /// A leader that runs over another bubble.
    pub(super) const OVER_BUBBLE: f64 = 1.0;
    /// Text on a line that joins two bubbles.
    pub(super) const ON_JOINT: f64 = 0.4;
    /// Text on the line of an interval.
    pub(super) const ON_WHISKER: f64 = 2.0;
    /// Text on an axis.
    pub(super) const ON_AXIS: f64 = 5.0;
    /// A line that ends in a word that belongs to the next.
    pub(super) const PARTED: f64 = 0.4;
    /// Every millimetre nearer to another bubble than is unmistakable.
    pub(super) const CONFUSION: f64 = 0.6;
    pub(super) const NUMBER: f64 = 4.0;
    /// A number for the largest bubble costs so much more than for a tiny one.
    pub(super) const NUMBER_FOR_LARGEST: f64 = 7.0;
    /// A number on another bubble.
    pub(super) const ON_BUBBLE: f64 = 10.0;
}

/// A possible place of a label.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The text's lines; a number for the key where there are none.
    pub block: Option<usize>,
    pub rect: Rect,
    pub leader: Option<Line>,
    pub inside: bool,
    pub cost: f64,
}

/// The obstacles for labels.
pub(super) struct Scene<'a> {
    pub circles: &'a [Circle],
    /// Lines between bubbles that belong together: text stands on them where it must.
    pub joints: &'a [Line],
    /// What numbers may be: text stands on these lines where there is no better place.
    pub whiskers: &'a [Line],
    /// The axes: text stands on them only in need.
    pub axes: &'a [Line],
    pub frame: &'a Rect,
}

/// The wrappings of a bubble's name, beside it and inside.
pub(super) fn blocks(name: &str) -> Vec<Block> {
    Block::wrappings(name, BODY, LINES_INSIDE)
}

/// The space of a number.
pub(super) fn number_block(number: &str) -> Block {
    Block::new(vec![number.to_owned()], SMALL, true)
}

impl Scene<'_> {
    /// All candidates for the label of a bubble, the cheapest first.
    pub(super) fn places(&self, bubble: usize, blocks: &[Block], number: &Block) -> Vec<Place> {
        let circle = &self.circles[bubble];
        let largest = self.circles.iter().map(|c| c.radius).fold(f64::EPSILON, f64::max);
        let of_number = cost::NUMBER + cost::NUMBER_FOR_LARGEST * circle.radius / largest;
        let mut places: Vec<Place> = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            places.extend(self.name_inside(bubble, index, block));
        }
        // Beside a bubble there is room to keep together what belongs together.
        let beside_it = |block: &Block| block.lines.len() <= LINES_BESIDE && !block.parted;
        for (index, block) in blocks.iter().enumerate().filter(|(_, block)| beside_it(block)) {
            let size = (block.width(), block.height());
            let lines = cost::LINE * (block.lines.len() - 1) as f64;
            for (rect, distance, preference) in beside(circle, size) {
                let own = cost::BESIDE + lines + preference;
                places.extend(self.beside(bubble, Some(index), rect, distance, own));
            }
        }
        // Whatever costs more than a good place for the number is not worth the look.
        places.retain(|place| place.cost < of_number + 2.0);
        places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        places.truncate(MOST_PLACES);
        let size = (number.width(), number.height());
        places.extend(self.numbers_inside(bubble, size, of_number));
        for (rect, distance, preference) in beside(circle, size) {
            places.extend(self.beside(bubble, None, rect, distance, of_number + cost::BESIDE + preference));
        }
        places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        places
    }

    /// The name inside its bubble, every line of it, where no other bubble's edge runs through.
    fn name_inside(&self, bubble: usize, index: usize, block: &Block) -> Option<Place> {
        let circle = &self.circles[bubble];
        let rect = around(circle.x, circle.y, block.width(), block.height());
        let fits = block.rows(&rect).all(|row| row.inside_circle(circle.x, circle.y, circle.radius - PADDING));
        let free = || self.others(bubble).all(|other| other.gap_to(&rect) >= 0.0);
        (fits && free()).then(|| Place {
            block: Some(index),
            rect,
            leader: None,
            inside: true,
            cost: cost::LINE / 2.0 * (block.lines.len() - 1) as f64
                + if block.parted { cost::PARTED } else { 0.0 }
                + self.on_whiskers(&rect),
        })
    }

    /// A number inside its bubble: in the middle, or where others leave it a part.
    fn numbers_inside(&self, bubble: usize, (width, height): (f64, f64), cost: f64) -> Vec<Place> {
        let circle = &self.circles[bubble];
        let farthest = circle.radius - PADDING / 2.0 - width.hypot(height) / 2.0;
        if farthest < 0.0 {
            return Vec::new();
        }
        let mut places = Vec::new();
        for (ring, offset) in [0.0, farthest / 2.0, farthest].into_iter().enumerate() {
            for direction in 0..if ring == 0 { 1 } else { 16 } {
                let (x, y) = towards(direction, offset);
                let rect = around(circle.x + x, circle.y + y, width, height);
                let over = self.others(bubble).filter(|other| other.gap_to(&rect) < 0.0).count();
                let cost = cost + 0.2 * ring as f64 + cost::ON_BUBBLE * over as f64 + self.on_whiskers(&rect);
                places.push(Place { block: None, rect, leader: None, inside: true, cost });
            }
        }
        places
    }

    /// A label outside its bubble with its cost; `None` where it cannot stand.
    fn beside(&self, bubble: usize, block: Option<usize>, rect: Rect, distance: f64, own: f64) -> Option<Place> {
        /// Another bubble at this distance is not taken for the label's own.
        const UNMISTAKABLE: f64 = 2.0;
        /// Free space between text and other bubbles.
        const APART: f64 = 0.3;
        if !self.frame.contains(&grow(&rect, MARGIN)) {
            return None;
        }
        let circle = &self.circles[bubble];
        if circle.gap_to(&rect) < APART {
            return None;
        }
        let mut cost = own;
        for other in self.others(bubble) {
            let gap = other.gap_to(&rect);
            if gap < APART {
                if block.is_some() {
                    return None;
                }
                cost += cost::ON_BUBBLE;
            } else {
                cost += cost::CONFUSION * (UNMISTAKABLE - gap).max(0.0);
            }
        }
        let on = |lines: &[Line]| lines.iter().filter(|line| crosses(line, &rect)).count() as f64;
        cost += cost::ON_JOINT * on(self.joints) + cost::ON_AXIS * on(self.axes) + self.on_whiskers(&rect);
        let leader = (distance > NEAR).then(|| self.leader(bubble, &rect));
        if let Some(line) = &leader {
            cost += cost::LEADER + cost::MILLIMETRE * distance;
            for other in self.others(bubble) {
                let apart = distance_to(line, (other.x, other.y));
                if apart < other.radius * 0.5 && !other.holds((circle.x, circle.y)) {
                    // It would seem to point at the other.
                    return None;
                }
                if apart < other.radius {
                    cost += cost::OVER_BUBBLE;
                }
            }
        }
        Some(Place { block, rect, leader, inside: false, cost })
    }

    /// From the bubble to the nearest point of the label: from its edge, or from further inside where the edge lies in
    /// another bubble.
    fn leader(&self, bubble: usize, rect: &Rect) -> Line {
        let circle = &self.circles[bubble];
        let (x, y) = (circle.x.clamp(rect.left, rect.right), circle.y.clamp(rect.top, rect.bottom));
        let (dx, dy) = (x - circle.x, y - circle.y);
        let length = dx.hypot(dy).max(f64::EPSILON);
        let at = |share: f64| {
            let from = circle.radius * share / length;
            (circle.x + dx * from, circle.y + dy * from)
        };
        let clear = [1.0, 0.75, 0.5, 0.25, 0.0].into_iter().map(at);
        let from = clear.into_iter().find(|point| self.others(bubble).all(|other| !other.holds(*point)));
        let gap = 0.3 / length;
        [from.unwrap_or_else(|| at(1.0)), (x - dx * gap, y - dy * gap)]
    }

    /// What it costs that lines of intervals run through a text.
    fn on_whiskers(&self, rect: &Rect) -> f64 {
        let space = grow(rect, MARGIN);
        cost::ON_WHISKER * self.whiskers.iter().filter(|line| crosses(line, &space)).count() as f64
    }

    fn others(&self, bubble: usize) -> impl Iterator<Item = &Circle> {
        self.circles.iter().enumerate().filter(move |(index, _)| *index != bubble).map(|(_, circle)| circle)
    }
}

/// Places around a circle: the space, its distance, and what its direction costs.
fn beside(circle: &Circle, (width, height): (f64, f64)) -> impl Iterator<Item = (Rect, f64, f64)> {
    DISTANCES.into_iter().flat_map(move |distance| {
        let directions = if distance > FAR { 8 } else { 16 };
        DIRECTIONS.into_iter().take(directions).enumerate().map(move |(rank, direction)| {
            let (x, y) = towards(direction, circle.radius + distance);
            let (sideways, upwards) = towards(direction, 1.0);
            let centre = (circle.x + x + width / 2.0 * side(sideways), circle.y + y + height / 2.0 * side(upwards));
            (around(centre.0, centre.1, width, height), distance, cost::DIRECTION * rank as f64)
        })
    })
}

/// So far in a direction of sixteenths of a turn.
fn towards(direction: u32, far: f64) -> (f64, f64) {
    let (sin, cos) = (f64::from(direction) * std::f64::consts::TAU / 16.0).sin_cos();
    (cos * far, sin * far)
}

/// How far a label is shifted to one side: wholly where the direction points there, half-way straight above or below.
fn side(part: f64) -> f64 {
    (part * 1.5).clamp(-1.0, 1.0)
}
