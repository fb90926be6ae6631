//! Colour quantisation: indexed PNG with at most 256 colours, a quarter of the size of true colour.

use std::cmp::Reverse;

use hashbrown::HashMap;

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// How many colours a palette of one byte holds.
const MOST: usize = 256;
/// The largest squared distance in RGB by which a colour may be moved to one of the palette: anti-aliased edges, invisible at
/// 300 dots per inch.
const NEAR_ENOUGH: u32 = 3 * 24 * 24;

/// The colours of a picture, and for each pixel the position of its own.
pub(super) struct Palette {
    /// The most frequent colour first.
    pub colours: Vec<Colour>,
    /// One per pixel.
    pub indices: Vec<u8>,
}

/// The colours of a picture, each once, and runs of pixels of one colour: paper and marks are large.
#[derive(Default)]
pub(super) struct Runs {
    /// With how many pixels have it, in the order in which they are met.
    colours: Vec<(Colour, usize)>,
    /// The position of its colour, and the length of each run.
    runs: Vec<(u32, u32)>,
}

impl FromIterator<(Colour, u32)> for Runs {
    fn from_iter<I: IntoIterator<Item = (Colour, u32)>>(all: I) -> Self {
        let (mut own, mut positions) = (Self::default(), HashMap::new());
        for (colour, length) in all {
            let at = *positions.entry(colour).or_insert_with(|| {
                own.colours.push((colour, 0));
                own.colours.len() - 1
            });
            own.colours[at].1 += length as usize;
            own.runs.push((at as u32, length));
        }
        own
    }
}

impl Runs {
    /// What is said of each colour, pixel by pixel.
    fn pixels<T: Copy>(&self, of_colours: &[T]) -> Vec<T> {
        let mut pixels = Vec::with_capacity(self.colours.iter().map(|(_, count)| count).sum());
        for (at, length) in &self.runs {
            pixels.extend(std::iter::repeat_n(of_colours[*at as usize], *length as usize));
        }
        pixels
    }

    /// The colour of every pixel.
    pub fn colours(&self) -> Vec<Colour> {
        let all: Vec<Colour> = self.colours.iter().map(|(colour, _)| *colour).collect();
        self.pixels(&all)
    }
}

impl Palette {
    /// The palette of a picture. `None` where it has more colours than fit and some are too far from the most frequent.
    pub fn of(picture: &Runs) -> Option<Self> {
        let all = &picture.colours;
        let mut by_frequency: Vec<usize> = (0..all.len()).collect();
        by_frequency.sort_by_key(|at| (Reverse(all[*at].1), all[*at].0));
        let (kept, moved) = by_frequency.split_at(all.len().min(MOST));
        let colours: Vec<Colour> = kept.iter().map(|at| all[*at].0).collect();
        let mut positions = vec![0; all.len()];
        for (at, position) in kept.iter().zip(0..=u8::MAX) {
            positions[*at] = position;
        }
        for at in moved {
            positions[*at] = nearest(&all[*at].0, &colours)?;
        }
        Some(Self { indices: picture.pixels(&positions), colours })
    }
}

/// The position of the colour that is nearest to another; `None` where that is too far away.
fn nearest(colour: &Colour, all: &[Colour]) -> Option<u8> {
    let mut distances = [u32::MAX; MOST];
    for (own, other) in distances.iter_mut().zip(all) {
        *own = distance(colour, other);
    }
    let least = distances.iter().copied().fold(u32::MAX, u32::min);
    let at = distances.iter().position(|own| *own == least).filter(|_| least <= NEAR_ENOUGH)?;
    u8::try_from(at).ok()
}

fn distance(a: &Colour, b: &Colour) -> u32 {
    let squared = |at: usize| u32::from(a[at].abs_diff(b[at])).pow(2);
    squared(0) + squared(1) + squared(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(pixels: &[Colour]) -> Runs {
        pixels.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32)).collect()
    }

    #[test]
    fn few_colours_are_kept_as_they_are() {
        let pixels = [[9, 9, 9], [1, 2, 3], [1, 2, 3], [255, 255, 255]];
        let palette = Palette::of(&runs(&pixels)).expect("a palette");
        assert_eq!(palette.colours[0], [1, 2, 3], "the most frequent comes first");
        let back: Vec<Colour> = palette.indices.iter().map(|i| palette.colours[usize::from(*i)]).collect();
        assert_eq!(back, pixels);
    }

    #[test]
    fn rare_shades_move_to_the_nearest_and_strange_colours_keep_the_picture_whole() {
        let greys = || (0..=255).map(|grey| [grey; 3]);
        let mut pixels: Vec<Colour> = greys().chain(greys()).collect();
        pixels.push([100, 101, 100]);
        let palette = Palette::of(&runs(&pixels)).expect("a palette");
        assert_eq!(palette.colours.len(), 256);
        assert_eq!(palette.colours[usize::from(palette.indices[512])], [100; 3]);
        pixels.push([255, 0, 0]);
        assert!(Palette::of(&runs(&pixels)).is_none());
    }
}
