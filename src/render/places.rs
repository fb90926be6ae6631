//! Candidate positions for the label of a bubble, with the cost of each.
//!
//! In the order of preference: the name inside its bubble; close beside it; farther off with a leader; a letter in or
//! beside the bubble, which a key under the chart explains. The larger a bubble, the more a mere letter costs. No label lies
//! over a bubble other than its own or is nearer to one, and no leader crosses one; but for those that its own bubble lies in.

use super::block::Block;
use super::canvas::Rect;
use super::plane::{Circle, Line, around, comes_near, crosses, grow};
use super::style::BODY;

/// Distances from the edge of the bubble, in millimetres.
const DISTANCES: [f64; 11] = [0.7, 1.4, 2.2, 3.2, 4.4, 5.8, 7.5, 10.5, 14.0, 19.0, 26.0];
/// Directions, in parts of a turn, the preferred first: right, left, above, below, then between.
const DIRECTIONS: [u32; 32] = [
    0, 16, 24, 8, 2, 30, 14, 18, 4, 28, 12, 20, 6, 26, 10, 22, 1, 31, 15, 17, 3, 29, 13, 19, 5, 27, 11, 21, 7, 25, 9,
    23,
];
const TURN: u32 = 32;
/// A label nearer than this needs no leader.
const NEAR: f64 = 1.5;
/// Free space around a label.
pub(super) const MARGIN: f64 = 0.5;
/// Free space between text and other bubbles.
const APART: f64 = 0.3;
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
    pub(super) const DIRECTION: f64 = 0.03;
    pub(super) const LEADER: f64 = 1.2;
    pub(super) const MILLIMETRE: f64 = 0.2;
    /// Text on a line that joins two bubbles.
    pub(super) const ON_JOINT: f64 = 3.0;
    /// Text on the line of an interval.
    pub(super) const ON_WHISKER: f64 = 2.0;
    /// Text on an axis.
    pub(super) const ON_AXIS: f64 = 5.0;
    /// A line that ends in a word that belongs to the next.
    pub(super) const PARTED: f64 = 0.4;
    /// Beside a bubble there mostly is room to keep together what belongs together.
    pub(super) const PARTED_BESIDE: f64 = 1.5;
    /// Every millimetre nearer to another bubble than is unmistakable.
    pub(super) const CONFUSION: f64 = 0.6;
    pub(super) const LETTER: f64 = 4.0;
    /// A letter for the largest bubble costs so much more than for a tiny one.
    pub(super) const LETTER_FOR_LARGEST: f64 = 9.0;
    /// A label inside its bubble, on another that this lies in.
    pub(super) const ON_BUBBLE: f64 = 0.5;
}

/// The name of a bubble.
pub(super) struct Name<'a> {
    pub text: &'a str,
    /// Whether it is in bold letters.
    pub bold: bool,
}

/// A possible place of a label.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The text's lines; a letter of the key where there are none.
    pub block: Option<usize>,
    pub rect: Rect,
    pub leader: Option<Line>,
    pub inside: bool,
    pub cost: f64,
}

/// The obstacles for labels.
pub(super) struct Scene<'a> {
    pub circles: &'a [Circle],
    /// Those that have no room for text inside, whatever their size.
    pub closed: &'a [bool],
    /// Lines between bubbles that belong together: text stands on them where it must.
    pub joints: &'a [Vec<Line>],
    /// What numbers may be: text stands on these lines where there is no better place.
    pub whiskers: &'a [Line],
    /// The axes: text stands on them only in need.
    pub axes: &'a [Line],
    pub frame: &'a Rect,
}

/// The wrappings of a bubble's name, beside it and inside.
pub(super) fn blocks(name: &Name<'_>) -> Vec<Block> {
    Block::wrappings(name.text, (BODY, name.bold), LINES_INSIDE)
}

/// The space of a letter.
pub(super) fn letter_block(letter: &str, size: f64) -> Block {
    Block::new(vec![letter.to_owned()], size, true)
}

impl Scene<'_> {
    /// All candidates for the label of a bubble, the cheapest first.
    pub(super) fn places(&self, bubble: usize, blocks: &[Block], letter: &Block) -> Vec<Place> {
        let circle = &self.circles[bubble];
        let largest = self.circles.iter().map(|c| c.radius).fold(f64::EPSILON, f64::max);
        let of_letter = cost::LETTER + cost::LETTER_FOR_LARGEST * circle.radius / largest;
        let mut places: Vec<Place> = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            places.extend(self.name_inside(bubble, index, block));
        }
        for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.lines.len() <= LINES_BESIDE) {
            let size = (block.width(), block.height());
            let parted = if block.parted { cost::PARTED_BESIDE } else { 0.0 };
            let lines = cost::LINE * (block.lines.len() - 1) as f64 + parted;
            for (rect, preference) in beside(circle, size) {
                let own = cost::BESIDE + lines + preference;
                places.extend(self.beside(bubble, Some(index), rect, own));
            }
        }
        // Whatever costs more than a good place for the letter is not worth the look.
        places.retain(|place| place.cost < of_letter + 2.0);
        places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        places.truncate(MOST_PLACES);
        let size = (letter.width(), letter.height());
        places.extend(self.letters_inside(bubble, size, of_letter));
        for (rect, preference) in beside(circle, size) {
            places.extend(self.beside(bubble, None, rect, of_letter + cost::BESIDE + preference));
        }
        places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        places
    }

    /// The name inside its bubble, every line of it, where no other bubble's edge runs through.
    fn name_inside(&self, bubble: usize, index: usize, block: &Block) -> Option<Place> {
        let circle = &self.circles[bubble];
        let rect = around(circle.x, circle.y, block.width(), block.height());
        let fits = block.rows(&rect).all(|row| row.inside_circle(circle.x, circle.y, circle.radius - PADDING));
        let lines = cost::LINE / 2.0 * (block.lines.len() - 1) as f64 + if block.parted { cost::PARTED } else { 0.0 };
        if fits { self.inside(bubble, Some(index), rect, lines) } else { None }
    }

    /// A label inside its bubble: no other lies there, but one that its own lies on.
    fn inside(&self, bubble: usize, block: Option<usize>, rect: Rect, own: f64) -> Option<Place> {
        if self.closed[bubble] {
            return None;
        }
        let circle = &self.circles[bubble];
        let mut cost = own + self.on_whiskers(&rect);
        for other in self.others(bubble).filter(|other| other.gap_to(&rect) < APART) {
            if !circle.lies_in(other) || other.lies_in(circle) {
                return None;
            }
            cost += cost::ON_BUBBLE;
        }
        Some(Place { block, rect, leader: None, inside: true, cost })
    }

    /// A letter inside its bubble: in the middle, or where others leave it a part.
    fn letters_inside(&self, bubble: usize, (width, height): (f64, f64), cost: f64) -> Vec<Place> {
        let circle = &self.circles[bubble];
        let farthest = circle.radius - PADDING / 2.0 - width.hypot(height) / 2.0;
        if farthest < 0.0 {
            return Vec::new();
        }
        let mut places = Vec::new();
        for (ring, offset) in [0.0, farthest / 2.0, farthest].into_iter().enumerate() {
            for direction in 0..if ring == 0 { 1 } else { TURN } {
                let (x, y) = towards(direction, offset);
                let rect = around(circle.x + x, circle.y + y, width, height);
                places.extend(self.inside(bubble, None, rect, cost + 0.2 * ring as f64));
            }
        }
        places
    }

    /// A label outside its bubble with its cost; `None` where it cannot stand.
    fn beside(&self, bubble: usize, block: Option<usize>, rect: Rect, own: f64) -> Option<Place> {
        /// Another bubble at this distance is not taken for the label's own.
        const UNMISTAKABLE: f64 = 2.0;
        /// A label is at least so much nearer to its own bubble than to others.
        const NEARER: f64 = 0.05;
        if !self.frame.contains(&grow(&rect, MARGIN)) {
            return None;
        }
        let circle = &self.circles[bubble];
        let distance = circle.gap_to(&rect);
        if distance < APART {
            return None;
        }
        let mut cost = own;
        let matters = UNMISTAKABLE.max(distance + NEARER);
        let meets = |other: &&Circle| rect.meets_circle(other.x, other.y, other.radius + matters);
        for other in self.others(bubble).filter(meets) {
            let gap = other.gap_to(&rect);
            if gap < APART || (gap < distance + NEARER && !circle.lies_in(other)) {
                return None;
            }
            cost += cost::CONFUSION * (UNMISTAKABLE - gap).max(0.0);
        }
        let on = |lines: &[Line]| lines.iter().any(|line| crosses(line, &rect));
        let joints = self.joints.iter().filter(|joint| on(joint)).count() as f64;
        let axes = self.axes.iter().filter(|line| crosses(line, &rect)).count() as f64;
        cost += cost::ON_JOINT * joints + cost::ON_AXIS * axes + self.on_whiskers(&rect);
        let leader = (distance > NEAR).then(|| leader(circle, &rect));
        if let Some(line) = &leader {
            cost += cost::LEADER + cost::MILLIMETRE * distance;
            if self.others(bubble).any(|other| !circle.lies_in(other) && over(line, other)) {
                return None;
            }
        }
        Some(Place { block, rect, leader, inside: false, cost })
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

/// From the edge of a bubble to the nearest point of its label.
fn leader(circle: &Circle, rect: &Rect) -> Line {
    /// Between the end of the line and the text.
    const BEFORE_TEXT: f64 = 0.3;
    let end = (circle.x.clamp(rect.left, rect.right), circle.y.clamp(rect.top, rect.bottom));
    let (dx, dy) = (end.0 - circle.x, end.1 - circle.y);
    let gap = BEFORE_TEXT / dx.hypot(dy).max(f64::EPSILON);
    [circle.towards(end), (end.0 - dx * gap, end.1 - dy * gap)]
}

/// Whether a line runs over a circle, or so close to it that it seems to.
fn over(line: &Line, circle: &Circle) -> bool {
    const CLOSE: f64 = 0.1;
    comes_near(line, (circle.x, circle.y), circle.radius + CLOSE)
}

/// Places around a circle: the space, and what its direction costs.
fn beside(circle: &Circle, (width, height): (f64, f64)) -> impl Iterator<Item = (Rect, f64)> {
    DISTANCES.into_iter().flat_map(move |distance| {
        DIRECTIONS.into_iter().enumerate().map(move |(rank, direction)| {
            let (x, y) = towards(direction, circle.radius + distance);
            let (sideways, upwards) = towards(direction, 1.0);
            let centre = (circle.x + x + width / 2.0 * side(sideways), circle.y + y + height / 2.0 * side(upwards));
            (around(centre.0, centre.1, width, height), cost::DIRECTION * rank as f64)
        })
    })
}

/// So far in a direction.
fn towards(direction: u32, far: f64) -> (f64, f64) {
    let (sin, cos) = (f64::from(direction) * std::f64::consts::TAU / f64::from(TURN)).sin_cos();
    (cos * far, sin * far)
}

/// How far a label is shifted to one side: wholly where the direction points there, half-way straight above or below.
fn side(part: f64) -> f64 {
    (part * 1.5).clamp(-1.0, 1.0)
}
