//! The visual language: typeface, sizes and colours, declared once.
//!
//! Sizes are in points on a drawing of 160 mm, the width of a text column. Colours keep 4.5:1 (text) and 3:1 (marks)
//! against what is behind them, and differ in hue and lightness, so that they stay apart for colour-blind readers and in
//! grey print; `colour_vision` holds the tests.

use plotters::style::RGBColor;

/// The width of a drawing, in millimetres.
pub(super) const WIDTH: f64 = 160.0;
/// Millimetres in a point.
pub(super) const POINT: f64 = 25.4 / 72.0;
/// Distance between lines of text, in ems.
pub(super) const LEADING: f64 = 1.25;

/// The typeface, and those with the same widths that stand in for it.
pub(super) const TYPEFACE: &str = "'Liberation Sans', Arial, Helvetica, sans-serif";

/// A title.
pub(super) const TITLE: f64 = 10.0;
/// What a figure shows, axes, legends, labels.
pub(super) const BODY: f64 = 8.0;
/// Notes and sources; nothing is smaller.
pub(super) const SMALL: f64 = 7.5;

/// Text.
pub(super) const INK: RGBColor = RGBColor(0x1a, 0x1a, 0x1a);
/// Text of second rank.
pub(super) const GREY_INK: RGBColor = RGBColor(0x4d, 0x4d, 0x4d);
/// Axes.
pub(super) const AXIS: RGBColor = RGBColor(0x6e, 0x6e, 0x6e);
/// Grid lines.
pub(super) const GRID: RGBColor = RGBColor(0xe3, 0xe3, 0xe3);
/// Lines between bubbles that belong together.
pub(super) const JOINT: RGBColor = AXIS;
/// Paper, and text on dark marks.
pub(super) const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// The series of a chart, in order: what is done or wanted, what came of it, and two more where groups are compared.
pub(super) const SERIES: [RGBColor; 4] =
    [RGBColor(0x1b, 0x4f, 0x8a), RGBColor(0xd0, 0x7a, 0x00), RGBColor(0x0f, 0x7b, 0x6c), RGBColor(0x4d, 0x0f, 0x2b)];

/// Text that belongs to a series: its colour, darker where it must be.
pub(super) const SERIES_INK: [RGBColor; 4] =
    [RGBColor(0x14, 0x3f, 0x70), RGBColor(0x85, 0x4a, 0x00), RGBColor(0x0b, 0x5c, 0x51), RGBColor(0x4d, 0x0f, 0x2b)];

/// From much to little: two of a cold hue, two of a warm one, each lighter than the one before, so that grey print keeps their order.
pub(super) const SCALE: [RGBColor; 4] =
    [RGBColor(0x08, 0x21, 0x3d), RGBColor(0x17, 0x47, 0x8a), RGBColor(0xa5, 0x54, 0x00), SERIES[1]];

/// The same with an answer in the middle, which is neither.
pub(super) const SCALE_WITH_MIDDLE: [RGBColor; 5] = [
    RGBColor(0x04, 0x17, 0x2d),
    RGBColor(0x0f, 0x37, 0x72),
    RGBColor(0x50, 0x50, 0x54),
    RGBColor(0xa8, 0x54, 0x00),
    SERIES[1],
];

/// The colours of a scale with so many answers; longer scales than five run from one extreme to the other in steps.
pub(super) fn answer_colours(answers: usize) -> Vec<RGBColor> {
    let (four, five) = (&SCALE, &SCALE_WITH_MIDDLE);
    match answers {
        0 => Vec::new(),
        1 => vec![four[0]],
        2 => vec![four[0], four[3]],
        3 => vec![five[0], five[2], five[4]],
        4 => four.to_vec(),
        5 => five.to_vec(),
        more => (0..more).map(|answer| between(five, answer as f64 / (more - 1) as f64)).collect(),
    }
}

/// From little to much in one hue, as deep at the one end as paper is light at the other.
const HEAT: [RGBColor; 4] =
    [RGBColor(0xf1, 0xf6, 0xfb), RGBColor(0xb4, 0xd0, 0xea), RGBColor(0x4f, 0x8c, 0xc4), RGBColor(0x0a, 0x2e, 0x57)];

/// The colour of a cell whose number is such a share of the largest.
pub(super) fn heat_colour(share: f64) -> RGBColor {
    between(&HEAT, share)
}

/// The parts of attainment: the same, something else, nothing; then what nobody has decided on yet, and what coders differ on.
pub(super) const ATTAINED: [RGBColor; 5] = [SCALE[0], SCALE[1], SCALE[3], PAPER, SCALE[2]];

/// What grows, what shrinks and what stays.
pub(super) const SLOPE: [RGBColor; 3] = [SERIES[0], SERIES[1], AXIS];

/// A colour on the way through others; 0 is the first, 1 the last.
fn between(stops: &[RGBColor], share: f64) -> RGBColor {
    let at = share.clamp(0.0, 1.0) * (stops.len() - 1) as f64;
    let (low, high) = (stops[at.floor() as usize], stops[at.ceil() as usize]);
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * at.fract()).round() as u8;
    RGBColor(mix(low.0, high.0), mix(low.1, high.1), mix(low.2, high.2))
}

/// What stands for a colour where a reader has only two: nothing is plain, a number is a pattern of the page. Those that lie beside one
/// another differ.
pub(super) const PATTERNS: [(RGBColor, Option<u8>); 11] = [
    (SERIES[0], None),
    (SERIES[1], Some(1)),
    (SERIES[2], Some(2)),
    (SERIES[3], Some(3)),
    (SCALE[0], None),
    (SCALE[1], Some(2)),
    (SCALE[2], Some(3)),
    (SCALE_WITH_MIDDLE[0], None),
    (SCALE_WITH_MIDDLE[1], Some(2)),
    (SCALE_WITH_MIDDLE[2], Some(4)),
    (SCALE_WITH_MIDDLE[3], Some(3)),
];

/// How much of what lies under a bubble shows through it.
pub(super) const BUBBLE_OPACITY: f64 = 0.38;

/// The colour of text on a mark: black or paper, whichever has more contrast. One of them always has at least 4.58:1.
pub(super) fn ink_on(mark: RGBColor) -> RGBColor {
    const BLACK: RGBColor = RGBColor(0, 0, 0);
    if contrast(mark, BLACK) >= contrast(mark, PAPER) { BLACK } else { PAPER }
}

/// Contrast ratio of two colours, from 1 to 21, as the Web Content Accessibility Guidelines 2.2 define it.
pub(super) fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A part of a colour as light.
pub(super) fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// How light a colour is, from 0 to 1.
pub(super) fn luminance(colour: RGBColor) -> f64 {
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast(RGBColor(0, 0, 0), RGBColor(255, 255, 255)) - 21.0).abs() < 1e-9);
        // #767676 on white is the well-known grey of just 4.54:1.
        assert!((contrast(RGBColor(0x76, 0x76, 0x76), PAPER) - 4.54).abs() < 0.01);
    }
}
