//! Tests: the colours of [`super::style`] keep apart under simulated colour vision deficiency and in greyscale.

use plotters::style::RGBColor;

use super::dark::{DARK_PAPER, dark};
use super::style::{
    ATTAINED, AXIS, BODY, BUBBLE_OPACITY, GREY_INK, INK, JOINT, PAPER, SERIES, SERIES_INK, SLOPE, SMALL, TITLE,
    answer_colours, contrast, heat_colour, ink_on,
};

/// Simulated colour vision: matrices for linear RGB from G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A
/// Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), severity 1.0.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal vision", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

/// The smallest CIEDE2000 difference asked for: about 2.3 is just noticeable side by side; areas apart need several times that.
const WELL_APART: f64 = 12.0;
/// The same for lightness alone, from 0 (black) to 100 (white).
const APART_IN_GREY: f64 = 10.0;
/// The same for up to four answers of a question, which most questions have.
const ANSWERS_APART_IN_GREY: f64 = 14.0;

type Lab = [f64; 3];

fn linear(colour: RGBColor) -> [f64; 3] {
    [colour.0, colour.1, colour.2].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn simulated(colour: RGBColor, matrix: &[[f64; 3]; 3]) -> [f64; 3] {
    let rgb = linear(colour);
    let row = |row: &[f64; 3]| row.iter().zip(rgb).map(|(m, c)| m * c).sum::<f64>().clamp(0.0, 1.0);
    [row(&matrix[0]), row(&matrix[1]), row(&matrix[2])]
}

/// CIELAB under D65, from linear sRGB.
fn lab([r, g, b]: [f64; 3]) -> Lab {
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let x = f((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47);
    let y = f(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b);
    let z = f((0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000, as in G. Sharma, W. Wu and E. N. Dalal, The CIEDE2000 Color-Difference Formula, Color Research and
/// Application 30 (2005).
fn difference(one: Lab, other: Lab) -> f64 {
    let chroma = |lab: Lab| lab[1].hypot(lab[2]);
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.5 - 0.5 * seventh(f64::midpoint(chroma(one), chroma(other)));
    let polar = |lab: Lab| {
        let a = lab[1] * stretch;
        (
            lab[0],
            a.hypot(lab[2]),
            if a == 0.0 && lab[2] == 0.0 { 0.0 } else { lab[2].atan2(a).to_degrees().rem_euclid(360.0) },
        )
    };
    let ((l1, c1, h1), (l2, c2, h2)) = (polar(one), polar(other));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let (dl, dc, dh) = (l2 - l1, c2 - c1, 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin());
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.20 * cos(4.0 * h - 63.0);
    let from_middle = (l - 50.0).powi(2);
    let (sl, sc, sh) = (1.0 + 0.015 * from_middle / (20.0 + from_middle).sqrt(), 1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = -(60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin() * 2.0 * seventh(c);
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rotation * (dc / sc) * (dh / sh)).sqrt()
}

/// A colour drawn over another with an opacity.
fn over(top: RGBColor, below: RGBColor, opacity: f64) -> RGBColor {
    let mix = |top: u8, below: u8| (f64::from(top) * opacity + f64::from(below) * (1.0 - opacity)).round() as u8;
    RGBColor(mix(top.0, below.0), mix(top.1, below.1), mix(top.2, below.2))
}

fn pairs(colours: &[RGBColor]) -> impl Iterator<Item = (RGBColor, RGBColor)> {
    colours.iter().enumerate().flat_map(|(index, one)| colours[index + 1..].iter().map(|other| (*one, *other)))
}

#[test]
fn the_difference_is_that_of_the_published_test_data() {
    // Sharma et al., table 1, pairs 1, 17 and 25.
    let of = |one: Lab, other: Lab, expected: f64| assert!((difference(one, other) - expected).abs() < 5e-5);
    of([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425);
    of([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492);
    of([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644);
}

#[test]
fn series_and_answers_differ_under_every_colour_vision_and_in_grey() {
    let scales: Vec<Vec<RGBColor>> = (2..=5).map(answer_colours).collect();
    for (one, other) in pairs(&SERIES).chain(pairs(&SLOPE)).chain(scales.iter().flat_map(|scale| pairs(scale))) {
        for (name, matrix) in &VISIONS {
            let apart = difference(lab(simulated(one, matrix)), lab(simulated(other, matrix)));
            assert!(apart >= WELL_APART, "{one:?} and {other:?} differ by {apart:.1} with {name}");
        }
        let apart = (lab(linear(one))[0] - lab(linear(other))[0]).abs();
        assert!(apart >= APART_IN_GREY, "{one:?} and {other:?} differ by {apart:.1} in grey");
    }
}

/// What a printer without colours leaves of answers: from dark to light, in their order.
#[test]
fn answers_grow_lighter_from_much_to_little() {
    for many in 2..=9 {
        let light: Vec<f64> = answer_colours(many).into_iter().map(|colour| lab(linear(colour))[0]).collect();
        let least = if many <= 4 { ANSWERS_APART_IN_GREY } else { 3.0 };
        assert!(light.windows(2).all(|pair| pair[1] - pair[0] >= least), "{many}: {light:?}");
    }
}

#[test]
fn text_keeps_its_contrast_on_whatever_it_stands() {
    for text in [INK, GREY_INK].into_iter().chain(SERIES_INK) {
        assert!(contrast(text, PAPER) >= 4.5, "{text:?}");
    }
    for mark in (1..=9).flat_map(answer_colours) {
        assert!(contrast(mark, ink_on(mark)) >= 4.5, "{mark:?}");
    }
    for mark in (0..=100).map(|share| heat_colour(f64::from(share) / 100.0)).chain(ATTAINED) {
        assert!(contrast(mark, ink_on(mark)) >= 4.5, "{mark:?}");
    }
    assert!(contrast(GREY_INK, heat_colour(0.0)) >= 4.5);
    // Labels inside bubbles, which may lie over another.
    let once: Vec<_> = SERIES[..2].iter().map(|colour| over(*colour, PAPER, BUBBLE_OPACITY)).collect();
    for below in once.iter().copied().chain([PAPER]) {
        for colour in &SERIES[..2] {
            let behind = over(*colour, below, BUBBLE_OPACITY);
            assert!(contrast(INK, behind) >= 4.5, "{behind:?}: {:.1}", contrast(INK, behind));
        }
    }
}

#[test]
fn more_is_darker_and_parts_of_attainment_stay_apart() {
    let light: Vec<f64> = (0..=20).map(|at| lab(linear(heat_colour(f64::from(at) / 20.0)))[0]).collect();
    assert!(light.windows(2).all(|pair| pair[0] > pair[1] + 1.0), "{light:?}");
    for (one, other) in pairs(&ATTAINED) {
        for (name, matrix) in &VISIONS {
            let apart = difference(lab(simulated(one, matrix)), lab(simulated(other, matrix)));
            assert!(apart >= WELL_APART, "{one:?} and {other:?} differ by {apart:.1} with {name}");
        }
        assert!((lab(linear(one))[0] - lab(linear(other))[0]).abs() >= APART_IN_GREY, "{one:?} and {other:?}");
    }
}

#[test]
fn marks_keep_their_contrast_on_paper() {
    for mark in SERIES.into_iter().chain((1..=9).flat_map(answer_colours)).chain([AXIS, JOINT]) {
        assert!(contrast(mark, PAPER) >= 3.0, "{mark:?}");
    }
}

#[test]
fn no_text_is_smaller_than_seven_and_a_half_points() {
    assert!([TITLE, BODY, SMALL].into_iter().all(|size| size >= 7.5));
}

#[test]
fn dark_paper_keeps_text_and_marks_apart_from_it_and_from_each_other() {
    for text in [INK, GREY_INK].into_iter().chain(SERIES_INK) {
        assert!(contrast(dark(text), DARK_PAPER) >= 4.5, "{text:?}");
    }
    for mark in SERIES.into_iter().chain((1..=9).flat_map(answer_colours)).chain([AXIS]) {
        assert!(contrast(dark(mark), DARK_PAPER) >= 3.0, "{mark:?}");
    }
    let of_heat = (0..=1000).map(|share| heat_colour(f64::from(share) / 1000.0));
    for mark in (1..=9).flat_map(answer_colours).chain(of_heat).chain(ATTAINED) {
        let (ground, ink) = (dark(mark), dark(ink_on(mark)));
        assert!(contrast(ground, ink) >= 4.5, "{ink:?} on {ground:?}: {:.2}", contrast(ground, ink));
    }
    for colour in &SERIES[..2] {
        let behind = over(dark(*colour), over(dark(SERIES[1]), DARK_PAPER, BUBBLE_OPACITY), BUBBLE_OPACITY);
        assert!(contrast(dark(INK), behind) >= 4.5, "{behind:?}: {:.1}", contrast(dark(INK), behind));
    }
    let scales: Vec<Vec<RGBColor>> = (2..=5).map(answer_colours).collect();
    for (one, other) in pairs(&SERIES).chain(pairs(&SLOPE)).chain(scales.iter().flat_map(|scale| pairs(scale))) {
        let [one, other] = [one, other].map(dark);
        for (name, matrix) in &VISIONS {
            let apart = difference(lab(simulated(one, matrix)), lab(simulated(other, matrix)));
            assert!(apart >= WELL_APART, "{one:?} and {other:?} differ by {apart:.1} with {name}");
        }
        let apart = (lab(linear(one))[0] - lab(linear(other))[0]).abs();
        assert!(apart >= APART_IN_GREY, "{one:?} and {other:?} differ by {apart:.1} in grey");
    }
}
