//! What must hold of every bubble chart, proven from its geometry alone.

use insats::render::{BubbleLayout, Joint, Label, Look, Placed, Rect};
use insats::report::Bubble;

type Point = (f64, f64);
type Segment = [Point; 2];

/// A label nearer to its bubble than this needs no leader.
const BESIDE: f64 = 1.5;

/// What must hold of every chart.
pub(crate) fn check(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
    bubbles_are_whole_and_to_scale(layout)?;
    bubbles_are_where_their_numbers_are(layout)?;
    what_has_no_code_is_hollow(chart, layout)?;
    sizes_reach_the_largest(layout)?;
    every_bubble_is_named(chart, layout)?;
    labels_are_free(layout)?;
    labels_are_nearest_to_their_own(layout)?;
    leaders_are_free(layout)?;
    joints_are_outside_of_other_bubbles(layout)?;
    whiskers_are_whole(layout)
}

fn is_at_edge(bubble: &Placed) -> bool {
    matches!(bubble.look, Look::Beyond { .. })
}

/// How far a rectangle is from a bubble's edge; negative where it reaches inside.
fn gap(rect: &Rect, bubble: &Placed) -> f64 {
    let outside = |at: f64, from: f64, to: f64| (from - at).max(at - to).max(0.0);
    let (dx, dy) = (outside(bubble.x, rect.left, rect.right), outside(bubble.y, rect.top, rect.bottom));
    (dx * dx + dy * dy).sqrt() - bubble.radius
}

/// Whether a bubble lies in another one, but for four tenths of a millimetre: no place outside of both is nearer to it.
fn lies_in(own: &Placed, other: &Placed) -> bool {
    let apart = ((own.x - other.x).powi(2) + (own.y - other.y).powi(2)).sqrt();
    own.radius <= other.radius && apart + own.radius - other.radius <= 0.4
}

fn others<'l>(layout: &'l BubbleLayout, label: &Label) -> impl Iterator<Item = &'l Placed> {
    let own = label.bubble;
    layout.bubbles.iter().enumerate().filter(move |(at, _)| *at != own).map(|(_, bubble)| bubble)
}

fn bubbles_are_whole_and_to_scale(layout: &BubbleLayout) -> Result<(), String> {
    let funds = |bubble: &Placed| layout.dots[bubble.mark].funds.rounded().0 as f64;
    let mut scaled = layout.bubbles.iter().filter(|bubble| !is_at_edge(bubble)).peekable();
    let largest = **scaled.peek().ok_or("no bubbles")?;
    for bubble in &layout.bubbles {
        let whole = Rect {
            left: bubble.x - bubble.radius,
            top: bubble.y - bubble.radius,
            right: bubble.x + bubble.radius,
            bottom: bubble.y + bubble.radius,
        };
        if !layout.plot.contains(&whole) {
            return Err(format!("a bubble leaves the axes: {bubble:?}"));
        }
    }
    for bubble in scaled {
        let areas = (bubble.radius / largest.radius).powi(2);
        let expected = funds(bubble) / funds(&largest);
        if (areas - expected).abs() > 0.01 * expected {
            return Err(format!("the area of {bubble:?} is {areas} of the largest, its funds are {expected}"));
        }
    }
    let sorted = layout.bubbles.windows(2).all(|pair| pair[0].radius >= pair[1].radius);
    if sorted { Ok(()) } else { Err("a large bubble lies over a smaller one".to_owned()) }
}

/// Funds across and numbers upwards are on straight scales, whatever has a code or not; what is at the edge is on the scale
/// that holds it.
fn bubbles_are_where_their_numbers_are(layout: &BubbleLayout) -> Result<(), String> {
    let beyond = |bubble: &Placed| match bubble.look {
        Look::Beyond { right, up } => [right, up],
        Look::Filled | Look::Hollow => [false; 2],
    };
    let across = layout.bubbles.iter().filter(|bubble| !beyond(bubble)[0]);
    // One at the edge that is in another's way has moved inwards.
    let across = across.filter(|bubble| !is_at_edge(bubble));
    let across: Vec<Point> = across.map(|b| (layout.dots[b.mark].funds.in_unit(1), b.x)).collect();
    let upwards = layout.bubbles.iter().filter(|bubble| !is_at_edge(bubble));
    let upwards: Vec<Point> = upwards.map(|b| (layout.dots[b.mark].interventions as f64, -b.y)).collect();
    for on_scale in [across, upwards] {
        let ends = on_scale.iter().copied().fold(None, |ends: Option<(Point, Point)>, own| {
            let (low, high) = ends.unwrap_or((own, own));
            Some((if own.0 < low.0 { own } else { low }, if own.0 > high.0 { own } else { high }))
        });
        let Some((low, high)) = ends.filter(|(low, high)| low.0 < high.0) else { continue };
        let per_unit = (high.1 - low.1) / (high.0 - low.0);
        if per_unit <= 0.0 {
            return Err("a scale runs backwards".to_owned());
        }
        if let Some(own) = on_scale.iter().find(|own| (low.1 + per_unit * (own.0 - low.0) - own.1).abs() > 1e-6) {
            return Err(format!("{own:?} is not on the scale from {low:?} to {high:?}"));
        }
    }
    Ok(())
}

/// What has no code is never drawn as a code. It is at its place where the axes reach at most twice as far as codes need, and
/// at the edge with its numbers otherwise.
fn what_has_no_code_is_hollow(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
    let reach = |at: usize| {
        let dot = &layout.dots[at];
        let (numbers, funds) = dot.estimated.as_ref().map_or((None, None), |own| (own.numbers, own.amounts));
        let number = numbers.map_or(0, |ends| ends.high).max(dot.interventions) as f64;
        [funds.map_or(dot.funds, |ends| ends.high.max(dot.funds)).in_unit(1), number]
    };
    let codes = chart.marks.len();
    let most = |axis: usize| (0..codes).map(|at| reach(at)[axis]).fold(0.0, f64::max);
    for bubble in &layout.bubbles {
        let is_far = |axis: usize| most(axis) > 0.0 && reach(bubble.mark)[axis] > 2.0 * most(axis);
        let expected = match (bubble.mark >= codes, is_far(0), is_far(1)) {
            (false, ..) => Look::Filled,
            (true, false, false) => Look::Hollow,
            (true, right, up) => Look::Beyond { right, up },
        };
        if bubble.look != expected {
            return Err(format!("{bubble:?} should be {expected:?}"));
        }
        let (right, top) = (layout.plot.right - bubble.x, bubble.y - layout.plot.top);
        if let Look::Beyond { right: far, up } = bubble.look
            && (far && !up && right > 20.0 || up && top > 20.0)
        {
            return Err(format!("{bubble:?} is not at the edge"));
        }
    }
    Ok(())
}

/// The largest circle of the legend is at least as large as every bubble and by less than a half larger; all are on one scale.
fn sizes_reach_the_largest(layout: &BubbleLayout) -> Result<(), String> {
    let scaled = layout.bubbles.iter().filter(|bubble| !is_at_edge(bubble));
    let largest = scaled.map(|bubble| bubble.radius).fold(0.0, f64::max);
    let sizes = layout.sizes();
    let Some(first) = sizes.first() else {
        return if largest > 0.0 { Err("no sizes are explained".to_owned()) } else { Ok(()) };
    };
    let share = (first.radius / largest).powi(2);
    if !(1.0 - 1e-9..1.5).contains(&share) {
        return Err(format!("the legend's largest circle is {share} of the largest bubble"));
    }
    let on_scale = |own: &insats::render::Size| {
        ((own.radius / first.radius).powi(2) - own.funds / first.funds).abs() < 1e-9 && own.radius <= first.radius
    };
    if !sizes.iter().all(on_scale) || !sizes.windows(2).all(|pair| pair[0].radius > pair[1].radius) {
        return Err(format!("sizes are not on one scale: {sizes:?}"));
    }
    let unit = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let decimals = |text: &str| {
        text.rsplit_once([',', '.']).map_or(0, |(_, rest)| rest.chars().filter(char::is_ascii_digit).count())
    };
    let alike = sizes.iter().all(|own| unit(&own.text) == unit(&first.text));
    let is_million = first.text.contains("mnkr");
    let alike = alike && (!is_million || sizes.iter().all(|own| decimals(&own.text) == decimals(&first.text)));
    if alike { Ok(()) } else { Err(format!("sizes are not in one unit: {sizes:?}")) }
}

/// Every bubble has one label: its whole name, or a letter that stands for its name in the key; or it is in the list of those that
/// have no place.
fn every_bubble_is_named(chart: &Bubble, layout: &BubbleLayout) -> Result<(), String> {
    let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (position, bubble) in layout.bubbles.iter().enumerate() {
        let dot = &layout.dots[bubble.mark];
        // What has no code is labelled with its numbers, too.
        let name = |text: &str| match bubble.mark < chart.marks.len() {
            true => words(text) == words(&dot.label),
            false => words(text).starts_with(&words(&format!("{}: {}", dot.label, dot.interventions))),
        };
        let labels: Vec<_> = layout.labels.iter().filter(|label| label.bubble == position).collect();
        let label = match (&labels[..], layout.unnamed.contains(&bubble.mark)) {
            ([label], false) => label,
            ([], true) => continue,
            _ => return Err(format!("{} has {} labels", dot.label, labels.len())),
        };
        let text = label.lines.concat();
        let means_it = match layout.key.iter().find(|(letter, _)| label.lettered && *letter == text) {
            Some((_, meaning)) => name(meaning),
            None => name(&text),
        };
        if !means_it {
            return Err(format!("{} is labelled {text:?}", dot.label));
        }
    }
    // A number could be taken for a value, and so could an I and an O; no chart of these tests needs more than 24 letters.
    let letters: String = layout.key.iter().map(|(letter, _)| letter.as_str()).collect();
    let in_order = layout.key.len() == letters.len() && "ABCDEFGHJKLMNPQRSTUVWXYZ".starts_with(&letters);
    if in_order { Ok(()) } else { Err(format!("the key has {letters:?}")) }
}

/// No label overlaps another label, a bubble that is not its own, or the frame. Inside its own bubble it may lie on one that this
/// lies in.
fn labels_are_free(layout: &BubbleLayout) -> Result<(), String> {
    for (index, label) in layout.labels.iter().enumerate() {
        if !layout.plot.contains(&label.rect) {
            return Err(format!("a label leaves the frame: {label:?}"));
        }
        if let Some(other) = layout.labels[..index].iter().find(|other| other.rect.overlaps(&label.rect)) {
            return Err(format!("two labels overlap: {label:?} and {other:?}"));
        }
        let own = &layout.bubbles[label.bubble];
        let is_within = label.rows.iter().all(|row| row.inside_circle(own.x, own.y, own.radius));
        if label.inside != is_within && (label.inside || gap(&label.rect, own) < 0.0) {
            return Err(format!("a label crosses the edge of its bubble: {label:?} and {own:?}"));
        }
        if label.inside && is_at_edge(own) {
            return Err(format!("a label lies inside a mark at the edge: {label:?}"));
        }
        let may = |other: &Placed| label.inside && lies_in(own, other) && !lies_in(other, own);
        for other in others(layout, label).filter(|other| !may(other)) {
            if label.rows.iter().any(|row| row.meets_circle(other.x, other.y, other.radius)) {
                return Err(format!("a label lies over a bubble: {label:?} and {other:?}"));
            }
        }
    }
    Ok(())
}

/// No label stands nearer to another bubble than to its own, but to one that its own lies in; and what stands apart has a leader.
fn labels_are_nearest_to_their_own(layout: &BubbleLayout) -> Result<(), String> {
    for label in layout.labels.iter().filter(|label| !label.inside) {
        let own = &layout.bubbles[label.bubble];
        let distance = gap(&label.rect, own);
        if distance > BESIDE && label.leader.is_none() {
            return Err(format!("{:?} is {distance} mm from its bubble without a leader", label.lines));
        }
        let nearer = |other: &&Placed| gap(&label.rect, other) <= distance && !lies_in(own, other);
        if let Some(other) = others(layout, label).find(nearer) {
            return Err(format!("{:?} is nearer to {other:?} than to {own:?}", label.lines));
        }
    }
    Ok(())
}

/// No leader runs through a label, its own included, or crosses another leader, or a bubble but one that its own lies in; and it
/// begins at the edge of its own.
fn leaders_are_free(layout: &BubbleLayout) -> Result<(), String> {
    let leaders = || layout.labels.iter().enumerate().filter_map(|(at, label)| Some((at, label.leader?)));
    let lines = |at: usize| &layout.labels[at].lines;
    for (at, leader) in leaders() {
        if let Some(label) = layout.labels.iter().find(|label| label.rows.iter().any(|row| runs_through(leader, row))) {
            return Err(format!("the leader of {:?} runs through {:?}", lines(at), label.lines));
        }
        if let Some((other, _)) = leaders().find(|(other, line)| *other < at && cross(leader, *line)) {
            return Err(format!("the leaders of {:?} and {:?} cross", lines(at), lines(other)));
        }
        let label = &layout.labels[at];
        let own = &layout.bubbles[label.bubble];
        if ((leader[0].0 - own.x).hypot(leader[0].1 - own.y) - own.radius).abs() > 1e-6 {
            return Err(format!("the leader of {:?} does not begin at its bubble", lines(at)));
        }
        let crossed = |other: &&Placed| !lies_in(own, other) && steps(leader).any(|point| is_in(point, other, 0.0));
        if let Some(other) = others(layout, label).find(crossed) {
            return Err(format!("the leader of {:?} crosses {other:?}", lines(at)));
        }
    }
    Ok(())
}

/// Points along a line, close together.
fn steps([from, to]: Segment) -> impl Iterator<Item = Point> {
    (0..=400).map(move |at| {
        let share = f64::from(at) / 400.0;
        (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
    })
}

fn is_in(point: Point, bubble: &Placed, tolerance: f64) -> bool {
    (point.0 - bubble.x).hypot(point.1 - bubble.y) < bubble.radius - tolerance
}

/// A point of a curve: (1 − t)³ · from + 3 (1 − t)² t · one + 3 (1 − t) t² · other + t³ · to.
fn on_curve(curve: [Point; 4], t: f64) -> Point {
    let shares = [(1.0 - t).powi(3), 3.0 * (1.0 - t).powi(2) * t, 3.0 * (1.0 - t) * t * t, t.powi(3)];
    curve.iter().zip(shares).fold((0.0, 0.0), |(x, y), (point, share)| (x + share * point.0, y + share * point.1))
}

/// Lines between bubbles of a code begin and end at their edges, and none is drawn inside another bubble. What lies below one is left
/// out, which happens only where no curve of moderate bend finds a way around.
fn joints_are_outside_of_other_bubbles(layout: &BubbleLayout) -> Result<(), String> {
    for joint in &layout.joints {
        let [from, to] = joint.ends.map(|at| &layout.bubbles[at]);
        let on_edge = |point: Point, own: &Placed| ((point.0 - own.x).hypot(point.1 - own.y) - own.radius).abs() < 1e-6;
        if !on_edge(joint.whole[0], from) || !on_edge(joint.whole[3], to) {
            return Err(format!("{joint:?} does not run from edge to edge"));
        }
        let points = joint.seen.iter().flat_map(|curve| (0..=300).map(|at| on_curve(*curve, f64::from(at) / 300.0)));
        for point in points {
            if let Some(other) = layout.bubbles.iter().find(|other| is_in(point, other, 0.02)) {
                return Err(format!("{joint:?} is drawn inside {other:?}"));
            }
        }
        if joint.seen != [joint.whole] && has_way(layout, joint) {
            return Err(format!("{joint:?} runs below a bubble and needs not"));
        }
    }
    Ok(())
}

/// Whether an even curve of one of some bends, or the straight line, would find its way around all other bubbles.
fn has_way(layout: &BubbleLayout, joint: &Joint) -> bool {
    let [from, to] = joint.ends.map(|at| &layout.bubbles[at]);
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy);
    let gap = length - from.radius - to.radius;
    [0.0, 0.08, 0.16, 0.26, 0.38, 0.52].into_iter().flat_map(|bend| [bend, -bend]).any(|bend| {
        let drawn_towards = |third: f64| {
            let along = (from.radius + gap * third / 3.0) / length;
            (from.x + dx * along - dy * bend, from.y + dy * along + dx * bend)
        };
        let edge = |own: &Placed, to: Point| {
            let far = (to.0 - own.x).hypot(to.1 - own.y);
            (own.x + (to.0 - own.x) * own.radius / far, own.y + (to.1 - own.y) * own.radius / far)
        };
        let (one, other) = (drawn_towards(1.0), drawn_towards(2.0));
        let curve = [edge(from, one), one, other, edge(to, other)];
        let is_free = |point: Point| {
            let at = Rect { left: point.0, right: point.0, top: point.1, bottom: point.1 };
            let others = layout.bubbles.iter().enumerate().filter(|(at, _)| !joint.ends.contains(at));
            let inside = layout.plot.contains(&at) && !is_in(point, from, 1e-6) && !is_in(point, to, 1e-6);
            (bend == 0.0 || inside) && others.into_iter().all(|(_, other)| !is_in(point, other, -0.05))
        };
        (0..=300).all(|at| is_free(on_curve(curve, f64::from(at) / 300.0)))
    })
}

/// What numbers may be lies inside the axes, with the strokes at its ends, and runs through its bubble's middle.
fn whiskers_are_whole(layout: &BubbleLayout) -> Result<(), String> {
    for own in &layout.whiskers {
        let bubble = &layout.bubbles[own.bubble];
        let inside = |(x, y): &Point| layout.plot.contains(&Rect { left: *x, top: *y, right: *x, bottom: *y });
        if !own.lines.iter().chain(&own.caps).flatten().all(inside) {
            return Err(format!("an interval leaves the axes: {own:?}"));
        }
        let through =
            |[from, to]: &Segment| (from.1 == bubble.y && to.1 == bubble.y) || (from.0 == bubble.x && to.0 == bubble.x);
        if !own.lines.iter().all(through) || own.caps.len() != 2 * own.lines.len() || is_at_edge(bubble) {
            return Err(format!("an interval is not its bubble's: {own:?} and {bubble:?}"));
        }
    }
    Ok(())
}

/// Whether a line runs through a rectangle: what is left of it between the edges, one pair after the other (Liang and
/// Barsky 1984).
fn runs_through([from, to]: Segment, rect: &Rect) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let axes = [(from.0, to.0 - from.0, rect.left, rect.right), (from.1, to.1 - from.1, rect.top, rect.bottom)];
    for (start, run, least, most) in axes {
        if run == 0.0 {
            if start <= least || start >= most {
                return false;
            }
            continue;
        }
        let (one, other) = ((least - start) / run, (most - start) / run);
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    enters < leaves
}

/// Whether two lines cross: the ends of each lie on different sides of the other.
fn cross(a: Segment, b: Segment) -> bool {
    let side = |[p, q]: Segment, r: Point| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b[0]) * side(a, b[1]) < 0.0 && side(b, a[0]) * side(b, a[1]) < 0.0
}

#[test]
fn a_line_through_a_rectangle_is_seen() {
    let rect = Rect { left: 1.0, top: 1.0, right: 3.0, bottom: 2.0 };
    assert!(runs_through([(0.0, 0.0), (4.0, 3.0)], &rect));
    assert!(runs_through([(2.0, 0.0), (2.0, 1.5)], &rect), "it ends inside");
    assert!(!runs_through([(0.0, 0.0), (0.9, 0.9)], &rect), "it ends before");
    assert!(!runs_through([(0.0, 3.0), (4.0, 2.5)], &rect), "it passes by");
    assert!(cross([(0.0, 0.0), (2.0, 2.0)], [(0.0, 2.0), (2.0, 0.0)]));
    assert!(!cross([(0.0, 0.0), (2.0, 2.0)], [(3.0, 0.0), (3.0, 9.0)]));
}
