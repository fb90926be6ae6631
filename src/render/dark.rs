//! The colours of drawings on dark paper: each keeps its hue and its contrast with the paper, so that what stands out on white
//! stands out as much on black, and what is written on a mark can be read there, too.

use plotters::style::RGBColor;

use super::style::{contrast, luminance};

/// The paper of a page in the dark.
pub(super) const DARK_PAPER: RGBColor = RGBColor(0x15, 0x18, 0x1c);

/// Marks with less contrast than this have dark ink on them, the others light ink; see [`super::style::ink_on`].
const DARK_INK: f64 = 4.58;
/// The most contrast that a mark may have on dark paper, so that the ink of the darkest is read on it.
const MARK_BELOW: f64 = 3.8;
/// White text on black glares; no colour has more contrast than this.
const MOST: f64 = 17.6;

/// The colour on dark paper of one on white.
pub(super) fn dark(colour: RGBColor) -> RGBColor {
    let white = RGBColor(0xff, 0xff, 0xff);
    let on_white = contrast(colour, white);
    let ratio = if on_white < DARK_INK { on_white.min(MARK_BELOW) } else { on_white.min(MOST) };
    if colour == white { DARK_PAPER } else { with_luminance(colour, ratio * (luminance(DARK_PAPER) + 0.05) - 0.05) }
}

/// A colour of the same hue that has a luminance.
fn with_luminance(colour: RGBColor, wanted: f64) -> RGBColor {
    let [_, a, b] = oklab(colour);
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        if luminance(in_gamut(middle, (a, b))) < wanted { low = middle } else { high = middle }
    }
    in_gamut(high, (a, b))
}

/// A colour of a lightness with as much of a hue as a screen can show.
fn in_gamut(lightness: f64, (a, b): (f64, f64)) -> RGBColor {
    let linear = |part: f64| linear_rgb([lightness, a * part, b * part]);
    let is_shown = |rgb: &[f64; 3]| rgb.iter().all(|part| (-1e-6..=1.0 + 1e-6).contains(part));
    let parts = (0..=20).rev().map(|part| f64::from(part) / 20.0);
    let rgb = parts.map(linear).find(is_shown).unwrap_or([lightness.powi(3); 3]);
    let [r, g, b] = rgb.map(|part| {
        let part = part.clamp(0.0, 1.0);
        let part = if part <= 0.003_130_8 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
        (part * 255.0).round() as u8
    });
    RGBColor(r, g, b)
}

/// Oklab (B. Ottosson, 2020): lightness, and two axes of hue.
fn oklab(colour: RGBColor) -> [f64; 3] {
    let [r, g, b] = [colour.0, colour.1, colour.2].map(super::style::linear);
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn linear_rgb([lightness, a, b]: [f64; 3]) -> [f64; 3] {
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

#[cfg(test)]
mod tests {
    use super::super::style::PAPER;
    use super::*;

    #[test]
    fn hues_and_contrasts_are_kept() {
        // Blue with 8.2:1 on white has 8.2:1 on dark paper, and is a light blue there.
        let blue = RGBColor(0x1b, 0x4f, 0x8a);
        let light = dark(blue);
        assert!((contrast(blue, PAPER) - contrast(light, DARK_PAPER)).abs() < 0.15, "{light:?}");
        assert!(light.2 > light.1 && light.1 > light.0, "{light:?}");
        // Greys stay grey.
        let grey = dark(RGBColor(0x94, 0x94, 0x94));
        assert!(grey.0.abs_diff(grey.2) <= 1, "{grey:?}");
        assert_eq!(dark(PAPER), DARK_PAPER);
    }

    #[test]
    fn a_colour_is_found_again_by_its_place_in_oklab() {
        for colour in [RGBColor(0xd0, 0x7a, 0x00), RGBColor(0x0a, 0x2e, 0x57)] {
            let rgb = linear_rgb(oklab(colour));
            let own = [colour.0, colour.1, colour.2].map(super::super::style::linear);
            assert!(rgb.iter().zip(own).all(|(a, b)| (a - b).abs() < 1e-6), "{rgb:?}");
        }
    }
}
